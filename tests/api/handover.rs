//! An office changes hands: one post ends, the next begins, and what the office promised stays with
//! it, to be said again.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::answer::Answer;
use crate::support::build::{absent, made, merged, text, v7};
use crate::support::caller::Caller;

const SHOWN: &str = "results { stakeholderId stakeholder { posts { id person { name { en } }
    title { en } from to } } userErrors { code path message } } userErrors { code path message }";

const PROMISE: &str = "query ($id: ID!) { commitment(id: $id) { status reportedStatus inheritedOn
    reconfirmBy reconfirmedOn saidBy { name { en } } owedBy { id }
    steps { basis status on } } }";

/// An office with a holder, of whom its promises are.
struct Held {
    office: String,
    holder: String,
    post: String,
}

async fn held(app: &App, office: &str, name: &str) -> Held {
    let desk = app.coordinator().await;
    let (office, holder) = (app.office("NADRA", office).await, app.person(name).await);
    let input = json!({ "personId": holder, "stakeholderId": office,
                        "title": { "en": "Head" }, "from": "2024-01-01" });
    let shown = "person { posts { id } }";
    let added = desk.act("addPost", shown, input).await.ok();
    let post = text(&added, "/person/posts/0/id");
    Held {
        office,
        holder,
        post,
    }
}

/// A promise that an office made, said by its holder.
async fn promised(desk: &Caller, held: &Held, more: Value) -> String {
    let input = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": "A desk for women" },
                        "owedByIds": [held.office], "saidById": held.holder,
                        "saidOn": "2025-10-01" });
    let input = merged(input, more);
    let made = desk
        .act("recordCommitment", "commitment { id }", input)
        .await;
    text(&made.ok(), "/commitment/id")
}

async fn changes(desk: &Caller, changes: Value) -> Answer {
    let input = json!({ "changes": changes });
    desk.act("changeOfficeHolder", SHOWN, input).await
}

/// Who holds posts of an office now.
async fn holders(caller: &Caller, office: &str) -> Vec<String> {
    let query = "query ($id: ID!) { stakeholder(id: $id) { posts { to person { name { en } } } } }";
    let found = caller.run(query, json!({ "id": office })).await.ok();
    let posts = found["stakeholder"]["posts"].as_array().unwrap().iter();
    let held = posts.filter(|post| post["to"].is_null());
    held.map(|post| text(post, "/person/name/en")).collect()
}

async fn read(caller: &Caller, id: &str) -> Value {
    caller.run(PROMISE, json!({ "id": id })).await.ok()["commitment"].clone()
}

both! {
    one_post_ends_and_the_next_begins
    who_was_on_record_first_stands_first_and_who_follows_stands_in_that_place
    what_the_office_promised_stays_with_it_and_waits_to_be_said_again
    only_open_promises_of_its_predecessors_wait
    who_comes_says_it_again
    what_was_said_again_by_slip_is_taken_back
    what_does_not_wait_cannot_be_said_again
    an_office_may_stay_vacant_and_be_held_later
    a_transfer_between_two_offices_is_one_request
    nobody_comes_to_a_post_twice_in_one_request
    of_two_who_say_at_once_who_came_the_second_finds_the_first
    what_is_wrong_with_one_is_named_and_the_others_take_effect
    only_a_coordinator_changes_holders
    sent_again_it_changes_nothing
    partners_learn_nothing_of_it
    what_was_written_of_it_is_in_the_log
}

async fn who_was_on_record_first_stands_first_and_who_follows_stands_in_that_place(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    app.set_time("2026-01-16T06:00:00Z");
    let officer = json!({ "personId": app.person("Hammal").await, "stakeholderId": zhob.office,
                          "title": { "en": "Section officer" } });
    desk.act("addPost", "person { id }", officer).await.ok();

    let at_first = holders(&desk, &zhob.office).await;
    let next = json!({ "name": { "en": "Mehnaz" } });
    let change = json!({ "stakeholderId": zhob.office, "endPostId": zhob.post, "next": next });
    changes(&desk, json!([change])).await.ok();
    let changed = holders(&desk, &zhob.office).await;

    assert_eq!(at_first, ["Torak", "Hammal"]);
    assert_eq!(changed, ["Mehnaz", "Hammal"]);
}

