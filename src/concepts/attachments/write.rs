//! Hanging a file on a meeting or a document.

use std::sync::Arc;

use async_graphql::ID;
use entity::enums::Audience;
use entity::ids::{AttachmentId, DocumentId, MeetingId, RecordId};
use entity::{attachment, attachment_content};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::{Value, json};

use crate::concepts::access::policy::{self, shares_with_partners, words_within};
use crate::concepts::access::{self, Allowed, allow_on};
use crate::concepts::attachments::picture::cleaned;
use crate::concepts::attachments::rules::kind_of;
use crate::concepts::log::{Act, Logged, Parts, Taken, Tx, Whole, save};
use crate::kit::check::Check;
use crate::kit::digest::sha256;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, parse_any};
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Logged for attachment::Model {
    const KIND: Kind = Kind::Attachment;
    const OPEN: &'static [&'static str] = &["meeting_id", "document_id", "kind"];
    // By its digest it could be tried which file it was.
    const WORDS: &'static [&'static str] = &["name", "size", "sha256"];
    const PARTNERS: &'static [&'static str] = &["kind"];

    fn shared(&self) -> &'static [&'static str] {
        match self.words_audience {
            Audience::Partners => Self::WORDS,
            Audience::Caucus | Audience::Present => &[],
        }
    }

    async fn take_out_words(&mut self, tx: &Tx) -> Result<Taken, Fault> {
        attachment_content::Entity::delete_by_id(self.id)
            .exec(tx.conn())
            .await?;
        (self.size, self.sha256) = (None, None);
        Ok(Taken::all::<Self>(self.name.take().is_some()))
    }

    async fn parts<C: ConnectionTrait>(&self, _conn: &C) -> Result<Parts, Fault> {
        Ok(Parts::new())
    }
}

/// A file as it was sent.
#[derive(Clone, Debug)]
pub struct AttachFile {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `attachment_` and a UUIDv7.
    pub id: Option<ID>,
    /// The meeting or document on which it hangs.
    pub on: ID,
    /// Its name.
    pub name: String,
    /// Who may have its name and its bytes; as the words of what it hangs on when absent.
    pub words_audience: Option<Audience>,
    /// The media type that the sender says it has; `None` when she says nothing.
    pub claimed: Option<String>,
    /// What is in it.
    pub bytes: Arc<Vec<u8>>,
}

impl AttachFile {
    /// All of it but the key of the request, by which a replay is told from another request.
    #[must_use]
    pub fn content(&self) -> Value {
        json!({
            "id": self.id.as_ref().map(|id| &id.0), "on": self.on.0, "name": self.name,
            "claimed": self.claimed, "wordsAudience": self.words_audience,
            "sha256": hexadecimal(&sha256(&self.bytes)),
        })
    }
}

impl Act for AttachFile {
    const NAME: &'static str = "attachFile";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let (allowed, meeting_id, document_id) = self.allowed(tx).await?;
        let on = tx
            .subject()
            .map(|on| (on.id, on.audience, on.words_audience));
        let (parent, facts, words) = on.ok_or_else(policy::not_found)?;
        let mut check = Check::default();
        let id = check.client_id::<AttachmentId>(&root.field("id"), self.id.as_ref());
        // What is sent is not for partners before somebody who may say so has read it.
        let widest = if shares_with_partners(tx.viewer()) {
            Audience::Partners
        } else {
            Audience::Caucus
        };
        let audience = facts.max(widest);
        let place = root.field("wordsAudience");
        let usual = words.max(audience);
        let words_audience =
            policy::audience(&mut check, tx.viewer(), &place, self.words_audience, usual);
        words_within(
            &mut check,
            tx.viewer(),
            &place,
            self.words_audience,
            audience,
        );
        let name = self.checked_name(&mut check);
        let content = self.checked_content(&mut check, name.as_deref());
        let (kind, bytes) = check.done_with(content)?;
        let row = attachment::Model {
            id: tx.id_or_new(id),
            audience,
            words_audience,
            recorded_at: tx.now(),
            archived_on: None,
            meeting_id,
            document_id,
            kind,
            name,
            size: Some(i32::try_from(bytes.len()).map_err(Fault::internal)?),
            sha256: Some(hexadecimal(&sha256(&bytes))),
        };
        let attachment_id = row.id;
        let whole = Whole {
            parent: Some(parent),
            ..Whole::alone(row)
        };
        save(tx, &allowed, None, &whole).await?;
        tx.insert(&attachment_content::Model {
            attachment_id,
            bytes,
        });
        Ok(attachment_id.into())
    }
}

impl AttachFile {
    /// The right to hang something on what is named, which is held until it hangs there.
    async fn allowed(
        &self,
        tx: &mut Tx,
    ) -> Result<(Allowed, Option<MeetingId>, Option<DocumentId>), WriteError> {
        let mut check = Check::default();
        let place = Path::root().field("on");
        let (meeting, document) = match parse_any(&self.on) {
            Ok((Kind::Meeting, id)) => (Some(MeetingId(id)), None),
            Ok((Kind::Document, id)) => (None, Some(DocumentId(id))),
            _ => {
                let message = "Name the meeting or the document on which the file is to hang.";
                check.refuse(UserErrorCode::InvalidId, &place, message);
                (None, None)
            }
        };
        let act = access::Act::AttachFile;
        let allowed = match (meeting, document) {
            (Some(id), _) => Some(allow_on(tx, act, id).await),
            (None, Some(id)) => Some(allow_on(tx, act, id).await),
            (None, None) => None,
        };
        let allowed = allowed
            .transpose()
            .map_err(|error| error.with_id_at("on"))?;
        Ok((check.done_with(allowed)?, meeting, document))
    }

    fn checked_name(&self, check: &mut Check) -> Option<String> {
        let place = Path::root().field("name");
        let name = check.line(&place, &self.name)?;
        if name.contains(['/', '\\']) {
            let message = "Give the name of the file alone, without the folders that it lies in.";
            check.refuse(UserErrorCode::Invalid, &place, message);
        }
        Some(name)
    }

    /// What it is, and its bytes as they are kept.
    fn checked_content(
        &self,
        check: &mut Check,
        name: Option<&str>,
    ) -> Option<(entity::enums::FileKind, Vec<u8>)> {
        let place = Path::root().field("file");
        if self.bytes.is_empty() {
            let message = "This file is empty: it has 0 bytes. Choose it again, or another one.";
            check.refuse(UserErrorCode::Required, &place, message);
            return None;
        }
        let kind = match kind_of(&self.bytes, name?, self.claimed.as_deref()) {
            Ok(kind) => kind,
            Err(message) => {
                check.refuse(UserErrorCode::Invalid, &place, message);
                return None;
            }
        };
        let kept = cleaned(kind, self.bytes.to_vec());
        if kept.is_none() {
            let message = "This picture is broken or not whole. Take it again, or send it again.";
            check.refuse(UserErrorCode::Invalid, &place, message);
        }
        Some((kind, kept?))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().map(|byte| format!("{byte:02x}"));
    digits.collect::<Vec<_>>().concat()
}
