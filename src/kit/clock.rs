//! The time, handed in rather than looked up, so that tests and the demo can move it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Timelike, Utc};

/// Where the time comes from. Every instant is cut to microseconds, since PostgreSQL
/// keeps no more and SQLite would: the same record must read the same on both.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The time of the machine.
    #[default]
    System,
    /// A time that stands until it is set.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `start` until [`Clock::set`] moves it.
    #[must_use]
    pub fn standing(start: DateTime<Utc>) -> Self {
        Self::Set(Arc::new(AtomicI64::new(start.timestamp_micros())))
    }

    /// Moves a standing clock; the machine's own is left alone.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Self::Set(micros) = self {
            micros.store(to.timestamp_micros(), Ordering::SeqCst);
        }
    }

    /// The present instant, to the microsecond.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::System => to_micros(system_now()),
            Self::Set(micros) => {
                DateTime::from_timestamp_micros(micros.load(Ordering::SeqCst)).unwrap_or_default()
            }
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the machine's clock"
)]
fn system_now() -> DateTime<Utc> {
    Utc::now()
}

/// Cuts an instant to the precision that both databases keep.
#[must_use]
pub fn to_micros(at: DateTime<Utc>) -> DateTime<Utc> {
    at.with_nanosecond(at.nanosecond() / 1_000 * 1_000)
        .unwrap_or(at)
}
