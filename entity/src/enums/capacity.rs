//! For whom an attendee was at a meeting.
//!
//! One of its words is `SELF`. The derive of the other lists would make a variant `Self` of it,
//! which Rust does not allow; so this list says itself how it is written and read.

use std::fmt;
use std::str::FromStr;

use sea_orm::{DbErr, DeriveValueType, EnumIter};
use serde::{Deserialize, Serialize};

/// For whom an attendee was there.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, DeriveValueType,
)]
#[sea_orm(value_type = "String", column_type = "Text")]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Capacity {
    Member,
    Stakeholder,
    Staff,
    /// For nobody else; written `SELF`.
    #[serde(rename = "SELF")]
    Oneself,
}

impl fmt::Display for Capacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Member => "MEMBER",
            Self::Stakeholder => "STAKEHOLDER",
            Self::Staff => "STAFF",
            Self::Oneself => "SELF",
        })
    }
}

impl FromStr for Capacity {
    type Err = DbErr;

    fn from_str(word: &str) -> Result<Self, DbErr> {
        match word {
            "MEMBER" => Ok(Self::Member),
            "STAKEHOLDER" => Ok(Self::Stakeholder),
            "STAFF" => Ok(Self::Staff),
            "SELF" => Ok(Self::Oneself),
            _ => Err(DbErr::Type(format!(
                "unexpected value for Capacity enum: {word}"
            ))),
        }
    }
}
