//! Which commitments are seen, and what is read of them together.

use entity::commitment;
use entity::enums::CommitmentDirection;
use entity::ids::{MeetingId, StakeholderId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};

use crate::concepts::access::Viewer;
use crate::concepts::commitments::face::Commitment;
use crate::concepts::meetings;
use crate::concepts::records::{found, is_archived};

found!(Commitment(commitment) by CommitmentById(CommitmentId), visible);

/// Which commitments a viewer sees: with the people of their meeting; a partner, through it.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use commitment::Column;
    let people_of = [Column::Id, Column::MeetingId].map(sea_orm::ColumnTrait::into_expr);
    let facts = crate::concepts::access::visible(viewer, Column::Audience, &people_of);
    if !viewer.is_partner() {
        return facts;
    }
    Condition::all()
        .add(facts)
        .add(Column::ArchivedOn.is_null())
        .add(Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)))
}

/// What a list of commitments is narrowed to. An empty list finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Out of one of these.
    pub meetings: Option<Vec<MeetingId>>,
    /// Out of a meeting with one of these.
    pub stakeholders: Option<Vec<StakeholderId>>,
    /// In one of these.
    pub directions: Option<Vec<CommitmentDirection>>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The commitments that a viewer sees, narrowed.
#[must_use]
pub fn select(viewer: &Viewer, filter: Filter) -> Select<commitment::Entity> {
    use commitment::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived));
    if let Some(asked) = filter.meetings {
        all = all.add(Column::MeetingId.in_subquery(meetings::read::seen(viewer, asked)));
    }
    if let Some(stakeholders) = filter.stakeholders {
        let met = meetings::read::with_seen_of(viewer, &stakeholders);
        all = all.add(Column::MeetingId.in_subquery(met));
    }
    if let Some(directions) = filter.directions {
        all = all.add(Column::Direction.is_in(directions));
    }
    commitment::Entity::find().filter(all)
}
