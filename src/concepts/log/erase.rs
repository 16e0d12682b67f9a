//! Erasing from the log what can be erased: the values that lie beside its entries.

use entity::ids::RecordId;
use entity::log_private;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::Value;

use crate::concepts::log::tx::Tx;
use crate::kit::fault::Fault;

/// The acts that erase, by their names in the log.
pub const ERASING: [&str; 2] = ["withdrawWords", "undoCommitmentStep"];

/// Erases all values of some fields of a record that lie beside entries, with the salts of its
/// whole images: by these, whoever knows the other fields could try what was erased. Answers
/// whether any value was there. The entries stay, and the one that is being written must say that
/// it erased them.
///
/// # Errors
/// When the database does not answer.
pub async fn erase(tx: &Tx, record: RecordId, fields: &[&str]) -> Result<bool, Fault> {
    let rows = log_private::Entity::find()
        .filter(log_private::Column::RecordId.eq(record))
        .all(&tx.conn)
        .await?;
    let mut had_any = false;
    for mut row in rows {
        if let Value::Object(content) = &mut row.content {
            for field in fields {
                had_any |= content.remove(*field).is_some_and(|salted| says(&salted));
            }
        }
        row.salt = Vec::new();
        let erased = row.into_active_model().reset_all();
        log_private::Entity::update(erased).exec(&tx.conn).await?;
    }
    Ok(had_any)
}

/// Whether a salted value is anything but empty.
fn says(salted: &Value) -> bool {
    let value = salted.get(1).unwrap_or(&Value::Null);
    !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
}
