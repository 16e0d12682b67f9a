//! Giving access and taking it away, as the API shows it.

use async_graphql::{Context, Object, Result, SimpleObject};

use crate::concepts::access::password::{Hashed, new_password};
use crate::concepts::access::policy::{self, allow};
use crate::concepts::access::users::face::User;
use crate::concepts::access::{CtxExt, tokens};
use crate::concepts::administration::act::{CreateToken, CreateUser, ResetPassword};
use crate::concepts::administration::input::{
    CreateTokenInput, CreateUserInput, DisableUserInput, EnableUserInput, LetUserInInput,
    ResetPasswordInput, RevokeTokenInput, UpdateUserInput,
};
use crate::concepts::administration::query::Token;
use crate::concepts::log::act::Performed;
use crate::concepts::log::{payload, perform, performed};
use crate::kit::fault::Fault;
use crate::kit::user_error::{UserError, WriteError};

/// What came of letting somebody sign in.
#[derive(SimpleObject)]
pub struct CreateUserPayload {
    /// The user as she now is; null when it was refused.
    pub user: Option<User>,
    /// Her password, made by the server and shown this once; null when it was refused, and when this
    /// request took effect before: then `resetPassword` gives her another.
    pub password: Option<String>,
    /// Whether this request took effect before. What it showed once it does not show again.
    pub was_done_before: bool,
    /// What was wrong with the input; empty when it took effect. Nothing is half done: with an error
    /// here nothing was changed.
    pub user_errors: Vec<UserError>,
}

/// What came of giving a user another password.
#[derive(SimpleObject)]
pub struct ResetPasswordPayload {
    /// The user; null when it was refused.
    pub user: Option<User>,
    /// Her password, made by the server and shown this once; null when it was refused, and when this
    /// request took effect before: then a new request gives her another.
    pub password: Option<String>,
    /// Whether this request took effect before. What it showed once it does not show again.
    pub was_done_before: bool,
    /// What was wrong with the input; empty when it took effect. Nothing is half done: with an error
    /// here nothing was changed.
    pub user_errors: Vec<UserError>,
}

/// What came of making a token.
#[derive(SimpleObject)]
pub struct CreateTokenPayload {
    /// The token; null when it was refused.
    pub token: Option<Token>,
    /// Its secret, which a program sends as `Authorization: Bearer`; shown this once. Null when it
    /// was refused, and when this request took effect before: then revoke it and make another.
    pub secret: Option<String>,
    /// Whether this request took effect before. What it showed once it does not show again.
    pub was_done_before: bool,
    /// What was wrong with the input; empty when it took effect. Nothing is half done: with an error
    /// here nothing was changed.
    pub user_errors: Vec<UserError>,
}

payload! {
    /// What came of changing a user.
    UpdateUserPayload {
        /// The user as she now is; null when it was refused.
        user: User
    }
}

payload! {
    /// What came of keeping a user out.
    DisableUserPayload {
        /// The user as she now is; null when it was refused.
        user: User
    }
}

payload! {
    /// What came of letting a user in again.
    EnableUserPayload {
        /// The user as she now is; null when it was refused.
        user: User
    }
}

payload! {
    /// What came of letting in who waited.
    LetUserInPayload {
        /// The user as she now is; null when it was refused.
        user: User
    }
}

payload! {
    /// What came of ending a token.
    RevokeTokenPayload {
        /// The token as it now is; null when it was refused.
        token: Token
    }
}

/// A secret, with what came of the act that was to show it: it is shown by the one request that
/// took effect.
fn shown_once<R>(secret: String, performed: &Performed<R>) -> Option<String> {
    let is_done = performed.record.is_some() && performed.user_errors.is_empty();
    (is_done && !performed.is_again).then_some(secret)
}

