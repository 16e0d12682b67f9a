//! Writing entries: the one way into the log.

use entity::{log_link, log_origin};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QueryOrder};

use crate::app::App;
use crate::concepts::log::chain::link::{Place, signed};
use crate::concepts::log::entry::Entry;
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;

/// Adds entries to what a transaction is about to insert, signed and, where there is one writer,
/// linked. It is called once a transaction, with all its entries.
///
/// # Errors
/// When the database does not answer.
pub async fn append<C: ConnectionTrait>(
    app: &App,
    conn: &C,
    batch: &mut Batch,
    entries: Vec<Entry>,
) -> Result<(), Fault> {
    let is_linked = conn.get_database_backend() == DbBackend::Sqlite;
    let mut place = if is_linked {
        Some(last_or_origin(app, conn, batch).await?)
    } else {
        None
    };
    for Entry {
        mut entry,
        private,
        about,
    } in entries
    {
        entry.signature = Some(app.keys.log.sign(&signed(&entry)?));
        batch.insert(&entry);
        for row in &private {
            batch.insert(row);
        }
        for row in &about {
            batch.insert(row);
        }
        if let Some(place) = &mut place {
            let link = place.next(&entry)?;
            *place = Place::at(&link);
            batch.insert(&link);
        }
    }
    Ok(())
}

/// Whether the log is signed by this server's key, or was not begun yet. What another key signs is
/// never shown to be genuine again.
///
/// # Errors
/// When the database does not answer.
pub async fn is_ours(app: &App) -> Result<bool, Fault> {
    let origin = log_origin::Entity::find().one(app.db.reader()).await?;
    Ok(origin.is_none_or(|origin| origin.public_key == app.keys.log.public()))
}

/// Where the next link hangs. The origin is made when the first entry is linked.
pub(super) async fn last_or_origin<C: ConnectionTrait>(
    app: &App,
    conn: &C,
    batch: &mut Batch,
) -> Result<Place, Fault> {
    if let Some(last) = last(conn).await? {
        return Ok(Place::at(&last));
    }
    if let Some(origin) = log_origin::Entity::find().one(conn).await? {
        return Ok(Place::origin(&origin));
    }
    let now = app.clock.now();
    let origin = log_origin::Model {
        id: app.ids.uuid(now),
        at: now,
        public_key: app.keys.log.public(),
    };
    batch.insert(&origin);
    Ok(Place::origin(&origin))
}

/// The newest link.
pub(super) async fn last<C: ConnectionTrait>(conn: &C) -> Result<Option<log_link::Model>, Fault> {
    Ok(log_link::Entity::find()
        .order_by_desc(log_link::Column::Sequence)
        .one(conn)
        .await?)
}
