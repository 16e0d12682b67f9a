//! Whether the records and users are still what the log says of them.

mod confirmed;
mod files;

use std::collections::{HashMap, HashSet};

use entity::enums::Outcome;
use entity::ids::{EntryId, PersonId, RecordId, UserId};
use entity::{log_change, log_entry, log_private, record, record_person, user};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::concepts::access::users;
use crate::concepts::log::Logged;
use crate::concepts::log::entry::{digest, digest_of, whose};
use crate::concepts::log::image::Image;
use crate::concepts::records::kinds::of_kind;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, parse_any, to_text};

/// What an entry says of one record.
#[derive(Deserialize)]
struct Said {
    record: String,
    version: i64,
    digest: String,
    /// What commits to whose the record is. `None` in an entry from before this was kept, and in one
    /// of a user.
    whose: Option<String>,
}

/// What of a record is not what the log says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Its row, its parts, its version, or whose it is.
    Itself,
    /// That, or when, she for whom it was recorded confirmed it.
    Confirmed,
    /// The bytes of a file.
    Bytes,
}

/// A record that is not what the log says of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Altered {
    /// What of it.
    pub what: What,
    /// Its id, with its kind.
    pub record: String,
    /// The last entry that speaks of it; `None` when none does.
    pub entry: Option<EntryId>,
}

/// The records and users that are not what their last entry in the log says, or of which it says
/// nothing: their row, one of their parts (such as a user's scope and tokens) or their version was
/// changed, added or removed by something else than a mutation, as was whose it is (who recorded it,
/// for whom, its people), that it was confirmed, or the bytes of a file. All is read in pages.
///
/// # Errors
/// When the database does not answer, or an entry is not in the form in which entries are written.
pub async fn altered<C: ConnectionTrait>(conn: &C) -> Result<Vec<Altered>, Fault> {
    let mut altered = Vec::new();
    let mut after = RecordId(Uuid::nil());
    loop {
        let page = record::Entity::find()
            .filter(record::Column::Id.gt(after))
            .order_by_asc(record::Column::Id)
            .limit(PAGE)
            .all(conn)
            .await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        altered.extend(confirmed::altered(conn, &page).await?);
        let page: Vec<_> = page.into_iter().map(Standing::of_record).collect();
        altered.extend(altered_of(conn, &page).await?);
    }
    let mut after = UserId(Uuid::nil());
    loop {
        let page = user::Entity::find()
            .filter(user::Column::Id.gt(after))
            .order_by_asc(user::Column::Id)
            .limit(PAGE)
            .all(conn)
            .await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        let page: Vec<_> = page.iter().map(Standing::of_user).collect();
        altered.extend(altered_of(conn, &page).await?);
    }
    altered.extend(gone(conn).await?);
    altered.extend(files::altered(conn).await?);
    altered.sort();
    Ok(altered)
}

/// How many records are looked at at a time.
const PAGE: u64 = 200;

/// A record or user as it stands.
struct Standing {
    id: RecordId,
    /// Its id, with its kind.
    text: String,
    version: i64,
    /// The record itself; a user stands on none.
    record: Option<record::Model>,
}

impl Standing {
    fn of_record(row: record::Model) -> Self {
        Self {
            id: row.id,
            text: text_of(&row),
            version: row.version,
            record: Some(row),
        }
    }

    fn of_user(row: &user::Model) -> Self {
        Self {
            id: RecordId(row.id.0),
            text: to_text(Kind::User, row.id.0),
            version: row.version,
            record: None,
        }
    }

    /// Whether it is what an entry says.
    async fn is<C: ConnectionTrait>(
        &self,
        conn: &C,
        last: Option<&(EntryId, Said)>,
    ) -> Result<bool, Fault> {
        let Some((entry, said)) = last.filter(|(_, said)| said.record == self.text) else {
            return Ok(false);
        };
        if said.version != self.version {
            return Ok(false);
        }
        let salted = log_private::Entity::find_by_id((*entry, self.id))
            .one(conn)
            .await?;
        let salt = salted.map(|private| private.salt).unwrap_or_default();
        let (kind, uuid) = parse_any(&self.text).map_err(Fault::internal)?;
        let image = match &self.record {
            None => users::image::of(conn, uuid.into()).await?,
            Some(record) => image(conn, kind, record).await?,
        };
        let is_whole = image.is_some_and(|image| digest(&image, &salt) == said.digest);
        let (Some(record), Some(said)) = (&self.record, &said.whose) else {
            return Ok(is_whole);
        };
        Ok(is_whole && digest_of(&whose(record, &people_of(conn, self.id).await?), &salt) == *said)
    }
}

