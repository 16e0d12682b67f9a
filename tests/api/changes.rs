//! The feed of changes: each write is told once, in the order in which it took hold, to those who may
//! see it.

use std::sync::Arc;

use entity::enums::Role;
use rabta::cli::{token, user};
use rabta::concepts::access::users::Changes;
use serde_json::json;

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

const FEED: &str = "query ($since: String, $first: Int) { changes(since: $since, first: $first) {
    changes { recordId isGone record { id } } cursor hasMore } }";

/// Where the feed ends now for somebody.
async fn end(app: &App, caller: &Caller) -> String {
    app.sealed().await;
    let begun = caller
        .ask("{ changes { changes { recordId } cursor hasMore } }")
        .await
        .ok();
    assert_eq!(begun["changes"]["changes"], json!([]));
    text(&begun, "/changes/cursor")
}

/// What was told to somebody since, each record with whether it is gone.
async fn told(app: &App, caller: &Caller, since: &str) -> Vec<(String, bool)> {
    app.sealed().await;
    let page = caller
        .run(FEED, json!({ "since": since, "first": 100 }))
        .await
        .ok();
    assert_eq!(page["changes"]["hasMore"], false);
    let told = page["changes"]["changes"].as_array().unwrap().clone();
    told.into_iter()
        .map(|one| {
            let is_gone = one["isGone"] == true;
            assert_eq!(one["record"].is_null(), is_gone, "{one}");
            (text(&one, "/recordId"), is_gone)
        })
        .collect()
}

async fn ids(app: &App, caller: &Caller, since: &str) -> Vec<String> {
    let told = told(app, caller, since).await;
    assert!(told.iter().all(|(_, is_gone)| !is_gone), "{told:?}");
    told.into_iter().map(|(id, _)| id).collect()
}

both! {
    what_is_written_is_told_in_order_and_a_record_as_often_as_it_changed
    pages_of_one_follow_each_other_without_a_gap
    of_concurrent_writers_each_write_is_told_once_and_in_order
    what_somebody_may_not_see_moves_nothing_for_her
    who_saw_what_was_closed_is_told_that_it_is_gone
    who_is_none_of_the_people_any_more_is_told_that_all_of_it_is_gone
    who_becomes_one_of_the_people_is_told_of_all_of_it
    words_that_changed_are_told_to_who_reads_them
    a_partner_is_told_of_what_is_closed_or_archived_and_was_in_her_scope
    a_partner_is_told_of_what_she_reads_and_of_nothing_else
    what_was_done_while_it_was_closed_is_not_told_when_it_opens
    a_cursor_is_for_one_reader_with_her_rights
    what_was_looked_through_is_not_told_when_it_comes_into_her_scope
    a_partner_whose_scope_changed_begins_anew_and_hears_nothing_of_what_she_lost
    what_was_refused_is_not_told
}

async fn what_is_written_is_told_in_order_and_a_record_as_often_as_it_changed(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let since = end(&app, &rubina).await;

    let first = saima.takes_on("Call", json!({})).await;
    let second = saima.takes_on("Write", json!({})).await;
    let done = json!({ "id": first });
    saima
        .act("completeFollowUp", "followUpAction { id }", done)
        .await
        .ok();

    assert_eq!(
        ids(&app, &rubina, &since).await,
        [first.clone(), second, first]
    );
}

async fn pages_of_one_follow_each_other_without_a_gap(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let mut cursor = end(&app, &saima).await;
    let more =
        json!({ "decisions": [{ "text": { "text": "Yes" } }, { "text": { "text": "No" } }] });
    let since = cursor.clone();
    saima.meets(&office, more).await;
    saima.takes_on("Call", json!({})).await;
    let all = ids(&app, &saima, &since).await;
    assert_eq!(all.len(), 4);

    let mut found = Vec::new();
    loop {
        let input = json!({ "since": cursor, "first": 1 });
        let page = saima.run(FEED, input).await.ok()["changes"].clone();
        found.extend(texts(&page["changes"], "/recordId"));
        cursor = text(&page, "/cursor");
        if page["hasMore"] == false {
            break;
        }
    }

    assert_eq!(found, all);
    assert_eq!(ids(&app, &saima, &cursor).await, Vec::<String>::new());
}

