//! What is sent to add and change people.

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::kit::graphql::enums::{Audience, Gender, Language, PhoneKind};
use crate::kit::graphql::inputs::NameInput;
use crate::kit::graphql::scalars::Day;

/// A phone number.
#[derive(InputObject, Clone, Debug)]
pub struct PhoneInput {
    /// The number, with the country first (+923001234567) or as dialled within Pakistan.
    pub number: String,
    /// Whose it is; her own when absent.
    pub kind: Option<PhoneKind>,
}

/// A person to be added.
#[derive(InputObject, Clone, Debug)]
pub struct CreatePersonInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `person_` and a UUIDv7.
    pub id: Option<ID>,
    /// Her name.
    pub name: NameInput,
    /// Her gender; not stated when absent.
    pub gender: Option<Gender>,
    /// The language she prefers.
    pub language: Option<Language>,
    /// Her phone numbers, the best first.
    pub phones: Option<Vec<PhoneInput>>,
    /// Her e-mail address.
    pub email: Option<String>,
    /// Who may see her; the caucus when absent.
    pub audience: Option<Audience>,
}

/// Changes to a person. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdatePersonInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which person.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// Her name, both languages anew.
    pub name: Option<NameInput>,
    /// Her gender.
    pub gender: Option<Gender>,
    /// The language she prefers; null to forget it.
    pub language: MaybeUndefined<Language>,
    /// All her phone numbers anew.
    pub phones: Option<Vec<PhoneInput>>,
    /// Her e-mail address; null to forget it.
    pub email: MaybeUndefined<String>,
    /// Who may see her.
    pub audience: Option<Audience>,
}

/// A post that a person holds or held.
#[derive(InputObject, Clone, Debug)]
pub struct AddPostInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `post_` and a UUIDv7.
    pub id: Option<ID>,
    /// Who.
    pub person_id: ID,
    /// The version of the person that you saw; compared if given.
    pub expected_version: Option<String>,
    /// Where.
    pub stakeholder_id: ID,
    /// What she is there.
    pub title: NameInput,
    /// Her first day, if it is known.
    pub from: Option<Day>,
    /// Her last day; absent while she holds it.
    pub to: Option<Day>,
}

/// The end of a post.
#[derive(InputObject, Clone, Debug)]
pub struct EndPostInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Who.
    pub person_id: ID,
    /// The version of the person that you saw; compared if given.
    pub expected_version: Option<String>,
    /// Which post.
    pub post_id: ID,
    /// Her last day; today when absent.
    pub on: Option<Day>,
}
