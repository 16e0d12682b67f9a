//! Lines of work as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::engagement;

use crate::concepts::access::CtxExt;
use crate::concepts::access::words::may_read_words;
use crate::concepts::engagements::read::{MembersOf, OpenTasksOf, TopicsOf};
use crate::concepts::engagements::write::OpenEngagementInput;
use crate::concepts::log::{payload, perform};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::last::LastMeetingUnder;
use crate::concepts::meetings::read::MeetingById;
use crate::concepts::members::face::Member;
use crate::concepts::programme::face::Programme;
use crate::concepts::records::{Head, seen, seen_all};
use crate::concepts::reference::topics::Topic;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::enums::EngagementStage;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Text;
use crate::kit::graphql::scalars::Day;

/// A line of work with one stakeholder.
#[derive(Clone, Debug)]
pub struct Engagement(pub engagement::Model);

/// One line of work with one stakeholder.
#[Object]
impl Engagement {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// What it is about.
    async fn title(&self) -> Text {
        self.0.title.clone().into()
    }

    /// What it is for; null when nobody wrote it, or when it is not for you.
    async fn purpose(&self, ctx: &Context<'_>) -> Option<Result<Text>> {
        let text = self.0.purpose.clone()?;
        self.words(ctx, text.into()).await.transpose()
    }

    /// What came of it; null while it goes on, or when it is not for you.
    async fn outcome(&self, ctx: &Context<'_>) -> Option<Result<Text>> {
        let text = self.0.outcome.clone()?;
        self.words(ctx, text.into()).await.transpose()
    }

    /// How far it has come.
    async fn stage(&self) -> EngagementStage {
        self.0.stage.into()
    }

    /// With whom; null when you may not see it.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        seen(ctx, Some(self.0.stakeholder_id)).await
    }

    /// The member who leads it; null when nobody does, or when you may not see her.
    async fn lead(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        seen(ctx, self.0.lead_id).await
    }

    /// The other members who work on it, as far as you may see them.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Member>> {
        let links = ctx.parts(MembersOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.member_id)).await
    }

    /// Its topics.
    async fn topics(&self, ctx: &Context<'_>) -> Result<Vec<Topic>> {
        let links = ctx.parts(TopicsOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.topic_id)).await
    }

    /// The programme under which it stands; null when none, or when you may not see it.
    async fn programme(&self, ctx: &Context<'_>) -> Option<Result<Programme>> {
        seen(ctx, self.0.programme_id).await
    }

    /// Its first day.
    async fn opened_on(&self) -> Day {
        Day(self.0.opened_on)
    }

    /// Its last day; null while it goes on.
    async fn concluded_on(&self) -> Option<Day> {
        self.0.concluded_on.map(Day)
    }

    /// The last held, two-way meeting under it that you may see; a public event does not count.
    /// Null when there is none.
    async fn last_meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        let found = async {
            let loaders = ctx.loaders()?;
            let Some(last) = loaders
                .load_one(LastMeetingUnder(self.0.id))
                .await?
                .flatten()
            else {
                return Ok(None);
            };
            Ok(loaders.load_one(MeetingById(last)).await?.map(Meeting))
        };
        found.await.transpose()
    }

    /// How many tasks of it and of its meetings are open, as far as you may see them.
    async fn open_tasks(&self, ctx: &Context<'_>) -> Result<i32> {
        let count = ctx.loaders()?.load_one(OpenTasksOf(self.0.id)).await?;
        Ok(i32::try_from(count.unwrap_or_default()).unwrap_or(i32::MAX))
    }
}

impl Engagement {
    async fn words(&self, ctx: &Context<'_>, text: Text) -> Result<Option<Text>> {
        let reads = may_read_words(ctx, [self.0.id.into()], self.0.words_audience).await?;
        Ok(reads.then_some(text))
    }
}

payload! {
    /// What came of opening a line of work.
    EngagementPayload {
        /// The line of work as it now is; null when nothing was done.
        engagement: Engagement
    }
}

/// Acts on lines of work.
#[derive(Default)]
pub struct EngagementsMutation;

/// Acts on lines of work.
#[Object]
impl EngagementsMutation {
    /// Opens a line of work with a stakeholder.
    async fn open_engagement(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The line of work.")] input: OpenEngagementInput,
    ) -> Result<EngagementPayload> {
        perform(ctx, input).await
    }
}
