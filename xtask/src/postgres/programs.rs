//! The programs of a PostgreSQL server: the machine's own, or those that a package carries.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use super::folder::Folder;
use crate::{npm, program};

/// Debian keeps each version's programs in a folder that is not on the search path.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The release whose programs were tried with these tests.
const PACKAGE_VERSION: &str = "18.4.0-beta.17";

/// A folder with `initdb` and `postgres` in it.
pub struct Programs {
    pub path: PathBuf,
    pub version: String,
    /// Where they came from, for the report.
    pub origin: String,
}

/// The newest on this machine, else those of a package.
pub fn obtain(folder: &Folder) -> Result<Programs> {
    match on_this_machine() {
        Some(programs) => Ok(programs),
        None => by_package(folder).with_context(|| {
            format!("no initdb on the search path or in {DEBIAN}, and none by npm")
        }),
    }
}

fn on_this_machine() -> Option<Programs> {
    let debian = fs::read_dir(DEBIAN).into_iter().flatten().flatten();
    debian
        .map(|version| version.path().join("bin").join("initdb"))
        .chain(program::find("initdb"))
        .filter_map(|initdb| Some(fs::canonicalize(initdb).ok()?.parent()?.to_owned()))
        .filter_map(|path| Programs::in_folder(path).ok())
        .max_by_key(|programs| number(&programs.version))
}

/// The package lies where the cluster's user may not look, below somebody's home for instance, so
/// that its programs are copied beside the data.
fn by_package(folder: &Folder) -> Result<Programs> {
    let name = format!("@embedded-postgres/{}", platform()?);
    let package = npm::package(&name, PACKAGE_VERSION)?;
    let mut links = program::command("node");
    links
        .arg("scripts/hydrate-symlinks.js")
        .current_dir(&package);
    program::output(&mut links)?;
    let copy = folder.path.join("programs");
    let native = package.join("native");
    program::output(
        program::command("cp")
            .arg("-R")
            .arg("-P")
            .args([&native, &copy]),
    )?;
    program::output(program::command("chmod").args(["-R", "a+rX"]).arg(&copy))?;
    let mut programs = Programs::in_folder(copy.join("bin"))?;
    programs.origin = format!("npm's {name}");
    Ok(programs)
}

fn platform() -> Result<String> {
    let system = match std::env::consts::OS {
        "linux" => "linux",
        "macos" => "darwin",
        other => bail!("there is no package for {other}"),
    };
    let machine = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => bail!("there is no package for {other}"),
    };
    Ok(format!("{system}-{machine}"))
}

impl Programs {
    fn in_folder(path: PathBuf) -> Result<Self> {
        let version = version(&path.join("postgres"))?;
        let origin = path.display().to_string();
        Ok(Self {
            path,
            version,
            origin,
        })
    }
}

fn version(postgres: &Path) -> Result<String> {
    let said = program::output(program::command(postgres).arg("--version"))?;
    let version = said
        .split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    Ok(format!(
        "PostgreSQL {}",
        version.context("it tells no version")?
    ))
}

/// The numbers in a version, to compare it by.
fn number(version: &str) -> Vec<u32> {
    version
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(number("PostgreSQL 15.17") > number("PostgreSQL 9.6"));
        assert!(number("PostgreSQL 18.4") > number("PostgreSQL 18beta1"));
    }
}
