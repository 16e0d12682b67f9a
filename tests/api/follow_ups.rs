//! Tasks: given, ticked, unticked, overdue.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, text, texts};

const WHOLE: &str =
    "followUpAction { id title { text } status owner { id } helpers { id } dueOn priority
    openedOn completedOn isOverdue audience stakeholders { id } meeting { id } engagement { id } }";
const LIST: &str = "query ($filter: FollowUpActionFilter, $order: FollowUpActionOrder) {
    followUpActions(filter: $filter, orderBy: $order) { nodes { title { text } } totalCount } }";

both! {
    a_task_with_nothing_but_a_title_is_ones_own
    a_task_out_of_a_line_of_work_or_a_meeting_is_about_its_office
    a_task_that_is_wrong_is_refused
    a_task_is_ticked_and_unticked
    a_task_is_not_done_tomorrow
    a_task_is_not_done_before_it_was_opened
    a_task_of_a_meeting_by_a_fast_clock_can_be_done_today
    only_those_of_a_task_tick_it
    due_today_is_not_overdue_and_tomorrow_it_is
    tasks_come_by_day_and_those_without_one_last
    filters_narrow_the_list_of_tasks
}

async fn a_task_with_nothing_but_a_title_is_ones_own(app: Arc<App>) {
    let saima = app.member("Saima").await;

    let made = saima
        .act(
            "assignFollowUp",
            WHOLE,
            json!({ "title": { "text": "Call NADRA" } }),
        )
        .await
        .ok();

    let task = &made["followUpAction"];
    assert_eq!(task["owner"]["id"], saima.person);
    assert_eq!(task["status"], "OPEN");
    assert_eq!(task["priority"], "NORMAL");
    assert_eq!(task["openedOn"], "2026-01-15");
    assert_eq!(task["audience"], "CAUCUS");
    for field in ["dueOn", "completedOn", "meeting", "engagement"] {
        assert_eq!(task[field], Value::Null, "{field}");
    }
    assert_eq!(task["isOverdue"], false);
}

async fn a_task_out_of_a_line_of_work_or_a_meeting_is_about_its_office(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("NADRA", "NADRA").await;
    let line = app.engagement(&office, "Cards", json!({})).await;
    let meeting = saima.meets(&office, json!({})).await;

    for (field, id) in [("engagementId", &line), ("meetingId", &meeting)] {
        let input = json!({
            "title": { "text": "Call" }, "ownerId": rubina.member, "helperIds": [saima.member, saima.person],
            "dueOn": "2026-02-01", "priority": "LOW", field: id,
        });
        let made = saima.act("assignFollowUp", WHOLE, input).await.ok();

        let task = &made["followUpAction"];
        assert_eq!(task["owner"]["id"], rubina.person);
        assert_eq!(
            task["helpers"],
            json!([{ "id": saima.person }]),
            "each helper once"
        );
        assert_eq!(task["stakeholders"], json!([{ "id": office }]), "{field}");
        assert_eq!(task["dueOn"], "2026-02-01");
        assert_eq!(task["priority"], "LOW");
    }
}

async fn a_task_that_is_wrong_is_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let input = json!({
        "title": { "text": " " }, "dueOn": "2200-01-02", "ownerId": made("meeting", 1),
        "helperIds": [absent("person")], "meetingId": absent("meeting"), "engagementId": absent("engagement"),
    });

    let refused = saima.act("assignFollowUp", WHOLE, input).await;

    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "INVALID",
            "INVALID_ID ownerId",
            "NOT_FOUND engagementId",
            "NOT_FOUND helperIds/0",
            "NOT_FOUND meetingId",
            "OUT_OF_RANGE dueOn",
            "REQUIRED title/text",
        ]
    );
}

