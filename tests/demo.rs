//! The demo, filled and read through the schema.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect should stop"
)]

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use async_graphql::{Request, Variables};
use chrono::{DateTime, Utc};
use migration::{Migrator, MigratorTrait};
use rabta::app::App;
use rabta::cli::audit::check;
use rabta::cli::demo::filled;
use rabta::cli::demo::print::queries;
use rabta::cli::demo::users::Login;
use rabta::cli::demo::words::{INVENTED, INVENTED_UR};
use rabta::concepts::access::tokens;
use rabta::concepts::log::chain::Head;
use rabta::concepts::log::chain::verify::Witness;
use rabta::kit::clock::Clock;
use rabta::kit::db::Db;
use rabta::kit::secret::Keys;
use rabta::kit::zone::day_of;
use rabta::schema;
use serde_json::{Value, json};
use tempfile::TempDir;

/// When the demo is started: at night, when little of the day has passed.
const NOW: &str = "2026-11-24T19:10:00Z";
const COORDINATOR: usize = 0;
const MEMBER: usize = 1;
const PARTNER: usize = 3;
const AIDE: usize = 5;

struct Demo {
    app: App,
    logins: Vec<Login>,
    folder: TempDir,
}

/// A server on the database in a folder.
async fn app_in(folder: &Path) -> App {
    let db = Db::sqlite(&folder.join("rabta.db")).await.unwrap();
    let now: DateTime<Utc> = NOW.parse().unwrap();
    App {
        clock: Clock::standing(now),
        ..App::new(db, Keys::derive(&[7; 32]).unwrap())
    }
}

/// The demo in a folder, filled once for all tests. It is closed, so that its file is whole.
fn filled_once() -> &'static (TempDir, Vec<Login>) {
    static FILLED: OnceLock<(TempDir, Vec<Login>)> = OnceLock::new();
    FILLED.get_or_init(|| {
        let fill = || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                let demo = Demo::fill().await;
                demo.app.db.close().await.unwrap();
                (demo.folder, demo.logins)
            })
        };
        // A runtime cannot wait for another one on its own thread.
        std::thread::spawn(fill).join().unwrap()
    })
}

