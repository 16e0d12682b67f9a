//! Why a stakeholder need not be met for a time: it is taken out of those whom we miss until then.
//! For coordinators alone.

pub mod write;

use async_graphql::{Context, Object, Result};
use entity::ids::StakeholderId;
use entity::standing_reason;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::log::perform;
use crate::concepts::records::links::rows_of;
use crate::concepts::stakeholders::face::StakeholderPayload;
use crate::concepts::stakeholders::standing::write::{
    EndStandingReasonInput, SetStandingReasonInput,
};
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::StandingReasonKind;
use crate::kit::graphql::inputs::Text;
use crate::kit::graphql::scalars::Day;

/// The part of a stakeholder under which the log keeps them.
pub const STANDING_REASONS: &str = "standing_reasons";

rows_of! {
    /// Asks why a stakeholder need not be met, at whatever time.
    StandingReasonsOf(StakeholderId) => standing_reason by StakeholderId, ordered by FromDay, Id
}

/// Why a stakeholder need not be met, at whatever time.
///
/// # Errors
/// When the database does not answer.
pub async fn standing_reasons<C: ConnectionTrait>(
    conn: &C,
    of: StakeholderId,
) -> Result<Vec<standing_reason::Model>, Fault> {
    Ok(standing_reason::Entity::find()
        .filter(standing_reason::Column::StakeholderId.eq(of))
        .order_by_asc(standing_reason::Column::Id)
        .all(conn)
        .await?)
}

/// Why a stakeholder need not be met today; `None` when nothing stands against it, or when that is
/// not for the viewer.
///
/// # Errors
/// When the database does not answer.
pub async fn shown(ctx: &Context<'_>, of: StakeholderId) -> Result<Option<StandingReason>> {
    if !may_read(ctx.viewer()?.role, Field::StakeholderStanding) {
        return Ok(None);
    }
    let today = ctx.reader()?.today;
    let rows = ctx.parts(StandingReasonsOf(of)).await?;
    let standing = rows.into_iter().rev().find(|row| row.stands_on(today));
    Ok(standing.map(StandingReason))
}

/// Why a stakeholder need not be met.
#[derive(Clone, Debug)]
pub struct StandingReason(pub standing_reason::Model);

/// Why a stakeholder need not be met for a time.
#[Object]
impl StandingReason {
    /// What sort of reason it is.
    async fn kind(&self) -> StandingReasonKind {
        self.0.kind.into()
    }

    /// Why, in words; null when nobody wrote any.
    async fn why(&self) -> Option<Text> {
        self.0.why.clone().map(Into::into)
    }

    /// The first day on which it stands.
    async fn from(&self) -> Day {
        Day(self.0.from_day)
    }

    /// The last day on which it stands.
    async fn until(&self) -> Day {
        Day(self.0.until_day)
    }
}

/// Acts on why stakeholders need not be met.
#[derive(Default)]
pub struct StandingMutation;

/// Acts on why stakeholders need not be met.
#[Object]
impl StandingMutation {
    /// Says why a stakeholder need not be met until a day. What stood before ends by it.
    async fn set_standing_reason(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The reason.")] input: SetStandingReasonInput,
    ) -> Result<StakeholderPayload> {
        perform(ctx, input).await
    }

    /// Says that a stakeholder is to be met again, before the reason against it ran out.
    async fn end_standing_reason(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which.")] input: EndStandingReasonInput,
    ) -> Result<StakeholderPayload> {
        perform(ctx, input).await
    }
}
