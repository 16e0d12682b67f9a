//! What is done to records of any kind, and asked of them, as the API shows it; so it stands beside
//! `node`.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use entity::record;
use futures_util::future::try_join_all;
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::concepts::access::CtxExt;
use crate::concepts::log::{Done, settle};
use crate::concepts::people::face::Person;
use crate::concepts::records::archive::{ArchiveInput, RestoreInput};
use crate::concepts::records::confirm::{ConfirmInput, waits_for};
use crate::concepts::records::face::person_of;
use crate::concepts::records::list;
use crate::concepts::records::withdraw::WithdrawWordsInput;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::id::{Kind, parse_any};
use crate::kit::graphql::scalars::Instant;
use crate::kit::page::{Key, Limits, Ordering, Place};
use crate::kit::user_error::UserError;
use crate::schema::node::{Node, find};

/// What came of one record of many.
#[derive(SimpleObject)]
pub struct RecordResult {
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
    pub results: Vec<RecordResult>,
    /// What was wrong with the input as a whole; empty when it was taken.
    pub user_errors: Vec<UserError>,
}

/// What came of confirming.
#[derive(SimpleObject)]
pub struct ConfirmPayload {
    /// One for each id, in the order in which they were sent.
    pub results: Vec<RecordResult>,
    /// What was wrong with the input as a whole; empty when it was taken.
    pub user_errors: Vec<UserError>,
}

/// What came of withdrawing words.
#[derive(SimpleObject)]
pub struct WithdrawWordsPayload {
    /// The record without them; null when there is none, or none that you may see.
    pub record: Option<Node>,
    /// What was wrong with the input; empty when it took effect. Nothing is half done: with an
    /// error here nothing was changed.
    pub user_errors: Vec<UserError>,
}

/// Reads of records of any kind.
#[derive(Default)]
pub struct RecordsQuery;

/// Reads of records of any kind.
#[Object]
impl RecordsQuery {
    /// What others recorded for the member who asks, and she has not confirmed, the newest first.
    /// What came out of a meeting that waits itself goes with it and is not named.
    async fn waiting_for_me(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Waiting>> {
        let waits = match ctx.viewer()?.member {
            Some(member) => waits_for(member),
            None => Condition::all().add(SimpleExpr::from(false)),
        };
        let ordering = Ordering {
            key: record::Column::RecordedAt.into_expr(),
            id: record::Column::Id.into_expr(),
            is_descending: true,
        };
        let place = |row: &record::Model| Place {
            key: Key::Instant(row.recorded_at),
            id: row.id.0,
        };
        let select = record::Entity::find().filter(waits);
        let limits = Limits::of(first, after, last, before);
        let found = list(ctx, limits, select, &ordering, place).await?;
        Ok(found.connection(Waiting))
    }
}

/// A record that waits to be confirmed.
pub struct Waiting(record::Model);

/// A record that somebody else recorded for a member, and that she has not confirmed.
#[Object]
impl Waiting {
    /// The record; null when you may not see it.
    async fn record(&self, ctx: &Context<'_>) -> Result<Option<Node>> {
        match Kind::of_prefix(&self.0.kind) {
            Some(kind) => find(ctx, kind, self.0.id.0).await,
            None => Ok(None),
        }
    }

    /// When it was recorded.
    async fn recorded_at(&self) -> Instant {
        Instant(self.0.recorded_at)
    }

    /// Who recorded it; null when you may not see that.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        person_of(ctx, self.0.recorded_by).await.transpose()
    }
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
        let (results, user_errors) = answer(ctx, &input.ids, settle(ctx, &input).await?).await?;
        Ok(ArchivePayload {
            results,
            user_errors,
        })
    }

    /// Puts archived records back into the lists.
    async fn restore(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which records.")] input: RestoreInput,
    ) -> Result<ArchivePayload> {
        let (results, user_errors) = answer(ctx, &input.ids, settle(ctx, &input).await?).await?;
        Ok(ArchivePayload {
            results,
            user_errors,
        })
    }

    /// Says of what somebody else recorded for you that it is as you would have recorded it. Setting
    /// it right yourself says the same.
    async fn confirm(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which records.")] input: ConfirmInput,
    ) -> Result<ConfirmPayload> {
        let (results, user_errors) = answer(ctx, &input.ids, settle(ctx, &input).await?).await?;
        Ok(ConfirmPayload {
            results,
            user_errors,
        })
    }

    /// Withdraws words that you wrote, or that somebody else wrote down for you: what was said, why,
    /// your notes to the steps of a promise. They go from the record and from the log, for good; that
    /// it was, when and with whom stays. Older backups keep them.
    async fn withdraw_words(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which record.")] input: WithdrawWordsInput,
    ) -> Result<WithdrawWordsPayload> {
        let (shown, user_errors) = match settle(ctx, &input).await? {
            Done::Record(id, errors) | Done::Again(id, errors) => (Some(id), errors),
            Done::Refused(errors, shown) => (shown, errors),
        };
        let record = match (shown, parse_any(&input.id)) {
            (Some(id), Ok((kind, _))) => find(ctx, kind, id.0).await?,
            _ => None,
        };
        Ok(WithdrawWordsPayload {
            record,
            user_errors,
        })
    }
}

type Answer = (Vec<RecordResult>, Vec<UserError>);

async fn answer(ctx: &Context<'_>, ids: &[ID], done: Done) -> Result<Answer> {
    let errors = match done {
        Done::Record(_, refused) | Done::Again(_, refused) | Done::Refused(refused, _) => refused,
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
        Ok::<_, async_graphql::Error>(RecordResult {
            id: id.clone(),
            record,
            user_errors,
        })
    });
    Ok((try_join_all(results).await?, user_errors))
}
