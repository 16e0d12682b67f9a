//! What an administrator changes of a user. Her access epoch rises with each change that must
//! reach what she has signed in with: sessions and tokens made before hold no longer.

use entity::enums::{Language, Role, UserState};
use entity::user;
use sea_orm::{
    ActiveEnum, ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, Set,
};
use serde_json::{Map, Value, json};

use crate::concepts::access::password::Hashed;
use crate::concepts::access::users::create::{clear_scope, free_address, insert_scope};
use crate::concepts::access::users::viewer::scope;
use crate::concepts::access::viewer::Scope;
use crate::concepts::log::Changed;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::to_id;
use crate::kit::user_error::WriteError;

/// Keeps a user out or lets her in again; whatever she was signed in with stays void. Answers
/// whether there was anything to change.
///
/// # Errors
/// When the database does not answer.
pub async fn set_state(
    tx: &DatabaseTransaction,
    user: &user::Model,
    state: UserState,
) -> Result<bool, Fault> {
    if user.state == state {
        return Ok(false);
    }
    let mut row = user.clone().into_active_model();
    row.state = Set(state);
    row.access_epoch = Set(user.access_epoch + 1);
    row.update(tx).await?;
    Ok(true)
}

/// Gives a user another password; whatever she was signed in with is void.
///
/// # Errors
/// When the database does not answer.
pub async fn set_password(
    tx: &DatabaseTransaction,
    user: &user::Model,
    password: Hashed,
) -> Result<(), Fault> {
    let mut row = user.clone().into_active_model();
    row.password_hash = Set(Some(password.0));
    row.access_epoch = Set(user.access_epoch + 1);
    row.update(tx).await?;
    Ok(())
}

/// What is to be other of a user; `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Another address.
    pub email: Option<String>,
    /// Another role; who is a partner no longer is not narrowed any more.
    pub role: Option<Role>,
    /// Another language to read.
    pub language: Option<Language>,
    /// All that a partner may see, anew.
    pub scope: Option<Scope>,
}

/// Changes a user; where her role, her address or what she may see is another than before, whatever
/// she was signed in with is void. Answers what changed of her.
///
/// # Errors
/// When the address will not do or is taken, or the database does not answer.
pub async fn change(
    tx: &DatabaseTransaction,
    user: &user::Model,
    changes: Changes,
) -> Result<Changed, WriteError> {
    let mut row = user.clone();
    if let Some(email) = &changes.email {
        row.email = free_address(tx, email, user.id).await?;
    }
    row.role = changes.role.unwrap_or(user.role);
    row.language = changes.language.unwrap_or(user.language);
    let had = scope(tx, user.id).await?;
    let is_widened = user.role == Role::Partner && row.role != Role::Partner;
    let scope = changes.scope.or(is_widened.then(Scope::default));
    let scope = scope.unwrap_or_else(|| had.clone());
    let difference = Changed::between(
        [open(user, &had), open(&row, &scope)],
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
    insert_scope(tx, user.id, scope).await?;
    Ok(difference)
}

/// What the log may keep of a user for ever. What a partner may see is in an order of its own, and
/// what was named twice counts once.
fn open(row: &user::Model, scope: &Scope) -> Map<String, Value> {
    let mut programmes: Vec<_> = scope.programmes.iter().map(|id| to_id(*id).0).collect();
    let mut categories: Vec<_> = scope.categories.iter().map(ActiveEnum::to_value).collect();
    for names in [&mut programmes, &mut categories] {
        names.sort_unstable();
        names.dedup();
    }
    Map::from_iter([
        ("role".to_owned(), json!(row.role)),
        ("language".to_owned(), json!(row.language)),
        ("programmes".to_owned(), json!(programmes)),
        ("categories".to_owned(), json!(categories)),
    ])
}

/// What of a user can be erased from the log.
fn closed(row: &user::Model) -> Map<String, Value> {
    Map::from_iter([("email".to_owned(), json!(row.email))])
}

/// How many administrators can sign in.
///
/// # Errors
/// When the database does not answer.
pub async fn admins_left(tx: &DatabaseTransaction) -> Result<u64, Fault> {
    Ok(user::Entity::find()
        .filter(user::Column::Role.eq(Role::Admin))
        .filter(user::Column::State.eq(UserState::Active))
        .count(tx)
        .await?)
}
