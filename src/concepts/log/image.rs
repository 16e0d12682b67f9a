//! A record as the log keeps it: what may stay for ever, and what can be erased.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::future::Future;

use entity::ids::PartId;
use entity::thing::Thing;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, ModelTrait};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::concepts::log::tx::Tx;
use crate::kit::digest::canonical;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;

/// A thing that stands on a record, with what the log has to know of it.
pub trait Logged:
    Thing
    + ModelTrait<Entity: EntityTrait<Model = Self, ActiveModel: Send>>
    + IntoActiveModel<<Self::Entity as EntityTrait>::ActiveModel>
{
    /// Its kind.
    const KIND: Kind;

    /// The fields that may stay in the log for ever: days, states, numbers, references. What is
    /// not named here (names of people, words, phone numbers) lies beside the log with a salt
    /// and can be erased.
    const OPEN: &'static [&'static str];

    /// The fields that are words: who may not read them does not see that they changed.
    const WORDS: &'static [&'static str] = &[];

    /// The facts of its own that a partner who sees it reads: she is told when one of them changes. A
    /// list of what may be hidden from her is none, since she would learn of what she does not see.
    const PARTNERS: &'static [&'static str];

    /// What a partner reads of this one beside [`Self::PARTNERS`], because it was shared with her.
    fn shared(&self) -> &'static [&'static str] {
        &[]
    }

    /// The lists, under words, of which each item may be erased by itself: several people write in
    /// them, and each takes back what is hers. Each item has an `id`.
    const BY_ITEM: &'static [&'static str] = &[];

    /// The fields that follow from other records and are not this one's own.
    const DERIVED: &'static [&'static str] = &[];

    /// Takes out the words that the viewer wrote, of the row here and of its parts in the
    /// database, and answers which those are. Nothing where a thing has no words.
    fn take_out_words(&mut self, tx: &Tx) -> impl Future<Output = Result<Taken, Fault>> + Send {
        let _ = tx;
        async { Ok(Taken::default()) }
    }

    /// Its parts as they stand, each list under its name.
    fn parts<C: ConnectionTrait>(
        &self,
        conn: &C,
    ) -> impl Future<Output = Result<Parts, Fault>> + Send;
}

/// Words that were taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Whether there were any.
    pub had_any: bool,
    /// What the log is to forget of them: fields, or single items by [`item`].
    pub fields: Vec<String>,
}

impl Taken {
    /// All words of a thing.
    #[must_use]
    pub fn all<T: Logged>(had_any: bool) -> Self {
        let fields = T::WORDS.iter().map(|name| (*name).to_owned()).collect();
        Self { had_any, fields }
    }
}

/// Under which name the log keeps one item of a list of which each may be erased by itself.
#[must_use]
pub fn item(list: &str, id: impl Display) -> String {
    format!("{list}/{id}")
}

/// The list and the id behind such a name.
#[must_use]
pub fn item_of(name: &str) -> Option<(&str, &str)> {
    name.split_once('/')
}

/// The parts of a thing, each list under its name.
pub type Parts = Vec<(&'static str, Value)>;

/// All fields of a record with its parts, after a write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image {
    /// What may stay for ever.
    pub open: BTreeMap<String, Value>,
    /// What can be erased.
    pub closed: BTreeMap<String, Value>,
    /// The lists of which each item can be erased by itself.
    by_item: &'static [&'static str],
}

impl Image {
    /// The image of a row and its parts, each part under its name.
    ///
    /// # Errors
    /// When a row does not become JSON, which is a defect.
    pub fn of<T: Logged>(row: &T, parts: &Parts) -> Result<Self, Fault> {
        let Value::Object(fields) = serde_json::to_value(row).map_err(Fault::internal)? else {
            return Err(Fault::internal("a row is not an object"));
        };
        let mut image = Self {
            by_item: T::BY_ITEM,
            ..Self::default()
        };
        let parts = parts
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        let fields = fields
            .into_iter()
            .filter(|(name, _)| !T::DERIVED.contains(&name.as_str()));
        for (name, value) in fields.chain(parts) {
            let is_open = T::OPEN.contains(&name.as_str()) || COMMON.contains(&name.as_str());
            if is_open {
                image.open.insert(name, value)
            } else {
                image.closed.insert(name, value)
            };
        }
        Ok(image)
    }

    /// The whole as one value, for the digest, without what is empty: a table may gain columns
    /// that may be null and lists of parts, and what was said of its rows before still holds.
    #[must_use]
    pub fn whole(&self) -> Value {
        let fields = self.open.iter().chain(&self.closed);
        let is_empty =
            |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        Value::Object(
            fields
                .filter(|(_, value)| !is_empty(value))
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
        )
    }

    /// Whether a fact differs from `before`, words and what is `unseen` set aside.
    #[must_use]
    pub fn has_other_facts<T: Logged>(&self, before: &Self, unseen: &[&str]) -> bool {
        let (open, closed) = self.changed_from(before);
        open.keys()
            .chain(closed.keys())
            .map(String::as_str)
            .any(|name| !T::WORDS.contains(&name) && !unseen.contains(&name))
    }

    /// Whether words differ from `before`.
    #[must_use]
    pub fn has_other_words<T: Logged>(&self, before: &Self) -> bool {
        let (open, closed) = self.changed_from(before);
        let mut names = open.keys().chain(closed.keys());
        names.any(|name| T::WORDS.contains(&name.as_str()) || name == "words_audience")
    }