impl Demo {
    async fn fill() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = app_in(folder.path()).await;
        Migrator::up(app.db.writer(), None).await.unwrap();
        Self {
            logins: filled(&app).await.expect("a demo"),
            app,
            folder,
        }
    }

    /// A copy of the demo that is filled once.
    async fn copy() -> Self {
        let (filled, logins) = filled_once();
        let folder = tempfile::tempdir().unwrap();
        let file = "rabta.db";
        std::fs::copy(filled.path().join(file), folder.path().join(file)).unwrap();
        Self {
            app: app_in(folder.path()).await,
            logins: logins.clone(),
            folder,
        }
    }

    /// What the user at a place of the list reads.
    async fn ask(&self, who: usize, query: &str) -> Value {
        self.ask_with(who, query, json!({})).await
    }

    async fn ask_with(&self, who: usize, query: &str, variables: Value) -> Value {
        let token = &self.logins.get(who).expect("a login").token;
        let viewer = tokens::viewer(&self.app, token).await.unwrap();
        let request = Request::new(query).variables(Variables::from_json(variables));
        assert!(viewer.is_some(), "a viewer");
        let schema = schema::build(self.app.clone());
        let answer = schema::run(&schema, &self.app, viewer, request).await;
        assert_eq!(answer.errors, [], "{query}");
        answer.data.into_json().unwrap()
    }

    /// All nodes of a list, page after page.
    async fn all(&self, who: usize, list: &str, fields: &str) -> Vec<Value> {
        let query = format!(
            "query($after: String) {{ {list}(first: 100, after: $after) \
             {{ nodes {{ {fields} }} pageInfo {{ hasNextPage endCursor }} }} }}"
        );
        let (mut nodes, mut after) = (Vec::new(), Value::Null);
        loop {
            let mut answer = self.ask_with(who, &query, json!({ "after": after })).await;
            let page = answer.get_mut(list).expect("a list").take();
            nodes.extend(page["nodes"].as_array().expect("nodes").iter().cloned());
            if page["pageInfo"]["hasNextPage"] != json!(true) {
                return nodes;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
    }
}

/// The texts at a way into each of some nodes.
fn texts<'a>(nodes: &'a [Value], way: &'a str) -> Vec<&'a str> {
    let texts = nodes.iter().map(|node| node.pointer(way));
    texts
        .map(|text| text.and_then(Value::as_str).expect(way))
        .collect()
}

fn is_marked(text: &str) -> bool {
    text.ends_with(INVENTED) || text.ends_with(INVENTED_UR)
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a number")
}

#[tokio::test]
async fn the_session_reads_back_as_it_was() {
    let demo = Demo::copy().await;

    let answer = demo
        .ask(
            COORDINATOR,
            r#"{ meetings(filter: { period: { from: "2025-06-03", to: "2025-06-03" } }) { nodes {
                title { text } status recordedAt audience wordsAudience
                time { precision firstDay lastDay }
                heldIn { place district { code } }
                stakeholders { attended stakeholder { name { en } category } }
                attendees { id } groups { id }
                programmes { name { en } }
                decisions { kind text { text } }
                commitments { direction kind isVague text { text } owedBy { name { en } } }
                said { text }
                source { kind }
            } } }"#,
        )
        .await;

    let meetings = answer["meetings"]["nodes"].as_array().unwrap();
    let [meeting] = meetings.as_slice() else {
        panic!("{meetings:?}")
    };
    assert_eq!(meeting["status"], "HELD");
    assert_eq!(
        meeting["time"],
        json!({ "precision": "DAY", "firstDay": "2025-06-03", "lastDay": "2025-06-03" })
    );
    let recorded: DateTime<Utc> = meeting["recordedAt"].as_str().unwrap().parse().unwrap();
    assert_eq!(day_of(recorded).to_string(), "2025-06-04");
    assert_eq!(meeting["heldIn"]["district"]["code"], "quetta");
    assert!(
        meeting["heldIn"]["place"]
            .as_str()
            .unwrap()
            .starts_with("Office of the Deputy Speaker")
    );
    assert_eq!(
        meeting["stakeholders"],
        json!([{
            "attended": true,
            "stakeholder": { "name": { "en": "UN Women" }, "category": "DEVELOPMENT_PARTNER" },
        }])
    );
    assert_eq!(
        meeting["programmes"][0]["name"]["en"],
        "Pakistan Women Leaders (PWL)"
    );
    let decided: Vec<_> = meeting["decisions"].as_array().unwrap().iter().collect();
    for (decision, (kind, words)) in decided.iter().zip([
        ("APPROVAL", "work plan is approved"),
        ("AGREEMENT", "in Quetta"),
        ("RESOLVED", "separate office space"),
    ]) {
        assert_eq!(decision["kind"], kind);
        assert!(decision["text"]["text"].as_str().unwrap().contains(words));
    }
    assert_eq!(decided.len(), 3);
    let promised = meeting["commitments"].as_array().unwrap().iter();
    let promised: Vec<_> = promised
        .map(|one| json!([one["direction"], one["kind"], one["isVague"], one["owedBy"]]))
        .collect();
    let owes = |office: &str| json!([{ "name": { "en": office } }]);
    let chief_minister = owes("Office of the Chief Minister, Balochistan");
    let speaker = owes("Office of the Speaker, Balochistan Provincial Assembly");
    assert_eq!(
        promised,
        [
            json!(["MADE_BY_CAUCUS", "COORDINATION", false, []]),
            json!(["ASKED_BY_CAUCUS", "PSDP_SCHEME", false, chief_minister]),
            json!(["ASKED_BY_CAUCUS", "PSDP_SCHEME", false, chief_minister]),
            json!(["MADE_TO_CAUCUS", "POLICY", true, chief_minister]),
            json!(["MADE_TO_CAUCUS", "FUND", false, chief_minister]),
            json!([
                "MADE_TO_CAUCUS",
                "TECHNICAL_ASSISTANCE",
                false,
                owes("UN Women")
            ]),
            json!(["ASKED_BY_CAUCUS", "OFFICE_SPACE", false, speaker]),
        ]
    );
    let said = meeting["said"]["text"].as_str().unwrap();
    for words in [
        "constructive feedback",
        "mentorship",
        "two PSDP schemes",
        "endowment fund",
        "logo",
    ] {
        assert!(said.contains(words), "{words}");
    }
    assert_eq!(
        (&meeting["audience"], &meeting["wordsAudience"]),
        (&json!("PARTNERS"), &json!("CAUCUS"))
    );
    assert_eq!(
        (&meeting["attendees"], &meeting["groups"]),
        (&json!([]), &json!([])),
        "nobody is named or counted of whom the record does not say it"
    );
}

