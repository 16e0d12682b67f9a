//! The whole server through its public API, over HTTP, on both databases.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that meets what it did not expect should stop there"
)]

#[macro_use]
mod support;

mod access;
mod acting;
mod administration;
mod archived;
mod attachments;
mod audit_log;
mod bad_input;
mod changes;
mod commitments;
mod completeness;
mod coverage;
mod coverage_figures;
mod coverage_groups;
mod coverage_oracle;
mod coverage_people;
mod coverage_places;
mod documents;
mod engagements;
mod follow_ups;
mod gaps;
mod giving_access;
mod handover;
mod hidden_parents;
mod ledger;
mod log;
mod matrix;
mod meetings;
mod members;
mod paging;
mod partners;
mod people;
mod properties;
mod reference;
mod refusals;
mod results;
mod session;
mod set_right;
mod sign_ins;
mod small_counts;
mod stakeholders;
mod standing;
mod statements;
mod tampering;
mod target_lists;
mod twins;
mod unchanged;
mod withdraw;
