//! What an approved target list leaves as it is: who is to be met as often as was said, who may see the
//! list, what it tells a partner, and what it counted before it was ended.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, merged, text, texts};
use crate::support::caller::Caller;

both! {
    an_office_that_no_list_names_keeps_its_cadence
    an_archived_office_on_the_list_is_counted_and_not_missed
    an_institution_is_not_missed_for_an_office_that_is_archived
    of_an_archived_institution_its_offices_are_missed
    a_list_names_all_the_offices_of_a_province
    a_list_names_no_more_than_2000
    who_may_see_an_approved_list_is_still_set
    an_ended_list_counts_until_its_day
    a_shared_list_tells_a_partner_of_her_categories_alone
    an_office_whose_institution_she_does_not_see_counts_for_itself
}

const SHOWN: &str = "targetList { id }";

async fn list(app: &App, offices: &[&String], more: Value) -> String {
    let desk = app.coordinator().await;
    let input = json!({ "name": { "en": "Plan" }, "from": "2025-01-01", "to": "2026-12-31",
                        "stakeholderIds": offices });
    let made = desk
        .act("createTargetList", SHOWN, merged(input, more))
        .await;
    text(&made.ok(), "/targetList/id")
}

async fn approved(app: &App, offices: &[&String], more: Value) -> String {
    let id = list(app, offices, more).await;
    let desk = app.coordinator().await;
    let input = json!({ "id": id });
    desk.act("approveTargetList", SHOWN, input).await.ok();
    id
}

async fn archive(app: &App, id: &str, on: &str) {
    let desk = app.coordinator().await;
    let shown = "results { userErrors { code } }";
    let archived = desk
        .act("archive", shown, json!({ "ids": [id], "on": on }))
        .await
        .ok();
    assert_eq!(archived["results"][0]["userErrors"], json!([]));
}

/// Whom she misses in January, with why.
async fn missed(caller: &Caller) -> Vec<[String; 2]> {
    let query = "{ gaps(period: { from: \"2026-01-01\", to: \"2026-01-31\" }) {
        nodes { why stakeholder { id } } } }";
    let found = caller.ask(query).await.ok();
    let nodes = found["gaps"]["nodes"].as_array().unwrap().iter();
    nodes
        .map(|gap| [text(gap, "/stakeholder/id"), text(gap, "/why")])
        .collect()
}

fn gap(office: &str, why: &str) -> [String; 2] {
    [office.to_owned(), why.to_owned()]
}

/// What coverage says of a span: by what it is said who was to be met, and how many are in scope, met
/// and not reached; how many are overdue by far.
async fn cover(caller: &Caller, from: &str, to: &str) -> Value {
    let query =
        "query ($period: PeriodInput!) { coverage(period: $period) { scopeSource targetList { id }
        total { inScope { value } met { value } notReached { value } meetingsHeld { value }
            cadenceLongOverdue { value } } } }";
    let variables = json!({ "period": { "from": from, "to": to } });
    caller.run(query, variables).await.ok()["coverage"].clone()
}

fn count(coverage: &Value, figure: &str) -> i64 {
    coverage["total"][figure]["value"].as_i64().unwrap()
}

async fn an_office_that_no_list_names_keeps_its_cadence(app: Arc<App>) {
    let desk = app.coordinator().await;
    let ecp = app.office("ECP", "PEC").await;
    let often = json!({ "cadenceDays": 20, "inScopeSince": "2025-06-01" });
    let nadra = app.office_with("NADRA", "NADRA", often).await;
    approved(&app, &[&ecp], json!({})).await;
    desk.meets(&ecp, json!({})).await;

    let found = cover(&desk, "2026-01-01", "2026-01-31").await;

    assert_eq!(missed(&desk).await, [gap(&nadra, "LONG_OVERDUE")]);
    assert_eq!(count(&found, "inScope"), 1);
    assert_eq!(count(&found, "cadenceLongOverdue"), 1);
}

