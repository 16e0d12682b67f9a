//! What the caller did wrong: a code for programs, a path into the input, a sentence for people.

use async_graphql::{Enum, SimpleObject};
use serde::{Deserialize, Serialize};

use crate::kit::fault::Fault;

/// What was wrong with a part of the input. More may come; keep a default.
#[derive(Enum, Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum UserErrorCode {
    /// Something that must be given was not.
    Required,
    /// The value is not of the form or sort that is asked for.
    Invalid,
    /// An id is malformed or of another kind.
    InvalidId,
    /// A cursor is not one that was given for this list to this caller.
    InvalidCursor,
    /// There is no such record, or none that you may see.
    NotFound,
    /// A text is longer than is kept.
    TooLong,
    /// A list has more items than are taken at once.
    TooMany,
    /// A number or a day lies outside its range.
    OutOfRange,
    /// You may not do this.
    Forbidden,
    /// The record was changed by somebody else in the meantime; read it again.
    VersionConflict,
    /// The id or the `requestId` was used for something else.
    IdConflict,
    /// The record is not in a state from which this can be done.
    InvalidTransition,
    /// The same thing is there already, or was given twice.
    Duplicate,
}

impl UserErrorCode {
    /// The word as it stands in the schema.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Required => "REQUIRED",
            Self::Invalid => "INVALID",
            Self::InvalidId => "INVALID_ID",
            Self::InvalidCursor => "INVALID_CURSOR",
            Self::NotFound => "NOT_FOUND",
            Self::TooLong => "TOO_LONG",
            Self::TooMany => "TOO_MANY",
            Self::OutOfRange => "OUT_OF_RANGE",
            Self::Forbidden => "FORBIDDEN",
            Self::VersionConflict => "VERSION_CONFLICT",
            Self::IdConflict => "ID_CONFLICT",
            Self::InvalidTransition => "INVALID_TRANSITION",
            Self::Duplicate => "DUPLICATE",
        }
    }
}

/// One thing that was wrong with the input of a mutation.
#[derive(SimpleObject, Serialize, Deserialize, Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct UserError {
    /// What was wrong, for programs.
    pub code: UserErrorCode,
    /// The way into `input`: field names, and positions of list items as numerals.
    /// Empty when it is about the whole.
    pub path: Vec<String>,
    /// What was wrong and what would be right, in a sentence for people.
    pub message: String,
}

impl UserError {
    /// An error at a place of the input.
    pub fn new(code: UserErrorCode, path: &Path, message: impl Into<String>) -> Self {
        Self {
            code,
            path: path.0.clone(),
            message: message.into(),
        }
    }
}

/// A place in the input, built from the outside inwards.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<String>);

impl Path {
    /// The input itself.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// A field of this place.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let mut path = self.0.clone();
        path.push(name.to_owned());
        Self(path)
    }

    /// An item of the list at this place.
    #[must_use]
    pub fn item(&self, position: usize) -> Self {
        self.field(&position.to_string())
    }
}

/// Why a write did not happen.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The caller's doing; nothing was changed.
    #[error("refused")]
    Refused(Vec<UserError>),
    /// Ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<UserError> for WriteError {
    fn from(error: UserError) -> Self {
        Self::Refused(vec![error])
    }
}

impl WriteError {
    /// The same of an input that names the record by another field than `id`.
    #[must_use]
    pub fn with_id_at(self, field: &str) -> Self {
        let Self::Refused(mut errors) = self else {
            return self;
        };
        let id = Path::root().field("id").0;
        for error in errors.iter_mut().filter(|error| error.path == id) {
            error.path = vec![field.to_owned()];
        }
        Self::Refused(errors)
    }

    /// The same about a field of the input: what was refused of the whole is refused of what it
    /// names there.
    #[must_use]
    pub fn at(self, field: &str) -> Self {
        let Self::Refused(mut errors) = self else {
            return self;
        };
        for error in &mut errors {
            error.path = vec![field.to_owned()];
        }
        Self::Refused(errors)
    }
}
