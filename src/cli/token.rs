//! `rabta token`: gives programs access, and takes it away.

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use entity::ids::TokenId;
use entity::{token, user};

use crate::app::App;
use crate::cli::open::{Purpose, open};
use crate::cli::output::{aligned, minute, refusal};
use crate::cli::{Shared, output};
use crate::concepts::access::tokens::{self, NewToken, State};
use crate::concepts::access::users::Whom;
use crate::concepts::administration;
use crate::concepts::log::Shell;
use crate::kit::graphql::id::{parse, to_id};

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Words {
    /// Make a token with which a program acts as a user; it is printed, once
    Create(Create),
    /// List the tokens of a user: id, when it was made, when it ends, whether it holds, name; void
    /// is one whose user was disabled or given another password since
    List {
        /// The address of the user for whom they act
        #[arg(long)]
        email: String,
    },
    /// End a token: it is refused at the next request
    Revoke {
        /// Its id, as `rabta token list` says it
        #[arg(value_name = "ID")]
        id: String,
    },
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
/// When the data cannot be opened, or there is no such user or token.
pub async fn run(shared: &Shared, words: Words) -> Result<()> {
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    match words {
        Words::Create(Create { email, name, days }) => {
            let secret = create(&opened.app, &email, &name, days).await?;
            eprintln!("The token, which is shown this once and ends in {days} days:");
            output::print(&secret)?;
        }
        Words::List { email } => {
            let lines = lines(&opened.app, &email).await?;
            if lines.is_empty() {
                eprintln!("{email} has no tokens.");
            }
            for line in lines {
                output::print(&line)?;
            }
        }
        Words::Revoke { id } => {
            let said = if revoke(&opened.app, &id).await? {
                "is revoked."
            } else {
                "was revoked already."
            };
            eprintln!("{id} {said}");
        }
    }
    opened.close().await
}

/// Makes a token for the user with this address, and answers its secret.
///
/// # Errors
/// When there is no such user, she is disabled, the name will not do, or the database does not answer.
pub async fn create(app: &App, email: &str, name: &str, days: i64) -> Result<String> {
    let new = NewToken {
        id: TokenId::from(app.ids.uuid(app.clock.now())),
        secret: tokens::secret(),
        name: name.to_owned(),
        days,
    };
    let secret = new.secret.clone();
    let mut hand = Shell::begin(app).await?;
    let whom = Whom::Address(email.to_owned());
    let made = administration::tokens::create(&mut hand, &whom, new).await;
    made.map_err(refusal)?;
    hand.commit().await?;
    Ok(secret)
}

/// The tokens of the user with this address, a line each below a line of headings.
///
/// # Errors
/// When there is no such user, or the database does not answer.
pub async fn lines(app: &App, email: &str) -> Result<Vec<String>> {
    let tx = app.db.begin().await?;
    let user = Whom::Address(email.to_owned()).find(&tx).await;
    let user = user.map_err(refusal)?;
    let tokens = tokens::of_user(&tx, user.id).await?;
    tx.rollback().await?;
    if tokens.is_empty() {
        return Ok(Vec::new());
    }
    let headings = ["ID", "MADE", "ENDS", "STATE", "NAME"].map(ToOwned::to_owned);
    let now = app.clock.now();
    let rows = tokens.iter().map(|token| row(token, &user, now));
    Ok(aligned(std::iter::once(headings).chain(rows)))
}

fn row(token: &token::Model, user: &user::Model, now: DateTime<Utc>) -> [String; 5] {
    let state = match tokens::state(token, user, now) {
        State::Holds => "holds",
        State::Revoked => "revoked",
        State::Ended => "ended",
        State::Void => "void",
    };
    [
        to_id(token.id).0,
        minute(token.created_at),
        minute(token.expires_at),
        state.to_owned(),
        token.name.clone(),
    ]
}

/// Ends the token with this id. False when it was revoked already.
///
/// # Errors
/// When there is no such token, or the database does not answer.
pub async fn revoke(app: &App, id: &str) -> Result<bool> {
    let token: TokenId = parse(&id.into())
        .map_err(anyhow::Error::msg)
        .context("`rabta token list` says the ids of tokens")?;
    let mut hand = Shell::begin(app).await?;
    let is_news = administration::tokens::revoke(&mut hand, token).await;
    let is_news = is_news
        .map_err(refusal)
        .context("`rabta token list` says the ids of tokens")?;
    hand.commit().await?;
    Ok(is_news)
}
