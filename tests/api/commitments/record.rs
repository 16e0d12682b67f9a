//! Recording asks and promises, by themselves and as rows of a meeting.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::commitments::{NONE, WHOLE, found, records};
use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts};

both! {
    a_promise_outside_a_meeting_reads_back_whole
    nothing_but_words_and_a_direction_is_needed
    where_no_office_is_named_it_is_those_of_the_meeting
    a_row_of_a_meeting_takes_all_that_is_known_of_it
    all_that_is_wrong_with_a_promise_comes_at_once
    who_was_not_there_records_nothing_at_a_meeting
    nothing_is_recorded_at_an_archived_meeting
}

async fn a_promise_outside_a_meeting_reads_back_whole(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (first, second) = (
        app.office("PROVINCIAL_GOVERNMENT", "Planning").await,
        app.office("PROVINCIAL_GOVERNMENT", "Finance").await,
    );
    let speaker = app.person("Speaker").await;
    let (zhob, quetta) = (app.district("Zhob").await, app.district("Quetta").await);
    let ask = records(
        &desk,
        "ASKED_BY_CAUCUS",
        "Two schemes",
        json!({ "saidOn": "2026-01-02" }),
    )
    .await;
    let input = json!({
        "id": made("commitment", 1), "direction": "MADE_TO_CAUCUS", "text": { "text": "Two schemes in the PSDP" },
        "kind": "PSDP_SCHEME", "isVague": true, "purpose": { "text": "Women's hostels" },
        "owedByIds": [first, second], "saidById": speaker, "saidOn": "2026-01-10",
        "dueOn": "2026-06-30", "districtIds": [zhob, quetta], "answersId": ask,
        "audience": "PRESENT",
    });

    let made_ = desk.act("recordCommitment", WHOLE, input).await.ok();

    let promise = &made_["commitment"];
    assert_eq!(promise["id"], made("commitment", 1));
    assert_eq!(promise["kind"], "PSDP_SCHEME");
    assert_eq!(promise["isVague"], true);
    assert_eq!(promise["purpose"]["text"], "Women's hostels");
    assert_eq!(promise["saidBy"]["id"], speaker);
    assert_eq!(promise["saidOn"], "2026-01-10");
    assert_eq!(promise["dueOn"], "2026-06-30");
    assert_eq!(promise["answers"]["id"], ask);
    assert_eq!(promise["status"], "PROMISED");
    assert_eq!(promise["audience"], "PRESENT");
    assert_eq!(promise["steps"], json!([]));
    let mut offices = [first, second];
    offices.sort_unstable();
    assert_eq!(texts(&promise["owedBy"], "/id"), offices);
    assert_eq!(promise["owedTo"], json!([]));
    let mut districts = texts(&promise["districts"], "/id");
    districts.sort_unstable();
    let mut expected = [zhob, quetta];
    expected.sort_unstable();
    assert_eq!(districts, expected);
    let query = "query ($id: ID!) { commitment(id: $id) { status answeredBy { nodes { id } } } }";
    let ask = desk.run(query, json!({ "id": ask })).await.ok();
    assert_eq!(ask["commitment"]["status"], "REQUESTED");
    assert_eq!(
        ask["commitment"]["answeredBy"]["nodes"],
        json!([{ "id": promise["id"] }])
    );
}

async fn nothing_but_words_and_a_direction_is_needed(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let input = json!({ "direction": "MADE_BY_CAUCUS", "text": { "text": "A letter" } });

    let made = saima.act("recordCommitment", WHOLE, input).await.ok();

    let promise = &made["commitment"];
    assert_eq!(promise["saidOn"], "2026-01-15", "today");
    assert_eq!(promise["audience"], "CAUCUS");
    assert_eq!(promise["isVague"], false);
    assert_eq!(promise["isStatusShared"], false);
    assert_eq!(promise["awaitsJudgement"], false);
    for field in [
        "kind",
        "purpose",
        "saidBy",
        "dueOn",
        "answers",
        "reportedStatus",
    ] {
        assert_eq!(promise[field], Value::Null, "{field}");
    }
}

async fn where_no_office_is_named_it_is_those_of_the_meeting(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (met, other) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let meeting = saima.meets(&met, json!({})).await;

    for (direction, side, empty) in [
        ("MADE_TO_CAUCUS", "owedBy", "owedTo"),
        ("ASKED_OF_CAUCUS", "owedTo", "owedBy"),
        ("MUTUAL", "owedBy", "owedTo"),
    ] {
        let input =
            json!({ "meetingId": meeting, "direction": direction, "text": { "text": "A list" } });
        let made = saima
            .act("recordCommitment", WHOLE, input.clone())
            .await
            .ok();
        assert_eq!(
            made["commitment"][side],
            json!([{ "id": met }]),
            "{direction}"
        );
        assert_eq!(made["commitment"][empty], json!([]), "{direction}");
        assert_eq!(made["commitment"]["saidOn"], "2026-01-15");
        let named = json!({ format!("{side}Ids"): [other] });
        let named = saima
            .act("recordCommitment", WHOLE, merged(input, named))
            .await
            .ok();
        assert_eq!(named["commitment"][side], json!([{ "id": other }]));
    }
    let of_met = found(&saima, json!({ "stakeholderIds": [met] })).await;
    let of_other = found(&saima, json!({ "stakeholderIds": [other] })).await;
    assert_eq!((of_met.len(), of_other.len()), (3, 3));
}

