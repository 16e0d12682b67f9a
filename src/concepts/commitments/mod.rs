//! Commitments: asks and promises, tracked to their end. Who owes what to whom, said by whom, by
//! when; the ask that a promise answers; where it stands as the caucus judges it, beside what who
//! owes it says; each step to there with its day and its evidence; and the ladder of amounts.

pub mod advance;
pub mod amounts;
pub mod answers;
pub mod evidence;
pub mod face;
pub mod inherit;
pub mod input;
pub mod ladder;
pub mod ledger;
pub mod links;
pub mod query;
pub mod read;
pub mod record;
pub mod rules;
pub mod steps;
pub mod terms;
pub mod update;
pub mod write;
