//! Asks and promises, tracked to their end.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts, v7};
use crate::support::caller::Caller;

const WHOLE: &str = "commitment { id direction kind isVague text { text } purpose { text }
    owedBy { id } owedTo { id } saidBy { id } saidOn dueOn districts { id } answers { id }
    answeredBy { id } status reportedStatus awaitsJudgement isStatusShared audience
    meeting { id } decision { id } steps { id basis status on note { text } noteAbsence
    evidence { kind title publisher address day } meeting { id } recordedBy { id } } }";
const LIST: &str = "query ($filter: CommitmentFilter) { commitments(filter: $filter) {
    nodes { text { text } } totalCount } }";

both! {
    a_promise_outside_a_meeting_reads_back_whole
    nothing_but_words_and_a_direction_is_needed
    where_no_office_is_named_it_is_those_of_the_meeting
    a_row_of_a_meeting_takes_all_that_is_known_of_it
    all_that_is_wrong_with_a_promise_comes_at_once
    a_promise_answers_an_ask_and_nothing_else_does
    it_goes_step_by_step_and_the_table_says_where
    what_who_owes_it_says_stands_beside_what_is_judged
    a_step_has_its_day_and_its_evidence
    a_slip_is_undone_by_whose_it_was
    terms_are_set_right_and_what_is_not_sent_stays
    an_office_that_she_does_not_see_stays
    an_ask_that_has_come_further_stays_an_ask
    a_step_sent_twice_is_taken_once
    of_two_who_judge_at_once_one_is_told
    who_was_not_there_takes_no_step
    the_words_of_a_step_are_for_those_of_the_meeting
    a_partner_reads_where_it_stands_once_that_is_shared
    filters_find_what_waits
    a_promise_is_never_wider_than_its_meeting
    who_was_not_there_records_nothing_at_a_meeting
    nothing_is_recorded_at_an_archived_meeting
    opening_a_meeting_opens_what_was_closed_on_purpose_to_nobody
    an_ask_that_is_answered_stays_an_ask_as_far_as_she_sees
    what_announces_money_again_leads_to_the_first_as_far_as_she_sees
    what_she_does_not_see_is_not_taken_away_by_null
    another_direction_leaves_no_hidden_office_where_the_caucus_stands
    nothing_comes_of_a_promise_before_it_was_said
    a_promise_takes_no_more_than_two_hundred_steps_and_amounts
}

async fn records(caller: &Caller, direction: &str, words: &str, more: Value) -> String {
    let input = json!({ "direction": direction, "text": { "text": words } });
    let made = caller
        .act("recordCommitment", WHOLE, merged(input, more))
        .await
        .ok();
    text(&made, "/commitment/id")
}

async fn advance(caller: &Caller, id: &str, status: &str, more: Value) -> Value {
    let input = json!({ "id": id, "status": status });
    caller
        .act("advanceCommitment", WHOLE, merged(input, more))
        .await
        .ok()["commitment"]
        .clone()
}

