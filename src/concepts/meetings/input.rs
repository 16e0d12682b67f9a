//! What is sent to log and change meetings.

use async_graphql::{ID, InputObject, MaybeUndefined, OneofObject};

use crate::kit::graphql::enums::{
    Attendance, AttendeeRole, Audience, Capacity, CommitmentDirection, DecisionKind,
    DecisionManner, HeadcountBasis, MeetingKind, MeetingMode, Priority, SourceKind, ToldChannel,
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
    /// Its name in words, such as "DC Zhob", for a coordinator to match.
    pub text: Option<String>,
    /// Whether they came; yes when absent.
    pub attended: Option<bool>,
    /// The line of work with them to which this meeting belongs.
    pub engagement_id: Option<ID>,
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
    /// The office at which she is that; the one that was met when absent.
    pub stakeholder_id: Option<ID>,
}

/// Somebody who took part: exactly one of `memberId`, `personId` and `newPerson`.
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
    /// For which office; the one that was met when absent.
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
    /// How many, from 1.
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

/// A meeting that took place, with all that came of it. Only `with` is needed.
#[derive(InputObject, Clone, Debug)]
pub struct LogMeetingInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `meeting_` and a UUIDv7.
    pub id: Option<ID>,
    /// What sort of meeting; with offices when absent.
    pub kind: Option<MeetingKind>,
    /// What it was about, in a line.
    pub title: Option<TextInput>,
    /// When it was; now when absent.
    pub when: Option<TimeInput>,
    /// How they met; in one place when absent.
    pub mode: Option<MeetingMode>,
    /// Whether it was a courtesy call; no when absent.
    pub is_courtesy_call: Option<bool>,
    /// Where it was.
    pub held_in: Option<PlaceInput>,
    /// The districts that it concerned.
    pub concerns_district_ids: Option<Vec<ID>>,
    /// Its topics.
    pub topic_ids: Option<Vec<ID>>,
    /// Its programmes; those of its lines of work when absent.
    pub programme_ids: Option<Vec<ID>>,
    /// Whom the caucus met, one or more; nobody where the kind is `INTERNAL`.
    pub with: Vec<MeetingStakeholderInput>,
    /// Who took part. When absent, and you are a member who was there: you.
    pub attendees: Option<Vec<AttendeeInput>>,
    /// Who took part without being named.
    pub groups: Option<Vec<AttendeeGroupInput>>,
    /// What was said; words, for those present unless said otherwise.
    pub said: Option<TextInput>,
    /// How you know of it; you were there when absent.
    pub source: Option<SourceInput>,
    /// Who may see that you met; the caucus when absent.
    pub audience: Option<Audience>,
    /// Who may see the words; those present when absent.
    pub words_audience: Option<Audience>,
    /// What was decided.
    pub decisions: Option<Vec<DecisionInput>>,
    /// What was asked and promised.
    pub commitments: Option<Vec<CommitmentInput>>,
    /// The tasks that came of it.
    pub follow_ups: Option<Vec<FollowUpInput>>,
}

/// Which office a text stands for.
#[derive(InputObject, Clone, Debug)]
pub struct MatchStakeholderInput {
    /// The entry of `stakeholders` with the text.
    pub id: ID,
    /// The office.
    pub stakeholder_id: ID,
}

/// Changes to a meeting. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateMeetingInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which meeting.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// What was said; null to take it back.
    pub said: MaybeUndefined<TextInput>,
    /// Who may see that it was. What hangs on the meeting follows.
    pub audience: Option<Audience>,
    /// Who may see the words.
    pub words_audience: Option<Audience>,
    /// All its programmes anew, none when empty. Those that you may not see stay.
    pub programme_ids: Option<Vec<ID>>,
    /// The offices that texts stand for; coordinators only.
    #[graphql(name = "match")]
    pub matches: Option<Vec<MatchStakeholderInput>>,
}
