//! One id type a kind of row, so that the id of a meeting cannot be handed where a person's is meant.

use std::fmt;

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Declares id types over a `Uuid`: transparent in JSON, as columns and as primary keys.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        // Primary keys must say how a number that the database made would become one. Ids are
        // made before the row is written, so there is no such number.
        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

/// Declares that the id of a concept's row is also the id of the record under it.
macro_rules! ids_of_records {
    ($($name:ident,)+) => {$(
        impl From<$name> for RecordId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }
    )+};
}

ids! {
    /// The id of any record, whatever its kind.
    RecordId,
    /// The id of a person.
    PersonId,
    /// The id of a member of the caucus; not that of the person she is.
    MemberId,
    /// The id of a stakeholder.
    StakeholderId,
    /// The id of an assessment of a stakeholder.
    AssessmentId,
    /// The id of a programme.
    ProgrammeId,
    /// The id of an engagement.
    EngagementId,
    /// The id of a meeting.
    MeetingId,
    /// The id of a decision.
    DecisionId,
    /// The id of a document.
    DocumentId,
    /// The id of a file on a record.
    AttachmentId,
    /// The id of a commitment.
    CommitmentId,
    /// The id of a follow-up action.
    FollowUpActionId,
    /// The id of a target list.
    TargetListId,
    /// The id of a topic.
    TopicId,
    /// The id of a district.
    DistrictId,
    /// The id of a division.
    DivisionId,
    /// The id of a user.
    UserId,
    /// The id of an access token; not the secret itself.
    TokenId,
    /// The id of a post that a person holds or held.
    PostId,
    /// The id of a part of a record that is never asked for by itself, such as a telephone
    /// number, a term or an attendee.
    PartId,
    /// The id of an entry in the log.
    EntryId,
}

ids_of_records! {
    TargetListId,
    PersonId, MemberId, StakeholderId, AssessmentId, ProgrammeId, EngagementId, MeetingId, DecisionId,
    CommitmentId, FollowUpActionId, TopicId, DocumentId, AttachmentId,
}
