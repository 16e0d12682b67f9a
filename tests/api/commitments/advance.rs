//! How far asks and promises have come, step by step.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::commitments::{WHOLE, advance, records, update};
use crate::support::App;
use crate::support::build::{absent, text, texts, v7};
use crate::support::caller::Caller;

both! {
    it_goes_step_by_step_and_the_table_says_where
    what_who_owes_it_says_stands_beside_what_is_judged
    a_step_has_its_day_and_its_evidence
    a_step_and_an_amount_are_known_by_a_letter
    a_letter_that_is_not_for_her_is_no_evidence_to_her
    nothing_comes_of_a_promise_before_it_was_said
    a_slip_is_undone_by_whose_it_was
    a_step_sent_twice_is_taken_once
    of_two_who_judge_at_once_one_is_told
    who_was_not_there_takes_no_step
    a_promise_takes_no_more_than_two_hundred_steps
    a_promise_takes_no_more_than_two_hundred_amounts
}

async fn it_goes_step_by_step_and_the_table_says_where(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "ASKED_BY_CAUCUS", "A fund", json!({})).await;

    let too_far = json!({ "id": id, "status": "FULFILLED" });
    let too_far = desk.act("advanceCommitment", WHOLE, too_far).await;
    for status in ["UNDER_REVIEW", "PROMISED", "PARTLY_FULFILLED", "FULFILLED"] {
        let now = advance(&desk, &id, status, json!({})).await;
        assert_eq!(now["status"], status);
    }
    let back = json!({ "id": id, "status": "PROMISED" });
    let back = desk.act("advanceCommitment", WHOLE, back).await;

    assert_eq!(too_far.user_errors(), ["INVALID_TRANSITION status"]);
    let message = text(&too_far.body, "/data/userErrors/0/message");
    let named = "REQUESTED it can come to UNDER_REVIEW, PROMISED, DECLINED, EXPIRED, WITHDRAWN";
    assert!(message.contains(named), "{message}");
    assert_eq!(back.user_errors(), ["INVALID_TRANSITION status"]);
    assert!(back.body.to_string().contains("Undo the last step"));
}

async fn what_who_owes_it_says_stands_beside_what_is_judged(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", json!({})).await;
    let reported = json!({ "basis": "REPORTED" });

    let said = advance(&desk, &id, "FULFILLED", reported.clone()).await;
    let again = json!({ "id": id, "status": "FULFILLED", "basis": "REPORTED" });
    let again = desk.act("advanceCommitment", WHOLE, again).await;
    let judged = advance(&desk, &id, "PARTLY_FULFILLED", json!({})).await;

    assert_eq!(
        (&said["status"], &said["reportedStatus"]),
        (&json!("PROMISED"), &json!("FULFILLED"))
    );
    assert_eq!(again.user_errors(), ["INVALID_TRANSITION status"]);
    assert_eq!(judged["status"], "PARTLY_FULFILLED");
    assert_eq!(judged["reportedStatus"], "FULFILLED");
    assert_eq!(texts(&judged["steps"], "/basis"), ["REPORTED", "JUDGED"]);
}

async fn a_step_has_its_day_and_its_evidence(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (saima, office) = (app.member("Saima").await, app.office("ECP", "PEC").await);
    let meeting = saima.meets(&office, json!({})).await;
    let said = json!({ "saidOn": "2026-01-10" });
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", said).await;
    let evidence = json!({
        "kind": "PRESS", "title": "Budget speech", "publisher": "The Daily",
        "address": "https://daily.example/budget", "day": "2026-01-11",
    });
    let more = json!({
        "on": "2026-01-12", "note": { "text": "In the white paper" }, "evidence": evidence,
        "meetingId": meeting,
    });

    let now = advance(&desk, &id, "PARTLY_FULFILLED", more).await;
    let before = json!({
        "id": id, "status": "FULFILLED", "on": "2026-01-11",
        "evidence": { "kind": "PRESS", "address": "ftp://x", "title": "a\u{202e}b" },
        "meetingId": absent("meeting"),
    });
    let before = desk.act("advanceCommitment", WHOLE, before).await;
    let to_come = json!({ "id": id, "status": "FULFILLED", "on": "2026-01-16" });
    let to_come = desk.act("advanceCommitment", WHOLE, to_come).await;

    let step = &now["steps"][0];
    assert_eq!(step["on"], "2026-01-12");
    assert_eq!(step["note"]["text"], "In the white paper");
    assert_eq!(step["evidence"], evidence);
    assert_eq!(step["meeting"]["id"], meeting);
    assert_eq!(step["recordedBy"]["id"], desk.person);
    let mut errors = before.user_errors();
    errors.sort_unstable();
    let expected = [
        "INVALID evidence/address",
        "INVALID evidence/title",
        "NOT_FOUND meetingId",
        "OUT_OF_RANGE on",
    ];
    assert_eq!(errors, expected);
    assert_eq!(to_come.user_errors(), ["OUT_OF_RANGE on"]);
}

