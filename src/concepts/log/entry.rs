//! Entries of the log: one for each mutation, with one change for each record.

use chrono::{DateTime, Utc};
use entity::enums::{Audience, ChangeReach, Outcome};
use entity::ids::{EntryId, MemberId, PersonId, RecordId, UserId};
use entity::thing::Thing;
use entity::{log_change, log_entry, log_private, record};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::concepts::access::Viewer;
use crate::concepts::log::image::Image;
use crate::concepts::log::named::Named;
use crate::kit::digest::{canonical, keyed};
use crate::kit::graphql::id::{Kind, parse_any, to_text};
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
    /// What commits to whose it is, see [`whose`].
    whose: Option<String>,
    salt: [u8; 16],
    /// The fields whose former values were erased by this.
    erased: Vec<String>,
    reach: ChangeReach,
    has_words: bool,
    was: Sight,
    is: Sight,
}

/// Who saw the facts of a record, who read its words, and whether it was archived.
type Sight = Option<(Audience, Audience, bool)>;

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
        let (open, closed) = after.kept_from(before);
        let salt = ids.bytes();
        Self {
            kind,
            record: record.into(),
            version,
            open,
            closed: salted(closed, ids),
            digest: digest(after, &salt),
            whose: None,
            salt,
            erased: Vec::new(),
            reach: ChangeReach::Facts,
            has_words: true,
            was: None,
            is: None,
        }
    }

    /// Says who sees that the record changed, and whether its words did.
    #[must_use]
    pub fn reaching(self, reach: ChangeReach, has_words: bool) -> Self {
        Self {
            reach,
            has_words,
            ..self
        }
    }

    /// Says who saw the record before and who sees it since.
    #[must_use]
    pub fn seen<T: Thing>(self, before: Option<&T>, after: &T) -> Self {
        let sight = |row: &T| {
            let is_archived = row.archived_on().is_some();
            (row.audience(), row.words_audience(), is_archived)
        };
        Self {
            was: before.map(sight),
            is: Some(sight(after)),
            ..self
        }
    }

    /// Says whose the record is, by [`whose`].
    #[must_use]
    pub fn of(self, whose: &Value) -> Self {
        Self {
            whose: Some(digest_of(whose, &self.salt)),
            ..self
        }
    }

    /// By which the entry is found.
    fn about(&self, entry_id: EntryId) -> log_change::Model {
        log_change::Model {
            entry_id,
            record_id: self.record,
            kind: self.kind.prefix().to_owned(),
            version: Some(self.version),
            reach: self.reach,
            has_words: self.has_words,
            was_audience: self.was.map(|(audience, ..)| audience),
            is_audience: self.is.map(|(audience, ..)| audience),
            is_words_audience: self.is.map(|(_, words, _)| words),
            was_archived: self.was.is_some_and(|(.., is_archived)| is_archived),
            is_archived: self.is.is_some_and(|(.., is_archived)| is_archived),
        }
    }

    /// Says that what earlier entries said of some fields of the record was erased by this.
    pub(super) fn erases(&mut self, fields: Vec<String>) {
        self.erased = fields;
    }

    /// The change as the entry keeps it: open values, for each closed field what commits to it,
    /// the [`digest`] of the whole after-image, and who sees it.
    fn to_json(&self, entry_id: EntryId) -> Value {
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
            "sight": sight(&self.about(entry_id)),
        });
        if let Some(fields) = json.as_object_mut().filter(|_| !self.erased.is_empty()) {
            fields.insert("erased".to_owned(), json!(self.erased));
        }
        if let (Some(fields), Some(whose)) = (json.as_object_mut(), &self.whose) {
            fields.insert("whose".to_owned(), json!(whose));
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
    digest_of(&image.whole(), salt)
}

/// The digest of a value under a salt.
#[must_use]
pub fn digest_of(value: &Value, salt: &[u8]) -> String {
    hex(&keyed(salt, canonical(value).as_bytes()))
}

