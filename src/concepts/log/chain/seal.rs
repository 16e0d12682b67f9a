//! Linking what has committed on PostgreSQL, in an order on which all can agree afterwards.

use std::time::Duration;

use entity::ids::EntryId;
use entity::{log_entry, log_waiting};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Statement,
};

use crate::app::App;
use crate::concepts::log::chain::append::last_or_origin;
use crate::concepts::log::chain::link::Place;
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;

/// How many entries are linked in one turn.
const A_TURN: u64 = 500;
/// How often a server looks for what another one, or a command, has written.
const LOOK: Duration = Duration::from_secs(1);
/// How long commits are gathered before their entries are linked together.
const GATHER: Duration = Duration::from_millis(5);

/// Links entries for as long as it is polled. On SQLite there is nothing to do.
pub async fn keep_sealing(app: &App) {
    if app.db.is_sqlite() {
        return std::future::pending().await;
    }
    loop {
        if let Err(fault) = seal(app).await {
            tracing::warn!(%fault, "the log could not be sealed; it is tried again");
        }
        // Whether it was woken or not, it looks.
        let _elapsed = tokio::time::timeout(LOOK, app.written.notified()).await;
        tokio::time::sleep(GATHER).await;
    }
}

/// Links all entries that no transaction under way can come before, and says how many.
///
/// # Errors
/// When the database does not answer.
pub async fn seal(app: &App) -> Result<usize, Fault> {
    let mut sealed = 0;
    loop {
        let now = turn(app).await?;
        if now == 0 {
            return Ok(sealed);
        }
        sealed += now;
    }
}

async fn turn(app: &App) -> Result<usize, Fault> {
    if app.db.is_sqlite() {
        return Ok(0);
    }
    let tx = app.db.begin().await?;
    if !is_our_turn(&tx).await? {
        return Ok(0);
    }
    let due = due(&tx).await?;
    if due.is_empty() {
        return Ok(0);
    }
    let found = log_entry::Entity::find()
        .filter(log_entry::Column::Id.is_in(due.iter().copied()))
        .all(&tx)
        .await?;
    let mut batch = Batch::default();
    let mut place = last_or_origin(app, &tx, &mut batch).await?;
    for id in &due {
        let Some(entry) = found.iter().find(|entry| entry.id == *id) else {
            continue;
        };
        let link = place.next(entry)?;
        place = Place::at(&link);
        batch.insert(&link);
    }
    batch.send(&tx).await?;
    log_waiting::Entity::delete_many()
        .filter(log_waiting::Column::EntryId.is_in(due.iter().copied()))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(due.len())
}

/// One server seals at a time; the others have nothing to do meanwhile.
async fn is_our_turn(tx: &DatabaseTransaction) -> Result<bool, Fault> {
    // The number is that of the purpose, in ASCII: "seal".
    let ask = "SELECT pg_try_advisory_xact_lock(1936023916)";
    let row = tx
        .query_one_raw(Statement::from_string(tx.get_database_backend(), ask))
        .await?;
    let row = row.ok_or_else(|| Fault::internal("a lock that does not answer"))?;
    Ok(row.try_get_by_index(0)?)
}

/// The entries whose transactions are older than every one that still runs, in their order: none
/// can commit any more that would come before them.
async fn due(tx: &DatabaseTransaction) -> Result<Vec<EntryId>, Fault> {
    let ask = format!(
        "SELECT entry_id FROM log_waiting
         WHERE written_in < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
         ORDER BY written_in, entry_id LIMIT {A_TURN}"
    );
    let rows = tx
        .query_all_raw(Statement::from_string(tx.get_database_backend(), ask))
        .await?;
    let ids = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(ids.collect::<Result<_, _>>()?)
}
