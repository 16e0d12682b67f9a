//! `rabta user`: gives people access, and takes it away.

mod add;
mod change;
mod list;
mod make;
mod password;
mod reset;
mod state;
mod words;

use anyhow::Result;
use clap::{Args, Subcommand};
use entity::enums::UserState;

pub use crate::concepts::access::password::new_password;
pub use change::change;
pub use list::lines;
pub use make::{NewSignIn, Who, add};
pub use reset::reset_password;
pub use state::{Settled, set_state};

use crate::cli::Shared;
use crate::cli::open::{Purpose, open};

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Words {
    /// Let somebody sign in; without --password-stdin her password is made and printed, once
    Add(add::Add),
    /// List who may sign in: address, role, state, last sign-in, name, and what a partner may see
    List,
    /// Give somebody another role, language or address, or a partner other things to see; unless
    /// nothing but her language is another, her sessions and her tokens end with her next request
    Change(change::Change),
    /// Keep somebody out: her sessions and her tokens end with her next request
    Disable(Whom),
    /// Let somebody in again who was disabled; what she was signed in with stays ended
    Enable(Whom),
    /// Give somebody another password: her sessions and her tokens end with her next request, and
    /// she need not wait any more after wrong attempts
    ResetPassword(reset::Reset),
}

/// Whom it is about.
#[derive(Args, Debug)]
pub struct Whom {
    /// The address she signs in with
    #[arg(long)]
    email: String,
}

/// Runs the command.
///
/// # Errors
/// When the data cannot be opened, or what was given will not do.
pub async fn run(shared: &Shared, words: Words) -> Result<()> {
    match words {
        Words::Add(words) => add::run(shared, words).await,
        Words::Change(words) => change::run(shared, words).await,
        Words::List => {
            let opened = open(&shared.config()?, Purpose::Beside).await?;
            list::print(&opened.app).await?;
            opened.close().await
        }
        Words::Disable(whom) => state::run(shared, &whom.email, UserState::Disabled).await,
        Words::Enable(whom) => state::run(shared, &whom.email, UserState::Active).await,
        Words::ResetPassword(words) => reset::run(shared, words).await,
    }
}
