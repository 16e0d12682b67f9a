//! Steps of a chore: each is run, timed and logged; at the end stands a table, and the first
//! failure with the way to repeat only it.

mod log;

use std::{
    fs,
    panic::resume_unwind,
    path::PathBuf,
    process::{Command, ExitStatus},
    thread::ScopedJoinHandle,
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow, bail};

use crate::program;

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
        let log = log::create(step.name);
        let ended = log
            .as_ref()
            .map_err(|error| anyhow!("{error:#}"))
            .and_then(|log| log::follow(&mut step.command, log, self.show));
        let why = match ended {
            Ok(status) if status.success() => return self.pass(step.name, "", began.elapsed()),
            Ok(status) => ended_with(status),
            Err(error) => format!("{error:#}"),
        };
        let log = log.ok();
        let repeat = log
            .as_deref()
            .and_then(log::narrower)
            .unwrap_or(step.repeat);
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
            text += &log::excerpt(&all);
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

#[cfg(test)]
mod tests {
    use super::*;

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
