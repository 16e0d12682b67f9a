//! How a table is described once and created on either engine.

use sea_orm_migration::sea_query::{
    Expr, ForeignKey, ForeignKeyCreateStatement, Index, Table as Statements, TableCreateStatement,
};
use sea_orm_migration::{DbErr, SchemaManager};

use crate::column::{Column, Engine, Exists};

/// A table to be created.
///
/// On SQLite it is strict: it takes only values of the column's type, as PostgreSQL does.
#[derive(Debug)]
pub struct Table {
    name: &'static str,
    columns: Vec<Column>,
    checks: Vec<&'static str>,
    unique: Vec<&'static [&'static str]>,
    indexes: Vec<&'static [&'static str]>,
    is_link: bool,
}

impl Table {
    /// A table without columns yet.
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            columns: Vec::new(),
            checks: Vec::new(),
            unique: Vec::new(),
            indexes: Vec::new(),
            is_link: false,
        }
    }

    /// A table that is nothing but its primary key, which SQLite then keeps as the table itself.
    pub fn link(name: &'static str, columns: [Column; 2]) -> Self {
        let table = Self::new(name).columns(columns.map(Column::key));
        Self {
            is_link: true,
            ..table
        }
    }

    /// Adds columns, in this order.
    pub fn columns(mut self, columns: impl IntoIterator<Item = Column>) -> Self {
        self.columns.extend(columns);
        self
    }

    /// The condition, over several columns, holds in every row where it is not unknown.
    pub fn check(mut self, condition: &'static str) -> Self {
        self.checks.push(condition);
        self
    }

    /// No two rows have the same values in these columns.
    pub fn unique(mut self, columns: &'static [&'static str]) -> Self {
        self.unique.push(columns);
        self
    }

    /// Rows are looked for, or put in order, by these columns.
    pub fn index(mut self, columns: &'static [&'static str]) -> Self {
        self.indexes.push(columns);
        self
    }

    /// Creates the table and its indexes.
    pub async fn create(self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        manager
            .create_table(self.statement(Engine::of(manager)?))
            .await?;
        for columns in self.indexes {
            index(manager, self.name, columns).await?;
        }
        Ok(())
    }

    fn statement(&self, engine: Engine) -> TableCreateStatement {
        let mut statement = Statements::create();
        statement.table(self.name);
        let mut key = Index::create();
        for column in &self.columns {
            statement.col(column.definition(engine));
            if column.is_key {
                key.col(column.name);
            }
            if column.is_unique {
                statement.index(Index::create().unique().col(column.name));
            }
            if let Some((target, exists)) = column.target
                && (exists == Exists::Already || engine == Engine::Sqlite)
            {
                statement.foreign_key(&mut reference(self.name, column.name, target));
            }
            for condition in &column.checks {
                statement.check(Expr::cust(condition.clone()));
            }
        }
        statement.primary_key(&mut key);
        for columns in &self.unique {
            let mut together = Index::create();
            together.unique();
            for column in *columns {
                together.col(*column);
            }
            statement.index(&mut together);
        }
        for condition in &self.checks {
            statement.check(Expr::cust(*condition));
        }
        if engine == Engine::Sqlite {
            statement.extra(if self.is_link {
                "STRICT, WITHOUT ROWID"
            } else {
                "STRICT"
            });
        }
        statement
    }
}

/// Adds an index to a table: rows are looked for, or put in order, by these columns.
pub async fn index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index
        .name(format!("{table}_{}_idx", columns.join("_")))
        .table(table);
    for column in columns {
        index.col(*column);
    }
    manager.create_index(index).await
}

/// Adds a column that may be empty, with its checks and what it refers to, to a table that has
/// rows.
pub async fn add(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: Column,
) -> Result<(), DbErr> {
    let mut definition = column.definition(Engine::of(manager)?);
    for condition in &column.checks {
        definition.check(Expr::cust(condition.clone()));
    }
    if let Some((target, _)) = column.target {
        definition.extra(format!("REFERENCES \"{target}\" (\"id\")"));
    }
    let mut change = Statements::alter();
    change.table(table).add_column(definition);
    manager.alter_table(change).await
}

/// Adds a reference that the table's own step could not make on PostgreSQL, because the other
/// table came later. SQLite has had it from the start.
pub async fn refer(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
    target: &'static str,
) -> Result<(), DbErr> {
    match Engine::of(manager)? {
        Engine::Sqlite => Ok(()),
        Engine::Postgres => {
            manager
                .create_foreign_key(reference(table, column, target))
                .await
        }
    }
}

fn reference(
    table: &'static str,
    column: &'static str,
    target: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, column)
        .to(target, "id")
        .take()
}
