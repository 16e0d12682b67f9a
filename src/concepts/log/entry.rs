//! Entries of the log: one for each mutation, with one change for each record.

use chrono::{DateTime, Utc};
use entity::enums::Outcome;
use entity::ids::{EntryId, MemberId, RecordId, UserId};
use entity::{log_entry, log_private};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::concepts::access::Viewer;
use crate::concepts::log::image::Image;
use crate::kit::digest::{canonical, keyed};
use crate::kit::graphql::id::{Kind, to_text};
use crate::kit::ids::Ids;
use crate::kit::secret::{from_hex, hex};

/// What one mutation did to one record.
#[derive(Clone, Debug)]
pub struct Change {
    kind: Kind,
    record: RecordId,
    version: i64,
    /// The fields that may stay for ever and are other than before.
    open: Map<String, Value>,
    /// The fields that can be erased and are other than before, each with a salt of its own.
    closed: Map<String, Value>,
    digest: String,
    salt: [u8; 16],
    /// The fields whose former values were erased by this.
    erased: &'static [&'static str],
}

impl Change {
    /// The change of a record to this version; from an empty image where it is new. Every salt is
    /// fresh, so that a digest cannot be guessed back to a phone number.
    #[must_use]
    pub fn new<I: Into<RecordId>>(
        (kind, record, version): (Kind, I, i64),
        before: &Image,
        after: &Image,
        ids: &Ids,
    ) -> Self {
        let (open, closed) = after.changed_from(before);
        let salt = ids.bytes();
        Self {
            kind,
            record: record.into(),
            version,
            open,
            closed: salted(closed, ids),
            digest: digest(after, &salt),
            salt,
            erased: &[],
        }
    }

    /// Says that what earlier entries said of some fields of the record was erased by this.
    pub(super) fn erases(&mut self, fields: &'static [&'static str]) {
        self.erased = fields;
    }

    /// The change as the entry keeps it: open values, for each closed field what commits to it,
    /// and the [`digest`] of the whole after-image.
    fn to_json(&self) -> Value {
        let closed = self.closed.iter();
        let closed: Map<_, _> = closed
            .map(|(name, salted)| (name.clone(), commitment(salted).into()))
            .collect();
        let mut json = json!({
            "record": to_text(self.kind, self.record.0),
            "version": self.version,
            "fields": self.open,
            "closed": closed,
            "digest": self.digest,
        });
        if let Some(fields) = json.as_object_mut().filter(|_| !self.erased.is_empty()) {
            fields.insert("erased".to_owned(), json!(self.erased));
        }
        json
    }
}

/// Values that can be erased, each with a fresh salt of its own.
#[must_use]
pub fn salted(values: Map<String, Value>, ids: &Ids) -> Map<String, Value> {
    let salted = |(name, value)| (name, json!([hex(&ids.bytes::<16>()), value]));
    values.into_iter().map(salted).collect()
}

/// The digest of a record as an entry keeps it: HMAC-SHA-256 of the whole image under its salt.
#[must_use]
pub fn digest(image: &Image, salt: &[u8]) -> String {
    hex(&keyed(salt, canonical(&image.whole()).as_bytes()))
}

/// What an entry keeps of a value that can be erased: HMAC-SHA-256 of it under the salt that lies
/// beside it. Without the salt it tells nothing. `None` for what is not a salt and a value.
#[must_use]
pub fn commitment(salted: &Value) -> Option<String> {
    let [salt, value] = salted.as_array()?.as_slice() else {
        return None;
    };
    let salt = from_hex(salt.as_str()?)?;
    Some(hex(&keyed(&salt, canonical(value).as_bytes())))
}

/// An entry to be written: itself without its signature, and beside it what can be erased.
pub type Entry = (log_entry::Model, Vec<log_private::Model>);

/// The entry of what was done. Without an actor it was done at the shell.
#[must_use]
pub fn done(
    id: EntryId,
    at: DateTime<Utc>,
    (actor, acting_for): (Option<UserId>, Option<MemberId>),
    act: &str,
    request_key: Option<Uuid>,
    changes: &[Change],
) -> Entry {
    let entry = log_entry::Model {
        id,
        at,
        actor_id: actor,
        acting_for,
        act: act.to_owned(),
        request_key,
        outcome: Outcome::Done,
        changes: changes.iter().map(Change::to_json).collect(),
        signature: None,
    };
    let private = changes.iter().map(|change| log_private::Model {
        entry_id: id,
        record_id: change.record,
        salt: change.salt.to_vec(),
        content: Value::Object(change.closed.clone()),
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
) -> Entry {
    let (entry, private) = done(id, at, actor_of(viewer), act, None, &[]);
    let entry = log_entry::Model {
        outcome: Outcome::Refused,
        changes: named(records).collect(),
        ..entry
    };
    (entry, private)
}

/// Who acts, and for which member somebody else does.
#[must_use]
pub fn actor_of(viewer: &Viewer) -> (Option<UserId>, Option<MemberId>) {
    (Some(viewer.actor()), viewer.acting_for())
}

/// What an entry says of what it only names.
pub fn named(records: &[String]) -> impl Iterator<Item = Value> {
    records.iter().map(|record| json!({ "record": record }))
}
