//! Pages of a list by keyset: what comes after or before a row, never an offset.

mod cursor;
mod span;

use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QueryTrait, Select};

pub use cursor::{Key, Place, Sealer};
pub use span::Span;

use crate::kit::fault::Fault;
#[cfg(debug_assertions)]
use crate::kit::hole::{self, Hole};
use crate::kit::user_error::{Path, UserError, UserErrorCode};

/// How many rows a page has when the caller does not say.
const USUAL: i32 = 50;
/// The most rows of one page.
pub const MOST: i32 = 100;

/// The four arguments of a connection, as the Relay specification has them.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    /// How many rows from the start.
    pub first: Option<i32>,
    /// Start after this cursor.
    pub after: Option<String>,
    /// How many rows from the end.
    pub last: Option<i32>,
    /// End before this cursor.
    pub before: Option<String>,
}

impl Limits {
    /// The arguments as a field was given them.
    #[must_use]
    pub fn of(
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Self {
        Self {
            first,
            after,
            last,
            before,
        }
    }
}

/// How a list is ordered: by one column that is never null, then by id, both the same way.
#[derive(Clone, Debug)]
pub struct Ordering {
    /// The column of the key.
    pub key: SimpleExpr,
    /// The column of the id.
    pub id: SimpleExpr,
    /// Whether the greatest comes first.
    pub is_descending: bool,
}

/// Which rows of a list are asked for, and the cursors by which to ask on.
#[derive(Clone)]
pub struct Page {
    span: Span,
    sealer: Sealer,
}

impl Page {
    /// Reads the arguments of a connection.
    ///
    /// # Errors
    /// When both ends are asked for, a size lies outside 0 to 100, or a cursor does not open.
    pub fn new(limits: &Limits, sealer: Sealer) -> Result<Self, UserError> {
        if limits.first.is_some() && limits.last.is_some() {
            let message = "Give `first` or `last`, not both.";
            return Err(UserError::new(
                UserErrorCode::Invalid,
                &Path::root(),
                message,
            ));
        }
        let size = limits.first.or(limits.last).unwrap_or(USUAL);
        let size = u64::try_from(size)
            .ok()
            .filter(|_| size <= MOST)
            .ok_or_else(|| {
                let message = format!("A page has 0 to {MOST} rows, {size} were asked for.");
                UserError::new(UserErrorCode::OutOfRange, &Path::root(), message)
            })?;
        let open = |cursor: &Option<String>| match cursor {
            None => Ok(None),
            Some(cursor) => sealer.open(cursor).map(Some).ok_or_else(|| {
                let message = "This cursor was not given for this list, filter and order to you. \
                               Start again without it.";
                UserError::new(UserErrorCode::InvalidCursor, &Path::root(), message)
            }),
        };
        let (after, before) = (open(&limits.after)?, open(&limits.before)?);
        let span = Span {
            size,
            after,
            before,
            is_from_end: limits.last.is_some(),
        };
        Ok(Self { span, sealer })
    }

    /// Which rows these are, without the cursors.
    #[must_use]
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// Fetches the rows of this page, with one more to know whether there are others.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn fetch<E, M, C>(
        &self,
        conn: &C,
        select: Select<E>,
        ordering: &Ordering,
        place_of: impl Fn(&M) -> Place,
    ) -> Result<Rows<M>, Fault>
    where
        E: EntityTrait<Model = M>,
        M: FromQueryResult + Sized + Send + Sync,
        C: ConnectionTrait,
    {
        let page = self.span.cut(select.clone(), ordering);
        #[cfg(debug_assertions)]
        if hole::is_made(Hole::PageFirst) {
            let rows = hole::page(page, select, ordering, &place_of, conn).await?;
            return Ok(self.rows(rows, place_of));
        }
        Ok(self.rows(page.all(conn).await?, place_of))
    }

    /// Fetches the rows of this page with what `join` adds to each. The rows are chosen first, so
    /// that nothing is looked for beside those that are not shown.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn fetch_with<E, M, C>(
        &self,
        conn: &C,
        select: Select<E>,
        ordering: &Ordering,
        join: impl FnOnce(Select<E>) -> Select<E>,
        place_of: impl Fn(&M) -> Place,
    ) -> Result<Rows<M>, Fault>
    where
        E: EntityTrait,
        M: FromQueryResult + Sized + Send + Sync,
        C: ConnectionTrait,
    {
        let chosen = self.span.cut(select, ordering);
        let mut rows = E::find();
        QueryTrait::query(&mut rows)
            .from_clear()
            .from_subquery(chosen.into_query(), E::default().table_name());
        let rows = self.span.order(join(rows), ordering).into_model::<M>();
        Ok(self.rows(rows.all(conn).await?, place_of))
    }

    /// The rows of this page out of a whole list in its order, the least place first.
    pub fn cut<M>(&self, list: Vec<M>, place_of: impl Fn(&M) -> Place) -> Rows<M> {
        let within = |row: &M| {
            let place = place_of(row);
            self.span.after.as_ref().is_none_or(|after| place > *after)
                && self
                    .span
                    .before
                    .as_ref()
                    .is_none_or(|before| place < *before)
        };
        let mut rows: Vec<M> = list.into_iter().filter(within).collect();
        if self.span.is_from_end {
            rows.reverse();
        }
        self.rows(rows, place_of)
    }

    /// The rows as they were fetched for the span, with their cursors and without the one too
    /// many.
    pub fn rows<M>(&self, mut rows: Vec<M>, place_of: impl Fn(&M) -> Place) -> Rows<M> {
        let size = usize::try_from(self.span.size).unwrap_or(usize::MAX);
        let has_more = rows.len() > size;
        rows.truncate(size);
        if self.span.is_from_end {
            rows.reverse();
        }
        let rows = rows
            .into_iter()
            .map(|row| (self.sealer.seal(&place_of(&row)), row))
            .collect();
        let (has_previous, has_next) = if self.span.is_from_end {
            (has_more, self.span.before.is_some())
        } else {
            (self.span.after.is_some(), has_more)
        };
        Rows {
            rows,
            has_previous,
            has_next,
        }
    }
}

/// The rows of a page, each with its cursor.
#[derive(Clone, Debug)]
pub struct Rows<M> {
    /// Cursor and row, in the order of the list.
    pub rows: Vec<(String, M)>,
    /// Whether there are rows before these.
    pub has_previous: bool,
    /// Whether there are rows after these.
    pub has_next: bool,
}

impl<M> Rows<M> {
    /// The rows without their cursors.
    pub fn iter(&self) -> impl Iterator<Item = &M> + Clone {
        self.rows.iter().map(|(_, row)| row)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_size_out_of_range_names_the_range() {
        let sealer = Sealer::new([7; 64], Uuid::from_u128(1), "x");
        for first in [-1, 101, i32::MAX] {
            let limits = Limits {
                first: Some(first),
                ..Limits::default()
            };

            let error = Page::new(&limits, sealer.clone())
                .err()
                .map(|error| error.code);

            assert_eq!(error, Some(UserErrorCode::OutOfRange));
        }
    }
}
