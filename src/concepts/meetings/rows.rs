//! The parts of a meeting as they are kept, together, and what the log has to know of it.

use entity::enums::Attendance;
use entity::ids::{MeetingId, PersonId};
use entity::{
    meeting, meeting_attendee, meeting_district, meeting_group, meeting_programme,
    meeting_stakeholder, meeting_topic,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ModelTrait, QueryFilter, QueryOrder};

use crate::concepts::log::{Logged, Parts, Taken, Tx, part};
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
    const PARTNERS: &'static [&'static str] = &[
        "kind",
        "status",
        "title",
        "precision",
        "starts_at",
        "ends_at",
        "first_day",
        "last_day",
        "zone",
        "mode",
        "is_courtesy_call",
        "held_district_id",
        "held_place",
        "concerns",
    ];

    async fn take_out_words(&mut self, _: &Tx) -> Result<Taken, Fault> {
        Ok(Taken::all::<Self>(self.said.take().is_some()))
    }

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        Rows::of(conn, self.id).await?.parts()
    }
}

/// All parts of one meeting.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// With whom it was.
    pub(super) with: Vec<meeting_stakeholder::Model>,
    /// Who took part.
    pub(super) attendees: Vec<meeting_attendee::Model>,
    /// Who took part without being named.
    pub(super) groups: Vec<meeting_group::Model>,
    /// The districts that it concerned.
    pub(super) concerns: Vec<meeting_district::Model>,
    /// Its topics.
    pub(super) topics: Vec<meeting_topic::Model>,
    /// Its programmes.
    pub(super) programmes: Vec<meeting_programme::Model>,
}

/// All rows of one table that belong to a meeting, in order.
macro_rules! rows {
    ($conn:ident, $id:ident, $table:ident by $order:ident) => {
        $table::Entity::find()
            .filter($table::Column::MeetingId.eq($id))
            .order_by_asc($table::Column::$order)
            .all($conn)
            .await?
    };
}

impl Rows {
    /// Those of a meeting as it stands.
    pub(super) async fn of<C: ConnectionTrait>(conn: &C, id: MeetingId) -> Result<Self, Fault> {
        Ok(Self {
            with: rows!(conn, id, meeting_stakeholder by Position),
            attendees: rows!(conn, id, meeting_attendee by Position),
            groups: rows!(conn, id, meeting_group by Position),
            concerns: rows!(conn, id, meeting_district by DistrictId),
            topics: rows!(conn, id, meeting_topic by TopicId),
            programmes: rows!(conn, id, meeting_programme by ProgrammeId),
        })
    }

    /// As the log keeps them.
    pub(super) fn parts(&self) -> Result<Parts, Fault> {
        Ok(vec![
            part("with", &self.with)?,
            part("attendees", &self.attendees)?,
            part("groups", &self.groups)?,
            part("concerns", &self.concerns)?,
            part("topics", &self.topics)?,
            part("programmes", &self.programmes)?,
        ])
    }

    /// Those who were there, and so are people of the meeting.
    pub(super) fn present(&self) -> impl Iterator<Item = PersonId> + '_ {
        let came = |row: &&meeting_attendee::Model| Attendance::CAME.contains(&row.attendance);
        self.attendees.iter().filter(came).map(|row| row.person_id)
    }

    /// Puts these in the place of those that a meeting has; what is the same is left alone.
    pub(super) async fn put(self, tx: &mut Tx, id: MeetingId, had: &Self) -> Result<(), Fault> {
        use meeting_attendee::Column as OfAttendee;
        use meeting_district::Column as OfDistrict;
        use meeting_group::Column as OfGroup;
        use meeting_programme::Column as OfProgramme;
        use meeting_stakeholder::Column as OfStakeholder;
        use meeting_topic::Column as OfTopic;
        replace(tx, OfStakeholder::MeetingId.eq(id), &had.with, &self.with).await?;
        replace(
            tx,
            OfAttendee::MeetingId.eq(id),
            &had.attendees,
            &self.attendees,
        )
        .await?;
        replace(tx, OfGroup::MeetingId.eq(id), &had.groups, &self.groups).await?;
        replace(
            tx,
            OfDistrict::MeetingId.eq(id),
            &had.concerns,
            &self.concerns,
        )
        .await?;
        replace(tx, OfTopic::MeetingId.eq(id), &had.topics, &self.topics).await?;
        replace(
            tx,
            OfProgramme::MeetingId.eq(id),
            &had.programmes,
            &self.programmes,
        )
        .await
    }
}

/// Takes the rows away that were there, and adds those that are to be.
async fn replace<M>(
    tx: &mut Tx,
    of_meeting: sea_orm::sea_query::SimpleExpr,
    had: &[M],
    now: &[M],
) -> Result<(), Fault>
where
    M: ModelTrait + PartialEq,
{
    if had == now {
        return Ok(());
    }
    if !had.is_empty() {
        M::Entity::delete_many()
            .filter(of_meeting)
            .exec(tx.conn())
            .await?;
    }
    tx.insert_all(now);
    Ok(())
}
