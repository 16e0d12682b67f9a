//! The acts of administrators. What they come to is in [`super::users`] and [`super::tokens`].

use async_graphql::ID;
use entity::enums::{Language, UserState};
use entity::ids::{ProgrammeId, RecordId, TokenId, UserId};

use crate::concepts::access::Scope;
use crate::concepts::access::password::Hashed;
use crate::concepts::access::policy::{self, Allowed, allow};
use crate::concepts::access::tokens::NewToken;
use crate::concepts::access::users::{Changes, Whom};
use crate::concepts::administration::input::{
    CreateTokenInput, CreateUserInput, DisableUserInput, EnableUserInput, LetUserInInput,
    ResetPasswordInput, RevokeTokenInput, UpdateUserInput, UserScopeInput,
};
use crate::concepts::administration::tokens;
use crate::concepts::administration::users::{self, NewSignIn, Who};
use crate::concepts::log::{Act, Signed, Tx};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, RecordKind};
use crate::kit::graphql::inputs::NameInput;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

/// Lets somebody sign in, by a password that was made and hashed before.
#[derive(Clone, Debug)]
pub struct CreateUser {
    /// Who.
    pub input: CreateUserInput,
    /// Her password; `None` for who may not do this.
    pub password: Option<Hashed>,
}

/// Gives a user another password, that was made and hashed before.
#[derive(Clone, Debug)]
pub struct ResetPassword {
    /// Whose.
    pub input: ResetPasswordInput,
    /// The password; `None` for who may not do this.
    pub password: Option<Hashed>,
}

/// Makes a token with a secret that was made before.
#[derive(Clone, Debug)]
pub struct CreateToken {
    /// Which.
    pub input: CreateTokenInput,
    /// Its secret.
    pub secret: String,
}

/// How long a token lasts when nothing is said, in days.
const DAYS: i32 = 90;

impl Act for CreateUser {
    const NAME: &'static str = "createUser";

    fn request_id(&self) -> Option<&ID> {
        self.input.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.input.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), policy::Act::CreateUser)?;
        let input = self.input;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id::<UserId>(&root.field("id"), input.id.as_ref());
        let scope = scope(&mut check, &mut references, input.scope.as_ref());
        let person = check.optional_id(&root.field("personId"), input.person_id.as_ref());
        references.want(&root.field("personId"), person);
        let who = who(&mut check, input.name.as_ref(), person);
        references.look_up(tx, &mut check).await?;
        let who = check.done_with(who)?;
        let id = tx.id_or_new(id);
        let new = NewSignIn {
            id,
            email: input.email,
            password: hashed(self.password)?,
            who,
            role: input.role.into(),
            language: input.language.map_or(Language::En, Into::into),
            scope,
        };
        users::add_enrolled(&mut Signed::new(tx, allowed), new).await?;
        Ok(RecordId(id.0))
    }
}

/// Who signs in: somebody of the record or somebody new, one of both.
fn who(
    check: &mut Check,
    name: Option<&NameInput>,
    person: Option<entity::ids::PersonId>,
) -> Option<Who> {
    match (person, name) {
        (Some(person), None) => Some(Who::Known(person)),
        (None, Some(name)) => check.name(&Path::root().field("name"), name).map(Who::New),
        (Some(_), Some(_)) | (None, None) => {
            let message = "Give `personId` or `name`, one of both.";
            check.refuse(
                UserErrorCode::Required,
                &Path::root().field("name"),
                message,
            );
            None
        }
    }
}

fn scope(check: &mut Check, references: &mut References, raw: Option<&UserScopeInput>) -> Scope {
    let path = Path::root().field("scope").field("programmeIds");
    let asked = raw.cloned().unwrap_or_default();
    let programmes: Vec<ProgrammeId> = check.ids(&path, asked.programme_ids.as_ref());
    references.want_all(&path, &programmes);
    let categories = asked.categories.unwrap_or_default();
    Scope {
        programmes,
        categories: categories.into_iter().map(Into::into).collect(),
    }
}

/// Whoever is allowed was given one.
fn hashed(password: Option<Hashed>) -> Result<Hashed, Fault> {
    password.ok_or_else(|| Fault::internal("a password that was not made"))
}

/// Which user is named, once it is known that the one who asks may do this to users.
fn named(tx: &mut Tx, act: policy::Act, raw: &ID) -> Result<(Allowed, UserId), WriteError> {
    let allowed = allowed_on::<UserId>(tx, act, raw)?;
    let mut check = Check::default();
    let id = check.id(&Path::root().field("id"), raw);
    Ok((allowed, check.done_with(id)?))
}