async fn one_post_ends_and_the_next_begins(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;

    let (person, post) = (made("person", 1), made("post", 2));
    let next = json!({ "id": person, "name": { "en": "Mehnaz" }, "gender": "WOMAN" });
    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10", "next": next,
                         "postId": post });
    let answer = changes(&desk, json!([change])).await.ok();

    assert_eq!(answer["userErrors"], json!([]));
    assert_eq!(answer["results"][0]["userErrors"], json!([]));
    assert_eq!(
        answer["results"][0]["stakeholder"]["posts"],
        json!([
            { "id": post, "person": { "name": { "en": "Mehnaz" } }, "title": { "en": "Head" },
              "from": "2026-01-10", "to": null },
            { "id": zhob.post, "person": { "name": { "en": "Torak" } }, "title": { "en": "Head" },
              "from": "2024-01-01", "to": "2026-01-09" },
        ])
    );
}

async fn what_the_office_promised_stays_with_it_and_waits_to_be_said_again(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let promise = promised(&desk, &zhob, json!({})).await;

    let next = json!({ "name": { "en": "Mehnaz" } });
    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10", "next": next });
    changes(&desk, json!([change])).await.ok();

    let shown = read(&desk, &promise).await;
    assert_eq!(shown["status"], "PROMISED");
    assert_eq!(shown["saidBy"]["name"]["en"], "Torak");
    assert_eq!(shown["owedBy"], json!([{ "id": zhob.office }]));
    assert_eq!(shown["inheritedOn"], "2026-01-10");
    assert_eq!(shown["reconfirmBy"], "2026-04-10");
    assert_eq!(shown["reconfirmedOn"], Value::Null);
    let waits = "{ waits: commitments(filter: { awaitsReconfirmation: true }) { nodes { id } }
                   others: commitments(filter: { awaitsReconfirmation: false }) { totalCount } }";
    assert_eq!(
        desk.ask(waits).await.ok(),
        json!({ "waits": { "nodes": [{ "id": promise }] }, "others": { "totalCount": 0 } })
    );
}

async fn only_open_promises_of_its_predecessors_wait(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (zhob, kech) = (
        held(&app, "Zhob", "Torak").await,
        held(&app, "Kech", "Hammal").await,
    );
    let advances = async |id: &str, status: &str| {
        let input = json!({ "id": id, "status": status });
        let shown = "commitment { id }";
        desk.act("advanceCommitment", shown, input).await.ok();
    };
    let partly = promised(&desk, &zhob, json!({})).await;
    advances(&partly, "PARTLY_FULFILLED").await;
    let kept = promised(&desk, &zhob, json!({})).await;
    advances(&kept, "FULFILLED").await;
    let later = promised(&desk, &zhob, json!({ "saidOn": "2026-01-12" })).await;
    let of_another = promised(&desk, &kech, json!({})).await;
    let ask = json!({ "direction": "ASKED_BY_CAUCUS" });
    let asked = promised(&desk, &zhob, ask.clone()).await;
    let grants = async |on: &str| {
        let id = promised(&desk, &zhob, ask.clone()).await;
        let step = json!({ "id": id, "status": "PROMISED", "on": on });
        let shown = "commitment { id }";
        desk.act("advanceCommitment", shown, step).await.ok();
        id
    };
    let granted = grants("2026-01-05").await;
    let granted_later = grants("2026-01-12").await;
    let at_a_meeting = json!({ "when": { "days": { "from": "2025-12-01" } },
        "commitments": [{ "direction": "MADE_TO_CAUCUS", "text": { "text": "A van" } }] });
    let met = desk
        .logs(&zhob.office, "commitments { id }", at_a_meeting)
        .await;
    let at_a_meeting = text(&met, "/meeting/commitments/0/id");

    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10",
                         "next": { "name": { "en": "Mehnaz" } }, "reconfirmBy": "2026-02-01" });
    changes(&desk, json!([change])).await.ok();

    for (id, waits) in [
        (&partly, true),
        (&at_a_meeting, true),
        (&kept, false),
        (&later, false),
        (&of_another, false),
        (&asked, false),
        (&granted, true),
        (&granted_later, false),
    ] {
        let by = read(&desk, id).await["reconfirmBy"].clone();
        assert_eq!(by == json!("2026-02-01"), waits, "{id}: {by}");
    }
}

