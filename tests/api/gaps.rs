//! Whom we miss: cadences kept and overdue, and the list of those to be met next, worst first.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, merged, text, texts};
use crate::support::caller::Caller;

both! {
    day_n_is_kept_the_next_is_overdue_and_from_twice_n_it_is_long_overdue
    a_cadence_is_judged_at_the_end_of_a_period_that_is_past
    what_an_office_attends_does_not_keep_the_cadence_of_its_institution
    events_and_meetings_to_which_nobody_came_keep_no_cadence
    a_closed_meeting_keeps_a_cadence_for_those_alone_who_see_it
    whoever_has_no_cadence_or_is_not_to_be_reached_is_not_judged
    cadences_are_not_for_partners_nor_told_by_month
    those_missed_come_worst_first_with_why_and_what_to_do
    who_was_met_through_an_office_is_not_missed
    a_standing_reason_takes_out_of_the_list_until_it_runs_out_for_coordinators
    the_list_is_narrowed_to_kinds_of_office_and_to_an_owner
    a_page_goes_on_where_the_one_before_ended
    partners_are_shown_nobody_and_others_no_reasons
}

const GAPS: &str = "query ($period: PeriodInput, $filter: GapFilter, $first: Int, $after: String) {
    gaps(period: $period, filter: $filter, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { stakeholder { id name { en } owner { id } } why lastMetOn daysSinceLastMeeting overdueBy nextStep } } }";

async fn gaps(caller: &Caller, variables: Value) -> Value {
    caller.run(GAPS, variables).await.ok()["gaps"].clone()
}

/// The names of those missed, in order.
async fn missed(caller: &Caller, filter: Value) -> Vec<String> {
    let found = gaps(
        caller,
        json!({ "filter": filter, "period": { "from": "2025-10-01" } }),
    )
    .await;
    assert_eq!(
        found["totalCount"],
        found["nodes"].as_array().unwrap().len()
    );
    texts(&found["nodes"], "/stakeholder/name/en")
}

/// Kept, overdue, long overdue; each with exactly the records behind it.
async fn cadences(caller: &Caller, period: Value) -> [Vec<String>; 3] {
    let figure = "value absence records(first: 100) { totalCount nodes { ... on Stakeholder { name { en } } } }";
    let query = format!(
        "query ($period: PeriodInput!) {{ coverage(period: $period) {{ total {{
            cadenceKept {{ {figure} }} cadenceOverdue {{ {figure} }} cadenceLongOverdue {{ {figure} }} }} }} }}"
    );
    let found = caller.run(&query, json!({ "period": period })).await.ok();
    let total = &found["coverage"]["total"];
    ["cadenceKept", "cadenceOverdue", "cadenceLongOverdue"].map(|name| {
        let names = texts(&total[name]["records"]["nodes"], "/name/en");
        assert_eq!(total[name]["value"], names.len(), "{name}");
        assert_eq!(total[name]["absence"], Value::Null, "{name}");
        names
    })
}