/// The id of a record, with its kind.
fn text_of(row: &record::Model) -> String {
    let kind = Kind::of_prefix(&row.kind);
    kind.map_or_else(|| row.kind.clone(), |kind| to_text(kind, row.id.0))
}

async fn people_of<C: ConnectionTrait>(conn: &C, id: RecordId) -> Result<Vec<PersonId>, Fault> {
    let people = record_person::Entity::find()
        .select_only()
        .column(record_person::Column::PersonId)
        .filter(record_person::Column::RecordId.eq(id));
    Ok(people.into_tuple().all(conn).await?)
}

/// Those of a page that are not what the log says. The last entry of each is found by the rows that
/// find entries; where it does not fit, all entries that could speak of it are read, since those rows
/// may have been changed themselves.
async fn altered_of<C: ConnectionTrait>(
    conn: &C,
    page: &[Standing],
) -> Result<Vec<Altered>, Fault> {
    let ids: Vec<_> = page.iter().map(|one| one.id).collect();
    let last = last_of(conn, &ids, newest(conn, &ids).await?).await?;
    let mut doubtful = Vec::new();
    for one in page {
        if !one.is(conn, last.get(&one.id)).await? {
            doubtful.push(one);
        }
    }
    let ids: Vec<_> = doubtful.iter().map(|one| one.id).collect();
    let last = last_of_all(conn, &ids).await?;
    let mut altered = Vec::new();
    for one in doubtful {
        let last = last
            .get(&one.id)
            .filter(|(_, said)| said.record == one.text);
        if !one.is(conn, last).await? {
            altered.push(Altered {
                what: What::Itself,
                record: one.text.clone(),
                entry: last.map(|(entry, _)| *entry),
            });
        }
    }
    Ok(altered)
}

