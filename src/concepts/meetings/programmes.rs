//! The programmes of a meeting: those of its lines of work until somebody says otherwise.

use entity::ids::ProgrammeId;
use entity::{engagement, programme};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::concepts::log::Tx;
use crate::kit::fault::Fault;

/// The programmes in use of the lines of work under which a meeting is logged.
pub(super) async fn programmes_of(
    tx: &Tx,
    lines: &[engagement::Model],
) -> Result<Vec<ProgrammeId>, Fault> {
    let ids: Vec<_> = lines.iter().filter_map(|row| row.programme_id).collect();
    if ids.is_empty() {
        return Ok(ids);
    }
    Ok(programme::Entity::find()
        .select_only()
        .column(programme::Column::Id)
        .filter(programme::Column::Id.is_in(ids))
        .filter(programme::Column::ArchivedOn.is_null())
        .into_tuple()
        .all(tx.conn())
        .await?)
}
