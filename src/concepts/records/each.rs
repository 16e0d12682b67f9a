//! Acts on many records at once: those that are refused are named, the others take effect. Nothing
//! takes effect when all are refused.

use async_graphql::ID;
use entity::ids::RecordId;

use crate::concepts::log::Tx;
use crate::kit::check::Check;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// What came of the records named in `ids` of an input.
pub(super) struct Each {
    done: Option<RecordId>,
    refused: Vec<UserError>,
}

impl Each {
    /// Begins with the ids of the input, as they were sent.
    pub(super) fn of(ids: &[ID]) -> Result<Self, WriteError> {
        let path = ids_path();
        let mut check = Check::default();
        check.at_most(&path, ids.len());
        if ids.is_empty() {
            check.refuse(UserErrorCode::Required, &path, "Name at least one record.");
        }
        check.done()?;
        Ok(Self {
            done: None,
            refused: Vec::new(),
        })
    }

    /// Notes what came of the one at a position; a fault ends all.
    pub(super) fn take(
        &mut self,
        position: usize,
        came: Result<RecordId, WriteError>,
    ) -> Result<(), WriteError> {
        match came {
            Ok(id) => self.done = self.done.or(Some(id)),
            Err(WriteError::Refused(errors)) => {
                let here = ids_path().item(position);
                let at_it = |error: UserError| UserError::new(error.code, &here, error.message);
                self.refused.extend(errors.into_iter().map(at_it));
            }
            Err(fault) => return Err(fault),
        }
        Ok(())
    }

    /// The first that took effect; what was refused is told beside it.
    pub(super) fn end(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let Some(done) = self.done else {
            return Err(WriteError::Refused(self.refused));
        };
        tx.refuse_items(self.refused);
        Ok(done)
    }
}

fn ids_path() -> Path {
    Path::root().field("ids")
}
