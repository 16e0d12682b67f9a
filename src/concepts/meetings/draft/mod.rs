//! Checking a meeting before it is logged: all that is wrong is found at once.

mod outcome;
mod parts;
mod source;
mod whom;

use async_graphql::ID;
use entity::enums as kept;

use crate::concepts::access::policy::{audience, words_within};
use crate::concepts::log::Tx;
use crate::concepts::meetings::input::LogMeetingInput;
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::graphql::id::RecordKind;
use crate::kit::user_error::Path;

pub(super) use parts::{Draft, Who, With};

/// What the checking carries along.
pub(super) struct Checking<'a> {
    /// What was wrong so far.
    pub(super) check: Check,
    /// What is to be looked up.
    pub(super) references: References,
    tx: &'a Tx,
}

impl<'a> Checking<'a> {
    /// Begins a checking.
    pub(super) fn new(tx: &'a Tx) -> Self {
        Self {
            check: Check::default(),
            references: References::default(),
            tx,
        }
    }

    /// Checks a meeting. Where something needed is wrong, the draft lacks it and `check` says so.
    pub(super) fn meeting(&mut self, input: &LogMeetingInput) -> Draft {
        let root = Path::root();
        let viewer = self.tx.viewer();
        let facts = audience(
            &mut self.check,
            viewer,
            &root.field("audience"),
            input.audience.map(Into::into),
            kept::Audience::Caucus,
        );
        let words = audience(
            &mut self.check,
            viewer,
            &root.field("wordsAudience"),
            input.words_audience.map(Into::into),
            kept::Audience::Present,
        );
        let asked = input.words_audience.map(Into::into);
        words_within(
            &mut self.check,
            viewer,
            &root.field("wordsAudience"),
            asked,
            facts,
        );
        let place = input.held_in.as_ref();
        let held_path = root.field("heldIn");
        let district = place.and_then(|place| place.district_id.as_ref());
        let draft = Draft {
            id: self.check.client_id(&root.field("id"), input.id.as_ref()),
            kind: input
                .kind
                .map_or(kept::MeetingKind::Stakeholder, Into::into),
            title: self
                .check
                .optional_text(&root.field("title"), input.title.as_ref()),
            time: self.time(input.when.as_ref()),
            mode: input.mode.map_or(kept::MeetingMode::InPerson, Into::into),
            is_courtesy_call: input.is_courtesy_call.unwrap_or_default(),
            held_district: self
                .check
                .optional_id(&held_path.field("districtId"), district),
            held_place: self.check.optional_line(
                &held_path.field("place"),
                place.and_then(|place| place.place.as_deref()),
            ),
            concerns: self.ids("concernsDistrictIds", input.concerns_district_ids.as_ref()),
            topics: self.ids("topicIds", input.topic_ids.as_ref()),
            programmes: input
                .programme_ids
                .as_ref()
                .map(|raw| self.ids("programmeIds", Some(raw))),
            with: self.with(&input.with, input.kind.map(Into::into)),
            attendees: input.attendees.as_ref().map(|raw| self.attendees(raw)),
            groups: self.groups(input.groups.as_deref().unwrap_or_default()),
            said: self
                .check
                .optional_text(&root.field("said"), input.said.as_ref()),
            source: self.source(input.source.as_ref()),
            audience: facts,
            // Words are never for more than the facts are.
            words_audience: words.max(facts),
            decisions: self.decisions(input.decisions.as_deref().unwrap_or_default()),
            commitments: self.commitments(input.commitments.as_deref().unwrap_or_default()),
            follow_ups: self.follow_ups(input.follow_ups.as_deref().unwrap_or_default()),
        };
        self.references
            .want(&held_path.field("districtId"), draft.held_district);
        draft
    }

    fn ids<I>(&mut self, field: &str, raw: Option<&Vec<ID>>) -> Vec<I>
    where
        I: RecordKind + PartialEq,
    {
        let path = Path::root().field(field);
        let ids = self.check.ids(&path, raw);
        self.references.want_all(&path, &ids);
        ids
    }

    fn one<I>(&mut self, path: &Path, raw: Option<&ID>) -> Option<I>
    where
        I: RecordKind,
    {
        let id = self.check.optional_id(path, raw);
        self.references.want(path, id);
        id
    }
}
