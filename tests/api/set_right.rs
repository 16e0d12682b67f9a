//! Tasks, decisions and commitments that were given wrong and are set right.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::answer::Answer;
use crate::support::build::{absent, merged, text, texts, v7};
use crate::support::caller::Caller;

const TASK: &str = "followUpAction { id title { text translation { text isStale } } owner { id }
    helpers { id } dueOn priority status version }";
const DECISION: &str = "decision { id text { text } kind manner version }";
const COMMITMENT: &str = "commitment { id text { text } direction dueOn version }";

both! {
    all_of_a_task_is_set_right_and_what_is_not_sent_stays
    a_task_without_a_day_comes_last_and_with_one_in_its_place
    who_gave_or_owns_a_task_sets_it_right_and_who_helps_does_not
    a_task_of_another_looks_the_same_as_none
    who_no_longer_owns_a_closed_task_sees_it_no_more
    a_helper_whom_she_does_not_see_stays
    a_helper_whom_she_sees_as_a_member_alone_stays_and_blocks_nothing
    whom_a_task_names_may_stay_when_they_are_archived
    who_gives_away_a_closed_task_is_answered_without_it
    what_is_wrong_with_a_task_is_named_by_its_place
    a_decision_and_a_commitment_are_set_right
    a_decision_that_was_forgotten_is_added
    what_a_member_adds_to_an_open_meeting_is_not_for_partners
    who_was_at_the_meeting_sets_right_what_came_of_it
    what_came_of_a_closed_meeting_looks_the_same_as_nothing
    an_older_version_is_not_written_over
    the_same_request_sets_right_once
    what_is_archived_is_not_set_right
    who_recorded_what_came_of_a_meeting_is_named_to_the_caucus_alone
}

/// Sends changes from the version that she sees.
async fn set_right(caller: &Caller, act: &str, shown: &str, id: &str, changes: Value) -> Answer {
    let version = caller.version(id).await;
    let input = json!({ "id": id, "expectedVersion": version });
    caller.act(act, shown, merged(input, changes)).await
}

async fn task(caller: &Caller, id: &str, changes: Value) -> Answer {
    set_right(caller, "updateFollowUp", TASK, id, changes).await
}

/// A meeting of hers with a decision and a commitment, and their ids.
async fn outcome(app: &App, caller: &Caller, more: Value) -> (String, String, String) {
    let office = app.office("ECP", "PEC").await;
    let came = json!({
        "decisions": [{ "text": { "text": "The plan is aproved" }, "kind": "RESOLVED", "manner": "CONSENSUS" }],
        "commitments": [{ "text": { "text": "A room" }, "direction": "ASKED_BY_CAUCUS", "dueOn": "2026-02-01" }],
    });
    let shown = "id decisions { id } commitments { id }";
    let logged = caller.logs(&office, shown, merged(came, more)).await;
    (
        text(&logged, "/meeting/id"),
        text(&logged, "/meeting/decisions/0/id"),
        text(&logged, "/meeting/commitments/0/id"),
    )
}

async fn all_of_a_task_is_set_right_and_what_is_not_sent_stays(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let zarin = app.member("Zarin").await;
    let given = json!({
        "title": { "text": "Cal NADRA", "translation": "نادرا کو فون" }, "dueOn": "2026-02-01",
        "helperIds": [rubina.member],
    });
    let id = saima.takes_on("", given).await;

    let one = task(&saima, &id, json!({ "title": { "text": "Call NADRA" } })).await;
    let one = one.ok()["followUpAction"].clone();
    let all = json!({
        "ownerId": rubina.member, "helperIds": [zarin.person, saima.member], "dueOn": null,
        "priority": "HIGH",
    });
    let all = task(&saima, &id, all).await.ok()["followUpAction"].clone();

    let kept = json!({ "text": "نادرا کو فون", "isStale": true });
    let title = json!({ "text": "Call NADRA", "translation": kept });
    assert_eq!(one["title"], title);
    assert_eq!(one["owner"]["id"], saima.person);
    assert_eq!(one["helpers"], json!([{ "id": rubina.person }]));
    assert_eq!(one["dueOn"], "2026-02-01");
    assert_eq!(one["priority"], "NORMAL");
    assert_eq!(all["title"], title);
    assert_eq!(all["owner"]["id"], rubina.person);
    let mut helpers = [saima.person.clone(), zarin.person.clone()];
    helpers.sort_unstable();
    assert_eq!(all["helpers"], json!(helpers.map(|id| json!({ "id": id }))));
    assert_eq!(all["dueOn"], Value::Null);
    assert_eq!(all["priority"], "HIGH");
    assert_ne!(one["version"], all["version"]);
}

