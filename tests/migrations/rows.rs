//! One row in each of the tables that between them have every type of column.

use chrono::{DateTime, NaiveDate, Utc};
use entity::enums::{
    Attendance, AttendeeRole, Audience, Capacity, FollowUpStatus, Gender, HeadcountBasis, Language,
    MeetingKind, MeetingMode, MeetingStatus, Outcome, PhoneKind, Priority, Role, SourceKind,
    StakeholderCategory, TimePrecision, UserState,
};
use entity::ids::{RecordId, UserId};
use entity::text::{Text, Translation};
use sea_orm::DatabaseConnection;
use serde_json::json;
use uuid::Uuid;

use super::keep;

const PERSON: Uuid = Uuid::from_u128(1);
const MEMBER: Uuid = Uuid::from_u128(2);
const STAKEHOLDER: Uuid = Uuid::from_u128(3);
const MEETING: Uuid = Uuid::from_u128(4);
const ACTION: Uuid = Uuid::from_u128(5);
const USER: Uuid = Uuid::from_u128(6);
const PART: Uuid = Uuid::from_u128(7);
const ENTRY: Uuid = Uuid::from_u128(8);
const LIST: Uuid = Uuid::from_u128(9);

/// Writes the rows, each of which must come back as it went in.
pub async fn write(db: &DatabaseConnection) {
    write_people(db).await;
    write_stakeholder(db).await;
    write_meeting(db).await;
    write_action(db).await;
    write_log(db).await;
}

async fn write_people(db: &DatabaseConnection) {
    keep(db, record(PERSON, "Person", None)).await;
    keep(db, saima()).await;
    keep(
        db,
        entity::person_phone::Model {
            id: PART.into(),
            person_id: PERSON.into(),
            position: i32::MAX,
            number: "+923001234567".to_owned(),
            kind: PhoneKind::Whatsapp,
        },
    )
    .await;
    keep(db, user()).await;
    keep(db, record(MEMBER, "Member", Some(USER.into()))).await;
    keep(
        db,
        entity::member::Model {
            id: MEMBER.into(),
            audience: Audience::Caucus,
            words_audience: Audience::Present,
            recorded_at: instant(),
            archived_on: Some(day()),
            person_id: PERSON.into(),
            joined_on: day(),
            left_on: None,
        },
    )
    .await;
    let record_id = RecordId(MEMBER);
    keep(
        db,
        entity::record_person::Model {
            record_id,
            person_id: PERSON.into(),
        },
    )
    .await;
    keep(
        db,
        entity::session::Model {
            digest: vec![0, 255, 39, 92],
            user_id: USER.into(),
            access_epoch: i64::MAX,
            created_at: instant(),
            expires_at: instant(),
            last_seen_at: instant(),
        },
    )
    .await;
    let category = StakeholderCategory::DevelopmentPartner;
    keep(
        db,
        entity::user_scope_category::Model {
            user_id: USER.into(),
            category,
        },
    )
    .await;
}

async fn write_stakeholder(db: &DatabaseConnection) {
    keep(db, record(STAKEHOLDER, "Stakeholder", Some(USER.into()))).await;
    keep(
        db,
        entity::stakeholder::Model {
            id: STAKEHOLDER.into(),
            audience: Audience::Partners,
            words_audience: Audience::Caucus,
            recorded_at: instant(),
            archived_on: None,
            name_en: Some("NADRA’s \"Quetta\" office".to_owned()),
            name_ur: None,
            sort_en: vec![1, 2],
            sort_ur: Vec::new(),
            search_key: String::new(),
            short_name: None,
            category: StakeholderCategory::Nadra,
            parent_id: None,
            institution_id: STAKEHOLDER.into(),
            is_province_wide: true,
            owner_id: Some(MEMBER.into()),
            in_scope_since: day(),
            cadence_days: Some(90),
        },
    )
    .await;
    keep(db, record(LIST, "TargetList", Some(USER.into()))).await;
    keep(
        db,
        entity::target_list::Model {
            id: LIST.into(),
            audience: Audience::Partners,
            words_audience: Audience::Partners,
            recorded_at: instant(),
            archived_on: None,
            name_en: None,
            name_ur: Some("ہدف".to_owned()),
            sort_en: Vec::new(),
            sort_ur: vec![1, 2],
            search_key: String::new(),
            from_day: day(),
            to_day: day(),
            approved_on: Some(day()),
        },
    )
    .await;
    keep(
        db,
        entity::target_list_stakeholder::Model {
            target_list_id: LIST.into(),
            stakeholder_id: STAKEHOLDER.into(),
        },
    )
    .await;
}

async fn write_meeting(db: &DatabaseConnection) {
    keep(db, record(MEETING, "Meeting", Some(USER.into()))).await;
    keep(db, meeting()).await;
    keep(
        db,
        entity::meeting_stakeholder::Model {
            id: PART.into(),
            meeting_id: MEETING.into(),
            position: 0,
            stakeholder_id: Some(STAKEHOLDER.into()),
            text: None,
            attended: false,
            engagement_id: None,
        },
    )
    .await;
    keep(
        db,
        entity::meeting_attendee::Model {
            id: PART.into(),
            meeting_id: MEETING.into(),
            position: 0,
            person_id: PERSON.into(),
            capacity: Capacity::Oneself,
            stakeholder_id: None,
            role: AttendeeRole::MinuteTaker,
            attendance: Attendance::Attended,
        },
    )
    .await;
    keep(
        db,
        entity::meeting_group::Model {
            id: PART.into(),
            meeting_id: MEETING.into(),
            position: 0,
            label: "Health workers".to_owned(),
            headcount: 12,
            women: Some(12),
            men: Some(0),
            not_stated: None,
            basis: HeadcountBasis::Counted,
        },
    )
    .await;
}