/// The right; the log tells to whom or what it was refused.
fn allowed_on<I: RecordKind>(
    tx: &mut Tx,
    act: policy::Act,
    raw: &ID,
) -> Result<Allowed, WriteError> {
    let allowed = allow(tx.viewer(), act);
    if let (Err(_), Ok(id)) = (&allowed, crate::kit::graphql::id::parse::<I>(raw)) {
        let kind: Kind = I::KIND;
        tx.forbid(kind, RecordId(id.uuid()));
    }
    allowed
}

impl Act for UpdateUserInput {
    const NAME: &'static str = "updateUser";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let (allowed, user) = named(tx, policy::Act::UpdateUser, &self.id)?;
        let (mut check, mut references) = (Check::default(), References::default());
        let asked = self.scope.as_ref();
        let scope = asked.map(|_| scope(&mut check, &mut references, asked));
        references.look_up(tx, &mut check).await?;
        check.done()?;
        let changes = Changes {
            expected_version: Some(self.expected_version),
            email: self.email,
            role: self.role.map(Into::into),
            language: self.language.map(Into::into),
            scope,
            state: None,
        };
        let is_hers = tx.viewer().user == user;
        if is_hers {
            tx.forbid(Kind::User, RecordId(user.0));
        }
        tx.show(RecordId(user.0));
        users::change(&mut Signed::new(tx, allowed), &Whom::Id(user), changes).await?;
        Ok(RecordId(user.0))
    }
}

impl Act for DisableUserInput {
    const NAME: &'static str = "disableUser";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let (allowed, user) = named(tx, policy::Act::DisableUser, &self.id)?;
        let whom = Whom::Id(user);
        users::set_state(&mut Signed::new(tx, allowed), &whom, UserState::Disabled).await?;
        Ok(RecordId(user.0))
    }
}

impl Act for EnableUserInput {
    const NAME: &'static str = "enableUser";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let (allowed, user) = named(tx, policy::Act::EnableUser, &self.id)?;
        let whom = Whom::Id(user);
        users::set_state(&mut Signed::new(tx, allowed), &whom, UserState::Active).await?;
        Ok(RecordId(user.0))
    }
}

impl Act for LetUserInInput {
    const NAME: &'static str = "letUserIn";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let (allowed, user) = named(tx, policy::Act::LetUserIn, &self.id)?;
        tx.show(RecordId(user.0));
        let whom = Whom::Id(user);
        users::let_in(&mut Signed::new(tx, allowed), &whom, &self.expected_version).await?;
        Ok(RecordId(user.0))
    }
}

impl Act for ResetPassword {
    const NAME: &'static str = "resetPassword";

    fn request_id(&self) -> Option<&ID> {
        self.input.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let (allowed, user) = named(tx, policy::Act::ResetPassword, &self.input.id)?;
        let password = hashed(self.password)?;
        let whom = Whom::Id(user);
        users::reset_password(&mut Signed::new(tx, allowed), &whom, password).await?;
        Ok(RecordId(user.0))
    }
}

impl Act for CreateToken {
    const NAME: &'static str = "createToken";

    fn request_id(&self) -> Option<&ID> {
        self.input.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.input.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let input = self.input;
        let allowed = allowed_on::<UserId>(tx, policy::Act::CreateToken, &input.user_id)?;
        let root = Path::root();
        let mut check = Check::default();
        let id = check.client_id::<TokenId>(&root.field("id"), input.id.as_ref());
        let user = check.id(&root.field("userId"), &input.user_id);
        let user = check.done_with(user)?;
        let id = tx.id_or_new(id);
        let new = NewToken {
            id,
            secret: self.secret,
            name: input.name,
            days: input.days.unwrap_or(DAYS).into(),
        };
        let mut hand = Signed::new(tx, allowed);
        let made = tokens::create(&mut hand, &Whom::Id(user), new).await;
        made.map_err(|error| error.with_id_at("userId"))?;
        Ok(RecordId(id.0))
    }
}

impl Act for RevokeTokenInput {
    const NAME: &'static str = "revokeToken";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allowed_on::<TokenId>(tx, policy::Act::RevokeToken, &self.id)?;
        let mut check = Check::default();
        let id = check.id(&Path::root().field("id"), &self.id);
        let id = check.done_with(id)?;
        tokens::revoke(&mut Signed::new(tx, allowed), id).await?;
        Ok(RecordId(id.0))
    }
}