fn on(day: &str) -> Value {
    json!({ "when": { "days": { "from": day } } })
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// An office to be met every so many days, in scope since the middle of 2025.
async fn every(app: &App, days: i32, name: &str, more: Value) -> String {
    let more = merged(
        json!({ "cadenceDays": days, "inScopeSince": "2025-06-01" }),
        more,
    );
    app.office_with("CSO", name, more).await
}

async fn day_n_is_kept_the_next_is_overdue_and_from_twice_n_it_is_long_overdue(app: Arc<App>) {
    let desk = app.coordinator().await;
    let aurat = every(&app, 10, "Aurat", json!({})).await;
    desk.meets(&aurat, on("2026-01-15")).await;
    let (all, none) = (names(&["Aurat"]), names(&[]));

    for (today, expected) in [
        ("2026-01-25", [&all, &none, &none]),
        ("2026-01-26", [&none, &all, &none]),
        ("2026-02-03", [&none, &all, &none]),
        ("2026-02-04", [&none, &none, &all]),
    ] {
        app.set_time(&format!("{today}T06:00:00Z"));
        let found = cadences(&desk, json!({ "from": "2026-01-01" })).await;
        assert_eq!(found.each_ref(), expected, "{today}");
    }
}

async fn a_cadence_is_judged_at_the_end_of_a_period_that_is_past(app: Arc<App>) {
    let desk = app.coordinator().await;
    let aurat = every(&app, 10, "Aurat", json!({})).await;
    desk.meets(&aurat, on("2025-10-05")).await;
    desk.meets(&aurat, on("2026-01-10")).await;

    let past = cadences(&desk, json!({ "from": "2025-10-01", "to": "2025-10-20" })).await;
    let now = cadences(&desk, json!({ "from": "2025-10-01" })).await;

    assert_eq!(past, [names(&[]), names(&["Aurat"]), names(&[])]);
    assert_eq!(now, [names(&["Aurat"]), names(&[]), names(&[])]);
}

async fn what_an_office_attends_does_not_keep_the_cadence_of_its_institution(app: Arc<App>) {
    let desk = app.coordinator().await;
    let aurat = every(&app, 30, "Aurat", json!({})).await;
    let zhob = every(&app, 30, "Aurat Zhob", json!({ "parentId": aurat })).await;
    desk.meets(&zhob, on("2026-01-10")).await;

    let found = cadences(&desk, json!({ "from": "2026-01-01" })).await;

    assert_eq!(
        found,
        [names(&["Aurat Zhob"]), names(&[]), names(&["Aurat"])]
    );
}

async fn events_and_meetings_to_which_nobody_came_keep_no_cadence(app: Arc<App>) {
    let desk = app.coordinator().await;
    let aurat = every(&app, 30, "Aurat", json!({})).await;
    desk.meets(
        &aurat,
        merged(on("2026-01-10"), json!({ "kind": "PUBLIC_EVENT" })),
    )
    .await;
    let with = json!({ "with": [{ "stakeholderId": aurat, "attended": false }] });
    desk.meets(&aurat, merged(on("2026-01-11"), with)).await;

    let found = cadences(&desk, json!({ "from": "2026-01-01" })).await;

    assert_eq!(found, [names(&[]), names(&[]), names(&["Aurat"])]);
}

async fn a_closed_meeting_keeps_a_cadence_for_those_alone_who_see_it(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let aurat = every(&app, 30, "Aurat", json!({})).await;
    desk.meets(
        &aurat,
        merged(on("2026-01-10"), json!({ "audience": "PRESENT" })),
    )
    .await;
    let period = json!({ "from": "2026-01-01" });

    assert_eq!(cadences(&desk, period.clone()).await[0], ["Aurat"]);
    assert_eq!(cadences(&saima, period).await[2], ["Aurat"]);
}

async fn whoever_has_no_cadence_or_is_not_to_be_reached_is_not_judged(app: Arc<App>) {
    let desk = app.coordinator().await;
    app.office("CSO", "No cadence").await;
    every(&app, 5, "Not yet", json!({ "inScopeSince": "2026-02-01" })).await;
    let gone = every(&app, 5, "Gone", json!({})).await;
    let shown = "results { userErrors { code } }";
    desk.act("archive", shown, json!({ "ids": [gone] }))
        .await
        .ok();
    every(&app, 5, "New", json!({ "inScopeSince": "2026-01-10" })).await;

    let found = cadences(&desk, json!({ "from": "2026-01-01" })).await;

    assert_eq!(found, [names(&["New"]), names(&[]), names(&[])]);
}

async fn cadences_are_not_for_partners_nor_told_by_month(app: Arc<App>) {
    let desk = app.coordinator().await;
    let aurat = every(&app, 30, "Aurat", json!({})).await;
    desk.meets(&aurat, json!({ "audience": "PARTNERS" })).await;
    let partner = app.partner(&[], &["CSO"]).await;
    let query = "query ($by: [CoverageDimension!]) { coverage(period: { from: \"2026-01-01\" }, groupBy: $by) {
        groups { figures { cadenceKept { value absence records { totalCount } } } } } }";
    let ask = async |caller: &Caller, by: &str| {
        let found = caller.run(query, json!({ "by": [by] })).await.ok();
        found["coverage"]["groups"][0]["figures"]["cadenceKept"].clone()
    };

    let none = |absence: &str| json!({ "value": null, "absence": absence, "records": { "totalCount": 0 } });
    assert_eq!(ask(&partner, "CATEGORY").await, none("NOT_SHARED"));
    assert_eq!(ask(&desk, "MONTH").await, none("NOT_COLLECTED"));
    let told = json!({ "value": 1, "absence": null, "records": { "totalCount": 1 } });
    assert_eq!(ask(&desk, "CATEGORY").await, told);
}

