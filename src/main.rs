//! The `rabta` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    rabta::cli::run()
}
