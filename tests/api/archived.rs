//! What is archived: not changed and not built upon until it is restored.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{merged, text};
use crate::support::caller::Caller;

both! {
    what_is_archived_is_not_changed_until_it_is_restored
    who_may_not_change_a_record_is_not_told_that_it_is_archived
    nothing_new_hangs_on_what_is_archived
    a_member_is_not_assigned_to_while_her_person_is_archived
    a_task_does_not_come_out_of_a_decision_of_an_archived_meeting
    an_archived_programme_is_not_handed_on_by_a_line_of_work
    what_hangs_on_an_archived_meeting_comes_back_with_it_only
    what_left_by_itself_does_not_come_back_with_its_meeting
    what_goes_with_a_meeting_may_be_named_beside_it
}

async fn archive(caller: &Caller, id: &str) {
    let input = json!({ "ids": [id] });
    caller.act("archive", "results { id }", input).await.ok();
}

async fn restore(caller: &Caller, id: &str) {
    let input = json!({ "ids": [id] });
    caller.act("restore", "results { id }", input).await.ok();
}

async fn what_is_archived_is_not_changed_until_it_is_restored(app: Arc<App>) {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let (topic, person) = (app.topic("Cards").await, app.person("Gul Bibi").await);
    let meeting = desk.meets(&office, json!({})).await;
    let (open, done) = (
        desk.takes_on("Call", json!({})).await,
        desk.takes_on("Write", json!({})).await,
    );
    let ticked = json!({ "id": done });
    desk.act("completeFollowUp", "followUpAction { id }", ticked)
        .await
        .ok();
    let post = json!({ "personId": person, "stakeholderId": office, "title": { "en": "Clerk" } });
    let held = desk
        .act("addPost", "person { posts { id } }", post.clone())
        .await
        .ok();
    let held = text(&held, "/person/posts/0/id");
    let named = json!({ "name": { "en": "Anything" } });
    let left = json!({ "leftOn": "2025-01-01" });

    for (act, id, change) in [
        ("updateTopic", &topic, named.clone()),
        ("updatePerson", &person, named.clone()),
        ("updateStakeholder", &office, named),
        ("updateMember", &saima.member, left),
        ("updateMeeting", &meeting, json!({ "said": null })),
    ] {
        let version = desk.version(id).await;
        let input = merged(json!({ "id": id, "expectedVersion": version }), change);
        is_refused_until_restored(&desk, act, id, input).await;
    }
    for (act, id, input) in [
        ("completeFollowUp", &open, json!({ "id": open })),
        ("reopenFollowUp", &done, json!({ "id": done })),
        ("addPost", &person, post),
        (
            "endPost",
            &person,
            json!({ "personId": person, "postId": held }),
        ),
    ] {
        is_refused_until_restored(&desk, act, id, input).await;
    }
}

async fn is_refused_until_restored(desk: &Caller, act: &str, id: &str, mut input: Value) {
    archive(desk, id).await;
    if input["expectedVersion"].is_string() {
        input["expectedVersion"] = json!(desk.version(id).await);
    }
    let refused = desk.act(act, "__typename", input.clone()).await;
    assert_eq!(refused.user_errors(), ["INVALID_TRANSITION"], "{act}");
    let message = &refused.data()["userErrors"][0]["message"];
    assert!(
        message.as_str().unwrap().contains("restore it first"),
        "{act}: {message}"
    );

    restore(desk, id).await;
    if input["expectedVersion"].is_string() {
        input["expectedVersion"] = json!(desk.version(id).await);
    }
    desk.act(act, "__typename", input).await.ok();
}

async fn who_may_not_change_a_record_is_not_told_that_it_is_archived(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = desk.meets(&office, json!({})).await;
    archive(&desk, &meeting).await;

    let input = json!({ "id": meeting, "expectedVersion": "x", "said": null });
    let refused = saima.act("updateMeeting", "__typename", input).await;

    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
}

async fn nothing_new_hangs_on_what_is_archived(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (office, kept) = (
        app.office("ECP", "PEC").await,
        app.office("ECP", "ECP").await,
    );
    let (programme, topic) = (app.programme("PWL").await, app.topic("Cards").await);
    let line = app.engagement(&kept, "Cards", json!({})).await;
    let meeting = desk.meets(&kept, json!({})).await;
    for id in [&office, &programme, &topic, &line, &meeting, &saima.member] {
        archive(&desk, id).await;
    }
    let titled = json!({ "title": { "text": "Call" } });
    let with = json!({ "with": [{ "stakeholderId": kept }] });
    let below = json!({ "category": "ECP", "name": { "en": "Zhob" }, "parentId": office });
    let post =
        json!({ "personId": saima.person, "stakeholderId": office, "title": { "en": "Clerk" } });
    let of_office = json!({ "stakeholderId": office, "title": { "text": "Cards" } });
    let under = json!({
        "with": [{ "stakeholderId": kept, "engagementId": line }],
        "programmeIds": [programme], "topicIds": [topic],
        "attendees": [{ "memberId": saima.member }],
    });

    for (act, input, errors) in [
        ("createStakeholder", below, vec!["INVALID parentId"]),
        ("addPost", post, vec!["INVALID stakeholderId"]),
        ("openEngagement", of_office, vec!["INVALID stakeholderId"]),
        (
            "logMeeting",
            json!({ "with": [{ "stakeholderId": office }] }),
            vec!["INVALID with/0/stakeholderId"],
        ),
        (
            "logMeeting",
            under,
            vec![
                "INVALID attendees/0/memberId",
                "INVALID programmeIds/0",
                "INVALID topicIds/0",
                "INVALID with/0/engagementId",
            ],
        ),
        (
            "logMeeting",
            merged(
                with,
                json!({ "followUps": [merged(titled.clone(), json!({ "ownerId": saima.member }))] }),
            ),
            vec!["INVALID followUps/0/ownerId"],
        ),
        (
            "assignFollowUp",
            merged(titled.clone(), json!({ "meetingId": meeting })),
            vec!["INVALID meetingId"],
        ),
        (
            "assignFollowUp",
            merged(titled.clone(), json!({ "engagementId": line })),
            vec!["INVALID engagementId"],
        ),
        (
            "assignFollowUp",
            merged(titled, json!({ "helperIds": [saima.member] })),
            vec!["INVALID helperIds/0"],
        ),
    ] {
        let refused = desk.act(act, "__typename", input).await;
        let mut found = refused.user_errors();
        found.sort_unstable();
        assert_eq!(found, errors, "{act}");
    }
}

