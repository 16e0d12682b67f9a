//! The ladder of amounts of a commitment: putting an amount on it, and taking back one that was a
//! slip.

use async_graphql::ID;
use entity::enums::Currency as Kept;
use entity::ids::{CommitmentId, PartId, RecordId};
use entity::{commitment, commitment_amount};
use sea_orm::{ActiveEnum, EntityTrait};

use crate::concepts::access;
use crate::concepts::access::policy::must_be_own;
use crate::concepts::commitments::advance::{begin, check_number};
use crate::concepts::commitments::evidence::Source;
use crate::concepts::commitments::input::{RecordAmountInput, RemoveAmountInput};
use crate::concepts::commitments::write::{amounts, parts_of_amounts};
use crate::concepts::log::{Act, Tx, save};
use crate::concepts::records::references::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::parse;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

impl Act for RecordAmountInput {
    const NAME: &'static str = "recordAmount";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::RecordAmount;
        let (allowed, before) = begin(tx, act, &self.id, self.expected_version.as_ref()).await?;
        let mut now = amounts(tx.conn(), before.row.id).await?;
        let new = self.row(tx, &before.row, &now).await?;
        now.push(new.clone());
        let mut after = before.clone();
        for part in parts_of_amounts(&now)? {
            after.set_part(part);
        }
        save(tx, &allowed, Some(&before), &after).await?;
        tx.insert(&new);
        Ok(before.row.id.into())
    }
}

impl RecordAmountInput {
    async fn row(
        &self,
        tx: &mut Tx,
        of: &commitment::Model,
        had: &[commitment_amount::Model],
    ) -> Result<commitment_amount::Model, WriteError> {
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        check_number(&mut check, had.len(), "amounts");
        let money = check.money(&root.field("amount"), &self.amount);
        if let Some((_, currency)) = money {
            check_currency(&mut check, currency, had);
        }
        let on = self.on.map_or(tx.today(), |day| day.0);
        check.day_come(&root.field("on"), on, tx.today());
        let year = self.fiscal_year.map(|year| year.0);
        if year.is_some_and(|year| !(1900..2200).contains(&year)) {
            let message = "A fiscal year lies between 1900-01 and 2199-00.";
            let path = root.field("fiscalYear");
            check.refuse(UserErrorCode::OutOfRange, &path, message);
        }
        let reference = check.optional_line(&root.field("reference"), self.reference.as_deref());
        let evidence = self.evidence.as_ref();
        let source = Source::check(
            &mut check,
            &mut references,
            &root.field("evidence"),
            evidence,
        );
        references.look_up(tx, &mut check).await?;
        let (amount, currency) = check.done_with(money)?;
        Ok(commitment_amount::Model {
            id: tx.new_id(),
            commitment_id: of.id,
            rung: self.rung.into(),
            fiscal_year: year,
            amount,
            currency,
            happened_on: on,
            reference,
            source_kind: source.kind,
            source_title: source.title,
            source_publisher: source.publisher,
            source_address: source.address,
            source_day: source.day,
            source_document_id: source.document,
            recorded_at: tx.now(),
            recorded_by: tx.viewer().actor(),
            acting_for: tx.viewer().acting_for(),
        })
    }
}

/// That all amounts of a commitment are in one currency: those of two could not be compared.
fn check_currency(check: &mut Check, currency: Kept, had: &[commitment_amount::Model]) {
    let other = had.iter().find(|row| row.currency != currency);
    if let Some(other) = other {
        let message = format!("The amounts of this are in {}.", other.currency.to_value());
        let path = Path::root().field("amount").field("currency");
        check.refuse(UserErrorCode::Invalid, &path, message);
    }
}

impl Act for RemoveAmountInput {
    const NAME: &'static str = "removeAmount";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::RemoveAmount;
        let path = Path::root().field("amountId");
        let id: PartId = parse(&self.amount_id)
            .map_err(|message| UserError::new(UserErrorCode::InvalidId, &path, message))?;
        let (allowed, before) = begin(tx, act, &self.id, None).await?;
        let of: CommitmentId = before.row.id;
        let (gone, now): (Vec<_>, Vec<_>) = amounts(tx.conn(), of)
            .await?
            .into_iter()
            .partition(|row| row.id == id);
        let Some(gone) = gone.first() else {
            let message = "This is none of its amounts, or not any more.";
            return Err(UserError::new(UserErrorCode::NotFound, &path, message).into());
        };
        must_be_own(tx, &allowed, (gone.recorded_by, gone.acting_for), of)?;
        let mut after = before.clone();
        for part in parts_of_amounts(&now)? {
            after.set_part(part);
        }
        save(tx, &allowed, Some(&before), &after).await?;
        let gone = commitment_amount::Entity::delete_by_id(gone.id);
        gone.exec(tx.conn()).await.map_err(Fault::from)?;
        Ok(of.into())
    }
}
