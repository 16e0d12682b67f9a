//! All users, as an administrator looks them through.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::enums::StakeholderCategory;
use entity::ids::UserId;
use entity::{log_entry, person, programme, user, user_scope_category, user_scope_programme};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use crate::concepts::access::sessions::SIGN_IN;
use crate::kit::fault::Fault;

/// A user, who she is and what she may see.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The user.
    pub user: user::Model,
    /// Who she is.
    pub person: person::Model,
    /// What a partner may see; empty for others.
    pub scope: ScopeInWords,
    /// When she signed in last.
    pub signed_in_at: Option<DateTime<Utc>>,
}

/// What a partner may see, with the rows behind it.
#[derive(Clone, Debug, Default)]
pub struct ScopeInWords {
    /// Programmes.
    pub programmes: Vec<programme::Model>,
    /// Categories of stakeholders.
    pub categories: Vec<StakeholderCategory>,
}

/// All users, by address, in as many statements whatever their number.
///
/// # Errors
/// When the database does not answer.
pub async fn all<C: ConnectionTrait>(conn: &C) -> Result<Vec<Listed>, Fault> {
    let to_person = user::Entity::belongs_to(person::Entity)
        .from(user::Column::PersonId)
        .to(person::Column::Id);
    let users: Vec<(user::Model, Option<person::Model>)> = user::Entity::find()
        .join(JoinType::InnerJoin, to_person.into())
        .select_also(person::Entity)
        .order_by_asc(user::Column::Email)
        .all(conn)
        .await?;
    let (mut scopes, signed_in) = (scopes(conn).await?, signed_in(conn).await?);
    let listed = users.into_iter().filter_map(|(user, person)| {
        Some(Listed {
            scope: scopes.remove(&user.id).unwrap_or_default(),
            signed_in_at: signed_in.get(&user.id).copied(),
            person: person?,
            user,
        })
    });
    Ok(listed.collect())
}

async fn scopes<C: ConnectionTrait>(conn: &C) -> Result<HashMap<UserId, ScopeInWords>, Fault> {
    let to_programme = user_scope_programme::Entity::belongs_to(programme::Entity)
        .from(user_scope_programme::Column::ProgrammeId)
        .to(programme::Column::Id);
    let programmes = user_scope_programme::Entity::find()
        .join(JoinType::InnerJoin, to_programme.into())
        .select_also(programme::Entity)
        .order_by_asc(user_scope_programme::Column::ProgrammeId)
        .all(conn)
        .await?;
    let categories = user_scope_category::Entity::find()
        .order_by_asc(user_scope_category::Column::Category)
        .all(conn)
        .await?;
    let mut scopes: HashMap<UserId, ScopeInWords> = HashMap::new();
    for (row, programme) in programmes {
        let scope = scopes.entry(row.user_id).or_default();
        scope.programmes.extend(programme);
    }
    for row in categories {
        let scope = scopes.entry(row.user_id).or_default();
        scope.categories.push(row.category);
    }
    Ok(scopes)
}

/// When each signed in last: the log keeps it, since sessions end.
async fn signed_in<C: ConnectionTrait>(conn: &C) -> Result<HashMap<UserId, DateTime<Utc>>, Fault> {
    let rows: Vec<(UserId, DateTime<Utc>)> = log_entry::Entity::find()
        .select_only()
        .column(log_entry::Column::ActorId)
        .column_as(log_entry::Column::At.max(), "last")
        .filter(log_entry::Column::Act.eq(SIGN_IN))
        .filter(log_entry::Column::ActorId.is_not_null())
        .group_by(log_entry::Column::ActorId)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().collect())
}