async fn a_task_is_ticked_and_unticked(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let task = saima
        .takes_on("Call NADRA", json!({ "dueOn": "2026-01-10" }))
        .await;

    app.set_time("2026-01-17T07:00:00Z");
    let done = saima
        .act(
            "completeFollowUp",
            WHOLE,
            json!({ "id": task, "on": "2026-01-16" }),
        )
        .await
        .ok();
    let twice = saima
        .act("completeFollowUp", WHOLE, json!({ "id": task }))
        .await;
    let open = saima
        .act("reopenFollowUp", WHOLE, json!({ "id": task }))
        .await
        .ok();
    let again = saima
        .act("reopenFollowUp", WHOLE, json!({ "id": task }))
        .await;

    assert_eq!(done["followUpAction"]["status"], "DONE");
    assert_eq!(done["followUpAction"]["completedOn"], "2026-01-16");
    assert_eq!(done["followUpAction"]["isOverdue"], false);
    assert_eq!(twice.user_errors(), ["INVALID_TRANSITION"]);
    assert_eq!(open["followUpAction"]["status"], "OPEN");
    assert_eq!(open["followUpAction"]["completedOn"], Value::Null);
    assert_eq!(open["followUpAction"]["isOverdue"], true);
    assert_eq!(again.user_errors(), ["INVALID_TRANSITION"]);
}

async fn a_task_is_not_done_tomorrow(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let task = saima.takes_on("Call NADRA", json!({})).await;

    for day in ["2026-01-16", "1899-12-31"] {
        let refused = saima
            .act("completeFollowUp", WHOLE, json!({ "id": task, "on": day }))
            .await;
        assert_eq!(refused.user_errors(), ["OUT_OF_RANGE on"], "{day}");
    }
}

async fn a_task_is_not_done_before_it_was_opened(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let task = saima.takes_on("Call NADRA", json!({})).await;
    let office = app.office("ECP", "PEC").await;
    let meeting = json!({
        "when": { "days": { "from": "2026-01-10" } }, "followUps": [{ "title": { "text": "Call" } }],
    });
    let logged = saima.logs(&office, "followUps { id }", meeting).await;
    let of_meeting = text(&logged, "/meeting/followUps/0/id");
    let done_on = async |task: &str, day: &str| {
        let input = json!({ "id": task, "on": day });
        saima.act("completeFollowUp", WHOLE, input).await
    };

    let before = done_on(&task, "2026-01-14").await;
    let before_meeting = done_on(&of_meeting, "2026-01-09").await;
    let on_its_day = done_on(&task, "2026-01-15").await;
    let of_meeting_on_its_day = done_on(&of_meeting, "2026-01-10").await;

    assert_eq!(before.user_errors(), ["OUT_OF_RANGE on"]);
    let message = before.data()["userErrors"][0]["message"].as_str().unwrap();
    assert!(
        message.contains("2026-01-14") && message.contains("2026-01-15"),
        "{message}"
    );
    assert_eq!(before_meeting.user_errors(), ["OUT_OF_RANGE on"]);
    on_its_day.ok();
    of_meeting_on_its_day.ok();
}

async fn a_task_of_a_meeting_by_a_fast_clock_can_be_done_today(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    app.set_time("2026-01-15T18:55:00Z");
    let meeting = json!({
        "when": { "instant": { "at": "2026-01-15T19:05:00Z" } },
        "followUps": [{ "title": { "text": "Call" } }],
    });
    let logged = saima
        .logs(
            &office,
            "time { firstDay } followUps { id openedOn }",
            meeting,
        )
        .await;

    let task = text(&logged, "/meeting/followUps/0/id");
    let done = saima
        .act("completeFollowUp", WHOLE, json!({ "id": task }))
        .await
        .ok();

    assert_eq!(logged["meeting"]["time"]["firstDay"], "2026-01-16");
    assert_eq!(logged["meeting"]["followUps"][0]["openedOn"], "2026-01-15");
    assert_eq!(done["followUpAction"]["completedOn"], "2026-01-15");
}

async fn only_those_of_a_task_tick_it(app: Arc<App>) {
    let (saima, rubina, shahida) = (
        app.member("Saima").await,
        app.member("Rubina").await,
        app.member("Shahida").await,
    );
    let task = saima
        .takes_on(
            "Call",
            json!({ "ownerId": rubina.member, "helperIds": [shahida.member] }),
        )
        .await;
    let stranger = app.member("Stranger").await;
    let id = json!({ "id": task });

    let refused = stranger.act("completeFollowUp", WHOLE, id.clone()).await;
    for caller in [&saima, &rubina, &shahida] {
        caller.act("completeFollowUp", WHOLE, id.clone()).await.ok();
        caller.act("reopenFollowUp", WHOLE, id.clone()).await.ok();
    }

    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
}

