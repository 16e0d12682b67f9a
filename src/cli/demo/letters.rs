//! The invented letters of the year: who was written to, who wrote, and what still waits.

use anyhow::Result;
use serde_json::json;

use crate::cli::demo::fill::{after, moment};
use crate::cli::demo::lines::office_of;
use crate::cli::demo::words::{Both, Written, invented_text};
use crate::cli::demo::year::{Deed, Year};

/// A letter, and what came back.
pub struct Letter {
    /// With which office.
    pub office: &'static str,
    /// Whether it went out.
    is_out: bool,
    /// On which day of the year.
    pub day: u64,
    subject: Both,
    /// In how many days a reply is due.
    reply: Option<u64>,
    /// After how many days the reply came or went.
    answered: Option<u64>,
}

/// All of them. Of those that are not answered, one is past its day whenever one looks and one is
/// not.
pub const LETTERS: [Letter; 9] = [
    Letter {
        office: "wdd",
        is_out: true,
        day: 15,
        subject: (
            "List of vacant posts in the women's centres",
            "خواتین مراکز کی خالی آسامیوں کی فہرست",
        ),
        reply: Some(30),
        answered: Some(24),
    },
    Letter {
        office: "uni-sahil",
        is_out: true,
        day: 60,
        subject: (
            "Internships for students in the assembly",
            "اسمبلی میں طالبات کی انٹرن شپ",
        ),
        reply: Some(30),
        answered: Some(41),
    },
    Letter {
        office: "dc-washuk",
        is_out: true,
        day: 95,
        subject: (
            "A day for women's identity cards in Washuk",
            "واشک میں خواتین کے شناختی کارڈ کا دن",
        ),
        reply: None,
        answered: None,
    },
    Letter {
        office: "cso-umeed",
        is_out: false,
        day: 140,
        subject: (
            "Women without cards in four union councils",
            "چار یونین کونسلوں میں بغیر کارڈ خواتین",
        ),
        reply: Some(21),
        answered: Some(9),
    },
    Letter {
        office: "secretariat",
        is_out: true,
        day: 190,
        subject: (
            "A room for the caucus in the assembly building",
            "اسمبلی کی عمارت میں کاکس کے لیے کمرہ",
        ),
        reply: Some(30),
        answered: Some(28),
    },
    Letter {
        office: "csw",
        is_out: false,
        day: 245,
        subject: (
            "Comments on the draft of the helpline",
            "ہیلپ لائن کے مسودے پر رائے",
        ),
        reply: None,
        answered: None,
    },
    Letter {
        office: "dc-zhob",
        is_out: true,
        day: 300,
        subject: (
            "Seats of women in the district committees",
            "ضلعی کمیٹیوں میں خواتین کی نشستیں",
        ),
        reply: Some(21),
        answered: None,
    },
    Letter {
        office: "institute-fikr",
        is_out: false,
        day: 330,
        subject: (
            "Figures on women's votes, for use in the assembly",
            "خواتین کے ووٹ کے اعداد و شمار، اسمبلی کے لیے",
        ),
        reply: None,
        answered: None,
    },
    Letter {
        office: "uni-roshni",
        is_out: true,
        day: 352,
        subject: (
            "Draft of the agreement with the university",
            "یونیورسٹی کے ساتھ معاہدے کا مسودہ",
        ),
        reply: Some(30),
        answered: None,
    },
];

impl Year<'_> {
    /// Notes all letters to be recorded on their days.
    ///
    /// # Errors
    /// When a day is out of range.
    pub fn note_letters(&mut self) -> Result<()> {
        for letter in &LETTERS {
            let at = moment(after(self.first, letter.day)?, 11, 5)?;
            self.note(at, Deed::Write(letter, None));
        }
        Ok(())
    }

    /// Records a letter, or its reply where it answers one; the reply is noted.
    ///
    /// # Errors
    /// When it did not take effect.
    pub async fn letter(&mut self, letter: &'static Letter, answers: Option<String>) -> Result<()> {
        let id = self.fill.id("document");
        let is_reply = answers.is_some();
        let days = letter.answered.filter(|_| is_reply).unwrap_or_default();
        let day = after(self.first, letter.day + days)?;
        let due = letter.reply.filter(|_| !is_reply);
        let due = due.map(|days| after(day, days)).transpose()?;
        let office = self.office(office_of(letter.office, &self.offices)?)?;
        let input = json!({
            "id": id,
            "kind": if letter.is_out == is_reply { "LETTER_IN" } else { "LETTER_OUT" },
            "subject": invented_text(letter.subject, Written::Translated),
            "day": day.to_string(),
            "partyIds": [office.id],
            "replyDueOn": due.map(|due| due.to_string()),
            "answersId": answers,
        });
        let by = self.caucus.coordinator();
        self.fill.act(by, "recordDocument", input).await?;
        if let Some(days) = letter.answered.filter(|_| !is_reply) {
            let at = moment(after(day, days)?, 12, 5)?;
            self.note(at, Deed::Write(letter, Some(id)));
        }
        Ok(())
    }
}
