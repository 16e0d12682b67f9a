//! Users as the API shows them.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::ids::UserId;
use entity::{user, user_scope_category, user_scope_programme};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::concepts::access::acting::MAY_ACT;
use crate::concepts::access::users::version;
use crate::concepts::access::{CtxExt, Field, Viewer, may_read};
use crate::concepts::people::face::Person;
use crate::concepts::programme::face::Programme;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, list, one, seen, seen_all};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{Language, OrderDirection, Role, StakeholderCategory, UserState};
use crate::kit::graphql::id::{optional_values, to_id};
use crate::kit::graphql::scalars::Instant;
use crate::kit::page::{Key, Limits, Ordering, Place};

/// A sign-in.
#[derive(Clone, Debug)]
pub struct User(pub user::Model);

/// A person's sign-in.
#[Object]
impl User {
    /// Its id; not that of the person.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// Who signs in; null when you may not see that.
    async fn person(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        seen(ctx, Some(self.0.person_id)).await
    }

    /// What she may do, in short.
    async fn role(&self) -> Role {
        self.0.role.into()
    }

    /// Whether she may sign in.
    async fn state(&self) -> UserState {
        self.0.state.into()
    }

    /// The language she reads.
    async fn language(&self) -> Language {
        self.0.language.into()
    }

    /// When the sign-in was made.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// Her version, to be sent back with a change: it moves with her scope and tokens too. Null when
    /// that is not for you.
    fn version(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::UserVersion);
        Ok(is_shown.then_some(version(ctx.app()?, &self.0)))
    }

    /// What a partner may see; null for other roles, which are not narrowed, and when that is not
    /// for you.
    fn scope(&self, ctx: &Context<'_>) -> Result<Option<UserScope>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::UserScope);
        Ok((is_shown && self.0.role == entity::enums::Role::Partner)
            .then_some(UserScope(self.0.id)))
    }

    /// The address she signs in with; null when that is not for you.
    fn email(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::UserEmail);
        Ok(is_shown.then_some(self.0.email.as_str()))
    }
}

/// What a partner was given to see.
#[derive(Clone, Debug)]
pub struct UserScope(UserId);

rows_of! {
    /// Asks for the programmes that a partner was given to see.
    ProgrammesOfUser(UserId) => user_scope_programme by UserId, ordered by ProgrammeId
}

rows_of! {
    /// Asks for the categories that a partner was given to see.
    CategoriesOfUser(UserId) => user_scope_category by UserId, ordered by Category
}

/// What a partner was given to see: "or" within a kind, "and" between kinds; a kind that is not named
/// does not narrow, and nothing named at all sees nothing.
#[Object]
impl UserScope {
    /// Programmes, as far as you may see them.
    async fn programmes(&self, ctx: &Context<'_>) -> Result<Vec<Programme>> {
        let rows: Vec<user_scope_programme::Model> = ctx.parts(ProgrammesOfUser(self.0)).await?;
        seen_all(ctx, rows.into_iter().map(|row| row.programme_id)).await
    }

    /// Categories of stakeholders.
    async fn categories(&self, ctx: &Context<'_>) -> Result<Vec<StakeholderCategory>> {
        let rows: Vec<user_scope_category::Model> = ctx.parts(CategoriesOfUser(self.0)).await?;
        Ok(rows.into_iter().map(|row| row.category.into()).collect())
    }
}

/// What a list of users is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct UserFilter {
    /// With one of these.
    pub roles: Option<Vec<Role>>,
    /// In one of these.
    pub states: Option<Vec<UserState>>,
}

/// By what a list of users is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserOrderField {
    /// When the sign-in was made.
    CreatedAt,
}

/// The order of a list of users. Without one: the first made first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct UserOrder {
    /// By what.
    pub field: UserOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

impl UserOrder {
    fn ordering(order: Option<Self>) -> Ordering {
        let direction = order.and_then(|order| order.direction);
        let key = match order.map_or(UserOrderField::CreatedAt, |order| order.field) {
            UserOrderField::CreatedAt => user::Column::CreatedAt,
        };
        Ordering {
            key: key.into_expr(),
            id: user::Column::Id.into_expr(),
            is_descending: direction == Some(OrderDirection::Desc),
        }
    }
}

/// Reads of users.
#[derive(Default)]
pub struct UsersQuery;

/// Reads of users.
#[Object]
impl UsersQuery {
    /// A user by id; null when there is none, or none that you may see.
    async fn user(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<User>> {
        one(ctx, &id).await.transpose()
    }

    /// The users that you may see: all for administrators and coordinators,
    /// and for a member those whom she can let act for her.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn users(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<UserFilter>,
        #[graphql(desc = "The order; the first made first when absent.")] order_by: Option<
            UserOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<User>> {
        let filter = filter.unwrap_or_default();
        let mut select = user::Entity::find().filter(visible(ctx.viewer()?));
        if let Some(roles) = optional_values::<_, entity::enums::Role>(filter.roles) {
            select = select.filter(user::Column::Role.is_in(roles));
        }
        if let Some(states) = optional_values::<_, entity::enums::UserState>(filter.states) {
            select = select.filter(user::Column::State.is_in(states));
        }
        let ordering = UserOrder::ordering(order_by);
        let place = |row: &user::Model| Place {
            key: Key::Instant(row.created_at),
            id: row.id.0,
        };
        let limits = Limits::of(first, after, last, before);
        let found = list(ctx, limits, select, &ordering, place).await?;
        let of_user = |row: &user::Model| [row.id];
        found
            .ahead(ctx, &["scope"], |row| of_user(row).map(ProgrammesOfUser))
            .await?;
        found
            .ahead(ctx, &["scope"], |row| of_user(row).map(CategoriesOfUser))
            .await?;
        Ok(found.connection(User))
    }
}

found!(User(user) by UserById(UserId), visible);

/// Which users a viewer sees.
fn visible(viewer: &Viewer) -> Condition {
    use entity::enums::{Role, UserState};
    match viewer.role {
        Role::Admin | Role::Coordinator => Condition::all(),
        Role::Member => Condition::all()
            .add(user::Column::Role.is_in(MAY_ACT))
            .add(user::Column::State.eq(UserState::Active)),
        Role::Aide | Role::Partner => Condition::all().add(SimpleExpr::from(false)),
    }
}
