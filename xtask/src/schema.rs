//! `cargo xtask schema`: writes `schema.graphql` and `docs/ACCESS.md` from the server, when the
//! contract or the rights are meant to change. The tests only compare.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::{place, program};

pub fn run() -> Result<()> {
    write("schema.graphql", "schema")?;
    write("docs/ACCESS.md", "access")
}

/// Writes what a command of the server prints, where it differs.
fn write(name: &str, command: &str) -> Result<()> {
    let file = place::root().join(name);
    let mut print = program::cargo(&["run", "--quiet", "--package", "rabta", "--", command]);
    let printed = program::output(&mut print)?;
    if printed.trim().is_empty() {
        bail!("the server printed nothing: {name} stays as it is");
    }
    if fs::read_to_string(&file).is_ok_and(|old| old == printed) {
        println!("{name} is in step already.");
        return Ok(());
    }
    fs::write(&file, printed).with_context(|| format!("cannot write {name}"))?;
    println!("{name} is written: look at the difference before you commit it.");
    Ok(())
}
