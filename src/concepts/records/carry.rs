//! What hangs on a record follows its audience.

use entity::enums::Audience;
use entity::ids::RecordId;

use crate::concepts::access::Allowed;
use crate::concepts::access::policy::shares_with_partners;
use crate::concepts::log::{Logged, Tx, Whole, load, save};
use crate::concepts::records::kinds::of_kind;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;

/// Carries a new audience on to all that hangs on a record: nothing is wider than it. What was as
/// wide is opened with it by a coordinator and by who recorded that, since it may have been closed.
///
/// # Errors
/// When the database does not answer.
pub async fn carry_audience(
    tx: &mut Tx,
    allowed: &Allowed,
    on: RecordId,
    (from, to): (Audience, Audience),
) -> Result<(), Fault> {
    if from == to {
        return Ok(());
    }
    let viewer = tx.viewer().clone();
    let opens_all = shares_with_partners(&viewer);
    for child in tx.lock_children(on).await? {
        let opens = opens_all || viewer.recorded(child.recorded_by, child.acting_for);
        let is_opened = to < from && child.audience == from && opens;
        let Some(kind) = Kind::of_prefix(&child.kind) else {
            continue;
        };
        if child.audience < to || is_opened {
            let none = || Err(Fault::internal("a record of a kind that is none"));
            of_kind!(kind, Row => set::<Row>(tx, allowed, child.id, on, to).await, _ => none())?;
        }
    }
    Ok(())
}

async fn set<T: Logged>(
    tx: &mut Tx,
    allowed: &Allowed,
    id: RecordId,
    parent: RecordId,
    to: Audience,
) -> Result<(), Fault> {
    let mut before: Whole<T> = load(tx, id).await?;
    before.parent = Some(parent);
    let mut after = before.clone();
    let words = after.row.words_audience().max(to);
    after.row.set_audiences(to, words);
    save(tx, allowed, Some(&before), &after).await
}
