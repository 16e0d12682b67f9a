//! The log of a step: what its command printed, and what of that tells of a failure.

use std::{
    fs::{self, File},
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::Show;
use crate::{place, program};

/// How many lines of a failed step are shown again at the end.
const EXCERPT: usize = 50;

/// Longer than any step takes on a slow machine. One that hangs is ended, so that it is named.
const LIMIT: Duration = Duration::from_mins(45);

/// The log of a step, empty.
pub fn create(name: &str) -> Result<PathBuf> {
    let folder = place::scratch()?.join("logs");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let log = folder.join(format!("{}.log", name.replace(' ', "-")));
    File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    Ok(log)
}

/// Runs the command into its log and, if it is to be seen, shows what the log gets. A file and not
/// a pipe: a process that a test leaves behind would hold a pipe open, and this would never end.
pub fn follow(command: &mut Command, log: &Path, show: Show) -> Result<ExitStatus> {
    let output = File::options().append(true).open(log)?;
    if show == Show::Live && io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdout(output.try_clone()?)
        .stderr(output)
        .spawn()
        .with_context(|| format!("cannot start `{}`", program::describe(command)))?;
    let mut written = File::open(log)?;
    let began = Instant::now();
    loop {
        let ended = child.try_wait()?;
        if show == Show::Live {
            io::copy(&mut written, &mut io::stdout())?;
            io::stdout().flush()?;
        }
        if let Some(status) = ended {
            return Ok(status);
        }
        if began.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            bail!("it hangs: ended after {} minutes", LIMIT.as_secs() / 60);
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// The part of a log that tells what went wrong: from the first error on, else its end.
pub fn excerpt(log: &str) -> String {
    let tells = |line: &str| {
        line.starts_with("error") || line == "failures:" || line.contains("panicked at")
    };
    let lines: Vec<&str> = log.lines().collect();
    let from = lines
        .iter()
        .position(|line| tells(line))
        .unwrap_or(lines.len().saturating_sub(EXCERPT));
    lines
        .into_iter()
        .skip(from)
        .take(EXCERPT)
        .collect::<Vec<_>>()
        .join("\n")
}

/// For a log of `cargo test`: the way to repeat the first test that failed.
pub fn narrower(log: &Path) -> Option<String> {
    let all = fs::read_to_string(log).ok()?;
    let test = all.lines().find_map(failed_test)?;
    Some(format!("cargo xtask test --only rust -- {test}"))
}

fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_begins_at_the_first_error() {
        assert_eq!(
            excerpt("Compiling\nerror[E0308]: no\n  --> here"),
            "error[E0308]: no\n  --> here"
        );
    }

    #[test]
    fn an_excerpt_without_an_error_is_the_end() {
        let log = (0..100)
            .map(|n| n.to_string())
            .collect::<Vec<_>>()
            .join("\n");

        let shown = excerpt(&log);

        assert!(
            shown.starts_with("50\n") && shown.ends_with("99"),
            "{shown}"
        );
    }

    #[test]
    fn a_failed_test_is_named() {
        assert_eq!(
            failed_test("test api::a_page ... FAILED"),
            Some("api::a_page")
        );
        assert_eq!(failed_test("test api::a_page ... ok"), None);
    }
}
