//! Who was at a meeting: those named and those only counted.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{id, int, text};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("meeting_attendee")
            .columns([
                id("id").key(),
                id("meeting_id").of("meeting"),
                int("position"),
                id("person_id").of("person"),
                text("capacity"),
                id("stakeholder_id").null().of("stakeholder"),
                text("role"),
                text("attendance"),
            ])
            .unique(&["meeting_id", "person_id"])
            .index(&["person_id", "meeting_id"])
            .create(manager)
            .await?;
        Table::new("meeting_group")
            .columns([
                id("id").key(),
                id("meeting_id").of("meeting"),
                int("position"),
                text("label"),
                int("headcount").check("headcount > 0"),
                int("women").null().check("women >= 0"),
                int("men").null().check("men >= 0"),
                int("not_stated").null().check("not_stated >= 0"),
                text("basis"),
            ])
            .index(&["meeting_id", "position"])
            .create(manager)
            .await
    }
}
