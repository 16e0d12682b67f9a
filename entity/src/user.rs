//! Who may sign in.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::enums::{Language, Role, UserState};
use crate::ids::{PersonId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "user")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: UserId,
    pub person_id: PersonId,
    /// In lower case.
    pub email: String,
    /// `None` until the user has chosen a password.
    #[serde(skip_serializing)]
    pub password_hash: Option<String>,
    pub role: Role,
    pub state: UserState,
    /// Raised to end all sessions and tokens made before.
    pub access_epoch: i64,
    pub language: Language,
    pub created_at: DateTime<Utc>,
    /// Raised by every act on her, her scope and her tokens; 0 while no entry of the log says what
    /// she is.
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
