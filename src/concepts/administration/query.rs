//! Tokens as the API shows them: what each is, and never its secret.

use async_graphql::{Context, Enum, ID, InputObject, Object, Result};
use entity::token;
use sea_orm::sea_query::{ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::concepts::access::tokens::{self, State};
use crate::concepts::access::users::face::{User, UserById};
use crate::concepts::access::{CtxExt, Field, Viewer, may_read};
use crate::concepts::records::{found, list, one, seen};
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::OrderDirection;
use crate::kit::graphql::id::{optional_ids, to_id};
use crate::kit::graphql::scalars::Instant;
use crate::kit::page::{Key, Limits, Ordering, Place};

/// A token with which a program acts as a user.
#[derive(Clone, Debug)]
pub struct Token(pub token::Model);

/// What has become of a token.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenState {
    /// A program may act with it.
    Holds,
    /// It was revoked.
    Revoked,
    /// Its last day is over.
    Ended,
    /// Its user was kept out, given another password or other rights after it was made.
    Void,
}

/// A token with which a program acts as a user. Its secret was shown when it was made and is nowhere
/// kept.
#[Object]
impl Token {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// As whom a program acts with it; null when you may not see that.
    async fn user(&self, ctx: &Context<'_>) -> Option<Result<User>> {
        seen(ctx, Some(self.0.user_id)).await
    }

    /// What it is for.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// When it was made.
    async fn created_at(&self) -> Instant {
        Instant(self.0.created_at)
    }

    /// When it ends by itself.
    async fn expires_at(&self) -> Instant {
        Instant(self.0.expires_at)
    }

    /// When it was revoked; null when it was not.
    async fn revoked_at(&self) -> Option<Instant> {
        self.0.revoked_at.map(Instant)
    }

    /// What has become of it.
    async fn state(&self, ctx: &Context<'_>) -> Result<TokenState> {
        let user = ctx.loaders()?.load_one(UserById(self.0.user_id)).await?;
        let user = user.ok_or_else(|| Fault::internal("a token without its user"))?;
        let state = tokens::state(&self.0, &user, ctx.app()?.clock.now());
        Ok(match state {
            State::Holds => TokenState::Holds,
            State::Revoked => TokenState::Revoked,
            State::Ended => TokenState::Ended,
            State::Void => TokenState::Void,
        })
    }
}

found!(Token(token) by TokenById(TokenId), visible);

/// Which tokens a viewer sees.
fn visible(viewer: &Viewer) -> Condition {
    let sees = may_read(viewer.role, Field::Tokens);
    Condition::all().add(SimpleExpr::from(sees))
}

/// What a list of tokens is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct TokenFilter {
    /// Of one of these users.
    pub user_ids: Option<Vec<ID>>,
    /// Those with which a program may act now, or the others.
    pub holds: Option<bool>,
}

/// By what a list of tokens is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenOrderField {
    /// When it was made.
    CreatedAt,
}

/// The order of a list of tokens. Without one: the newest first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct TokenOrder {
    /// By what.
    pub field: TokenOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

/// Reads of tokens.
#[derive(Default)]
pub struct AdministrationQuery;

/// Reads of tokens.
#[Object]
impl AdministrationQuery {
    /// A token by id; null when there is none, or none that you may see.
    async fn token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Token>> {
        one(ctx, &id).await.transpose()
    }

    /// The tokens with which programs act as users, for administrators.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn tokens(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<TokenFilter>,
        #[graphql(desc = "The order; the newest first when absent.")] order_by: Option<TokenOrder>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Token>> {
        let filter = filter.unwrap_or_default();
        let mut select = token::Entity::find().filter(visible(ctx.viewer()?));
        if let Some(users) = optional_ids::<entity::ids::UserId>(filter.user_ids.as_ref())? {
            select = select.filter(token::Column::UserId.is_in(users));
        }
        if let Some(holds) = filter.holds {
            let condition = holding(ctx.app()?.clock.now());
            select = select.filter(if holds { condition } else { condition.not() });
        }
        let ordering = Ordering {
            key: token::Column::CreatedAt.into_expr(),
            id: token::Column::Id.into_expr(),
            is_descending: order_by
                .is_none_or(|order| order.direction == Some(OrderDirection::Desc)),
        };
        let place = |row: &token::Model| Place {
            key: Key::Instant(row.created_at),
            id: row.id.0,
        };
        let limits = Limits::of(first, after, last, before);
        let found = list(ctx, limits, select, &ordering, place).await?;
        found
            .ahead(ctx, &["user", "state"], |row| [UserById(row.user_id)])
            .await?;
        Ok(found.connection(Token))
    }
}

/// The tokens with which a program may act at a moment.
fn holding(now: chrono::DateTime<chrono::Utc>) -> Condition {
    let epoch = Query::select()
        .column((entity::user::Entity, entity::user::Column::AccessEpoch))
        .from(entity::user::Entity)
        .and_where(
            SimpleExpr::from(entity::user::Column::Id.into_expr())
                .equals((token::Entity, token::Column::UserId)),
        )
        .to_owned();
    Condition::all()
        .add(token::Column::RevokedAt.is_null())
        .add(token::Column::ExpiresAt.gt(now))
        .add(
            token::Column::AccessEpoch
                .into_expr()
                .eq(SimpleExpr::from(epoch)),
        )
}
