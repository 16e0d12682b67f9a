//! What an administrator does at the shell, where nobody is signed in: logged without an actor.

use entity::ids::EntryId;
use entity::{log_entry, log_private, record};
use sea_orm::DatabaseTransaction;
use serde_json::json;

use crate::app::App;
use crate::concepts::log::entry::{self, Change};
use crate::concepts::log::image::{Image, Logged};
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;

/// Saves something new, with its record and an entry in the log.
///
/// # Errors
/// When the database does not answer.
pub async fn save<T: Logged>(
    app: &App,
    tx: &DatabaseTransaction,
    act: &str,
    row: &T,
) -> Result<(), Fault> {
    let mut batch = Batch::default();
    batch.insert(&record::Model {
        id: row.record_id(),
        kind: T::KIND.prefix().to_owned(),
        version: 1,
        facts_version: 1,
        audience: row.audience(),
        words_audience: row.words_audience(),
        recorded_at: row.recorded_at(),
        recorded_by: None,
        acting_for: None,
        archived_on: row.archived_on(),
        parent_id: None,
    });
    batch.insert(row);
    batch.send(tx).await?;
    let parts = row.parts(tx).await?;
    let change = Change {
        kind: T::KIND,
        record: row.record_id(),
        version: 1,
        before: Image::default(),
        after: Image::of(row, &parts)?,
        salt: app.ids.bytes(),
    };
    let (entry, private) = rows(app, act, &[change]);
    let mut batch = Batch::default();
    batch.insert(&entry);
    for row in &private {
        batch.insert(row);
    }
    batch.send(tx).await
}

/// Notes an act on users and tokens, which are no records: the entry names them, by the ids as
/// the API writes them, and keeps no image.
///
/// # Errors
/// When the database does not answer.
pub async fn note(
    app: &App,
    tx: &DatabaseTransaction,
    act: &str,
    on: &[String],
) -> Result<(), Fault> {
    let (mut entry, _) = rows(app, act, &[]);
    entry.changes = on.iter().map(|id| json!({ "record": id })).collect();
    let mut batch = Batch::default();
    batch.insert(&entry);
    batch.send(tx).await
}

fn rows(app: &App, act: &str, changes: &[Change]) -> (log_entry::Model, Vec<log_private::Model>) {
    let now = app.clock.now();
    let id = EntryId::from(app.ids.uuid(now));
    entry::rows(id, now, None, act, None, changes)
}
