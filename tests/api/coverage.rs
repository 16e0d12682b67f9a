//! Whom we reach and whom we miss, by the readings that the schema's descriptions repeat.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

const FIGURES: [&str; 8] = [
    "inScope",
    "met",
    "contactedOnly",
    "presentOnly",
    "notReached",
    "meetingsHeld",
    "tasksOpen",
    "tasksOverdue",
];

/// The coverage of a period, after checking of each figure that as many records lie behind it.
async fn cover(caller: &Caller, from: &str, to: &str) -> Value {
    let records = "value absence records(first: 100) { totalCount nodes { ... on Stakeholder { id } ... on Meeting { id }
        ... on FollowUpAction { id } } }";
    let figures = FIGURES
        .map(|name| format!("{name} {{ {records} }}"))
        .join(" ");
    let figures = format!("{figures} lastMeetingOn daysSinceLastMeeting lastMeeting {{ id }}");
    let query = format!(
        "query ($from: Day, $to: Day) {{ coverage(period: {{ from: $from, to: $to }}) {{
            period {{ from to }} asOf recordedSince view
            total {{ {figures} }} groups {{ category figures {{ {figures} }} }} }} }}"
    );
    let found = caller
        .run(&query, json!({ "from": from, "to": to }))
        .await
        .ok();
    let coverage = found["coverage"].clone();
    let groups = coverage["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| &group["figures"]);
    for figures in groups.chain([&coverage["total"]]) {
        for name in FIGURES {
            let figure = &figures[name];
            let mut ids = texts(&figure["records"]["nodes"], "/id");
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(figure["value"], ids.len(), "{name} {figure}");
            assert_eq!(
                figure["value"], figure["records"]["totalCount"],
                "{name} {figure}"
            );
            assert_eq!(figure["absence"], Value::Null, "{name}");
        }
        let parts: i64 = FIGURES[1..5]
            .iter()
            .map(|name| figures[*name]["value"].as_i64().unwrap())
            .sum();
        assert_eq!(
            figures["inScope"]["value"], parts,
            "in scope is the sum of the four that follow"
        );
    }
    coverage
}

/// In scope, met, contacted only, present only, not reached, meetings, tasks open, overdue.
fn row(figures: &Value) -> [i64; 8] {
    FIGURES.map(|name| figures[name]["value"].as_i64().unwrap())
}

/// The figures of a category.
fn of(coverage: &Value, category: &str) -> [i64; 8] {
    let mut groups = coverage["groups"].as_array().unwrap().iter();
    groups
        .find(|group| group["category"] == category)
        .map_or([0; 8], |group| row(&group["figures"]))
}

const YEAR: (&str, &str) = ("2025-01-01", "2026-12-31");

both! {
    met_contacted_present_and_not_reached_are_told_apart
    offices_fold_into_their_institution_and_count_once
    a_meeting_counts_once_in_each_group_and_once_in_the_total
    what_was_held_with_an_office_since_archived_stays
    an_office_is_in_scope_from_its_day
    both_ends_of_a_period_are_inside_it
    a_meeting_belongs_to_the_day_on_which_it_starts_in_the_zone_of_the_caucus
    due_on_the_day_is_not_overdue
    a_task_is_open_until_the_day_it_was_done
    the_last_meeting_is_one_that_they_attended
    an_office_that_was_at_an_event_was_not_met_by_that
    members_and_coordinators_count_what_each_sees
    the_figures_say_whose_view_they_are
    coverage_is_narrowed_by_category
    without_a_start_a_period_goes_back_to_the_first_meeting
    a_period_that_cannot_be_is_refused
}

