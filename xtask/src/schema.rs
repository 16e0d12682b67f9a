//! `cargo xtask schema`: writes `schema.graphql` from the server, when the contract is meant to
//! change. The tests only compare.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{place, program};

pub fn run() -> Result<()> {
    let file = place::root().join("schema.graphql");
    let mut print = program::cargo(&["run", "--quiet", "--package", "rabta", "--", "schema"]);
    let sdl = program::output(&mut print)?;
    if sdl.trim().is_empty() {
        bail!("the server printed no schema: schema.graphql stays as it is");
    }
    if fs::read_to_string(&file).is_ok_and(|old| old == sdl) {
        println!("schema.graphql is in step already.");
        return Ok(());
    }
    fs::write(&file, sdl).context("cannot write schema.graphql")?;
    println!("schema.graphql is written: look at the difference before you commit it.");
    Ok(())
}
