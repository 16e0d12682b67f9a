//! Making a sign-in, and the person who signs in where the record has her not yet.

use anyhow::{Result, bail};
use entity::enums::{Audience, Language, Role};
use entity::ids::{MemberId, PersonId, ProgrammeId, UserId};
use entity::{member, person, programme};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder};

use crate::app::App;
use crate::cli::output::{both_names, refusal};
use crate::concepts::access::Scope;
use crate::concepts::access::password::Hashed;
use crate::concepts::access::users::{self, NewUser};
use crate::concepts::log::{note, shell};
use crate::concepts::people::write::NewPerson;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::NameInput;
use crate::kit::user_error::{Path, WriteError};
use crate::kit::zone::day_of;

/// Who is to sign in.
#[derive(Clone, Debug)]
pub enum Who {
    /// A person whom the record has already.
    Known(PersonId),
    /// Somebody new, by one name at least.
    New {
        /// Her English name.
        en: Option<String>,
        /// Her Urdu name.
        ur: Option<String>,
    },
}

/// A sign-in to be made.
#[derive(Clone, Debug)]
pub struct NewSignIn {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
    /// Who she is.
    pub who: Who,
    /// Her role.
    pub role: Role,
    /// The language she reads.
    pub language: Language,
    /// What a partner may see.
    pub scope: Scope,
}

/// Makes a person, unless she is known, and the user that she signs in as: both or neither.
///
/// # Errors
/// When something will not do, said in words, or the database does not answer.
pub async fn add(app: &App, new: NewSignIn) -> Result<UserId> {
    let password = Hashed::new(app, new.password.clone()).await;
    let password = password.map_err(refusal)?;
    let tx = app.db.begin().await?;
    let (user, _) = add_within(app, &tx, new, password).await?;
    tx.commit().await?;
    Ok(user)
}

/// The same, and takes who signs in as a member into the caucus.
pub(super) async fn add_enrolled(app: &App, new: NewSignIn) -> Result<()> {
    let password = Hashed::new(app, new.password.clone()).await;
    let password = password.map_err(refusal)?;
    let role = new.role;
    let tx = app.db.begin().await?;
    let (_, person) = add_within(app, &tx, new, password).await?;
    if role == Role::Member {
        enrol(app, &tx, person).await.map_err(refusal)?;
    }
    tx.commit().await?;
    Ok(())
}

async fn add_within(
    app: &App,
    tx: &DatabaseTransaction,
    new: NewSignIn,
    password: Hashed,
) -> Result<(UserId, PersonId)> {
    know_programmes(tx, &new.scope.programmes).await?;
    let now = app.clock.now();
    let person = match new.who {
        Who::New { en, ur } => add_person(app, tx, en, ur, new.language)
            .await
            .map_err(refusal)?,
        Who::Known(id) => match person::Entity::find_by_id(id).one(tx).await? {
            Some(found) => found.id,
            None => bail!("there is no such person"),
        },
    };
    let id = UserId::from(app.ids.uuid(now));
    let user = NewUser {
        id,
        person,
        email: new.email,
        password,
        role: new.role,
        language: new.language,
        scope: new.scope,
    };
    users::create(tx, app, user).await.map_err(refusal)?;
    note(app, tx, None, "createUser", &[to_id(id).0]).await?;
    Ok((id, person))
}

/// Adds somebody to the record by her name alone.
async fn add_person(
    app: &App,
    tx: &DatabaseTransaction,
    en: Option<String>,
    ur: Option<String>,
    language: Language,
) -> Result<PersonId, WriteError> {
    let now = app.clock.now();
    let mut check = Check::default();
    let name = check.name(&Path::root().field("name"), &NameInput { en, ur });
    let name = check.done_with(name)?;
    let new = NewPerson {
        language: Some(language),
        ..NewPerson::named(PersonId::from(app.ids.uuid(now)), name)
    };
    let (row, _) = new.into_row(now);
    shell::save(app, tx, "createPerson", &row).await?;
    Ok(row.id)
}

/// Takes a person into the caucus from today on, unless she is in it, and anew if she left: who
/// signs in as a member is one, or nothing that she logs would say that she was there.
pub(super) async fn enrol(
    app: &App,
    tx: &DatabaseTransaction,
    person_id: PersonId,
) -> Result<(), WriteError> {
    let is_hers = member::Column::PersonId.eq(person_id);
    let found = member::Entity::find()
        .filter(is_hers)
        .one(tx)
        .await
        .map_err(Fault::from)?;
    let now = app.clock.now();
    if let Some(found) = found {
        if found.left_on.is_some_and(|day| day <= day_of(now)) {
            let back = member::Model {
                left_on: None,
                ..found.clone()
            };
            shell::change(app, tx, "updateMember", &found, &back).await?;
        }
        return Ok(());
    }
    let row = member::Model {
        id: MemberId::from(app.ids.uuid(now)),
        audience: Audience::Caucus,
        words_audience: Audience::Present,
        recorded_at: now,
        archived_on: None,
        person_id,
        joined_on: day_of(now),
        left_on: None,
    };
    shell::save(app, tx, "createMember", &row).await?;
    Ok(())
}

/// Refuses programmes that are not in the record, and says which are.
pub(super) async fn know_programmes(tx: &DatabaseTransaction, asked: &[ProgrammeId]) -> Result<()> {
    if asked.is_empty() {
        return Ok(());
    }
    let known = programme::Entity::find()
        .order_by_asc(programme::Column::Id)
        .all(tx)
        .await?;
    let is_absent = |id: &&ProgrammeId| known.iter().all(|row| row.id != **id);
    let absent: Vec<_> = asked
        .iter()
        .filter(is_absent)
        .map(|id| to_id(*id).0)
        .collect();
    if absent.is_empty() {
        return Ok(());
    }
    let known = known.iter().map(|row| {
        let name = both_names(row.name_en.as_deref(), row.name_ur.as_deref());
        format!("\n    {}  {name}", to_id(row.id).0)
    });
    let known: String = known.collect();
    let there_are = if known.is_empty() {
        "there is no programme yet: a coordinator makes one by the API".to_owned()
    } else {
        format!("the programmes are{known}")
    };
    bail!(
        "--programme {} is not in the record; {there_are}",
        absent.join(", ")
    )
}
