//! What is sent to add and change members.

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::kit::graphql::enums::{Audience, Seat};
use crate::kit::graphql::scalars::Day;

/// A term in an assembly.
#[derive(InputObject, Clone, Debug)]
pub struct TermInput {
    /// The number of the assembly, from 1.
    pub assembly: i32,
    /// The kind of seat.
    pub seat: Seat,
    /// The constituency, such as "PB-2 Zhob"; none for reserved seats.
    pub constituency: Option<String>,
    /// The district that she speaks for.
    pub district_id: Option<ID>,
    /// The first day.
    pub from: Day,
    /// The last day; absent while it runs.
    pub to: Option<Day>,
}

/// Membership of a party.
#[derive(InputObject, Clone, Debug)]
pub struct PartyMembershipInput {
    /// The party, a stakeholder of that category.
    pub party_id: ID,
    /// The first day; the day she joined the caucus when absent.
    pub from: Option<Day>,
    /// The last day; absent while it lasts.
    pub to: Option<Day>,
}

/// A person to be taken into the caucus.
#[derive(InputObject, Clone, Debug)]
pub struct CreateMemberInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `member_` and a UUIDv7.
    pub id: Option<ID>,
    /// Who.
    pub person_id: ID,
    /// Since when.
    pub joined_on: Day,
    /// Her terms in assemblies.
    pub terms: Option<Vec<TermInput>>,
    /// Her parties.
    pub parties: Option<Vec<PartyMembershipInput>>,
    /// Who may see it; the caucus when absent.
    pub audience: Option<Audience>,
}

/// Changes to a membership. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateMemberInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which member.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// Since when.
    pub joined_on: Option<Day>,
    /// Her last day in the caucus; null while she is in it.
    pub left_on: MaybeUndefined<Day>,
    /// All her terms anew.
    pub terms: Option<Vec<TermInput>>,
    /// All her parties anew.
    pub parties: Option<Vec<PartyMembershipInput>>,
    /// Who may see it.
    pub audience: Option<Audience>,
}
