//! What the log tells, as the API shows it. It leads to records of any kind, so it stands beside
//! `node`.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{NaiveDate, NaiveTime};
use entity::enums::Outcome;
use entity::ids::{EntryId, RecordId, UserId};
use entity::{log_change, log_entry};
use futures_util::future::try_join_all;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::concepts::access::users::face::{User, UserById};
use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::changes::fold::{Changed, ChangesOf, FieldChanged, IsLinked, Read};
use crate::concepts::changes::sight::{has_change, history, log, seen_changes};
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::person_of;
use crate::concepts::records::read::PersonOfUser;
use crate::concepts::records::{list, list_of, seen};
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::OrderDirection;
use crate::kit::graphql::id::{optional_ids, parse, parse_any, to_id, to_text};
use crate::kit::graphql::scalars::{Day, Instant};
use crate::kit::page::{Key, Limits, Ordering, Place};
use crate::kit::user_error::{Path, UserError, UserErrorCode};
use crate::kit::zone::CAUCUS;
use crate::schema::node::{Node, find};

/// The most records that a filter names.
const MOST: usize = 200;

/// One entry of the log.
pub struct AuditEntry(log_entry::Model);

/// One thing that was done, or that was refused because it was not allowed. Entries have no numbers:
/// what you may not see leaves no gap.
#[Object]
impl AuditEntry {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// When.
    async fn at(&self) -> Instant {
        Instant(self.0.at)
    }

    /// What, by the name of its mutation; `signIn` and `signOut` are none.
    async fn act(&self) -> &str {
        &self.0.act
    }

    /// By whose sign-in; null when it was done at the shell.
    async fn actor(&self, ctx: &Context<'_>) -> Option<Result<User>> {
        seen(ctx, self.0.actor_id).await
    }

    /// The member for whom the actor acted; null when for nobody else.
    async fn acting_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        seen(ctx, self.0.acting_for).await
    }

    /// Whether it was refused because it was not allowed. Then nothing was changed.
    async fn is_refused(&self) -> bool {
        self.0.outcome == Outcome::Refused
    }

    /// Whether it hangs in the chain. On PostgreSQL that takes some milliseconds, until which its
    /// place is not settled.
    async fn is_sealed(&self, ctx: &Context<'_>) -> Result<bool> {
        let found = ctx.loaders()?.load_one(IsLinked(self.0.id)).await?;
        Ok(found.unwrap_or_default())
    }

    /// The records and users of which it speaks, as far as you may see them.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<RecordChange>> {
        let found: Vec<Changed> = ctx.parts(ChangesOf(self.0.id)).await?;
        let changes = found.into_iter().map(async |changed| {
            let fields = fields(ctx, changed.fields).await?;
            Ok::<_, async_graphql::Error>(RecordChange {
                record_id: ID(to_text(changed.kind, changed.record.0)),
                record: find(ctx, changed.kind, changed.record.0).await?,
                fields,
            })
        });
        try_join_all(changes).await
    }
}

/// What an entry of the log says of one record or user.
#[derive(SimpleObject)]
pub struct RecordChange {
    /// Of which.
    record_id: ID,
    /// The record as it now is; null when it is a user or a token.
    record: Option<Node>,
    /// What was changed of it; empty where it was only named.
    fields: Vec<FieldChange>,
}

/// What became of one field. Of a list, one thing that came or went.
#[derive(SimpleObject)]
pub struct FieldChange {
    /// Its name.
    field: String,
    /// What it said and says no more; null when it said nothing.
    before: Option<ChangedValue>,
    /// What it says and did not say; null when it says nothing.
    after: Option<ChangedValue>,
}

/// What a field said or says.
#[derive(SimpleObject)]
pub struct ChangedValue {
    /// The value as a word, a number, a day or a text; null when there is only what it leads to, or
    /// when it was withdrawn.
    text: Option<String>,
    /// What it leads to; null when it leads to nothing.
    record: Option<Node>,
    /// Whether what stood here was withdrawn or erased since.
    is_withdrawn: bool,
}

/// One change of a record.
pub struct HistoryEntry {
    entry: log_entry::Model,
    record: RecordId,
}

/// One change of a record: who, when, what, as far as you may read it.
#[Object]
impl HistoryEntry {
    /// When.
    async fn at(&self) -> Instant {
        Instant(self.entry.at)
    }

    /// What was done, by the name of its mutation.
    async fn act(&self) -> &str {
        &self.entry.act
    }

