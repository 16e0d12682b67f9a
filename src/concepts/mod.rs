//! The domain: one folder a concept, with its rules, reads, writes and GraphQL face.

pub mod access;
pub mod administration;
pub mod attachments;
pub mod changes;
pub mod commitments;
pub mod coverage;
pub mod documents;
pub mod engagements;
pub mod follow_ups;
pub mod handover;
pub mod log;
pub mod meetings;
pub mod members;
pub mod people;
pub mod programme;
pub mod records;
pub mod reference;
pub mod results;
pub mod stakeholders;