#[tokio::test]
async fn what_the_session_set_going_is_open() {
    let demo = Demo::copy().await;

    let engagements = demo
        .all(
            COORDINATOR,
            "engagements",
            "id openedOn stage title { text } programme { name { en } } openTasks
             stakeholder { name { en } category }",
        )
        .await;
    let tasks = demo
        .all(
            MEMBER,
            "followUpActions",
            "title { text } status engagement { id } owner { member { id } }
             stakeholders { name { en } }",
        )
        .await;

    let of_session: Vec<_> = engagements
        .iter()
        .filter(|engagement| engagement["openedOn"] == "2025-06-03")
        .collect();
    let mut kinds: Vec<_> = of_session
        .iter()
        .filter(|engagement| {
            engagement["programme"]["name"]["en"] == "Pakistan Women Leaders (PWL)"
        })
        .map(|engagement| engagement["stakeholder"]["category"].as_str().unwrap())
        .collect();
    kinds.sort_unstable();
    assert_eq!(
        kinds,
        [
            "ACADEMIA",
            "CSO",
            "ECP",
            "LOCAL_GOVERNMENT",
            "NADRA",
            "POLITICAL_PARTY"
        ]
    );
    assert!(
        of_session
            .iter()
            .all(|engagement| engagement["stage"] == "ACTIVE")
    );
    assert!(
        of_session
            .iter()
            .all(|engagement| number(&engagement["openTasks"]) == 1)
    );
    let ask = tasks
        .iter()
        .find(|task| {
            task["title"]["text"]
                .as_str()
                .unwrap()
                .contains("separate office space")
        })
        .expect("the task to ask the Speaker");
    assert_eq!(ask["status"], "OPEN");
    assert!(ask["owner"]["member"]["id"].is_string());
    assert_eq!(
        ask["stakeholders"][0]["name"]["en"],
        "Office of the Speaker, Balochistan Provincial Assembly"
    );
}

