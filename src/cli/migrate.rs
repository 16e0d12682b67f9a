//! `rabta migrate`: brings the database up to date, or says how far it is.

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use migration::{Migrator, MigratorTrait};
use sea_orm::DatabaseConnection;

use crate::cli::directory::Directory;
use crate::cli::open::{Purpose, open, open_file};
use crate::cli::{Shared, output};
use crate::concepts::meetings;
use crate::concepts::reference::rebuild_keys;
use crate::kit::config::{Secret, Store};
use crate::kit::db::Db;

/// Under this number PostgreSQL lets one instance at a time take the steps.
const TURN: i64 = 0x7261_6274;

/// What to do.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Words {
    /// Take all steps that were not taken yet
    Up,
    /// List the steps, and which were taken
    Status,
}

/// Runs the command.
///
/// # Errors
/// When the data cannot be reached or is newer than this program.
pub async fn run(shared: &Shared, words: &Words) -> Result<()> {
    let config = shared.config()?;
    match words {
        Words::Up => {
            open(&config, Purpose::Migrate).await?.close().await?;
            eprintln!("The database is up to date.");
        }
        Words::Status => {
            let db = match &config.store {
                Store::Directory(path) => {
                    open_file(&Directory::with_database(path)?.database()).await?
                }
                Store::Server(Secret(url)) => Db::postgres(url).await?,
            };
            let pending = pending(&db).await?;
            for name in steps() {
                let state = if pending.contains(&name) {
                    "pending"
                } else {
                    "applied"
                };
                output::print(&format!("{state}  {name}"))?;
            }
            db.close().await?;
        }
    }
    Ok(())
}

/// Takes all steps that were not taken yet. Several instances may do this at once: one takes
/// them, the others wait and find nothing to do.
///
/// # Errors
/// When a step fails, or the database is newer than this program.
pub async fn up(db: &Db) -> Result<()> {
    if db.is_sqlite() {
        return take_steps(db).await;
    }
    // A connection of its own: the lock belongs to it, and no transaction waits open beside it.
    let mut turn = db.writer().get_postgres_connection_pool().acquire().await?;
    sqlx::query("SELECT pg_advisory_lock($1)")
        .bind(TURN)
        .execute(&mut *turn)
        .await?;
    let taken = take_steps(db).await;
    sqlx::query("SELECT pg_advisory_unlock($1)")
        .bind(TURN)
        .execute(&mut *turn)
        .await?;
    taken
}

async fn take_steps(db: &Db) -> Result<()> {
    if !pending(db).await?.is_empty() {
        Migrator::up(db.writer(), None)
            .await
            .context("the database could not be brought up to date")?;
    }
    rebuild_keys(db).await?;
    meetings::keys::rebuild(db).await?;
    Ok(())
}

/// The steps that were not taken yet.
///
/// # Errors
/// When the database does not answer, or knows a step that this program does not.
pub async fn pending(db: &Db) -> Result<Vec<String>> {
    let taken = taken(db.writer()).await?;
    let known = steps();
    if let Some(newer) = taken.iter().find(|name| !known.contains(name)) {
        bail!(
            "the database is newer than this rabta ({}): it has taken the step {newer}. Use the \
             version that took it, or restore a backup",
            env!("CARGO_PKG_VERSION")
        );
    }
    Ok(known
        .into_iter()
        .filter(|name| !taken.contains(name))
        .collect())
}

/// All steps that this program knows, in their order.
pub(super) fn steps() -> Vec<String> {
    Migrator::get_migration_files()
        .iter()
        .map(|step| step.name().to_owned())
        .collect()
}

async fn taken(conn: &DatabaseConnection) -> Result<Vec<String>> {
    let rows = Migrator::get_migration_models(conn).await?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::ConnectionTrait;

    #[tokio::test]
    async fn a_database_of_a_newer_version_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::sqlite(&folder.path().join("rabta.db")).await.unwrap();
        up(&db).await.unwrap();
        assert!(pending(&db).await.unwrap().is_empty());
        let later = "INSERT INTO seaql_migrations VALUES ('m20990101_000001_later', 0)";
        db.writer().execute_unprepared(later).await.unwrap();

        let message = up(&db).await.unwrap_err().to_string();

        assert!(message.contains("m20990101_000001_later"), "{message}");
    }
}
