//! `rabta schema`: prints the contract.

use anyhow::Result;

use crate::cli::output;

/// Runs the command.
///
/// # Errors
/// When nobody reads it any more.
pub fn run() -> Result<()> {
    Ok(output::print(crate::schema::sdl().trim_end())?)
}
