//! `cargo xtask test`: all that CI runs, or a part of it.
//!
//! The web app is checked and built beside the Rust builds. The tests themselves run alone: some
//! of them watch the clock.

use std::{path::PathBuf, thread};

use anyhow::{Result, bail};

use crate::{
    chromium, lint, npm, place,
    postgres::{self, Durability},
    program::cargo,
    steps::{self, Report, Step},
    web,
};

#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    Lint,
    Rust,
    Web,
    Walk,
}

/// What was asked for on the command line.
#[derive(PartialEq, Debug)]
struct Asked {
    only: Option<Part>,
    /// Words for `cargo test`, such as the name of a test.
    words: Vec<String>,
}

impl Asked {
    fn from_words(words: &[String]) -> Result<Self> {
        let mut words = words.iter();
        let mut only = None;
        while let Some(word) = words.next() {
            match word.as_str() {
                "--only" => only = Some(part(words.next().map_or("", String::as_str))?),
                "--" => break,
                other => {
                    bail!("`{other}` is not known here: --only lint|rust|web|walk, or -- words")
                }
            }
        }
        let words = words.cloned().collect();
        Ok(Self { only, words })
    }
}

fn part(name: &str) -> Result<Part> {
    match name {
        "lint" => Ok(Part::Lint),
        "rust" => Ok(Part::Rust),
        "web" => Ok(Part::Web),
        "walk" => Ok(Part::Walk),
        other => bail!("--only takes lint, rust, web or walk, not `{other}`"),
    }
}

pub fn run(words: &[String]) -> Result<()> {
    let asked = Asked::from_words(words)?;
    match asked.only {
        Some(Part::Lint) => lint::run(),
        Some(Part::Web) => web_alone(),
        Some(Part::Walk) => walk_alone(),
        Some(Part::Rust) | None => all(&asked),
    }
}

fn web_alone() -> Result<()> {
    let mut report = Report::live();
    web::all(&mut report);
    report.conclude()
}

fn walk_alone() -> Result<()> {
    let mut report = Report::live();
    let web = web::bring_up(&mut report);
    let server = report.run(Step::new("server", cargo(&["build", "--package", "rabta"])));
    let browser = find_browser(&mut report);
    walk(&mut report, web && server, browser)?;
    report.conclude()
}

fn all(asked: &Asked) -> Result<()> {
    let whole = asked.only.is_none();
    let mut report = Report::live();
    let (built, beside) = thread::scope(|scope| {
        let beside = whole.then(|| scope.spawn(web_and_browser));
        if whole {
            lint::rust(&mut report);
        }
        let tests = cargo(&["test", "--workspace", "--no-run"]);
        let built = report.run(Step::new("rust build", tests));
        (built, beside.map(steps::joined))
    });
    if built {
        rust_tests(&mut report, &asked.words);
    } else {
        report.skip("rust tests", "not run: they do not build");
    }
    if let Some(beside) = beside {
        report.join(beside.report);
        walk(&mut report, built && beside.built, beside.browser)?;
    }
    report.conclude()
}

/// What the steps beside the Rust builds lead to.
struct Beside {
    report: Report,
    built: bool,
    browser: Option<PathBuf>,
}

fn web_and_browser() -> Beside {
    let mut report = Report::logged();
    let built = web::all(&mut report);
    let browser = find_browser(&mut report);
    Beside {
        report,
        built,
        browser,
    }
}

fn find_browser(report: &mut Report) -> Option<PathBuf> {
    report.obtain("chromium", "cargo xtask test --only walk", || {
        chromium::obtain().map(|found| (found.path, found.origin))
    })
}

/// All Rust tests, on a database of either kind.
fn rust_tests(report: &mut Report, words: &[String]) {
    let repeat = "cargo xtask test --only rust";
    let database = report.obtain("postgresql", repeat, || {
        let database = postgres::obtain(Durability::None)?;
        let origin = database.origin.clone();
        Ok((database, origin))
    });
    let Some(database) = database else {
        report.skip("rust tests", "not run: there is no PostgreSQL");
        return;
    };
    let mut test = cargo(&["test", "--workspace", "--no-fail-fast"]);
    test.args(words).env(postgres::VARIABLE, &database.url);
    report.run(Step::new("rust tests", test).repeated_by(repeat));
}

/// A person's way through the pages, in a real browser on the real server.
fn walk(report: &mut Report, stands: bool, browser: Option<PathBuf>) -> Result<()> {
    match browser {
        Some(browser) if stands => {
            let mut walk = npm::web(&["run", "e2e"]);
            walk.env("RABTA_BINARY", place::server()?);
            walk.env(chromium::VARIABLE, browser);
            let step = Step::new("browser walk", walk);
            report.run(step.repeated_by("cargo xtask test --only walk"));
        }
        Some(_) => report.skip("browser walk", "not run: web app or server do not build"),
        None => report.skip("browser walk", "not run: there is no Chromium"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Result<Asked> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        Asked::from_words(&words)
    }

    #[test]
    fn without_words_all_is_asked_for() {
        assert_eq!(asked(&[]).unwrap().only, None);
    }

    #[test]
    fn one_part_and_one_test_can_be_asked_for() {
        let asked = asked(&["--only", "rust", "--", "a_page"]).unwrap();

        assert_eq!(asked.only, Some(Part::Rust));
        assert_eq!(asked.words, ["a_page"]);
    }

    #[test]
    fn a_part_that_does_not_exist_is_refused() {
        assert!(asked(&["--only", "docs"]).is_err());
        assert!(asked(&["--fast"]).is_err());
    }
}
