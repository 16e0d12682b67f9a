//! Users: made, listed and kept out by an administrator, read anew for each request.

mod change;
mod create;
pub mod face;
pub mod image;
mod list;
mod viewer;

use entity::ids::UserId;
use entity::user;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect};

pub use change::{
    Administrators, Changes, change, expect_version, set_password, set_state, state_changed,
    version,
};
pub use create::{NewUser, create};
pub use list::{Listed, ScopeInWords, all};
pub use viewer::viewer;
pub(super) use viewer::{sign_in, viewer_by};

use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// An address as it is kept: trimmed, in lower case.
#[must_use]
pub fn normalise(email: &str) -> String {
    email.trim().to_lowercase()
}

/// Which user is meant.
#[derive(Clone, Debug)]
pub enum Whom {
    /// By her id.
    Id(UserId),
    /// By her address, in any case.
    Address(String),
}

impl Whom {
    /// The user; nobody else changes her until the transaction ends.
    ///
    /// # Errors
    /// `NOT_FOUND` when there is none; when the database does not answer.
    pub async fn find(&self, tx: &DatabaseTransaction) -> Result<user::Model, WriteError> {
        let (is_she, message) = match self {
            Self::Id(id) => (
                user::Column::Id.eq(*id),
                "There is no such user.".to_owned(),
            ),
            Self::Address(email) => (
                user::Column::Email.eq(normalise(email)),
                format!("there is no user with the address {email}"),
            ),
        };
        let found = user::Entity::find()
            .filter(is_she)
            .lock(LockType::NoKeyUpdate)
            .one(tx)
            .await
            .map_err(Fault::from)?;
        found.ok_or_else(|| {
            let path = Path::root().field("id");
            UserError::new(UserErrorCode::NotFound, &path, message).into()
        })
    }
}
