//! Coverage against a naive count, in the test, of what the same reader finds in the lists.

mod people;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{merged, text};
use crate::support::caller::Caller;

both! {
    every_group_agrees_with_a_naive_count_of_what_each_role_reads
    with_a_target_list_every_group_agrees_too
}

/// One dimension, or two of which at most one goes by the offices alone.
const DIMENSIONS: [&str; 13] = [
    "CATEGORY",
    "INSTITUTION",
    "STAKEHOLDER",
    "DISTRICT",
    "DIVISION",
    "TOPIC",
    "PROGRAMME",
    "MONTH",
    "QUARTER",
    "DISTRICT DIVISION",
    "DIVISION DISTRICT",
    "CATEGORY DISTRICT",
    "MONTH DIVISION",
];
const FROM: &str = "2025-10-01";
const TO: &str = "2025-12-31";

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    fn some(&mut self, of: &[String]) -> Vec<String> {
        let count = self.below(3);
        let picked = (0..count).map(|_| of[self.below(of.len())].clone());
        picked.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// Offices, some in others, and meetings with some of them.
async fn fill(app: &App, desk: &Caller, dice: &mut Dice) -> [Vec<String>; 2] {
    let districts = [
        app.district("Zhob").await,
        app.district("Pishin").await,
        app.district("Gwadar").await,
    ];
    let topics = [app.topic("Registration").await, app.topic("Hostels").await];
    let programmes = [app.programme("Voices").await, app.programme("Rights").await];
    let mut offices: Vec<String> = Vec::new();
    for number in 0..9 {
        let category = ["CSO", "ECP", "NADRA"][number % 3];
        let parent = (number > 5).then(|| offices[number - 3].clone());
        let more = json!({
            "parentId": parent, "districtIds": dice.some(&districts), "topicIds": dice.some(&topics),
            "isProvinceWide": dice.below(4) == 0,
            "inScopeSince": (["2025-01-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
            "cadenceDays": ([json!(null), json!(40), json!(75), json!(130)][dice.below(4)]),
        });
        offices.push(
            app.office_with(category, &format!("Office {number}"), more)
                .await,
        );
    }
    let people = people::people(app).await;
    let mut company = Dice(20_260_115);
    let mut early = Vec::new();
    for _ in 0..24 {
        let with: Vec<_> = dice
            .some(&offices)
            .into_iter()
            .map(|id| json!({ "stakeholderId": id, "attended": dice.below(3) > 0 }))
            .collect();
        let with = if with.is_empty() {
            vec![json!({ "text": "DC" })]
        } else {
            with
        };
        let day = format!(
            "2025-{:02}-{:02}",
            8 + dice.below(5),
            [1, 10, 20, 21][dice.below(4)]
        );
        let held = [json!({}), json!({ "districtId": districts[dice.below(3)] })];
        let meeting = json!({
            "with": with, "when": { "days": { "from": day } },
            "kind": (["STAKEHOLDER", "STAKEHOLDER", "PUBLIC_EVENT"][dice.below(3)]),
            "audience": (["PARTNERS", "CAUCUS", "PRESENT"][dice.below(3)]),
            "heldIn": (held[dice.below(2)]), "concernsDistrictIds": dice.some(&districts),
            "topicIds": dice.some(&topics), "programmeIds": dice.some(&programmes),
        });
        let meeting = merged(meeting, people::company(&mut company, &people, &offices));
        let id = desk.meets(&offices[0], meeting).await;
        if day.as_str() < "2025-11-01" {
            early.push(id);
        }
    }
    for _ in 0..14 {
        let day = format!(
            "2025-{:02}-{:02}",
            7 + dice.below(6),
            [9, 10, 20, 21][dice.below(4)]
        );
        let mut with = dice.some(&offices);
        with.push(offices[dice.below(9)].clone());
        with.sort_unstable();
        with.dedup();
        let letter = json!({
            "kind": (["LETTER_IN", "LETTER_OUT", "MOU"][dice.below(3)]), "day": day,
            "subject": { "text": "Rolls" },
            "partyIds": with,
            "audience": (["PARTNERS", "CAUCUS", "PRESENT"][dice.below(3)]),
        });
        let shown = "document { id }";
        desk.act("recordDocument", shown, letter).await.ok();
    }
    for office in &offices {
        let more = json!({
            "openedOn": (["2025-03-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
            "stage": (["ACTIVE", "ACTIVE", "PLANNED"][dice.below(3)]),
            "programmeId": ([json!(null), json!(programmes[0]), json!(programmes[1])][dice.below(3)]),
            "topicIds": dice.some(&topics),
            "audience": (["PARTNERS", "CAUCUS", "PRESENT"][dice.below(3)]),
        });
        app.engagement(office, "Rolls", more).await;
    }
    promise(desk, dice, &early, &offices, &districts).await;
    [offices, programmes.to_vec()]
}

/// Promises, some out of a meeting, some of money that was announced before.
async fn promise(
    desk: &Caller,
    dice: &mut Dice,
    meetings: &[String],
    offices: &[String],
    districts: &[String],
) {
    let mut firsts: Vec<String> = Vec::new();
    for number in 0..24 {
        let is_met = dice.below(2) == 0;
        let audience = ["PARTNERS", "PARTNERS", "CAUCUS", "PRESENT"][dice.below(4)];
        let mut input = json!({
            "direction": "MADE_TO_CAUCUS", "text": { "text": "A scheme" },
            "owedByIds": dice.some(offices), "districtIds": dice.some(districts),
            "audience": if is_met { audience } else { "CAUCUS" },
        });
        if is_met {
            input["meetingId"] = json!(meetings[dice.below(meetings.len())]);
        } else {
            input["saidOn"] = json!(["2025-09-30", "2025-10-01", "2025-10-05"][dice.below(3)]);
        }
        // What announced the money first repeats nothing.
        let is_again = number > 4 && dice.below(3) > 0;
        if is_again {
            input["repeatsId"] = json!(firsts[dice.below(firsts.len())]);
        }
        let made = desk
            .act("recordCommitment", "commitment { id }", input)
            .await
            .ok();
        let id = made["commitment"]["id"].as_str().unwrap().to_owned();
        for _ in 0..dice.below(4) {
            let amount = json!({
                "id": id, "amount": { "amount": format!("{}", 10 + dice.below(90)) },
                "rung": (["SAID", "RELEASED"][dice.below(2)]),
                "fiscalYear": ([json!(null), json!("2025-26")][dice.below(2)]),
                "on": (["2025-11-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
            });
            desk.act("recordAmount", "commitment { id }", amount)
                .await
                .ok();
        }
        for basis in ["JUDGED", "REPORTED"] {
            if dice.below(2) == 0 {
                let step = json!({
                    "id": id, "status": "PARTLY_FULFILLED", "basis": basis,
                    "on": (["2025-11-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
                });
                desk.act("advanceCommitment", "commitment { id }", step)
                    .await
                    .ok();
            }
        }
        if !is_again {
            firsts.push(id);
        }
    }
}

/// What a reader finds in the lists.
struct Found {
    offices: BTreeMap<String, Value>,
    /// The day of the first meeting, in the period or before it.
    since: Option<String>,
    /// Those of the period.
    meetings: Vec<Value>,
    /// Those of the period or before it.
    until: Vec<Value>,
    /// Those of the period.
    letters: Vec<Value>,
    work: Vec<Value>,
    promises: Vec<Value>,
    /// Whom the approved list of the period names, where the reader finds one.
    listed: Option<Names>,
}

async fn read(caller: &Caller) -> Found {
    let query = "fragment Office on Stakeholder { id category institution { id } isProvinceWide inScopeSince
            archivedOn cadenceDays districts { id division { id } } topics { id } }
        { stakeholders(first: 100) { nodes { ...Office } }
        archived: stakeholders(first: 100, filter: { archived: true }) { nodes { ...Office } }
        targetLists(filter: { isApproved: true }) { nodes { stakeholders { id } } }
        meetings(first: 100) { nodes { id kind time { firstDay } stakeholders { stakeholder { id } attended }
            heldIn { district { id division { id } } } concerns { id division { id } } topics { id } programmes { id } } }
        documents(first: 100, filter: { kinds: [LETTER_IN, LETTER_OUT] }) { nodes { day parties { id } } }
        engagements(first: 100) { nodes { stage openedOn stakeholder { id } programme { id } topics { id } } }
        commitments(first: 100) { nodes { id saidOn status owedBy { id } meeting { id } repeats { id }
            districts { id division { id } } steps { basis status on }
            amounts { rung fiscalYear on amount { amount } } } } }";
    let found = caller.ask(query).await.ok();
    let offices = ["stakeholders", "archived"].map(|list| found[list]["nodes"].as_array().unwrap());
    let offices = offices.into_iter().flatten();
    let list = found["targetLists"]["nodes"].as_array().unwrap().first();
    let in_period = |meeting: &&Value| {
        let day = meeting["time"]["firstDay"].as_str().unwrap();
        (FROM..=TO).contains(&day)
    };
    let meetings = found["meetings"]["nodes"].as_array().unwrap().iter();
    let days = meetings
        .clone()
        .map(|meeting| meeting["time"]["firstDay"].as_str().unwrap());
    Found {
        since: days.min().map(str::to_owned),
        offices: offices
            .map(|office| (office["id"].as_str().unwrap().to_owned(), office.clone()))
            .collect(),
        until: meetings
            .clone()
            .filter(|meeting| meeting["time"]["firstDay"].as_str().unwrap() <= TO)
            .cloned()
            .collect(),
        meetings: meetings.filter(in_period).cloned().collect(),
        listed: list.map(|list| ids(&list["stakeholders"], "/id")),
        work: found["engagements"]["nodes"].as_array().unwrap().clone(),
        promises: found["commitments"]["nodes"].as_array().unwrap().clone(),
        letters: {
            let letters = found["documents"]["nodes"].as_array().unwrap().iter();
            let in_period =
                |letter: &&Value| (FROM..=TO).contains(&letter["day"].as_str().unwrap());
            letters.filter(in_period).cloned().collect()
        },
    }
}

type Names = BTreeSet<String>;

fn ids(list: &Value, pointer: &str) -> Names {
    let list = list.as_array().unwrap().iter();
    list.filter_map(|one| one.pointer(pointer)?.as_str())
        .map(str::to_owned)
        .collect()
}

fn or_none(names: Names) -> Names {
    if names.is_empty() {
        Names::from(["none".to_owned()])
    } else {
        names
    }
}

fn span(meeting: &Value, dimension: &str) -> Names {
    let day = meeting["time"]["firstDay"].as_str().unwrap();
    let month: u32 = day[5..7].parse().unwrap();
    let first = if dimension == "MONTH" {
        month
    } else {
        (month - 1) / 3 * 3 + 1
    };
    Names::from([format!("{}-{first:02}-01", &day[..4])])
}

/// The groups by one dimension or by two: each of the one with each of the other, but places whole.
fn by(dimension: &str, of: impl Fn(&str) -> Names) -> Names {
    match dimension.split_once(' ') {
        Some((one, other)) if !is_of_places(dimension) => {
            let (one, other) = (of(one), of(other));
            let with_each = |one: &String| {
                let pairs = other.iter().map(|other| format!("{one} {other}"));
                pairs.collect::<Vec<_>>()
            };
            one.iter().flat_map(with_each).collect()
        }
        _ => of(dimension),
    }
}

fn is_of_places(dimension: &str) -> bool {
    let mut parts = dimension.split(' ');
    parts.all(|part| ["DISTRICT", "DIVISION"].contains(&part))
}

fn is_by_time(dimension: &str) -> bool {
    dimension.contains("MONTH") || dimension.contains("QUARTER")
}

/// Districts as a dimension of places names them: a district with its own division alone.
fn places(districts: &Value, dimension: &str) -> Names {
    let districts = districts.as_array().unwrap().iter();
    let name = |district: &Value| {
        let part = |part: &str| {
            let id = match part {
                "DISTRICT" => &district["id"],
                _ => &district["division"]["id"],
            };
            id.as_str().map(str::to_owned)
        };
        let parts: Option<Vec<_>> = dimension.split(' ').map(part).collect();
        parts.map(|parts| parts.join(" "))
    };
    districts.filter_map(name).collect()
}

/// A word for each part of a dimension.
fn said(word: &str, dimension: &str) -> String {
    let words: Vec<_> = dimension.split(' ').map(|_| word).collect();
    words.join(" ")
}

fn or_said(names: Names, dimension: &str) -> Names {
    if names.is_empty() {
        Names::from([said("none", dimension)])
    } else {
        names
    }
}

/// What names a group that is shown.
fn shown_name(group: &Value) -> String {
    let keys = group["keys"].as_array().unwrap().iter();
    keys.map(crate::coverage_groups::name)
        .collect::<Vec<_>>()
        .join(" ")
}

fn parts(dimension: &str) -> Vec<&str> {
    dimension.split(' ').collect()
}

impl Found {
    fn institution(&self, office: &Value) -> String {
        let above = office["institution"]["id"].as_str();
        let above = above.filter(|id| self.offices.contains_key(*id));
        above.unwrap_or(office["id"].as_str().unwrap()).to_owned()
    }

    /// The groups in which an office is by what it is.
    fn of_office(&self, office: &Value, dimension: &str) -> Names {
        by(dimension, |part| self.of_office_by(office, part))
    }

    fn of_office_by(&self, office: &Value, dimension: &str) -> Names {
        let own = |name: &str| Names::from([office[name].as_str().unwrap().to_owned()]);
        let mut places = match dimension {
            "CATEGORY" => return own("category"),
            "STAKEHOLDER" => return own("id"),
            "INSTITUTION" => return Names::from([self.institution(office)]),
            place if is_of_places(place) => places(&office["districts"], place),
            "TOPIC" => return or_none(ids(&office["topics"], "/id")),
            "PROGRAMME" => {
                let with = self
                    .work
                    .iter()
                    .filter(|work| work["stakeholder"]["id"] == office["id"]);
                return or_none(
                    with.flat_map(|work| ids(&json!([work["programme"]]), "/id"))
                        .collect(),
                );
            }
            spans => return self.spans(spans),
        };
        if office["isProvinceWide"] == true {
            places.insert(said("all", dimension));
        }
        or_said(places, dimension)
    }

    /// The months from the first meeting that is read, within the period.
    fn spans(&self, dimension: &str) -> Names {
        let since = self.since.as_deref().unwrap_or(FROM);
        let first: u32 = since.max(FROM)[5..7].parse().unwrap();
        let months = (first..=12).map(|month| format!("2025-{month:02}-10"));
        months
            .flat_map(|day| span(&json!({ "time": { "firstDay": day } }), dimension))
            .collect()
    }

    /// The groups that a meeting touches.
    fn of_meeting(&self, meeting: &Value, dimension: &str) -> Names {
        by(dimension, |part| self.of_meeting_by(meeting, part))
    }

    fn of_meeting_by(&self, meeting: &Value, dimension: &str) -> Names {
        match dimension {
            place if is_of_places(place) => {
                let concerns = places(&meeting["concerns"], place);
                let held = places(&json!([meeting["heldIn"]["district"]]), place);
                or_said(if concerns.is_empty() { held } else { concerns }, place)
            }
            "TOPIC" => or_none(ids(&meeting["topics"], "/id")),
            "PROGRAMME" => or_none(ids(&meeting["programmes"], "/id")),
            "MONTH" | "QUARTER" => span(meeting, dimension),
            own => {
                let with = ids(&meeting["stakeholders"], "/stakeholder/id");
                let seen = with.iter().filter_map(|id| self.offices.get(id));
                seen.flat_map(|office| self.of_office(office, own))
                    .collect()
            }
        }
    }

    /// In scope, met, contacted only, present only, not reached, meetings held, unplanned, by group.
    fn count(&self, dimension: &str) -> BTreeMap<String, [usize; 7]> {
        let mut best: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut groups: BTreeMap<String, [usize; 7]> = BTreeMap::new();
        let mut unplanned = BTreeSet::new();
        let counted = |office: &Value| match dimension {
            "STAKEHOLDER" => office["id"].as_str().unwrap().to_owned(),
            _ => self.institution(office),
        };
        let is_of_meetings = |part: &str| ["PROGRAMME", "MONTH", "QUARTER"].contains(&part);
        let scope = || {
            self.offices
                .values()
                .filter(|office| self.is_in_scope(office))
        };
        let in_scope: Names = scope().map(counted).collect();
        for office in scope() {
            for name in self.of_office(office, dimension) {
                best.entry((name, counted(office))).or_insert(0);
            }
        }
        for meeting in &self.meetings {
            for name in self.of_meeting(meeting, dimension) {
                groups.entry(name).or_default()[5] += 1;
            }
            for with in meeting["stakeholders"].as_array().unwrap() {
                let id = with["stakeholder"]["id"].as_str().unwrap_or_default();
                let Some(office) = self.offices.get(id) else {
                    continue;
                };
                let is_event = meeting["kind"] == "PUBLIC_EVENT";
                let reach = match (is_event, with["attended"] == true) {
                    (false, true) => 3,
                    (false, false) => 2,
                    (true, true) => 1,
                    (true, false) => continue,
                };
                let names = by(dimension, |part| {
                    if is_of_meetings(part) {
                        self.of_meeting(meeting, part)
                    } else {
                        self.of_office(office, part)
                    }
                });
                for name in names {
                    if reach == 3 {
                        groups.entry(name.clone()).or_default();
                    }
                    let place = (name, counted(office));
                    if dimension == "PROGRAMME" && in_scope.contains(&place.1) {
                        best.entry(place.clone()).or_insert(0);
                    }
                    if reach == 3 && !in_scope.contains(&place.1) {
                        unplanned.insert(place.clone());
                    }
                    best.entry(place)
                        .and_modify(|best| *best = reach.max(*best));
                }
            }
        }
        for letter in &self.letters {
            for id in ids(&letter["parties"], "/id") {
                let office = &self.offices[&id];
                let names = by(dimension, |part| match part {
                    "PROGRAMME" => or_none(Names::new()),
                    "MONTH" | "QUARTER" => {
                        span(&json!({ "time": { "firstDay": letter["day"] } }), part)
                    }
                    own => self.of_office(office, own),
                });
                for name in names {
                    let place = (name, counted(office));
                    if dimension == "PROGRAMME" && in_scope.contains(&place.1) {
                        best.entry(place.clone()).or_insert(0);
                    }
                    best.entry(place).and_modify(|best| *best = 2.max(*best));
                }
            }
        }
        for ((name, _), reach) in best {
            let group = groups.entry(name).or_default();
            group[0] += 1;
            group[4 - reach] += 1;
        }
        for (name, _) in unplanned.iter().filter(|_| self.listed.is_some()) {
            groups.entry(name.clone()).or_default()[6] += 1;
        }
        groups
    }
}

/// How many days lie between two.
fn days(from: &str, to: &str) -> i64 {
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    (day(to) - day(from)).num_days()
}

impl Found {
    fn is_active(office: &Value) -> bool {
        let is_archived = office["archivedOn"].as_str().is_some_and(|day| day <= TO);
        office["inScopeSince"].as_str().unwrap() <= TO && !is_archived
    }

    fn is_in_scope(&self, office: &Value) -> bool {
        match &self.listed {
            Some(listed) => listed.contains(office["id"].as_str().unwrap()),
            None => Self::is_active(office),
        }
    }

    /// 0 kept, 1 overdue, 2 long overdue; none without a cadence.
    fn cadence(&self, office: &Value) -> Option<usize> {
        let most = office["cadenceDays"].as_i64()?;
        let attended = |meeting: &&Value| {
            let with = meeting["stakeholders"].as_array().unwrap();
            let came = |with: &Value| {
                with["stakeholder"]["id"] == office["id"] && with["attended"] == true
            };
            meeting["kind"] == "STAKEHOLDER" && with.iter().any(came)
        };
        let met = self.until.iter().filter(attended);
        let met = met.map(|meeting| meeting["time"]["firstDay"].as_str().unwrap());
        let since = met.chain(office["inScopeSince"].as_str()).max().unwrap();
        let passed = days(since, TO);
        Some(usize::from(passed > most) + usize::from(passed > most && passed >= 2 * most))
    }

    /// Kept, overdue, long overdue, by group.
    fn cadences(&self, dimension: &str) -> BTreeMap<String, [usize; 3]> {
        let mut groups: BTreeMap<String, [usize; 3]> = BTreeMap::new();
        for office in self
            .offices
            .values()
            .filter(|office| Self::is_active(office))
        {
            if let Some(cadence) = self.cadence(office) {
                for name in self.of_office(office, dimension) {
                    groups.entry(name).or_default()[cadence] += 1;
                }
            }
        }
        groups
    }

    /// Who was not met in the period, offices folded, or is overdue. Of an institution that is archived
    /// its offices are missed.
    fn missed(&self) -> Names {
        let offices = || self.offices.values();
        let id = |office: &Value| office["id"].as_str().unwrap().to_owned();
        let mut met = Names::new();
        for meeting in self
            .meetings
            .iter()
            .filter(|met| met["kind"] == "STAKEHOLDER")
        {
            for with in meeting["stakeholders"].as_array().unwrap() {
                let id = with["stakeholder"]["id"].as_str().unwrap_or_default();
                if let Some(office) = self.offices.get(id).filter(|_| with["attended"] == true) {
                    met.insert(self.institution(office));
                }
            }
        }
        let mut missed = Names::new();
        for office in offices().filter(|one| Self::is_active(one) && self.is_in_scope(one)) {
            let institution = self.institution(office);
            if met.contains(&institution) {
                continue;
            }
            let is_there = Self::is_active(&self.offices[&institution]);
            missed.insert(if is_there { institution } else { id(office) });
        }
        let overdue = offices()
            .filter(|office| Self::is_active(office))
            .filter(|office| self.cadence(office).is_some_and(|found| found > 0));
        missed.extend(overdue.map(id));
        missed
    }
}

impl Found {
    /// The groups in which a line of work is.
    fn of_work(&self, work: &Value, dimension: &str) -> Names {
        by(dimension, |part| match part {
            "TOPIC" => or_none(ids(&work["topics"], "/id")),
            "PROGRAMME" => or_none(ids(&json!([work["programme"]]), "/id")),
            own => {
                let id = work["stakeholder"]["id"].as_str().unwrap_or_default();
                let office = self.offices.get(id);
                office.map_or_else(Names::new, |office| self.of_office(office, own))
            }
        })
    }

    /// The groups in which a promise is by a day.
    fn of_promise(&self, promise: &Value, day: &Value, dimension: &str) -> Names {
        let owed_by = ids(&promise["owedBy"], "/id");
        if owed_by.is_empty() {
            return Names::new();
        }
        by(dimension, |part| match part {
            "TOTAL" => Names::from(["total".to_owned()]),
            place if is_of_places(place) => or_said(places(&promise["districts"], place), place),
            "MONTH" | "QUARTER" => span(&json!({ "time": { "firstDay": day } }), part),
            "PROGRAMME" => {
                let is_it = |meeting: &&Value| meeting["id"] == promise["meeting"]["id"];
                let meeting = self.until.iter().find(is_it);
                let under = meeting.map(|meeting| ids(&meeting["programmes"], "/id"));
                or_none(under.unwrap_or_default())
            }
            own => {
                let offices = owed_by.iter().map(|id| &self.offices[id]);
                offices
                    .flat_map(|office| self.of_office(office, own))
                    .collect()
            }
        })
    }

    /// Lines of work, promises by status and amounts, as lines that say it, by group.
    fn promised(&self, dimension: &str) -> BTreeMap<String, Names> {
        let mut counts: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        let mut add = |group: String, line: String| {
            *counts.entry(group).or_default().entry(line).or_default() += 1;
        };
        let is_by_time = is_by_time(dimension);
        for work in self
            .work
            .iter()
            .filter(|_| !is_by_time && dimension != "TOTAL")
        {
            if work["stage"] == "ACTIVE" && work["openedOn"].as_str().unwrap() <= TO {
                for group in self.of_work(work, dimension) {
                    add(group, "work".to_owned());
                }
            }
        }
        let mut money: BTreeMap<String, Vec<(&Value, &Value)>> = BTreeMap::new();
        for promise in &self.promises {
            let by = |basis: &str| {
                let steps = promise["steps"].as_array().unwrap().iter();
                let mut taken = steps
                    .filter(|step| step["basis"] == basis && step["on"].as_str().unwrap() <= TO);
                taken
                    .next_back()
                    .map(|step| step["status"].as_str().unwrap().to_owned())
            };
            let said = &promise["saidOn"];
            if said.as_str().is_some_and(|day| (FROM..=TO).contains(&day)) {
                let judged = by("JUDGED").unwrap_or_else(|| "PROMISED".to_owned());
                let judged = if promise["status"].is_null() {
                    "-".to_owned()
                } else {
                    judged
                };
                let reported = by("REPORTED").unwrap_or_else(|| "-".to_owned());
                for group in self.of_promise(promise, said, dimension) {
                    add(group.clone(), "made".to_owned());
                    add(group.clone(), format!("judged {judged}"));
                    add(group, format!("reported {reported}"));
                }
            }
            for amount in promise["amounts"].as_array().unwrap() {
                if (FROM..=TO).contains(&amount["on"].as_str().unwrap()) {
                    for group in self.of_promise(promise, &amount["on"], dimension) {
                        money.entry(group).or_default().push((promise, amount));
                    }
                }
            }
        }
        let said = |(line, count): (String, usize)| format!("{line} {count}");
        let counts = counts.into_iter();
        let mut groups: BTreeMap<String, Names> = counts
            .map(|(group, lines)| (group, lines.into_iter().map(said).collect()))
            .collect();
        for (group, amounts) in money {
            groups.entry(group).or_default().extend(sums(&amounts));
        }
        groups
    }
}

/// The sums by rung and fiscal year, without what was announced before among the same.
fn sums(amounts: &[(&Value, &Value)]) -> Names {
    let mut sums: BTreeMap<(String, String), (i64, Names)> = BTreeMap::new();
    for (promise, amount) in amounts {
        let is_first = |(first, known): &(&Value, &Value)| {
            first["id"] == promise["repeats"]["id"]
                && known["rung"] == amount["rung"]
                && known["fiscalYear"] == amount["fiscalYear"]
        };
        if amounts.iter().any(is_first) {
            continue;
        }
        let rung = amount["rung"].as_str().unwrap().to_owned();
        let year = amount["fiscalYear"].as_str().unwrap_or("-").to_owned();
        let whole = amount["amount"]["amount"].as_str().unwrap();
        let line = sums.entry((rung, year)).or_default();
        line.0 += whole.strip_suffix(".00").unwrap().parse::<i64>().unwrap();
        line.1.insert(promise["id"].as_str().unwrap().to_owned());
    }
    let line = |((rung, year), (sum, of)): ((String, String), (i64, Names))| {
        format!("{rung} {year} {sum}.00 of {}", of.len())
    };
    sums.into_iter().map(line).collect()
}

/// The same as coverage shows it, with the total; each figure has as many records as it says.
async fn shown_promised(caller: &Caller, dimension: &str) -> BTreeMap<String, Names> {
    let counted = "value records(first: 0) { totalCount }";
    let figures = format!(
        "engagementsActive {{ {counted} }} commitmentsMade {{ {counted} }}
         commitmentsJudged {{ status counted {{ {counted} }} }}
         commitmentsReported {{ status counted {{ {counted} }} }}
         amounts {{ rung fiscalYear total {{ amount }} counted {{ {counted} }} }}"
    );
    let query = format!(
        "query ($period: PeriodInput!, $by: [CoverageDimension!]) {{ coverage(period: $period, groupBy: $by) {{
            total {{ {figures} }} groups {{ keys {{ category isProvinceWide stakeholder {{ id }} district {{ id }}
                division {{ id }} topic {{ id }} programme {{ id }} period {{ from }} }} figures {{ {figures} }} }} }} }}"
    );
    let variables = json!({ "period": { "from": FROM, "to": TO }, "by": parts(dimension) });
    let found = caller.run(&query, variables).await.ok();
    let groups = found["coverage"]["groups"].as_array().unwrap().iter();
    let groups = groups.map(|group| {
        let name = shown_name(group);
        (name, lines(&group["figures"]))
    });
    let mut total = lines(&found["coverage"]["total"]);
    total.retain(|line| !line.starts_with("work"));
    let all = groups.chain([("total".to_owned(), total)]);
    all.filter(|(_, lines)| !lines.is_empty()).collect()
}

/// What the figures of a group say, a line each.
fn lines(figures: &Value) -> Names {
    let count = |figure: &Value| {
        assert!(figure["value"].is_null() || figure["value"] == figure["records"]["totalCount"]);
        figure["value"].as_u64().unwrap_or_default()
    };
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let mut lines = Names::new();
    for (name, figure) in [("work", "engagementsActive"), ("made", "commitmentsMade")] {
        if count(&figures[figure]) > 0 {
            lines.insert(format!("{name} {}", count(&figures[figure])));
        }
    }
    for (name, list) in [
        ("judged", "commitmentsJudged"),
        ("reported", "commitmentsReported"),
    ] {
        let list = figures[list].as_array().unwrap().iter();
        lines.extend(list.map(|line| {
            format!(
                "{name} {} {}",
                word(&line["status"]),
                count(&line["counted"])
            )
        }));
    }
    let amounts = figures["amounts"].as_array().unwrap().iter();
    lines.extend(amounts.map(|line| {
        let (rung, year) = (word(&line["rung"]), word(&line["fiscalYear"]));
        let (sum, of) = (word(&line["total"]["amount"]), count(&line["counted"]));
        format!("{rung} {year} {sum} of {of}")
    }));
    lines
}

async fn shown_cadences(caller: &Caller, dimension: &str) -> BTreeMap<String, [usize; 3]> {
    let query = "query ($period: PeriodInput!, $by: [CoverageDimension!]) { coverage(period: $period, groupBy: $by) {
        groups { keys { category isProvinceWide stakeholder { id } district { id } division { id } topic { id }
            programme { id } period { from } }
            figures { cadenceKept { value } cadenceOverdue { value } cadenceLongOverdue { value } } } } }";
    let variables = json!({ "period": { "from": FROM, "to": TO }, "by": parts(dimension) });
    let found = caller.run(query, variables).await.ok();
    let groups = found["coverage"]["groups"].as_array().unwrap().iter();
    let group = |group: &Value| {
        let figures = ["cadenceKept", "cadenceOverdue", "cadenceLongOverdue"];
        let count = |figure: &str| {
            usize::try_from(group["figures"][figure]["value"].as_u64().unwrap()).unwrap()
        };
        (shown_name(group), figures.map(count))
    };
    groups
        .map(group)
        .filter(|(_, counts)| counts != &[0; 3])
        .collect()
}

async fn shown_missed(caller: &Caller) -> Names {
    let query = "query ($period: PeriodInput) { gaps(period: $period, first: 100) { nodes { stakeholder { id } } } }";
    let variables = json!({ "period": { "from": FROM, "to": TO } });
    let found = caller.run(query, variables).await.ok();
    ids(&found["gaps"]["nodes"], "/stakeholder/id")
}

async fn shown(caller: &Caller, dimension: &str) -> BTreeMap<String, [usize; 7]> {
    let query = "query ($period: PeriodInput!, $by: [CoverageDimension!]) { coverage(period: $period, groupBy: $by) {
        groups { keys { category isProvinceWide stakeholder { id } district { id } division { id } topic { id }
            programme { id } period { from } }
            figures { inScope { value } met { value } contactedOnly { value } presentOnly { value }
                notReached { value } meetingsHeld { value } unplanned { value } } } } }";
    let variables = json!({ "period": { "from": FROM, "to": TO }, "by": parts(dimension) });
    let found = caller.run(query, variables).await.ok();
    let groups = found["coverage"]["groups"].as_array().unwrap().iter();
    let figures = [
        "inScope",
        "met",
        "contactedOnly",
        "presentOnly",
        "notReached",
        "meetingsHeld",
        "unplanned",
    ];
    let group = |group: &Value| {
        let name = shown_name(group);
        // Without a list nobody is unplanned, and the figure says so.
        let count = |figure: &str| {
            let value = group["figures"][figure]["value"].as_u64();
            assert!(value.is_some() || figure == "unplanned", "{figure} {group}");
            usize::try_from(value.unwrap_or_default()).unwrap()
        };
        (name, figures.map(count))
    };
    groups.map(group).collect()
}

