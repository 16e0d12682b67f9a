//! What entries of the log are found by is only added to, as the entries are.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::Engine;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 2] = ["log_change", "log_sight"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let conn = manager.get_connection();
        let engine = Engine::of(manager)?;
        for table in TABLES {
            match engine {
                Engine::Sqlite => {
                    for (name, act) in [("update", "UPDATE"), ("delete", "DELETE")] {
                        let guard = format!(
                            "CREATE TRIGGER {table}_no_{name} BEFORE {act} ON {table}
                             BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
                        );
                        conn.execute_unprepared(&guard).await?;
                    }
                }
                Engine::Postgres => {
                    let guard = format!(
                        "CREATE TRIGGER {table}_only_added
                         BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                         FOR EACH STATEMENT EXECUTE FUNCTION log_is_only_added_to()"
                    );
                    conn.execute_unprepared(&guard).await?;
                }
            }
        }
        Ok(())
    }
}
