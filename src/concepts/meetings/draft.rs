//! Checking a meeting before it is logged: all that is wrong is found at once.

use std::collections::HashSet;

use async_graphql::ID;
use chrono::NaiveDate;
use entity::enums as kept;
use entity::ids::{
    CommitmentId, DecisionId, DistrictId, EngagementId, FollowUpActionId, MeetingId, PartId,
    PersonId, ProgrammeId, StakeholderId, TopicId,
};
use entity::text::Text;

use crate::concepts::access::policy::{audience, words_within};
use crate::concepts::follow_ups::write::{PersonOrMember, check_person};
use crate::concepts::log::Tx;
use crate::concepts::meetings::input::{
    AttendeeGroupInput, AttendeeInput, CommitmentInput, DecisionInput, FollowUpInput,
    LogMeetingInput, MeetingStakeholderInput, NewPersonInput, SourceInput, TimeInput,
};
use crate::concepts::meetings::rules::{self, Time};
use crate::concepts::records::References;
use crate::kit::check::{Check, CheckedName};
use crate::kit::user_error::{Path, UserErrorCode};

/// A meeting after checking. Ids that the client did not make are `None`.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) id: Option<MeetingId>,
    pub(super) kind: kept::MeetingKind,
    pub(super) title: Option<Text>,
    pub(super) time: Option<Time>,
    pub(super) mode: kept::MeetingMode,
    pub(super) is_courtesy_call: bool,
    pub(super) held_district: Option<DistrictId>,
    pub(super) held_place: Option<String>,
    pub(super) concerns: Vec<DistrictId>,
    pub(super) topics: Vec<TopicId>,
    pub(super) programmes: Option<Vec<ProgrammeId>>,
    pub(super) with: Vec<With>,
    pub(super) attendees: Option<Vec<Attendee>>,
    pub(super) groups: Vec<Group>,
    pub(super) said: Option<Text>,
    pub(super) source: Source,
    pub(super) audience: kept::Audience,
    pub(super) words_audience: kept::Audience,
    pub(super) decisions: Vec<Decision>,
    pub(super) commitments: Vec<Commitment>,
    pub(super) follow_ups: Vec<FollowUp>,
}

/// Whom the caucus met.
#[derive(Debug)]
pub(super) struct With {
    pub(super) id: Option<PartId>,
    pub(super) stakeholder: Option<StakeholderId>,
    pub(super) text: Option<String>,
    pub(super) attended: bool,
    pub(super) engagement: Option<EngagementId>,
}

/// Somebody who took part.
#[derive(Debug)]
pub(super) struct Attendee {
    pub(super) id: Option<PartId>,
    pub(super) who: Who,
    pub(super) capacity: Option<kept::Capacity>,
    pub(super) stakeholder: Option<StakeholderId>,
    pub(super) role: kept::AttendeeRole,
    pub(super) attendance: kept::Attendance,
    pub(super) path: Path,
}

/// Who it was.
#[derive(Debug)]
pub(super) enum Who {
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
pub(super) struct Group {
    pub(super) id: Option<PartId>,
    pub(super) label: String,
    pub(super) headcount: i32,
    pub(super) women: Option<i32>,
    pub(super) men: Option<i32>,
    pub(super) not_stated: Option<i32>,
    pub(super) basis: kept::HeadcountBasis,
}

/// How it is known.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) kind: kept::SourceKind,
    pub(super) told_by: Option<PersonOrMember>,
    pub(super) channel: Option<kept::ToldChannel>,
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) address: Option<String>,
    pub(super) day: Option<NaiveDate>,
}

/// Something decided.
#[derive(Debug)]
pub(super) struct Decision {
    pub(super) id: Option<DecisionId>,
    pub(super) kind: kept::DecisionKind,
    pub(super) text: Text,
    pub(super) manner: Option<kept::DecisionManner>,
}

