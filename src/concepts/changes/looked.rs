//! How far the feed was looked through for a reader: what is hidden from her lies between her cursor,
//! which moves only by what she is told, and the end. So each row is looked at once for her and not
//! again with each time that she asks. It is kept in memory; a server that was begun anew looks once
//! more.
//!
//! What she is promised does not depend on it: what comes into her sight by a change of its own is told
//! by that change, and a closed record by `log_sight`. What comes into a partner's scope by a change
//! that is not told to her is not promised. Whether she then hears of an older change to it depends on
//! whether that was looked through for her already, as `docs/LIMITS.md` says.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use crate::concepts::changes::feed::At;

/// How many readers are remembered. When there are more, all are forgotten.
const MOST: usize = 10_000;

/// How many places of one reader are remembered, the last ones: of each of her devices and programs.
const PLACES: usize = 8;

/// What was looked through, for all readers by their rights.
#[derive(Clone, Debug, Default)]
pub struct Looked(Arc<Mutex<HashMap<String, Seen>>>);

/// What was found for a reader.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// Up to which link nothing is to be told after a place.
    places: VecDeque<(At, i64)>,
    /// Where the feed ended, of all up to a link.
    end: (i64, Option<At>),
}

impl Looked {
    /// Up to where nothing is to be told to a reader after a place.
    pub(super) fn after(&self, rights: &str, place: At) -> i64 {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let places = kept.get(rights).into_iter().flat_map(|seen| &seen.places);
        let mut upto = places.filter(|(known, _)| *known == place);
        upto.next()
            .map_or(place.sequence, |(_, upto)| place.sequence.max(*upto))
    }

    /// Notes that nothing up to `upto` is to be told to a reader after a place.
    pub(super) fn nothing_after(&self, rights: &str, place: At, upto: i64) {
        self.note(rights, |seen| {
            seen.places.retain(|(known, _)| *known != place);
            seen.places.push_back((place, upto));
            if seen.places.len() > PLACES {
                seen.places.pop_front();
            }
        });
    }

    /// Up to where the end of the feed was looked for, and where it was.
    pub(super) fn end(&self, rights: &str) -> (i64, Option<At>) {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(rights).map(|seen| seen.end).unwrap_or_default()
    }

    /// Notes where the feed ends of all up to `upto`.
    pub(super) fn ends(&self, rights: &str, end: Option<At>, upto: i64) {
        self.note(rights, |seen| seen.end = (upto, end));
    }

    fn note(&self, rights: &str, note: impl FnOnce(&mut Seen)) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST && !kept.contains_key(rights) {
            kept.clear();
        }
        note(kept.entry(rights.to_owned()).or_default());
    }
}
