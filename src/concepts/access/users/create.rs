//! Users who are made.

use entity::enums::{Language, Role, UserState};
use entity::ids::{PersonId, UserId};
use entity::{user, user_scope_category, user_scope_programme};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use crate::app::App;
use crate::concepts::access::password;
use crate::concepts::access::users::normalise;
use crate::concepts::access::viewer::Scope;
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
    pub password: String,
    /// Her role.
    pub role: Role,
    /// The language she reads.
    pub language: Language,
    /// What a partner may see.
    pub scope: Scope,
}

/// Makes a user.
///
/// # Errors
/// When the address or the password will not do, or either the address or the person is taken.
pub async fn create<C: ConnectionTrait>(
    conn: &C,
    app: &App,
    new: NewUser,
) -> Result<(), WriteError> {
    let email = normalise(&new.email);
    let at = |field: &str| Path::root().field(field);
    let is_address = email
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'));
    if !is_address
        || email.len() > 254
        || email.chars().any(|c| c.is_control() || c.is_whitespace())
    {
        let message = "An e-mail address has a name, an @ and a host.";
        return Err(UserError::new(UserErrorCode::Invalid, &at("email"), message).into());
    }
    if let Some(complaint) = password::complaint(&new.password) {
        return Err(UserError::new(UserErrorCode::Invalid, &at("password"), complaint).into());
    }
    let is_taken = user::Entity::find()
        .filter(
            user::Column::Email
                .eq(&email)
                .or(user::Column::PersonId.eq(new.person)),
        )
        .one(conn)
        .await
        .map_err(Fault::from)?;
    if is_taken.is_some() {
        let message = "There is a user with this address or for this person already.";
        return Err(UserError::new(UserErrorCode::Duplicate, &at("email"), message).into());
    }
    let hash = app.hasher.hash(new.password).await?;
    let row = user::Model {
        id: new.id,
        person_id: new.person,
        email,
        password_hash: Some(hash),
        role: new.role,
        state: UserState::Active,
        access_epoch: 1,
        language: new.language,
        created_at: app.clock.now(),
    };
    row.into_active_model()
        .insert(conn)
        .await
        .map_err(Fault::from)?;
    insert_scope(conn, new.id, new.scope).await?;
    Ok(())
}

async fn insert_scope<C: ConnectionTrait>(
    conn: &C,
    user_id: UserId,
    scope: Scope,
) -> Result<(), Fault> {
    for programme_id in scope.programmes {
        let row = user_scope_programme::Model {
            user_id,
            programme_id,
        };
        row.into_active_model().insert(conn).await?;
    }
    for category in scope.categories {
        let row = user_scope_category::Model { user_id, category };
        row.into_active_model().insert(conn).await?;
    }
    Ok(())
}
