//! Who may act for whom.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::enums::{Role, UserState};
use entity::ids::MemberId;
use entity::{acting, member, person, user};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use serde_json::Value;

use crate::concepts::access::context::Reader;
use crate::concepts::access::viewer::{Acting, Viewer};
use crate::concepts::log::part;
use crate::kit::fault::Fault;

/// The roles that may act for a member.
pub const MAY_ACT: [Role; 2] = [Role::Aide, Role::Coordinator];

/// The viewer that somebody is while he acts for a member; `None` when she does not let him, or
/// when she may not sign in as a member herself.
///
/// # Errors
/// When the database does not answer.
pub async fn on_behalf<C: ConnectionTrait>(
    conn: &C,
    who: &Viewer,
    member: MemberId,
) -> Result<Option<Viewer>, Fault> {
    let acting = Acting {
        user: who.user,
        member,
    };
    if !MAY_ACT.contains(&who.role) || grant(acting).one(conn).await?.is_none() {
        return Ok(None);
    }
    let to_member = user::Entity::belongs_to(member::Entity)
        .from(user::Column::PersonId)
        .to(member::Column::PersonId);
    let hers = user::Entity::find()
        .join(JoinType::InnerJoin, to_member.into())
        .filter(member::Column::Id.eq(member))
        .filter(user::Column::Role.eq(Role::Member))
        .filter(user::Column::State.eq(UserState::Active))
        .one(conn)
        .await?;
    Ok(hers.map(|hers| Viewer {
        user: hers.id,
        person: hers.person_id,
        member: Some(member),
        role: Role::Aide,
        acting: Some(acting),
        ..who.clone()
    }))
}

/// The user by whom something is done, as long as she may sign in with the rights that she had when
/// she asked and, where she acts for a member, may do so still.
#[must_use]
pub fn standing(viewer: &Viewer) -> Select<user::Entity> {
    let select = user::Entity::find_by_id(viewer.actor())
        .filter(user::Column::State.eq(UserState::Active))
        .filter(user::Column::AccessEpoch.eq(viewer.epoch));
    let Some(acting) = viewer.acting else {
        return select;
    };
    let to_grant = user::Entity::belongs_to(acting::Entity)
        .from(user::Column::Id)
        .to(acting::Column::UserId);
    select
        .join(JoinType::InnerJoin, to_grant.into())
        .filter(acting::Column::MemberId.eq(acting.member))
        .filter(acting::Column::EndedAt.is_null())
}

/// The name under which a membership has those who act for her among its parts.
pub const PART: &str = "acting";

/// All whom a member ever let act for her, as a part of her membership: so the log commits to it.
///
/// # Errors
/// When the database does not answer.
pub async fn part_of<C: ConnectionTrait>(
    conn: &C,
    member: MemberId,
) -> Result<(&'static str, Value), Fault> {
    let of = acting::Column::MemberId.eq(member);
    let rows = acting::Entity::find().filter(of).all(conn).await?;
    part(PART, &rows)
}

fn grant(acting: Acting) -> Select<acting::Entity> {
    acting::Entity::find_by_id((acting.member, acting.user))
        .filter(acting::Column::EndedAt.is_null())
}

/// A member for whom the viewer may act.
#[derive(Clone, Debug)]
pub struct ActingFor {
    /// Since when.
    pub grant: acting::Model,
    /// Who she is.
    pub person: person::Model,
}

/// For whom a user may act, the longest first.
///
/// # Errors
/// When the database does not answer.
pub async fn acting_of<C: ConnectionTrait>(
    conn: &C,
    viewer: &Viewer,
) -> Result<Vec<ActingFor>, Fault> {
    let to_member = acting::Entity::belongs_to(member::Entity)
        .from(acting::Column::MemberId)
        .to(member::Column::Id);
    let to_person = member::Entity::belongs_to(person::Entity)
        .from(member::Column::PersonId)
        .to(person::Column::Id);
    let found = acting::Entity::find()
        .join(JoinType::InnerJoin, to_member.into())
        .join(JoinType::InnerJoin, to_person.into())
        .select_also(person::Entity)
        .filter(acting::Column::UserId.eq(viewer.actor()))
        .filter(acting::Column::EndedAt.is_null())
        .order_by_asc(acting::Column::GrantedAt)
        .order_by_asc(acting::Column::MemberId)
        .all(conn)
        .await?;
    let with_person = |(grant, person): (_, Option<_>)| {
        Some(ActingFor {
            grant,
            person: person?,
        })
    };
    Ok(found.into_iter().filter_map(with_person).collect())
}

/// Asks who may act for a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ActingGrants(pub MemberId);

impl Loader<ActingGrants> for Reader {
    type Value = Vec<(acting::Model, user::Model)>;
    type Error = Fault;

    async fn load(
        &self,
        keys: &[ActingGrants],
    ) -> Result<HashMap<ActingGrants, Self::Value>, Fault> {
        let to_user = acting::Entity::belongs_to(user::Entity)
            .from(acting::Column::UserId)
            .to(user::Column::Id);
        let rows = acting::Entity::find()
            .join(JoinType::InnerJoin, to_user.into())
            .select_also(user::Entity)
            .filter(acting::Column::MemberId.is_in(keys.iter().map(|key| key.0)))
            .filter(acting::Column::EndedAt.is_null())
            .order_by_asc(acting::Column::GrantedAt)
            .order_by_asc(acting::Column::UserId)
            .all(self.conn())
            .await?;
        let mut found: HashMap<_, Self::Value> =
            keys.iter().map(|key| (*key, Vec::new())).collect();
        for (grant, user) in rows {
            if let (Some(list), Some(user)) = (found.get_mut(&ActingGrants(grant.member_id)), user)
            {
                list.push((grant, user));
            }
        }
        Ok(found)
    }
}
