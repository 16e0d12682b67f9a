//! Which meetings the invented year has: when, with whom, of what sort, told by whom.

use anyhow::{Context, Result};

use crate::cli::demo::chance::Chance;
use crate::cli::demo::matter_list::MATTERS;
use crate::cli::demo::matters::{COURTESY, EVENT, INTERNAL, Matter, NOBODY};
use crate::cli::demo::names::MEMBERS;
use crate::cli::demo::offices::Office;

/// How many days the year has, up to and with yesterday.
pub const DAYS: u64 = 365;
/// How many meetings.
pub const MEETINGS: usize = 300;

/// The meeting that the first member had of late with the provincial election commissioner.
const LATE: usize = 283;
/// Those that the aide of the first member logs.
const WRITTEN_FOR_HER: [usize; 3] = [219, 275, 287];
/// Of these, the one that she has confirmed.
pub const CONFIRMED: usize = 219;

/// Categories that nobody met in the year: two not at all, one at events only, and one that
/// never came.
const NOT_MET: [&str; 4] = [
    "RELIGIOUS_BODY",
    "FEDERAL_GOVERNMENT",
    "JUSTICE",
    "BUSINESS",
];
/// Offices of other categories that nobody met.
const LEFT_OUT: [&str; 10] = [
    "dc-washuk",
    "dc-awaran",
    "dc-chagai",
    "centre-awaran",
    "centre-kharan",
    "dec-sibi",
    "uni-sahil",
    "institute-fikr",
    "cso-ujala",
    "sports",
];
/// Who stayed away, one meeting after the other.
const STAYED_AWAY: [&str; 5] = ["chamber", "dc-chagai", "welfare", "traders", "daily"];
/// Who was at the public events.
const AT_EVENTS: [[&str; 3]; 5] = [
    ["police-desk", "dec-quetta", "uni-roshni"],
    ["dec-zhob", "cso-sahara", "centre-zhob"],
    ["courts-sibi", "dc-sibi", "cso-umeed"],
    ["council-kech", "college-sabz", "cso-saheli"],
    ["police-desk", "cso-dastak", "radio"],
];
/// Offices named in words for the coordinator to match.
const IN_WORDS: [&str; 6] = [
    "DC Zhob",
    "ڈی سی زیارت",
    "Principal of the girls' college, Pishin",
    "تحصیلدار مچھ",
    "Bar council, Turbat",
    "نادرا والے، اوستہ محمد",
];

/// Of what sort a meeting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// With an office that came.
    Met,
    /// A courtesy call.
    Courtesy,
    /// With an office that sent nobody.
    Nobody,
    /// With an office that is named in words only.
    InWords(&'static str),
    /// A public event.
    Event,
    /// Of the caucus.
    Internal,
}

/// Who records a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorder {
    /// One of the two members who sign in, by her place; she was there.
    Member(usize),
    /// The aide of the first member, who was there.
    Aide,
    /// The coordinator, who was there.
    Staff,
    /// The coordinator, whom a member told.
    ToldBy(usize),
}

/// A meeting to be recorded.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Its place among all.
    pub number: usize,
    /// Its sort.
    pub sort: Sort,
    /// With which offices, by their places.
    pub offices: Vec<usize>,
    /// What it is about.
    pub matter: &'static Matter,
    /// Who records it.
    pub recorder: Recorder,
    /// On which day of the year it was, from 0.
    pub day: u64,
    /// At what hour.
    pub hour: u32,
    /// How many days later it was recorded.
    pub lag: u64,
}

