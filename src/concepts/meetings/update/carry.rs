//! What hangs on a meeting follows its audience.

use entity::enums::Audience;
use entity::ids::MeetingId;
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
    /// what was as wide stays so. A task may have been closed by who gave it, so only who may set
    /// it right opens it by opening the meeting.
    pub(super) async fn on(&self, tx: &mut Tx, allowed: &Allowed) -> Result<(), Fault> {
        if self.from == self.to {
            return Ok(());
        }
        let children = tx.lock_children(self.meeting.into()).await?;
        let (me, my_user) = (tx.viewer().person, tx.viewer().user);
        let opens_all = Act::UpdateFollowUp.rule(tx.viewer().role) == Rule::Yes;
        let given = |task: &follow_up_action::Model| {
            let mut children = children.iter();
            children.any(|row| row.id == task.id.into() && row.recorded_by == Some(my_user))
        };
        self.to_rows::<decision::Model, _>(tx, allowed, decision::Column::MeetingId, |_| true)
            .await?;
        self.to_rows::<commitment::Model, _>(tx, allowed, commitment::Column::MeetingId, |_| true)
            .await?;
        let task = follow_up_action::Column::MeetingId;
        let may_open =
            |row: &follow_up_action::Model| opens_all || row.owner_id == me || given(row);
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