async fn found(caller: &Caller, filter: Value) -> Vec<String> {
    let found = caller.run(LIST, json!({ "filter": filter })).await.ok();
    let mut found = texts(&found["commitments"]["nodes"], "/text/text");
    found.sort_unstable();
    found
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
    let query = "query ($id: ID!) { commitment(id: $id) { status answeredBy { id } } }";
    let ask = desk.run(query, json!({ "id": ask })).await.ok();
    assert_eq!(ask["commitment"]["status"], "REQUESTED");
    assert_eq!(
        ask["commitment"]["answeredBy"],
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

async fn a_promise_answers_an_ask_and_nothing_else_does(app: Arc<App>) {
    let desk = app.coordinator().await;
    let ask = records(&desk, "ASKED_BY_CAUCUS", "A room", json!({})).await;
    let promise = records(
        &desk,
        "MADE_TO_CAUCUS",
        "A room",
        json!({ "answersId": ask }),
    )
    .await;
    let update = |id: &str, version: String, more: Value| {
        let input = json!({ "id": id, "expectedVersion": version });
        let desk = desk.clone();
        async move {
            let input = merged(input, more);
            desk.act("updateCommitment", WHOLE, input)
                .await
                .user_errors()
        }
    };

    for (id, more) in [
        (&promise, json!({ "answersId": promise })),
        (&ask, json!({ "answersId": promise })),
        (&ask, json!({ "answersId": ask })),
        (&promise, json!({ "direction": "ASKED_OF_CAUCUS" })),
    ] {
        let version = desk.version(id).await;
        assert_eq!(
            update(id, version, more.clone()).await,
            ["INVALID answersId"],
            "{more}"
        );
    }
    let version = desk.version(&promise).await;
    let both = json!({ "direction": "ASKED_OF_CAUCUS", "answersId": null });
    assert_eq!(update(&promise, version, both).await, Vec::<String>::new());
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

async fn terms_are_set_right_and_what_is_not_sent_stays(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let zhob = app.district("Zhob").await;
    let all = json!({
        "kind": "FUND", "isVague": true, "purpose": { "text": "Why" }, "owedByIds": [pec],
        "saidById": desk.person, "saidOn": "2026-01-03", "districtIds": [zhob],
    });
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", all).await;
    let update = |more: Value| async {
        let version = desk.version(&id).await;
        let input = merged(json!({ "id": id, "expectedVersion": version }), more);
        desk.act("updateCommitment", WHOLE, input).await.ok()["commitment"].clone()
    };

    let one = update(json!({ "dueOn": "2026-03-01" })).await;
    let other_way = json!({ "direction": "MADE_BY_CAUCUS", "owedByIds": [], "owedToIds": [nadra] });
    let other_way = update(other_way).await;
    let none = json!({
        "kind": null, "isVague": false, "purpose": null, "saidById": null, "saidOn": null,
        "districtIds": [], "owedToIds": [],
    });
    let none = update(none).await;

    assert_eq!(one["kind"], "FUND");
    assert_eq!(one["saidBy"]["id"], desk.person);
    assert_eq!(one["owedBy"], json!([{ "id": pec }]));
    assert_eq!(one["districts"], json!([{ "id": zhob }]));
    assert_eq!(one["dueOn"], "2026-03-01");
    assert_eq!(other_way["owedTo"], json!([{ "id": nadra }]));
    assert_eq!(other_way["owedBy"], json!([]));
    for field in ["kind", "purpose", "saidBy", "saidOn"] {
        assert_eq!(none[field], Value::Null, "{field}");
    }
    assert_eq!(none["isVague"], false);
    assert_eq!(
        (&none["districts"], &none["owedTo"]),
        (&json!([]), &json!([]))
    );
    let version = desk.version(&id).await;
    let input = json!({ "id": id, "expectedVersion": version, "direction": "MADE_BY_CAUCUS",
        "owedByIds": [pec] });
    let refused = desk.act("updateCommitment", WHOLE, input).await;
    assert_eq!(refused.user_errors(), ["INVALID owedByIds"]);
}

async fn an_office_that_she_does_not_see_stays(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let closed = app
        .office_with("ECP", "Closed", json!({ "audience": "PRESENT" }))
        .await;
    let pec = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&pec, json!({})).await;
    let of_both = json!({ "meetingId": meeting, "owedByIds": [closed, pec] });
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", of_both).await;
    let version = saima.version(&id).await;

    let input = json!({ "id": id, "expectedVersion": version, "owedByIds": [] });
    let hers = saima.act("updateCommitment", WHOLE, input).await.ok();

    assert_eq!(hers["commitment"]["owedBy"], json!([]));
    let query = "query ($id: ID!) { commitment(id: $id) { owedBy { id } } }";
    let whole = desk.run(query, json!({ "id": id })).await.ok();
    assert_eq!(whole["commitment"]["owedBy"], json!([{ "id": closed }]));
    assert_eq!(
        found(&saima, json!({ "stakeholderIds": [closed] })).await,
        Vec::<String>::new()
    );
}

async fn an_ask_that_has_come_further_stays_an_ask(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "ASKED_BY_CAUCUS", "A fund", json!({})).await;
    advance(&desk, &id, "UNDER_REVIEW", json!({})).await;
    let version = desk.version(&id).await;

    let input = json!({ "id": id, "expectedVersion": version, "direction": "MADE_TO_CAUCUS" });
    let refused = desk.act("updateCommitment", WHOLE, input).await;

    assert_eq!(refused.user_errors(), ["INVALID direction"]);
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
        awaitsJudgement isStatusShared steps { basis note { text } evidence { kind } recordedBy { id } } } }";
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
    assert_eq!(after["awaitsJudgement"], true);
    assert_eq!(after["version"], before["version"]);
    assert_eq!(after["steps"][1]["note"], Value::Null);
    assert_eq!(after["steps"][1]["recordedBy"], Value::Null);
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