/// How many write at once, and how often each.
const WRITERS: usize = 6;
const WRITES: usize = 12;

async fn of_concurrent_writers_each_write_is_told_once_and_in_order(app: Arc<App>) {
    let reader = app.member("Reader").await;
    let mut writers = Vec::new();
    for number in 0..WRITERS {
        writers.push(app.member(&format!("Writer{number}")).await);
    }
    let mut cursor = end(&app, &reader).await;

    let writing: Vec<_> = writers
        .into_iter()
        .map(|writer| {
            tokio::spawn(async move {
                let mut made = Vec::new();
                for number in 0..WRITES {
                    made.push(writer.takes_on(&format!("Task {number}"), json!({})).await);
                }
                made
            })
        })
        .collect();
    let mut told = Vec::new();
    while told.len() < WRITERS * WRITES {
        rabta::concepts::log::chain::seal(&app.server)
            .await
            .unwrap();
        let input = json!({ "since": cursor, "first": 7 });
        let page = reader.run(FEED, input).await.ok()["changes"].clone();
        told.extend(texts(&page["changes"], "/recordId"));
        cursor = text(&page, "/cursor");
    }

    for writer in writing {
        let made = writer.await.unwrap();
        // What one wrote after the other was told after the other.
        let places = made.iter().map(|id| told.iter().position(|one| one == id));
        let places: Vec<_> = places.map(Option::unwrap).collect();
        assert!(places.is_sorted(), "{places:?}");
    }
    let mut each = told.clone();
    each.sort_unstable();
    each.dedup();
    assert_eq!(each.len(), WRITERS * WRITES);
    assert_eq!(ids(&app, &reader, &cursor).await, Vec::<String>::new());
}

async fn what_somebody_may_not_see_moves_nothing_for_her(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (office, desk) = (app.office("ECP", "PEC").await, app.coordinator().await);
    let (since, of_desk) = (end(&app, &rubina).await, end(&app, &desk).await);

    let closed = saima.meets(&office, json!({ "audience": "PRESENT" })).await;
    app.sealed().await;
    let page = rubina.run(FEED, json!({ "since": since })).await.ok();

    let nothing = json!({ "changes": [], "cursor": since, "hasMore": false });
    assert_eq!(page["changes"], nothing);
    assert_eq!(end(&app, &rubina).await, since);
    assert_eq!(ids(&app, &desk, &of_desk).await, [closed]);
}

async fn who_saw_what_was_closed_is_told_that_it_is_gone(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    let office = app.office("ECP", "PEC").await;
    let more = json!({ "decisions": [{ "text": { "text": "Yes" } }] });
    let met = saima.logs(&office, "id decisions { id }", more).await;
    let (meeting, decision) = (
        text(&met, "/meeting/id"),
        text(&met, "/meeting/decisions/0/id"),
    );
    let since = [
        end(&app, &rubina).await,
        end(&app, &admin).await,
        end(&app, &desk).await,
    ];

    let version = saima.version(&meeting).await;
    let close = json!({ "id": meeting, "expectedVersion": version, "audience": "PRESENT" });
    saima
        .act("updateMeeting", "meeting { id }", close)
        .await
        .ok();

    for (caller, since) in [(&rubina, &since[0]), (&admin, &since[1])] {
        let mut told = told(&app, caller, since).await;
        told.sort_unstable();
        assert_eq!(told, [(decision.clone(), true), (meeting.clone(), true)]);
    }
    let mut seen = ids(&app, &desk, &since[2]).await;
    seen.sort_unstable();
    assert_eq!(seen, [decision, meeting.clone()]);
    // What is written of it afterwards is nothing to those who do not see it.
    let now = end(&app, &rubina).await;
    let version = saima.version(&meeting).await;
    let title = json!({ "id": meeting, "expectedVersion": version, "title": { "text": "Quiet" } });
    saima
        .act("updateMeeting", "meeting { id }", title)
        .await
        .ok();
    assert_eq!(told(&app, &rubina, &now).await, []);
}

