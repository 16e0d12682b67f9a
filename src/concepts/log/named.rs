//! What an entry only names, with who saw it then: what was done to a record while it was closed, or
//! refused of it, stays closed when it is opened.

use std::collections::HashMap;

use entity::enums::Audience;
use entity::ids::RecordId;
use entity::record;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::kit::fault::Fault;
use crate::kit::graphql::id::parse_any;

/// What an entry only names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub text: String,
    /// Who sees it; `None` where it is no record.
    pub audience: Option<Audience>,
}

impl Named {
    /// What is named by these ids, with who sees it now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn all<C: ConnectionTrait>(conn: &C, texts: &[String]) -> Result<Vec<Self>, Fault> {
        let id = |text: &String| parse_any(text).ok().map(|(_, id)| RecordId(id));
        let ids: Vec<_> = texts.iter().filter_map(id).collect();
        let audiences: HashMap<RecordId, Audience> = if ids.is_empty() {
            HashMap::new()
        } else {
            let found: Vec<(RecordId, Audience)> = record::Entity::find()
                .select_only()
                .column(record::Column::Id)
                .column(record::Column::Audience)
                .filter(record::Column::Id.is_in(ids))
                .into_tuple()
                .all(conn)
                .await?;
            found.into_iter().collect()
        };
        let named = texts.iter().map(|text| Self {
            text: text.clone(),
            audience: id(text).and_then(|id| audiences.get(&id).copied()),
        });
        Ok(named.collect())
    }
}
