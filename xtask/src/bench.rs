//! `cargo xtask bench`: the measured promises, on SQLite and on a PostgreSQL that keeps what it
//! has confirmed, as a real one does.

use anyhow::Result;

use crate::{
    postgres::{self, Durability},
    program,
};

pub fn run(words: &[String]) -> Result<()> {
    let database = postgres::obtain(Durability::Full)?;
    println!("PostgreSQL for this run: {}", database.origin);
    let mut bench = program::cargo(&["bench", "--package", "rabta", "--bench", "promises", "--"]);
    bench.args(words).env(postgres::VARIABLE, &database.url);
    program::run(&mut bench)
}
