//! The log's tables behind views that throw away what is put into them: the same server without what
//! the log costs its database.

use anyhow::Result;
use rabta::kit::db::Db;
use sea_orm::ConnectionTrait;

/// What an act puts into the log. The links of the chain are put there after it on PostgreSQL, which
/// takes of the same machine.
const TABLES: [&str; 5] = [
    "log_entry",
    "log_private",
    "log_change",
    "log_sight",
    "log_link",
];

/// Has a database keep nothing more of the log, for good.
pub async fn forget(db: &Db) -> Result<()> {
    if !db.is_sqlite() {
        run(
            db,
            "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        )
        .await?;
    }
    for table in TABLES {
        run(db, &format!("ALTER TABLE {table} RENAME TO kept_{table}")).await?;
        run(
            db,
            &format!("CREATE VIEW {table} AS SELECT * FROM kept_{table}"),
        )
        .await?;
        let of = format!("CREATE TRIGGER forgets_{table} INSTEAD OF INSERT ON {table}");
        let forgets = if db.is_sqlite() {
            format!("{of} BEGIN SELECT 1; END")
        } else {
            format!("{of} FOR EACH ROW EXECUTE FUNCTION nothing()")
        };
        run(db, &forgets).await?;
    }
    Ok(())
}

async fn run(db: &Db, statement: &str) -> Result<()> {
    db.writer().execute_unprepared(statement).await?;
    Ok(())
}
