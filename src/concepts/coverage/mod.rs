//! Whom do we reach, how often, and whom do we miss.

pub mod face;
pub mod figures;
pub mod read;
pub mod rules;
