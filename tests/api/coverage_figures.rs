//! The figures of coverage beyond who was met: courtesy calls, lines of work, promises and money.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{merged, text, texts};
use crate::support::caller::Caller;

both! {
    courtesy_calls_are_met_and_set_apart
    lines_of_work_count_under_their_programme_and_topics_while_they_are_active
    no_line_of_work_is_told_by_month
    promises_count_where_they_were_made_and_stand_as_at_the_end_of_the_period
    what_who_owes_it_says_is_told_beside_what_is_judged
    promises_are_where_those_are_who_owe_them_or_else_who_was_met
    an_amount_counts_whole_in_each_district_and_once_in_the_total
    money_announced_again_counts_once
    amounts_count_in_the_month_in_which_they_came
    a_partner_reads_what_came_of_a_promise_once_it_is_shared
    what_she_does_not_see_is_in_no_figure
    more_groups_than_can_be_answered_are_refused
    figures_cost_as_many_statements_for_many_as_for_few
    what_is_not_asked_for_is_not_read_and_changes_no_other_figure
}

const RECORDS: &str =
    "value absence records(first: 10) { totalCount nodes { ... on Stakeholder { id }
    ... on Meeting { id } ... on Engagement { id } ... on Commitment { id } } }";

fn figures() -> String {
    format!(
        "met {{ {RECORDS} }} metOnCourtesyOnly {{ {RECORDS} }} meetingsHeld {{ {RECORDS} }}
         courtesyCalls {{ {RECORDS} }} engagementsActive {{ {RECORDS} }} commitmentsMade {{ {RECORDS} }}
         commitmentsJudged {{ status counted {{ {RECORDS} }} }}
         commitmentsReported {{ status counted {{ {RECORDS} }} }}
         amounts {{ rung fiscalYear total {{ amount currency }} counted {{ {RECORDS} }} }}"
    )
}

/// The total and the groups of a period, after checking of each figure that as many records lie
/// behind it.
async fn cover(caller: &Caller, by: &[&str], from: &str, to: &str) -> Value {
    let figures = figures();
    let query = format!(
        "query ($period: PeriodInput!, $by: [CoverageDimension!]) {{
            coverage(period: $period, groupBy: $by) {{ total {{ {figures} }}
                groups {{ keys {{ category isProvinceWide stakeholder {{ id }} district {{ id }} division {{ id }}
                    topic {{ id }} programme {{ id }} period {{ from }} }} figures {{ {figures} }} }} }} }}"
    );
    let variables = json!({ "period": { "from": from, "to": to }, "by": by });
    let found = caller.run(&query, variables).await.ok()["coverage"].clone();
    check(&found);
    found
}

/// Each figure in an answer has as many records as it says.
fn check(answer: &Value) {
    match answer {
        Value::Object(fields) if fields.contains_key("records") => {
            let mut ids = texts(&answer["records"]["nodes"], "/id");
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(answer["records"]["totalCount"], ids.len(), "{answer}");
            let is_absent = answer["value"].is_null() && !answer["absence"].is_null();
            assert!(is_absent || answer["value"] == ids.len(), "{answer}");
        }
        Value::Object(fields) => fields.values().for_each(check),
        Value::Array(items) => items.iter().for_each(check),
        _ => {}
    }
}

/// The figures of a group by the name of its key.
fn of<'a>(coverage: &'a Value, name: &str) -> &'a Value {
    let mut groups = coverage["groups"].as_array().unwrap().iter();
    let is_it = |group: &&Value| crate::coverage_groups::name(&group["keys"][0]) == name;
    let found = groups.find(is_it);
    found.map_or(&Value::Null, |group| &group["figures"])
}

fn ids(figure: &Value) -> Vec<String> {
    let mut ids = texts(&figure["records"]["nodes"], "/id");
    ids.sort_unstable();
    ids
}

/// Each line as its status and how many.
fn by_status(lines: &Value) -> Vec<String> {
    let lines = lines.as_array().unwrap().iter();
    let status = |line: &Value| line["status"].as_str().unwrap_or("-").to_owned();
    lines
        .map(|line| format!("{} {}", status(line), line["counted"]["value"]))
        .collect()
}

/// Each line as rung, year, sum and of how many.
fn money(figures: &Value) -> Vec<String> {
    let lines = figures["amounts"].as_array().unwrap().iter();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    lines
        .map(|line| {
            format!(
                "{} {} {} of {}",
                word(&line["rung"]),
                word(&line["fiscalYear"]),
                word(&line["total"]["amount"]),
                line["counted"]["value"]
            )
        })
        .collect()
}

