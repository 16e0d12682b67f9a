//! Decisions: what a meeting approved, resolved, agreed.

pub mod record;
pub mod update;

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::decision;
use entity::ids::MeetingId;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::log::{Logged, Parts, payload, perform};
use crate::concepts::meetings;
use crate::concepts::meetings::decisions::record::RecordDecisionInput;
use crate::concepts::meetings::decisions::update::UpdateDecisionInput;
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::read::MeetingById;
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::{recorded_for, recorder};
use crate::concepts::records::order::RecordOrder;
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{Head, found, is_archived, list, one, seen};
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{DecisionKind, DecisionManner};
use crate::kit::graphql::id::{Kind, optional_ids, to_id};
use crate::kit::graphql::inputs::Text;
use crate::kit::page::Limits;

found!(Decision(decision) by DecisionById(DecisionId), visible);

impl Logged for decision::Model {
    const KIND: Kind = Kind::Decision;
    const OPEN: &'static [&'static str] = &["meeting_id", "position", "kind", "manner"];
    const PARTNERS: &'static [&'static str] = &["kind", "text", "manner"];

    async fn parts<C: ConnectionTrait>(&self, _conn: &C) -> Result<Parts, Fault> {
        Ok(Parts::new())
    }
}

/// Which decisions a viewer sees: with the people of their meeting; a partner, through it.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use decision::Column;
    let people_of = [Column::Id, Column::MeetingId].map(sea_orm::ColumnTrait::into_expr);
    let facts = crate::concepts::access::visible(viewer, Column::Audience, &people_of);
    if !viewer.is_partner() {
        return facts;
    }
    Condition::all()
        .add(facts)
        .add(Column::ArchivedOn.is_null())
        .add(Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)))
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision(pub decision::Model);

/// Something that a meeting decided.
#[Object]
impl Decision {
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

    /// The member for whom somebody else recorded it; null when the one who recorded it did so for
    /// herself, or when that is not for you.
    async fn recorded_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        recorded_for(ctx, self.0.id.into()).await.transpose()
    }

    /// What sort of decision it is.
    async fn kind(&self) -> DecisionKind {
        self.0.kind.into()
    }

    /// What was decided.
    async fn text(&self) -> Text {
        self.0.text.clone().into()
    }

    /// How it was taken; null when nobody said.
    async fn manner(&self) -> Option<DecisionManner> {
        self.0.manner.map(Into::into)
    }

    /// The meeting that took it; null when you may not see it.
    async fn meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, Some(self.0.meeting_id)).await
    }
}

/// What a list of decisions is narrowed to; everything given must hold. An empty list of ids or
/// kinds finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct DecisionFilter {
    /// Of one of these.
    pub meeting_ids: Option<Vec<ID>>,
    /// Of one of these.
    pub kinds: Option<Vec<DecisionKind>>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

/// Reads of decisions.
#[derive(Default)]
pub struct DecisionsQuery;

/// Reads of decisions.
#[Object]
impl DecisionsQuery {
    /// A decision by id; null when there is none, or none that you may see.
    async fn decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Decision>> {
        one(ctx, &id).await.transpose()
    }

    /// The decisions that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn decisions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<DecisionFilter>,
        #[graphql(desc = "The order; the newest first when absent.")] order_by: Option<RecordOrder>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Decision>> {
        use decision::Column;
        let filter = filter.unwrap_or_default();
        let mut all = Condition::all()
            .add(visible(ctx.viewer()?))
            .add(is_archived(
                Column::ArchivedOn,
                filter.archived.unwrap_or_default(),
            ));
        if let Some(asked) = optional_ids::<MeetingId>(filter.meeting_ids.as_ref())? {
            let seen = meetings::read::seen(ctx.viewer()?, asked);
            all = all.add(Column::MeetingId.in_subquery(seen));
        }
        if let Some(kinds) = filter.kinds {
            all = all
                .add(Column::Kind.is_in(kinds.into_iter().map(entity::enums::DecisionKind::from)));
        }
        let order = RecordOrder::or_usual(order_by);
        let ordering = order.ordering(Column::RecordedAt, Column::Id);
        let limits = Limits::of(first, after, last, before);
        let select = decision::Entity::find().filter(all);
        let found = list(ctx, limits, select, &ordering, |row| order.place(row)).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["meeting"], |row| [MeetingById(row.meeting_id)])
            .await?;
        Ok(found.connection(Decision))
    }
}

payload! {
    /// What came of an act on a decision.
    DecisionPayload {
        /// The decision as it now is; null when nothing was done.
        decision: Decision
    }
}

/// Acts on decisions.
#[derive(Default)]
pub struct DecisionsMutation;

/// Acts on decisions.
#[Object]
impl DecisionsMutation {
    /// Records a decision of a meeting that is logged already. For whoever may change the meeting.
    /// Partners see it where a coordinator records it at a meeting that is open to them.
    async fn record_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The decision.")] input: RecordDecisionInput,
    ) -> Result<DecisionPayload> {
        perform(ctx, input).await
    }

    /// Sets a decision right: its text, its kind, how it was taken. For whoever may change its
    /// meeting.
    async fn update_decision(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateDecisionInput,
    ) -> Result<DecisionPayload> {
        perform(ctx, input).await
    }
}
