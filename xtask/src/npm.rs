//! Node's package manager: the web app's own packages, and packages that carry a program which
//! the machine lacks.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use crate::{place, program};

/// The oldest Node that the web app is built with.
const NODE: u32 = 20;

/// How to come by Node, in one sentence.
pub const HOW: &str = "install Node 20 or newer, which brings npm (Debian 13 and newer have it: \
                       `apt-get install nodejs npm`)";

/// Says what is missing when the web app cannot be built here.
pub fn check() -> Result<()> {
    if program::find("npm").is_none() {
        bail!("there is no npm on this machine: {HOW}");
    }
    let version = program::output(program::command("node").arg("--version"))?;
    match major(&version) {
        Some(major) if major >= NODE => Ok(()),
        _ => bail!("Node is {}: {HOW}", version.trim()),
    }
}

fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// `npm` with these words, for the web app.
pub fn web(words: &[&str]) -> Command {
    let mut command = program::command("npm");
    command.args(words).current_dir(place::web());
    command
}

/// A package that carries a program, installed once; answers its folder. Its install scripts are
/// held back: the caller runs the one that it needs.
pub fn package(name: &str, version: &str) -> Result<PathBuf> {
    check()?;
    let short = name.replace(['@', '/'], "-");
    let folder = place::scratch()?.join(format!("npm{short}-{version}"));
    let done = folder.join("installed");
    if !done.exists() {
        install(&folder, &format!("{name}@{version}"))?;
        fs::write(&done, "").context("cannot note the install")?;
    }
    Ok(folder.join("node_modules").join(name))
}

fn install(folder: &Path, package: &str) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(folder.join("package.json"), "{\"private\": true}\n")
        .context("cannot write a package.json")?;
    let mut npm = program::command("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund"])
        .args(["--ignore-scripts", package])
        .current_dir(folder);
    program::output(&mut npm)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nothing"), None);
    }
}
