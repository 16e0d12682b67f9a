//! Passwords: their rules, and hashes made a few at a time so that a storm of sign-ins does not
//! eat the memory.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::app::App;
use crate::kit::fault::{Fault, FaultKind};
use crate::kit::secret::random;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// The fewest letters of a password that stands alone, without a second factor.
pub const SHORTEST: usize = 15;
/// The most bytes of a password; bounded before it is hashed.
pub const LONGEST: usize = 1_024;
/// How many are hashed at once, at 19 MiB each.
const AT_ONCE: usize = 2;
/// How many may wait for their turn.
const WAITING: usize = 32;

/// Hashes and verifies passwords with Argon2id at its default cost.
#[derive(Clone, Debug)]
pub struct Hasher {
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Default for Hasher {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            places: Arc::new(Semaphore::new(AT_ONCE + WAITING)),
        }
    }
}

/// A password that nobody guesses, of 24 letters.
#[must_use]
pub fn new_password() -> String {
    URL_SAFE_NO_PAD.encode(random::<18>())
}

/// The hash of a password that will do. Made before a transaction begins: hashing takes a tenth of
/// a second, for which no writer should wait.
#[derive(Clone, Debug)]
pub struct Hashed(pub(super) String);

impl Hashed {
    /// Hashes a new password.
    ///
    /// # Errors
    /// When it will not do, at `password`, or too many wait already.
    pub async fn new(app: &App, password: String) -> Result<Self, WriteError> {
        if let Some(complaint) = complaint(&password) {
            let at = Path::root().field("password");
            return Err(UserError::new(UserErrorCode::Invalid, &at, complaint).into());
        }
        Ok(Self(app.hasher.hash(password).await?))
    }
}

/// A place in the queue of those whose password is to be hashed.
#[derive(Debug)]
pub(super) struct Place {
    _kept: OwnedSemaphorePermit,
}

impl Hasher {
    /// The hash to keep, in the PHC string format.
    ///
    /// # Errors
    /// When too many wait already.
    pub async fn hash(&self, password: String) -> Result<String, Fault> {
        let place = self.place();
        let place = place.ok_or_else(|| {
            Fault::new(
                FaultKind::Unavailable,
                "too many passwords wait to be hashed",
            )
        })?;
        let hash = self.in_turn(place, move || {
            let hash: Result<argon2::password_hash::phc::PasswordHash, _> =
                Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string())
                .map_err(|error| Fault::internal(error.to_string()))
        });
        hash.await?
    }

    /// A place in the queue; `None` when it is full.
    pub(super) fn place(&self) -> Option<Place> {
        let place = Arc::clone(&self.places).try_acquire_owned();
        place.ok().map(|kept| Place { _kept: kept })
    }

    /// Whether a password is the one that was hashed. Without a hash it takes as long and
    /// answers no, so that the wait does not tell whether there is such a user. Only signing in
    /// may ask, which counts the attempt first.
    ///
    /// # Errors
    /// When the work was cut short.
    pub(super) async fn verify(
        &self,
        place: Place,
        password: String,
        hash: Option<String>,
    ) -> Result<bool, Fault> {
        if password.len() > LONGEST {
            return Ok(false);
        }
        let is_known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let is_right = self.in_turn(place, move || {
            PasswordHash::new(&hash).is_ok_and(|hash| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &hash)
                    .is_ok()
            })
        });
        Ok(is_right.await? && is_known)
    }

    /// Does the work when its turn has come. It keeps turn and place until it ends, also where
    /// nobody waits for it any more: what was begun takes its memory all the same.
    async fn in_turn<T: Send + 'static>(
        &self,
        place: Place,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let turn = Arc::clone(&self.turns).acquire_owned();
        let turn = turn.await.map_err(Fault::internal)?;
        let in_turn = move || {
            let _kept = (place, turn);
            work()
        };
        tokio::task::spawn_blocking(in_turn)
            .await
            .map_err(Fault::internal)
    }
}

/// The hash of a password that nobody has, at the same cost as others.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$QkFEQkFEQkFEQkFEQkFEMQ$\
                      2wnDgKDyAwMBJLYXDqkxLVRJdAJqDgs8cCKWzJ7Y0rE";

/// What is wrong with a password, if anything.
#[must_use]
pub fn complaint(password: &str) -> Option<String> {
    if password.chars().count() < SHORTEST {
        return Some(format!(
            "A password needs at least {SHORTEST} letters; a sentence is fine."
        ));
    }
    if password.len() > LONGEST {
        return Some(format!("A password has at most {LONGEST} bytes."));
    }
    password
        .contains('\0')
        .then(|| "A password has no NUL character.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_is_right() {
        let hasher = Hasher::default();
        let hash = hasher
            .hash("correct horse battery".to_owned())
            .await
            .unwrap();

        let right = "correct horse battery";
        for (password, hash, is_right) in [
            (right, Some(hash.clone()), true),
            ("correct horse batterz", Some(hash), false),
            (right, None, false),
        ] {
            let place = hasher.place().unwrap();
            let found = hasher.verify(place, password.to_owned(), hash).await;
            assert_eq!(found.unwrap(), is_right);
        }
    }

    #[tokio::test]
    async fn the_queue_is_full_once_its_places_are_taken() {
        let hasher = Hasher::default();
        let taken: Vec<_> = std::iter::from_fn(|| hasher.place()).take(1_000).collect();

        assert_eq!(taken.len(), AT_ONCE + WAITING);
        assert!(
            hasher
                .hash("correct horse battery".to_owned())
                .await
                .is_err()
        );
        drop(taken);
        assert!(hasher.place().is_some());
    }

    #[test]
    fn the_hash_of_nobody_costs_the_same() {
        let hash = PasswordHash::new(NOBODY).unwrap();

        assert_eq!(hash.params.to_string(), "m=19456,t=2,p=1");
    }
}
