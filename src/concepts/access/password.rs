//! Passwords: their rules, and hashes made a few at a time so that a storm of sign-ins does not
//! eat the memory.

use std::sync::Arc;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use crate::kit::fault::{Fault, FaultKind};

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

impl Hasher {
    /// The hash to keep, in the PHC string format.
    ///
    /// # Errors
    /// When too many wait already.
    pub async fn hash(&self, password: String) -> Result<String, Fault> {
        self.in_turn(move || {
            let hash: Result<argon2::password_hash::phc::PasswordHash, _> =
                Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string())
                .map_err(|error| Fault::internal(error.to_string()))
        })
        .await?
    }

    /// Whether a password is the one that was hashed. Without a hash it takes as long and
    /// answers no, so that the wait does not tell whether there is such a user.
    ///
    /// # Errors
    /// When too many wait already.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool, Fault> {
        if password.len() > LONGEST {
            return Ok(false);
        }
        let is_known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.to_owned());
        let is_right = self
            .in_turn(move || {
                PasswordHash::new(&hash).is_ok_and(|hash| {
                    Argon2::default()
                        .verify_password(password.as_bytes(), &hash)
                        .is_ok()
                })
            })
            .await?;
        Ok(is_right && is_known)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let busy = |error| Fault::new(FaultKind::Unavailable, error);
        let _place = self.places.try_acquire().map_err(busy)?;
        let _turn = self.turns.acquire().await.map_err(Fault::internal)?;
        tokio::task::spawn_blocking(work)
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

        assert!(
            hasher
                .verify("correct horse battery".to_owned(), Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(
            !hasher
                .verify("correct horse batterz".to_owned(), Some(hash))
                .await
                .unwrap()
        );
        assert!(
            !hasher
                .verify("correct horse battery".to_owned(), None)
                .await
                .unwrap()
        );
    }

    #[test]
    fn the_hash_of_nobody_costs_the_same() {
        let hash = PasswordHash::new(NOBODY).unwrap();

        assert_eq!(hash.params.to_string(), "m=19456,t=2,p=1");
    }
}
