//! `rabta user`: gives people access.

use std::io::BufRead;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::{Args, Subcommand, ValueEnum};
use entity::enums::{Audience, Language, Role, StakeholderCategory};
use entity::ids::{MemberId, PersonId, ProgrammeId, UserId};
use entity::{member, person};
use sea_orm::{ActiveEnum, ColumnTrait, DatabaseTransaction, EntityTrait, Iterable, QueryFilter};

use crate::app::App;
use crate::cli::open::{Purpose, open};
use crate::cli::{Shared, output};
use crate::concepts::access::Scope;
use crate::concepts::access::users::{self, NewUser};
use crate::concepts::log::shell;
use crate::concepts::people::write::NewPerson;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::parse;
use crate::kit::graphql::inputs::NameInput;
use crate::kit::secret::random;
use crate::kit::user_error::{Path, WriteError};
use crate::kit::zone::day_of;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Words {
    /// Let somebody sign in; without --password-stdin her password is made and printed, once
    Add(Add),
}

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
    /// The language she reads
    #[arg(long, value_enum, default_value = "en")]
    language: LanguageWord,
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

/// A role, as it is written on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleWord {
    Coordinator,
    Member,
    Partner,
    Admin,
}

/// A language, as it is written on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageWord {
    En,
    Ur,
}

fn category(word: &str) -> Result<StakeholderCategory, String> {
    let word = word.to_ascii_uppercase().replace('-', "_");
    StakeholderCategory::iter()
        .find(|known| known.to_value() == word)
        .ok_or_else(|| {
            let known: Vec<_> = StakeholderCategory::iter()
                .map(|known| known.to_value())
                .collect();
            format!("the categories are {}", known.join(", "))
        })
}

/// Runs the command.
///
/// # Errors
/// When the data cannot be opened, or what was given will not do.
pub async fn run(shared: &Shared, Words::Add(words): Words) -> Result<()> {
    let is_made = !words.password_stdin;
    let password = if is_made {
        new_password()
    } else {
        read_password()?
    };
    let new = words.into_new(password.clone())?;
    if new.role == Role::Partner && new.scope.is_empty() {
        eprintln!("A partner without --programme and --category sees nothing.");
    }
    let opened = open(&shared.config()?, Purpose::Beside).await?;
    let email = new.email.clone();
    add_enrolled(&opened.app, new).await?;
    eprintln!("{email} can sign in.");
    if is_made {
        eprintln!("Her password, which is shown this once:");
        output::print(&password)?;
    }
    opened.close().await
}

/// A password that nobody guesses, of 24 letters.
#[must_use]
pub fn new_password() -> String {
    URL_SAFE_NO_PAD.encode(random::<18>())
}

fn read_password() -> Result<String> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .context("the password cannot be read")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

impl Add {
    fn into_new(self, password: String) -> Result<NewSignIn> {
        let is_named =
            |name: &Option<String>| name.as_ref().is_some_and(|name| !name.trim().is_empty());
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
        let programmes = self.programme.iter().map(|id| {
            parse(&id.into()).map_err(|message| anyhow::anyhow!("--programme: {message}"))
        });
        let programmes: Vec<ProgrammeId> = programmes.collect::<Result<_>>()?;
        Ok(NewSignIn {
            email: self.email,
            password,
            who,
            role: match self.role {
                RoleWord::Coordinator => Role::Coordinator,
                RoleWord::Member => Role::Member,
                RoleWord::Partner => Role::Partner,
                RoleWord::Admin => Role::Admin,
            },
            language: match self.language {
                LanguageWord::En => Language::En,
                LanguageWord::Ur => Language::Ur,
            },
            scope: Scope {
                programmes,
                categories: self.category,
            },
        })
    }
}

/// Who is to sign in.
#[derive(Clone, Debug)]
pub enum Who {
    /// A person whom the record has already.
    Known(PersonId),
    /// Somebody new, by one name at least.
    New {
        /// Her English name.
        en: Option<String>,
        /// Her Urdu name.
        ur: Option<String>,
    },
}

