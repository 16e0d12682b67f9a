//! When a meeting was, and how the one who logs it knows of it.

use entity::enums as kept;

use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::draft::parts::Source;
use crate::concepts::meetings::input::{SourceInput, TimeInput};
use crate::concepts::meetings::rules::time::{self, Time};
use crate::concepts::members::named::check_person;
use crate::kit::check::Check;
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    pub(super) fn time(&mut self, raw: Option<&TimeInput>) -> Option<Time> {
        let path = Path::root().field("when");
        let (now, today) = (self.tx.now(), self.tx.today());
        let (time, field) = match raw {
            None => (time::instant(now, None, None), "instant"),
            Some(TimeInput::Instant(time)) => {
                let until = time.until.map(|until| until.0);
                (
                    time::instant(time.at.0, until, time.zone.as_deref()),
                    "instant",
                )
            }
            Some(TimeInput::Days(days)) => {
                (time::days(days.from.0, days.to.map(|to| to.0)), "days")
            }
            Some(TimeInput::Month(month)) => (time::month(month), "month"),
        };
        match time {
            Ok(time) if time.is_to_come(now, today) => {
                let message =
                    "A meeting that took place lies in the past; this one is yet to come.";
                self.check.refuse(UserErrorCode::OutOfRange, &path, message);
                None
            }
            Ok(time) => Some(time),
            Err(error) => {
                let at = if field == error.field {
                    path.field(field)
                } else {
                    path.field(field).field(error.field)
                };
                self.check.refuse(error.code, &at, error.message);
                None
            }
        }
    }

    pub(super) fn source(&mut self, raw: Option<&SourceInput>) -> Source {
        let path = Path::root().field("source");
        let kind = raw.map_or(kept::SourceKind::FirstHand, |raw| raw.kind.into());
        let told_by = raw.and_then(|raw| raw.told_by_id.as_ref()).and_then(|id| {
            check_person(
                &mut self.check,
                &mut self.references,
                &path.field("toldById"),
                id,
            )
        });
        let is_named = raw.is_some_and(|raw| raw.told_by_id.is_some());
        if kind == kept::SourceKind::Told && !is_named {
            let message = "Say who told you.";
            self.check
                .refuse(UserErrorCode::Required, &path.field("toldById"), message);
        }
        if kind != kept::SourceKind::Told && is_named {
            let message = "Nobody told you where the kind is not TOLD.";
            self.check
                .refuse(UserErrorCode::Invalid, &path.field("toldById"), message);
        }
        let address = raw
            .and_then(|raw| raw.address.as_deref())
            .unwrap_or_default()
            .trim();
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        if !address.is_empty() && !is_web {
            let message = "An address begins with https:// or http://.";
            self.check
                .refuse(UserErrorCode::Invalid, &path.field("address"), message);
        }
        let line = |check: &mut Check, field: &str, text: Option<&String>| {
            check.optional_line(&path.field(field), text.map(String::as_str))
        };
        Source {
            kind,
            told_by,
            channel: raw.and_then(|raw| raw.channel).map(Into::into),
            title: line(
                &mut self.check,
                "title",
                raw.and_then(|raw| raw.title.as_ref()),
            ),
            publisher: line(
                &mut self.check,
                "publisher",
                raw.and_then(|raw| raw.publisher.as_ref()),
            ),
            address: line(
                &mut self.check,
                "address",
                raw.and_then(|raw| raw.address.as_ref()),
            ),
            day: raw
                .and_then(|raw| raw.day)
                .and_then(|day| self.check.day(&path.field("day"), day.0)),
        }
    }
}
