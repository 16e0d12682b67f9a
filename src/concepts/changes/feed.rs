//! The feed of changes, in the order in which they took hold. What is not in the chain yet is not told
//! yet: what hangs in it is in an order that does not change any more.

use std::collections::BTreeMap;

use entity::enums::{Audience, Role};
use entity::ids::RecordId;
use entity::{log_change, log_link, log_sight, record};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, Order, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, Select,
};

use crate::concepts::access::Viewer;
use crate::concepts::changes::looked::Looked;
use crate::concepts::changes::sight::{reads, sees, sees_of};
use crate::concepts::{engagements, meetings};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;

/// A place in the feed: the link of the entry, and the record in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// The place of the entry in the chain.
    pub sequence: i64,
    /// The record.
    pub record: RecordId,
}

/// What is told of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its kind.
    pub kind: Kind,
    /// Whether the viewer, who could see it before, sees it no more.
    pub is_gone: bool,
}

type Row = (i64, RecordId, String, bool);

/// Who reads the feed, with the rights by which she sees what she is told.
pub struct Feed<'a, C> {
    /// Where it is read.
    pub conn: &'a C,
    /// Who reads.
    pub viewer: &'a Viewer,
    /// Her rights, told apart from any others.
    pub rights: &'a str,
    /// What was looked through before.
    pub looked: &'a Looked,
}

impl<C: ConnectionTrait> Feed<'_, C> {
    /// What was told to her since a place, in order, at most so many, and whether there is more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn since(&self, place: At, most: u64) -> Result<(Vec<(At, Told)>, bool), Fault> {
        // What is linked from now on is for the next time: changes and sights are read one after the
        // other, and what is linked in between would be passed over in one of them.
        let upto = last_link(self.conn).await?;
        let from = self.looked.after(self.rights, place);
        let limit = most.saturating_add(1);
        let changes = changes(self.viewer, Order::Asc)
            .filter(after(place, from, log_change::Column::RecordId.into_expr()))
            .filter(log_link::Column::Sequence.lte(upto))
            .limit(limit)
            .into_tuple::<Row>()
            .all(self.conn)
            .await?;
        let sights = match sights(self.viewer, Order::Asc) {
            Some(select) => {
                let rows = select
                    .filter(after(place, from, log_sight::Column::RecordId.into_expr()))
                    .filter(log_link::Column::Sequence.lte(upto))
                    .limit(limit)
                    .into_tuple::<Row>();
                rows.all(self.conn).await?
            }
            None => Vec::new(),
        };
        // A record that changed and came into sight by the same entry is told once.
        let mut told = BTreeMap::new();
        for (sequence, record, kind, is_seen) in sights.into_iter().chain(changes) {
            if let Some(kind) = Kind::of_prefix(&kind) {
                let is_gone = !is_seen;
                told.insert(At { sequence, record }, Told { kind, is_gone });
            }
        }
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let has_more = told.len() > most;
        let told: Vec<_> = told.into_iter().take(most).collect();
        if !has_more {
            let end = told.last().map_or(place, |(at, _)| *at);
            self.looked.nothing_after(self.rights, end, upto);
        }
        Ok((told, has_more))
    }

    /// Where the feed ends for her: at the last of what she was told.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn end(&self) -> Result<Option<At>, Fault> {
        let upto = last_link(self.conn).await?;
        let (from, known) = self.looked.end(self.rights);
        let is_new = log_link::Column::Sequence.gt(from);
        let changes = changes(self.viewer, Order::Desc).filter(is_new.clone());
        let changes = changes.into_tuple::<Row>().one(self.conn).await?;
        let sights = match sights(self.viewer, Order::Desc) {
            Some(select) => {
                let select = select.filter(is_new).into_tuple::<Row>();
                select.one(self.conn).await?
            }
            None => None,
        };
        let last = changes.into_iter().chain(sights);
        let last = last.map(|(sequence, record, ..)| At { sequence, record });
        let end = last.chain(known).max();
        self.looked.ends(self.rights, end, upto);
        Ok(end)
    }
}

/// How far the chain goes.
async fn last_link<C: ConnectionTrait>(conn: &C) -> Result<i64, Fault> {
    let last: Option<i64> = log_link::Entity::find()
        .select_only()
        .column(log_link::Column::Sequence)
        .order_by_desc(log_link::Column::Sequence)
        .into_tuple()
        .one(conn)
        .await?;
    Ok(last.unwrap_or_default())
}

/// What comes after a place, of which all up to `from` was looked at before.
fn after(place: At, from: i64, record: SimpleExpr) -> SimpleExpr {
    // Said by itself, so that the chain is read from there.
    let is_new = log_link::Column::Sequence.gt(from);
    if from > place.sequence {
        return is_new;
    }
    let here = Expr::tuple([log_link::Column::Sequence.into_expr(), record]);
    here.gt(Expr::tuple([
        Expr::value(place.sequence),
        Expr::value(place.record),
    ]))
    .and(log_link::Column::Sequence.gte(place.sequence))
}

