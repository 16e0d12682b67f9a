//! Attempts to sign in, counted by address: after wrong ones the wait grows with each.

use chrono::{DateTime, TimeDelta, Utc};
use entity::sign_in_throttle;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};

use crate::app::App;
use crate::kit::digest::keyed;
use crate::kit::fault::Fault;

/// How many wrong attempts cost nothing.
const FREE: i32 = 5;
/// The longest wait, in seconds.
const LONGEST: i64 = 15 * 60;
/// After how many days without one the attempts of an address are forgotten.
const REMEMBERED: i64 = 1;

/// How many seconds after its last wrong attempt an address waits: none for the first five,
/// then doubling from one second to a quarter of an hour.
#[must_use]
pub fn wait(failures: i32) -> i64 {
    match u32::try_from(failures - FREE) {
        Ok(doublings @ 0..10) => LONGEST.clamp(0, 1 << doublings),
        Ok(_) => LONGEST,
        Err(_) => 0,
    }
}

fn key(app: &App, email: &str) -> Vec<u8> {
    keyed(&app.keys.throttle, email.as_bytes())
}

/// How long an address must wait before the next attempt, in seconds; `None` when it need not.
///
/// # Errors
/// When the database does not answer.
pub async fn must_wait(app: &App, email: &str) -> Result<Option<i64>, Fault> {
    let found = sign_in_throttle::Entity::find_by_id(key(app, email))
        .one(app.db.reader())
        .await?;
    Ok(found.and_then(|row| left(app, &row)))
}

fn left(app: &App, row: &sign_in_throttle::Model) -> Option<i64> {
    let until = row.last_failure_at + TimeDelta::seconds(wait(row.failures));
    let left = (until - app.clock.now()).num_seconds();
    (until > app.clock.now()).then(|| left.clamp(1, LONGEST))
}

fn oldest(app: &App) -> DateTime<Utc> {
    app.clock.now() - TimeDelta::days(REMEMBERED)
}

/// Counts an attempt, whether or not there is such an address, before anything is known of it:
/// it counts as a wrong one until [`forget`] takes it back, so that of guesses that come together
/// no more are tried than one after the other. `None` when it may be tried; else nothing is
/// counted and this many seconds are to wait.
///
/// # Errors
/// When the database does not answer.
pub async fn count(app: &App, email: &str) -> Result<Option<i64>, Fault> {
    let tx = app.db.begin().await?;
    let first = sign_in_throttle::Model {
        key: key(app, email),
        failures: 0,
        last_failure_at: app.clock.now(),
    };
    let is_there = OnConflict::column(sign_in_throttle::Column::Key)
        .do_nothing()
        .to_owned();
    sign_in_throttle::Entity::insert(first.into_active_model())
        .on_conflict(is_there)
        .exec_without_returning(&tx)
        .await?;
    let row = sign_in_throttle::Entity::find_by_id(key(app, email))
        .lock_exclusive()
        .one(&tx)
        .await?;
    // Somebody signed in and took the row away between the two: nothing stands against this one.
    let row = row.unwrap_or(sign_in_throttle::Model {
        key: key(app, email),
        failures: 0,
        last_failure_at: app.clock.now(),
    });
    let is_old = row.last_failure_at < oldest(app);
    let failures = if is_old { 0 } else { row.failures };
    if let Some(seconds) = left(app, &row) {
        tx.rollback().await?;
        return Ok(Some(seconds));
    }
    sign_in_throttle::Entity::update_many()
        .col_expr(
            sign_in_throttle::Column::Failures,
            Expr::value(failures.saturating_add(1)),
        )
        .col_expr(
            sign_in_throttle::Column::LastFailureAt,
            Expr::value(app.clock.now()),
        )
        .filter(sign_in_throttle::Column::Key.eq(row.key))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(None)
}

/// Forgets the attempts of an address, after a right one, and those of other addresses that nobody
/// tried for a day, so that the table does not grow.
///
/// # Errors
/// When the database does not answer.
pub async fn forget<C: ConnectionTrait>(conn: &C, app: &App, email: &str) -> Result<(), Fault> {
    let is_old = sign_in_throttle::Column::LastFailureAt.lt(oldest(app));
    let is_hers = sign_in_throttle::Column::Key.eq(key(app, email));
    sign_in_throttle::Entity::delete_many()
        .filter(Condition::any().add(is_hers).add(is_old))
        .exec(conn)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::wait;

    #[test]
    fn the_wait_doubles_up_to_a_quarter_of_an_hour() {
        assert_eq!([0, 4, 5, 6, 9, 40].map(wait), [0, 0, 1, 2, 16, 900]);
    }
}
