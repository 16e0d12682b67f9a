//! `cargo xtask lint`: format, lints, and the web app's check; no tests.

use std::thread;

use anyhow::Result;

use crate::{
    program::{cargo, has_cargo},
    steps::{self, Report, Step},
    web,
};

pub fn run() -> Result<()> {
    let report = thread::scope(|scope| {
        let web = scope.spawn(|| {
            let mut report = Report::logged();
            web::check(&mut report);
            report
        });
        let mut report = Report::live();
        rust(&mut report);
        report.join(steps::joined(web));
        report
    });
    report.conclude()
}

/// The lints of the Rust side. What is not installed is named, and not fetched: it would take
/// longer to build than all the rest.
pub fn rust(report: &mut Report) {
    let format = cargo(&["fmt", "--all", "--check", "--", "--color=never"]);
    report.run(Step::new("format", format).repeated_by("cargo fmt --all, which mends it"));
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    report.run(Step::new("clippy", cargo(&clippy)));
    if has_cargo("deny") {
        let deny = ["deny", "check", "bans", "licenses", "sources"];
        report.run(Step::new("cargo deny", cargo(&deny)));
    } else {
        report.skip(
            "cargo deny",
            "not installed: `cargo install --locked cargo-deny`",
        );
    }
    if has_cargo("machete") {
        report.run(Step::new("cargo machete", cargo(&["machete"])));
    } else {
        report.skip(
            "cargo machete",
            "not installed: `cargo install --locked cargo-machete`",
        );
    }
}
