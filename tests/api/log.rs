//! Exactly once, no lost update, one entry a mutation.

use serde_json::{Value, json};

use crate::support::build::{made, v7};
use crate::support::rows::changed;

both! {
    async fn a_replayed_log_meeting_changes_nothing(app) {
        let office = app.office("ECP", "Provincial Election Commission").await;
        let saima = app.member("Saima").await;
        let input = json!({
            "requestId": v7(1),
            "with": [{ "stakeholderId": office }],
            "said": { "text": "They will send the list of women without cards." },
            "followUps": [{ "title": { "text": "Send the list" }, "dueOn": "2026-01-16" }],
        });
        let first = saima.act("logMeeting", "meeting { id version }", input.clone()).await.ok();
        let before = app.rows().await;

        let second = saima.act("logMeeting", "meeting { id version }", input).await.ok();

        assert_eq!(second, first);
        assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
    }

    async fn a_replay_is_known_by_the_clients_id_alone(app) {
        let office = app.office("ECP", "Provincial Election Commission").await;
        let saima = app.member("Saima").await;
        let id = made("meeting", 1);
        let input = json!({ "id": id, "with": [{ "stakeholderId": office }] });
        let first = saima.act("logMeeting", "meeting { id version }", input.clone()).await.ok();
        let before = app.rows().await;

        let second = saima.act("logMeeting", "meeting { id version }", input).await.ok();

        assert_eq!(first["meeting"]["id"], Value::from(id));
        assert_eq!(second, first);
        assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
    }

    async fn a_replayed_complete_follow_up_changes_nothing(app) {
        let saima = app.member("Saima").await;
        let task = saima.takes_on("Call NADRA", json!({})).await;
        let input = json!({ "requestId": v7(2), "id": task, "on": "2026-01-14" });
        let shown = "followUpAction { status completedOn version }";
        let first = saima.act("completeFollowUp", shown, input.clone()).await.ok();
        let before = app.rows().await;

        let second = saima.act("completeFollowUp", shown, input).await.ok();

        assert_eq!(second, first);
        assert_eq!(second["followUpAction"]["status"], "DONE");
        assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
    }

    async fn the_same_key_with_other_content_is_a_conflict(app) {
        let office = app.office("ECP", "Provincial Election Commission").await;
        let saima = app.member("Saima").await;
        let input = |mode: &str| json!({
            "requestId": v7(3), "mode": mode, "with": [{ "stakeholderId": office }],
        });
        saima.act("logMeeting", "meeting { id }", input("PHONE")).await.ok();
        let before = app.rows().await;

        let other = saima.act("logMeeting", "meeting { id }", input("VIDEO")).await;

        assert_eq!(other.user_errors(), ["ID_CONFLICT"]);
        assert_eq!(other.data()["meeting"], Value::Null);
        assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
    }

    async fn a_meeting_sent_eight_times_at_once_is_logged_once(app) {
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
            tokio::spawn(async move { saima.act("logMeeting", "meeting { id version }", input).await })
        });
        let sent: Vec<_> = sent.collect();
        let mut answers = Vec::new();
        for answer in sent {
            answers.push(answer.await.unwrap().ok());
        }

        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
        assert_eq!(app.number("SELECT count(*) FROM meeting").await, 1);
        assert_eq!(app.number("SELECT count(*) FROM follow_up_action").await, 1);
        assert_eq!(app.number("SELECT count(*) FROM log_entry WHERE act = 'logMeeting'").await, 1);
    }
}
