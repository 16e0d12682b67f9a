//! An author withdraws her words: what she wrote goes, from the record and from the log; that it was,
//! when and with whom stays.

use async_graphql::{ID, InputObject};
use entity::ids::RecordId;

use crate::concepts::access;
use crate::concepts::access::policy::allow_on_any;
use crate::concepts::log::erase::erase;
use crate::concepts::log::{Act, Logged, Tx, load, save};
use crate::concepts::records::expect_version;
use crate::concepts::records::kinds::of_kind;
use crate::kit::graphql::id::{Kind, parse_any};
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// Words to be withdrawn.
#[derive(InputObject, Clone, Debug)]
pub struct WithdrawWordsInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Of which record: a meeting, a line of work, a file, or a commitment, of whose steps your own
    /// notes are withdrawn. Files on a meeting stay, also a photo of what was written: each is
    /// withdrawn by itself, by who added it.
    pub id: ID,
    /// The version that you saw; without one, whatever it is now.
    pub expected_version: Option<String>,
}

impl Act for WithdrawWordsInput {
    const NAME: &'static str = "withdrawWords";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let path = Path::root().field("id");
        let (kind, uuid) = parse_any(&self.id)
            .map_err(|message| UserError::new(UserErrorCode::InvalidId, &path, message))?;
        let id = RecordId(uuid);
        of_kind!(kind, Row => withdraw::<Row>(tx, id, self.expected_version.as_ref()).await,
            _ => Err(access::policy::not_found()))
    }
}

async fn withdraw<T: Logged>(
    tx: &mut Tx,
    id: RecordId,
    expected: Option<&String>,
) -> Result<RecordId, WriteError> {
    let act = match T::KIND {
        // Others write notes of it too, and each withdraws her own.
        Kind::Commitment => access::Act::WithdrawNotes,
        _ => access::Act::WithdrawWords,
    };
    let allowed = allow_on_any(tx, act, T::KIND, id).await?;
    expect_version(tx, expected).await?;
    let before = load::<T>(tx, id).await?;
    let mut after = before.clone();
    let taken = after.row.take_out_words(tx).await?;
    let erased = erase(tx, id, &taken.fields).await?;
    if !taken.had_any && !erased.had_any {
        let message = "There are no words of yours here that could be withdrawn.";
        let error = UserError::new(UserErrorCode::InvalidTransition, &Path::root(), message);
        return Err(error.into());
    }
    after.withdrawn = erased.fields;
    after.parts = after.row.parts(tx.conn()).await?;
    save(tx, &allowed, Some(&before), &after).await?;
    Ok(id)
}
