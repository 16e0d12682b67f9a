//! A meeting and what came of it, after checking.

use chrono::NaiveDate;
use entity::enums as kept;
use entity::ids::{DecisionId, FollowUpActionId, PartId, PersonId, StakeholderId};
use entity::text::Text;
use entity::{
    commitment, meeting, meeting_district, meeting_group, meeting_programme, meeting_stakeholder,
    meeting_topic,
};

use crate::concepts::commitments::terms::Terms;
use crate::concepts::meetings::draft::Offices;
use crate::concepts::members::named::PersonOrMember;
use crate::kit::check::CheckedName;
use crate::kit::user_error::Path;

/// What a meeting is to be after checking: its row, and those of its parts of which something was
/// said.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Draft {
    pub(in crate::concepts::meetings) row: meeting::Model,
    /// Who told it, where that was said; to be resolved into the row.
    pub(in crate::concepts::meetings) told_by: Option<PersonOrMember>,
    pub(in crate::concepts::meetings) with: Option<Vec<meeting_stakeholder::Model>>,
    pub(in crate::concepts::meetings) attendees: Option<Vec<Attendee>>,
    /// The offices for which those who took part were there.
    pub(in crate::concepts::meetings) offices: Offices,
    pub(in crate::concepts::meetings) groups: Option<Vec<meeting_group::Model>>,
    pub(in crate::concepts::meetings) concerns: Option<Vec<meeting_district::Model>>,
    pub(in crate::concepts::meetings) topics: Option<Vec<meeting_topic::Model>>,
    pub(in crate::concepts::meetings) programmes: Option<Vec<meeting_programme::Model>>,
}

/// Somebody who took part.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Attendee {
    pub(in crate::concepts::meetings) id: PartId,
    pub(in crate::concepts::meetings) who: Who,
    pub(in crate::concepts::meetings) capacity: Option<kept::Capacity>,
    pub(in crate::concepts::meetings) stakeholder: Option<StakeholderId>,
    pub(in crate::concepts::meetings) role: kept::AttendeeRole,
    pub(in crate::concepts::meetings) attendance: kept::Attendance,
    pub(in crate::concepts::meetings) path: Path,
}

/// Who it was.
#[derive(Debug)]
pub(in crate::concepts::meetings) enum Who {
    /// Who stands in the entry already.
    There(PersonId),
    /// Somebody who is known.
    Known(PersonOrMember),
    /// Somebody to be added.
    New {
        id: Option<PersonId>,
        name: CheckedName,
        title: Option<CheckedName>,
    },
}

/// What came of a meeting that is logged.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Outcomes {
    pub(in crate::concepts::meetings) decisions: Vec<Decision>,
    pub(in crate::concepts::meetings) commitments: Vec<Commitment>,
    pub(in crate::concepts::meetings) follow_ups: Vec<FollowUp>,
}

/// Something decided.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Decision {
    pub(in crate::concepts::meetings) id: Option<DecisionId>,
    pub(in crate::concepts::meetings) kind: kept::DecisionKind,
    pub(in crate::concepts::meetings) text: Text,
    pub(in crate::concepts::meetings) manner: Option<kept::DecisionManner>,
}

/// Something asked or promised.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Commitment {
    pub(in crate::concepts::meetings) path: Path,
    pub(in crate::concepts::meetings) row: commitment::Model,
    pub(in crate::concepts::meetings) terms: Terms,
}

/// A task.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct FollowUp {
    pub(in crate::concepts::meetings) id: Option<FollowUpActionId>,
    pub(in crate::concepts::meetings) title: Text,
    pub(in crate::concepts::meetings) owner: Option<PersonOrMember>,
    pub(in crate::concepts::meetings) helpers: Vec<PersonOrMember>,
    pub(in crate::concepts::meetings) due_on: Option<NaiveDate>,
    pub(in crate::concepts::meetings) priority: kept::Priority,
}
