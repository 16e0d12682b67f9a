//! Entries of what touches no record: a sign-in, a user who is changed, a token given.

use entity::ids::{EntryId, RecordId, UserId};
use entity::log_private;
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};

use crate::app::App;
use crate::concepts::access::users::image::{Kept, keep};
use crate::concepts::log::chain::append;
use crate::concepts::log::entry::{self, commitment, digest, salted};
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::to_id;
use crate::kit::ids::Ids;

/// Notes an act of a user within its transaction that touches nothing of the record, such as that
/// she signed in.
///
/// # Errors
/// When the database does not answer.
pub async fn note<C: ConnectionTrait>(
    app: &App,
    conn: &C,
    actor: Option<UserId>,
    act: &str,
) -> Result<(), Fault> {
    let mut batch = Batch::default();
    let now = app.clock.now();
    let id = EntryId::from(app.ids.uuid(now));
    let entry = entry::done(id, now, (actor, None), act, None, &[]);
    append(app, conn, &mut batch, vec![entry]).await?;
    batch.send(conn).await
}

/// What an act changed of a user, who is no record: each field with its value before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// What may stay for ever.
    pub open: Map<String, Value>,
    /// What can be erased.
    pub closed: Map<String, Value>,
    /// What of hers it was done to, such as a token, by its id.
    pub named: Option<String>,
}

impl Changed {
    /// Something of hers was made or ended.
    #[must_use]
    pub fn named(id: String) -> Self {
        Self {
            named: Some(id),
            ..Self::default()
        }
    }

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
            named: None,
        }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.open.is_empty() && self.closed.is_empty()
    }

    /// What an entry says of it, with what commits to all that the user now is, and what lies beside
    /// the entry and can be erased.
    pub(super) fn said(
        self,
        entry_id: EntryId,
        user: &Kept,
        ids: &Ids,
    ) -> (Vec<Value>, log_private::Model) {
        let content = salted(self.closed, ids);
        let closed = content.iter();
        let closed: Map<_, _> = closed
            .map(|(name, salted)| (name.clone(), commitment(salted).into()))
            .collect();
        let salt = ids.bytes::<16>();
        let mut said = vec![json!({
            "record": to_id(user.id).0,
            "version": user.version,
            "fields": self.open,
            "closed": closed,
            "digest": digest(&user.image, &salt),
        })];
        said.extend(entry::named(self.named.as_slice()));
        let private = log_private::Model {
            entry_id,
            record_id: RecordId(user.id.0),
            salt: salt.to_vec(),
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
    let (said, private) = changed.said(id, &keep(conn, user).await?, &app.ids);
    noted.say(said);
    noted.private.push(private);
    append(app, conn, &mut batch, vec![noted]).await?;
    batch.send(conn).await
}
