//! A PostgreSQL for tests and benchmarks: named, or a throw-away cluster of the machine's own
//! programs, or of those that a package carries.

mod cluster;
mod folder;
mod programs;

use anyhow::{Context, Result, anyhow};

use cluster::Cluster;
pub use cluster::Durability;
use folder::Folder;

use crate::program;

/// Names a server on which databases may be made, here and to the tests.
pub const VARIABLE: &str = "RABTA_TEST_POSTGRES_URL";

/// A server that answers. If it was started here, it ends with this value.
pub struct Postgres {
    pub url: String,
    /// Where it came from, for the report.
    pub origin: String,
    _cluster: Option<Cluster>,
}

/// Finds a server, or starts one.
pub fn obtain(durability: Durability) -> Result<Postgres> {
    if let Some(url) = program::variable(VARIABLE) {
        let url = url
            .into_string()
            .map_err(|url| anyhow!("{VARIABLE} is not text: {}", url.display()))?;
        let origin = format!("named by {VARIABLE}");
        return Ok(Postgres {
            url,
            origin,
            _cluster: None,
        });
    }
    let folder = Folder::create()?;
    let programs = programs::obtain(&folder).with_context(|| {
        format!(
            "there is no PostgreSQL for the tests. Install its server (on Debian or Ubuntu: \
             `apt-get install postgresql`), or name one on which databases may be made in {VARIABLE}"
        )
    })?;
    let origin = format!("{} from {}", programs.version, programs.origin);
    let cluster = Cluster::start(&programs.path, folder, durability)
        .with_context(|| format!("{origin} did not start"))?;
    Ok(Postgres {
        url: cluster.url(),
        origin,
        _cluster: Some(cluster),
    })
}
