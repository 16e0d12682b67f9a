//! Other programs: finding and running them.

use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::place;

/// A variable of the environment, if it is set and says something.
#[expect(
    clippy::disallowed_methods,
    reason = "the chores have no configuration of their own: this is the one place that reads"
)]
pub fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The first program of this name on the search path.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = variable("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A command that starts in the project's top folder and reads no input.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root()).stdin(Stdio::null());
    command
}

/// Cargo, the same one that started this program. What that one said of this package is taken
/// back: some of cargo's subcommands mistake it for being run by hand.
pub fn cargo(words: &[&str]) -> Command {
    let mut command = command(variable("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words);
    for (name, _) in std::env::vars_os() {
        let said = name.to_string_lossy();
        if said.starts_with("CARGO_PKG_") || said.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Whether the words after `cargo` name a subcommand that is installed.
pub fn has_cargo(subcommand: &str) -> bool {
    output(&mut cargo(&[subcommand, "--version"])).is_ok()
}

/// Runs a command in the open, and fails when it does.
pub fn run(command: &mut Command) -> Result<()> {
    let words = describe(command);
    let status = command
        .status()
        .with_context(|| format!("cannot start `{words}`"))?;
    if !status.success() {
        bail!("`{words}` ended with {status}");
    }
    Ok(())
}

/// Runs a command in silence and answers what it printed; its complaints become the error.
pub fn output(command: &mut Command) -> Result<String> {
    let words = describe(command);
    let output = command
        .output()
        .with_context(|| format!("cannot start `{words}`"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        let last = tail(&format!("{said}{complaint}"), 20);
        bail!("`{words}` ended with {}\n{last}", output.status);
    }
    Ok(said)
}

/// The command as one would type it in the project's top folder.
pub fn describe(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name)
        .chain(command.get_args())
        .map(|word| quoted(&word.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(" ");
    match command.get_current_dir() {
        Some(folder) if folder == place::web() => format!("cd web && {words}"),
        _ => words,
    }
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_=./:@+,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// The last lines of a text.
pub fn tail(text: &str, lines: usize) -> String {
    let all: Vec<&str> = text.trim_end().lines().collect();
    let from = all.len().saturating_sub(lines);
    all.into_iter().skip(from).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_described_as_one_would_type_it() {
        let mut npm = command("/usr/bin/npm");
        npm.args(["run", "it's here"]).current_dir(place::web());

        assert_eq!(describe(&npm), r"cd web && npm run 'it'\''s here'");
    }

    #[test]
    fn a_failed_command_says_what_it_complained_of() {
        let failed = output(command("sh").args(["-c", "echo no room >&2; exit 3"]));

        let said = failed.unwrap_err().to_string();
        assert!(said.contains("no room") && said.contains('3'), "{said}");
    }

    #[test]
    fn the_tail_of_a_short_text_is_all_of_it() {
        assert_eq!(tail("a\nb\n", 5), "a\nb");
        assert_eq!(tail("a\nb\nc", 2), "b\nc");
    }
}
