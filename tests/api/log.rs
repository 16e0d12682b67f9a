//! Exactly once, no lost update, one entry a mutation.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{made, text, v7};
use crate::support::rows::changed;

both! {
    a_replayed_log_meeting_changes_nothing
    a_replay_is_known_by_the_clients_id_alone
    a_replayed_complete_follow_up_changes_nothing
    the_same_key_with_other_content_is_a_conflict
    a_meeting_sent_eight_times_at_once_is_logged_once
    one_uuid_may_name_both_the_request_and_the_record
    a_replay_shows_the_record_as_it_now_is
    the_keys_of_one_user_are_not_those_of_another
    an_id_that_is_taken_is_a_conflict
    a_refused_request_does_not_claim_its_key
    of_two_writers_with_one_version_one_wins
    a_stale_act_is_refused_and_one_without_a_version_is_not
    a_version_does_not_move_by_words_that_the_viewer_may_not_read
    logging_a_meeting_moves_no_other_records_version
    a_mutation_is_one_entry_with_one_change_a_record
    words_and_personal_values_stand_beside_the_log_with_a_salt
    a_forbidden_act_leaves_an_entry_and_nothing_else
    a_meeting_that_is_wrong_somewhere_leaves_nothing
}

async fn a_replayed_log_meeting_changes_nothing(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    let input = json!({
        "requestId": v7(1),
        "with": [{ "stakeholderId": office }],
        "said": { "text": "They will send the list of women without cards." },
        "followUps": [{ "title": { "text": "Send the list" }, "dueOn": "2026-01-16" }],
    });
    let first = saima
        .act("logMeeting", "meeting { id version }", input.clone())
        .await
        .ok();
    let before = app.rows().await;

    let second = saima
        .act("logMeeting", "meeting { id version }", input)
        .await
        .ok();

    assert_eq!(second, first);
    assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
}

async fn a_replay_is_known_by_the_clients_id_alone(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    let id = made("meeting", 1);
    let input = json!({ "id": id, "with": [{ "stakeholderId": office }] });
    let first = saima
        .act("logMeeting", "meeting { id version }", input.clone())
        .await
        .ok();
    let before = app.rows().await;

    let second = saima
        .act("logMeeting", "meeting { id version }", input)
        .await
        .ok();

    assert_eq!(first["meeting"]["id"], Value::from(id));
    assert_eq!(second, first);
    assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
}

async fn a_replayed_complete_follow_up_changes_nothing(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let task = saima.takes_on("Call NADRA", json!({})).await;
    let input = json!({ "requestId": v7(2), "id": task, "on": "2026-01-15" });
    let shown = "followUpAction { status completedOn version }";
    let first = saima
        .act("completeFollowUp", shown, input.clone())
        .await
        .ok();
    let before = app.rows().await;

    let second = saima.act("completeFollowUp", shown, input).await.ok();

    assert_eq!(second, first);
    assert_eq!(second["followUpAction"]["status"], "DONE");
    assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
}

async fn the_same_key_with_other_content_is_a_conflict(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    let input = |mode: &str| {
        json!({
            "requestId": v7(3), "mode": mode, "with": [{ "stakeholderId": office }],
        })
    };
    saima
        .act("logMeeting", "meeting { id }", input("PHONE"))
        .await
        .ok();
    let before = app.rows().await;

    let other = saima
        .act("logMeeting", "meeting { id }", input("VIDEO"))
        .await;

    assert_eq!(other.user_errors(), ["ID_CONFLICT"]);
    assert_eq!(other.data()["meeting"], Value::Null);
    assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
}

async fn a_meeting_sent_eight_times_at_once_is_logged_once(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    let input = json!({
        "requestId": v7(4),
        "id": made("meeting", 4),
        "with": [{ "stakeholderId": office }],
        "followUps": [{ "title": { "text": "Send the list" } }],
    });

    let sent = (0..8).map(|_| {
        let (saima, input) = (saima.clone(), input.clone());
        tokio::spawn(async move {
            saima
                .act("logMeeting", "meeting { id version }", input)
                .await
        })
    });
    let sent: Vec<_> = sent.collect();
    let mut answers = Vec::new();
    for answer in sent {
        answers.push(answer.await.unwrap().ok());
    }

    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{answers:?}"
    );
    assert_eq!(app.number("SELECT count(*) FROM meeting").await, 1);
    assert_eq!(app.number("SELECT count(*) FROM follow_up_action").await, 1);
    assert_eq!(
        app.number("SELECT count(*) FROM log_entry WHERE act = 'logMeeting'")
            .await,
        1
    );
}

