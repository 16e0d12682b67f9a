//! People as the API shows them.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use entity::{person, post};

use crate::concepts::access::{CtxExt, Field, Viewer, may_filter, may_read};
use crate::concepts::log::{payload, perform};
use crate::concepts::members::face::Member;
use crate::concepts::members::read::MemberOf;
use crate::concepts::people::input::{
    AddPostInput, CreatePersonInput, EndPostInput, UpdatePersonInput,
};
use crate::concepts::people::read::{self, Filter, PersonById, PhonesOf, PostsOf, is_current};
use crate::concepts::records::order::{NameColumns, NameOrder};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{Head, list, one, seen};
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{Gender, Language, PhoneKind};
use crate::kit::graphql::id::{optional_ids, to_id};
use crate::kit::graphql::inputs::Name;
use crate::kit::graphql::scalars::Day;
use crate::kit::page::Limits;

/// Everyone, once.
#[derive(Clone, Debug)]
pub struct Person(pub person::Model);

/// Somebody: a legislator, an officer, a user. Everyone is here once.
#[Object]
impl Person {
    /// Her id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Her name.
    async fn name(&self) -> Name {
        Name {
            en: self.0.name_en.clone(),
            ur: self.0.name_ur.clone(),
        }
    }

    /// Her gender; null when that is not for you.
    fn gender(&self, ctx: &Context<'_>) -> Result<Option<Gender>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::PersonGender);
        Ok(is_shown.then(|| self.0.gender.into()))
    }

    /// The language she prefers; null when it is not known.
    async fn language(&self) -> Option<Language> {
        self.0.language.map(Into::into)
    }

    /// Her phone numbers, the best first; empty when none is known, or when they are not for you.
    async fn phones(&self, ctx: &Context<'_>) -> Result<Vec<Phone>> {
        if !may_read(ctx.viewer()?.role, Field::PersonContact) {
            return Ok(Vec::new());
        }
        let found = ctx.parts(PhonesOf(self.0.id)).await?;
        Ok(found
            .into_iter()
            .map(|row| Phone {
                number: row.number,
                kind: row.kind.into(),
            })
            .collect())
    }

    /// Her e-mail address; null when none is known, or when it is not for you.
    fn email(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::PersonContact);
        Ok(self.0.email.clone().filter(|_| is_shown))
    }

    /// The posts that she holds or held; empty when they are not for you.
    async fn posts(&self, ctx: &Context<'_>) -> Result<Vec<Post>> {
        if !may_read(ctx.viewer()?.role, Field::StakeholderPosts) {
            return Ok(Vec::new());
        }
        let found = ctx.parts(PostsOf(self.0.id)).await?;
        Ok(found.into_iter().map(Post).collect())
    }

    /// Her membership of the caucus; null when she has none.
    async fn member(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        let found = async {
            Ok(ctx
                .loaders()?
                .load_one(MemberOf(self.0.id))
                .await?
                .map(Member))
        };
        found.await.transpose()
    }
}

/// A phone number.
#[derive(SimpleObject, Clone, Debug)]
pub struct Phone {
    /// In international form: a plus, the country, the rest, nothing but digits.
    pub number: String,
    /// Whose it is.
    pub kind: PhoneKind,
}

/// A post at a stakeholder.
#[derive(Clone, Debug)]
pub struct Post(pub post::Model);

/// A post that somebody holds or held.
#[Object]
impl Post {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// Who; null when you may not see her.
    async fn person(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        let found = async {
            Ok(ctx
                .loaders()?
                .load_one(PersonById(self.0.person_id))
                .await?
                .map(Person))
        };
        found.await.transpose()
    }

    /// Where; null when you may not see it.
    async fn stakeholder(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        seen(ctx, Some(self.0.stakeholder_id)).await
    }

    /// What she is there.
    async fn title(&self) -> Name {
        Name {
            en: self.0.title_en.clone(),
            ur: self.0.title_ur.clone(),
        }
    }

    /// Her first day; null when it is not known.
    async fn from(&self) -> Option<Day> {
        self.0.from_day.map(Day)
    }

    /// Her last day; null while she holds it.
    async fn to(&self) -> Option<Day> {
        self.0.to_day.map(Day)
    }

    /// Whether she holds it today.
    fn is_current(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(is_current(&self.0, ctx.reader()?.today))
    }
}

/// What a list of people is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct PersonFilter {
    /// Words, each of which begins a word of the name, in either script.
    pub search: Option<String>,
    /// Who holds or held a post at one of these; an empty list finds nobody.
    pub stakeholder_ids: Option<Vec<ID>>,
    /// True: archived people only. False or absent: those in use only.
    pub archived: Option<bool>,
}

impl PersonFilter {
    fn checked(self, viewer: &Viewer) -> Result<Filter> {
        may_filter(
            viewer,
            Field::StakeholderPosts,
            self.stakeholder_ids.is_some(),
        )?;
        Ok(Filter {
            search: self.search,
            stakeholders: optional_ids(self.stakeholder_ids.as_ref())?,
            is_archived: self.archived.unwrap_or_default(),
        })
    }
}

/// Reads of people.
#[derive(Default)]
pub struct PeopleQuery;

/// Reads of people.
#[Object]
impl PeopleQuery {
    /// A person by id; null when there is none, or none that you may see.
    async fn person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Her id.")] id: ID,
    ) -> Option<Result<Person>> {
        one(ctx, &id).await.transpose()
    }

    /// The people whom you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn people(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<PersonFilter>,
        #[graphql(desc = "The order; by name in your language when absent.")] order_by: Option<
            NameOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Person>> {
        let viewer = ctx.viewer()?;
        let select = read::select(viewer, &filter.unwrap_or_default().checked(viewer)?);
        let order = NameOrder::or_usual(order_by, viewer);
        let limits = Limits::of(first, after, last, before);
        let ordering = order.ordering(&NameColumns::person());
        let found = list(ctx, limits, select, &ordering, |row| order.place(row)).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["phones"], |row| [PhonesOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["posts"], |row| [PostsOf(row.id)])
            .await?;
        found
            .ahead(ctx, &["member"], |row| [MemberOf(row.id)])
            .await?;
        Ok(found.connection(Person))
    }
}

payload! {
    /// What came of adding or changing a person.
    PersonPayload {
        /// The person as she now is; null when nothing was done.
        person: Person
    }
}

/// Acts on people.
#[derive(Default)]
pub struct PeopleMutation;

/// Acts on people.
#[Object]
impl PeopleMutation {
    /// Adds a person.
    async fn create_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person.")] input: CreatePersonInput,
    ) -> Result<PersonPayload> {
        perform(ctx, input).await
    }

    /// Changes what is known of a person.
    async fn update_person(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdatePersonInput,
    ) -> Result<PersonPayload> {
        perform(ctx, input).await
    }

    /// Says that a person holds or held a post.
    async fn add_post(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The post.")] input: AddPostInput,
    ) -> Result<PersonPayload> {
        perform(ctx, input).await
    }

    /// Says that a person holds a post no longer.
    async fn end_post(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which post, and since when.")] input: EndPostInput,
    ) -> Result<PersonPayload> {
        perform(ctx, input).await
    }
}
