//! Files on meetings and documents, and their bytes.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{bytes, id, int, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("attachment")
            .columns(thing())
            .columns([
                id("meeting_id").null().of("meeting"),
                id("document_id").null().of("document"),
                text("kind"),
                text("name").null(),
                int("size").null().check("size > 0"),
                text("sha256").null(),
            ])
            .check("(meeting_id IS NULL) <> (document_id IS NULL)")
            .check("(name IS NULL) = (size IS NULL) AND (name IS NULL) = (sha256 IS NULL)")
            .index(&["meeting_id"])
            .index(&["document_id"])
            .create(manager)
            .await?;
        Table::new("attachment_content")
            .columns([id("attachment_id").key().of("attachment"), bytes("bytes")])
            .create(manager)
            .await
    }
}