/// A new password with its hash, which takes its time, so that it is made only for who may do this.
async fn new_hashed(ctx: &Context<'_>, act: policy::Act) -> Result<(String, Option<Hashed>)> {
    let password = new_password();
    if allow(ctx.viewer()?, act).is_err() {
        return Ok((password, None));
    }
    let hashed = Hashed::new(ctx.app()?, password.clone()).await;
    let hashed = hashed.map_err(|error| match error {
        WriteError::Fault(fault) => fault,
        WriteError::Refused(_) => Fault::internal("a password was made that will not do"),
    })?;
    Ok((password, Some(hashed)))
}

/// What administrators do, and coordinators beside them.
#[derive(Default)]
pub struct AdministrationMutation;

/// What administrators do.
#[Object]
impl AdministrationMutation {
    /// Gives somebody a way to sign in, by a password that the server makes and shows this once.
    /// Coordinators, members and aides, who read what was said in confidence, then wait until a
    /// coordinator lets them in by `letUserIn`: an administrator may not read it, also not by a way
    /// in that he gave himself.
    async fn create_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] input: CreateUserInput,
    ) -> Result<CreateUserPayload> {
        let (secret, password) = new_hashed(ctx, policy::Act::CreateUser).await?;
        let done = performed::<_, User>(ctx, &CreateUser { input, password }).await?;
        Ok(CreateUserPayload {
            password: shown_once(secret, &done),
            was_done_before: done.is_again,
            user: done.record,
            user_errors: done.user_errors,
        })
    }

    /// Changes a user. Where her role, her address or what she may see is another than before, her
    /// sessions and tokens end.
    async fn update_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is to be other.")] input: UpdateUserInput,
    ) -> Result<UpdateUserPayload> {
        perform(ctx, input).await
    }

    /// Keeps a user out: her sessions and tokens end at once. Undone by `enableUser`, after which she
    /// signs in anew. The last administrator is not kept out.
    async fn disable_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: DisableUserInput,
    ) -> Result<DisableUserPayload> {
        perform(ctx, input).await
    }

    /// Lets a user in again who was kept out. Coordinators, members and aides then wait, as after
    /// `createUser`.
    async fn enable_user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: EnableUserInput,
    ) -> Result<EnableUserPayload> {
        perform(ctx, input).await
    }

    /// Lets in who was given a way in and waits, once you know that it is she who has it. Done by
    /// coordinators; one who waits herself is let in by another, or at the shell.
    async fn let_user_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom.")] input: LetUserInInput,
    ) -> Result<LetUserInPayload> {
        perform(ctx, input).await
    }

    /// Gives a user another password, which the server makes and shows this once. Her sessions and
    /// tokens end, and she need not wait any more after wrong attempts. Coordinators, members and
    /// aides are then `WAITING`, as after `createUser`.
    async fn reset_password(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose.")] input: ResetPasswordInput,
    ) -> Result<ResetPasswordPayload> {
        let (secret, password) = new_hashed(ctx, policy::Act::ResetPassword).await?;
        let done = performed::<_, User>(ctx, &ResetPassword { input, password }).await?;
        Ok(ResetPasswordPayload {
            password: shown_once(secret, &done),
            was_done_before: done.is_again,
            user: done.record,
            user_errors: done.user_errors,
        })
    }

    /// Makes a token with which a program acts as a partner or an administrator. Its secret is shown
    /// this once. For those who read what was said in confidence it is made at the shell.
    async fn create_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] input: CreateTokenInput,
    ) -> Result<CreateTokenPayload> {
        let secret = tokens::secret();
        let act = CreateToken {
            input,
            secret: secret.clone(),
        };
        let done = performed::<_, Token>(ctx, &act).await?;
        Ok(CreateTokenPayload {
            secret: shown_once(secret, &done),
            was_done_before: done.is_again,
            token: done.record,
            user_errors: done.user_errors,
        })
    }

    /// Ends a token: it is refused at the next request.
    async fn revoke_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] input: RevokeTokenInput,
    ) -> Result<RevokeTokenPayload> {
        perform(ctx, input).await
    }
}