/// Plans all meetings, in the order in which they were held.
///
/// # Errors
/// When a table names an office that is not there.
pub fn plan(offices: &[Office], chance: &mut Chance) -> Result<Vec<Planned>> {
    let reached: Vec<usize> = (0..)
        .zip(offices)
        .filter(|(_, office)| !NOT_MET.contains(&office.category))
        .filter(|(_, office)| !LEFT_OUT.contains(&office.key.as_str()))
        .map(|(place, _)| place)
        .collect();
    let mut planned = Vec::new();
    for number in 0..MEETINGS {
        let sort = sort(number);
        let with = match sort {
            Sort::Met if number == LATE => vec![place_of(offices, "pec")?],
            Sort::Met | Sort::Courtesy => vec![choose(offices, &reached, chance)?],
            Sort::Nobody => vec![place_of(offices, turn(&STAYED_AWAY, number / 17)?)?],
            Sort::Event => turn(&AT_EVENTS, number / 16)?
                .iter()
                .map(|key| place_of(offices, key))
                .collect::<Result<_>>()?,
            Sort::InWords(_) | Sort::Internal => Vec::new(),
        };
        let category = with.first().and_then(|place| offices.get(*place));
        let recorder = recorder(number);
        let lag = match recorder {
            Recorder::Member(_) | Recorder::Aide => 0,
            Recorder::Staff | Recorder::ToldBy(_) => chance.within(1, 4),
        };
        planned.push(Planned {
            number,
            sort,
            matter: matter(sort, category.map(|office| office.category), chance)?,
            offices: with,
            recorder,
            day: day(number),
            hour: u32::try_from(chance.within(9, 14))?,
            lag,
        });
    }
    Ok(planned)
}

/// Chooses an office: half of the time any, half of the time one of any category, so that those
/// with few offices are met too.
fn choose(offices: &[Office], reached: &[usize], chance: &mut Chance) -> Result<usize> {
    let mut among = reached.to_vec();
    if chance.below(2) == 0 {
        let category = |place: &usize| offices.get(*place).map(|office| office.category);
        let mut categories: Vec<_> = reached.iter().filter_map(category).collect();
        categories.dedup();
        let chosen = chance.one(&categories).copied();
        among.retain(|place| category(place) == chosen);
    }
    chance.one(&among).copied().context("nobody was reached")
}

/// Spread evenly, the first on the second day and the last yesterday.
fn day(number: usize) -> u64 {
    let number = u64::try_from(number + 1).unwrap_or_default();
    let all = u64::try_from(MEETINGS).unwrap_or(1);
    number * (DAYS - 1) / all
}

fn sort(number: usize) -> Sort {
    if number == LATE {
        return Sort::Met;
    }
    match (
        number % 16,
        number % 17,
        number % 13,
        number % 11,
        number % 27,
    ) {
        (7, ..) => Sort::Event,
        (_, 9, ..) => Sort::Nobody,
        (_, _, 5, ..) => in_words(number).unwrap_or(Sort::Met),
        (_, _, _, 4, _) => Sort::Courtesy,
        (.., 13) => Sort::Internal,
        _ => Sort::Met,
    }
}

/// The latest meetings of their kind, each with an office that is named in words.
fn in_words(number: usize) -> Option<Sort> {
    let left = (MEETINGS - 1 - number) / 13;
    let words = IN_WORDS.iter().rev().nth(left)?;
    Some(Sort::InWords(words))
}

fn recorder(number: usize) -> Recorder {
    if number == LATE {
        return Recorder::Member(0);
    }
    if WRITTEN_FOR_HER.contains(&number) {
        return Recorder::Aide;
    }
    match number % 8 {
        0 | 3 => Recorder::Member(0),
        1 | 6 => Recorder::Member(1),
        2 | 5 => Recorder::ToldBy(2 + number / 8 % (MEMBERS.len() - 2)),
        _ => Recorder::Staff,
    }
}

fn matter(
    sort: Sort,
    category: Option<&'static str>,
    chance: &mut Chance,
) -> Result<&'static Matter> {
    let fits = |matter: &&'static Matter| category.is_none_or(|met| matter.with.contains(&met));
    let fitting: Vec<&'static Matter> = MATTERS.iter().filter(fits).collect();
    let found = match sort {
        Sort::Met | Sort::InWords(_) => chance.one(&fitting).copied(),
        Sort::Courtesy => Some(&COURTESY),
        Sort::Nobody => Some(&NOBODY),
        Sort::Event => Some(&EVENT),
        Sort::Internal => Some(&INTERNAL),
    };
    found.with_context(|| format!("nothing to speak of with {category:?}"))
}

fn place_of(offices: &[Office], key: &str) -> Result<usize> {
    let found = offices.iter().position(|office| office.key == key);
    found.with_context(|| format!("there is no office {key}"))
}

fn turn<T>(list: &[T], number: usize) -> Result<&T> {
    list.get(number % list.len().max(1))
        .context("an empty table")
}
