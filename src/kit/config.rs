//! The configuration: the only place that reads the environment, beside the flags that name a
//! variable of their own.

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::str::FromStr;

use directories::ProjectDirs;
use sqlx::postgres::PgConnectOptions;

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file that a variable names cannot be read.
    #[error("{variable} names {path}, which cannot be read: {source}")]
    File {
        /// The variable.
        variable: &'static str,
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database is not one that is known.
    #[error(
        "DATABASE_URL must be of the form postgres://user@host/database; leave it away to keep \
         the data in a SQLite file"
    )]
    Url,
    /// A database elsewhere, and no secret for it.
    #[error(
        "with DATABASE_URL the root secret must be given, the same to every instance: set \
         RABTA_SECRET_FILE or RABTA_SECRET (32 characters or more, e.g. from `openssl rand -hex 32`)"
    )]
    NoSecret,
    /// Nobody says where data is kept.
    #[error("there is no home directory to keep the data in: give --data-dir or RABTA_DATA_DIR")]
    NoDirectory,
}

/// A text that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("(hidden)")
    }
}

/// Where the data lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Store {
    /// In a SQLite file in this directory.
    Directory(PathBuf),
    /// On a PostgreSQL server at this address.
    Server(Secret),
}

impl fmt::Display for Store {
    /// Where it lies, without whatever opens it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Directory(path) => write!(formatter, "SQLite in {}", path.display()),
            Self::Server(Secret(url)) => match PgConnectOptions::from_str(url) {
                Ok(options) => {
                    let database = options.get_database().unwrap_or("(its default)");
                    let (host, port) = (options.get_host(), options.get_port());
                    write!(
                        formatter,
                        "PostgreSQL at {host}:{port}, database {database}"
                    )
                }
                Err(_) => formatter.write_str("PostgreSQL"),
            },
        }
    }
}

/// What the program was told to work with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where the data lies.
    pub store: Store,
    /// The root secret; `None` when the data directory has it.
    pub secret: Option<Secret>,
}

impl Config {
    /// Puts flags and environment together. Of a secret and the file that holds one, the file
    /// counts; of a database server and a directory, the server.
    ///
    /// # Errors
    /// When something does not fit.
    pub fn load(
        directory: Option<PathBuf>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let config = Self::to_read(directory, environment)?;
        if matches!(config.store, Store::Server(_)) && config.secret.is_none() {
            return Err(ConfigError::NoSecret);
        }
        Ok(config)
    }

    /// The same for who only looks at the data, and may have no secret.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn to_read(
        directory: Option<PathBuf>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        let secret = secret(&environment, "RABTA_SECRET", "RABTA_SECRET_FILE")?;
        let store = match secret_url(&environment)? {
            Some(url) => Store::Server(url),
            None => Store::Directory(match directory {
                Some(directory) => directory,
                None => platform_directory().ok_or(ConfigError::NoDirectory)?,
            }),
        };
        Ok(Self { store, secret })
    }

    /// Where the secret comes from, in words.
    #[must_use]
    pub fn secret_source(&self) -> &'static str {
        if self.secret.is_some() {
            "given (hidden)"
        } else {
            "in the data directory"
        }
    }
}

fn secret_url(
    environment: &impl Fn(&str) -> Option<String>,
) -> Result<Option<Secret>, ConfigError> {
    let url = secret(environment, "DATABASE_URL", "DATABASE_URL_FILE")?;
    let is_known = |url: &str| {
        let is_postgres = url.starts_with("postgres://") || url.starts_with("postgresql://");
        is_postgres && PgConnectOptions::from_str(url).is_ok()
    };
    match url {
        Some(Secret(url)) if !is_known(&url) => Err(ConfigError::Url),
        url => Ok(url),
    }
}

fn secret(
    environment: &impl Fn(&str) -> Option<String>,
    variable: &str,
    file_variable: &'static str,
) -> Result<Option<Secret>, ConfigError> {
    let Some(path) = environment(file_variable) else {
        return Ok(environment(variable).map(Secret));
    };
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(Secret(text.trim().to_owned()))),
        Err(source) => Err(ConfigError::File {
            variable: file_variable,
            path,
            source,
        }),
    }
}

/// Where this platform keeps the data of programs.
fn platform_directory() -> Option<PathBuf> {
    ProjectDirs::from("", "", "rabta").map(|directories| directories.data_dir().to_owned())
}

/// A variable of the environment; an empty one counts as not set.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::load(Some("/data".into()), |name| {
            variables
                .iter()
                .find(|(own, _)| *own == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_directory_needs_no_secret_and_a_server_does() {
        let url = (
            "DATABASE_URL",
            "postgres://rabta:hush@db.example/crm?password=hush",
        );

        assert_eq!(load(&[]).unwrap().store, Store::Directory("/data".into()));
        assert!(matches!(load(&[url]), Err(ConfigError::NoSecret)));
        let config = load(&[url, ("RABTA_SECRET", "s")]).unwrap();
        assert_eq!(
            config.store.to_string(),
            "PostgreSQL at db.example:5432, database crm"
        );
        assert!(!format!("{config:?}").contains("hush"));
    }

    #[test]
    fn a_file_counts_before_a_variable() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        fs::write(&path, "from the file\n").unwrap();
        let path = path.to_str().unwrap();

        let config = load(&[
            ("RABTA_SECRET", "from the variable"),
            ("RABTA_SECRET_FILE", path),
        ])
        .unwrap();

        assert_eq!(config.secret, Some(Secret("from the file".to_owned())));
        assert!(load(&[("RABTA_SECRET_FILE", "/nowhere/at/all")]).is_err());
    }

    #[test]
    fn another_database_is_refused() {
        for url in ["sqlite://x.db", "mysql://host/db", "postgres//", "rubbish"] {
            assert!(
                matches!(load(&[("DATABASE_URL", url)]), Err(ConfigError::Url)),
                "{url}"
            );
        }
    }
}
