//! Who reads what of an ask or a promise.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::commitments::{LIST, WHOLE, advance, found, records, shown};
use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

both! {
    a_promise_is_never_wider_than_its_meeting
    opening_a_meeting_opens_what_was_closed_on_purpose_to_nobody
    the_words_of_a_step_are_for_those_of_the_meeting
    a_partner_reads_where_it_stands_once_that_is_shared
}

async fn a_promise_is_never_wider_than_its_meeting(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let closed = json!({ "audience": "PRESENT",
        "decisions": [{ "text": { "text": "A room is asked for" } }] });
    let logged = saima.logs(&office, "id decisions { id }", closed).await;
    let decision = text(&logged, "/meeting/decisions/0/id");
    let input = json!({ "decisionId": decision, "direction": "ASKED_BY_CAUCUS", "text": { "text": "A room" } });

    let made = saima
        .act("recordCommitment", WHOLE, input.clone())
        .await
        .ok();
    let unseen = rubina.act("recordCommitment", WHOLE, input).await;

    assert_eq!(made["commitment"]["audience"], "PRESENT");
    assert_eq!(made["commitment"]["decision"]["id"], decision);
    assert_eq!(made["commitment"]["meeting"]["id"], logged["meeting"]["id"]);
    assert_eq!(unseen.user_errors(), ["NOT_FOUND decisionId"]);
    assert_eq!(found(&rubina, json!({})).await, Vec::<String>::new());
}

async fn opening_a_meeting_opens_what_was_closed_on_purpose_to_nobody(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = desk
        .meets(
            &office,
            json!({ "attendees": [{ "memberId": saima.member }] }),
        )
        .await;
    let closed = json!({ "meetingId": meeting, "audience": "PRESENT" });
    let of_desk = records(&desk, "ASKED_BY_CAUCUS", "Closed", closed).await;
    let hers = json!({ "meetingId": meeting });
    let hers = records(&saima, "ASKED_BY_CAUCUS", "Hers", hers).await;
    let opens = |caller: &Caller| {
        let (caller, meeting) = (caller.clone(), meeting.clone());
        async move {
            for audience in ["PRESENT", "CAUCUS"] {
                let version = caller.version(&meeting).await;
                let input =
                    json!({ "id": meeting, "expectedVersion": version, "audience": audience });
                caller.act("updateMeeting", "__typename", input).await.ok();
            }
        }
    };

    opens(&saima).await;
    let after_hers = (shown(&desk, &of_desk).await, shown(&desk, &hers).await);
    opens(&desk).await;
    let after_desk = shown(&desk, &of_desk).await;

    assert_eq!(after_hers.0["audience"], "PRESENT");
    assert_eq!(after_hers.1["audience"], "CAUCUS");
    assert_eq!(after_desk["audience"], "CAUCUS");
}

async fn the_words_of_a_step_are_for_those_of_the_meeting(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (desk, admin) = (app.coordinator().await, app.admin().await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let id = records(
        &desk,
        "ASKED_BY_CAUCUS",
        "A fund",
        json!({ "meetingId": meeting }),
    )
    .await;
    let note = json!({ "note": { "text": "He was angry" } });
    advance(&desk, &id, "UNDER_REVIEW", note).await;
    let query =
        "query ($id: ID!) { commitment(id: $id) { version steps { note { text } noteAbsence } } }";

    for (caller, reads) in [
        (&saima, true),
        (&desk, true),
        (&rubina, false),
        (&admin, false),
    ] {
        let seen = caller.run(query, json!({ "id": id })).await.ok();
        let step = &seen["commitment"]["steps"][0];
        assert_eq!(step["note"].is_object(), reads, "{}", caller.email);
        let absence = if reads {
            Value::Null
        } else {
            json!("NOT_SHARED")
        };
        assert_eq!(step["noteAbsence"], absence, "{}", caller.email);
    }
}

async fn a_partner_reads_where_it_stands_once_that_is_shared(app: Arc<App>) {
    let (desk, office) = (app.coordinator().await, app.office("ECP", "PEC").await);
    let greta = app.partner(&[], &["ECP"]).await;
    let shared = json!({ "audience": "PARTNERS", "commitments": [
        { "direction": "MADE_TO_CAUCUS", "text": { "text": "A list" }, "dueOn": "2026-01-02" }] });
    let logged = desk.logs(&office, "commitments { id }", shared).await;
    let id = text(&logged, "/meeting/commitments/0/id");
    let reported = json!({ "basis": "REPORTED" });
    advance(&desk, &id, "FULFILLED", reported).await;
    advance(
        &desk,
        &id,
        "PARTLY_FULFILLED",
        json!({ "note": { "text": "Half" } }),
    )
    .await;
    let query = "query ($id: ID!) { commitment(id: $id) { version status reportedStatus
        awaitsJudgement isStatusShared steps { basis note { text } evidence { kind } recordedAt recordedBy { id } } } }";
    let look = || async { greta.run(query, json!({ "id": id })).await.ok()["commitment"].clone() };

    let before = look().await;
    let version = desk.version(&id).await;
    let share = json!({ "id": id, "expectedVersion": version, "isStatusShared": true });
    let share = desk.act("updateCommitment", WHOLE, share).await.ok();
    let after = look().await;

    assert_eq!(before["status"], Value::Null);
    assert_eq!(before["awaitsJudgement"], Value::Null);
    assert_eq!(before["isStatusShared"], Value::Null);
    assert_eq!(before["reportedStatus"], "FULFILLED");
    assert_eq!(texts(&before["steps"], "/basis"), ["REPORTED"]);
    assert_eq!(share["commitment"]["isStatusShared"], true);
    assert_eq!(after["status"], "PARTLY_FULFILLED");
    assert_eq!(after["awaitsJudgement"], false);
    assert_eq!(after["version"], before["version"]);
    assert_eq!(after["steps"][1]["note"], Value::Null);
    assert_eq!(after["steps"][1]["recordedBy"], Value::Null);
    assert_eq!(after["steps"][0]["recordedAt"], Value::Null);
    for filter in [
        json!({ "statuses": ["PROMISED"] }),
        json!({ "isUnanswered": true }),
        json!({ "awaitsJudgement": false }),
    ] {
        let refused = greta.run(LIST, json!({ "filter": filter })).await;
        assert_eq!(refused.errors(), ["FORBIDDEN"], "{filter}");
    }
    let saima = app.member("Saima").await;
    let meeting = saima.meets(&office, json!({})).await;
    let hers = records(
        &saima,
        "ASKED_BY_CAUCUS",
        "A fund",
        json!({ "meetingId": meeting }),
    )
    .await;
    let version = saima.version(&hers).await;
    let share = json!({ "id": hers, "expectedVersion": version, "isStatusShared": true });
    let refused = saima.act("updateCommitment", WHOLE, share).await;
    assert_eq!(refused.user_errors(), ["FORBIDDEN isStatusShared"]);
}
