//! The last meeting in which an office was met, or that was held under a line of work.

use std::collections::HashMap;
use std::hash::Hash;

use async_graphql::dataloader::Loader;
use chrono::NaiveDate;
use entity::enums::MeetingKind;
use entity::ids::{EngagementId, MeetingId, StakeholderId};
use entity::{engagement, meeting, meeting_stakeholder, stakeholder};
use sea_orm::sea_query::{
    Alias, ColumnRef, Expr, ExprTrait, IntoColumnRef, Query, SimpleExpr, WindowStatement,
};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::meetings::read::{held, to_meeting, to_stakeholder};
use crate::concepts::stakeholders::read::visible_beside;
use crate::kit::fault::Fault;

/// Asks for the last held meeting that a stakeholder attended, or an office that folds into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LastMeetingWith(pub StakeholderId);

/// Asks for the last held meeting under a line of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LastMeetingUnder(pub EngagementId);

impl Loader<LastMeetingWith> for Reader {
    type Value = Option<MeetingId>;
    type Error = Fault;

    async fn load(
        &self,
        keys: &[LastMeetingWith],
    ) -> Result<HashMap<LastMeetingWith, Self::Value>, Fault> {
        let ids = keys.iter().map(|key| key.0.into()).collect();
        let last = last_of_offices(self, ids, Counts::Met).await?;
        Ok(last_of(keys, &last, |key| key.0.into()))
    }
}

/// Asks for the last held meeting of any kind that a stakeholder attended, or an office that folds
/// into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LastAttendedBy(pub StakeholderId);

impl Loader<LastAttendedBy> for Reader {
    type Value = Option<MeetingId>;
    type Error = Fault;

    async fn load(
        &self,
        keys: &[LastAttendedBy],
    ) -> Result<HashMap<LastAttendedBy, Self::Value>, Fault> {
        let ids = keys.iter().map(|key| key.0.into()).collect();
        let last = last_of_offices(self, ids, Counts::Attended).await?;
        Ok(last_of(keys, &last, |key| key.0.into()))
    }
}

/// Which meetings count.
#[derive(Clone, Copy)]
enum Counts {
    /// Two-way ones, as coverage reads "met": a public event makes an office present only.
    Met,
    /// All that it attended.
    Attended,
}

type LastBy = HashMap<Uuid, (NaiveDate, MeetingId)>;

async fn last_of_offices(reader: &Reader, ids: Vec<Uuid>, counts: Counts) -> Result<LastBy, Fault> {
    let own = (stakeholder::Entity, stakeholder::Column::Id).into_column_ref();
    let folded = (stakeholder::Entity, stakeholder::Column::InstitutionId).into_column_ref();
    let mut last = last_by(reader, own, &ids, counts).await?;
    // The meetings of an office make its institution met.
    for (institution, found) in last_by(reader, folded, &ids, counts).await? {
        let best = last.entry(institution).or_insert(found);
        *best = (*best).max(found);
    }
    Ok(last)
}

impl Loader<LastMeetingUnder> for Reader {
    type Value = Option<MeetingId>;
    type Error = Fault;

    async fn load(
        &self,
        keys: &[LastMeetingUnder],
    ) -> Result<HashMap<LastMeetingUnder, Self::Value>, Fault> {
        let rows: Vec<(EngagementId, Option<MeetingId>)> = engagement::Entity::find()
            .select_only()
            .column(engagement::Column::Id)
            .expr_as(last_under_outer(&self.viewer), "last")
            .filter(engagement::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .into_tuple()
            .all(self.conn())
            .await?;
        let last = rows
            .into_iter()
            .map(|(id, last)| (LastMeetingUnder(id), last));
        Ok(last.collect())
    }
}

/// The id of the last held meeting under the line of work of the row around it. Looked for row by
/// row, it is found by indexes; in one list for all rows PostgreSQL might read all meetings.
#[must_use]
pub fn last_under_outer(viewer: &Viewer) -> SimpleExpr {
    let owner = (
        meeting_stakeholder::Entity,
        meeting_stakeholder::Column::EngagementId,
    );
    let outer = (engagement::Entity, engagement::Column::Id);
    let last = attended(viewer, Counts::Met)
        .column(meeting::Column::Id)
        .filter(Expr::col(owner).equals(outer))
        .order_by_desc(meeting::Column::FirstDay)
        .order_by_desc(meeting::Column::Id)
        .limit(1);
    SimpleExpr::from(last.into_query())
}

/// Offices that attended held meetings that count, with these; offices and meetings that the viewer
/// sees.
fn attended(viewer: &Viewer, counts: Counts) -> Select<meeting_stakeholder::Entity> {
    let all = meeting_stakeholder::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, to_meeting())
        .join(JoinType::InnerJoin, to_stakeholder())
        .filter(meeting_stakeholder::Column::Attended.eq(true))
        .filter(visible_beside(viewer))
        .filter(held(viewer));
    match counts {
        Counts::Met => all.filter(meeting::Column::Kind.eq(MeetingKind::Stakeholder)),
        Counts::Attended => all,
    }
}

fn last_of<K: Copy + Eq + Hash>(
    keys: &[K],
    last: &LastBy,
    owner: impl Fn(&K) -> Uuid,
) -> HashMap<K, Option<MeetingId>> {
    let found = |key: &K| last.get(&owner(key)).map(|(_, meeting)| *meeting);
    keys.iter().map(|key| (*key, found(key))).collect()
}

#[derive(FromQueryResult)]
struct Last {
    owner: Uuid,
    meeting: MeetingId,
    first_day: NaiveDate,
}

/// The last meeting of each owner that an office attended which the viewer sees, in one statement
/// with a window.
async fn last_by(
    reader: &Reader,
    owner: ColumnRef,
    ids: &[Uuid],
    counts: Counts,
) -> Result<LastBy, Fault> {
    let latest_first = WindowStatement::partition_by(owner.clone())
        .order_by((meeting::Entity, meeting::Column::FirstDay), Order::Desc)
        .order_by((meeting::Entity, meeting::Column::Id), Order::Desc)
        .to_owned();
    let numbered = attended(&reader.viewer, counts)
        .expr_as(Expr::col(owner.clone()), "owner")
        .column_as(meeting::Column::Id, "meeting")
        .column_as(meeting::Column::FirstDay, "first_day")
        .filter(Expr::col(owner).is_in(ids.iter().copied()))
        .into_query()
        .expr_window_as(Expr::cust("row_number()"), latest_first, "place")
        .to_owned();
    let (of, backend) = (Alias::new("numbered"), reader.conn().get_database_backend());
    let query = Query::select()
        .columns(["owner", "meeting", "first_day"])
        .from_subquery(numbered, of)
        .and_where(Expr::col("place").eq(1))
        .to_owned();
    let rows = Last::find_by_statement(backend.build(&query))
        .all(reader.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.owner, (row.first_day, row.meeting)))
        .collect())
}
