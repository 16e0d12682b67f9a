//! Days and instants, with texts of their own in the schema.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{DateTime, NaiveDate, SecondsFormat, Timelike, Utc};

use crate::kit::clock::to_micros;

/// A calendar day in the caucus's zone (Asia/Karachi), as 2025-06-03. Days lie between
/// 1900-01-01 and 2200-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day(pub NaiveDate);

#[Scalar(specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")]
impl ScalarType for Day {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        // chrono takes signs, spaces and years of five digits, which are no such days.
        let is_written = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .filter(|_| is_written);
        day.map(Self).ok_or_else(|| {
            InputValueError::custom(format!(
                "{text:?} is not a day; a day is written 2025-06-03"
            ))
        })
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// An exact decimal number, written as a string such as "1500000.50", or as a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal(pub rust_decimal::Decimal);

#[Scalar]
impl ScalarType for Decimal {
    fn parse(value: Value) -> InputValueResult<Self> {
        let text = match &value {
            Value::String(text) => text.clone(),
            Value::Number(number) if number.is_i64() => number.to_string(),
            _ => return Err(InputValueError::expected_type(value)),
        };
        // What is finer than can be kept would be rounded by another way of reading.
        let number = rust_decimal::Decimal::from_str_exact(&text);
        let number = number.ok().filter(|_| is_plain(&text));
        number.map(Self).ok_or_else(|| {
            InputValueError::custom(format!(
                "{text:?} is not a decimal number; one is written \"1500000.50\""
            ))
        })
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// Whether a number is written in digits, with one point between some at most: the library takes
/// blanks, underscores, a plus and a bare point as well, which are none to people.
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number(whole) && is_number(part)
}

/// A fiscal year, which runs from 1 July to 30 June, written 2025-26.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalYear(pub i32);

#[Scalar]
impl ScalarType for FiscalYear {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        let begins = text.get(..4).and_then(|year| year.parse().ok());
        let year = begins.map(Self).filter(|year| year.to_string() == *text);
        year.ok_or_else(|| {
            InputValueError::custom(format!(
                "{text:?} is not a fiscal year; one is written 2025-26"
            ))
        })
    }

    fn to_value(&self) -> Value {
        Value::String(self.to_string())
    }
}

impl std::fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

/// A moment in UTC, to the microsecond, as 2025-06-03T06:00:00Z (RFC 3339). Other offsets are
/// taken and turned into UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant(pub DateTime<Utc>);

#[Scalar(specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339")]
impl ScalarType for Instant {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        match DateTime::parse_from_rfc3339(text) {
            // The databases do not agree on the second after the 59th.
            Ok(at) if at.nanosecond() >= 1_000_000_000 => Err(InputValueError::custom(format!(
                "{text:?} is a leap second; write the second before or after it"
            ))),
            Ok(at) => Ok(Self(to_micros(at.to_utc()))),
            Err(_) => Err(InputValueError::custom(format!(
                "{text:?} is not a moment; a moment is written 2025-06-03T06:00:00Z"
            ))),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}
