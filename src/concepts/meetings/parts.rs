//! The parts of a meeting as the API shows them.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use entity::{meeting, meeting_attendee, meeting_stakeholder};

use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::engagements::face::Engagement;
use crate::concepts::members::face::Member;
use crate::concepts::members::read::MemberOf;
use crate::concepts::people::face::Person;
use crate::concepts::records::seen;
use crate::concepts::reference::districts::District;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::enums::{
    Attendance, AttendeeRole, Capacity, SourceKind, TimePrecision, ToldChannel,
};
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::scalars::{Day, Instant};

/// A time, as precise as it is known.
#[derive(SimpleObject, Clone, Debug)]
pub struct Time {
    /// How precisely it is known.
    pub precision: TimePrecision,
    /// The start; null unless it is known to the minute.
    pub starts_at: Option<Instant>,
    /// The end; null unless it is known to the minute.
    pub ends_at: Option<Instant>,
    /// The first day, in the caucus's zone. Periods go by it.
    pub first_day: Day,
    /// The last day, in the caucus's zone.
    pub last_day: Day,
    /// The zone in which the time is to be shown, by its IANA name.
    pub zone: String,
}

impl Time {
    /// Of a meeting.
    #[must_use]
    pub fn of(row: &meeting::Model) -> Self {
        Self {
            precision: row.precision.into(),
            starts_at: row.starts_at.map(Instant),
            ends_at: row.ends_at.map(Instant),
            first_day: Day(row.first_day),
            last_day: Day(row.last_day),
            zone: row.zone.clone(),
        }
    }
}

/// Where something took place.
#[derive(Clone, Debug)]
pub struct Place(pub meeting::Model);

/// Where something took place.
#[Object]
impl Place {
    /// The district; null when it is not known or lies elsewhere.
    async fn district(&self, ctx: &Context<'_>) -> Option<Result<District>> {
        seen(ctx, self.0.held_district_id).await
    }

    /// The place in words; null when nobody wrote it.
    async fn place(&self) -> Option<&str> {
        self.0.held_place.as_deref()
    }
}

/// How the one who recorded a meeting knows of it.
#[derive(Clone, Debug)]
pub struct Source(pub meeting::Model);

/// How the one who recorded a meeting knows of it.
#[Object]
impl Source {
    /// In what way.
    async fn kind(&self) -> SourceKind {
        self.0.source_kind.into()
    }

    /// Who told her; null when nobody did, or when you may not see it.
    async fn told_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        seen(ctx, self.0.told_by_id).await
    }

    /// By what way she was told; null when she was not.
    async fn channel(&self) -> Option<ToldChannel> {
        self.0.told_channel.map(Into::into)
    }

    /// The title of the document or article; null when there is none.
    async fn title(&self) -> Option<&str> {
        self.0.source_title.as_deref()
    }

    /// Who published it; null when it is not known.
    async fn publisher(&self) -> Option<&str> {
        self.0.source_publisher.as_deref()
    }

    /// Its address; null when it is not known.
    async fn address(&self) -> Option<&str> {
        self.0.source_address.as_deref()
    }

    /// Its day; null when it is not known.
    async fn day(&self) -> Option<Day> {
        self.0.source_day.map(Day)
    }
}

/// Whom the caucus met.
#[derive(Clone, Debug)]
pub struct MeetingStakeholder(pub meeting_stakeholder::Model);

/// Whom the caucus met: an office, or its name as it was written until it is matched.
#[Object]
impl MeetingStakeholder {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// The office; null while the text is not matched, or when you may not see it.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        seen(ctx, self.0.stakeholder_id).await
    }

    /// The name as it was written, kept after it was matched; null when an office was chosen, and
    /// for partners.
    async fn text(&self, ctx: &Context<'_>) -> Option<Result<&str>> {
        let text = self.0.text.as_deref()?;
        let is_shown = ctx
            .viewer()
            .map(|viewer| may_read(viewer.role, Field::Unmatched));
        is_shown
            .map(|is_shown| is_shown.then_some(text))
            .transpose()
    }

    /// Whether they came.
    async fn attended(&self) -> bool {
        self.0.attended
    }

    /// The line of work with them; null when none, or when you may not see it.
    async fn engagement(&self, ctx: &Context<'_>) -> Option<Result<Engagement>> {
        seen(ctx, self.0.engagement_id).await
    }
}

/// Somebody who took part.
#[derive(Clone, Debug)]
pub struct Attendee(pub meeting_attendee::Model);

/// Somebody who took part, in the capacity of that day.
#[Object]
impl Attendee {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// Who; null when you may not see her.
    async fn person(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        seen(ctx, Some(self.0.person_id)).await
    }

    /// Her membership of the caucus; null when she has none, or when you may not see it.
    async fn member(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        let key = MemberOf(self.0.person_id);
        let found = async { Ok(ctx.loaders()?.load_one(key).await?.map(Member)) };
        found.await.transpose()
    }

    /// In what capacity she was there.
    async fn capacity(&self) -> Capacity {
        self.0.capacity.into()
    }

    /// For which office; null when for none, or when you may not see it.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        seen(ctx, self.0.stakeholder_id).await
    }

    /// What she did there.
    async fn role(&self) -> AttendeeRole {
        self.0.role.into()
    }

    /// Whether she came.
    async fn attendance(&self) -> Attendance {
        self.0.attendance.into()
    }
}
