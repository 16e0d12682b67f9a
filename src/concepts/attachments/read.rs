//! Which files are seen, and who may have their bytes.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::enums::FileKind;
use entity::ids::{AttachmentId, DocumentId, MeetingId, RecordId};
use entity::{attachment, attachment_content, record_person};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use crate::app::App;
use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::access::visible::reads_words;
use crate::concepts::attachments::face::Attachment;
use crate::concepts::records::found;
use crate::concepts::{documents, meetings};
use crate::kit::fault::Fault;

found!(Attachment(attachment) by AttachmentById(AttachmentId), visible);

/// Which files a viewer sees: with the people of what they hang on; a partner, through that.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use attachment::Column;
    let people_of =
        [Column::Id, Column::MeetingId, Column::DocumentId].map(sea_orm::ColumnTrait::into_expr);
    let facts = crate::concepts::access::visible(viewer, Column::Audience, &people_of);
    if !viewer.is_partner() {
        return facts;
    }
    let through = Condition::any()
        .add(Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)))
        .add(Column::DocumentId.in_subquery(documents::read::visible_ids(viewer)));
    Condition::all()
        .add(facts)
        .add(Column::ArchivedOn.is_null())
        .add(through)
}

/// Declares the batch of the files in use that hang on one sort of thing, cut to what is seen.
macro_rules! files_of {
    ($(#[$doc:meta])* $key:ident($id:ident) by $column:ident, $owner:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub $id);

        impl Loader<$key> for Reader {
            type Value = Vec<attachment::Model>;
            type Error = Fault;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, Self::Value>, Fault> {
                use attachment::Column;
                let mut found: HashMap<_, Self::Value> =
                    keys.iter().map(|key| (*key, Vec::new())).collect();
                let rows = attachment::Entity::find()
                    .filter(Column::$column.is_in(keys.iter().map(|key| key.0)))
                    .filter(Column::ArchivedOn.is_null())
                    .filter(visible(&self.viewer))
                    .order_by_asc(Column::RecordedAt)
                    .order_by_asc(Column::Id)
                    .all(self.conn())
                    .await?;
                for row in rows {
                    if let Some(list) = row.$owner.and_then(|id| found.get_mut(&$key(id))) {
                        list.push(row);
                    }
                }
                Ok(found)
            }
        }
    };
}

files_of! {
    /// Asks for the files on a meeting.
    FilesOfMeeting(MeetingId) by MeetingId, meeting_id
}

files_of! {
    /// Asks for the files on a document.
    FilesOfDocument(DocumentId) by DocumentId, document_id
}

/// What a file hangs on.
#[must_use]
pub fn owner(row: &attachment::Model) -> Option<RecordId> {
    let meeting = row.meeting_id.map(RecordId::from);
    meeting.or(row.document_id.map(RecordId::from))
}

/// A file to be handed out.
pub struct File {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A file with its bytes; `None` when there is none, when it is not for the viewer, and when its words
/// were withdrawn, all alike.
///
/// # Errors
/// When the database does not answer.
pub async fn file(app: &App, viewer: &Viewer, id: AttachmentId) -> Result<Option<File>, Fault> {
    let conn = app.db.reader();
    let found = attachment::Entity::find_by_id(id)
        .filter(visible(viewer))
        .one(conn)
        .await?;
    let Some(row) = found else { return Ok(None) };
    let of = [Some(RecordId::from(id)), owner(&row)];
    let own = record_person::Entity::find()
        .filter(record_person::Column::PersonId.eq(viewer.person))
        .filter(record_person::Column::RecordId.is_in(of.into_iter().flatten()))
        .one(conn)
        .await?;
    let Some(name) = row
        .name
        .filter(|_| reads_words(viewer, row.words_audience, own.is_some()))
    else {
        return Ok(None);
    };
    let content = attachment_content::Entity::find_by_id(id).one(conn).await?;
    let content = content.ok_or_else(|| Fault::internal("a file without its bytes"))?;
    Ok(Some(File {
        name,
        kind: row.kind,
        bytes: content.bytes,
    }))
}
