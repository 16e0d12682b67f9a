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

impl Text {
    /// This text in the place of another. A translation that was not sent along is that of the
    /// text before, and stale where the text has changed.
    #[must_use]
    pub fn in_place_of(mut self, before: Option<&Self>) -> Self {
        let before = before.filter(|before| before.language == self.language);
        if let (None, Some(before)) = (&self.translation, before) {
            let is_changed = before.text != self.text;
            let kept = before.translation.clone();
            self.translation = kept.map(|kept| Translation {
                is_stale: kept.is_stale || is_changed,
                ..kept
            });
        }
        self
    }
}

/// A translation into the language that the text itself is not in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Translation {
    pub text: String,
    /// The text has changed since it was translated.
    pub is_stale: bool,
}
