//! The viewer as the API shows her.

use async_graphql::{Context, ID, Object, Result};

use crate::concepts::access::acting::acting_of;
use crate::concepts::access::acting::face::MayActFor;
use crate::concepts::access::context::CtxExt;
use crate::concepts::access::viewer::Viewer;
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::seen;
use crate::kit::graphql::enums::{Language, Role};
use crate::kit::graphql::id::to_id;

/// The one who asks.
pub struct ViewerFace(Viewer);

/// The one who asks. Who acts for a member is she, with the rights of an aide.
#[Object(name = "Viewer")]
impl ViewerFace {
    /// The id of the sign-in.
    async fn id(&self) -> ID {
        to_id(self.0.actor())
    }

    /// The address that was signed in with.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// What she may do, in short.
    async fn role(&self) -> Role {
        self.0.role.into()
    }

    /// The language she reads.
    async fn language(&self) -> Language {
        self.0.language.into()
    }

    /// Who she is; null when her own record is not hers to see, as for most partners.
    async fn person(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        seen(ctx, Some(self.0.person)).await
    }

    /// Her membership of the caucus; null when she has none.
    async fn member(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        seen(ctx, self.0.member).await
    }

    /// The member for whom you act in this request; null when you act for yourself.
    async fn acting_for(&self) -> Option<ID> {
        self.0.acting_for().map(to_id)
    }

    /// The members who let you act for them, in whatever request; the longest first.
    async fn may_act_for(&self, ctx: &Context<'_>) -> Result<Vec<MayActFor>> {
        let found = acting_of(ctx.reader()?.conn(), &self.0).await?;
        Ok(found.into_iter().map(MayActFor::from).collect())
    }
}

/// Reads of the one who asks.
#[derive(Default)]
pub struct AccessQuery;

/// Reads of the one who asks.
#[Object]
impl AccessQuery {
    /// The one who asks; null without a sign-in.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<ViewerFace> {
        ctx.viewer()
            .ok()
            .map(|viewer| ViewerFace(Viewer::clone(viewer)))
    }
}
