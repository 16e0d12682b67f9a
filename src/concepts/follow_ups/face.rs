//! Tasks as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::follow_up_action;

use crate::concepts::access::CtxExt;
use crate::concepts::commitments::face::Commitment;
use crate::concepts::engagements::face::Engagement;
use crate::concepts::engagements::read::EngagementById;
use crate::concepts::follow_ups::input::{
    AssignFollowUpInput, CompleteFollowUpInput, ReopenFollowUpInput, UpdateFollowUpInput,
};
use crate::concepts::follow_ups::read::HelpersOf;
use crate::concepts::follow_ups::rules::is_overdue;
use crate::concepts::log::{payload, perform};
use crate::concepts::meetings::decisions::Decision;
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::read::{MeetingById, WithOf};
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::{recorded_for, recorder};
use crate::concepts::records::{Head, seen, seen_all};
use crate::concepts::stakeholders::face::Stakeholder;
use crate::concepts::stakeholders::read::StakeholderById;
use crate::kit::graphql::enums::{FollowUpStatus, Priority};
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Text;
use crate::kit::graphql::scalars::Day;

/// A task.
#[derive(Clone, Debug)]
pub struct FollowUpAction(pub follow_up_action::Model);

/// A task: what is to be done, by whom, by when, and out of what it came.
#[Object]
impl FollowUpAction {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Who gave it; null when the program did, or when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        recorder(ctx, self.0.id.into()).await.transpose()
    }

    /// The member for whom somebody else recorded it; null when the one who recorded it did so for
    /// herself, or when that is not for you.
    async fn recorded_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        recorded_for(ctx, self.0.id.into()).await.transpose()
    }

    /// What is to be done.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// Who answers for it; null when you may not see her.
    async fn owner(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        seen(ctx, Some(self.0.owner_id)).await
    }

    /// Who helps, as far as you may see them.
    async fn helpers(&self, ctx: &Context<'_>) -> Result<Vec<Person>> {
        let links = ctx.parts(HelpersOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.person_id)).await
    }

    /// By when; null when no day was set.
    async fn due_on(&self) -> Option<Day> {
        self.0.due_on.map(Day)
    }

    /// How much it presses.
    async fn priority(&self) -> Priority {
        self.0.priority.into()
    }

    /// How far it has come.
    async fn status(&self) -> FollowUpStatus {
        self.0.status.into()
    }

    /// Whether it is past its day. Due today is not overdue.
    fn is_overdue(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(is_overdue(&self.0, ctx.reader()?.today))
    }

    /// The day from which it is open.
    async fn opened_on(&self) -> Day {
        Day(self.0.opened_on)
    }

    /// The day on which it was done; null while it is not.
    async fn completed_on(&self) -> Option<Day> {
        self.0.completed_on.map(Day)
    }

    /// The meeting out of which it came; null when none, or when you may not see it.
    async fn meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, self.0.meeting_id).await
    }

    /// The decision out of which it came; null when none, or when you may not see it.
    async fn decision(&self, ctx: &Context<'_>) -> Option<Result<Decision>> {
        seen(ctx, self.0.decision_id).await
    }

    /// The commitment out of which it came; null when none, or when you may not see it.
    async fn commitment(&self, ctx: &Context<'_>) -> Option<Result<Commitment>> {
        seen(ctx, self.0.commitment_id).await
    }

    /// The line of work to which it belongs; null when none, or when you may not see it.
    async fn engagement(&self, ctx: &Context<'_>) -> Option<Result<Engagement>> {
        seen(ctx, self.0.engagement_id).await
    }

    /// The offices that it is about: those of its meeting or of its line of work, as far as you
    /// may see them and what they come through.
    async fn stakeholders(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        let loaders = ctx.loaders()?;
        let mut keys = Vec::new();
        if let Some(id) = self.0.meeting_id
            && loaders.load_one(MeetingById(id)).await?.is_some()
        {
            let with = loaders.load_one(WithOf(id)).await?.unwrap_or_default();
            keys.extend(
                with.iter()
                    .filter_map(|row| row.stakeholder_id.map(StakeholderById)),
            );
        }
        if let Some(id) = self.0.engagement_id
            && let Some(engagement) = loaders.load_one(EngagementById(id)).await?
        {
            keys.push(StakeholderById(engagement.stakeholder_id));
        }
        ctx.listed(keys.len())?;
        let mut found = loaders.load_many(keys.iter().copied()).await?;
        Ok(keys
            .iter()
            .filter_map(|key| found.remove(key))
            .map(Stakeholder)
            .collect())
    }
}

payload! {
    /// What came of giving, setting right, ticking or unticking a task.
    FollowUpActionPayload {
        /// The task as it now is; null when nothing was done, or when it was and you see the task no
        /// longer, having given it away: `userErrors` tells the one from the other.
        follow_up_action: FollowUpAction
    }
}

/// Acts on tasks.
#[derive(Default)]
pub struct FollowUpsMutation;

/// Acts on tasks.
#[Object]
impl FollowUpsMutation {
    /// Gives somebody a task.
    async fn assign_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: AssignFollowUpInput,
    ) -> Result<FollowUpActionPayload> {
        perform(ctx, input).await
    }

    /// Sets a task right: what, who, by when. For who gave it, who owns it, and coordinators.
    async fn update_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateFollowUpInput,
    ) -> Result<FollowUpActionPayload> {
        perform(ctx, input).await
    }

    /// Ticks a task. Undone by `reopenFollowUp`.
    async fn complete_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which task, and when it was done.")] input: CompleteFollowUpInput,
    ) -> Result<FollowUpActionPayload> {
        perform(ctx, input).await
    }

    /// Unticks a task.
    async fn reopen_follow_up(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which task.")] input: ReopenFollowUpInput,
    ) -> Result<FollowUpActionPayload> {
        perform(ctx, input).await
    }
}
