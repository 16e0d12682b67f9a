//! What the rest refers to: districts in their divisions, and topics.

pub mod districts;
pub mod keys;
pub mod topics;

pub use keys::rebuild_keys;
