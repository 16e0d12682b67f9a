//! The people of each record, and who recorded it: what the circle of record, person, user and member
//! kept back until all four were there.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::id;
use crate::table::{Table, refer};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::link(
            "record_person",
            [id("record_id").of("record"), id("person_id").of("person")],
        )
        .index(&["person_id", "record_id"])
        .create(manager)
        .await?;
        refer(manager, "record", "recorded_by", "user").await?;
        refer(manager, "record", "acting_for", "member").await
    }
}
