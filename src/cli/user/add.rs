//! `rabta user add`.

use anyhow::{Result, bail};
use clap::Args;
use entity::enums::{Language, Role, StakeholderCategory};

use crate::cli::Shared;
use crate::cli::open::{Purpose, open};
use crate::cli::user::make::{NewSignIn, Who, add_enrolled};
use crate::cli::user::password::Password;
use crate::cli::user::words::{LanguageWord, RoleWord, category, scope};
use crate::kit::graphql::id::parse;

/// Whom to let sign in.
#[derive(Args, Debug)]
pub struct Add {
    /// The address she signs in with
    #[arg(long)]
    email: String,
    /// Her name in English
    #[arg(long, value_name = "NAME")]
    name_en: Option<String>,
    /// Her name in Urdu
    #[arg(long, value_name = "NAME")]
    name_ur: Option<String>,
    /// The id of the person she is, if the record has her already
    #[arg(long, value_name = "ID", conflicts_with_all = ["name_en", "name_ur"])]
    person: Option<String>,
    /// What she may do
    #[arg(long, value_enum)]
    role: RoleWord,
    /// The language she reads; that of her name without it
    #[arg(long, value_enum)]
    language: Option<LanguageWord>,
    /// The id of a programme that a partner may see; may be given again
    #[arg(long, value_name = "ID")]
    programme: Vec<String>,
    /// A category of stakeholders that a partner may see, such as CSO; may be given again
    #[arg(long, value_name = "CATEGORY", value_parser = category, ignore_case = true)]
    category: Vec<StakeholderCategory>,
    /// Read her password from standard input, up to the end of the line
    #[arg(long)]
    password_stdin: bool,
}

pub(super) async fn run(shared: &Shared, words: Add) -> Result<()> {
    let password = Password::read_or_new(words.password_stdin)?;
    let new = words.into_new(password.text.clone())?;
    if new.role == Role::Partner && new.scope.is_empty() {
        eprintln!("A partner without --programme and --category sees nothing.");
    }
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    let email = new.email.clone();
    add_enrolled(&opened.app, new).await?;
    eprintln!("{email} can sign in.");
    password.show()?;
    opened.close().await
}

impl Add {
    fn into_new(self, password: String) -> Result<NewSignIn> {
        let is_named =
            |name: &Option<String>| name.as_ref().is_some_and(|name| !name.trim().is_empty());
        let language = self.language.map_or_else(
            || match (is_named(&self.name_en), is_named(&self.name_ur)) {
                (false, true) => Language::Ur,
                _ => Language::En,
            },
            Into::into,
        );
        let who = match &self.person {
            Some(id) => {
                let id = parse(&id.into());
                Who::Known(id.map_err(|message| anyhow::anyhow!("--person: {message}"))?)
            }
            None if is_named(&self.name_en) || is_named(&self.name_ur) => Who::New {
                en: self.name_en,
                ur: self.name_ur,
            },
            None => bail!("give her name by --name-en, --name-ur or both, or --person"),
        };
        let scope = scope(&self.programme, self.category)?;
        if !matches!(self.role, RoleWord::Partner) && !scope.is_empty() {
            bail!(
                "--programme and --category say what a partner may see; other roles are not \
                 narrowed: leave them out, or give --role partner"
            );
        }
        Ok(NewSignIn {
            email: self.email,
            password,
            who,
            role: self.role.into(),
            language,
            scope,
        })
    }
}
