//! Who changes whose a record is, that it was confirmed, or the bytes of a file behind the server's
//! back is found out: by these a record is seen, and by these it counts as hers.

use std::sync::Arc;

use rabta::concepts::log::chain::finding::Kind;
use serde_json::json;

use crate::support::App;
use crate::tampering::access::{each_is_named_as, sql};

both! {
    whose_a_record_is_is_held_to_the_log
    a_record_and_what_stands_on_it_say_the_same
    that_it_was_confirmed_is_held_to_the_log
    the_bytes_of_a_file_are_held_to_the_log
}

async fn whose_a_record_is_is_held_to_the_log(app: Arc<App>) {
    let (office, saima) = (app.office("ECP", "PEC").await, app.member("Saima").await);
    let zarghuna = app.member("Zarghuna").await;
    let meeting = saima.meets(&office, json!({})).await;
    let (id, hers) = (sql(&app, &meeting), sql(&app, &saima.user().await));
    let (other, member) = (
        sql(&app, &zarghuna.user().await),
        sql(&app, &zarghuna.member),
    );
    let changes = [
        format!("UPDATE record SET recorded_by = {other} WHERE id = {id}"),
        format!("UPDATE record SET acting_for = {member} WHERE id = {id}"),
        format!("UPDATE record SET words_withdrawn_at = recorded_at WHERE id = {id}"),
        format!(
            "UPDATE record SET parent_id = {} WHERE id = {id}",
            sql(&app, &office)
        ),
    ];
    let named = Kind::RecordChanged(meeting.clone());
    each_is_named_as(&app, "record", &changes, (&named, Some("logMeeting"))).await;
    let changes = [
        format!(
            "INSERT INTO record_person (record_id, person_id)
             SELECT {id}, person_id FROM \"user\" WHERE id = {other}"
        ),
        format!("DELETE FROM record_person WHERE record_id = {id}"),
        format!(
            "UPDATE record_person SET person_id =
             (SELECT person_id FROM \"user\" WHERE id = {other})
             WHERE record_id = {id} AND person_id =
             (SELECT person_id FROM \"user\" WHERE id = {hers})"
        ),
    ];
    each_is_named_as(
        &app,
        "record_person",
        &changes,
        (&named, Some("logMeeting")),
    )
    .await;
}

async fn a_record_and_what_stands_on_it_say_the_same(app: Arc<App>) {
    let (office, saima) = (app.office("ECP", "PEC").await, app.member("Saima").await);
    app.set_time("2026-01-15T08:00:00Z");
    let meeting = saima.meets(&office, json!({})).await;
    let id = sql(&app, &meeting);
    let set = [
        "audience = 0",
        "words_audience = 1",
        "archived_on = '2026-01-01'",
        "recorded_at = (SELECT min(recorded_at) FROM record)",
    ];
    let changes = set.map(|set| format!("UPDATE record SET {set} WHERE id = {id}"));
    let named = Kind::RecordChanged(meeting);
    each_is_named_as(&app, "record", &changes, (&named, Some("logMeeting"))).await;
}

async fn that_it_was_confirmed_is_held_to_the_log(app: Arc<App>) {
    let (office, saima) = (app.office("ECP", "PEC").await, app.member("Saima").await);
    let akbar = app.aide().await;
    saima.lets(&akbar).await;
    let task = json!({ "followUps": [{ "title": { "text": "Write" } }] });
    let meeting = akbar.acting_for(&saima).meets(&office, task).await;
    let (forged, id) = (
        Kind::ConfirmationChanged(meeting.clone()),
        sql(&app, &meeting),
    );
    let confirmed = [format!(
        "UPDATE record SET confirmed_at = recorded_at WHERE id = {id}"
    )];
    let act = (&forged, None);
    each_is_named_as(&app, "record", &confirmed, act).await;
    app.set_time("2026-01-15T08:00:00Z");
    let input = json!({ "ids": [meeting] });
    saima.act("confirm", "__typename", input).await.ok();
    let changes = [
        format!("UPDATE record SET confirmed_at = NULL WHERE id = {id}"),
        format!("UPDATE record SET confirmed_at = recorded_at WHERE id = {id}"),
    ];

    each_is_named_as(&app, "record", &changes, (&forged, Some("confirm"))).await;
}

async fn the_bytes_of_a_file_are_held_to_the_log(app: Arc<App>) {
    let (office, saima) = (app.office("ECP", "PEC").await, app.member("Saima").await);
    let meeting = saima.meets(&office, json!({})).await;
    let (status, answer) = saima
        .attaches(&meeting, &[("name", "notes.txt")], b"Cards for all")
        .await;
    assert_eq!(status, 201, "{answer}");
    let file = answer["id"].as_str().unwrap().to_owned();
    let id = sql(&app, &file);
    let other = super::bytes(&app, b"Cards for none");
    let changes = [
        format!("UPDATE attachment_content SET bytes = {other} WHERE attachment_id = {id}"),
        format!("DELETE FROM attachment_content WHERE attachment_id = {id}"),
    ];
    let named = Kind::FileChanged(file);
    each_is_named_as(
        &app,
        "attachment_content",
        &changes,
        (&named, Some("attachFile")),
    )
    .await;
}
