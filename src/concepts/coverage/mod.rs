//! Whom do we reach, how often, and whom do we miss.

pub mod company;
pub mod completeness;
pub mod counts;
mod cover;
pub mod face;
pub mod figures;
pub mod gaps;
pub mod group;
mod last_met;
mod letters;
mod links;
mod people;
mod period;
pub mod promised;
mod promises;
pub mod read;
pub mod rules;
pub mod scope;
pub mod tasks;
mod work;
