//! Target lists: whom to meet in a period, approved and then frozen, and coverage that counts by
//! them.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{made, merged, text, texts};
use crate::support::caller::Caller;

both! {
    a_list_reads_back_as_it_was_made
    what_is_wrong_with_a_list_is_said_at_once
    a_list_is_changed_until_it_is_approved
    a_list_that_names_nobody_is_not_approved
    a_stale_approval_is_refused
    coverage_of_a_period_counts_by_its_approved_list
    without_an_approved_list_of_the_whole_period_whoever_is_active_counts
    the_list_approved_last_counts
    met_outside_the_list_is_unplanned
    an_office_on_the_list_puts_its_institution_in_scope
    gaps_go_by_the_list
    coverage_does_not_tell_of_a_list_that_is_hidden
    a_partner_sees_whom_a_list_for_partners_names
    lists_are_narrowed_by_approval_and_by_name
}

const SHOWN: &str = "targetList { id name { en ur } from to approvedOn archivedOn audience
    stakeholders { id } }";

async fn list(app: &App, offices: &[&String], more: Value) -> String {
    let desk = app.coordinator().await;
    let input = json!({ "name": { "en": "Plan" }, "from": "2026-01-01", "to": "2026-12-31",
                        "stakeholderIds": offices });
    let made = desk
        .act("createTargetList", SHOWN, merged(input, more))
        .await
        .ok();
    text(&made, "/targetList/id")
}

async fn approve(app: &App, id: &str) {
    let desk = app.coordinator().await;
    let input = json!({ "id": id });
    desk.act("approveTargetList", SHOWN, input).await.ok();
}

async fn approved(app: &App, offices: &[&String], more: Value) -> String {
    let id = list(app, offices, more).await;
    approve(app, &id).await;
    id
}

/// The answer of coverage over a span of days, with the total.
async fn cover(caller: &Caller, from: &str, to: &str) -> Value {
    let figure = "value absence records(first: 9) { nodes { ... on Stakeholder { id } } }";
    let figures = ["inScope", "met", "notReached", "unplanned"];
    let figures = figures.map(|name| format!("{name} {{ {figure} }}"));
    let query = format!(
        "query ($period: PeriodInput!) {{ coverage(period: $period) {{ scopeSource targetList {{ id }}
            total {{ {} }} }} }}",
        figures.join(" ")
    );
    let variables = json!({ "period": { "from": from, "to": to } });
    caller.run(&query, variables).await.ok()["coverage"].clone()
}

fn behind(coverage: &Value, figure: &str) -> Vec<String> {
    let mut ids = texts(&coverage["total"][figure]["records"]["nodes"], "/id");
    ids.sort_unstable();
    ids
}

async fn offices(app: &App) -> [String; 3] {
    [
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
        app.office("CSO", "Women of Zhob").await,
    ]
}

fn sorted<const N: usize>(ids: [&String; N]) -> Vec<String> {
    let mut ids = ids.map(Clone::clone).to_vec();
    ids.sort_unstable();
    ids
}

async fn a_list_reads_back_as_it_was_made(app: Arc<App>) {
    let desk = app.coordinator().await;
    let [ecp, nadra, _] = offices(&app).await;
    let input = json!({ "id": made("target_list", 1), "name": { "en": "Plan", "ur": "منصوبہ" },
        "from": "2026-01-01", "to": "2026-06-30", "stakeholderIds": [ecp, nadra] });

    let made_now = desk.act("createTargetList", SHOWN, input).await.ok();
    let query = format!(
        "query ($id: ID!) {{ {} }}",
        SHOWN.replacen("targetList", "targetList(id: $id)", 1)
    );
    let found = desk
        .run(&query, json!({ "id": made("target_list", 1) }))
        .await
        .ok();

    let mut expected = json!({ "id": made("target_list", 1), "name": { "en": "Plan", "ur": "منصوبہ" },
        "from": "2026-01-01", "to": "2026-06-30", "approvedOn": null, "archivedOn": null,
        "audience": "CAUCUS" });
    expected["stakeholders"] = found["targetList"]["stakeholders"].clone();
    assert_eq!(found["targetList"], expected);
    assert_eq!(made_now["targetList"], expected);
    let mut named = texts(&expected["stakeholders"], "/id");
    named.sort_unstable();
    assert_eq!(named, sorted([&ecp, &nadra]));
}

