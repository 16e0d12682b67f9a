//! The keys of shipped rows. A migration cannot compute them, so the program does at its start.

use entity::{district, division};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseConnection, EntityTrait, IntoActiveModel, QueryFilter,
};

use crate::kit::db::Db;
use crate::kit::fault::Fault;
use crate::kit::names::Keys;

/// Computes the keys of districts and divisions that have none yet.
///
/// # Errors
/// When the database does not answer.
pub async fn rebuild_keys(db: &Db) -> Result<(), Fault> {
    let conn = db.writer();
    for row in without_keys_of_districts(conn).await? {
        let keys = Keys::of(row.name_en.as_deref(), row.name_ur.as_deref(), &[&row.code]);
        let row = district::Model {
            sort_en: keys.sort_en,
            sort_ur: keys.sort_ur,
            search_key: keys.search,
            ..row
        };
        row.into_active_model().reset_all().update(conn).await?;
    }
    let divisions = division::Entity::find().filter(division::Column::SearchKey.eq(""));
    for row in divisions.all(conn).await? {
        let keys = Keys::of(row.name_en.as_deref(), row.name_ur.as_deref(), &[&row.code]);
        let row = division::Model {
            sort_en: keys.sort_en,
            sort_ur: keys.sort_ur,
            search_key: keys.search,
            ..row
        };
        row.into_active_model().reset_all().update(conn).await?;
    }
    Ok(())
}

async fn without_keys_of_districts(
    conn: &DatabaseConnection,
) -> Result<Vec<district::Model>, Fault> {
    Ok(district::Entity::find()
        .filter(district::Column::SearchKey.eq(""))
        .all(conn)
        .await?)
}