/// Something asked or promised.
#[derive(Debug)]
pub(super) struct Commitment {
    pub(super) id: Option<CommitmentId>,
    pub(super) direction: kept::CommitmentDirection,
    pub(super) text: Text,
    pub(super) due_on: Option<NaiveDate>,
}

/// A task.
#[derive(Debug)]
pub(super) struct FollowUp {
    pub(super) id: Option<FollowUpActionId>,
    pub(super) title: Text,
    pub(super) owner: Option<PersonOrMember>,
    pub(super) helpers: Vec<PersonOrMember>,
    pub(super) due_on: Option<NaiveDate>,
    pub(super) priority: kept::Priority,
}

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
        I: crate::kit::graphql::id::RecordKind + PartialEq,
    {
        let path = Path::root().field(field);
        let ids = self.check.ids(&path, raw);
        self.references.want_all(&path, &ids);
        ids
    }

    fn one<I>(&mut self, path: &Path, raw: Option<&ID>) -> Option<I>
    where
        I: crate::kit::graphql::id::RecordKind,
    {
        let id = self.check.optional_id(path, raw);
        self.references.want(path, id);
        id
    }

    fn time(&mut self, raw: Option<&TimeInput>) -> Option<Time> {
        let path = Path::root().field("when");
        let (now, today) = (self.tx.now(), self.tx.today());
        let (time, field) = match raw {
            None => (rules::instant(now, None, None), "instant"),
            Some(TimeInput::Instant(time)) => {
                let until = time.until.map(|until| until.0);
                (
                    rules::instant(time.at.0, until, time.zone.as_deref()),
                    "instant",
                )
            }
            Some(TimeInput::Days(days)) => {
                (rules::days(days.from.0, days.to.map(|to| to.0)), "days")
            }
            Some(TimeInput::Month(month)) => (rules::month(month), "month"),
        };
        match time {
            Ok(time) if time.is_to_come(now, today) => {
                let message =
                    "A meeting that took place lies in the past; this one is yet to come.";
                self.check.refuse(UserErrorCode::OutOfRange, &path, message);
                None
            }
            Ok(time) => Some(time),
            Err(error) => {
                let at = if field == error.field {
                    path.field(field)
                } else {
                    path.field(field).field(error.field)
                };
                self.check.refuse(error.code, &at, error.message);
                None
            }
        }
    }

    fn with(
        &mut self,
        raw: &[MeetingStakeholderInput],
        kind: Option<kept::MeetingKind>,
    ) -> Vec<With> {
        let path = Path::root().field("with");
        self.check.at_most(&path, raw.len());
        if raw.is_empty() && kind != Some(kept::MeetingKind::Internal) {
            self.check
                .refuse(UserErrorCode::Required, &path, "Say whom you met.");
        }
        let (mut with, mut seen) = (Vec::new(), HashSet::new());
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let stakeholder = self.one(&here.field("stakeholderId"), raw.stakeholder_id.as_ref());
            let text = self
                .check
                .optional_line(&here.field("text"), raw.text.as_deref());
            if raw.stakeholder_id.is_none() && text.is_none() {
                let message = "Choose an office, or write its name.";
                self.check.refuse(UserErrorCode::Required, &here, message);
            }
            if stakeholder.is_some_and(|id: StakeholderId| !seen.insert(id)) {
                let message = "This office is in the list already.";
                self.check.refuse(UserErrorCode::Duplicate, &here, message);
            }
            with.push(With {
                id: self.check.client_id(&here.field("id"), raw.id.as_ref()),
                stakeholder,
                text,
                attended: raw.attended.unwrap_or(true),
                engagement: self.one(&here.field("engagementId"), raw.engagement_id.as_ref()),
            });
        }
        with
    }

    fn attendees(&mut self, raw: &[AttendeeInput]) -> Vec<Attendee> {
        let path = Path::root().field("attendees");
        self.check.at_most(&path, raw.len());
        let mut attendees = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let who = self.who(&here, raw);
            let of_new = raw
                .new_person
                .as_ref()
                .and_then(|new| new.stakeholder_id.as_ref());
            let stakeholder_path = match of_new {
                Some(_) => here.field("newPerson").field("stakeholderId"),
                None => here.field("stakeholderId"),
            };
            let attendee_id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let stakeholder = self.one(&stakeholder_path, of_new.or(raw.stakeholder_id.as_ref()));
            let Some(who) = who else { continue };
            attendees.push(Attendee {
                id: attendee_id,
                who,
                capacity: raw.capacity.map(Into::into),
                stakeholder,
                role: raw.role.map_or(kept::AttendeeRole::Participant, Into::into),
                attendance: raw
                    .attendance
                    .map_or(kept::Attendance::Attended, Into::into),
                path: here,
            });
        }
        attendees
    }

    fn who(&mut self, here: &Path, raw: &AttendeeInput) -> Option<Who> {
        match (&raw.member_id, &raw.person_id, &raw.new_person) {
            (Some(id), None, None) => {
                let path = here.field("memberId");
                let member = self.one(&path, Some(id))?;
                Some(Who::Known(PersonOrMember::Member(member)))
            }
            (None, Some(id), None) => {
                let path = here.field("personId");
                let person = self.one(&path, Some(id))?;
                Some(Who::Known(PersonOrMember::Person(person)))
            }
            (None, None, Some(new)) => self.new_person(&here.field("newPerson"), new),
            _ => {
                let message = "Give exactly one of memberId, personId and newPerson.";
                self.check.refuse(UserErrorCode::Invalid, here, message);
                None
            }
        }
    }

    fn new_person(&mut self, path: &Path, new: &NewPersonInput) -> Option<Who> {
        let id = self.check.client_id(&path.field("id"), new.id.as_ref());
        let title = new
            .title
            .as_ref()
            .and_then(|title| self.check.name(&path.field("title"), title));
        let name = self.check.name(&path.field("name"), &new.name)?;
        Some(Who::New { id, name, title })
    }

    fn groups(&mut self, raw: &[AttendeeGroupInput]) -> Vec<Group> {
        let path = Path::root().field("groups");
        self.check.at_most(&path, raw.len());
        let mut groups = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let parts = [raw.women, raw.men, raw.not_stated];
            let known: i64 = parts.iter().flatten().map(|count| i64::from(*count)).sum();
            if raw.headcount < 1 || parts.iter().flatten().any(|count| *count < 0) {
                let message = "A headcount is 1 or more, its parts are 0 or more.";
                self.check
                    .refuse(UserErrorCode::OutOfRange, &here.field("headcount"), message);
            } else if known > i64::from(raw.headcount) {
                let message = format!(
                    "Women, men and not stated are {known} together, more than {}.",
                    raw.headcount
                );
                self.check
                    .refuse(UserErrorCode::Invalid, &here.field("headcount"), message);
            }
            let id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let Some(label) = self.check.line(&here.field("label"), &raw.label) else {
                continue;
            };
            groups.push(Group {
                id,
                label,
                headcount: raw.headcount,
                women: raw.women,
                men: raw.men,
                not_stated: raw.not_stated,
                basis: raw
                    .basis
                    .map_or(kept::HeadcountBasis::Estimated, Into::into),
            });
        }
        groups
    }

    fn source(&mut self, raw: Option<&SourceInput>) -> Source {
        let path = Path::root().field("source");
        let kind = raw.map_or(kept::SourceKind::FirstHand, |raw| raw.kind.into());
        let told_by = raw.and_then(|raw| raw.told_by_id.as_ref()).and_then(|id| {
            check_person(
                &mut self.check,
                &mut self.references,
                &path.field("toldById"),
                id,
            )
        });
        let is_named = raw.is_some_and(|raw| raw.told_by_id.is_some());
        if kind == kept::SourceKind::Told && !is_named {
            let message = "Say who told you.";
            self.check
                .refuse(UserErrorCode::Required, &path.field("toldById"), message);
        }
        if kind != kept::SourceKind::Told && is_named {
            let message = "Nobody told you where the kind is not TOLD.";
            self.check
                .refuse(UserErrorCode::Invalid, &path.field("toldById"), message);
        }
        let address = raw
            .and_then(|raw| raw.address.as_deref())
            .unwrap_or_default()
            .trim();
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        if !address.is_empty() && !is_web {
            let message = "An address begins with https:// or http://.";
            self.check
                .refuse(UserErrorCode::Invalid, &path.field("address"), message);
        }
        let line = |check: &mut Check, field: &str, text: Option<&String>| {
            check.optional_line(&path.field(field), text.map(String::as_str))
        };
        Source {
            kind,
            told_by,
            channel: raw.and_then(|raw| raw.channel).map(Into::into),
            title: line(
                &mut self.check,
                "title",
                raw.and_then(|raw| raw.title.as_ref()),
            ),
            publisher: line(
                &mut self.check,
                "publisher",
                raw.and_then(|raw| raw.publisher.as_ref()),
            ),
            address: line(
                &mut self.check,
                "address",
                raw.and_then(|raw| raw.address.as_ref()),
            ),
            day: raw
                .and_then(|raw| raw.day)
                .and_then(|day| self.check.day(&path.field("day"), day.0)),
        }
    }

    fn decisions(&mut self, raw: &[DecisionInput]) -> Vec<Decision> {
        let path = Path::root().field("decisions");
        self.check.at_most(&path, raw.len());
        let mut decisions = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let Some(text) = self.check.text(&here.field("text"), &raw.text) else {
                continue;
            };
            decisions.push(Decision {
                id,
                kind: raw.kind.map_or(kept::DecisionKind::Resolved, Into::into),
                text,
                manner: raw.manner.map(Into::into),
            });
        }
        decisions
    }

    fn commitments(&mut self, raw: &[CommitmentInput]) -> Vec<Commitment> {
        let path = Path::root().field("commitments");
        self.check.at_most(&path, raw.len());
        let mut commitments = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let due_on = raw
                .due_on
                .and_then(|day| self.check.day(&here.field("dueOn"), day.0));
            let Some(text) = self.check.text(&here.field("text"), &raw.text) else {
                continue;
            };
            commitments.push(Commitment {
                id,
                direction: raw.direction.into(),
                text,
                due_on,
            });
        }
        commitments
    }

    fn follow_ups(&mut self, raw: &[FollowUpInput]) -> Vec<FollowUp> {
        let path = Path::root().field("followUps");
        self.check.at_most(&path, raw.len());
        let mut follow_ups = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let due_on = raw
                .due_on
                .and_then(|day| self.check.day(&here.field("dueOn"), day.0));
            let owner = raw
                .owner_id
                .as_ref()
                .and_then(|id| self.person(&here.field("ownerId"), id));
            let helpers = raw
                .helper_ids
                .as_deref()
                .unwrap_or_default()
                .iter()
                .enumerate();
            let helpers_path = here.field("helperIds");
            self.check
                .at_most(&helpers_path, raw.helper_ids.as_ref().map_or(0, Vec::len));
            let helpers = helpers
                .filter_map(|(at, id)| self.person(&helpers_path.item(at), id))
                .collect();
            let Some(title) = self.check.text(&here.field("title"), &raw.title) else {
                continue;
            };
            follow_ups.push(FollowUp {
                id,
                title,
                owner,
                helpers,
                due_on,
                priority: raw.priority.map_or(kept::Priority::Normal, Into::into),
            });
        }
        follow_ups
    }

    fn person(&mut self, path: &Path, raw: &ID) -> Option<PersonOrMember> {
        check_person(&mut self.check, &mut self.references, path, raw)
    }
}
