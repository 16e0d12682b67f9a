//! Programmes: who funds the work; so far their name, by which partners' scopes are drawn.

pub mod face;
pub mod read;
pub mod write;