/// A caller of each role that reads figures.
async fn callers(app: &App, programme: &str) -> Vec<(&'static str, Caller)> {
    vec![
        ("coordinator", app.coordinator().await),
        ("member", app.member("Saima").await),
        ("another member", app.member("Rubina").await),
        ("administrator", app.admin().await),
        (
            "partner of categories",
            app.partner(&[], &["CSO", "ECP"]).await,
        ),
        (
            "partner of a programme",
            app.partner(&[programme], &[]).await,
        ),
    ]
}

async fn every_group_agrees_with_a_naive_count_of_what_each_role_reads(app: Arc<App>) {
    let mut dice = Dice(20_250_603);
    let [_, programmes] = fill(&app, &app.coordinator().await, &mut dice).await;

    let (mut judged, mut said, mut told, mut withheld) = (0, 0, [0; 2], 0);
    for (role, caller) in callers(&app, &programmes[0]).await {
        let found = read(&caller).await;
        judged += agrees(&caller, &found, role).await;
        for dimension in DIMENSIONS {
            let mut promised = found.promised(dimension);
            promised.extend(found.promised("TOTAL"));
            assert_eq!(
                shown_promised(&caller, dimension).await,
                promised,
                "{role} by {dimension}"
            );
            let [more, fewer] = people::agree(&caller, &found, role, dimension).await;
            told[usize::from(role.starts_with("partner"))] += more;
            withheld += fewer;
            said += promised.values().map(BTreeSet::len).sum::<usize>();
        }
    }
    // Without it the cadences could agree because there were none.
    assert!(judged > 50, "{judged}");
    assert!(said > 200, "{said}");
    // Members and partners each.
    assert!(
        told[0] > 500 && told[1] > 20 && withheld > 50,
        "{told:?} {withheld}"
    );
}

