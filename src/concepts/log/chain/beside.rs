//! Whether what lies beside an entry, and can be erased, is what the entry commits to.

use entity::{log_entry, log_private};
use serde_json::Value;

use crate::concepts::log::chain::erased::Erased;
use crate::concepts::log::chain::finding::Kind;
use crate::concepts::log::entry::commitment;
use crate::kit::graphql::id::parse_any;

/// What is wrong with what lies beside an entry: each value must be the one to which the entry
/// commits, and nothing may lie there to which it does not.
/// What a later entry says that it erased must be gone, with the salt of the whole image.
pub(super) fn beside(
    entry: &log_entry::Model,
    private: &[log_private::Model],
    place: i64,
    erased: &Erased,
) -> Option<Kind> {
    let none = Vec::new();
    let changes = entry.changes.as_array().unwrap_or(&none);
    let mut known = 0;
    for change in changes {
        let Some(closed) = change.get("closed").and_then(Value::as_object) else {
            continue;
        };
        let record = change.get("record").and_then(Value::as_str).map(parse_any);
        let Some(Ok((_, record))) = record else {
            return Some(Kind::ValueChanged);
        };
        let Some(row) = private.iter().find(|row| row.record_id.0 == record) else {
            return Some(Kind::ValueMissing);
        };
        known += 1;
        let content = row.content.as_object()?;
        let is_erased = |name: &str| erased.covers(record, name, place);
        if erased.covers_any(record, place) && !row.salt.is_empty() {
            return Some(Kind::PutBack);
        }
        let mut gone = 0;
        for (name, commits) in closed {
            match content.get(name) {
                None if is_erased(name) => gone += 1,
                None => return Some(Kind::ValueMissing),
                Some(_) if is_erased(name) => return Some(Kind::PutBack),
                Some(value) if commitment(value).as_deref() == commits.as_str() => {}
                Some(_) => return Some(Kind::ValueChanged),
            }
        }
        if content.len() + gone > closed.len() {
            return Some(Kind::ValueChanged);
        }
    }
    (private.len() > known).then_some(Kind::ValueChanged)
}
