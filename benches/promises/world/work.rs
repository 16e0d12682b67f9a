//! Lines of work, and meetings with what came of them.

use anyhow::Result;
use chrono::{DateTime, TimeDelta, Utc};
use entity::enums::{
    Attendance, AttendeeRole, Audience, Capacity, DecisionKind, EngagementStage, FollowUpStatus,
    Language, MeetingKind, MeetingMode, MeetingStatus, Priority, SourceKind, TimePrecision,
};
use entity::ids::{
    DecisionId, DistrictId, EngagementId, FollowUpActionId, MeetingId, PartId, PersonId, RecordId,
    StakeholderId,
};
use entity::text::Text;
use entity::{
    decision, engagement, follow_up_action, meeting, meeting_attendee, meeting_stakeholder,
};
use rabta::kit::graphql::id::Kind;

use super::{Filling, World, audience, day, dice, moment, of};

/// How many meetings are inserted together, to keep their rows out of the machine's way.
const TOGETHER: u32 = 5_000;

/// One line of work for ten meetings; one in ten has no lead.
pub async fn engagements(filling: &mut Filling, world: &mut World) -> Result<()> {
    let count = (filling.meetings / 10).max(60);
    let mut rows = Vec::new();
    for number in 0..count {
        let at = moment(number, count);
        let (lead_id, lead) = of(&world.members, number);
        let people = [lead, asking(world, number, count)];
        let audience = audience(number);
        let id = filling.record(Kind::Engagement, at, audience, &people, None);
        let stakeholder_id = of(&world.stakeholders, number);
        world.engagements.push((EngagementId(id), stakeholder_id));
        rows.push(engagement::Model {
            id: EngagementId(id),
            audience,
            words_audience: Audience::Present,
            recorded_at: at,
            archived_on: None,
            stakeholder_id,
            title: text(format!("Line of work {number}: cards and lists of voters")),
            purpose: Some(text(
                "That no woman is kept from voting for want of a card.",
            )),
            stage: EngagementStage::Active,
            lead_id: (number % 10 != 9).then_some(lead_id),
            programme_id: None,
            opened_on: day(at),
            concluded_on: None,
            outcome: None,
        });
    }
    filling.records().await?;
    filling.people().await?;
    filling.insert(rows).await
}

/// She who asks is one of the people of all that is new and of a quarter of the rest, so that
/// her list shows the same as a coordinator's, and yet much is not hers.
fn asking(world: &World, number: u32, count: u32) -> PersonId {
    let is_hers = number + 200 > count || number.is_multiple_of(4);
    of(&world.members, if is_hers { 0 } else { number + 1 }).1
}

/// The rows of some meetings.
#[derive(Default)]
struct Rows {
    meetings: Vec<meeting::Model>,
    with: Vec<meeting_stakeholder::Model>,
    attendees: Vec<meeting_attendee::Model>,
    decisions: Vec<decision::Model>,
    tasks: Vec<follow_up_action::Model>,
}

/// The meetings, each under a line of work, one in three with a second stakeholder, one in two
/// with a task, one in four with a decision.
pub async fn meetings(filling: &mut Filling, world: &World) -> Result<()> {
    let mut rows = Rows::default();
    for number in 0..filling.meetings {
        one(filling, world, number, &mut rows);
        if number % TOGETHER == TOGETHER - 1 || number == filling.meetings - 1 {
            let rows = std::mem::take(&mut rows);
            filling.records().await?;
            filling.people().await?;
            filling.insert(rows.meetings).await?;
            filling.insert(rows.with).await?;
            filling.insert(rows.attendees).await?;
            filling.insert(rows.decisions).await?;
            filling.insert(rows.tasks).await?;
        }
    }
    Ok(())
}

