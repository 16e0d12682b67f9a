//! The consultative session of 3 June 2025, as far as the concepts hold it. It is real: nobody
//! is named who was there, and nothing is added to what its record says but the next steps.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use serde_json::json;

use crate::cli::demo::caucus::Caucus;
use crate::cli::demo::fill::{Fill, moment};
use crate::cli::demo::words::{Both, name, text};

/// The day of the session.
pub const DAY: &str = "2025-06-03";

const TITLE: Both = (
    "Consultative session with UN Women on the PWL project",
    "پی ڈبلیو ایل منصوبے پر یو این ویمن کے ساتھ مشاورتی نشست",
);

const SAID: Both = (
    "The session reviewed what is under way and planned under the PWL project. The members went \
     through the work plan and asked for actions whose effect is felt locally and that serve the \
     province's wider agenda of gender equality. They gave constructive feedback on the proposed \
     mentorship programme: its scope, its structure, and where it can help young women leaders \
     most. The caucus proposed two PSDP schemes of its own, to support what its members do in \
     their constituencies; this follows what the Chief Minister had promised to women \
     legislators. The Chief Minister has also promised an endowment fund, so that the caucus can \
     work independently and last. The PWL project will help with the design of a logo and a \
     letterhead for the caucus. With more capacity the caucus will be able to share its \
     experience with caucuses of other provinces on exchange visits.",
    "نشست میں پی ڈبلیو ایل منصوبے کے جاری اور آئندہ کاموں کا جائزہ لیا گیا۔ ارکان نے ورک پلان پر تفصیل سے \
     بات کی اور ایسے اقدامات پر زور دیا جن کا اثر مقامی سطح پر محسوس ہو اور جو صوبے میں صنفی برابری کے \
     وسیع تر ایجنڈے کے مطابق ہوں۔ مجوزہ مینٹورشپ پروگرام کے دائرے، ڈھانچے اور نوجوان خواتین رہنماؤں کے \
     لیے اس کے فائدے پر تعمیری رائے دی گئی۔ کاکس نے دو پی ایس ڈی پی سکیموں کی تجویز دی تاکہ ارکان اپنے \
     حلقوں میں کام کر سکیں؛ وزیرِ اعلیٰ خواتین ارکان سے اس کا وعدہ کر چکے ہیں۔ وزیرِ اعلیٰ نے کاکس کے لیے \
     انڈومنٹ فنڈ کا وعدہ بھی کیا ہے تاکہ کاکس خود مختار اور پائیدار ہو۔ منصوبہ کاکس کے لوگو اور لیٹر ہیڈ \
     کی تیاری میں تکنیکی مدد دے گا۔ بہتر صلاحیت کے ساتھ کاکس دوسرے صوبوں کے کاکسوں کو تبادلے کے دوروں \
     میں اپنے تجربات سے آگاہ کر سکے گا۔",
);

const DECISIONS: [(&str, Both); 3] = [
    (
        "APPROVAL",
        (
            "The PWL project work plan is approved, following the members' inputs and \
             recommendations.",
            "ارکان کی آراء اور سفارشات کے بعد پی ڈبلیو ایل منصوبے کا ورک پلان منظور کیا گیا۔",
        ),
    ),
    (
        "AGREEMENT",
        (
            "Key capacity-building initiatives, the development of the caucus's rules of \
             procedure and leadership training are held in Quetta.",
            "استعداد کار کے اہم اقدامات، کاکس کے قواعدِ کار کی تیاری اور قیادت کی تربیت کوئٹہ میں ہوں گی۔",
        ),
    ),
    (
        "RESOLVED",
        (
            "The caucus formally engages the Speaker of the Provincial Assembly to secure a \
             separate office space in the new assembly building.",
            "کاکس اسمبلی کی نئی عمارت میں علیحدہ دفتر کے لیے سپیکر صوبائی اسمبلی سے باضابطہ رابطہ کرے گا۔",
        ),
    ),
];

const PROMISE: Both = (
    "The members actively facilitate coordination and engagement with key stakeholders under the \
     PWL project: political party representatives, the ECP, NADRA, CSOs, academia and local \
     government institutions.",
    "ارکان پی ڈبلیو ایل منصوبے کے تحت اہم اداروں سے رابطے میں بھرپور سہولت دیں گی: سیاسی جماعتوں کے \
     نمائندے، الیکشن کمیشن، نادرا، سول سوسائٹی، تعلیمی ادارے اور مقامی حکومت۔",
);

/// A stakeholder that the session names.
struct Named {
    category: &'static str,
    name: Both,
    short: Option<&'static str>,
    /// What is to be done next, for the six kinds that are to be engaged.
    next: Option<Both>,
}

