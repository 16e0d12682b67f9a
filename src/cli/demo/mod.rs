//! `rabta demo`: serves invented data from a directory of its own, which goes with it.

mod print;
mod users;

use std::net::SocketAddr;

use anyhow::{Context, Result};
use clap::Args;
use tokio::net::TcpListener;

use crate::cli::Listen;
use crate::cli::open::{Purpose, open};
use crate::cli::serve::{until_told_to_stop, url};
use crate::kit::config::{Config, Store};

/// How many ports are tried after the one that was asked for.
const FURTHER_PORTS: u16 = 50;

/// How to show it.
#[derive(Args, Debug)]
pub struct Words {
    #[command(flatten)]
    listen: Listen,
    /// Print address and logins as one line of JSON, for scripts
    #[arg(long)]
    json: bool,
}

/// Runs the command. Neither `DATABASE_URL` nor a secret of the environment is looked at.
///
/// # Errors
/// When no port is free, or the data cannot be made.
pub async fn run(words: &Words) -> Result<()> {
    let listener = bind(&words.listen.listen).await?;
    let folder = tempfile::Builder::new().prefix("rabta-demo-").tempdir();
    let folder = folder.context("the demo's data directory cannot be made")?;
    let config = Config {
        store: Store::Directory(folder.path().to_owned()),
        secret: None,
    };
    let opened = open(&config, Purpose::Serve).await?;
    let logins = users::add(&opened.app).await?;
    let url = url(listener.local_addr()?);
    if words.json {
        print::json(&url, &logins)?;
    } else {
        print::text(&url, &logins)?;
    }
    until_told_to_stop(listener, opened.app.clone()).await;
    opened.close().await
}

/// Takes the port that was asked for or, where another program has it, the next free one.
async fn bind(listen: &str) -> Result<TcpListener> {
    let asked = match TcpListener::bind(listen).await {
        Ok(listener) => return Ok(listener),
        Err(error) => error,
    };
    let mut addresses = tokio::net::lookup_host(listen).await.with_context(|| {
        format!("{listen} is not an address to listen on, such as 127.0.0.1:8080")
    })?;
    if let Some(address) = addresses
        .next()
        .filter(|_| asked.kind() == std::io::ErrorKind::AddrInUse)
    {
        for port in 1..=FURTHER_PORTS {
            let Some(port) = address.port().checked_add(port) else {
                break;
            };
            if let Ok(listener) = TcpListener::bind(SocketAddr::new(address.ip(), port)).await {
                eprintln!("{listen} is taken: the demo is at port {port} instead.");
                return Ok(listener);
            }
        }
    }
    Err(asked).with_context(|| format!("cannot listen on {listen}"))
}

#[cfg(test)]
mod tests {
    use super::bind;

    #[tokio::test]
    async fn the_demo_moves_on_from_a_taken_port() {
        let first = bind("127.0.0.1:0").await.unwrap();
        let taken = first.local_addr().unwrap();

        let second = bind(&taken.to_string()).await.unwrap();

        assert!(second.local_addr().unwrap().port() > taken.port());
    }
}
