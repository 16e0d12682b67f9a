//! Performing a mutation exactly once: one transaction, one entry, one answer however often it
//! is sent.

use std::future::Future;
use std::sync::Arc;

use async_graphql::{Context, ID, Result};
use entity::enums::Role;
use entity::ids::RecordId;
use entity::{request, user};
use sea_orm::sea_query::{Expr, ExprTrait, LockType, TableRef};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, SqlErr};
use serde_json::Value;
use uuid::Uuid;

use crate::app::App;
use crate::concepts::access::acting;
use crate::concepts::access::users::image::keep;
use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::log::entry::{self, Entry};
use crate::concepts::log::named::Named;
use crate::concepts::log::refusal::{self, Refused};
use crate::concepts::log::tx::Tx;
use crate::concepts::records::Found;
use crate::kit::batch::Batch;
use crate::kit::digest::{canonical, keyed};
use crate::kit::fault::{Fault, FaultKind};
use crate::kit::graphql::id::parse_any;
use crate::kit::ids::is_v7;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// What one mutation does, once its keys are known not to have been used.
pub trait Act: Clone + Send + Sync {
    /// The name of the mutation.
    const NAME: &'static str;

    /// The key under which a replay is recognised.
    fn request_id(&self) -> Option<&ID>;

    /// The id that the client made for the record to be created, another such key.
    fn client_id(&self) -> Option<&ID> {
        None
    }

    /// Does it, and says which record the answer shows.
    fn run(self, tx: &mut Tx) -> impl Future<Output = Result<RecordId, WriteError>> + Send;
}

/// What an act answered.
pub enum Done {
    /// It took effect; what was refused of a bulk act is named.
    Record(RecordId, Vec<UserError>),
    /// It took effect when it was first sent, and changed nothing now.
    Again(RecordId, Vec<UserError>),
    /// It did not; the record that it was about is shown as far as it may be read.
    Refused(Vec<UserError>, Option<RecordId>),
}

/// A mutation's answer, made by the `payload!` macro.
pub trait Payload: Sized {
    /// The object that it shows.
    type Record: Found;

    /// From the record, or what was wrong.
    fn new(record: Option<Self::Record>, user_errors: Vec<UserError>) -> Self;
}

/// Performs a mutation and answers with its payload.
///
/// # Errors
/// When nobody is signed in, or something went wrong with us.
pub async fn perform<A: Act, P: Payload>(ctx: &Context<'_>, input: A) -> Result<P> {
    let performed = performed(ctx, &input).await?;
    Ok(P::new(performed.record, performed.user_errors))
}

/// What a mutation came to.
pub struct Performed<R> {
    /// The record that it shows.
    pub record: Option<R>,
    /// What was wrong with the input.
    pub user_errors: Vec<UserError>,
    /// Whether the same request took effect before, and nothing was done now.
    pub is_again: bool,
}

/// Performs a mutation whose answer has more than its record.
///
/// # Errors
/// As [`perform`].
pub async fn performed<A: Act, R: Found>(ctx: &Context<'_>, input: &A) -> Result<Performed<R>> {
    let done = settle(ctx, input).await?;
    let is_again = matches!(done, Done::Again(..));
    let (record, user_errors) = match done {
        Done::Record(id, _) | Done::Again(id, _) => {
            let record = R::find(ctx, id.0.into()).await;
            (record.map_err(unread)?, Vec::new())
        }
        Done::Refused(errors, shown) => {
            let record = match shown {
                Some(id) => R::find(ctx, id.0.into()).await?,
                None => None,
            };
            (record, errors)
        }
    };
    Ok(Performed {
        record,
        user_errors,
        is_again,
    })
}

/// The write took hold and only its reading failed, so that nobody may be told that it failed.
fn unread(error: async_graphql::Error) -> Fault {
    Fault::new(FaultKind::OutcomeUnknown, error.message)
}

/// Performs a mutation whose answer is not one record.
///
/// # Errors
/// As [`perform`].
pub async fn settle<A: Act>(ctx: &Context<'_>, input: &A) -> Result<Done> {
    let (app, viewer) = (ctx.app()?, Arc::clone(ctx.viewer()?));
    let done = once(app, viewer, input, &content(ctx)?).await?;
    ctx.forget();
    Ok(done)
}

/// The input as it was sent, without the key of the request.
fn content(ctx: &Context<'_>) -> Result<Value> {
    let arguments = ctx.field().arguments()?.into_iter();
    let mut input = serde_json::Map::new();
    for (name, value) in arguments {
        input.insert(name.to_string(), value.into_json()?);
    }
    if let Some(Value::Object(input)) = input.get_mut("input") {
        input.remove("requestId");
    }
    Ok(Value::Object(input))
}

