//! The version of a user: it tells which of the log's entries speaks last of her.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::Engine;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let number = match Engine::of(manager)? {
            Engine::Sqlite => "INTEGER",
            Engine::Postgres => "BIGINT",
        };
        // Of who was there before nothing has been said yet.
        let add = format!("ALTER TABLE \"user\" ADD COLUMN version {number} NOT NULL DEFAULT 0");
        manager.get_connection().execute_unprepared(&add).await?;
        Ok(())
    }
}
