//! Which programmes are seen.

use entity::enums::Audience;
use entity::{meeting_programme, programme};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::concepts::access::Viewer;
use crate::concepts::meetings;
use crate::concepts::programme::face::Programme;
use crate::concepts::records::found;

found!(Programme(programme) by ProgrammeById(ProgrammeId), visible);

/// Which programmes a viewer sees: a partner, those of her scope, or those of the meetings that
/// she sees where her scope names none.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    let own = programme::Column::Id.into_expr();
    if !viewer.is_partner() {
        return crate::concepts::access::visible(viewer, programme::Column::Audience, &[own]);
    }
    let within = Condition::all().add(programme::Column::Audience.lte(Audience::Caucus));
    if viewer.scope.is_empty() {
        return within.add(SimpleExpr::from(false));
    }
    if !viewer.scope.programmes.is_empty() {
        return within.add(programme::Column::Id.is_in(viewer.scope.programmes.iter().copied()));
    }
    let of_meetings = meeting_programme::Entity::find()
        .select_only()
        .column(meeting_programme::Column::ProgrammeId)
        .filter(
            meeting_programme::Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)),
        );
    within.add(programme::Column::Id.in_subquery(of_meetings.into_query()))
}
