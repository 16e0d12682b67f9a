//! Asks and promises: so far their direction, their text and their day.

pub mod face;
pub mod read;
pub mod update;
pub mod write;
