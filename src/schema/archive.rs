//! Archiving and restoring as the API shows it: the records are of any kind, so it stands beside
//! `node`.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use futures_util::future::try_join_all;

use crate::concepts::log::{Done, settle};
use crate::concepts::records::archive::{ArchiveInput, RestoreInput};
use crate::kit::graphql::id::parse_any;
use crate::kit::user_error::UserError;
use crate::schema::node::{Node, find};

/// What came of one record of many.
#[derive(SimpleObject)]
pub struct ArchiveResult {
    /// Which record.
    pub id: ID,
    /// The record as it now is; null when there is none, or none that you may see.
    pub record: Option<Node>,
    /// What was wrong with this one; empty when it took effect.
    pub user_errors: Vec<UserError>,
}

/// What came of archiving or restoring.
#[derive(SimpleObject)]
pub struct ArchivePayload {
    /// One for each id, in the order in which they were sent.
    pub results: Vec<ArchiveResult>,
    /// What was wrong with the input as a whole; empty when it was taken.
    pub user_errors: Vec<UserError>,
}

/// Acts on records of any kind.
#[derive(Default)]
pub struct RecordsMutation;

/// Acts on records of any kind.
#[Object]
impl RecordsMutation {
    /// Takes records out of the lists. Nothing is deleted; undone by `restore`.
    async fn archive(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which records.")] input: ArchiveInput,
    ) -> Result<ArchivePayload> {
        answer(ctx, &input.ids, settle(ctx, &input).await?).await
    }

    /// Puts archived records back into the lists.
    async fn restore(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which records.")] input: RestoreInput,
    ) -> Result<ArchivePayload> {
        answer(ctx, &input.ids, settle(ctx, &input).await?).await
    }
}

async fn answer(ctx: &Context<'_>, ids: &[ID], done: Done) -> Result<ArchivePayload> {
    let errors = match done {
        Done::Record(_, refused) | Done::Refused(refused, _) => refused,
    };
    let (of_items, user_errors): (Vec<_>, Vec<_>) =
        errors.into_iter().partition(|error| error.path.len() == 2);
    // What was refused as a whole is not looked at one by one.
    let ids = if user_errors.is_empty() { ids } else { &[] };
    let results = ids.iter().enumerate().map(async |(position, id)| {
        let position = position.to_string();
        let is_its = |error: &&UserError| error.path.get(1) == Some(&position);
        let user_errors = of_items.iter().filter(is_its).cloned().collect();
        let record = match parse_any(id) {
            Ok((kind, uuid)) => find(ctx, kind, uuid).await?,
            Err(_) => None,
        };
        Ok::<_, async_graphql::Error>(ArchiveResult {
            id: id.clone(),
            record,
            user_errors,
        })
    });
    let results = try_join_all(results).await?;
    Ok(ArchivePayload {
        results,
        user_errors,
    })
}
