//! The fields that every record has. They must not lead to an object that has them itself: the
//! library registers a flattened type only once it is whole.

use async_graphql::{Context, Object, Result};
use entity::ids::{MemberId, RecordId, UserId};
use entity::record;
use entity::thing::Thing;

use crate::concepts::access::words::{IsOfRecord, may_read_words};
use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::people::read::PersonById;
use crate::concepts::records::read::{PersonOfUser, RecordById};
use crate::concepts::records::{seen, version};
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::{AbsenceReason, Audience};
use crate::kit::graphql::scalars::{Day, Instant};

/// What every record says of itself; flattened into its object.
pub struct Head {
    id: RecordId,
    audience: Audience,
    words_audience: Audience,
    recorded_at: Instant,
    archived_on: Option<Day>,
}

impl Head {
    /// Of a thing.
    pub fn of<T: Thing>(row: &T) -> Self {
        Self {
            id: row.record_id(),
            audience: row.audience().into(),
            words_audience: row.words_audience().into(),
            recorded_at: Instant(row.recorded_at()),
            archived_on: row.archived_on().map(Day),
        }
    }

    async fn record(&self, ctx: &Context<'_>) -> Result<record::Model> {
        let found = ctx.loaders()?.load_one(RecordById(self.id)).await?;
        Ok(found.ok_or_else(|| Fault::internal("a thing without its record"))?)
    }
}

/// What every record says of itself.
#[Object]
impl Head {
    /// Opaque. Give it back as `expectedVersion` to change the record only as you saw it.
    async fn version(&self, ctx: &Context<'_>) -> Result<String> {
        let record = self.record(ctx).await?;
        let loaders = ctx.loaders()?;
        let mut is_of_record = false;
        for id in [Some(record.id), record.parent_id].into_iter().flatten() {
            is_of_record |= loaders.load_one(IsOfRecord(id)).await?.unwrap_or_default();
        }
        Ok(version::shown(
            ctx.app()?,
            ctx.viewer()?,
            &record,
            is_of_record,
        ))
    }

    /// Who may see its facts: that it is, who, where, when, on what.
    async fn audience(&self) -> Audience {
        self.audience
    }

    /// Who may see its words: what was said, why, names of beneficiaries.
    async fn words_audience(&self) -> Audience {
        self.words_audience
    }

    /// When it was recorded, which is not the day on which it happened.
    async fn recorded_at(&self) -> Instant {
        self.recorded_at
    }

    /// When the member for whom somebody else recorded it confirmed it; null until then, and where
    /// nobody did it for her or that is not for you.
    async fn confirmed_at(&self, ctx: &Context<'_>) -> Result<Option<Instant>> {
        let confirmed_at = self.record(ctx).await?.confirmed_at;
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        Ok(confirmed_at.filter(|_| is_shown).map(Instant))
    }

    /// When who wrote its words withdrew them, for the last time; null where nobody did, and where
    /// its words are not for you.
    async fn words_withdrawn_at(&self, ctx: &Context<'_>) -> Result<Option<Instant>> {
        let record = self.record(ctx).await?;
        if record.words_withdrawn_at.is_none() {
            return Ok(None);
        }
        let people_of = [Some(record.id), record.parent_id];
        let people_of = people_of.into_iter().flatten();
        let reads = may_read_words(ctx, people_of, record.words_audience).await?;
        Ok(record.words_withdrawn_at.filter(|_| reads).map(Instant))
    }

    /// The day on which it was taken out of the lists; null while it is in them.
    async fn archived_on(&self) -> Option<Day> {
        self.archived_on
    }
}

/// Who recorded a thing; `None` when the program did, or when that is not for the viewer.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn recorder(ctx: &Context<'_>, id: RecordId) -> Result<Option<Person>> {
    let record = ctx.loaders()?.load_one(RecordById(id)).await?;
    person_of(ctx, record.and_then(|record| record.recorded_by)).await
}

/// The member for whom somebody else recorded a thing; `None` when she did it herself, or when that
/// is not for the viewer.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn recorded_for(ctx: &Context<'_>, id: RecordId) -> Result<Option<Member>> {
    let record = ctx.loaders()?.load_one(RecordById(id)).await?;
    member_for(ctx, record.and_then(|record| record.acting_for)).await
}

/// The member for whom somebody else recorded a part of a thing; `None` when there is none, or when
/// that is not for the viewer.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn member_for(ctx: &Context<'_>, member: Option<MemberId>) -> Result<Option<Member>> {
    let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
    seen(ctx, member.filter(|_| is_shown)).await.transpose()
}

/// The person who signs in as a user, as one who recorded something; `None` when there is none, or
/// when that is not for the viewer.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn person_of(ctx: &Context<'_>, user: Option<UserId>) -> Result<Option<Person>> {
    let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
    let Some(user) = user.filter(|_| is_shown) else {
        return Ok(None);
    };
    let loaders = ctx.loaders()?;
    let Some(person) = loaders.load_one(PersonOfUser(user)).await? else {
        return Ok(None);
    };
    Ok(loaders.load_one(PersonById(person)).await?.map(Person))
}

/// Why there are no words in a record whose words the viewer may read: who wrote them withdrew them,
/// or nobody wrote any.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn withdrawn_or_unwritten(ctx: &Context<'_>, id: RecordId) -> Result<AbsenceReason> {
    let record = ctx.loaders()?.load_one(RecordById(id)).await?;
    let withdrawn = record.and_then(|record| record.words_withdrawn_at);
    Ok(withdrawn.map_or(AbsenceReason::NotCollected, |_| AbsenceReason::Withdrawn))
}