/// What was done to records, by its place in the chain.
fn told() -> Select<log_link::Entity> {
    let to_change: RelationDef = log_link::Entity::belongs_to(log_change::Entity)
        .from(log_link::Column::EntryId)
        .to(log_change::Column::EntryId)
        .into();
    let no_records = [Kind::User.prefix(), Kind::Token.prefix()];
    log_link::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, to_change)
        // What an entry only names is no other than before.
        .filter(log_change::Column::Version.is_not_null())
        .filter(log_change::Column::Kind.is_not_in(no_records))
}

fn changes(viewer: &Viewer, order: Order) -> Select<log_link::Entity> {
    let seen = Condition::all().add(sees(viewer)).add(reads(viewer));
    told()
        .column(log_link::Column::Sequence)
        .column(log_change::Column::RecordId)
        .column(log_change::Column::Kind)
        .expr_as(sees(viewer), "is_seen")
        .filter(Condition::any().add(seen).add(is_gone(viewer)))
        .order_by(log_link::Column::Sequence, order.clone())
        .order_by(log_change::Column::RecordId, order)
}

/// Whether a change took a record out of a viewer's sight that she could see before.
fn is_gone(viewer: &Viewer) -> Condition {
    use log_change::Column;
    let is_hidden = Condition::all().add(sees(viewer).not());
    match viewer.role {
        Role::Coordinator => Condition::all().add(SimpleExpr::from(false)),
        Role::Aide if viewer.is_idle_aide() => Condition::all().add(SimpleExpr::from(false)),
        Role::Member | Role::Aide | Role::Admin => is_hidden
            .add(Column::WasAudience.lte(viewer.clearance()))
            .add(Column::IsAudience.gt(viewer.clearance())),
        Role::Partner => {
            let is_closed = Condition::any()
                .add(Column::IsAudience.gt(Audience::Partners))
                .add(Column::IsArchived.eq(true));
            is_hidden
                .add(Column::WasAudience.eq(Audience::Partners))
                .add(Column::WasArchived.eq(false))
                .add(is_closed)
                .add(was_in_scope(viewer))
        }
    }
}

/// Whether a record was in a partner's scope, as far as that is told by its own table: of what she
/// sees by other records alone she is not told that it is gone.
fn was_in_scope(viewer: &Viewer) -> Condition {
    use entity::{commitment, decision, engagement, follow_up_action, meeting};
    let meetings = || {
        meeting::Entity::find()
            .select_only()
            .column(meeting::Column::Id)
            .filter(meetings::read::in_scope(viewer))
            .into_query()
    };
    let engagements = || {
        engagement::Entity::find()
            .select_only()
            .column(engagement::Column::Id)
            .filter(engagements::read::in_scope(viewer))
            .into_query()
    };
    let id = || log_change::Column::RecordId;
    let decisions = decision::Entity::find()
        .select_only()
        .column(decision::Column::Id)
        .filter(decision::Column::MeetingId.in_subquery(meetings()));
    let commitments = commitment::Entity::find()
        .select_only()
        .column(commitment::Column::Id)
        .filter(commitment::Column::MeetingId.in_subquery(meetings()));
    let hangs = Condition::any()
        .add(follow_up_action::Column::MeetingId.in_subquery(meetings()))
        .add(follow_up_action::Column::EngagementId.in_subquery(engagements()));
    let tasks = follow_up_action::Entity::find()
        .select_only()
        .column(follow_up_action::Column::Id)
        .filter(hangs);
    Condition::any()
        .add(id().in_subquery(meetings()))
        .add(id().in_subquery(engagements()))
        .add(id().in_subquery(decisions.into_query()))
        .add(id().in_subquery(commitments.into_query()))
        .add(id().in_subquery(tasks.into_query()))
}

/// Closed records of which she became, or is no more, one of the people; `None` for those to whom that
/// gives no sight.
fn sights(viewer: &Viewer, order: Order) -> Option<Select<log_link::Entity>> {
    if viewer.is_partner() || viewer.is_idle_aide() {
        return None;
    }
    let to_sight: RelationDef = log_link::Entity::belongs_to(log_sight::Entity)
        .from(log_link::Column::EntryId)
        .to(log_sight::Column::EntryId)
        .into();
    let to_record: RelationDef = log_sight::Entity::belongs_to(record::Entity)
        .from(log_sight::Column::RecordId)
        .to(record::Column::Id)
        .into();
    let (kind, id) = (
        record::Column::Kind.into_expr(),
        record::Column::Id.into_expr(),
    );
    let sees = || sees_of(viewer, &kind, &id);
    // Who joined and left again since was told nothing in between.
    let is_told = Condition::any()
        .add(log_sight::Column::IsJoined.eq(true).and(sees()))
        .add(log_sight::Column::IsJoined.eq(false).and(sees().not()));
    let select = log_link::Entity::find()
        .select_only()
        .join(JoinType::InnerJoin, to_sight)
        .join(JoinType::InnerJoin, to_record)
        .column(log_link::Column::Sequence)
        .column(log_sight::Column::RecordId)
        .column(record::Column::Kind)
        .expr_as(sees(), "is_seen")
        .filter(log_sight::Column::PersonId.eq(viewer.person))
        .filter(is_told)
        .order_by(log_link::Column::Sequence, order.clone())
        .order_by(log_sight::Column::RecordId, order);
    Some(select)
}
