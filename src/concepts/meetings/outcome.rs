//! What came of many meetings, each list in one statement.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use entity::ids::MeetingId;
use entity::{commitment, decision, follow_up_action};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::context::Reader;
use crate::concepts::meetings::decisions;
use crate::concepts::{commitments, follow_ups};
use crate::kit::fault::Fault;

/// Declares the batch of the records of one kind that hang on a meeting, cut to what is seen.
macro_rules! outcome_of {
    ($(#[$doc:meta])* $key:ident => $table:ident, $visible:path, $owner:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub MeetingId);

        impl Loader<$key> for Reader {
            type Value = Vec<$table::Model>;
            type Error = Fault;

            async fn load(&self, keys: &[$key]) -> Result<HashMap<$key, Self::Value>, Fault> {
                let mut found: HashMap<_, Self::Value> =
                    keys.iter().map(|key| (*key, Vec::new())).collect();
                let rows = $table::Entity::find()
                    .filter($table::Column::MeetingId.is_in(keys.iter().map(|key| key.0)))
                    .filter($table::Column::ArchivedOn.is_null())
                    .filter($visible(&self.viewer))
                    .order_by_asc($table::Column::RecordedAt)
                    .order_by_asc($table::Column::Position)
                    .order_by_asc($table::Column::Id)
                    .all(self.conn())
                    .await?;
                let owner: fn(&$table::Model) -> Option<MeetingId> = $owner;
                for row in rows {
                    if let Some(list) = owner(&row).and_then(|id| found.get_mut(&$key(id))) {
                        list.push(row);
                    }
                }
                Ok(found)
            }
        }
    };
}

outcome_of! {
    /// Asks what a meeting decided.
    DecisionsOf => decision, decisions::visible, |row| Some(row.meeting_id)
}

outcome_of! {
    /// Asks what was asked and promised in a meeting.
    CommitmentsOf => commitment, commitments::read::visible, |row| row.meeting_id
}

outcome_of! {
    /// Asks for the tasks that came of a meeting.
    FollowUpsOf => follow_up_action, follow_ups::read::visible, |row| row.meeting_id
}
