//! Lines of work with one stakeholder: opened by a coordinator, led by a member.

pub mod face;
pub mod query;
pub mod read;
pub mod wide;
pub mod write;