async fn an_archived_office_on_the_list_is_counted_and_not_missed(app: Arc<App>) {
    let desk = app.coordinator().await;
    let often = json!({ "cadenceDays": 20, "inScopeSince": "2025-06-01" });
    let ecp = app.office_with("ECP", "PEC", often).await;
    let nadra = app.office("NADRA", "NADRA").await;
    approved(&app, &[&ecp, &nadra], json!({})).await;
    archive(&app, &ecp, "2026-01-10").await;

    let found = cover(&desk, "2026-01-01", "2026-01-31").await;

    assert_eq!(missed(&desk).await, [gap(&nadra, "NEVER_MET")]);
    assert_eq!(
        [count(&found, "inScope"), count(&found, "notReached")],
        [2, 2]
    );
    assert_eq!(count(&found, "cadenceLongOverdue"), 0);
}

async fn an_institution_is_not_missed_for_an_office_that_is_archived(app: Arc<App>) {
    let desk = app.coordinator().await;
    let ecp = app.office("ECP", "ECP").await;
    let pec = app
        .office_with("ECP", "PEC", json!({ "parentId": ecp }))
        .await;
    approved(&app, &[&pec], json!({})).await;
    let before = missed(&desk).await;

    archive(&app, &pec, "2026-01-10").await;

    assert_eq!(before, [gap(&ecp, "NEVER_MET")]);
    assert!(missed(&desk).await.is_empty());
}

async fn of_an_archived_institution_its_offices_are_missed(app: Arc<App>) {
    let desk = app.coordinator().await;
    let since = json!({ "inScopeSince": "2025-06-01" });
    let ecp = app.office_with("ECP", "ECP", since.clone()).await;
    let part = merged(json!({ "parentId": ecp }), since);
    let pec = app.office_with("ECP", "PEC", part).await;

    archive(&app, &ecp, "2026-01-10").await;

    assert_eq!(missed(&desk).await, [gap(&pec, "NEVER_MET")]);
}

async fn a_list_names_all_the_offices_of_a_province(app: Arc<App>) {
    let desk = app.coordinator().await;
    let mut offices = Vec::new();
    for number in 0..201 {
        offices.push(app.office("CSO", &format!("Office {number}")).await);
    }
    let all: Vec<_> = offices.iter().collect();

    let id = approved(&app, &all, json!({})).await;

    let query = "query ($id: ID!) { targetList(id: $id) { stakeholders { id } } }";
    let found = desk.run(query, json!({ "id": id })).await.ok();
    let mut named = texts(&found["targetList"]["stakeholders"], "/id");
    named.sort_unstable();
    offices.sort_unstable();
    assert_eq!(named, offices);
    let found = cover(&desk, "2026-01-01", "2026-01-31").await;
    assert_eq!(count(&found, "inScope"), 201);
}

async fn a_list_names_no_more_than_2000(app: Arc<App>) {
    let desk = app.coordinator().await;
    let named = vec![absent("stakeholder"); 2_001];
    let input = json!({ "name": { "en": "Plan" }, "from": "2026-01-01", "to": "2026-12-31",
                        "stakeholderIds": named });

    let refused = desk
        .act("createTargetList", SHOWN, input)
        .await
        .user_errors();

    assert!(
        refused.contains(&"TOO_MANY stakeholderIds".to_owned()),
        "{refused:?}"
    );
}

async fn who_may_see_an_approved_list_is_still_set(app: Arc<App>) {
    let (desk, greta) = (app.coordinator().await, app.partner(&[], &["ECP"]).await);
    let ecp = app.office("ECP", "PEC").await;
    let id = approved(&app, &[&ecp], json!({})).await;
    let set = async |change: Value| {
        let input = json!({ "id": id, "expectedVersion": desk.version(&id).await });
        desk.act("updateTargetList", SHOWN, merged(input, change))
            .await
    };

    let was_found = greta.finds(&id).await;
    let shared = set(json!({ "audience": "PARTNERS" })).await;
    let is_found = greta.finds(&id).await;
    let narrowed = set(json!({ "audience": "CAUCUS" })).await;
    let both = set(json!({ "audience": "PARTNERS", "to": "2026-06-30" })).await;
    let named = set(json!({ "stakeholderIds": [] })).await;

    assert!(shared.user_errors().is_empty() && narrowed.user_errors().is_empty());
    assert!(!was_found && is_found && !greta.finds(&id).await);
    assert_eq!(both.user_errors(), ["INVALID_TRANSITION"]);
    assert_eq!(named.user_errors(), ["INVALID_TRANSITION"]);
}

