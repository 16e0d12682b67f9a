//! What the program was asked for, on standard output.

use std::io::Write;

/// Prints a line and sends it off at once, since a script may wait for it.
///
/// # Errors
/// When nobody reads it any more.
pub fn print(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}