async fn who_comes_says_it_again(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let promise = promised(&desk, &zhob, json!({})).await;
    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10",
                         "next": { "name": { "en": "Mehnaz" } } });
    changes(&desk, json!([change])).await.ok();

    let input = json!({ "id": promise, "on": "2026-01-12",
                        "evidence": { "kind": "DOCUMENT", "title": "Letter 14" } });
    let shown = "commitment { id }";
    desk.act("reconfirmCommitment", shown, input).await.ok();

    let shown = read(&desk, &promise).await;
    assert_eq!(shown["reconfirmedOn"], "2026-01-12");
    assert_eq!(shown["reportedStatus"], "PROMISED");
    assert_eq!(
        shown["steps"],
        json!([{ "basis": "REPORTED", "status": "PROMISED", "on": "2026-01-12" }])
    );
    let waits = "{ commitments(filter: { awaitsReconfirmation: true }) { totalCount } }";
    assert_eq!(desk.ask(waits).await.ok()["commitments"]["totalCount"], 0);
}

async fn what_was_said_again_by_slip_is_taken_back(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let promise = promised(&desk, &zhob, json!({})).await;
    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10",
                         "next": { "name": { "en": "Mehnaz" } } });
    changes(&desk, json!([change])).await.ok();
    let shown = "commitment { steps { id } }";
    let input = json!({ "id": promise });
    let said = desk.act("reconfirmCommitment", shown, input).await.ok();

    let step = text(&said, "/commitment/steps/0/id");
    let input = json!({ "id": promise, "stepId": step });
    desk.act("undoCommitmentStep", "commitment { id }", input)
        .await
        .ok();

    let shown = read(&desk, &promise).await;
    assert_eq!(shown["reconfirmedOn"], Value::Null);
    assert_eq!(shown["reportedStatus"], Value::Null);
}

async fn what_does_not_wait_cannot_be_said_again(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let promise = promised(&desk, &zhob, json!({})).await;
    let again = async |on: &str| {
        let input = json!({ "id": promise, "on": on });
        let shown = "commitment { id }";
        let answer = desk.act("reconfirmCommitment", shown, input).await;
        answer.user_errors()
    };

    let before = again("2026-01-12").await;
    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10",
                         "next": { "name": { "en": "Mehnaz" } } });
    changes(&desk, json!([change])).await.ok();
    let too_early = again("2026-01-09").await;
    let first = again("2026-01-12").await;
    let twice = again("2026-01-13").await;

    assert_eq!(before, ["INVALID_TRANSITION"]);
    assert_eq!(too_early, ["OUT_OF_RANGE on"]);
    assert_eq!(first, Vec::<String>::new());
    assert_eq!(twice, ["INVALID_TRANSITION"]);
}