async fn met_contacted_present_and_not_reached_are_told_apart(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let scope = json!({ "inScopeSince": "2025-01-01" });
    let mut offices = Vec::new();
    for name in [
        "by phone",
        "courtesy",
        "sent nobody",
        "at an event",
        "not at all",
        "invited to an event",
    ] {
        offices.push(app.office_with("CSO", name, scope.clone()).await);
    }
    let with =
        |office: &str, attended: bool| json!([{ "stakeholderId": office, "attended": attended }]);
    saima.meets(&offices[0], json!({ "mode": "PHONE" })).await;
    saima
        .meets(&offices[1], json!({ "isCourtesyCall": true }))
        .await;
    saima
        .meets(&offices[2], json!({ "with": with(&offices[2], false) }))
        .await;
    saima
        .meets(&offices[3], json!({ "kind": "PUBLIC_EVENT" }))
        .await;
    saima
        .meets(
            &offices[5],
            json!({ "kind": "PUBLIC_EVENT", "with": with(&offices[5], false) }),
        )
        .await;

    let coverage = cover(&saima, YEAR.0, YEAR.1).await;

    assert_eq!(of(&coverage, "CSO"), [6, 2, 1, 1, 2, 5, 0, 0]);
    assert_eq!(row(&coverage["total"]), [6, 2, 1, 1, 2, 5, 0, 0]);
    assert!(text(&coverage, "/view").contains("member"));
}

async fn offices_fold_into_their_institution_and_count_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let ecp = app.office("ECP", "ECP").await;
    let pec = app
        .office_with("ECP", "PEC", json!({ "parentId": ecp }))
        .await;
    let deo = app
        .office_with("ECP", "DEO", json!({ "parentId": pec }))
        .await;
    app.office_with(
        "CSO",
        "A cell of another category",
        json!({ "parentId": ecp }),
    )
    .await;
    saima.meets(&deo, json!({})).await;
    saima.meets(&pec, json!({})).await;

    let coverage = cover(&saima, YEAR.0, YEAR.1).await;

    assert_eq!(of(&coverage, "ECP"), [1, 1, 0, 0, 0, 2, 0, 0]);
    assert_eq!(of(&coverage, "CSO"), [1, 0, 0, 0, 1, 0, 0, 0]);
    let figures = coverage["groups"]
        .as_array()
        .unwrap()
        .iter()
        .find(|group| group["category"] == "ECP")
        .unwrap();
    assert_eq!(
        figures["figures"]["met"]["records"]["nodes"],
        json!([{ "id": ecp }])
    );
}

