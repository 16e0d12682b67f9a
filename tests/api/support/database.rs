//! A database for each test, copied from one that is migrated once a run.

use std::path::PathBuf;
use std::sync::OnceLock;

use rabta::cli::migrate;
use rabta::kit::clock::Clock;
use rabta::kit::db::Db;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// Which database a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// What is to be cleared away when a test is over.
pub enum Place {
    Folder(TempDir),
    Server { name: String },
}

/// Makes a database that has all tables and the reference data.
pub async fn make(engine: Engine) -> (Db, Place) {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("rabta.db");
            std::fs::copy(sqlite_template().await, &file).unwrap();
            (Db::sqlite(&file).await.unwrap(), Place::Folder(folder))
        }
        Engine::Postgres => {
            let name = new_name();
            let template = postgres_template().await;
            let statement = format!("CREATE DATABASE {name} TEMPLATE {template}");
            run(&statement).await;
            let db = Db::postgres(&of_name(&name)).await.unwrap();
            (db, Place::Server { name })
        }
    }
}

/// Clears away what [`make`] made.
pub async fn clear(place: Place) {
    match place {
        Place::Folder(folder) => drop(folder),
        Place::Server { name } => run(&format!("DROP DATABASE {name} WITH (FORCE)")).await,
    }
}

async fn sqlite_template() -> &'static PathBuf {
    static TEMPLATE: OnceCell<PathBuf> = OnceCell::const_new();
    static FOLDER: OnceLock<TempDir> = OnceLock::new();
    let make = || async {
        let folder = FOLDER.get_or_init(|| tempfile::tempdir().unwrap());
        let file = folder.path().join("template.db");
        let db = Db::sqlite(&file).await.unwrap();
        migrate::up(&db).await.unwrap();
        db.close().await.unwrap();
        file
    };
    TEMPLATE.get_or_init(make).await
}

async fn postgres_template() -> &'static str {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let make = || async {
        sweep().await;
        let name = new_name();
        run(&format!("CREATE DATABASE {name}")).await;
        let db = Db::postgres(&of_name(&name)).await.unwrap();
        migrate::up(&db).await.unwrap();
        db.close().await.unwrap();
        name
    };
    TEMPLATE.get_or_init(make).await
}

/// How long a database is left alone that no test cleared away: the template, and those of a run
/// that was stopped.
const LEFT_ALONE: i64 = 3 * 60 * 60;

/// A name that tells when it was given.
fn new_name() -> String {
    let now = Clock::System.now().timestamp();
    format!("rabta_api_{now}_{:08x}", getrandom::u32().unwrap())
}

/// Drops what earlier runs left.
async fn sweep() {
    let admin: DatabaseConnection = Database::connect(server()).await.unwrap();
    let all = "SELECT datname::text FROM pg_database WHERE datname LIKE 'rabta\\_api\\_%'";
    let all = Statement::from_string(DbBackend::Postgres, all);
    let oldest = Clock::System.now().timestamp() - LEFT_ALONE;
    for row in admin.query_all_raw(all).await.unwrap() {
        let name: String = row.try_get_by_index(0).unwrap();
        let given = name
            .split('_')
            .nth(2)
            .and_then(|given| given.parse::<i64>().ok());
        if given.is_some_and(|given| given < oldest) {
            let statement = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            // Another run may be sweeping as well.
            admin.execute_unprepared(&statement).await.ok();
        }
    }
    admin.close().await.unwrap();
}

async fn run(statement: &str) {
    let admin: DatabaseConnection = Database::connect(server()).await.unwrap();
    admin.execute_unprepared(statement).await.unwrap();
    admin.close().await.unwrap();
}

/// The address of one database of the server.
fn of_name(name: &str) -> String {
    let server = server();
    let (before, options) = server.split_once('?').unwrap_or((&server, ""));
    let (host, _) = before.rsplit_once('/').unwrap();
    format!("{host}/{name}?{options}")
}

#[expect(
    clippy::disallowed_methods,
    reason = "the server under test is told by the environment"
)]
fn server() -> String {
    std::env::var("RABTA_TEST_POSTGRES_URL")
        .expect("RABTA_TEST_POSTGRES_URL is not set: run cargo xtask test, which sets it")
}