async fn an_office_may_stay_vacant_and_be_held_later(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let mehnaz = app.person("Mehnaz").await;

    let left = json!({ "stakeholderId": zhob.office, "on": "2026-01-05" });
    let left = changes(&desk, json!([left])).await.ok();
    let nobody = json!({ "stakeholderId": zhob.office });
    let nobody = changes(&desk, json!([nobody])).await;
    let untitled = json!({ "stakeholderId": zhob.office, "nextId": mehnaz });
    let untitled = changes(&desk, json!([untitled])).await;
    let came = json!({ "stakeholderId": zhob.office, "nextId": mehnaz, "on": "2026-01-10",
                       "title": { "en": "Head of the centre" } });
    let came = changes(&desk, json!([came])).await.ok();

    let posts = |answer: &Value| answer["results"][0]["stakeholder"]["posts"].clone();
    assert_eq!(posts(&left)[0]["to"], "2026-01-04");
    assert_eq!(nobody.user_errors(), ["REQUIRED changes/0/nextId"]);
    assert_eq!(untitled.user_errors(), ["REQUIRED changes/0/title"]);
    assert_eq!(posts(&came)[0]["title"]["en"], "Head of the centre");
    assert_eq!(posts(&came)[0]["to"], Value::Null);
}

async fn nobody_comes_to_a_post_twice_in_one_request(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (zhob, vacant) = (
        held(&app, "Zhob", "Torak").await,
        app.office("NADRA", "Kech").await,
    );
    let (mehnaz, hammal) = (app.person("Mehnaz").await, app.person("Hammal").await);
    let comes = |office: &str, who: &str| json!({ "stakeholderId": office, "nextId": who, "title": { "en": "Head" } });

    let answer = changes(
        &desk,
        json!([
            comes(&zhob.office, &mehnaz),
            comes(&zhob.office, &hammal),
            comes(&vacant, &mehnaz),
            comes(&vacant, &hammal),
        ]),
    )
    .await;

    assert_eq!(
        answer.user_errors(),
        [
            "DUPLICATE changes/1/stakeholderId",
            "DUPLICATE changes/3/stakeholderId"
        ]
    );
    for office in [&zhob.office, &vacant] {
        assert_eq!(holders(&desk, office).await, ["Mehnaz"]);
    }
}

async fn of_two_who_say_at_once_who_came_the_second_finds_the_first(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let (mehnaz, hammal) = (app.person("Mehnaz").await, app.person("Hammal").await);
    let comes = |who: &str| json!([{ "stakeholderId": zhob.office, "nextId": who }]);

    let (one, other) = tokio::join!(
        changes(&desk, comes(&mehnaz)),
        changes(&desk, comes(&hammal))
    );

    assert_eq!((one.user_errors().len(), other.user_errors().len()), (0, 0));
    assert_eq!(holders(&desk, &zhob.office).await.len(), 1);
}

async fn a_transfer_between_two_offices_is_one_request(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (zhob, kech) = (
        held(&app, "Zhob", "Torak").await,
        held(&app, "Kech", "Hammal").await,
    );
    let both = json!({ "owedByIds": [zhob.office, kech.office] });
    let promise = promised(&desk, &zhob, both).await;

    let answer = changes(
        &desk,
        json!([
            { "stakeholderId": zhob.office, "nextId": kech.holder, "on": "2026-01-10" },
            { "stakeholderId": kech.office, "nextId": zhob.holder, "on": "2026-01-10" },
        ]),
    )
    .await
    .ok();

    for (place, who) in [(0, "Hammal"), (1, "Torak")] {
        let posts = &answer["results"][place]["stakeholder"]["posts"];
        assert_eq!(posts[0]["person"]["name"]["en"], who);
        assert_eq!(posts[0]["to"], Value::Null);
        assert_eq!(posts[1]["to"], "2026-01-09");
    }
    assert_eq!(read(&desk, &promise).await["inheritedOn"], "2026-01-10");
}