const KNOWN_BY: &str = "commitment { id steps { evidence { document { id } } }
    amounts { evidence { document { id } } } }";

async fn letter(desk: &Caller, audience: &str) -> String {
    let office = json!({ "category": "ECP", "name": { "en": "Provincial Election Commission" } });
    let office = desk.act("createStakeholder", "stakeholder { id }", office);
    let office = text(&office.await.ok(), "/stakeholder/id");
    let input = json!({ "kind": "LETTER_IN", "subject": { "text": "The fund" }, "day": "2026-01-10",
                        "partyIds": [office], "audience": audience });
    let noted = desk.act("recordDocument", "document { id }", input).await;
    text(&noted.ok(), "/document/id")
}

async fn a_step_and_an_amount_are_known_by_a_letter(app: Arc<App>) {
    let desk = app.coordinator().await;
    let letter = letter(&desk, "CAUCUS").await;
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", json!({})).await;
    let evidence = json!({ "kind": "DOCUMENT", "documentId": letter });

    let step = json!({ "id": id, "status": "PARTLY_FULFILLED", "evidence": evidence });
    desk.act("advanceCommitment", KNOWN_BY, step).await.ok();
    let amount = json!({ "id": id, "rung": "RELEASED", "amount": { "amount": "1" },
                         "evidence": evidence });
    let now = desk.act("recordAmount", KNOWN_BY, amount).await.ok();

    for place in ["steps", "amounts"] {
        let known_by = &now["commitment"][place][0]["evidence"]["document"]["id"];
        assert_eq!(*known_by, letter, "{place}");
    }
}

async fn a_letter_that_is_not_for_her_is_no_evidence_to_her(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let letter = letter(&desk, "PRESENT").await;
    let id = records(&saima, "MADE_TO_CAUCUS", "A fund", json!({})).await;

    for by in [&letter, &absent("document")] {
        let evidence = json!({ "kind": "DOCUMENT", "documentId": by });
        let step = json!({ "id": id, "status": "FULFILLED", "evidence": evidence });
        let amount = json!({ "id": id, "rung": "SAID", "amount": { "amount": "1" },
                             "evidence": evidence });
        let refused = ["NOT_FOUND evidence/documentId"];
        let step = saima.act("advanceCommitment", WHOLE, step).await;
        assert_eq!(step.user_errors(), refused);
        let amount = saima.act("recordAmount", KNOWN_BY, amount).await;
        assert_eq!(amount.user_errors(), refused);
    }
    let step = json!({ "id": id, "status": "FULFILLED",
                       "evidence": { "kind": "DOCUMENT", "documentId": letter } });
    desk.act("advanceCommitment", WHOLE, step).await.ok();
    let query = "query ($id: ID!) { node(id: $id) { ... on Commitment { steps {
        evidence { kind document { id } } } } } }";
    let read = saima.run(query, json!({ "id": id })).await.ok();
    let evidence = &read["node"]["steps"][0]["evidence"];
    assert_eq!(*evidence, json!({ "kind": "DOCUMENT", "document": null }));
}

async fn nothing_comes_of_a_promise_before_it_was_said(app: Arc<App>) {
    let desk = app.coordinator().await;
    let said = json!({ "saidOn": "2026-01-10" });
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", said).await;

    let early = json!({ "id": id, "status": "FULFILLED", "on": "2026-01-09" });
    let early = desk.act("advanceCommitment", WHOLE, early).await;
    let to_come = update(&desk, &id, json!({ "saidOn": "2026-01-16" })).await;

    assert_eq!(early.user_errors(), ["OUT_OF_RANGE on"]);
    assert_eq!(to_come, ["OUT_OF_RANGE saidOn"]);
    advance(&desk, &id, "FULFILLED", json!({ "on": "2026-01-10" })).await;
}

