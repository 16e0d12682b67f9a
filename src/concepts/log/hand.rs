//! By whose hand something is written: a user's, in her mutation, or that of whoever has the shell.
//! What administers is written once for both.

use std::future::Future;

use entity::ids::{RecordId, UserId};
use entity::record;
use sea_orm::{DatabaseTransaction, EntityTrait, FromQueryResult, ModelTrait, QuerySelect};

use crate::app::App;
use crate::concepts::access::Allowed;
use crate::concepts::log::image::Logged;
use crate::concepts::log::note::{Changed, note_changed};
use crate::concepts::log::save::{Whole, load, save};
use crate::concepts::log::shell;
use crate::concepts::log::tx::Tx;
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;

/// Somebody who writes.
pub trait Hand: Send {
    /// The server.
    fn app(&self) -> &App;

    /// To look things up within the transaction. What was inserted may not be there yet.
    fn conn(&self) -> &DatabaseTransaction;

    /// Whose sign-in it is; `None` at the shell.
    fn actor(&self) -> Option<UserId>;

    /// Adds a row that is no record.
    fn insert<M>(&mut self, row: &M) -> impl Future<Output = Result<(), Fault>> + Send
    where
        M: ModelTrait + Sync;

    /// Saves a new thing; at the shell as an act of its own.
    fn add<T: Logged + Sync>(
        &mut self,
        act: &'static str,
        row: T,
    ) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Saves a thing that was there with other facts in its row; at the shell as an act of its own.
    fn change<T: Logged + FromQueryResult + Sync>(
        &mut self,
        act: &'static str,
        before: T,
        after: T,
    ) -> impl Future<Output = Result<(), Fault>> + Send;

    /// Has the log say what was done to a user and what was changed of her, and keep what she is
    /// after it.
    fn tell(
        &mut self,
        act: &'static str,
        user: UserId,
        changed: Changed,
    ) -> impl Future<Output = Result<(), Fault>> + Send;
}

/// Whoever has the shell.
pub struct Shell<'a> {
    app: &'a App,
    tx: DatabaseTransaction,
}

impl<'a> Shell<'a> {
    /// Begins to write.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(app: &'a App) -> Result<Self, Fault> {
        let tx = app.db.begin().await?;
        Ok(Self { app, tx })
    }

    /// Keeps what was written.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn commit(self) -> Result<(), Fault> {
        Ok(self.tx.commit().await?)
    }
}

impl Hand for Shell<'_> {
    fn app(&self) -> &App {
        self.app
    }

    fn conn(&self) -> &DatabaseTransaction {
        &self.tx
    }

    fn actor(&self) -> Option<UserId> {
        None
    }

    async fn insert<M: ModelTrait + Sync>(&mut self, row: &M) -> Result<(), Fault> {
        let mut batch = Batch::default();
        batch.insert(row);
        batch.send(&self.tx).await
    }

    async fn add<T: Logged + Sync>(&mut self, act: &'static str, row: T) -> Result<(), Fault> {
        shell::save(self.app, &self.tx, act, &row).await
    }

    async fn change<T: Logged + FromQueryResult + Sync>(
        &mut self,
        act: &'static str,
        before: T,
        after: T,
    ) -> Result<(), Fault> {
        shell::change(self.app, &self.tx, act, &before, &after).await
    }

    async fn tell(
        &mut self,
        act: &'static str,
        user: UserId,
        changed: Changed,
    ) -> Result<(), Fault> {
        note_changed(self.app, &self.tx, act, user, changed).await
    }
}

/// A user in her mutation, with the right to it: all that she writes is one act.
pub struct Signed<'a> {
    tx: &'a mut Tx,
    allowed: Allowed,
}

impl<'a> Signed<'a> {
    /// With a right that she was given.
    #[must_use]
    pub fn new(tx: &'a mut Tx, allowed: Allowed) -> Self {
        Self { tx, allowed }
    }
}

impl Hand for Signed<'_> {
    fn app(&self) -> &App {
        self.tx.app()
    }

    fn conn(&self) -> &DatabaseTransaction {
        self.tx.conn()
    }

    fn actor(&self) -> Option<UserId> {
        Some(self.tx.viewer().actor())
    }

    async fn insert<M: ModelTrait + Sync>(&mut self, row: &M) -> Result<(), Fault> {
        self.tx.insert(row);
        Ok(())
    }

    async fn add<T: Logged + Sync>(&mut self, _act: &'static str, row: T) -> Result<(), Fault> {
        save(self.tx, &self.allowed, None, &Whole::alone(row)).await
    }

    async fn change<T: Logged + FromQueryResult + Sync>(
        &mut self,
        _act: &'static str,
        _before: T,
        after: T,
    ) -> Result<(), Fault> {
        let id: RecordId = after.record_id();
        record::Entity::find_by_id(id)
            .lock_exclusive()
            .one(self.tx.conn())
            .await?;
        let before = load::<T>(self.tx, id).await?;
        let after = Whole {
            row: after,
            ..before.clone()
        };
        save(self.tx, &self.allowed, Some(&before), &after).await
    }

    async fn tell(
        &mut self,
        _act: &'static str,
        user: UserId,
        changed: Changed,
    ) -> Result<(), Fault> {
        self.tx.touch_changed(user, changed);
        Ok(())
    }
}
