//! Users who are made.

use std::collections::HashSet;

use entity::enums::{Language, Role, UserState};
use entity::ids::{PersonId, UserId};
use entity::{user, user_scope_category, user_scope_programme};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Map;

use crate::concepts::access::password::Hashed;
use crate::concepts::access::users::change::open;
use crate::concepts::access::users::normalise;
use crate::concepts::access::viewer::Scope;
use crate::concepts::log::{Changed, Hand};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// A user to be made.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// Her id.
    pub id: UserId,
    /// Who she is; a person signs in as one user at most.
    pub person: PersonId,
    /// Her address, in any case.
    pub email: String,
    /// Her password.
    pub password: Hashed,
    /// Her role.
    pub role: Role,
    /// The language she reads.
    pub language: Language,
    /// Whether she may sign in with it.
    pub state: UserState,
    /// What a partner may see.
    pub scope: Scope,
}

/// Makes a user. Answers with what she begins, of what may stay in the log.
///
/// # Errors
/// When the address will not do, or either the address or the person is taken.
pub async fn create(hand: &mut impl Hand, new: NewUser) -> Result<Changed, WriteError> {
    let email = free_address(hand.conn(), &new.email, new.id).await?;
    let hers = user::Column::PersonId.eq(new.person);
    let hers = user::Entity::find().filter(hers).one(hand.conn()).await;
    if hers.map_err(Fault::from)?.is_some() {
        let message = "There is a user for this person already.";
        let at = Path::root().field("person");
        return Err(UserError::new(UserErrorCode::Duplicate, &at, message).into());
    }
    let row = user::Model {
        id: new.id,
        person_id: new.person,
        email,
        password_hash: Some(new.password.0),
        role: new.role,
        state: new.state,
        access_epoch: 1,
        language: new.language,
        created_at: hand.app().clock.now(),
        version: 0,
    };
    hand.insert(&row).await?;
    let begins = [Map::new(), open(&row, &new.scope)];
    let made = Changed::between(begins, [Map::new(), Map::new()]);
    insert_scope(hand, new.id, new.scope).await?;
    Ok(made)
}

/// An address as it is kept, if it is one.
fn address(raw: &str) -> Result<String, WriteError> {
    let at = Path::root().field("email");
    let mut check = Check::default();
    let address = check.line(&at, &normalise(raw));
    let address = check.done_with(address)?;
    let is_address = address
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    if is_address && address.len() <= 254 && !address.contains(char::is_whitespace) {
        return Ok(address);
    }
    let message = "An e-mail address has a name, an @ and a host.";
    Err(UserError::new(UserErrorCode::Invalid, &at, message).into())
}

/// An address as it is kept, if it is one and nobody else has it.
pub(super) async fn free_address<C: ConnectionTrait>(
    conn: &C,
    raw: &str,
    of: UserId,
) -> Result<String, WriteError> {
    let email = address(raw)?;
    let taken = user::Entity::find()
        .filter(user::Column::Email.eq(&email))
        .filter(user::Column::Id.ne(of))
        .one(conn)
        .await;
    if taken.map_err(Fault::from)?.is_some() {
        let message = "There is a user with this address already.";
        let at = Path::root().field("email");
        return Err(UserError::new(UserErrorCode::Duplicate, &at, message).into());
    }
    Ok(email)
}

/// Takes away all that a partner may see.
pub(super) async fn clear_scope<C: ConnectionTrait>(conn: &C, of: UserId) -> Result<(), Fault> {
    user_scope_programme::Entity::delete_many()
        .filter(user_scope_programme::Column::UserId.eq(of))
        .exec(conn)
        .await?;
    user_scope_category::Entity::delete_many()
        .filter(user_scope_category::Column::UserId.eq(of))
        .exec(conn)
        .await?;
    Ok(())
}

/// What was named twice counts once.
pub(super) async fn insert_scope(
    hand: &mut impl Hand,
    user_id: UserId,
    scope: Scope,
) -> Result<(), Fault> {
    let (programmes, categories): (HashSet<_>, HashSet<_>) = (
        scope.programmes.into_iter().collect(),
        scope.categories.into_iter().collect(),
    );
    for programme_id in programmes {
        let row = user_scope_programme::Model {
            user_id,
            programme_id,
        };
        hand.insert(&row).await?;
    }
    for category in categories {
        let row = user_scope_category::Model { user_id, category };
        hand.insert(&row).await?;
    }
    Ok(())
}
