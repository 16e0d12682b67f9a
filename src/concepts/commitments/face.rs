//! Commitments as the API shows them.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::commitment;

use crate::concepts::access::CtxExt;
use crate::concepts::commitments::read::{self, Filter};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::read::MeetingById;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::recorder;
use crate::concepts::records::order::RecordOrder;
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{Head, list, one, seen};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::CommitmentDirection;
use crate::kit::graphql::id::{optional_ids, optional_values, to_id};
use crate::kit::graphql::inputs::Text;
use crate::kit::graphql::scalars::Day;
use crate::kit::page::Limits;

/// An ask or a promise.
#[derive(Clone, Debug)]
pub struct Commitment(pub commitment::Model);

/// An ask or a promise.
#[Object]
impl Commitment {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Who recorded it; null when the program did, or when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        recorder(ctx, self.0.id.into()).await.transpose()
    }

    /// Who asks or promises whom.
    async fn direction(&self) -> CommitmentDirection {
        self.0.direction.into()
    }

    /// What is asked or promised.
    async fn text(&self) -> Text {
        self.0.text.clone().into()
    }

    /// By when; null when no day was named.
    async fn due_on(&self) -> Option<Day> {
        self.0.due_on.map(Day)
    }

    /// The meeting out of which it came; null when none, or when you may not see it.
    async fn meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, self.0.meeting_id).await
    }
}

/// What a list of commitments is narrowed to; everything given must hold. An empty list of ids
/// or directions finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct CommitmentFilter {
    /// Out of one of these.
    pub meeting_ids: Option<Vec<ID>>,
    /// Out of a meeting with one of these.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// In one of these directions.
    pub directions: Option<Vec<CommitmentDirection>>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

/// Reads of commitments.
#[derive(Default)]
pub struct CommitmentsQuery;

/// Reads of commitments.
#[Object]
impl CommitmentsQuery {
    /// A commitment by id; null when there is none, or none that you may see.
    async fn commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Commitment>> {
        one(ctx, &id).await.transpose()
    }

    /// The commitments that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn commitments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<CommitmentFilter>,
        #[graphql(desc = "The order; the newest first when absent.")] order_by: Option<RecordOrder>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Commitment>> {
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            meetings: optional_ids(filter.meeting_ids.as_ref())?,
            stakeholders: optional_ids(filter.stakeholder_ids.as_ref())?,
            directions: optional_values(filter.directions),
            is_archived: filter.archived.unwrap_or_default(),
        };
        let select = read::select(ctx.viewer()?, filter);
        let order = RecordOrder::or_usual(order_by);
        let ordering = order.ordering(commitment::Column::RecordedAt, commitment::Column::Id);
        let limits = Limits::of(first, after, last, before);
        let found = list(ctx, limits, select, &ordering, |row| order.place(row)).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["meeting"], |row| row.meeting_id.map(MeetingById))
            .await?;
        Ok(found.connection(Commitment))
    }
}