async fn one_uuid_may_name_both_the_request_and_the_record(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let input = json!({
        "requestId": v7(5),
        "id": made("follow_up_action", 5),
        "title": { "text": "Call NADRA" },
    });
    let shown = "followUpAction { id version }";

    let first = saima.act("assignFollowUp", shown, input.clone()).await.ok();
    let second = saima.act("assignFollowUp", shown, input).await.ok();

    assert_eq!(first["followUpAction"]["id"], made("follow_up_action", 5));
    assert_eq!(second, first);
}

async fn a_replay_shows_the_record_as_it_now_is(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let input = json!({ "requestId": v7(6), "title": { "text": "Call NADRA" } });
    let shown = "followUpAction { id status }";
    let first = saima.act("assignFollowUp", shown, input.clone()).await.ok();
    let id = text(&first, "/followUpAction/id");
    saima
        .act("completeFollowUp", shown, json!({ "id": id }))
        .await
        .ok();

    let again = saima.act("assignFollowUp", shown, input).await.ok();

    assert_eq!(
        again,
        json!({ "followUpAction": { "id": id, "status": "DONE" }, "userErrors": [] })
    );
}

async fn the_keys_of_one_user_are_not_those_of_another(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let input = json!({ "requestId": v7(7), "title": { "text": "Call NADRA" } });
    let shown = "followUpAction { id }";

    let hers = saima.act("assignFollowUp", shown, input.clone()).await.ok();
    let others = rubina.act("assignFollowUp", shown, input).await.ok();

    assert_ne!(hers, others);
}

async fn an_id_that_is_taken_is_a_conflict(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let id = made("follow_up_action", 8);
    saima.takes_on("Call NADRA", json!({ "id": id })).await;
    let office = app.office("ECP", "Provincial Election Commission").await;
    let before = app.rows().await;

    let input = json!({ "id": id, "title": { "text": "Another" } });
    let as_own = rubina
        .act("assignFollowUp", "followUpAction { id }", input)
        .await;
    let input = json!({
        "with": [{ "stakeholderId": office }],
        "followUps": [{ "id": id, "title": { "text": "Another" } }],
    });
    let as_nested = rubina.act("logMeeting", "meeting { id }", input).await;

    assert_eq!(as_own.user_errors(), ["ID_CONFLICT"]);
    assert_eq!(as_nested.user_errors(), ["ID_CONFLICT"]);
    assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
}

async fn a_refused_request_does_not_claim_its_key(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let shown = "followUpAction { title { text } }";
    let wrong = json!({ "requestId": v7(9), "title": { "text": " " } });
    let right = json!({ "requestId": v7(9), "title": { "text": "Call NADRA" } });

    let refused = saima.act("assignFollowUp", shown, wrong).await;
    let taken = saima.act("assignFollowUp", shown, right).await.ok();

    assert_eq!(refused.user_errors(), ["REQUIRED title/text"]);
    assert_eq!(taken["followUpAction"]["title"]["text"], "Call NADRA");
}

