//! Which values beside the log were erased, and by which entry.

use std::collections::HashMap;

use entity::enums::Outcome;
use entity::ids::EntryId;
use entity::{log_entry, log_link};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use serde_json::Value;
use uuid::Uuid;

use crate::concepts::log::erase::ERASING;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::parse_any;

/// How many entries are read at a time.
const PAGE: u64 = 500;

/// By record and field, the place of the last entry that says it erased what was said before.
/// Whether that entry is genuine is asked where it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Erased(HashMap<Uuid, HashMap<String, i64>>);

impl Erased {
    /// Of the whole log. An entry that waits for its link stands behind all that have one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(super) async fn of<C: ConnectionTrait>(conn: &C) -> Result<Self, Fault> {
        let to_link: RelationDef = log_entry::Entity::belongs_to(log_link::Entity)
            .from(log_entry::Column::Id)
            .to(log_link::Column::EntryId)
            .into();
        let mut erased: HashMap<Uuid, HashMap<String, i64>> = HashMap::new();
        let mut after = EntryId(Uuid::nil());
        loop {
            let page = log_entry::Entity::find()
                .join(JoinType::LeftJoin, to_link.clone())
                .select_also(log_link::Entity)
                .filter(log_entry::Column::Act.is_in(ERASING))
                .filter(log_entry::Column::Outcome.eq(Outcome::Done))
                .filter(log_entry::Column::Id.gt(after))
                .order_by_asc(log_entry::Column::Id)
                .limit(PAGE)
                .all(conn)
                .await?;
            let Some((last, _)) = page.last() else {
                return Ok(Self(erased));
            };
            after = last.id;
            for (entry, link) in page {
                let place = link.map_or(i64::MAX, |link| link.sequence);
                for (record, field) in fields_of(&entry.changes) {
                    let fields = erased.entry(record).or_default();
                    let last = fields.entry(field).or_insert(place);
                    *last = place.max(*last);
                }
            }
        }
    }

    /// Whether anything that an entry at a place said of a record was erased later.
    pub(super) fn covers_any(&self, record: Uuid, place: i64) -> bool {
        let mut fields = self.0.get(&record).into_iter().flatten();
        fields.any(|(_, last)| place < *last)
    }

    /// Whether what an entry at a place said of a field of a record was erased later.
    pub(super) fn covers(&self, record: Uuid, field: &str, place: i64) -> bool {
        let last = self.0.get(&record).and_then(|fields| fields.get(field));
        last.is_some_and(|last| place < *last)
    }
}

fn fields_of(changes: &Value) -> Vec<(Uuid, String)> {
    let mut fields = Vec::new();
    for change in changes.as_array().into_iter().flatten() {
        let record = change.get("record").and_then(Value::as_str);
        let Some(Ok((_, record))) = record.map(parse_any) else {
            continue;
        };
        let erased = change.get("erased").and_then(Value::as_array);
        let names = erased.into_iter().flatten().filter_map(Value::as_str);
        fields.extend(names.map(|name| (record, name.to_owned())));
    }
    fields
}
