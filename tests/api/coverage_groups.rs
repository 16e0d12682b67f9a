//! Coverage by group: what each counts, and that the records behind a figure are as many as it says.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

const FIGURES: [&str; 11] = [
    "inScope",
    "met",
    "contactedOnly",
    "presentOnly",
    "notReached",
    "meetingsHeld",
    "tasksOpened",
    "tasksDone",
    "tasksLate",
    "tasksOpen",
    "tasksOverdue",
];

both! {
    an_institution_is_grouped_with_its_offices_and_an_office_for_itself
    an_office_counts_where_it_works_and_a_meeting_where_it_belongs
    a_district_of_a_meeting_is_measured_in_three_ways
    what_is_of_the_whole_province_and_of_no_district_are_groups_of_their_own
    a_division_counts_a_meeting_on_two_of_its_districts_once
    topics_group_offices_by_their_own_and_meetings_by_what_they_were_about
    a_programme_counts_whom_it_met_and_whom_it_works_with
    whom_a_programme_has_in_scope_is_the_same_asked_alone
    a_partner_reads_no_programme_outside_her_scope
    every_month_of_the_period_says_whom_it_missed
    quarters_begin_with_the_year
    two_dimensions_cross
    tasks_count_by_the_day_on_which_they_were_opened_and_done
    a_median_of_days_is_given_from_ten_on
    a_period_is_compared_with_the_one_before
    nothing_is_compared_with_a_time_before_the_record
    the_last_meeting_of_a_group_is_one_of_its_own
    a_group_is_found_by_its_key
    what_cannot_be_grouped_is_refused
    groups_cost_as_many_statements_for_many_as_for_few
}

const SHOWN: &str = "key keys { by category isProvinceWide stakeholder { id } district { id } division { id } topic { id }
    programme { id } period { from to } }";

fn query(extra: &str) -> String {
    let records = "value absence records(first: 100) { totalCount nodes { ... on Stakeholder { id } ... on Meeting { id }
        ... on FollowUpAction { id } } }";
    let figures = FIGURES
        .map(|name| format!("{name} {{ {records} }}"))
        .join(" ");
    let figures =
        format!("{figures} lastMeetingOn lastMeeting {{ id }} daysToClose daysToCloseAbsence");
    format!(
        "query ($period: PeriodInput!, $by: [CoverageDimension!], $measure: DistrictMeasure) {{
            coverage(period: $period, groupBy: $by, districtMeasure: $measure) {{
                total {{ {figures} }} groups {{ {SHOWN} figures {{ {figures} }} }} {extra} }} }}"
    )
}

/// The groups of the year by the name of their keys, after checking of each figure that as many
/// records lie behind it.
async fn groups(caller: &Caller, by: &[&str], measure: Option<&str>) -> BTreeMap<String, Value> {
    let period = json!({ "from": "2025-01-01", "to": "2026-12-31" });
    let variables = json!({ "period": period, "by": by, "measure": measure });
    let coverage = caller.run(&query(""), variables).await.ok()["coverage"].clone();
    let mut groups = BTreeMap::from([("total".to_owned(), coverage["total"].clone())]);
    for group in coverage["groups"].as_array().unwrap() {
        let names = group["keys"].as_array().unwrap().iter().map(name);
        let name = names.collect::<Vec<_>>().join(" ");
        assert!(groups.insert(name, group["figures"].clone()).is_none());
    }
    for figures in groups.values() {
        check_records(figures);
    }
    groups
}

fn check_records(figures: &Value) {
    for name in FIGURES {
        let figure = &figures[name];
        let mut ids = texts(&figure["records"]["nodes"], "/id");
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(figure["value"], ids.len(), "{name} {figure}");
        assert_eq!(figure["value"], figure["records"]["totalCount"], "{name}");
    }
    let parts = FIGURES[1..5].iter().map(|name| count(figures, name));
    assert_eq!(count(figures, "inScope"), parts.sum::<i64>());
}