    /// Who did it; null when it was done at the shell, or when that is not for you.
    async fn by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        person_of(ctx, self.entry.actor_id).await.transpose()
    }

    /// The member for whom she did it; null when for nobody else.
    async fn acting_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        seen(ctx, self.entry.acting_for).await
    }

    /// Whether this is how it was recorded, and no change of it.
    async fn is_recording(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.own(ctx).await?.is_some_and(|own| own.is_first))
    }

    /// What was changed; all that was said when it was recorded.
    async fn fields(&self, ctx: &Context<'_>) -> Result<Vec<FieldChange>> {
        let own = self.own(ctx).await?;
        fields(ctx, own.map(|own| own.fields).unwrap_or_default()).await
    }
}

impl HistoryEntry {
    /// What the entry says of the record whose history it is.
    async fn own(&self, ctx: &Context<'_>) -> Result<Option<Changed>> {
        let found: Vec<Changed> = ctx.parts(ChangesOf(self.entry.id)).await?;
        Ok(found.into_iter().find(|one| one.record == self.record))
    }
}

/// The fields as they are shown. One that leads only to what the viewer does not see is left out.
async fn fields(ctx: &Context<'_>, changed: Vec<FieldChanged>) -> Result<Vec<FieldChange>> {
    let fields = changed.into_iter().map(async |one| {
        let (before, after) = (value(ctx, one.before).await?, value(ctx, one.after).await?);
        let is_told = before.is_some() || after.is_some();
        Ok::<_, async_graphql::Error>(is_told.then(|| FieldChange {
            field: one.name.to_owned(),
            before,
            after,
        }))
    });
    Ok(try_join_all(fields).await?.into_iter().flatten().collect())
}

async fn value(ctx: &Context<'_>, read: Option<Read>) -> Result<Option<ChangedValue>> {
    let said = match read {
        None => return Ok(None),
        Some(Read::Said(said)) => said,
        Some(Read::Withdrawn) => {
            return Ok(Some(ChangedValue {
                text: None,
                record: None,
                is_withdrawn: true,
            }));
        }
    };
    let record = match said.to {
        Some((kind, id)) => find(ctx, kind, id).await?,
        None => None,
    };
    // What a word stands beside may be hidden, and then so is the word.
    let is_shown = record.is_some() || said.to.is_none();
    Ok(is_shown.then_some(ChangedValue {
        text: said.text,
        record,
        is_withdrawn: false,
    }))
}

/// What the log is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct AuditFilter {
    /// By one of these users.
    pub actor_ids: Option<Vec<ID>>,
    /// One of these acts, by the names of their mutations.
    pub acts: Option<Vec<String>>,
    /// On one of these records, users or tokens.
    pub record_ids: Option<Vec<ID>>,
    /// On something of one of these kinds, by the word with which its ids begin, such as `meeting`.
    pub kinds: Option<Vec<String>>,
    /// From this day on, in the caucus's zone.
    pub from: Option<Day>,
    /// Up to this day, which is inside.
    pub to: Option<Day>,
    /// What was refused, or what was done.
    pub is_refused: Option<bool>,
}

impl AuditFilter {
    fn narrow(
        self,
        viewer: &Viewer,
        mut select: Select<log_entry::Entity>,
    ) -> Result<Select<log_entry::Entity>> {
        use log_entry::Column;
        if let Some(actors) = optional_ids::<UserId>(self.actor_ids.as_ref())? {
            select = select.filter(Column::ActorId.is_in(actors));
        }
        if let Some(acts) = self.acts {
            select = select.filter(Column::Act.is_in(few(acts)?));
        }
        if let Some(records) = self.record_ids {
            let ids = few(records)?
                .into_iter()
                .map(|raw| Ok(RecordId(parse_any(&raw)?.1)));
            let ids = ids.collect::<Result<Vec<_>, String>>().map_err(|message| {
                UserError::new(
                    UserErrorCode::InvalidId,
                    &Path::root().field("filter"),
                    message,
                )
            })?;
            let of = seen_changes(viewer).filter(log_change::Column::RecordId.is_in(ids));
            select = select.filter(has_change(of));
        }
        if let Some(kinds) = self.kinds {
            let of = seen_changes(viewer).filter(log_change::Column::Kind.is_in(few(kinds)?));
            select = select.filter(has_change(of));
        }
        if let Some(from) = self.from.and_then(|day| begins(day.0)) {
            select = select.filter(Column::At.gte(from));
        }
        if let Some(to) = self.to.and_then(|day| begins(day.0.succ_opt()?)) {
            select = select.filter(Column::At.lt(to));
        }
        if let Some(is_refused) = self.is_refused {
            let outcome = if is_refused {
                Outcome::Refused
            } else {
                Outcome::Done
            };
            select = select.filter(Column::Outcome.eq(outcome));
        }
        Ok(select)
    }
}

