//! A meeting of which nothing was said yet.

use entity::enums as kept;
use entity::ids::{MeetingId, PartId};
use entity::{meeting, meeting_attendee};

use crate::concepts::log::Tx;
use crate::kit::zone::CAUCUS;

/// With offices, held now, in one place, known at first hand; for the caucus, its words for those
/// present.
pub(super) fn blank(tx: &Tx, id: MeetingId) -> meeting::Model {
    meeting::Model {
        id,
        audience: kept::Audience::Caucus,
        words_audience: kept::Audience::Present,
        recorded_at: tx.now(),
        archived_on: None,
        kind: kept::MeetingKind::Stakeholder,
        status: kept::MeetingStatus::Held,
        title: None,
        title_key: None,
        texts_key: None,
        precision: kept::TimePrecision::Instant,
        starts_at: Some(tx.now()),
        ends_at: None,
        first_day: tx.today(),
        last_day: tx.today(),
        zone: CAUCUS.name().to_owned(),
        mode: kept::MeetingMode::InPerson,
        is_courtesy_call: false,
        held_district_id: None,
        held_place: None,
        said: None,
        source_kind: kept::SourceKind::FirstHand,
        told_by_id: None,
        told_channel: None,
        source_title: None,
        source_publisher: None,
        source_address: None,
        source_day: None,
    }
}

/// Her who logs it, as a member who was there.
pub(super) fn present_herself(tx: &Tx, meeting_id: MeetingId) -> meeting_attendee::Model {
    meeting_attendee::Model {
        id: tx.new_id::<PartId>(),
        meeting_id,
        position: 0,
        person_id: tx.viewer().person,
        capacity: kept::Capacity::Member,
        stakeholder_id: None,
        role: kept::AttendeeRole::Participant,
        attendance: kept::Attendance::Attended,
    }
}