async fn a_task_without_a_day_comes_last_and_with_one_in_its_place(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let first = saima
        .takes_on("First", json!({ "dueOn": "2026-02-01" }))
        .await;
    let second = saima
        .takes_on("Second", json!({ "dueOn": "2026-02-02" }))
        .await;
    let third = saima.takes_on("Third", json!({})).await;

    task(&saima, &first, json!({ "dueOn": null })).await.ok();
    task(&saima, &third, json!({ "dueOn": "2026-02-03" }))
        .await
        .ok();

    let list = "{ followUpActions(orderBy: { field: DUE_ON }) { nodes { id } } }";
    let found = saima.ask(list).await.ok();
    let in_order = json!([{ "id": second }, { "id": third }, { "id": first }]);
    assert_eq!(found["followUpActions"]["nodes"], in_order);
}

async fn who_gave_or_owns_a_task_sets_it_right_and_who_helps_does_not(app: Arc<App>) {
    let (giver, owner) = (app.member("Saima").await, app.member("Rubina").await);
    let (helper, other) = (app.member("Zarin").await, app.member("Shahida").await);
    let (desk, admin) = (app.coordinator().await, app.admin().await);
    let partner = app.partner(&[], &["ECP"]).await;
    let call = json!({ "ownerId": owner.member, "helperIds": [helper.member] });
    let id = giver.takes_on("Call", call).await;

    for (at, caller) in (1..).zip([&giver, &owner, &desk]) {
        let day = format!("2026-02-0{at}");
        let right = task(caller, &id, json!({ "dueOn": day })).await.ok();
        assert_eq!(right["followUpAction"]["dueOn"], day.as_str());
    }
    for caller in [&helper, &other, &admin] {
        let refused = task(caller, &id, json!({ "dueOn": "2026-03-01" })).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"], "{}", caller.email);
    }
    let input = json!({ "id": id, "expectedVersion": "x", "dueOn": "2026-03-01" });
    let refused = partner.act("updateFollowUp", TASK, input).await;
    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
}

async fn a_task_of_another_looks_the_same_as_none(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let closed = saima
        .takes_on("Call", json!({ "audience": "PRESENT" }))
        .await;
    let mut answers = Vec::new();

    for id in [closed, absent("follow_up_action")] {
        let input = json!({ "id": id, "expectedVersion": "x", "priority": "HIGH" });
        let refused = rubina.act("updateFollowUp", TASK, input).await;
        assert_eq!(refused.user_errors(), ["NOT_FOUND id"]);
        answers.push(refused.body);
    }

    assert_eq!(answers[0], answers[1]);
}

async fn who_no_longer_owns_a_closed_task_sees_it_no_more(app: Arc<App>) {
    let (giver, owner) = (app.member("Saima").await, app.member("Rubina").await);
    let next = app.member("Zarin").await;
    let call = json!({ "audience": "PRESENT", "ownerId": owner.member });
    let id = giver.takes_on("Call", call).await;
    assert!(owner.finds(&id).await && !next.finds(&id).await);

    task(&giver, &id, json!({ "ownerId": next.member }))
        .await
        .ok();

    assert!(next.finds(&id).await && giver.finds(&id).await);
    assert!(!owner.finds(&id).await);
}

