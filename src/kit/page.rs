//! Pages of a list by keyset: what comes after or before a row, never an offset.

use aes_siv::KeyInit;
use aes_siv::siv::Aes256Siv;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, Order, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};
use uuid::Uuid;

use crate::kit::digest::sha256;
use crate::kit::fault::Fault;
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

/// The value by which a list is ordered, before the id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A collation key.
    Bytes(Vec<u8>),
    /// A day.
    Day(NaiveDate),
    /// An instant, to the microsecond.
    Instant(DateTime<Utc>),
}

impl Key {
    fn to_expr(&self) -> SimpleExpr {
        match self {
            Self::Bytes(bytes) => Expr::value(bytes.clone()),
            Self::Day(day) => Expr::value(*day),
            Self::Instant(at) => Expr::value(*at),
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let (tag, rest) = match self {
            Self::Bytes(bytes) => (b'b', bytes.clone()),
            Self::Day(day) => (b'd', day.num_days_from_ce().to_be_bytes().to_vec()),
            Self::Instant(at) => (b'i', at.timestamp_micros().to_be_bytes().to_vec()),
        };
        [vec![tag], rest].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (tag, rest) = bytes.split_first()?;
        match tag {
            b'b' => Some(Self::Bytes(rest.to_vec())),
            b'd' => NaiveDate::from_num_days_from_ce_opt(i32::from_be_bytes(rest.try_into().ok()?))
                .map(Self::Day),
            b'i' => DateTime::from_timestamp_micros(i64::from_be_bytes(rest.try_into().ok()?))
                .map(Self::Instant),
            _ => None,
        }
    }
}

/// Where a row stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The value ordered by.
    pub key: Key,
    /// The id, which breaks ties.
    pub id: Uuid,
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

/// Seals places into cursors that open only for the same viewer and query, so that a cursor
/// tells nothing and serves nowhere else (AES-SIV, RFC 5297).
#[derive(Clone)]
pub struct Sealer {
    key: [u8; 64],
    context: Vec<u8>,
}

impl Sealer {
    /// For one viewer and one query: the field with its filter and order, as text.
    #[must_use]
    pub fn new(key: [u8; 64], viewer: Uuid, query: &str) -> Self {
        let context = sha256(&[viewer.as_bytes().as_slice(), query.as_bytes()].concat());
        Self { key, context }
    }

    /// The cursor of a place; the empty text only if sealing failed, which it cannot.
    #[must_use]
    pub fn seal(&self, place: &Place) -> String {
        let plain = [place.id.as_bytes().as_slice(), &place.key.to_bytes()].concat();
        let sealed = Aes256Siv::new(&self.key.into()).encrypt([&self.context], &plain);
        sealed
            .map(|bytes| URL_SAFE_NO_PAD.encode(bytes))
            .unwrap_or_default()
    }

    fn open(&self, cursor: &str) -> Option<Place> {
        let sealed = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let plain = Aes256Siv::new(&self.key.into())
            .decrypt([&self.context], &sealed)
            .ok()?;
        let (id, key) = plain.split_at_checked(16)?;
        Some(Place {
            id: Uuid::from_slice(id).ok()?,
            key: Key::from_bytes(key)?,
        })
    }
}

/// Which rows of a list are asked for.
#[derive(Clone)]
pub struct Page {
    size: u64,
    after: Option<Place>,
    before: Option<Place>,
    is_from_end: bool,
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
        Ok(Self {
            size,
            after,
            before,
            is_from_end: limits.last.is_some(),
            sealer,
        })
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
        let rows = self.order(self.narrow(select, ordering), ordering);
        Ok(self.cut(rows.all(conn).await?, place_of))
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
        let chosen = self.order(self.narrow(select, ordering), ordering);
        let mut rows = E::find();
        QueryTrait::query(&mut rows)
            .from_clear()
            .from_subquery(chosen.into_query(), E::default().table_name());
        let rows = self.order(join(rows), ordering).into_model::<M>();
        Ok(self.cut(rows.all(conn).await?, place_of))
    }

    fn cut<M>(&self, mut rows: Vec<M>, place_of: impl Fn(&M) -> Place) -> Rows<M> {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let has_more = rows.len() > size;
        rows.truncate(size);
        if self.is_from_end {
            rows.reverse();
        }
        let rows = rows
            .into_iter()
            .map(|row| (self.sealer.seal(&place_of(&row)), row))
            .collect();
        let (has_previous, has_next) = if self.is_from_end {
            (has_more, self.before.is_some())
        } else {
            (self.after.is_some(), has_more)
        };
        Rows {
            rows,
            has_previous,
            has_next,
        }
    }

    /// Between the cursors.
    fn narrow<E: EntityTrait>(&self, mut select: Select<E>, ordering: &Ordering) -> Select<E> {
        for (place, is_after) in self
            .after
            .iter()
            .map(|place| (place, true))
            .chain(self.before.iter().map(|place| (place, false)))
        {
            let row = tuple([ordering.key.clone(), ordering.id.clone()]);
            let bound = tuple([place.key.to_expr(), Expr::value(place.id)]);
            let is_greater = is_after != ordering.is_descending;
            select = select.filter(if is_greater {
                row.gt(bound)
            } else {
                row.lt(bound)
            });
        }
        select
    }

    /// In order, as many as are needed.
    fn order<E: EntityTrait>(&self, select: Select<E>, ordering: &Ordering) -> Select<E> {
        let direction = if ordering.is_descending == self.is_from_end {
            Order::Asc
        } else {
            Order::Desc
        };
        select
            .order_by(ordering.key.clone(), direction.clone())
            .order_by(ordering.id.clone(), direction)
            .limit(self.size + 1)
    }
}

fn tuple(parts: [SimpleExpr; 2]) -> SimpleExpr {
    Expr::tuple(parts)
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
    use super::*;

    fn place() -> Place {
        Place {
            key: Key::Bytes(vec![1, 2, 3]),
            id: Uuid::from_u128(9),
        }
    }

    #[test]
    fn a_cursor_opens_for_its_own_viewer_and_query_only() {
        let sealer = Sealer::new([7; 64], Uuid::from_u128(1), "stakeholders");
        let cursor = sealer.seal(&place());

        assert_eq!(sealer.open(&cursor), Some(place()));
        assert_eq!(
            Sealer::new([7; 64], Uuid::from_u128(2), "stakeholders").open(&cursor),
            None
        );
        assert_eq!(
            Sealer::new([7; 64], Uuid::from_u128(1), "meetings").open(&cursor),
            None
        );
        assert_eq!(sealer.open("rubbish"), None);
    }

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

    #[test]
    fn keys_come_back_from_their_bytes() {
        let day = NaiveDate::from_ymd_opt(2025, 6, 3).unwrap_or_default();
        for key in [
            Key::Bytes(vec![]),
            Key::Day(day),
            Key::Instant(DateTime::UNIX_EPOCH),
        ] {
            assert_eq!(Key::from_bytes(&key.to_bytes()), Some(key));
        }
    }
}
