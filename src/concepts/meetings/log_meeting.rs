//! Logging a meeting: in one transaction all that a member does after it.

use async_graphql::ID;
use entity::enums as kept;
use entity::ids::{MeetingId, PartId, PersonId, PostId, RecordId, StakeholderId};
use entity::{
    decision, engagement, meeting, meeting_attendee, meeting_district, meeting_group,
    meeting_programme, meeting_stakeholder, meeting_topic, member,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::{self, Allowed, allow};
use crate::concepts::commitments::write::{NewCommitment, add as add_commitment};
use crate::concepts::follow_ups::write::{NewFollowUp, Origin, add as add_follow_up, people};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, part, save};
use crate::concepts::meetings::draft::{Attendee, Checking, Draft, Who, With};
use crate::concepts::meetings::input::LogMeetingInput;
use crate::concepts::meetings::programmes;
use crate::concepts::people::posts;
use crate::concepts::people::write::{NewPerson, add as add_person};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Logged for meeting::Model {
    const KIND: Kind = Kind::Meeting;
    const OPEN: &'static [&'static str] = &[
        "kind",
        "status",
        "precision",
        "starts_at",
        "ends_at",
        "first_day",
        "last_day",
        "zone",
        "mode",
        "is_courtesy_call",
        "held_district_id",
        "source_kind",
        "told_by_id",
        "told_channel",
        "source_day",
        "attendees",
        "concerns",
        "topics",
        "programmes",
    ];
    const WORDS: &'static [&'static str] = &["said"];

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        let with = meeting_stakeholder::Entity::find()
            .filter(meeting_stakeholder::Column::MeetingId.eq(self.id))
            .order_by_asc(meeting_stakeholder::Column::Position)
            .all(conn)
            .await?;
        let attendees = meeting_attendee::Entity::find()
            .filter(meeting_attendee::Column::MeetingId.eq(self.id))
            .order_by_asc(meeting_attendee::Column::Position)
            .all(conn)
            .await?;
        let groups = meeting_group::Entity::find()
            .filter(meeting_group::Column::MeetingId.eq(self.id))
            .order_by_asc(meeting_group::Column::Position)
            .all(conn)
            .await?;
        let concerns = meeting_district::Entity::find()
            .filter(meeting_district::Column::MeetingId.eq(self.id))
            .order_by_asc(meeting_district::Column::DistrictId)
            .all(conn)
            .await?;
        let topics = meeting_topic::Entity::find()
            .filter(meeting_topic::Column::MeetingId.eq(self.id))
            .order_by_asc(meeting_topic::Column::TopicId)
            .all(conn)
            .await?;
        let programmes = meeting_programme::Entity::find()
            .filter(meeting_programme::Column::MeetingId.eq(self.id))
            .order_by_asc(meeting_programme::Column::ProgrammeId)
            .all(conn)
            .await?;
        Ok(vec![
            part("with", &with)?,
            part("attendees", &attendees)?,
            part("groups", &groups)?,
            part("concerns", &concerns)?,
            part("topics", &topics)?,
            part("programmes", &programmes)?,
        ])
    }
}

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
        references.look_up(tx, &mut check).await?;
        let lines = lines_of_work(tx, &draft.with).await?;
        check_engagements(&mut check, &draft.with, &lines);
        check_members(tx, &mut check, &draft).await?;
        check.done()?;
        Ok(write(tx, &allowed, draft, &lines).await?.into())
    }
}

/// The lines of work under which a meeting is logged.
async fn lines_of_work(tx: &Tx, with: &[With]) -> Result<Vec<engagement::Model>, Fault> {
    let ids: Vec<_> = with.iter().filter_map(|with| with.engagement).collect();
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

/// That nobody is there twice, and that who is there as a member is one.
async fn check_members(tx: &Tx, check: &mut Check, draft: &Draft) -> Result<(), Fault> {
    let mut seen = Vec::new();
    for attendee in draft.attendees.iter().flatten() {
        let Who::Known(known) = &attendee.who else {
            if attendee.capacity == Some(kept::Capacity::Member) {
                not_a_member(check, attendee);
            }
            continue;
        };
        let Some(person) = known.person(tx).await? else {
            continue;
        };
        if seen.contains(&person) {
            let message = "This person is in the list already.";
            check.refuse(UserErrorCode::Duplicate, &attendee.path, message);
        }
        seen.push(person);
        if attendee.capacity == Some(kept::Capacity::Member) && !is_member(tx, person).await? {
            not_a_member(check, attendee);
        }
    }
    Ok(())
}

fn not_a_member(check: &mut Check, attendee: &Attendee) {
    let message = "This person is not a member of the caucus.";
    check.refuse(
        UserErrorCode::Invalid,
        &attendee.path.field("capacity"),
        message,
    );
}

async fn is_member(tx: &Tx, person: PersonId) -> Result<bool, Fault> {
    let found = member::Entity::find().filter(member::Column::PersonId.eq(person));
    Ok(found.one(tx.conn()).await?.is_some())
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
        None => programmes::programmes_of(lines),
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
        first_day,
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

fn row(
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

fn with_rows(tx: &Tx, meeting_id: MeetingId, with: &[With]) -> Vec<meeting_stakeholder::Model> {
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

fn group_rows(tx: &Tx, meeting_id: MeetingId, draft: &mut Draft) -> Vec<meeting_group::Model> {
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
async fn attendees(
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
                let is_member = matches!(
                    known,
                    crate::concepts::follow_ups::write::PersonOrMember::Member(_)
                );
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

/// What hangs on a meeting: never wider than it, with its people.
struct Outcome {
    meeting: MeetingId,
    audience: kept::Audience,
    first_day: chrono::NaiveDate,
}

impl Outcome {
    async fn write(&self, tx: &mut Tx, allowed: &Allowed, draft: Draft) -> Result<(), Fault> {
        for (position, new) in (0..).zip(draft.decisions) {
            let row = decision::Model {
                id: tx.id_or_new(new.id),
                audience: self.audience,
                words_audience: self.audience.max(kept::Audience::Present),
                recorded_at: tx.now(),
                archived_on: None,
                meeting_id: self.meeting,
                position,
                kind: new.kind,
                text: new.text,
                manner: new.manner,
            };
            let parent = Some(self.meeting.into());
            save(
                tx,
                allowed,
                None,
                &Whole {
                    parent,
                    ..Whole::alone(row)
                },
            )
            .await?;
        }
        for (position, new) in (0..).zip(draft.commitments) {
            let new = NewCommitment {
                id: tx.id_or_new(new.id),
                direction: new.direction,
                text: new.text,
                due_on: new.due_on,
                audience: self.audience,
                position,
                meeting: self.meeting,
            };
            add_commitment(tx, allowed, new).await?;
        }
        for (position, new) in (0..).zip(draft.follow_ups) {
            let owner = match new.owner {
                Some(owner) => owner.person(tx).await?.unwrap_or(tx.viewer().person),
                None => tx.viewer().person,
            };
            let new = NewFollowUp {
                id: tx.id_or_new(new.id),
                title: new.title,
                owner,
                helpers: people(tx, &new.helpers).await?,
                due_on: new.due_on,
                priority: new.priority,
                audience: self.audience,
                position,
                origin: Origin {
                    meeting: Some(self.meeting),
                    ..Origin::default()
                },
                opened_on: self.first_day,
            };
            add_follow_up(tx, allowed, new).await?;
        }
        Ok(())
    }
}