/// What a key names: an id, a category, the first day of a span.
pub fn name(key: &Value) -> String {
    let ids = ["stakeholder", "district", "division", "topic", "programme"];
    let mut named = ids.iter().filter_map(|kind| key[*kind]["id"].as_str());
    let word = named.next().or(key["category"].as_str());
    let word = word.or(key["period"]["from"].as_str());
    let all = if key["isProvinceWide"] == true {
        "all"
    } else {
        "none"
    };
    word.unwrap_or(all).to_owned()
}

fn count(figures: &Value, name: &str) -> i64 {
    figures[name]["value"].as_i64().unwrap()
}

/// In scope, met, meetings held.
fn reach(groups: &BTreeMap<String, Value>, name: &str) -> Option<[i64; 3]> {
    let figures = groups.get(name)?;
    Some(["inScope", "met", "meetingsHeld"].map(|figure| count(figures, figure)))
}

fn on(day: &str, more: Value) -> Value {
    crate::support::build::merged(json!({ "when": { "days": { "from": day } } }), more)
}

fn since(more: Value) -> Value {
    crate::support::build::merged(json!({ "inScopeSince": "2025-01-01" }), more)
}

async fn an_institution_is_grouped_with_its_offices_and_an_office_for_itself(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let ecp = app.office("ECP", "ECP").await;
    let pec = app
        .office_with("ECP", "PEC", json!({ "parentId": ecp }))
        .await;
    saima.meets(&pec, json!({})).await;
    saima.meets(&ecp, json!({})).await;

    let folded = groups(&saima, &["INSTITUTION"], None).await;
    let each = groups(&saima, &["STAKEHOLDER"], None).await;

    assert_eq!(reach(&folded, &ecp), Some([1, 1, 2]));
    assert_eq!(reach(&folded, &pec), None);
    assert_eq!(reach(&each, &ecp), Some([1, 1, 1]));
    assert_eq!(reach(&each, &pec), Some([1, 1, 1]));
}

async fn an_office_counts_where_it_works_and_a_meeting_where_it_belongs(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (zhob, pishin) = (app.district("Zhob").await, app.district("Pishin").await);
    let office = app
        .office_with("CSO", "Aurat", json!({ "districtIds": [zhob] }))
        .await;
    saima
        .meets(&office, json!({ "concernsDistrictIds": [pishin] }))
        .await;

    let groups = groups(&saima, &["DISTRICT"], None).await;

    assert_eq!(reach(&groups, &zhob), Some([1, 1, 0]));
    assert_eq!(reach(&groups, &pishin), Some([0, 0, 1]));
}

async fn a_district_of_a_meeting_is_measured_in_three_ways(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (zhob, pishin) = (app.district("Zhob").await, app.district("Pishin").await);
    let office = app.office("CSO", "Aurat").await;
    let held = json!({ "districtId": zhob });
    let both = json!({ "heldIn": held, "concernsDistrictIds": [pishin] });
    saima.meets(&office, both).await;
    saima.meets(&office, json!({ "heldIn": held })).await;

    let held_of = |groups: BTreeMap<String, Value>| {
        [&zhob, &pishin, "none"].map(|name| reach(&groups, name).map_or(0, |found| found[2]))
    };
    let usual = held_of(groups(&saima, &["DISTRICT"], None).await);
    let concerns = held_of(groups(&saima, &["DISTRICT"], Some("CONCERNS")).await);
    let held_in = held_of(groups(&saima, &["DISTRICT"], Some("HELD_IN")).await);

    assert_eq!(
        [usual, concerns, held_in],
        [[1, 1, 0], [0, 1, 1], [2, 0, 0]]
    );
}

async fn what_is_of_the_whole_province_and_of_no_district_are_groups_of_their_own(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let wide = app
        .office_with("CSO", "Aurat", json!({ "isProvinceWide": true }))
        .await;
    app.office("CSO", "Nowhere").await;
    saima.meets(&wide, json!({})).await;

    let groups = groups(&saima, &["DISTRICT"], None).await;

    assert_eq!(reach(&groups, "all"), Some([1, 1, 0]));
    assert_eq!(reach(&groups, "none"), Some([1, 0, 1]));
}

