//! Entries of the log: one for each mutation, with one change for each record.

use chrono::{DateTime, Utc};
use entity::enums::Outcome;
use entity::ids::{EntryId, RecordId, UserId};
use entity::{log_entry, log_private};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::concepts::access::Viewer;
use crate::concepts::log::image::Image;
use crate::kit::digest::{canonical, keyed};
use crate::kit::graphql::id::{Kind, to_text};
use crate::kit::secret::hex;

/// What one mutation did to one record.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its kind.
    pub kind: Kind,
    /// Which.
    pub record: RecordId,
    /// Its version after the change.
    pub version: i64,
    /// The fields before; empty for a new record.
    pub before: Image,
    /// The fields after.
    pub after: Image,
    /// Fresh for each change, so that a digest cannot be guessed back to a phone number.
    pub salt: [u8; 16],
}

impl Change {
    /// The change as the entry keeps it: open values, the names of the closed fields, and the
    /// [`digest`] of the whole after-image.
    fn to_json(&self) -> Value {
        let (open, closed) = self.after.changed_from(&self.before);
        json!({
            "record": to_text(self.kind, self.record.0),
            "version": self.version,
            "fields": open,
            "closed": closed.keys().collect::<Vec<_>>(),
            "digest": digest(&self.after, &self.salt),
        })
    }

    fn closed(&self) -> Map<String, Value> {
        self.after.changed_from(&self.before).1
    }
}

/// The digest of a record as an entry keeps it: HMAC-SHA-256 of the whole image under its salt.
#[must_use]
pub fn digest(image: &Image, salt: &[u8]) -> String {
    hex(&keyed(salt, canonical(&image.whole()).as_bytes()))
}

/// The rows of one entry: itself, and beside it what can be erased. Without an actor it was done
/// at the shell.
#[must_use]
pub fn rows(
    id: EntryId,
    at: DateTime<Utc>,
    actor: Option<UserId>,
    act: &str,
    request_key: Option<Uuid>,
    changes: &[Change],
) -> (log_entry::Model, Vec<log_private::Model>) {
    let entry = log_entry::Model {
        id,
        at,
        actor_id: actor,
        acting_for: None,
        act: act.to_owned(),
        request_key,
        outcome: Outcome::Done,
        changes: changes.iter().map(Change::to_json).collect(),
    };
    let private = changes.iter().map(|change| log_private::Model {
        entry_id: id,
        record_id: change.record,
        salt: change.salt.to_vec(),
        content: Value::Object(change.closed()),
    });
    (entry, private.collect())
}

/// The entry of an act that was refused because it was not allowed, on these records where it
/// named some.
#[must_use]
pub fn refused(
    id: EntryId,
    at: DateTime<Utc>,
    viewer: &Viewer,
    act: &str,
    records: &[String],
) -> log_entry::Model {
    let records = records.iter().map(|record| json!({ "record": record }));
    log_entry::Model {
        outcome: Outcome::Refused,
        changes: records.collect(),
        ..rows(id, at, Some(viewer.user), act, None, &[]).0
    }
}
