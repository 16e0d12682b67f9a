//! One mutation: a transaction, what it will insert, and what it says in the log.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::enums::Role;
use entity::ids::{EntryId, MemberId, PersonId, RecordId, UserId};
use entity::{log_sight, member, record, record_person, user};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::app::App;
use crate::concepts::access::Viewer;
use crate::concepts::access::visible::visible;
use crate::concepts::log::chain::append;
use crate::concepts::log::entry::{Change, Entry};
use crate::concepts::log::note::Changed;
use crate::kit::batch::Batch;
use crate::kit::fault::{Fault, FaultKind};
use crate::kit::graphql::id::{Kind, RecordKind, to_text};
use crate::kit::user_error::UserError;
use crate::kit::zone::day_of;

/// A transaction of one mutation. What it inserts is sent at commit, together.
pub struct Tx {
    pub(super) conn: DatabaseTransaction,
    pub(super) batch: Batch,
    pub(super) changes: Vec<Change>,
    pub(super) subject: Option<record::Model>,
    pub(super) refused: Vec<UserError>,
    pub(super) forbidden: Vec<String>,
    pub(super) touched: Vec<String>,
    pub(super) users: Vec<(UserId, Changed)>,
    /// Whose sight of which closed record began, or ended.
    pub(super) sights: Vec<(RecordId, PersonId, bool)>,
    pub(super) shown: Option<RecordId>,
    members: HashMap<MemberId, PersonId>,
    app: App,
    viewer: Arc<Viewer>,
    now: DateTime<Utc>,
}

