//! The log of what was done and refused, and the keys of requests that took effect.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{bytes, id, instant, json, text};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("log_entry")
            .columns([
                id("id").key(),
                instant("at"),
                id("actor_id").null().of("user"),
                id("acting_for").null(),
                text("act"),
                id("request_key").null(),
                text("outcome"),
                json("changes"),
            ])
            .index(&["at", "id"])
            .create(manager)
            .await?;
        Table::new("log_private")
            .columns([
                id("entry_id").key().of("log_entry"),
                id("record_id").key(),
                bytes("salt"),
                json("content"),
            ])
            .create(manager)
            .await?;
        Table::new("request")
            .columns([
                id("user_id").key().of("user"),
                id("key").key(),
                bytes("digest"),
                id("record_id").null(),
                instant("claimed_at"),
            ])
            .create(manager)
            .await
    }
}
