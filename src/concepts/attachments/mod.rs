//! Files on meetings, letters and other papers: what was scanned or photographed. That there is one is a
//! fact; its name and what is in it are words. Its bytes lie in the database, so that a backup has them and
//! a file is there or is not, as one with its record.

mod archive;
pub mod face;
mod picture;
pub mod read;
pub mod rules;
pub mod write;
