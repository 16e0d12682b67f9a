//! Words that someone wrote, kept in one JSON column together with their language.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::enums::Language;

/// What was written, in the language it was written in, and its translation if there is one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Text {
    pub text: String,
    pub language: Language,
    /// The same in the other language; absent when nobody has translated it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translation>,
}

/// A translation into the language that the text itself is not in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Translation {
    pub text: String,
    /// The text has changed since it was translated.
    pub is_stale: bool,
}
