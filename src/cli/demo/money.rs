//! What is asked and promised in money in the invented year, and how far each sum has come.

use anyhow::{Context, Result};
use chrono::{Datelike, NaiveDate};
use serde_json::json;

use crate::cli::demo::fill::{after, moment};
use crate::cli::demo::words::{Both, Written, invented_text};
use crate::cli::demo::year::{Deed, Year};

/// Something that costs money.
pub struct Cause {
    /// The key of the office that is asked or promises.
    office: &'static str,
    direction: &'static str,
    kind: &'static str,
    text: Both,
    /// The codes of the districts that would benefit.
    districts: &'static [&'static str],
    /// On which day of the year it was said.
    pub day: u64,
    /// How far its money has come: so many days later, on which rung, how many rupees, under
    /// which number.
    rungs: &'static [(u64, &'static str, u64, &'static str)],
}

/// All of them.
pub const CAUSES: [Cause; 5] = [
    Cause {
        office: "pnd",
        direction: "ASKED_BY_CAUCUS",
        kind: "PSDP_SCHEME",
        text: (
            "Boundary walls and latrines for forty girls' schools",
            "لڑکیوں کے چالیس سکولوں کی چار دیواری اور بیت الخلا",
        ),
        districts: &["zhob", "killa-saifullah", "loralai"],
        day: 12,
        rungs: &[
            (0, "ASKED", 120_000_000, ""),
            (35, "SAID", 100_000_000, ""),
            (80, "WRITTEN", 100_000_000, "P&D-114 (invented)"),
            (150, "APPROVED", 92_500_000, "PC-I 31 (invented)"),
            (215, "BUDGETED", 60_000_000, "PSDP 2088 (invented)"),
            (260, "AUTHORISED", 30_000_000, "R-7 (invented)"),
            (300, "RELEASED", 15_000_000, "R-19 (invented)"),
            (340, "SPENT", 6_250_000, ""),
        ],
    },
    Cause {
        office: "wdd",
        direction: "MADE_TO_CAUCUS",
        kind: "STAFF_OR_RUNNING_COSTS",
        text: (
            "Staff for three women's centres",
            "تین خواتین مراکز کے لیے عملہ",
        ),
        districts: &["kech", "khuzdar", "sibi"],
        day: 46,
        rungs: &[
            (0, "SAID", 18_000_000, ""),
            (60, "WRITTEN", 14_400_000, "WDD-9 (invented)"),
            (170, "BUDGETED", 14_400_000, "PSDP 2131 (invented)"),
        ],
    },
    Cause {
        office: "welfare",
        direction: "ASKED_BY_CAUCUS",
        kind: "EQUIPMENT",
        text: (
            "Two vans for the shelter and the helpline",
            "پناہ گاہ اور ہیلپ لائن کے لیے دو گاڑیاں",
        ),
        districts: &["quetta"],
        day: 95,
        rungs: &[(0, "ASKED", 23_750_000, "")],
    },
    Cause {
        office: "schools",
        direction: "MADE_TO_CAUCUS",
        kind: "EQUIPMENT",
        text: (
            "School buses for six girls' high schools",
            "لڑکیوں کے چھ ہائی سکولوں کے لیے بسیں",
        ),
        districts: &["pishin", "mastung", "kalat"],
        day: 150,
        rungs: &[(0, "SAID", 54_000_000, ""), (55, "WRITTEN", 36_000_000, "")],
    },
    Cause {
        office: "mc-quetta",
        direction: "ASKED_BY_CAUCUS",
        kind: "PSDP_SCHEME",
        text: (
            "Street lights on the roads to the women's colleges",
            "خواتین کالجوں کے راستوں پر سٹریٹ لائٹس",
        ),
        districts: &["quetta"],
        day: 290,
        rungs: &[(0, "ASKED", 31_500_000, ""), (20, "SAID", 12_000_000, "")],
    },
];

/// That a sum came to a rung.
pub struct Sum {
    /// Of which commitment.
    pub commitment: String,
    rung: &'static str,
    rupees: u64,
    reference: &'static str,
    on: NaiveDate,
}

impl Year<'_> {
    /// Records a cause on its day; what comes of its money is noted.
    ///
    /// # Errors
    /// When it did not take effect.
    pub async fn cause(&mut self, cause: &'static Cause) -> Result<()> {
        let day = after(self.first, cause.day)?;
        let office = self
            .offices
            .iter()
            .find(|office| office.key == cause.office);
        let office = office.with_context(|| format!("there is no office {}", cause.office))?;
        let commitment = self.fill.id("commitment");
        let districts = cause.districts.iter();
        let districts: Result<Vec<_>> = districts
            .map(|code| Ok(self.fill.district(code)?.id.clone()))
            .collect();
        let input = json!({
            "id": commitment,
            "direction": cause.direction,
            "kind": cause.kind,
            "text": invented_text(cause.text, Written::Translated),
            "owedByIds": [office.id],
            "districtIds": districts?,
            "saidOn": day.to_string(),
        });
        let by = self.caucus.coordinator();
        self.fill.act(by, "recordCommitment", input).await?;
        for (days, rung, rupees, reference) in cause.rungs {
            let on = after(day, *days)?;
            let sum = Sum {
                commitment: commitment.clone(),
                rung,
                rupees: *rupees,
                reference,
                on,
            };
            self.note(moment(on, 15, 0)?, Deed::Sum(sum));
        }
        Ok(())
    }

    /// Records that a sum came to a rung.
    ///
    /// # Errors
    /// When it did not take effect.
    pub async fn sum(&self, sum: &Sum) -> Result<()> {
        let evidence = match sum.rung {
            "ASKED" | "SAID" => json!({ "kind": "FIRST_HAND" }),
            "SPENT" => json!({ "kind": "TOLD" }),
            _ => json!({ "kind": "DOCUMENT", "title": "Copy of the order (invented)" }),
        };
        let input = json!({
            "id": sum.commitment,
            "rung": sum.rung,
            "amount": { "amount": sum.rupees.to_string() },
            "fiscalYear": fiscal_year(sum.on),
            "reference": Some(sum.reference).filter(|reference| !reference.is_empty()),
            "on": sum.on.to_string(),
            "evidence": evidence,
        });
        self.fill
            .act(self.caucus.coordinator(), "recordAmount", input)
            .await
    }
}

/// The fiscal year in which a day lies, as the schema writes it.
fn fiscal_year(day: NaiveDate) -> String {
    let begins = if day.month() < 7 {
        day.year() - 1
    } else {
        day.year()
    };
    crate::kit::graphql::scalars::FiscalYear(begins).to_string()
}
