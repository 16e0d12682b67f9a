//! Acting for a member: she lets a user write for her and ends it; what was recorded so is hers.
//!
//! Who acts says so with each request, which then has her rights as far as an aide has them
//! ([`on_behalf`]); a write looks again in its own transaction whether she still lets him
//! ([`standing`]).

pub mod face;
mod read;
mod write;

pub use read::{ActingFor, ActingGrants, MAY_ACT, PART, acting_of, on_behalf, part_of, standing};
pub use write::{EndActingForMeInput, LetActForMeInput};
