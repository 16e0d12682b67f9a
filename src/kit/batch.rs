//! Rows to be inserted, gathered through an act and sent together at its end.

use sea_orm::sea_query::{
    CommonTableExpression, Expr, InsertStatement, PostgresQueryBuilder, SqliteQueryBuilder, Values,
    WithClause,
};
use sea_orm::{
    ConnectionTrait, DbBackend, EntityName, EntityTrait, Iterable, ModelTrait, Statement, Value,
};

use crate::kit::fault::Fault;

/// How many values one statement carries before another is begun; PostgreSQL takes 65,535.
const MOST_VALUES: usize = 30_000;

/// Inserts by table, in the order in which the tables were first touched: who refers to a
/// table comes after it.
#[derive(Debug, Default)]
pub struct Batch(Vec<Inserts>);

/// The rows of one table.
#[derive(Debug)]
struct Inserts {
    table: String,
    statement: InsertStatement,
    values: usize,
}

impl Batch {
    /// Adds a row.
    pub fn insert<M: ModelTrait>(&mut self, row: &M) {
        let entity = M::Entity::default();
        let columns: Vec<_> = <M::Entity as EntityTrait>::Column::iter().collect();
        let values: Vec<_> = columns
            .iter()
            .map(|column| Expr::value(row.get(*column)))
            .collect();
        let inserts = self.table(entity.table_name(), || {
            InsertStatement::new()
                .into_table(entity.table_ref())
                .columns(columns)
                .to_owned()
        });
        inserts.values += values.len();
        // Only a wrong number of values is refused, and both come from the same list.
        inserts.statement.values_panic(values);
    }

    fn table(&mut self, name: &str, begin: impl FnOnce() -> InsertStatement) -> &mut Inserts {
        let position = self
            .0
            .iter()
            .position(|known| known.table == name)
            .unwrap_or_else(|| {
                self.0.push(Inserts {
                    table: name.to_owned(),
                    statement: begin(),
                    values: 0,
                });
                self.0.len() - 1
            });
        #[expect(
            clippy::indexing_slicing,
            reason = "the position was found or made above"
        )]
        &mut self.0[position]
    }

    /// Sends all rows at once, which saves a turn for each table. SQLite takes several statements
    /// as one text. PostgreSQL prepares one at a time, so that all but the last are parts of it; it
    /// looks at references when the whole has run.
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
                .map(|inserts| inserts.statement.build(SqliteQueryBuilder))
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
        for (text, values) in self.in_few() {
            conn.execute_raw(Statement::from_sql_and_values(backend, text, values.0))
                .await?;
        }
        Ok(())
    }

    /// As few statements as take all values.
    fn in_few(self) -> Vec<(String, Values)> {
        let (mut few, mut parts, mut values) = (Vec::new(), Vec::new(), 0);
        for inserts in self.0 {
            if !parts.is_empty() && values + inserts.values > MOST_VALUES {
                few.extend(as_one(std::mem::take(&mut parts)));
                values = 0;
            }
            values += inserts.values;
            parts.push(inserts);
        }
        few.extend(as_one(parts));
        few
    }
}

/// The last of them, with those before it as its parts.
fn as_one(mut inserts: Vec<Inserts>) -> Option<(String, Values)> {
    let last = inserts.pop()?;
    if inserts.is_empty() {
        return Some(last.statement.build(PostgresQueryBuilder));
    }
    let mut parts = WithClause::new();
    for Inserts {
        table, statement, ..
    } in inserts
    {
        let part = CommonTableExpression::new()
            .table_name(format!("into_{table}"))
            .query(statement)
            .to_owned();
        parts.cte(part);
    }
    let whole = parts.query(last.statement);
    Some(whole.build(PostgresQueryBuilder))
}

#[cfg(test)]
mod tests {
    use entity::ids::{MeetingId, PersonId, RecordId, TopicId};
    use entity::{meeting_topic, record_person};
    use uuid::Uuid;

    use super::*;

    fn rows_of_two_tables(count: u128) -> Batch {
        let mut batch = Batch::default();
        for number in 0..count {
            let id = Uuid::from_u128(number);
            batch.insert(&record_person::Model {
                record_id: RecordId(id),
                person_id: PersonId(id),
            });
            batch.insert(&meeting_topic::Model {
                meeting_id: MeetingId(id),
                topic_id: TopicId(id),
            });
        }
        batch
    }

    #[test]
    fn rows_of_several_tables_go_as_one_statement_with_its_values_numbered_through() {
        let few = rows_of_two_tables(3).in_few();

        assert_eq!(few.len(), 1);
        for (text, values) in few {
            assert_eq!(values.0.len(), 12);
            assert!(text.starts_with("WITH \"into_record_person\" AS (INSERT INTO"));
            assert!(text.contains("$12") && !text.contains("$13"), "{text}");
        }
    }

    #[test]
    fn what_is_more_than_one_statement_takes_goes_in_several() {
        let few = rows_of_two_tables(10_000).in_few();

        let values: Vec<_> = few.iter().map(|(_, values)| values.0.len()).collect();
        assert_eq!(values, [20_000, 20_000]);
    }
}
