//! What a search of meetings looks through: the words of the title, and the names of offices as
//! they were written. The program computes them when it starts, for the meetings that have none
//! yet; the index holds those alone, so that looking for them costs nothing once all have them.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::text;
use crate::table::add;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "meeting", text("title_key").null()).await?;
        add(manager, "meeting", text("texts_key").null()).await?;
        let index = "CREATE INDEX meeting_without_keys_idx ON meeting (id) WHERE title_key IS NULL";
        manager.get_connection().execute_unprepared(index).await?;
        Ok(())
    }
}
