//! What is sent to log a meeting and to set it right.

mod parts;

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::kit::graphql::enums::{Audience, MeetingKind, MeetingMode};
use crate::kit::graphql::inputs::TextInput;

pub use parts::{
    AttendeeGroupInput, AttendeeInput, CommitmentInput, DaysTimeInput, DecisionInput,
    FollowUpInput, InstantTimeInput, MeetingStakeholderInput, NewPersonInput, PlaceInput,
    SourceInput, TimeInput,
};

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

/// Changes to a meeting. What is not sent stays. Of a list that is sent whole, what you may not
/// see stays too.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateMeetingInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which meeting.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// What it was about, in a line; null to take it back.
    pub title: MaybeUndefined<TextInput>,
    /// When it was.
    pub when: Option<TimeInput>,
    /// How they met.
    pub mode: Option<MeetingMode>,
    /// Whether it was a courtesy call.
    pub is_courtesy_call: Option<bool>,
    /// Where it was, whole anew; null to take it back.
    pub held_in: MaybeUndefined<PlaceInput>,
    /// All the districts that it concerned anew, none when empty.
    pub concerns_district_ids: Option<Vec<ID>>,
    /// All its topics anew, none when empty.
    pub topic_ids: Option<Vec<ID>>,
    /// All its programmes anew, none when empty. Those that you may not see stay.
    pub programme_ids: Option<Vec<ID>>,
    /// Whom the caucus met, all anew: an entry with the `id` of one that is there is that one, and
    /// what is not sent of it stays; one without is new; who is left out goes. An entry whose
    /// office you may not see stays as it is, named or not. Who was there for an office that goes
    /// was there for the one in its place.
    pub with: Option<Vec<MeetingStakeholderInput>>,
    /// Who took part, all anew: an entry with the `id` of one that is there is that one, and what
    /// is not sent of it stays, who it was too; one without is new; who is left out goes, and
    /// reads the words no longer unless for another reason. An entry whose person you may not see
    /// stays as it is, named or not.
    pub attendees: Option<Vec<AttendeeInput>>,
    /// Who took part without being named, all anew; an entry with the `id` of one that is there
    /// takes its place.
    pub groups: Option<Vec<AttendeeGroupInput>>,
    /// What was said; null to take it back.
    pub said: MaybeUndefined<TextInput>,
    /// How you know of it, whole anew.
    pub source: Option<SourceInput>,
    /// Who may see that it was. What hangs on the meeting follows.
    pub audience: Option<Audience>,
    /// Who may see the words.
    pub words_audience: Option<Audience>,
    /// The offices that texts stand for. Who may set the meeting right may say that too, by `with`
    /// as well.
    #[graphql(name = "match")]
    pub matches: Option<Vec<MatchStakeholderInput>>,
}
