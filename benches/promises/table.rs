//! What is printed.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use crate::args::Args;
use crate::load::Measured;
use crate::place::Engine;
use crate::server::Heard;

const COLUMNS: usize = 10;

/// A line of the table.
pub struct Row([String; COLUMNS]);

const HEAD: [&str; COLUMNS] = [
    "question",
    "engine",
    "ratio",
    "aim",
    "rabta /s",
    "by hand /s",
    "rabta p50, p99 ms",
    "by hand p50, p99 ms",
    "cpu ms each",
    "statements",
];

/// The server beside what was written by hand.
pub struct Comparison<'a> {
    /// The server.
    pub server: &'a Measured,
    /// What it is compared with.
    pub by_hand: &'a Measured,
    /// How many statements the server sends for a request.
    pub statements: usize,
    /// The ratio that is aimed at.
    pub aim: f64,
}

impl Row {
    /// Of a comparison.
    pub fn compared(question: &str, engine: Engine, compared: &Comparison<'_>) -> Self {
        let Comparison {
            server,
            by_hand,
            statements,
            aim,
        } = compared;
        Self([
            question.to_owned(),
            engine.to_string(),
            format!("{:.2}", server.rate() / by_hand.rate().max(f64::EPSILON)),
            format!("{aim:.2}"),
            rate(server),
            rate(by_hand),
            times(server),
            times(by_hand),
            format!("{:.2}, {:.2}", busy(server), busy(by_hand)),
            statements.to_string(),
        ])
    }

    /// Of a number that stands for itself.
    pub fn alone(question: &str, engine: &str, found: String, aim: &str) -> Self {
        let mut cells = <[String; COLUMNS]>::default();
        let [question_cell, engine_cell, found_cell, aim_cell, ..] = &mut cells;
        question.clone_into(question_cell);
        engine.clone_into(engine_cell);
        *found_cell = found;
        aim.clone_into(aim_cell);
        Self(cells)
    }
}

/// The median of the turns, with the slowest and the fastest.
fn rate(measured: &Measured) -> String {
    let (low, high) = measured.span();
    format!("{:.0} ({low:.0}-{high:.0})", measured.rate())
}

fn busy(measured: &Measured) -> f64 {
    milliseconds(measured.busy())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}

fn times(measured: &Measured) -> String {
    let (half, most) = (measured.percentile(50), measured.percentile(99));
    format!("{:.1}, {:.1}", milliseconds(half), milliseconds(most))
}

/// Prints how it was measured.
pub fn print_head(args: &Args) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!(
        "{} meetings, {} lines of work; {} clients, {} turns of {} ms a side; {cores} cores for \
         clients, servers and databases; load before: {}",
        args.meetings,
        (args.meetings / 10).max(60),
        args.clients,
        args.rounds,
        args.turn,
        load(),
    );
}

/// Prints the table.
pub fn print(rows: &[Row]) {
    let head = Row(HEAD.map(ToOwned::to_owned));
    let rows: Vec<&Row> = std::iter::once(&head).chain(rows).collect();
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(&row.0) {
            *width = cell.chars().count().max(*width);
        }
    }
    println!();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.0.iter().zip(widths) {
            // Writing into a string cannot fail.
            write!(line, "{cell:<width$}  ").unwrap_or_default();
        }
        println!("{}", line.trim_end());
    }
    println!("\nload after: {}", load());
}

/// Prints the statements of one request.
pub fn print_statements(title: &str, heard: &[Heard]) {
    println!("\n{title}");
    for (sql, elapsed) in heard {
        println!("  {:>7.3} ms  {sql}", milliseconds(*elapsed));
    }
}

/// How much the machine had to do in the last minute, as far as it tells.
fn load() -> String {
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split_whitespace().next().unwrap_or("?").to_owned()
}