async fn a_meeting_counts_once_in_each_group_and_once_in_the_total(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (pec, deo) = (
        app.office("ECP", "PEC").await,
        app.office("ECP", "DEO").await,
    );
    let nadra = app.office("NADRA", "NADRA").await;
    let with =
        json!([{ "stakeholderId": pec }, { "stakeholderId": deo }, { "stakeholderId": nadra }]);
    saima.meets(&pec, json!({ "with": with })).await;
    saima
        .act(
            "logMeeting",
            "meeting { id }",
            json!({ "kind": "INTERNAL", "with": [] }),
        )
        .await
        .ok();

    let coverage = cover(&saima, YEAR.0, YEAR.1).await;

    assert_eq!(of(&coverage, "ECP"), [2, 2, 0, 0, 0, 1, 0, 0]);
    assert_eq!(of(&coverage, "NADRA"), [1, 1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(row(&coverage["total"]), [3, 3, 0, 0, 0, 1, 0, 0]);
}

async fn what_was_held_with_an_office_since_archived_stays(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let scope = json!({ "inScopeSince": "2025-01-01" });
    let office = app.office_with("CSO", "Aurat", scope).await;
    saima
        .meets(
            &office,
            json!({ "when": { "days": { "from": "2025-06-03" } } }),
        )
        .await;
    app.set_time("2026-01-20T07:00:00Z");
    desk.act(
        "archive",
        "results { id }",
        json!({ "ids": [office], "on": "2026-01-10" }),
    )
    .await
    .ok();

    let now = cover(&saima, YEAR.0, YEAR.1).await;
    let then = cover(&saima, "2025-01-01", "2025-12-31").await;

    assert_eq!(of(&now, "CSO"), [0, 0, 0, 0, 0, 1, 0, 0]);
    assert_eq!(of(&then, "CSO"), [1, 1, 0, 0, 0, 1, 0, 0]);
    assert_eq!(now["total"]["lastMeetingOn"], "2025-06-03");
}

async fn an_office_is_in_scope_from_its_day(app: Arc<App>) {
    let saima = app.member("Saima").await;
    app.office_with("CSO", "From June", json!({ "inScopeSince": "2025-06-01" }))
        .await;

    assert_eq!(
        row(&cover(&saima, "2025-01-01", "2025-05-31").await["total"])[0],
        0
    );
    assert_eq!(
        row(&cover(&saima, "2025-01-01", "2025-06-01").await["total"])[0],
        1
    );
}

async fn both_ends_of_a_period_are_inside_it(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    for day in ["2025-05-31", "2025-06-01", "2025-06-30", "2025-07-01"] {
        saima
            .meets(&office, json!({ "when": { "days": { "from": day } } }))
            .await;
    }

    let june = cover(&saima, "2025-06-01", "2025-06-30").await;

    assert_eq!(row(&june["total"])[5], 2);
    assert_eq!(june["asOf"], "2025-06-30");
    assert_eq!(june["recordedSince"], "2025-05-31");
    assert_eq!(
        june["period"],
        json!({ "from": "2025-06-01", "to": "2025-06-30" })
    );
}

async fn a_meeting_belongs_to_the_day_on_which_it_starts_in_the_zone_of_the_caucus(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    let late =
        json!({ "instant": { "at": "2025-06-30T18:59:59Z", "until": "2025-06-30T21:00:00Z" } });
    let next = json!({ "instant": { "at": "2025-06-30T19:00:00Z", "zone": "Europe/London" } });
    saima.meets(&office, json!({ "when": late })).await;
    saima.meets(&office, json!({ "when": next })).await;

    assert_eq!(
        row(&cover(&saima, "2025-06-01", "2025-06-30").await["total"])[5],
        1
    );
    assert_eq!(
        row(&cover(&saima, "2025-07-01", "2025-07-31").await["total"])[5],
        1
    );
}

async fn due_on_the_day_is_not_overdue(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    let line = app.engagement(&office, "Hostels", json!({})).await;
    for day in ["2026-01-14", "2026-01-15", "2026-01-16"] {
        saima
            .takes_on(day, json!({ "engagementId": line, "dueOn": day }))
            .await;
    }
    saima
        .takes_on("no day", json!({ "engagementId": line }))
        .await;

    let today = cover(&saima, "2026-01-01", "2026-01-31").await;
    app.set_time("2026-01-17T07:00:00Z");
    let later = cover(&saima, "2026-01-01", "2026-01-31").await;
    let then = cover(&saima, "2026-01-01", "2026-01-15").await;

    assert_eq!(row(&today["total"])[6..], [4, 1]);
    assert_eq!(today["asOf"], "2026-01-15");
    assert_eq!(row(&later["total"])[6..], [4, 3]);
    assert_eq!(
        row(&then["total"])[6..],
        [4, 1],
        "states are judged at the end of the period"
    );
}

async fn a_task_is_open_until_the_day_it_was_done(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    let meeting = json!({ "when": { "days": { "from": "2025-06-03" } }, "followUps": [{ "title": { "text": "Call" } }] });
    let logged = saima.logs(&office, "followUps { id }", meeting).await;
    let task = text(&logged, "/meeting/followUps/0/id");
    saima
        .act(
            "completeFollowUp",
            "followUpAction { id }",
            json!({ "id": task, "on": "2025-06-10" }),
        )
        .await
        .ok();

    let open = |to: &'static str| {
        let saima = saima.clone();
        async move { row(&cover(&saima, "2025-01-01", to).await["total"])[6] }
    };

    assert_eq!(open("2025-06-02").await, 0);
    assert_eq!(open("2025-06-03").await, 1);
    assert_eq!(open("2025-06-09").await, 1);
    assert_eq!(open("2025-06-10").await, 0);
}

async fn the_last_meeting_is_one_that_they_attended(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    let met = saima
        .meets(
            &office,
            json!({ "when": { "days": { "from": "2026-01-05" } } }),
        )
        .await;
    let with = json!([{ "stakeholderId": office, "attended": false }]);
    saima
        .meets(
            &office,
            json!({ "when": { "days": { "from": "2026-01-10" } }, "with": with }),
        )
        .await;

    let total = cover(&saima, YEAR.0, YEAR.1).await["total"].clone();

    assert_eq!(total["lastMeetingOn"], "2026-01-05");
    assert_eq!(total["daysSinceLastMeeting"], 10);
    assert_eq!(total["lastMeeting"]["id"], met);
}

async fn an_office_that_was_at_an_event_was_not_met_by_that(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "CSOs of Zhob").await;
    let on = |day: &str| json!({ "when": { "days": { "from": day } } });
    let met = saima.meets(&office, on("2026-01-05")).await;
    let mut event = on("2026-01-10");
    event["kind"] = json!("PUBLIC_EVENT");
    let seen = saima.meets(&office, event).await;

    let card = saima
        .run(
            "query ($id: ID!) { stakeholder(id: $id) { lastMeeting { id } lastAttended { id } } }",
            json!({ "id": office }),
        )
        .await
        .ok();
    let total = cover(&saima, YEAR.0, YEAR.1).await["total"].clone();

    assert_eq!(card["stakeholder"]["lastMeeting"]["id"], met);
    assert_eq!(card["stakeholder"]["lastAttended"]["id"], seen);
    assert_eq!(total["lastMeeting"]["id"], met);
}

