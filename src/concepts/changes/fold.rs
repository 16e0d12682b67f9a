//! What an entry changed of each record: an entry keeps how a field reads since, so how it read before
//! is found by going through what came before.

use std::collections::{HashMap, HashSet};

use async_graphql::dataloader::Loader;
use entity::enums::{Audience, Role};
use entity::ids::{EntryId, RecordId};
use entity::{log_change, log_entry, log_link, log_private, record};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{Viewer, may_read, visible};
use crate::concepts::changes::sight::{is_of_record, reads_words, seen_changes};
use crate::concepts::changes::told::{Said, Told, fields};
use crate::concepts::log::image::item_of;
use crate::concepts::records::kinds::of_kind;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, to_text};

/// Asks what an entry changed, as far as the viewer may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ChangesOf(pub EntryId);

/// Asks whether an entry hangs in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IsLinked(pub EntryId);

impl Loader<IsLinked> for Reader {
    type Value = bool;
    type Error = Fault;

    async fn load(&self, keys: &[IsLinked]) -> Result<HashMap<IsLinked, bool>, Fault> {
        let linked: Vec<EntryId> = log_link::Entity::find()
            .select_only()
            .column(log_link::Column::EntryId)
            .filter(log_link::Column::EntryId.is_in(keys.iter().map(|key| key.0)))
            .into_tuple()
            .all(self.conn())
            .await?;
        Ok(keys
            .iter()
            .map(|key| (*key, linked.contains(&key.0)))
            .collect())
    }
}

/// What an entry changed of one record.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Its kind.
    pub kind: Kind,
    /// Which.
    pub record: RecordId,
    /// Whether this is how it was recorded.
    pub is_first: bool,
    /// The fields that the viewer may read.
    pub fields: Vec<FieldChanged>,
}

/// What an entry changed of one field; of a list, one thing that came or went.
#[derive(Clone, Debug)]
pub struct FieldChanged {
    /// Its name.
    pub name: &'static str,
    /// What it said and says no more.
    pub before: Option<Read>,
    /// What it says and did not say.
    pub after: Option<Read>,
}

/// How a field reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// So.
    Said(Said),
    /// It was withdrawn or erased since.
    Withdrawn,
}

impl Loader<ChangesOf> for Reader {
    type Value = Vec<Changed>;
    type Error = Fault;

    async fn load(&self, keys: &[ChangesOf]) -> Result<HashMap<ChangesOf, Vec<Changed>>, Fault> {
        let conn = self.conn();
        let rows = seen_changes(&self.viewer)
            .filter(log_change::Column::EntryId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(log_change::Column::RecordId)
            .all(conn)
            .await?;
        let past = Past::of(conn, &self.viewer, &rows).await?;
        let mut found: HashMap<_, Vec<Changed>> =
            keys.iter().map(|key| (*key, Vec::new())).collect();
        for row in rows {
            let Some(kind) = Kind::of_prefix(&row.kind) else {
                continue;
            };
            let changed = Changed {
                kind,
                record: row.record_id,
                is_first: row.version == Some(1),
                fields: past.fields(&self.viewer, kind, &row),
            };
            found
                .entry(ChangesOf(row.entry_id))
                .or_default()
                .push(changed);
        }
        Ok(found)
    }
}

/// All that was said of some records, up to the changes that are asked for.
struct Past {
    versions: HashMap<RecordId, Vec<(i64, EntryId)>>,
    entries: HashMap<EntryId, log_entry::Model>,
    private: HashMap<(EntryId, RecordId), Value>,
    /// Of whose people she is one, or of the people of what they hang on.
    hers: HashSet<RecordId>,
    reads_words: HashSet<RecordId>,
}

impl Past {
    async fn of<C: ConnectionTrait>(
        conn: &C,
        viewer: &Viewer,
        rows: &[log_change::Model],
    ) -> Result<Self, Fault> {
        let ids: HashSet<_> = rows.iter().map(|row| row.record_id).collect();
        let all = log_change::Entity::find()
            .filter(log_change::Column::RecordId.is_in(ids.iter().copied()))
            .filter(log_change::Column::Version.is_not_null())
            .order_by_asc(log_change::Column::Version)
            .all(conn)
            .await?;
        let mut versions: HashMap<_, Vec<_>> = HashMap::new();
        for row in &all {
            let version = row.version.unwrap_or_default();
            let of_record: &mut Vec<_> = versions.entry(row.record_id).or_default();
            of_record.push((version, row.entry_id));
        }
        let asked = all.iter().chain(rows).map(|row| row.entry_id);
        let asked: HashSet<_> = asked.collect();
        let entries = log_entry::Entity::find()
            .filter(log_entry::Column::Id.is_in(asked.iter().copied()))
            .all(conn)
            .await?;
        let private = log_private::Entity::find()
            .filter(log_private::Column::EntryId.is_in(asked))
            .filter(log_private::Column::RecordId.is_in(ids.iter().copied()))
            .all(conn)
            .await?;
        let of_words = those(conn, &ids, reads_words(viewer)).await?;
        let is_hers = is_of_record(viewer, record::Column::Id.into_expr());
        Ok(Self {
            hers: those(conn, &ids, is_hers).await?,
            versions,
            entries: entries.into_iter().map(|entry| (entry.id, entry)).collect(),
            private: private
                .into_iter()
                .map(|row| ((row.entry_id, row.record_id), row.content))
                .collect(),
            reads_words: of_words,
        })
    }

