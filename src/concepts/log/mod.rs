//! The record under everything, and the log of what was done to it.
//!
//! A mutation is one [`Tx`]: each thing that it writes goes through [`save`], which keeps the
//! record row, its people and what changed; at commit all of it is sent together, with one
//! entry in the log. Replays, versions and history come from here, not from the concepts.

pub mod act;
pub mod chain;
pub mod entry;
pub mod erase;
pub mod hand;
pub mod image;
pub mod named;
pub mod note;
pub mod payload;
pub mod refusal;
pub mod save;
pub mod shell;
pub mod tx;

pub use act::{Act, Done, once, perform, performed, settle};
pub use hand::{Hand, Shell, Signed};
pub use image::{Logged, Parts, Taken, item, keep_ids, part};
pub use note::{Changed, note, note_changed};
pub(crate) use payload::payload;
pub use save::{Whole, load, save};
pub use tx::Tx;
