//! Whom the caucus met, and who took part.

use std::collections::HashSet;

use entity::enums as kept;
use entity::ids::StakeholderId;

use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::draft::parts::{Attendee, Group, Who, With};
use crate::concepts::meetings::input::{
    AttendeeGroupInput, AttendeeInput, MeetingStakeholderInput, NewPersonInput,
};
use crate::concepts::members::named::PersonOrMember;
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    pub(super) fn with(
        &mut self,
        raw: &[MeetingStakeholderInput],
        kind: Option<kept::MeetingKind>,
    ) -> Vec<With> {
        let path = Path::root().field("with");
        self.check.at_most(&path, raw.len());
        match (kind, raw.is_empty()) {
            (Some(kept::MeetingKind::Internal), false) => {
                let message = "A meeting of kind INTERNAL is of the caucus alone. Choose STAKEHOLDER \
                               for one with offices, or name none.";
                self.check.refuse(UserErrorCode::Invalid, &path, message);
            }
            (Some(kept::MeetingKind::Internal), true) | (_, false) => {}
            (_, true) => self
                .check
                .refuse(UserErrorCode::Required, &path, "Say whom you met."),
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

    pub(super) fn attendees(&mut self, raw: &[AttendeeInput]) -> Vec<Attendee> {
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

    pub(super) fn groups(&mut self, raw: &[AttendeeGroupInput]) -> Vec<Group> {
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
}