    fn fields(&self, viewer: &Viewer, kind: Kind, row: &log_change::Model) -> Vec<FieldChanged> {
        let Some(said) = self.said(kind, row.record_id, row.entry_id) else {
            return Vec::new();
        };
        let is_read = |told: &&Told| {
            (!is_words(kind, told.column) || self.read_words(viewer, kind, row, Side::After))
                && told.field.is_none_or(|field| may_read(viewer.role, field))
        };
        let both = |column: &str| {
            let now = said.get(column)?;
            Some(match kind {
                Kind::User => (now.both("before"), now.both("after")),
                _ if self.read_before(viewer, kind, row, column_of(column)) => {
                    (self.before(kind, row, column), now)
                }
                _ => (Kept::Value(&Value::Null), now),
            })
        };
        let changed = fields(kind).filter(is_read).flat_map(|told| {
            let whole = both(told.column);
            let whole = whole.map(|(before, after)| told_of(told, before, after));
            let items = said.items(told.column).filter_map(|name| {
                let (before, after) = both(name)?;
                told_of_item(told, before, after)
            });
            let items: Vec<_> = items.collect();
            whole.into_iter().flatten().chain(items)
        });
        changed.collect()
    }

    /// Whether a viewer who reads a field read it before a change too: what it said while it was closed
    /// to her stays closed.
    fn read_before(
        &self,
        viewer: &Viewer,
        kind: Kind,
        row: &log_change::Model,
        column: &str,
    ) -> bool {
        let is_hers = viewer.role == Role::Coordinator || self.hers.contains(&row.record_id);
        let was_open = row
            .was_audience
            .is_some_and(|was| was <= viewer.clearance());
        let were_words = is_words(kind, column);
        (is_hers || was_open) && (!were_words || self.read_words(viewer, kind, row, Side::Before))
    }

    /// Whether a viewer reads the words of a record as they stood before or after a change.
    fn read_words(&self, viewer: &Viewer, kind: Kind, row: &log_change::Model, side: Side) -> bool {
        let at_entry = self.said(kind, row.record_id, row.entry_id);
        let after = at_entry.and_then(|said| said.get("words_audience"));
        let kept = after.filter(|_| side == Side::After);
        let kept = kept.unwrap_or_else(|| self.before(kind, row, "words_audience"));
        let Kept::Value(audience) = kept else {
            return false;
        };
        let is_hers = self.hers.contains(&row.record_id);
        Audience::deserialize(audience).is_ok_and(|audience| {
            self.reads_words.contains(&row.record_id)
                && visible::reads_words(viewer, audience, is_hers)
        })
    }

    /// How a field read before a change.
    fn before(&self, kind: Kind, row: &log_change::Model, column: &str) -> Kept<'_> {
        let Some(version) = row.version else {
            return Kept::Value(&Value::Null);
        };
        let earlier = self
            .versions
            .get(&row.record_id)
            .into_iter()
            .flatten()
            .rev();
        let mut earlier = earlier.filter(|(known, _)| *known < version);
        earlier
            .find_map(|(_, entry)| self.said(kind, row.record_id, *entry)?.get(column))
            .unwrap_or(Kept::Value(&Value::Null))
    }

    /// What an entry says of a record.
    fn said(&self, kind: Kind, record: RecordId, entry: EntryId) -> Option<SaidOf<'_>> {
        let id = to_text(kind, record.0);
        let is_its = |change: &&Value| change.get("record").and_then(Value::as_str) == Some(&id);
        let entry_of = self.entries.get(&entry)?;
        let change = entry_of.changes.as_array()?.iter().find(is_its)?;
        let part = |name| change.get(name).and_then(Value::as_object);
        Some(SaidOf {
            open: part("fields")?,
            closed: part("closed")?,
            private: self.private.get(&(entry, record)),
        })
    }
}

