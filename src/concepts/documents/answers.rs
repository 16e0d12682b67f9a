//! Which document answers which: none itself, and no answers go round in a circle.

use std::collections::HashSet;

use entity::document;
use entity::ids::DocumentId;
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::concepts::log::Tx;
use crate::kit::check::Check;
use crate::kit::db;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserErrorCode};

/// What is held while it is said what answers what: two acts at once could make a circle.
const ANSWERS: &str = "document answers";

/// That a document answers neither itself nor what answers it. Asked where this was named anew, and
/// of what the viewer sees; a circle is refused in the same words whoever sees what it goes through.
///
/// # Errors
/// When the database does not answer.
pub(super) async fn check_answer(
    tx: &Tx,
    check: &mut Check,
    seen: &HashSet<Uuid>,
    before: Option<DocumentId>,
    row: &document::Model,
) -> Result<(), Fault> {
    let is_new = row.answers_id != before;
    let Some(answered) = row.answers_id.filter(|id| is_new && seen.contains(&id.0)) else {
        return Ok(());
    };
    db::hold(tx.conn(), ANSWERS).await?;
    let (mut here, mut known) = (Some(answered), HashSet::new());
    while let Some(id) = here.filter(|id| known.insert(*id)) {
        if id == row.id {
            let message = "A document answers neither itself nor what answers it.";
            let path = Path::root().field("answersId");
            check.refuse(UserErrorCode::Invalid, &path, message);
            return Ok(());
        }
        let found = document::Entity::find_by_id(id).one(tx.conn()).await?;
        here = found.and_then(|found| found.answers_id);
    }
    Ok(())
}
