//! What a search of meetings looks through, kept beside the meeting. The names of its offices are
//! not in it: who may know them differs, so they are looked up.

use std::collections::HashMap;

use entity::ids::MeetingId;
use entity::text::Text;
use entity::{meeting, meeting_stakeholder};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::kit::db::Db;
use crate::kit::fault::Fault;
use crate::kit::names::search_key;

/// How many meetings get their keys in one transaction.
const AT_ONCE: u64 = 500;

/// What a search of the title looks through, in both languages.
#[must_use]
pub fn title_key(title: Option<&Text>) -> String {
    let title = title.into_iter();
    let parts = title.flat_map(|title| {
        let translation = title.translation.as_ref();
        std::iter::once(title.text.as_str()).chain(translation.map(|other| other.text.as_str()))
    });
    search_key(&parts.collect::<Vec<_>>())
}

/// What a search of the names of offices as they were written looks through.
#[must_use]
pub fn texts_key<'a>(texts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    search_key(&texts.into_iter().flatten().collect::<Vec<_>>())
}

/// Computes the keys of the meetings that have none yet: those from before there were keys.
///
/// # Errors
/// When the database does not answer.
pub async fn rebuild(db: &Db) -> Result<(), Fault> {
    loop {
        let rows = meeting::Entity::find()
            .filter(meeting::Column::TitleKey.is_null())
            .order_by_asc(meeting::Column::Id)
            .limit(AT_ONCE)
            .all(db.writer())
            .await?;
        if rows.is_empty() {
            return Ok(());
        }
        let tx = db.begin().await?;
        let ids = rows.iter().map(|row| row.id);
        let with = meeting_stakeholder::Entity::find()
            .filter(meeting_stakeholder::Column::MeetingId.is_in(ids))
            .filter(meeting_stakeholder::Column::Text.is_not_null())
            .all(&tx)
            .await?;
        let mut texts: HashMap<MeetingId, Vec<Option<String>>> = HashMap::new();
        for row in with {
            texts.entry(row.meeting_id).or_default().push(row.text);
        }
        for row in rows {
            let texts = texts.remove(&row.id).unwrap_or_default();
            let texts = texts_key(texts.iter().map(Option::as_deref));
            meeting::Entity::update_many()
                .col_expr(
                    meeting::Column::TitleKey,
                    Expr::value(title_key(row.title.as_ref())),
                )
                .col_expr(meeting::Column::TextsKey, Expr::value(texts))
                .filter(meeting::Column::Id.eq(row.id))
                .exec(&tx)
                .await?;
        }
        tx.commit().await.map_err(Fault::from)?;
    }
}