async fn of_two_writers_with_one_version_one_wins(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let desk = app.coordinator().await;
    let version = desk.version(&office).await;
    let write = |short: &str| {
        let desk = desk.clone();
        let input = json!({ "id": office, "expectedVersion": version, "shortName": short });
        async move {
            desk.act("updateStakeholder", "stakeholder { shortName }", input)
                .await
        }
    };

    let (one, other) = tokio::join!(write("PEC"), write("EC"));

    let (winner, loser) = if one.user_errors().is_empty() {
        (one, other)
    } else {
        (other, one)
    };
    let won = winner.ok()["stakeholder"]["shortName"].clone();
    assert_eq!(loser.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
    assert_eq!(loser.data()["stakeholder"]["shortName"], won);
}

async fn a_stale_act_is_refused_and_one_without_a_version_is_not(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let task = saima.takes_on("Call NADRA", json!({})).await;
    let stale = saima.version(&task).await;
    let shown = "followUpAction { status }";
    saima
        .act("completeFollowUp", shown, json!({ "id": task }))
        .await
        .ok();

    let input = json!({ "id": task, "expectedVersion": stale });
    let refused = saima.act("reopenFollowUp", shown, input).await;
    let taken = saima
        .act("reopenFollowUp", shown, json!({ "id": task }))
        .await
        .ok();

    assert_eq!(refused.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
    assert_eq!(refused.data()["followUpAction"]["status"], "DONE");
    assert_eq!(taken["followUpAction"]["status"], "OPEN");
}

async fn a_version_does_not_move_by_words_that_the_viewer_may_not_read(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let meeting = saima.meets(&office, json!({})).await;
    let (hers, others) = (
        saima.version(&meeting).await,
        rubina.version(&meeting).await,
    );

    let input = json!({ "id": meeting, "expectedVersion": hers, "said": { "text": "More" } });
    saima
        .act("updateMeeting", "meeting { id }", input)
        .await
        .ok();

    assert_ne!(saima.version(&meeting).await, hers);
    assert_eq!(rubina.version(&meeting).await, others);
}

async fn logging_a_meeting_moves_no_other_records_version(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let line = app
        .engagement(&office, "Women's registration", json!({}))
        .await;
    let saima = app.member("Saima").await;
    let before = (saima.version(&office).await, saima.version(&line).await);

    let with = json!([{ "stakeholderId": office, "engagementId": line }]);
    saima.meets(&office, json!({ "with": with })).await;

    assert_eq!(
        (saima.version(&office).await, saima.version(&line).await),
        before
    );
}

async fn a_mutation_is_one_entry_with_one_change_a_record(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    let before = app.number("SELECT count(*) FROM log_entry").await;

    saima
        .meets(
            &office,
            json!({
                "decisions": [{ "text": { "text": "To go on" } }],
                "commitments": [{ "direction": "MADE_TO_CAUCUS", "text": { "text": "A list" } }],
                "followUps": [{ "title": { "text": "Ask" } }, { "title": { "text": "Write" } }],
            }),
        )
        .await;

    assert_eq!(
        app.number("SELECT count(*) FROM log_entry").await,
        before + 1
    );
    let entry = app
        .texts("SELECT CAST(changes AS TEXT) FROM log_entry WHERE act = 'logMeeting'")
        .await;
    let changes: Value = serde_json::from_str(&entry[0]).unwrap();
    assert_eq!(changes.as_array().map(Vec::len), Some(5), "{changes}");
}

async fn words_and_personal_values_stand_beside_the_log_with_a_salt(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    saima.meets(&office, json!({
        "said": { "text": "Secretsaying" },
        "attendees": [{ "memberId": saima.member }, { "newPerson": { "name": { "en": "Secretname" } } }],
    })).await;
    let input = json!({ "name": { "en": "Zarghuna" }, "phones": [{ "number": "+923001234567" }] });
    saima.act("createPerson", "person { id }", input).await.ok();

    let rows = app.rows().await;

    let (entries, beside) = (rows["log_entry"].concat(), rows["log_private"].concat());
    for word in ["Secretsaying", "Secretname", "923001234567"] {
        assert!(!entries.contains(word), "{word} stands in the log");
    }
    assert!(
        beside.contains("Secretsaying") && beside.contains("Secretname"),
        "{beside}"
    );
    let unsalted = "SELECT count(*) FROM log_private WHERE length(salt) < 16";
    assert_eq!(app.number(unsalted).await, 0);
}

async fn a_forbidden_act_leaves_an_entry_and_nothing_else(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let before = app.rows().await;

    let input = json!({ "name": { "en": "Anything" } });
    let refused = saima.act("createTopic", "topic { id }", input).await;

    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    let after = app.rows().await;
    assert_eq!(changed(&before, &after), ["log_entry", "log_link"]);
    assert_eq!(after["log_entry"].len(), before["log_entry"].len() + 1);
}

async fn a_meeting_that_is_wrong_somewhere_leaves_nothing(app: Arc<App>) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    let before = app.rows().await;

    let input = json!({
        "with": [{ "stakeholderId": office }],
        "attendees": [{ "newPerson": { "name": { "en": "Zarghuna" } } }],
        "followUps": [{ "title": { "text": "Fine" } }, { "title": { "text": "" } }],
    });
    let refused = saima.act("logMeeting", "meeting { id }", input).await;

    assert_eq!(refused.user_errors(), ["REQUIRED followUps/1/title/text"]);
    assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
}
