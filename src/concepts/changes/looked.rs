//! How far the feed was looked through for a reader: what is hidden from her lies between her cursor,
//! which moves only by what she is told, and the end. So each row is looked at once for her and not
//! again with each time that she asks. It is kept in memory and changes no answer but how soon it
//! comes; a server that was begun anew looks once more.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::concepts::changes::feed::At;

/// How many readers and places are remembered. When there are more, all are forgotten.
const MOST: usize = 10_000;

/// What was looked through, for all readers.
#[derive(Clone, Debug, Default)]
pub struct Looked(Arc<Mutex<HashMap<Asked, Seen>>>);

/// Who asks, with which rights, from where on; `None` asks where the feed ends.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Asked(String, Option<At>);

/// What was found.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// Up to which place all was looked at.
    upto: i64,
    /// Where the feed ended.
    end: Option<At>,
}

impl Looked {
    /// Up to where nothing is to be told to a reader after a place.
    pub(super) fn after(&self, rights: &str, place: At) -> i64 {
        let seen = self.get(rights, Some(place));
        seen.map_or(place.sequence, |seen| seen.upto.max(place.sequence))
    }

    /// Notes that nothing up to `upto` is to be told to a reader after a place.
    pub(super) fn nothing_after(&self, rights: &str, place: At, upto: i64) {
        self.put(rights, Some(place), Seen { upto, end: None });
    }

    /// Up to where the end of the feed was looked for, and where it was.
    pub(super) fn end(&self, rights: &str) -> (i64, Option<At>) {
        let seen = self.get(rights, None);
        seen.map_or((0, None), |seen| (seen.upto, seen.end))
    }

    /// Notes where the feed ends of all up to `upto`.
    pub(super) fn ends(&self, rights: &str, end: Option<At>, upto: i64) {
        self.put(rights, None, Seen { upto, end });
    }

    fn get(&self, rights: &str, place: Option<At>) -> Option<Seen> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&Asked(rights.to_owned(), place)).copied()
    }

    fn put(&self, rights: &str, place: Option<At>, seen: Seen) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(Asked(rights.to_owned(), place), seen);
    }
}
