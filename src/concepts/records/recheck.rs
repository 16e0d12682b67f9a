//! Whether the records and users are still what the log says of them.

use std::collections::HashMap;

use entity::enums::Outcome;
use entity::ids::{EntryId, RecordId};
use entity::{log_entry, log_private, record, user};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Deserialize;
use serde_json::Value;

use crate::concepts::access::users;
use crate::concepts::log::Logged;
use crate::concepts::log::entry::digest;
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
}

/// A record that is not what the log says of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Altered {
    /// Its id, with its kind.
    pub record: String,
    /// The last entry that speaks of it; `None` when none does.
    pub entry: Option<EntryId>,
}

/// The records and users that are not what their last entry in the log says, or of which it says
/// nothing: their row, one of their parts (such as a user's scope and tokens) or their version was
/// changed, added or removed by something else than a mutation. Whose records are (the people of a
/// record) is not in the log.
///
/// # Errors
/// When the database does not answer, or an entry is not in the form in which entries are written.
pub async fn altered<C: ConnectionTrait>(conn: &C) -> Result<Vec<Altered>, Fault> {
    let mut last: HashMap<String, (EntryId, Said)> = HashMap::new();
    let done = log_entry::Column::Outcome.eq(Outcome::Done);
    for entry in log_entry::Entity::find().filter(done).all(conn).await? {
        let changes: Vec<Value> = serde_json::from_value(entry.changes).map_err(Fault::internal)?;
        // What an entry only names, such as a token, it says nothing of.
        for change in changes
            .into_iter()
            .filter(|change| change.get("digest").is_some())
        {
            let said: Said = serde_json::from_value(change).map_err(Fault::internal)?;
            let is_later = |(_, known): &(EntryId, Said)| known.version < said.version;
            if last.get(&said.record).is_none_or(is_later) {
                last.insert(said.record.clone(), (entry.id, said));
            }
        }
    }
    let mut altered = Vec::new();
    for (id, version) in versions(conn).await? {
        if last
            .get(&id)
            .is_none_or(|(_, said)| said.version != version)
        {
            let entry = last.remove(&id).map(|(entry, _)| entry);
            altered.push(Altered { record: id, entry });
        }
    }
    for (id, (entry, said)) in last {
        let (kind, uuid) = parse_any(&id).map_err(Fault::internal)?;
        let record_id = RecordId(uuid);
        let salted = log_private::Entity::find_by_id((entry, record_id))
            .one(conn)
            .await?;
        let salt = salted.map(|private| private.salt).unwrap_or_default();
        let image = match kind {
            Kind::User => users::image::of(conn, uuid.into()).await?,
            _ => image(conn, kind, record_id).await?,
        };
        if image.is_none_or(|image| digest(&image, &salt) != said.digest) {
            let entry = Some(entry);
            altered.push(Altered { record: id, entry });
        }
    }
    altered.sort();
    Ok(altered)
}

/// All records and users, each with its version.
async fn versions<C: ConnectionTrait>(conn: &C) -> Result<Vec<(String, i64)>, Fault> {
    let records = record::Entity::find().all(conn).await?.into_iter();
    let records = records.map(|row| {
        let kind = Kind::of_prefix(&row.kind);
        let id = kind.map_or(row.kind, |kind| to_text(kind, row.id.0));
        (id, row.version)
    });
    let users = user::Entity::find().all(conn).await?.into_iter();
    let users = users.map(|row| (to_text(Kind::User, row.id.0), row.version));
    Ok(records.chain(users).collect())
}

/// A record as it stands; `None` when its row is not there.
async fn image<C: ConnectionTrait>(
    conn: &C,
    kind: Kind,
    id: RecordId,
) -> Result<Option<Image>, Fault> {
    of_kind!(kind, Row => of_row::<Row, C>(conn, id).await, _ => Ok(None))
}

async fn of_row<T: Logged, C: ConnectionTrait>(
    conn: &C,
    id: RecordId,
) -> Result<Option<Image>, Fault> {
    let found = T::Entity::find()
        .filter(ExprTrait::eq(Expr::col("id"), id))
        .one(conn)
        .await?;
    let Some(row) = found else { return Ok(None) };
    let parts = row.parts(conn).await?;
    Image::of::<T>(&row, &parts).map(Some)
}
