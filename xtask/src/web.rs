//! `cargo xtask web`: installs the web app's packages and builds it into `web/dist`, which the
//! server embeds. Each is done only when its result is older than what it is made from.

use std::{
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use anyhow::Result;

use crate::{
    npm, place,
    steps::{Report, Step},
};

/// Names in `web/` that are made, not written: they make no build old.
const MADE: [&str; 4] = ["node_modules", "dist", "gql", "test-results"];

pub fn run() -> Result<()> {
    npm::check()?;
    let mut report = Report::live();
    if install(&mut report) {
        report.run(Step::new("web build", npm::web(&["run", "build"])));
    }
    report.conclude()
}

/// Everything about the web app that needs neither server nor browser; true if it was built.
pub fn all(report: &mut Report) -> bool {
    if !install(report) {
        return false;
    }
    report.run(Step::new("web check", npm::web(&["run", "check"])));
    report.run(Step::new("web tests", npm::web(&["run", "test"])));
    report.run(Step::new("web build", npm::web(&["run", "build"])))
}

/// Types, lints and dead code of the web app.
pub fn check(report: &mut Report) {
    if install(report) {
        report.run(Step::new("web check", npm::web(&["run", "check"])));
    }
}

/// Installs and builds what is not in step; true if the web app stands.
pub fn bring_up(report: &mut Report) -> bool {
    if !install(report) {
        return false;
    }
    if is_built() {
        return report.pass("web build", "newer than its sources", Duration::ZERO);
    }
    report.run(Step::new("web build", npm::web(&["run", "build"])))
}

/// Installs the packages that the lock file names.
fn install(report: &mut Report) -> bool {
    let found = report.obtain("node", "node --version", || {
        npm::check().map(|()| ((), String::new()))
    });
    if found.is_none() {
        return false;
    }
    if is_installed() {
        return report.pass("web packages", "as the lock file says", Duration::ZERO);
    }
    report.run(Step::new("web packages", npm::web(&["ci"])))
}

/// Whether the packages are those of the lock file.
pub fn is_installed() -> bool {
    let installed = changed(&place::web().join("node_modules").join(".package-lock.json"));
    installed.is_some() && installed >= changed(&place::web().join("package-lock.json"))
}

/// Whether the web app is newer than all that it is made from.
pub fn is_built() -> bool {
    let sources = newest(&place::web()).max(changed(&place::root().join("schema.graphql")));
    changed(&place::web_page()) > sources
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

/// When the newest file below a folder was changed.
fn newest(folder: &Path) -> Option<SystemTime> {
    fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| {
            let name = entry.file_name();
            !MADE.iter().any(|made| name == *made)
        })
        .filter_map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => newest(&entry.path()),
            _ => changed(&entry.path()),
        })
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_does_not_count_as_newest() {
        let folder = std::env::temp_dir().join(format!("xtask-web-{}", std::process::id()));
        fs::create_dir_all(folder.join("dist")).unwrap();
        fs::write(folder.join("dist").join("made"), "").unwrap();

        let nothing = newest(&folder);
        fs::write(folder.join("written"), "").unwrap();
        let something = newest(&folder);

        fs::remove_dir_all(&folder).unwrap();
        assert!(nothing.is_none() && something.is_some());
    }
}
