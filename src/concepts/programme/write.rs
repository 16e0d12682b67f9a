//! Adding programmes.

use async_graphql::{ID, InputObject};
use entity::enums::Audience as Kept;
use entity::ids::{ProgrammeId, RecordId};
use entity::programme;
use sea_orm::ConnectionTrait;

use crate::concepts::access::{self, allow};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, save};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::Audience;
use crate::kit::graphql::id::Kind;
use crate::kit::graphql::inputs::NameInput;
use crate::kit::names::Keys;
use crate::kit::user_error::{Path, WriteError};

impl Logged for programme::Model {
    const KIND: Kind = Kind::Programme;
    const OPEN: &'static [&'static str] = &["name_en", "name_ur"];
    const PARTNERS: &'static [&'static str] = &["name_en", "name_ur"];

    async fn parts<C: ConnectionTrait>(&self, _conn: &C) -> Result<Parts, Fault> {
        Ok(Parts::new())
    }
}

/// A programme to be added.
#[derive(InputObject, Clone, Debug)]
pub struct CreateProgrammeInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `programme_` and a UUIDv7.
    pub id: Option<ID>,
    /// Its name.
    pub name: NameInput,
    /// Who may see it; the caucus when absent.
    pub audience: Option<Audience>,
}

impl Act for CreateProgrammeInput {
    const NAME: &'static str = "createProgramme";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::CreateProgramme)?;
        let root = Path::root();
        let mut check = Check::default();
        let id = check.client_id::<ProgrammeId>(&root.field("id"), self.id.as_ref());
        let name = check.name(&root.field("name"), &self.name);
        let name = check.done_with(name)?;
        let keys = Keys::of(name.en.as_deref(), name.ur.as_deref(), &[]);
        let row = programme::Model {
            id: tx.id_or_new(id),
            audience: self.audience.map_or(Kept::Caucus, Into::into),
            words_audience: Kept::Present,
            recorded_at: tx.now(),
            archived_on: None,
            name_en: name.en,
            name_ur: name.ur,
            sort_en: keys.sort_en,
            sort_ur: keys.sort_ur,
            search_key: keys.search,
        };
        let id = row.id.into();
        save(tx, &allowed, None, &Whole::alone(row)).await?;
        Ok(id)
    }
}
