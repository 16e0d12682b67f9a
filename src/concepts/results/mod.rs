//! What it was for: so far the target list, the stakeholders to be met in a period, approved and
//! then frozen.

pub mod face;
pub mod input;
pub mod query;
pub mod read;
pub mod update;
pub mod write;
