//! Lists of documents.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::document;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Expr, Func};

use crate::concepts::access::CtxExt;
use crate::concepts::documents::face::Document;
use crate::concepts::documents::read::{self, DocumentById, Filter, IsAnswered, PartiesOfDocument};
use crate::concepts::meetings::query::PeriodInput;
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{list, one};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{DocumentKind, OrderDirection};
use crate::kit::graphql::id::{optional_ids, optional_values};
use crate::kit::page::{Key, Limits, Ordering, Place};
use crate::kit::user_error::Path;
use crate::kit::zone::no_day;

/// What a list of documents is narrowed to; everything given must hold. An empty list of ids or
/// kinds finds nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct DocumentFilter {
    /// Of one of these kinds.
    pub kinds: Option<Vec<DocumentKind>>,
    /// With one of these.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// Answering one of these.
    pub answers_ids: Option<Vec<ID>>,
    /// Whose day lies within these days.
    pub period: Option<PeriodInput>,
    /// True: letters to which a reply is due and that nothing you see answers. False: all else.
    pub awaits_reply: Option<bool>,
    /// True: those of them that are past the day of the reply. False: all else.
    pub is_reply_overdue: Option<bool>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

impl DocumentFilter {
    fn checked(self) -> Result<Filter> {
        let period = self.period.unwrap_or_default();
        period.check(&Path::root().field("filter").field("period"))?;
        Ok(Filter {
            kinds: optional_values(self.kinds),
            stakeholders: optional_ids(self.stakeholder_ids.as_ref())?,
            answers: optional_ids(self.answers_ids.as_ref())?,
            from: period.from.map(|day| day.0),
            to: period.to.map(|day| day.0),
            awaits_reply: self.awaits_reply,
            is_overdue: self.is_reply_overdue,
            is_archived: self.archived.unwrap_or_default(),
        })
    }
}

/// By what a list of documents is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentOrderField {
    /// The day that stands on it.
    Day,
    /// The day by which a reply is due; what asks for none comes last.
    ReplyDueOn,
    /// When it was recorded.
    RecordedAt,
}

/// The order of a list of documents. Without one: the last day first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct DocumentOrder {
    /// By what.
    pub field: DocumentOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

impl DocumentOrder {
    fn or_usual(order: Option<Self>) -> Self {
        order.unwrap_or(Self {
            field: DocumentOrderField::Day,
            direction: Some(OrderDirection::Desc),
        })
    }

    fn ordering(self) -> Ordering {
        use document::Column;
        let key = match self.field {
            DocumentOrderField::Day => Column::Day.into_expr(),
            DocumentOrderField::ReplyDueOn => {
                let due = [Column::ReplyDueOn.into_expr(), Expr::value(no_day())];
                Func::coalesce(due).into()
            }
            DocumentOrderField::RecordedAt => Column::RecordedAt.into_expr(),
        };
        Ordering {
            key,
            id: Column::Id.into_expr(),
            is_descending: self.direction == Some(OrderDirection::Desc),
        }
    }

    fn place(self, row: &document::Model) -> Place {
        let key = match self.field {
            DocumentOrderField::Day => Key::Day(row.day),
            DocumentOrderField::ReplyDueOn => Key::Day(row.reply_due_on.unwrap_or_else(no_day)),
            DocumentOrderField::RecordedAt => Key::Instant(row.recorded_at),
        };
        Place { key, id: row.id.0 }
    }
}

/// Reads of documents.
#[derive(Default)]
pub struct DocumentsQuery;

/// Reads of documents.
#[Object]
impl DocumentsQuery {
    /// A document by id; null when there is none, or none that you may see.
    async fn document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Document>> {
        one(ctx, &id).await.transpose()
    }

    /// The letters and other papers that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn documents(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<DocumentFilter>,
        #[graphql(desc = "The order; the last day first when absent.")] order_by: Option<
            DocumentOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Document>> {
        let filter = filter.unwrap_or_default().checked()?;
        let select = read::select(ctx.viewer()?, filter, ctx.reader()?.today);
        let order = DocumentOrder::or_usual(order_by);
        let limits = Limits::of(first, after, last, before);
        let place = |row: &document::Model| order.place(row);
        let found = list(ctx, limits, select, &order.ordering(), place).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["parties"], |row| [PartiesOfDocument(row.id)])
            .await?;
        found
            .ahead(ctx, &["answers"], |row| row.answers_id.map(DocumentById))
            .await?;
        found
            .ahead(ctx, &["awaitsReply", "isReplyOverdue"], |row| {
                [IsAnswered(row.id)]
            })
            .await?;
        Ok(found.connection(Document))
    }
}
