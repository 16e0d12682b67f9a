//! Taking records out of the lists and putting them back, many at once, each answered by itself.

use std::collections::HashSet;

use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use entity::ids::RecordId;
use entity::record;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::policy::allow_on_any;
use crate::concepts::access::{self, Allowed};
use crate::concepts::log::{Act, Logged, Tx, Whole, load, save};
use crate::concepts::records::each::Each;
use crate::concepts::records::kinds::of_kind;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, parse_any};
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// Records to be taken out of the lists.
#[derive(InputObject, Clone, Debug)]
pub struct ArchiveInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which records, of whatever kind; what hangs on a meeting or document goes with it.
    pub ids: Vec<ID>,
    /// From which day; today when absent.
    pub on: Option<Day>,
}

/// Archived records to be put back.
#[derive(InputObject, Clone, Debug)]
pub struct RestoreInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which records, of whatever kind; what went with a meeting or document comes back with it.
    pub ids: Vec<ID>,
}

impl Act for ArchiveInput {
    const NAME: &'static str = "archive";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let on = self.on.map_or(tx.today(), |day| day.0);
        let mut check = Check::default();
        check.day_come(&Path::root().field("on"), on, tx.today());
        check.done()?;
        all(tx, access::Act::Archive, &self.ids, Some(on)).await
    }
}

impl Act for RestoreInput {
    const NAME: &'static str = "restore";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        all(tx, access::Act::Restore, &self.ids, None).await
    }
}

async fn all(
    tx: &mut Tx,
    act: access::Act,
    ids: &[ID],
    to: Option<NaiveDate>,
) -> Result<RecordId, WriteError> {
    let (mut each, mut carried) = (Each::of(ids)?, HashSet::new());
    // These first: what hangs on them goes with them, whether or not it is named too.
    let mut named: Vec<_> = ids.iter().enumerate().collect();
    named.sort_by_key(|(_, raw)| !parse_any(raw).is_ok_and(|(kind, _)| carries(kind)));
    for (position, raw) in named {
        each.take(position, one(tx, act, raw, to, &mut carried).await)?;
    }
    each.end(tx)
}

async fn one(
    tx: &mut Tx,
    act: access::Act,
    raw: &ID,
    to: Option<NaiveDate>,
    carried: &mut HashSet<RecordId>,
) -> Result<RecordId, WriteError> {
    let root = Path::root();
    let (kind, uuid) = parse_any(raw)
        .map_err(|message| UserError::new(UserErrorCode::InvalidId, &root, message))?;
    let id = RecordId(uuid);
    let allowed = allow_on_any(tx, act, kind, id).await?;
    let Some(record) = tx
        .subject()
        .filter(|record| record.kind == kind.prefix())
        .cloned()
    else {
        return Err(access::policy::not_found());
    };
    if carried.contains(&id) {
        return Ok(id);
    }
    if record.archived_on.is_some() == to.is_some() {
        let message = if to.is_some() {
            "This is archived already."
        } else {
            "This is not archived."
        };
        return Err(UserError::new(UserErrorCode::InvalidTransition, &root, message).into());
    }
    if to.is_none() && is_parent_archived(tx, &record).await? {
        let message = "What this hangs on is archived: restore that first, and this comes with it.";
        return Err(UserError::new(UserErrorCode::InvalidTransition, &root, message).into());
    }
    put(tx, &allowed, kind, id, None, to).await?;
    if carries(kind) {
        carried.extend(carry(tx, &allowed, &record, to).await?);
    }
    Ok(id)
}

/// Whether other records hang on those of a kind.
fn carries(kind: Kind) -> bool {
    matches!(kind, Kind::Meeting | Kind::Document)
}

/// What is in use cannot hang on what is not.
async fn is_parent_archived(tx: &Tx, record: &record::Model) -> Result<bool, Fault> {
    let Some(parent) = record.parent_id else {
        return Ok(false);
    };
    let parent = record::Entity::find_by_id(parent).one(tx.conn()).await?;
    Ok(parent.is_some_and(|parent| parent.archived_on.is_some()))
}

/// What hangs on a record and is in use goes with it, and what went with it comes back with it.
/// Answers what that was.
async fn carry(
    tx: &mut Tx,
    allowed: &Allowed,
    on: &record::Model,
    to: Option<NaiveDate>,
) -> Result<Vec<RecordId>, Fault> {
    let children = tx.lock_children(on.id).await?;
    let mut carried = Vec::new();
    for child in children.into_iter().filter(|child| match to {
        Some(_) => child.archived_on.is_none(),
        None => child.went_with_parent,
    }) {
        if let Some(kind) = Kind::of_prefix(&child.kind) {
            put(tx, allowed, kind, child.id, Some(on.id), to).await?;
            carried.push(child.id);
        }
    }
    Ok(carried)
}

async fn put(
    tx: &mut Tx,
    allowed: &Allowed,
    kind: Kind,
    id: RecordId,
    parent: Option<RecordId>,
    to: Option<NaiveDate>,
) -> Result<(), Fault> {
    let none = || Err(Fault::internal("a record of a kind that is none"));
    of_kind!(kind, Row => set::<Row>(tx, allowed, id, parent, to).await, _ => none())
}

async fn set<T>(
    tx: &mut Tx,
    allowed: &Allowed,
    id: RecordId,
    parent: Option<RecordId>,
    to: Option<NaiveDate>,
) -> Result<(), Fault>
where
    T: Logged,
{
    let mut before: Whole<T> = load(tx, id).await?;
    before.parent = before.parent.or(parent);
    let mut after = before.clone();
    after.row.set_archived_on(to);
    save(tx, allowed, Some(&before), &after).await?;
    let went_with_parent = parent.is_some() && to.is_some();
    record::Entity::update_many()
        .col_expr(
            record::Column::WentWithParent,
            Expr::value(went_with_parent),
        )
        .filter(record::Column::Id.eq(id))
        .exec(tx.conn())
        .await?;
    Ok(())
}
