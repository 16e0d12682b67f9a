//! What an administrator changes of a user. Her access epoch rises with each change that must
//! reach what she has signed in with: sessions and tokens made before hold no longer.

use entity::enums::{Language, Role, UserState};
use entity::user;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, Set,
};

use crate::concepts::access::password::Hashed;
use crate::concepts::access::users::create::{clear_scope, free_address, insert_scope};
use crate::concepts::access::viewer::Scope;
use crate::kit::fault::Fault;
use crate::kit::user_error::WriteError;

/// Keeps a user out or lets her in again; whatever she was signed in with stays void. Answers
/// whether there was anything to change.
///
/// # Errors
/// When the database does not answer.
pub async fn set_state(
    tx: &DatabaseTransaction,
    user: &user::Model,
    state: UserState,
) -> Result<bool, Fault> {
    if user.state == state {
        return Ok(false);
    }
    let mut row = user.clone().into_active_model();
    row.state = Set(state);
    row.access_epoch = Set(user.access_epoch + 1);
    row.update(tx).await?;
    Ok(true)
}

/// Gives a user another password; whatever she was signed in with is void.
///
/// # Errors
/// When the database does not answer.
pub async fn set_password(
    tx: &DatabaseTransaction,
    user: &user::Model,
    password: Hashed,
) -> Result<(), Fault> {
    let mut row = user.clone().into_active_model();
    row.password_hash = Set(Some(password.0));
    row.access_epoch = Set(user.access_epoch + 1);
    row.update(tx).await?;
    Ok(())
}

/// What is to be other of a user; `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Another address.
    pub email: Option<String>,
    /// Another role; who is a partner no longer is not narrowed any more.
    pub role: Option<Role>,
    /// Another language to read.
    pub language: Option<Language>,
    /// All that a partner may see, anew.
    pub scope: Option<Scope>,
}

/// Changes a user; unless it is her language alone, whatever she was signed in with is void.
/// Answers whether there was anything to change.
///
/// # Errors
/// When the address will not do or is taken, or the database does not answer.
pub async fn change(
    tx: &DatabaseTransaction,
    user: &user::Model,
    changes: Changes,
) -> Result<bool, WriteError> {
    let mut row = user.clone();
    if let Some(email) = &changes.email {
        row.email = free_address(tx, email, user.id).await?;
    }
    row.role = changes.role.unwrap_or(user.role);
    row.language = changes.language.unwrap_or(user.language);
    let is_widened = user.role == Role::Partner && row.role != Role::Partner;
    let scope = changes.scope.or(is_widened.then(Scope::default));
    let rights_change = row.email != user.email || row.role != user.role || scope.is_some();
    if !rights_change && row.language == user.language {
        return Ok(false);
    }
    row.access_epoch += i64::from(rights_change);
    let written = row.into_active_model().reset_all().update(tx).await;
    written.map_err(Fault::from)?;
    if let Some(scope) = scope {
        clear_scope(tx, user.id).await?;
        insert_scope(tx, user.id, scope).await?;
    }
    Ok(true)
}

/// How many administrators can sign in.
///
/// # Errors
/// When the database does not answer.
pub async fn admins_left(tx: &DatabaseTransaction) -> Result<u64, Fault> {
    Ok(user::Entity::find()
        .filter(user::Column::Role.eq(Role::Admin))
        .filter(user::Column::State.eq(UserState::Active))
        .count(tx)
        .await?)
}
