//! Passwords, made here or read from standard input.

use std::io::BufRead;

use anyhow::{Context, Result};

use crate::cli::output;
use crate::concepts::access::password::new_password;

/// A password that was made or given.
pub(super) struct Password {
    pub(super) text: String,
    is_made: bool,
}

impl Password {
    /// Reads it from standard input, or makes one.
    pub(super) fn read_or_new(is_read: bool) -> Result<Self> {
        let text = if is_read { read()? } else { new_password() };
        Ok(Self {
            text,
            is_made: !is_read,
        })
    }

    /// Prints it if nobody knows it yet.
    pub(super) fn show(&self) -> Result<()> {
        if self.is_made {
            eprintln!("Her password, which is shown this once:");
            output::print(&self.text)?;
        }
        Ok(())
    }
}

fn read() -> Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("the password cannot be read")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