async fn a_division_counts_a_meeting_on_two_of_its_districts_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let names = "{ districts(first: 100) { nodes { id division { id } } } }";
    let all = saima.ask(names).await.ok()["districts"]["nodes"].clone();
    let division = text(&all, "/0/division/id");
    let inside: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|district| district["division"]["id"] == division)
        .map(|district| district["id"].clone())
        .collect();
    let office = app.office("CSO", "Aurat").await;
    saima
        .meets(&office, json!({ "concernsDistrictIds": inside[..2] }))
        .await;

    let groups = groups(&saima, &["DIVISION"], None).await;

    assert_eq!(reach(&groups, &division), Some([0, 0, 1]));
}

async fn topics_group_offices_by_their_own_and_meetings_by_what_they_were_about(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (own, other) = (app.topic("Registration").await, app.topic("Hostels").await);
    let office = app
        .office_with("CSO", "Aurat", json!({ "topicIds": [own] }))
        .await;
    saima.meets(&office, json!({ "topicIds": [other] })).await;

    let groups = groups(&saima, &["TOPIC"], None).await;

    assert_eq!(reach(&groups, &own), Some([1, 1, 0]));
    assert_eq!(reach(&groups, &other), Some([0, 0, 1]));
}

async fn a_programme_counts_whom_it_met_and_whom_it_works_with(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let programme = app.programme("Voices").await;
    let (met, engaged) = (
        app.office("CSO", "Met").await,
        app.office("CSO", "Engaged").await,
    );
    app.engagement(&engaged, "Hostels", json!({ "programmeId": programme }))
        .await;
    saima
        .meets(&met, json!({ "programmeIds": [programme] }))
        .await;
    saima.meets(&engaged, json!({})).await;

    let groups = groups(&saima, &["PROGRAMME"], None).await;

    assert_eq!(reach(&groups, &programme), Some([2, 1, 1]));
    assert_eq!(reach(&groups, "none"), Some([2, 1, 1]));
}

async fn whom_a_programme_has_in_scope_is_the_same_asked_alone(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (programme, met) = (
        app.programme("Voices").await,
        app.office("CSO", "Met").await,
    );
    let under = json!({ "programmeIds": [programme] });
    saima.meets(&met, under).await;
    let query = |of: &str| {
        format!(
            "{{ coverage(period: {{ from: \"2026-01-01\", to: \"2026-01-31\" }},
                groupBy: [PROGRAMME]) {{ {of} }} }}"
        )
    };

    let listed = query("groups { keys { programme { id } } figures { inScope { value } } }");
    let listed = saima.ask(&listed).await.ok();
    let whole = "groups { keys { programme { id } } figures { inScope { value } met { value } } }";
    let whole = saima.ask(&query(whole)).await.ok();

    let in_scope = |found: &Value| -> BTreeMap<String, Value> {
        let groups = found["coverage"]["groups"].as_array().unwrap().iter();
        let group = |one: &Value| {
            let key = one
                .pointer("/keys/0/programme/id")
                .map_or("none".to_owned(), Value::to_string);
            (key, one["figures"]["inScope"]["value"].clone())
        };
        groups.map(group).collect()
    };
    assert_eq!(in_scope(&listed), in_scope(&whole));
    assert_eq!(in_scope(&listed).len(), 2);
}

async fn a_partner_reads_no_programme_outside_her_scope(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (hers, other) = (app.programme("Hers").await, app.programme("Other").await);
    let office = app.office("CSO", "Aurat").await;
    let partners =
        |programmes: Value| json!({ "audience": "PARTNERS", "programmeIds": programmes });
    desk.meets(&office, partners(json!([hers, other]))).await;
    desk.meets(&office, partners(json!([other]))).await;
    let partner = app.partner(&[&hers], &[]).await;

    let groups = groups(&partner, &["PROGRAMME"], None).await;

    assert_eq!(groups.keys().cloned().collect::<Vec<_>>().len(), 3);
    assert_eq!(reach(&groups, &hers), Some([1, 1, 1]));
    assert_eq!(reach(&groups, "none"), Some([1, 0, 0]));
}