const fn named(category: &'static str, name: Both) -> Named {
    Named {
        category,
        name,
        short: None,
        next: None,
    }
}

const PARTNER: Named = named("DEVELOPMENT_PARTNER", ("UN Women", "یو این ویمن"));

const DEPUTY_SPEAKER: Named = named(
    "LEGISLATURE",
    (
        "Office of the Deputy Speaker, Balochistan Provincial Assembly",
        "دفتر ڈپٹی سپیکر، بلوچستان صوبائی اسمبلی",
    ),
);

const SPEAKER: Named = named(
    "LEGISLATURE",
    (
        "Office of the Speaker, Balochistan Provincial Assembly",
        "دفتر سپیکر، بلوچستان صوبائی اسمبلی",
    ),
);

const KINDS: [Named; 6] = [
    Named {
        next: Some((
            "Agree with the parties' representatives on a first round of talks",
            "جماعتوں کے نمائندوں سے بات چیت کا پہلا دور طے کریں",
        )),
        ..named(
            "POLITICAL_PARTY",
            (
                "Political party representatives",
                "سیاسی جماعتوں کے نمائندے",
            ),
        )
    },
    Named {
        short: Some("ECP"),
        next: Some((
            "Ask the ECP whom the caucus should speak to in Balochistan",
            "الیکشن کمیشن سے پوچھیں کہ بلوچستان میں کاکس کس سے بات کرے",
        )),
        ..named(
            "ECP",
            ("Election Commission of Pakistan", "الیکشن کمیشن آف پاکستان"),
        )
    },
    Named {
        short: Some("NADRA"),
        next: Some((
            "Ask NADRA for a first meeting",
            "نادرا سے پہلی ملاقات کا وقت لیں",
        )),
        ..named(
            "NADRA",
            (
                "National Database and Registration Authority",
                "نیشنل ڈیٹا بیس اینڈ رجسٹریشن اتھارٹی (نادرا)",
            ),
        )
    },
    Named {
        short: Some("CSOs"),
        next: Some((
            "Draw up a list of the CSOs to be invited",
            "مدعو کی جانے والی سول سوسائٹی تنظیموں کی فہرست بنائیں",
        )),
        ..named(
            "CSO",
            (
                "Civil society organisations of Balochistan",
                "بلوچستان کی سول سوسائٹی تنظیمیں",
            ),
        )
    },
    Named {
        next: Some((
            "Write to the universities about a first meeting",
            "پہلی ملاقات کے لیے جامعات کو خط لکھیں",
        )),
        ..named(
            "ACADEMIA",
            (
                "Academic institutions of Balochistan",
                "بلوچستان کے تعلیمی ادارے",
            ),
        )
    },
    Named {
        next: Some((
            "Ask the local councils who speaks for them",
            "مقامی کونسلوں سے پوچھیں کہ ان کی نمائندگی کون کرے گا",
        )),
        ..named(
            "LOCAL_GOVERNMENT",
            (
                "Local government institutions of Balochistan",
                "بلوچستان کے مقامی حکومت کے ادارے",
            ),
        )
    },
];

/// The stakeholders of the session under which others are filed later.
pub struct Session {
    /// The Election Commission of Pakistan.
    pub ecp: String,
    /// The National Database and Registration Authority.
    pub nadra: String,
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
    meeting(fill, caucus, &partner).await?;
    office_space(fill, caucus).await?;
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
        "category": named.category,
        "isProvinceWide": true,
        "inScopeSince": DAY,
    });
    fill.act(caucus.coordinator(), "createStakeholder", input)
        .await?;
    Ok(id)
}

async fn meeting(fill: &Fill, caucus: &Caucus, partner: &str) -> Result<()> {
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
        "with": [{ "stakeholderId": partner }],
        "said": text(SAID),
        "source": {
            "kind": "DOCUMENT",
            "title": "Consultative Session with the Women Parliamentary Caucus Balochistan \
                      Provincial Assembly",
        },
        "audience": "PARTNERS",
        "wordsAudience": "CAUCUS",
        "decisions": decisions,
        "commitments": [{ "direction": "MADE_BY_CAUCUS", "text": text(PROMISE) }],
    });
    fill.act(caucus.coordinator(), "logMeeting", input).await
}

/// What the caucus resolved to ask of the Speaker: a line of work with that office, and its task.
async fn office_space(fill: &Fill, caucus: &Caucus) -> Result<()> {
    let speaker = stakeholder(fill, caucus, &SPEAKER).await?;
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
