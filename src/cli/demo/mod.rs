//! `rabta demo`: serves the session of 3 June 2025 and an invented year from a directory of
//! its own, which goes with it.
//!
//! [`fill`] makes the data through the schema, as the users would have: the same on every run of
//! the same day, but for passwords and tokens.

mod called;
mod caucus;
mod chance;
mod fill;
mod handover;
mod letters;
mod lines;
mod list;
mod matter_list;
mod matters;
mod meet;
mod money;
mod names;
mod offices;
mod organisations;
mod plan;
pub mod print;
mod promises;
mod session;
mod session_words;
mod state;
mod tasks;
pub mod users;
pub mod words;
mod year;

use std::net::SocketAddr;

use anyhow::{Context, Result};
use clap::Args;
use tokio::net::TcpListener;

use crate::app::App;
use crate::cli::Listen;
use crate::cli::demo::fill::Fill;
use crate::cli::demo::users::Login;
use crate::cli::open::{Purpose, open};
use crate::cli::serve::{until_told_to_stop, url};
use crate::kit::config::{Config, Store};
use crate::kit::zone::day_of;

/// The day on which the caucus began to keep its record.
const SET_UP: &str = "2025-06-02";

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
    let logins = filled(&opened.app).await?;
    let url = url(listener.local_addr()?);
    if words.json {
        print::json(&url, &logins)?;
    } else {
        print::text(&url, &logins, day_of(opened.app.clock.now()))?;
    }
    until_told_to_stop(listener, opened.app.clone()).await;
    opened.close().await
}

/// Fills the database of a server that does not serve yet, and answers how one signs in to it.
///
/// # Errors
/// When anything did not take effect: half a demo is none.
pub async fn filled(app: &App) -> Result<Vec<Login>> {
    let today = day_of(app.clock.now());
    let mut fill = Fill::new(app);
    // Nobody would miss the data of a demo that did not come to be.
    fill.hurry().await?;
    let made = async {
        let caucus = caucus::gather(&mut fill, SET_UP.parse()?).await?;
        let session = session::record(&fill, &caucus).await?;
        year::record(&fill, &caucus, &session, today).await?;
        anyhow::Ok(caucus)
    };
    let caucus = made.await.context("the demo could not be filled")?;
    fill.take_care().await?;
    let [member, member2] = caucus.signed_in;
    let mut logins = Vec::new();
    for user in [
        caucus.coordinator,
        member,
        member2,
        caucus.partner,
        caucus.administrator,
        caucus.aide,
    ] {
        logins.push(users::login(app, user).await?);
    }
    Ok(logins)
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
