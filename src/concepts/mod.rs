//! The domain: one folder a concept, with its rules, reads, writes and GraphQL face.

pub mod access;
pub mod log;
