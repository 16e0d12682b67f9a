//! Whom do we reach, how often, and whom do we miss.

mod cover;
pub mod face;
pub mod figures;
pub mod group;
mod letters;
mod links;
pub mod read;
pub mod rules;
pub mod tasks;