async fn a_helper_whom_she_does_not_see_stays(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let rubina = app.member("Rubina").await;
    let input = json!({ "name": { "en": "Quiet" }, "audience": "PRESENT" });
    let hidden = desk.act("createPerson", "person { id }", input).await.ok();
    let hidden = text(&hidden, "/person/id");
    let given = json!({ "ownerId": saima.member, "helperIds": [hidden, rubina.member] });
    let id = desk.takes_on("Call", given).await;

    let seen = task(&saima, &id, json!({ "helperIds": [] })).await.ok();

    assert_eq!(seen["followUpAction"]["helpers"], json!([]));
    let query = "query ($id: ID!) { node(id: $id) { ... on FollowUpAction { helpers { id } } } }";
    let found = desk.run(query, json!({ "id": id })).await.ok();
    assert_eq!(found["node"]["helpers"], json!([{ "id": hidden }]));
}

async fn a_helper_whom_she_sees_as_a_member_alone_stays_and_blocks_nothing(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (rubina, nasreen) = (app.member("Rubina").await, app.member("Nasreen").await);
    let closed = json!({ "audience": "PRESENT" });
    set_right(
        &desk,
        "updatePerson",
        "person { id }",
        &nasreen.person,
        closed,
    )
    .await
    .ok();
    let given = json!({ "ownerId": saima.member, "helperIds": [nasreen.member, rubina.member] });
    let id = desk.takes_on("Call", given).await;
    let helpers = async || {
        let query =
            "query ($id: ID!) { node(id: $id) { ... on FollowUpAction { helpers { id } } } }";
        let found = desk.run(query, json!({ "id": id })).await.ok();
        texts(&found["node"]["helpers"], "/id")
    };
    let both = helpers().await;
    let archived = json!({ "ids": [nasreen.member] });
    desk.act("archive", "results { id }", archived).await.ok();

    let as_shown = json!({ "helperIds": [rubina.person], "priority": "HIGH" });
    let as_shown = task(&saima, &id, as_shown).await.ok();
    let after_as_shown = helpers().await;
    let by_name = json!({ "helperIds": [nasreen.member], "priority": "LOW" });
    task(&saima, &id, by_name).await.ok();

    let shown = &as_shown["followUpAction"]["helpers"];
    assert_eq!(shown, &json!([{ "id": rubina.person }]));
    assert_eq!(both.len(), 2);
    assert_eq!(after_as_shown, both);
    assert_eq!(helpers().await, [nasreen.person]);
}

async fn whom_a_task_names_may_stay_when_they_are_archived(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (rubina, gul) = (app.member("Rubina").await, app.person("Gul Bibi").await);
    let given = json!({ "ownerId": rubina.member, "helperIds": [gul, saima.member] });
    let id = saima.takes_on("Call", given).await;
    let other = saima.takes_on("Write", json!({})).await;
    let archived = json!({ "ids": [gul, rubina.person] });
    desk.act("archive", "results { id }", archived).await.ok();

    let as_it_was =
        json!({ "ownerId": rubina.person, "helperIds": [gul, saima.person], "priority": "HIGH" });
    let kept = task(&saima, &id, as_it_was).await.ok();
    let as_a_member = json!({ "ownerId": rubina.member, "helperIds": [gul], "priority": "LOW" });
    task(&saima, &id, as_a_member).await.ok();
    let anew = json!({ "ownerId": rubina.member, "helperIds": [gul] });
    let anew = task(&saima, &other, anew).await;

    assert_eq!(kept["followUpAction"]["owner"]["id"], rubina.person);
    let helpers = kept["followUpAction"]["helpers"].as_array();
    assert_eq!(helpers.map(Vec::len), Some(2));
    let mut errors = anew.user_errors();
    errors.sort_unstable();
    assert_eq!(errors, ["INVALID helperIds/0", "INVALID ownerId"]);
}

