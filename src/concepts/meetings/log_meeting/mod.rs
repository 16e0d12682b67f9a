//! Logging a meeting: in one transaction all that a member does after it.

mod outcome;
mod rows;

use std::collections::HashSet;

use async_graphql::ID;
use entity::enums as kept;
use entity::ids::{MeetingId, PersonId, RecordId};
use entity::{engagement, meeting_attendee, meeting_district, meeting_topic};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::concepts::access::{self, Allowed, allow};
use crate::concepts::log::{Act, Tx, Whole, part, save};
use crate::concepts::meetings::draft::{Checking, Draft, Who, With};
use crate::concepts::meetings::input::LogMeetingInput;
use crate::concepts::meetings::log_meeting::outcome::Outcome;
use crate::concepts::meetings::log_meeting::rows::{attendees, group_rows, row, with_rows};
use crate::concepts::meetings::programmes;
use crate::concepts::members::named::members_among;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Act for LogMeetingInput {
    const NAME: &'static str = "logMeeting";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::LogMeeting)?;
        let mut checking = Checking::new(tx);
        let draft = checking.meeting(&self);
        let Checking {
            mut check,
            references,
            ..
        } = checking;
        let seen = references.look_up(tx, &mut check).await?;
        let lines = lines_of_work(tx, &draft.with, &seen).await?;
        check_engagements(&mut check, &draft.with, &lines);
        check_members(tx, &mut check, &draft, &seen).await?;
        check.done()?;
        Ok(write(tx, &allowed, draft, &lines).await?.into())
    }
}

/// Those lines of work under which a meeting is logged that the viewer sees.
async fn lines_of_work(
    tx: &Tx,
    with: &[With],
    seen: &HashSet<Uuid>,
) -> Result<Vec<engagement::Model>, Fault> {
    let named = with.iter().filter_map(|with| with.engagement);
    let ids: Vec<_> = named.filter(|id| seen.contains(&id.0)).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(engagement::Entity::find()
        .filter(engagement::Column::Id.is_in(ids))
        .all(tx.conn())
        .await?)
}

/// That a line of work under which a meeting is logged is with the office that was met.
fn check_engagements(check: &mut Check, with: &[With], lines: &[engagement::Model]) {
    for (position, with) in with.iter().enumerate() {
        let found = lines.iter().find(|row| Some(row.id) == with.engagement);
        if found.is_some_and(|row| Some(row.stakeholder_id) != with.stakeholder) {
            let path = Path::root()
                .field("with")
                .item(position)
                .field("engagementId");
            let message = "This line of work is with another office.";
            check.refuse(UserErrorCode::Invalid, &path, message);
        }
    }
}

/// That nobody is there twice, and that who is there as a member is one. Of those whom the viewer
/// does not see no more is said than that.
async fn check_members(
    tx: &Tx,
    check: &mut Check,
    draft: &Draft,
    seen: &HashSet<Uuid>,
) -> Result<(), Fault> {
    let (mut there, mut as_members) = (HashSet::new(), Vec::new());
    for attendee in draft.attendees.iter().flatten() {
        let is_as_member = attendee.capacity == Some(kept::Capacity::Member);
        let known = match &attendee.who {
            Who::Known(known) if !seen.contains(&known.uuid()) => continue,
            Who::Known(known) => known.person(tx).await?,
            Who::New { .. } => None,
        };
        if known.is_some_and(|person| !there.insert(person)) {
            let message = "This person is in the list already.";
            check.refuse(UserErrorCode::Duplicate, &attendee.path, message);
        }
        if is_as_member {
            as_members.push((attendee, known));
        }
    }
    let known: Vec<_> = as_members.iter().filter_map(|(_, known)| *known).collect();
    let members = members_among(tx, &known).await?;
    for (attendee, known) in as_members {
        if known.is_none_or(|person| !members.contains(&person)) {
            let message = "This person is not a member of the caucus.";
            let path = attendee.path.field("capacity");
            check.refuse(UserErrorCode::Invalid, &path, message);
        }
    }
    Ok(())
}

async fn write(
    tx: &mut Tx,
    allowed: &Allowed,
    mut draft: Draft,
    lines: &[engagement::Model],
) -> Result<MeetingId, WriteError> {
    let id = tx.id_or_new(draft.id);
    let attendees = attendees(tx, allowed, &mut draft, id).await?;
    let told_by = match draft.source.told_by {
        Some(told_by) => told_by.person(tx).await?,
        None => None,
    };
    let programmes = match draft.programmes.take() {
        Some(programmes) => programmes,
        None => programmes::programmes_of(tx, lines).await?,
    };
    let first_day = draft
        .time
        .as_ref()
        .map_or(tx.today(), |time| time.first_day);
    let row = row(tx, id, &draft, told_by)?;
    let with = with_rows(tx, id, &draft.with);
    let groups = group_rows(tx, id, &mut draft);
    let concerns: Vec<_> = draft
        .concerns
        .iter()
        .map(|district_id| meeting_district::Model {
            meeting_id: id,
            district_id: *district_id,
        })
        .collect();
    let topics: Vec<_> = draft
        .topics
        .iter()
        .map(|topic_id| meeting_topic::Model {
            meeting_id: id,
            topic_id: *topic_id,
        })
        .collect();
    let programmes = programmes::rows(id, programmes);
    let parts = vec![
        part("with", &with)?,
        part("attendees", &attendees)?,
        part("groups", &groups)?,
        part("concerns", &concerns)?,
        part("topics", &topics)?,
        part("programmes", &programmes)?,
    ];
    let people = present(&attendees).chain(told_by).collect();
    save(
        tx,
        allowed,
        None,
        &Whole {
            parts,
            people,
            ..Whole::alone(row)
        },
    )
    .await?;
    tx.insert_all(&with);
    tx.insert_all(&attendees);
    tx.insert_all(&groups);
    tx.insert_all(&concerns);
    tx.insert_all(&topics);
    tx.insert_all(&programmes);
    let outcome = Outcome {
        meeting: id,
        audience: draft.audience,
        // A fast clock may lie in tomorrow; a task can be done today.
        opened_on: first_day.min(tx.today()),
    };
    outcome.write(tx, allowed, draft).await?;
    Ok(id)
}

/// Those who were there, and so are people of the meeting.
fn present(attendees: &[meeting_attendee::Model]) -> impl Iterator<Item = PersonId> + '_ {
    let came = |row: &&meeting_attendee::Model| {
        matches!(
            row.attendance,
            kept::Attendance::Attended | kept::Attendance::Partly
        )
    };
    attendees.iter().filter(came).map(|row| row.person_id)
}
