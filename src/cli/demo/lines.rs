//! The lines of work of the invented year.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use serde_json::json;

use crate::cli::demo::caucus::Caucus;
use crate::cli::demo::fill::{Fill, after};
use crate::cli::demo::offices::Office;
use crate::cli::demo::words::{Both, Written, invented_text};

/// A line of work to be opened.
pub struct Line {
    /// The key of the office; a party has none, and is `party-` and its place.
    pub office: &'static str,
    /// What it is about.
    pub title: Both,
    /// Who leads it, by her place.
    pub lead: usize,
    /// Whether it stands under the programme, and partners see it.
    pub is_shared: bool,
    /// On which day of the year it was opened.
    pub day: u64,
    /// In how many days its first task was done; none where it waits.
    pub done: Option<u64>,
    /// What is to be done first, and in how many days.
    pub task: (Both, u64),
}

/// All of them.
pub const LINES: [Line; 10] = [
    Line {
        office: "pec",
        title: ("Women on the electoral rolls", "انتخابی فہرستوں میں خواتین"),
        lead: 0,
        is_shared: true,
        day: 2,
        done: Some(27),
        task: (
            ("Ask for the gap by district", "ضلع وار فرق کے اعداد مانگیں"),
            21,
        ),
    },
    Line {
        office: "nadra",
        title: (
            "Identity cards for every woman",
            "ہر عورت کے لیے شناختی کارڈ",
        ),
        lead: 0,
        is_shared: true,
        day: 3,
        done: Some(18),
        task: (
            (
                "Agree on the districts to begin with",
                "ابتدائی اضلاع طے کریں",
            ),
            30,
        ),
    },
    Line {
        office: "dc-zhob",
        title: ("Women councillors of Zhob", "ژوب کی خواتین کونسلر"),
        lead: 3,
        is_shared: false,
        day: 10,
        done: None,
        task: (
            (
                "Visit the council with the councillors",
                "کونسلروں کے ساتھ کونسل جائیں",
            ),
            40,
        ),
    },
    Line {
        office: "uni-roshni",
        title: ("Students in the assembly", "اسمبلی میں طالبات"),
        lead: 1,
        is_shared: true,
        day: 20,
        done: Some(30),
        task: (("Draft the agreement", "معاہدے کا مسودہ بنائیں"), 35),
    },
    Line {
        office: "wdd",
        title: ("Staff for the women's centres", "خواتین مراکز کے لیے عملہ"),
        lead: 1,
        is_shared: false,
        day: 80,
        done: Some(41),
        task: (
            (
                "Get the list of approved posts",
                "منظور شدہ آسامیوں کی فہرست لیں",
            ),
            28,
        ),
    },
    // With two institutions, so that partners see into what the offices fold that they see.
    Line {
        office: "schools",
        title: (
            "A school for girls in every union council",
            "ہر یونین کونسل میں لڑکیوں کا سکول",
        ),
        lead: 5,
        is_shared: true,
        day: 100,
        done: Some(25),
        task: (
            (
                "Ask for the schools that stand empty",
                "بند پڑے سکولوں کی فہرست مانگیں",
            ),
            30,
        ),
    },
    Line {
        office: "party-0",
        title: (
            "Women in the committees of the party",
            "جماعت کی کمیٹیوں میں خواتین",
        ),
        lead: 2,
        is_shared: true,
        day: 110,
        done: Some(33),
        task: (("Count the women in each", "ہر کمیٹی میں خواتین گنیں"), 28),
    },
    Line {
        office: "cso-umeed",
        title: (
            "A common list of women without cards",
            "بغیر کارڈ خواتین کی مشترکہ فہرست",
        ),
        lead: 8,
        is_shared: true,
        day: 130,
        done: Some(12),
        task: (
            (
                "Settle who may see the list",
                "طے کریں کہ فہرست کون دیکھ سکتا ہے",
            ),
            14,
        ),
    },
    Line {
        office: "csw",
        title: (
            "One helpline for all districts",
            "تمام اضلاع کے لیے ایک ہیلپ لائن",
        ),
        lead: 6,
        is_shared: false,
        day: 240,
        done: None,
        task: (("Collect the numbers in use", "موجودہ نمبر جمع کریں"), 30),
    },
    Line {
        office: "secretariat",
        title: ("A crèche beside the gallery", "گیلری کے ساتھ بچوں کا کمرہ"),
        lead: 0,
        is_shared: false,
        day: 330,
        done: None,
        task: (("Bring the plan of the room", "کمرے کا نقشہ لائیں"), 45),
    },
];

/// Opens one on a day, and answers its id and that of its first task.
///
/// # Errors
/// When something did not take effect.
pub async fn open(
    fill: &Fill,
    caucus: &Caucus,
    line: &Line,
    office: &str,
    day: NaiveDate,
) -> Result<(String, String)> {
    let by = caucus.coordinator();
    let lead = &caucus.member(line.lead)?.id;
    let helper = &caucus.member((line.lead + 5) % caucus.members.len())?.id;
    let id = fill.id("engagement");
    let input = json!({
        "id": id,
        "stakeholderId": office,
        "title": invented_text(line.title, Written::Translated),
        "leadId": lead,
        "memberIds": [helper],
        "programmeId": Some(&caucus.programme).filter(|_| line.is_shared),
        "openedOn": day.to_string(),
        "audience": if line.is_shared { "PARTNERS" } else { "CAUCUS" },
    });
    fill.act(by, "openEngagement", input).await?;
    let (title, days) = line.task;
    let task = fill.id("follow_up_action");
    let input = json!({
        "id": task,
        "title": invented_text(title, Written::Translated),
        "ownerId": lead,
        "helperIds": [helper],
        "dueOn": after(day, days)?.to_string(),
        "engagementId": id,
    });
    fill.act(by, "assignFollowUp", input).await?;
    Ok((id, task))
}

/// The party with which a line of work is, if it is with one.
///
/// # Errors
/// When there is no such party.
pub fn party_of<'c>(line: &Line, caucus: &'c Caucus) -> Result<Option<&'c str>> {
    let Some(place) = line.office.strip_prefix("party-") else {
        return Ok(None);
    };
    let party = caucus.parties.get(place.parse::<usize>()?);
    let party = party.with_context(|| format!("there is no {}", line.office))?;
    Ok(Some(party))
}

/// The place of an office in the list, by its key.
///
/// # Errors
/// When it is not there.
pub fn office_of(key: &str, offices: &[Office]) -> Result<usize> {
    let found = offices.iter().position(|office| office.key == key);
    found.with_context(|| format!("there is no office {key}"))
}