async fn what_is_wrong_with_a_list_is_said_at_once(app: Arc<App>) {
    let desk = app.coordinator().await;
    let [ecp, ..] = offices(&app).await;
    let input = json!({ "name": {}, "from": "2026-06-30", "to": "2026-01-01",
        "stakeholderIds": [ecp, ecp, crate::support::build::absent("stakeholder")] });

    let refused = desk.act("createTargetList", SHOWN, input).await;

    let expected = [
        "REQUIRED name",
        "INVALID to",
        "DUPLICATE stakeholderIds/1",
        "NOT_FOUND stakeholderIds/1",
    ];
    assert_eq!(refused.user_errors(), expected);
}

async fn a_list_is_changed_until_it_is_approved(app: Arc<App>) {
    let desk = app.coordinator().await;
    let [ecp, nadra, _] = offices(&app).await;
    let id = list(&app, &[&ecp], json!({})).await;
    let change = async |to: &str| {
        let version = desk.version(&id).await;
        let input = json!({ "id": id, "expectedVersion": version, "to": to,
                            "stakeholderIds": [nadra] });
        desk.act("updateTargetList", SHOWN, input).await
    };

    let changed = change("2026-06-30").await.ok();
    approve(&app, &id).await;
    let frozen = change("2026-03-31").await;
    let again = desk
        .act("approveTargetList", SHOWN, json!({ "id": id }))
        .await;

    assert_eq!(changed["targetList"]["to"], "2026-06-30");
    assert_eq!(
        texts(&changed["targetList"]["stakeholders"], "/id"),
        sorted([&nadra])
    );
    assert_eq!(frozen.user_errors(), ["INVALID_TRANSITION"]);
    assert_eq!(again.user_errors(), ["INVALID_TRANSITION"]);
}

async fn a_list_that_names_nobody_is_not_approved(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = list(&app, &[], json!({})).await;

    let refused = desk
        .act("approveTargetList", SHOWN, json!({ "id": id }))
        .await;

    assert_eq!(refused.user_errors(), ["INVALID_TRANSITION"]);
}

async fn a_stale_approval_is_refused(app: Arc<App>) {
    let desk = app.coordinator().await;
    let [ecp, nadra, _] = offices(&app).await;
    let id = list(&app, &[&ecp], json!({})).await;
    let seen = desk.version(&id).await;
    let input = json!({ "id": id, "expectedVersion": seen, "stakeholderIds": [nadra] });
    desk.act("updateTargetList", SHOWN, input).await.ok();

    let input = json!({ "id": id, "expectedVersion": seen });
    let refused = desk.act("approveTargetList", SHOWN, input).await;

    assert_eq!(refused.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
}

async fn coverage_of_a_period_counts_by_its_approved_list(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let [ecp, nadra, _] = offices(&app).await;
    let id = approved(&app, &[&ecp, &nadra], json!({})).await;
    saima.meets(&ecp, json!({})).await;

    let found = cover(&saima, "2026-01-01", "2026-12-31").await;

    assert_eq!(found["scopeSource"], "TARGET_LIST");
    assert_eq!(found["targetList"]["id"], id);
    assert_eq!(behind(&found, "inScope"), sorted([&ecp, &nadra]));
    assert_eq!(behind(&found, "met"), sorted([&ecp]));
    assert_eq!(behind(&found, "notReached"), sorted([&nadra]));
}

async fn without_an_approved_list_of_the_whole_period_whoever_is_active_counts(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let [ecp, nadra, cso] = offices(&app).await;
    list(&app, &[&ecp], json!({})).await;
    approved(&app, &[&nadra], json!({ "to": "2026-06-30" })).await;
    let archived = approved(&app, &[&cso], json!({})).await;
    let desk = app.coordinator().await;
    desk.act("archive", "results { id }", json!({ "ids": [archived] }))
        .await
        .ok();

    let found = cover(&saima, "2026-01-01", "2026-07-01").await;

    assert_eq!(found["scopeSource"], "ACTIVE_STAKEHOLDERS");
    assert_eq!(found["targetList"], Value::Null);
    assert_eq!(behind(&found, "inScope"), sorted([&ecp, &nadra, &cso]));
    assert_eq!(found["total"]["unplanned"]["value"], Value::Null);
    assert_eq!(found["total"]["unplanned"]["absence"], "NOT_COLLECTED");
}

async fn the_list_approved_last_counts(app: Arc<App>) {
    let desk = app.coordinator().await;
    let [ecp, nadra, _] = offices(&app).await;
    let second = list(&app, &[&nadra], json!({})).await;
    let first = list(&app, &[&ecp], json!({})).await;
    for (id, on) in [(&second, "2026-01-12"), (&first, "2026-01-05")] {
        let input = json!({ "id": id, "on": on });
        desk.act("approveTargetList", SHOWN, input).await.ok();
    }

    let found = cover(&desk, "2026-01-01", "2026-01-31").await;

    assert_eq!(found["targetList"]["id"], second);
}

async fn met_outside_the_list_is_unplanned(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let [ecp, nadra, cso] = offices(&app).await;
    approved(&app, &[&ecp], json!({})).await;
    saima.meets(&nadra, json!({})).await;
    saima.meets(&ecp, json!({})).await;
    saima.meets(&cso, json!({ "kind": "PUBLIC_EVENT" })).await;

    let found = cover(&saima, "2026-01-01", "2026-12-31").await;

    assert_eq!(behind(&found, "unplanned"), sorted([&nadra]));
    assert_eq!(found["total"]["unplanned"]["value"], 1);
    assert_eq!(behind(&found, "met"), sorted([&ecp]));
}

async fn an_office_on_the_list_puts_its_institution_in_scope(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let ecp = app.office("ECP", "ECP").await;
    let part = json!({ "parentId": ecp });
    let pec = app.office_with("ECP", "PEC", part.clone()).await;
    let other = app.office_with("ECP", "Another", part).await;
    approved(&app, &[&pec], json!({})).await;
    saima.meets(&other, json!({})).await;

    let found = cover(&saima, "2026-01-01", "2026-12-31").await;

    assert_eq!(behind(&found, "met"), sorted([&ecp]));
    assert_eq!(found["total"]["unplanned"]["value"], 0);
}

async fn gaps_go_by_the_list(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let [ecp, nadra, _] = offices(&app).await;
    approved(&app, &[&ecp, &nadra], json!({})).await;
    saima.meets(&ecp, json!({})).await;

    let query = "{ gaps(period: { from: \"2026-01-01\", to: \"2026-12-31\" }) {
        nodes { stakeholder { id } } } }";
    let found = saima.ask(query).await.ok();

    assert_eq!(texts(&found["gaps"]["nodes"], "/stakeholder/id"), [nadra]);
}

