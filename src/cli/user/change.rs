//! `rabta user change`.

use anyhow::{Result, bail};
use clap::Args;
use entity::enums::{Role, StakeholderCategory};

use crate::app::App;
use crate::cli::Shared;
use crate::cli::open::{Purpose, open};
use crate::cli::output::refusal;
use crate::cli::user::Settled;
use crate::cli::user::make::know_programmes;
use crate::cli::user::words::{LanguageWord, RoleWord, category, scope};
use crate::concepts::access::users::{self, Changes, Listed, Whom};
use crate::concepts::administration;
use crate::concepts::log::{Hand, Shell};

/// Whom to change, and how. What is not named stays.
#[derive(Args, Debug)]
pub struct Change {
    /// The address she signs in with
    #[arg(long)]
    email: String,
    /// Another address to sign in with
    #[arg(long, value_name = "EMAIL")]
    new_email: Option<String>,
    /// What she may do
    #[arg(long, value_enum)]
    role: Option<RoleWord>,
    /// The language she reads
    #[arg(long, value_enum)]
    language: Option<LanguageWord>,
    /// The id of a programme that a partner may see; with --category, all that she may see anew
    #[arg(long, value_name = "ID")]
    programme: Vec<String>,
    /// A category of stakeholders that a partner may see, such as CSO; with --programme, all that
    /// she may see anew
    #[arg(long, value_name = "CATEGORY", value_parser = category, ignore_case = true)]
    category: Vec<StakeholderCategory>,
}

pub(super) async fn run(shared: &Shared, words: Change) -> Result<()> {
    let scope = scope(&words.programme, words.category)?;
    let changes = Changes {
        expected_version: None,
        email: words.new_email,
        role: words.role.map(Into::into),
        language: words.language.map(Into::into),
        scope: (!scope.is_empty()).then_some(scope),
        state: None,
    };
    if changes == Changes::default() {
        bail!("say what to change: --role, --language, --new-email, --programme, --category");
    }
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    let email = changes.email.clone().unwrap_or_else(|| words.email.clone());
    match change(&opened.app, &words.email, changes).await? {
        Settled::Already => eprintln!("{} is so already.", words.email),
        Settled::Done => eprintln!("{} is changed.", words.email),
    }
    if sees_nothing(&opened.app, &email).await? {
        eprintln!("A partner without --programme and --category sees nothing.");
    }
    opened.close().await
}

/// Whether a user is a partner who may see nothing.
async fn sees_nothing(app: &App, email: &str) -> Result<bool> {
    let all = users::all(app.db.reader()).await?;
    let hers = |one: &&Listed| one.user.email.eq_ignore_ascii_case(email.trim());
    Ok(all.iter().find(hers).is_some_and(|one| {
        let scope = &one.scope;
        one.user.role == Role::Partner && scope.programmes.is_empty() && scope.categories.is_empty()
    }))
}

/// Changes a user. Who becomes a member is taken into the caucus, and who is a partner no longer is
/// not narrowed any more.
///
/// # Errors
/// When there is no such user, what was given will not do, or the database does not answer.
pub async fn change(app: &App, email: &str, changes: Changes) -> Result<Settled> {
    let mut hand = Shell::begin(app).await?;
    let whom = Whom::Address(email.to_owned());
    let user = whom.find(hand.conn()).await.map_err(refusal)?;
    if changes.scope.is_some() && changes.role.unwrap_or(user.role) != Role::Partner {
        bail!("--programme and --category say what a partner may see; {email} is none");
    }
    if let Some(scope) = &changes.scope {
        know_programmes(hand.conn(), &scope.programmes).await?;
    }
    let is_changed = administration::users::change(&mut hand, &whom, changes).await;
    let is_changed = is_changed.map_err(refusal)?;
    hand.commit().await?;
    Ok(Settled::of(is_changed))
}
