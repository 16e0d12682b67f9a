//! Rows of other tables that are read beside a row, in the same statement.

use sea_orm::{
    DbErr, EntityTrait, FromQueryResult, IdenStatic, Iterable, PrimaryKeyToColumn, PrimaryKeyTrait,
    QueryResult, QuerySelect, Select, TryGetable,
};

/// Selects all columns of a joined table as well, each with a prefix to its name.
#[must_use]
pub fn select_beside<E: EntityTrait, F: EntityTrait>(
    select: Select<E>,
    _: F,
    prefix: &str,
) -> Select<E> {
    F::Column::iter().fold(select, |select, column| {
        select.column_as(column, format!("{prefix}{}", column.as_str()))
    })
}

/// The row of a joined table under a prefix; `None` when it was not asked for, or when nothing was
/// joined, so that its key is null.
///
/// # Errors
/// When a row that is there cannot be read.
pub fn read_beside<F: EntityTrait>(
    found: &QueryResult,
    prefix: &str,
) -> Result<Option<F::Model>, DbErr>
where
    <F::PrimaryKey as PrimaryKeyTrait>::ValueType: TryGetable,
{
    for key in F::PrimaryKey::iter() {
        let name = format!("{prefix}{}", key.into_column().as_str());
        let key = read_value::<<F::PrimaryKey as PrimaryKeyTrait>::ValueType>(found, &name)?;
        if key.is_none() {
            return Ok(None);
        }
    }
    F::Model::from_query_result(found, prefix).map(Some)
}

/// The value of a column that is read beside a row; `None` when it was not asked for, or is null.
/// The row itself is asked: a list of its columns would be made anew for each value.
///
/// # Errors
/// When a value that is there cannot be read.
pub fn read_value<V: TryGetable>(found: &QueryResult, name: &str) -> Result<Option<V>, DbErr> {
    found.try_get("", name)
}

#[cfg(test)]
mod tests {
    use entity::sign_in_throttle::Entity as Throttle;
    use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};

    use super::*;

    async fn found(columns: &str) -> QueryResult {
        let conn = Database::connect("sqlite::memory:").await.unwrap();
        let query = Statement::from_string(DbBackend::Sqlite, format!("SELECT {columns}"));
        conn.query_one_raw(query).await.unwrap().unwrap()
    }

    #[tokio::test]
    async fn only_a_row_without_its_key_is_absent() {
        let there =
            "x'01' AS t_key, 3 AS t_failures, '2026-01-15 07:00:00 +00:00' AS t_last_failure_at";
        let not_joined = "NULL AS t_key, NULL AS t_failures, NULL AS t_last_failure_at";
        let broken = "x'01' AS t_key, NULL AS t_failures, NULL AS t_last_failure_at";

        let there = read_beside::<Throttle>(&found(there).await, "t_").unwrap();
        let not_joined = read_beside::<Throttle>(&found(not_joined).await, "t_").unwrap();
        let not_asked = read_beside::<Throttle>(&found("1 AS one").await, "t_").unwrap();
        let broken = read_beside::<Throttle>(&found(broken).await, "t_");

        assert_eq!(there.map(|row| row.failures), Some(3));
        assert_eq!((not_joined, not_asked), (None, None));
        assert!(broken.is_err());
    }

    #[tokio::test]
    async fn a_value_of_another_sort_is_an_error_and_not_nothing() {
        let row = found("'many' AS count, NULL AS none").await;

        assert!(read_value::<i64>(&row, "count").is_err());
        assert_eq!(read_value::<i64>(&row, "none").unwrap(), None);
        assert_eq!(read_value::<i64>(&row, "not_asked").unwrap(), None);
    }
}
