//! The offices, organisations and collectives that the caucus engages.

pub mod assessments;
pub mod face;
pub mod input;
pub mod query;
pub mod read;
pub mod standing;
pub mod tree;
pub mod write;
