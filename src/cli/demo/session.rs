//! The consultative session of 3 June 2025, as far as the concepts hold it. It is real: nobody
//! is named who was there, and nothing is added to what its record says but the next steps.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::cli::demo::caucus::Caucus;
use crate::cli::demo::fill::{Fill, moment};
use crate::cli::demo::session_words::{
    CHIEF_MINISTER, DECISIONS, DEPUTY_SPEAKER, KINDS, Named, Owes, PARTNER, PROMISES, SAID,
    SPEAKER, TITLE,
};
use crate::cli::demo::words::{name, text};

/// The day of the session.
pub const DAY: &str = "2025-06-03";

/// The stakeholders of the session under which others are filed later.
pub struct Session {
    /// The Election Commission of Pakistan.
    pub ecp: String,
    /// The National Database and Registration Authority.
    pub nadra: String,
}

/// The offices whose words the session tells.
struct With {
    partner: String,
    chief_minister: String,
    speaker: String,
}

impl With {
    /// What was asked of them, and what they and the caucus promised.
    fn commitments(&self) -> Vec<Value> {
        let told = PROMISES.iter().map(|promise| {
            let owes = match promise.owes {
                Owes::Caucus => None,
                Owes::Partner => Some(&self.partner),
                Owes::ChiefMinister => Some(&self.chief_minister),
                Owes::Speaker => Some(&self.speaker),
            };
            let direction = match (owes, promise.is_ask) {
                (None, _) => "MADE_BY_CAUCUS",
                (Some(_), true) => "ASKED_BY_CAUCUS",
                (Some(_), false) => "MADE_TO_CAUCUS",
            };
            json!({
                "direction": direction,
                "kind": promise.kind,
                "isVague": promise.is_vague,
                "text": text(promise.text),
                "owedByIds": owes.map(|office| [office]),
            })
        });
        told.collect()
    }
}

/// Records the session, a day after it.
///
/// # Errors
/// When something did not take effect.
pub async fn record(fill: &Fill, caucus: &Caucus) -> Result<Session> {
    let day: NaiveDate = DAY.parse().context("not a day")?;
    let next_day = day.succ_opt().context("no day after the session")?;
    fill.set(moment(next_day, 10, 0)?);
    let partner = stakeholder(fill, caucus, &PARTNER).await?;
    stakeholder(fill, caucus, &DEPUTY_SPEAKER).await?;
    let chief_minister = stakeholder(fill, caucus, &CHIEF_MINISTER).await?;
    let speaker = stakeholder(fill, caucus, &SPEAKER).await?;
    let with = With {
        partner,
        chief_minister,
        speaker,
    };
    meeting(fill, caucus, &with).await?;
    office_space(fill, caucus, &with.speaker).await?;
    let (mut ecp, mut nadra) = (None, None);
    for (place, kind) in KINDS.iter().enumerate() {
        let id = engage(fill, caucus, kind, place).await?;
        match kind.category {
            "ECP" => ecp = Some(id),
            "NADRA" => nadra = Some(id),
            _ => {}
        }
    }
    Ok(Session {
        ecp: ecp.context("the session names the ECP")?,
        nadra: nadra.context("the session names NADRA")?,
    })
}

async fn stakeholder(fill: &Fill, caucus: &Caucus, named: &Named) -> Result<String> {
    let id = fill.id("stakeholder");
    let input = json!({
        "id": id,
        "name": name(named.name),
        "shortName": named.short,
        "aliases": named.aliases,
        "category": named.category,
        "isProvinceWide": true,
        "inScopeSince": DAY,
    });
    fill.act(caucus.coordinator(), "createStakeholder", input)
        .await?;
    Ok(id)
}

