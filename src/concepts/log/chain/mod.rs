//! The chain over the log: entries are signed by the server that writes them, and linked in the
//! order in which they took hold, so that one which is changed, removed, added or moved is named.
//!
//! On SQLite, which has one writer, the link is written in the transaction of the entry. On
//! PostgreSQL writers must not wait for each other, so [`seal`] links what has committed.

pub mod append;
mod beside;
mod erased;
pub mod finding;
pub mod guards;
pub mod head;
pub mod link;
mod lookup;
pub mod seal;
pub mod verify;

pub use append::{append, is_ours};
pub use head::Head;
pub use seal::seal;
