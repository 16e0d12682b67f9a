//! Rabta, a stakeholder-engagement CRM for a women's parliamentary caucus: the server as a
//! library, so that the program and the tests start the same thing.

pub mod app;
pub mod cli;
pub mod concepts;
pub mod http;
pub mod kit;
pub mod schema;
