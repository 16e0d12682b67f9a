//! Where things are.

use std::{
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The top folder of the project.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The web app's folder.
pub fn web() -> PathBuf {
    root().join("web")
}

/// The page that a build of the web app ends with; its age is the age of the build.
pub fn web_page() -> PathBuf {
    web().join("dist").join("index.html")
}

/// Cargo's folder of debug builds. This very program lies there, wherever the target folder is;
/// its own tests lie one deeper.
pub fn debug_builds() -> Result<PathBuf> {
    let program = std::env::current_exe().context("cannot tell where this program is")?;
    let folder = program.parent().context("this program is in no folder")?;
    let builds = match folder.parent() {
        Some(above) if folder.ends_with("deps") => above,
        _ => folder,
    };
    Ok(builds.to_owned())
}

/// The server as `cargo build` or `cargo test` leaves it.
pub fn server() -> Result<PathBuf> {
    Ok(debug_builds()?.join("rabta"))
}

/// A folder for what the chores themselves keep: logs, and packages that stand in for programs.
pub fn scratch() -> Result<PathBuf> {
    let builds = debug_builds()?;
    let target = builds.parent().context("the builds are in no folder")?;
    Ok(target.join("xtask"))
}

/// Whether this program runs as root, where that can be told.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}
