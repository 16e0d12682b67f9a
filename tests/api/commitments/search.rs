//! Lists of asks and promises, narrowed.

use std::sync::Arc;

use serde_json::json;

use crate::commitments::{advance, found, records};
use crate::support::App;
use crate::support::build::{merged, texts};

both! {
    filters_find_what_waits
    what_was_judged_after_its_day_does_not_wait_to_be_judged
    the_longest_past_its_day_comes_first_and_what_has_no_day_last
}

async fn the_longest_past_its_day_comes_first_and_what_has_no_day_last(app: Arc<App>) {
    let desk = app.coordinator().await;
    for (text, due) in [
        ("second", Some("2026-01-10")),
        ("without", None),
        ("third", Some("2026-01-12")),
        ("first", Some("2026-01-03")),
    ] {
        records(&desk, "MADE_TO_CAUCUS", text, json!({ "dueOn": due })).await;
    }
    let list = async |order: &str| {
        let query = format!("{{ commitments({order}) {{ nodes {{ text {{ text }} }} }} }}");
        let found = desk.ask(&query).await.ok();
        texts(&found["commitments"]["nodes"], "/text/text")
    };

    let all = list("orderBy: { field: DUE_ON }").await;
    let past = "filter: { awaitsJudgement: true }, orderBy: { field: DUE_ON, direction: ASC }";
    let past = list(past).await;
    let back = list("orderBy: { field: DUE_ON, direction: DESC }").await;

    assert_eq!(all, ["first", "second", "third", "without"]);
    assert_eq!(past, ["first", "second", "third"]);
    assert_eq!(back, ["without", "third", "second", "first"]);
}

async fn what_was_judged_after_its_day_does_not_wait_to_be_judged(app: Arc<App>) {
    let desk = app.coordinator().await;
    let late = json!({ "dueOn": "2026-01-10", "saidOn": "2026-01-02" });
    let before = records(&desk, "MADE_TO_CAUCUS", "before", late.clone()).await;
    let partly = "PARTLY_FULFILLED";
    advance(&desk, &before, partly, json!({ "on": "2026-01-09" })).await;
    let after = records(&desk, "MADE_TO_CAUCUS", "after", late).await;
    advance(&desk, &after, partly, json!({ "on": "2026-01-12" })).await;
    let waiting = "{ commitments(filter: { awaitsJudgement: true }) {
                     nodes { text { text } awaitsJudgement } } }";
    let step = "query ($id: ID!) { commitment(id: $id) { awaitsJudgement steps { id } } }";

    let waits = desk.ask(waiting).await.ok();
    let judged = desk.run(step, json!({ "id": after })).await.ok();
    let undo = json!({ "id": after, "stepId": judged["commitment"]["steps"][0]["id"] });
    let shown = "commitment { awaitsJudgement }";
    let undone = desk.act("undoCommitmentStep", shown, undo).await.ok();

    let nodes = json!([{ "text": { "text": "before" }, "awaitsJudgement": true }]);
    assert_eq!(waits["commitments"]["nodes"], nodes);
    assert_eq!(judged["commitment"]["awaitsJudgement"], false);
    assert_eq!(undone["commitment"]["awaitsJudgement"], true);
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