#[tokio::test]
async fn the_year_has_what_it_promises() {
    let demo = Demo::copy().await;

    let counts = demo
        .ask(
            MEMBER,
            "{ members { totalCount } stakeholders { totalCount } meetings { totalCount }
               unmatched: meetings(filter: { hasUnmatched: true }) { totalCount }
               overdue: followUpActions(filter: { mine: true, isOverdue: true }) { totalCount }
               open: followUpActions(filter: { mine: true, isOverdue: false, statuses: [OPEN] }) {
                 totalCount }
               pec: stakeholders(filter: { search: \"PEC\" }) { nodes { shortName name { en } } }
               viewer { language member { id currentParty { id } } } }",
        )
        .await;
    assert_eq!(counts["pec"]["nodes"][0]["shortName"], "PEC");
    assert_eq!(counts["members"]["totalCount"], 14);
    assert_eq!(counts["meetings"]["totalCount"], 301);
    assert!(number(&counts["stakeholders"]["totalCount"]) >= 120);
    for some in ["unmatched", "overdue", "open"] {
        assert!(number(&counts[some]["totalCount"]) > 0, "{some}");
    }
    assert_eq!(counts["viewer"]["language"], "UR");
    let other = demo
        .ask(
            MEMBER + 1,
            "{ viewer { language member { currentParty { id } } } }",
        )
        .await;
    assert_eq!(other["viewer"]["language"], "EN");
    assert_ne!(
        other["viewer"]["member"]["currentParty"]["id"],
        counts["viewer"]["member"]["currentParty"]["id"]
    );

    let stakeholders = demo
        .all(
            COORDINATOR,
            "stakeholders",
            "category districts { code } name { en ur } lastMeeting { id }",
        )
        .await;
    let mut categories = texts(&stakeholders, "/category");
    categories.sort_unstable();
    categories.dedup();
    assert_eq!(categories.len(), 16);
    let not_met = stakeholders
        .iter()
        .filter(|one| one["lastMeeting"].is_null());
    assert!(not_met.count() > 10, "there are gaps");
    let shown = demo
        .ask(
            PARTNER,
            "{ meetings { totalCount } viewer { member { id } } }",
        )
        .await;
    let shown = number(&shown["meetings"]["totalCount"]);
    assert!(
        (80..=120).contains(&shown),
        "partners see {shown} of 301 meetings"
    );
    let times = demo
        .all(COORDINATOR, "meetings", "recordedAt time { firstDay }")
        .await;
    let now = demo.app.clock.now();
    for time in texts(&times, "/recordedAt") {
        assert!(time.parse::<DateTime<Utc>>().unwrap() < now, "{time}");
    }
}

#[tokio::test]
async fn three_members_are_the_only_ones_of_their_party() {
    let demo = Demo::copy().await;

    let members = demo
        .all(COORDINATOR, "members", "currentParty { id }")
        .await;

    let mut parties: HashMap<&str, usize> = HashMap::new();
    for party in texts(&members, "/currentParty/id") {
        *parties.entry(party).or_default() += 1;
    }
    assert_eq!(parties.values().filter(|&&members| members == 1).count(), 3);
}

#[tokio::test]
async fn there_are_promises_in_every_state() {
    let demo = Demo::copy().await;

    let commitments = demo
        .all(
            COORDINATOR,
            "commitments",
            "direction status reportedStatus isVague awaitsJudgement isStatusShared answers { id }",
        )
        .await;
    let ledger = demo
        .ask(COORDINATOR, "{ ledger { lines { rung fiscalYear } } }")
        .await;
    let handed_over = demo
        .ask(
            COORDINATOR,
            "{ commitments(filter: { awaitsReconfirmation: true }) { totalCount } }",
        )
        .await;

    let has = |field: &str, value: Value| commitments.iter().any(|one| one[field] == value);
    for status in [
        "REQUESTED",
        "UNDER_REVIEW",
        "PROMISED",
        "PARTLY_FULFILLED",
        "FULFILLED",
        "DECLINED",
        "EXPIRED",
        "WITHDRAWN",
    ] {
        assert!(has("status", json!(status)), "{status}");
    }
    assert!(has("reportedStatus", json!("FULFILLED")));
    for field in ["isVague", "awaitsJudgement", "isStatusShared"] {
        assert!(has(field, json!(true)), "{field}");
    }
    assert!(commitments.iter().any(|one| !one["answers"].is_null()));
    assert!(number(&handed_over["commitments"]["totalCount"]) > 0);
    let lines = ledger["ledger"]["lines"].as_array().unwrap();
    for rung in [
        "ASKED",
        "SAID",
        "WRITTEN",
        "APPROVED",
        "BUDGETED",
        "AUTHORISED",
        "RELEASED",
        "SPENT",
    ] {
        assert!(texts(lines, "/rung").contains(&rung), "{rung}");
    }
    let mut years = texts(lines, "/fiscalYear");
    years.sort_unstable();
    years.dedup();
    assert!(years.len() > 1, "{years:?}");
}

#[tokio::test]
async fn offices_are_found_as_people_say_them() {
    let demo = Demo::copy().await;
    let query = "query($search: String) { stakeholders(filter: { search: $search }) {
        nodes { name { en } } } }";

    for (said, office) in [
        ("DC Khuzdar", "District administration, Khuzdar"),
        (
            "deputy commissioner khuzdar",
            "District administration, Khuzdar",
        ),
        ("ڈی سی خضدار", "District administration, Khuzdar"),
        ("خضدار ڈپٹی کمشنر", "District administration, Khuzdar"),
        ("نادرا دفتر ژوب", "NADRA registration centre, Zhob"),
        ("PEC", "Provincial Election Commissioner, Balochistan"),
        (
            "election commissioner provincial",
            "Provincial Election Commissioner, Balochistan",
        ),
        (
            "الیکشن کمیشن صوبائی",
            "Provincial Election Commissioner, Balochistan",
        ),
        (
            "الیکشن کمیشن خضدار",
            "District Election Commissioner, Khuzdar",
        ),
        ("ECP", "Election Commission of Pakistan"),
        ("ای سی پی", "Election Commission of Pakistan"),
        ("UNW", "UN Women"),
        ("خواتین کمیشن", "Commission on the Status of Women"),
    ] {
        // In English and in Urdu, which have an order each.
        for who in [COORDINATOR, MEMBER] {
            let found = demo.ask_with(who, query, json!({ "search": said })).await;
            let first = found.pointer("/stakeholders/nodes/0/name/en");
            assert_eq!(first, Some(&json!(office)), "{said}: {found}");
        }
    }
    let found = demo
        .ask_with(MEMBER, query, json!({ "search": "پی ای سی" }))
        .await;
    let nodes = found["stakeholders"]["nodes"].as_array().unwrap();
    let names = texts(nodes, "/name/en");
    assert!(
        names.contains(&"Provincial Election Commissioner, Balochistan"),
        "{names:?}"
    );
}

