//! What an administrator does at the shell, where nobody is signed in: logged without an actor.

use entity::ids::{EntryId, PersonId};
use entity::{record, record_person};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect,
};

use crate::app::App;
use crate::concepts::log::chain::append;
use crate::concepts::log::entry::{self, Change, whose};
use crate::concepts::log::image::{Image, Logged};
use crate::kit::batch::Batch;
use crate::kit::fault::Fault;

/// Saves something new, with its record and an entry in the log.
///
/// # Errors
/// When the database does not answer.
pub async fn save<T: Logged>(
    app: &App,
    tx: &DatabaseTransaction,
    act: &str,
    row: &T,
) -> Result<(), Fault> {
    let mut batch = Batch::default();
    let record = record::Model {
        id: row.record_id(),
        kind: T::KIND.prefix().to_owned(),
        version: 1,
        facts_version: 1,
        audience: row.audience(),
        words_audience: row.words_audience(),
        recorded_at: row.recorded_at(),
        recorded_by: None,
        acting_for: None,
        confirmed_at: None,
        went_with_parent: false,
        words_withdrawn_at: None,
        archived_on: row.archived_on(),
        parent_id: None,
    };
    batch.insert(&record);
    batch.insert(row);
    batch.send(tx).await?;
    let parts = row.parts(tx).await?;
    let saved = (T::KIND, row.record_id(), 1);
    let change = Change::new(saved, &Image::default(), &Image::of(row, &parts)?, &app.ids);
    let change = change.seen(None, row).of(&whose(&record, &[]));
    keep(app, tx, act, change).await
}

/// Saves something that was there with other facts in its row, its parts and its audiences as they
/// were, and an entry in the log.
///
/// # Errors
/// When the database does not answer, or there is no such record.
pub async fn change<T: Logged>(
    app: &App,
    tx: &DatabaseTransaction,
    act: &str,
    before: &T,
    after: &T,
) -> Result<(), Fault> {
    let id = after.record_id();
    let further = |column| Expr::col(column).add(1);
    record::Entity::update_many()
        .col_expr(record::Column::Version, further(record::Column::Version))
        .col_expr(
            record::Column::FactsVersion,
            further(record::Column::FactsVersion),
        )
        .filter(record::Column::Id.eq(id))
        .exec(tx)
        .await?;
    T::Entity::update_many()
        .set(after.clone().into_active_model().reset_all())
        .filter(Expr::col("id").eq(id))
        .exec(tx)
        .await?;
    let found = record::Entity::find_by_id(id).one(tx).await?;
    let found = found.ok_or_else(|| Fault::internal("a row without its record"))?;
    let parts = after.parts(tx).await?;
    let saved = (T::KIND, id, found.version);
    let (was, is) = (Image::of(before, &parts)?, Image::of(after, &parts)?);
    let change = Change::new(saved, &was, &is, &app.ids);
    let people = record_person::Entity::find()
        .select_only()
        .column(record_person::Column::PersonId)
        .filter(record_person::Column::RecordId.eq(id))
        .into_tuple::<PersonId>()
        .all(tx)
        .await?;
    let change = change.seen(Some(before), after).of(&whose(&found, &people));
    keep(app, tx, act, change).await
}

async fn keep(app: &App, tx: &DatabaseTransaction, act: &str, change: Change) -> Result<(), Fault> {
    let now = app.clock.now();
    let id = EntryId::from(app.ids.uuid(now));
    let entry = entry::done(id, now, (None, None), act, None, &[change]);
    let mut batch = Batch::default();
    append(app, tx, &mut batch, vec![entry]).await?;
    batch.send(tx).await
}
