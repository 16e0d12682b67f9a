//! Members as the API shows them.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::{member, member_party, member_term, stakeholder};

use crate::concepts::access::acting::ActingGrants;
use crate::concepts::access::acting::face::ActingGrant;
use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::log::{payload, perform};
use crate::concepts::members::input::{CreateMemberInput, UpdateMemberInput};
use crate::concepts::members::read::{self, Filter, MemberOf, PartiesOf, TermsOf};
use crate::concepts::people::face::Person;
use crate::concepts::people::read::PersonById;
use crate::concepts::records::order::{NameColumns, NameOrder};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{Head, list, one, seen};
use crate::concepts::reference::districts::District;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::concepts::stakeholders::read::StakeholderById;
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::Seat;
use crate::kit::graphql::id::{optional_ids, to_id};
use crate::kit::graphql::scalars::Day;
use crate::kit::page::Limits;

/// A membership of the caucus.
#[derive(Clone, Debug)]
pub struct Member(pub member::Model);

/// A person's membership of the caucus, one for ever.
#[Object]
impl Member {
    /// Its id; not that of the person.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Who she is; null when you may not see that.
    async fn person(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        seen(ctx, Some(self.0.person_id)).await
    }

    /// Since when she is in the caucus.
    async fn joined_on(&self) -> Day {
        Day(self.0.joined_on)
    }

    /// Her last day in the caucus; null while she is in it.
    async fn left_on(&self) -> Option<Day> {
        self.0.left_on.map(Day)
    }

    /// Her terms in assemblies, the first first.
    async fn terms(&self, ctx: &Context<'_>) -> Result<Vec<Term>> {
        let found = ctx.parts(TermsOf(self.0.id)).await?;
        Ok(found.into_iter().map(Term).collect())
    }

    /// Her parties, as far as you may see them, the first first.
    async fn parties(&self, ctx: &Context<'_>) -> Result<Vec<PartyMembership>> {
        let rows = ctx.parts(PartiesOf(self.0.id)).await?;
        let keys = rows.iter().map(|row| StakeholderById(row.party_id));
        let seen = ctx.loaders()?.load_many(keys).await?;
        let of = |row: member_party::Model| {
            let party = seen.get(&StakeholderById(row.party_id))?.clone();
            Some(PartyMembership { row, party })
        };
        Ok(rows.into_iter().filter_map(of).collect())
    }

    /// Who may act for her, the longest first; empty when that is not for you.
    async fn acted_for_by(&self, ctx: &Context<'_>) -> Result<Vec<ActingGrant>> {
        let viewer = ctx.viewer()?;
        let is_shown = viewer.member == Some(self.0.id) && viewer.acting.is_none();
        if !is_shown && !may_read(viewer.role, Field::ActingGrants) {
            return Ok(Vec::new());
        }
        let found = ctx.parts(ActingGrants(self.0.id)).await?;
        Ok(found.into_iter().map(ActingGrant::of).collect())
    }

    /// Her party today; null when she has none, or when you may not see it.
    async fn current_party(&self, ctx: &Context<'_>) -> Option<Result<Stakeholder>> {
        let found = async {
            let (loaders, today) = (ctx.loaders()?, ctx.reader()?.today);
            let parties = loaders
                .load_one(PartiesOf(self.0.id))
                .await?
                .unwrap_or_default();
            let current = parties
                .into_iter()
                .rev()
                .find(|party| party.from_day <= today && party.to_day.is_none_or(|to| to >= today));
            let Some(current) = current else {
                return Ok(None);
            };
            Ok(loaders
                .load_one(StakeholderById(current.party_id))
                .await?
                .map(Stakeholder))
        };
        found.await.transpose()
    }
}

/// A term in an assembly.
#[derive(Clone, Debug)]
pub struct Term(member_term::Model);

/// A term in an assembly.
#[Object]
impl Term {
    /// The number of the assembly.
    async fn assembly(&self) -> i32 {
        self.0.assembly
    }

