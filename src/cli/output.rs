//! What the program was asked for, on standard output, and how it is put into words.

use std::io::Write;

use chrono::{DateTime, Utc};

use crate::kit::user_error::WriteError;
use crate::kit::zone::CAUCUS;

/// Prints a line and sends it off at once, since a script may wait for it.
///
/// # Errors
/// When nobody reads it any more.
pub fn print(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

/// Rows as lines whose columns stand below each other; the last column is as long as it is.
#[must_use]
pub fn aligned<const COLUMNS: usize>(
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> Vec<String> {
    let rows: Vec<_> = rows.into_iter().collect();
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |row: &[String; COLUMNS]| {
        let cells = row.iter().zip(widths);
        let cells: Vec<_> = cells
            .map(|(cell, width)| format!("{cell:width$}"))
            .collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// A name in the languages in which it is known.
#[must_use]
pub fn both_names(en: Option<&str>, ur: Option<&str>) -> String {
    let names: Vec<_> = en.into_iter().chain(ur).collect();
    names.join(" / ")
}

/// A moment in the caucus's zone, to the minute.
#[must_use]
pub fn minute(at: DateTime<Utc>) -> String {
    at.with_timezone(&CAUCUS)
        .format("%Y-%m-%d %H:%M")
        .to_string()
}

/// What was refused, in its own words.
#[must_use]
pub fn refusal(error: WriteError) -> anyhow::Error {
    match error {
        WriteError::Refused(errors) => {
            let said: Vec<_> = errors.into_iter().map(|error| error.message).collect();
            anyhow::anyhow!(said.join(" "))
        }
        WriteError::Fault(fault) => fault.into(),
    }
}
