//! How a meeting that was logged is set right, opened, closed and archived.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::meetings::{WHOLE, change, sorted};
use crate::support::App;
use crate::support::build::{absent, made, text, texts};

both! {
    programmes_are_named_anew_and_logged
    programmes_of_a_change_are_there_seen_and_in_use
    a_programme_that_is_not_seen_stays_when_they_are_named_anew
    a_text_is_matched_later_by_a_coordinator
    who_may_set_a_meeting_right_says_which_office_a_text_stands_for
    a_name_that_stands_for_another_office_leaves_the_line_of_work_behind
    words_are_changed_and_a_translation_grows_stale
    what_hangs_on_a_meeting_follows_its_audience_and_is_never_wider
    words_for_more_people_than_the_facts_are_refused
    what_hangs_on_a_meeting_is_archived_and_restored_with_it
}

async fn programmes_are_named_anew_and_logged(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let (first, second) = (app.programme("PWL").await, app.programme("Cards").await);
    let logged = json!({ "programmeIds": [first], "audience": "PARTNERS" });
    let meeting = desk.meets(&office, logged).await;
    let partner = app.partner(&[&second], &[]).await;
    let change = async |programmes: Value| {
        let version = desk.version(&meeting).await;
        let mut input = json!({ "id": meeting, "expectedVersion": version });
        if !programmes.is_null() {
            input["programmeIds"] = programmes;
        }
        let changed = desk.act("updateMeeting", WHOLE, input).await.ok();
        let of = texts(&changed["meeting"]["programmes"], "/id");
        (of, desk.version(&meeting).await != version)
    };

    let seen_before = partner.finds(&meeting).await;
    let (unchanged, _) = change(Value::Null).await;
    let (two, has_moved) = change(json!([second, first])).await;
    let seen_with_two = partner.finds(&meeting).await;
    let (none, has_moved_again) = change(json!([])).await;
    let seen_with_none = partner.finds(&meeting).await;
    let other = saima
        .act(
            "updateMeeting",
            WHOLE,
            json!({ "id": meeting, "expectedVersion": saima.version(&meeting).await, "programmeIds": [first] }),
        )
        .await;

    assert_eq!(unchanged, std::slice::from_ref(&first));
    assert_eq!(sorted(two), sorted(vec![first, second]));
    assert!(has_moved && has_moved_again);
    let query = "SELECT CAST(changes AS text) FROM log_entry WHERE act = 'updateMeeting'";
    let entries = app.texts(query).await;
    let of = |entry: &String| serde_json::from_str::<Value>(entry).unwrap()[0].clone();
    let fields = |change: Value| change["fields"]["programmes"].as_array().map(Vec::len);
    let mut logged: Vec<_> = entries.iter().map(of).filter_map(fields).collect();
    logged.sort_unstable();
    assert_eq!(logged, [0, 2]);
    assert_eq!(none, Vec::<String>::new());
    assert_eq!(
        [seen_before, seen_with_two, seen_with_none],
        [false, true, false]
    );
    assert_eq!(other.user_errors(), ["FORBIDDEN"]);
}

async fn programmes_of_a_change_are_there_seen_and_in_use(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let (open, archived) = (app.programme("PWL").await, app.programme("Cards").await);
    let closed = closed_programme(&app).await;
    let had = saima
        .meets(&office, json!({ "programmeIds": [archived] }))
        .await;
    let meeting = saima.meets(&office, json!({})).await;
    desk.act("archive", "results { id }", json!({ "ids": [archived] }))
        .await
        .ok();
    let change = async |meeting: &str, programmes: Value| {
        let version = saima.version(meeting).await;
        let input =
            json!({ "id": meeting, "expectedVersion": version, "programmeIds": programmes });
        saima.act("updateMeeting", WHOLE, input).await
    };

    let wrong = json!([open, absent("programme"), closed, archived, office]);
    let wrong = change(&meeting, wrong).await;
    let twice = change(&meeting, json!([open, open])).await;
    let right = change(&meeting, json!([open])).await.ok();
    let kept = change(&had, json!([archived, open])).await.ok();

    assert_eq!(
        sorted(wrong.user_errors()),
        [
            "INVALID programmeIds/3",
            "INVALID_ID programmeIds/4",
            "NOT_FOUND programmeIds/1",
            "NOT_FOUND programmeIds/2",
        ]
    );
    assert_eq!(twice.user_errors(), ["DUPLICATE programmeIds/1"]);
    assert_eq!(right["meeting"]["programmes"], json!([{ "id": open }]));
    assert_eq!(
        kept["meeting"]["programmes"].as_array().map(Vec::len),
        Some(2)
    );
}

