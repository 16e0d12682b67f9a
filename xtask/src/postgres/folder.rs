//! The folder of a throw-away cluster, and the user that it belongs to.

use std::{
    fs::{self, DirBuilder},
    os::unix::fs::{DirBuilderExt, chown},
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{place, program};

/// Users that a cluster may belong to when root starts it, the better first.
const USERS: [&str; 2] = ["postgres", "nobody"];

/// A user and group by number.
#[derive(Clone, Copy)]
struct User {
    user: u32,
    group: u32,
}

/// A folder of the machine's temporary ones; it goes when this value does.
pub struct Folder {
    pub path: PathBuf,
    /// PostgreSQL refuses to run as root, so that root must lend it another user.
    user: Option<User>,
}

impl Folder {
    pub fn create() -> Result<Self> {
        let name = format!("rabta-postgres-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        DirBuilder::new()
            .mode(0o700)
            .create(&path)
            .with_context(|| format!("cannot make {}", path.display()))?;
        let mut folder = Self { path, user: None };
        if place::is_root() {
            let user = user_to_lend().context("no user `postgres` or `nobody` to run it as")?;
            chown(&folder.path, Some(user.user), Some(user.group))
                .context("cannot give the folder to another user")?;
            folder.user = Some(user);
        }
        Ok(folder)
    }

    /// A command in this folder, as its owner.
    pub fn command(&self, program: &Path) -> Command {
        use std::os::unix::process::CommandExt;
        let mut command = program::command(program);
        command.current_dir(&self.path);
        if let Some(user) = self.user {
            command.uid(user.user).gid(user.group);
        }
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // It may be gone already; if it cannot be removed, the system's own sweep does it.
        drop(fs::remove_dir_all(&self.path));
    }
}

fn user_to_lend() -> Option<User> {
    let users = fs::read_to_string("/etc/passwd").ok()?;
    USERS
        .iter()
        .find_map(|name| users.lines().find_map(|line| user_of(line, name)))
}

fn user_of(line: &str, name: &str) -> Option<User> {
    let mut fields = line.split(':');
    if fields.next()? != name {
        return None;
    }
    let user = fields.nth(1)?.parse().ok()?;
    let group = fields.next()?.parse().ok()?;
    Some(User { user, group })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_read_from_its_line() {
        let user = user_of(
            "postgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash",
            "postgres",
        );

        assert!(user.is_some_and(|user| user.user == 101 && user.group == 104));
    }

    #[test]
    fn a_user_is_not_taken_for_one_whose_name_begins_alike() {
        assert!(user_of("postgresx:x:101:104::/:/bin/sh", "postgres").is_none());
    }
}
