//! What hangs on a meeting follows its audience.

use entity::enums::Audience;
use entity::ids::{MeetingId, RecordId};
use entity::{commitment, decision, follow_up_action};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::policy::Rule;
use crate::concepts::access::{Act, Allowed};
use crate::concepts::log::{Logged, Tx, Whole, load, save};
use crate::kit::fault::Fault;

/// A meeting whose audience was changed.
pub(super) struct Carry {
    pub(super) meeting: MeetingId,
    pub(super) from: Audience,
    pub(super) to: Audience,
}

impl Carry {
    /// Carries a new audience on to all that hangs on the meeting: nothing is wider than it, and
    /// what was as wide stays so. A task may have been closed by who gave it, and a commitment by
    /// who recorded it, so only they, or who may set all right, open it by opening the meeting.
    pub(super) async fn on(&self, tx: &mut Tx, allowed: &Allowed) -> Result<(), Fault> {
        if self.from == self.to {
            return Ok(());
        }
        let children = tx.lock_children(self.meeting.into()).await?;
        let viewer = tx.viewer().clone();
        let (me, role) = (viewer.person, viewer.role);
        let opens_all = |act: Act| act.rule(role) == Rule::Yes;
        let is_mine = |id: RecordId| {
            let mut children = children.iter();
            children.any(|row| row.id == id && viewer.recorded(row.recorded_by, row.acting_for))
        };
        self.to_rows::<decision::Model, _>(tx, allowed, decision::Column::MeetingId, |_| true)
            .await?;
        let promise = commitment::Column::MeetingId;
        let opens_promises = opens_all(Act::UpdateCommitment);
        let may_open = |row: &commitment::Model| opens_promises || is_mine(row.id.into());
        self.to_rows(tx, allowed, promise, may_open).await?;
        let task = follow_up_action::Column::MeetingId;
        let opens_tasks = opens_all(Act::UpdateFollowUp);
        let may_open = |row: &follow_up_action::Model| {
            opens_tasks || row.owner_id == me || is_mine(row.id.into())
        };
        self.to_rows(tx, allowed, task, may_open).await
    }

    async fn to_rows<T, C>(
        &self,
        tx: &mut Tx,
        allowed: &Allowed,
        meeting: C,
        may_open: impl Fn(&T) -> bool,
    ) -> Result<(), Fault>
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
            let is_opened = to < row.audience();
            if !follows || row.audience() == to || (is_opened && !may_open(&row)) {
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
