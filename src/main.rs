//! The `rabta` program.

fn main() {}
