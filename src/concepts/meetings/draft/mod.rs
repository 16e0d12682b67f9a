//! Checking what is said of a meeting, against what is there: nothing when it is logged. All that
//! is wrong is found at once.

mod asked;
mod attendees;
mod groups;
mod offices;
mod outcome;
mod parts;
mod settle;
mod shared;
mod source;
mod text;
mod there;
mod whom;

use async_graphql::ID;
use entity::ids::{DistrictId, PartId, ProgrammeId, TopicId};
use entity::{meeting, meeting_district, meeting_programme, meeting_topic};

use crate::concepts::access::policy::{audience, words_within};
use crate::concepts::log::Tx;
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::graphql::id::RecordKind;
use crate::kit::user_error::{Path, UserErrorCode};

use asked::Asked;
pub(super) use offices::Offices;
pub(super) use parts::{Attendee, Draft, Outcomes, Who};
pub(super) use settle::settle;
pub(super) use there::There;

/// What the checking carries along.
pub(super) struct Checking<'a> {
    /// What was wrong so far.
    pub(super) check: Check,
    /// What is to be looked up.
    pub(super) references: References,
    tx: &'a Tx,
    there: &'a There,
}

impl<'a> Checking<'a> {
    /// Begins a checking.
    pub(super) fn new(tx: &'a Tx, there: &'a There) -> Self {
        Self {
            check: Check::default(),
            references: References::keeping(there.seen.clone()),
            tx,
            there,
        }
    }

    /// Checks what is said of a meeting whose row is given. What is wrong stays as it was in the
    /// draft, and `check` says so.
    pub(super) fn meeting(&mut self, asked: &Asked<'_>, row: meeting::Model) -> Draft {
        let (meeting_id, was) = (row.id, row.clone());
        let district = |district_id: DistrictId| meeting_district::Model {
            meeting_id,
            district_id,
        };
        let topic = |topic_id: TopicId| meeting_topic::Model {
            meeting_id,
            topic_id,
        };
        let programme = |programme_id: ProgrammeId| meeting_programme::Model {
            meeting_id,
            programme_id,
        };
        let had = &self.there.rows;
        let concerned = had.concerns.iter().map(|row| row.district_id);
        let topics = had.topics.iter().map(|row| row.topic_id);
        let programmes = had.programmes.iter().map(|row| row.programme_id);
        let with = self.whom(asked, &row);
        let offices = Offices::of(self.there, with.as_deref().unwrap_or(&had.with));
        let mut draft = Draft {
            told_by: None,
            with,
            attendees: asked.attendees.map(|raw| self.attendees(raw, &offices)),
            offices,
            groups: asked.groups.map(|raw| self.groups(raw, meeting_id)),
            concerns: self.links("concernsDistrictIds", asked.concerns, concerned, district),
            topics: self.links("topicIds", asked.topics, topics, topic),
            programmes: self.links("programmeIds", asked.programmes, programmes, programme),
            row,
        };
        self.facts(asked, &mut draft.row);
        if let Some(raw) = asked.source {
            draft.told_by = self.source(raw, &mut draft.row);
        }
        self.audiences(asked, &mut draft.row);
        self.shared_anew(&was, &draft, asked);
        draft
    }

    fn facts(&mut self, asked: &Asked<'_>, row: &mut meeting::Model) {
        let root = Path::root();
        self.text(&root.field("title"), asked.title, &mut row.title);
        self.text(&root.field("said"), asked.said, &mut row.said);
        if let Some(when) = asked.when {
            self.time(when, row);
        }
        row.mode = asked.mode.unwrap_or(row.mode);
        row.is_courtesy_call = asked.is_courtesy_call.unwrap_or(row.is_courtesy_call);
        if !asked.held_in.is_undefined() {
            let place = asked.held_in.value();
            let path = root.field("heldIn");
            let district = place.and_then(|place| place.district_id.as_ref());
            row.held_district_id = self.one(&path.field("districtId"), district);
            let words = place.and_then(|place| place.place.as_deref());
            row.held_place = self.check.optional_line(&path.field("place"), words);
        }
    }

    fn audiences(&mut self, asked: &Asked<'_>, row: &mut meeting::Model) {
        let (root, viewer) = (Path::root(), self.tx.viewer());
        let (facts_path, words_path) = (root.field("audience"), root.field("wordsAudience"));
        let (facts, words) = (asked.audience, asked.words_audience);
        row.audience = audience(&mut self.check, viewer, &facts_path, facts, row.audience);
        words_within(&mut self.check, viewer, &words_path, words, row.audience);
        let usual = row.words_audience;
        let words = audience(&mut self.check, viewer, &words_path, words, usual);
        // Words are never for more than the facts are.
        row.words_audience = words.max(row.audience);
    }

    /// What a meeting is linked to anew, without what it is linked to and the viewer does not see:
    /// that stays, as she cannot have meant it.
    fn links<I, M>(
        &mut self,
        field: &str,
        raw: Option<&Vec<ID>>,
        had: impl Iterator<Item = I>,
        row: impl Fn(I) -> M,
    ) -> Option<Vec<M>>
    where
        I: RecordKind + PartialEq,
    {
        let path = Path::root().field(field);
        let mut ids: Vec<I> = self.check.ids(&path, Some(raw?));
        self.references.want_all(&path, &ids);
        let hidden: Vec<_> = had.filter(|id| !self.there.sees(*id)).collect();
        // One that was named is refused as absent; it is not named twice.
        ids.retain(|id| !hidden.contains(id));
        ids.extend(hidden);
        Some(ids.into_iter().map(row).collect())
    }

    fn one<I>(&mut self, path: &Path, raw: Option<&ID>) -> Option<I>
    where
        I: RecordKind,
    {
        let id = self.check.optional_id(path, raw);
        self.references.want(path, id);
        id
    }

    /// The id of an entry of a list: one that is there, or one that the client made. None stands
    /// for two.
    fn entry_id(&mut self, here: &Path, raw: Option<&ID>, named: &mut Vec<PartId>) -> PartId {
        let path = here.field("id");
        let Some(id) = self.check.client_id(&path, raw) else {
            return self.tx.new_id();
        };
        if named.contains(&id) {
            let message = "This id is in the list already.";
            self.check.refuse(UserErrorCode::Duplicate, &path, message);
        }
        named.push(id);
        id
    }
}
