//! When stakeholders were last met, by which cadences are judged.

use chrono::NaiveDate;
use entity::enums::MeetingKind;
use entity::ids::StakeholderId;
use entity::{meeting, meeting_stakeholder, stakeholder};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait};

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::read::held_by;
use crate::concepts::coverage::rules::cadence::LastMet;
use crate::concepts::meetings::read::to_meeting;
use crate::kit::fault::Fault;

/// Whose last meetings are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of all stakeholders.
    All,
    /// Of those of whom it is said how often they are to be met.
    WithCadence,
}

/// The day of the last held, two-way meeting that each stakeholder itself attended, whatever the
/// period, up to the day on which states are judged.
///
/// # Errors
/// When the database does not answer.
pub async fn last_met(reader: &Reader, period: &Period, whose: Whose) -> Result<LastMet, Fault> {
    use meeting_stakeholder::Column;
    let mut select = meeting_stakeholder::Entity::find()
        .select_only()
        .column(Column::StakeholderId)
        .column_as(meeting::Column::FirstDay.max(), "last_day")
        .join(JoinType::InnerJoin, to_meeting())
        .filter(held_by(reader, period))
        .filter(meeting::Column::FirstDay.lte(period.as_of))
        .filter(meeting::Column::Kind.eq(MeetingKind::Stakeholder))
        .filter(Column::Attended.eq(true))
        .filter(Column::StakeholderId.is_not_null())
        .group_by(Column::StakeholderId);
    if whose == Whose::WithCadence {
        let with = stakeholder::Entity::find()
            .select_only()
            .column(stakeholder::Column::Id)
            .filter(stakeholder::Column::CadenceDays.is_not_null());
        select = select.filter(Column::StakeholderId.in_subquery(with.into_query()));
    }
    let rows: Vec<(StakeholderId, NaiveDate)> = select.into_tuple().all(reader.conn()).await?;
    Ok(rows.into_iter().collect())
}
