//! What is signed and hashed: pure, so that whoever has the tables can do it again.

use entity::{log_entry, log_link, log_origin};

use crate::kit::digest::{canonical, sha256};
use crate::kit::fault::Fault;

/// Where the next link hangs: the place and the hash of the last one, or the origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// 0 at the origin.
    pub sequence: i64,
    /// The hash of the last link, or of the origin.
    pub hash: Vec<u8>,
}

impl Place {
    /// Before the first link.
    #[must_use]
    pub fn origin(origin: &log_origin::Model) -> Self {
        let mut bytes = b"rabta log 1\n".to_vec();
        bytes.extend_from_slice(origin.id.as_bytes());
        bytes.extend_from_slice(&origin.public_key);
        Self {
            sequence: 0,
            hash: sha256(&bytes),
        }
    }

    /// At a link.
    #[must_use]
    pub fn at(link: &log_link::Model) -> Self {
        Self {
            sequence: link.sequence,
            hash: link.hash.clone(),
        }
    }

    /// The link of an entry that comes next: SHA-256 of the hash before, the place, the entry and
    /// its signature.
    ///
    /// # Errors
    /// When the entry does not become JSON, which is a defect.
    pub fn next(&self, entry: &log_entry::Model) -> Result<log_link::Model, Fault> {
        let sequence = self.sequence.saturating_add(1);
        let mut bytes = self.hash.clone();
        bytes.extend_from_slice(&sequence.to_be_bytes());
        bytes.extend_from_slice(&sha256(&signed(entry)?));
        bytes.extend_from_slice(entry.signature.as_deref().unwrap_or_default());
        Ok(log_link::Model {
            sequence,
            entry_id: entry.id,
            hash: sha256(&bytes),
        })
    }
}

/// What the server signs of an entry: all of it but the signature, in the one canonical form.
///
/// # Errors
/// When the entry does not become JSON, which is a defect.
pub fn signed(entry: &log_entry::Model) -> Result<Vec<u8>, Fault> {
    let entry = serde_json::to_value(entry).map_err(Fault::internal)?;
    Ok(format!("rabta entry 1\n{}", canonical(&entry)).into_bytes())
}
