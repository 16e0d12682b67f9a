//! The keys of requests that took effect, so that the same request sent again changes nothing.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::ids::{RecordId, UserId};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: UserId,
    /// Made by the client.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: Uuid,
    /// Of the request's content: the same key with other content is refused.
    pub digest: Vec<u8>,
    /// The record that the request made or changed, which answers a repetition.
    pub record_id: Option<RecordId>,
    pub claimed_at: DateTime<Utc>,
    /// What was refused of a bulk act that took effect otherwise, answered again with the rest.
    pub refused: Option<Value>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
