//! Shared tools that know no concept: clock, ids, database, pages, names, errors.

pub mod batch;
pub mod batches;
pub mod beside;
pub mod check;
pub mod clock;
pub mod config;
pub mod db;
pub mod digest;
pub mod fault;
pub mod graphql;
pub mod hole;
pub mod ids;
pub mod money;
pub mod names;
pub mod page;
pub mod secret;
pub mod sign;
pub mod telemetry;
pub mod user_error;
pub mod zone;
