//! The user behind a session or token, with her rights as they are now.

use entity::enums::{Role, StakeholderCategory, UserState};
use entity::ids::{MemberId, ProgrammeId, UserId};
use entity::{member, user, user_scope_category, user_scope_programme};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QueryResult, QuerySelect, Select,
};

use crate::concepts::access::viewer::{Scope, Viewer};
use crate::kit::beside::select_beside;
use crate::kit::fault::Fault;

const USER: &str = "of_user_";
const MEMBER: &str = "of_member_id";

/// What somebody signs in by, with the user and her membership: every request begins with it,
/// so that it is one statement.
#[derive(Clone, Debug)]
pub(in crate::concepts::access) struct SignIn<M> {
    /// The session or token.
    pub(in crate::concepts::access) by: M,
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
pub(in crate::concepts::access) async fn sign_in<C, E>(
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
pub(in crate::concepts::access) async fn viewer_by<C: ConnectionTrait, M>(
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
        acting: None,
        epoch,
    }))
}

/// What a partner may see.
pub(super) async fn scope<C: ConnectionTrait>(conn: &C, id: UserId) -> Result<Scope, Fault> {
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
