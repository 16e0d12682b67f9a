//! The head of the log: what to keep outside of the machine, so that even who has the machine and
//! its secret cannot take back what was written before.

use chrono::{DateTime, Utc};
use entity::log_origin;
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::app::App;
use crate::concepts::log::chain::append::last;
use crate::concepts::log::chain::link::Place;
use crate::kit::digest::canonical;
use crate::kit::fault::Fault;
use crate::kit::secret::{from_hex, hex};
use crate::kit::sign::is_signed;

/// How far the log went at a moment, signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Head {
    /// Whose log it is.
    pub log: Uuid,
    /// How many entries were linked.
    pub sequence: i64,
    /// The hash of the last link, in hexadecimal digits.
    pub hash: String,
    /// When this was said.
    pub at: DateTime<Utc>,
    /// The public half of the key that signs the log, in hexadecimal digits (Ed25519).
    pub public_key: String,
    /// Its signature of the rest, in hexadecimal digits.
    pub signature: String,
}

impl Head {
    /// The head as it is now; `None` while nothing was linked.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn now(app: &App) -> Result<Option<Self>, Fault> {
        let conn = app.db.reader();
        let Some(origin) = log_origin::Entity::find().one(conn).await? else {
            return Ok(None);
        };
        let place = match last(conn).await? {
            Some(link) => Place::at(&link),
            None => Place::origin(&origin),
        };
        let mut head = Self {
            log: origin.id,
            sequence: place.sequence,
            hash: hex(&place.hash),
            at: app.clock.now(),
            public_key: hex(&app.keys.log.public()),
            signature: String::new(),
        };
        head.signature = hex(&app.keys.log.sign(&head.signed()));
        Ok(Some(head))
    }

    /// Whether the key that it names has signed it.
    #[must_use]
    pub fn is_genuine(&self) -> bool {
        let key = from_hex(&self.public_key).unwrap_or_default();
        let signature = from_hex(&self.signature).unwrap_or_default();
        is_signed(&key, &self.signed(), &signature)
    }

    fn signed(&self) -> Vec<u8> {
        let said = json!({
            "log": self.log,
            "sequence": self.sequence,
            "hash": self.hash,
            "at": self.at,
            "publicKey": self.public_key,
        });
        format!("rabta head 1\n{}", canonical(&said)).into_bytes()
    }
}
