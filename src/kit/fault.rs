//! What went wrong with us: opaque to the client, logged once at the edge.

use std::fmt;
use std::sync::Arc;

/// What sort of failure it was, which is all that a client learns of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A defect of ours.
    Internal,
    /// The database or another part is away; asking again later may help.
    Unavailable,
    /// Whether a write took hold is not known; asking again with the same `requestId` settles it.
    OutcomeUnknown,
}

impl FaultKind {
    /// The word that stands in `extensions.code`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Internal => "INTERNAL",
            Self::Unavailable => "UNAVAILABLE",
            Self::OutcomeUnknown => "OUTCOME_UNKNOWN",
        }
    }

    /// What the client reads.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Internal => {
                "Something went wrong on our side. Quote the request id when you report it."
            }
            Self::Unavailable => "The database does not answer right now. Try again in a moment.",
            Self::OutcomeUnknown => {
                "It is not known whether this was saved. Send the same request again to find out."
            }
        }
    }
}

/// A failure that the caller did not cause. Cloneable, since a batch shares one.
#[derive(Clone)]
pub struct Fault {
    /// What the client learns.
    pub kind: FaultKind,
    source: Arc<dyn std::error::Error + Send + Sync>,
}

impl Fault {
    /// Wraps what happened.
    pub fn new(
        kind: FaultKind,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: Arc::from(source.into()),
        }
    }

    /// Which constraint of the database was met, if that is what happened.
    #[must_use]
    pub fn sql_err(&self) -> Option<sea_orm::SqlErr> {
        self.source
            .downcast_ref::<sea_orm::DbErr>()
            .and_then(sea_orm::DbErr::sql_err)
    }

    /// A defect of ours, said in words.
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::new(FaultKind::Internal, source)
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}: {}", self.kind, self.source)
    }
}

impl fmt::Display for Fault {
    /// What the client reads. The source is for the log, through `Debug`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.kind.message())
    }
}

impl std::error::Error for Fault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}
