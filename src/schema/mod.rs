//! The schema: the faces of all concepts joined, and its text.

use async_graphql::{
    Context, EmptySubscription, ID, Object, SDLExportOptions, SchemaBuilder, SimpleObject,
};

use crate::app::App;
use crate::concepts::access::CtxExt;
use crate::kit::graphql::enums::Role;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::limits::{ALIASES, DEPTH, DIRECTIVES, FIELDS};

/// The schema of the server.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

/// The user who is signed in.
#[derive(SimpleObject)]
pub struct Viewer {
    /// Her id as a user.
    pub id: ID,
    /// The address she signs in with.
    pub email: String,
    /// Her role.
    pub role: Role,
}

/// What can be read.
#[derive(Debug, Default)]
pub struct Query;

/// What can be read.
#[Object]
impl Query {
    /// Who is signed in; null without a sign-in.
    async fn viewer(&self, ctx: &Context<'_>) -> Option<Viewer> {
        let viewer = ctx.viewer().ok()?;
        let email = viewer.email.clone();
        Some(Viewer {
            id: to_id(viewer.user),
            email,
            role: viewer.role.into(),
        })
    }
}

/// What can be done.
#[derive(Debug, Default)]
pub struct Mutation;

/// What can be done.
#[Object]
impl Mutation {
    #[expect(clippy::unused_async, reason = "resolvers are asynchronous")]
    /// Does nothing, for those who are signed in.
    async fn touch(&self, ctx: &Context<'_>) -> async_graphql::Result<bool> {
        ctx.viewer().map(|_| true)
    }
}

/// The schema around a server.
#[must_use]
pub fn build(app: App) -> Schema {
    builder().data(app).finish()
}

/// The schema's text, in an order that does not change by itself.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items()
        .include_specified_by()
        .use_space_ident()
        .indent_width(2);
    builder().finish().sdl_with_options(options)
}

/// What a document may be is measured before (`kit::graphql::limits`); the library's own limits
/// are a second belt, a little wider.
fn builder() -> SchemaBuilder<Query, Mutation, EmptySubscription> {
    let wider = |limit: u64| usize::try_from(limit.saturating_add(1)).unwrap_or(usize::MAX);
    Schema::build(Query, Mutation, EmptySubscription)
        .disable_suggestions()
        .limit_aliases(wider(ALIASES))
        .limit_complexity(wider(FIELDS))
        .limit_depth(wider(DEPTH))
        .limit_directives(wider(DIRECTIVES))
}
