//! Who may act for a member, what was recorded so, and whether she has confirmed it.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{id, instant};
use crate::table::{Table, add};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What waits to be confirmed is little beside all that is recorded, and is asked for at each
/// opening of the page.
const WAITING: &str = "CREATE INDEX record_waiting_idx ON record (acting_for, recorded_at, id) \
                       WHERE acting_for IS NOT NULL AND confirmed_at IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("acting")
            .columns([
                id("member_id").key().of("member"),
                id("user_id").key().of("user"),
                instant("granted_at"),
                instant("ended_at").null(),
            ])
            .index(&["user_id"])
            .create(manager)
            .await?;
        add(manager, "record", instant("confirmed_at").null()).await?;
        for table in ["commitment_step", "commitment_amount"] {
            add(manager, table, id("acting_for").of("member").null()).await?;
        }
        manager.get_connection().execute_unprepared(WAITING).await?;
        Ok(())
    }
}
