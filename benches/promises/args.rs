//! What the benchmark is told on the command line.

use std::time::Duration;

use clap::Parser;

use crate::place::Engine;

/// Measures the promises of speed on both databases.
#[derive(Clone, Debug, Parser)]
#[command(name = "promises", max_term_width = 100)]
pub struct Args {
    /// How many meetings each database holds; there is a line of work for each ten
    #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(1_000..=2_000_000))]
    pub meetings: u32,
    /// How many turns each side has
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub rounds: u32,
    /// How long a turn is, in milliseconds
    #[arg(long, default_value_t = 2_500, value_parser = clap::value_parser!(u64).range(100..=12_000))]
    pub turn: u64,
    /// How many clients ask at once
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub clients: u32,
    /// One database only
    #[arg(long, value_enum)]
    pub only: Option<Engine>,
    /// Print the statements that each request sends, and how long each takes by itself
    #[arg(long)]
    pub statements: bool,
    /// Said by `cargo bench`, and not by `cargo test`
    #[arg(long, hide = true)]
    pub bench: bool,
}

impl Args {
    /// The databases to measure on.
    pub fn engines(&self) -> Vec<Engine> {
        match self.only {
            Some(engine) => vec![engine],
            None => vec![Engine::Sqlite, Engine::Postgres],
        }
    }

    /// How long a turn is.
    pub fn turn(&self) -> Duration {
        Duration::from_millis(self.turn)
    }
}
