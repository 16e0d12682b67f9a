//! What a commitment answers, and which one announced the same money before: neither goes round in
//! a circle.

use std::collections::HashSet;

use entity::commitment::{self, Column};
use entity::ids::CommitmentId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::concepts::commitments::read::visible;
use crate::concepts::commitments::rules::is_ask;
use crate::concepts::log::Tx;
use crate::concepts::records::seen_among;
use crate::kit::check::Check;
use crate::kit::db;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserErrorCode};

/// What is held while it is said what answers or repeats what: two acts at once could make a circle.
const LINKS: &str = "commitment links";

/// That what announces the same money as another is neither that other itself nor announced again
/// by something: the first is counted, and all others lead to it. Asked where this was named anew,
/// and only of those that the viewer sees is anything said; but for a circle, which is refused in
/// the same words whoever sees what it goes through: of its money nothing would be counted.
///
/// # Errors
/// When the database does not answer.
pub(in crate::concepts) async fn check_repetition(
    tx: &Tx,
    check: &mut Check,
    path: &Path,
    seen: &HashSet<Uuid>,
    before: Option<&commitment::Model>,
    row: &commitment::Model,
) -> Result<(), Fault> {
    let is_new = before.is_none_or(|before| before.repeats_id != row.repeats_id);
    let Some(first) = row.repeats_id.filter(|id| is_new && seen.contains(&id.0)) else {
        return Ok(());
    };
    let path = path.field("repeatsId");
    db::hold(tx.conn(), LINKS).await?;
    let repeated = repeated_by(tx, first).await?.map(|id| id.0);
    if leads_back(tx, first, row.id).await? || !seen_among(tx, repeated).await?.is_empty() {
        let message = "Name the commitment that announced this money first.";
        check.refuse(UserErrorCode::Invalid, &path, message);
    } else if before.is_some() && leads_here(tx, Column::RepeatsId, row.id).await? {
        let message = "Other commitments announce the money of this one again; it stays the first.";
        check.refuse(UserErrorCode::Invalid, &path, message);
    }
    Ok(())
}

/// That what a commitment answers is an ask, and itself a promise; so nothing answers itself, and
/// no answers go round in a circle. Asked where the answer or the direction is another than before;
/// only of those that the viewer sees, the ask being one of `seen`, is anything said.
///
/// # Errors
/// When the database does not answer.
pub(in crate::concepts) async fn check_answer(
    tx: &Tx,
    check: &mut Check,
    path: &Path,
    seen: &HashSet<Uuid>,
    before: Option<&commitment::Model>,
    row: &commitment::Model,
) -> Result<(), Fault> {
    let is_same = |had: &commitment::Model| {
        had.answers_id == row.answers_id && had.direction == row.direction
    };
    if before.map_or(row.answers_id.is_none(), is_same) {
        return Ok(());
    }
    db::hold(tx.conn(), LINKS).await?;
    let was_ask = before.is_some_and(|before| is_ask(before.direction));
    // What has come further than it was made has been refused another direction already.
    if was_ask
        && !is_ask(row.direction)
        && row.status.is_none()
        && leads_here(tx, Column::AnswersId, row.id).await?
    {
        let message = "Something answers this ask, so it stays one.";
        let path = path.field("direction");
        check.refuse(UserErrorCode::Invalid, &path, message);
    }
    let Some(asked) = row.answers_id else {
        return Ok(());
    };
    let path = path.field("answersId");
    if is_ask(row.direction) {
        let message = "An ask answers nothing: only a promise does.";
        check.refuse(UserErrorCode::Invalid, &path, message);
        return Ok(());
    }
    if !seen.contains(&asked.0) {
        return Ok(());
    }
    let found = commitment::Entity::find_by_id(asked).one(tx.conn()).await?;
    if asked == row.id || found.is_some_and(|found| !is_ask(found.direction)) {
        let message = "Only an ask can be answered; this is a promise itself.";
        check.refuse(UserErrorCode::Invalid, &path, message);
    }
    Ok(())
}

/// Whether a commitment in use, which the viewer sees, names one in a column.
async fn leads_here(tx: &Tx, column: Column, id: CommitmentId) -> Result<bool, Fault> {
    let found = commitment::Entity::find()
        .filter(column.eq(id))
        .filter(Column::ArchivedOn.is_null())
        .filter(visible(tx.viewer()))
        .one(tx.conn())
        .await?;
    Ok(found.is_some())
}

/// The commitment that announced the money of one before, whoever sees it.
async fn repeated_by(tx: &Tx, id: CommitmentId) -> Result<Option<CommitmentId>, Fault> {
    let found = commitment::Entity::find_by_id(id).one(tx.conn()).await?;
    Ok(found.and_then(|found| found.repeats_id))
}

/// Whether one commitment is another, or announces its money again, by however many between them.
async fn leads_back(tx: &Tx, from: CommitmentId, to: CommitmentId) -> Result<bool, Fault> {
    let (mut here, mut known) = (Some(from), HashSet::new());
    while let Some(id) = here.filter(|id| known.insert(*id)) {
        if id == to {
            return Ok(true);
        }
        here = repeated_by(tx, id).await?;
    }
    Ok(false)
}
