//! When a meeting was, and how the one who recorded it knows of it.

use entity::enums::SourceKind;
use entity::meeting;

use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::input::{SourceInput, TimeInput};
use crate::concepts::meetings::rules::time;
use crate::concepts::members::named::{PersonOrMember, check_person};
use crate::kit::check::Check;
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    pub(super) fn time(&mut self, raw: &TimeInput, row: &mut meeting::Model) {
        let path = Path::root().field("when");
        let (time, field) = match raw {
            TimeInput::Instant(time) => {
                let until = time.until.map(|until| until.0);
                let zone = time.zone.as_deref();
                (time::instant(time.at.0, until, zone), "instant")
            }
            TimeInput::Days(days) => (time::days(days.from.0, days.to.map(|to| to.0)), "days"),
            TimeInput::Month(month) => (time::month(month), "month"),
        };
        match time {
            Ok(time) if time.is_to_come(self.tx.now(), self.tx.today()) => {
                let message =
                    "A meeting that took place lies in the past; this one is yet to come.";
                self.check.refuse(UserErrorCode::OutOfRange, &path, message);
            }
            Ok(time) => {
                row.precision = time.precision;
                row.starts_at = time.starts_at;
                row.ends_at = time.ends_at;
                row.first_day = time.first_day;
                row.last_day = time.last_day;
                row.zone = time.zone;
            }
            Err(error) => {
                let at = if field == error.field {
                    path.field(field)
                } else {
                    path.field(field).field(error.field)
                };
                self.check.refuse(error.code, &at, error.message);
            }
        }
    }

    /// How it is known, whole anew; who told it is answered, to be resolved. One who told it and
    /// whom the viewer does not see stays until another is named.
    pub(super) fn source(
        &mut self,
        raw: &SourceInput,
        row: &mut meeting::Model,
    ) -> Option<PersonOrMember> {
        let path = Path::root().field("source");
        let told_by = raw.told_by_id.as_ref().and_then(|id| {
            let path = path.field("toldById");
            check_person(&mut self.check, &mut self.references, &path, id)
        });
        row.source_kind = raw.kind.into();
        let is_told = row.source_kind == SourceKind::Told;
        row.told_by_id = row
            .told_by_id
            .filter(|person| is_told && !self.there.sees_person(*person));
        let is_named = raw.told_by_id.is_some();
        if is_told && !is_named && row.told_by_id.is_none() {
            let message = "Say who told you.";
            self.check
                .refuse(UserErrorCode::Required, &path.field("toldById"), message);
        }
        if !is_told && is_named {
            let message = "Nobody told you where the kind is not TOLD.";
            self.check
                .refuse(UserErrorCode::Invalid, &path.field("toldById"), message);
        }
        let line = |check: &mut Check, field: &str, text: Option<&String>| {
            check.optional_line(&path.field(field), text.map(String::as_str))
        };
        row.told_channel = raw.channel.map(Into::into);
        row.source_title = line(&mut self.check, "title", raw.title.as_ref());
        row.source_publisher = line(&mut self.check, "publisher", raw.publisher.as_ref());
        let address = raw.address.as_deref();
        row.source_address = self.check.web_address(&path.field("address"), address);
        let day = raw.day;
        row.source_day = day.and_then(|day| self.check.day(&path.field("day"), day.0));
        told_by
    }
}