    /// Whether something differs from `before` that a partner reads who sees the facts.
    #[must_use]
    pub fn is_told_to_partners<T: Logged>(&self, before: &Self, shared: &[&str]) -> bool {
        let (open, closed) = self.changed_from(before);
        open.keys()
            .chain(closed.keys())
            .map(String::as_str)
            .any(|name| {
                SIGHT.contains(&name) || T::PARTNERS.contains(&name) || shared.contains(&name)
            })
    }

    /// The fields that differ from those of `before`, open ones and closed ones.
    #[must_use]
    pub fn changed_from(&self, before: &Self) -> (Map<String, Value>, Map<String, Value>) {
        let differ = |after: &BTreeMap<String, Value>, before: &BTreeMap<String, Value>| {
            let changed = after
                .iter()
                .filter(|(name, value)| before.get(*name) != Some(*value));
            changed
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect()
        };
        (
            differ(&self.open, &before.open),
            differ(&self.closed, &before.closed),
        )
    }

    /// The fields that differ as an entry keeps them: of a list by items only those that came, are
    /// other or, as null, went.
    #[must_use]
    pub fn kept_from(&self, before: &Self) -> (Map<String, Value>, Map<String, Value>) {
        let (open, mut closed) = self.changed_from(before);
        for list in self.by_item {
            let Some(now) = closed.remove(*list) else {
                continue;
            };
            let now = items(&now);
            let was = before.closed.get(*list).map(items).unwrap_or_default();
            let went = was.keys().filter(|id| !now.contains_key(*id));
            let went = went.map(|id| (item(list, id), Value::Null));
            let came = now
                .iter()
                .filter(|(id, value)| was.get(*id) != Some(*value));
            let came = came.map(|(id, value)| (item(list, id), (*value).clone()));
            closed.extend(went.chain(came));
        }
        (open, closed)
    }
}

/// The items of a list by their ids.
fn items(list: &Value) -> BTreeMap<&str, &Value> {
    let items = list.as_array().into_iter().flatten();
    items
        .filter_map(|item| Some((item.get("id")?.as_str()?, item)))
        .collect()
}

/// By which a record comes into sight and goes out of it.
const SIGHT: &[&str] = &["audience", "archived_on"];

/// Fields of every record that may stay.
const COMMON: &[&str] = &[
    "id",
    "audience",
    "words_audience",
    "recorded_at",
    "archived_on",
];

/// A list of parts under its name, in an order of its own, so that what was sent and what is
/// read again have the same digest.
///
/// # Errors
/// When a part does not become JSON, which is a defect.
pub fn part<P: Serialize>(name: &'static str, rows: &[P]) -> Result<(&'static str, Value), Fault> {
    let rows = rows
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<Vec<_>, _>>();
    let mut rows = rows.map_err(Fault::internal)?;
    rows.sort_by_key(canonical);
    Ok((name, Value::Array(rows)))
}

/// Gives rows of a part that is sent whole, and so are made anew, the ids of those that were there
/// and say the same: what is sent as it was is then the same part.
pub fn keep_ids<M: Clone + PartialEq>(
    mut had: Vec<M>,
    rows: &mut [M],
    id: impl Fn(&mut M) -> &mut PartId,
) {
    for row in rows {
        let own = *id(row);
        let same = |had: &M| {
            let mut had = had.clone();
            *id(&mut had) = own;
            had == *row
        };
        if let Some(at) = had.iter().position(same) {
            *id(row) = *id(&mut had.swap_remove(at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Image;
    use serde_json::json;

    #[test]
    fn a_column_or_a_list_that_was_added_later_and_is_empty_changes_no_digest() {
        let mut image = Image::default();
        image.open.insert("due_on".to_owned(), json!("2026-06-30"));
        let before = image.whole();

        image.open.insert("kind".to_owned(), json!(null));
        image.closed.insert("steps".to_owned(), json!([]));

        assert_eq!(image.whole(), before);
        image.open.insert("kind".to_owned(), json!("FUND"));
        assert_ne!(image.whole(), before);
    }

    #[test]
    fn of_a_list_by_items_an_entry_keeps_what_came_went_or_is_other_each_by_itself() {
        let image = |notes| Image {
            closed: [("notes".to_owned(), notes)].into(),
            by_item: &["notes"],
            ..Image::default()
        };
        let note = |id: &str, note: &str| json!({ "id": id, "note": note });
        let before = image(json!([
            note("a", "one"),
            note("b", "two"),
            note("c", "three")
        ]));
        let after = image(json!([note("b", "two"), note("c", "3"), note("d", "four")]));

        let (_, first) = before.kept_from(&Image::default());
        let (_, then) = after.kept_from(&before);

        let names = |kept: serde_json::Map<_, _>| kept.into_iter().map(|(name, _)| name).collect();
        let (first, of_then): (Vec<String>, Vec<String>) = (names(first), names(then.clone()));
        assert_eq!(first, ["notes/a", "notes/b", "notes/c"]);
        assert_eq!(of_then, ["notes/a", "notes/c", "notes/d"]);
        assert_eq!(then.get("notes/a"), Some(&json!(null)));
        assert_eq!(then.get("notes/c"), Some(&note("c", "3")));
    }
}
