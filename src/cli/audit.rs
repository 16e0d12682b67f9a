//! `rabta audit`: whether the log is what was written, and how far it goes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use sea_orm::{DatabaseConnection, DbBackend, IsolationLevel, TransactionTrait};

use crate::cli::directory::Directory;
use crate::cli::open::{Purpose, open, open_file};
use crate::cli::{Shared, migrate, output};
use crate::concepts::log::chain::finding::{Finding, Kind};
use crate::concepts::log::chain::verify::{Report, Witness, verify};
use crate::concepts::log::chain::{Head, seal};
use crate::concepts::records::recheck::{What, altered};
use crate::kit::config::{Config, Secret, Store, environment};
use crate::kit::db::Db;
use crate::kit::fault::Fault;
use crate::kit::secret::Keys;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Words {
    /// Go through the whole log and all records, and name what is not as it was written
    Verify(Verify),
    /// Print the signed head of the log: kept elsewhere, it shows later that nothing was taken back
    Head,
}

/// What is known from outside.
#[derive(Args, Debug)]
pub struct Verify {
    /// A head that was kept elsewhere, as `rabta audit head` or /audit/head gave it
    #[arg(long, value_name = "FILE")]
    head: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// When the data cannot be read, or something in it is not as it was written.
pub async fn run(shared: &Shared, words: &Words) -> Result<()> {
    match words {
        Words::Head => {
            let opened = open(&shared.config()?, Purpose::Beside).await?;
            seal(&opened.app).await?;
            let head = Head::now(&opened.app).await?;
            let head = head.context("nothing was written to the log yet")?;
            output::print(&serde_json::to_string(&head)?)?;
            opened.close().await
        }
        Words::Verify(words) => {
            let config = Config::to_read(shared.data_dir.clone(), environment)?;
            let head = words.head.as_deref().map(read_head).transpose()?;
            let (db, key) = open_as_found(&config).await?;
            let is_known = head.is_some() || key.is_some();
            let report = check(
                db.reader(),
                &Witness {
                    key,
                    head: head.clone(),
                },
            )
            .await?;
            db.close().await?;
            tell(&report, head.as_ref(), is_known)
        }
    }
}

/// The whole check: the log, and the records against it, all as they stood at one moment, whatever a
/// server writes meanwhile.
///
/// # Errors
/// When the database does not answer.
pub async fn check(conn: &DatabaseConnection, witness: &Witness) -> Result<Report, Fault> {
    let isolation = (conn.get_database_backend() == DbBackend::Postgres)
        .then_some(IsolationLevel::RepeatableRead);
    let conn = conn.begin_with_config(isolation, None).await?;
    let mut report = verify(&conn, witness).await?;
    let changed = altered(&conn).await?.into_iter().map(|altered| Finding {
        sequence: None,
        entry: altered.entry,
        kind: match altered.what {
            What::Itself => Kind::RecordChanged(altered.record),
            What::Confirmed => Kind::ConfirmationChanged(altered.record),
            What::Bytes => Kind::FileChanged(altered.record),
        },
    });
    report.findings.extend(changed);
    conn.rollback().await?;
    Ok(report)
}

fn read_head(path: &Path) -> Result<Head> {
    let text = fs::read_to_string(path)
        .with_context(|| format!("the head {} cannot be read", path.display()))?;
    serde_json::from_str(&text).with_context(|| {
        format!(
            "{} is not a head as `rabta audit head` prints it",
            path.display()
        )
    })
}

/// Opens the data as it lies there: nothing is made, and no step is taken.
async fn open_as_found(config: &Config) -> Result<(Db, Option<Vec<u8>>)> {
    let given = match &config.secret {
        Some(Secret(root)) => Some(Keys::derive(root.as_bytes())?),
        None => None,
    };
    let (db, keys) = match &config.store {
        Store::Server(Secret(url)) => (Db::postgres(url).await?, given),
        Store::Directory(path) => {
            let directory = Directory::found(path)?;
            let keys = given.or(Keys::found_in(path)?);
            (open_file(&directory.database()).await?, keys)
        }
    };
    if !migrate::pending(&db).await?.is_empty() {
        bail!("the database is older than this rabta: bring it up to date by `rabta migrate up`");
    }
    Ok((db, keys.map(|keys| keys.log.public())))
}

fn tell(report: &Report, head: Option<&Head>, is_known: bool) -> Result<()> {
    for finding in &report.findings {
        output::print(&finding.to_string())?;
    }
    eprintln!("{} entries are linked.", report.linked);
    if report.waiting > 0 {
        eprintln!(
            "{} more wait for their link, which a running server gives them.",
            report.waiting
        );
    }
    if !is_known {
        eprintln!(
            "The key that signs the log was taken from the database itself: give --head, or the \
             root secret, to know that it is the server's."
        );
    }
    if head.is_none() {
        eprintln!(
            "Without a head that was kept elsewhere nobody can tell whether the end of the log \
             was removed, or an older copy put in its place: give one by --head."
        );
    }
    match report.findings.len() {
        0 => {
            eprintln!(
                "All is as it was written: the log, every record, and every user with her scope, \
                 her tokens and those who may act for her."
            );
            Ok(())
        }
        1 => bail!("one thing is not as it was written"),
        several => bail!("{several} things are not as they were written"),
    }
}
