//! The columns that tables are made of: each kind is defined once, for both engines.
//!
//! Released steps are built from these, so a kind keeps its meaning for good; another meaning is
//! another kind. Columns of closed lists are plain text without a check: the lists grow, and
//! SQLite cannot alter a check.

use sea_orm_migration::sea_orm::DbBackend;
use sea_orm_migration::sea_query::ColumnDef;
use sea_orm_migration::{DbErr, SchemaManager};

/// The database that a step is taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    /// The engine behind the manager.
    pub fn of(manager: &SchemaManager<'_>) -> Result<Self, DbErr> {
        match manager.get_database_backend() {
            DbBackend::Sqlite => Ok(Self::Sqlite),
            DbBackend::Postgres => Ok(Self::Postgres),
            other => Err(DbErr::Migration(format!(
                "there are no steps for {other:?}"
            ))),
        }
    }
}

/// A column of a table to be created; never null unless it says so.
#[derive(Clone, Debug)]
pub struct Column {
    pub name: &'static str,
    on_sqlite: &'static str,
    on_postgres: &'static str,
    is_null: bool,
    pub is_key: bool,
    pub is_unique: bool,
    /// The table whose `id` it holds, and whether that table exists already.
    pub target: Option<(&'static str, Exists)>,
    /// What must be true of the column, in words of SQL that both engines take.
    pub checks: Vec<String>,
}

/// Whether a table that a column refers to has been created in an earlier step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exists {
    Already,
    Later,
}

impl Column {
    fn new(name: &'static str, on_sqlite: &'static str, on_postgres: &'static str) -> Self {
        Self {
            name,
            on_sqlite,
            on_postgres,
            is_null: false,
            is_key: false,
            is_unique: false,
            target: None,
            checks: Vec::new(),
        }
    }

    /// It may be empty.
    pub fn null(mut self) -> Self {
        self.is_null = true;
        self
    }

    /// It is the primary key, or a part of it.
    pub fn key(mut self) -> Self {
        self.is_key = true;
        self
    }

    /// No two rows have the same value.
    pub fn unique(mut self) -> Self {
        self.is_unique = true;
        self
    }

    /// It holds the `id` of a row of the table.
    pub fn of(mut self, table: &'static str) -> Self {
        self.target = Some((table, Exists::Already));
        self
    }

    /// It holds the `id` of a row of a table that a later step creates.
    ///
    /// SQLite lets a table refer to one that is not there yet, and cannot add the reference
    /// afterwards; PostgreSQL must add it when both are there, by [`crate::table::refer`].
    pub fn of_later(mut self, table: &'static str) -> Self {
        self.target = Some((table, Exists::Later));
        self
    }

    /// The condition holds in every row, where it is not unknown for want of a value.
    pub fn check(mut self, condition: impl Into<String>) -> Self {
        self.checks.push(condition.into());
        self
    }

    /// How the engine is told of the column alone, without keys, references and checks.
    pub fn definition(&self, engine: Engine) -> ColumnDef {
        let mut definition = ColumnDef::new(self.name);
        definition.custom(match engine {
            Engine::Sqlite => self.on_sqlite,
            Engine::Postgres => self.on_postgres,
        });
        if self.is_null {
            definition.null()
        } else {
            definition.not_null()
        };
        definition
    }
}

/// A UUID.
pub fn id(name: &'static str) -> Column {
    Column::new(name, "BLOB", "UUID")
}

/// A point in time, to the microsecond.
pub fn instant(name: &'static str) -> Column {
    Column::new(name, "TEXT", "TIMESTAMPTZ")
}

/// A day, of any year.
pub fn any_day(name: &'static str) -> Column {
    Column::new(name, "TEXT", "DATE")
}

/// A day in the span that a caucus can have to do with; outside it lie only slips of the pen.
pub fn day(name: &'static str) -> Column {
    any_day(name).check(format!("{name} BETWEEN '1900-01-01' AND '2200-12-31'"))
}

/// Letters.
pub fn text(name: &'static str) -> Column {
    Column::new(name, "TEXT", "TEXT")
}

/// A whole number of 32 bits.
pub fn int(name: &'static str) -> Column {
    Column::new(name, "INTEGER", "INTEGER")
}

/// A whole number of 64 bits.
pub fn long(name: &'static str) -> Column {
    Column::new(name, "INTEGER", "BIGINT")
}

/// True or false.
pub fn boolean(name: &'static str) -> Column {
    Column::new(name, "INTEGER", "BOOLEAN")
}

/// Bytes, compared as such.
pub fn bytes(name: &'static str) -> Column {
    Column::new(name, "BLOB", "BYTEA")
}

/// A value of JSON.
pub fn json(name: &'static str) -> Column {
    Column::new(name, "TEXT", "JSONB")
}

/// How far something may be seen, from 0, the widest.
pub fn audience(name: &'static str) -> Column {
    Column::new(name, "INTEGER", "SMALLINT").check(format!("{name} BETWEEN 0 AND 2"))
}

/// The columns of a table that stands on a record: the record's id, and what lists filter by.
pub fn thing() -> [Column; 5] {
    [
        id("id").key().of("record"),
        audience("audience"),
        audience("words_audience"),
        instant("recorded_at"),
        day("archived_on").null(),
    ]
}

/// A name in one or both languages, with the keys made from it for sorting and searching.
pub fn name() -> [Column; 5] {
    [
        text("name_en")
            .null()
            .check("name_en IS NOT NULL OR name_ur IS NOT NULL"),
        text("name_ur").null(),
        bytes("sort_en"),
        bytes("sort_ur"),
        text("search_key"),
    ]
}