async fn every_month_of_the_period_says_whom_it_missed(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office_with("CSO", "Aurat", since(json!({}))).await;
    saima.meets(&office, on("2025-10-31", json!({}))).await;
    saima.meets(&office, on("2025-12-01", json!({}))).await;

    let groups = groups(&saima, &["MONTH"], None).await;

    assert_eq!(groups.len(), 5, "from the first meeting to today");
    assert_eq!(reach(&groups, "2025-10-01"), Some([1, 1, 1]));
    assert_eq!(reach(&groups, "2025-11-01"), Some([1, 0, 0]));
    assert_eq!(reach(&groups, "2025-12-01"), Some([1, 1, 1]));
    assert_eq!(reach(&groups, "2026-01-01"), Some([1, 0, 0]));
}

async fn quarters_begin_with_the_year(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office_with("CSO", "Aurat", since(json!({}))).await;
    for day in ["2025-09-30", "2025-10-01", "2025-11-20"] {
        saima.meets(&office, on(day, json!({}))).await;
    }

    let groups = groups(&saima, &["QUARTER"], None).await;

    assert_eq!(reach(&groups, "2025-07-01"), Some([1, 1, 1]));
    assert_eq!(reach(&groups, "2025-10-01"), Some([1, 1, 2]));
}

async fn two_dimensions_cross(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let zhob = app.district("Zhob").await;
    let here = json!({ "districtIds": [zhob] });
    let cso = app.office_with("CSO", "Aurat", here.clone()).await;
    app.office_with("ECP", "DEO", here).await;
    saima
        .meets(&cso, json!({ "concernsDistrictIds": [zhob] }))
        .await;

    let groups = groups(&saima, &["CATEGORY", "DISTRICT"], None).await;

    assert_eq!(reach(&groups, &format!("CSO {zhob}")), Some([1, 1, 1]));
    assert_eq!(reach(&groups, &format!("ECP {zhob}")), Some([1, 0, 0]));
    assert_eq!(reach(&groups, "total"), Some([2, 1, 1]));
}

/// Logs a meeting of a day with a task of that day, and answers the id of the task.
async fn task(caller: &Caller, office: &str, opened: &str, due: Option<&str>) -> String {
    let tasks = json!([{ "title": { "text": "Call" }, "dueOn": due }]);
    let meeting = on(opened, json!({ "followUps": tasks }));
    let logged = caller.logs(office, "followUps { id }", meeting).await;
    text(&logged, "/meeting/followUps/0/id")
}

async fn done(caller: &Caller, task: &str, day: &str) {
    let input = json!({ "id": task, "on": day });
    let shown = "followUpAction { id }";
    caller.act("completeFollowUp", shown, input).await.ok();
}

async fn tasks_count_by_the_day_on_which_they_were_opened_and_done(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office_with("CSO", "Aurat", since(json!({}))).await;
    let late = task(&saima, &office, "2025-10-05", Some("2025-10-20")).await;
    done(&saima, &late, "2025-11-10").await;
    task(&saima, &office, "2025-11-05", Some("2025-12-01")).await;

    let groups = groups(&saima, &["MONTH"], None).await;

    let of = |month: &str| {
        FIGURES[6..]
            .iter()
            .map(|name| count(&groups[month], name))
            .collect::<Vec<_>>()
    };
    assert_eq!(of("2025-10-01"), [1, 0, 0, 0, 0]);
    assert_eq!(of("2025-11-01"), [1, 1, 1, 1, 1]);
    assert_eq!(of("total"), [2, 1, 1, 1, 1]);
}

async fn a_median_of_days_is_given_from_ten_on(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    for days in 1..10 {
        let one = task(&saima, &office, "2025-10-01", None).await;
        done(&saima, &one, &format!("2025-10-{:02}", 1 + days)).await;
    }
    let nine = groups(&saima, &["CATEGORY"], None).await["total"].clone();
    let one = task(&saima, &office, "2025-10-01", None).await;
    done(&saima, &one, "2025-10-31").await;
    let ten = groups(&saima, &["CATEGORY"], None).await["total"].clone();

    assert_eq!(nine["daysToClose"], Value::Null);
    assert_eq!(nine["daysToCloseAbsence"], "NOT_COLLECTED");
    assert_eq!(ten["daysToClose"], 5.5);
    assert_eq!(ten["daysToCloseAbsence"], Value::Null);
}