impl Tx {
    /// Begins a mutation of a viewer.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(app: &App, viewer: Arc<Viewer>) -> Result<Self, Fault> {
        Ok(Self {
            conn: app.db.begin().await?,
            batch: Batch::default(),
            changes: Vec::new(),
            subject: None,
            refused: Vec::new(),
            forbidden: Vec::new(),
            touched: Vec::new(),
            users: Vec::new(),
            sights: Vec::new(),
            shown: None,
            members: HashMap::new(),
            now: app.clock.now(),
            app: app.clone(),
            viewer,
        })
    }

    /// The server.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Who writes.
    #[must_use]
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// The moment of the mutation, the same for all that it writes.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The day of the mutation in the caucus's zone.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        day_of(self.now)
    }

    /// To look things up within the transaction. What was inserted by this mutation is not
    /// there yet.
    #[must_use]
    pub fn conn(&self) -> &DatabaseTransaction {
        &self.conn
    }

    /// A new id.
    #[must_use]
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        I::from(self.app.ids.uuid(self.now))
    }

    /// The id that the client made, or a new one.
    #[must_use]
    pub fn id_or_new<I: RecordKind>(&self, made: Option<I>) -> I {
        made.unwrap_or_else(|| self.new_id())
    }

    /// Notes whose memberships the input names, so that each need not be looked up by itself.
    pub fn know_members(&mut self, members: impl IntoIterator<Item = (MemberId, PersonId)>) {
        self.members.extend(members);
    }

    /// The person behind a membership, if it is known already.
    #[must_use]
    pub fn known_person(&self, member: MemberId) -> Option<PersonId> {
        self.members.get(&member).copied()
    }

    /// Notes what was refused of a bulk act, while the rest takes effect.
    pub fn refuse_items(&mut self, errors: Vec<UserError>) {
        self.refused.extend(errors);
    }

    /// Notes on which record she may not do what she asked for; the log tells of it.
    pub fn forbid(&mut self, kind: Kind, record: RecordId) {
        self.forbidden.push(to_text(kind, record.0));
    }

    /// Names what the mutation was done to where that is no record, or where the record stays as
    /// it is; the log tells of it.
    pub fn touch<I: RecordKind>(&mut self, id: I) {
        self.touch_any(I::KIND, RecordId(id.uuid()));
    }

    /// The same for a record of a kind that only its id tells.
    pub fn touch_any(&mut self, kind: Kind, record: RecordId) {
        self.touched.push(to_text(kind, record.0));
    }

    /// Says what a refusal because of an older version shows, where that is no record.
    pub fn show(&mut self, id: RecordId) {
        self.shown = Some(id);
    }

    /// Names a user with what was changed of her; the log tells of it.
    pub fn touch_changed(&mut self, user: UserId, changed: Changed) {
        self.users.push((user, changed));
    }

    /// Adds a row of a table that is a part of a thing. Things themselves go through `save`.
    pub fn insert<M: sea_orm::ModelTrait>(&mut self, row: &M) {
        self.batch.insert(row);
    }

    /// Adds rows of a table that are parts of a thing.
    pub fn insert_all<M: sea_orm::ModelTrait>(&mut self, rows: &[M]) {
        for row in rows {
            self.insert(row);
        }
    }

    /// The row of a record that the viewer may see, locked until the mutation ends; the
    /// mutation is then about it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lock(&mut self, id: RecordId) -> Result<Option<record::Model>, Fault> {
        let found = record::Entity::find()
            .filter(record::Column::Id.eq(id))
            .filter(sees_record(&self.viewer))
            .lock_exclusive()
            .one(&self.conn)
            .await?;
        self.shown = found.as_ref().map(|record| record.id);
        self.subject.clone_from(&found);
        Ok(found)
    }

    /// The rows of the records that hang on one, locked until the mutation ends, so that what
    /// is read of them next is not overtaken.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lock_children(&self, parent: RecordId) -> Result<Vec<record::Model>, Fault> {
        Ok(record::Entity::find()
            .filter(record::Column::ParentId.eq(parent))
            .order_by_asc(record::Column::Id)
            .lock_exclusive()
            .all(&self.conn)
            .await?)
    }

    /// The record that [`Tx::lock`] found last.
    #[must_use]
    pub fn subject(&self) -> Option<&record::Model> {
        self.subject.as_ref()
    }

    /// The person who recorded what the mutation is about, or for whom somebody else did; `None`
    /// when the program did.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn recorder(&self) -> Result<Option<PersonId>, Fault> {
        let Some(record) = self.subject.as_ref() else {
            return Ok(None);
        };
        if let Some(member) = record.acting_for {
            let found = member::Entity::find_by_id(member).one(&self.conn).await?;
            return Ok(found.map(|row| row.person_id));
        }
        let Some(id) = record.recorded_by else {
            return Ok(None);
        };
        let found = user::Entity::find_by_id(id).one(&self.conn).await?;
        Ok(found.map(|user| user.person_id))
    }

    /// Whether the viewer is one of the people of a record.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_of_record(&self, id: RecordId) -> Result<bool, Fault> {
        let key = (id, self.viewer.person);
        Ok(record_person::Entity::find_by_id(key)
            .one(&self.conn)
            .await?
            .is_some())
    }

    /// Whether the viewer is one of the people of a record or of what it hangs on.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn is_of_record_or_parent(&self, record: &record::Model) -> Result<bool, Fault> {
        let of: Vec<RecordId> = [Some(record.id), record.parent_id]
            .into_iter()
            .flatten()
            .collect();
        let found = record_person::Entity::find()
            .filter(record_person::Column::PersonId.eq(self.viewer.person))
            .filter(record_person::Column::RecordId.is_in(of))
            .one(&self.conn)
            .await?;
        Ok(found.is_some())
    }

    /// The people of a record.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn people_of(&self, id: RecordId) -> Result<Vec<PersonId>, Fault> {
        let rows = record_person::Entity::find()
            .filter(record_person::Column::RecordId.eq(id))
            .all(&self.conn)
            .await?;
        Ok(rows.into_iter().map(|row| row.person_id).collect())
    }

    /// Sends what was gathered, with these entries, and ends the transaction.
    pub(super) async fn commit(mut self, entries: Vec<Entry>) -> Result<(), Fault> {
        let done = entries.last().map(|entry| entry.entry.id);
        append(&self.app, &self.conn, &mut self.batch, entries).await?;
        self.tell_sights(done);
        self.batch.send(&self.conn).await?;
        // A refused commit can come back after a crash, so "failed" may not be said of it.
        self.conn
            .commit()
            .await
            .map_err(|error| Fault::new(FaultKind::OutcomeUnknown, error))?;
        self.app.written.notify_one();
        Ok(())
    }

    /// Keeps whose sight began or ended by an entry; of who joined and left at once, neither.
    fn tell_sights(&mut self, entry_id: Option<EntryId>) {
        let sights = std::mem::take(&mut self.sights);
        for (record_id, person_id, is_joined) in &sights {
            let is_both = sights.contains(&(*record_id, *person_id, !is_joined));
            let Some(entry_id) = entry_id.filter(|_| !is_both) else {
                continue;
            };
            self.batch.insert(&log_sight::Model {
                entry_id,
                record_id: *record_id,
                person_id: *person_id,
                is_joined: *is_joined,
            });
        }
    }
}

/// Which record rows a viewer sees, whatever their kind. Partners write nothing, so their
/// scope does not matter here and they see none.
#[must_use]
pub fn sees_record(viewer: &Viewer) -> Condition {
    if viewer.is_partner() {
        return Condition::all().add(SimpleExpr::from(false));
    }
    let own = record::Column::Id.into_expr();
    let parent = record::Column::ParentId.into_expr();
    let seen = visible(viewer, record::Column::Audience, &[own, parent]);
    if viewer.role == Role::Coordinator {
        return seen;
    }
    // Who recorded it as a coordinator and is none any more sees it no longer.
    Condition::all()
        .add(seen)
        .add(record::Column::Kind.ne(Kind::Assessment.prefix()))
}