/// Performs an act that comes to another door than GraphQL's. `content` is what was sent, by which a
/// replay is told from another request.
///
/// # Errors
/// When something went wrong with us.
pub async fn once<A: Act>(
    app: &App,
    viewer: Arc<Viewer>,
    input: &A,
    content: &Value,
) -> Result<Done, Fault> {
    let keys = match keys(input) {
        Ok(keys) => keys,
        Err(error) => return Ok(Done::Refused(vec![error], None)),
    };
    let for_whom = viewer.acting_for();
    let for_whom = for_whom.map_or(String::new(), |member| format!(" for {member}"));
    let text = format!("{}{for_whom}{}", A::NAME, canonical(content));
    let digest = keyed(&app.keys.request, text.as_bytes());
    // A unique key that is already there means that the same request, or one with the same id,
    // took effect in the meantime: looked at again, it is a replay or a clash.
    match attempt(app, Arc::clone(&viewer), input, &keys, &digest).await {
        Err(fault) if is_taken(&fault) => {}
        settled => return settled,
    }
    match attempt(app, viewer, input, &keys, &digest).await {
        Err(fault) if is_taken(&fault) => Ok(Done::Refused(vec![id_conflict()], None)),
        settled => settled,
    }
}

fn keys<A: Act>(input: &A) -> Result<Vec<Uuid>, UserError> {
    let path = Path::root().field("requestId");
    let refuse = || {
        let message = "A requestId is a UUIDv7 made by the client.";
        UserError::new(UserErrorCode::InvalidId, &path, message)
    };
    let asked = match input.request_id() {
        Some(raw) => Some(Uuid::try_parse(raw).ok().filter(is_v7).ok_or_else(refuse)?),
        None => None,
    };
    // A malformed client-made id is named with the rest of the input.
    let made = input
        .client_id()
        .and_then(|raw| parse_any(raw).ok())
        .map(|(_, uuid)| uuid);
    // One UUID may serve as both.
    let made = made.filter(|made| Some(*made) != asked);
    Ok(asked.into_iter().chain(made).collect())
}

async fn attempt<A: Act>(
    app: &App,
    viewer: Arc<Viewer>,
    input: &A,
    keys: &[Uuid],
    digest: &[u8],
) -> Result<Done, Fault> {
    let mut tx = Tx::begin(app, viewer).await?;
    let Some(claims) = standing(&tx, keys).await? else {
        return refuse::<A>(tx, app, vec![may_no_longer()]).await;
    };
    if let Some(claimed) = first(claims, keys) {
        return answer(claimed, digest);
    }
    match input.clone().run(&mut tx).await {
        Ok(record) => {
            let refused = std::mem::take(&mut tx.refused);
            finish::<A>(tx, keys, digest, record, &refused).await?;
            Ok(Done::Record(record, refused))
        }
        // On PostgreSQL the same request may have taken hold while this one waited for a lock;
        // then it was not refused, but done.
        Err(WriteError::Refused(errors)) => match settled(&tx, keys, digest).await? {
            Some(done) => Ok(done),
            None => refuse::<A>(tx, app, errors).await,
        },
        Err(WriteError::Fault(fault)) => Err(fault),
    }
}

/// What a request answers whose key was claimed before: its record, or that the key is taken.
async fn settled(tx: &Tx, keys: &[Uuid], digest: &[u8]) -> Result<Option<Done>, Fault> {
    match claim_of(tx, keys).await? {
        Some(claimed) => answer(claimed, digest).map(Some),
        None => Ok(None),
    }
}

fn answer(claimed: request::Model, digest: &[u8]) -> Result<Done, Fault> {
    let is_same = claimed.digest == digest;
    Ok(match claimed.record_id {
        Some(id) if is_same => Done::Again(id, refused_of(claimed.refused)?),
        _ => Done::Refused(vec![id_conflict()], None),
    })
}

/// What was refused of a bulk act when it took effect.
fn refused_of(kept: Option<Value>) -> Result<Vec<UserError>, Fault> {
    kept.map_or(Ok(Vec::new()), serde_json::from_value)
        .map_err(Fault::internal)
}

/// The claim on the first of the keys that was used before.
async fn claim_of(tx: &Tx, keys: &[Uuid]) -> Result<Option<request::Model>, Fault> {
    if keys.is_empty() {
        return Ok(None);
    }
    let claims = request::Entity::find()
        .filter(request::Column::UserId.eq(tx.viewer().actor()))
        .filter(request::Column::Key.is_in(keys.iter().copied()))
        .all(&tx.conn)
        .await?;
    Ok(first(claims, keys))
}

fn first(claims: Vec<request::Model>, keys: &[Uuid]) -> Option<request::Model> {
    let place = |claim: &request::Model| keys.iter().position(|key| *key == claim.key);
    claims.into_iter().min_by_key(place)
}

