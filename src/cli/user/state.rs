//! `rabta user disable` and `rabta user enable`.

use anyhow::Result;
use entity::enums::UserState;

use crate::app::App;
use crate::cli::Shared;
use crate::cli::open::{Purpose, open};
use crate::cli::output::refusal;
use crate::concepts::access::users::Whom;
use crate::concepts::administration::users;
use crate::concepts::log::Shell;

/// What came of changing somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It took effect.
    Done,
    /// She was in this state already.
    Already,
}

impl Settled {
    pub(super) fn of(is_news: bool) -> Self {
        if is_news { Self::Done } else { Self::Already }
    }
}

pub(super) async fn run(shared: &Shared, email: &str, state: UserState) -> Result<()> {
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    let settled = set_state(&opened.app, email, state).await?;
    match (state, settled) {
        (UserState::Active | UserState::Waiting, Settled::Already) => {
            eprintln!("{email} can sign in already.");
        }
        (UserState::Active | UserState::Waiting, Settled::Done) => eprintln!(
            "{email} can sign in again. Her sessions and tokens from before stay ended: make new \
             tokens with `rabta token create`."
        ),
        (UserState::Disabled, Settled::Already) => eprintln!("{email} was disabled already."),
        (UserState::Disabled, Settled::Done) => {
            eprintln!("{email} cannot sign in any more; her sessions and tokens have ended.");
        }
    }
    opened.close().await
}

/// Keeps a user out or lets her in again. Doing it twice is the same as doing it once.
///
/// # Errors
/// When there is no such user, she is the last administrator, or the database does not answer.
pub async fn set_state(app: &App, email: &str, state: UserState) -> Result<Settled> {
    let mut hand = Shell::begin(app).await?;
    let whom = Whom::Address(email.to_owned());
    let is_news = users::set_state(&mut hand, &whom, state).await;
    let is_news = is_news.map_err(refusal)?;
    hand.commit().await?;
    Ok(Settled::of(is_news))
}
