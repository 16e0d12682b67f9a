//! How coordinators judge a stakeholder: how much it counts, how much it cares, where it stands. For
//! them alone: for all others there are no assessments.

pub mod write;

use async_graphql::{Context, ID, Object, Result};
use entity::assessment;
use entity::enums::Role;
use entity::ids::StakeholderId;
use sea_orm::Condition;
use sea_orm::sea_query::SimpleExpr;

use crate::concepts::access::{CtxExt, Field, Viewer, may_read};
use crate::concepts::log::{payload, perform};
use crate::concepts::people::face::Person;
use crate::concepts::records::face::recorder;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{Head, found, seen};
use crate::concepts::reference::topics::Topic;
use crate::concepts::stakeholders::assessments::write::AssessStakeholderInput;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::enums::Stance;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::scalars::Day;

found!(Assessment(assessment) by AssessmentById(AssessmentId), visible);

rows_of! {
    /// Asks how a stakeholder was judged.
    AssessmentsOf(StakeholderId) => assessment by StakeholderId, ordered by AssessedOn, Id
}

/// Which assessments a viewer sees: a coordinator all, others none, whoever recorded them.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    match viewer.role {
        Role::Coordinator => Condition::all(),
        Role::Member | Role::Aide | Role::Partner | Role::Admin => {
            Condition::all().add(SimpleExpr::from(false))
        }
    }
}

/// The assessments of a stakeholder that are in use, the last day first; `None` when they are not
/// for the viewer.
///
/// # Errors
/// When the database does not answer.
pub async fn shown(ctx: &Context<'_>, of: StakeholderId) -> Result<Option<Vec<Assessment>>> {
    if !may_read(ctx.viewer()?.role, Field::StakeholderStanding) {
        return Ok(None);
    }
    let rows = ctx.parts(AssessmentsOf(of)).await?.into_iter().rev();
    let in_use = rows.filter(|row| row.archived_on.is_none());
    Ok(Some(in_use.map(Assessment).collect()))
}

/// An assessment.
#[derive(Clone, Debug)]
pub struct Assessment(pub assessment::Model);

/// How coordinators judged a stakeholder on a day. One that was a slip is archived.
#[Object]
impl Assessment {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Who recorded it; null when the program did.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        recorder(ctx, self.0.id.into()).await.transpose()
    }

    /// Who was judged; null when you may not see it.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        seen(ctx, Some(self.0.stakeholder_id)).await
    }

    /// The day of which it speaks.
    async fn assessed_on(&self) -> Day {
        Day(self.0.assessed_on)
    }

    /// How much it can do for or against the caucus, from 1, the least, to 5.
    async fn influence(&self) -> i32 {
        self.0.influence
    }

    /// How much it cares, from 1, the least, to 5.
    async fn interest(&self) -> i32 {
        self.0.interest
    }

    /// Where it stands.
    async fn stance(&self) -> Stance {
        self.0.stance.into()
    }

    /// On which topic; null where it is on the aims of the caucus.
    async fn topic(&self, ctx: &Context<'_>) -> Option<Result<Topic>> {
        seen(ctx, self.0.topic_id).await
    }
}

payload! {
    /// What came of judging a stakeholder.
    AssessmentPayload {
        /// The assessment; null when nothing was done.
        assessment: Assessment
    }
}

/// Acts on assessments.
#[derive(Default)]
pub struct AssessmentsMutation;

/// Acts on assessments.
#[Object]
impl AssessmentsMutation {
    /// Judges a stakeholder: how much it counts, how much it cares, where it stands. For
    /// coordinators alone.
    async fn assess_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The assessment.")] input: AssessStakeholderInput,
    ) -> Result<AssessmentPayload> {
        perform(ctx, input).await
    }
}