async fn meeting(fill: &Fill, caucus: &Caucus, with: &With) -> Result<()> {
    let decisions = DECISIONS.map(|(kind, words)| json!({ "kind": kind, "text": text(words) }));
    let input = json!({
        "id": fill.id("meeting"),
        "title": text(TITLE),
        "when": { "days": { "from": DAY } },
        "heldIn": {
            "districtId": fill.district("quetta")?.id,
            "place": "Office of the Deputy Speaker, Balochistan Provincial Assembly",
        },
        "topicIds": [caucus.topic(7)?],
        "programmeIds": [caucus.programme],
        "with": [{ "stakeholderId": with.partner }],
        "said": text(SAID),
        "source": {
            "kind": "DOCUMENT",
            "title": "Consultative Session with the Women Parliamentary Caucus Balochistan \
                      Provincial Assembly",
        },
        "audience": "PARTNERS",
        "wordsAudience": "CAUCUS",
        "decisions": decisions,
        "commitments": with.commitments(),
    });
    fill.act(caucus.coordinator(), "logMeeting", input).await
}

/// What the caucus resolved to ask of the Speaker: a line of work with that office, and its task.
async fn office_space(fill: &Fill, caucus: &Caucus, speaker: &str) -> Result<()> {
    let owner = &caucus.member(0)?.id;
    let engagement = fill.id("engagement");
    let input = json!({
        "id": engagement,
        "stakeholderId": speaker,
        "title": text((
            "Separate office space for the caucus in the new assembly building",
            "اسمبلی کی نئی عمارت میں کاکس کے لیے علیحدہ دفتر",
        )),
        "purpose": text((
            "Resolved in the session of 3 June 2025, the day on which the building was \
             inaugurated.",
            "یہ 3 جون 2025 کی نشست میں طے ہوا، جس دن عمارت کا افتتاح ہوا۔",
        )),
        "leadId": owner,
        "topicIds": [caucus.topic(7)?],
        "openedOn": DAY,
        "wordsAudience": "CAUCUS",
    });
    fill.act(caucus.coordinator(), "openEngagement", input)
        .await?;
    let input = json!({
        "id": fill.id("follow_up_action"),
        "title": text((
            "Ask the Speaker formally for a separate office space in the new assembly building",
            "سپیکر سے اسمبلی کی نئی عمارت میں علیحدہ دفتر کی باضابطہ درخواست کریں",
        )),
        "ownerId": owner,
        "priority": "HIGH",
        "engagementId": engagement,
    });
    fill.act(caucus.coordinator(), "assignFollowUp", input)
        .await
}

/// One of the six kinds with its line of work and the next step in it.
async fn engage(fill: &Fill, caucus: &Caucus, kind: &Named, place: usize) -> Result<String> {
    let id = stakeholder(fill, caucus, kind).await?;
    let lead = &caucus.member(place + 1)?.id;
    let engagement = fill.id("engagement");
    let (en, ur) = kind.name;
    let input = json!({
        "id": engagement,
        "stakeholderId": id,
        "title": {
            "text": format!("{en}: coordination under PWL"),
            "language": "EN",
            "translation": format!("{ur}: پی ڈبلیو ایل کے تحت رابطہ کاری"),
        },
        "purpose": text((
            "Inclusive governance and women's political empowerment across Balochistan, as \
             promised in the session of 3 June 2025.",
            "بلوچستان بھر میں شمولیتی حکمرانی اور خواتین کی سیاسی خود مختاری، جیسا کہ 3 جون 2025 کی \
             نشست میں وعدہ ہوا۔",
        )),
        "leadId": lead,
        "programmeId": caucus.programme,
        "openedOn": DAY,
        "audience": "PARTNERS",
        "wordsAudience": "CAUCUS",
    });
    fill.act(caucus.coordinator(), "openEngagement", input)
        .await?;
    let next = kind
        .next
        .context("a kind of stakeholder without a next step")?;
    let input = json!({
        "id": fill.id("follow_up_action"),
        "title": text(next),
        "ownerId": lead,
        "engagementId": engagement,
    });
    fill.act(caucus.coordinator(), "assignFollowUp", input)
        .await?;
    Ok(id)
}
