//! Keys by which names are put in order and found, in both scripts and the same on both databases.

use std::sync::OnceLock;

use entity::enums::Language;
use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_locale_core::{Locale, locale};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The keys of a name, kept beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    /// Orders by the English name, or by the Urdu one where there is no English.
    pub sort_en: Vec<u8>,
    /// Orders by the Urdu name, or by the English one where there is no Urdu.
    pub sort_ur: Vec<u8>,
    /// What a search looks through; see [`search_key`].
    pub search: String,
}

impl Keys {
    /// The keys of a name, of which at least one part is there, with further words by which
    /// it may be sought (a short name, aliases).
    #[must_use]
    pub fn of(en: Option<&str>, ur: Option<&str>, further: &[&str]) -> Self {
        let parts: Vec<_> = en
            .into_iter()
            .chain(ur)
            .chain(further.iter().copied())
            .collect();
        Self {
            sort_en: sort_key(en.or(ur).unwrap_or_default(), Language::En),
            sort_ur: sort_key(ur.or(en).unwrap_or_default(), Language::Ur),
            search: search_key(&parts),
        }
    }
}

/// The collation key of a text in a language (Unicode Collation Algorithm with CLDR's
/// tailoring), compared as bytes, so that neither database's own collation matters.
#[must_use]
pub fn sort_key(text: &str, language: Language) -> Vec<u8> {
    static EN: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    static UR: OnceLock<Option<CollatorBorrowed<'static>>> = OnceLock::new();
    let collator = match language {
        Language::En => EN.get_or_init(|| collator(&locale!("en"))),
        Language::Ur => UR.get_or_init(|| collator(&locale!("ur"))),
    };
    let mut key = Vec::new();
    match collator {
        Some(collator) => collator
            .write_sort_key_to(text, &mut key)
            .unwrap_or_default(),
        // The data is compiled in, so this is never reached; code-point order is the fallback.
        None => key.extend_from_slice(text.as_bytes()),
    }
    key
}

fn collator(locale: &Locale) -> Option<CollatorBorrowed<'static>> {
    CollatorBorrowed::try_new(
        CollatorPreferences::from(locale),
        CollatorOptions::default(),
    )
    .ok()
}

/// What a search looks through: each word after a space, in compatibility form (NFKC), lower
/// case, without marks, with Arabic letters as Urdu writes them.
#[must_use]
pub fn search_key(parts: &[&str]) -> String {
    parts
        .iter()
        .flat_map(|part| words(part))
        .fold(String::new(), |key, word| key + " " + &word)
}

/// The words of a text as [`search_key`] keeps them.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let folded: String = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter) && !is_invisible(*letter))
        .map(fold)
        .flat_map(char::to_lowercase)
        .collect();
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Joiners, direction marks and the stretching stroke: nothing that a reader sees as a letter.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{0640}' | '\u{FEFF}')
}

/// Letters that keyboards of Arabic, Persian and Urdu write differently for the same sound.
fn fold(letter: char) -> char {
    match letter {
        'ي' | 'ى' | 'ئ' => 'ی',
        'ك' => 'ک',
        'ه' | 'ة' | 'ۃ' | 'ھ' | 'ۂ' => 'ہ',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        other => other,
    }
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}

/// The language of a text by its letters: Urdu as soon as Arabic script outweighs Latin.
#[must_use]
pub fn language_of(text: &str) -> Language {
    let arabic = text.chars().filter(|letter| matches!(letter, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FEFC}')).count();
    let latin = text.chars().filter(char::is_ascii_alphabetic).count();
    if arabic > latin {
        Language::Ur
    } else {
        Language::En
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urdu_is_ordered_by_its_alphabet_not_by_code_points() {
        let mut names = ["ژوب", "پشین", "چمن", "بارکھان", "کوئٹہ", "تربت"];
        names.sort_by_key(|name| sort_key(name, Language::Ur));

        assert_eq!(names, ["بارکھان", "پشین", "تربت", "چمن", "ژوب", "کوئٹہ"]);
    }

    #[test]
    fn case_and_accents_do_not_part_names() {
        let mut names = ["zhob", "Éclair", "apple", "eclair", "Apple"];
        names.sort_by_key(|name| sort_key(name, Language::En));

        assert_eq!(names, ["apple", "Apple", "eclair", "Éclair", "zhob"]);
    }

    #[test]
    fn a_search_finds_what_another_keyboard_wrote() {
        assert_eq!(search_key(&["كوئٹه"]), search_key(&["کوئٹہ"]));
        assert_eq!(
            search_key(&["Élection  Commissioner’s"]),
            " election commissioner s"
        );
    }

    #[test]
    fn the_letters_tell_the_language() {
        assert_eq!(language_of("ہم نے PSDP کی بات کی"), Language::Ur);
        assert_eq!(language_of("We spoke of the PSDP"), Language::En);
    }
}
