//! What an administrator changes of a user. Her access epoch rises with each change that must
//! reach what she has signed in with: sessions and tokens made before hold no longer.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entity::enums::{Language, Role, UserState};
use entity::ids::UserId;
use entity::user;
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveEnum, ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect, Set,
};
use serde_json::{Map, Value, json};

use crate::app::App;
use crate::concepts::access::password::Hashed;
use crate::concepts::access::users::create::{clear_scope, free_address, insert_scope};
use crate::concepts::access::users::viewer::scope;
use crate::concepts::access::viewer::Scope;
use crate::concepts::log::{Changed, Hand};
use crate::kit::digest::keyed;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::to_id;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// Those who administer and can sign in, locked until the transaction ends: of two who keep each
/// other out at once, the second sees what the first did.
#[derive(Debug)]
pub struct Administrators(Vec<UserId>);

impl Administrators {
    /// Locks them. Asked first, before any other user is locked, so that nobody waits in a circle.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lock(tx: &DatabaseTransaction) -> Result<Self, Fault> {
        let found = user::Entity::find()
            .filter(user::Column::Role.eq(Role::Admin))
            .filter(user::Column::State.eq(UserState::Active))
            .order_by_asc(user::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .all(tx)
            .await?;
        Ok(Self(found.into_iter().map(|row| row.id).collect()))
    }

    /// Whether a user is one of them.
    #[must_use]
    pub fn has(&self, user: UserId) -> bool {
        self.0.contains(&user)
    }

    /// That one is left without this user.
    fn leave_one_without(&self, user: UserId) -> Result<(), WriteError> {
        if !self.has(user) || self.0.len() > 1 {
            return Ok(());
        }
        let message = "She is the last administrator who can sign in. Let another one in first.";
        Err(UserError::new(UserErrorCode::InvalidTransition, &Path::root(), message).into())
    }
}

/// Keeps a user out or lets her in again; whatever she was signed in with stays void. Answers
/// whether there was anything to change.
///
/// # Errors
/// When she is the last administrator, or the database does not answer.
pub async fn set_state(
    tx: &DatabaseTransaction,
    administrators: &Administrators,
    user: &user::Model,
    state: UserState,
) -> Result<bool, WriteError> {
    if user.state == state {
        return Ok(false);
    }
    if state == UserState::Disabled {
        administrators.leave_one_without(user.id)?;
    }
    let mut row = user.clone().into_active_model();
    row.state = Set(state);
    row.access_epoch = Set(user.access_epoch + 1);
    row.update(tx).await.map_err(Fault::from)?;
    Ok(true)
}

/// Gives a user another password, with which she may sign in or must wait; whatever she was signed
/// in with is void.
///
/// # Errors
/// When the database does not answer.
pub async fn set_password(
    tx: &DatabaseTransaction,
    user: &user::Model,
    password: Hashed,
    state: UserState,
) -> Result<(), Fault> {
    let mut row = user.clone().into_active_model();
    row.state = Set(state);
    row.password_hash = Set(Some(password.0));
    row.access_epoch = Set(user.access_epoch + 1);
    row.update(tx).await?;
    Ok(())
}

/// What is to be other of a user; `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The version of hers from which this was asked; not looked at when absent.
    pub expected_version: Option<String>,
    /// Another address.
    pub email: Option<String>,
    /// Another role; who is a partner no longer is not narrowed any more.
    pub role: Option<Role>,
    /// Another language to read.
    pub language: Option<Language>,
    /// All that a partner may see, anew.
    pub scope: Option<Scope>,
    /// Whether she may still sign in.
    pub state: Option<UserState>,
}

/// The version of a user as administrators see it: opaque.
#[must_use]
pub fn version(app: &App, user: &user::Model) -> String {
    let text = [user.id.0.as_bytes().as_slice(), &user.version.to_be_bytes()].concat();
    let digest = keyed(&app.keys.version, &text);
    URL_SAFE_NO_PAD.encode(digest.get(..9).unwrap_or_default())
}

/// Refuses a change that was asked from an older version.
///
/// # Errors
/// `VERSION_CONFLICT`.
pub fn expect_version(
    app: &App,
    user: &user::Model,
    expected: Option<&String>,
) -> Result<(), WriteError> {
    if expected.is_none_or(|expected| version(app, user) == *expected) {
        return Ok(());
    }
    let message = "Somebody changed this in the meantime. Look at it as it is now, then decide.";
    let path = Path::root().field("expectedVersion");
    Err(UserError::new(UserErrorCode::VersionConflict, &path, message).into())
}

/// Changes a user; where her role, her address or what she may see is another than before, whatever
/// she was signed in with is void. Answers what changed of her.
///
/// # Errors
/// When the address will not do or is taken, she is the last administrator and would be none, or the
/// database does not answer.
pub async fn change(
    hand: &mut impl Hand,
    administrators: &Administrators,
    user: &user::Model,
    changes: Changes,
) -> Result<Changed, WriteError> {
    let tx = hand.conn();
    let mut row = user.clone();
    if let Some(email) = &changes.email {
        row.email = free_address(tx, email, user.id).await?;
    }
    row.role = changes.role.unwrap_or(user.role);
    row.state = changes.state.unwrap_or(user.state);
    if row.role != Role::Admin {
        administrators.leave_one_without(user.id)?;
    }
    row.language = changes.language.unwrap_or(user.language);
    let scope_before = scope(tx, user.id).await?;
    let is_widened = user.role == Role::Partner && row.role != Role::Partner;
    let scope = changes.scope.or(is_widened.then(Scope::default));
    let scope = scope.unwrap_or_else(|| scope_before.clone());
    let difference = Changed::between(
        [open(user, &scope_before), open(&row, &scope)],
        [closed(user), closed(&row)],
    );
    if difference.is_empty() {
        return Ok(difference);
    }
    let is_language_alone = difference.closed.is_empty() && difference.open.keys().eq(["language"]);
    row.access_epoch += i64::from(!is_language_alone);
    let written = row.into_active_model().reset_all().update(tx).await;
    written.map_err(Fault::from)?;
    clear_scope(tx, user.id).await?;
    insert_scope(hand, user.id, scope).await?;
    Ok(difference)
}

/// What the log may keep of a user for ever. What a partner may see is in an order of its own, and
/// what was named twice counts once.
pub(super) fn open(row: &user::Model, scope: &Scope) -> Map<String, Value> {
    let mut programmes: Vec<_> = scope.programmes.iter().map(|id| to_id(*id).0).collect();
    let mut categories: Vec<_> = scope.categories.iter().map(ActiveEnum::to_value).collect();
    for names in [&mut programmes, &mut categories] {
        names.sort_unstable();
        names.dedup();
    }
    Map::from_iter([
        ("role".to_owned(), json!(row.role)),
        ("state".to_owned(), json!(row.state)),
        ("language".to_owned(), json!(row.language)),
        ("programmes".to_owned(), json!(programmes)),
        ("categories".to_owned(), json!(categories)),
    ])
}

/// What the log says where nothing of a user but her state may be other.
#[must_use]
pub fn state_changed(before: UserState, after: UserState) -> Changed {
    let state = |state| Map::from_iter([("state".to_owned(), json!(state))]);
    Changed::between([state(before), state(after)], [Map::new(), Map::new()])
}

/// What of a user can be erased from the log.
fn closed(row: &user::Model) -> Map<String, Value> {
    Map::from_iter([("email".to_owned(), json!(row.email))])
}
