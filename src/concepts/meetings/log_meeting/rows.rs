//! The rows of a meeting that is logged.

use entity::enums as kept;
use entity::ids::{MeetingId, PartId, PersonId, PostId, StakeholderId};
use entity::{meeting, meeting_attendee, meeting_group, meeting_stakeholder};

use crate::concepts::access::Allowed;
use crate::concepts::log::Tx;
use crate::concepts::meetings::draft::{Draft, Who, With};
use crate::concepts::meetings::keys::{texts_key, title_key};
use crate::concepts::members::named::PersonOrMember;
use crate::concepts::people::posts;
use crate::concepts::people::write::{NewPerson, add as add_person};
use crate::kit::fault::Fault;

pub(super) fn row(
    tx: &Tx,
    id: MeetingId,
    draft: &Draft,
    told_by_id: Option<PersonId>,
) -> Result<meeting::Model, Fault> {
    let time = draft.time.clone();
    let time = time.ok_or_else(|| Fault::internal("a checked meeting without its time"))?;
    Ok(meeting::Model {
        id,
        audience: draft.audience,
        words_audience: draft.words_audience,
        recorded_at: tx.now(),
        archived_on: None,
        kind: draft.kind,
        status: kept::MeetingStatus::Held,
        title: draft.title.clone(),
        title_key: Some(title_key(draft.title.as_ref())),
        texts_key: Some(texts_key(
            draft.with.iter().map(|with| with.text.as_deref()),
        )),
        precision: time.precision,
        starts_at: time.starts_at,
        ends_at: time.ends_at,
        first_day: time.first_day,
        last_day: time.last_day,
        zone: time.zone,
        mode: draft.mode,
        is_courtesy_call: draft.is_courtesy_call,
        held_district_id: draft.held_district,
        held_place: draft.held_place.clone(),
        said: draft.said.clone(),
        source_kind: draft.source.kind,
        told_by_id,
        told_channel: draft.source.channel,
        source_title: draft.source.title.clone(),
        source_publisher: draft.source.publisher.clone(),
        source_address: draft.source.address.clone(),
        source_day: draft.source.day,
    })
}

pub(super) fn with_rows(
    tx: &Tx,
    meeting_id: MeetingId,
    with: &[With],
) -> Vec<meeting_stakeholder::Model> {
    let rows = (0..)
        .zip(with)
        .map(|(position, with)| meeting_stakeholder::Model {
            id: tx.id_or_new(with.id),
            meeting_id,
            position,
            stakeholder_id: with.stakeholder,
            text: with.text.clone(),
            attended: with.attended,
            engagement_id: with.engagement,
        });
    rows.collect()
}

pub(super) fn group_rows(
    tx: &Tx,
    meeting_id: MeetingId,
    draft: &mut Draft,
) -> Vec<meeting_group::Model> {
    let groups = std::mem::take(&mut draft.groups);
    let rows = (0..)
        .zip(groups)
        .map(|(position, group)| meeting_group::Model {
            id: tx.id_or_new(group.id),
            meeting_id,
            position,
            label: group.label,
            headcount: group.headcount,
            women: group.women,
            men: group.men,
            not_stated: group.not_stated,
            basis: group.basis,
        });
    rows.collect()
}

/// The attendees, those not known yet added first. Nobody named: a member who was there herself.
pub(super) async fn attendees(
    tx: &mut Tx,
    allowed: &Allowed,
    draft: &mut Draft,
    meeting_id: MeetingId,
) -> Result<Vec<meeting_attendee::Model>, Fault> {
    let met = draft.with.iter().find_map(|with| with.stakeholder);
    let Some(named) = draft.attendees.take() else {
        let was_there = draft.source.kind == kept::SourceKind::FirstHand;
        let me = tx
            .viewer()
            .member
            .filter(|_| was_there)
            .map(|_| tx.viewer().person);
        return Ok(me
            .map(|me| member_row(tx, meeting_id, me))
            .into_iter()
            .collect());
    };
    let mut rows = Vec::new();
    for (position, attendee) in (0..).zip(named) {
        let stakeholder = attendee.stakeholder.or(met);
        let (person_id, usual) = match attendee.who {
            Who::Known(known) => {
                let Some(person) = known.person(tx).await? else {
                    continue;
                };
                let is_member = matches!(known, PersonOrMember::Member(_));
                let usual = if is_member {
                    kept::Capacity::Member
                } else {
                    outside(stakeholder)
                };
                (person, usual)
            }
            Who::New { id, name, title } => {
                let id = tx.id_or_new(id);
                let post = stakeholder.zip(title).map(|(stakeholder, title)| {
                    posts::held(tx.new_id::<PostId>(), id, stakeholder, title)
                });
                let new = NewPerson {
                    posts: post.into_iter().collect(),
                    ..NewPerson::named(id, name)
                };
                (add_person(tx, allowed, new).await?, outside(stakeholder))
            }
        };
        let capacity = attendee.capacity.unwrap_or(usual);
        rows.push(meeting_attendee::Model {
            id: tx.id_or_new(attendee.id),
            meeting_id,
            position,
            person_id,
            capacity,
            stakeholder_id: stakeholder.filter(|_| capacity == kept::Capacity::Stakeholder),
            role: attendee.role,
            attendance: attendee.attendance,
        });
    }
    Ok(rows)
}

fn outside(stakeholder: Option<StakeholderId>) -> kept::Capacity {
    stakeholder.map_or(kept::Capacity::Oneself, |_| kept::Capacity::Stakeholder)
}

fn member_row(tx: &Tx, meeting_id: MeetingId, person_id: PersonId) -> meeting_attendee::Model {
    meeting_attendee::Model {
        id: tx.new_id::<PartId>(),
        meeting_id,
        position: 0,
        person_id,
        capacity: kept::Capacity::Member,
        stakeholder_id: None,
        role: kept::AttendeeRole::Participant,
        attendance: kept::Attendance::Attended,
    }
}
