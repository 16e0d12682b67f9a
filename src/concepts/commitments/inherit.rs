//! Promises whose office has a new holder: they stay the office's, and wait until the new one has
//! said them again.

use std::collections::HashMap;

use async_graphql::{Context, ID};
use chrono::NaiveDate;
use entity::enums::{CommitmentDirection, CommitmentStatus, StepBasis};
use entity::ids::{CommitmentId, MeetingId, RecordId, StakeholderId};
use entity::{commitment, commitment_step, meeting};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::{self, Allowed, CtxExt, Field, allow_on, may_read};
use crate::concepts::commitments::advance::{begin, settle};
use crate::concepts::commitments::input::{AdvanceCommitmentInput, ReconfirmCommitmentInput};
use crate::concepts::commitments::read::{Filter, select, stands_in};
use crate::concepts::commitments::rules::{OPEN, is_ask, status};
use crate::concepts::commitments::write::steps;
use crate::concepts::log::{Act, Tx, Whole, load, save};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

/// What a promise says while nothing came of it, or something did and it is not done.
const PROMISED: [CommitmentStatus; 2] = [
    CommitmentStatus::Promised,
    CommitmentStatus::PartlyFulfilled,
];

/// The open promises of an office that were made before a day, by its holders until then.
///
/// # Errors
/// When the database does not answer.
pub async fn promised_before(
    tx: &Tx,
    office: StakeholderId,
    day: NaiveDate,
) -> Result<Vec<CommitmentId>, Fault> {
    let filter = Filter {
        stakeholders: Some(vec![office]),
        directions: Some(vec![
            CommitmentDirection::MadeToCaucus,
            CommitmentDirection::Mutual,
            // Once it was promised.
            CommitmentDirection::AskedByCaucus,
        ]),
        statuses: Some(PROMISED.to_vec()),
        ..Filter::default()
    };
    let rows = select(tx.viewer(), filter, tx.today())
        .order_by_asc(commitment::Column::Id)
        .all(tx.conn())
        .await?;
    let undated = rows.iter().filter(|row| row.said_on.is_none());
    let meetings: Vec<MeetingId> = undated.filter_map(|row| row.meeting_id).collect();
    let meetings = meeting::Entity::find()
        .filter(meeting::Column::Id.is_in(meetings))
        .all(tx.conn())
        .await?;
    let met: HashMap<_, _> = meetings
        .into_iter()
        .map(|row| (row.id, row.first_day))
        .collect();
    let granted = granted(tx, &rows).await?;
    let said = |row: &commitment::Model| {
        let met = row.meeting_id.and_then(|meeting| met.get(&meeting));
        let asked_and_granted = granted.get(&row.id).copied();
        asked_and_granted.or(row.said_on).or(met.copied())
    };
    let before = rows
        .iter()
        .filter(|row| said(row).is_none_or(|said| said < day));
    Ok(before.map(|row| row.id).collect())
}

/// On which day those of some commitments that began as an ask were promised.
async fn granted(
    tx: &Tx,
    of: &[commitment::Model],
) -> Result<HashMap<CommitmentId, NaiveDate>, Fault> {
    let asks = of.iter().filter(|row| is_ask(row.direction));
    let steps = commitment_step::Entity::find()
        .filter(commitment_step::Column::CommitmentId.is_in(asks.map(|row| row.id)))
        .filter(commitment_step::Column::Basis.eq(StepBasis::Judged))
        .filter(commitment_step::Column::Status.is_in(PROMISED))
        .order_by_desc(commitment_step::Column::Position)
        .all(tx.conn())
        .await?;
    // The first of them stays.
    Ok(steps
        .into_iter()
        .map(|step| (step.commitment_id, step.happened_on))
        .collect())
}

/// Marks a promise as made by a predecessor, to be said again by a day.
///
/// # Errors
/// When the database does not answer, or the promise is archived.
pub async fn inherit(
    tx: &mut Tx,
    act: access::Act,
    id: CommitmentId,
    (on, by): (NaiveDate, NaiveDate),
) -> Result<(), WriteError> {
    let allowed: Allowed = allow_on(tx, act, id).await?;
    let before: Whole<commitment::Model> = load(tx, id.into()).await?;
    let mut after = before.clone();
    after.row.inherited_on = Some(on);
    after.row.reconfirm_by = Some(by);
    after.row.reconfirmed_on = None;
    Ok(save(tx, &allowed, Some(&before), &after).await?)
}

/// Whether a promise waits for the new holder of its office to say it again.
pub(super) fn awaits_reconfirmation() -> Condition {
    use commitment::Column;
    let is_inherited = Column::InheritedOn
        .is_not_null()
        .and(Column::ReconfirmedOn.is_null());
    Condition::all().add(is_inherited).add(stands_in(&OPEN))
}

/// A day that tells of who holds the office, if that is for the viewer.
pub(super) fn of_holder(
    ctx: &Context<'_>,
    day: Option<NaiveDate>,
) -> async_graphql::Result<Option<Day>> {
    let is_shown = may_read(ctx.viewer()?.role, Field::Reconfirmation);
    Ok(day.filter(|_| is_shown).map(Day))
}

impl Act for ReconfirmCommitmentInput {
    const NAME: &'static str = "reconfirmCommitment";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::ReconfirmCommitment;
        let (allowed, before) = begin(tx, act, &self.id, self.expected_version.as_ref()).await?;
        let mut check = Check::default();
        let on = self.on.map_or(tx.today(), |day| day.0);
        check_waits(&mut check, &before.row, on);
        let said = before.row.reported.unwrap_or(CommitmentStatus::Promised);
        let step = AdvanceCommitmentInput {
            request_id: None,
            id: self.id,
            expected_version: None,
            status: said.into(),
            basis: Some(StepBasis::Reported.into()),
            on: self.on,
            note: self.note,
            evidence: self.evidence,
            meeting_id: self.meeting_id,
        };
        let mut now = steps(tx.conn(), before.row.id).await?;
        let step = step.step(tx, &before.row, &now, check).await?;
        let mut after = before.clone();
        after.row.reported = Some(said);
        after.row.reconfirmed_on = Some(on);
        now.push(step.clone());
        settle(tx, &allowed, &before, after, &now).await?;
        tx.insert(&step);
        Ok(before.row.id.into())
    }
}

/// That the promise waits to be said again, and was not before the new holder came.
fn check_waits(check: &mut Check, row: &commitment::Model, on: NaiveDate) {
    let root = Path::root();
    let waits = row.inherited_on.filter(|_| row.reconfirmed_on.is_none());
    let Some(since) = waits.filter(|_| OPEN.contains(&status(row))) else {
        let message = "It does not wait to be said again: nobody new holds the office since it was \
                       promised, or it was said again, or it has come to its end.";
        check.refuse(UserErrorCode::InvalidTransition, &root, message);
        return;
    };
    if on < since {
        let message = format!("The office changed hands on {since}; nobody new spoke before that.");
        check.refuse(UserErrorCode::OutOfRange, &root.field("on"), message);
    }
}
