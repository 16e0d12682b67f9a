//! Batches of parts and of links between things: what hangs on many owners, in one statement.

/// Declares a batch that reads all rows of a table that belong to an owner, in an order.
macro_rules! rows_of {
    ($(#[$doc:meta])* $key:ident($id:ident) => $table:ident by $column:ident, ordered by $($order:ident),+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub entity::ids::$id);

        impl async_graphql::dataloader::Loader<$key> for $crate::concepts::access::context::Reader {
            type Value = Vec<entity::$table::Model>;
            type Error = $crate::kit::fault::Fault;

            async fn load(
                &self,
                keys: &[$key],
            ) -> Result<std::collections::HashMap<$key, Self::Value>, Self::Error> {
                use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
                let mut found: std::collections::HashMap<$key, Self::Value> =
                    keys.iter().map(|key| (*key, Vec::new())).collect();
                let rows = entity::$table::Entity::find()
                    .filter(entity::$table::Column::$column.is_in(keys.iter().map(|key| key.0)))
                    $(.order_by_asc(entity::$table::Column::$order))+
                    .all(self.conn())
                    .await?;
                for row in rows {
                    if let Some(list) = found.get_mut(&$key($crate::concepts::records::links::owner!(row, $column))) {
                        list.push(row);
                    }
                }
                Ok(found)
            }
        }
    };
}
pub(crate) use rows_of;

/// The owner of a row, by the name of its column.
macro_rules! owner {
    ($row:ident, DocumentId) => {
        $row.document_id
    };
    ($row:ident, PersonId) => {
        $row.person_id
    };
    ($row:ident, UserId) => {
        $row.user_id
    };
    ($row:ident, MemberId) => {
        $row.member_id
    };
    ($row:ident, StakeholderId) => {
        $row.stakeholder_id
    };
    ($row:ident, EngagementId) => {
        $row.engagement_id
    };
    ($row:ident, MeetingId) => {
        $row.meeting_id
    };
    ($row:ident, CommitmentId) => {
        $row.commitment_id
    };
    ($row:ident, FollowUpActionId) => {
        $row.follow_up_action_id
    };
    ($row:ident, TargetListId) => {
        $row.target_list_id
    };
}
pub(crate) use owner;
