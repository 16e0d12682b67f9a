//! The bytes of a file. They are kept by the file and not by their digest: who sends what somebody
//! else sent before must not find out by how long it takes.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::AttachmentId;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, DeriveEntityModel)]
#[sea_orm(table_name = "attachment_content")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub attachment_id: AttachmentId,
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
