//! Who took part.

use entity::enums::{Attendance, AttendeeRole};
use entity::meeting_attendee;

use crate::concepts::meetings::draft::parts::{Attendee, Who};
use crate::concepts::meetings::draft::{Checking, Offices};
use crate::concepts::meetings::input::{AttendeeInput, NewPersonInput};
use crate::concepts::members::named::PersonOrMember;
use crate::kit::graphql::enums::Capacity;
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    /// Who took part, anew: of an entry that is there and named by its id, what is not sent stays,
    /// as long as it is the same person; one whose person the viewer does not see stays as it is,
    /// named or not. An office that the meeting is with no longer gives way to the one in its place.
    pub(super) fn attendees(&mut self, raw: &[AttendeeInput], offices: &Offices) -> Vec<Attendee> {
        let path = Path::root().field("attendees");
        self.check.at_most(&path, raw.len());
        let (mut attendees, mut named) = (Vec::new(), Vec::new());
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let id = self.entry_id(&here, raw.id.as_ref(), &mut named);
            let had = self.there.rows.attendees.iter().find(|had| had.id == id);
            if let Some(had) = had.filter(|had| !self.there.sees_person(had.person_id)) {
                attendees.push(unchanged(had, offices, &path));
                continue;
            }
            let names_somebody =
                raw.member_id.is_some() || raw.person_id.is_some() || raw.new_person.is_some();
            let who = match had {
                Some(had) if !names_somebody => Some(Who::There(had.person_id)),
                _ => self.who(&here, raw),
            };
            let had = had.filter(|had| match &who {
                Some(Who::There(_)) => true,
                Some(Who::Known(named)) => self.there.is_same(had, *named),
                Some(Who::New { .. }) | None => false,
            });
            let of_new = raw
                .new_person
                .as_ref()
                .and_then(|new| new.stakeholder_id.as_ref());
            let stakeholder_path = match of_new {
                Some(_) => here.field("newPerson").field("stakeholderId"),
                None => here.field("stakeholderId"),
            };
            let stakeholder = self.one(&stakeholder_path, of_new.or(raw.stakeholder_id.as_ref()));
            let Some(who) = who else { continue };
            let is_for_office = had.is_none() || raw.capacity == Some(Capacity::Stakeholder);
            let office = match had.and_then(|had| had.stakeholder_id) {
                None if is_for_office => offices.usual(),
                office => offices.now(office),
            };
            let role = had.map_or(AttendeeRole::Participant, |had| had.role);
            let attendance = had.map_or(Attendance::Attended, |had| had.attendance);
            attendees.push(Attendee {
                id,
                who,
                capacity: raw.capacity.map(Into::into).or(had.map(|had| had.capacity)),
                stakeholder: stakeholder.or(office),
                role: raw.role.map_or(role, Into::into),
                attendance: raw.attendance.map_or(attendance, Into::into),
                path: here,
            });
        }
        let had = self.there.rows.attendees.iter();
        let unseen =
            had.filter(|had| !self.there.sees_person(had.person_id) && !named.contains(&had.id));
        attendees.extend(unseen.map(|had| unchanged(had, offices, &path)));
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
}

fn unchanged(had: &meeting_attendee::Model, offices: &Offices, path: &Path) -> Attendee {
    Attendee {
        id: had.id,
        who: Who::There(had.person_id),
        capacity: Some(had.capacity),
        stakeholder: offices.now(had.stakeholder_id),
        role: had.role,
        attendance: had.attendance,
        path: path.clone(),
    }
}