#[tokio::test]
async fn all_that_is_invented_says_so() {
    let demo = Demo::copy().await;

    let people = demo.all(COORDINATOR, "people", "name { en ur }").await;
    assert!(texts(&people, "/name/en").into_iter().all(is_marked));
    assert!(texts(&people, "/name/ur").into_iter().all(is_marked));
    let stakeholders = demo
        .all(
            COORDINATOR,
            "stakeholders",
            "name { en ur } category inScopeSince",
        )
        .await;
    for one in &stakeholders {
        // What the state has is there, and so is what the session names.
        let is_real = one["inScopeSince"] == "2025-06-03"
            || [
                "ECP",
                "NADRA",
                "LOCAL_GOVERNMENT",
                "LEGISLATURE",
                "PROVINCIAL_GOVERNMENT",
                "FEDERAL_GOVERNMENT",
                "COMMISSION",
                "JUSTICE",
            ]
            .contains(&one["category"].as_str().unwrap());
        assert!(
            is_real || is_marked(one["name"]["en"].as_str().unwrap()),
            "{one}"
        );
        assert!(
            is_real || is_marked(one["name"]["ur"].as_str().unwrap()),
            "{one}"
        );
    }
    let members = demo
        .all(COORDINATOR, "members", "terms { constituency }")
        .await;
    for constituency in members
        .iter()
        .map(|member| &member["terms"][0]["constituency"])
    {
        assert!(
            constituency.as_str().is_none_or(is_marked),
            "{constituency}"
        );
    }
    let of_session = |node: &Value, way: &str| {
        let day = node.pointer(way).and_then(Value::as_str);
        day == Some("2025-06-03")
    };
    for (list, text, fields, way) in [
        (
            "meetings",
            "/title/text",
            "title { text } time { firstDay }",
            "/time/firstDay",
        ),
        (
            "meetings",
            "/said/text",
            "said { text } time { firstDay }",
            "/time/firstDay",
        ),
        (
            "engagements",
            "/title/text",
            "title { text } openedOn",
            "/openedOn",
        ),
        (
            "decisions",
            "/text/text",
            "text { text } meeting { time { firstDay } }",
            "/meeting/time/firstDay",
        ),
        (
            "commitments",
            "/text/text",
            "text { text } meeting { time { firstDay } }",
            "/meeting/time/firstDay",
        ),
        (
            "followUpActions",
            "/title/text",
            "title { text } engagement { openedOn }",
            "/engagement/openedOn",
        ),
    ] {
        for node in demo.all(COORDINATOR, list, fields).await {
            let said = node.pointer(text).and_then(Value::as_str).expect(list);
            assert!(of_session(&node, way) != is_marked(said), "{list}: {node}");
        }
    }
}

