//! Refused acts in the log, capped in rate: whoever keeps asking for what she may not do cannot
//! fill it, and that she kept asking stands there.

use chrono::{DateTime, TimeDelta, Utc};
use entity::enums::Outcome;
use entity::ids::{EntryId, UserId};
use entity::log_entry;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, PaginatorTrait,
    QueryFilter, Statement,
};

use crate::concepts::access::Viewer;
use crate::concepts::log::entry::{self, Entry};
use crate::concepts::log::named::Named;
use crate::kit::fault::Fault;

/// How many refusals of one user are logged within a minute. The next is logged as [`MORE`], and
/// what follows not at all.
pub const A_MINUTE: u64 = 10;

/// The act of the entry that says that further refusals are not logged; it names what the first of
/// them was asked of.
pub const MORE: &str = "(more refusals, not logged)";

/// A refused act.
pub(super) struct Refused<'a> {
    pub(super) id: EntryId,
    pub(super) at: DateTime<Utc>,
    pub(super) act: &'a str,
    /// The records on which it was not allowed, as far as it named some.
    pub(super) records: &'a [String],
}

/// The entry of a refused act, if it is to be logged. Those of one user that come
/// together are counted one after the other.
pub(super) async fn entry_of(
    conn: &DatabaseTransaction,
    viewer: &Viewer,
    refused: &Refused<'_>,
) -> Result<Option<Entry>, Fault> {
    one_at_a_time(conn, viewer.actor()).await?;
    let logged = log_entry::Entity::find()
        .filter(log_entry::Column::At.gt(refused.at - TimeDelta::minutes(1)))
        .filter(log_entry::Column::ActorId.eq(viewer.actor()))
        .filter(log_entry::Column::Outcome.eq(Outcome::Refused))
        .count(conn)
        .await?;
    let act = match logged {
        0..A_MINUTE => refused.act,
        A_MINUTE => MORE,
        _ => return Ok(None),
    };
    let records = Named::all(conn, refused.records).await?;
    Ok(Some(entry::refused(
        refused.id, refused.at, viewer, act, &records,
    )))
}

/// Waits until no other transaction counts the refusals of a user. Her row is not locked for it: what
/// she has under way holds that already.
async fn one_at_a_time(conn: &DatabaseTransaction, user: UserId) -> Result<(), Fault> {
    let backend = conn.get_database_backend();
    if backend == DbBackend::Postgres {
        let wait = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
        let whose = [format!("refused {}", user.0).into()];
        conn.execute_raw(Statement::from_sql_and_values(backend, wait, whose))
            .await?;
    }
    Ok(())
}
