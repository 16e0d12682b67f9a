//! Collects all that is wrong with an input, so that the caller hears everything at once.

use async_graphql::ID;
use chrono::NaiveDate;
use entity::enums::Currency;
use entity::text::{Text, Translation};

use crate::kit::graphql::id::{RecordKind, parse};
use crate::kit::graphql::inputs::{MoneyInput, NameInput, TextInput};
use crate::kit::ids::is_v7;
use crate::kit::money::{self, Wrong};
use crate::kit::names::language_of;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};
use crate::kit::zone;

/// The longest name that is kept, in letters.
const LONGEST_NAME: usize = 200;
/// The longest text that is kept, in letters.
const LONGEST_TEXT: usize = 20_000;
/// The most items that one list of an input may have.
const LONGEST_LIST: usize = 200;

/// A name after checking: trimmed, at least one part there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedName {
    /// The English name.
    pub en: Option<String>,
    /// The Urdu name.
    pub ur: Option<String>,
}

/// The errors found so far.
#[derive(Debug, Default)]
pub struct Check(Vec<UserError>);

impl Check {
    /// Notes that something is wrong at a place.
    pub fn refuse(&mut self, code: UserErrorCode, path: &Path, message: impl Into<String>) {
        self.0.push(UserError::new(code, path, message));
    }

    /// Notes an error if there is one, and goes on without the value.
    pub fn take<T>(&mut self, result: Result<T, UserError>) -> Option<T> {
        result.map_err(|error| self.0.push(error)).ok()
    }

    /// Whether a list was too long: then nothing of it is looked up.
    #[must_use]
    pub fn has_too_many(&self) -> bool {
        self.0
            .iter()
            .any(|error| error.code == UserErrorCode::TooMany)
    }

