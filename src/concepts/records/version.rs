//! Versions as callers see them: opaque, and still while only what they may not read changes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use entity::enums::Role;
use entity::record;

use crate::app::App;
use crate::concepts::access::Viewer;
use crate::concepts::access::visible::reads_words;
use crate::concepts::log::{Logged, Tx};
use crate::concepts::records::kinds::of_kind;
use crate::kit::digest::keyed;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// The version of a record for a viewer. Whoever reads the words sees every change, others
/// only those of facts. What has no words changes unseen only where it refers to what coordinators
/// alone see.
#[must_use]
pub fn shown(app: &App, viewer: &Viewer, record: &record::Model, is_of_record: bool) -> String {
    let reads = if has_words(record) {
        reads_words(viewer, record.words_audience, is_of_record)
    } else {
        viewer.role == Role::Coordinator
    };
    let (sort, number) = match (viewer.is_partner(), reads) {
        // A partner writes nothing, and a version that moves would tell her of hidden changes.
        (true, _) => (b'p', 0),
        (false, true) => (b'w', record.version),
        (false, false) => (b'f', record.facts_version),
    };
    let text = [
        record.id.0.as_bytes().as_slice(),
        &[sort],
        &number.to_be_bytes(),
    ]
    .concat();
    let digest = keyed(&app.keys.version, &text);
    URL_SAFE_NO_PAD.encode(digest.get(..9).unwrap_or_default())
}

fn has_words(record: &record::Model) -> bool {
    let kind = Kind::of_prefix(&record.kind);
    kind.is_some_and(|kind| of_kind!(kind, Row => !Row::WORDS.is_empty(), _ => false))
}

/// Refuses a write that was made from an older version of the record which the mutation is
/// about. Without a version there is nothing to compare.
///
/// # Errors
/// `VERSION_CONFLICT`; a fault when the database does not answer.
pub async fn expect_version(tx: &Tx, expected: Option<&String>) -> Result<(), WriteError> {
    let (Some(expected), Some(record)) = (expected, tx.subject()) else {
        return Ok(());
    };
    let is_of_record = tx.is_of_record_or_parent(record).await?;
    if shown(tx.app(), tx.viewer(), record, is_of_record) == *expected {
        return Ok(());
    }
    let message = "Somebody changed this in the meantime. Look at it as it is now, then decide.";
    let path = Path::root().field("expectedVersion");
    Err(UserError::new(UserErrorCode::VersionConflict, &path, message).into())
}
