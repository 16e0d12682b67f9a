//! What an administrator changes of a user. Her access epoch rises with each change that must
//! reach what she has signed in with: sessions and tokens made before hold no longer.

use entity::enums::{Role, UserState};
use entity::user;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, Set,
};

use crate::concepts::access::password::Hashed;
use crate::kit::fault::Fault;

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