async fn promise(caller: &Caller, more: Value) -> String {
    let input = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": "A scheme" } });
    let made = caller
        .act("recordCommitment", "commitment { id }", merged(input, more))
        .await
        .ok();
    text(&made, "/commitment/id")
}

async fn step(caller: &Caller, id: &str, status: &str, more: Value) {
    let input = merged(json!({ "id": id, "status": status }), more);
    let shown = "commitment { id }";
    caller.act("advanceCommitment", shown, input).await.ok();
}

async fn put(caller: &Caller, id: &str, rung: &str, amount: &str, more: Value) {
    let input = json!({ "id": id, "rung": rung, "amount": { "amount": amount } });
    let shown = "commitment { id }";
    caller
        .act("recordAmount", shown, merged(input, more))
        .await
        .ok();
}

const YEAR: (&str, &str) = ("2025-01-01", "2025-12-31");

fn since() -> Value {
    json!({ "inScopeSince": "2025-01-01" })
}

fn on(day: &str, more: Value) -> Value {
    merged(json!({ "when": { "days": { "from": day } } }), more)
}

async fn courtesy_calls_are_met_and_set_apart(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (pec, deo) = (
        app.office_with("ECP", "PEC", since()).await,
        app.office_with("ECP", "DEO", since()).await,
    );
    let call = on("2025-06-03", json!({ "isCourtesyCall": true }));
    let first = saima.meets(&pec, call.clone()).await;
    let second = saima.meets(&deo, call).await;
    saima.meets(&deo, on("2025-06-04", json!({}))).await;

    let found = cover(&saima, &["CATEGORY"], YEAR.0, YEAR.1).await;

    for figures in [&found["total"], of(&found, "ECP")] {
        assert_eq!(figures["met"]["value"], 2);
        assert_eq!(ids(&figures["metOnCourtesyOnly"]), [pec.as_str()]);
        assert_eq!(figures["meetingsHeld"]["value"], 3);
        let mut calls = [first.clone(), second.clone()];
        calls.sort_unstable();
        assert_eq!(ids(&figures["courtesyCalls"]), calls);
    }
}

async fn lines_of_work_count_under_their_programme_and_topics_while_they_are_active(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (pec, voices) = (
        app.office_with("ECP", "PEC", since()).await,
        app.programme("Voices").await,
    );
    let rolls = app.topic("Rolls").await;
    let more = json!({ "openedOn": "2025-03-01", "programmeId": voices, "topicIds": [rolls] });
    let active = app.engagement(&pec, "Rolls", more).await;
    let planned = json!({ "openedOn": "2025-03-01", "stage": "PLANNED" });
    app.engagement(&pec, "Booths", planned).await;
    let later = json!({ "openedOn": "2026-01-01" });
    app.engagement(&pec, "Forms", later).await;

    let by_category = cover(&desk, &["CATEGORY"], YEAR.0, YEAR.1).await;
    let by_programme = cover(&desk, &["PROGRAMME"], YEAR.0, YEAR.1).await;
    let by_topic = cover(&desk, &["TOPIC"], YEAR.0, YEAR.1).await;
    let before = cover(&desk, &["CATEGORY"], "2024-01-01", "2024-12-31").await;

    for figures in [
        &by_category["total"],
        of(&by_category, "ECP"),
        of(&by_programme, &voices),
        of(&by_topic, &rolls),
    ] {
        assert_eq!(ids(&figures["engagementsActive"]), [active.as_str()]);
    }
    assert_eq!(of(&by_topic, "none")["engagementsActive"]["value"], 0);
    assert_eq!(before["total"]["engagementsActive"]["value"], 0);
}

async fn no_line_of_work_is_told_by_month(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office_with("ECP", "PEC", since()).await;
    app.engagement(&pec, "Rolls", json!({ "openedOn": "2025-03-01" }))
        .await;
    desk.meets(&pec, on("2025-03-02", json!({}))).await;

    let found = cover(&desk, &["MONTH"], YEAR.0, YEAR.1).await;

    assert_eq!(found["total"]["engagementsActive"]["value"], 1);
    let march = &of(&found, "2025-03-01")["engagementsActive"];
    assert_eq!(
        (&march["value"], &march["absence"]),
        (&Value::Null, &json!("NOT_COLLECTED"))
    );
}

