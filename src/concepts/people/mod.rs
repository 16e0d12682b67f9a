//! People, everyone once: legislators, officers, users; and the posts that they hold.

pub mod face;
pub mod input;
pub mod posts;
pub mod read;
pub mod rules;
pub mod write;
