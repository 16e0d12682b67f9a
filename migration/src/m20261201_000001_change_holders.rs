//! What an office promised before its holder changed, and whether the new one has said it again; and
//! on which day the caucus last judged where it stands.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::day;
use crate::table::add;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What was judged before there was a column for its day.
const JUDGED: &str =
    "UPDATE commitment SET judged_on = (SELECT max(happened_on) FROM commitment_step
                      WHERE commitment_id = commitment.id AND basis = 'JUDGED')";

/// What waits to be said again is little beside all that was promised.
const WAITING: &str = "CREATE INDEX commitment_to_reconfirm_idx ON commitment (recorded_at, id) \
                       WHERE inherited_on IS NOT NULL AND reconfirmed_on IS NULL";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            "inherited_on",
            "reconfirm_by",
            "reconfirmed_on",
            "judged_on",
        ] {
            add(manager, "commitment", day(column).null()).await?;
        }
        let conn = manager.get_connection();
        conn.execute_unprepared(JUDGED).await?;
        conn.execute_unprepared(WAITING).await?;
        Ok(())
    }
}