async fn promises_count_where_they_were_made_and_stand_as_at_the_end_of_the_period(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office_with("ECP", "PEC", since()).await;
    let said = |day: &str| json!({ "owedByIds": [pec], "saidOn": day });
    let first = promise(&desk, said("2025-06-30")).await;
    promise(&desk, said("2025-07-01")).await;
    step(
        &desk,
        &first,
        "PARTLY_FULFILLED",
        json!({ "on": "2025-07-01" }),
    )
    .await;
    step(&desk, &first, "FULFILLED", json!({ "on": "2025-09-01" })).await;

    let june = cover(&desk, &["CATEGORY"], "2025-01-01", "2025-06-30").await;
    let summer = cover(&desk, &["CATEGORY"], "2025-01-01", "2025-08-31").await;
    let year = cover(&desk, &["MONTH"], YEAR.0, YEAR.1).await;

    assert_eq!(ids(&of(&june, "ECP")["commitmentsMade"]), [first.as_str()]);
    assert_eq!(
        by_status(&june["total"]["commitmentsJudged"]),
        ["PROMISED 1"]
    );
    let both = ["PROMISED 1", "PARTLY_FULFILLED 1"];
    assert_eq!(by_status(&of(&summer, "ECP")["commitmentsJudged"]), both);
    let both = ["PROMISED 1", "FULFILLED 1"];
    assert_eq!(by_status(&year["total"]["commitmentsJudged"]), both);
    let of_june = &of(&year, "2025-06-01")["commitmentsJudged"];
    assert_eq!(by_status(of_june), ["FULFILLED 1"]);
}

async fn what_who_owes_it_says_is_told_beside_what_is_judged(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office_with("ECP", "PEC", since()).await;
    let said = json!({ "owedByIds": [pec], "saidOn": "2025-06-30" });
    let first = promise(&desk, said.clone()).await;
    promise(&desk, said).await;
    let reported = json!({ "on": "2025-07-01", "basis": "REPORTED" });
    step(&desk, &first, "FULFILLED", reported).await;

    let found = cover(&desk, &["CATEGORY"], YEAR.0, YEAR.1).await;

    let figures = of(&found, "ECP");
    assert_eq!(by_status(&figures["commitmentsJudged"]), ["PROMISED 2"]);
    let reported = ["FULFILLED 1", "- 1"];
    assert_eq!(by_status(&figures["commitmentsReported"]), reported);
}

async fn promises_are_where_those_are_who_owe_them_or_else_who_was_met(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (pec, nadra) = (
        app.office_with("ECP", "PEC", since()).await,
        app.office("NADRA", "NADRA").await,
    );
    let meeting = desk.meets(&pec, on("2025-06-03", json!({}))).await;
    let named = json!({ "meetingId": meeting, "owedByIds": [nadra] });
    let named = promise(&desk, named).await;
    let unnamed = promise(&desk, json!({ "meetingId": meeting })).await;
    promise(&desk, json!({ "saidOn": "2025-06-03" })).await;

    let found = cover(&desk, &["CATEGORY"], YEAR.0, YEAR.1).await;

    assert_eq!(ids(&of(&found, "NADRA")["commitmentsMade"]), [named]);
    assert_eq!(ids(&of(&found, "ECP")["commitmentsMade"]), [unnamed]);
    assert_eq!(found["total"]["commitmentsMade"]["value"], 2);
}

async fn an_amount_counts_whole_in_each_district_and_once_in_the_total(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office_with("ECP", "PEC", since()).await;
    let (zhob, pishin) = (app.district("Zhob").await, app.district("Pishin").await);
    let more = json!({ "owedByIds": [pec], "saidOn": "2025-06-30", "districtIds": [zhob, pishin] });
    let id = promise(&desk, more).await;
    let year = json!({ "on": "2025-07-01", "fiscalYear": "2025-26" });
    put(&desk, &id, "SAID", "50000000", year.clone()).await;
    put(&desk, &id, "RELEASED", "10000000.50", year).await;
    put(&desk, &id, "SPENT", "1", json!({ "on": "2026-01-02" })).await;

    let found = cover(&desk, &["DISTRICT"], YEAR.0, YEAR.1).await;

    let whole = [
        "SAID 2025-26 50000000.00 of 1",
        "RELEASED 2025-26 10000000.50 of 1",
    ];
    for figures in [&found["total"], of(&found, &zhob), of(&found, &pishin)] {
        assert_eq!(money(figures), whole);
        assert_eq!(figures["commitmentsMade"]["value"], 1);
    }
}

