//! Rows to be inserted, gathered through an act and sent together at its end.

use sea_orm::sea_query::{Expr, InsertStatement, PostgresQueryBuilder, SqliteQueryBuilder};
use sea_orm::{
    ConnectionTrait, DbBackend, EntityName, EntityTrait, Iterable, ModelTrait, Statement, Value,
};

use crate::kit::fault::Fault;

/// Inserts by table, in the order in which the tables were first touched: who refers to a
/// table comes after it.
#[derive(Debug, Default)]
pub struct Batch(Vec<(String, InsertStatement)>);

impl Batch {
    /// Adds a row.
    pub fn insert<M: ModelTrait>(&mut self, row: &M) {
        let entity = M::Entity::default();
        let columns: Vec<_> = <M::Entity as EntityTrait>::Column::iter().collect();
        let values: Vec<_> = columns
            .iter()
            .map(|column| Expr::value(row.get(*column)))
            .collect();
        let statement = self.table(entity.table_name(), || {
            InsertStatement::new()
                .into_table(entity.table_ref())
                .columns(columns)
                .to_owned()
        });
        // Only a wrong number of values is refused, and both come from the same list.
        statement.values_panic(values);
    }

    fn table(
        &mut self,
        name: &str,
        begin: impl FnOnce() -> InsertStatement,
    ) -> &mut InsertStatement {
        let position = self
            .0
            .iter()
            .position(|(known, _)| known == name)
            .unwrap_or_else(|| {
                self.0.push((name.to_owned(), begin()));
                self.0.len() - 1
            });
        #[expect(
            clippy::indexing_slicing,
            reason = "the position was found or made above"
        )]
        &mut self.0[position].1
    }

    /// Sends all rows. SQLite takes them as one text, which saves it a turn for each table;
    /// PostgreSQL prepares one statement at a time.
    ///
    /// # Errors
    /// When the database refuses a row or does not answer.
    pub async fn send<C: ConnectionTrait>(self, conn: &C) -> Result<(), Fault> {
        if self.0.is_empty() {
            return Ok(());
        }
        let backend = conn.get_database_backend();
        if backend == DbBackend::Sqlite {
            let (texts, values): (Vec<_>, Vec<_>) = self
                .0
                .iter()
                .map(|(_, statement)| statement.build(SqliteQueryBuilder))
                .unzip();
            let values: Vec<Value> = values.into_iter().flat_map(|values| values.0).collect();
            conn.execute_raw(Statement::from_sql_and_values(
                backend,
                texts.join("; "),
                values,
            ))
            .await?;
            return Ok(());
        }
        for (_, statement) in self.0 {
            let (text, values) = statement.build(PostgresQueryBuilder);
            conn.execute_raw(Statement::from_sql_and_values(backend, text, values.0))
                .await?;
        }
        Ok(())
    }
}
