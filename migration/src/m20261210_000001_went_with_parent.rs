//! Which records left the lists only because what they hang on did.

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
        let conn = manager.get_connection();
        let column = match Engine::of(manager)? {
            Engine::Sqlite => "INTEGER NOT NULL DEFAULT 0 CHECK (went_with_parent IN (0, 1))",
            Engine::Postgres => "BOOLEAN NOT NULL DEFAULT false",
        };
        let add = format!("ALTER TABLE record ADD COLUMN went_with_parent {column}");
        conn.execute_unprepared(&add).await?;
        // Until now the day told it.
        let went = "UPDATE record SET went_with_parent = TRUE
                    WHERE archived_on = (SELECT parent.archived_on FROM record AS parent
                                         WHERE parent.id = record.parent_id)";
        conn.execute_unprepared(went).await?;
        Ok(())
    }
}
