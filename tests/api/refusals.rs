//! What is refused: the same answer when it is sent again, and its trace in the log.

use std::sync::Arc;

use futures_util::future::join_all;
use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, v7};
use crate::support::caller::Caller;

both! {
    a_partly_done_archive_answers_alike_when_it_is_sent_again
    a_partly_done_restore_answers_alike_when_it_is_sent_again
    a_forbidden_item_of_a_partly_done_act_is_logged_with_its_record
    refusals_are_logged_up_to_ten_a_minute_and_then_it_is_said_that_there_were_more
    what_is_refused_after_the_tenth_names_its_record_once
    refusals_that_come_together_are_counted_together
}

const SHOWN: &str = "results { id record { id } userErrors { code path message } }";

/// The refused acts in the log, by the names of their acts.
async fn refused(app: &App) -> Vec<String> {
    app.texts("SELECT act FROM log_entry WHERE outcome = 'REFUSED'")
        .await
}

async fn asks_for_a_topic(caller: &Caller) {
    let input = json!({ "name": { "en": "Anything" } });
    let refused = caller.act("createTopic", "topic { id }", input).await;
    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
}

async fn a_partly_done_archive_answers_alike_when_it_is_sent_again(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let own = saima.meets(&office, json!({})).await;
    let other = desk.meets(&office, json!({})).await;
    let ids = json!([own, other, absent("meeting"), "meeting_none"]);
    let input = json!({ "requestId": v7(1), "ids": ids });

    let first = saima.act("archive", SHOWN, input.clone()).await;
    let after_first = app.rows().await;
    let again = saima.act("archive", SHOWN, input).await;

    assert_eq!(
        first.user_errors(),
        ["FORBIDDEN ids/1", "NOT_FOUND ids/2", "INVALID_ID ids/3"]
    );
    assert_eq!(again.body, first.body);
    assert_eq!(app.rows().await, after_first);
}

async fn a_partly_done_restore_answers_alike_when_it_is_sent_again(app: Arc<App>) {
    let (saima, desk) = (app.member("Saima").await, app.coordinator().await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let archived = json!({ "ids": [meeting] });
    desk.act("archive", SHOWN, archived).await.ok();
    let input = json!({ "requestId": v7(1), "ids": [meeting, office] });

    let first = desk.act("restore", SHOWN, input.clone()).await;
    let again = desk.act("restore", SHOWN, input).await;

    assert_eq!(first.user_errors(), ["INVALID_TRANSITION ids/1"]);
    assert_eq!(again.body, first.body);
}

async fn a_forbidden_item_of_a_partly_done_act_is_logged_with_its_record(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let own = saima.meets(&office, json!({})).await;
    let other = desk.meets(&office, json!({})).await;

    let input = json!({ "ids": [own, other, absent("meeting")] });
    saima.act("archive", SHOWN, input).await;

    assert_eq!(refused(&app).await, ["archive"]);
    let query = "SELECT CAST(changes AS text) FROM log_entry WHERE outcome = 'REFUSED'";
    let changes = app.texts(query).await;
    let changes: Value = serde_json::from_str(&changes[0]).unwrap();
    assert_eq!(changes[0]["record"], other);
    assert_eq!(changes[1], Value::Null);
    let done = "SELECT count(*) FROM log_entry WHERE act = 'archive' AND outcome = 'DONE'";
    assert_eq!(app.number(done).await, 1);
}

async fn refusals_are_logged_up_to_ten_a_minute_and_then_it_is_said_that_there_were_more(
    app: Arc<App>,
) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);

    for _ in 0..14 {
        asks_for_a_topic(&saima).await;
    }
    let mut of_saima = refused(&app).await;
    asks_for_a_topic(&rubina).await;
    let with_rubina = refused(&app).await.len();
    app.set_time("2026-01-15T07:01:01Z");
    asks_for_a_topic(&saima).await;
    let a_minute_later = refused(&app).await.len();

    assert_eq!(of_saima.remove(0), "(more refusals, not logged)");
    assert_eq!(of_saima, ["createTopic"; 10]);
    assert_eq!((with_rubina, a_minute_later), (12, 13));
}

async fn what_is_refused_after_the_tenth_names_its_record_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    for _ in 0..10 {
        asks_for_a_topic(&saima).await;
    }

    for _ in 0..2 {
        let input = json!({ "id": office, "expectedVersion": "x" });
        let refused = saima.act("updateStakeholder", "__typename", input).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    }

    let said = "SELECT CAST(changes AS text) FROM log_entry WHERE act LIKE '(more%'";
    let said = app.texts(said).await;
    assert_eq!(said.len(), 1);
    let said: Value = serde_json::from_str(&said[0]).unwrap();
    assert_eq!(said[0]["record"], office);
}

async fn refusals_that_come_together_are_counted_together(app: Arc<App>) {
    let saima = app.member("Saima").await;

    join_all((0..30).map(|_| asks_for_a_topic(&saima))).await;

    assert_eq!(refused(&app).await.len(), 11);
}
