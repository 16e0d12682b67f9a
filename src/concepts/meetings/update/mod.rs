//! Setting a meeting right: what is said of it anew is checked as when it is logged, against what
//! is there.

mod carry;

use async_graphql::ID;
use entity::ids::{MeetingId, RecordId};
use entity::meeting;

use crate::concepts::access::{self, allow_on};
use crate::concepts::log::{Act, Tx, Whole, load, save};
use crate::concepts::meetings::draft::{Checking, There, settle};
use crate::concepts::meetings::input::UpdateMeetingInput;
use crate::concepts::meetings::update::carry::Carry;
use crate::concepts::meetings::write::kept;
use crate::concepts::records::expect_version;
use crate::kit::check::Check;
use crate::kit::user_error::{Path, WriteError};

impl Act for UpdateMeetingInput {
    const NAME: &'static str = "updateMeeting";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let mut check = Check::default();
        let id = check.id::<MeetingId>(&Path::root().field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateMeeting, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<meeting::Model> = load(tx, id.into()).await?;
        let there = There::of(tx, &before.row).await?;
        let mut checking = Checking::new(tx, &there);
        let draft = checking.meeting(&self.asked(), before.row.clone());
        let Checking {
            check, references, ..
        } = checking;
        if there.matches_in(draft.with.as_deref().unwrap_or_default()) {
            allow_on(tx, access::Act::MatchStakeholder, id).await?;
        }
        settle(tx, check, references, &draft, &[]).await?;
        let (row, rows) = kept(tx, &allowed, draft, there.rows.clone()).await?;
        // Whoever has no reason left to be one of its people is none any longer.
        let recorder = tx.recorder().await?;
        let people = rows.present().chain(row.told_by_id).chain(recorder);
        let after = Whole {
            people: people.collect(),
            parts: rows.parts()?,
            parent: before.parent,
            ..Whole::alone(row)
        };
        save(tx, &allowed, Some(&before), &after).await?;
        rows.put(tx, id, &there.rows).await?;
        let carry = Carry {
            meeting: id,
            from: before.row.audience,
            to: after.row.audience,
        };
        carry.on(tx, &allowed).await?;
        Ok(id.into())
    }
}
