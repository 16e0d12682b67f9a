//! `rabta serve`: the server.

use std::future::Future;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::app::App;
use crate::cli::open::{Purpose, open};
use crate::cli::{Listen, Shared};
use crate::concepts::log::chain::seal::keep_sealing;
use crate::http;

/// How long requests that are under way may take to end.
const FAREWELL: Duration = Duration::from_secs(10);

/// Runs the command.
///
/// # Errors
/// When the data cannot be opened or the port is taken.
pub async fn run(shared: &Shared, Listen { listen }: &Listen) -> Result<()> {
    let config = shared.config()?;
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        listen,
        data = %config.store,
        secret = config.secret_source(),
        log = shared.log,
        "starting"
    );
    let listener = bind(listen).await?;
    let opened = open(&config, Purpose::Serve).await?;
    eprintln!("Rabta is at {}", url(listener.local_addr()?));
    until_told_to_stop(listener, opened.app.clone()).await;
    opened.close().await
}

async fn bind(listen: &str) -> Result<TcpListener> {
    let bound = TcpListener::bind(listen).await;
    let advice = match &bound {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            "stop what has it, or give another --listen"
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            "give a port from 1024 on to --listen"
        }
        _ => "give an address of this machine to --listen, such as 127.0.0.1:8080",
    };
    bound.with_context(|| format!("cannot listen on {listen}: {advice}"))
}

/// The address of a server for a browser on this machine.
#[must_use]
pub fn url(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(match address {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    format!("http://{address}")
}

/// Serves until the program is told to stop, then lets requests that are under way end.
pub async fn until_told_to_stop(listener: TcpListener, app: App) {
    let (tell, mut told) = watch::channel(());
    let mut signal = told.clone();
    let sealing = keep_sealing(&app);
    let serving = http::serve(listener, app.clone(), async move {
        signal.changed().await.unwrap_or_default();
    });
    let telling = async move {
        stop_signal().await;
        tracing::info!("stopping");
        tell.send_replace(());
        // Kept, for the end of the sender would be taken for a word.
        std::future::pending::<()>().await;
    };
    let overdue = async move {
        told.changed().await.unwrap_or_default();
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        () = serving => {}
        () = telling => {}
        () = sealing => {}
        () = overdue => tracing::warn!("some requests did not end and were cut off"),
    }
}

/// Waits for Ctrl-C or the system's request to end.
#[cfg(unix)]
fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let wait = |kind| async move {
        match signal(kind) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "cannot hear a signal");
                std::future::pending::<()>().await;
            }
        }
    };
    async move {
        tokio::select! {
            () = wait(SignalKind::interrupt()) => {}
            () = wait(SignalKind::terminate()) => {}
        }
    }
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
fn stop_signal() -> impl Future<Output = ()> {
    async { tokio::signal::ctrl_c().await.unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_all_interfaces_is_shown_as_this_machine() {
        assert_eq!(
            url("0.0.0.0:8080".parse().unwrap()),
            "http://127.0.0.1:8080"
        );
        assert_eq!(url("[::]:8080".parse().unwrap()), "http://[::1]:8080");
    }

    #[tokio::test]
    async fn a_taken_port_is_named() {
        let first = bind("127.0.0.1:0").await.unwrap();
        let taken = first.local_addr().unwrap().to_string();

        let message = format!("{:#}", bind(&taken).await.unwrap_err());

        assert!(message.contains(&taken), "{message}");
    }
}
