//! What answers an ask, a page at a time: an ask may be answered by any number of promises.

use std::collections::{HashMap, HashSet};

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Result};
use entity::commitment::{self, Column};
use entity::ids::CommitmentId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Select};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::commitments::face::Commitment;
use crate::concepts::commitments::read::visible;
use crate::concepts::records::order::RecordOrder;
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::page::{Limits, Ordering, Page, Span};

/// A page of the promises that answer an ask, as far as the viewer sees them.
///
/// # Errors
/// When the arguments ask for what there cannot be, or the database does not answer.
pub async fn page_of(
    ctx: &Context<'_>,
    ask: CommitmentId,
    limits: &Limits,
) -> Result<Connection<Commitment>> {
    let page = Page::new(limits, ctx.sealer_of(&ask.0.to_string())?)?;
    let loaders = ctx.loaders()?;
    let span = page.span().clone();
    let rows = loaders.load_one(AnswersTo { ask, span }).await?;
    let total = if ctx.asked(&["totalCount"]) {
        loaders.load_one(NumberOfAnswersTo(ask)).await?
    } else {
        None
    };
    let rows = page.rows(rows.unwrap_or_default(), |row| {
        RecordOrder::FIRST_TO_LAST.place(row)
    });
    Ok(rows.connection(total.unwrap_or_default(), Commitment))
}

/// Asks for some of the commitments that answer an ask.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct AnswersTo {
    ask: CommitmentId,
    span: Span,
}

impl Loader<AnswersTo> for Reader {
    type Value = Vec<commitment::Model>;
    type Error = Fault;

    async fn load(&self, keys: &[AnswersTo]) -> Result<HashMap<AnswersTo, Self::Value>, Fault> {
        let mut found: HashMap<AnswersTo, Self::Value> = HashMap::new();
        let spans: HashSet<&Span> = keys.iter().map(|key| &key.span).collect();
        for span in spans {
            let asks = keys.iter().filter(|key| key.span == *span);
            let answers = answers(&self.viewer, asks.map(|key| key.ask));
            let answers = span.cut_each(answers, Column::AnswersId, &first_to_last());
            for row in answers.all(self.conn()).await? {
                if let Some(ask) = row.answers_id {
                    let span = span.clone();
                    found.entry(AnswersTo { ask, span }).or_default().push(row);
                }
            }
        }
        Ok(found)
    }
}

/// Asks how many commitments answer an ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct NumberOfAnswersTo(CommitmentId);

impl Loader<NumberOfAnswersTo> for Reader {
    type Value = u64;
    type Error = Fault;

    async fn load(
        &self,
        keys: &[NumberOfAnswersTo],
    ) -> Result<HashMap<NumberOfAnswersTo, u64>, Fault> {
        let rows: Vec<(CommitmentId, i64)> = answers(&self.viewer, keys.iter().map(|key| key.0))
            .select_only()
            .column(Column::AnswersId)
            .column_as(Column::Id.count(), "number")
            .group_by(Column::AnswersId)
            .into_tuple()
            .all(self.conn())
            .await?;
        let number = |(ask, number)| {
            let number = u64::try_from(number).unwrap_or_default();
            (NumberOfAnswersTo(ask), number)
        };
        Ok(rows.into_iter().map(number).collect())
    }
}

/// The commitments in use that answer one of some asks, as far as a viewer sees them.
fn answers(
    viewer: &Viewer,
    asks: impl Iterator<Item = CommitmentId>,
) -> Select<commitment::Entity> {
    commitment::Entity::find()
        .filter(Column::AnswersId.is_in(asks))
        .filter(Column::ArchivedOn.is_null())
        .filter(visible(viewer))
}

fn first_to_last() -> Ordering {
    RecordOrder::FIRST_TO_LAST.ordering(Column::RecordedAt, Column::Id)
}
