//! Reads of the record rows under things.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::ids::{PersonId, RecordId, UserId};
use entity::{record, user};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::concepts::access::context::Reader;
use crate::kit::fault::Fault;

/// Asks for the record row under a thing that the viewer is known to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RecordById(pub RecordId);

impl Loader<RecordById> for Reader {
    type Value = record::Model;
    type Error = Fault;

    async fn load(&self, keys: &[RecordById]) -> Result<HashMap<RecordById, record::Model>, Fault> {
        let rows = record::Entity::find()
            .filter(record::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .all(self.conn())
            .await?;
        Ok(rows
            .into_iter()
            .map(|row| (RecordById(row.id), row))
            .collect())
    }
}

/// Asks who a user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PersonOfUser(pub UserId);

impl Loader<PersonOfUser> for Reader {
    type Value = PersonId;
    type Error = Fault;

    async fn load(&self, keys: &[PersonOfUser]) -> Result<HashMap<PersonOfUser, PersonId>, Fault> {
        let rows: Vec<(UserId, PersonId)> = user::Entity::find()
            .select_only()
            .columns([user::Column::Id, user::Column::PersonId])
            .filter(user::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .into_tuple()
            .all(self.conn())
            .await?;
        Ok(rows
            .into_iter()
            .map(|(user, person)| (PersonOfUser(user), person))
            .collect())
    }
}
