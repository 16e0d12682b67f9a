//! Lists of meetings.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::meeting;
use sea_orm::ColumnTrait;

use crate::concepts::access::{CtxExt, Field, Viewer, may_filter};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::outcome::{CommitmentsOf, DecisionsOf, FollowUpsOf};
use crate::concepts::meetings::read::{self, AttendeesOf, Filter, WithOf};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{list, one};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{MeetingKind, OrderDirection, StakeholderCategory};
use crate::kit::graphql::id::{optional_ids, optional_values};
use crate::kit::graphql::scalars::Day;
use crate::kit::page::{Key, Limits, Ordering, Place};
use crate::kit::user_error::{Path, UserError, UserErrorCode};
use crate::kit::zone::is_in_range;

/// A span of days; both ends are inside.
#[derive(InputObject, Clone, Copy, Debug, Default)]
pub struct PeriodInput {
    /// The first day; since the record began when absent.
    pub from: Option<Day>,
    /// The last day; today when absent.
    pub to: Option<Day>,
}

impl PeriodInput {
    /// That its days are in range and that it does not end before it starts.
    ///
    /// # Errors
    /// `OUT_OF_RANGE`, `INVALID`.
    pub fn check(&self, path: &Path) -> Result<(), UserError> {
        let (from, to) = (self.from.map(|day| day.0), self.to.map(|day| day.0));
        if from.into_iter().chain(to).any(|day| !is_in_range(day)) {
            let message = "Days lie between 1900-01-01 and 2200-01-01.";
            return Err(UserError::new(UserErrorCode::OutOfRange, path, message));
        }
        match (from, to) {
            (Some(from), Some(to)) if to < from => {
                let message = format!("The period ends ({to}) before it starts ({from}).");
                Err(UserError::new(UserErrorCode::Invalid, path, message))
            }
            _ => Ok(()),
        }
    }
}

/// What a list of meetings is narrowed to; everything given must hold. An empty list of ids,
/// categories or kinds finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct MeetingFilter {
    /// Words, each of which begins a word of the title or of a name of an office it was with, in
    /// either script; as far as you may see these.
    pub search: Option<String>,
    /// With one of these.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// With a stakeholder of one of these.
    pub categories: Option<Vec<StakeholderCategory>>,
    /// In which one of these members took part.
    pub member_ids: Option<Vec<ID>>,
    /// Under one of these.
    pub programme_ids: Option<Vec<ID>>,
    /// On one of these.
    pub topic_ids: Option<Vec<ID>>,
    /// Concerning one of these or held in it.
    pub district_ids: Option<Vec<ID>>,
    /// Of one of these.
    pub kinds: Option<Vec<MeetingKind>>,
    /// That began within these days.
    pub period: Option<PeriodInput>,
    /// True: with a name that no office was matched to yet. False: without one.
    pub has_unmatched: Option<bool>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

impl MeetingFilter {
    fn checked(self, viewer: &Viewer) -> Result<Filter> {
        may_filter(viewer, Field::Unmatched, self.has_unmatched.is_some())?;
        let period = self.period.unwrap_or_default();
        period.check(&Path::root().field("filter").field("period"))?;
        Ok(Filter {
            search: self.search,
            stakeholders: optional_ids(self.stakeholder_ids.as_ref())?,
            categories: optional_values(self.categories),
            members: optional_ids(self.member_ids.as_ref())?,
            programmes: optional_ids(self.programme_ids.as_ref())?,
            topics: optional_ids(self.topic_ids.as_ref())?,
            districts: optional_ids(self.district_ids.as_ref())?,
            kinds: optional_values(self.kinds),
            from: period.from.map(|day| day.0),
            to: period.to.map(|day| day.0),
            has_unmatched: self.has_unmatched,
            is_archived: self.archived.unwrap_or_default(),
        })
    }
}

/// By what a list of meetings is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingOrderField {
    /// The first day.
    HeldOn,
    /// When it was recorded.
    RecordedAt,
}

/// The order of a list of meetings. Without one: the last held first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct MeetingOrder {
    /// By what.
    pub field: MeetingOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

impl MeetingOrder {
    /// The order asked for, or the last held first.
    #[must_use]
    pub fn or_usual(order: Option<Self>) -> Self {
        let field = MeetingOrderField::HeldOn;
        order.unwrap_or(Self {
            field,
            direction: Some(OrderDirection::Desc),
        })
    }

    /// As the statement has it.
    #[must_use]
    pub fn ordering(self) -> Ordering {
        let key = match self.field {
            MeetingOrderField::HeldOn => meeting::Column::FirstDay,
            MeetingOrderField::RecordedAt => meeting::Column::RecordedAt,
        };
        Ordering {
            key: key.into_expr(),
            id: meeting::Column::Id.into_expr(),
            is_descending: self.direction == Some(OrderDirection::Desc),
        }
    }

    /// Where a row stands in this order.
    #[must_use]
    pub fn place(self, row: &meeting::Model) -> Place {
        let key = match self.field {
            MeetingOrderField::HeldOn => Key::Day(row.first_day),
            MeetingOrderField::RecordedAt => Key::Instant(row.recorded_at),
        };
        Place { key, id: row.id.0 }
    }
}

/// Reads of meetings.
#[derive(Default)]
pub struct MeetingsQuery;

/// Reads of meetings.
#[Object]
impl MeetingsQuery {
    /// A meeting by id; null when there is none, or none that you may see.
    async fn meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Meeting>> {
        one(ctx, &id).await.transpose()
    }

    /// The meetings that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn meetings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<MeetingFilter>,
        #[graphql(desc = "The order; the last held first when absent.")] order_by: Option<
            MeetingOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Meeting>> {
        let viewer = ctx.viewer()?;
        let select = read::select(viewer, filter.unwrap_or_default().checked(viewer)?);
        let order = MeetingOrder::or_usual(order_by);
        let limits = Limits::of(first, after, last, before);
        let found = list(ctx, limits, select, &order.ordering(), |row| {
            order.place(row)
        })
        .await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["stakeholders"], |row| [WithOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["attendees"], |row| [AttendeesOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["decisions"], |row| [DecisionsOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["commitments"], |row| [CommitmentsOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["followUps"], |row| [FollowUpsOf(row.id)])
            .await?;
        Ok(found.connection(Meeting))
    }
}
