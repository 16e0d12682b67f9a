//! Lists of commitments.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::commitment;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Expr, Func};

use crate::concepts::access::policy::may_filter;
use crate::concepts::access::{CtxExt, Field, Viewer};
use crate::concepts::commitments::face::Commitment;
use crate::concepts::commitments::ledger::LedgerLineInput;
use crate::concepts::commitments::read::{
    self, AmountsOf, BenefitingOf, CommitmentById, Filter, PartiesOf, StepsOf,
};
use crate::concepts::documents::read::DocumentById;
use crate::concepts::meetings::read::{MeetingById, WithOf};
use crate::concepts::people::read::PersonById;
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{list, one};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{
    CommitmentDirection, CommitmentKind, CommitmentStatus, OrderDirection,
};
use crate::kit::graphql::id::{optional_ids, optional_values};
use crate::kit::page::{Key, Limits, Ordering, Place};
use crate::kit::user_error::UserError;
use crate::kit::zone::no_day;

/// What a list of commitments is narrowed to; everything given must hold. An empty list of ids
/// or values finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct CommitmentFilter {
    /// Out of one of these.
    pub meeting_ids: Option<Vec<ID>>,
    /// In one of these.
    pub document_ids: Option<Vec<ID>>,
    /// Owed by or to one of these; where no office was named, out of a meeting with one of these.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// In one of these directions.
    pub directions: Option<Vec<CommitmentDirection>>,
    /// Of one of these sorts.
    pub kinds: Option<Vec<CommitmentKind>>,
    /// Standing in one of these, as the caucus judges; not for partners.
    pub statuses: Option<Vec<CommitmentStatus>>,
    /// Of which one of these districts would benefit.
    pub district_ids: Option<Vec<ID>>,
    /// Answering one of these asks.
    pub answers_ids: Option<Vec<ID>>,
    /// True: those that name no thing, sum or day. False: the others.
    pub is_vague: Option<bool>,
    /// True: asks that still wait and that nothing answers, as far as you may see. False: all
    /// else. Not for partners.
    pub is_unanswered: Option<bool>,
    /// True: those past their day that wait to be judged. False: all else. Not for partners.
    pub awaits_judgement: Option<bool>,
    /// True: promises of a predecessor that who holds the office now has not said again. False:
    /// all else. Not for partners.
    pub awaits_reconfirmation: Option<bool>,
    /// Of those that all else here lets through, those which this line of their ledger counts.
    pub on_line: Option<LedgerLineInput>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

impl CommitmentFilter {
    /// The filter, if the viewer may narrow by it.
    ///
    /// # Errors
    /// `FORBIDDEN` for what is not for her; `INVALID_ID` for an id of another kind.
    pub(super) fn checked(self, viewer: &Viewer) -> Result<Filter, UserError> {
        let by_judgement = self.statuses.is_some()
            || self.is_unanswered.is_some()
            || self.awaits_judgement.is_some();
        may_filter(viewer, Field::JudgedStatus, by_judgement)?;
        let by_holder = self.awaits_reconfirmation.is_some();
        may_filter(viewer, Field::Reconfirmation, by_holder)?;
        Ok(Filter {
            meetings: optional_ids(self.meeting_ids.as_ref())?,
            documents: optional_ids(self.document_ids.as_ref())?,
            stakeholders: optional_ids(self.stakeholder_ids.as_ref())?,
            directions: optional_values(self.directions),
            kinds: optional_values(self.kinds),
            statuses: optional_values(self.statuses),
            districts: optional_ids(self.district_ids.as_ref())?,
            answers: optional_ids(self.answers_ids.as_ref())?,
            is_vague: self.is_vague,
            is_unanswered: self.is_unanswered,
            awaits_judgement: self.awaits_judgement,
            awaits_reconfirmation: self.awaits_reconfirmation,
            on_line: self.on_line.map(Into::into),
            is_archived: self.archived.unwrap_or_default(),
        })
    }
}

/// By what a list of commitments is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitmentOrderField {
    /// The day by which it is due; what has none comes last.
    DueOn,
    /// When it was recorded.
    RecordedAt,
}

/// The order of a list of commitments. Without one: the newest first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct CommitmentOrder {
    /// By what.
    pub field: CommitmentOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

impl CommitmentOrder {
    fn or_usual(order: Option<Self>) -> Self {
        order.unwrap_or(Self {
            field: CommitmentOrderField::RecordedAt,
            direction: Some(OrderDirection::Desc),
        })
    }

    fn ordering(self) -> Ordering {
        use commitment::Column;
        let key = match self.field {
            CommitmentOrderField::DueOn => {
                let due = [Column::DueOn.into_expr(), Expr::value(no_day())];
                Func::coalesce(due).into()
            }
            CommitmentOrderField::RecordedAt => Column::RecordedAt.into_expr(),
        };
        Ordering {
            key,
            id: Column::Id.into_expr(),
            is_descending: self.direction == Some(OrderDirection::Desc),
        }
    }

    fn place(self, row: &commitment::Model) -> Place {
        let key = match self.field {
            CommitmentOrderField::DueOn => Key::Day(row.due_on.unwrap_or_else(no_day)),
            CommitmentOrderField::RecordedAt => Key::Instant(row.recorded_at),
        };
        Place { key, id: row.id.0 }
    }
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
        #[graphql(desc = "The order; the newest first when absent.")] order_by: Option<
            CommitmentOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Commitment>> {
        let filter = filter.unwrap_or_default().checked(ctx.viewer()?)?;
        let select = read::select(ctx.viewer()?, filter, ctx.reader()?.today);
        let order = CommitmentOrder::or_usual(order_by);
        let limits = Limits::of(first, after, last, before);
        let place = |row: &commitment::Model| order.place(row);
        let found = list(ctx, limits, select, &order.ordering(), place).await?;
        let parties = ["owedBy", "owedTo"];
        let of_meeting = ["meeting", "owedBy", "owedTo", "saidOn"];
        let id_of = |row: &commitment::Model| row.id;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &of_meeting, |row| row.meeting_id.map(MeetingById))
            .await?;
        found
            .ahead(ctx, &parties, |row| row.meeting_id.map(WithOf))
            .await?;
        found
            .ahead(ctx, &parties, |row| [PartiesOf(id_of(row))])
            .await?;
        found
            .ahead(ctx, &["steps"], |row| [StepsOf(id_of(row))])
            .await?;
        found
            .ahead(ctx, &["amounts"], |row| [AmountsOf(id_of(row))])
            .await?;
        found
            .ahead(ctx, &["repeats"], |row| row.repeats_id.map(CommitmentById))
            .await?;
        found
            .ahead(ctx, &["districts"], |row| [BenefitingOf(id_of(row))])
            .await?;
        found
            .ahead(ctx, &["answers"], |row| row.answers_id.map(CommitmentById))
            .await?;
        found
            .ahead(ctx, &["document"], |row| row.document_id.map(DocumentById))
            .await?;
        found
            .ahead(ctx, &["saidBy"], |row| row.said_by_id.map(PersonById))
            .await?;
        Ok(found.connection(Commitment))
    }
}
