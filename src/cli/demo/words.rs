//! Names and texts in both languages, and the mark of what is invented.

use serde_json::{Value, json};

/// The mark of what is invented, in English.
pub const INVENTED: &str = "(invented)";
/// The same in Urdu.
pub const INVENTED_UR: &str = "(فرضی)";

/// The same in English and in Urdu.
pub type Both = (&'static str, &'static str);

/// In which language something was written, and whether it was translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// In English.
    English,
    /// In Urdu.
    Urdu,
    /// In English, and translated.
    Translated,
    /// In Urdu, and translated.
    UrduTranslated,
}

/// A name as the schema takes it.
#[must_use]
pub fn name((en, ur): Both) -> Value {
    json!({ "en": en, "ur": ur })
}

/// An invented name, with its mark.
#[must_use]
pub fn invented_name((en, ur): Both) -> Value {
    json!({ "en": format!("{en} {INVENTED}"), "ur": format!("{ur} {INVENTED_UR}") })
}

/// A text with its translation.
#[must_use]
pub fn text((en, ur): Both) -> Value {
    json!({ "text": en, "language": "EN", "translation": ur })
}

/// An invented text, with its mark.
#[must_use]
pub fn invented_text((en, ur): Both, written: Written) -> Value {
    let (en, ur) = (format!("{en} {INVENTED}"), format!("{ur} {INVENTED_UR}"));
    match written {
        Written::English => json!({ "text": en, "language": "EN" }),
        Written::Urdu => json!({ "text": ur, "language": "UR" }),
        Written::Translated => json!({ "text": en, "language": "EN", "translation": ur }),
        Written::UrduTranslated => json!({ "text": ur, "language": "UR", "translation": en }),
    }
}
