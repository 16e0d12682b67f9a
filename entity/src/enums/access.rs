//! Who may see, who may act, and how a request ended.

use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};

/// How far a record may be seen, from the widest to the closest.
///
/// Stored as a number, because lists compare it: a viewer sees what is at most her own.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumIter,
    DeriveActiveEnum,
)]
#[sea_orm(rs_type = "i16", db_type = "SmallInteger")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Audience {
    /// The caucus and the partners whose scope the record is in.
    #[sea_orm(num_value = 0)]
    Partners,
    /// Every member of the caucus and its staff.
    #[sea_orm(num_value = 1)]
    Caucus,
    /// The people of the record only.
    #[sea_orm(num_value = 2)]
    Present,
}

worded! {
    /// Who sees that a record changed, of those who see its facts: all of them, those of the caucus,
    /// coordinators alone; or that an entry only names it, or refused what was to be done to it.
    ChangeReach { Facts, Caucus, Desk, Named, Refused, }

    /// What a user is to the caucus.
    Role { Coordinator, Member, Aide, Partner, Admin, }

    /// Whether a user may sign in.
    UserState { Active, Waiting, Disabled, }

    /// How a request that reached the log ended.
    Outcome { Done, Refused, }
}
