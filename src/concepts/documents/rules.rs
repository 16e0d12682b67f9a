//! What holds of documents, without a database.

use chrono::NaiveDate;
use entity::document;
use entity::enums::DocumentKind;

/// Whether documents of a kind are letters: what waits for a reply, and is contact.
#[must_use]
pub fn is_letter(kind: DocumentKind) -> bool {
    DocumentKind::LETTERS.contains(&kind)
}

/// Whether a letter waits for a reply: one is due by a day, and nothing answers it.
#[must_use]
pub fn awaits_reply(row: &document::Model, is_answered: bool) -> bool {
    row.reply_due_on.is_some() && !is_answered
}

/// Whether a reply that a letter waits for is past its day. Due today is not overdue.
#[must_use]
pub fn is_overdue(row: &document::Model, is_answered: bool, today: NaiveDate) -> bool {
    awaits_reply(row, is_answered) && row.reply_due_on.is_some_and(|due| due < today)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Days};
    use entity::enums::{Audience, Language};
    use entity::text::Text;
    use uuid::Uuid;

    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 15).unwrap()
    }

    fn letter(reply_due_on: Option<NaiveDate>) -> document::Model {
        document::Model {
            id: Uuid::from_u128(1).into(),
            audience: Audience::Caucus,
            words_audience: Audience::Present,
            recorded_at: DateTime::UNIX_EPOCH,
            archived_on: None,
            kind: DocumentKind::LetterOut,
            day: day(),
            subject: Text {
                text: "Rolls".to_owned(),
                language: Language::En,
                translation: None,
            },
            reference_number: None,
            diary_number: None,
            answers_id: None,
            reply_due_on,
            signed_on: None,
            valid_until: None,
        }
    }

    #[test]
    fn a_reply_due_today_is_not_overdue_and_one_due_yesterday_is() {
        let today = day();
        let yesterday = today.checked_sub_days(Days::new(1));

        assert!(!is_overdue(&letter(Some(today)), false, today));
        assert!(is_overdue(&letter(yesterday), false, today));
    }

    #[test]
    fn what_is_answered_or_asks_for_no_reply_waits_for_none() {
        assert!(!awaits_reply(&letter(Some(day())), true));
        assert!(!awaits_reply(&letter(None), false));
        assert!(awaits_reply(&letter(Some(day())), false));
    }
}
