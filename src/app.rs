//! What the running server is made of, handed to every request.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::concepts::access::password::Hasher;
use crate::concepts::changes::looked::Looked;
use crate::kit::clock::Clock;
use crate::kit::db::Db;
use crate::kit::ids::Ids;
use crate::kit::secret::Keys;

/// The parts that every request shares.
#[derive(Clone, Debug)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    /// New ids.
    pub ids: Ids,
    /// Keys derived from the root secret.
    pub keys: Keys,
    /// Hashes passwords, a few at a time.
    pub hasher: Hasher,
    /// Told of every entry that was committed.
    pub written: Arc<Notify>,
    /// How far the feed was looked through for whom.
    pub looked: Looked,
}

impl App {
    /// A server on a database, with the machine's clock and random ids.
    #[must_use]
    pub fn new(db: Db, keys: Keys) -> Self {
        Self {
            db,
            clock: Clock::System,
            ids: Ids::Random,
            keys,
            hasher: Hasher::default(),
            written: Arc::default(),
            looked: Looked::default(),
        }
    }
}
