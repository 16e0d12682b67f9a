//! People met and heads counted, against a naive count of the attendees and groups that the same
//! reader finds at the meetings.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::fill::Dice;
use super::groups::{Names, by, parts, shown_name};
use super::{FROM, Found, TO};
use crate::support::App;
use crate::support::build::text;
use crate::support::caller::Caller;

const GENDERS: [&str; 4] = ["WOMAN", "MAN", "OTHER", "NOT_STATED"];

/// People outside the caucus, some of whom are not for everybody.
pub async fn people(app: &App) -> Vec<String> {
    let desk = app.coordinator().await;
    let mut people = Vec::new();
    for number in 0..18 {
        let gender = ["WOMAN", "WOMAN", "MAN", "WOMAN", "OTHER", "NOT_STATED"][number % 6];
        let audience = if number % 9 == 4 { "PRESENT" } else { "CAUCUS" };
        let input = json!({ "name": { "en": format!("Person {number}") }, "gender": gender,
                            "audience": audience });
        let made = desk.act("createPerson", "person { id }", input).await.ok();
        people.push(text(&made, "/person/id"));
    }
    people
}

/// Who took part in a meeting, by name and by number.
pub fn company(dice: &mut Dice, people: &[String], offices: &[String]) -> Value {
    let mut attendees = Vec::new();
    let first = dice.below(people.len());
    for number in 0..dice.below(7) {
        let mut attendee = json!({
            "personId": people[(first + number) % people.len()],
            "capacity": (["STAKEHOLDER", "STAKEHOLDER", "STAKEHOLDER", "SELF", "STAFF"][dice.below(5)]),
            "attendance": (["ATTENDED", "ATTENDED", "PARTLY", "APOLOGIES"][dice.below(4)]),
        });
        if dice.below(2) == 0 {
            attendee["stakeholderId"] = json!(offices[dice.below(offices.len())]);
        }
        attendees.push(attendee);
    }
    let groups: Vec<_> = (0..dice.below(3))
        .map(|_| {
            let count = 5 + dice.below(40);
            match dice.below(6) {
                0 => json!({ "label": "girls", "headcount": 3 }),
                1 => json!({ "label": "women", "headcount": count, "women": count - 2, "men": 2 }),
                2 => json!({ "label": "all", "headcount": count }),
                3 => json!({ "label": "women", "headcount": count + 9, "women": count, "notStated": 9 }),
                _ => json!({ "label": "women", "headcount": count, "women": count, "men": 0 }),
            }
        })
        .collect();
    json!({ "attendees": attendees, "groups": groups })
}

/// The attendees and groups of the meetings, by their ids.
pub async fn read(caller: &Caller) -> BTreeMap<String, Value> {
    let query = "{ meetings(first: 100) { nodes { id
        attendees { person { id gender } capacity attendance stakeholder { id } }
        groups { headcount headcountAbsence women womenAbsence men menAbsence notStatedAbsence } } } }";
    let found = caller.ask(query).await.ok();
    let meetings = found["meetings"]["nodes"].as_array().unwrap().iter();
    meetings
        .map(|meeting| (text(meeting, "/id"), meeting.clone()))
        .collect()
}

/// Of a group: who was met by gender, and the sums of heads: all, women, men, not stated.
#[derive(Default)]
struct Counted {
    people: [BTreeSet<String>; 4],
    heads: [Option<i64>; 4],
}

impl Counted {
    fn all(&self) -> Names {
        self.people.iter().flatten().cloned().collect()
    }

    fn add(&mut self, group: &Value) {
        let known = |name: &str| {
            let is_withheld = group[format!("{name}Absence")] == "SUPPRESSED";
            (!is_withheld).then(|| group[name].as_i64().unwrap_or_default())
        };
        let [all, women, men] = ["headcount", "women", "men"].map(known);
        let rest = (|| Some(all? - women? - men?))();
        for (sum, more) in self.heads.iter_mut().zip([all, women, men, rest]) {
            *sum = (|| Some((*sum)? + more?))();
        }
    }
}

impl Found {
    /// The groups in which somebody counts who came to a meeting.
    fn of_guest(&self, meeting: &Value, guest: &Value, dimension: &str, is_partner: bool) -> Names {
        let office = guest["stakeholder"]["id"].as_str();
        let office = office.and_then(|id| self.offices.get(id));
        let came = ["ATTENDED", "PARTLY"].contains(&guest["attendance"].as_str().unwrap());
        let is_guest = match guest["capacity"].as_str().unwrap() {
            "STAKEHOLDER" => office.is_some() || !is_partner,
            capacity => capacity == "SELF",
        };
        if !came || !is_guest || guest["person"].is_null() || meeting["kind"] != "STAKEHOLDER" {
            return Names::new();
        }
        by(dimension, |part| match (part, office) {
            ("TOTAL", _) => Names::from(["total".to_owned()]),
            ("CATEGORY" | "INSTITUTION" | "STAKEHOLDER", Some(office)) => {
                self.of_office(office, part)
            }
            ("CATEGORY" | "INSTITUTION" | "STAKEHOLDER", None) => Names::from(["none".to_owned()]),
            _ => self.of_meeting(meeting, part),
        })
    }

