//! `rabta healthcheck`: asks a running server whether it can do its work, for those who watch it.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::cli::{Listen, output, serve};

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// Which server to ask.
#[derive(Args, Debug)]
pub struct Words {
    #[command(flatten)]
    listen: Listen,
    /// The server's address, if it is not the one it listens on
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

/// Runs the command: it works when the server is ready.
///
/// # Errors
/// When it is not, or does not answer.
pub async fn run(words: &Words) -> Result<()> {
    let base = match &words.url {
        Some(url) => url.trim_end_matches('/').to_owned(),
        None => of_listen(&words.listen.listen),
    };
    let client = reqwest::Client::builder()
        .timeout(PATIENCE)
        .no_proxy()
        .build()?;
    let asked = client.get(format!("{base}/health/ready")).send().await;
    let response = asked.with_context(|| format!("{base} does not answer"))?;
    let (status, body) = (response.status(), response.text().await?);
    output::print(&body)?;
    if !status.is_success() {
        bail!("{base} is not ready");
    }
    Ok(())
}

fn of_listen(listen: &str) -> String {
    let address: Result<SocketAddr, _> = listen.parse();
    address.map_or_else(|_| format!("http://{listen}"), serve::url)
}
