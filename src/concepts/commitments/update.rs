//! Setting a commitment right.

use std::collections::HashSet;

use async_graphql::ID;
use entity::commitment;
use entity::enums::PartySide;
use entity::ids::{CommitmentId, RecordId, StakeholderId};
use uuid::Uuid;

use crate::concepts::access::policy::shares_with_partners;
use crate::concepts::access::{self, allow_on};
use crate::concepts::commitments::input::UpdateCommitmentInput;
use crate::concepts::commitments::links::{check_answer, check_repetition};
use crate::concepts::commitments::rules::{at_first, is_ask, sides};
use crate::concepts::commitments::terms::Terms;
use crate::concepts::commitments::write::{
    clear_parts, districts, insert_parts, parties, said_by, set_parts,
};
use crate::concepts::log::{Act, Tx, Whole, load, save};
use crate::concepts::records::{References, expect_version, seen_among};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, RecordKind};
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Act for UpdateCommitmentInput {
    const NAME: &'static str = "updateCommitment";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<CommitmentId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateCommitment, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<commitment::Model> = load(tx, id.into()).await?;
        let had = Had::of(tx, &before.row).await?;
        let mut after = before.clone();
        let mut check = Check::default();
        let mut references = References::keeping(had.seen.clone());
        self.set_fields(tx, &mut check, &before.row, &mut after.row);
        let terms = self.terms.check(
            &mut check,
            &mut references,
            &root,
            &mut after.row,
            tx.today(),
        );
        had.keep_hidden(&before.row, &mut after.row);
        had.check_sides(&mut check, &terms, &after.row);
        let seen = references.look_up(tx, &mut check).await?;
        let (was, is) = (Some(&before.row), &after.row);
        check_answer(tx, &mut check, &root, &seen, was, is).await?;
        check_repetition(tx, &mut check, &root, &seen, was, is).await?;
        check.done()?;
        let terms = had.beside(terms, &after.row);
        let said_by = said_by(tx, &terms).await?;
        after.row.said_by_id = said_by.or(after.row.said_by_id);
        set_parts(&mut after, &terms)?;
        save(tx, &allowed, Some(&before), &after).await?;
        clear_parts(tx, id, &terms).await?;
        insert_parts(tx, id, &terms);
        Ok(id.into())
    }
}

impl UpdateCommitmentInput {
    fn set_fields(
        &self,
        tx: &Tx,
        check: &mut Check,
        before: &commitment::Model,
        row: &mut commitment::Model,
    ) {
        let root = Path::root();
        let text = self.text.as_ref();
        if let Some(text) = text.and_then(|raw| check.text(&root.field("text"), raw)) {
            row.text = text.in_place_of(Some(&before.text));
        }
        if !self.due_on.is_undefined() {
            let due = self.due_on.value();
            row.due_on = due.and_then(|day| check.day(&root.field("dueOn"), day.0));
        }
        row.direction = self.direction.map_or(row.direction, Into::into);
        if row.status.is_some() && at_first(row.direction) != at_first(before.direction) {
            let message = "It has come further than it was made: an ask stays an ask, and a \
                           promise a promise. Undo its steps first.";
            check.refuse(UserErrorCode::Invalid, &root.field("direction"), message);
        }
        let Some(is_shared) = self.is_status_shared else {
            return;
        };
        if is_shared != before.status_shared_on.is_some() && !shares_with_partners(tx.viewer()) {
            let message = "Only a coordinator says whether partners read where it stands.";
            let path = root.field("isStatusShared");
            check.refuse(UserErrorCode::Forbidden, &path, message);
        }
        let today = tx.today();
        row.status_shared_on = is_shared.then(|| before.status_shared_on.unwrap_or(today));
    }
}

/// What a commitment refers to before it is changed.
struct Had {
    terms: Terms,
    /// Those of the things that it refers to which the viewer sees.
    seen: HashSet<(Kind, Uuid)>,
}

impl Had {
    async fn of(tx: &Tx, row: &commitment::Model) -> Result<Self, Fault> {
        let (owed_by, owed_to) = parties(tx.conn(), row.id).await?;
        let districts = districts(tx.conn(), row.id).await?;
        let ids = owed_by.iter().chain(&owed_to).map(|id| id.0);
        let ids = ids
            .chain(row.said_by_id.map(|id| id.0))
            .chain(row.answers_id.map(|id| id.0))
            .chain(row.repeats_id.map(|id| id.0));
        Ok(Self {
            seen: seen_among(tx, ids).await?,
            terms: Terms {
                said_by: None,
                owed_by: Some(owed_by),
                owed_to: Some(owed_to),
                districts: Some(districts),
            },
        })
    }

    fn sees<I: RecordKind>(&self, id: I) -> bool {
        self.seen.contains(&(I::KIND, id.uuid()))
    }

    /// Puts back what was taken away without being seen: she cannot have meant that. An ask that
    /// was a promise answers nothing any more.
    fn keep_hidden(&self, before: &commitment::Model, row: &mut commitment::Model) {
        let answered = before.answers_id.filter(|id| !self.sees(*id));
        if row.answers_id.is_none() || row.answers_id == answered {
            row.answers_id = answered.filter(|_| !is_ask(row.direction));
        }
        let repeated = before.repeats_id.filter(|id| !self.sees(*id));
        row.repeats_id = row.repeats_id.or(repeated);
        let said_by = before.said_by_id.filter(|id| !self.sees(*id));
        row.said_by_id = row.said_by_id.or(said_by);
    }

    /// The lists that were sent, with those whom the viewer does not see: she cannot have meant
    /// to take them out. On a side that is the caucus's now nobody stays.
    fn beside(&self, sent: Terms, row: &commitment::Model) -> Terms {
        let on = |side, sent: Option<Vec<StakeholderId>>, had: &Option<Vec<StakeholderId>>| {
            let mut hidden = had.iter().flatten().copied();
            if !sides(row.direction).contains(&side) {
                return sent.or(hidden.next().map(|_| Vec::new()));
            }
            let mut sent = sent?;
            let hidden = hidden.filter(|id| !self.sees(*id));
            sent.extend(hidden.filter(|id| !sent.contains(id)).collect::<Vec<_>>());
            Some(sent)
        };
        Terms {
            owed_by: on(PartySide::Owes, sent.owed_by, &self.terms.owed_by),
            owed_to: on(PartySide::Owed, sent.owed_to, &self.terms.owed_to),
            ..sent
        }
    }

    /// That no office which she sees is left on a side which the caucus has itself in the
    /// direction that it now has.
    fn check_sides(&self, check: &mut Check, sent: &Terms, row: &commitment::Model) {
        let stays = |sent: &Option<Vec<_>>, had: &Option<Vec<StakeholderId>>| {
            sent.is_none() && had.iter().flatten().any(|id| self.sees(*id))
        };
        let left = [
            (
                PartySide::Owes,
                "owedByIds",
                stays(&sent.owed_by, &self.terms.owed_by),
            ),
            (
                PartySide::Owed,
                "owedToIds",
                stays(&sent.owed_to, &self.terms.owed_to),
            ),
        ];
        for (side, field, is_left) in left {
            if is_left && !sides(row.direction).contains(&side) {
                let message =
                    "In this direction the caucus itself stands there: send an empty list.";
                check.refuse(UserErrorCode::Invalid, &Path::root().field(field), message);
            }
        }
    }
}