#[tokio::test]
async fn two_fills_of_a_day_are_alike() {
    let (first, second) = tokio::join!(Demo::fill(), Demo::fill());

    for (list, fields) in [
        ("topics", "id name { en ur } recordedAt"),
        ("programmes", "id recordedAt"),
        (
            "people",
            "id name { en } phones { number } posts { id title { en } } recordedAt",
        ),
        (
            "members",
            "id person { id } terms { district { code } } recordedAt",
        ),
        (
            "stakeholders",
            "id name { en } owner { id } recordedAt openTasks",
        ),
        ("engagements", "id title { text } recordedAt members { id }"),
        (
            "meetings",
            "id title { text } recordedAt time { startsAt firstDay } said { text }
             stakeholders { id attended text stakeholder { id } engagement { id } }
             attendees { id person { id } role } groups { id label }",
        ),
        ("decisions", "id text { text }"),
        ("commitments", "id text { text } dueOn"),
        ("documents", "id subject { text } day replyDueOn"),
        (
            "followUpActions",
            "id title { text } status dueOn completedOn owner { id } recordedAt",
        ),
    ] {
        let rows = first.all(COORDINATOR, list, fields).await;

        assert_eq!(rows, second.all(COORDINATOR, list, fields).await, "{list}");
        assert!(!rows.is_empty(), "{list}");
    }
    for (login, again) in first.logins.iter().zip(&second.logins) {
        assert_eq!(login.email, again.email);
        assert_ne!(
            (&login.password, &login.token),
            (&again.password, &again.token)
        );
    }
}

#[tokio::test]
async fn the_printed_queries_show_something() {
    let demo = Demo::copy().await;
    let roles: Vec<_> = demo.logins.iter().map(|login| login.role).collect();

    for query in queries(day_of(demo.app.clock.now())) {
        let who = roles.iter().position(|role| *role == query.role).unwrap();
        let answer = demo.ask(who, &query.text).await;

        let rows = answer
            .pointer("/meetings/nodes")
            .or(answer.pointer("/coverage/groups"));
        assert!(
            !rows.unwrap().as_array().unwrap().is_empty(),
            "{}",
            query.text
        );
    }
}

#[tokio::test]
async fn letters_wait_for_a_reply_and_some_offices_are_reached_by_letter_alone() {
    let demo = Demo::copy().await;

    let found = demo
        .ask(
            COORDINATOR,
            "{ waiting: documents(filter: { awaitsReply: true }) { totalCount }
            overdue: documents(filter: { isReplyOverdue: true }) { nodes { parties { id } } }
            sahil: stakeholders(filter: { search: \"Sahil University\" }) { nodes { id } }
            coverage(period: { from: \"2020-01-01\" }) { total { contactedOnly {
                records(first: 100) { nodes { ... on Stakeholder { id } } } } } } }",
        )
        .await;

    assert_eq!(found["waiting"]["totalCount"], 2);
    assert_eq!(found["overdue"]["nodes"].as_array().unwrap().len(), 1);
    let sahil = &found["sahil"]["nodes"][0];
    let contacted = &found["coverage"]["total"]["contactedOnly"]["records"]["nodes"];
    assert!(contacted.as_array().unwrap().contains(sahil), "{contacted}");
}

/// The figures of a total, each by its name: whatever has a value or is a list.
fn figures(total: &Value, at: &str, found: &mut HashMap<String, u64>) {
    for (name, figure) in total.as_object().expect("figures") {
        let name = format!("{at}{name}");
        if let Some(list) = figure.as_array() {
            found.insert(name, u64::try_from(list.len()).unwrap());
        } else if let Some(value) = figure.get("value") {
            found.insert(name, value.as_u64().unwrap_or_default());
        } else {
            figures(figure, &format!("{name}."), found);
        }
    }
}

