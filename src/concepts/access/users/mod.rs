//! Users: made, listed and kept out by an administrator, read anew for each request.

mod change;
mod create;
pub mod face;
mod list;
mod viewer;

use entity::user;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

pub use change::{Changes, admins_left, change, set_password, set_state};
pub use create::{NewUser, create};
pub use list::{Listed, ScopeInWords, all};
pub use viewer::viewer;
pub(super) use viewer::{sign_in, viewer_by};

use crate::kit::fault::Fault;

/// An address as it is kept: trimmed, in lower case.
#[must_use]
pub fn normalise(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The user with an address, in any case; nobody else changes her until the transaction ends.
///
/// # Errors
/// When the database does not answer.
pub async fn with_address(
    tx: &DatabaseTransaction,
    email: &str,
) -> Result<Option<user::Model>, Fault> {
    Ok(user::Entity::find()
        .filter(user::Column::Email.eq(normalise(email)))
        .lock_exclusive()
        .one(tx)
        .await?)
}
