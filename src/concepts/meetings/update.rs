//! Changing a meeting: its words, who may see it, its programmes, which offices its texts stand
//! for.

use async_graphql::ID;
use entity::enums as kept;
use entity::ids::{MeetingId, PartId, RecordId, StakeholderId};
use entity::{commitment, decision, follow_up_action, meeting, meeting_stakeholder};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

use crate::concepts::access::policy::{audience, words_within};
use crate::concepts::access::{self, Allowed, allow, allow_on};
use crate::concepts::log::{Act, Logged, Tx, Whole, load, part, save};
use crate::concepts::meetings::input::{MatchStakeholderInput, UpdateMeetingInput};
use crate::concepts::meetings::programmes;
use crate::concepts::records::{References, expect_version};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Act for UpdateMeetingInput {
    const NAME: &'static str = "updateMeeting";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<MeetingId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        if self.matches.is_some() {
            allow(tx.viewer(), access::Act::MatchStakeholder)?;
        }
        let allowed = allow_on(tx, access::Act::UpdateMeeting, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<meeting::Model> = load(tx, id.into()).await?;
        let mut after = before.clone();
        let mut check = Check::default();
        self.set_fields(&mut check, tx, &mut after.row);
        let (with, changed) = self.matched(tx, &mut check, id).await?;
        let programmes = match &self.programme_ids {
            Some(raw) => Some(programmes::named_anew(tx, &mut check, id, raw).await?),
            None => None,
        };
        check.done()?;
        after.set_part(part("with", &with)?);
        if let Some(programmes) = &programmes {
            after.set_part(part("programmes", programmes)?);
        }
        save(tx, &allowed, Some(&before), &after).await?;
        if let Some(programmes) = &programmes {
            programmes::replace(tx, id, programmes).await?;
        }
        for row in changed {
            row.into_active_model()
                .reset_all()
                .update(tx.conn())
                .await
                .map_err(Fault::from)?;
        }
        let (from, to) = (before.row.audience, after.row.audience);
        if from != to {
            tx.lock_children(id.into()).await?;
            carry::<decision::Model, _>(tx, &allowed, decision::Column::MeetingId, id, from, to)
                .await?;
            carry::<commitment::Model, _>(
                tx,
                &allowed,
                commitment::Column::MeetingId,
                id,
                from,
                to,
            )
            .await?;
            carry::<follow_up_action::Model, _>(
                tx,
                &allowed,
                follow_up_action::Column::MeetingId,
                id,
                from,
                to,
            )
            .await?;
        }
        Ok(id.into())
    }
}

impl UpdateMeetingInput {
    fn set_fields(&self, check: &mut Check, tx: &Tx, row: &mut meeting::Model) {
        let root = Path::root();
        if !self.said.is_undefined() {
            let raw = self.said.value();
            let said = check.optional_text(&root.field("said"), raw);
            row.said = said.map(|said| said.in_place_of(row.said.as_ref()));
        }
        let asked = self.audience.map(Into::into);
        row.audience = audience(
            check,
            tx.viewer(),
            &root.field("audience"),
            asked,
            row.audience,
        );
        let asked = self.words_audience.map(Into::into);
        words_within(
            check,
            tx.viewer(),
            &root.field("wordsAudience"),
            asked,
            row.audience,
        );
        let words = audience(
            check,
            tx.viewer(),
            &root.field("wordsAudience"),
            asked,
            row.words_audience,
        );
        row.words_audience = words.max(row.audience);
    }

    /// With whom the meeting was after matching, and which of these rows changed.
    async fn matched(
        &self,
        tx: &mut Tx,
        check: &mut Check,
        meeting: MeetingId,
    ) -> Result<
        (
            Vec<meeting_stakeholder::Model>,
            Vec<meeting_stakeholder::Model>,
        ),
        Fault,
    > {
        let mut with = meeting_stakeholder::Entity::find()
            .filter(meeting_stakeholder::Column::MeetingId.eq(meeting))
            .order_by_asc(meeting_stakeholder::Column::Position)
            .all(tx.conn())
            .await?;
        let (mut references, mut changed) = (References::default(), Vec::new());
        let asked: &[MatchStakeholderInput] = self.matches.as_deref().unwrap_or_default();
        for (position, one) in asked.iter().enumerate() {
            let here = Path::root().field("match").item(position);
            let entry = check.id::<PartId>(&here.field("id"), &one.id);
            let place = here.field("stakeholderId");
            let stakeholder = check.id::<StakeholderId>(&place, &one.stakeholder_id);
            references.want(&place, stakeholder);
            let (Some(entry), Some(stakeholder)) = (entry, stakeholder) else {
                continue;
            };
            if with
                .iter()
                .any(|row| row.stakeholder_id == Some(stakeholder) && row.id != entry)
            {
                let message = "This office is in the meeting already.";
                check.refuse(UserErrorCode::Duplicate, &place, message);
            }
            let found = with
                .iter_mut()
                .find(|row| row.id == entry && row.text.is_some());
            let Some(row) = found else {
                let message = "This meeting has no such name to be matched.";
                check.refuse(UserErrorCode::NotFound, &here.field("id"), message);
                continue;
            };
            row.stakeholder_id = Some(stakeholder);
            changed.push(row.clone());
        }
        references.look_up(tx, check).await?;
        Ok((with, changed))
    }
}

/// Carries a new audience of a meeting on to what hangs on it: what was as wide as the meeting
/// stays so, and nothing is wider than it.
async fn carry<T, C>(
    tx: &mut Tx,
    allowed: &Allowed,
    meeting: C,
    id: MeetingId,
    from: kept::Audience,
    to: kept::Audience,
) -> Result<(), Fault>
where
    T: Logged,
    C: ColumnTrait,
{
    let rows: Vec<T> = T::Entity::find()
        .filter(meeting.eq(id))
        .all(tx.conn())
        .await?;
    for row in rows {
        let follows = row.audience() == from || row.audience() < to;
        if !follows || row.audience() == to {
            continue;
        }
        let mut before: Whole<T> = load(tx, row.record_id()).await?;
        before.parent = Some(id.into());
        let mut after = before.clone();
        let words = after.row.words_audience().max(to);
        after.row.set_audiences(to, words);
        save(tx, allowed, Some(&before), &after).await?;
    }
    Ok(())
}
