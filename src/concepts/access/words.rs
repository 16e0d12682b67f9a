//! Which of the records on a page a viewer is one of the people of, in one statement.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::enums::{Audience, Role};
use entity::ids::RecordId;
use entity::record_person;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::concepts::access::context::{CtxExt, Reader};
use crate::concepts::access::visible::reads_words;
use crate::kit::fault::Fault;

/// Asks whether the viewer is one of the people of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IsOfRecord(pub RecordId);

impl Loader<IsOfRecord> for Reader {
    type Value = bool;
    type Error = Fault;

    async fn load(&self, keys: &[IsOfRecord]) -> Result<HashMap<IsOfRecord, bool>, Fault> {
        let of: Vec<RecordId> = record_person::Entity::find()
            .select_only()
            .column(record_person::Column::RecordId)
            .filter(record_person::Column::PersonId.eq(self.viewer.person))
            .filter(record_person::Column::RecordId.is_in(keys.iter().map(|key| key.0)))
            .into_tuple()
            .all(self.conn())
            .await?;
        Ok(keys.iter().map(|key| (*key, of.contains(&key.0))).collect())
    }
}

/// Whether the words of a record may be read by the one who asks, who may be one of the people of
/// the record itself or of what it hangs on.
///
/// # Errors
/// When nobody is signed in, or the database does not answer.
pub async fn may_read_words(
    ctx: &async_graphql::Context<'_>,
    people_of: impl IntoIterator<Item = RecordId>,
    words: Audience,
) -> async_graphql::Result<bool> {
    let viewer = ctx.viewer()?;
    let mut is_of_record = false;
    let is_asked_by_record = matches!(viewer.role, Role::Member | Role::Aide);
    if is_asked_by_record && words == Audience::Present {
        for record in people_of {
            let found = ctx.loaders()?.load_one(IsOfRecord(record)).await?;
            is_of_record |= found.unwrap_or_default();
        }
    }
    Ok(reads_words(viewer, words, is_of_record))
}