async fn who_gives_away_a_closed_task_is_answered_without_it(app: Arc<App>) {
    let (giver, owner) = (app.member("Saima").await, app.member("Rubina").await);
    let next = app.member("Zarin").await;
    let call = json!({ "audience": "PRESENT", "ownerId": owner.member });
    let id = giver.takes_on("Call", call).await;

    let away = task(&owner, &id, json!({ "ownerId": next.member })).await;

    assert_eq!(away.ok()["followUpAction"], Value::Null);
    assert!(next.finds(&id).await);
}

async fn what_is_wrong_with_a_task_is_named_by_its_place(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let id = saima.takes_on("Call", json!({})).await;
    let before = app.rows().await;

    let wrong = json!({
        "title": { "text": " " }, "dueOn": "2200-01-02", "ownerId": absent("person"),
        "helperIds": [saima.person, absent("meeting")],
    });
    let refused = task(&saima, &id, wrong).await;

    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "INVALID_ID helperIds/1",
            "NOT_FOUND ownerId",
            "OUT_OF_RANGE dueOn",
            "REQUIRED title/text",
        ]
    );
    assert_eq!(app.rows().await, before);
}

async fn a_decision_and_a_commitment_are_set_right(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (_, decision, commitment) = outcome(&app, &saima, json!({})).await;
    let decide = async |changes: Value| {
        let right = set_right(&saima, "updateDecision", DECISION, &decision, changes).await;
        right.ok()["decision"].clone()
    };
    let promise = async |changes: Value| {
        let right = set_right(&saima, "updateCommitment", COMMITMENT, &commitment, changes).await;
        right.ok()["commitment"].clone()
    };

    let words = json!({ "text": { "text": "The plan is approved" } });
    let (decided, promised) = (decide(words).await, promise(json!({ "dueOn": null })).await);
    let kind = decide(json!({ "kind": "APPROVAL", "manner": null })).await;
    let words = json!({ "text": { "text": "Two rooms" }, "direction": "MADE_TO_CAUCUS" });
    let direction = promise(words).await;

    assert_eq!(decided["text"]["text"], "The plan is approved");
    assert_eq!(
        (&decided["kind"], &decided["manner"]),
        (&json!("RESOLVED"), &json!("CONSENSUS"))
    );
    assert_eq!(kind["text"]["text"], "The plan is approved");
    assert_eq!(
        (&kind["kind"], &kind["manner"]),
        (&json!("APPROVAL"), &Value::Null)
    );
    assert_eq!(promised["dueOn"], Value::Null);
    assert_eq!(promised["text"]["text"], "A room");
    assert_eq!(direction["text"]["text"], "Two rooms");
    assert_eq!(direction["direction"], "MADE_TO_CAUCUS");
    let day = set_right(
        &saima,
        "updateCommitment",
        COMMITMENT,
        &commitment,
        json!({
            "text": { "text": "" }, "dueOn": "1899-12-31",
        }),
    );
    let mut errors = day.await.user_errors();
    errors.sort_unstable();
    assert_eq!(errors, ["OUT_OF_RANGE dueOn", "REQUIRED text/text"]);
}

async fn who_was_at_the_meeting_sets_right_what_came_of_it(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (other, desk) = (app.member("Zarin").await, app.coordinator().await);
    let there = json!([{ "memberId": saima.member }, { "memberId": rubina.member }]);
    let (_, decision, commitment) = outcome(&app, &saima, json!({ "attendees": there })).await;

    for (act, shown, id) in [
        ("updateDecision", DECISION, &decision),
        ("updateCommitment", COMMITMENT, &commitment),
    ] {
        for (words, caller) in [("by her", &rubina), ("by the desk", &desk)] {
            let changes = json!({ "text": { "text": words } });
            set_right(caller, act, shown, id, changes).await.ok();
        }
        let changes = json!({ "text": { "text": "by another" } });
        let refused = set_right(&other, act, shown, id, changes).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"], "{act}");
    }
}