async fn attend(by: &Caller, meeting: &str, members: &[&Caller]) {
    let version = by.version(meeting).await;
    let attendees: Vec<_> = members
        .iter()
        .map(|member| json!({ "memberId": member.member }))
        .collect();
    let input = json!({ "id": meeting, "expectedVersion": version, "attendees": attendees });
    by.act("updateMeeting", "meeting { id }", input).await.ok();
}

async fn closed_with_a_decision(app: &App, by: &Caller, attendees: &[&Caller]) -> [String; 2] {
    let office = app.office("ECP", "PEC").await;
    let attendees: Vec<_> = attendees
        .iter()
        .map(|member| json!({ "memberId": member.member }))
        .collect();
    let more = json!({
        "audience": "PRESENT", "attendees": attendees, "decisions": [{ "text": { "text": "Yes" } }],
    });
    let met = by.logs(&office, "id decisions { id }", more).await;
    [
        text(&met, "/meeting/decisions/0/id"),
        text(&met, "/meeting/id"),
    ]
}

async fn who_is_none_of_the_people_any_more_is_told_that_all_of_it_is_gone(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let [decision, meeting] = closed_with_a_decision(&app, &saima, &[&saima, &rubina]).await;
    let since = end(&app, &rubina).await;

    attend(&saima, &meeting, &[&saima]).await;

    let mut told = told(&app, &rubina, &since).await;
    told.sort_unstable();
    assert_eq!(told, [(decision, true), (meeting, true)]);
}

async fn who_becomes_one_of_the_people_is_told_of_all_of_it(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let noor = app.member("Noor").await;
    let [decision, meeting] = closed_with_a_decision(&app, &saima, &[&saima]).await;
    let (since, of_noor) = (end(&app, &rubina).await, end(&app, &noor).await);

    attend(&saima, &meeting, &[&saima, &rubina]).await;

    // What was written before she came is told as well: it is new to her.
    let mut told_to = ids(&app, &rubina, &since).await;
    told_to.sort_unstable();
    told_to.dedup();
    assert_eq!(told_to, [decision, meeting]);
    assert_eq!(told(&app, &noor, &of_noor).await, []);
}

async fn words_that_changed_are_told_to_who_reads_them(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let since = [end(&app, &saima).await, end(&app, &rubina).await];
    let version = saima.version(&meeting).await;
    let said = json!({ "id": meeting, "expectedVersion": version, "said": { "text": "Quietly" } });

    saima
        .act("updateMeeting", "meeting { id }", said)
        .await
        .ok();

    assert_eq!(ids(&app, &saima, &since[0]).await, [meeting]);
    assert_eq!(told(&app, &rubina, &since[1]).await, []);
}

async fn a_partner_is_told_of_what_is_closed_or_archived_and_was_in_her_scope(app: Arc<App>) {
    let desk = app.coordinator().await;
    let greta = app.partner(&[], &["ECP"]).await;
    let (ecp, cso) = (
        app.office("ECP", "PEC").await,
        app.office("CSO", "Aurat").await,
    );
    let open = json!({ "audience": "PARTNERS" });
    let mut met = Vec::new();
    for office in [&ecp, &ecp, &cso, &cso] {
        met.push(desk.meets(office, open.clone()).await);
    }
    let since = end(&app, &greta).await;

    for closed in [&met[0], &met[2]] {
        let version = desk.version(closed).await;
        let close = json!({ "id": closed, "expectedVersion": version, "audience": "CAUCUS" });
        desk.act("updateMeeting", "meeting { id }", close)
            .await
            .ok();
    }
    let archive = json!({ "ids": [met[1], met[3]] });
    desk.act("archive", "results { id }", archive).await.ok();

    let gone = [(met[0].clone(), true), (met[1].clone(), true)];
    assert_eq!(told(&app, &greta, &since).await, gone);
}

