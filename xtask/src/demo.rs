//! `cargo xtask demo`: builds the web app and the server, and serves the demo data.

use std::{os::unix::process::CommandExt, process::Stdio};

use anyhow::{Context, Result, anyhow};

use crate::{npm, place, program, web};

pub fn run(words: &[String]) -> Result<()> {
    println!("Rabta's demo: builds the web app and the server, then serves invented data on this");
    println!(
        "machine only. It prints an address, logins and three queries to paste. Ctrl-C ends it."
    );
    if !place::server()?.exists() {
        println!("The first build takes some minutes on two cores; later ones take seconds.");
    }
    build_web()?;
    println!("\n==> server");
    program::run(&mut program::cargo(&["build", "--package", "rabta"]))?;
    println!();
    // The server takes this program's place, so that Ctrl-C and its exit code are its own.
    let mut server = program::command(place::server()?);
    let error = server
        .arg("demo")
        .args(words)
        .stdin(Stdio::inherit())
        .exec();
    Err(anyhow!(error)).context("cannot start the server")
}

/// Without Node the demo is still worth a look, so this says what is missing and goes on.
fn build_web() -> Result<()> {
    if let Err(missing) = npm::check() {
        println!("\nThe web app is left out: {missing}.");
        println!("The API and its query page at /graphiql work without it.");
        return Ok(());
    }
    if !web::is_installed() {
        println!("\n==> the web app's packages");
        program::run(&mut npm::web(&["ci"]))?;
    }
    if !web::is_built() {
        println!("\n==> web app");
        program::run(&mut npm::web(&["run", "build"]))?;
    }
    Ok(())
}
