//! The closed lists of values, stored and written in JSON as upper-case words.

/// Declares enums whose values are stored as upper-case words.
///
/// The columns carry no check: a list may grow, and SQLite cannot alter one.
macro_rules! worded {
    ($($(#[$meta:meta])* $name:ident { $($(#[$value:meta])* $variant:ident,)+ })+) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
            sea_orm::EnumIter, sea_orm::DeriveActiveEnum,
        )]
        #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum $name {
            $($(#[$value])* $variant,)+
        }
    )+};
}

mod access;
mod capacity;
mod documents;
mod engagements;
mod meetings;
mod people;
mod promises;
mod stakeholders;

pub use access::{Audience, ChangeReach, Outcome, Role, UserState};
pub use capacity::Capacity;
pub use documents::{DocumentKind, FileKind};
pub use engagements::EngagementStage;
pub use meetings::{
    Attendance, AttendeeRole, HeadcountBasis, MeetingKind, MeetingMode, MeetingStatus, SourceKind,
    TimePrecision, ToldChannel,
};
pub use people::{Gender, Language, PhoneKind, Seat};
pub use promises::{
    CommitmentDirection, CommitmentKind, CommitmentStatus, Currency, DecisionKind, DecisionManner,
    FollowUpStatus, PartySide, Priority, Rung, StepBasis,
};
pub use stakeholders::{StakeholderCategory, Stance, StandingReasonKind};
