//! Opening the data that the configuration names, whatever the command.

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};

use crate::app::App;
use crate::cli::directory::Directory;
use crate::cli::migrate;
use crate::concepts::log::chain::is_ours;
use crate::kit::config::{Config, Secret, Store};
use crate::kit::db::{Db, is_no_database};
use crate::kit::secret::Keys;

/// What the data is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To serve it: one server at a time has a SQLite file.
    Serve,
    /// To bring it up to date, as a server would, beside none or one of this version.
    Migrate,
    /// For a short command, which works beside a server on data that is there.
    Beside,
}

/// The server on its data, and the claim on the directory for as long as it is kept.
#[derive(Debug)]
pub struct Opened {
    /// The server.
    pub app: App,
    claim: Option<File>,
}

/// Opens the data; a server, and who asks for it, brings the database up to date. A short command
/// neither makes a database nor changes its tables: a name that was typed wrong would go unseen,
/// and an older server may be at work there.
///
/// # Errors
/// When the data cannot be reached, is somebody else's, is older than a short command needs it or
/// newer than this program, or was begun with another root secret.
pub async fn open(config: &Config, purpose: Purpose) -> Result<Opened> {
    let opened = open_store(config, purpose).await?;
    if !is_ours(&opened.app).await? {
        bail!(
            "{} was begun with another root secret: give the one it had, by RABTA_SECRET_FILE, \
             RABTA_SECRET or the file in the data directory",
            config.store
        );
    }
    Ok(opened)
}

async fn open_store(config: &Config, purpose: Purpose) -> Result<Opened> {
    match &config.store {
        Store::Directory(path) => {
            let directory = match purpose {
                Purpose::Serve | Purpose::Migrate => Directory::at(path)?,
                Purpose::Beside => Directory::with_database(path)?,
            };
            let _opening = directory.opening()?;
            open_directory(&directory, config, purpose).await
        }
        Store::Server(Secret(url)) => {
            let keys = keys(config, None)?;
            let db = Db::postgres(url).await;
            let db = db.with_context(|| format!("{} does not answer", config.store))?;
            match purpose {
                Purpose::Serve | Purpose::Migrate => migrate::up(&db).await?,
                Purpose::Beside => must_be_up_to_date(&db, config).await?,
            }
            Ok(Opened {
                app: App::new(db, keys),
                claim: None,
            })
        }
    }
}

async fn open_directory(
    directory: &Directory,
    config: &Config,
    purpose: Purpose,
) -> Result<Opened> {
    let claim = match purpose {
        Purpose::Serve => Some(directory.serving()?),
        Purpose::Migrate | Purpose::Beside => None,
    };
    let keys = keys(config, Some(directory))?;
    directory.make_database()?;
    let db = open_file(&directory.database()).await?;
    match purpose {
        Purpose::Serve => migrate::up(&db).await?,
        Purpose::Migrate if migrate::pending(&db).await?.is_empty() => migrate::up(&db).await?,
        Purpose::Migrate => {
            // The tables must not change under a server that runs, which is of another version.
            let _alone = directory
                .serving()
                .context("the database must be brought up to date first")?;
            migrate::up(&db).await?;
        }
        Purpose::Beside => must_be_up_to_date(&db, config).await?,
    }
    Ok(Opened {
        app: App::new(db, keys),
        claim,
    })
}

async fn must_be_up_to_date(db: &Db, config: &Config) -> Result<()> {
    let pending = migrate::pending(db).await?;
    if pending.is_empty() {
        return Ok(());
    }
    let state = if pending.len() == migrate::steps().len() {
        "has no data of Rabta yet"
    } else {
        "was made by an older rabta"
    };
    bail!(
        "{} {state}: `rabta serve` or `rabta migrate up` brings it up to date; or name another",
        config.store
    )
}

/// Opens a SQLite file, which is made if it is not there.
///
/// # Errors
/// When it cannot be opened, or is something else; the message names it.
pub async fn open_file(file: &Path) -> Result<Db> {
    match Db::sqlite(file).await {
        Err(error) if is_no_database(&error) => Err(anyhow!(
            "{} is not a SQLite database: move it away if it is something else, put a backup in \
             its place if it was one, or give another --data-dir",
            file.display()
        )),
        opened => opened.with_context(|| format!("{} cannot be opened", file.display())),
    }
}

fn keys(config: &Config, directory: Option<&Directory>) -> Result<Keys> {
    match (&config.secret, directory) {
        (Some(Secret(root)), _) => Ok(Keys::derive(root.as_bytes())?),
        (None, Some(directory)) => Ok(Keys::of_directory(directory.path())?),
        // The configuration refuses this already.
        (None, None) => anyhow::bail!("there is no root secret"),
    }
}

impl Opened {
    /// Closes the data after what is under way, and gives up the claim.
    ///
    /// # Errors
    /// When the database could not be told.
    pub async fn close(self) -> Result<()> {
        self.app.db.close().await?;
        drop(self.claim);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::concepts::log::note;

    #[tokio::test]
    async fn a_file_that_is_no_database_is_named_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rabta.db");
        std::fs::write(&file, "a letter, not a database".repeat(100)).unwrap();
        let config = Config {
            store: Store::Directory(folder.path().to_owned()),
            secret: None,
        };

        let said = open(&config, Purpose::Serve).await.unwrap_err().to_string();

        assert!(said.contains("is not a SQLite database"), "{said}");
        assert!(said.contains(&file.display().to_string()), "{said}");
    }

    #[tokio::test]
    async fn a_short_command_makes_no_database_where_there_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mistyped");
        let config = Config {
            store: Store::Directory(path.clone()),
            secret: None,
        };

        let said = open(&config, Purpose::Beside)
            .await
            .unwrap_err()
            .to_string();

        assert!(said.contains(&path.display().to_string()), "{said}");
        assert!(said.contains("rabta migrate up"), "{said}");
        assert!(!path.exists());
        let made = open(&config, Purpose::Migrate).await.unwrap();
        made.close().await.unwrap();
        assert!(open(&config, Purpose::Beside).await.is_ok());
    }

    #[tokio::test]
    async fn data_that_was_begun_with_another_secret_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let with = |secret: &str| Config {
            store: Store::Directory(folder.path().to_owned()),
            secret: Some(Secret(secret.repeat(32))),
        };
        let first = open(&with("a"), Purpose::Serve).await.unwrap();
        let tx = first.app.db.begin().await.unwrap();
        note(&first.app, &tx, None, "signIn").await.unwrap();
        tx.commit().await.unwrap();
        first.close().await.unwrap();

        let other = open(&with("b"), Purpose::Beside).await;
        let same = open(&with("a"), Purpose::Beside).await;

        let said = other.unwrap_err().to_string();
        assert!(said.contains("another root secret"), "{said}");
        same.unwrap().close().await.unwrap();
    }
}
