//! Entries of what touches no record: a sign-in, a token given.

use entity::ids::{EntryId, RecordId, UserId};
use entity::log_private;
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};

use crate::app::App;
use crate::concepts::log::chain::append;
use crate::concepts::log::entry::{self, commitment, salted};
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::to_id;
use crate::kit::ids::Ids;

/// Notes an act within its transaction; without an actor it was done at the shell. What it was
/// done to, such as a user or a token, is named by its ids as the API writes them.
///
/// # Errors
/// When the database does not answer.
pub async fn note<C: ConnectionTrait>(
    app: &App,
    conn: &C,
    actor: Option<UserId>,
    act: &str,
    on: &[String],
) -> Result<(), Fault> {
    let mut batch = Batch::default();
    let now = app.clock.now();
    let id = EntryId::from(app.ids.uuid(now));
    let mut noted = entry::done(id, now, (actor, None), act, None, &[]);
    noted.say(entry::named(on));
    append(app, conn, &mut batch, vec![noted]).await?;
    batch.send(conn).await
}

/// What an act changed of a user, who is no record: each field with its value before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// What may stay for ever.
    pub open: Map<String, Value>,
    /// What can be erased.
    pub closed: Map<String, Value>,
}

impl Changed {
    /// What differs between the values of a user before and after, open ones and closed ones.
    #[must_use]
    pub fn between(
        [open_before, open]: [Map<String, Value>; 2],
        [closed_before, closed]: [Map<String, Value>; 2],
    ) -> Self {
        let both = |before: Map<String, Value>, after: Map<String, Value>| {
            let changed = after
                .into_iter()
                .filter(|(name, value)| before.get(name) != Some(value));
            let both = |(name, after)| {
                let both = json!({ "before": before.get(&name), "after": after });
                (name, both)
            };
            changed.map(both).collect()
        };
        Self {
            open: both(open_before, open),
            closed: both(closed_before, closed),
        }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.closed.is_empty()
    }

    /// What an entry says of it, and what lies beside the entry and can be erased.
    pub(super) fn said(
        self,
        entry_id: EntryId,
        user: UserId,
        ids: &Ids,
    ) -> (Value, log_private::Model) {
        let content = salted(self.closed, ids);
        let closed = content.iter();
        let closed: Map<_, _> = closed
            .map(|(name, salted)| (name.clone(), commitment(salted).into()))
            .collect();
        let said = json!({ "record": to_id(user).0, "fields": self.open, "closed": closed });
        let private = log_private::Model {
            entry_id,
            record_id: RecordId(user.0),
            salt: ids.bytes::<16>().to_vec(),
            content: Value::Object(content),
        };
        (said, private)
    }
}

/// Notes an act on a user at the shell, with what it changed of her.
///
/// # Errors
/// When the database does not answer.
pub async fn note_changed<C: ConnectionTrait>(
    app: &App,
    conn: &C,
    act: &str,
    user: UserId,
    changed: Changed,
) -> Result<(), Fault> {
    let mut batch = Batch::default();
    let now = app.clock.now();
    let id = EntryId::from(app.ids.uuid(now));
    let mut noted = entry::done(id, now, (None, None), act, None, &[]);
    let (said, private) = changed.said(id, user, &app.ids);
    noted.say([said]);
    noted.private.push(private);
    append(app, conn, &mut batch, vec![noted]).await?;
    batch.send(conn).await
}
