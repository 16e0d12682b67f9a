//! Saying why a stakeholder need not be met, and that it is to be met again.

use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use entity::ids::{RecordId, StakeholderId};
use entity::{stakeholder, standing_reason};
use sea_orm::{ActiveModelTrait, IntoActiveModel};

use crate::concepts::access::{self, Allowed, allow_on};
use crate::concepts::log::{Act, Tx, Whole, load, part, save};
use crate::concepts::stakeholders::standing::{STANDING_REASONS, standing_reasons};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::StandingReasonKind;
use crate::kit::graphql::inputs::TextInput;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// Why a stakeholder need not be met until a day.
#[derive(InputObject, Clone, Debug)]
pub struct SetStandingReasonInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which stakeholder.
    pub id: ID,
    /// What sort of reason it is.
    pub kind: StandingReasonKind,
    /// Why, in words.
    pub why: Option<TextInput>,
    /// The first day on which it stands; today when absent.
    pub from: Option<Day>,
    /// The last day on which it stands.
    pub until: Day,
}

/// A stakeholder that is to be met again.
#[derive(InputObject, Clone, Debug)]
pub struct EndStandingReasonInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which stakeholder.
    pub id: ID,
    /// The day from which the reason stands no longer; today when absent.
    pub on: Option<Day>,
}

impl Act for SetStandingReasonInput {
    const NAME: &'static str = "setStandingReason";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let (id, allowed) = begin(tx, access::Act::SetStandingReason, &self.id).await?;
        let mut check = Check::default();
        let why = check.optional_text(&root.field("why"), self.why.as_ref());
        let from = self.from.map_or(tx.today(), |day| day.0);
        let until = self.until.0;
        check.span(
            (&root.field("from"), Some(from)),
            (&root.field("until"), Some(until)),
        );
        check.done()?;
        let had = standing_reasons(tx.conn(), id).await?;
        let (mut all, ended) = end(had, from);
        let new = standing_reason::Model {
            id: tx.new_id(),
            stakeholder_id: id,
            kind: self.kind.into(),
            why,
            from_day: from,
            until_day: until,
            ended_on: None,
        };
        all.push(new.clone());
        keep(tx, &allowed, id, &all, ended).await?;
        tx.insert(&new);
        Ok(id.into())
    }
}

impl Act for EndStandingReasonInput {
    const NAME: &'static str = "endStandingReason";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let path = Path::root().field("on");
        let (id, allowed) = begin(tx, access::Act::EndStandingReason, &self.id).await?;
        let on = self.on.map_or(tx.today(), |day| day.0);
        let mut check = Check::default();
        check.day(&path, on);
        check.done()?;
        let (all, ended) = end(standing_reasons(tx.conn(), id).await?, on);
        if ended.is_empty() {
            let message = "Nothing stands against meeting them from that day on.";
            let error = UserError::new(UserErrorCode::InvalidTransition, &path, message);
            return Err(error.into());
        }
        keep(tx, &allowed, id, &all, ended).await?;
        Ok(id.into())
    }
}

async fn begin(
    tx: &mut Tx,
    act: access::Act,
    raw: &ID,
) -> Result<(StakeholderId, Allowed), WriteError> {
    let mut check = Check::default();
    let id = check.id::<StakeholderId>(&Path::root().field("id"), raw);
    let id = check.done_with(id)?;
    Ok((id, allow_on(tx, act, id).await?))
}

/// All reasons once those that would stand on a day or later end on it, and which these are.
fn end(
    mut all: Vec<standing_reason::Model>,
    on: NaiveDate,
) -> (Vec<standing_reason::Model>, Vec<standing_reason::Model>) {
    let mut ended = Vec::new();
    for row in &mut all {
        if row.until_day >= on && row.ended_on.is_none_or(|already| already > on) {
            row.ended_on = Some(on);
            ended.push(row.clone());
        }
    }
    (all, ended)
}

/// Saves the stakeholder with these reasons, which nobody but coordinators sees change.
async fn keep(
    tx: &mut Tx,
    allowed: &Allowed,
    id: StakeholderId,
    all: &[standing_reason::Model],
    ended: Vec<standing_reason::Model>,
) -> Result<(), Fault> {
    let before: Whole<stakeholder::Model> = load(tx, id.into()).await?;
    let mut after = before.clone();
    after.set_part(part(STANDING_REASONS, all)?);
    after.unseen.push(STANDING_REASONS);
    save(tx, allowed, Some(&before), &after).await?;
    for row in ended {
        let row = row.into_active_model().reset_all();
        row.update(tx.conn()).await?;
    }
    Ok(())
}
