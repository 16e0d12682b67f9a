//! Users: made, changed, kept out and let in.

use entity::enums::{Audience, Language, Role, UserState};
use entity::ids::{MemberId, PersonId, UserId};
use entity::{member, person};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::password::Hashed;
use crate::concepts::access::policy::opens_words;
use crate::concepts::access::users::{self, Administrators, Changes, NewUser, Whom};
use crate::concepts::access::{Scope, throttle};
use crate::concepts::administration::administrators;
use crate::concepts::log::Hand;
use crate::concepts::people::write::NewPerson;
use crate::kit::check::CheckedName;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};
use crate::kit::zone::day_of;

/// Who is to sign in.
#[derive(Clone, Debug)]
pub enum Who {
    /// A person whom the record has already.
    Known(PersonId),
    /// Somebody new, by one name at least.
    New(CheckedName),
}

/// A sign-in to be made.
#[derive(Clone, Debug)]
pub struct NewSignIn {
    /// Its id.
    pub id: UserId,
    /// The address.
    pub email: String,
    /// The password.
    pub password: Hashed,
    /// Who she is.
    pub who: Who,
    /// Her role.
    pub role: Role,
    /// The language she reads.
    pub language: Language,
    /// What a partner may see.
    pub scope: Scope,
}

/// Makes a person, unless she is known, and the user that she signs in as. Answers who she is.
///
/// # Errors
/// When the address will not do, it or the person is taken, or the database does not answer.
pub async fn add(hand: &mut impl Hand, new: NewSignIn) -> Result<PersonId, WriteError> {
    only_partners_are_narrowed(new.role, Some(&new.scope))?;
    let person = match new.who {
        Who::Known(id) => known(hand, id).await?,
        Who::New(name) => add_person(hand, name, new.language).await?,
    };
    let user = NewUser {
        id: new.id,
        person,
        email: new.email,
        password: new.password,
        role: new.role,
        state: given(hand, new.role, UserState::Active),
        language: new.language,
        scope: new.scope,
    };
    let made = users::create(hand, user).await?;
    hand.tell("createUser", new.id, made).await?;
    Ok(person)
}

/// The same, and takes who signs in as a member into the caucus.
///
/// # Errors
/// As [`add`].
pub async fn add_enrolled(hand: &mut impl Hand, new: NewSignIn) -> Result<(), WriteError> {
    let role = new.role;
    let person = add(hand, new).await?;
    if role == Role::Member {
        enrol(hand, person).await?;
    }
    Ok(())
}

/// In which state somebody comes to be who was given a way in. Who may not read what was said in
/// confidence could read it by the way in that he gave, so a coordinator has to let in who reads it.
/// At the shell nobody waits: whoever has that has the database.
fn given(hand: &impl Hand, role: Role, state: UserState) -> UserState {
    let waits = hand.actor().is_some() && opens_words(role) && state == UserState::Active;
    if waits { UserState::Waiting } else { state }
}

async fn known(hand: &impl Hand, id: PersonId) -> Result<PersonId, WriteError> {
    let found = person::Entity::find_by_id(id).one(hand.conn()).await;
    let found = found.map_err(Fault::from)?;
    let absent = || {
        let path = Path::root().field("personId");
        UserError::new(UserErrorCode::NotFound, &path, "There is no such person.")
    };
    Ok(found.ok_or_else(absent)?.id)
}

/// Adds somebody to the record by her name alone.
async fn add_person(
    hand: &mut impl Hand,
    name: CheckedName,
    language: Language,
) -> Result<PersonId, WriteError> {
    let now = hand.app().clock.now();
    let new = NewPerson {
        language: Some(language),
        ..NewPerson::named(PersonId::from(hand.app().ids.uuid(now)), name)
    };
    let (row, _) = new.into_row(now);
    let id = row.id;
    hand.add("createPerson", row).await?;
    Ok(id)
}

/// Takes a person into the caucus from today on, unless she is in it, and anew if she left: who
/// signs in as a member is one, or nothing that she logs would say that she was there.
async fn enrol(hand: &mut impl Hand, person_id: PersonId) -> Result<(), WriteError> {
    let found = member::Entity::find()
        .filter(member::Column::PersonId.eq(person_id))
        .one(hand.conn())
        .await
        .map_err(Fault::from)?;
    let now = hand.app().clock.now();
    if let Some(found) = found {
        if found.left_on.is_some_and(|day| day <= day_of(now)) {
            let back = member::Model {
                left_on: None,
                ..found.clone()
            };
            hand.change("updateMember", found, back).await?;
        }
        return Ok(());
    }
    let row = member::Model {
        id: MemberId::from(hand.app().ids.uuid(now)),
        audience: Audience::Caucus,
        words_audience: Audience::Present,
        recorded_at: now,
        archived_on: None,
        person_id,
        joined_on: day_of(now),
        left_on: None,
    };
    Ok(hand.add("createMember", row).await?)
}

