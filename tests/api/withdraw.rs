//! An author withdraws her words: they are gone from every answer and from the log, and the log still
//! holds.

use std::sync::Arc;

use rabta::cli::audit::check;
use rabta::concepts::log::chain::finding::Kind;
use rabta::concepts::log::chain::verify::Witness;
use serde_json::{Value, json};

use crate::support::App;
use crate::support::answer::Answer;
use crate::support::build::{absent, merged};
use crate::support::caller::Caller;

/// A word that stands nowhere but in what is withdrawn.
const WORD: &str = "quarrelsome";

const READ: &str = "query ($id: ID!) { meeting(id: $id) { said { text } saidAbsence
    wordsWithdrawnAt attendees { member { id } } stakeholders { stakeholder { id } } } }";

async fn withdraws(caller: &Caller, id: &str) -> Answer {
    let shown = "record { id ... on Meeting { said { text } saidAbsence wordsWithdrawnAt } }";
    caller
        .act("withdrawWords", shown, json!({ "id": id }))
        .await
}

/// A meeting in which something was said.
fn said() -> Value {
    json!({ "said": { "text": format!("They were {WORD}"), "language": "EN" } })
}

async fn found(app: &App) -> Vec<Kind> {
    app.sealed().await;
    let witness = Witness {
        key: Some(app.server.keys.log.public()),
        head: None,
    };
    let report = check(app.server.db.reader(), &witness).await.unwrap();
    report
        .findings
        .into_iter()
        .map(|found| found.kind)
        .collect()
}

/// The tables in which the word stands.
async fn where_it_stands(app: &App) -> Vec<String> {
    let rows = app.rows().await.into_iter();
    let stands = rows.filter(|(_, rows)| rows.iter().any(|row| row.contains(WORD)));
    stands.map(|(table, _)| table).collect()
}

both! {
    what_she_withdraws_is_gone_from_answers_and_tables_and_the_log_holds
    what_she_had_written_over_before_is_gone_too
    what_an_aide_wrote_down_for_her_is_hers_to_withdraw_and_not_his
    nobody_withdraws_the_words_of_another
    where_nothing_was_said_there_is_nothing_to_withdraw
    sent_again_it_changes_nothing
    of_a_promise_each_withdraws_her_own_notes
    a_note_goes_with_its_step_when_that_is_taken_back
    why_a_line_of_work_was_opened_can_be_withdrawn
    who_may_not_read_the_words_does_not_learn_that_they_were_withdrawn
    what_she_writes_afterwards_stands
    words_that_are_put_back_are_found_out
    words_that_vanish_without_an_entry_are_found_out
}

async fn what_she_withdraws_is_gone_from_answers_and_tables_and_the_log_holds(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, said()).await;
    assert_eq!(where_it_stands(&app).await, ["log_private", "meeting"]);
    app.set_time("2026-01-15T08:00:00Z");

    let shown = withdraws(&saima, &met).await.ok()["record"].clone();
    let read = saima.run(READ, json!({ "id": met })).await.ok()["meeting"].clone();

    let withdrawn = json!({ "id": met, "said": null, "saidAbsence": "WITHDRAWN",
                            "wordsWithdrawnAt": "2026-01-15T08:00:00Z" });
    assert_eq!(shown, withdrawn);
    assert_eq!(read["saidAbsence"], "WITHDRAWN");
    assert_eq!(read["attendees"][0]["member"]["id"], saima.member);
    assert_eq!(read["stakeholders"][0]["stakeholder"]["id"], json!(office));
    assert_eq!(where_it_stands(&app).await, Vec::<String>::new());
    assert_eq!(found(&app).await, []);
}

async fn what_she_had_written_over_before_is_gone_too(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, said()).await;
    let version = saima.version(&met).await;
    let input = json!({ "id": met, "expectedVersion": version, "said": null });
    saima
        .act("updateMeeting", "meeting { id }", input)
        .await
        .ok();
    assert_eq!(where_it_stands(&app).await, ["log_private"]);

    withdraws(&saima, &met).await.ok();

    assert_eq!(where_it_stands(&app).await, Vec::<String>::new());
    assert_eq!(found(&app).await, []);
}

async fn what_an_aide_wrote_down_for_her_is_hers_to_withdraw_and_not_his(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let akbar = saima.lets(&app.aide().await).await;
    let met = akbar.meets(&office, said()).await;

    let his = withdraws(&akbar, &met).await;
    let stood = where_it_stands(&app).await;
    withdraws(&saima, &met).await.ok();

    assert_eq!(his.user_errors(), ["FORBIDDEN"]);
    assert_eq!(stood, ["log_private", "meeting"]);
    assert_eq!(where_it_stands(&app).await, Vec::<String>::new());
}

