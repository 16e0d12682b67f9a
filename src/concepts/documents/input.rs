//! What is sent to note a document and to set it right.

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::kit::graphql::enums::{Audience, DocumentKind};
use crate::kit::graphql::inputs::TextInput;
use crate::kit::graphql::scalars::Day;

/// What can be known of a document beside its kind, day, parties and subject. What is not sent of
/// one that is there stays; null takes it back.
#[derive(InputObject, Clone, Debug)]
pub struct DocumentTermsInput {
    /// The number that its sender gave it.
    pub reference_number: MaybeUndefined<String>,
    /// The number under which it was entered where it came in.
    pub diary_number: MaybeUndefined<String>,
    /// The document that it answers.
    pub answers_id: MaybeUndefined<ID>,
    /// By when a reply is due; for letters only.
    pub reply_due_on: MaybeUndefined<Day>,
    /// The day on which it was signed.
    pub signed_on: MaybeUndefined<Day>,
    /// Its last day, where it runs out.
    pub valid_until: MaybeUndefined<Day>,
}

/// A letter or another paper.
#[derive(InputObject, Clone, Debug)]
pub struct RecordDocumentInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `document_` and a UUIDv7.
    pub id: Option<ID>,
    /// What sort of paper it is.
    pub kind: DocumentKind,
    /// On what it is, in a line.
    pub subject: TextInput,
    /// The day that stands on it.
    pub day: Day,
    /// With whom: who wrote it, to whom it went, who signed it. A letter is from or to somebody.
    /// The caucus itself is not named.
    pub party_ids: Option<Vec<ID>>,
    /// What else is known of it.
    #[graphql(flatten)]
    pub terms: DocumentTermsInput,
    /// Who may see it; the caucus when absent.
    pub audience: Option<Audience>,
}

/// Changes to a document. What is not sent stays. Of a list that is sent whole, what you may not
/// see stays too.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateDocumentInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which document.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// What sort of paper it is.
    pub kind: Option<DocumentKind>,
    /// On what it is, in a line.
    pub subject: Option<TextInput>,
    /// The day that stands on it.
    pub day: Option<Day>,
    /// With whom, all anew.
    pub party_ids: Option<Vec<ID>>,
    /// What else is known of it.
    #[graphql(flatten)]
    pub terms: DocumentTermsInput,
    /// Who may see it.
    pub audience: Option<Audience>,
}
