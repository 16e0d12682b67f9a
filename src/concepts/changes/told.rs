//! Which fields of which records the log tells of, under which name, and how their values are read.
//! What is not named here is not told.

use serde_json::Value;
use uuid::Uuid;

use crate::concepts::access::Field;
use crate::kit::graphql::id::{Kind, parse_any};
use crate::kit::money::from_minor;

/// How a value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word, a number or a day.
    Plain,
    /// A text with its language.
    Words,
    /// A reference to a thing of a kind, by its bare id.
    One(Kind),
    /// Parts, each leading to a thing of a kind by the id in a column, beside a word of it.
    Parts(&'static str, Kind, &'static str),
    /// Parts that are a word.
    Texts(&'static str),
    /// Parts that are a text with its language.
    Notes(&'static str),
    /// Parts that are an amount of money.
    Amounts,
    /// Words in a list.
    List,
    /// Ids in a list, as the API writes them.
    Ids,
}

/// A field of which the log tells.
#[derive(Debug)]
pub struct Told {
    /// Under which name the log keeps it.
    pub column: &'static str,
    /// Under which name it is told.
    pub name: &'static str,
    /// How its value is read.
    pub shape: Shape,
    /// What keeps it, beside the audience of the record.
    pub field: Option<Field>,
}

const fn told(column: &'static str, name: &'static str, shape: Shape) -> Told {
    Told {
        column,
        name,
        shape,
        field: None,
    }
}

const fn kept(field: Field, column: &'static str, name: &'static str, shape: Shape) -> Told {
    Told {
        column,
        name,
        shape,
        field: Some(field),
    }
}

use Shape::{Amounts, Ids, List, Notes, One, Parts, Plain, Texts, Words};

const COMMON: &[Told] = &[
    told("audience", "audience", Plain),
    told("words_audience", "wordsAudience", Plain),
    told("archived_on", "archivedOn", Plain),
];

const NAMED: &[Told] = &[
    told("name_en", "nameEn", Plain),
    told("name_ur", "nameUr", Plain),
];

const PERSON: &[Told] = &[
    told("name_en", "nameEn", Plain),
    told("name_ur", "nameUr", Plain),
    kept(Field::PersonGender, "gender", "gender", Plain),
    told("language", "language", Plain),
    kept(Field::PersonContact, "email", "email", Plain),
    kept(Field::PersonContact, "phones", "phones", Texts("number")),
    kept(
        Field::StakeholderPosts,
        "posts",
        "posts",
        Parts("stakeholder_id", Kind::Stakeholder, "title_en"),
    ),
];

const MEMBER: &[Told] = &[
    told("person_id", "person", One(Kind::Person)),
    told("joined_on", "joinedOn", Plain),
    told("left_on", "leftOn", Plain),
    told("terms", "terms", Texts("constituency")),
    told(
        "parties",
        "parties",
        Parts("party_id", Kind::Stakeholder, "from_day"),
    ),
];

const STAKEHOLDER: &[Told] = &[
    told("name_en", "nameEn", Plain),
    told("name_ur", "nameUr", Plain),
    told("short_name", "shortName", Plain),
    told("category", "category", Plain),
    told("parent_id", "parent", One(Kind::Stakeholder)),
    told("is_province_wide", "isProvinceWide", Plain),
    kept(
        Field::StakeholderOwner,
        "owner_id",
        "owner",
        One(Kind::Member),
    ),
    told("in_scope_since", "inScopeSince", Plain),
    kept(
        Field::StakeholderCadence,
        "cadence_days",
        "cadenceDays",
        Plain,
    ),
    kept(
        Field::StakeholderStanding,
        "standing_reasons",
        "standingReasons",
        Texts("kind"),
    ),
    told("aliases", "aliases", Texts("alias")),
    told("districts", "districts", DISTRICTS),
    told("topics", "topics", TOPICS),
];

const ASSESSMENT: &[Told] = &[
    told("stakeholder_id", "stakeholder", One(Kind::Stakeholder)),
    told("assessed_on", "on", Plain),
    told("influence", "influence", Plain),
    told("interest", "interest", Plain),
    told("stance", "stance", Plain),
    told("topic_id", "topic", One(Kind::Topic)),
];

const DISTRICTS: Shape = Parts("district_id", Kind::District, "");
const TOPICS: Shape = Parts("topic_id", Kind::Topic, "");
const OFFICES: Shape = Parts("stakeholder_id", Kind::Stakeholder, "");

const ENGAGEMENT: &[Told] = &[
    told("stakeholder_id", "stakeholder", One(Kind::Stakeholder)),
    told("title", "title", Words),
    told("purpose", "purpose", Words),
    told("stage", "stage", Plain),
    told("lead_id", "lead", One(Kind::Member)),
    told("members", "members", Parts("member_id", Kind::Member, "")),
    told("programme_id", "programme", One(Kind::Programme)),
    told("topics", "topics", TOPICS),
    told("opened_on", "openedOn", Plain),
    told("concluded_on", "concludedOn", Plain),
    told("outcome", "outcome", Words),
];

const DOCUMENT: &[Told] = &[
    told("kind", "kind", Plain),
    told("day", "day", Plain),
    told("subject", "subject", Words),
    told("reference_number", "referenceNumber", Plain),
    told("diary_number", "diaryNumber", Plain),
    told("parties", "parties", Parts("", Kind::Stakeholder, "")),
    told("answers_id", "answers", One(Kind::Document)),
    told("reply_due_on", "replyDueOn", Plain),
    told("signed_on", "signedOn", Plain),
    told("valid_until", "validUntil", Plain),
];

const ATTACHMENT: &[Told] = &[
    told("meeting_id", "meeting", One(Kind::Meeting)),
    told("document_id", "document", One(Kind::Document)),
    told("kind", "kind", Plain),
    told("name", "name", Plain),
    told("size", "size", Plain),
];

const MEETING: &[Told] = &[
    told("kind", "kind", Plain),
    told("status", "status", Plain),
    told("title", "title", Words),
    told("first_day", "firstDay", Plain),
    told("last_day", "lastDay", Plain),
    told("starts_at", "start", Plain),
    told("ends_at", "end", Plain),
    told("mode", "mode", Plain),
    told("is_courtesy_call", "isCourtesyCall", Plain),
    told("held_district_id", "heldIn", One(Kind::District)),
    told("held_place", "place", Plain),
    told("said", "said", Words),
    kept(
        Field::Unmatched,
        "with",
        "stakeholders",
        Parts("stakeholder_id", Kind::Stakeholder, "text"),
    ),
    told(
        "attendees",
        "attendees",
        Parts("person_id", Kind::Person, "attendance"),
    ),
    told("groups", "groups", Texts("label")),
    told("concerns", "concerns", DISTRICTS),
    told("topics", "topics", TOPICS),
    told(
        "programmes",
        "programmes",
        Parts("programme_id", Kind::Programme, ""),
    ),
    kept(Field::Provenance, "source_kind", "sourceKind", Plain),
    kept(Field::Provenance, "told_by_id", "toldBy", One(Kind::Person)),
    kept(Field::Provenance, "told_channel", "toldChannel", Plain),
    kept(Field::Provenance, "source_title", "sourceTitle", Plain),
    kept(
        Field::Provenance,
        "source_publisher",
        "sourcePublisher",
        Plain,
    ),
    kept(Field::Provenance, "source_address", "sourceAddress", Plain),
    kept(Field::Provenance, "source_day", "sourceDay", Plain),
];

const DECISION: &[Told] = &[
    told("kind", "kind", Plain),
    told("text", "text", Words),
    told("manner", "manner", Plain),
];

const COMMITMENT: &[Told] = &[
    told("direction", "direction", Plain),
    told("kind", "kind", Plain),
    told("text", "text", Words),
    told("purpose", "purpose", Words),
    told("is_vague", "isVague", Plain),
    told("due_on", "dueOn", Plain),
    told("said_on", "saidOn", Plain),
    told("said_by_id", "saidBy", One(Kind::Person)),
    told("owed_by", "owedBy", OFFICES),
    told("owed_to", "owedTo", OFFICES),
    told("districts", "districts", DISTRICTS),
    told("answers_id", "answers", One(Kind::Commitment)),
    told("repeats_id", "repeats", One(Kind::Commitment)),
    told("decision_id", "decision", One(Kind::Decision)),
    kept(Field::JudgedStatus, "status", "status", Plain),
    told("reported", "reported", Plain),
    kept(
        Field::JudgedStatus,
        "steps",
        "steps",
        Parts("meeting_id", Kind::Meeting, "status"),
    ),
    told("step_notes", "notes", Notes("note")),
    kept(Field::JudgedStatus, "amounts", "amounts", Amounts),
    kept(
        Field::JudgedStatus,
        "status_shared_on",
        "statusSharedOn",
        Plain,
    ),
];

const FOLLOW_UP: &[Told] = &[
    told("title", "title", Words),
    told("owner_id", "owner", One(Kind::Person)),
    told("helpers", "helpers", Parts("person_id", Kind::Person, "")),
    told("due_on", "dueOn", Plain),
    told("priority", "priority", Plain),
    told("status", "status", Plain),
    told("completed_on", "completedOn", Plain),
    told("meeting_id", "meeting", One(Kind::Meeting)),
    told("decision_id", "decision", One(Kind::Decision)),
    told("commitment_id", "commitment", One(Kind::Commitment)),
    told("engagement_id", "engagement", One(Kind::Engagement)),
];

const TARGET_LIST: &[Told] = &[
    told("name_en", "nameEn", Plain),
    told("name_ur", "nameUr", Plain),
    told("from_day", "from", Plain),
    told("to_day", "to", Plain),
    told("approved_on", "approvedOn", Plain),
    told(
        "stakeholders",
        "stakeholders",
        Parts("", Kind::Stakeholder, ""),
    ),
];

const USER: &[Told] = &[
    kept(Field::UserEmail, "email", "email", Plain),
    told("role", "role", Plain),
    told("state", "state", Plain),
    told("language", "language", Plain),
    kept(Field::UserScope, "programmes", "programmes", Ids),
    kept(Field::UserScope, "categories", "categories", List),
];

/// The fields of a kind of which the log tells.
pub fn fields(kind: Kind) -> impl Iterator<Item = &'static Told> {
    let (own, common) = match kind {
        Kind::Topic | Kind::Programme => (NAMED, COMMON),
        Kind::Person => (PERSON, COMMON),
        Kind::Member => (MEMBER, COMMON),
        Kind::Stakeholder => (STAKEHOLDER, COMMON),
        Kind::Assessment => (ASSESSMENT, COMMON),
        Kind::Engagement => (ENGAGEMENT, COMMON),
        Kind::Document => (DOCUMENT, COMMON),
        Kind::Attachment => (ATTACHMENT, COMMON),
        Kind::Meeting => (MEETING, COMMON),
        Kind::Decision => (DECISION, COMMON),
        Kind::Commitment => (COMMITMENT, COMMON),
        Kind::FollowUpAction => (FOLLOW_UP, COMMON),
        Kind::TargetList => (TARGET_LIST, COMMON),
        Kind::User => (USER, &[][..]),
        Kind::District | Kind::Division | Kind::Post | Kind::Part | Kind::Token | Kind::Entry => {
            (&[][..], &[][..])
        }
    };
    own.iter().chain(common)
}

