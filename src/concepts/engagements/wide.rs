//! Lines of work in a list, with what was asked for beside each in the same statement, since the
//! number of statements is what a list costs.

use async_graphql::Context;
use entity::ids::MeetingId;
use entity::{engagement, member, person, stakeholder};
use sea_orm::{
    Condition, DbErr, EntityTrait, FromQueryResult, JoinType, QueryResult, QuerySelect,
    RelationDef, Select,
};

use crate::concepts::access::context::{Loaders, prime};
use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::engagements::read::{OpenTasksOf, open_tasks_of_outer};
use crate::concepts::meetings::last::{LastMeetingUnder, last_under_outer};
use crate::concepts::meetings::read::MeetingById;
use crate::concepts::members::read::MemberById;
use crate::concepts::people::read::PersonById;
use crate::concepts::stakeholders::read::StakeholderById;
use crate::concepts::{members, people, stakeholders};
use crate::kit::beside::{read_beside, read_value, select_beside};
use crate::kit::fault::Fault;

const STAKEHOLDER: &str = "with_";
const LEAD: &str = "member_";
const PERSON: &str = "person_";
const LAST_MEETING: &str = "last_meeting";
const OPEN_TASKS: &str = "open_tasks";

/// What was asked for beside each line of work.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each stands for a field of the API that was selected or not"
)]
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    stakeholder: bool,
    lead: bool,
    person: bool,
    last_meeting: bool,
    open_tasks: bool,
}

/// A line of work with what was asked for beside it, as far as the viewer may see it.
#[derive(Clone, Debug)]
pub struct Wide {
    /// The line of work.
    pub row: engagement::Model,
    stakeholder: Option<stakeholder::Model>,
    lead: Option<member::Model>,
    person: Option<person::Model>,
    last_meeting: Option<MeetingId>,
    open_tasks: Option<i64>,
}

impl FromQueryResult for Wide {
    fn from_query_result(found: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            row: engagement::Model::from_query_result(found, prefix)?,
            stakeholder: read_beside::<stakeholder::Entity>(found, STAKEHOLDER)?,
            lead: read_beside::<member::Entity>(found, LEAD)?,
            person: read_beside::<person::Entity>(found, PERSON)?,
            last_meeting: read_value(found, LAST_MEETING)?,
            open_tasks: read_value(found, OPEN_TASKS)?,
        })
    }
}

impl Asked {
    /// Of the nodes of the list that is being answered.
    #[must_use]
    pub fn of(ctx: &Context<'_>) -> Self {
        Self {
            stakeholder: ctx.asked_of_nodes("stakeholder"),
            lead: ctx.asked_of_nodes("lead"),
            person: ctx.asked_below_nodes(&["lead", "person"]),
            last_meeting: ctx.asked_of_nodes("lastMeeting"),
            open_tasks: ctx.asked_of_nodes("openTasks"),
        }
    }

    /// Adds it to the statement.
    #[must_use]
    pub fn join(
        self,
        viewer: &Viewer,
        mut select: Select<engagement::Entity>,
    ) -> Select<engagement::Entity> {
        if self.stakeholder {
            let seen = stakeholders::read::visible(viewer);
            select = select.join(JoinType::LeftJoin, seen_only(to_stakeholder(), seen));
            select = select_beside(select, stakeholder::Entity, STAKEHOLDER);
        }
        if self.lead {
            let seen = members::read::visible(viewer);
            select = select.join(JoinType::LeftJoin, seen_only(to_lead(), seen));
            select = select_beside(select, member::Entity, LEAD);
        }
        if self.person {
            let seen = people::read::visible(viewer);
            select = select.join(JoinType::LeftJoin, seen_only(to_person(), seen));
            select = select_beside(select, person::Entity, PERSON);
        }
        if self.last_meeting {
            select = select.expr_as(last_under_outer(viewer), LAST_MEETING);
        }
        if self.open_tasks {
            select = select.expr_as(open_tasks_of_outer(viewer), OPEN_TASKS);
        }
        select
    }

    /// Hands what was read to the batches of the request, where the resolvers look for it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn feed(
        self,
        loaders: &Loaders,
        rows: impl Iterator<Item = &Wide> + Clone + Send,
    ) -> Result<(), Fault> {
        let found = rows.clone().filter_map(|wide| wide.stakeholder.clone());
        let found = found.map(|row| (StakeholderById(row.id), row));
        loaders.feed_many(found).await;
        let found = rows.clone().filter_map(|wide| wide.lead.clone());
        let found = found.map(|row| (MemberById(row.id), row));
        loaders.feed_many(found).await;
        let found = rows.clone().filter_map(|wide| wide.person.clone());
        let found = found.map(|row| (PersonById(row.id), row));
        loaders.feed_many(found).await;
        if self.last_meeting {
            let last = rows.clone();
            let last = last.map(|wide| (LastMeetingUnder(wide.row.id), wide.last_meeting));
            loaders.feed_many(last).await;
        }
        let counts = rows.clone().filter_map(|wide| {
            let count = usize::try_from(wide.open_tasks?).ok()?;
            Some((OpenTasksOf(wide.row.id), count))
        });
        loaders.feed_many(counts).await;
        let met = rows.filter_map(|wide| wide.last_meeting.map(MeetingById));
        prime(loaders, self.last_meeting, met).await
    }
}

/// Joins only what the viewer may see.
fn seen_only(relation: RelationDef, seen: Condition) -> RelationDef {
    relation.on_condition(move |_, _| seen.clone())
}

fn to_stakeholder() -> RelationDef {
    engagement::Entity::belongs_to(stakeholder::Entity)
        .from(engagement::Column::StakeholderId)
        .to(stakeholder::Column::Id)
        .into()
}

fn to_lead() -> RelationDef {
    engagement::Entity::belongs_to(member::Entity)
        .from(engagement::Column::LeadId)
        .to(member::Column::Id)
        .into()
}

fn to_person() -> RelationDef {
    member::Entity::belongs_to(person::Entity)
        .from(member::Column::PersonId)
        .to(person::Column::Id)
        .into()
}