    /// Whether nothing was wrong so far.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.0.is_empty()
    }

    /// Ends the checking.
    ///
    /// # Errors
    /// All that was found.
    pub fn done(self) -> Result<(), WriteError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(WriteError::Refused(self.0))
        }
    }

    /// Ends the checking with what it found.
    ///
    /// # Errors
    /// All that was found; where the value is missing without a word, that it is required.
    pub fn done_with<T>(mut self, value: Option<T>) -> Result<T, WriteError> {
        if value.is_none() && self.0.is_empty() {
            self.refuse(
                UserErrorCode::Required,
                &Path::root(),
                "Something that is needed is missing.",
            );
        }
        value
            .ok_or(WriteError::Refused(self.0.clone()))
            .and_then(|value| self.done().map(|()| value))
    }

    /// An id of a given kind.
    pub fn id<I: RecordKind>(&mut self, path: &Path, raw: &ID) -> Option<I> {
        self.take(
            parse::<I>(raw)
                .map_err(|message| UserError::new(UserErrorCode::InvalidId, path, message)),
        )
    }

    /// An id that may be absent; `None` too where it was wrong, which is noted.
    pub fn optional_id<I: RecordKind>(&mut self, path: &Path, raw: Option<&ID>) -> Option<I> {
        raw.and_then(|raw| self.id(path, raw))
    }

    /// Ids of a given kind, each given once.
    pub fn ids<I: RecordKind + PartialEq>(&mut self, path: &Path, raw: Option<&Vec<ID>>) -> Vec<I> {
        self.ids_up_to(LONGEST_LIST, path, raw)
    }

    /// The same of a list that may be longer, or not as long, as others.
    pub fn ids_up_to<I: RecordKind + PartialEq>(
        &mut self,
        most: usize,
        path: &Path,
        raw: Option<&Vec<ID>>,
    ) -> Vec<I> {
        let raw = raw.map(Vec::as_slice).unwrap_or_default();
        self.no_more_than(most, path, raw.len());
        let mut found = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            match self.id::<I>(&here, raw) {
                Some(id) if found.contains(&id) => {
                    self.refuse(
                        UserErrorCode::Duplicate,
                        &here,
                        "This is in the list already.",
                    );
                }
                Some(id) => found.push(id),
                None => {}
            }
        }
        found
    }

    /// An id that the client made for something new: a UUIDv7, or nothing.
    pub fn client_id<I: RecordKind>(&mut self, path: &Path, raw: Option<&ID>) -> Option<I> {
        let id = self.id::<I>(path, raw?)?;
        if is_v7(&id.uuid()) {
            return Some(id);
        }
        self.refuse(
            UserErrorCode::InvalidId,
            path,
            "An id that you make must be a UUIDv7.",
        );
        None
    }

    /// That a list has no more items than are taken at once.
    pub fn at_most(&mut self, path: &Path, count: usize) {
        self.no_more_than(LONGEST_LIST, path, count);
    }

    fn no_more_than(&mut self, most: usize, path: &Path, count: usize) {
        if count > most {
            let message = format!("At most {most} items are taken here, you sent {count}.");
            self.refuse(UserErrorCode::TooMany, path, message);
        }
    }

    /// A day within the years that are taken.
    pub fn day(&mut self, path: &Path, day: NaiveDate) -> Option<NaiveDate> {
        if zone::is_in_range(day) {
            return Some(day);
        }
        let message =
            format!("The day must lie between 1900-01-01 and 2200-01-01, {day} does not.");
        self.refuse(UserErrorCode::OutOfRange, path, message);
        None
    }

    /// A day within the years that are taken, today at the latest.
    pub fn day_come(&mut self, path: &Path, day: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
        let day = self.day(path, day)?;
        if day <= today {
            return Some(day);
        }
        let message = format!("This was today at the latest; {day} is yet to come.");
        self.refuse(UserErrorCode::OutOfRange, path, message);
        None
    }

    /// That a span lies within the years that are taken and does not end before it starts. Each
    /// day comes with its place.
    pub fn span(
        &mut self,
        (from_path, from): (&Path, Option<NaiveDate>),
        (to_path, to): (&Path, Option<NaiveDate>),
    ) {
        let from = from.and_then(|day| self.day(from_path, day));
        let to = to.and_then(|day| self.day(to_path, day));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let message = format!("The end ({to}) lies before the start ({from}).");
            self.refuse(UserErrorCode::Invalid, to_path, message);
        }
    }

    /// A line of text: trimmed, not empty, without control characters.
    pub fn line(&mut self, path: &Path, raw: &str) -> Option<String> {
        self.text_of(path, raw, LONGEST_NAME, is_refused_in_lines)
    }

    /// A line that may be absent; blank counts as absent.
    pub fn optional_line(&mut self, path: &Path, raw: Option<&str>) -> Option<String> {
        let raw = raw.filter(|raw| !raw.trim().is_empty())?;
        self.line(path, raw)
    }

    /// The address of a page that may be absent; blank counts as absent.
    pub fn web_address(&mut self, path: &Path, raw: Option<&str>) -> Option<String> {
        let address = self.optional_line(path, raw)?;
        if address.starts_with("https://") || address.starts_with("http://") {
            return Some(address);
        }
        let message = "An address begins with https:// or http://.";
        self.refuse(UserErrorCode::Invalid, path, message);
        None
    }

    /// An amount of money, in hundredths, with its currency.
    pub fn money(&mut self, path: &Path, raw: &MoneyInput) -> Option<(i64, Currency)> {
        let currency = raw.currency.map_or(money::USUAL, Into::into);
        let path = path.field("amount");
        match money::to_minor(raw.amount.0) {
            Ok(minor) => Some((minor, currency)),
            Err(wrong) => {
                let code = match wrong {
                    Wrong::TooFine => UserErrorCode::Invalid,
                    Wrong::OutOfRange => UserErrorCode::OutOfRange,
                };
                self.refuse(code, &path, wrong.to_string());
                None
            }
        }
    }

    /// A name of which one language is there.
    pub fn name(&mut self, path: &Path, raw: &NameInput) -> Option<CheckedName> {
        let wrong_before = self.0.len();
        let en = self.optional_line(&path.field("en"), raw.en.as_deref());
        let ur = self.optional_line(&path.field("ur"), raw.ur.as_deref());
        if en.is_none() && ur.is_none() {
            // A name that was refused was given.
            if self.0.len() == wrong_before {
                let message = "Give the name in English, in Urdu, or in both.";
                self.refuse(UserErrorCode::Required, path, message);
            }
            return None;
        }
        Some(CheckedName { en, ur })
    }

    /// A text in one language with, perhaps, its translation.
    pub fn text(&mut self, path: &Path, raw: &TextInput) -> Option<Text> {
        let text = self.text_of(
            &path.field("text"),
            &raw.text,
            LONGEST_TEXT,
            is_refused_in_texts,
        )?;
        let translation = raw
            .translation
            .as_deref()
            .filter(|raw| !raw.trim().is_empty());
        let translation = match translation {
            Some(raw) => {
                let place = path.field("translation");
                let text = self.text_of(&place, raw, LONGEST_TEXT, is_refused_in_texts)?;
                Some(Translation {
                    text,
                    is_stale: false,
                })
            }
            None => None,
        };
        let language = raw.language.map_or_else(|| language_of(&text), Into::into);
        Some(Text {
            text,
            language,
            translation,
        })
    }

    /// A text that may be absent; blank counts as absent.
    pub fn optional_text(&mut self, path: &Path, raw: Option<&TextInput>) -> Option<Text> {
        let raw = raw.filter(|raw| !raw.text.trim().is_empty())?;
        self.text(path, raw)
    }

    fn text_of(
        &mut self,
        path: &Path,
        raw: &str,
        longest: usize,
        is_refused: fn(char) -> bool,
    ) -> Option<String> {
        let text = raw.trim();
        if text.is_empty() {
            self.refuse(UserErrorCode::Required, path, "This must not be empty.");
        } else if text.chars().count() > longest {
            let message = format!("At most {longest} letters are kept here.");
            self.refuse(UserErrorCode::TooLong, path, message);
        } else if let Some(letter) = text.chars().find(|letter| is_refused(*letter)) {
            let message = format!(
                "The character U+{:04X} is not taken here.",
                u32::from(letter)
            );
            self.refuse(UserErrorCode::Invalid, path, message);
        } else {
            return Some(text.to_owned());
        }
        None
    }
}

/// In names and lines: all control characters, and those that turn the direction of what follows.
fn is_refused_in_lines(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// In texts: control characters but line ends and tabs.
fn is_refused_in_texts(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
}