async fn coverage_does_not_tell_of_a_list_that_is_hidden(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let [ecp, nadra, cso] = offices(&app).await;
    let before = cover(&saima, "2026-01-01", "2026-12-31").await;
    let hidden = approved(&app, &[&ecp], json!({ "audience": "PRESENT" })).await;

    let after = cover(&saima, "2026-01-01", "2026-12-31").await;
    let of_desk = cover(&app.coordinator().await, "2026-01-01", "2026-12-31").await;

    assert_eq!(after, before);
    assert_eq!(behind(&after, "inScope"), sorted([&ecp, &nadra, &cso]));
    assert_eq!(of_desk["targetList"]["id"], hidden);
    assert!(!saima.finds(&hidden).await);
}

async fn a_partner_sees_whom_a_list_for_partners_names(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP", "NADRA"]).await;
    let [ecp, nadra, cso] = offices(&app).await;
    let more = json!({ "audience": "PARTNERS" });
    let id = approved(&app, &[&ecp, &cso], more).await;

    let found = cover(&greta, "2026-01-01", "2026-12-31").await;

    assert_eq!(found["targetList"]["id"], id);
    assert_eq!(behind(&found, "inScope"), sorted([&ecp]));
    assert!(greta.finds(&ecp).await);
    assert!(!greta.finds(&nadra).await && !greta.finds(&cso).await);
}

async fn lists_are_narrowed_by_approval_and_by_name(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let [ecp, ..] = offices(&app).await;
    let open = list(&app, &[&ecp], json!({})).await;
    let done = approved(&app, &[&ecp], json!({ "name": { "en": "Another year" } })).await;
    let find = async |filter: Value| {
        let query = "query ($filter: TargetListFilter) { targetLists(filter: $filter) {
            totalCount nodes { id } } }";
        let found = saima.run(query, json!({ "filter": filter })).await.ok();
        texts(&found["targetLists"]["nodes"], "/id")
    };

    assert_eq!(find(json!({})).await, [done.clone(), open.clone()]);
    assert_eq!(find(json!({ "isApproved": true })).await, sorted([&done]));
    assert_eq!(find(json!({ "isApproved": false })).await, sorted([&open]));
    assert_eq!(find(json!({ "search": "year" })).await, [done]);
    let none: [String; 0] = [];
    assert_eq!(find(json!({ "archived": true })).await, none);
}
