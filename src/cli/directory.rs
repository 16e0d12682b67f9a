//! The data directory, and who may do what in it at the same time.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The SQLite file's name.
const DATABASE: &str = "rabta.db";
/// Held by a server for as long as it runs.
const SERVING: &str = "lock";
/// Held while the database is opened and brought up to date, by whatever command.
const OPENING: &str = "opening.lock";

/// A data directory that is there and can be written.
#[derive(Clone, Debug)]
pub struct Directory(PathBuf);

impl Directory {
    /// Makes the directory if it is not there, for its owner alone.
    ///
    /// # Errors
    /// When it can be neither made nor written; the message names it.
    pub fn at(path: &Path) -> Result<Self> {
        make_private(path)
            .with_context(|| format!("the data directory {} cannot be made", path.display()))?;
        Ok(Self(path.to_owned()))
    }

    /// A directory that has a database already.
    ///
    /// # Errors
    /// When it has none; the message names it and says how one is made.
    pub fn with_database(path: &Path) -> Result<Self> {
        Self::found(path)?;
        Self::at(path)
    }

    /// The same, of a directory that may not be writable.
    ///
    /// # Errors
    /// As [`Directory::with_database`].
    pub fn found(path: &Path) -> Result<Self> {
        let directory = Self(path.to_owned());
        if !directory.database().is_file() {
            bail!(
                "there is no database in {}: `rabta serve` or `rabta migrate up` makes one there, \
                 or give another --data-dir",
                path.display()
            );
        }
        Ok(directory)
    }

    /// The directory.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The SQLite file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.0.join(DATABASE)
    }

    /// Makes an empty SQLite file if there is none, for its owner alone, also where others may read
    /// the directory; what SQLite puts beside it gets the same mode.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn make_database(&self) -> Result<()> {
        private_file(&self.database())
            .with_context(|| format!("{} cannot be made", self.database().display()))
    }

    /// Waits until no other command opens the database, and keeps others waiting until the
    /// answer is dropped.
    ///
    /// # Errors
    /// When the directory cannot be written.
    pub fn opening(&self) -> Result<File> {
        let file = self.open(OPENING)?;
        file.lock()
            .with_context(|| format!("cannot lock {}", self.0.join(OPENING).display()))?;
        Ok(file)
    }

    /// Claims the directory for one server, until the answer is dropped.
    ///
    /// # Errors
    /// When another server has it.
    pub fn serving(&self) -> Result<File> {
        let file = self.open(SERVING)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => bail!(
                "another rabta serves the data in {}: stop it first, or give another --data-dir",
                self.0.display()
            ),
            Err(TryLockError::Error(error)) => Err(error)
                .with_context(|| format!("cannot lock {}", self.0.join(SERVING).display())),
        }
    }

    fn open(&self, name: &str) -> Result<File> {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.0.join(name));
        file.with_context(|| format!("the data directory {} cannot be written", self.0.display()))
    }
}

#[cfg(unix)]
fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
}

#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let made = File::options()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(path);
    made.map(drop)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<()> {
    File::options()
        .append(true)
        .create(true)
        .open(path)
        .map(drop)
}

#[cfg(not(unix))]
fn make_private(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

#[cfg(test)]
mod tests {
    use super::Directory;

    #[test]
    fn a_second_server_is_told_which_directory_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let directory = Directory::at(&folder.path().join("new")).unwrap();
        let first = directory.serving().unwrap();

        let message = directory.serving().unwrap_err().to_string();

        assert!(
            message.contains(&directory.path().display().to_string()),
            "{message}"
        );
        drop(first);
        assert!(directory.serving().is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_new_directory_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new");

        Directory::at(&path).unwrap();

        assert_eq!(
            std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o700
        );
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_new_database_is_for_its_owner_alone_where_others_read_the_directory() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).unwrap();
        let directory = Directory::at(folder.path()).unwrap();

        directory.make_database().unwrap();
        let db = crate::kit::db::Db::sqlite(&directory.database()).await;
        crate::cli::migrate::up(&db.unwrap()).await.unwrap();

        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let mode = entry.unwrap().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_directory_that_cannot_be_made_is_named() {
        let file = tempfile::NamedTempFile::new().unwrap();

        let message = format!(
            "{:#}",
            Directory::at(&file.path().join("data")).unwrap_err()
        );

        assert!(
            message.contains(&file.path().display().to_string()),
            "{message}"
        );
    }
}
