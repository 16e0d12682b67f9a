//! Topics: what meetings, offices and lines of work are about; kept by coordinators.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::enums::Audience;
use entity::ids::{RecordId, TopicId};
use entity::topic;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter};

use crate::concepts::access::{self, CtxExt, Viewer, allow, allow_on};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, load, payload, perform, save};
use crate::concepts::records::order::{NameColumns, NameOrder};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{Head, expect_version, found, is_archived, list, matches, one};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::id::{Kind, to_id};
use crate::kit::graphql::inputs::{Name, NameInput};
use crate::kit::names::Keys;
use crate::kit::page::Limits;
use crate::kit::user_error::{Path, WriteError};

found!(Topic(topic) by TopicById(TopicId), visible);

/// Topics are for everyone who is signed in: they name subjects, not records.
#[must_use]
pub fn visible(_viewer: &Viewer) -> Condition {
    Condition::all()
}

impl Logged for topic::Model {
    const KIND: Kind = Kind::Topic;
    const OPEN: &'static [&'static str] = &["name_en", "name_ur"];
    const PARTNERS: &'static [&'static str] = &["name_en", "name_ur"];

    async fn parts<C: ConnectionTrait>(&self, _conn: &C) -> Result<Parts, Fault> {
        Ok(Parts::new())
    }
}

/// A topic.
#[derive(Clone, Debug)]
pub struct Topic(pub topic::Model);

/// A topic: what meetings, offices and lines of work are about.
#[Object]
impl Topic {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Its name.
    async fn name(&self) -> Name {
        Name {
            en: self.0.name_en.clone(),
            ur: self.0.name_ur.clone(),
        }
    }
}

/// What a list of topics is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct TopicFilter {
    /// Words, each of which begins a word of the name, in either script.
    pub search: Option<String>,
    /// True: archived topics only. False or absent: those in use only.
    pub archived: Option<bool>,
}

/// Reads of topics.
#[derive(Default)]
pub struct TopicsQuery;

/// Reads of topics.
#[Object]
impl TopicsQuery {
    /// A topic by id; null when there is none.
    async fn topic(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Topic>> {
        one(ctx, &id).await.transpose()
    }

    /// The topics.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn topics(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<TopicFilter>,
        #[graphql(desc = "The order; by name in your language when absent.")] order_by: Option<
            NameOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Topic>> {
        let viewer = ctx.viewer()?;
        let filter = filter.unwrap_or_default();
        let is_asked_archived = filter.archived.unwrap_or_default();
        let mut select = topic::Entity::find()
            .filter(visible(viewer))
            .filter(is_archived(topic::Column::ArchivedOn, is_asked_archived));
        if let Some(search) = &filter.search {
            select = select.filter(matches(topic::Column::SearchKey, search));
        }
        let order = NameOrder::or_usual(order_by, viewer);
        let limits = Limits::of(first, after, last, before);
        let ordering = order.ordering(&NameColumns::topic());
        let found = list(ctx, limits, select, &ordering, |row| order.place(row)).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        Ok(found.connection(Topic))
    }
}

/// A topic to be added.
#[derive(InputObject, Clone, Debug)]
pub struct CreateTopicInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `topic_` and a UUIDv7.
    pub id: Option<ID>,
    /// Its name.
    pub name: NameInput,
}

/// Changes to a topic. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateTopicInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which topic.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// Its name, both languages anew.
    pub name: Option<NameInput>,
}

impl Act for CreateTopicInput {
    const NAME: &'static str = "createTopic";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::CreateTopic)?;
        let root = Path::root();
        let mut check = Check::default();
        let id = check.client_id::<TopicId>(&root.field("id"), self.id.as_ref());
        let name = check.name(&root.field("name"), &self.name);
        let name = check.done_with(name)?;
        let keys = Keys::of(name.en.as_deref(), name.ur.as_deref(), &[]);
        let row = topic::Model {
            id: tx.id_or_new(id),
            audience: Audience::Partners,
            words_audience: Audience::Partners,
            recorded_at: tx.now(),
            archived_on: None,
            name_en: name.en,
            name_ur: name.ur,
            sort_en: keys.sort_en,
            sort_ur: keys.sort_ur,
            search_key: keys.search,
        };
        let id = row.id.into();
        save(tx, &allowed, None, &Whole::alone(row)).await?;
        Ok(id)
    }
}

impl Act for UpdateTopicInput {
    const NAME: &'static str = "updateTopic";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<TopicId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateTopic, id).await?;
        let id: RecordId = id.into();
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<topic::Model> = load(tx, id).await?;
        let mut after = before.clone();
        let mut check = Check::default();
        if let Some(name) = self
            .name
            .as_ref()
            .and_then(|name| check.name(&root.field("name"), name))
        {
            let keys = Keys::of(name.en.as_deref(), name.ur.as_deref(), &[]);
            let row = &mut after.row;
            (row.name_en, row.name_ur) = (name.en, name.ur);
            (row.sort_en, row.sort_ur, row.search_key) = (keys.sort_en, keys.sort_ur, keys.search);
        }
        check.done()?;
        save(tx, &allowed, Some(&before), &after).await?;
        Ok(id)
    }
}

payload! {
    /// What came of adding or changing a topic.
    TopicPayload {
        /// The topic as it now is; null when nothing was done.
        topic: Topic
    }
}

/// Acts on topics.
#[derive(Default)]
pub struct TopicsMutation;

/// Acts on topics.
#[Object]
impl TopicsMutation {
    /// Adds a topic.
    async fn create_topic(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The topic.")] input: CreateTopicInput,
    ) -> Result<TopicPayload> {
        perform(ctx, input).await
    }

    /// Renames a topic.
    async fn update_topic(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateTopicInput,
    ) -> Result<TopicPayload> {
        perform(ctx, input).await
    }
}