async fn an_ended_list_counts_until_its_day(app: Arc<App>) {
    let (desk, greta) = (
        app.coordinator().await,
        app.partner(&[], &["ECP", "CSO"]).await,
    );
    let since = json!({ "inScopeSince": "2025-06-01" });
    let ecp = app.office_with("ECP", "PEC", since.clone()).await;
    let cso = app.office_with("CSO", "Aurat", since).await;
    desk.meets(&cso, json!({ "audience": "PARTNERS" })).await;
    let id = approved(&app, &[&ecp], json!({ "audience": "PARTNERS" })).await;
    archive(&app, &id, "2026-01-10").await;

    for caller in [&desk, &greta] {
        let before = cover(caller, "2026-01-01", "2026-01-09").await;
        let over = cover(caller, "2025-11-01", "2025-11-30").await;
        let since = cover(caller, "2026-01-01", "2026-01-31").await;

        assert_eq!(before["targetList"]["id"], id, "{}", caller.email);
        assert_eq!(over["targetList"]["id"], id, "{}", caller.email);
        assert_eq!([count(&before, "inScope"), count(&over, "inScope")], [1, 1]);
        assert_eq!(since["scopeSource"], "ACTIVE_STAKEHOLDERS");
    }
    let found = cover(&desk, "2026-01-01", "2026-01-31").await;
    assert_eq!(count(&found, "inScope"), 2);
}

async fn a_shared_list_tells_a_partner_of_her_categories_alone(app: Arc<App>) {
    let (desk, greta) = (app.coordinator().await, app.partner(&[], &["ECP"]).await);
    let ecp = app.office("ECP", "PEC").await;
    let nadra = app.office("NADRA", "NADRA Zhob").await;
    let closed = json!({ "audience": "PRESENT" });
    let closed = app.office_with("ECP", "Closed office", closed).await;
    let shared = json!({ "audience": "PARTNERS" });
    let id = list(&app, &[&ecp], shared).await;
    let queries = [
        "{ targetLists { totalCount nodes { id version name { en } from to approvedOn audience
            stakeholders { id name { en } } } } }"
            .to_owned(),
        "{ stakeholders { totalCount nodes { id name { en } version } } }".to_owned(),
        "{ coverage(period: { from: \"2026-01-01\", to: \"2026-12-31\" }, groupBy: [STAKEHOLDER]) {
            scopeSource total { inScope { value } notReached { value } } groups { key } } }"
            .to_owned(),
        format!("{{ node(id: \"{id}\") {{ ... on TargetList {{ version }} }} }}"),
    ];
    let ask = async || {
        let mut answers = Vec::new();
        for query in &queries {
            let mut body = greta.ask(query).await.body;
            if let Some(error) = body.pointer_mut("/errors/0/extensions") {
                error["requestId"] = Value::Null;
            }
            answers.push(body);
        }
        answers
    };
    let before = ask().await;

    let input = json!({ "id": id, "expectedVersion": desk.version(&id).await,
                        "stakeholderIds": [ecp, nadra, closed] });
    desk.act("updateTargetList", SHOWN, input).await.ok();

    assert_eq!(ask().await, before);
    assert_eq!(
        before[0]["data"]["targetLists"]["nodes"][0]["stakeholders"][0]["id"],
        ecp
    );
    assert!(!greta.finds(&nadra).await && !greta.finds(&closed).await);
}

async fn an_office_whose_institution_she_does_not_see_counts_for_itself(app: Arc<App>) {
    let (desk, greta) = (app.coordinator().await, app.partner(&[], &["ECP"]).await);
    let ecp = app.office("ECP", "ECP").await;
    for name in ["PEC", "DEC Zhob"] {
        let part = json!({ "parentId": ecp });
        let office = app.office_with("ECP", name, part).await;
        desk.meets(&office, json!({ "audience": "PARTNERS" })).await;
    }
    let met = async |caller: &Caller| {
        let found = cover(caller, "2026-01-01", "2026-01-31").await;
        [count(&found, "met"), count(&found, "meetingsHeld")]
    };

    assert_eq!(met(&desk).await, [1, 2]);
    assert_eq!(met(&greta).await, [2, 2]);

    desk.meets(&ecp, json!({ "audience": "PARTNERS" })).await;

    assert_eq!([met(&desk).await, met(&greta).await], [[1, 3], [1, 3]]);
}
