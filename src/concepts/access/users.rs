//! Users: made by an administrator, read anew for each request.

use entity::enums::{Language, Role, StakeholderCategory, UserState};
use entity::ids::{MemberId, PersonId, ProgrammeId, UserId};
use entity::{member, user, user_scope_category, user_scope_programme};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult,
    IntoActiveModel, JoinType, QueryFilter, QueryResult, QuerySelect, Select,
};

use crate::app::App;
use crate::concepts::access::password;
use crate::concepts::access::viewer::{Scope, Viewer};
use crate::kit::beside::select_beside;
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

/// An address as it is kept: trimmed, in lower case.
#[must_use]
pub fn normalise(email: &str) -> String {
    email.trim().to_lowercase()
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

const USER: &str = "of_user_";
const MEMBER: &str = "of_member_id";

/// What somebody signs in by, with the user and her membership: every request begins with it,
/// so that it is one statement.
#[derive(Clone, Debug)]
pub(super) struct SignIn<M> {
    /// The session or token.
    pub(super) by: M,
    user: user::Model,
    member: Option<MemberId>,
}

impl<M: FromQueryResult> FromQueryResult for SignIn<M> {
    fn from_query_result(found: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        Ok(Self {
            by: M::from_query_result(found, prefix)?,
            user: user::Model::from_query_result(found, USER)?,
            member: found.try_get("", MEMBER)?,
        })
    }
}

/// Finds a session or token together with its user.
pub(super) async fn sign_in<C, E>(
    conn: &C,
    by: Select<E>,
    user_id: E::Column,
) -> Result<Option<SignIn<E::Model>>, Fault>
where
    C: ConnectionTrait,
    E: EntityTrait<Model: Send + Sync>,
{
    let to_user = E::belongs_to(user::Entity)
        .from(user_id)
        .to(user::Column::Id);
    let to_member = user::Entity::belongs_to(member::Entity)
        .from(user::Column::PersonId)
        .to(member::Column::PersonId);
    let select = by
        .join(JoinType::InnerJoin, to_user.into())
        .join(JoinType::LeftJoin, to_member.into())
        .column_as(member::Column::Id, MEMBER);
    Ok(select_beside(select, user::Entity, USER)
        .into_model()
        .one(conn)
        .await?)
}

/// The viewer that a user is, if she may sign in and her rights have not changed since
/// `epoch` was taken.
///
/// # Errors
/// When the database does not answer.
pub async fn viewer<C: ConnectionTrait>(
    conn: &C,
    id: UserId,
    epoch: i64,
) -> Result<Option<Viewer>, Fault> {
    let Some(user) = user::Entity::find_by_id(id).one(conn).await? else {
        return Ok(None);
    };
    let member = member::Entity::find()
        .filter(member::Column::PersonId.eq(user.person_id))
        .one(conn)
        .await?;
    let found = SignIn {
        by: (),
        member: member.map(|row| row.id),
        user,
    };
    viewer_by(conn, found, epoch).await
}

/// The viewer of a session or token that holds, as [`viewer`].
pub(super) async fn viewer_by<C: ConnectionTrait, M>(
    conn: &C,
    found: SignIn<M>,
    epoch: i64,
) -> Result<Option<Viewer>, Fault> {
    let SignIn { user, member, .. } = found;
    if user.state != UserState::Active || user.access_epoch != epoch {
        return Ok(None);
    }
    let scope = if user.role == Role::Partner {
        scope(conn, user.id).await?
    } else {
        Scope::default()
    };
    Ok(Some(Viewer {
        user: user.id,
        email: user.email,
        person: user.person_id,
        member,
        role: user.role,
        scope,
        language: user.language,
    }))
}

async fn scope<C: ConnectionTrait>(conn: &C, id: UserId) -> Result<Scope, Fault> {
    let programmes: Vec<ProgrammeId> = user_scope_programme::Entity::find()
        .select_only()
        .column(user_scope_programme::Column::ProgrammeId)
        .filter(user_scope_programme::Column::UserId.eq(id))
        .into_tuple()
        .all(conn)
        .await?;
    let categories: Vec<StakeholderCategory> = user_scope_category::Entity::find()
        .select_only()
        .column(user_scope_category::Column::Category)
        .filter(user_scope_category::Column::UserId.eq(id))
        .into_tuple()
        .all(conn)
        .await?;
    Ok(Scope {
        programmes,
        categories,
    })
}