/// Changes a user. Who becomes a member is taken into the caucus, and who is a partner no longer is
/// not narrowed any more. Answers whether there was anything to change.
///
/// # Errors
/// When there is no such user or she is at another version, she would raise herself, she is the last administrator and would be
/// none, what was given will not do, or the database does not answer.
pub async fn change(
    hand: &mut impl Hand,
    whom: &Whom,
    changes: Changes,
) -> Result<bool, WriteError> {
    let administrators = administrators(hand).await?;
    let user = whom.find(hand.conn()).await?;
    users::expect_version(hand.app(), &user, changes.expected_version.as_ref())?;
    let role = changes.role.unwrap_or(user.role);
    if hand.actor() == Some(user.id) && role != user.role {
        let message = "Nobody gives herself another role. Ask another administrator.";
        let path = Path::root().field("role");
        return Err(UserError::new(UserErrorCode::Forbidden, &path, message).into());
    }
    only_partners_are_narrowed(role, changes.scope.as_ref())?;
    let changes = Changes {
        state: (role != user.role).then(|| given(hand, role, user.state)),
        ..changes
    };
    let difference = users::change(hand, &administrators, &user, changes).await?;
    if difference.is_empty() {
        return Ok(false);
    }
    if role == Role::Member && user.role != role {
        enrol(hand, user.person_id).await?;
    }
    hand.tell("updateUser", user.id, difference).await?;
    Ok(true)
}

fn only_partners_are_narrowed(role: Role, scope: Option<&Scope>) -> Result<(), WriteError> {
    if role == Role::Partner || scope.is_none_or(Scope::is_empty) {
        return Ok(());
    }
    let message = "Programmes and categories say what a partner may see; other roles are not \
                   narrowed.";
    let path = Path::root().field("scope");
    Err(UserError::new(UserErrorCode::Invalid, &path, message).into())
}

/// Keeps a user out or lets her in again. Answers whether there was anything to change.
///
/// # Errors
/// When there is no such user, she is the last administrator, or the database does not answer.
pub async fn set_state(
    hand: &mut impl Hand,
    whom: &Whom,
    state: UserState,
) -> Result<bool, WriteError> {
    let administrators = administrators(hand).await?;
    let user = whom.find(hand.conn()).await?;
    let (act, state) = match state {
        UserState::Disabled => ("disableUser", state),
        // Who is in stays in, and who waits for a coordinator waits on.
        UserState::Active | UserState::Waiting
            if hand.actor().is_some() && user.state != UserState::Disabled =>
        {
            return Ok(false);
        }
        UserState::Active | UserState::Waiting => {
            ("enableUser", given(hand, user.role, UserState::Active))
        }
    };
    if !users::set_state(hand.conn(), &administrators, &user, state).await? {
        return Ok(false);
    }
    let changed = users::state_changed(user.state, state);
    hand.tell(act, user.id, changed).await?;
    Ok(true)
}

/// Lets in who was given a way in and waits: the way in that whoever lets her in knew of, which her
/// version tells. Who is in already stays so.
///
/// # Errors
/// When there is no such user, she is at another version, an administrator keeps her out, who lets her in is kept out himself since
/// he asked, or the database does not answer.
pub async fn let_in(
    hand: &mut impl Hand,
    whom: &Whom,
    expected_version: &String,
) -> Result<(), WriteError> {
    let administrators = Administrators::lock(hand.conn()).await?;
    if let Some(actor) = hand.actor() {
        let actor = Whom::Id(actor).find(hand.conn()).await?;
        if actor.state != UserState::Active || actor.role != Role::Coordinator {
            let message = "You are no coordinator any more. Nothing was written.";
            return Err(UserError::new(UserErrorCode::Forbidden, &Path::root(), message).into());
        }
    }
    let user = whom.find(hand.conn()).await?;
    if user.state == UserState::Disabled {
        let message = "An administrator keeps her out, and he alone ends that.";
        let path = Path::root().field("id");
        return Err(UserError::new(UserErrorCode::InvalidTransition, &path, message).into());
    }
    if user.state == UserState::Active {
        return Ok(());
    }
    users::expect_version(hand.app(), &user, Some(expected_version))?;
    let state = UserState::Active;
    users::set_state(hand.conn(), &administrators, &user, state).await?;
    let changed = users::state_changed(user.state, state);
    hand.tell("letUserIn", user.id, changed).await?;
    Ok(())
}

/// Gives a user another password, ends what she was signed in with and what she must wait for
/// after wrong attempts. Answers in which state she is.
///
/// # Errors
/// When there is no such user, or the database does not answer.
pub async fn reset_password(
    hand: &mut impl Hand,
    whom: &Whom,
    password: Hashed,
) -> Result<UserState, WriteError> {
    administrators(hand).await?;
    let user = whom.find(hand.conn()).await?;
    let state = given(hand, user.role, user.state);
    users::set_password(hand.conn(), &user, password, state).await?;
    throttle::forget(hand.conn(), hand.app(), &user.email).await?;
    let changed = users::state_changed(user.state, state);
    hand.tell("resetPassword", user.id, changed).await?;
    Ok(state)
}
