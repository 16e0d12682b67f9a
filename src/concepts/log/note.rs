//! Entries of what touches no record: a sign-in, a token given.

use entity::ids::{EntryId, UserId};
use sea_orm::ConnectionTrait;
use serde_json::json;

use crate::app::App;
use crate::concepts::log::chain::append;
use crate::concepts::log::entry;
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;

/// Notes an act within its transaction; without an actor it was done at the shell. What it was
/// done to, such as a user or a token, is named by its ids as the API writes them.
///
/// # Errors
/// When the database does not answer.
pub async fn note<C: ConnectionTrait>(
    app: &App,
    conn: &C,
    actor: Option<UserId>,
    act: &str,
    on: &[String],
) -> Result<(), Fault> {
    let mut batch = Batch::default();
    let now = app.clock.now();
    let id = EntryId::from(app.ids.uuid(now));
    let (mut entry, private) = entry::done(id, now, actor, act, None, &[]);
    entry.changes = on.iter().map(|id| json!({ "record": id })).collect();
    append(app, conn, &mut batch, vec![(entry, private)]).await?;
    batch.send(conn).await
}
