//! What is checked of a document alike, whether it is noted or set right.

use async_graphql::MaybeUndefined;
use chrono::NaiveDate;
use entity::document;
use entity::ids::DocumentId;

use crate::concepts::documents::input::DocumentTermsInput;
use crate::concepts::documents::rules::is_letter;
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::{Path, UserErrorCode};

impl DocumentTermsInput {
    /// Puts what was sent in its place.
    pub(super) fn set(
        &self,
        check: &mut Check,
        references: &mut References,
        row: &mut document::Model,
    ) {
        let root = Path::root();
        for (field, raw, column) in [
            (
                "referenceNumber",
                &self.reference_number,
                &mut row.reference_number,
            ),
            ("diaryNumber", &self.diary_number, &mut row.diary_number),
        ] {
            if !raw.is_undefined() {
                let raw = raw.value().map(String::as_str);
                *column = check.optional_line(&root.field(field), raw);
            }
        }
        if !self.answers_id.is_undefined() {
            let path = root.field("answersId");
            row.answers_id = check.optional_id(&path, self.answers_id.value());
            references.want::<DocumentId>(&path, row.answers_id);
        }
        let days: [(&MaybeUndefined<Day>, &mut Option<NaiveDate>); 3] = [
            (&self.reply_due_on, &mut row.reply_due_on),
            (&self.signed_on, &mut row.signed_on),
            (&self.valid_until, &mut row.valid_until),
        ];
        for (raw, column) in days {
            if !raw.is_undefined() {
                *column = raw.value().map(|day| day.0);
            }
        }
    }
}

/// That the days of a document, as it would be, agree with each other and with what it is.
pub(super) fn check_days(check: &mut Check, row: &document::Model, today: NaiveDate) {
    let root = Path::root();
    let is_day_right = check.day_come(&root.field("day"), row.day, today).is_some();
    let path = root.field("replyDueOn");
    if let Some(due) = row.reply_due_on.and_then(|due| check.day(&path, due)) {
        if !is_letter(row.kind) {
            let message = "Only a letter waits for a reply.";
            check.refuse(UserErrorCode::Invalid, &path, message);
        } else if is_day_right && due < row.day {
            let message = format!("The letter is of {}; no reply is due before that.", row.day);
            check.refuse(UserErrorCode::OutOfRange, &path, message);
        }
    }
    let path = root.field("signedOn");
    let signed_on = row.signed_on;
    let signed_on = signed_on.and_then(|day| check.day_come(&path, day, today));
    let path = root.field("validUntil");
    let first = signed_on.unwrap_or(row.day).max(row.day);
    if let Some(until) = row.valid_until.and_then(|day| check.day(&path, day))
        && is_day_right
        && until < first
    {
        let message = format!("It is of {first}; it does not run out before that.");
        check.refuse(UserErrorCode::OutOfRange, &path, message);
    }
}

/// That a letter is from or to somebody.
pub(super) fn check_parties(check: &mut Check, row: &document::Model, has_parties: bool) {
    if is_letter(row.kind) && !has_parties {
        let message = "Say from whom the letter is, or to whom.";
        let path = Path::root().field("partyIds");
        check.refuse(UserErrorCode::Required, &path, message);
    }
}
