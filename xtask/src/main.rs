//! The chores of the project, each one command: `cargo xtask demo`, `cargo xtask test` and so on.
//!
//! Whatever CI runs is a chore here, so that a green run on a laptop means the same as one there.
#![expect(
    clippy::print_stdout,
    reason = "a chore talks to the person who started it"
)]

mod bench;
mod chromium;
mod demo;
mod lint;
mod npm;
mod place;
mod postgres;
mod program;
mod schema;
mod steps;
mod test;
mod web;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask demo    build all and serve the demo data; what follows goes to `rabta demo`
cargo xtask test    all that CI runs: format, lints, tests on both databases, web app, browser walk
                    --only lint|rust|web|walk runs a part; after `--` follow words for `cargo test`
cargo xtask lint    format, lints and the web app's check, without tests
cargo xtask schema  write schema.graphql from the server
cargo xtask web     install the web app's packages and build it into web/dist
cargo xtask bench   measure the promises of speed; what follows goes to the benchmark";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let chore = words.next().unwrap_or_default();
    match run(&chore, &words.collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error:#}", format!("cargo xtask {chore}").trim_end());
            ExitCode::FAILURE
        }
    }
}

fn run(chore: &str, words: &[String]) -> Result<()> {
    match chore {
        "demo" => demo::run(words),
        "test" => test::run(words),
        "lint" => lint::run(),
        "schema" => schema::run(),
        "web" => web::run(),
        "bench" => bench::run(words),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        "" => bail!("which chore?\n\n{USAGE}"),
        other => bail!("there is no chore `{other}`\n\n{USAGE}"),
    }
}
