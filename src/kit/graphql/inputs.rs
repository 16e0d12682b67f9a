//! Names and texts, in and out.

use async_graphql::{InputObject, SimpleObject};
use entity::text::Text as StoredText;

use crate::kit::graphql::enums::{Currency, Language};
use crate::kit::graphql::scalars::Decimal;
use crate::kit::money;

/// A name in English, Urdu, or both; one of them is required.
#[derive(InputObject, Clone, Debug)]
pub struct NameInput {
    /// The English name, at most 200 letters.
    pub en: Option<String>,
    /// The Urdu name, at most 200 letters.
    pub ur: Option<String>,
}

/// A text in one language, at most 20,000 letters.
#[derive(InputObject, Clone, Debug)]
pub struct TextInput {
    /// The text as it was written.
    pub text: String,
    /// Its language. When absent it is told from the letters.
    pub language: Option<Language>,
    /// The same in the other language, if there is a translation.
    pub translation: Option<String>,
}

/// A name. At least one of the two languages is there.
#[derive(SimpleObject, Clone, Debug)]
pub struct Name {
    /// The English name; null when only the Urdu one is known.
    pub en: Option<String>,
    /// The Urdu name; null when only the English one is known.
    pub ur: Option<String>,
}

/// A text with its language.
#[derive(SimpleObject, Clone, Debug)]
pub struct Text {
    /// The text as it was written.
    pub text: String,
    /// The language in which it was written.
    pub language: Language,
    /// The same in the other language; null when nobody translated it.
    pub translation: Option<Translation>,
}

/// A translation of a text into the other language.
#[derive(SimpleObject, Clone, Debug)]
pub struct Translation {
    /// The translated text.
    pub text: String,
    /// Whether the text was changed after it was translated.
    pub is_stale: bool,
}

impl From<StoredText> for Text {
    fn from(stored: StoredText) -> Self {
        Self {
            text: stored.text,
            language: stored.language.into(),
            translation: stored.translation.map(|kept| Translation {
                text: kept.text,
                is_stale: kept.is_stale,
            }),
        }
    }
}

/// An amount of money.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct MoneyInput {
    /// How much: above 0, at most 10^15, with at most two decimals.
    pub amount: Decimal,
    /// Of which currency; Pakistani rupees when absent.
    pub currency: Option<Currency>,
}

/// An amount of money, exact.
#[derive(SimpleObject, Clone, Copy, Debug)]
pub struct Money {
    /// How much.
    pub amount: Decimal,
    /// Of which currency.
    pub currency: Currency,
}

impl Money {
    /// Of hundredths, as amounts are kept.
    #[must_use]
    pub fn of(minor: i128, currency: entity::enums::Currency) -> Self {
        Self {
            amount: Decimal(money::from_minor(minor)),
            currency: currency.into(),
        }
    }
}