async fn write_action(db: &DatabaseConnection) {
    keep(db, record(ACTION, "FollowUpAction", Some(USER.into()))).await;
    keep(
        db,
        entity::follow_up_action::Model {
            id: ACTION.into(),
            audience: Audience::Present,
            words_audience: Audience::Present,
            recorded_at: instant(),
            archived_on: None,
            title: text(None),
            owner_id: PERSON.into(),
            due_on: None,
            due_order: NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(),
            priority: Priority::High,
            status: FollowUpStatus::InProgress,
            opened_on: day(),
            completed_on: None,
            position: 0,
            meeting_id: Some(MEETING.into()),
            decision_id: None,
            commitment_id: None,
            engagement_id: None,
        },
    )
    .await;
}

async fn write_log(db: &DatabaseConnection) {
    keep(
        db,
        entity::log_entry::Model {
            id: ENTRY.into(),
            at: instant(),
            actor_id: Some(USER.into()),
            acting_for: Some(Uuid::from_u128(99).into()),
            act: "logMeeting".to_owned(),
            request_key: Some(PART),
            outcome: Outcome::Done,
            changes: json!([{ "z": i64::MAX, "a": null, "urdu": "کوئٹہ", "quote": "'\"\\" }]),
            signature: Some(vec![9; 64]),
        },
    )
    .await;
    keep(
        db,
        entity::log_private::Model {
            entry_id: ENTRY.into(),
            record_id: MEETING.into(),
            salt: vec![7; 32],
            content: json!({ "title": null }),
        },
    )
    .await;
    keep(
        db,
        entity::log_change::Model {
            entry_id: ENTRY.into(),
            record_id: MEETING.into(),
            kind: "meeting".to_owned(),
            version: Some(i64::MAX),
            reach: entity::enums::ChangeReach::Desk,
            has_words: true,
            was_audience: None,
            is_audience: Some(entity::enums::Audience::Present),
            is_words_audience: None,
            was_archived: false,
            is_archived: true,
        },
    )
    .await;
    keep(
        db,
        entity::log_sight::Model {
            entry_id: ENTRY.into(),
            record_id: MEETING.into(),
            person_id: USER.into(),
            is_joined: true,
        },
    )
    .await;
    keep(
        db,
        entity::request::Model {
            user_id: USER.into(),
            key: PART,
            digest: vec![8; 32],
            record_id: None,
            claimed_at: instant(),
            refused: Some(
                json!([{ "code": "FORBIDDEN", "path": ["ids", "1"], "message": "کوئٹہ" }]),
            ),
        },
    )
    .await;
}

fn record(id: Uuid, kind: &str, recorded_by: Option<UserId>) -> entity::record::Model {
    entity::record::Model {
        id: id.into(),
        kind: kind.to_owned(),
        version: 1,
        facts_version: 1,
        audience: Audience::Caucus,
        words_audience: Audience::Present,
        recorded_at: instant(),
        recorded_by,
        acting_for: None,
        confirmed_at: None,
        went_with_parent: false,
        words_withdrawn_at: None,
        archived_on: None,
        parent_id: None,
    }
}

fn saima() -> entity::person::Model {
    entity::person::Model {
        id: PERSON.into(),
        audience: Audience::Caucus,
        words_audience: Audience::Caucus,
        recorded_at: instant(),
        archived_on: None,
        name_en: None,
        name_ur: Some("صائمہ".to_owned()),
        sort_en: Vec::new(),
        sort_ur: vec![0, 255],
        search_key: "صائمہ".to_owned(),
        gender: Gender::NotStated,
        language: Some(Language::Ur),
        email: None,
    }
}

fn user() -> entity::user::Model {
    entity::user::Model {
        id: USER.into(),
        person_id: PERSON.into(),
        email: "saima@example.org".to_owned(),
        password_hash: None,
        role: Role::Coordinator,
        state: UserState::Active,
        access_epoch: 1,
        language: Language::Ur,
        created_at: instant(),
        version: 1,
    }
}

fn meeting() -> entity::meeting::Model {
    entity::meeting::Model {
        id: MEETING.into(),
        audience: Audience::Partners,
        words_audience: Audience::Present,
        recorded_at: instant(),
        archived_on: None,
        kind: MeetingKind::PublicEvent,
        status: MeetingStatus::Held,
        title: Some(text(Some(true))),
        title_key: Some(" session".to_owned()),
        texts_key: Some(String::new()),
        precision: TimePrecision::Instant,
        starts_at: Some(instant()),
        ends_at: Some(instant()),
        first_day: day(),
        last_day: day(),
        zone: "Asia/Karachi".to_owned(),
        mode: MeetingMode::InPerson,
        is_courtesy_call: false,
        held_district_id: None,
        held_place: None,
        said: None,
        source_kind: SourceKind::FirstHand,
        told_by_id: None,
        told_channel: None,
        source_title: None,
        source_publisher: None,
        source_address: None,
        source_day: None,
    }
}

fn text(stale: Option<bool>) -> Text {
    Text {
        text: "شناختی کارڈ".to_owned(),
        language: Language::Ur,
        translation: stale.map(|is_stale| Translation {
            text: "Identity \"cards\"".to_owned(),
            is_stale,
        }),
    }
}

/// To the microsecond, which is as fine as PostgreSQL keeps it.
fn instant() -> DateTime<Utc> {
    DateTime::from_timestamp_micros(1_795_514_400_123_456).unwrap()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}
