//! The end of the checking: what the input names is looked up.

use std::collections::HashSet;

use entity::enums::Capacity;
use entity::{engagement, meeting_stakeholder};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::concepts::commitments::links::{check_answer, check_repetition};
use crate::concepts::log::Tx;
use crate::concepts::meetings::draft::parts::{Attendee, Commitment, Draft, Who};
use crate::concepts::members::named::members_among;
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

/// Looks up what was named and ends the checking. Answers the lines of work that were named.
///
/// # Errors
/// All that was found to be wrong; a fault when the database does not answer.
pub(in crate::concepts::meetings) async fn settle(
    tx: &mut Tx,
    mut check: Check,
    references: References,
    draft: &Draft,
    commitments: &[Commitment],
) -> Result<Vec<engagement::Model>, WriteError> {
    let seen = references.look_up(tx, &mut check).await?;
    let with = draft.with.as_deref().unwrap_or_default();
    let lines = lines_of_work(tx, with, &seen).await?;
    check_offices(&mut check, with, &seen);
    check_engagements(&mut check, with, &lines);
    let attendees = draft.attendees.as_deref().unwrap_or_default();
    check_members(tx, &mut check, attendees, &seen).await?;
    for new in commitments {
        check_answer(tx, &mut check, &new.path, &seen, None, &new.row).await?;
        check_repetition(tx, &mut check, &new.path, &seen, None, &new.row).await?;
    }
    check.done()?;
    Ok(lines)
}

/// Those lines of work that are named and that the viewer sees.
async fn lines_of_work(
    tx: &Tx,
    with: &[meeting_stakeholder::Model],
    seen: &HashSet<Uuid>,
) -> Result<Vec<engagement::Model>, Fault> {
    let named = with.iter().filter_map(|with| with.engagement_id);
    let ids: Vec<_> = named.filter(|id| seen.contains(&id.0)).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(engagement::Entity::find()
        .filter(engagement::Column::Id.is_in(ids))
        .all(tx.conn())
        .await?)
}

/// That no office is there twice. Of one that the viewer does not see nothing is said.
fn check_offices(check: &mut Check, with: &[meeting_stakeholder::Model], seen: &HashSet<Uuid>) {
    let mut there = HashSet::new();
    for (position, row) in with.iter().enumerate() {
        let office = row.stakeholder_id.filter(|id| seen.contains(&id.0));
        if office.is_some_and(|id| !there.insert(id)) {
            let message = "This office is in the list already.";
            let path = Path::root().field("with").item(position);
            check.refuse(UserErrorCode::Duplicate, &path, message);
        }
    }
}

/// That a line of work that is named is with the office that was met.
fn check_engagements(
    check: &mut Check,
    with: &[meeting_stakeholder::Model],
    lines: &[engagement::Model],
) {
    for (position, with) in with.iter().enumerate() {
        let found = lines.iter().find(|row| Some(row.id) == with.engagement_id);
        if found.is_some_and(|row| Some(row.stakeholder_id) != with.stakeholder_id) {
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
    attendees: &[Attendee],
    seen: &HashSet<Uuid>,
) -> Result<(), Fault> {
    let (mut there, mut as_members) = (HashSet::new(), Vec::new());
    for attendee in attendees {
        let is_as_member = attendee.capacity == Some(Capacity::Member);
        let known = match &attendee.who {
            Who::There(person) => Some(*person),
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
