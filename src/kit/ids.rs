//! New ids: UUIDv7, random in service, the same on every run where a demo or a test asks for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// Where new ids and random bytes come from.
#[derive(Clone, Debug, Default)]
pub enum Ids {
    /// The operating system's randomness.
    #[default]
    Random,
    /// A counter under a seed, so that the same acts give the same ids.
    Seeded {
        /// What tells one such series from another.
        seed: u64,
        /// How many values were drawn.
        drawn: Arc<AtomicU64>,
    },
}

impl Ids {
    /// A series that begins anew with each call.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded {
            seed,
            drawn: Arc::default(),
        }
    }

    /// A new UUIDv7 whose time part is `at`.
    #[must_use]
    pub fn uuid(&self, at: DateTime<Utc>) -> Uuid {
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &self.bytes::<10>()).into_uuid()
    }

    /// Random bytes, for salts and ids. Secrets that open something come from
    /// [`crate::kit::secret::random`], which no seed can make predictable.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let Self::Seeded { seed, drawn } = self else {
            return crate::kit::secret::random();
        };
        let turn = drawn.fetch_add(1, Ordering::SeqCst);
        let hash = Sha256::new()
            .chain_update(seed.to_be_bytes())
            .chain_update(turn.to_be_bytes());
        let mut bytes = [0; N];
        for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
            *to = from;
        }
        bytes
    }
}

/// Whether `id` has the form of a UUIDv7, the only one that a client may make.
#[must_use]
pub fn is_v7(id: &Uuid) -> bool {
    id.get_version_num() == 7
}
