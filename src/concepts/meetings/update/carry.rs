//! What hangs on a meeting follows its audience.

use std::collections::HashSet;

use entity::enums::Audience;
use entity::ids::{MeetingId, RecordId};
use entity::{commitment, decision, follow_up_action, record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::Allowed;
use crate::concepts::access::policy::shares_with_partners;
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
    /// what was as wide stays so. A task may have been closed by who gave it, so only a
    /// coordinator, or who gave or owns it, opens it by opening the meeting.
    pub(super) async fn on(&self, tx: &mut Tx, allowed: &Allowed) -> Result<(), Fault> {
        if self.from == self.to {
            return Ok(());
        }
        tx.lock_children(self.meeting.into()).await?;
        let mine = self.opened_by(tx).await?;
        self.to_rows::<decision::Model, _>(tx, allowed, decision::Column::MeetingId, |_| true)
            .await?;
        self.to_rows::<commitment::Model, _>(tx, allowed, commitment::Column::MeetingId, |_| true)
            .await?;
        let task = follow_up_action::Column::MeetingId;
        let may_open = |row: &follow_up_action::Model| {
            mine.as_ref()
                .is_none_or(|mine| mine.contains(&row.id.into()))
        };
        self.to_rows::<follow_up_action::Model, _>(tx, allowed, task, may_open)
            .await
    }

    /// The tasks of the meeting that the viewer gave or owns; `None` for a coordinator, who opens
    /// all.
    async fn opened_by(&self, tx: &Tx) -> Result<Option<HashSet<RecordId>>, Fault> {
        if shares_with_partners(tx.viewer()) {
            return Ok(None);
        }
        let of_meeting = follow_up_action::Column::MeetingId.eq(self.meeting);
        let owned = follow_up_action::Entity::find()
            .filter(of_meeting)
            .filter(follow_up_action::Column::OwnerId.eq(tx.viewer().person))
            .all(tx.conn())
            .await?;
        let given = record::Entity::find()
            .filter(record::Column::ParentId.eq(RecordId::from(self.meeting)))
            .filter(record::Column::RecordedBy.eq(tx.viewer().user))
            .all(tx.conn())
            .await?;
        let owned = owned.into_iter().map(|row| row.id.into());
        Ok(Some(
            owned.chain(given.into_iter().map(|row| row.id)).collect(),
        ))
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