async fn what_is_wrong_with_one_is_named_and_the_others_take_effect(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let kech = held(&app, "Kech", "Hammal").await;
    let second = app.person("Barkat").await;
    let input = json!({ "personId": second, "stakeholderId": kech.office,
                        "title": { "en": "Deputy" } });
    desk.act("addPost", "person { id }", input).await.ok();

    let answer = changes(
        &desk,
        json!([
            { "stakeholderId": zhob.office, "nextId": kech.holder, "on": "2026-01-10" },
            { "stakeholderId": kech.office, "nextId": zhob.holder },
            { "stakeholderId": absent("stakeholder"), "nextId": zhob.holder },
            { "stakeholderId": kech.office, "endPostId": kech.post, "nextId": kech.holder },
            { "stakeholderId": kech.office, "endPostId": kech.post, "on": "2023-05-01" },
            { "stakeholderId": kech.office, "endPostId": zhob.post },
            { "stakeholderId": kech.office, "endPostId": kech.post, "nextId": zhob.holder,
              "next": { "name": { "en": "Other" } } },
            { "stakeholderId": kech.office, "endPostId": kech.post, "on": "2026-01-10",
              "reconfirmBy": "2026-01-09" },
        ]),
    )
    .await;
    let none = changes(&desk, json!([])).await;

    assert_eq!(
        answer.user_errors(),
        [
            "REQUIRED changes/1/endPostId",
            "NOT_FOUND changes/2/stakeholderId",
            "DUPLICATE changes/3/nextId",
            "INVALID changes/4/on",
            "NOT_FOUND changes/5/endPostId",
            "INVALID changes/6/next",
            "INVALID changes/7/reconfirmBy",
        ]
    );
    let first = &answer.data()["results"][0]["stakeholder"];
    assert_eq!(first["posts"][0]["person"]["name"]["en"], "Hammal");
    assert_eq!(none.user_errors(), ["REQUIRED changes"]);
}

async fn only_a_coordinator_changes_holders(app: Arc<App>) {
    let zhob = held(&app, "Zhob", "Torak").await;
    let before = app.rows().await;

    for caller in [
        app.member("Saima").await,
        app.admin().await,
        app.partner(&[], &["NADRA"]).await,
    ] {
        let change = json!([{ "stakeholderId": zhob.office }]);
        assert_eq!(changes(&caller, change).await.user_errors(), ["FORBIDDEN"]);
    }

    let after = app.rows().await;
    assert_eq!(before["post"], after["post"]);
}

async fn sent_again_it_changes_nothing(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    promised(&desk, &zhob, json!({})).await;
    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10",
                         "next": { "name": { "en": "Mehnaz" } } });
    let input = json!({ "requestId": v7(4), "changes": [change] });
    let first = desk.act("changeOfficeHolder", SHOWN, input.clone()).await;
    let before = app.rows().await;

    let again = desk.act("changeOfficeHolder", SHOWN, input).await;

    assert_eq!(first.ok(), again.ok());
    assert_eq!(app.rows().await, before);
}

async fn partners_learn_nothing_of_it(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    let more = json!({ "audience": "PARTNERS",
        "when": { "days": { "from": "2025-12-01" } },
        "commitments": [{ "direction": "MADE_TO_CAUCUS", "text": { "text": "A van" } }] });
    let met = desk.logs(&zhob.office, "commitments { id }", more).await;
    let promise = text(&met, "/meeting/commitments/0/id");
    let partner = app.partner(&[], &["NADRA"]).await;
    let before = read(&partner, &promise).await;

    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10" });
    changes(&desk, json!([change])).await.ok();

    assert_eq!(read(&desk, &promise).await["inheritedOn"], "2026-01-10");
    assert_eq!(read(&partner, &promise).await, before);
    let narrowed = "{ commitments(filter: { awaitsReconfirmation: true }) { totalCount } }";
    assert_eq!(partner.ask(narrowed).await.errors(), ["FORBIDDEN"]);
}

async fn what_was_written_of_it_is_in_the_log(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = held(&app, "Zhob", "Torak").await;
    promised(&desk, &zhob, json!({})).await;
    let change = json!({ "stakeholderId": zhob.office, "on": "2026-01-10",
                         "next": { "name": { "en": "Mehnaz" } } });
    changes(&desk, json!([change])).await.ok();
    app.sealed().await;

    let witness = rabta::concepts::log::chain::verify::Witness::default();
    let report = rabta::cli::audit::check(app.server.db.reader(), &witness)
        .await
        .unwrap();

    assert_eq!(report.findings, []);
}
