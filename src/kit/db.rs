//! The database: one writer and several readers on SQLite, one pool on PostgreSQL.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, RuntimeErr,
    SqliteTransactionMode, SqlxPostgresConnector, SqlxSqliteConnector, Statement,
    TransactionOptions, TransactionTrait,
};
use sqlx::error::DatabaseError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use crate::kit::fault::{Fault, FaultKind};

/// What SQLite calls a file that is none of its own (`SQLITE_NOTADB`).
const NO_DATABASE: &str = "26";
/// How long a statement waits for its turn before it is refused.
const PATIENCE: Duration = Duration::from_secs(5);
/// Prepared statements kept by each connection.
const STATEMENTS_KEPT: usize = 256;

/// Whether a SQLite file could not be opened because it holds something else.
#[must_use]
pub fn is_no_database(error: &DbErr) -> bool {
    let (DbErr::Conn(source) | DbErr::Exec(source) | DbErr::Query(source)) = error else {
        return false;
    };
    let RuntimeErr::SqlxError(source) = source else {
        return false;
    };
    let code = source.as_database_error().and_then(DatabaseError::code);
    code.as_deref() == Some(NO_DATABASE)
}

/// The two ways into the data.
#[derive(Clone, Debug)]
pub struct Db {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
}

impl Db {
    /// Opens a SQLite file, which is made if it is not there.
    ///
    /// # Errors
    /// When the file cannot be opened or made.
    pub async fn sqlite(file: &Path) -> Result<Self, DbErr> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .statement_cache_capacity(STATEMENTS_KEPT)
            .pragma("trusted_schema", "OFF");
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(PATIENCE)
            .connect_with(options.clone())
            .await
            .map_err(conn)?;
        let reader = SqlitePoolOptions::new()
            .max_connections(4)
            .acquire_timeout(PATIENCE)
            .connect_with(options.read_only(true).create_if_missing(false))
            .await
            .map_err(conn)?;
        Ok(Self {
            writer: SqlxSqliteConnector::from_sqlx_sqlite_pool(writer),
            reader: SqlxSqliteConnector::from_sqlx_sqlite_pool(reader),
        })
    }

    /// Connects to PostgreSQL.
    ///
    /// # Errors
    /// When the address is malformed or nobody answers.
    pub async fn postgres(url: &str) -> Result<Self, DbErr> {
        let options = PgConnectOptions::from_str(url)
            .map_err(conn)?
            .application_name("rabta")
            .options([
                ("timezone", "UTC"),
                // Statements with many conditions look dear to its planner and run for milliseconds:
                // compiling them took longer than running them.
                ("jit", "off"),
                ("idle_in_transaction_session_timeout", "30000"),
            ])
            .statement_cache_capacity(STATEMENTS_KEPT);
        let pool = PgPoolOptions::new()
            .max_connections(16)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await
            .map_err(conn)?;
        let both = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
        Ok(Self {
            writer: both.clone(),
            reader: both,
        })
    }

    /// Calls `heard` after every statement that either side runs. For counting in tests; must
    /// be set before the connections are cloned.
    pub fn on_statement<F>(&mut self, heard: F)
    where
        F: Fn(&sea_orm::metric::Info<'_>) + Send + Sync + Clone + 'static,
    {
        self.writer.set_metric_callback(heard.clone());
        self.reader.set_metric_callback(heard);
    }

    /// The connection that reads.
    #[must_use]
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// The connection that writes outside of acts: migrations and sessions.
    #[must_use]
    pub fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Whether this is SQLite.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        self.writer.get_database_backend() == DbBackend::Sqlite
    }

    /// Begins a transaction that may write from its first statement on. On SQLite it takes the
    /// lock at once: one that reads first and then writes would be refused while others write.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(&self) -> Result<DatabaseTransaction, Fault> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        Ok(self.writer.begin_with_options(options).await?)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), Fault> {
        self.reader.execute_unprepared("SELECT 1").await?;
        Ok(())
    }

    /// Closes both ways; what is under way is finished first.
    ///
    /// # Errors
    /// When the database could not be told.
    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.writer.close().await
    }
}

/// Lets one transaction at a time go on that holds this, until it ends. On SQLite there is one writer
/// anyhow.
///
/// # Errors
/// When the database does not answer.
pub async fn hold<C: ConnectionTrait>(conn: &C, what: &'static str) -> Result<(), Fault> {
    if conn.get_database_backend() == DbBackend::Postgres {
        let statement = "SELECT pg_advisory_xact_lock(hashtext($1))";
        let values = [what.into()];
        conn.execute_raw(Statement::from_sql_and_values(
            DbBackend::Postgres,
            statement,
            values,
        ))
        .await?;
    }
    Ok(())
}

fn conn(error: sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

impl From<DbErr> for Fault {
    fn from(error: DbErr) -> Self {
        let kind = if is_away(&error) {
            FaultKind::Unavailable
        } else {
            FaultKind::Internal
        };
        Self::new(kind, error)
    }
}

/// Whether the database is away or busy, so that asking again later may help.
fn is_away(error: &DbErr) -> bool {
    let source = match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => return true,
        DbErr::Exec(RuntimeErr::SqlxError(source))
        | DbErr::Query(RuntimeErr::SqlxError(source)) => source,
        _ => return false,
    };
    match &**source {
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed => true,
        // SQLite: busy, locked, I/O error, full. PostgreSQL: classes 08 (connection), 53
        // (resources), 57 (operator intervention), and 40 (serialisation, deadlock).
        sqlx::Error::Database(refused) => refused.code().is_some_and(|code| {
            matches!(&*code, "5" | "6" | "10" | "13" | "261" | "517")
                || (code.len() == 5
                    && ["08", "53", "57", "40"]
                        .iter()
                        .any(|class| code.starts_with(class)))
        }),
        _ => false,
    }
}
