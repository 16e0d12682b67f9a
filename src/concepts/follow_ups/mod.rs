//! Tasks: one owner, a day, and where it came from.

pub mod assign;
pub mod face;
pub mod input;
pub mod query;
pub mod read;
pub mod rules;
pub mod tick;
pub mod update;
pub mod write;