async fn a_partner_is_told_of_what_she_reads_and_of_nothing_else(app: Arc<App>) {
    let (desk, greta) = (app.coordinator().await, app.partner(&[], &["ECP"]).await);
    let (ecp, cso) = (
        app.office("ECP", "PEC").await,
        app.office("CSO", "Aurat").await,
    );
    let promise = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": "A room" } });
    let open = json!({ "audience": "PARTNERS", "commitments": [promise] });
    let met = desk.logs(&ecp, "id commitments { id }", open).await;
    let (meeting, promise) = (
        text(&met, "/meeting/id"),
        text(&met, "/meeting/commitments/0/id"),
    );
    let since = end(&app, &greta).await;

    let judged = json!({ "id": promise, "status": "FULFILLED" });
    desk.act("advanceCommitment", "__typename", judged)
        .await
        .ok();
    for hidden in [
        json!({ "with": [{ "stakeholderId": ecp }, { "stakeholderId": cso }] }),
        json!({ "said": { "text": "Quietly" } }),
    ] {
        let version = desk.version(&meeting).await;
        let input = json!({ "id": meeting, "expectedVersion": version });
        let input = crate::support::build::merged(input, hidden);
        desk.act("updateMeeting", "__typename", input).await.ok();
    }
    let nothing = told(&app, &greta, &since).await;
    let still = end(&app, &greta).await;
    let version = desk.version(&meeting).await;
    let title = json!({ "id": meeting, "expectedVersion": version, "title": { "text": "Cards" } });
    desk.act("updateMeeting", "__typename", title).await.ok();
    let shared = json!({ "id": promise, "expectedVersion": desk.version(&promise).await,
        "isStatusShared": true });
    desk.act("updateCommitment", "__typename", shared)
        .await
        .ok();

    assert_eq!((nothing, still), (vec![], since.clone()));
    assert_eq!(ids(&app, &greta, &since).await, [meeting, promise]);
}

async fn what_was_done_while_it_was_closed_is_not_told_when_it_opens(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let since = end(&app, &rubina).await;
    let meeting = saima.meets(&office, json!({ "audience": "PRESENT" })).await;

    for change in [
        json!({ "title": { "text": "Quiet" } }),
        json!({ "audience": "CAUCUS" }),
    ] {
        let version = saima.version(&meeting).await;
        let input = json!({ "id": meeting, "expectedVersion": version });
        let input = crate::support::build::merged(input, change);
        saima.act("updateMeeting", "__typename", input).await.ok();
    }

    assert_eq!(ids(&app, &rubina, &since).await, [meeting]);
}

async fn a_cursor_is_for_one_reader_with_her_rights(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let since = end(&app, &saima).await;

    let of_another = rubina.run(FEED, json!({ "since": since })).await;
    let coordinator = Changes {
        role: Some(Role::Coordinator),
        ..Changes::default()
    };
    user::change(&app.server, &saima.email, coordinator)
        .await
        .unwrap();
    let secret = token::create(&app.server, &saima.email, "new", 9).await;
    let raised = saima.with_token(&secret.unwrap());
    let with_other_rights = raised.run(FEED, json!({ "since": since })).await;

    assert_eq!(of_another.errors(), ["INVALID_CURSOR"]);
    assert_eq!(with_other_rights.errors(), ["INVALID_CURSOR"]);
    let begun = end(&app, &raised).await;
    let none = raised
        .run(FEED, json!({ "since": begun, "first": 101 }))
        .await;
    assert_eq!(none.errors(), ["OUT_OF_RANGE"]);
}

