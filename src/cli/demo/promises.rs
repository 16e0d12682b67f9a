//! What is asked and promised in the invented meetings, and what becomes of it.

use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Value, json};

use crate::cli::demo::fill::{after, moment};
use crate::cli::demo::plan::{Planned, Sort};
use crate::cli::demo::words::{Written, invented_text};
use crate::cli::demo::year::{Deed, Year};
use crate::kit::zone::day_of;

/// In how many days what was promised falls due.
const DUE_IN: u64 = 30;

/// That a commitment came to a status.
pub struct Step {
    /// Which commitment.
    pub commitment: String,
    /// The status.
    pub status: &'static str,
    /// By whose word.
    pub basis: &'static str,
    /// By what it is known.
    pub evidence: &'static str,
    /// On which day it came there.
    pub on: NaiveDate,
    /// Whether partners read it from then on.
    pub is_shared: bool,
}

/// That an ask is answered by a promise.
pub struct Answer {
    /// The ask.
    pub ask: String,
    /// The place of the office that promises.
    pub office: usize,
    /// What it promises.
    pub text: Value,
    /// On which day.
    pub on: NaiveDate,
}

impl Year<'_> {
    /// What is asked and promised in a meeting that is recorded now; what becomes of it is noted.
    ///
    /// # Errors
    /// When a day is out of range.
    pub fn commitments(
        &mut self,
        at: DateTime<Utc>,
        planned: &Planned,
        written: Written,
        is_shared: bool,
    ) -> Result<Vec<Value>> {
        let number = planned.number;
        let mut commitments = Vec::new();
        if matches!(planned.sort, Sort::Nobody | Sort::Internal) {
            return Ok(commitments);
        }
        let held = self.held_on(planned)?;
        if number.is_multiple_of(3) {
            let (id, due) = (self.fill.id("commitment"), after(held, DUE_IN)?);
            commitments.push(json!({
                "id": id,
                "direction": "MADE_TO_CAUCUS",
                "kind": planned.matter.promised,
                "text": invented_text(planned.matter.promise, written),
                "dueOn": due.to_string(),
                "saidById": self.known_head(planned)?,
            }));
            self.fate_of_promise(at, id, due, is_shared)?;
        }
        if number % 4 == 1 {
            let id = self.fill.id("commitment");
            commitments.push(json!({
                "id": id,
                "direction": "ASKED_BY_CAUCUS",
                "kind": planned.matter.asked,
                "text": invented_text(planned.matter.ask, written),
            }));
            let answer = invented_text(planned.matter.ask, written);
            self.fate_of_ask(at, id, planned, answer)?;
        }
        if number % 24 == 10 {
            commitments.push(json!({
                "direction": "MADE_BY_CAUCUS",
                "kind": "DATA_OR_ACCESS",
                "text": invented_text(planned.matter.task, written),
                "dueOn": after(held, 2 * DUE_IN)?.to_string(),
            }));
        }
        Ok(commitments)
    }

    /// The head of the office, where she was on record before she was met.
    fn known_head(&self, planned: &Planned) -> Result<Option<String>> {
        let Some(place) = planned.offices.first() else {
            return Ok(None);
        };
        let office = self.office(*place)?;
        Ok(office.head.id.clone().filter(|_| office.is_known))
    }

    /// Most promises are kept, in part or late; some are said to be kept and nobody has looked,
    /// some are given up, and some wait past their day to be judged.
    fn fate_of_promise(
        &mut self,
        at: DateTime<Utc>,
        commitment: String,
        due: NaiveDate,
        is_shared: bool,
    ) -> Result<()> {
        let recorded = day_of(at);
        let early = after(recorded, self.chance.within(3, 20))?;
        let (status, basis, evidence, on) = match self.chance.below(12) {
            0..=3 => ("FULFILLED", "JUDGED", "DOCUMENT", early.min(due)),
            4 => ("FULFILLED", "JUDGED", "FIRST_HAND", after(due, 12)?),
            5 | 6 => ("PARTLY_FULFILLED", "JUDGED", "FIRST_HAND", early),
            7 | 8 => ("FULFILLED", "REPORTED", "TOLD", after(due, 2)?),
            9 => ("EXPIRED", "JUDGED", "FIRST_HAND", after(due, 40)?),
            10 => ("WITHDRAWN", "JUDGED", "TOLD", early),
            _ => return Ok(()),
        };
        let step = Step {
            commitment,
            status,
            basis,
            evidence,
            on,
            is_shared: is_shared && basis == "JUDGED",
        };
        self.note(moment(on, 16, 10)?, Deed::Step(step));
        Ok(())
    }

    /// Half of the asks are heard of again.
    fn fate_of_ask(
        &mut self,
        at: DateTime<Utc>,
        commitment: String,
        planned: &Planned,
        text: Value,
    ) -> Result<()> {
        let days = self.chance.within(10, 45);
        let on = after(day_of(at), days)?;
        let fate = self.chance.below(8);
        if let (2 | 3, Some(office)) = (fate, planned.offices.first().copied()) {
            let ask = commitment;
            let answer = Answer {
                ask,
                office,
                text,
                on,
            };
            self.note(moment(on, 16, 20)?, Deed::Answer(answer));
            return Ok(());
        }
        let status = match fate {
            0 => "UNDER_REVIEW",
            1 => "DECLINED",
            4 => "WITHDRAWN",
            _ => return Ok(()),
        };
        let step = Step {
            commitment,
            status,
            basis: "JUDGED",
            evidence: "TOLD",
            on,
            is_shared: false,
        };
        self.note(moment(on, 16, 20)?, Deed::Step(step));
        Ok(())
    }

    /// Says that a commitment came to a status, as the coordinator.
    ///
    /// # Errors
    /// When it did not take effect.
    pub async fn step(&self, step: &Step) -> Result<()> {
        let evidence = match step.evidence {
            "DOCUMENT" => json!({ "kind": "DOCUMENT", "title": "Letter of the office (invented)" }),
            kind => json!({ "kind": kind }),
        };
        let input = json!({
            "id": step.commitment,
            "status": step.status,
            "basis": step.basis,
            "evidence": evidence,
            "on": step.on.to_string(),
        });
        let by = self.caucus.coordinator();
        self.fill.act(by, "advanceCommitment", input).await?;
        if step.is_shared {
            let shared = json!({ "isStatusShared": true });
            self.update("commitment", &step.commitment, shared).await?;
        }
        Ok(())
    }

    /// Records the promise that answers an ask.
    ///
    /// # Errors
    /// When it did not take effect.
    pub async fn answer(&self, answer: &Answer) -> Result<()> {
        let office = self.office(answer.office)?;
        let input = json!({
            "id": self.fill.id("commitment"),
            "direction": "MADE_TO_CAUCUS",
            "text": answer.text,
            "answersId": answer.ask,
            "owedByIds": [office.id],
            "saidOn": answer.on.to_string(),
            "dueOn": after(answer.on, 2 * DUE_IN)?.to_string(),
        });
        let by = self.caucus.coordinator();
        let recorded = self.fill.act(by, "recordCommitment", input).await;
        recorded.context("an ask that nobody can answer")
    }
}