async fn a_slip_is_undone_by_whose_it_was(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (saima, office) = (app.member("Saima").await, app.office("ECP", "PEC").await);
    let meeting = saima.meets(&office, json!({})).await;
    let id = records(
        &saima,
        "MADE_TO_CAUCUS",
        "A fund",
        json!({ "meetingId": meeting }),
    )
    .await;
    let first = advance(&saima, &id, "PARTLY_FULFILLED", json!({})).await;
    let last = advance(&desk, &id, "FULFILLED", json!({})).await;
    let undo = |caller: &Caller, step: &Value| {
        let input = json!({ "id": id, "stepId": step });
        let caller = caller.clone();
        async move { caller.act("undoCommitmentStep", WHOLE, input).await }
    };
    let (first, last) = (&first["steps"][0]["id"], &last["steps"][1]["id"]);

    let not_hers = undo(&saima, last).await;
    let not_last = undo(&desk, first).await;
    let undone = undo(&desk, last).await.ok();
    let hers = undo(&saima, first).await.ok();

    assert_eq!(not_hers.user_errors(), ["FORBIDDEN"]);
    assert_eq!(not_last.user_errors(), ["INVALID_TRANSITION stepId"]);
    assert_eq!(undone["commitment"]["status"], "PARTLY_FULFILLED");
    assert_eq!(hers["commitment"]["status"], "PROMISED");
    assert_eq!(hers["commitment"]["steps"], json!([]));
    let gone = undo(&desk, last).await;
    assert_eq!(gone.user_errors(), ["INVALID_TRANSITION stepId"]);
}

async fn a_step_sent_twice_is_taken_once(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "ASKED_BY_CAUCUS", "A fund", json!({})).await;
    let input = json!({ "requestId": v7(7), "id": id, "status": "UNDER_REVIEW" });

    let first = desk
        .act("advanceCommitment", WHOLE, input.clone())
        .await
        .ok();
    let again = desk.act("advanceCommitment", WHOLE, input).await.ok();

    assert_eq!(first, again);
    assert_eq!(again["commitment"]["steps"].as_array().unwrap().len(), 1);
}

async fn of_two_who_judge_at_once_one_is_told(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "ASKED_BY_CAUCUS", "A fund", json!({})).await;
    let version = desk.version(&id).await;
    let judge = |status: &str| {
        let input = json!({ "id": id, "status": status, "expectedVersion": version });
        let desk = desk.clone();
        async move {
            desk.act("advanceCommitment", WHOLE, input)
                .await
                .user_errors()
        }
    };

    let (one, other) = tokio::join!(judge("PROMISED"), judge("DECLINED"));

    let mut both = [one, other];
    both.sort_unstable();
    let conflict = vec!["VERSION_CONFLICT expectedVersion".to_owned()];
    assert_eq!(both, [Vec::new(), conflict]);
}

async fn who_was_not_there_takes_no_step(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let of_meeting = json!({ "meetingId": meeting });
    let id = records(&saima, "ASKED_BY_CAUCUS", "A fund", of_meeting).await;
    let closed = json!({ "audience": "PRESENT" });
    let hidden = records(&saima, "ASKED_BY_CAUCUS", "A room", closed).await;

    for (id, expected) in [(&id, "FORBIDDEN"), (&hidden, "NOT_FOUND id")] {
        let input = json!({ "id": id, "status": "DECLINED" });
        let refused = rubina.act("advanceCommitment", WHOLE, input).await;
        assert_eq!(refused.user_errors(), [expected]);
    }
    let admin = app.admin().await;
    let input = json!({ "id": id, "status": "DECLINED" });
    let refused = admin.act("advanceCommitment", WHOLE, input).await;
    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
}

async fn a_promise_takes_no_more_than_two_hundred_steps(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", json!({})).await;
    let step = |turn: usize| {
        let status = ["FULFILLED", "PROMISED"][turn % 2];
        json!({ "id": id, "status": status, "basis": "REPORTED" })
    };

    for turn in 0..200 {
        let step = desk.act("advanceCommitment", "__typename", step(turn));
        step.await.ok();
    }
    let one_more = desk.act("advanceCommitment", WHOLE, step(200)).await;

    assert_eq!(one_more.user_errors(), ["TOO_MANY"]);
}

async fn a_promise_takes_no_more_than_two_hundred_amounts(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", json!({})).await;
    let amount = json!({ "id": id, "rung": "SAID", "amount": { "amount": "5" } });

    for _ in 0..200 {
        let amount = desk.act("recordAmount", "__typename", amount.clone());
        amount.await.ok();
    }
    let one_more = desk.act("recordAmount", WHOLE, amount).await;

    assert_eq!(one_more.user_errors(), ["TOO_MANY"]);
}
