//! Signing in by password, and the session that a cookie stands for.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use entity::enums::{Role, UserState};
use entity::{session, user};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use crate::app::App;
use crate::concepts::access::throttle;
use crate::concepts::access::users::{self, normalise};
use crate::concepts::access::viewer::Viewer;
use crate::concepts::log::note;
use crate::kit::digest::sha256;
use crate::kit::fault::Fault;
use crate::kit::secret::random;

/// How long a session lasts, in days.
pub const DAYS: i64 = 30;

/// How the log calls a sign-in.
pub const SIGN_IN: &str = "signIn";

/// What came of an attempt to sign in.
#[derive(Debug)]
pub enum SignIn {
    /// She is signed in.
    Done {
        /// The secret for the cookie.
        secret: String,
        /// Her role.
        role: Role,
    },
    /// She waits for a coordinator to let her in; said only to who has the password.
    Waiting,
    /// Address and password do not belong together, or she may not sign in: the same answer.
    Wrong,
    /// Too many wrong attempts; this many seconds are to wait.
    TooMany(i64),
    /// Too many sign in at once; nothing was tried.
    Busy,
}

/// Signs somebody in: the one way to try a password, so that every door shares what may be tried.
/// Unknown, disabled and known users take the same time to refuse.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_in(app: &App, email: &str, password: String) -> Result<SignIn, Fault> {
    let email = normalise(email);
    // Who must wait takes no place in the queue, and for whom there is no place is not counted.
    if let Some(seconds) = throttle::must_wait(app, &email).await? {
        return Ok(SignIn::TooMany(seconds));
    }
    let Some(place) = app.hasher.place() else {
        return Ok(SignIn::Busy);
    };
    if let Some(seconds) = throttle::count(app, &email).await? {
        return Ok(SignIn::TooMany(seconds));
    }
    let found = user::Entity::find()
        .filter(user::Column::Email.eq(&email))
        .one(app.db.reader())
        .await?;
    let found = found.filter(|user| user.state != UserState::Disabled);
    let hash = found.as_ref().and_then(|user| user.password_hash.clone());
    let is_right = app.hasher.verify(place, password, hash).await?;
    let Some(user) = found.filter(|_| is_right) else {
        return Ok(SignIn::Wrong);
    };
    throttle::forget(app.db.writer(), app, &email).await?;
    if user.state == UserState::Waiting {
        return Ok(SignIn::Waiting);
    }
    let secret = begin(app, &user).await?;
    Ok(SignIn::Done {
        secret,
        role: user.role,
    })
}

async fn begin(app: &App, user: &user::Model) -> Result<String, Fault> {
    let secret = URL_SAFE_NO_PAD.encode(random::<32>());
    let now = app.clock.now();
    let row = session::Model {
        digest: sha256(secret.as_bytes()),
        user_id: user.id,
        access_epoch: user.access_epoch,
        created_at: now,
        expires_at: now + TimeDelta::days(DAYS),
        last_seen_at: now,
    };
    let tx = app.db.begin().await?;
    let is_over = session::Column::ExpiresAt.lte(now);
    session::Entity::delete_many()
        .filter(is_over)
        .exec(&tx)
        .await?;
    row.into_active_model().insert(&tx).await?;
    note(app, &tx, Some(user.id), SIGN_IN).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Who a cookie stands for, if its session still holds.
///
/// # Errors
/// When the database does not answer.
pub async fn viewer(app: &App, secret: &str) -> Result<Option<Viewer>, Fault> {
    let conn = app.db.reader();
    let by = session::Entity::find_by_id(sha256(secret.as_bytes()));
    let found = users::sign_in(conn, by, session::Column::UserId).await?;
    match found.filter(|found| found.by.expires_at > app.clock.now()) {
        Some(found) => {
            let epoch = found.by.access_epoch;
            users::viewer_by(conn, found, epoch).await
        }
        None => Ok(None),
    }
}

/// Ends a session; one that is not there is ended already.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_out(app: &App, secret: &str) -> Result<(), Fault> {
    let digest = sha256(secret.as_bytes());
    let tx = app.db.begin().await?;
    if let Some(session) = session::Entity::find_by_id(digest.clone()).one(&tx).await? {
        session::Entity::delete_by_id(digest).exec(&tx).await?;
        note(app, &tx, Some(session.user_id), "signOut").await?;
    }
    tx.commit().await?;
    Ok(())
}
