//! Whether what lies beside an entry, and can be erased, is what the entry commits to.

use std::collections::HashSet;

use entity::{log_entry, log_private};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::concepts::log::chain::erased::Erased;
use crate::concepts::log::chain::finding::{Kind, of};
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
) -> Vec<Kind> {
    let mut found = Vec::new();
    let mut known = HashSet::new();
    for change in entry.changes.as_array().into_iter().flatten() {
        let Some(closed) = change.get("closed").and_then(Value::as_object) else {
            continue;
        };
        let text = change
            .get("record")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let Ok((_, record)) = parse_any(text) else {
            found.push(Kind::ValueChanged(text.to_owned()));
            continue;
        };
        known.insert(record);
        match private.iter().find(|row| row.record_id.0 == record) {
            None => found.push(Kind::ValueMissing(text.to_owned())),
            Some(row) => {
                let of = Of {
                    text,
                    record,
                    place,
                    erased,
                };
                found.extend(of.wrong(closed, row));
            }
        }
    }
    let added = private
        .iter()
        .filter(|row| !known.contains(&row.record_id.0));
    found.extend(added.map(|row| Kind::ValueChanged(row.record_id.0.to_string())));
    found
}

/// Of which record, at which place, values are looked at.
struct Of<'a> {
    text: &'a str,
    record: Uuid,
    place: i64,
    erased: &'a Erased,
}

impl Of<'_> {
    fn wrong(&self, closed: &Map<String, Value>, row: &log_private::Model) -> Vec<Kind> {
        if self.erased.covers_any(self.record, self.place) && !row.salt.is_empty() {
            return vec![Kind::PutBack(self.text.to_owned())];
        }
        let Some(content) = row.content.as_object() else {
            return vec![Kind::ValueMissing(self.text.to_owned())];
        };
        let named = closed.iter();
        let named =
            named.filter_map(|(name, commits)| self.value(name, commits, content.get(name)));
        let added = content.keys().filter(|name| !closed.contains_key(*name));
        let added = added.map(|name| Kind::ValueChanged(of(name, self.text)));
        named.chain(added).collect()
    }

    fn value(&self, name: &str, commits: &Value, kept: Option<&Value>) -> Option<Kind> {
        let kind = match (kept, self.erased.covers(self.record, name, self.place)) {
            (None, true) => return None,
            (None, false) => Kind::ValueMissing,
            (Some(_), true) => Kind::PutBack,
            (Some(value), false) if commitment(value).as_deref() == commits.as_str() => {
                return None;
            }
            (Some(_), false) => Kind::ValueChanged,
        };
        Some(kind(of(name, self.text)))
    }
}
