//! The schema: all faces joined, and what is asked or done of things of any kind. The only place
//! that names them all.

pub mod changes;
pub mod lists;
pub mod log;
pub mod node;
pub mod records;
pub mod sdl;

use async_graphql::{EmptySubscription, MergedObject, Request, Response};

use crate::app::App;
use crate::concepts::access::Viewer;
use crate::concepts::access::acting::face::ActingMutation;
use crate::concepts::access::context::Caller;
use crate::concepts::access::face::AccessQuery;
use crate::concepts::access::users::face::UsersQuery;
use crate::concepts::administration::face::AdministrationMutation;
use crate::concepts::administration::query::AdministrationQuery;
use crate::concepts::commitments::face::CommitmentsMutation;
use crate::concepts::commitments::ledger::LedgerQuery;
use crate::concepts::commitments::query::CommitmentsQuery;
use crate::concepts::coverage::face::CoverageQuery;
use crate::concepts::coverage::gaps::GapsQuery;
use crate::concepts::documents::face::DocumentsMutation;
use crate::concepts::documents::query::DocumentsQuery;
use crate::concepts::engagements::face::EngagementsMutation;
use crate::concepts::engagements::query::EngagementsQuery;
use crate::concepts::follow_ups::face::FollowUpsMutation;
use crate::concepts::follow_ups::query::FollowUpsQuery;
use crate::concepts::handover::face::HandoverMutation;
use crate::concepts::meetings::decisions::{DecisionsMutation, DecisionsQuery};
use crate::concepts::meetings::face::MeetingsMutation;
use crate::concepts::meetings::query::MeetingsQuery;
use crate::concepts::members::face::{MembersMutation, MembersQuery};
use crate::concepts::people::face::{PeopleMutation, PeopleQuery};
use crate::concepts::programme::face::{ProgrammeMutation, ProgrammeQuery};
use crate::concepts::reference::districts::DistrictsQuery;
use crate::concepts::reference::topics::{TopicsMutation, TopicsQuery};
use crate::concepts::results::face::TargetListsMutation;
use crate::concepts::results::query::TargetListsQuery;
use crate::concepts::stakeholders::assessments::AssessmentsMutation;
use crate::concepts::stakeholders::face::StakeholdersMutation;
use crate::concepts::stakeholders::query::StakeholdersQuery;
use crate::concepts::stakeholders::standing::StandingMutation;
use crate::kit::graphql::limits;
use crate::schema::changes::ChangesQuery;
use crate::schema::log::LogQuery;
use crate::schema::node::NodeQuery;
use crate::schema::records::{RecordsMutation, RecordsQuery};

pub use sdl::sdl;

/// Everything that can be read. Without a sign-in `viewer` is null and all else is refused.
#[derive(MergedObject, Default)]
pub struct Query(
    NodeQuery,
    RecordsQuery,
    LogQuery,
    ChangesQuery,
    AccessQuery,
    UsersQuery,
    AdministrationQuery,
    DistrictsQuery,
    TopicsQuery,
    PeopleQuery,
    MembersQuery,
    StakeholdersQuery,
    ProgrammeQuery,
    EngagementsQuery,
    MeetingsQuery,
    DecisionsQuery,
    DocumentsQuery,
    CommitmentsQuery,
    LedgerQuery,
    FollowUpsQuery,
    CoverageQuery,
    GapsQuery,
    TargetListsQuery,
);

/// Everything that can be done. Each takes one `input` and answers the record and `userErrors`.
#[derive(MergedObject, Default)]
pub struct Mutation(
    ActingMutation,
    AdministrationMutation,
    TopicsMutation,
    PeopleMutation,
    MembersMutation,
    StakeholdersMutation,
    AssessmentsMutation,
    StandingMutation,
    ProgrammeMutation,
    EngagementsMutation,
    MeetingsMutation,
    DecisionsMutation,
    DocumentsMutation,
    CommitmentsMutation,
    FollowUpsMutation,
    TargetListsMutation,
    HandoverMutation,
    RecordsMutation,
);

/// The schema with all that it needs.
pub type Schema = async_graphql::Schema<Query, Mutation, EmptySubscription>;

fn builder() -> async_graphql::SchemaBuilder<Query, Mutation, EmptySubscription> {
    // The document was measured before it comes here; these limits are a belt beside that.
    let belt = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
    Schema::build(Query::default(), Mutation::default(), EmptySubscription)
        .disable_suggestions()
        .limit_recursive_depth(belt(limits::DEPTH) * 2)
        .limit_depth(belt(limits::DEPTH))
        .register_output_type::<node::Node>()
}

/// The schema of a server.
#[must_use]
pub fn build(app: App) -> Schema {
    builder().data(app).finish()
}

/// Runs a request for a viewer, or for nobody who is signed in. The one way to run one: what
/// resolvers ask for is fetched by the batches that are driven here.
pub async fn run(schema: &Schema, app: &App, viewer: Option<Viewer>, request: Request) -> Response {
    let Some(viewer) = viewer else {
        return schema.execute(request).await;
    };
    let (request, batches) = Caller::of(request, app.clone(), viewer);
    let mut response = batches.drive(schema.execute(request)).await;
    response.errors.truncate(limits::ERRORS);
    response
}
