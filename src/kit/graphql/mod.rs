//! What every face shares: ids, scalars, inputs, pages of a list.

pub mod connection;
pub mod enums;
pub mod id;
pub mod inputs;
pub mod limits;
pub mod scalars;
