//! Steps of a chore: each is run, timed and logged; at the end stands a table, and the first
//! failure with the way to repeat only it.

use std::{
    fs::{self, File},
    io::{self, IsTerminal, Write},
    panic::resume_unwind,
    path::{Path, PathBuf},
    process::{Command, ExitStatus},
    thread::{self, ScopedJoinHandle},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{place, program};

/// How many lines of a failed step are shown again at the end.
const EXCERPT: usize = 50;

/// Longer than any step takes on a slow machine. One that hangs is ended, so that it is named.
const LIMIT: Duration = Duration::from_mins(45);

/// One command of a chore.
pub struct Step {
    name: &'static str,
    command: Command,
    repeat: String,
}

impl Step {
    /// A step that is repeated by its own command.
    pub fn new(name: &'static str, command: Command) -> Self {
        let repeat = program::describe(&command);
        Self {
            name,
            command,
            repeat,
        }
    }

    /// Names another way to repeat it, where the bare command lacks what a chore prepares.
    pub fn repeated_by(mut self, words: impl Into<String>) -> Self {
        self.repeat = words.into();
        self
    }
}

/// Whether the steps' output is seen while they run.
#[derive(Clone, Copy, PartialEq)]
enum Show {
    Live,
    Logged,
}

enum Outcome {
    Passed(String),
    Failed(Failure),
    Skipped(String),
}

struct Failure {
    why: String,
    repeat: String,
    log: Option<PathBuf>,
}

struct Line {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

/// What became of the steps so far.
pub struct Report {
    show: Show,
    lines: Vec<Line>,
}

impl Report {
    /// Steps whose output is seen as it comes.
    pub fn live() -> Self {
        Self {
            show: Show::Live,
            lines: Vec::new(),
        }
    }

    /// Steps that run beside others: their output goes to a log, and is shown only on failure.
    pub fn logged() -> Self {
        Self {
            show: Show::Logged,
            lines: Vec::new(),
        }
    }

    /// Runs a step; true if it passed.
    pub fn run(&mut self, mut step: Step) -> bool {
        self.announce(step.name, &program::describe(&step.command));
        let began = Instant::now();
        let log = log_of(step.name);
        let ended = log
            .as_ref()
            .map_err(|error| format!("{error:#}"))
            .and_then(|log| {
                follow(&mut step.command, log, self.show).map_err(|error| format!("{error:#}"))
            });
        let why = match ended {
            Ok(status) if status.success() => return self.pass(step.name, "", began.elapsed()),
            Ok(status) => ended_with(status),
            Err(why) => why,
        };
        let log = log.ok();
        let repeat = log.as_deref().and_then(narrower).unwrap_or(step.repeat);
        self.close(
            step.name,
            Outcome::Failed(Failure { why, repeat, log }),
            began.elapsed(),
        )
    }

    /// Does what is not a command, such as finding a database; answers what it found.
    pub fn obtain<T>(
        &mut self,
        name: &'static str,
        repeat: &str,
        act: impl FnOnce() -> Result<(T, String)>,
    ) -> Option<T> {
        self.announce(name, "");
        let began = Instant::now();
        match act() {
            Ok((found, note)) => {
                self.pass(name, &note, began.elapsed());
                Some(found)
            }
            Err(error) => {
                let why = format!("{error:#}");
                let failure = Failure {
                    why,
                    repeat: repeat.to_owned(),
                    log: None,
                };
                self.close(name, Outcome::Failed(failure), began.elapsed());
                None
            }
        }
    }

    /// Notes a step that had nothing to do.
    pub fn pass(&mut self, name: &'static str, note: &str, took: Duration) -> bool {
        self.close(name, Outcome::Passed(note.to_owned()), took)
    }

    /// Notes a step that is not run, and why: nothing is left out in silence.
    pub fn skip(&mut self, name: &'static str, why: &str) {
        self.close(name, Outcome::Skipped(why.to_owned()), Duration::ZERO);
    }

    /// Takes over the lines of steps that ran beside these.
    pub fn join(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    /// Prints the table and the first failure; fails if one did.
    pub fn conclude(self) -> Result<()> {
        println!("\n{}", self.table());
        let failures: Vec<&Line> = self
            .lines
            .iter()
            .filter(|line| matches!(line.outcome, Outcome::Failed(_)))
            .collect();
        let skipped = self
            .lines
            .iter()
            .filter(|line| matches!(line.outcome, Outcome::Skipped(_)))
            .count();
        let failed = failures.len();
        if let Some(Line {
            name,
            outcome: Outcome::Failed(failure),
            ..
        }) = failures.first()
        {
            println!("\n{}\n", failure.told(name));
        }
        let passed = self.lines.len() - failed - skipped;
        println!("steps: {passed} passed, {failed} failed, {skipped} skipped");
        if failed > 0 {
            bail!("{failed} of {} steps failed", self.lines.len());
        }
        Ok(())
    }

    fn announce(&self, name: &str, words: &str) {
        if self.show == Show::Live {
            println!(
                "\n==> {name}{}{words}",
                if words.is_empty() { "" } else { ": " }
            );
        }
    }

    /// Notes how a step ended, and says so; true if it passed.
    fn close(&mut self, name: &'static str, outcome: Outcome, took: Duration) -> bool {
        let line = Line {
            name,
            outcome,
            took,
        };
        if self.show == Show::Logged {
            println!("\n==> beside: {}", line.told());
        } else {
            println!("<== {}", line.told());
        }
        let passed = matches!(line.outcome, Outcome::Passed(_));
        self.lines.push(line);
        passed
    }

    fn table(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(Line::told).collect();
        lines.join("\n")
    }
}

impl Line {
    fn told(&self) -> String {
        let (word, note) = match &self.outcome {
            Outcome::Passed(note) => ("passed", note.as_str()),
            Outcome::Failed(failure) => ("FAILED", failure.in_short()),
            Outcome::Skipped(why) => ("skipped", why.as_str()),
        };
        let seconds = self.took.as_secs_f32();
        format!("{:<20} {word:<8} {seconds:>6.1} s  {note}", self.name)
            .trim_end()
            .to_owned()
    }
}

impl Failure {
    /// Its first clause: the whole is told at the end.
    fn in_short(&self) -> &str {
        self.why
            .split(['\n', '.', ':', ';'])
            .next()
            .unwrap_or_default()
    }

    fn told(&self, name: &str) -> String {
        let mut text = format!("The first failure: {name} ({})\n", self.why);
        if let Some(log) = &self.log {
            let all = fs::read_to_string(log).unwrap_or_default();
            text += "\n";
            text += &excerpt(&all);
            text += "\n\nAll of it: ";
            text += &log.display().to_string();
            text += "\n";
        }
        text + "Only this again: " + &self.repeat
    }
}

fn ended_with(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("exit code {code}"),
        None => format!("ended by {status}"),
    }
}

/// What a lane of steps beside others came to; if it broke off, so does this one.
pub fn joined<T>(lane: ScopedJoinHandle<'_, T>) -> T {
    lane.join().unwrap_or_else(|panic| resume_unwind(panic))
}

/// The log of a step, empty.
fn log_of(name: &str) -> Result<PathBuf> {
    let folder = place::scratch()?.join("logs");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let log = folder.join(format!("{}.log", name.replace(' ', "-")));
    File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    Ok(log)
}

/// Runs the command into its log and, if it is to be seen, shows what the log gets. A file and not
/// a pipe: a process that a test leaves behind would hold a pipe open, and this would never end.
fn follow(command: &mut Command, log: &Path, show: Show) -> Result<ExitStatus> {
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
fn excerpt(log: &str) -> String {
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
fn narrower(log: &Path) -> Option<String> {
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

    #[test]
    fn a_step_that_fails_fails_the_whole_and_the_next_still_runs() {
        let mut report = Report::logged();

        let first = report.run(Step::new("self test one", program::command("false")));
        let second = report.run(Step::new("self test two", program::command("true")));

        assert!(!first && second);
        assert!(report.conclude().is_err());
    }

    #[test]
    fn a_step_that_is_skipped_is_named_and_fails_nothing() {
        let mut report = Report::logged();

        report.skip("self test", "it is not installed");

        assert!(report.table().contains("skipped") && report.table().contains("not installed"));
        assert!(report.conclude().is_ok());
    }
}