async fn due_today_is_not_overdue_and_tomorrow_it_is(app: Arc<App>) {
    let saima = app.member("Saima").await;
    saima
        .takes_on("Today", json!({ "dueOn": "2026-01-15" }))
        .await;
    saima.takes_on("Some day", json!({})).await;
    let overdue = json!({ "filter": { "isOverdue": true } });
    let today = saima.run(LIST, overdue.clone()).await.ok();

    // Half past twelve at night in Quetta, still the day before in UTC.
    app.set_time("2026-01-15T19:30:00Z");
    let tomorrow = saima.run(LIST, overdue).await.ok();
    let others = saima
        .run(LIST, json!({ "filter": { "isOverdue": false } }))
        .await
        .ok();

    assert_eq!(today["followUpActions"]["nodes"], json!([]));
    assert_eq!(
        texts(&tomorrow["followUpActions"]["nodes"], "/title/text"),
        ["Today"]
    );
    assert_eq!(
        texts(&others["followUpActions"]["nodes"], "/title/text"),
        ["Some day"]
    );
}

async fn tasks_come_by_day_and_those_without_one_last(app: Arc<App>) {
    let saima = app.member("Saima").await;
    for (title, day) in [
        ("c", json!("2026-03-01")),
        ("none", Value::Null),
        ("a", json!("2025-01-01")),
        ("b", json!("2026-01-15")),
    ] {
        saima.takes_on(title, json!({ "dueOn": day })).await;
    }
    let order = |direction: &str| json!({ "order": { "field": "DUE_ON", "direction": direction } });

    let usual = saima.run(LIST, json!({})).await.ok();
    let ascending = saima.run(LIST, order("ASC")).await.ok();

    assert_eq!(
        texts(&ascending["followUpActions"]["nodes"], "/title/text"),
        ["a", "b", "c", "none"]
    );
    assert_eq!(usual, ascending);
}

async fn filters_narrow_the_list_of_tasks(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (nadra, pec) = (
        app.office("NADRA", "NADRA").await,
        app.office("ECP", "PEC").await,
    );
    let line = app.engagement(&nadra, "Cards", json!({})).await;
    let meeting = saima
        .meets(
            &pec,
            json!({ "followUps": [{ "title": { "text": "of the meeting" } }] }),
        )
        .await;
    saima
        .takes_on(
            "of the line",
            json!({ "engagementId": line, "ownerId": rubina.member }),
        )
        .await;
    let done = saima
        .takes_on("done", json!({ "dueOn": "2026-01-01" }))
        .await;
    saima
        .act(
            "completeFollowUp",
            "followUpAction { id }",
            json!({ "id": done }),
        )
        .await
        .ok();

    for (filter, titles) in [
        (json!({ "mine": true }), vec!["done", "of the meeting"]),
        (json!({ "mine": true, "ownerIds": [rubina.person] }), vec![]),
        (json!({ "ownerIds": [rubina.person] }), vec!["of the line"]),
        (json!({ "stakeholderIds": [nadra] }), vec!["of the line"]),
        (json!({ "stakeholderIds": [pec] }), vec!["of the meeting"]),
        (json!({ "meetingIds": [meeting] }), vec!["of the meeting"]),
        (json!({ "engagementIds": [line] }), vec!["of the line"]),
        (json!({ "statuses": ["DONE"] }), vec!["done"]),
        (json!({ "statuses": [] }), vec![]),
        (json!({ "completedIn": {} }), vec!["done"]),
        (
            json!({ "completedIn": { "from": "2026-01-15", "to": "2026-01-15" } }),
            vec!["done"],
        ),
        (json!({ "completedIn": { "from": "2026-01-16" } }), vec![]),
        (json!({ "completedIn": { "to": "2026-01-14" } }), vec![]),
        (json!({ "isOverdue": true }), vec![]),
    ] {
        let found = saima.run(LIST, json!({ "filter": filter })).await.ok();
        let mut found = texts(&found["followUpActions"]["nodes"], "/title/text");
        found.sort_unstable();
        assert_eq!(found, titles, "{filter}");
    }
}
