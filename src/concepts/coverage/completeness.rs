//! How whole the record behind the figures is.

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use entity::{meeting, meeting_group};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, DbBackend, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
};

use crate::concepts::access::context::Reader;
use crate::concepts::access::visible::reads_words;
use crate::concepts::coverage::figures::{Cell, Counted, Figure};
use crate::concepts::coverage::read::counted;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::AbsenceReason;
use crate::kit::graphql::scalars::Day;

/// How whole the record behind the total is.
#[derive(SimpleObject)]
pub struct Completeness {
    /// The day of the first held meeting on record; null when there is none.
    pub recorded_since: Option<Day>,
    /// Of the meetings held, those that were recorded at most 7 days after the day on which they
    /// began.
    pub logged_within_week: Figure,
    /// Of the meetings held, those of which it is written what was said. For coordinators, who read
    /// it of all.
    pub with_words: Figure,
}

/// Which of the meetings held are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// All of them.
    All,
    /// Those recorded within 7 days.
    LoggedWithinWeek,
    /// Those of which it is written what was said.
    WithWords,
    /// Courtesy calls.
    Courtesy,
    /// Those at which somebody was counted without a name.
    WithHeads,
}

impl Only {
    /// The condition on the meeting.
    #[must_use]
    pub fn condition(self, backend: DbBackend) -> SimpleExpr {
        match (self, backend) {
            (Self::All, _) => Expr::value(true),
            (Self::Courtesy, _) => meeting::Column::IsCourtesyCall.eq(true),
            (Self::WithHeads, _) => meeting::Column::Id.in_subquery(
                meeting_group::Entity::find()
                    .select_only()
                    .column(meeting_group::Column::MeetingId)
                    .into_query(),
            ),
            (Self::WithWords, _) => meeting::Column::Said.is_not_null(),
            // Days of the caucus, which is five hours ahead.
            (Self::LoggedWithinWeek, DbBackend::Sqlite) => Expr::cust(
                "date(meeting.recorded_at, '+5 hours') <= date(meeting.first_day, '+7 days')",
            ),
            (Self::LoggedWithinWeek, _) => Expr::cust(
                "(meeting.recorded_at AT TIME ZONE 'Asia/Karachi')::date <= meeting.first_day + 7",
            ),
        }
    }
}

/// Reads how whole the record behind the total is.
///
/// # Errors
/// When the database does not answer.
pub async fn completeness(
    reader: &Reader,
    whole: Cell,
    since: Option<NaiveDate>,
) -> Result<Completeness, Fault> {
    let count = async |only: Only| {
        let all = counted(reader, &whole.period, whole.grouping.categories.as_deref());
        let found = meeting::Entity::find()
            .filter(all)
            .filter(only.condition(reader.conn().get_database_backend()))
            .count(reader.conn())
            .await?;
        Ok::<_, Fault>(Figure(Counted::Meetings(whole.clone(), found, only)))
    };
    let reads_all = reads_words(&reader.viewer, entity::enums::Audience::Present, false);
    Ok(Completeness {
        recorded_since: since.map(Day),
        logged_within_week: count(Only::LoggedWithinWeek).await?,
        with_words: if reads_all {
            count(Only::WithWords).await?
        } else {
            Figure(Counted::Absent(AbsenceReason::NotShared))
        },
    })
}