/// Those of some records for which a condition holds.
async fn those<C: ConnectionTrait>(
    conn: &C,
    ids: &HashSet<RecordId>,
    holds: SimpleExpr,
) -> Result<HashSet<RecordId>, Fault> {
    let found = record::Entity::find()
        .select_only()
        .column(record::Column::Id)
        .filter(record::Column::Id.is_in(ids.iter().copied()))
        .filter(holds)
        .into_tuple::<RecordId>()
        .all(conn)
        .await?;
    Ok(found.into_iter().collect())
}

/// A side of a change.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// What an entry says of a record: the values that stay, and those that can be erased.
struct SaidOf<'a> {
    open: &'a Map<String, Value>,
    closed: &'a Map<String, Value>,
    private: Option<&'a Value>,
}

/// How a field was kept.
#[derive(Clone, Copy)]
enum Kept<'a> {
    Value(&'a Value),
    Withdrawn,
}

impl<'a> SaidOf<'a> {
    fn get(&self, column: &str) -> Option<Kept<'a>> {
        if let Some(value) = self.open.get(column) {
            return Some(Kept::Value(value));
        }
        if !self.closed.contains_key(column) {
            return self.in_whole_list(column);
        }
        // A salt and a value; what is not there any more was erased.
        let salted = self.private.and_then(|content| content.get(column));
        let value = salted
            .and_then(Value::as_array)
            .and_then(|both| both.get(1));
        Some(value.map_or(Kept::Withdrawn, Kept::Value))
    }

    /// One item of a list that an entry from before items were kept by themselves has whole.
    fn in_whole_list(&self, column: &str) -> Option<Kept<'a>> {
        let (list, id) = item_of(column)?;
        match self.get(list)? {
            Kept::Withdrawn => Some(Kept::Withdrawn),
            Kept::Value(items) => {
                let is_it = |item: &&Value| item.get("id").and_then(Value::as_str) == Some(id);
                let item = items.as_array().into_iter().flatten().find(is_it);
                Some(Kept::Value(item.unwrap_or(&Value::Null)))
            }
        }
    }

    /// The names of the items of a list that an entry keeps each by itself.
    fn items<'n>(&self, list: &'n str) -> impl Iterator<Item = &'a String> + use<'a, 'n> {
        let is_of = move |name: &&String| item_of(name).is_some_and(|(of, _)| of == list);
        self.closed.keys().filter(is_of)
    }
}

/// The field to which a name in the log belongs.
fn column_of(name: &str) -> &str {
    item_of(name).map_or(name, |(list, _)| list)
}

impl Kept<'_> {
    /// One side of what an entry says of a user, who is no record.
    fn both(self, side: &str) -> Self {
        match self {
            Self::Value(value) => Self::Value(value.get(side).unwrap_or(&Value::Null)),
            Self::Withdrawn => Self::Withdrawn,
        }
    }
}

fn is_words(kind: Kind, column: &str) -> bool {
    of_kind!(kind, Row => is_of::<Row>(column), _ => false)
}

fn is_of<T: crate::concepts::log::Logged>(column: &str) -> bool {
    T::WORDS.contains(&column)
}

/// What is told of a field: how it read and reads, or of a list what went and what came.
fn told_of(told: &'static Told, before: Kept<'_>, after: Kept<'_>) -> Vec<FieldChanged> {
    let read = |kept| match kept {
        Kept::Value(value) => told.shape.read(value).into_iter().map(Read::Said).collect(),
        Kept::Withdrawn => vec![Read::Withdrawn],
    };
    let (before, after): (Vec<Read>, Vec<Read>) = (read(before), read(after));
    let changed = |before, after| FieldChanged {
        name: told.name,
        before,
        after,
    };
    if !told.shape.is_list() {
        let (before, after) = (before.into_iter().next(), after.into_iter().next());
        let is_other = before != after || before == Some(Read::Withdrawn);
        return is_other
            .then(|| changed(before, after))
            .into_iter()
            .collect();
    }
    let went = before.iter().filter(|said| !after.contains(said));
    let came = after.iter().filter(|said| !before.contains(said));
    let went = went.map(|said| changed(Some(said.clone()), None));
    went.chain(came.map(|said| changed(None, Some(said.clone()))))
        .collect()
}

/// What is told of one item of a list: how it read and reads.
fn told_of_item(told: &'static Told, before: Kept<'_>, after: Kept<'_>) -> Option<FieldChanged> {
    let read = |kept| match kept {
        Kept::Value(item) => {
            let alone = Value::Array(vec![item.clone()]);
            told.shape.read(&alone).into_iter().next().map(Read::Said)
        }
        Kept::Withdrawn => Some(Read::Withdrawn),
    };
    let (before, after) = (read(before), read(after));
    (before.is_some() || after.is_some()).then_some(FieldChanged {
        name: told.name,
        before,
        after,
    })
}