#[tokio::test]
async fn every_column_of_coverage_says_something() {
    let demo = Demo::copy().await;
    let people = "all { value } women { value } men { value } notStated { value }";
    let named = [
        "inScope",
        "met",
        "metOnCourtesyOnly",
        "contactedOnly",
        "presentOnly",
        "notReached",
        "unplanned",
        "meetingsHeld",
        "courtesyCalls",
        "cadenceKept",
        "cadenceOverdue",
        "cadenceLongOverdue",
        "engagementsActive",
        "commitmentsMade",
        "tasksOpened",
        "tasksDone",
        "tasksLate",
        "tasksOpen",
        "tasksOverdue",
    ]
    .map(|name| format!("{name} {{ value }}"));
    let figures_of = format!(
        "{} peopleMet {{ {people} other {{ value }} }} headcount {{ {people} counted {{ value }} }}
         commitmentsJudged {{ status }} commitmentsReported {{ status }} amounts {{ rung }}",
        named.join(" ")
    );
    // The twelve months up to today, and the calendar year.
    for (from, to) in [("2025-11-25", "2026-11-24"), ("2026-01-01", "2026-12-31")] {
        let query = format!(
            "{{ coverage(period: {{ from: \"{from}\", to: \"{to}\" }}) {{ scopeSource targetList {{ name {{ en ur }} }}
                total {{ {figures_of} daysToClose }} }} }}"
        );
        let found = demo.ask(COORDINATOR, &query).await["coverage"].take();

        assert_eq!(found["scopeSource"], "TARGET_LIST");
        assert!(is_marked(
            found["targetList"]["name"]["en"].as_str().unwrap()
        ));
        let mut total = found["total"].clone();
        let days = total.as_object_mut().unwrap().remove("daysToClose");
        assert!(days.is_some_and(|days| days.is_f64()));
        let mut counts = HashMap::new();
        figures(&total, "", &mut counts);
        let empty: Vec<_> = counts.iter().filter(|(_, count)| **count == 0).collect();
        assert!(
            empty.is_empty() && counts.len() > 30,
            "{from} to {to}: {empty:?}"
        );
    }
}

#[tokio::test]
async fn the_partner_sees_the_institutions_of_the_offices_that_she_sees() {
    let demo = Demo::copy().await;

    let offices = demo
        .all(PARTNER, "stakeholders", "id institution { id }")
        .await;

    let alone: Vec<_> = offices
        .iter()
        .filter(|office| office["institution"].is_null())
        .collect();
    assert!(alone.is_empty(), "{alone:?}");
    let folded = offices
        .iter()
        .filter(|office| office["institution"]["id"] != office["id"]);
    assert!(folded.count() > 5);
}

#[tokio::test]
async fn every_record_is_as_the_log_says() {
    let demo = Demo::copy().await;

    let witness = Witness {
        key: Some(demo.app.keys.log.public()),
        head: Head::now(&demo.app).await.unwrap(),
    };
    let report = check(demo.app.db.reader(), &witness).await.unwrap();

    assert_eq!(report.findings, []);
    assert!(report.linked > 100, "{} entries", report.linked);
}

#[tokio::test]
async fn what_the_aide_wrote_for_a_member_waits_for_her() {
    let demo = Demo::copy().await;

    let waiting = "{ waitingForMe { nodes { recordedBy { name { en } } record { id ... on Meeting {
                   recordedFor { person { name { en } } } attendees { member { id } } } } } }
                   viewer { member { id actedForBy { user { role } } } } }";
    let waiting = demo.ask(MEMBER, waiting).await;
    let idle = demo
        .ask(
            AIDE,
            "{ viewer { role mayActFor { name { en } } } meetings { totalCount } }",
        )
        .await;

    let nodes = waiting["waitingForMe"]["nodes"].as_array().unwrap();
    assert_eq!(nodes.len(), 2, "{waiting}");
    for node in nodes {
        assert_eq!(node["recordedBy"]["name"]["en"], "Akbar Baloch (invented)");
        let hers = &waiting["viewer"]["member"]["id"];
        let attendees = node["record"]["attendees"].as_array().unwrap();
        assert!(attendees.iter().any(|one| one["member"]["id"] == *hers));
    }
    let granted = &waiting["viewer"]["member"]["actedForBy"];
    assert_eq!(*granted, json!([{ "user": { "role": "AIDE" } }]));
    assert_eq!(idle["meetings"]["totalCount"], 0);
    assert_eq!(
        idle["viewer"]["mayActFor"][0]["name"]["en"],
        waiting["waitingForMe"]["nodes"][0]["record"]["recordedFor"]["person"]["name"]["en"]
    );
}
