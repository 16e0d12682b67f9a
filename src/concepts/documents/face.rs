//! Documents as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::document;

use crate::concepts::access::CtxExt;
use crate::concepts::attachments::face::Attachment;
use crate::concepts::attachments::read::FilesOfDocument;
use crate::concepts::documents::input::{RecordDocumentInput, UpdateDocumentInput};
use crate::concepts::documents::read::{IsAnswered, PartiesOfDocument};
use crate::concepts::documents::rules;
use crate::concepts::log::{payload, perform};
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::{recorded_for, recorder};
use crate::concepts::records::{Head, seen, seen_all};
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::enums::DocumentKind;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Text;
use crate::kit::graphql::scalars::Day;

/// A letter or another paper.
#[derive(Clone, Debug)]
pub struct Document(pub document::Model);

/// A letter or another paper. A letter is contact with whom it is from or to, and no meeting.
#[Object]
impl Document {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Who noted it; null when the program did, or when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        recorder(ctx, self.0.id.into()).await.transpose()
    }

    /// The member for whom somebody else noted it; null when the one who noted it did so for
    /// herself, or when that is not for you.
    async fn recorded_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        recorded_for(ctx, self.0.id.into()).await.transpose()
    }

    /// What sort of paper it is.
    async fn kind(&self) -> DocumentKind {
        self.0.kind.into()
    }

    /// On what it is.
    async fn subject(&self) -> Text {
        self.0.subject.clone().into()
    }

    /// The day that stands on it.
    async fn day(&self) -> Day {
        Day(self.0.day)
    }

    /// With whom: who wrote it, to whom it went, who signed it, as far as you may see them. The
    /// caucus itself is not named.
    async fn parties(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        let links = ctx.parts(PartiesOfDocument(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.stakeholder_id)).await
    }

    /// The number that its sender gave it; null when it has none.
    async fn reference_number(&self) -> Option<&str> {
        self.0.reference_number.as_deref()
    }

    /// The number under which it was entered where it came in; null when there is none.
    async fn diary_number(&self) -> Option<&str> {
        self.0.diary_number.as_deref()
    }

    /// The document that it answers; null when none, or when you may not see it.
    async fn answers(&self, ctx: &Context<'_>) -> Option<Result<Document>> {
        seen(ctx, self.0.answers_id).await
    }

    /// By when a reply is due; null when none is asked for.
    async fn reply_due_on(&self) -> Option<Day> {
        self.0.reply_due_on.map(Day)
    }

    /// Whether a reply is due and nothing that you see answers it.
    async fn awaits_reply(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(rules::awaits_reply(&self.0, self.is_answered(ctx).await?))
    }

    /// Whether it waits for a reply past its day. Due today is not overdue.
    async fn is_reply_overdue(&self, ctx: &Context<'_>) -> Result<bool> {
        let is_answered = self.is_answered(ctx).await?;
        Ok(rules::is_overdue(&self.0, is_answered, ctx.reader()?.today))
    }

    /// The files that were hung on it, as far as you may see them, the first first.
    async fn attachments(&self, ctx: &Context<'_>) -> Result<Vec<Attachment>> {
        let found = ctx.parts(FilesOfDocument(self.0.id)).await?;
        Ok(found.into_iter().map(Attachment).collect())
    }

    /// The day on which it was signed; null when it was not, or when that is not known.
    async fn signed_on(&self) -> Option<Day> {
        self.0.signed_on.map(Day)
    }

    /// Its last day; null when it does not run out.
    async fn valid_until(&self) -> Option<Day> {
        self.0.valid_until.map(Day)
    }
}

impl Document {
    async fn is_answered(&self, ctx: &Context<'_>) -> Result<bool> {
        let found = ctx.loaders()?.load_one(IsAnswered(self.0.id)).await?;
        Ok(found.unwrap_or_default())
    }
}

payload! {
    /// What came of noting a document or setting it right.
    DocumentPayload {
        /// The document as it now is; null when nothing was done.
        document: Document
    }
}

/// Acts on documents.
#[derive(Default)]
pub struct DocumentsMutation;

/// Acts on documents.
#[Object]
impl DocumentsMutation {
    /// Notes a letter that came in or went out, or another paper.
    async fn record_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The letter or paper.")] input: RecordDocumentInput,
    ) -> Result<DocumentPayload> {
        perform(ctx, input).await
    }

    /// Sets a letter or another paper right. For who noted it, and coordinators.
    async fn update_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateDocumentInput,
    ) -> Result<DocumentPayload> {
        perform(ctx, input).await
    }
}
