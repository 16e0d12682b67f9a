//! What an office promised before its holder changed, and whether the new one has said it again.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::day;
use crate::table::add;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What waits to be said again is little beside all that was promised.
const WAITING: &str = "CREATE INDEX commitment_to_reconfirm_idx ON commitment (recorded_at, id) \
                       WHERE inherited_on IS NOT NULL AND reconfirmed_on IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["inherited_on", "reconfirm_by", "reconfirmed_on"] {
            add(manager, "commitment", day(column).null()).await?;
        }
        manager.get_connection().execute_unprepared(WAITING).await?;
        Ok(())
    }
}