async fn a_programme_that_is_not_seen_stays_when_they_are_named_anew(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let (open, closed) = (app.programme("PWL").await, closed_programme(&app).await);
    let attendees = json!([{ "memberId": saima.member }]);
    let logged = json!({ "programmeIds": [open, closed], "attendees": attendees });
    let meeting = desk.meets(&office, logged).await;

    let version = saima.version(&meeting).await;
    let input = json!({ "id": meeting, "expectedVersion": version, "programmeIds": [] });
    let changed = saima.act("updateMeeting", WHOLE, input).await.ok();

    assert_eq!(changed["meeting"]["programmes"], json!([]));
    let query = "query ($id: ID!) { meeting(id: $id) { programmes { id } } }";
    let found = desk.run(query, json!({ "id": meeting })).await.ok();
    assert_eq!(found["meeting"]["programmes"], json!([{ "id": closed }]));
}

/// A programme that only coordinators see.
async fn closed_programme(app: &App) -> String {
    let input = json!({ "name": { "en": "Quiet" }, "audience": "PRESENT" });
    let desk = app.coordinator().await;
    let made = desk.act("createProgramme", "programme { id }", input).await;
    text(&made.ok(), "/programme/id")
}

async fn a_text_is_matched_later_by_a_coordinator(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (dc, ecp) = (
        app.office("LOCAL_GOVERNMENT", "DC Zhob").await,
        app.office("ECP", "PEC").await,
    );
    let with = json!([{ "text": "the DC in Zhob" }, { "stakeholderId": ecp }]);
    let logged = saima
        .act("logMeeting", WHOLE, json!({ "with": with }))
        .await
        .ok();
    let (meeting, part) = (
        text(&logged, "/meeting/id"),
        text(&logged, "/meeting/stakeholders/0/id"),
    );
    let known = text(&logged, "/meeting/stakeholders/1/id");
    let unmatched =
        "query ($yes: Boolean) { meetings(filter: { hasUnmatched: $yes }) { totalCount } }";
    let waiting = desk.run(unmatched, json!({ "yes": true })).await.ok();

    let change = |part: &str, office: &str, version: String| {
        json!({
            "id": meeting, "expectedVersion": version, "match": [{ "id": part, "stakeholderId": office }],
        })
    };
    let twice = desk
        .act(
            "updateMeeting",
            WHOLE,
            change(&part, &ecp, desk.version(&meeting).await),
        )
        .await;
    let no_text = desk
        .act(
            "updateMeeting",
            WHOLE,
            change(&known, &dc, desk.version(&meeting).await),
        )
        .await;
    let matched = desk
        .act(
            "updateMeeting",
            WHOLE,
            change(&part, &dc, desk.version(&meeting).await),
        )
        .await
        .ok();

    assert_eq!(waiting["meetings"]["totalCount"], 1);
    assert_eq!(twice.user_errors(), ["DUPLICATE match/0/stakeholderId"]);
    assert_eq!(no_text.user_errors(), ["NOT_FOUND match/0/id"]);
    assert_eq!(
        matched["meeting"]["stakeholders"][0]["stakeholder"]["id"],
        dc
    );
    assert_eq!(
        matched["meeting"]["stakeholders"][0]["text"],
        "the DC in Zhob"
    );
    let waiting = desk.run(unmatched, json!({ "yes": true })).await.ok();
    assert_eq!(waiting["meetings"]["totalCount"], 0);
    let query = "query ($id: ID!) { stakeholder(id: $id) { lastMeeting { id } } }";
    let last = desk.run(query, json!({ "id": dc })).await.ok();
    assert_eq!(last["stakeholder"]["lastMeeting"]["id"], meeting);
}

