//! API tokens for programs: shown once, kept as a digest, ending by themselves.

use std::ops::RangeInclusive;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use entity::enums::UserState;
use entity::ids::{TokenId, UserId};
use entity::{token, user};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, Set,
};

use crate::app::App;
use crate::concepts::access::users;
use crate::concepts::access::viewer::Viewer;
use crate::concepts::log::Hand;
use crate::kit::check::Check;
use crate::kit::digest::sha256;
use crate::kit::fault::Fault;
use crate::kit::secret::random;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

/// How many days a token may last.
pub const DAYS: RangeInclusive<i64> = 1..=366;

/// What every token begins with, so that one that leaked is recognised.
pub const PREFIX: &str = "rabta_";

/// The secret of a token, which is nowhere kept.
#[must_use]
pub fn secret() -> String {
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random::<32>()))
}

/// A token to be made.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// Its id.
    pub id: TokenId,
    /// Its secret, from [`secret`].
    pub secret: String,
    /// What it is for.
    pub name: String,
    /// In how many days it ends.
    pub days: i64,
}

/// Makes a token for a user.
///
/// # Errors
/// When the name or the days will not do, she is disabled, or the database does not answer.
pub async fn create(
    hand: &mut impl Hand,
    user: &user::Model,
    new: NewToken,
) -> Result<(), WriteError> {
    let root = Path::root();
    let mut check = Check::default();
    let name = check.line(&root.field("name"), &new.name);
    if !DAYS.contains(&new.days) {
        let (least, most) = (DAYS.start(), DAYS.end());
        let message = format!("A token lasts {least} to {most} days.");
        check.refuse(UserErrorCode::OutOfRange, &root.field("days"), message);
    }
    if user.state == UserState::Disabled {
        let message = "She is disabled, and so would her token be. Let her in first.";
        check.refuse(
            UserErrorCode::InvalidTransition,
            &root.field("userId"),
            message,
        );
    }
    let name = check.done_with(name)?;
    let now = hand.app().clock.now();
    let row = token::Model {
        id: new.id,
        user_id: user.id,
        name,
        digest: sha256(new.secret.as_bytes()),
        access_epoch: user.access_epoch,
        created_at: now,
        expires_at: now + TimeDelta::days(new.days),
        revoked_at: None,
    };
    Ok(hand.insert(&row).await?)
}

/// The tokens of a user, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_user<C: ConnectionTrait>(
    conn: &C,
    user_id: UserId,
) -> Result<Vec<token::Model>, Fault> {
    Ok(token::Entity::find()
        .filter(token::Column::UserId.eq(user_id))
        .order_by_desc(token::Column::CreatedAt)
        .order_by_desc(token::Column::Id)
        .all(conn)
        .await?)
}

/// What has become of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A program may act with it.
    Holds,
    /// It was revoked.
    Revoked,
    /// Its last day is over.
    Ended,
    /// Its user was disabled or given another password after it was made.
    Void,
}

/// What has become of a token of a user.
#[must_use]
pub fn state(token: &token::Model, user: &user::Model, now: DateTime<Utc>) -> State {
    if token.revoked_at.is_some() {
        State::Revoked
    } else if token.expires_at <= now {
        State::Ended
    } else if token.access_epoch != user.access_epoch {
        State::Void
    } else {
        State::Holds
    }
}

/// As whom a program acts with a token; `None` when there is no such token.
///
/// # Errors
/// When the database does not answer.
pub async fn owner(tx: &DatabaseTransaction, id: TokenId) -> Result<Option<UserId>, Fault> {
    let found = token::Entity::find_by_id(id).one(tx).await?;
    Ok(found.map(|token| token.user_id))
}

/// Ends a token of a user who is locked; false when there is none that was not revoked already.
///
/// # Errors
/// When the database does not answer.
pub async fn revoke(tx: &DatabaseTransaction, app: &App, id: TokenId) -> Result<bool, Fault> {
    let holds = token::Column::RevokedAt.is_null();
    let found = token::Entity::find_by_id(id).filter(holds).one(tx).await?;
    let Some(found) = found else {
        return Ok(false);
    };
    let mut row = found.into_active_model();
    row.revoked_at = Set(Some(app.clock.now()));
    row.update(tx).await?;
    Ok(true)
}

/// Who a token stands for, if it holds.
///
/// # Errors
/// When the database does not answer.
pub async fn viewer(app: &App, secret: &str) -> Result<Option<Viewer>, Fault> {
    let conn = app.db.reader();
    let by = token::Entity::find().filter(token::Column::Digest.eq(sha256(secret.as_bytes())));
    let found = users::sign_in(conn, by, token::Column::UserId).await?;
    let now = app.clock.now();
    match found.filter(|found| found.by.revoked_at.is_none() && found.by.expires_at > now) {
        Some(found) => {
            let epoch = found.by.access_epoch;
            users::viewer_by(conn, found, epoch).await
        }
        None => Ok(None),
    }
}
