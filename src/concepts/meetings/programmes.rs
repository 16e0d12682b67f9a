//! The programmes of a meeting: those of its lines of work until somebody says otherwise.

use async_graphql::ID;
use entity::ids::{MeetingId, ProgrammeId};
use entity::{engagement, meeting_programme, programme};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::concepts::log::Tx;
use crate::concepts::programme::read::visible;
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::user_error::Path;

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

/// The rows of a meeting's programmes, in the order in which the log shows them.
pub(super) fn rows(
    meeting_id: MeetingId,
    programmes: impl IntoIterator<Item = ProgrammeId>,
) -> Vec<meeting_programme::Model> {
    let rows = programmes
        .into_iter()
        .map(|programme_id| meeting_programme::Model {
            meeting_id,
            programme_id,
        });
    rows.collect()
}

/// The programmes that a meeting is to have, named anew. Those that it has may stay, archived or
/// not; those that the viewer does not see stay, as she cannot have meant them.
pub(super) async fn named_anew(
    tx: &mut Tx,
    check: &mut Check,
    meeting: MeetingId,
    raw: &Vec<ID>,
) -> Result<Vec<meeting_programme::Model>, Fault> {
    let path = Path::root().field("programmeIds");
    let mut programmes = check.ids::<ProgrammeId>(&path, Some(raw));
    let has: Vec<ProgrammeId> = meeting_programme::Entity::find()
        .select_only()
        .column(meeting_programme::Column::ProgrammeId)
        .filter(meeting_programme::Column::MeetingId.eq(meeting))
        .order_by_asc(meeting_programme::Column::ProgrammeId)
        .into_tuple()
        .all(tx.conn())
        .await?;
    let seen: Vec<ProgrammeId> = programme::Entity::find()
        .select_only()
        .column(programme::Column::Id)
        .filter(programme::Column::Id.is_in(has.iter().copied()))
        .filter(visible(tx.viewer()))
        .into_tuple()
        .all(tx.conn())
        .await?;
    let mut references = References::default();
    for (position, id) in programmes.iter().enumerate() {
        if !seen.contains(id) {
            references.want(&path.item(position), Some(*id));
        }
    }
    references.look_up(tx, check).await?;
    programmes.extend(has.into_iter().filter(|id| !seen.contains(id)));
    programmes.sort_unstable();
    programmes.dedup();
    Ok(rows(meeting, programmes))
}

/// Puts rows in the place of those that a meeting has.
pub(super) async fn replace(
    tx: &mut Tx,
    meeting: MeetingId,
    programmes: &[meeting_programme::Model],
) -> Result<(), Fault> {
    meeting_programme::Entity::delete_many()
        .filter(meeting_programme::Column::MeetingId.eq(meeting))
        .exec(tx.conn())
        .await?;
    tx.insert_all(programmes);
    Ok(())
}
