//! What a checked meeting is kept as.

use entity::enums::Capacity;
use entity::ids::{MeetingId, PostId};
use entity::{meeting, meeting_attendee};

use crate::concepts::access::Allowed;
use crate::concepts::log::Tx;
use crate::concepts::meetings::draft::{Attendee, Draft, Offices, Who};
use crate::concepts::meetings::keys::{texts_key, title_key};
use crate::concepts::meetings::rows::Rows;
use crate::concepts::members::named::PersonOrMember;
use crate::concepts::people::posts;
use crate::concepts::people::write::{NewPerson, add as add_person};
use crate::kit::fault::Fault;

/// The row of a meeting and its parts: what nothing was said of is as it was. Those who took part
/// and are not known yet are added first.
pub(super) async fn kept(
    tx: &mut Tx,
    allowed: &Allowed,
    draft: Draft,
    had: Rows,
) -> Result<(meeting::Model, Rows), Fault> {
    let mut row = draft.row;
    if let Some(told_by) = draft.told_by {
        row.told_by_id = told_by.person(tx).await?;
    }
    let with = draft.with.unwrap_or(had.with);
    let attendees = match draft.attendees {
        Some(named) => attendees(tx, allowed, row.id, named).await?,
        None => moved(had.attendees, &draft.offices),
    };
    let rows = Rows {
        with,
        attendees,
        groups: draft.groups.unwrap_or(had.groups),
        concerns: draft.concerns.unwrap_or(had.concerns),
        topics: draft.topics.unwrap_or(had.topics),
        programmes: draft.programmes.unwrap_or(had.programmes),
    };
    row.title_key = Some(title_key(row.title.as_ref()));
    row.texts_key = Some(texts_key(rows.with.iter().map(|with| with.text.as_deref())));
    Ok((row, rows))
}

/// Those who took part, each for the office that stands in the place of hers.
fn moved(had: Vec<meeting_attendee::Model>, offices: &Offices) -> Vec<meeting_attendee::Model> {
    let rows = had.into_iter().map(|row| meeting_attendee::Model {
        stakeholder_id: offices.now(row.stakeholder_id),
        ..row
    });
    rows.collect()
}

async fn attendees(
    tx: &mut Tx,
    allowed: &Allowed,
    meeting_id: MeetingId,
    named: Vec<Attendee>,
) -> Result<Vec<meeting_attendee::Model>, Fault> {
    let mut rows = Vec::new();
    for (position, attendee) in (0..).zip(named) {
        let stakeholder = attendee.stakeholder;
        let usual = match attendee.who {
            Who::Known(PersonOrMember::Member(_)) => Capacity::Member,
            _ if stakeholder.is_some() => Capacity::Stakeholder,
            _ => Capacity::Oneself,
        };
        let person_id = match attendee.who {
            Who::There(person) => person,
            Who::Known(known) => match known.person(tx).await? {
                Some(person) => person,
                None => continue,
            },
            Who::New { id, name, title } => {
                let id = tx.id_or_new(id);
                let post = stakeholder.zip(title).map(|(stakeholder, title)| {
                    posts::held(tx.new_id::<PostId>(), id, stakeholder, title)
                });
                let new = NewPerson {
                    posts: post.into_iter().collect(),
                    ..NewPerson::named(id, name)
                };
                add_person(tx, allowed, new).await?
            }
        };
        let capacity = attendee.capacity.unwrap_or(usual);
        rows.push(meeting_attendee::Model {
            id: attendee.id,
            meeting_id,
            position,
            person_id,
            capacity,
            stakeholder_id: stakeholder.filter(|_| capacity == Capacity::Stakeholder),
            role: attendee.role,
            attendance: attendee.attendance,
        });
    }
    Ok(rows)
}