async fn a_member_is_not_assigned_to_while_her_person_is_archived(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    archive(&desk, &saima.person).await;

    let input = json!({ "title": { "text": "Call" }, "ownerId": saima.member });
    let refused = desk.act("assignFollowUp", "__typename", input).await;

    assert_eq!(refused.user_errors(), ["INVALID ownerId"]);
}

async fn a_task_does_not_come_out_of_a_decision_of_an_archived_meeting(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let decided = json!({ "decisions": [{ "text": { "text": "To go on" } }] });
    let logged = desk.logs(&office, "id decisions { id }", decided).await;
    let decision = text(&logged, "/meeting/decisions/0/id");
    archive(&desk, &text(&logged, "/meeting/id")).await;
    restore(&desk, &decision).await;

    let input = json!({ "title": { "text": "Call" }, "decisionId": decision });
    let refused = desk.act("assignFollowUp", "__typename", input).await;

    assert_eq!(refused.user_errors(), ["INVALID decisionId"]);
}

async fn an_archived_programme_is_not_handed_on_by_a_line_of_work(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (office, programme) = (app.office("ECP", "PEC").await, app.programme("PWL").await);
    let under = json!({ "programmeId": programme });
    let line = app.engagement(&office, "Cards", under).await;
    archive(&desk, &programme).await;

    let with = json!({ "with": [{ "stakeholderId": office, "engagementId": line }] });
    let logged = desk.logs(&office, "programmes { id }", with).await;

    assert_eq!(logged["meeting"]["programmes"], json!([]));
}

async fn what_hangs_on_an_archived_meeting_comes_back_with_it_only(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let decided = json!({ "decisions": [{ "kind": "RESOLVED", "text": { "text": "To meet" } }] });
    let meeting = desk.meets(&office, decided).await;
    let shown = desk
        .run("{ decisions { nodes { id } } }", json!({}))
        .await
        .ok();
    let decision = text(&shown, "/decisions/nodes/0/id");
    archive(&desk, &meeting).await;
    let input = json!({ "ids": [decision] });

    let alone = desk
        .act("restore", "results { userErrors { code } }", input)
        .await;
    restore(&desk, &meeting).await;
    let back = desk
        .run("{ decisions { nodes { id } } }", json!({}))
        .await
        .ok();

    let refused = &alone.data()["results"][0]["userErrors"][0]["code"];
    assert_eq!(refused, "INVALID_TRANSITION");
    assert_eq!(text(&back, "/decisions/nodes/0/id"), decision);
}

async fn what_left_by_itself_does_not_come_back_with_its_meeting(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let decided = json!({ "decisions": [
        { "kind": "RESOLVED", "text": { "text": "To meet" } },
        { "kind": "RESOLVED", "text": { "text": "To write" } },
    ] });
    let meeting = desk.meets(&office, decided).await;
    let query = "{ decisions { nodes { id } } }";
    let shown = desk.ask(query).await.ok();
    let mistaken = text(&shown, "/decisions/nodes/0/id");
    let meant = text(&shown, "/decisions/nodes/1/id");

    archive(&desk, &mistaken).await;
    archive(&desk, &meeting).await;
    restore(&desk, &meeting).await;
    let back = desk.ask(query).await.ok();
    restore(&desk, &mistaken).await;
    archive(&desk, &meeting).await;
    restore(&desk, &meeting).await;
    let both = desk.ask(query).await.ok();

    assert_eq!(back["decisions"]["nodes"], json!([{ "id": meant }]));
    assert_eq!(both["decisions"]["nodes"].as_array().map(Vec::len), Some(2));
}

async fn what_goes_with_a_meeting_may_be_named_beside_it(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let decided = json!({ "decisions": [{ "kind": "RESOLVED", "text": { "text": "To meet" } }] });
    let meeting = desk.meets(&office, decided).await;
    let shown = desk
        .run("{ decisions { nodes { id } } }", json!({}))
        .await
        .ok();
    let decision = text(&shown, "/decisions/nodes/0/id");

    for ids in [[&meeting, &decision], [&decision, &meeting]] {
        for act in ["archive", "restore"] {
            let shown = "results { id userErrors { code } } userErrors { code }";
            let done = desk.act(act, shown, json!({ "ids": ids })).await.ok();

            let answered = &done["results"];
            for (position, id) in ids.into_iter().enumerate() {
                assert_eq!(answered[position]["id"], Value::from(id.as_str()));
                assert_eq!(answered[position]["userErrors"], json!([]), "{act} {ids:?}");
            }
        }
    }
}
