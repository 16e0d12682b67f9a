//! What a promise answers, and which one announced the same money first.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::commitments::{NONE, WHOLE, records, update};
use crate::support::App;
use crate::support::build::{merged, texts};
use crate::support::caller::Caller;

both! {
    a_promise_answers_an_ask_and_nothing_else_does
    what_answers_an_ask_comes_in_pages
    answers_that_nest_are_refused_before_they_are_read
    of_two_who_close_a_circle_at_once_one_is_refused
    no_circle_is_closed_through_what_she_does_not_see
    an_ask_that_is_answered_stays_an_ask_as_far_as_she_sees
    what_announces_money_again_leads_to_the_first_as_far_as_she_sees
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

async fn what_answers_an_ask_comes_in_pages(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let ask = records(&desk, "ASKED_BY_CAUCUS", "A room", json!({})).await;
    let other = records(&desk, "ASKED_BY_CAUCUS", "A hall", json!({})).await;
    let to = |ask: &str, audience: &str| json!({ "answersId": ask, "audience": audience });
    for (minute, (words, of, audience)) in [
        ("first", &ask, "CAUCUS"),
        ("closed", &ask, "PRESENT"),
        ("of another", &other, "CAUCUS"),
        ("taken away", &ask, "CAUCUS"),
        ("last", &ask, "CAUCUS"),
    ]
    .into_iter()
    .enumerate()
    {
        app.set_time(&format!("2026-01-15T08:0{minute}:00Z"));
        let id = records(&desk, "MADE_TO_CAUCUS", words, to(of, audience)).await;
        if words == "taken away" {
            let ids = json!({ "ids": [id] });
            desk.act("archive", "results { id }", ids).await.ok();
        }
    }
    let query = "query ($id: ID!, $first: Int, $after: String, $last: Int) {
        commitment(id: $id) { answeredBy(first: $first, after: $after, last: $last) {
            nodes { text { text } } totalCount pageInfo { hasNextPage endCursor } } } }";
    let look = |caller: &Caller, variables: Value| {
        let caller = caller.clone();
        async move { caller.run(query, variables).await }
    };
    let answers = |found: &Value| texts(&found["commitment"]["answeredBy"]["nodes"], "/text/text");

    let page = look(&desk, json!({ "id": ask, "first": 2 })).await.ok();
    let cursor = &page["commitment"]["answeredBy"]["pageInfo"]["endCursor"];
    let next = look(&desk, json!({ "id": ask, "first": 2, "after": cursor }))
        .await
        .ok();
    let end = look(&desk, json!({ "id": ask, "last": 1 })).await.ok();
    let hers = look(&saima, json!({ "id": ask })).await.ok();
    let elsewhere = look(&desk, json!({ "id": other, "first": 2, "after": cursor })).await;

    assert_eq!(answers(&page), ["first", "closed"]);
    assert_eq!(page["commitment"]["answeredBy"]["totalCount"], 3);
    assert_eq!(
        page["commitment"]["answeredBy"]["pageInfo"]["hasNextPage"],
        true
    );
    assert_eq!(answers(&next), ["last"]);
    assert_eq!(
        next["commitment"]["answeredBy"]["pageInfo"]["hasNextPage"],
        false
    );
    assert_eq!(answers(&end), ["last"]);
    assert_eq!(answers(&hers), ["first", "last"]);
    assert_eq!(hers["commitment"]["answeredBy"]["totalCount"], 2);
    assert_eq!(elsewhere.errors(), ["INVALID_CURSOR"]);
}

async fn answers_that_nest_are_refused_before_they_are_read(app: Arc<App>) {
    let desk = app.coordinator().await;
    let page =
        |inner: &str| format!("answeredBy(first: 60) {{ nodes {{ answers {{ {inner} }} }} }}");
    let thrice = page(&page("answeredBy(first: 60) { ...F }"));
    let fragment = "fragment F on CommitmentConnection { nodes { id } }";

    let query = format!("{{ commitments(first: 1) {{ nodes {{ {thrice} }} }} }} {fragment}");
    let refused = desk.ask(&query).await;

    assert_eq!(refused.errors(), ["BAD_REQUEST"]);
    let said = refused.body.to_string();
    assert!(said.contains("216000 rows; at most 100000"), "{said}");
    assert!(said.contains("Ask for a smaller `first`"), "{said}");
}

async fn of_two_who_close_a_circle_at_once_one_is_refused(app: Arc<App>) {
    let desk = app.coordinator().await;
    for turn in 0..8 {
        for (direction, more, field) in [
            ("MADE_TO_CAUCUS", json!({}), "repeatsId"),
            (
                "ASKED_BY_CAUCUS",
                json!({ "direction": "MADE_TO_CAUCUS" }),
                "answersId",
            ),
        ] {
            let one = records(&desk, direction, "One", json!({})).await;
            let other = records(&desk, direction, "Other", json!({})).await;
            let to = |id: &str| merged(json!({ field: id }), more.clone());

            let (first, second) = tokio::join!(
                update(&desk, &one, to(&other)),
                update(&desk, &other, to(&one)),
            );

            let mut both = [first, second];
            both.sort_unstable();
            assert_eq!(both[0], NONE, "{field} {turn}");
            assert!(!both[1].is_empty(), "{field} {turn}");
            assert!(both[1].iter().all(|error| error.starts_with("INVALID ")));
        }
    }
}

async fn no_circle_is_closed_through_what_she_does_not_see(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let closed = || json!({ "audience": "PRESENT" });
    let first = records(&rubina, "MADE_TO_CAUCUS", "First", json!({})).await;
    let hers = records(&rubina, "MADE_TO_CAUCUS", "Hers", closed()).await;
    let hidden = records(&saima, "MADE_TO_CAUCUS", "Hidden", closed()).await;
    for id in [&first, &hers, &hidden] {
        let input = json!({ "id": id, "rung": "SAID", "amount": { "amount": "5" } });
        desk.act("recordAmount", "__typename", input).await.ok();
    }
    let repeats = |id: &str| json!({ "repeatsId": id });
    assert_eq!(update(&desk, &hers, repeats(&hidden)).await, NONE);
    assert_eq!(update(&saima, &hidden, repeats(&first)).await, NONE);

    let refused = update(&rubina, &first, repeats(&hers)).await;

    assert_eq!(refused, ["INVALID repeatsId"]);
    let ledger = "{ ledger { lines { commitments total { amount } } } }";
    let ledger = desk.ask(ledger).await.ok();
    assert_eq!(
        ledger["ledger"]["lines"],
        json!([{ "commitments": 1, "total": { "amount": "5.00" } }])
    );
}
