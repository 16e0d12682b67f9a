//! What is set right and says nothing new: no version is raised and no change is logged.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{made, merged, text, v7};
use crate::support::rows::changed;

both! {
    what_changes_nothing_raises_no_version_and_is_not_logged
    a_request_that_changed_nothing_is_claimed
    what_changes_nothing_still_needs_the_right_and_the_version
}

async fn what_changes_nothing_raises_no_version_and_is_not_logged(app: Arc<App>) {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let parent = app.office("ECP", "ECP").await;
    let (district, topic) = (app.district("Zhob").await, app.topic("Cards").await);
    let party = app.office("POLITICAL_PARTY", "A Party").await;
    let member = json!({
        "terms": [{ "assembly": 12, "seat": "GENERAL", "from": "2024-02-28" }],
        "parties": [{ "partyId": party, "from": "2024-01-01" }],
    });
    let version = desk.version(&saima.member).await;
    let first = json!({ "id": saima.member, "expectedVersion": version });
    let first = merged(first, member.clone());
    desk.act("updateMember", "member { id }", first).await.ok();
    let of_office = json!({
        "parentId": parent, "aliases": ["Election office"], "districtIds": [district], "topicIds": [topic],
    });
    let office = app.office_with("ECP", "PEC", of_office.clone()).await;
    let person = json!({
        "name": { "en": "Gul Bibi" }, "email": "gul@example.org",
        "phones": [{ "number": "+923001234567", "kind": "OWN" }],
    });
    let added = desk.act("createPerson", "person { id }", person.clone());
    let gul = text(&added.await.ok(), "/person/id");
    let facts = json!({
        "title": { "text": "Cards" }, "when": { "days": { "from": "2026-01-10" } }, "mode": "PHONE",
        "with": [{ "id": made("part", 1), "stakeholderId": office }],
        "attendees": [{ "id": made("part", 2), "memberId": saima.member }, { "id": made("part", 3), "personId": gul }],
        "groups": [{ "id": made("part", 4), "label": "students", "headcount": 9 }],
        "said": { "text": "They will send it" }, "topicIds": [topic], "concernsDistrictIds": [district],
    });
    let came = json!({
        "decisions": [{ "text": { "text": "To go on" } }],
        "commitments": [{ "text": { "text": "A room" }, "direction": "MUTUAL", "dueOn": "2026-02-01" }],
    });
    let logged = merged(facts.clone(), came);
    let logged = saima
        .logs(&office, "id decisions { id } commitments { id }", logged)
        .await;
    let of = |at: &str| text(&logged, &format!("/meeting/{at}"));
    let call = json!({ "title": { "text": "Call" }, "helperIds": [gul, saima.member], "dueOn": "2026-02-01" });
    let task = saima.takes_on("", call.clone()).await;
    let none = || json!({});

    for (act, id, same) in [
        (
            "updateTopic",
            topic.clone(),
            json!({ "name": { "en": "Cards" } }),
        ),
        ("updatePerson", gul.clone(), person),
        (
            "updateStakeholder",
            office.clone(),
            merged(of_office, json!({ "name": { "en": "PEC" } })),
        ),
        ("updateMember", saima.member.clone(), member),
        ("updateMeeting", of("id"), facts),
        ("updateMeeting", of("id"), none()),
        (
            "updateDecision",
            of("decisions/0/id"),
            json!({ "text": { "text": "To go on" } }),
        ),
        (
            "updateCommitment",
            of("commitments/0/id"),
            json!({ "dueOn": "2026-02-01" }),
        ),
        ("updateFollowUp", task, call),
    ] {
        let version = desk.version(&id).await;
        let before = app.rows().await;
        let input = merged(json!({ "id": id, "expectedVersion": version }), same);
        let kind = id.rsplit_once('_').unwrap().0;
        let record = if kind == "follow_up_action" {
            "followUpAction"
        } else {
            kind
        };
        let answer = desk
            .act(act, &format!("{record} {{ id version }}"), input)
            .await
            .ok();

        assert_eq!(
            answer[record],
            json!({ "id": id, "version": version }),
            "{act}"
        );
        let moved = changed(&before, &app.rows().await);
        let moved = moved.iter().filter(|table| *table != "stakeholder_alias");
        assert_eq!(moved.collect::<Vec<_>>(), Vec::<&String>::new(), "{act}");
    }
}

async fn a_request_that_changed_nothing_is_claimed(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let task = saima
        .takes_on("Call", json!({ "dueOn": "2026-02-01" }))
        .await;
    let shown = "followUpAction { id version dueOn }";
    let input = json!({
        "requestId": v7(7), "id": task, "expectedVersion": saima.version(&task).await, "dueOn": "2026-02-01",
    });
    let before = app.rows().await;

    let first = saima.act("updateFollowUp", shown, input.clone()).await.ok();
    let claimed = changed(&before, &app.rows().await);
    let again = saima.act("updateFollowUp", shown, input.clone()).await.ok();
    let other = merged(input, json!({ "dueOn": "2026-02-02" }));
    let other = saima.act("updateFollowUp", shown, other).await;

    assert_eq!(first["followUpAction"]["dueOn"], "2026-02-01");
    assert_eq!(claimed, ["request"]);
    assert_eq!(again, first);
    assert_eq!(other.user_errors(), ["ID_CONFLICT"]);
}

async fn what_changes_nothing_still_needs_the_right_and_the_version(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let task = saima.takes_on("Call", json!({})).await;
    let input = |version: &str| json!({ "id": task, "expectedVersion": version });
    let shown = "followUpAction { id }";

    let version = rubina.version(&task).await;
    let by_another = rubina.act("updateFollowUp", shown, input(&version)).await;
    let stale = saima.act("updateFollowUp", shown, input("other")).await;

    assert_eq!(by_another.user_errors(), ["FORBIDDEN"]);
    assert_eq!(stale.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
    assert_eq!(stale.data()["followUpAction"], json!({ "id": task }));
    assert_ne!(stale.data()["followUpAction"], Value::Null);
}
