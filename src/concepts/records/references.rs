//! References to other things: that each is there, may be seen, and is in use.

use std::collections::HashSet;

use entity::ids::{DistrictId, MemberId, PersonId, RecordId};
use entity::{district, member, record};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::concepts::log::Tx;
use crate::concepts::log::tx::sees_record;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, RecordKind};
use crate::kit::user_error::{Path, UserErrorCode};

/// The most references of one input, in all its lists together: they are looked up by statements
/// that take so many values and no more, and rows are made of them.
const MOST: usize = 2_000;

/// References gathered from an input, looked up together.
#[derive(Debug, Default)]
pub struct References {
    wanted: Wanted,
    kept: HashSet<(Kind, Uuid)>,
}

impl References {
    /// Begins with what a record refers to already, as far as the viewer sees it: that may stay,
    /// archived or not.
    #[must_use]
    pub fn keeping(kept: HashSet<(Kind, Uuid)>) -> Self {
        Self {
            kept,
            ..Self::default()
        }
    }

    /// Asks for a reference to be looked up.
    pub fn want<I: RecordKind>(&mut self, path: &Path, id: Option<I>) {
        self.wanted
            .extend(id.map(|id| (path.clone(), I::KIND, id.uuid())));
    }

    /// Asks for the references of a list.
    pub fn want_all<I: RecordKind>(&mut self, path: &Path, ids: &[I]) {
        for (position, id) in ids.iter().enumerate() {
            self.want(&path.item(position), Some(*id));
        }
    }

    /// Looks all of them up, and notes those that are not there for the viewer or are archived.
    /// Answers the ids of the records that she sees: nothing further may be said of others.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn look_up(self, tx: &mut Tx, check: &mut Check) -> Result<HashSet<Uuid>, Fault> {
        if self.wanted.len() > MOST {
            let message = format!(
                "At most {MOST} things are named in one input, in all its lists together; you sent \
                 {}.",
                self.wanted.len()
            );
            check.refuse(UserErrorCode::TooMany, &Path::root(), message);
        }
        if check.has_too_many() {
            return Ok(HashSet::new());
        }
        let members: Vec<_> = self
            .wanted
            .iter()
            .filter(|(_, kind, _)| *kind == Kind::Member)
            .map(|(_, _, id)| MemberId(*id))
            .collect();
        let people = know_members(tx, members).await?;
        let kept = self.kept;
        let is_new = |(_, kind, id): &(Path, Kind, Uuid)| !kept.contains(&(*kind, *id));
        let (districts, records): (Vec<_>, Vec<_>) = self
            .wanted
            .into_iter()
            .filter(is_new)
            .partition(|(_, kind, _)| *kind == Kind::District);
        look_up_districts(tx, check, districts).await?;
        let mut seen = look_up_records(tx, check, records, &people).await?;
        seen.extend(kept.into_iter().map(|(_, id)| id));
        Ok(seen)
    }
}

/// Those of some records that the viewer sees, archived or not.
///
/// # Errors
/// When the database does not answer.
pub async fn seen_among(
    tx: &Tx,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashSet<(Kind, Uuid)>, Fault> {
    let found = record::Entity::find()
        .filter(record::Column::Id.is_in(ids.into_iter().map(RecordId)))
        .filter(sees_record(tx.viewer()))
        .all(tx.conn())
        .await?;
    let known = |row: record::Model| Some((Kind::of_prefix(&row.kind)?, row.id.0));
    Ok(found.into_iter().filter_map(known).collect())
}

/// The people behind the memberships, whom most acts want to know.
async fn know_members(tx: &mut Tx, wanted: Vec<MemberId>) -> Result<People, Fault> {
    if wanted.is_empty() {
        return Ok(People::new());
    }
    let found: Vec<(MemberId, PersonId)> = member::Entity::find()
        .select_only()
        .columns([member::Column::Id, member::Column::PersonId])
        .filter(member::Column::Id.is_in(wanted))
        .into_tuple()
        .all(tx.conn())
        .await?;
    tx.know_members(found.iter().copied());
    Ok(found)
}

type People = Vec<(MemberId, PersonId)>;
type Wanted = Vec<(Path, Kind, Uuid)>;

async fn look_up_districts(tx: &Tx, check: &mut Check, wanted: Wanted) -> Result<(), Fault> {
    if wanted.is_empty() {
        return Ok(());
    }
    let ids = wanted.iter().map(|(_, _, id)| DistrictId(*id));
    let found = district::Entity::find()
        .filter(district::Column::Id.is_in(ids))
        .all(tx.conn())
        .await?;
    for (path, kind, id) in wanted {
        if !found.iter().any(|row| row.id.0 == id) {
            absent(check, &path, kind);
        }
    }
    Ok(())
}

/// A member is in use as long as the person is.
async fn look_up_records(
    tx: &Tx,
    check: &mut Check,
    wanted: Wanted,
    people: &People,
) -> Result<HashSet<Uuid>, Fault> {
    if wanted.is_empty() {
        return Ok(HashSet::new());
    }
    let ids = wanted.iter().map(|(_, _, id)| RecordId(*id));
    let ids = ids.chain(people.iter().map(|(_, person)| RecordId::from(*person)));
    let found = record::Entity::find()
        .filter(record::Column::Id.is_in(ids))
        .filter(sees_record(tx.viewer()))
        .all(tx.conn())
        .await?;
    let is_archived = |id: Uuid| {
        found
            .iter()
            .any(|row| row.id.0 == id && row.archived_on.is_some())
    };
    for (path, kind, id) in wanted {
        let person = people.iter().find(|(member, _)| member.0 == id);
        match found
            .iter()
            .find(|row| row.id.0 == id && row.kind == kind.prefix())
        {
            None => absent(check, &path, kind),
            Some(_) if is_archived(id) || person.is_some_and(|(_, id)| is_archived(id.0)) => {
                let message = format!("This {} is archived; restore it first.", kind.prefix());
                check.refuse(UserErrorCode::Invalid, &path, message);
            }
            Some(_) => {}
        }
    }
    Ok(found.iter().map(|row| row.id.0).collect())
}

fn absent(check: &mut Check, path: &Path, kind: Kind) {
    let message = format!(
        "There is no such {}, or none that you may see.",
        kind.prefix()
    );
    check.refuse(UserErrorCode::NotFound, path, message);
}