fn few<T>(values: Vec<T>) -> Result<Vec<T>, UserError> {
    if values.len() <= MOST {
        return Ok(values);
    }
    let message = format!(
        "At most {MOST} values are taken here, you sent {}.",
        values.len()
    );
    Err(UserError::new(
        UserErrorCode::TooMany,
        &Path::root().field("filter"),
        message,
    ))
}

/// The moment at which a day of the caucus begins.
fn begins(day: NaiveDate) -> Option<chrono::DateTime<chrono::Utc>> {
    let begins = day.and_time(NaiveTime::MIN).and_local_timezone(CAUCUS);
    Some(begins.earliest()?.to_utc())
}

/// By what the log is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditOrderField {
    /// When it was done.
    At,
}

/// The order of the log. Without one: the newest first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct AuditOrder {
    /// By what.
    pub field: AuditOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

fn by_time(is_descending: bool) -> Ordering {
    Ordering {
        key: log_entry::Column::At.into_expr(),
        id: log_entry::Column::Id.into_expr(),
        is_descending,
    }
}

fn place(row: &log_entry::Model) -> Place {
    Place {
        key: Key::Instant(row.at),
        id: row.id.0,
    }
}

/// Reads of the log.
#[derive(Default)]
pub struct LogQuery;

/// Reads of the log.
#[Object]
impl LogQuery {
    /// An entry of the log by its id; null when there is none, or none that you may see.
    async fn audit_entry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<AuditEntry>> {
        let viewer = ctx.viewer()?;
        let id: EntryId = parse(&id).map_err(|message| {
            UserError::new(UserErrorCode::InvalidId, &Path::root().field("id"), message)
        })?;
        let found = log_entry::Entity::find_by_id(id)
            .filter(log(viewer))
            .one(ctx.reader()?.conn())
            .await;
        Ok(found.map_err(Fault::from)?.map(AuditEntry))
    }

    /// The log of what was done and refused, for coordinators and administrators, as far as they may
    /// see what it speaks of. What is hidden from you is neither listed, nor counted, nor found.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn audit_log(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<AuditFilter>,
        #[graphql(desc = "The order; the newest first when absent.")] order_by: Option<AuditOrder>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<AuditEntry>> {
        let viewer = ctx.viewer()?;
        let select = log_entry::Entity::find().filter(log(viewer));
        let select = filter.unwrap_or_default().narrow(viewer, select)?;
        let is_descending =
            order_by.is_none_or(|order| order.direction == Some(OrderDirection::Desc));
        let limits = Limits::of(first, after, last, before);
        let found = list(ctx, limits, select, &by_time(is_descending), place).await?;
        found
            .ahead(ctx, &["changes"], |row| [ChangesOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["isSealed"], |row| [IsLinked(row.id)])
            .await?;
        found
            .ahead(ctx, &["actor"], |row| row.actor_id.map(UserById))
            .await?;
        Ok(found.connection(AuditEntry))
    }

    /// What was done to one record, the newest first, as far as you may see it and could see it then. An
    /// entry that speaks of something else too, which you do not see, is left out. Null when there is no such record, or none that you may see.
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The id of the record.")] id: ID,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Option<Connection<HistoryEntry>>> {
        let viewer = ctx.viewer()?;
        let (kind, uuid) = parse_any(&id).map_err(|message| {
            UserError::new(UserErrorCode::InvalidId, &Path::root().field("id"), message)
        })?;
        if viewer.is_partner() || find(ctx, kind, uuid).await?.is_none() {
            return Ok(None);
        }
        let record = RecordId(uuid);
        let select = log_entry::Entity::find().filter(history(viewer, record));
        let limits = Limits::of(first, after, last, before);
        let found = list_of(ctx, "", limits, select, &by_time(true), place).await?;
        found
            .ahead(ctx, &["fields", "isRecording"], |row| [ChangesOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["by"], |row| row.actor_id.map(PersonOfUser))
            .await?;
        Ok(Some(
            found.connection(|entry| HistoryEntry { entry, record }),
        ))
    }
}