async fn what_came_of_a_closed_meeting_looks_the_same_as_nothing(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let partner = app.partner(&[], &["ECP"]).await;
    let closed = json!({ "audience": "PRESENT" });
    let (_, decision, commitment) = outcome(&app, &saima, closed).await;

    for (act, shown, id, none) in [
        ("updateDecision", DECISION, decision, absent("decision")),
        (
            "updateCommitment",
            COMMITMENT,
            commitment,
            absent("commitment"),
        ),
    ] {
        for (caller, code) in [(&rubina, "NOT_FOUND id"), (&partner, "FORBIDDEN")] {
            let ask = async |id: &str| {
                let input = json!({ "id": id, "expectedVersion": "x", "text": { "text": "x" } });
                caller.act(act, shown, input).await
            };
            let (hidden, absent) = (ask(&id).await, ask(&none).await);
            assert_eq!(hidden.user_errors(), [code], "{act}");
            assert_eq!(hidden.body, absent.body, "{act}");
        }
    }
}

async fn an_older_version_is_not_written_over(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (_, decision, commitment) = outcome(&app, &saima, json!({})).await;
    let task = saima.takes_on("Call", json!({})).await;

    for (act, shown, id, field) in [
        ("updateFollowUp", TASK, &task, "title"),
        ("updateDecision", DECISION, &decision, "text"),
        ("updateCommitment", COMMITMENT, &commitment, "text"),
    ] {
        let seen = saima.version(id).await;
        let changes = json!({ field: { "text": "the first" } });
        set_right(&saima, act, shown, id, changes).await.ok();
        let input = json!({ "id": id, "expectedVersion": seen, field: { "text": "the second" } });
        let stale = saima.act(act, shown, input).await;
        assert_eq!(stale.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
        let record = stale.data().as_object().unwrap().values();
        let now: Vec<_> = record
            .filter_map(|record| record.pointer(&format!("/{field}/text")))
            .collect();
        assert_eq!(now, [&json!("the first")], "{act}: {}", stale.body);
    }
}

async fn the_same_request_sets_right_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (_, decision, commitment) = outcome(&app, &saima, json!({})).await;
    let task = saima.takes_on("Call", json!({})).await;

    for (number, act, shown, id, field) in [
        (1, "updateFollowUp", TASK, &task, "title"),
        (2, "updateDecision", DECISION, &decision, "text"),
        (3, "updateCommitment", COMMITMENT, &commitment, "text"),
    ] {
        let input = json!({
            "requestId": v7(number), "id": id, "expectedVersion": saima.version(id).await,
            field: { "text": "set right" },
        });
        let first = saima.act(act, shown, input.clone()).await.ok();
        let before = app.rows().await;
        let again = saima.act(act, shown, input.clone()).await.ok();
        let other = merged(input, json!({ field: { "text": "something else" } }));
        let other = saima.act(act, shown, other).await;

        assert_eq!(first, again);
        assert_eq!(other.user_errors(), ["ID_CONFLICT"]);
        assert_eq!(app.rows().await, before);
    }
}

async fn what_is_archived_is_not_set_right(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (meeting, decision, commitment) = outcome(&app, &saima, json!({})).await;
    let task = saima.takes_on("Call", json!({})).await;
    let archived = json!({ "ids": [meeting, task] });
    saima.act("archive", "results { id }", archived).await.ok();

    for (act, shown, id) in [
        ("updateFollowUp", TASK, &task),
        ("updateDecision", DECISION, &decision),
        ("updateCommitment", COMMITMENT, &commitment),
    ] {
        let refused = set_right(&saima, act, shown, id, json!({})).await;
        assert_eq!(refused.user_errors(), ["INVALID_TRANSITION"], "{act}");
    }
}

