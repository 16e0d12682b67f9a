//! What an administrator changes of a user. Her access epoch rises with each change that must
//! reach what she has signed in with: sessions and tokens made before hold no longer.

use entity::enums::{Role, UserState};
use entity::user;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, Set,
};

use crate::app::App;
use crate::concepts::access::password;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

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
/// When the password will not do, or the database does not answer.
pub async fn set_password(
    tx: &DatabaseTransaction,
    app: &App,
    user: &user::Model,
    password: String,
) -> Result<(), WriteError> {
    if let Some(complaint) = password::complaint(&password) {
        let at = Path::root().field("password");
        return Err(UserError::new(UserErrorCode::Invalid, &at, complaint).into());
    }
    let mut row = user.clone().into_active_model();
    row.password_hash = Set(Some(app.hasher.hash(password).await?));
    row.access_epoch = Set(user.access_epoch + 1);
    row.update(tx).await.map_err(Fault::from)?;
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
