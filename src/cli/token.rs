//! `rabta token`: gives programs access.

use anyhow::{Context, Result};
use clap::{Args, Subcommand};
use entity::user;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::app::App;
use crate::cli::open::{Purpose, open};
use crate::cli::{Shared, output};
use crate::concepts::access::{tokens, users};
use crate::concepts::log::shell;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Words {
    /// Make a token with which a program acts as a user; it is printed, once
    Create(Create),
}

/// The token to make.
#[derive(Args, Debug)]
pub struct Create {
    /// The address of the user for whom it acts
    #[arg(long)]
    email: String,
    /// What it is for
    #[arg(long)]
    name: String,
    /// In how many days it ends
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(i64).range(1..=366))]
    days: i64,
}

/// Runs the command.
///
/// # Errors
/// When the data cannot be opened, or there is no such user.
pub async fn run(shared: &Shared, Words::Create(words): Words) -> Result<()> {
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    let secret = create(&opened.app, &words.email, &words.name, words.days).await?;
    eprintln!(
        "The token, which is shown this once and ends in {} days:",
        words.days
    );
    output::print(&secret)?;
    opened.close().await
}

/// Makes a token for the user with this address, and answers its secret.
///
/// # Errors
/// When there is no such user, or the database does not answer.
pub async fn create(app: &App, email: &str, name: &str, days: i64) -> Result<String> {
    let tx = app.db.begin().await?;
    let of_her = user::Column::Email.eq(users::normalise(email));
    let found = user::Entity::find().filter(of_her).one(&tx).await?;
    let user = found.with_context(|| format!("there is no user with the address {email}"))?;
    let secret = tokens::create(&tx, app, user.id, name, days).await?;
    shell::note(app, &tx, "createToken").await?;
    tx.commit().await?;
    Ok(secret)
}