async fn with_a_target_list_every_group_agrees_too(app: Arc<App>) {
    let desk = app.coordinator().await;
    let mut dice = Dice(20_251_108);
    let [offices, programmes] = fill(&app, &desk, &mut dice).await;
    // Of the offices with parents some institutions are archived, and some offices below others.
    let gone = json!({ "ids": [offices[3], offices[1], offices[8]], "on": "2025-12-20" });
    let shown = "results { userErrors { code } }";
    desk.act("archive", shown, gone).await.ok();
    let named = [0, 2, 4, 6, 7].map(|place| offices[place].clone());
    let list = json!({ "name": { "en": "Plan" }, "from": "2025-07-01", "to": "2026-06-30",
                       "stakeholderIds": named, "audience": "PARTNERS" });
    let listed = desk
        .act("createTargetList", "targetList { id }", list)
        .await;
    let id = text(&listed.ok(), "/targetList/id");
    desk.act(
        "approveTargetList",
        "targetList { id }",
        json!({ "id": id }),
    )
    .await
    .ok();
    let gone = json!({ "ids": [offices[4]], "on": "2025-12-31" });
    desk.act("archive", shown, gone).await.ok();

    let (mut judged, mut unplanned) = (0, 0);
    for (role, caller) in callers(&app, &programmes[0]).await {
        let found = read(&caller).await;
        // A scope of programmes takes in no list.
        assert_eq!(
            found.listed.is_some(),
            role != "partner of a programme",
            "{role}"
        );
        judged += agrees(&caller, &found, role).await;
        let groups = found.count("STAKEHOLDER");
        unplanned += groups.values().map(|counts| counts[6]).sum::<usize>();
    }
    assert!(judged > 50 && unplanned > 5, "{judged} {unplanned}");
}

/// Compares whom she reached and missed, by each dimension, and answers how many cadences were judged.
async fn agrees(caller: &Caller, found: &Found, role: &str) -> usize {
    let mut judged = 0;
    if !role.starts_with("partner") {
        assert_eq!(shown_missed(caller).await, found.missed(), "{role}");
        for dimension in DIMENSIONS.into_iter().filter(|one| !is_by_time(one)) {
            let cadences = found.cadences(dimension);
            assert_eq!(
                shown_cadences(caller, dimension).await,
                cadences,
                "{role} by {dimension}"
            );
            judged += cadences.values().flatten().sum::<usize>();
        }
    }
    for dimension in DIMENSIONS {
        assert_eq!(
            shown(caller, dimension).await,
            found.count(dimension),
            "{role} by {dimension}"
        );
    }
    judged
}
