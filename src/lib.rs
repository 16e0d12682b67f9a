//! Rabta, a stakeholder-engagement CRM for a women's parliamentary caucus: the server as a
//! library, so that the program and the tests start the same thing.

pub mod app;
pub mod cli;
pub mod concepts;
pub mod http;
pub mod kit;
pub mod schema;

/// The C library's allocator does not give back the 19 MiB that hashing a password takes: with it
/// the demo stays at 120 MB, with this one at 50.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
