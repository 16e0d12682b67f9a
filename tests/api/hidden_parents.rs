//! The id of something hidden, in a filter or an input: it answers like one that nothing has.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, text};
use crate::support::caller::Caller;

both! {
    tasks_are_not_found_by_a_hidden_meeting_line_of_work_or_owner
    offices_are_not_found_by_a_hidden_parent_or_owner
    people_and_members_are_not_found_by_a_hidden_office
    a_meeting_under_a_hidden_line_of_work_or_with_a_hidden_person_is_refused_as_with_none
}

/// How many she finds by each id.
async fn found_by(caller: &Caller, list: &str, filter: &str, ids: [&str; 2]) -> [Value; 2] {
    let kind = match list {
        "followUpActions" => "FollowUpAction",
        "stakeholders" => "Stakeholder",
        "people" => "Person",
        _ => "Member",
    };
    let query = format!(
        "query ($filter: {kind}Filter) {{ {list}(filter: $filter) {{ totalCount nodes {{ id }} }} }}"
    );
    let mut answers = [Value::Null, Value::Null];
    for (answer, id) in answers.iter_mut().zip(ids) {
        let filter = json!({ "filter": { filter: [id] } });
        *answer = caller.run(&query, filter).await.ok()[list].clone();
    }
    answers
}

/// That the desk finds one by the id, and she as many as by an id that nothing has.
async fn tells_nothing(app: &App, caller: &Caller, list: &str, filter: &str, hidden: &str) {
    let desk = app.coordinator().await;
    let nothing = absent(hidden.rsplit_once('_').unwrap().0);

    let [by_desk, _] = found_by(&desk, list, filter, [hidden, &nothing]).await;
    let [by_hidden, by_nothing] = found_by(caller, list, filter, [hidden, &nothing]).await;

    assert_eq!(by_desk["totalCount"], 1, "{list} by {filter}");
    assert_eq!(by_hidden, by_nothing, "{list} by {filter}");
    assert_eq!(by_hidden["totalCount"], 0, "{list} by {filter}");
}

async fn tasks_are_not_found_by_a_hidden_meeting_line_of_work_or_owner(app: Arc<App>) {
    let (desk, rubina) = (app.coordinator().await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let tasks = json!([{ "title": { "text": "Call" }, "ownerId": rubina.member }]);
    let closed = json!({ "audience": "PRESENT", "followUps": tasks });
    let meeting = desk.meets(&office, closed).await;
    let line = json!({ "audience": "PRESENT" });
    let line = app.engagement(&office, "Quiet", line).await;
    let of_line = json!({ "engagementId": line, "ownerId": rubina.person });
    desk.takes_on("Write", of_line).await;
    let owner = json!({ "name": { "en": "Gul Bibi" }, "audience": "PRESENT" });
    let owner = desk.act("createPerson", "person { id }", owner).await.ok();
    let owner = text(&owner, "/person/id");
    desk.takes_on("Ask", json!({ "ownerId": owner })).await;

    for (filter, id) in [
        ("meetingIds", &meeting),
        ("engagementIds", &line),
        ("ownerIds", &owner),
    ] {
        tells_nothing(&app, &rubina, "followUpActions", filter, id).await;
    }
}

async fn offices_are_not_found_by_a_hidden_parent_or_owner(app: Arc<App>) {
    let (desk, rubina) = (app.coordinator().await, app.member("Rubina").await);
    let hidden = json!({ "audience": "PRESENT" });
    let parent = app.office_with("ECP", "ECP", hidden).await;
    let below = json!({ "parentId": parent });
    app.office_with("ECP", "PEC", below).await;
    let person = app.person("Zarghuna").await;
    let joined = json!({ "personId": person, "joinedOn": "2024-01-01", "audience": "PRESENT" });
    let owner = desk.act("createMember", "member { id }", joined).await.ok();
    let owner = text(&owner, "/member/id");
    app.office_with("NADRA", "NADRA", json!({ "ownerId": owner }))
        .await;

    tells_nothing(&app, &rubina, "stakeholders", "parentIds", &parent).await;
    tells_nothing(&app, &rubina, "stakeholders", "ownerIds", &owner).await;
}

async fn people_and_members_are_not_found_by_a_hidden_office(app: Arc<App>) {
    let (desk, rubina) = (app.coordinator().await, app.member("Rubina").await);
    let hidden = json!({ "audience": "PRESENT" });
    let office = app.office_with("POLITICAL_PARTY", "A Party", hidden).await;
    let person = app.person("Zarghuna").await;
    let post = json!({ "personId": person, "stakeholderId": office, "title": { "en": "Clerk" } });
    desk.act("addPost", "person { id }", post).await.ok();
    let joined = json!({
        "personId": person, "joinedOn": "2024-01-01",
        "parties": [{ "partyId": office, "from": "2024-01-01" }],
    });
    desk.act("createMember", "member { id }", joined).await.ok();

    tells_nothing(&app, &rubina, "people", "stakeholderIds", &office).await;
    tells_nothing(&app, &rubina, "members", "partyIds", &office).await;
}

async fn a_meeting_under_a_hidden_line_of_work_or_with_a_hidden_person_is_refused_as_with_none(
    app: Arc<App>,
) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (met, other) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let quiet = json!({ "audience": "PRESENT" });
    let line = app.engagement(&other, "Quiet", quiet.clone()).await;
    let person = json!({ "name": { "en": "Gul Bibi" }, "audience": "PRESENT" });
    let person = desk.act("createPerson", "person { id }", person).await.ok();
    let person = text(&person, "/person/id");

    for (hidden, kind) in [(line, "engagement"), (person, "person")] {
        let mut answers = Vec::new();
        for id in [hidden, absent(kind)] {
            let input = if kind == "engagement" {
                json!({ "with": [{ "stakeholderId": met, "engagementId": id }] })
            } else {
                let there = json!({ "personId": id, "capacity": "MEMBER" });
                json!({ "with": [{ "stakeholderId": met }], "attendees": [there, there] })
            };
            let shown = "meeting { id }";
            let answer = saima.act("logMeeting", shown, input).await;
            answers.push(answer.data()["userErrors"].clone());
        }

        assert_ne!(answers[0], json!([]), "{kind}");
        assert_eq!(answers[0], answers[1], "{kind}");
    }
}
