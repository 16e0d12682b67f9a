//! Letters and papers, and with whom they are.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{day, id, json, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("document")
            .columns(thing())
            .columns([
                text("kind"),
                day("day"),
                json("subject"),
                text("reference_number").null(),
                text("diary_number").null(),
                id("answers_id").null().of("document"),
                day("reply_due_on").null(),
                day("signed_on").null(),
                day("valid_until").null(),
            ])
            .check("reply_due_on >= day")
            .check("valid_until >= day")
            .check("valid_until >= signed_on")
            .index(&["day", "id"])
            .index(&["audience", "day", "id"])
            .index(&["answers_id"])
            .create(manager)
            .await?;
        Table::link(
            "document_party",
            [
                id("document_id").of("document"),
                id("stakeholder_id").of("stakeholder"),
            ],
        )
        .index(&["stakeholder_id"])
        .create(manager)
        .await
    }
}
