//! A stakeholder as the API shows it.

use std::hash::Hash;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, ID, Object, Result};
use entity::ids::MeetingId;
use entity::stakeholder;

use crate::concepts::access::context::Reader;
use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::follow_ups::read::{OpenTask, TasksAbout};
use crate::concepts::log::{payload, perform};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::last::{LastAttendedBy, LastMeetingWith};
use crate::concepts::members::face::Member;
use crate::concepts::members::read::MemberById;
use crate::concepts::people::face::Post;
use crate::concepts::people::read::PostsAt;
use crate::concepts::records::{Head, seen, seen_all};
use crate::concepts::reference::districts::District;
use crate::concepts::reference::topics::Topic;
use crate::concepts::stakeholders::assessments::{self, Assessment};
use crate::concepts::stakeholders::input::{CreateStakeholderInput, UpdateStakeholderInput};
use crate::concepts::stakeholders::read::{AliasesOf, DistrictsOf, TopicsOf};
use crate::concepts::stakeholders::standing::{self, StandingReason};
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::StakeholderCategory;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Name;
use crate::kit::graphql::scalars::Day;

/// A stakeholder.
#[derive(Clone, Debug)]
pub struct Stakeholder(pub stakeholder::Model);

/// An office, organisation or collective that the caucus engages.
#[Object]
impl Stakeholder {
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

    /// Its short name; null when it has none.
    async fn short_name(&self) -> Option<&str> {
        self.0.short_name.as_deref()
    }

    /// Other names by which people look for it.
    async fn aliases(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        let found = ctx.parts(AliasesOf(self.0.id)).await?;
        Ok(found.into_iter().map(|row| row.alias).collect())
    }

    /// What sort of office or organisation it is.
    async fn category(&self) -> StakeholderCategory {
        self.0.category.into()
    }

    /// What it is a part of; null when it stands by itself, or when you may not see that.
    async fn parent(&self, ctx: &Context<'_>) -> Option<Result<Self>> {
        seen(ctx, self.0.parent_id).await
    }

    /// The topmost of the same category above it, or itself: offices fold into it where
    /// institutions are counted. Null when you may not see that.
    async fn institution(&self, ctx: &Context<'_>) -> Option<Result<Self>> {
        seen(ctx, Some(self.0.institution_id)).await
    }

    /// Whether it works in the whole province.
    async fn is_province_wide(&self) -> bool {
        self.0.is_province_wide
    }

    /// The districts in which it works.
    async fn districts(&self, ctx: &Context<'_>) -> Result<Vec<District>> {
        let links = ctx.parts(DistrictsOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.district_id)).await
    }

    /// The topics on which it works.
    async fn topics(&self, ctx: &Context<'_>) -> Result<Vec<Topic>> {
        let links = ctx.parts(TopicsOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.topic_id)).await
    }

    /// The member who keeps up the relation; null when nobody does, or when that is not for you.
    async fn owner(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        let key = MemberById(self.0.owner_id?);
        let found = async {
            if !may_read(ctx.viewer()?.role, Field::StakeholderOwner) {
                return Ok(None);
            }
            Ok(ctx.loaders()?.load_one(key).await?.map(Member))
        };
        found.await.transpose()
    }

    /// Since when it is to be reached.
    async fn in_scope_since(&self) -> Day {
        Day(self.0.in_scope_since)
    }

    /// The most days that may lie between two meetings with it; null where nobody said how often it
    /// is to be met, or when that is not for you.
    async fn cadence_days(&self, ctx: &Context<'_>) -> Option<Result<i32>> {
        let days = self.0.cadence_days?;
        let is_shown = ctx
            .viewer()
            .map(|viewer| may_read(viewer.role, Field::StakeholderCadence));
        is_shown
            .map(|is_shown| is_shown.then_some(days))
            .transpose()
    }

    /// How coordinators judged it, the last day first; null when that is not for you.
    async fn assessments(&self, ctx: &Context<'_>) -> Option<Result<Vec<Assessment>>> {
        assessments::shown(ctx, self.0.id).await.transpose()
    }

    /// Why it need not be met today; null where nothing stands against it, or when that is not for
    /// you.
    async fn standing_reason(&self, ctx: &Context<'_>) -> Option<Result<StandingReason>> {
        standing::shown(ctx, self.0.id).await.transpose()
    }

    /// Who holds or held posts there, the present holders first: of these her whose post was on
    /// record first, or who follows in it. Empty when that is not for you.
    async fn posts(&self, ctx: &Context<'_>) -> Result<Vec<Post>> {
        if !may_read(ctx.viewer()?.role, Field::StakeholderPosts) {
            return Ok(Vec::new());
        }
        let found = ctx.parts(PostsAt(self.0.id)).await?;
        Ok(found.into_iter().map(Post).collect())
    }

    /// The last held, two-way meeting that you may see which it attended, or an office that folds
    /// into it; a public event does not count. Null when there is none.
    async fn last_meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        last_meeting(ctx, LastMeetingWith(self.0.id))
            .await
            .transpose()
    }

    /// The last held meeting of any kind that you may see which it attended, or an office that folds
    /// into it, be it a public event; null when there is none.
    async fn last_attended(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        last_meeting(ctx, LastAttendedBy(self.0.id))
            .await
            .transpose()
    }

    /// How many tasks about it are open: out of its meetings or its lines of work.
    async fn open_tasks(&self, ctx: &Context<'_>) -> Result<i32> {
        let tasks = self.tasks(ctx).await?;
        Ok(i32::try_from(tasks.len()).unwrap_or(i32::MAX))
    }

    /// How many of them are past their day. Due today is not overdue.
    async fn overdue_tasks(&self, ctx: &Context<'_>) -> Result<i32> {
        let today = ctx.reader()?.today;
        let tasks = self.tasks(ctx).await?;
        let overdue = tasks
            .iter()
            .filter(|task| task.due_on.is_some_and(|due| due < today));
        Ok(i32::try_from(overdue.count()).unwrap_or(i32::MAX))
    }
}

impl Stakeholder {
    /// The tasks about it, which are counted and not shown.
    async fn tasks(&self, ctx: &Context<'_>) -> Result<Vec<OpenTask>> {
        let found = ctx.loaders()?.load_one(TasksAbout(self.0.id)).await?;
        Ok(found.unwrap_or_default())
    }
}

payload! {
    /// What came of adding or changing a stakeholder.
    StakeholderPayload {
        /// The stakeholder as it now is; null when nothing was done.
        stakeholder: Stakeholder
    }
}

/// Acts on stakeholders.
#[derive(Default)]
pub struct StakeholdersMutation;

/// Acts on stakeholders.
#[Object]
impl StakeholdersMutation {
    /// Adds an office or organisation.
    async fn create_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The stakeholder.")] input: CreateStakeholderInput,
    ) -> Result<StakeholderPayload> {
        perform(ctx, input).await
    }

    /// Changes an office or organisation.
    async fn update_stakeholder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateStakeholderInput,
    ) -> Result<StakeholderPayload> {
        perform(ctx, input).await
    }
}

async fn last_meeting<K>(ctx: &Context<'_>, key: K) -> Result<Option<Meeting>>
where
    K: Copy + Eq + Hash + Send + Sync + 'static,
    Reader: Loader<K, Value = Option<MeetingId>, Error = Fault>,
{
    let last = ctx.loaders()?.load_one(key).await?.flatten();
    seen(ctx, last).await.transpose()
}
