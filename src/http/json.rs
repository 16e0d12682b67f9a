//! JSON as it is taken at the doors: no key twice, no NUL, no half of a surrogate pair.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::http::refusal::Refusal;

/// Reads a body. Two readers of a doubled key could each see another value, and a NUL cannot be
/// kept by one of the databases, so neither is let in.
///
/// # Errors
/// `BAD_REQUEST`, with what is wrong and where.
pub fn read(body: &[u8]) -> Result<Value, Refusal> {
    let text = std::str::from_utf8(body)
        .map_err(|error| Refusal::bad_request(format!("The body is not UTF-8: {error}.")))?;
    serde_json::from_str::<Strict>(text)
        .map(|strict| strict.0)
        .map_err(|error| {
            Refusal::bad_request(match lone_surrogate(text) {
                Some(half) => {
                    format!("\\u{half:04x} is half of a surrogate pair, and no character.")
                }
                None => format!("The body is not JSON as taken here: {error}."),
            })
        })
}

/// The first escape that is half of a surrogate pair without its other half.
fn lone_surrogate(text: &str) -> Option<u32> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('\\') {
        let (code, next) = match escape(after) {
            Some((0xD800..=0xDBFF, next)) if is_low(next) => (None, next.get(6..)),
            Some((code, next)) => (Some(code), Some(next)),
            // One letter was escaped, which may be a backslash again.
            None => (
                None,
                after
                    .char_indices()
                    .nth(1)
                    .and_then(|(at, _)| after.get(at..)),
            ),
        };
        match code {
            Some(code) if char::from_u32(code).is_none() => return Some(code),
            _ => rest = next.unwrap_or_default(),
        }
    }
    None
}

/// The code of an escape, from behind its backslash, and what follows.
fn escape(after: &str) -> Option<(u32, &str)> {
    let digits = after.strip_prefix('u')?;
    let code = u32::from_str_radix(digits.get(..4)?, 16).ok()?;
    Some((code, digits.get(4..)?))
}

fn is_low(next: &str) -> bool {
    let low = next.strip_prefix('\\').and_then(escape);
    matches!(low, Some((0xDC00..=0xDFFF, _)))
}

struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading).map(Self)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("a number is endless"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        text(value).map(Value::String)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let key = text(&key)?;
            if map.contains_key(&key) {
                return Err(A::Error::custom("a key is given twice"));
            }
            let Strict(value) = entries.next_value()?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

fn text<E: Error>(value: &str) -> Result<String, E> {
    if value.contains('\0') {
        return Err(E::custom(
            "a text holds the character U+0000, which is not taken",
        ));
    }
    Ok(value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::read;
    use serde_json::json;

    #[test]
    fn plain_json_comes_through() {
        let body = br#"{"a": [1, -2, 0.5, null, true, "\ud83d\ude00 \u06cc"]}"#;

        assert_eq!(
            read(body).unwrap(),
            json!({"a": [1, -2, 0.5, null, true, "😀 ی"]})
        );
    }

    #[test]
    fn what_readers_may_read_differently_is_refused() {
        for (body, says) in [
            (&br#"{"a": 1, "a": 2}"#[..], "twice"),
            (br#"{"a": {"b": 1, "\u0062": 2}}"#, "twice"),
            (br#"["\u0000"]"#, "U+0000"),
            (br#"{"\u0000": 1}"#, "U+0000"),
            (br#"["\ud800"]"#, "surrogate"),
            (br#"["\udc00 x"]"#, "surrogate"),
            (br#"["\\\ud83d\ud83d\ude00"]"#, "\\ud83d"),
            (br#"["\ud83d\ude00 \\ud800" x"#, "JSON"),
            (b"[\"\xff\"]", "UTF-8"),
            (b"{\"a\": 1e999}", "number"),
            (b"{} x", "trailing"),
            (b"", "EOF"),
        ] {
            let message = read(body).unwrap_err().message;
            assert!(message.contains(says), "{message}");
        }
    }
}
