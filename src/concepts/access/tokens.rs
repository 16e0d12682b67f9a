//! API tokens for programs: shown once, kept as a digest, ending by themselves.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use entity::ids::{TokenId, UserId};
use entity::{token, user};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};

use crate::app::App;
use crate::concepts::access::users;
use crate::concepts::access::viewer::Viewer;
use crate::kit::digest::sha256;
use crate::kit::fault::Fault;
use crate::kit::secret::random;

/// What every token begins with, so that one that leaked is recognised.
pub const PREFIX: &str = "rabta_";

/// Makes a token for a user, and answers its secret, which is nowhere kept.
///
/// # Errors
/// When there is no such user, or the database does not answer.
pub async fn create<C: ConnectionTrait>(
    conn: &C,
    app: &App,
    user_id: UserId,
    name: &str,
    days: i64,
) -> Result<String, Fault> {
    let user = user::Entity::find_by_id(user_id).one(conn).await?;
    let user = user.ok_or_else(|| Fault::internal("a token for a user who is not there"))?;
    let secret = format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random::<32>()));
    let now = app.clock.now();
    let row = token::Model {
        id: TokenId::from(app.ids.uuid(now)),
        user_id,
        name: name.to_owned(),
        digest: sha256(secret.as_bytes()),
        access_epoch: user.access_epoch,
        created_at: now,
        expires_at: now + TimeDelta::days(days),
        revoked_at: None,
    };
    row.into_active_model().insert(conn).await?;
    Ok(secret)
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
