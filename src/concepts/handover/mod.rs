//! Days on which things pass from one to another: an office changes hands, and what its holder
//! promised stays with it.

pub mod face;
pub mod holder;
pub mod input;
mod plan;