async fn money_announced_again_counts_once(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (pec, nadra) = (
        app.office_with("ECP", "PEC", since()).await,
        app.office("NADRA", "NADRA").await,
    );
    let said = |office: &str| json!({ "owedByIds": [office], "saidOn": "2025-06-30" });
    let first = promise(&desk, said(&pec)).await;
    let again = json!({ "repeatsId": first });
    let again = promise(&desk, merged(said(&nadra), again)).await;
    let year = json!({ "on": "2025-07-01", "fiscalYear": "2025-26" });
    for id in [&first, &again] {
        put(&desk, id, "SAID", "50", year.clone()).await;
    }
    put(&desk, &again, "RELEASED", "20", year).await;

    let found = cover(&desk, &["CATEGORY"], YEAR.0, YEAR.1).await;

    let once = ["SAID 2025-26 50.00 of 1", "RELEASED 2025-26 20.00 of 1"];
    assert_eq!(money(&found["total"]), once);
    assert_eq!(money(of(&found, "ECP")), ["SAID 2025-26 50.00 of 1"]);
    // The group does not have the first announcement.
    assert_eq!(money(of(&found, "NADRA")), once);
}

async fn amounts_count_in_the_month_in_which_they_came(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office_with("ECP", "PEC", since()).await;
    let said = json!({ "owedByIds": [pec], "saidOn": "2025-06-30" });
    let id = promise(&desk, said).await;
    put(&desk, &id, "SAID", "50", json!({ "on": "2025-06-30" })).await;
    put(&desk, &id, "WRITTEN", "40", json!({ "on": "2025-08-01" })).await;

    let found = cover(&desk, &["MONTH"], YEAR.0, YEAR.1).await;
    let autumn = cover(&desk, &["CATEGORY"], "2025-07-01", "2025-12-31").await;

    assert_eq!(money(of(&found, "2025-06-01")), ["SAID - 50.00 of 1"]);
    assert_eq!(money(of(&found, "2025-08-01")), ["WRITTEN - 40.00 of 1"]);
    assert_eq!(money(of(&autumn, "ECP")), ["WRITTEN - 40.00 of 1"]);
    assert_eq!(autumn["total"]["commitmentsMade"]["value"], 0);
}

async fn a_partner_reads_what_came_of_a_promise_once_it_is_shared(app: Arc<App>) {
    let desk = app.coordinator().await;
    let greta = app.partner(&[], &["ECP"]).await;
    let pec = app.office_with("ECP", "PEC", since()).await;
    let shared = json!({ "audience": "PARTNERS" });
    let meeting = desk.meets(&pec, on("2025-06-03", shared.clone())).await;
    let id = promise(&desk, merged(json!({ "meetingId": meeting }), shared)).await;
    let day = json!({ "on": "2025-07-01" });
    put(&desk, &id, "SAID", "50", day.clone()).await;
    put(&desk, &id, "RELEASED", "20", day.clone()).await;
    step(&desk, &id, "PARTLY_FULFILLED", day).await;

    let before = cover(&greta, &["CATEGORY"], YEAR.0, YEAR.1).await;
    let version = desk.version(&id).await;
    let share = json!({ "id": id, "expectedVersion": version, "isStatusShared": true });
    desk.act("updateCommitment", "commitment { id }", share)
        .await
        .ok();
    let after = cover(&greta, &["CATEGORY"], YEAR.0, YEAR.1).await;

    assert_eq!(by_status(&before["total"]["commitmentsJudged"]), ["- 1"]);
    assert_eq!(money(of(&before, "ECP")), ["SAID - 50.00 of 1"]);
    let judged = by_status(&after["total"]["commitmentsJudged"]);
    assert_eq!(judged, ["PARTLY_FULFILLED 1"]);
    let all = ["SAID - 50.00 of 1", "RELEASED - 20.00 of 1"];
    assert_eq!(money(of(&after, "ECP")), all);
}

async fn what_she_does_not_see_is_in_no_figure(app: Arc<App>) {
    let (desk, rubina) = (app.coordinator().await, app.member("Rubina").await);
    let pec = app.office_with("ECP", "PEC", since()).await;
    let closed = json!({ "audience": "PRESENT" });
    let meeting = on(
        "2025-06-03",
        merged(closed.clone(), json!({ "isCourtesyCall": true })),
    );
    desk.meets(&pec, meeting).await;
    let said = json!({ "owedByIds": [pec], "saidOn": "2025-06-30" });
    let id = promise(&desk, merged(said, closed.clone())).await;
    put(&desk, &id, "SAID", "50", json!({ "on": "2025-07-01" })).await;
    let work = merged(json!({ "openedOn": "2025-03-01" }), closed);
    app.engagement(&pec, "Rolls", work).await;

    let all = cover(&desk, &["CATEGORY"], YEAR.0, YEAR.1).await;
    let hers = cover(&rubina, &["CATEGORY"], YEAR.0, YEAR.1).await;

    for (found, count) in [(all, 1), (hers, 0)] {
        for figures in [&found["total"], of(&found, "ECP")] {
            for name in ["courtesyCalls", "engagementsActive", "commitmentsMade"] {
                assert_eq!(figures[name]["value"], count, "{name}");
            }
            assert_eq!(money(figures).len(), count);
        }
    }
}