    /// The kind of seat.
    async fn seat(&self) -> Seat {
        self.0.seat.into()
    }

    /// The constituency; null for reserved seats.
    async fn constituency(&self) -> Option<&str> {
        self.0.constituency.as_deref()
    }

    /// The district that she speaks for; null when none is known.
    async fn district(&self, ctx: &Context<'_>) -> Option<Result<District>> {
        seen(ctx, self.0.district_id).await
    }

    /// The first day.
    async fn from(&self) -> Day {
        Day(self.0.from_day)
    }

    /// The last day; null while it runs.
    async fn to(&self) -> Option<Day> {
        self.0.to_day.map(Day)
    }
}

/// Membership of a party.
#[derive(Clone, Debug)]
pub struct PartyMembership {
    row: member_party::Model,
    party: stakeholder::Model,
}

/// Membership of a party.
#[Object]
impl PartyMembership {
    /// The party.
    async fn party(&self) -> Stakeholder {
        Stakeholder(self.party.clone())
    }

    /// The first day.
    async fn from(&self) -> Day {
        Day(self.row.from_day)
    }

    /// The last day; null while it lasts.
    async fn to(&self) -> Option<Day> {
        self.row.to_day.map(Day)
    }
}

/// What a list of members is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct MemberFilter {
    /// Words, each of which begins a word of the name, in either script.
    pub search: Option<String>,
    /// Of one of these parties today; an empty list finds nobody.
    pub party_ids: Option<Vec<ID>>,
    /// True: archived ones only. False or absent: those in use only.
    pub archived: Option<bool>,
}

/// Reads of members.
#[derive(Default)]
pub struct MembersQuery;

/// Reads of members.
#[Object]
impl MembersQuery {
    /// A member by id; null when there is none, or none that you may see.
    async fn member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Member>> {
        one(ctx, &id).await.transpose()
    }

    /// The members whom you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<MemberFilter>,
        #[graphql(desc = "The order; by name in your language when absent.")] order_by: Option<
            NameOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Member>> {
        let viewer = ctx.viewer()?;
        let filter = filter.unwrap_or_default();
        let filter = Filter {
            search: filter.search,
            parties: optional_ids(filter.party_ids.as_ref())?,
            is_archived: filter.archived.unwrap_or_default(),
        };
        let order = NameOrder::or_usual(order_by, viewer);
        let limits = Limits::of(first, after, last, before);
        let ordering = order.ordering(&NameColumns::person());
        let people = read::select(viewer, filter);
        let found = list(ctx, limits, people, &ordering, |row| order.place(row)).await?;
        let loaders = ctx.loaders()?;
        let mut members = loaders
            .load_many(found.iter().map(|row| MemberOf(row.id)))
            .await?;
        loaders
            .feed_many(found.iter().map(|row| (PersonById(row.id), row.clone())))
            .await;
        let found = found.try_map(|row| {
            let member = members.remove(&MemberOf(row.id));
            member.ok_or_else(|| Fault::internal("a member of the list is not there"))
        })?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        found
            .ahead(ctx, &["terms"], |row| [TermsOf(row.id)])
            .await?;
        let parties = ["parties", "currentParty"];
        found
            .ahead(ctx, &parties, |row| [PartiesOf(row.id)])
            .await?;
        Ok(found.connection(Member))
    }
}

payload! {
    /// What came of adding or changing a member.
    MemberPayload {
        /// The member as she now is; null when nothing was done.
        member: Member
    }
}

/// Acts on members.
#[derive(Default)]
pub struct MembersMutation;

/// Acts on members.
#[Object]
impl MembersMutation {
    /// Takes a person into the caucus.
    async fn create_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The membership.")] input: CreateMemberInput,
    ) -> Result<MemberPayload> {
        perform(ctx, input).await
    }

    /// Changes a membership, its terms and parties.
    async fn update_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateMemberInput,
    ) -> Result<MemberPayload> {
        perform(ctx, input).await
    }
}