    fn company(
        &self,
        read: &BTreeMap<String, Value>,
        dimension: &str,
        is_partner: bool,
    ) -> BTreeMap<String, Counted> {
        let mut groups: BTreeMap<String, Counted> = BTreeMap::new();
        let none = || Counted {
            heads: [Some(0); 4],
            ..Counted::default()
        };
        for meeting in &self.meetings {
            let company = &read[meeting["id"].as_str().unwrap()];
            for guest in company["attendees"].as_array().unwrap() {
                for name in self.of_guest(meeting, guest, dimension, is_partner) {
                    // Partners read none, and are told of none.
                    let gender = guest["person"]["gender"].as_str().unwrap_or("NOT_STATED");
                    let at = GENDERS.iter().position(|one| *one == gender).unwrap();
                    let group = groups.entry(name).or_insert_with(none);
                    group.people[at].insert(text(guest, "/person/id"));
                }
            }
            let names = match dimension {
                "TOTAL" => Names::from(["total".to_owned()]),
                _ => self.of_meeting(meeting, dimension),
            };
            for name in names {
                for group in company["groups"].as_array().unwrap() {
                    groups.entry(name.clone()).or_insert_with(none).add(group);
                }
            }
        }
        groups
    }
}

/// The figures of the total and of the groups by their names.
async fn shown(caller: &Caller, dimension: &str) -> BTreeMap<String, Value> {
    let counted = "value absence records(first: 0) { totalCount }";
    let figures = format!(
        "peopleMet {{ all {{ {counted} }} women {{ {counted} }} men {{ {counted} }} other {{ {counted} }}
            notStated {{ {counted} }} }}
         headcount {{ all {{ value absence }} women {{ value absence }} men {{ value absence }}
            notStated {{ value absence }} }}"
    );
    let query = format!(
        "query ($period: PeriodInput!, $by: [CoverageDimension!]) {{ coverage(period: $period, groupBy: $by) {{
            total {{ {figures} }} groups {{ keys {{ category isProvinceWide stakeholder {{ id }} district {{ id }}
                division {{ id }} topic {{ id }} programme {{ id }} period {{ from }} }} figures {{ {figures} }} }} }} }}"
    );
    let variables = json!({ "period": { "from": FROM, "to": TO }, "by": parts(dimension) });
    let found = caller.run(&query, variables).await.ok();
    let groups = found["coverage"]["groups"].as_array().unwrap().iter();
    let groups = groups.map(|group| (shown_name(group), group["figures"].clone()));
    let total = ("total".to_owned(), found["coverage"]["total"].clone());
    groups.chain([total]).collect()
}

/// The value of a figure, after checking that it is there or says why not, and that as many records
/// lie behind it.
fn value(figure: &Value) -> Option<usize> {
    let value = figure["value"]
        .as_u64()
        .map(|value| usize::try_from(value).unwrap());
    let absence = if value.is_none() {
        json!("SUPPRESSED")
    } else {
        Value::Null
    };
    assert_eq!(figure["absence"], absence, "{figure}");
    if !figure["records"].is_null() {
        let behind = figure["records"]["totalCount"].as_u64();
        assert_eq!(
            behind,
            Some(u64::try_from(value.unwrap_or(0)).unwrap()),
            "{figure}"
        );
    }
    value
}

/// Compares all, and answers how many people were told and how many counts were withheld.
pub async fn agree(caller: &Caller, found: &Found, role: &str, dimension: &str) -> [usize; 2] {
    let is_partner = role.starts_with("partner");
    let read = read(caller).await;
    let mut expected = found.company(&read, dimension, is_partner);
    let mut total = found.company(&read, "TOTAL", is_partner);
    expected.extend(
        total
            .remove("total")
            .map(|total| ("total".to_owned(), total)),
    );
    let shown = shown(caller, dimension).await;
    let (mut told, mut withheld, mut of_shown) = (0, 0, Names::new());
    for (name, figures) in &shown {
        let at = format!("{role} by {dimension}, {name}");
        let none = Counted {
            heads: [Some(0); 4],
            ..Counted::default()
        };
        let counted = expected.remove(name).unwrap_or(none);
        let met = &figures["peopleMet"];
        let columns = ["women", "men", "other", "notStated"]
            .into_iter()
            .zip(&counted.people);
        let columns = columns.map(|(column, people)| (column, people.len()));
        for (column, people) in columns.chain([("all", counted.all().len())]) {
            if let Some(value) = value(&met[column]) {
                assert_eq!(value, people, "{column} of {at}");
                assert!(!is_partner || !(1..5).contains(&value), "{column} of {at}");
                told += value;
            } else {
                assert!(is_partner, "{column} of {at}");
                withheld += 1;
            }
        }
        if name != "total" && value(&met["all"]).is_some() {
            of_shown.extend(counted.all());
        }
        let columns = ["all", "women", "men", "notStated"]
            .into_iter()
            .zip(counted.heads);
        for (column, heads) in columns {
            let heads = heads.map(|heads| usize::try_from(heads).unwrap());
            assert_eq!(
                value(&figures["headcount"][column]),
                heads,
                "{column} of {at}"
            );
            withheld += usize::from(heads.is_none());
        }
    }
    assert!(
        expected.values().all(|counted| counted.all().is_empty()),
        "{role} by {dimension}"
    );
    if let (true, Some(total)) = (is_partner, value(&shown["total"]["peopleMet"]["all"])) {
        let left = total - of_shown.len();
        assert!(
            !(1..5).contains(&left),
            "{left} are left for {role} by {dimension}"
        );
    }
    [told, withheld]
}