async fn before(caller: &Caller, from: &str, to: &str) -> Value {
    let query = "query ($period: PeriodInput!) { coverage(period: $period) {
        before { period { from to } total { meetingsHeld { value } } } } }";
    let period = json!({ "period": { "from": from, "to": to } });
    caller.run(query, period).await.ok()["coverage"]["before"].clone()
}

async fn a_period_is_compared_with_the_one_before(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    for day in [
        "2025-01-01",
        "2025-09-30",
        "2025-10-01",
        "2025-10-31",
        "2025-11-03",
    ] {
        saima.meets(&office, on(day, json!({}))).await;
    }

    let found = before(&saima, "2025-11-01", "2025-11-30").await;

    let october = json!({ "from": "2025-10-01", "to": "2025-10-31" });
    assert_eq!(found["period"], october);
    assert_eq!(found["total"]["meetingsHeld"]["value"], 2);
}

async fn nothing_is_compared_with_a_time_before_the_record(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    saima.meets(&office, on("2025-10-02", json!({}))).await;

    let too_early = before(&saima, "2025-11-01", "2025-11-30").await;
    let early_enough = before(&saima, "2025-11-02", "2025-11-30").await;

    assert_eq!(too_early, Value::Null);
    assert_eq!(early_enough["period"]["from"], "2025-10-04");
}

async fn the_last_meeting_of_a_group_is_one_of_its_own(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (one, other) = (
        app.office("CSO", "One").await,
        app.office("ECP", "Other").await,
    );
    let first = saima.meets(&one, on("2025-10-01", json!({}))).await;
    let second = saima.meets(&other, on("2025-11-01", json!({}))).await;

    let groups = groups(&saima, &["CATEGORY", "MONTH"], None).await;

    assert_eq!(groups["CSO 2025-10-01"]["lastMeeting"]["id"], first);
    assert_eq!(groups["CSO 2025-11-01"]["lastMeeting"], Value::Null);
    assert_eq!(groups["total"]["lastMeeting"]["id"], second);
}

async fn a_group_is_found_by_its_key(app: Arc<App>) {
    let saima = app.member("Saima").await;
    app.office("CSO", "One").await;
    let query = "query ($key: String!) { coverage(period: {}, groupBy: [CATEGORY]) {
        groups { key } group(key: $key) { category } } }";
    let ask = |key: String| saima.run(query, json!({ "key": key }));
    let found = ask(String::new()).await.ok();
    let key = text(&found, "/coverage/groups/0/key");

    assert_eq!(found["coverage"]["group"], Value::Null);
    assert_eq!(ask(key).await.ok()["coverage"]["group"]["category"], "CSO");
}

async fn what_cannot_be_grouped_is_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let query = "query ($by: [CoverageDimension!]) { coverage(period: {}, groupBy: $by) { asOf } }";

    for by in [
        json!([]),
        json!(["TOPIC", "TOPIC"]),
        json!(["TOPIC", "MONTH", "DISTRICT"]),
    ] {
        let answer = saima.run(query, json!({ "by": by })).await;
        assert_eq!(answer.errors(), ["INVALID"], "{by}");
    }
}

async fn groups_cost_as_many_statements_for_many_as_for_few(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    saima.meets(&office, json!({})).await;
    let query = format!(
        "{{ coverage(period: {{ from: \"2025-01-01\" }}, groupBy: [STAKEHOLDER, MONTH]) {{ groups {{ {SHOWN}
            figures {{ met {{ value }} meetingsHeld {{ value }} tasksOpen {{ value }} lastMeeting {{ id }} }} }} }} }}"
    );
    app.statements();
    saima.ask(&query).await.ok();
    let for_few = app.statements().len();
    for number in 0..10 {
        let office = app.office("ECP", &format!("Office {number}")).await;
        saima
            .meets(
                &office,
                on(&format!("2025-{:02}-03", number + 1), json!({})),
            )
            .await;
    }
    app.statements();
    saima.ask(&query).await.ok();

    assert_eq!(app.statements().len(), for_few);
}
