//! Who may sign in, and how they stay signed in.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{bytes, id, instant, int, long, text};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("user")
            .columns([
                id("id").key(),
                id("person_id").of("person").unique(),
                text("email").unique(),
                text("password_hash").null(),
                text("role"),
                text("state"),
                long("access_epoch"),
                text("language"),
                instant("created_at"),
            ])
            .create(manager)
            .await?;
        Table::new("session")
            .columns([
                bytes("digest").key(),
                id("user_id").of("user"),
                long("access_epoch"),
                instant("created_at"),
                instant("expires_at"),
                instant("last_seen_at"),
            ])
            .index(&["user_id"])
            .create(manager)
            .await?;
        Table::new("token")
            .columns([
                id("id").key(),
                id("user_id").of("user"),
                text("name"),
                bytes("digest").unique(),
                long("access_epoch"),
                instant("created_at"),
                instant("expires_at"),
                instant("revoked_at").null(),
            ])
            .index(&["user_id"])
            .create(manager)
            .await?;
        Table::new("sign_in_throttle")
            .columns([
                bytes("key").key(),
                int("failures"),
                instant("last_failure_at"),
            ])
            .create(manager)
            .await
    }
}
