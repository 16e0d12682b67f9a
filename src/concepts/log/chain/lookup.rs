//! Whether the rows by which an entry is found say what the entry says: the lists of the log, the
//! history of a record and the feed of changes are cut by them to what their reader may see.

use std::collections::HashMap;

use entity::enums::{ChangeReach, Outcome};
use entity::ids::EntryId;
use entity::{log_change, log_entry};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use serde_json::Value;
use uuid::Uuid;

use crate::concepts::log::chain::finding::{Kind, of};
use crate::concepts::log::entry::{naming, sight};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind as Of, parse_any, to_text};

/// How many rows are read at a time.
const PAGE: u64 = 1_000;

/// What an entry says of the row by which it is found under one record.
struct Said<'a> {
    kind: Of,
    version: Option<i64>,
    /// The rest of the row. `None` in an entry of a record from before the rest was signed.
    sight: Option<&'a Value>,
    is_only_named: bool,
}

/// What is wrong with the rows of an entry.
pub(super) fn lookup(entry: &log_entry::Model, rows: &[log_change::Model]) -> Vec<Kind> {
    let said = said(entry);
    let mut found = Vec::new();
    for (id, said) in &said {
        let record = || to_text(said.kind, *id);
        match rows.iter().find(|row| row.record_id.0 == *id) {
            None => found.push(Kind::LookupMissing(record())),
            Some(row) => {
                let fields = differing(entry.outcome, said, row).into_iter();
                found.extend(fields.map(|field| Kind::LookupChanged(of(field, &record()))));
            }
        }
    }
    let added = rows
        .iter()
        .filter(|row| !said.contains_key(&row.record_id.0));
    found.extend(added.map(|row| Kind::LookupAdded(name(row))));
    found.sort_by_key(ToString::to_string);
    found
}

/// Of a record that an entry both changes and names, the change counts.
fn said(entry: &log_entry::Model) -> HashMap<Uuid, Said<'_>> {
    let mut said = HashMap::new();
    for change in entry.changes.as_array().into_iter().flatten() {
        let record = change.get("record").and_then(Value::as_str).map(parse_any);
        let Some(Ok((kind, id))) = record else {
            continue;
        };
        // What a user is stands in an entry with a version too, but her row only names her.
        let version = change.get("version").and_then(Value::as_i64);
        let version = version.filter(|_| kind != Of::User);
        let this = Said {
            kind,
            version,
            sight: change.get("sight"),
            is_only_named: version.is_none(),
        };
        let is_known = said
            .get(&id)
            .is_some_and(|known: &Said<'_>| !known.is_only_named);
        if !is_known {
            said.insert(id, this);
        }
    }
    said
}

/// The fields of a row that are not as the entry says.
fn differing(outcome: Outcome, said: &Said<'_>, row: &log_change::Model) -> Vec<&'static str> {
    let of_row = sight(row);
    let named = || {
        let reach = match outcome {
            Outcome::Done => ChangeReach::Named,
            Outcome::Refused => ChangeReach::Refused,
        };
        sight(&naming(row.entry_id, ("", row.record_id), reach))
    };
    let wanted = said.sight.cloned().or(said.is_only_named.then(named));
    let mut differing = Vec::new();
    if row.kind != said.kind.prefix() {
        differing.push("kind");
    }
    if row.version != said.version {
        differing.push("version");
    }
    if let Some(wanted) = wanted {
        let others = SIGHT.iter().enumerate();
        let others = others.filter(|(place, _)| wanted.get(place) != of_row.get(place));
        differing.extend(others.map(|(_, name)| *name));
    }
    differing
}

/// The names of what [`sight`] says, in its order.
const SIGHT: [&str; 7] = [
    "reach",
    "has_words",
    "was_audience",
    "is_audience",
    "is_words_audience",
    "was_archived",
    "is_archived",
];

fn name(row: &log_change::Model) -> String {
    format!("{}_{}", row.kind, row.record_id.0)
}

/// The rows of entries that are not there, with the entries that they name.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn without_entry<C: ConnectionTrait>(
    conn: &C,
) -> Result<Vec<(EntryId, Kind)>, Fault> {
    let to_entry: RelationDef = log_change::Entity::belongs_to(log_entry::Entity)
        .from(log_change::Column::EntryId)
        .to(log_entry::Column::Id)
        .into();
    let mut found = Vec::new();
    let mut after = EntryId(Uuid::nil());
    loop {
        let rows = log_change::Entity::find()
            .join(JoinType::LeftJoin, to_entry.clone())
            .filter(log_entry::Column::Id.is_null())
            .filter(log_change::Column::EntryId.gt(after))
            .order_by_asc(log_change::Column::EntryId)
            .limit(PAGE)
            .all(conn)
            .await?;
        let Some(last) = rows.last() else {
            return Ok(found);
        };
        after = last.entry_id;
        let named = rows
            .iter()
            .map(|row| (row.entry_id, Kind::LookupAdded(name(row))));
        found.extend(named);
    }
}
