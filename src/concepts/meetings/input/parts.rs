//! The parts of a meeting as they are sent.

use async_graphql::{ID, InputObject, MaybeUndefined, OneofObject};

use crate::concepts::commitments::input::CommitmentTermsInput;
use crate::kit::graphql::enums::{
    Attendance, AttendeeRole, Capacity, CommitmentDirection, DecisionKind, DecisionManner,
    HeadcountBasis, Priority, SourceKind, ToldChannel,
};
use crate::kit::graphql::inputs::{NameInput, TextInput};
use crate::kit::graphql::scalars::{Day, Instant};

/// A time known to the minute.
#[derive(InputObject, Clone, Debug)]
pub struct InstantTimeInput {
    /// The start.
    pub at: Instant,
    /// The end, if it is known.
    pub until: Option<Instant>,
    /// The zone in which it is shown, by its IANA name; Asia/Karachi when absent.
    pub zone: Option<String>,
}

/// A time known to the day.
#[derive(InputObject, Clone, Debug)]
pub struct DaysTimeInput {
    /// The first day.
    pub from: Day,
    /// The last day; the first when absent.
    pub to: Option<Day>,
}

/// A time, as precise as it is known: exactly one of these.
#[derive(OneofObject, Clone, Debug)]
pub enum TimeInput {
    /// Known to the minute.
    Instant(InstantTimeInput),
    /// Known to the day.
    Days(DaysTimeInput),
    /// Known to the month, written 2025-06.
    Month(String),
}

/// Whom the caucus met: an office that is known, or its name as you would say it.
#[derive(InputObject, Clone, Debug)]
pub struct MeetingStakeholderInput {
    /// An id made by the client: `part_` and a UUIDv7.
    pub id: Option<ID>,
    /// The office.
    pub stakeholder_id: Option<ID>,
    /// Its name in words, such as "DC Zhob", to be matched by a coordinator or by who may set the
    /// meeting right.
    pub text: Option<String>,
    /// Whether they came; yes when absent.
    pub attended: Option<bool>,
    /// The line of work with them to which this meeting belongs; none when null.
    pub engagement_id: MaybeUndefined<ID>,
}

/// Somebody met for the first time.
#[derive(InputObject, Clone, Debug)]
pub struct NewPersonInput {
    /// An id made by the client: `person_` and a UUIDv7.
    pub id: Option<ID>,
    /// The name.
    pub name: NameInput,
    /// What she is at the office.
    pub title: Option<NameInput>,
    /// The office at which she is that; the first that was met, of those that you may see, when
    /// absent.
    pub stakeholder_id: Option<ID>,
}

/// Somebody who took part: exactly one of `memberId`, `personId` and `newPerson`, unless `id` says
/// who it is already.
#[derive(InputObject, Clone, Debug)]
pub struct AttendeeInput {
    /// An id made by the client: `part_` and a UUIDv7.
    pub id: Option<ID>,
    /// A caucus member.
    pub member_id: Option<ID>,
    /// Somebody who is known.
    pub person_id: Option<ID>,
    /// Somebody who is not known yet.
    pub new_person: Option<NewPersonInput>,
    /// In what capacity; a member's own for members, for the office otherwise.
    pub capacity: Option<Capacity>,
    /// For which office; the first that was met, of those that you may see, when absent.
    pub stakeholder_id: Option<ID>,
    /// What she did there; took part when absent.
    pub role: Option<AttendeeRole>,
    /// Whether she came; yes when absent.
    pub attendance: Option<Attendance>,
}

/// People who took part without being named.
#[derive(InputObject, Clone, Debug)]
pub struct AttendeeGroupInput {
    /// An id made by the client: `part_` and a UUIDv7.
    pub id: Option<ID>,
    /// Who they were, such as "students of the women's university".
    pub label: String,
    /// How many, from 1 to 100000.
    pub headcount: i32,
    /// How many women among them.
    pub women: Option<i32>,
    /// How many men among them.
    pub men: Option<i32>,
    /// How many of whom it is not known.
    pub not_stated: Option<i32>,
    /// Counted or estimated; estimated when absent.
    pub basis: Option<HeadcountBasis>,
}

/// Where something took place.
#[derive(InputObject, Clone, Debug)]
pub struct PlaceInput {
    /// The district.
    pub district_id: Option<ID>,
    /// The place in words, or one outside Balochistan.
    pub place: Option<String>,
}

/// How you know of it.
#[derive(InputObject, Clone, Debug)]
pub struct SourceInput {
    /// You were there, somebody told you, a document says so, the press reported it.
    pub kind: SourceKind,
    /// Who told you, a person or a member; needed where the kind is `TOLD`.
    pub told_by_id: Option<ID>,
    /// By what way you were told.
    pub channel: Option<ToldChannel>,
    /// The title of the document or article.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// Its day.
    pub day: Option<Day>,
}

/// Something that was decided.
#[derive(InputObject, Clone, Debug)]
pub struct DecisionInput {
    /// An id made by the client: `decision_` and a UUIDv7.
    pub id: Option<ID>,
    /// What sort of decision; resolved when absent.
    pub kind: Option<DecisionKind>,
    /// What was decided.
    pub text: TextInput,
    /// How it was taken.
    pub manner: Option<DecisionManner>,
}

/// Something that was asked or promised.
#[derive(InputObject, Clone, Debug)]
pub struct CommitmentInput {
    /// An id made by the client: `commitment_` and a UUIDv7.
    pub id: Option<ID>,
    /// Who asks or promises whom.
    pub direction: CommitmentDirection,
    /// What.
    pub text: TextInput,
    /// By when.
    pub due_on: Option<Day>,
    /// What else is known of it.
    #[graphql(flatten)]
    pub terms: CommitmentTermsInput,
}

/// A task that came out of the meeting.
#[derive(InputObject, Clone, Debug)]
pub struct FollowUpInput {
    /// An id made by the client: `follow_up_action_` and a UUIDv7.
    pub id: Option<ID>,
    /// What is to be done.
    pub title: TextInput,
    /// Who answers for it, a person or a member; you when absent.
    pub owner_id: Option<ID>,
    /// Who helps, people or members.
    pub helper_ids: Option<Vec<ID>>,
    /// By when.
    pub due_on: Option<Day>,
    /// How much it presses; normal when absent.
    pub priority: Option<Priority>,
}
