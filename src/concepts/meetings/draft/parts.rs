//! A meeting after checking. Ids that the client did not make are `None`.

use chrono::NaiveDate;
use entity::enums as kept;
use entity::ids::{
    CommitmentId, DecisionId, DistrictId, EngagementId, FollowUpActionId, MeetingId, PartId,
    PersonId, ProgrammeId, StakeholderId, TopicId,
};
use entity::text::Text;

use crate::concepts::meetings::rules::time::Time;
use crate::concepts::members::named::PersonOrMember;
use crate::kit::check::CheckedName;
use crate::kit::user_error::Path;

/// A meeting after checking. Ids that the client did not make are `None`.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Draft {
    pub(in crate::concepts::meetings) id: Option<MeetingId>,
    pub(in crate::concepts::meetings) kind: kept::MeetingKind,
    pub(in crate::concepts::meetings) title: Option<Text>,
    pub(in crate::concepts::meetings) time: Option<Time>,
    pub(in crate::concepts::meetings) mode: kept::MeetingMode,
    pub(in crate::concepts::meetings) is_courtesy_call: bool,
    pub(in crate::concepts::meetings) held_district: Option<DistrictId>,
    pub(in crate::concepts::meetings) held_place: Option<String>,
    pub(in crate::concepts::meetings) concerns: Vec<DistrictId>,
    pub(in crate::concepts::meetings) topics: Vec<TopicId>,
    pub(in crate::concepts::meetings) programmes: Option<Vec<ProgrammeId>>,
    pub(in crate::concepts::meetings) with: Vec<With>,
    pub(in crate::concepts::meetings) attendees: Option<Vec<Attendee>>,
    pub(in crate::concepts::meetings) groups: Vec<Group>,
    pub(in crate::concepts::meetings) said: Option<Text>,
    pub(in crate::concepts::meetings) source: Source,
    pub(in crate::concepts::meetings) audience: kept::Audience,
    pub(in crate::concepts::meetings) words_audience: kept::Audience,
    pub(in crate::concepts::meetings) decisions: Vec<Decision>,
    pub(in crate::concepts::meetings) commitments: Vec<Commitment>,
    pub(in crate::concepts::meetings) follow_ups: Vec<FollowUp>,
}

/// Whom the caucus met.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct With {
    pub(in crate::concepts::meetings) id: Option<PartId>,
    pub(in crate::concepts::meetings) stakeholder: Option<StakeholderId>,
    pub(in crate::concepts::meetings) text: Option<String>,
    pub(in crate::concepts::meetings) attended: bool,
    pub(in crate::concepts::meetings) engagement: Option<EngagementId>,
}

/// Somebody who took part.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Attendee {
    pub(in crate::concepts::meetings) id: Option<PartId>,
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
    /// Somebody who is known.
    Known(PersonOrMember),
    /// Somebody to be added.
    New {
        id: Option<PersonId>,
        name: CheckedName,
        title: Option<CheckedName>,
    },
}

/// People without names.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Group {
    pub(in crate::concepts::meetings) id: Option<PartId>,
    pub(in crate::concepts::meetings) label: String,
    pub(in crate::concepts::meetings) headcount: i32,
    pub(in crate::concepts::meetings) women: Option<i32>,
    pub(in crate::concepts::meetings) men: Option<i32>,
    pub(in crate::concepts::meetings) not_stated: Option<i32>,
    pub(in crate::concepts::meetings) basis: kept::HeadcountBasis,
}

/// How it is known.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Source {
    pub(in crate::concepts::meetings) kind: kept::SourceKind,
    pub(in crate::concepts::meetings) told_by: Option<PersonOrMember>,
    pub(in crate::concepts::meetings) channel: Option<kept::ToldChannel>,
    pub(in crate::concepts::meetings) title: Option<String>,
    pub(in crate::concepts::meetings) publisher: Option<String>,
    pub(in crate::concepts::meetings) address: Option<String>,
    pub(in crate::concepts::meetings) day: Option<NaiveDate>,
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
    pub(in crate::concepts::meetings) id: Option<CommitmentId>,
    pub(in crate::concepts::meetings) direction: kept::CommitmentDirection,
    pub(in crate::concepts::meetings) text: Text,
    pub(in crate::concepts::meetings) due_on: Option<NaiveDate>,
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