/// The claims on the keys that were used before, if whoever asks may still write: she was let in
/// before, and since then she may have been kept out, or he may act for her no longer. Who takes it
/// away waits until what is under way has ended; but an administrator's act locks users in an order
/// of its own, and asks again itself.
async fn standing(tx: &Tx, keys: &[Uuid]) -> Result<Option<Vec<request::Model>>, Fault> {
    let keys = keys.to_vec();
    let to_claims = user::Entity::belongs_to(request::Entity)
        .from(user::Column::Id)
        .to(request::Column::UserId)
        .on_condition(move |_, claim| {
            let key = Expr::col((claim, request::Column::Key));
            Condition::all().add(key.is_in(keys.clone()))
        });
    let viewer = tx.viewer();
    let mut select = acting::standing(viewer)
        .join(JoinType::LeftJoin, to_claims.into())
        .select_also(request::Entity);
    if viewer.role != Role::Admin {
        let grant = viewer
            .acting
            .map(|_| TableRef::from(entity::acting::Entity));
        let locked = [TableRef::from(user::Entity)].into_iter().chain(grant);
        QuerySelect::query(&mut select).lock_with_tables(LockType::Share, locked);
    }
    let found = select.all(&tx.conn).await?;
    let is_still = !found.is_empty();
    let claims = found.into_iter().filter_map(|(_, claim)| claim);
    Ok(is_still.then(|| claims.collect()))
}

async fn finish<A: Act>(
    mut tx: Tx,
    keys: &[Uuid],
    digest: &[u8],
    record: RecordId,
    refused: &[UserError],
) -> Result<(), Fault> {
    let (at, user) = (tx.now(), tx.viewer().actor());
    let mut entries = if is_forbidden(refused) {
        let refused = refused_in::<A>(&tx);
        let logged = refusal::entry_of(&tx.conn, tx.viewer(), &refused).await?;
        logged.into_iter().collect()
    } else {
        Vec::new()
    };
    let kept = serde_json::to_value(refused).map_err(Fault::internal)?;
    let kept = (!refused.is_empty()).then_some(kept);
    // What left all as it was is claimed, but nothing was done of which the log could tell.
    if !tx.changes.is_empty() || !tx.touched.is_empty() || !tx.users.is_empty() {
        entries.push(done_in::<A>(&mut tx, keys).await?);
    }
    for key in keys {
        tx.batch.insert(&request::Model {
            user_id: user,
            key: *key,
            digest: digest.to_vec(),
            record_id: Some(record),
            claimed_at: at,
            refused: kept.clone(),
        });
    }
    tx.commit(entries).await
}

/// The entry of what was done. What a user is after it is read back from the tables, as it is when
/// the log is verified.
async fn done_in<A: Act>(tx: &mut Tx, keys: &[Uuid]) -> Result<Entry, Fault> {
    let users = std::mem::take(&mut tx.users);
    if !users.is_empty() {
        std::mem::take(&mut tx.batch).send(&tx.conn).await?;
    }
    let actor = entry::actor_of(tx.viewer());
    let (id, key) = (tx.new_id(), keys.first().copied());
    let mut done = entry::done(id, tx.now(), actor, A::NAME, key, &tx.changes);
    done.name(&Named::all(&tx.conn, &tx.touched).await?);
    for (user, changed) in users {
        let kept = keep(&tx.conn, user).await?;
        let (said, beside) = changed.said(id, &kept, &tx.app().ids);
        done.say(said);
        done.private.push(beside);
    }
    Ok(done)
}

/// Undoes what was begun. A refusal for want of rights leaves an entry, in a transaction of
/// its own.
async fn refuse<A: Act>(mut tx: Tx, app: &App, errors: Vec<UserError>) -> Result<Done, Fault> {
    let is_stale = errors
        .iter()
        .any(|error| error.code == UserErrorCode::VersionConflict);
    let shown = tx.shown.filter(|_| is_stale);
    tx.batch = Batch::default();
    tx.sights = Vec::new();
    if is_forbidden(&errors) {
        tx.conn.rollback().await?;
        tx.conn = app.db.begin().await?;
        let refused = refused_in::<A>(&tx);
        match refusal::entry_of(&tx.conn, tx.viewer(), &refused).await? {
            Some(entry) => tx.commit(vec![entry]).await?,
            None => tx.conn.rollback().await?,
        }
    } else {
        tx.conn.rollback().await?;
    }
    Ok(Done::Refused(errors, shown))
}

fn may_no_longer() -> UserError {
    let message = "You may not do this any more: you were kept out, or she does not let you act for \
                   her. Nothing was written.";
    UserError::new(UserErrorCode::Forbidden, &Path::root(), message)
}

fn is_forbidden(errors: &[UserError]) -> bool {
    errors
        .iter()
        .any(|error| error.code == UserErrorCode::Forbidden)
}

fn refused_in<A: Act>(tx: &Tx) -> Refused<'_> {
    Refused {
        id: tx.new_id(),
        at: tx.now(),
        act: A::NAME,
        records: &tx.forbidden,
    }
}

fn id_conflict() -> UserError {
    let message = "This id was used for something else already. Make a new one.";
    UserError::new(UserErrorCode::IdConflict, &Path::root(), message)
}

fn is_taken(fault: &Fault) -> bool {
    matches!(fault.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