/// What a record says that the row which stands on it does not: who recorded it and for whom, on what
/// it hangs, how often a fact changed, when its words were withdrawn, and whose it is. Who sees it goes
/// by that, so entries commit to it.
#[must_use]
pub fn whose(record: &record::Model, people: &[PersonId]) -> Value {
    let mut people: Vec<_> = people.iter().map(|person| person.0).collect();
    people.sort_unstable();
    people.dedup();
    json!([
        record.recorded_by,
        record.acting_for,
        record.parent_id,
        record.facts_version,
        record.words_withdrawn_at,
        people,
    ])
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

/// An entry to be written.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Itself, without its signature.
    pub entry: log_entry::Model,
    /// What lies beside it and can be erased.
    pub private: Vec<log_private::Model>,
    /// By which it is found.
    pub about: Vec<log_change::Model>,
}

impl Entry {
    /// Names something, with who sees it.
    pub fn name(&mut self, named: &[Named]) {
        for one in named {
            let Ok((kind, id)) = parse_any(&one.text) else {
                continue;
            };
            let row = log_change::Model {
                is_audience: one.audience,
                ..naming(self.entry.id, (kind.prefix(), RecordId(id)), self.reach())
            };
            let value = match one.audience {
                Some(_) => json!({ "record": one.text, "sight": sight(&row) }),
                None => json!({ "record": one.text }),
            };
            if self.about.iter().all(|known| known.record_id.0 != id) {
                self.about.push(row);
            }
            if let Value::Array(changes) = &mut self.entry.changes {
                changes.push(value);
            }
        }
    }

    fn reach(&self) -> ChangeReach {
        match self.entry.outcome {
            Outcome::Done => ChangeReach::Named,
            Outcome::Refused => ChangeReach::Refused,
        }
    }

    /// Says something more, of what is named by the ids in it.
    pub fn say(&mut self, said: impl IntoIterator<Item = Value>) {
        let reach = self.reach();
        for value in said {
            let named = value.get("record").and_then(Value::as_str).map(parse_any);
            if let Some(Ok((kind, id))) = named {
                let is_new = |row: &log_change::Model| row.record_id.0 != id;
                if self.about.iter().all(is_new) {
                    let named = (kind.prefix(), RecordId(id));
                    self.about.push(naming(self.entry.id, named, reach));
                }
            }
            if let Value::Array(changes) = &mut self.entry.changes {
                changes.push(value);
            }
        }
    }
}

/// By which an entry is found under what it only names.
#[must_use]
pub fn naming(
    entry_id: EntryId,
    (kind, record_id): (&str, RecordId),
    reach: ChangeReach,
) -> log_change::Model {
    log_change::Model {
        entry_id,
        record_id,
        kind: kind.to_owned(),
        version: None,
        reach,
        has_words: false,
        was_audience: None,
        is_audience: None,
        is_words_audience: None,
        was_archived: false,
        is_archived: false,
    }
}

/// Who sees a change, as its entry says it: what its row says beside kind and version, in the order
/// of the columns. What the row says is held to this when the log is verified.
#[must_use]
pub fn sight(row: &log_change::Model) -> Value {
    json!([
        row.reach,
        row.has_words,
        row.was_audience,
        row.is_audience,
        row.is_words_audience,
        row.was_archived,
        row.is_archived,
    ])
}

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
        changes: changes.iter().map(|change| change.to_json(id)).collect(),
        signature: None,
    };
    let private = changes.iter().map(|change| log_private::Model {
        entry_id: id,
        record_id: change.record,
        salt: change.salt.to_vec(),
        content: Value::Object(change.closed.clone()),
    });
    Entry {
        entry,
        private: private.collect(),
        about: changes.iter().map(|change| change.about(id)).collect(),
    }
}

/// The entry of an act that was refused because it was not allowed, on these records where it
/// named some.
#[must_use]
pub fn refused(
    id: EntryId,
    at: DateTime<Utc>,
    viewer: &Viewer,
    act: &str,
    records: &[Named],
) -> Entry {
    let mut refused = done(id, at, actor_of(viewer), act, None, &[]);
    refused.entry.outcome = Outcome::Refused;
    refused.name(records);
    refused
}

/// Who acts, and for which member somebody else does.
#[must_use]
pub fn actor_of(viewer: &Viewer) -> (Option<UserId>, Option<MemberId>) {
    (Some(viewer.actor()), viewer.acting_for())
}

/// What an entry says of what it only names and is no record.
pub fn named(records: &[String]) -> impl Iterator<Item = Value> {
    records.iter().map(|record| json!({ "record": record }))
}
