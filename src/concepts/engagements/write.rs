//! Opening lines of work.

use async_graphql::{ID, InputObject};
use entity::enums as kept;
use entity::ids::{
    EngagementId, MemberId, PersonId, ProgrammeId, RecordId, StakeholderId, TopicId,
};
use entity::{engagement, engagement_member, engagement_topic, member};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::{self, allow};
use crate::concepts::log::{Act, Logged, Parts, Taken, Tx, Whole, part, save};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::{Audience, EngagementStage};
use crate::kit::graphql::id::Kind;
use crate::kit::graphql::inputs::TextInput;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, WriteError};

impl Logged for engagement::Model {
    const KIND: Kind = Kind::Engagement;
    const OPEN: &'static [&'static str] = &[
        "stakeholder_id",
        "stage",
        "lead_id",
        "programme_id",
        "opened_on",
        "concluded_on",
        "members",
        "topics",
    ];
    const WORDS: &'static [&'static str] = &["purpose", "outcome"];
    const PARTNERS: &'static [&'static str] = &["title", "stage", "opened_on", "concluded_on"];

    async fn take_out_words(&mut self, _: &Tx) -> Result<Taken, Fault> {
        let taken = [self.purpose.take(), self.outcome.take()];
        Ok(Taken::all::<Self>(taken.iter().any(Option::is_some)))
    }

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        let members = engagement_member::Entity::find()
            .filter(engagement_member::Column::EngagementId.eq(self.id))
            .order_by_asc(engagement_member::Column::MemberId)
            .all(conn)
            .await?;
        let topics = engagement_topic::Entity::find()
            .filter(engagement_topic::Column::EngagementId.eq(self.id))
            .order_by_asc(engagement_topic::Column::TopicId)
            .all(conn)
            .await?;
        let members: Vec<_> = members.into_iter().map(|row| row.member_id).collect();
        let topics: Vec<_> = topics.into_iter().map(|row| row.topic_id).collect();
        Ok(vec![part("members", &members)?, part("topics", &topics)?])
    }
}

/// A line of work to be opened.
#[derive(InputObject, Clone, Debug)]
pub struct OpenEngagementInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `engagement_` and a UUIDv7.
    pub id: Option<ID>,
    /// With whom.
    pub stakeholder_id: ID,
    /// What it is about, in a line.
    pub title: TextInput,
    /// What it is for; words, for the people of the record unless said otherwise.
    pub purpose: Option<TextInput>,
    /// How far it has come; active when absent.
    pub stage: Option<EngagementStage>,
    /// The member who leads it.
    pub lead_id: Option<ID>,
    /// The other members who work on it.
    pub member_ids: Option<Vec<ID>>,
    /// Its topics.
    pub topic_ids: Option<Vec<ID>>,
    /// The programme under which it stands.
    pub programme_id: Option<ID>,
    /// Its first day; today when absent.
    pub opened_on: Option<Day>,
    /// Who may see its facts; the caucus when absent.
    pub audience: Option<Audience>,
    /// Who may see its words; the people of the record when absent.
    pub words_audience: Option<Audience>,
}

/// The people behind memberships, to be among the people of a record.
///
/// # Errors
/// When the database does not answer.
pub async fn people_of_members(
    tx: &Tx,
    members: &[MemberId],
) -> Result<Vec<(MemberId, PersonId)>, Fault> {
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let rows = member::Entity::find()
        .filter(member::Column::Id.is_in(members.iter().copied()))
        .all(tx.conn())
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.id, row.person_id))
        .collect())
}

impl Act for OpenEngagementInput {
    const NAME: &'static str = "openEngagement";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::OpenEngagement)?;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id::<EngagementId>(&root.field("id"), self.id.as_ref());
        let stakeholder =
            check.id::<StakeholderId>(&root.field("stakeholderId"), &self.stakeholder_id);
        references.want(&root.field("stakeholderId"), stakeholder);
        let title = check.text(&root.field("title"), &self.title);
        let purpose = check.optional_text(&root.field("purpose"), self.purpose.as_ref());
        let lead_id: Option<MemberId> =
            check.optional_id(&root.field("leadId"), self.lead_id.as_ref());
        references.want(&root.field("leadId"), lead_id);
        let members: Vec<MemberId> = check.ids(&root.field("memberIds"), self.member_ids.as_ref());
        references.want_all(&root.field("memberIds"), &members);
        let topics: Vec<TopicId> = check.ids(&root.field("topicIds"), self.topic_ids.as_ref());
        references.want_all(&root.field("topicIds"), &topics);
        let programme_id: Option<ProgrammeId> =
            check.optional_id(&root.field("programmeId"), self.programme_id.as_ref());
        references.want(&root.field("programmeId"), programme_id);
        let opened_on = self.opened_on.map_or(tx.today(), |day| day.0);
        check.day(&root.field("openedOn"), opened_on);
        references.look_up(tx, &mut check).await?;
        let (stakeholder_id, title) = check.done_with(stakeholder.zip(title))?;
        let audience = self.audience.map_or(kept::Audience::Caucus, Into::into);
        let row = engagement::Model {
            id: tx.id_or_new(id),
            audience,
            // Words are never for more than the facts are.
            words_audience: self
                .words_audience
                .map_or(kept::Audience::Present, Into::into)
                .max(audience),
            recorded_at: tx.now(),
            archived_on: None,
            stakeholder_id,
            title,
            purpose,
            stage: self.stage.map_or(kept::EngagementStage::Active, Into::into),
            lead_id,
            programme_id,
            opened_on,
            concluded_on: None,
            outcome: None,
        };
        let engagement_id = row.id;
        let all: Vec<_> = lead_id.into_iter().chain(members.iter().copied()).collect();
        let people = people_of_members(tx, &all).await?;
        let people = people.into_iter().map(|(_, person)| person).collect();
        let parts = vec![part("members", &members)?, part("topics", &topics)?];
        save(
            tx,
            &allowed,
            None,
            &Whole {
                parts,
                people,
                ..Whole::alone(row)
            },
        )
        .await?;
        for member_id in members {
            tx.insert(&engagement_member::Model {
                engagement_id,
                member_id,
            });
        }
        for topic_id in topics {
            tx.insert(&engagement_topic::Model {
                engagement_id,
                topic_id,
            });
        }
        Ok(engagement_id.into())
    }
}
