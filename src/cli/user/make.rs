//! Making a sign-in, and the person who signs in where the record has her not yet.

use anyhow::{Result, bail};
use entity::enums::{Language, Role};
use entity::ids::{PersonId, ProgrammeId, UserId};
use entity::programme;
use sea_orm::{DatabaseTransaction, EntityTrait, QueryOrder};

use crate::app::App;
use crate::cli::output::{both_names, refusal};
use crate::concepts::access::Scope;
use crate::concepts::access::password::Hashed;
use crate::concepts::administration::users;
use crate::concepts::log::{Hand, Shell};
use crate::kit::check::Check;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::NameInput;
use crate::kit::user_error::Path;

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
    let (mut hand, new) = begin(app, new).await?;
    let id = new.id;
    users::add(&mut hand, new).await.map_err(refusal)?;
    hand.commit().await?;
    Ok(id)
}

/// The same, and takes who signs in as a member into the caucus.
pub(super) async fn add_enrolled(app: &App, new: NewSignIn) -> Result<()> {
    let (mut hand, new) = begin(app, new).await?;
    users::add_enrolled(&mut hand, new).await.map_err(refusal)?;
    Ok(hand.commit().await?)
}

async fn begin(app: &App, new: NewSignIn) -> Result<(Shell<'_>, users::NewSignIn)> {
    let password = Hashed::new(app, new.password).await.map_err(refusal)?;
    let who = match new.who {
        Who::Known(id) => users::Who::Known(id),
        Who::New { en, ur } => {
            let mut check = Check::default();
            let name = check.name(&Path::root().field("name"), &NameInput { en, ur });
            users::Who::New(check.done_with(name).map_err(refusal)?)
        }
    };
    let hand = Shell::begin(app).await?;
    know_programmes(hand.conn(), &new.scope.programmes).await?;
    let new = users::NewSignIn {
        id: UserId::from(app.ids.uuid(app.clock.now())),
        email: new.email,
        password,
        who,
        role: new.role,
        language: new.language,
        scope: new.scope,
    };
    Ok((hand, new))
}

/// Refuses programmes that are not in the record, and says which are.
pub(super) async fn know_programmes(tx: &DatabaseTransaction, asked: &[ProgrammeId]) -> Result<()> {
    if asked.is_empty() {
        return Ok(());
    }
    let known = programme::Entity::find()
        .order_by_asc(programme::Column::Id)
        .all(tx)
        .await?;
    let is_absent = |id: &&ProgrammeId| known.iter().all(|row| row.id != **id);
    let absent: Vec<_> = asked
        .iter()
        .filter(is_absent)
        .map(|id| to_id(*id).0)
        .collect();
    if absent.is_empty() {
        return Ok(());
    }
    let known = known.iter().map(|row| {
        let name = both_names(row.name_en.as_deref(), row.name_ur.as_deref());
        format!("\n    {}  {name}", to_id(row.id).0)
    });
    let known: String = known.collect();
    let there_are = if known.is_empty() {
        "there is no programme yet: a coordinator makes one by the API".to_owned()
    } else {
        format!("the programmes are{known}")
    };
    bail!(
        "--programme {} is not in the record; {there_are}",
        absent.join(", ")
    )
}