async fn more_groups_than_can_be_answered_are_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let pec = app.office_with("ECP", "PEC", since()).await;
    saima.meets(&pec, on("1900-01-01", json!({}))).await;
    let query = "query ($by: [CoverageDimension!], $from: Day) {
        coverage(period: { from: $from }, groupBy: $by) { groups { key } } }";
    let ask = async |from: &str| {
        let by = json!({ "by": ["MONTH", "QUARTER"], "from": from });
        saima.run(query, by).await
    };

    let all = ask("1900-01-01").await;
    let year = ask("2025-01-01").await;

    assert!(
        all.body.to_string().contains("shorten the period"),
        "{all:?}"
    );
    assert_eq!(all.body["errors"][0]["extensions"]["code"], "INVALID");
    assert!(year.ok()["coverage"]["groups"].as_array().unwrap().len() > 12);
}

async fn figures_cost_as_many_statements_for_many_as_for_few(app: Arc<App>) {
    let desk = app.coordinator().await;
    let figures = "commitmentsMade { value } commitmentsJudged { status counted { value } }
        amounts { rung } engagementsActive { value } courtesyCalls { value }";
    let query = format!(
        "{{ coverage(period: {{ from: \"2025-01-01\" }}, groupBy: [DISTRICT, PROGRAMME]) {{
            total {{ {figures} }} groups {{ figures {{ {figures} }} }} }} }}"
    );
    let mut costs = Vec::new();
    for number in 0..6 {
        let office = app.office("ECP", &format!("Office {number}")).await;
        app.engagement(&office, "Rolls", json!({})).await;
        let meeting = desk.meets(&office, json!({})).await;
        let id = promise(&desk, json!({ "meetingId": meeting })).await;
        put(&desk, &id, "SAID", "50", json!({})).await;
        app.statements();
        desk.ask(&query).await.ok();
        costs.push(app.statements().len());
    }

    assert_eq!(costs, vec![costs[0]; 6]);
}

async fn what_is_not_asked_for_is_not_read_and_changes_no_other_figure(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let more = json!({ "isCourtesyCall": true, "followUps": [{ "title": { "text": "Write" } }] });
    desk.meets(&office, more).await;
    desk.meets(&office, json!({})).await;
    let whole = cover(&desk, &["CATEGORY"], "2026-01-01", "2026-01-31").await;
    let ask = async |figure: &str| {
        let query = format!(
            "{{ coverage(period: {{ from: \"2026-01-01\", to: \"2026-01-31\" }}, groupBy: [CATEGORY]) {{
                groups {{ figures {{ {figure} }} }} }} }}"
        );
        app.statements();
        let found = desk.ask(&query).await.ok();
        let figures = found["coverage"]["groups"][0]["figures"].clone();
        (figures, app.statements())
    };
    let figure = |name: &str| whole["groups"][0]["figures"][name]["value"].clone();

    let (held, for_held) = ask("meetingsHeld { value }").await;
    let (courtesy, _) = ask("courtesyCalls { value }").await;
    let (met, for_met) = ask("met { value }").await;
    let (tasks, for_tasks) = ask("tasksOpened { value }").await;

    assert_eq!(held["meetingsHeld"]["value"], figure("meetingsHeld"));
    assert_eq!(courtesy["courtesyCalls"]["value"], figure("courtesyCalls"));
    assert_eq!(met["met"]["value"], figure("met"));
    assert_eq!(tasks["tasksOpened"]["value"], 1);
    let of = |all: &[String], word: &str| all.iter().filter(|one| one.contains(word)).count();
    assert_eq!(of(&for_held, "follow_up_action"), 0);
    assert_eq!(of(&for_held, "COUNT(DISTINCT"), 1, "of the groups alone");
    assert_eq!(of(&for_met, "COUNT(DISTINCT"), 0);
    assert!(of(&for_tasks, "follow_up_action") > 0);
}
