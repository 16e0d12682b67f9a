//! Where the data of a run lies: a folder, or a database on a server, which go with the run.

use std::fmt;

use anyhow::{Context, Result};
use clap::ValueEnum;
use rabta::cli::directory::Directory;
use rabta::cli::open::{Opened, Purpose, open};
use rabta::kit::config::{Config, Secret, Store, environment};
use rabta::kit::db::Db;
use rabta::kit::secret::{hex, random};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use sqlx::ConnectOptions;
use sqlx::postgres::PgConnectOptions;
use tempfile::TempDir;

/// Names a PostgreSQL server on which databases may be made, as for the tests.
const VARIABLE: &str = "RABTA_TEST_POSTGRES_URL";

/// A database engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// SQLite, in a file.
    Sqlite,
    /// PostgreSQL, on a server.
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// A place for data.
pub struct Place {
    /// On which engine.
    pub engine: Engine,
    /// What a server is told to find it.
    pub config: Config,
    folder: TempDir,
    admin: Option<(DatabaseConnection, String)>,
}

impl Place {
    /// Makes one.
    pub async fn make(engine: Engine) -> Result<Self> {
        let folder = tempfile::tempdir().context("no folder can be made for the data")?;
        let (store, admin) = match engine {
            Engine::Sqlite => (Store::Directory(folder.path().to_owned()), None),
            Engine::Postgres => {
                let (url, admin) = make_database().await?;
                (Store::Server(Secret(url)), Some(admin))
            }
        };
        let secret = Some(Secret(hex(&random::<32>())));
        Ok(Self {
            engine,
            config: Config { store, secret },
            folder,
            admin,
        })
    }

    /// Opens it as a server does.
    pub async fn open(&self) -> Result<Opened> {
        open(&self.config, Purpose::Serve).await
    }

    /// Further ways into the same data, with the same settings, for what is compared.
    pub async fn further(&self) -> Result<Db> {
        Ok(match &self.config.store {
            Store::Directory(path) => Db::sqlite(&Directory::at(path)?.database()).await?,
            Store::Server(Secret(url)) => Db::postgres(url).await?,
        })
    }

    /// Removes the data.
    pub async fn remove(self) -> Result<()> {
        if let Some((admin, name)) = self.admin {
            admin
                .execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)"))
                .await?;
            admin.close().await?;
        }
        Ok(self.folder.close()?)
    }
}

async fn make_database() -> Result<(String, (DatabaseConnection, String))> {
    let server = environment(VARIABLE).with_context(|| {
        format!("{VARIABLE} is not set: run `cargo xtask bench`, which sets it, or --only sqlite")
    })?;
    let admin = Database::connect(&server).await?;
    let name = format!("rabta_promises_{}", hex(&random::<8>()));
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await?;
    let options = server.parse::<PgConnectOptions>()?.database(&name);
    Ok((options.to_url_lossy().to_string(), (admin, name)))
}
