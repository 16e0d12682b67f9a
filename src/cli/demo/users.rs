//! The demo's users. Their names are invented, their passwords and tokens new each time.

use anyhow::{Context, Result};
use entity::enums::{Language, Role};
use serde::Serialize;

use crate::app::App;
use crate::cli::demo::words::{Both, INVENTED, INVENTED_UR};
use crate::cli::token;
use crate::cli::user::{self, NewSignIn, Who, new_password};
use crate::concepts::access::{Scope, Viewer, users};

/// How long the tokens last, in days: longer than a demo.
const DAYS: i64 = 30;

/// How one signs in.
#[derive(Clone, Debug, Serialize)]
pub struct Login {
    /// What she may do.
    pub role: Role,
    /// Her address.
    pub email: String,
    /// Her password.
    pub password: String,
    /// A token for programs.
    pub token: String,
}

/// Somebody who signs in, while the demo is filled.
#[derive(Clone, Debug)]
pub struct User {
    /// As the server knows her.
    pub viewer: Viewer,
    password: String,
}

/// A sign-in to be made.
pub struct New {
    /// What stands before the @.
    pub address: &'static str,
    /// Who she is.
    pub who: Who,
    /// Her role.
    pub role: Role,
    /// The language she reads.
    pub language: Language,
    /// What a partner may see.
    pub scope: Scope,
}

/// Somebody of whom nothing but her invented name is known.
#[must_use]
pub fn stranger((en, ur): Both) -> Who {
    Who::New {
        en: Some(format!("{en} {INVENTED}")),
        ur: Some(format!("{ur} {INVENTED_UR}")),
    }
}

/// Makes a sign-in.
///
/// # Errors
/// When the database does not answer.
pub async fn add(app: &App, new: New) -> Result<User> {
    let password = new_password();
    let new = NewSignIn {
        email: format!("{}@demo.example", new.address),
        password: password.clone(),
        who: new.who,
        role: new.role,
        language: new.language,
        scope: new.scope,
    };
    let id = user::add(app, new).await?;
    let viewer = users::viewer(app.db.writer(), id, 1).await?;
    let viewer = viewer.context("a user who was just made is not there")?;
    Ok(User { viewer, password })
}

/// Gives a user a token, which holds from now on.
///
/// # Errors
/// When the database does not answer.
pub async fn login(app: &App, user: User) -> Result<Login> {
    let token = token::create(app, &user.viewer.email, "demo", DAYS).await?;
    Ok(Login {
        role: user.viewer.role,
        email: user.viewer.email,
        password: user.password,
        token,
    })
}
