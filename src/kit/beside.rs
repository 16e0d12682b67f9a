//! Rows of other tables that are read beside a row, in the same statement.

use sea_orm::{
    EntityTrait, FromQueryResult, IdenStatic, Iterable, QueryResult, QuerySelect, Select,
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

/// The row under a prefix; `None` when nothing was joined.
pub fn read_beside<M: FromQueryResult>(found: &QueryResult, prefix: &str) -> Option<M> {
    M::from_query_result(found, prefix).ok()
}
