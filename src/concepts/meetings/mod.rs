//! Meetings: with whom, who of us, when and where, what was said and decided.

pub mod decisions;
pub mod draft;
pub mod face;
pub mod groups;
pub mod input;
pub mod keys;
pub mod last;
pub mod log_meeting;
pub mod outcome;
pub mod parts;
pub(crate) mod programmes;
pub mod query;
pub mod read;
mod rows;
pub mod rules;
pub mod update;
mod write;
