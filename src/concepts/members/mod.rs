//! Membership of the caucus: one row a person for ever, with terms and parties.

pub mod face;
pub mod input;
pub mod named;
pub mod read;
pub mod write;