async fn who_may_set_a_meeting_right_says_which_office_a_text_stands_for(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let zarin = app.member("Zarin").await;
    let (dc, pec) = (
        app.office("LOCAL_GOVERNMENT", "DC Zhob").await,
        app.office("ECP", "PEC").await,
    );
    let (first, second) = (made("part", 1), made("part", 2));
    let logged = json!({
        "with": [{ "id": first, "text": "the DC" }, { "id": second, "text": "the commissioner" }],
        "attendees": [{ "memberId": saima.member }, { "memberId": rubina.member }],
    });
    let meeting = saima.meets(&dc, logged).await;
    let matched = json!({ "match": [{ "id": first, "stakeholderId": dc }] });
    let named = json!({ "with": [{ "id": first }, { "id": second, "stakeholderId": pec }] });

    for sent in [&matched, &named] {
        let refused = change(&zarin, &meeting, sent.clone()).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"], "{sent}");
    }
    change(&saima, &meeting, matched).await.ok();
    let changed = change(&rubina, &meeting, named).await.ok();

    let with = &changed["meeting"]["stakeholders"];
    assert_eq!(texts(with, "/stakeholder/id"), [dc, pec]);
    assert_eq!(texts(with, "/text"), ["the DC", "the commissioner"]);
}

async fn a_name_that_stands_for_another_office_leaves_the_line_of_work_behind(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (dc, pec) = (
        app.office("LOCAL_GOVERNMENT", "DC Zhob").await,
        app.office("ECP", "PEC").await,
    );
    let line = app.engagement(&dc, "Roads", json!({})).await;
    let entry =
        json!({ "id": made("part", 1), "text": "DC", "stakeholderId": dc, "engagementId": line });
    let meeting = desk.meets(&dc, json!({ "with": [entry] })).await;

    let matched = json!({ "match": [{ "id": made("part", 1), "stakeholderId": pec }] });
    let changed = change(&desk, &meeting, matched).await.ok();

    let with = &changed["meeting"]["stakeholders"][0];
    assert_eq!(with["stakeholder"]["id"], pec);
    assert_eq!(with["engagement"], Value::Null);
}

async fn words_are_changed_and_a_translation_grows_stale(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let said = json!({ "text": "They will send it", "translation": "وہ بھیجیں گے" });
    let meeting = saima.meets(&office, json!({ "said": said })).await;

    let input = json!({
        "id": meeting, "expectedVersion": saima.version(&meeting).await,
        "said": { "text": "They will send it on Friday" },
    });
    let changed = saima.act("updateMeeting", WHOLE, input).await.ok();
    let input = json!({ "id": meeting, "expectedVersion": saima.version(&meeting).await, "wordsAudience": "CAUCUS" });
    let kept = saima.act("updateMeeting", WHOLE, input).await.ok();
    let input =
        json!({ "id": meeting, "expectedVersion": saima.version(&meeting).await, "said": null });
    let taken = saima.act("updateMeeting", WHOLE, input).await.ok();

    assert_eq!(
        changed["meeting"]["said"],
        json!({
            "text": "They will send it on Friday", "language": "EN",
            "translation": { "text": "وہ بھیجیں گے", "isStale": true },
        })
    );
    assert_eq!(kept["meeting"]["said"], changed["meeting"]["said"]);
    assert_eq!(kept["meeting"]["wordsAudience"], "CAUCUS");
    assert_eq!(taken["meeting"]["said"], Value::Null);
    assert_eq!(taken["meeting"]["saidAbsence"], "NOT_COLLECTED");
}

