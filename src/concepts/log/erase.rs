//! Erasing from the log what can be erased: the values that lie beside its entries.

use entity::ids::RecordId;
use entity::log_private;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::Value;

use crate::concepts::log::image::item_of;
use crate::concepts::log::tx::Tx;
use crate::kit::fault::Fault;

/// The acts that erase, by their names in the log.
pub const ERASING: [&str; 2] = ["withdrawWords", "undoCommitmentStep"];

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Whether any value was there.
    pub had_any: bool,
    /// What the entry that is being written must say that it erased.
    pub fields: Vec<String>,
}

/// Erases all values of some fields of a record that lie beside entries, with the salts of its
/// whole images: by these, whoever knows the other fields could try what was erased. A field may be
/// one item of a list, by [`crate::concepts::log::image::item`]; entries from before items were kept
/// by themselves lose the list. The entries stay, and the one that is being written must say what was
/// erased.
///
/// # Errors
/// When the database does not answer.
pub async fn erase(tx: &Tx, record: RecordId, fields: &[String]) -> Result<Erased, Fault> {
    let rows = log_private::Entity::find()
        .filter(log_private::Column::RecordId.eq(record))
        .all(&tx.conn)
        .await?;
    let lists = lists_with(fields, rows.iter().map(|row| &row.content));
    let fields: Vec<_> = fields.iter().chain(&lists).cloned().collect();
    let mut had_any = false;
    for mut row in rows {
        if let Value::Object(content) = &mut row.content {
            for field in &fields {
                had_any |= content.remove(field).is_some_and(|salted| says(&salted));
            }
        }
        row.salt = Vec::new();
        let erased = row.into_active_model().reset_all();
        log_private::Entity::update(erased).exec(&tx.conn).await?;
    }
    Ok(Erased { had_any, fields })
}

/// The lists that are kept whole somewhere with one of these items in them.
fn lists_with<'a>(fields: &[String], contents: impl Iterator<Item = &'a Value>) -> Vec<String> {
    let has = |content: &Value, list: &str, id: &str| {
        let items = content
            .get(list)
            .and_then(|salted| salted.get(1)?.as_array());
        let is_it = |item: &Value| item.get("id").and_then(Value::as_str) == Some(id);
        items.is_some_and(|items| items.iter().any(is_it))
    };
    let contents: Vec<_> = contents.collect();
    let is_whole = |(list, id): &(&str, &str)| contents.iter().any(|at| has(at, list, id));
    let found = fields.iter().filter_map(|field| item_of(field));
    let mut found: Vec<_> = found
        .filter(is_whole)
        .map(|(list, _)| list.to_owned())
        .collect();
    found.dedup();
    found
}

/// Whether a salted value is anything but empty.
fn says(salted: &Value) -> bool {
    let value = salted.get(1).unwrap_or(&Value::Null);
    !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::lists_with;

    #[test]
    fn a_list_that_was_kept_whole_goes_only_where_it_has_the_item() {
        let old = json!({ "notes": ["salt", [{ "id": "a", "note": "x" }]] });
        let new = json!({ "notes/b": ["salt", { "id": "b", "note": "y" }] });
        let lists = |id: &str| lists_with(&[format!("notes/{id}")], [&old, &new].into_iter());

        assert_eq!(lists("a"), ["notes"]);
        assert!(lists("b").is_empty());
    }
}