async fn those_missed_come_worst_first_with_why_and_what_to_do(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let owned = json!({ "ownerId": saima.member });
    let since = json!({ "inScopeSince": "2025-06-01" });
    let plain = async |name: &str, more: Value| {
        app.office_with("CSO", name, merged(since.clone(), more))
            .await
    };
    let contacted = plain("Contacted", owned.clone()).await;
    let at_event = plain("At an event", owned.clone()).await;
    let before = plain("Met before", owned.clone()).await;
    plain("Never", json!({})).await;
    let met = plain("Met", json!({})).await;
    let overdue = every(&app, 60, "Overdue", json!({})).await;
    let long = every(&app, 30, "Long", owned.clone()).await;
    let longer = every(&app, 20, "Longer", owned).await;
    let sent_nobody = json!({ "with": [{ "stakeholderId": contacted, "attended": false }] });
    desk.meets(&contacted, merged(on("2025-11-01"), sent_nobody))
        .await;
    desk.meets(
        &at_event,
        merged(on("2025-11-01"), json!({ "kind": "PUBLIC_EVENT" })),
    )
    .await;
    desk.meets(&before, on("2025-09-30")).await;
    desk.meets(&met, on("2025-10-01")).await;
    for (office, day) in [
        (&overdue, "2025-11-01"),
        (&long, "2025-10-17"),
        (&longer, "2025-10-17"),
    ] {
        desk.meets(office, on(day)).await;
    }

    let found = gaps(&desk, json!({ "period": { "from": "2025-10-01" } })).await;

    let rows: Vec<_> = found["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| {
            json!([
                gap["stakeholder"]["name"]["en"],
                gap["why"],
                gap["lastMetOn"],
                gap["daysSinceLastMeeting"],
                gap["overdueBy"],
                gap["nextStep"]
            ])
        })
        .collect();
    assert_eq!(
        json!(rows),
        json!([
            [
                "Longer",
                "LONG_OVERDUE",
                "2025-10-17",
                90,
                70,
                "SCHEDULE_MEETING"
            ],
            [
                "Long",
                "LONG_OVERDUE",
                "2025-10-17",
                90,
                60,
                "SCHEDULE_MEETING"
            ],
            ["Overdue", "OVERDUE", "2025-11-01", 75, 15, "ASSIGN_OWNER"],
            ["Never", "NEVER_MET", null, null, null, "ASSIGN_OWNER"],
            [
                "Met before",
                "NOT_MET",
                "2025-09-30",
                107,
                null,
                "SCHEDULE_MEETING"
            ],
            [
                "At an event",
                "PRESENT_ONLY",
                null,
                null,
                null,
                "SCHEDULE_MEETING"
            ],
            ["Contacted", "CONTACTED_ONLY", null, null, null, "ASK_AGAIN"],
        ])
    );
    assert_eq!(found["totalCount"], 7);
    assert_eq!(
        found["nodes"][0]["stakeholder"]["owner"]["id"],
        saima.member
    );
}

async fn who_was_met_through_an_office_is_not_missed(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office("ECP", "PEC").await;
    let zhob = app
        .office_with("ECP", "Zhob", json!({ "parentId": pec }))
        .await;
    app.office_with("ECP", "Pishin", json!({ "parentId": pec }))
        .await;
    app.office("CSO", "Aurat").await;
    desk.meets(&zhob, on("2026-01-10")).await;

    assert_eq!(missed(&desk, json!({})).await, ["Aurat"]);
}

async fn a_standing_reason_takes_out_of_the_list_until_it_runs_out_for_coordinators(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let refused = app.office("CSO", "Refused").await;
    app.office("CSO", "Missed").await;
    let input = json!({ "id": refused, "kind": "REFUSED", "until": "2026-01-20" });
    desk.act("setStandingReason", "stakeholder { id }", input)
        .await
        .ok();
    let all = names(&["Missed", "Refused"]);
    let sorted = async |caller: &Caller| {
        let mut found = missed(caller, json!({})).await;
        found.sort();
        found
    };

    assert_eq!(missed(&desk, json!({})).await, ["Missed"]);
    assert_eq!(
        missed(&desk, json!({ "hasStandingReason": true })).await,
        ["Refused"]
    );
    assert_eq!(sorted(&saima).await, all);
    app.set_time("2026-01-21T06:00:00Z");
    assert_eq!(sorted(&desk).await, all);
}

async fn the_list_is_narrowed_to_kinds_of_office_and_to_an_owner(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    app.office_with("ECP", "PEC", json!({ "ownerId": saima.member }))
        .await;
    app.office("CSO", "Aurat").await;

    assert_eq!(
        missed(&desk, json!({ "categories": ["CSO"] })).await,
        ["Aurat"]
    );
    assert_eq!(missed(&desk, json!({ "categories": [] })).await, names(&[]));
    assert_eq!(
        missed(&desk, json!({ "ownerIds": [saima.member] })).await,
        ["PEC"]
    );
    assert_eq!(
        missed(&desk, json!({ "ownerIds": [absent("member")] })).await,
        names(&[])
    );
}

async fn a_page_goes_on_where_the_one_before_ended(app: Arc<App>) {
    let desk = app.coordinator().await;
    for number in 0..5 {
        app.office("CSO", &format!("Office {number}")).await;
    }
    let whole = missed(&desk, json!({})).await;
    let period = json!({ "from": "2025-10-01" });

    let (mut paged, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = gaps(
            &desk,
            json!({ "filter": {}, "period": period, "first": 2, "after": after }),
        )
        .await;
        assert_eq!(page["totalCount"], 5);
        paged.extend(texts(&page["nodes"], "/stakeholder/name/en"));
        after = json!(text(&page, "/pageInfo/endCursor"));
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }

    assert_eq!(paged, whole);
    assert_eq!(paged.len(), 5);
}

async fn partners_are_shown_nobody_and_others_no_reasons(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let aurat = app.office("CSO", "Aurat").await;
    let event = json!({ "audience": "PARTNERS", "kind": "PUBLIC_EVENT" });
    desk.meets(&aurat, event).await;
    let partner = app.partner(&[], &["CSO"]).await;

    assert_eq!(missed(&desk, json!({})).await, ["Aurat"]);
    assert_eq!(missed(&partner, json!({})).await, names(&[]));
    for caller in [saima, partner] {
        let asked = json!({ "filter": { "hasStandingReason": true } });
        assert_eq!(caller.run(GAPS, asked).await.errors(), ["FORBIDDEN"]);
    }
}
