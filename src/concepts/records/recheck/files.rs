//! Whether the bytes of the files are still those that the log commits to by their digest.

use entity::ids::AttachmentId;
use entity::{attachment, attachment_content};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Altered, PAGE, What, last_of_all};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, to_text};
use crate::kit::secret::hex;

/// The files whose bytes are others than their row says, are gone, or are there although their words
/// were withdrawn. One file is in memory at a time.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn altered<C: ConnectionTrait>(conn: &C) -> Result<Vec<Altered>, Fault> {
    let mut wrong = Vec::new();
    let mut after = AttachmentId(Uuid::nil());
    loop {
        let page = attachment::Entity::find()
            .filter(attachment::Column::Id.gt(after))
            .order_by_asc(attachment::Column::Id)
            .limit(PAGE)
            .all(conn)
            .await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        for row in &page {
            let content = attachment_content::Entity::find_by_id(row.id)
                .one(conn)
                .await?;
            let digest = content.map(|content| hex(&Sha256::digest(&content.bytes)));
            if digest != row.sha256 {
                wrong.push(row.id.into());
            }
        }
    }
    let mut last = last_of_all(conn, &wrong).await?;
    let altered = wrong.into_iter().map(|id| Altered {
        what: What::Bytes,
        record: to_text(Kind::Attachment, id.0),
        entry: last.remove(&id).map(|(entry, _)| entry),
    });
    Ok(altered.collect())
}