async fn nobody_withdraws_the_words_of_another(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (desk, admin) = (app.coordinator().await, app.admin().await);
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, said()).await;
    let hidden = merged(said(), json!({ "audience": "PRESENT" }));
    let hidden = saima.meets(&office, hidden).await;
    let before = app.rows().await;

    for caller in [&rubina, &desk, &admin] {
        let refused = withdraws(caller, &met).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    }
    let of_hidden = withdraws(&rubina, &hidden).await;
    let of_none = withdraws(&rubina, &absent("meeting")).await;

    assert_eq!(of_hidden.data(), of_none.data());
    let mut after = app.rows().await;
    for (table, rows) in before {
        if !table.starts_with("log_") {
            assert_eq!(after.remove(&table), Some(rows), "{table}");
        }
    }
}

async fn where_nothing_was_said_there_is_nothing_to_withdraw(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, json!({})).await;
    let task = saima.takes_on("Call them", json!({})).await;
    let version = saima.version(&met).await;

    for id in [&met, &task] {
        let refused = withdraws(&saima, id).await;
        assert_eq!(refused.user_errors(), ["INVALID_TRANSITION"]);
    }
    let of_no_record = withdraws(&saima, &absent("district")).await;

    assert_eq!(of_no_record.user_errors(), ["NOT_FOUND id"]);
    assert_eq!(saima.version(&met).await, version);
    assert_eq!(found(&app).await, []);
}

async fn sent_again_it_changes_nothing(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, said()).await;
    let input = json!({ "id": met, "requestId": crate::support::build::v7(7),
                        "expectedVersion": saima.version(&met).await });
    let shown = "record { id }";
    let first = saima.act("withdrawWords", shown, input.clone()).await.ok();
    let before = app.rows().await;

    let again = saima.act("withdrawWords", shown, input).await.ok();
    let stale = json!({ "id": met, "expectedVersion": "1" });
    let stale = saima.act("withdrawWords", shown, stale).await;

    assert_eq!(first, again);
    assert_eq!(stale.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
    assert_eq!(app.rows().await, before);
}

async fn of_a_promise_each_withdraws_her_own_notes(app: Arc<App>) {
    let (saima, desk) = (app.member("Saima").await, app.coordinator().await);
    let office = app.office("ECP", "PEC").await;
    let more = json!({ "commitments": [{ "direction": "MADE_TO_CAUCUS",
                                         "text": { "text": "A desk" } }] });
    let met = saima.logs(&office, "commitments { id }", more).await;
    let promise = met["meeting"]["commitments"][0]["id"].clone();
    let advances = async |caller: &Caller, status: &str, note: &str| {
        let input = json!({ "id": promise, "status": status, "note": { "text": note } });
        let shown = "commitment { id }";
        caller.act("advanceCommitment", shown, input).await.ok();
    };
    let id = promise.as_str().unwrap();
    says_again(&desk, &promise).await;
    app.set_time("2026-01-15T08:00:00Z");
    advances(&saima, "PARTLY_FULFILLED", WORD).await;
    app.set_time("2026-01-15T09:00:00Z");
    advances(&desk, "FULFILLED", "Seen by us").await;
    app.set_time("2026-01-15T10:00:00Z");
    let before = notes_told(&desk, id).await;

    withdraws(&saima, id).await.ok();

    let read = "query ($id: ID!) { commitment(id: $id) { status steps { note { text } } } }";
    let read = desk.run(read, json!({ "id": id })).await.ok();
    assert_eq!(
        read["commitment"],
        json!({ "status": "FULFILLED",
                "steps": [{ "note": { "text": "Asked again" } }, { "note": null },
                          { "note": { "text": "Seen by us" } }] })
    );
    assert_eq!(where_it_stands(&app).await, Vec::<String>::new());
    let said = |text: &str| [Value::Null, json!({ "text": text, "isWithdrawn": false })];
    let gone = json!({ "text": null, "isWithdrawn": true });
    let (first, hers, last) = (said("Asked again"), said(WORD), said("Seen by us"));
    assert_eq!(before, [last.clone(), hers, first.clone()]);
    assert_eq!(
        notes_told(&desk, id).await,
        [
            [gone.clone(), Value::Null],
            last,
            [Value::Null, gone],
            first
        ]
    );
    assert_eq!(found(&app).await, []);
    let again = withdraws(&saima, id).await;
    assert_eq!(again.user_errors(), ["INVALID_TRANSITION"]);
}

/// Writes a note of what who owes it says.
async fn says_again(caller: &Caller, promise: &Value) {
    let input = json!({ "id": promise, "basis": "REPORTED", "status": "PARTLY_FULFILLED",
                        "note": { "text": "Asked again" } });
    let shown = "commitment { id }";
    caller.act("advanceCommitment", shown, input).await.ok();
}

