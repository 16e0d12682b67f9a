//! Files as the API shows them. They come and go as bytes, at `/attachments`.

use async_graphql::{Context, ID, Object, Result};
use entity::attachment;
use entity::ids::RecordId;

use crate::concepts::access::words::may_read_words;
use crate::concepts::attachments::read::owner;
use crate::concepts::documents::face::Document;
use crate::concepts::meetings::face::Meeting;
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::{recorded_for, recorder};
use crate::concepts::records::{Head, seen};
use crate::kit::graphql::enums::FileKind;
use crate::kit::graphql::id::to_id;

/// A file.
#[derive(Clone, Debug)]
pub struct Attachment(pub attachment::Model);

/// A file on a meeting, a letter or another paper. That there is one is a fact; its name and what is in
/// it are words. It is sent by `POST /attachments` and read at its `url`.
#[Object]
impl Attachment {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Who added it; null when the program did, or when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        recorder(ctx, self.0.id.into()).await.transpose()
    }

    /// The member for whom somebody else added it; null when the one who added it did so for
    /// herself, or when that is not for you.
    async fn recorded_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        recorded_for(ctx, self.0.id.into()).await.transpose()
    }

    /// What sort of file it is, by its content.
    async fn kind(&self) -> FileKind {
        self.0.kind.into()
    }

    /// Its name; null when it is not for you, or when it was withdrawn.
    async fn name(&self, ctx: &Context<'_>) -> Option<Result<String>> {
        self.word(ctx, self.0.name.clone()).await.transpose()
    }

    /// How many bytes it has; null when it is not for you, or when it was withdrawn.
    async fn size(&self, ctx: &Context<'_>) -> Option<Result<i32>> {
        self.word(ctx, self.0.size).await.transpose()
    }

    /// Where its bytes are read, on this server; null when it is not for you, or when it was withdrawn.
    async fn url(&self, ctx: &Context<'_>) -> Option<Result<String>> {
        let url = format!("/attachments/{}", to_id(self.0.id).0);
        let url = self.0.name.as_ref().map(|_| url);
        self.word(ctx, url).await.transpose()
    }

    /// The meeting on which it hangs; null when it hangs on none, or when you may not see it.
    async fn meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, self.0.meeting_id).await
    }

    /// The document on which it hangs; null when it hangs on none, or when you may not see it.
    async fn document(&self, ctx: &Context<'_>) -> Option<Result<Document>> {
        seen(ctx, self.0.document_id).await
    }
}

impl Attachment {
    /// What is among its words, for those who read them.
    async fn word<W>(&self, ctx: &Context<'_>, word: Option<W>) -> Result<Option<W>> {
        let people_of = [Some(RecordId::from(self.0.id)), owner(&self.0)];
        let people_of = people_of.into_iter().flatten();
        let reads = may_read_words(ctx, people_of, self.0.words_audience).await?;
        Ok(word.filter(|_| reads))
    }
}
