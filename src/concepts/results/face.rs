//! Target lists as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::target_list;

use crate::concepts::access::CtxExt;
use crate::concepts::log::{payload, perform};
use crate::concepts::records::{Head, seen_all};
use crate::concepts::results::input::{
    ApproveTargetListInput, CreateTargetListInput, UpdateTargetListInput,
};
use crate::concepts::results::read::StakeholdersOfList;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Name;
use crate::kit::graphql::scalars::Day;

/// A target list.
#[derive(Clone, Debug)]
pub struct TargetList(pub target_list::Model);

/// The stakeholders to be met in a period. Once it is approved it is frozen but for who may see it, and
/// coverage of a period within its own counts by it. Who archives it ends it: it counts no more where
/// states are judged on that day or later, and still does where they are judged before.
#[Object]
impl TargetList {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Its name.
    async fn name(&self) -> Name {
        Name {
            en: self.0.name_en.clone(),
            ur: self.0.name_ur.clone(),
        }
    }

    /// The first day of its period.
    async fn from(&self) -> Day {
        Day(self.0.from_day)
    }

    /// The last day of its period.
    async fn to(&self) -> Day {
        Day(self.0.to_day)
    }

    /// The day on which it was approved; null while it is not.
    async fn approved_on(&self) -> Option<Day> {
        self.0.approved_on.map(Day)
    }

    /// Who is to be met, as far as you may see them. A partner who sees the list reads by it the names
    /// of offices of her categories, met or not; whether it names others, and how many, she is not told.
    async fn stakeholders(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        let links = ctx.parts(StakeholdersOfList(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.stakeholder_id)).await
    }
}

payload! {
    /// What came of making, changing or approving a target list.
    TargetListPayload {
        /// The list as it now is; null when nothing was done.
        target_list: TargetList
    }
}

/// Acts on target lists.
#[derive(Default)]
pub struct TargetListsMutation;

/// Acts on target lists.
#[Object]
impl TargetListsMutation {
    /// Makes a list of the stakeholders to be met in a period. Coordinators only.
    async fn create_target_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The list.")] input: CreateTargetListInput,
    ) -> Result<TargetListPayload> {
        perform(ctx, input).await
    }

    /// Changes a target list; of an approved one, who may see it. Coordinators only.
    async fn update_target_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateTargetListInput,
    ) -> Result<TargetListPayload> {
        perform(ctx, input).await
    }

    /// Approves a target list, which freezes it. Coordinators only.
    async fn approve_target_list(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which list, and when.")] input: ApproveTargetListInput,
    ) -> Result<TargetListPayload> {
        perform(ctx, input).await
    }
}
