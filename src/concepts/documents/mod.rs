//! Letters and other papers: between whom, of which day, on what, which one answers which. A letter
//! is contact with whom it is from or to, and no meeting.

mod answers;
pub mod face;
pub mod input;
pub mod query;
pub mod read;
pub mod rules;
mod terms;
pub mod update;
pub mod write;
