//! How long the program takes until it can do its work, and how much memory it holds.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rabta::kit::config::Store;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::args::Args;
use crate::client::{Client, get, post};
use crate::list;
use crate::place::Place;
use crate::table::Row;

/// How often it is started.
const STARTS: usize = 10;
/// How many requests the demo answers before its memory is looked at.
const REQUESTS: usize = 1_000;
/// How long a start may take before it counts as failed.
const PATIENCE: Duration = Duration::from_mins(1);

/// Measures starts on an existing database, and the memory held right after.
pub async fn measure(place: &Place) -> Result<Vec<Row>> {
    let (mut times, mut memories) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let address = free_address()?;
        let mut command = program();
        command.args(["serve", "--listen", &address.to_string()]);
        match &place.config.store {
            Store::Directory(path) => command.arg("--data-dir").arg(path),
            Store::Server(url) => command.env("DATABASE_URL", &url.0),
        };
        if let Some(secret) = &place.config.secret {
            command.env("RABTA_SECRET", &secret.0);
        }
        let began = Instant::now();
        let running = Running(command.stdout(Stdio::null()).spawn()?);
        ready(address).await?;
        times.push(began.elapsed());
        memories.push(running.memory()?);
        running.stop()?;
    }
    times.sort_unstable();
    memories.sort_unstable();
    let engine = place.engine.to_string();
    let time = times.get(STARTS / 2).copied().unwrap_or_default();
    let memory = memories.get(STARTS / 2).copied().unwrap_or_default();
    Ok(vec![
        Row::alone(
            "start to ready",
            &engine,
            format!("{} ms", time.as_millis()),
            "150 ms",
        ),
        Row::alone(
            "memory after start",
            &engine,
            format!("{} MB", memory / 1_024),
            "",
        ),
    ])
}

/// Starts the demo, has it answer, and measures the memory that it holds then.
pub async fn demo(args: &Args) -> Result<Row> {
    let address = free_address()?;
    let mut command = program();
    command.args(["demo", "--json", "--listen", &address.to_string()]);
    let mut running = Running(command.stdout(Stdio::piped()).spawn()?);
    let mut line = String::new();
    let output = running.0.stdout.take().context("the demo says nothing")?;
    BufReader::new(output).read_line(&mut line)?;
    let demo: Value = serde_json::from_str(&line).context("the demo did not start")?;
    ready(address).await?;
    let tokens = ["COORDINATOR", "MEMBER"].map(|role| token(&demo, role));
    let mut tasks = JoinSet::new();
    for (client, token) in (0..args.clients).zip(tokens.into_iter().cycle()) {
        let token = token.with_context(|| format!("no login for client {client}"))?;
        let count = REQUESTS / usize::try_from(args.clients)?.max(1);
        tasks.spawn(ask(
            address,
            post("/graphql", Some(&token), &list::body()),
            count,
        ));
    }
    while let Some(ended) = tasks.join_next().await {
        ended??;
    }
    let memory = running.memory()?;
    running.stop()?;
    let memory = format!("{} MB", memory / 1_024);
    Ok(Row::alone(
        "memory after demo and 1,000 requests",
        "SQLite",
        memory,
        "60 MB",
    ))
}

fn token(demo: &Value, role: &str) -> Option<String> {
    let mut users = demo.get("users")?.as_array()?.iter();
    let user = users.find(|user| user.get("role").and_then(Value::as_str) == Some(role))?;
    user.get("token")?.as_str().map(ToOwned::to_owned)
}

async fn ask(address: SocketAddr, request: Vec<u8>, count: usize) -> Result<()> {
    let mut client = Client::connect(address).await?;
    for _ in 0..count {
        client.send(&request).await?;
    }
    Ok(())
}

/// The program, told nothing by this one's environment.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rabta"));
    command.stdin(Stdio::null()).stderr(Stdio::null());
    for variable in ["DATABASE_URL", "DATABASE_URL_FILE", "RABTA_SECRET_FILE"] {
        command.env_remove(variable);
    }
    command
}

fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?)
}

async fn ready(address: SocketAddr) -> Result<()> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if is_ready(address).await {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    bail!("the program did not become ready");
}

async fn is_ready(address: SocketAddr) -> bool {
    match Client::connect(address).await {
        Ok(mut client) => client.send(&get("/health/ready")).await.is_ok(),
        Err(_) => false,
    }
}

/// A program that runs, and ends with this value.
struct Running(Child);

impl Running {
    /// The memory that it holds, in kilobytes.
    fn memory(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        number
            .context("the system does not tell a program's memory")?
            .parse()
            .context("a program's memory is no number")
    }

    /// Has it end in its own time.
    fn stop(mut self) -> Result<()> {
        let id = self.0.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status()?;
        self.0.wait()?;
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            drop(self.0.kill());
            drop(self.0.wait());
        }
    }
}
