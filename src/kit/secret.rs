//! The root secret and the keys derived from it, one for each purpose.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use hkdf::Hkdf;
use sha2::Sha256;

use crate::kit::sign::Signer;

/// The name of the file in the data directory that holds the root secret.
const FILE: &str = "secret";

/// Why there is no root secret.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file could not be read or made.
    #[error("the root secret {path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The secret is shorter than a key.
    #[error("the root secret must have at least 32 characters, this one has {0}")]
    TooShort(usize),
}

/// The keys of the server. None of them, nor the root, is ever printed.
#[derive(Clone)]
pub struct Keys {
    /// Seals cursors (AES-SIV wants two keys of 32 bytes).
    pub cursor: [u8; 64],
    /// Digests the content of requests, so that a replay is told from a clash.
    pub request: [u8; 32],
    /// Makes versions of records opaque.
    pub version: [u8; 32],
    /// Digests e-mail addresses where sign-ins are counted.
    pub throttle: [u8; 32],
    /// Signs the entries and the head of the log; see [`crate::kit::sign::Signer`].
    pub log: Signer,
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Keys")
    }
}

impl Keys {
    /// Derives all keys from a root secret (HKDF-SHA-256, RFC 5869; the purpose and
    /// the number of the key are the info, so that a later root can stand beside this one).
    ///
    /// # Errors
    /// When the secret has fewer than 32 bytes.
    pub fn derive(root: &[u8]) -> Result<Self, SecretError> {
        if root.len() < 32 {
            return Err(SecretError::TooShort(root.len()));
        }
        let hkdf = Hkdf::<Sha256>::new(Some(b"rabta"), root);
        Ok(Self {
            cursor: expand(&hkdf, "cursor/1"),
            request: expand(&hkdf, "request/1"),
            version: expand(&hkdf, "version/1"),
            throttle: expand(&hkdf, "throttle/1"),
            log: Signer::of_seed(&expand(&hkdf, "log/1")),
        })
    }

    /// Reads the secret of a data directory, or makes one there that only its owner can read.
    ///
    /// # Errors
    /// When the file can be neither read nor made, or is too short.
    pub fn of_directory(directory: &Path) -> Result<Self, SecretError> {
        if let Some(found) = Self::found_in(directory)? {
            return Ok(found);
        }
        let root = hex(&random::<32>());
        let path = directory.join(FILE);
        write_private(&path, root.as_bytes()).map_err(|source| unusable(&path, source))?;
        Self::derive(root.as_bytes())
    }

    /// Reads the secret of a data directory; `None` when there is none.
    ///
    /// # Errors
    /// When the file cannot be read, or is too short.
    pub fn found_in(directory: &Path) -> Result<Option<Self>, SecretError> {
        let path = directory.join(FILE);
        match fs::read(&path) {
            Ok(root) => Self::derive(root.trim_ascii()).map(Some),
            Err(missing) if missing.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(other) => Err(unusable(&path, other)),
        }
    }
}

fn unusable(path: &Path, source: std::io::Error) -> SecretError {
    SecretError::File {
        path: path.display().to_string(),
        source,
    }
}

fn expand<const N: usize>(hkdf: &Hkdf<Sha256>, purpose: &str) -> [u8; N] {
    let mut key = [0; N];
    // Only lengths above 255 hashes are refused, and these are two at most.
    hkdf.expand(purpose.as_bytes(), &mut key)
        .unwrap_or_default();
    key
}

#[cfg(unix)]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(not(unix))]
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?
        .write_all(bytes)
}

/// The bytes that hexadecimal digits stand for; `None` when they are not that.
#[must_use]
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text
        .chars()
        .map(|digit| {
            digit
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        })
        .collect();
    let (pairs, rest) = digits.as_deref()?.as_chunks::<2>();
    rest.is_empty()
        .then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

/// Random bytes from the operating system, for whatever opens something.
///
/// # Panics
/// When the operating system has no randomness to give: nothing safe can be done then.
#[must_use]
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(
        clippy::expect_used,
        reason = "without randomness no token may be made"
    )]
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            // Writing into a string cannot fail.
            write!(text, "{byte:02x}").unwrap_or_default();
            text
        })
}
