//! What hangs on a meeting follows its audience.

use entity::enums::Audience;
use entity::ids::MeetingId;
use entity::{commitment, decision, follow_up_action};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::Allowed;
use crate::concepts::log::{Logged, Tx, Whole, load, save};
use crate::kit::fault::Fault;

/// A meeting whose audience was changed.
pub(super) struct Carry {
    pub(super) meeting: MeetingId,
    pub(super) from: Audience,
    pub(super) to: Audience,
}

impl Carry {
    /// Carries a new audience on to all that hangs on the meeting: what was as wide as the meeting
    /// stays so, and nothing is wider than it.
    pub(super) async fn on(&self, tx: &mut Tx, allowed: &Allowed) -> Result<(), Fault> {
        if self.from == self.to {
            return Ok(());
        }
        tx.lock_children(self.meeting.into()).await?;
        self.to_rows::<decision::Model, _>(tx, allowed, decision::Column::MeetingId)
            .await?;
        self.to_rows::<commitment::Model, _>(tx, allowed, commitment::Column::MeetingId)
            .await?;
        self.to_rows::<follow_up_action::Model, _>(tx, allowed, follow_up_action::Column::MeetingId)
            .await
    }

    async fn to_rows<T, C>(&self, tx: &mut Tx, allowed: &Allowed, meeting: C) -> Result<(), Fault>
    where
        T: Logged,
        C: ColumnTrait,
    {
        let (from, to) = (self.from, self.to);
        let rows: Vec<T> = T::Entity::find()
            .filter(meeting.eq(self.meeting))
            .all(tx.conn())
            .await?;
        for row in rows {
            let follows = row.audience() == from || row.audience() < to;
            if !follows || row.audience() == to {
                continue;
            }
            let mut before: Whole<T> = load(tx, row.record_id()).await?;
            before.parent = Some(self.meeting.into());
            let mut after = before.clone();
            let words = after.row.words_audience().max(to);
            after.row.set_audiences(to, words);
            save(tx, allowed, Some(&before), &after).await?;
        }
        Ok(())
    }
}
