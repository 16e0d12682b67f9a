//! `rabta user disable` and `rabta user enable`.

use anyhow::Result;
use entity::enums::{Role, UserState};

use crate::app::App;
use crate::cli::Shared;
use crate::cli::open::{Purpose, open};
use crate::cli::user::found;
use crate::concepts::access::users;
use crate::concepts::log::note;
use crate::kit::graphql::id::to_id;

/// What came of disabling or enabling somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It took effect.
    Done,
    /// It took effect, and no administrator can sign in any more.
    NoAdministrator,
    /// She was in this state already.
    Already,
}

pub(super) async fn run(shared: &Shared, email: &str, state: UserState) -> Result<()> {
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    let settled = set_state(&opened.app, email, state).await?;
    match (state, settled) {
        (UserState::Active, Settled::Already) => eprintln!("{email} can sign in already."),
        (UserState::Active, _) => eprintln!(
            "{email} can sign in again. Her sessions and tokens from before stay ended: make new \
             tokens with `rabta token create`."
        ),
        (UserState::Disabled, Settled::Already) => eprintln!("{email} was disabled already."),
        (UserState::Disabled, _) => {
            eprintln!("{email} cannot sign in any more; her sessions and tokens have ended.");
        }
    }
    if settled == Settled::NoAdministrator {
        eprintln!(
            "No administrator can sign in now. `rabta user enable` or `rabta user add --role \
             admin` lets one in."
        );
    }
    opened.close().await
}

/// Keeps a user out or lets her in again. Doing it twice is the same as doing it once.
///
/// # Errors
/// When there is no such user, or the database does not answer.
pub async fn set_state(app: &App, email: &str, state: UserState) -> Result<Settled> {
    let tx = app.db.begin().await?;
    let user = found(&tx, email).await?;
    if !users::set_state(&tx, &user, state).await? {
        return Ok(Settled::Already);
    }
    let act = match state {
        UserState::Active => "enableUser",
        UserState::Disabled => "disableUser",
    };
    note(app, &tx, None, act, &[to_id(user.id).0]).await?;
    let is_last = state == UserState::Disabled
        && user.role == Role::Admin
        && users::admins_left(&tx).await? == 0;
    tx.commit().await?;
    Ok(if is_last {
        Settled::NoAdministrator
    } else {
        Settled::Done
    })
}
