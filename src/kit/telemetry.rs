//! Logging: what happened and how long it took, never who said what.

use tracing_subscriber::EnvFilter;

/// Starts writing events to standard error, at the level of `filter` (as `info` or
/// `rabta=debug`). A second call changes nothing.
pub fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let started = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()))
        .try_init();
    if started.is_err() {
        tracing::debug!("logging was started before");
    }
}
