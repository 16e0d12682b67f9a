//! `rabta user reset-password`.

use anyhow::Result;
use clap::Args;
use entity::enums::UserState;

use crate::app::App;
use crate::cli::Shared;
use crate::cli::open::{Purpose, open};
use crate::cli::output::refusal;
use crate::cli::user::password::Password;
use crate::concepts::access::password::Hashed;
use crate::concepts::access::users::Whom;
use crate::concepts::administration::users;
use crate::concepts::log::Shell;

/// Whose password is made anew.
#[derive(Args, Debug)]
pub struct Reset {
    /// The address she signs in with
    #[arg(long)]
    email: String,
    /// Read the new password from standard input, up to the end of the line
    #[arg(long)]
    password_stdin: bool,
}

pub(super) async fn run(shared: &Shared, words: Reset) -> Result<()> {
    let password = Password::read_or_new(words.password_stdin)?;
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    let state = reset_password(&opened.app, &words.email, password.text.clone()).await?;
    eprintln!(
        "{} has another password; her sessions and tokens have ended.",
        words.email
    );
    if state == UserState::Disabled {
        eprintln!("She is disabled: `rabta user enable` lets her in.");
    }
    password.show()?;
    opened.close().await
}

/// Gives a user another password, ends what she was signed in with and what she must wait for
/// after wrong attempts. Answers whether she may sign in with it.
///
/// # Errors
/// When there is no such user, the password will not do, or the database does not answer.
pub async fn reset_password(app: &App, email: &str, password: String) -> Result<UserState> {
    let password = Hashed::new(app, password).await.map_err(refusal)?;
    let mut hand = Shell::begin(app).await?;
    let whom = Whom::Address(email.to_owned());
    let state = users::reset_password(&mut hand, &whom, password).await;
    let state = state.map_err(refusal)?;
    hand.commit().await?;
    Ok(state)
}
