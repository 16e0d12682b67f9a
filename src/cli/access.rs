//! `rabta access`: prints who may see and do what.

use anyhow::Result;

use crate::cli::output;
use crate::concepts::access::policy::page::page;

/// Runs the command.
///
/// # Errors
/// When nobody reads it any more.
pub fn run() -> Result<()> {
    Ok(output::print(page().trim_end())?)
}
