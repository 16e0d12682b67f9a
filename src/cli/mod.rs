//! The program's commands, one file each. Data goes to standard output, talk to standard error;
//! the exit code is 0 when it worked, 1 when not, 2 when the command itself was wrong.

mod access;
pub mod audit;
pub mod demo;
pub mod directory;
pub mod healthcheck;
pub mod migrate;
pub mod open;
pub mod output;
pub mod schema;
pub mod serve;
pub mod token;
pub mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::kit::{config, telemetry};

/// What is logged unless told: how the tables of a new database are made interests nobody.
const DEFAULT_LOG: &str = "info,sea_orm_migration=warn,sqlx=warn";

/// A stakeholder-engagement CRM for a women's parliamentary caucus.
#[derive(Debug, Parser)]
#[command(name = "rabta", version, max_term_width = 100)]
struct Line {
    #[command(flatten)]
    shared: Shared,
    #[command(subcommand)]
    command: Command,
}

/// What every command is told.
#[derive(Args, Clone, Debug)]
pub struct Shared {
    /// Where the data is kept, unless `DATABASE_URL` names a PostgreSQL server
    #[arg(long, global = true, env = "RABTA_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// What is logged: error, warn, info, debug, or a filter such as rabta=debug
    #[arg(
        long,
        global = true,
        env = "RABTA_LOG",
        default_value = DEFAULT_LOG,
        value_name = "FILTER"
    )]
    pub log: String,
}

impl Shared {
    /// The configuration that these words and the environment make.
    ///
    /// # Errors
    /// When something does not fit.
    pub fn config(&self) -> Result<config::Config, config::ConfigError> {
        config::Config::load(self.data_dir.clone(), config::environment)
    }
}

/// Where the server listens.
#[derive(Args, Clone, Debug)]
pub struct Listen {
    /// The address and port to listen on
    #[arg(
        long,
        env = "RABTA_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS",
        value_parser = address
    )]
    pub listen: String,
}

/// Takes what looks like a host and a port; whether they are there shows when they are bound.
fn address(text: &str) -> Result<String, String> {
    let has_form = text.rsplit_once(':').is_some_and(|(host, port)| {
        let is_host = !host.is_empty() && (host.starts_with('[') || !host.contains(':'));
        is_host && port.parse::<u16>().is_ok()
    });
    if has_form {
        return Ok(text.to_owned());
    }
    Err("an address is a host and a port, such as 127.0.0.1:8080 or [::1]:8080".to_owned())
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server; it brings the database up to date first
    Serve(Listen),
    /// Start with invented data and a user of each role; touches no other data
    Demo(demo::Words),
    /// Bring the database up to date, or say how far it is
    #[command(subcommand)]
    Migrate(migrate::Words),
    /// Print the GraphQL schema
    Schema,
    /// Print who may see and do what
    Access,
    /// Give access to people, and take it away
    #[command(subcommand)]
    User(user::Words),
    /// Give access to programs, and take it away
    #[command(subcommand)]
    Token(token::Words),
    /// Show that the log and the records are what was written
    #[command(subcommand)]
    Audit(audit::Words),
    /// Ask a running server whether it can do its work
    Healthcheck(healthcheck::Words),
}

/// Runs the command that the program was started with.
#[must_use]
pub fn run() -> ExitCode {
    let line = Line::parse();
    telemetry::start(&line.shared.log);
    report_panics();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    match runtime.block_on(obey(line)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

async fn obey(line: Line) -> anyhow::Result<()> {
    let shared = line.shared;
    match line.command {
        Command::Serve(listen) => serve::run(&shared, &listen).await,
        Command::Demo(words) => demo::run(&words).await,
        Command::Migrate(words) => migrate::run(&shared, &words).await,
        Command::Schema => schema::run(),
        Command::Access => access::run(),
        Command::User(words) => user::run(&shared, words).await,
        Command::Token(words) => token::run(&shared, words).await,
        Command::Audit(words) => audit::run(&shared, &words).await,
        Command::Healthcheck(words) => healthcheck::run(&words).await,
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("rabta: {}", in_words(error));
    ExitCode::FAILURE
}

/// What failed and why. Some errors repeat their cause in their own words, which is left out.
fn in_words(error: &anyhow::Error) -> String {
    error
        .chain()
        .map(ToString::to_string)
        .fold(String::new(), |said, cause| match said {
            said if said.is_empty() => cause,
            said if said.contains(&cause) => said,
            said => format!("{said}: {cause}"),
        })
}

/// Has a panic tell where it was, and not what it says: that may hold somebody's words.
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(place, "a defect: the program panicked");
    }));
}

#[cfg(test)]
mod tests {
    use super::{Line, address, in_words};
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_well_formed() {
        Line::command().debug_assert();
    }

    #[test]
    fn an_address_to_listen_on_is_a_host_and_a_port() {
        for right in ["127.0.0.1:8080", "localhost:0", "[::1]:443", "0.0.0.0:80"] {
            assert_eq!(address(right).as_deref(), Ok(right));
        }
        for wrong in [
            "nonsense",
            "8080",
            ":8080",
            "localhost:",
            "host:99999",
            "::1:80",
        ] {
            assert!(address(wrong).is_err_and(|said| said.contains("127.0.0.1:8080")));
        }
    }

    #[test]
    fn a_cause_is_said_once() {
        let error = anyhow::anyhow!("no door")
            .context("it broke: no door")
            .context("cannot open");

        assert_eq!(in_words(&error), "cannot open: it broke: no door");
    }
}
