//! Where a row stands in a list, and the sealed cursor that says it.

use aes_siv::KeyInit;
use aes_siv::siv::Aes256Siv;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, SimpleExpr};
use uuid::Uuid;

use crate::kit::digest::sha256;

/// The value by which a list is ordered, before the id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A collation key.
    Bytes(Vec<u8>),
    /// A day.
    Day(NaiveDate),
    /// An instant, to the microsecond.
    Instant(DateTime<Utc>),
}

impl Key {
    pub(super) fn to_expr(&self) -> SimpleExpr {
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The value ordered by.
    pub key: Key,
    /// The id, which breaks ties.
    pub id: Uuid,
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

    /// The place that a cursor says, if it was sealed so.
    #[must_use]
    pub fn open(&self, cursor: &str) -> Option<Place> {
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