/// The entries that are found as the last ones of some records, and all that are found under users,
/// whose rows have no version.
async fn newest<C: ConnectionTrait>(conn: &C, of: &[RecordId]) -> Result<HashSet<EntryId>, Fault> {
    let rows: Vec<(RecordId, EntryId, Option<i64>, String)> = log_change::Entity::find()
        .select_only()
        .column(log_change::Column::RecordId)
        .column(log_change::Column::EntryId)
        .column(log_change::Column::Version)
        .column(log_change::Column::Kind)
        .filter(log_change::Column::RecordId.is_in(of.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let mut last: HashMap<RecordId, (i64, EntryId)> = HashMap::new();
    let mut entries = HashSet::new();
    for (record, entry, version, kind) in rows {
        if kind == Kind::User.prefix() {
            entries.insert(entry);
        }
        let Some(version) = version else { continue };
        let known = last.entry(record).or_insert((version, entry));
        if known.0 < version {
            *known = (version, entry);
        }
    }
    entries.extend(last.into_values().map(|(_, entry)| entry));
    Ok(entries)
}

/// What the last entries of all that speak of some records say of them.
async fn last_of_all<C: ConnectionTrait>(
    conn: &C,
    of: &[RecordId],
) -> Result<HashMap<RecordId, (EntryId, Said)>, Fault> {
    if of.is_empty() {
        return Ok(HashMap::new());
    }
    let found: Vec<EntryId> = log_change::Entity::find()
        .select_only()
        .column(log_change::Column::EntryId)
        .filter(log_change::Column::RecordId.is_in(of.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    let beside: Vec<EntryId> = log_private::Entity::find()
        .select_only()
        .column(log_private::Column::EntryId)
        .filter(log_private::Column::RecordId.is_in(of.iter().copied()))
        .into_tuple()
        .all(conn)
        .await?;
    last_of(conn, of, found.into_iter().chain(beside).collect()).await
}

/// What the last of some entries say of some records.
async fn last_of<C: ConnectionTrait>(
    conn: &C,
    of: &[RecordId],
    entries: HashSet<EntryId>,
) -> Result<HashMap<RecordId, (EntryId, Said)>, Fault> {
    let entries: Vec<_> = entries.into_iter().collect();
    let mut last: HashMap<RecordId, (EntryId, Said)> = HashMap::new();
    for ids in entries.chunks(ENTRIES) {
        let page = log_entry::Entity::find()
            .filter(log_entry::Column::Outcome.eq(Outcome::Done))
            .filter(log_entry::Column::Id.is_in(ids.iter().copied()))
            .all(conn)
            .await?;
        for entry in page {
            for (record, said) in said(entry.changes)? {
                let is_later = |(_, known): &(EntryId, Said)| known.version < said.version;
                if of.contains(&record) && last.get(&record).is_none_or(is_later) {
                    last.insert(record, (entry.id, said));
                }
            }
        }
    }
    Ok(last)
}

/// How many entries are read at a time.
const ENTRIES: usize = 500;

/// What an entry says of records and users. What it only names, such as a token, it says nothing of.
fn said(changes: Value) -> Result<Vec<(RecordId, Said)>, Fault> {
    let changes: Vec<Value> = serde_json::from_value(changes).map_err(Fault::internal)?;
    let said = changes
        .into_iter()
        .filter(|change| change.get("digest").is_some());
    said.map(|change| {
        let said: Said = serde_json::from_value(change).map_err(Fault::internal)?;
        let (_, id) = parse_any(&said.record).map_err(Fault::internal)?;
        Ok((RecordId(id), said))
    })
    .collect()
}

/// The records and users of which the log speaks and that are not there.
async fn gone<C: ConnectionTrait>(conn: &C) -> Result<Vec<Altered>, Fault> {
    let to_record: RelationDef = log_private::Entity::belongs_to(record::Entity)
        .from(log_private::Column::RecordId)
        .to(record::Column::Id)
        .into();
    let to_user: RelationDef = log_private::Entity::belongs_to(user::Entity)
        .from(log_private::Column::RecordId)
        .to(user::Column::Id)
        .into();
    let mut altered = Vec::new();
    let mut after = RecordId(Uuid::nil());
    loop {
        let page: Vec<RecordId> = log_private::Entity::find()
            .select_only()
            .column(log_private::Column::RecordId)
            .distinct()
            .join(JoinType::LeftJoin, to_record.clone())
            .join(JoinType::LeftJoin, to_user.clone())
            .filter(record::Column::Id.is_null())
            .filter(user::Column::Id.is_null())
            .filter(log_private::Column::RecordId.gt(after))
            .order_by_asc(log_private::Column::RecordId)
            .limit(PAGE)
            .into_tuple()
            .all(conn)
            .await?;
        let Some(last) = page.last() else {
            return Ok(altered);
        };
        after = *last;
        let last = last_of_all(conn, &page).await?;
        altered.extend(last.into_values().map(|(entry, said)| Altered {
            what: What::Itself,
            record: said.record,
            entry: Some(entry),
        }));
    }
}

/// A record as it stands; `None` when its row is not there, or the two do not say the same of what
/// both say.
async fn image<C: ConnectionTrait>(
    conn: &C,
    kind: Kind,
    record: &record::Model,
) -> Result<Option<Image>, Fault> {
    of_kind!(kind, Row => of_row::<Row, C>(conn, record).await, _ => Ok(None))
}

async fn of_row<T: Logged, C: ConnectionTrait>(
    conn: &C,
    record: &record::Model,
) -> Result<Option<Image>, Fault> {
    let found = T::Entity::find()
        .filter(ExprTrait::eq(Expr::col("id"), record.id))
        .one(conn)
        .await?;
    let is_as_recorded = |row: &T| {
        row.audience() == record.audience
            && row.words_audience() == record.words_audience
            && row.archived_on() == record.archived_on
            && row.recorded_at() == record.recorded_at
    };
    let Some(row) = found.filter(is_as_recorded) else {
        return Ok(None);
    };
    let parts = row.parts(conn).await?;
    Image::of::<T>(&row, &parts).map(Some)
}