async fn filters_find_what_waits(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (saima, zhob) = (app.member("Saima").await, app.district("Zhob").await);
    let late = json!({ "dueOn": "2026-01-14" });
    let of_zhob = merged(
        late.clone(),
        json!({ "kind": "FUND", "districtIds": [zhob] }),
    );
    records(&desk, "MADE_TO_CAUCUS", "late", of_zhob).await;
    let kept = records(&desk, "MADE_TO_CAUCUS", "kept late", late.clone()).await;
    advance(&desk, &kept, "FULFILLED", json!({})).await;
    let today = json!({ "dueOn": "2026-01-15", "isVague": true });
    records(&desk, "MADE_BY_CAUCUS", "due today", today).await;
    let ask = records(&desk, "ASKED_BY_CAUCUS", "answered", json!({})).await;
    let hidden = json!({ "answersId": ask, "audience": "PRESENT" });
    records(&desk, "MADE_TO_CAUCUS", "hidden answer", hidden).await;
    records(&desk, "ASKED_BY_CAUCUS", "not answered", json!({})).await;
    let no = records(&desk, "ASKED_OF_CAUCUS", "declined", json!({})).await;
    advance(&desk, &no, "DECLINED", json!({})).await;

    for (filter, expected) in [
        (json!({ "awaitsJudgement": true }), vec!["late"]),
        (json!({ "isUnanswered": true }), vec!["not answered"]),
        (json!({ "kinds": ["FUND"] }), vec!["late"]),
        (json!({ "kinds": [] }), vec![]),
        (json!({ "isVague": true }), vec!["due today"]),
        (json!({ "districtIds": [zhob] }), vec!["late"]),
        (
            json!({ "statuses": ["REQUESTED"] }),
            vec!["answered", "not answered"],
        ),
        (
            json!({ "statuses": ["FULFILLED", "DECLINED"] }),
            vec!["declined", "kept late"],
        ),
        (
            json!({ "statuses": ["PROMISED"] }),
            vec!["due today", "hidden answer", "late"],
        ),
        (json!({ "answersIds": [ask] }), vec!["hidden answer"]),
        (
            json!({ "awaitsJudgement": false, "directions": ["MADE_TO_CAUCUS"] }),
            vec!["hidden answer", "kept late"],
        ),
        (
            json!({ "isUnanswered": false, "directions": ["ASKED_BY_CAUCUS"] }),
            vec!["answered"],
        ),
    ] {
        assert_eq!(found(&desk, filter.clone()).await, expected, "{filter}");
    }
    let hers = found(&saima, json!({ "isUnanswered": true })).await;
    assert_eq!(hers, ["answered", "not answered"], "by what she sees");
    assert_eq!(
        found(&saima, json!({ "answersIds": [ask] })).await,
        Vec::<String>::new()
    );
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

/// Sends changes from the version that she sees, and answers what was wrong with them.
async fn update(caller: &Caller, id: &str, changes: Value) -> Vec<String> {
    let version = caller.version(id).await;
    let input = merged(json!({ "id": id, "expectedVersion": version }), changes);
    let sent = caller.act("updateCommitment", WHOLE, input).await;
    sent.user_errors()
}

/// A commitment as somebody sees it.
async fn shown(caller: &Caller, id: &str) -> Value {
    let query = "query ($id: ID!) { commitment(id: $id) { direction audience owedBy { id }
        answers { id } repeats { id } saidBy { id } } }";
    caller.run(query, json!({ "id": id })).await.ok()["commitment"].clone()
}

const NONE: [&str; 0] = [];

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

async fn an_ask_that_is_answered_stays_an_ask_as_far_as_she_sees(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let of_meeting = json!({ "meetingId": meeting });
    let lone = records(&desk, "ASKED_BY_CAUCUS", "Alone", of_meeting.clone()).await;
    let ask = records(&desk, "ASKED_BY_CAUCUS", "A room", of_meeting).await;
    let hidden = json!({ "answersId": ask, "audience": "PRESENT" });
    let answer = records(&desk, "MADE_TO_CAUCUS", "A room", hidden).await;

    let itself = json!({ "direction": "MADE_TO_CAUCUS", "answersId": lone });
    let itself = update(&desk, &lone, itself).await;
    let turned = json!({ "direction": "MADE_TO_CAUCUS" });
    let by_desk = update(&desk, &ask, turned.clone()).await;
    let by_saima = update(&saima, &ask, turned).await;
    let words = json!({ "text": { "text": "A large room" } });
    let words = update(&desk, &answer, words).await;

    assert_eq!(itself, ["INVALID answersId"]);
    assert_eq!(by_desk, ["INVALID direction"]);
    assert_eq!(by_saima, NONE, "she sees no answer");
    assert_eq!(words, NONE, "what others changed blocks no words");
}