fn one(filling: &mut Filling, world: &World, number: u32, rows: &mut Rows) {
    let at = moment(number, filling.meetings);
    let lines = u32::try_from(world.engagements.len()).unwrap_or(u32::MAX);
    let (line, office) = of(&world.engagements, number);
    let audience = audience(number);
    let present = [
        asking(world, number % lines, lines),
        of(&world.members, dice(number, 97)).1,
        of(&world.officers, number),
    ];
    let id = filling.record(Kind::Meeting, at, audience, &present, None);
    let meeting_id = MeetingId(id);
    let called_off = dice(number, 20) == 13;
    let district = of(&world.districts, dice(number, 89));
    rows.meetings
        .push(held(meeting_id, at, audience, called_off, district));
    let further = of(&world.stakeholders, number + 7);
    rows.with
        .push(with(filling, meeting_id, office, Some(line)));
    if dice(number, 3) == 0 && further != office {
        rows.with.push(with(filling, meeting_id, further, None));
    }
    let mut seen = Vec::new();
    for (position, person) in (0..).zip(present) {
        if !seen.contains(&person) {
            rows.attendees
                .push(attendee(filling, meeting_id, position, person));
            seen.push(person);
        }
    }
    if dice(number, 4) == 0 {
        let id = filling.record(Kind::Decision, at, audience, &[], Some(RecordId(id)));
        rows.decisions.push(decision::Model {
            id: DecisionId(id),
            audience,
            words_audience: Audience::Present,
            recorded_at: at,
            archived_on: None,
            meeting_id,
            position: 0,
            kind: DecisionKind::Resolved,
            text: text("To send the list of those without cards."),
            manner: None,
        });
    }
    if dice(number, 2) == 0 {
        let owner = of(&world.members, dice(number, 101)).1;
        // One in ten belongs to the line of work itself.
        let (meeting, line) = match dice(number, 11) {
            0 => (None, Some(line)),
            _ => (Some(meeting_id), None),
        };
        let parent = meeting.map(RecordId::from).or(line.map(RecordId::from));
        let id = filling.record(Kind::FollowUpAction, at, audience, &[owner], parent);
        rows.tasks.push(follow_up_action::Model {
            meeting_id: meeting,
            engagement_id: line,
            ..task(FollowUpActionId(id), at, audience, owner, number)
        });
    }
}

fn held(
    id: MeetingId,
    at: DateTime<Utc>,
    audience: Audience,
    is_called_off: bool,
    district: DistrictId,
) -> meeting::Model {
    meeting::Model {
        id,
        audience,
        words_audience: Audience::Present,
        recorded_at: at,
        archived_on: None,
        kind: MeetingKind::Stakeholder,
        status: if is_called_off {
            MeetingStatus::Cancelled
        } else {
            MeetingStatus::Held
        },
        title: Some(text("On cards for women in the outer districts")),
        title_key: Some(" on cards for women in the outer districts".to_owned()),
        texts_key: Some(String::new()),
        precision: TimePrecision::Day,
        starts_at: None,
        ends_at: None,
        first_day: day(at),
        last_day: day(at),
        zone: "Asia/Karachi".to_owned(),
        mode: MeetingMode::InPerson,
        is_courtesy_call: false,
        held_district_id: Some(district),
        held_place: None,
        said: Some(text(
            "They have the lists and will send them once they are asked in writing.",
        )),
        source_kind: SourceKind::FirstHand,
        told_by_id: None,
        told_channel: None,
        source_title: None,
        source_publisher: None,
        source_address: None,
        source_day: None,
    }
}

fn with(
    filling: &Filling,
    meeting_id: MeetingId,
    stakeholder: StakeholderId,
    engagement_id: Option<EngagementId>,
) -> meeting_stakeholder::Model {
    meeting_stakeholder::Model {
        id: PartId(filling.ids.uuid(moment(0, 1))),
        meeting_id,
        position: i32::from(engagement_id.is_none()),
        stakeholder_id: Some(stakeholder),
        text: None,
        attended: true,
        engagement_id,
    }
}

fn attendee(
    filling: &Filling,
    meeting_id: MeetingId,
    position: i32,
    person_id: PersonId,
) -> meeting_attendee::Model {
    meeting_attendee::Model {
        id: PartId(filling.ids.uuid(moment(0, 1))),
        meeting_id,
        position,
        person_id,
        capacity: Capacity::Member,
        stakeholder_id: None,
        role: AttendeeRole::Participant,
        attendance: Attendance::Attended,
    }
}

fn task(
    id: FollowUpActionId,
    at: DateTime<Utc>,
    audience: Audience,
    owner_id: PersonId,
    number: u32,
) -> follow_up_action::Model {
    let due = day(at + TimeDelta::days(14));
    let status = match dice(number, 7) % 4 {
        0 => FollowUpStatus::Open,
        1 => FollowUpStatus::InProgress,
        _ => FollowUpStatus::Done,
    };
    follow_up_action::Model {
        id,
        audience,
        words_audience: Audience::Present,
        recorded_at: at,
        archived_on: None,
        title: text("Send the list of those without cards"),
        owner_id,
        due_on: Some(due),
        due_order: due,
        priority: Priority::Normal,
        status,
        opened_on: day(at),
        completed_on: (status == FollowUpStatus::Done).then_some(due),
        position: 0,
        meeting_id: None,
        decision_id: None,
        commitment_id: None,
        engagement_id: None,
    }
}

fn text(text: impl Into<String>) -> Text {
    Text {
        text: text.into(),
        language: Language::En,
        translation: None,
    }
}