/// One thing that a value says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// In a word.
    pub text: Option<String>,
    /// To what it leads.
    pub to: Option<(Kind, Uuid)>,
}

impl Shape {
    /// Whether a value says several things.
    #[must_use]
    pub fn is_list(self) -> bool {
        !matches!(self, Self::Plain | Self::Words | Self::One(_))
    }

    /// What a value says.
    #[must_use]
    pub fn read(self, value: &Value) -> Vec<Said> {
        let items = value.as_array().map_or(&[][..], Vec::as_slice);
        let one = |said: Option<Said>| said.into_iter().collect();
        match self {
            Self::Plain => one(plain(value).map(text)),
            Self::Words => one(words(value).map(text)),
            Self::One(kind) => one(leads(kind, value, None)),
            Self::List => items.iter().filter_map(plain).map(text).collect(),
            Self::Texts(column) => {
                let texts = items.iter().filter_map(|item| plain(item.get(column)?));
                texts.map(text).collect()
            }
            Self::Notes(column) => {
                let texts = items.iter().filter_map(|item| words(item.get(column)?));
                texts.map(text).collect()
            }
            Self::Amounts => items.iter().filter_map(amount).map(text).collect(),
            Self::Ids => {
                let ids = items
                    .iter()
                    .filter_map(|item| parse_any(item.as_str()?).ok());
                let to = |to| Said {
                    text: None,
                    to: Some(to),
                };
                ids.map(to).collect()
            }
            Self::Parts(column, kind, beside) => {
                let read = |item: &Value| {
                    let text = item.get(beside).and_then(plain);
                    // Parts that are nothing but what they lead to are kept as bare ids.
                    leads(kind, item.get(column).unwrap_or(item), text)
                };
                items.iter().filter_map(read).collect()
            }
        }
    }
}

fn text(text: String) -> Said {
    Said {
        text: Some(text),
        to: None,
    }
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn words(value: &Value) -> Option<String> {
    plain(value.get("text")?)
}

fn amount(item: &Value) -> Option<String> {
    let amount = from_minor(item.get("amount")?.as_i64()?.into());
    let (rung, currency) = (plain(item.get("rung")?)?, plain(item.get("currency")?)?);
    Some(format!("{rung} {amount} {currency}"))
}

fn leads(kind: Kind, id: &Value, text: Option<String>) -> Option<Said> {
    let id = id.as_str().and_then(|id| Uuid::try_parse(id).ok());
    if id.is_none() && text.is_none() {
        return None;
    }
    Some(Said {
        text,
        to: id.map(|id| (kind, id)),
    })
}