async fn words_for_more_people_than_the_facts_are_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;

    let wider = saima
        .act(
            "logMeeting",
            WHOLE,
            json!({
                "with": [{ "stakeholderId": office }],
                "audience": "PRESENT",
                "wordsAudience": "CAUCUS",
            }),
        )
        .await;

    assert_eq!(wider.user_errors(), ["INVALID wordsAudience"]);
}

async fn what_hangs_on_a_meeting_follows_its_audience_and_is_never_wider(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let logged = saima
        .act(
            "logMeeting",
            WHOLE,
            json!({
                "with": [{ "stakeholderId": office }],
                "audience": "PRESENT",
                "decisions": [{ "text": { "text": "To go on" } }],
                "commitments": [{ "direction": "MUTUAL", "text": { "text": "A list" } }],
                "followUps": [{ "title": { "text": "Call again" } }],
            }),
        )
        .await
        .ok();
    let meeting = text(&logged, "/meeting/id");
    let later = saima
        .takes_on(
            "Later",
            json!({ "meetingId": meeting, "audience": "CAUCUS" }),
        )
        .await;
    let audiences = |answer: &Value| {
        let children = ["decisions", "commitments", "followUps"];
        children.map(|field| texts(&answer["meeting"][field], "/audience"))
    };

    let input = json!({ "id": meeting, "expectedVersion": desk.version(&meeting).await, "audience": "PARTNERS" });
    let wider = desk.act("updateMeeting", WHOLE, input).await.ok();
    let input = json!({ "id": meeting, "expectedVersion": desk.version(&meeting).await, "audience": "PRESENT" });
    let closed = desk.act("updateMeeting", WHOLE, input).await.ok();

    assert_eq!(logged["meeting"]["wordsAudience"], "PRESENT");
    assert_eq!(audiences(&logged), [["PRESENT"], ["PRESENT"], ["PRESENT"]]);
    assert_eq!(
        audiences(&wider),
        [vec!["PARTNERS"], vec!["PARTNERS"], vec!["PARTNERS"; 2]]
    );
    assert_eq!(
        audiences(&closed),
        [vec!["PRESENT"], vec!["PRESENT"], vec!["PRESENT"; 2]]
    );
    assert!(texts(&closed["meeting"]["followUps"], "/id").contains(&later));
}

async fn what_hangs_on_a_meeting_is_archived_and_restored_with_it(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let logged = saima.act("logMeeting", WHOLE, json!({
        "with": [{ "stakeholderId": office }],
        "decisions": [{ "text": { "text": "To go on" } }],
        "followUps": [{ "title": { "text": "Call again" } }, { "title": { "text": "Write" } }],
    })).await.ok();
    let (meeting, task) = (
        text(&logged, "/meeting/id"),
        text(&logged, "/meeting/followUps/0/id"),
    );
    saima
        .act(
            "archive",
            "results { id }",
            json!({ "ids": [task], "on": "2026-01-15" }),
        )
        .await
        .ok();
    let counts =
        "{ meetings { totalCount } decisions { totalCount } followUpActions { totalCount } }";
    app.set_time("2026-01-16T07:00:00Z");

    saima
        .act("archive", "results { id }", json!({ "ids": [meeting] }))
        .await
        .ok();
    let archived = saima.ask(counts).await.ok();
    saima
        .act("restore", "results { id }", json!({ "ids": [meeting] }))
        .await
        .ok();
    let restored = saima.ask(counts).await.ok();

    let none = json!({ "totalCount": 0 });
    assert_eq!(
        archived,
        json!({ "meetings": none, "decisions": none, "followUpActions": none })
    );
    let one = json!({ "totalCount": 1 });
    assert_eq!(
        restored,
        json!({ "meetings": one, "decisions": one, "followUpActions": one })
    );
}