async fn a_row_of_a_meeting_takes_all_that_is_known_of_it(app: Arc<App>) {
    let (saima, office) = (app.member("Saima").await, app.office("ECP", "PEC").await);
    let ask = records(&saima, "ASKED_BY_CAUCUS", "Cards", json!({})).await;
    let rows = json!({ "commitments": [{
        "direction": "MADE_TO_CAUCUS", "text": { "text": "Cards by June" }, "dueOn": "2026-06-30",
        "kind": "DATA_OR_ACCESS", "answersId": ask, "saidById": saima.person, "owedByIds": [office],
    }] });
    let shown = "commitments { kind saidBy { id } answers { id } owedBy { id } saidOn status }";

    let logged = saima.logs(&office, shown, rows).await;

    let row = &logged["meeting"]["commitments"][0];
    assert_eq!(row["kind"], "DATA_OR_ACCESS");
    assert_eq!(row["saidBy"]["id"], saima.person);
    assert_eq!(row["answers"]["id"], ask);
    assert_eq!(row["owedBy"], json!([{ "id": office }]));
    assert_eq!(row["status"], "PROMISED");
    let wrong = json!({
        "with": [{ "stakeholderId": office }],
        "commitments": [{ "direction": "ASKED_BY_CAUCUS", "text": { "text": "Cards" }, "answersId": ask,
            "owedToIds": [absent("stakeholder")] }],
    });
    let refused = saima.act("logMeeting", "meeting { id }", wrong).await;
    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "INVALID commitments/0/answersId",
            "INVALID commitments/0/owedToIds",
            "NOT_FOUND commitments/0/owedToIds/0",
        ]
    );
}

async fn all_that_is_wrong_with_a_promise_comes_at_once(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let input = json!({
        "id": made("meeting", 1), "direction": "MADE_TO_CAUCUS", "text": { "text": " " },
        "dueOn": "1899-12-31", "saidOn": "2200-01-02", "owedByIds": [office, office],
        "owedToIds": [office], "saidById": absent("person"), "answersId": absent("commitment"),
        "districtIds": [made("topic", 1)], "meetingId": absent("meeting"),
    });

    let refused = desk.act("recordCommitment", WHOLE, input).await;

    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "DUPLICATE owedByIds/1",
            "INVALID owedToIds",
            "INVALID_ID districtIds/0",
            "INVALID_ID id",
            "NOT_FOUND answersId",
            "NOT_FOUND meetingId",
            "NOT_FOUND saidById",
            "OUT_OF_RANGE dueOn",
            "OUT_OF_RANGE saidOn",
            "REQUIRED text/text",
        ]
    );
    assert_eq!(found(&desk, json!({})).await, Vec::<String>::new());
}

async fn who_was_not_there_records_nothing_at_a_meeting(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (desk, office) = (app.coordinator().await, app.office("ECP", "PEC").await);
    let decided = json!({ "decisions": [{ "text": { "text": "To ask" } }] });
    let logged = saima.logs(&office, "id decisions { id }", decided).await;
    let (meeting, decision) = (
        text(&logged, "/meeting/id"),
        text(&logged, "/meeting/decisions/0/id"),
    );

    for (field, id) in [("meetingId", &meeting), ("decisionId", &decision)] {
        let input =
            json!({ "direction": "ASKED_BY_CAUCUS", "text": { "text": "A room" }, field: id });
        let refused = rubina.act("recordCommitment", WHOLE, input.clone()).await;
        assert_eq!(refused.user_errors(), [format!("FORBIDDEN {field}")]);
        for caller in [&saima, &desk] {
            let made = caller.act("recordCommitment", WHOLE, input.clone()).await;
            assert_eq!(made.user_errors(), NONE, "{field}");
        }
    }
    records(&rubina, "ASKED_BY_CAUCUS", "Hers", json!({})).await;
    assert_eq!(found(&rubina, json!({})).await.len(), 5);
}

async fn nothing_is_recorded_at_an_archived_meeting(app: Arc<App>) {
    let (desk, office) = (app.coordinator().await, app.office("ECP", "PEC").await);
    let decided = json!({ "decisions": [{ "text": { "text": "To ask" } }] });
    let logged = desk.logs(&office, "id decisions { id }", decided).await;
    let (meeting, decision) = (
        text(&logged, "/meeting/id"),
        text(&logged, "/meeting/decisions/0/id"),
    );
    for (act, id) in [("archive", &meeting), ("restore", &decision)] {
        desk.act(act, "results { id }", json!({ "ids": [id] }))
            .await
            .ok();
    }

    for (field, id) in [("meetingId", &meeting), ("decisionId", &decision)] {
        let input =
            json!({ "direction": "ASKED_BY_CAUCUS", "text": { "text": "A room" }, field: id });
        let refused = desk.act("recordCommitment", WHOLE, input).await;
        assert_eq!(refused.user_errors(), [format!("INVALID {field}")]);
    }
}
