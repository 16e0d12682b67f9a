//! What came of a meeting that is logged.

use chrono::NaiveDate;
use entity::enums as kept;
use entity::ids::MeetingId;
use entity::{commitment, decision};

use crate::concepts::access::Allowed;
use crate::concepts::commitments::write::add as add_commitment;
use crate::concepts::follow_ups::write::{NewFollowUp, Origin, add as add_follow_up};
use crate::concepts::log::{Tx, Whole, save};
use crate::concepts::meetings::draft::Outcomes;
use crate::concepts::members::named::people;
use crate::kit::fault::Fault;

/// What hangs on a meeting: never wider than it, with its people.
pub(super) struct Outcome {
    pub(super) meeting: MeetingId,
    pub(super) audience: kept::Audience,
    pub(super) opened_on: NaiveDate,
}

impl Outcome {
    pub(super) async fn write(
        &self,
        tx: &mut Tx,
        allowed: &Allowed,
        outcomes: Outcomes,
    ) -> Result<(), Fault> {
        for (position, new) in (0..).zip(outcomes.decisions) {
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
        for (position, new) in (0..).zip(outcomes.commitments) {
            let row = commitment::Model {
                audience: self.audience,
                words_audience: self.audience.max(kept::Audience::Present),
                meeting_id: Some(self.meeting),
                position,
                ..new.row
            };
            add_commitment(tx, allowed, row, &new.terms).await?;
        }
        for (position, new) in (0..).zip(outcomes.follow_ups) {
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
                opened_on: self.opened_on,
            };
            add_follow_up(tx, allowed, new).await?;
        }
        Ok(())
    }
}