/// A sign-in to be made.
#[derive(Clone, Debug)]
pub struct NewSignIn {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
    /// Who she is.
    pub who: Who,
    /// Her role.
    pub role: Role,
    /// The language she reads.
    pub language: Language,
    /// What a partner may see.
    pub scope: Scope,
}

/// Makes a person, unless she is known, and the user that she signs in as: both or neither.
///
/// # Errors
/// When something will not do, said in words, or the database does not answer.
pub async fn add(app: &App, new: NewSignIn) -> Result<UserId> {
    let tx = app.db.begin().await?;
    let (user, _) = add_within(app, &tx, new).await?;
    tx.commit().await?;
    Ok(user)
}

/// The same, and takes who signs in as a member into the caucus.
async fn add_enrolled(app: &App, new: NewSignIn) -> Result<()> {
    let tx = app.db.begin().await?;
    let role = new.role;
    let (_, person) = add_within(app, &tx, new).await?;
    if role == Role::Member {
        enrol(app, &tx, person).await.map_err(in_words)?;
    }
    tx.commit().await?;
    Ok(())
}

async fn add_within(
    app: &App,
    tx: &DatabaseTransaction,
    new: NewSignIn,
) -> Result<(UserId, PersonId)> {
    let now = app.clock.now();
    let person = match new.who {
        Who::New { en, ur } => add_person(app, tx, en, ur, new.language)
            .await
            .map_err(in_words)?,
        Who::Known(id) => match person::Entity::find_by_id(id).one(tx).await? {
            Some(found) => found.id,
            None => bail!("there is no such person"),
        },
    };
    let id = UserId::from(app.ids.uuid(now));
    let user = NewUser {
        id,
        person,
        email: new.email,
        password: new.password,
        role: new.role,
        language: new.language,
        scope: new.scope,
    };
    users::create(tx, app, user).await.map_err(in_words)?;
    shell::note(app, tx, "createUser").await?;
    Ok((id, person))
}

/// Adds somebody to the record by her name alone.
async fn add_person(
    app: &App,
    tx: &DatabaseTransaction,
    en: Option<String>,
    ur: Option<String>,
    language: Language,
) -> Result<PersonId, WriteError> {
    let now = app.clock.now();
    let mut check = Check::default();
    let name = check.name(&Path::root().field("name"), &NameInput { en, ur });
    let name = check.done_with(name)?;
    let new = NewPerson {
        language: Some(language),
        ..NewPerson::named(PersonId::from(app.ids.uuid(now)), name)
    };
    let (row, _) = new.into_row(now);
    shell::save(app, tx, "createPerson", &row).await?;
    Ok(row.id)
}

/// Takes a person into the caucus from today on, unless she is in it: who signs in as a member is
/// one, or nothing that she logs would say that she was there.
async fn enrol(app: &App, tx: &DatabaseTransaction, person_id: PersonId) -> Result<(), WriteError> {
    let is_hers = member::Column::PersonId.eq(person_id);
    let found = member::Entity::find()
        .filter(is_hers)
        .one(tx)
        .await
        .map_err(Fault::from)?;
    if found.is_some() {
        return Ok(());
    }
    let now = app.clock.now();
    let row = member::Model {
        id: MemberId::from(app.ids.uuid(now)),
        audience: Audience::Caucus,
        words_audience: Audience::Present,
        recorded_at: now,
        archived_on: None,
        person_id,
        joined_on: day_of(now),
        left_on: None,
    };
    shell::save(app, tx, "createMember", &row).await?;
    Ok(())
}

fn in_words(error: WriteError) -> anyhow::Error {
    match error {
        WriteError::Refused(errors) => {
            let said: Vec<_> = errors.into_iter().map(|error| error.message).collect();
            anyhow::anyhow!(said.join(" "))
        }
        WriteError::Fault(fault) => fault.into(),
    }
}