/// What the history of a promise tells of notes, before and after, the newest first.
async fn notes_told(caller: &Caller, id: &str) -> Vec<[Value; 2]> {
    let query = "query ($id: ID!) { history(id: $id) { nodes { fields { field
        before { text isWithdrawn } after { text isWithdrawn } } } } }";
    let told = caller.run(query, json!({ "id": id })).await.ok();
    let entries = told["history"]["nodes"].as_array().unwrap().iter();
    let fields = entries.flat_map(|entry| entry["fields"].as_array().unwrap());
    fields
        .filter(|field| field["field"] == "notes")
        .map(|field| [field["before"].clone(), field["after"].clone()])
        .collect()
}

async fn a_note_goes_with_its_step_when_that_is_taken_back(app: Arc<App>) {
    let (saima, desk) = (app.member("Saima").await, app.coordinator().await);
    let office = app.office("ECP", "PEC").await;
    let more = json!({ "commitments": [{ "direction": "MADE_TO_CAUCUS",
                                         "text": { "text": "A desk" } }] });
    let met = saima.logs(&office, "commitments { id }", more).await;
    let promise = met["meeting"]["commitments"][0]["id"].clone();
    let shown = "commitment { steps { id } }";
    says_again(&desk, &promise).await;
    app.set_time("2026-01-15T08:00:00Z");
    let input = json!({ "id": promise, "status": "FULFILLED", "note": { "text": WORD } });
    let made = saima.act("advanceCommitment", shown, input).await.ok();
    let step = made["commitment"]["steps"][1]["id"].clone();
    assert!(!where_it_stands(&app).await.is_empty());

    let input = json!({ "id": promise, "stepId": step });
    saima
        .act("undoCommitmentStep", "commitment { id }", input)
        .await
        .ok();

    assert_eq!(where_it_stands(&app).await, Vec::<String>::new());
    let told = notes_told(&desk, promise.as_str().unwrap()).await;
    let said = json!({ "text": "Asked again", "isWithdrawn": false });
    assert_eq!(told.last(), Some(&[Value::Null, said]));
    assert_eq!(found(&app).await, []);
}

async fn why_a_line_of_work_was_opened_can_be_withdrawn(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;
    let why = json!({ "purpose": { "text": WORD } });
    let line = app.engagement(&office, "Cards", why).await;

    withdraws(&desk, &line).await.ok();

    let read = "query ($id: ID!) { engagement(id: $id) { title { text } purpose { text } } }";
    let read = desk.run(read, json!({ "id": line })).await.ok();
    assert_eq!(
        read["engagement"],
        json!({ "title": { "text": "Cards" }, "purpose": null })
    );
    assert_eq!(where_it_stands(&app).await, Vec::<String>::new());
    assert_eq!(found(&app).await, []);
}

async fn who_may_not_read_the_words_does_not_learn_that_they_were_withdrawn(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, said()).await;
    let read = async || rubina.run(READ, json!({ "id": met })).await.ok();
    let version = rubina.version(&met).await;
    let before = read().await;

    withdraws(&saima, &met).await.ok();

    assert_eq!(before["meeting"]["saidAbsence"], "NOT_SHARED");
    assert_eq!(read().await, before);
    assert_eq!(rubina.version(&met).await, version);
}

async fn what_she_writes_afterwards_stands(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, said()).await;
    withdraws(&saima, &met).await.ok();

    let version = saima.version(&met).await;
    let input = json!({ "id": met, "expectedVersion": version, "said": { "text": "They agreed" } });
    let shown = "meeting { said { text } saidAbsence }";
    let now = saima.act("updateMeeting", shown, input).await.ok();

    assert_eq!(
        now["meeting"],
        json!({ "said": { "text": "They agreed" }, "saidAbsence": null })
    );
    assert_eq!(found(&app).await, []);
}

async fn words_that_are_put_back_are_found_out(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, said()).await;
    app.execute("CREATE TABLE kept AS SELECT * FROM log_private")
        .await;
    withdraws(&saima, &met).await.ok();

    let of = "FROM kept k WHERE k.entry_id = log_private.entry_id
              AND k.record_id = log_private.record_id";
    app.execute(&format!(
        "UPDATE log_private SET content = (SELECT content {of}) WHERE salt IS NOT NULL
         AND EXISTS (SELECT 1 {of})"
    ))
    .await;
    let content = found(&app).await;
    app.execute(&format!(
        "UPDATE log_private SET salt = (SELECT salt {of}) WHERE EXISTS (SELECT 1 {of})"
    ))
    .await;

    assert_eq!(content, [Kind::PutBack(format!("said of {met}"))]);
    assert_eq!(found(&app).await, [Kind::PutBack(met)]);
}

async fn words_that_vanish_without_an_entry_are_found_out(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let first = saima.meets(&office, said()).await;
    let other = saima.meets(&office, said()).await;
    withdraws(&saima, &first).await.ok();

    app.execute("UPDATE log_private SET content = '{}'").await;

    let vanished = Kind::ValueMissing(format!("said of {other}"));
    assert!(found(&app).await.contains(&vanished));
}
