//! Coverage against a naive count, in the test, of what the same reader finds in the lists.

mod fill;
mod groups;
mod people;
mod promised;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::coverage_oracle::fill::{Dice, fill};
use crate::coverage_oracle::groups::{
    Names, by, ids, is_by_time, is_of_places, or_none, or_said, parts, places, said, shown_name,
    span,
};
use crate::coverage_oracle::promised::shown_promised;
use crate::support::App;
use crate::support::build::text;
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