async fn members_and_coordinators_count_what_each_sees(app: Arc<App>) {
    let (desk, saima, rubina) = (
        app.coordinator().await,
        app.member("Saima").await,
        app.member("Rubina").await,
    );
    let (open, closed) = (
        app.office("CSO", "Open").await,
        app.office("CSO", "Closed").await,
    );
    saima.meets(&open, json!({})).await;
    saima.meets(&closed, json!({ "audience": "PRESENT" })).await;

    for (caller, met) in [(&desk, 2), (&saima, 2), (&rubina, 1)] {
        assert_eq!(row(&cover(caller, YEAR.0, YEAR.1).await["total"])[1], met);
    }
}

async fn the_figures_say_whose_view_they_are(app: Arc<App>) {
    let callers = [
        (app.member("Saima").await, "member"),
        (app.coordinator().await, "coordinator"),
        (app.admin().await, "administrator"),
        (app.partner(&[], &["CSO"]).await, "partner"),
    ];

    for (caller, whose) in callers {
        let coverage = cover(&caller, YEAR.0, YEAR.1).await;

        assert!(text(&coverage, "/view").contains(whose), "{whose}");
    }
}

async fn coverage_is_narrowed_by_category(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (pec, aurat) = (
        app.office("ECP", "PEC").await,
        app.office("CSO", "Aurat").await,
    );
    saima.meets(&pec, json!({})).await;
    saima.meets(&aurat, json!({})).await;
    let query = "query ($categories: [StakeholderCategory!]) {
        coverage(period: { from: \"2025-01-01\" }, filter: { categories: $categories }) {
            groups { category } total { met { value } meetingsHeld { value } } } }";

    let one = saima
        .run(query, json!({ "categories": ["ECP"] }))
        .await
        .ok();
    let none = saima.run(query, json!({ "categories": [] })).await.ok();

    let value = |number: i64| json!({ "value": number });
    assert_eq!(
        one["coverage"],
        json!({
            "groups": [{ "category": "ECP" }], "total": { "met": value(1), "meetingsHeld": value(1) },
        })
    );
    assert_eq!(
        none["coverage"],
        json!({ "groups": [], "total": { "met": value(0), "meetingsHeld": value(0) } })
    );
}

async fn without_a_start_a_period_goes_back_to_the_first_meeting(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("CSO", "Aurat").await;
    saima
        .meets(
            &office,
            json!({ "when": { "days": { "from": "2025-06-03" } } }),
        )
        .await;

    let found = saima
        .ask("{ coverage(period: {}) { period { from to } total { meetingsHeld { value } } } }")
        .await
        .ok();

    assert_eq!(
        found["coverage"],
        json!({
            "period": { "from": "2025-06-03", "to": "2026-01-15" }, "total": { "meetingsHeld": { "value": 1 } },
        })
    );
}

async fn a_period_that_cannot_be_is_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;

    for (period, code) in [
        ("from: \"2025-06-03\", to: \"2025-06-02\"", "INVALID"),
        ("from: \"1899-12-31\"", "OUT_OF_RANGE"),
        ("to: \"2200-01-02\"", "OUT_OF_RANGE"),
        ("from: \"2025-02-30\"", "BAD_REQUEST"),
    ] {
        let refused = saima
            .ask(&format!(
                "{{ coverage(period: {{ {period} }}) {{ asOf }} }}"
            ))
            .await;
        assert_eq!(refused.errors(), [code], "{period}: {}", refused.body);
    }
}
