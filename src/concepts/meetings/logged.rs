//! What the log has to know of a meeting.

use entity::{
    meeting, meeting_attendee, meeting_district, meeting_group, meeting_programme,
    meeting_stakeholder, meeting_topic,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::log::{Logged, Parts, part};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;

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
