//! Setting asks and promises right.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::commitments::{NONE, WHOLE, advance, found, records, shown, update};
use crate::support::App;
use crate::support::build::{merged, text};

both! {
    terms_are_set_right_and_what_is_not_sent_stays
    an_office_that_she_does_not_see_stays
    an_ask_that_has_come_further_stays_an_ask
    what_she_does_not_see_is_not_taken_away_by_null
    another_direction_leaves_no_hidden_office_where_the_caucus_stands
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
