//! Lines of work with an office.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, texts};

const WHOLE: &str = "engagement { id title { text } purpose { text } stage openedOn concludedOn
    audience wordsAudience stakeholder { id } lead { id } members { id } topics { id } programme { id }
    lastMeeting { id } openTasks }";

both! {
    a_line_of_work_reads_back_as_it_was_opened
    its_last_meeting_and_open_tasks_are_those_that_one_sees
    a_line_of_work_that_is_wrong_is_refused
    its_words_are_never_for_more_than_its_facts
    filters_narrow_the_list_of_lines_of_work
}

async fn a_line_of_work_reads_back_as_it_was_opened(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (office, topic) = (app.office("NADRA", "NADRA").await, app.topic("Cards").await);
    let programme = app.programme("PWL").await;
    let input = json!({
        "stakeholderId": office, "title": { "text": "Women's cards" }, "purpose": { "text": "Mobile vans" },
        "stage": "PLANNED", "leadId": saima.member, "memberIds": [rubina.member], "topicIds": [topic],
        "programmeId": programme, "openedOn": "2025-09-01",
    });

    let opened = desk.act("openEngagement", WHOLE, input).await.ok();

    let line = &opened["engagement"];
    assert_eq!(line["stakeholder"]["id"], office);
    assert_eq!(line["title"]["text"], "Women's cards");
    assert_eq!(line["purpose"]["text"], "Mobile vans");
    assert_eq!(line["stage"], "PLANNED");
    assert_eq!(line["lead"]["id"], saima.member);
    assert_eq!(texts(&line["members"], "/id"), [rubina.member]);
    assert_eq!(texts(&line["topics"], "/id"), [topic]);
    assert_eq!(line["programme"]["id"], programme);
    assert_eq!(line["openedOn"], "2025-09-01");
    assert_eq!(line["concludedOn"], Value::Null);
    assert_eq!(line["lastMeeting"], Value::Null);
    assert_eq!(line["openTasks"], 0);
}

async fn its_last_meeting_and_open_tasks_are_those_that_one_sees(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("NADRA", "NADRA").await;
    let line = app.engagement(&office, "Cards", json!({})).await;
    let with = json!([{ "stakeholderId": office, "engagementId": line }]);
    let early = saima
        .meets(
            &office,
            json!({ "with": with, "when": { "days": { "from": "2025-06-03" } } }),
        )
        .await;
    let late = saima.meets(&office, json!({
        "with": with, "audience": "PRESENT", "followUps": [{ "title": { "text": "Quiet" } }],
    })).await;
    saima
        .takes_on("Open", json!({ "engagementId": line }))
        .await;
    let query = "query ($id: ID!) { engagement(id: $id) { lastMeeting { id } openTasks } }";

    let hers = saima.run(query, json!({ "id": line })).await.ok();
    let others = rubina.run(query, json!({ "id": line })).await.ok();

    assert_eq!(
        hers["engagement"],
        json!({ "lastMeeting": { "id": late }, "openTasks": 2 })
    );
    assert_eq!(
        others["engagement"],
        json!({ "lastMeeting": { "id": early }, "openTasks": 1 })
    );
}

async fn a_line_of_work_that_is_wrong_is_refused(app: Arc<App>) {
    let desk = app.coordinator().await;
    let input = json!({
        "stakeholderId": absent("stakeholder"), "title": { "text": "" }, "leadId": absent("person"),
        "memberIds": [absent("member")], "openedOn": "1800-01-01", "programmeId": absent("programme"),
    });

    let refused = desk.act("openEngagement", WHOLE, input).await;

    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "INVALID_ID leadId",
            "NOT_FOUND memberIds/0",
            "NOT_FOUND programmeId",
            "NOT_FOUND stakeholderId",
            "OUT_OF_RANGE openedOn",
            "REQUIRED title/text",
        ]
    );
}

async fn filters_narrow_the_list_of_lines_of_work(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (nadra, pec) = (
        app.office("NADRA", "NADRA").await,
        app.office("ECP", "PEC").await,
    );
    let (topic, programme) = (app.topic("Cards").await, app.programme("PWL").await);
    app.engagement(
        &nadra,
        "cards",
        json!({ "leadId": saima.member, "openedOn": "2025-06-03" }),
    )
    .await;
    app.engagement(
        &pec,
        "rolls",
        json!({ "stage": "ON_HOLD", "topicIds": [topic], "programmeId": programme }),
    )
    .await;
    let query = "query ($filter: EngagementFilter) { engagements(filter: $filter) { nodes { title { text } } } }";

    for (filter, titles) in [
        (json!({ "stakeholderIds": [nadra] }), vec!["cards"]),
        (json!({ "leadIds": [saima.member] }), vec!["cards"]),
        (json!({ "stages": ["ON_HOLD"] }), vec!["rolls"]),
        (json!({ "topicIds": [topic] }), vec!["rolls"]),
        (json!({ "programmeIds": [programme] }), vec!["rolls"]),
        (json!({ "programmeIds": [] }), vec![]),
        (json!({}), vec!["rolls", "cards"]),
    ] {
        let found = desk.run(query, json!({ "filter": filter })).await.ok();
        assert_eq!(
            texts(&found["engagements"]["nodes"], "/title/text"),
            titles,
            "{filter}"
        );
    }
}

async fn its_words_are_never_for_more_than_its_facts(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("NADRA", "NADRA").await;
    let input = json!({
        "stakeholderId": office, "title": { "text": "Quiet" }, "purpose": { "text": "Why" },
        "audience": "PRESENT", "wordsAudience": "PARTNERS",
    });

    let opened = desk.act("openEngagement", WHOLE, input).await.ok();

    assert_eq!(opened["engagement"]["audience"], "PRESENT");
    assert_eq!(opened["engagement"]["wordsAudience"], "PRESENT");
}
