//! Refused acts in the log, capped in rate: whoever keeps asking for what she may not do cannot
//! fill it, and that she kept asking stands there.

use chrono::{DateTime, TimeDelta, Utc};
use entity::enums::Outcome;
use entity::ids::EntryId;
use entity::{log_entry, user};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};

use crate::concepts::access::Viewer;
use crate::concepts::log::entry::{self, Entry};
use crate::kit::fault::Fault;

/// How many refusals of one user are logged within a minute. The next is logged as [`MORE`], and
/// what follows not at all.
pub const A_MINUTE: u64 = 10;

/// The act of the entry that says that further refusals are not logged.
pub const MORE: &str = "(more refusals, not logged)";

/// A refused act.
pub(super) struct Refused<'a> {
    pub(super) id: EntryId,
    pub(super) at: DateTime<Utc>,
    pub(super) act: &'a str,
    /// The records on which it was not allowed, as far as it named some.
    pub(super) records: &'a [String],
}

/// The entry of a refused act, if it is to be logged. The user's row is locked until the
/// transaction ends, so that refusals that come together are counted one after the other.
pub(super) async fn entry_of(
    conn: &DatabaseTransaction,
    viewer: &Viewer,
    refused: &Refused<'_>,
) -> Result<Option<Entry>, Fault> {
    user::Entity::find_by_id(viewer.actor())
        .lock(LockType::NoKeyUpdate)
        .one(conn)
        .await?;
    let logged = log_entry::Entity::find()
        .filter(log_entry::Column::At.gt(refused.at - TimeDelta::minutes(1)))
        .filter(log_entry::Column::ActorId.eq(viewer.actor()))
        .filter(log_entry::Column::Outcome.eq(Outcome::Refused))
        .count(conn)
        .await?;
    let (act, records) = match logged {
        0..A_MINUTE => (refused.act, refused.records),
        A_MINUTE => (MORE, &[][..]),
        _ => return Ok(None),
    };
    Ok(Some(entry::refused(
        refused.id, refused.at, viewer, act, records,
    )))
}
