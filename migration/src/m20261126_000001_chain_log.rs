//! The chain over the log: one link an entry, in the order in which they took hold; and what keeps
//! both from being changed afterwards, by the database's own means.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{Engine, bytes, id, instant, long};
use crate::table::{Table, add};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What is only ever added to.
const KEPT: [&str; 3] = ["log_entry", "log_link", "log_origin"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(manager, "log_entry", bytes("signature").null()).await?;
        Table::new("log_origin")
            .columns([id("id").key(), instant("at"), bytes("public_key")])
            .create(manager)
            .await?;
        Table::new("log_link")
            .columns([
                long("sequence").key().check("sequence > 0"),
                id("entry_id").unique().of("log_entry"),
                bytes("hash"),
            ])
            .create(manager)
            .await?;
        Table::new("log_waiting")
            .columns([id("entry_id").key().of("log_entry"), long("written_in")])
            .index(&["written_in", "entry_id"])
            .create(manager)
            .await?;
        let conn = manager.get_connection();
        match Engine::of(manager)? {
            Engine::Sqlite => {
                for table in KEPT {
                    for act in ["UPDATE", "DELETE"] {
                        conn.execute_unprepared(&on_sqlite(table, act)).await?;
                    }
                }
                conn.execute_unprepared(&on_sqlite("log_private", "DELETE"))
                    .await?;
            }
            Engine::Postgres => {
                conn.execute_unprepared(REFUSE).await?;
                conn.execute_unprepared(WAIT).await?;
                for table in KEPT {
                    let acts = "UPDATE OR DELETE OR TRUNCATE";
                    conn.execute_unprepared(&on_postgres(table, acts)).await?;
                }
                let acts = "DELETE OR TRUNCATE";
                conn.execute_unprepared(&on_postgres("log_private", acts))
                    .await?;
            }
        }
        Ok(())
    }
}

fn on_sqlite(table: &str, act: &str) -> String {
    let name = act.to_lowercase();
    format!(
        "CREATE TRIGGER {table}_no_{name} BEFORE {act} ON {table}
         BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
    )
}

fn on_postgres(table: &str, acts: &str) -> String {
    format!(
        "CREATE TRIGGER {table}_only_added BEFORE {acts} ON {table}
         FOR EACH STATEMENT EXECUTE FUNCTION log_is_only_added_to()"
    )
}

const REFUSE: &str = "CREATE FUNCTION log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$";

/// An entry waits for its link under the number of its transaction, which tells when all that were
/// begun before it have ended.
const WAIT: &str = "CREATE FUNCTION log_entry_waits() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
        INSERT INTO log_waiting VALUES (NEW.id, pg_current_xact_id()::text::bigint);
        RETURN NULL;
    END $$;
    CREATE TRIGGER log_entry_waits AFTER INSERT ON log_entry
        FOR EACH ROW EXECUTE FUNCTION log_entry_waits()";
