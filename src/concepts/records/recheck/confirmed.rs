//! Whether what somebody recorded for a member is confirmed as the log says.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::enums::Outcome;
use entity::ids::{EntryId, MemberId, PersonId, RecordId};
use entity::{log_change, log_entry, member, record, user};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, RelationDef,
};

use super::{Altered, What, text_of};
use crate::concepts::log::Act;
use crate::concepts::records::confirm::ConfirmInput;
use crate::kit::fault::Fault;

/// An act of somebody's own on a record.
struct Own {
    record: RecordId,
    entry: EntryId,
    at: DateTime<Utc>,
    act: String,
    by: PersonId,
    /// Whether it changed the record, and did not only name it.
    is_change: bool,
}

/// The record, to which version it was changed, the entry with its moment and act, and who acted.
type Row = (
    RecordId,
    Option<i64>,
    EntryId,
    DateTime<Utc>,
    String,
    PersonId,
);

/// Those of a page of records that are confirmed, or not, against what the log says: she confirms by
/// saying so of the record or of what it hangs on, and by setting it right herself, whichever is first.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn altered<C: ConnectionTrait>(
    conn: &C,
    page: &[record::Model],
) -> Result<Vec<Altered>, Fault> {
    let for_others: Vec<_> = page
        .iter()
        .filter_map(|row| Some((row, row.acting_for?)))
        .collect();
    let of = for_others
        .iter()
        .flat_map(|(row, _)| [Some(row.id), row.parent_id]);
    let own = own_acts(conn, of.flatten().collect()).await?;
    let people = people(conn, for_others.iter().map(|(_, member)| *member)).await?;
    let mut altered: Vec<_> = page
        .iter()
        .filter(|row| row.acting_for.is_none() && row.confirmed_at.is_some())
        .map(|row| (row, None))
        .collect();
    for (row, member) in for_others {
        let by = people.get(&member);
        let confirms = |act: &&Own| {
            let says_so = act.act == ConfirmInput::NAME
                && (act.record == row.id || Some(act.record) == row.parent_id);
            let mends = act.is_change && act.record == row.id;
            Some(&act.by) == by && act.at >= row.recorded_at && (says_so || mends)
        };
        let first = own.iter().filter(confirms).min_by_key(|act| act.at);
        if first.map(|act| act.at) != row.confirmed_at {
            altered.push((row, first.map(|act| act.entry)));
        }
    }
    let altered = altered.into_iter().map(|(row, entry)| Altered {
        what: What::Confirmed,
        record: text_of(row),
        entry,
    });
    Ok(altered.collect())
}

/// What people did to some records themselves.
async fn own_acts<C: ConnectionTrait>(conn: &C, records: Vec<RecordId>) -> Result<Vec<Own>, Fault> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let to_entry: RelationDef = log_change::Entity::belongs_to(log_entry::Entity)
        .from(log_change::Column::EntryId)
        .to(log_entry::Column::Id)
        .into();
    let to_user: RelationDef = log_entry::Entity::belongs_to(user::Entity)
        .from(log_entry::Column::ActorId)
        .to(user::Column::Id)
        .into();
    let rows: Vec<Row> = log_change::Entity::find()
        .select_only()
        .column(log_change::Column::RecordId)
        .column(log_change::Column::Version)
        .column(log_entry::Column::Id)
        .column(log_entry::Column::At)
        .column(log_entry::Column::Act)
        .column(user::Column::PersonId)
        .join(JoinType::InnerJoin, to_entry)
        .join(JoinType::InnerJoin, to_user)
        .filter(log_change::Column::RecordId.is_in(records))
        .filter(log_entry::Column::ActingFor.is_null())
        .filter(log_entry::Column::Outcome.eq(Outcome::Done))
        .into_tuple()
        .all(conn)
        .await?;
    let own = rows
        .into_iter()
        .map(|(record, version, entry, at, act, by)| Own {
            record,
            entry,
            at,
            act,
            by,
            is_change: version.is_some(),
        });
    Ok(own.collect())
}

async fn people<C: ConnectionTrait>(
    conn: &C,
    members: impl Iterator<Item = MemberId>,
) -> Result<HashMap<MemberId, PersonId>, Fault> {
    let rows: Vec<(MemberId, PersonId)> = member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .column(member::Column::PersonId)
        .filter(member::Column::Id.is_in(members))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}