async fn what_announces_money_again_leads_to_the_first_as_far_as_she_sees(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let closed = json!({ "audience": "PRESENT" });
    let first = records(&desk, "MADE_TO_CAUCUS", "First", closed).await;
    let repeats = |id: &str| json!({ "repeatsId": id });
    let again = records(&desk, "MADE_TO_CAUCUS", "Again", repeats(&first)).await;
    let hers = records(&saima, "MADE_TO_CAUCUS", "Hers", json!({})).await;
    let other = records(&desk, "MADE_TO_CAUCUS", "Other", json!({})).await;

    let by_desk = update(&desk, &hers, repeats(&again)).await;
    let repeated = update(&desk, &first, repeats(&other)).await;
    let by_saima = update(&saima, &hers, repeats(&again)).await;
    let words = json!({ "text": { "text": "Hers, and more" } });
    let words = update(&desk, &hers, words).await;

    assert_eq!(by_desk, ["INVALID repeatsId"]);
    assert_eq!(repeated, ["INVALID repeatsId"]);
    assert_eq!(by_saima, NONE, "that it repeats another is not told");
    assert_eq!(words, NONE);
}

async fn what_she_does_not_see_is_not_taken_away_by_null(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let closed = || json!({ "audience": "PRESENT" });
    let ask = records(&desk, "ASKED_BY_CAUCUS", "Ask", closed()).await;
    let first = records(&desk, "MADE_TO_CAUCUS", "First", closed()).await;
    let named = json!({ "name": { "en": "Speaker" }, "audience": "PRESENT" });
    let made = desk.act("createPerson", "person { id }", named).await.ok();
    let speaker = text(&made, "/person/id");
    let of_these = json!({
        "meetingId": meeting, "answersId": ask, "repeatsId": first, "saidById": speaker,
    });
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", of_these).await;

    let nulls = json!({ "answersId": null, "repeatsId": null, "saidById": null });
    let sent = update(&saima, &id, nulls).await;
    let kept = shown(&desk, &id).await;
    let turned = update(&saima, &id, json!({ "direction": "ASKED_OF_CAUCUS" })).await;
    let then = shown(&desk, &id).await;

    assert_eq!(sent, NONE);
    assert_eq!(kept["answers"]["id"], ask);
    assert_eq!(kept["repeats"]["id"], first);
    assert_eq!(kept["saidBy"]["id"], speaker);
    assert_eq!(turned, NONE);
    assert_eq!(then["answers"], Value::Null, "an ask answers nothing");
}

async fn another_direction_leaves_no_hidden_office_where_the_caucus_stands(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let closed = app
        .office_with("ECP", "Closed", json!({ "audience": "PRESENT" }))
        .await;
    let pec = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&pec, json!({})).await;
    let of_both = json!({ "meetingId": meeting, "owedByIds": [closed, pec] });
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", of_both).await;
    let turned = json!({ "direction": "MADE_BY_CAUCUS" });

    let seen = update(&saima, &id, turned.clone()).await;
    let empty = update(&saima, &id, json!({ "owedByIds": [] })).await;
    let still = shown(&desk, &id).await;
    let hidden = update(&saima, &id, turned).await;
    let then = shown(&desk, &id).await;

    assert_eq!(seen, ["INVALID owedByIds"]);
    assert_eq!(empty, NONE);
    assert_eq!(still["owedBy"], json!([{ "id": closed }]));
    assert_eq!(hidden, NONE);
    assert_eq!(then["direction"], "MADE_BY_CAUCUS");
    assert_eq!(then["owedBy"], json!([]));
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

async fn a_promise_takes_no_more_than_two_hundred_steps_and_amounts(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = records(&desk, "MADE_TO_CAUCUS", "A fund", json!({})).await;
    let step = |turn: usize| {
        let status = ["FULFILLED", "PROMISED"][turn % 2];
        json!({ "id": id, "status": status, "basis": "REPORTED" })
    };
    let amount = json!({ "id": id, "rung": "SAID", "amount": { "amount": "5" } });

    for turn in 0..200 {
        for (act, input) in [
            ("advanceCommitment", step(turn)),
            ("recordAmount", amount.clone()),
        ] {
            desk.act(act, "__typename", input).await.ok();
        }
    }
    let one_more = desk.act("advanceCommitment", WHOLE, step(200)).await;
    let amount = desk.act("recordAmount", WHOLE, amount).await;

    assert_eq!(one_more.user_errors(), ["TOO_MANY"]);
    assert_eq!(amount.user_errors(), ["TOO_MANY"]);
}