async fn who_recorded_what_came_of_a_meeting_is_named_to_the_caucus_alone(app: Arc<App>) {
    let (saima, desk) = (app.member("Saima").await, app.coordinator().await);
    let partner = app.partner(&[], &["ECP"]).await;
    let task = json!([{ "title": { "text": "Call" }, "ownerId": saima.member }]);
    let open = json!({ "audience": "PARTNERS", "followUps": task });
    let (meeting, ..) = outcome(&app, &desk, open).await;
    let query = "query ($id: ID!) { meeting(id: $id) { decisions { recordedBy { id } }
        commitments { recordedBy { id } } followUps { recordedBy { id } } } }";

    for (caller, who) in [
        (&saima, json!({ "id": desk.person })),
        (&partner, Value::Null),
    ] {
        let found = caller.run(query, json!({ "id": meeting })).await.ok();
        for list in ["decisions", "commitments", "followUps"] {
            let rows = &found["meeting"][list];
            assert_eq!(rows, &json!([{ "recordedBy": who }]), "{list}");
        }
    }
}

async fn a_decision_that_was_forgotten_is_added(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let closed = json!({ "audience": "PRESENT" });
    let (meeting, ..) = outcome(&app, &saima, closed).await;
    let input = json!({
        "id": format!("decision_{}", v7(3)), "meetingId": meeting,
        "text": { "text": "To meet in March" }, "manner": "UNANIMOUS",
    });
    let query = "query ($id: ID!) { meeting(id: $id) { decisions { id audience } } }";

    let made = saima.act("recordDecision", DECISION, input.clone()).await;
    let again = saima.act("recordDecision", DECISION, input.clone()).await;
    let unseen = rubina.act("recordDecision", DECISION, input).await;
    let none = json!({ "meetingId": absent("meeting"), "text": { "text": "x" } });
    let none = rubina.act("recordDecision", DECISION, none).await;
    let blank =
        json!({ "meetingId": text(&made.body, "/data/decision/id"), "text": { "text": " " } });
    let blank = saima.act("recordDecision", DECISION, blank).await;

    let made = made.ok();
    assert_eq!(made["decision"]["kind"], "RESOLVED");
    assert_eq!(made["decision"]["manner"], "UNANIMOUS");
    assert_eq!(again.ok(), made);
    let listed = saima.run(query, json!({ "id": meeting })).await.ok();
    let listed = listed["meeting"]["decisions"].as_array().unwrap();
    assert_eq!(listed.len(), 2);
    assert!(listed.iter().all(|one| one["audience"] == "PRESENT"));
    assert_eq!(unseen.user_errors(), ["NOT_FOUND meetingId"]);
    assert_eq!(none.user_errors(), ["NOT_FOUND meetingId"]);
    let mut errors = blank.user_errors();
    errors.sort_unstable();
    assert_eq!(errors, ["INVALID_ID meetingId", "REQUIRED text/text"]);
}

async fn what_a_member_adds_to_an_open_meeting_is_not_for_partners(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let greta = app.partner(&[], &["ECP"]).await;
    let open = json!({ "audience": "PARTNERS", "attendees": [{ "memberId": saima.member }] });
    let (meeting, ..) = outcome(&app, &desk, open).await;
    let add = |caller: &Caller, words: &str| {
        let input = json!({ "meetingId": meeting, "text": { "text": words } });
        let caller = caller.clone();
        async move {
            caller
                .act("recordDecision", "decision { audience }", input)
                .await
        }
    };

    let hers = add(&saima, "To meet in March").await.ok();
    let of_desk = add(&desk, "To meet in April").await.ok();
    let of_partner = add(&greta, " ").await;

    assert_eq!(hers["decision"]["audience"], "CAUCUS");
    assert_eq!(of_desk["decision"]["audience"], "PARTNERS");
    assert_eq!(of_partner.user_errors(), ["FORBIDDEN"]);
    let query = "{ decisions { nodes { text { text } } } }";
    let seen = greta.ask(query).await.ok();
    let mut seen = texts(&seen["decisions"]["nodes"], "/text/text");
    seen.sort_unstable();
    assert_eq!(seen, ["The plan is aproved", "To meet in April"]);
}
