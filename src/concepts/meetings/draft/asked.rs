//! What is said of a meeting, when it is logged and when it is set right.

use async_graphql::{ID, MaybeUndefined};
use entity::enums as kept;

use crate::concepts::meetings::input::{
    AttendeeGroupInput, AttendeeInput, LogMeetingInput, MatchStakeholderInput,
    MeetingStakeholderInput, PlaceInput, SourceInput, TimeInput, UpdateMeetingInput,
};
use crate::kit::graphql::inputs::TextInput;

/// What is said of a meeting; of what is absent nothing is said, null takes away.
pub(in crate::concepts::meetings) struct Asked<'a> {
    pub(super) title: MaybeUndefined<&'a TextInput>,
    pub(super) when: Option<&'a TimeInput>,
    pub(super) mode: Option<kept::MeetingMode>,
    pub(super) is_courtesy_call: Option<bool>,
    pub(super) held_in: MaybeUndefined<&'a PlaceInput>,
    pub(super) concerns: Option<&'a Vec<ID>>,
    pub(super) topics: Option<&'a Vec<ID>>,
    pub(super) programmes: Option<&'a Vec<ID>>,
    pub(super) with: Option<&'a [MeetingStakeholderInput]>,
    pub(super) matches: Option<&'a [MatchStakeholderInput]>,
    pub(super) attendees: Option<&'a [AttendeeInput]>,
    pub(super) groups: Option<&'a [AttendeeGroupInput]>,
    pub(super) said: MaybeUndefined<&'a TextInput>,
    pub(super) source: Option<&'a SourceInput>,
    pub(super) audience: Option<kept::Audience>,
    pub(super) words_audience: Option<kept::Audience>,
}

impl LogMeetingInput {
    /// What it says of a meeting that is new.
    pub(in crate::concepts::meetings) fn asked(&self) -> Asked<'_> {
        Asked {
            title: self.title.as_ref().map(Some).into(),
            when: self.when.as_ref(),
            mode: self.mode.map(Into::into),
            is_courtesy_call: self.is_courtesy_call,
            held_in: self.held_in.as_ref().map(Some).into(),
            concerns: self.concerns_district_ids.as_ref(),
            topics: self.topic_ids.as_ref(),
            programmes: self.programme_ids.as_ref(),
            with: Some(&self.with),
            matches: None,
            attendees: self.attendees.as_deref(),
            groups: self.groups.as_deref(),
            said: self.said.as_ref().map(Some).into(),
            source: self.source.as_ref(),
            audience: self.audience.map(Into::into),
            words_audience: self.words_audience.map(Into::into),
        }
    }
}

impl UpdateMeetingInput {
    /// What it says of a meeting that is there.
    pub(in crate::concepts::meetings) fn asked(&self) -> Asked<'_> {
        Asked {
            title: self.title.as_opt_ref().into(),
            when: self.when.as_ref(),
            mode: self.mode.map(Into::into),
            is_courtesy_call: self.is_courtesy_call,
            held_in: self.held_in.as_opt_ref().into(),
            concerns: self.concerns_district_ids.as_ref(),
            topics: self.topic_ids.as_ref(),
            programmes: self.programme_ids.as_ref(),
            with: self.with.as_deref(),
            matches: self.matches.as_deref(),
            attendees: self.attendees.as_deref(),
            groups: self.groups.as_deref(),
            said: self.said.as_opt_ref().into(),
            source: self.source.as_ref(),
            audience: self.audience.map(Into::into),
            words_audience: self.words_audience.map(Into::into),
        }
    }
}