/// Nor is it looked at again with each time that she asks.
async fn what_was_looked_through_is_not_told_when_it_comes_into_her_scope(app: Arc<App>) {
    let (desk, voice) = (app.coordinator().await, app.programme("Voice").await);
    let greta = app.partner(&[&voice], &[]).await;
    let office = app.office("ECP", "PEC").await;
    let since = end(&app, &greta).await;
    let shared = json!({ "audience": "PARTNERS" });
    let meeting = desk.meets(&office, shared).await;
    assert_eq!(told(&app, &greta, &since).await, []);

    let version = desk.version(&meeting).await;
    let input = json!({ "id": meeting, "expectedVersion": version, "programmeIds": [voice] });
    desk.act("updateMeeting", "meeting { id }", input)
        .await
        .ok();
    let after = told(&app, &greta, &since).await;
    let seen = greta.ask("{ meetings { nodes { id } } }").await.ok();
    let version = desk.version(&meeting).await;
    let input = json!({ "id": meeting, "expectedVersion": version, "title": { "text": "Cards" } });
    desk.act("updateMeeting", "meeting { id }", input)
        .await
        .ok();

    assert_eq!(after, []);
    assert_eq!(seen["meetings"]["nodes"], json!([{ "id": meeting }]));
    assert_eq!(ids(&app, &greta, &since).await, [meeting]);
}

/// Her scope is given, widened, narrowed and ended by an administrator.
async fn a_partner_whose_scope_changed_begins_anew_and_hears_nothing_of_what_she_lost(
    app: Arc<App>,
) {
    let (desk, admin) = (app.coordinator().await, app.admin().await);
    let (voice, roads) = (app.programme("Voice").await, app.programme("Roads").await);
    let (greta, office) = (app.partner(&[], &[]).await, app.office("ECP", "PEC").await);
    let user = greta.user().await;
    let of = |programme: &String| json!({ "audience": "PARTNERS", "programmeIds": [programme] });
    let (first, second) = (
        desk.meets(&office, of(&voice)).await,
        desk.meets(&office, of(&roads)).await,
    );
    let mut caller = greta.clone();
    let mut since = end(&app, &greta).await;

    for (programmes, seen) in [
        (json!([voice]), vec![&first]),
        (json!([voice, roads]), vec![&second, &first]),
        (json!([roads]), vec![&second]),
        (json!([]), vec![]),
    ] {
        let scope = json!({ "scope": { "programmeIds": programmes, "categories": [] } });
        admin.updates_user(&user, "user { id }", scope).await.ok();
        let signed_out = caller.run(FEED, json!({ "since": since })).await;
        let secret = token::create(&app.server, &greta.email, "new", 9).await;
        caller = greta.with_token(&secret.unwrap());
        let before = caller.run(FEED, json!({ "since": since })).await;
        since = end(&app, &caller).await;
        let query = "{ meetings { nodes { id } } }";
        let found = caller.ask(query).await.ok();

        assert_eq!(signed_out.errors(), ["UNAUTHENTICATED"], "{programmes}");
        assert_eq!(before.errors(), ["INVALID_CURSOR"], "{programmes}");
        let mut ids = crate::support::build::texts(&found["meetings"]["nodes"], "/id");
        let mut seen: Vec<_> = seen.into_iter().cloned().collect();
        ids.sort_unstable();
        seen.sort_unstable();
        assert_eq!(ids, seen, "{programmes}");
        // Of both only what she sees now is told.
        for id in [&first, &second] {
            let version = desk.version(id).await;
            let title = json!({ "text": format!("Since {programmes}") });
            let input = json!({ "id": id, "expectedVersion": version, "title": title });
            desk.act("updateMeeting", "meeting { id }", input)
                .await
                .ok();
        }
        let mut told: Vec<_> = told(&app, &caller, &since).await;
        told.sort_unstable();
        let seen: Vec<_> = seen.into_iter().map(|id| (id, false)).collect();
        assert_eq!(told, seen, "{programmes}");
    }
}

async fn what_was_refused_is_not_told(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let task = saima.takes_on("Call", json!({})).await;
    let since = end(&app, &saima).await;

    let input = json!({ "id": task });
    let refused = rubina
        .act("completeFollowUp", "followUpAction { id }", input)
        .await;

    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    assert_eq!(told(&app, &saima, &since).await, []);
}
