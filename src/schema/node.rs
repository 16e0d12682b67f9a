//! Anything by its id.

use async_graphql::{Context, ID, Interface, Object, Result};
use uuid::Uuid;

use crate::concepts::access::CtxExt;
use crate::concepts::attachments::face::Attachment;
use crate::concepts::commitments::face::Commitment;
use crate::concepts::documents::face::Document;
use crate::concepts::engagements::face::Engagement;
use crate::concepts::follow_ups::face::FollowUpAction;
use crate::concepts::meetings::decisions::Decision;
use crate::concepts::meetings::face::Meeting;
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::programme::face::Programme;
use crate::concepts::records::Found;
use crate::concepts::reference::districts::{District, Division};
use crate::concepts::reference::topics::Topic;
use crate::concepts::results::face::TargetList;
use crate::concepts::stakeholders::assessments::Assessment;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::id::{Kind, parse_any};
use crate::kit::user_error::{Path, UserError, UserErrorCode};

/// The most ids that `nodes` takes.
const MOST: usize = 100;

/// Anything that has an id of its own.
#[derive(Interface)]
#[graphql(field(
    name = "id",
    ty = "ID",
    desc = "Its id: a kind, an underscore and a UUID."
))]
pub enum Node {
    /// A district.
    District(District),
    /// A division.
    Division(Division),
    /// A topic.
    Topic(Topic),
    /// A person.
    Person(Person),
    /// A member.
    Member(Member),
    /// A stakeholder.
    Stakeholder(Stakeholder),
    /// An assessment of a stakeholder.
    Assessment(Assessment),
    /// A programme.
    Programme(Programme),
    /// A line of work.
    Engagement(Engagement),
    /// A meeting.
    Meeting(Meeting),
    /// A decision.
    Decision(Decision),
    /// A document.
    Document(Document),
    /// A file on a record.
    Attachment(Attachment),
    /// A commitment.
    Commitment(Commitment),
    /// A task.
    FollowUpAction(FollowUpAction),
    /// A target list.
    TargetList(TargetList),
}

/// Anything by its kind and bare id, as far as the viewer may see it.
///
/// # Errors
/// When the database does not answer.
pub async fn find(ctx: &Context<'_>, kind: Kind, id: Uuid) -> Result<Option<Node>> {
    Ok(match kind {
        Kind::District => District::find(ctx, id.into()).await?.map(Node::District),
        Kind::Division => Division::find(ctx, id.into()).await?.map(Node::Division),
        Kind::Topic => Topic::find(ctx, id.into()).await?.map(Node::Topic),
        Kind::Person => Person::find(ctx, id.into()).await?.map(Node::Person),
        Kind::Member => Member::find(ctx, id.into()).await?.map(Node::Member),
        Kind::Stakeholder => Stakeholder::find(ctx, id.into())
            .await?
            .map(Node::Stakeholder),
        Kind::Assessment => Assessment::find(ctx, id.into())
            .await?
            .map(Node::Assessment),
        Kind::Programme => Programme::find(ctx, id.into()).await?.map(Node::Programme),
        Kind::Engagement => Engagement::find(ctx, id.into())
            .await?
            .map(Node::Engagement),
        Kind::Meeting => Meeting::find(ctx, id.into()).await?.map(Node::Meeting),
        Kind::Decision => Decision::find(ctx, id.into()).await?.map(Node::Decision),
        Kind::Document => Document::find(ctx, id.into()).await?.map(Node::Document),
        Kind::Attachment => Attachment::find(ctx, id.into())
            .await?
            .map(Node::Attachment),
        Kind::Commitment => Commitment::find(ctx, id.into())
            .await?
            .map(Node::Commitment),
        Kind::FollowUpAction => FollowUpAction::find(ctx, id.into())
            .await?
            .map(Node::FollowUpAction),
        Kind::TargetList => TargetList::find(ctx, id.into())
            .await?
            .map(Node::TargetList),
        Kind::Post | Kind::Part | Kind::User | Kind::Token | Kind::Entry => None,
    })
}

/// Reads of anything by its id.
#[derive(Default)]
pub struct NodeQuery;

/// Reads of anything by its id.
#[Object]
impl NodeQuery {
    /// Anything by its id; null when there is no such thing, or none that you may see.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Node>> {
        by_text(ctx, &id).await.transpose()
    }

    /// Several things by their ids, in the order asked, null where there is none that you may see,
    /// and beside an error where the id is none.
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Their ids, at most 100.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Result<Node>>>> {
        ctx.viewer()?;
        if ids.len() > MOST {
            let message = format!("At most {MOST} ids are taken, you sent {}.", ids.len());
            return Err(UserError::new(UserErrorCode::TooMany, &Path::root(), message).into());
        }
        let found = ids
            .iter()
            .map(async |id| by_text(ctx, id).await.transpose());
        Ok(futures_util::future::join_all(found).await)
    }
}

async fn by_text(ctx: &Context<'_>, raw: &ID) -> Result<Option<Node>> {
    ctx.viewer()?;
    let (kind, id) = parse_any(raw)
        .map_err(|message| UserError::new(UserErrorCode::InvalidId, &Path::root(), message))?;
    find(ctx, kind, id).await
}
