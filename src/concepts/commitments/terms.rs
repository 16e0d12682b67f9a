//! Checking what is known of a commitment beside its words, in whatever act it is sent.

use std::collections::HashSet;

use chrono::NaiveDate;
use entity::commitment::{self, Column};
use entity::enums::PartySide;
use entity::ids::{CommitmentId, DistrictId, StakeholderId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::concepts::commitments::input::CommitmentTermsInput;
use crate::concepts::commitments::read::visible;
use crate::concepts::commitments::rules::{is_ask, sides};
use crate::concepts::log::Tx;
use crate::concepts::members::named::{PersonOrMember, check_person};
use crate::concepts::records::{References, seen_among};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::RecordKind;
use crate::kit::user_error::{Path, UserErrorCode};

/// What of the terms lies beside the row; `None` leaves a list as it is.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Who said it.
    pub said_by: Option<PersonOrMember>,
    /// The offices that owe it.
    pub owed_by: Option<Vec<StakeholderId>>,
    /// The offices to which it is owed.
    pub owed_to: Option<Vec<StakeholderId>>,
    /// The districts that would benefit.
    pub districts: Option<Vec<DistrictId>>,
}

impl CommitmentTermsInput {
    /// Checks the terms and sets those of the row, whose direction stands already. References
    /// still have to be looked up.
    pub fn check(
        &self,
        check: &mut Check,
        references: &mut References,
        path: &Path,
        row: &mut commitment::Model,
        today: NaiveDate,
    ) -> Terms {
        if !self.kind.is_undefined() {
            row.kind = self.kind.value().map(|kind| (*kind).into());
        }
        if let Some(is_vague) = self.is_vague {
            row.is_vague = is_vague.then_some(true);
        }
        if !self.purpose.is_undefined() {
            let purpose = check.optional_text(&path.field("purpose"), self.purpose.value());
            row.purpose = purpose.map(|purpose| purpose.in_place_of(row.purpose.as_ref()));
        }
        if !self.said_on.is_undefined() {
            let said = self.said_on.value();
            let path = path.field("saidOn");
            row.said_on = said.and_then(|day| check.day(&path, day.0));
            if row.said_on.is_some_and(|day| day > today) {
                let message = "It was said today at the latest; this day is yet to come.";
                check.refuse(UserErrorCode::OutOfRange, &path, message);
            }
        }
        if !self.answers_id.is_undefined() {
            let path = path.field("answersId");
            row.answers_id = check.optional_id::<CommitmentId>(&path, self.answers_id.value());
            references.want(&path, row.answers_id);
        }
        if !self.repeats_id.is_undefined() {
            let path = path.field("repeatsId");
            row.repeats_id = check.optional_id::<CommitmentId>(&path, self.repeats_id.value());
            references.want(&path, row.repeats_id);
        }
        if self.said_by_id.is_null() {
            row.said_by_id = None;
        }
        Terms {
            said_by: self
                .said_by_id
                .value()
                .and_then(|raw| check_person(check, references, &path.field("saidById"), raw)),
            owed_by: self.party(check, references, path, PartySide::Owes, row),
            owed_to: self.party(check, references, path, PartySide::Owed, row),
            districts: list(
                check,
                references,
                &path.field("districtIds"),
                self.district_ids.as_ref(),
            ),
        }
    }

    fn party(
        &self,
        check: &mut Check,
        references: &mut References,
        path: &Path,
        side: PartySide,
        row: &commitment::Model,
    ) -> Option<Vec<StakeholderId>> {
        let (field, raw, message) = match side {
            PartySide::Owes => (
                "owedByIds",
                &self.owed_by_ids,
                "The caucus itself owes this; leave out owedByIds, or choose another direction.",
            ),
            PartySide::Owed => (
                "owedToIds",
                &self.owed_to_ids,
                "It is the caucus to which this is owed; leave out owedToIds, or choose another direction.",
            ),
        };
        let path = path.field(field);
        let named = list(check, references, &path, raw.as_ref())?;
        if !named.is_empty() && !sides(row.direction).contains(&side) {
            check.refuse(UserErrorCode::Invalid, &path, message);
        }
        Some(named)
    }
}

fn list<I: RecordKind + PartialEq>(
    check: &mut Check,
    references: &mut References,
    path: &Path,
    raw: Option<&Vec<async_graphql::ID>>,
) -> Option<Vec<I>> {
    let raw = raw?;
    let ids = check.ids::<I>(path, Some(raw));
    references.want_all(path, &ids);
    Some(ids)
}

/// That what announces the same money as another is neither that other itself nor announced again
/// by something: the first is counted, and all others lead to it. Asked where this was named anew,
/// and only of those that the viewer sees is anything said.
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
    let found = commitment::Entity::find_by_id(first).one(tx.conn()).await?;
    let repeated = found.and_then(|found| found.repeats_id).map(|id| id.0);
    if first == row.id || !seen_among(tx, repeated).await?.is_empty() {
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
    if before.is_some_and(|had| had.answers_id == row.answers_id && had.direction == row.direction)
    {
        return Ok(());
    }
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
