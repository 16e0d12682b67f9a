//! Who sees what of a meeting that is set right: those in it read its words, and nothing opens that
//! somebody else closed, to partners or to members.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::meetings::{WHOLE, change, shown};
use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts};
use crate::support::caller::Caller;
use crate::support::rows::changed;

both! {
    who_is_taken_out_reads_the_words_no_longer
    who_is_put_in_reads_the_words
    who_recorded_it_or_told_of_it_reads_on
    who_only_told_of_a_meeting_reads_it_and_changes_nothing
    a_name_that_stands_for_a_hidden_office_stays_with_it
    what_she_does_not_see_stays_as_it_is
    who_has_no_part_in_a_meeting_does_not_set_it_right
    a_member_brings_no_meeting_into_the_sight_of_partners
    a_member_says_again_that_partners_see_it
    a_hidden_office_of_the_meeting_is_no_duplicate
    a_task_that_was_closed_stays_so_when_the_meeting_is_opened_again
    a_task_given_while_its_meeting_is_closed_is_closed_with_it
    a_leap_second_is_refused
}

/// A meeting with Saima that is open to partners, of no programme.
async fn open_to_partners(app: &App, office: &str, saima: &Caller) -> String {
    let desk = app.coordinator().await;
    let logged = json!({
        "audience": "PARTNERS", "wordsAudience": "PARTNERS", "said": { "text": "Agreed" },
        "attendees": [{ "memberId": saima.member }],
    });
    desk.meets(office, logged).await
}

async fn a_member_brings_no_meeting_into_the_sight_of_partners(app: Arc<App>) {
    let (office, other) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "Centre").await,
    );
    let (saima, programme) = (app.member("Saima").await, app.programme("PWL").await);
    let meeting = open_to_partners(&app, &office, &saima).await;
    let of_programme = app.partner(&[&programme], &[]).await;
    let of_category = app.partner(&[], &["NADRA"]).await;
    let sent = json!({
        "programmeIds": [programme], "said": { "text": "Otherwise" },
        "with": [{ "stakeholderId": office }, { "stakeholderId": other }],
    });
    let text = json!({ "with": [{ "stakeholderId": office }, { "id": made("part", 1), "text": "The centre" }] });
    change(&saima, &meeting, text).await.ok();
    let matched = json!({ "match": [{ "id": made("part", 1), "stakeholderId": other }] });

    let by_match = change(&saima, &meeting, matched).await;
    let refused = change(&saima, &meeting, sent.clone()).await;
    let taken_away = change(&saima, &meeting, json!({ "said": null })).await;
    let closed = merged(sent, json!({ "audience": "CAUCUS" }));
    let for_members = change(&saima, &meeting, closed).await;

    assert_eq!(
        refused.user_errors(),
        ["FORBIDDEN programmeIds", "FORBIDDEN with", "FORBIDDEN said"]
    );
    assert_eq!(by_match.user_errors(), ["FORBIDDEN match"]);
    assert_eq!(taken_away.user_errors(), [""; 0]);
    assert_eq!(for_members.user_errors(), [""; 0]);
    assert!(!of_programme.finds(&meeting).await);
    assert!(!of_category.finds(&meeting).await);
}

async fn a_member_says_again_that_partners_see_it(app: Arc<App>) {
    let (office, saima) = (app.office("ECP", "PEC").await, app.member("Saima").await);
    let meeting = open_to_partners(&app, &office, &saima).await;

    let same = json!({ "audience": "PARTNERS", "wordsAudience": "PARTNERS", "mode": "PHONE" });
    let changed = change(&saima, &meeting, same).await.ok();

    assert_eq!(changed["meeting"]["audience"], "PARTNERS");
}

async fn a_hidden_office_of_the_meeting_is_no_duplicate(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let pec = app.office("ECP", "PEC").await;
    let closed = json!({ "audience": "PRESENT" });
    let hidden = app.office_with("NADRA", "Quiet", closed).await;
    let logged = json!({
        "with": [{ "id": made("part", 1), "stakeholderId": pec }, { "stakeholderId": hidden }],
        "attendees": [{ "memberId": saima.member }],
    });
    let meeting = desk.meets(&pec, logged).await;
    let with =
        |office: &str| json!({ "with": [{ "id": made("part", 1) }, { "stakeholderId": office }] });

    let of_meeting = change(&saima, &meeting, with(&hidden)).await;
    let of_none = change(&saima, &meeting, with(&absent("stakeholder"))).await;
    let text =
        json!({ "with": [{ "id": made("part", 1) }, { "id": made("part", 2), "text": "The DC" }] });
    change(&saima, &meeting, text).await.ok();
    let matched =
        |office: &str| json!({ "match": [{ "id": made("part", 2), "stakeholderId": office }] });
    let match_of_meeting = change(&saima, &meeting, matched(&hidden)).await;
    let match_of_none = change(&saima, &meeting, matched(&absent("stakeholder"))).await;

    assert_eq!(of_meeting.body, of_none.body);
    assert_eq!(of_none.user_errors(), ["NOT_FOUND with/1/stakeholderId"]);
    assert_eq!(match_of_meeting.body, match_of_none.body);
    assert_eq!(
        match_of_none.user_errors(),
        ["NOT_FOUND match/0/stakeholderId"]
    );
}

async fn a_task_that_was_closed_stays_so_when_the_meeting_is_opened_again(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (other, office) = (app.member("Rubina").await, app.office("ECP", "PEC").await);
    let hers = json!({ "followUps": [{ "title": { "text": "Mine" } }] });
    let logged = saima.logs(&office, "id followUps { id }", hers).await;
    let meeting = logged["meeting"]["id"].as_str().unwrap().to_owned();
    let own = logged["meeting"]["followUps"][0]["id"].as_str().unwrap();
    let given = json!({ "meetingId": meeting, "audience": "PRESENT" });
    let closed = desk.takes_on("In confidence", given).await;

    for audience in ["PRESENT", "CAUCUS"] {
        change(&saima, &meeting, json!({ "audience": audience }))
            .await
            .ok();
    }

    assert!(other.finds(&meeting).await && other.finds(own).await);
    assert!(!other.finds(&closed).await);
}

async fn a_task_given_while_its_meeting_is_closed_is_closed_with_it(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (other, office) = (app.member("Rubina").await, app.office("ECP", "PEC").await);

    for _ in 0..8 {
        let meeting = saima.meets(&office, json!({})).await;
        let (task, narrowed) = futures_util::join!(
            desk.takes_on("A task", json!({ "meetingId": meeting })),
            change(&saima, &meeting, json!({ "audience": "PRESENT" })),
        );

        narrowed.ok();
        assert!(!other.finds(&meeting).await);
        assert!(!other.finds(&task).await);
    }
}

async fn a_leap_second_is_refused(app: Arc<App>) {
    let (office, saima) = (app.office("ECP", "PEC").await, app.member("Saima").await);
    let when = json!({ "instant": { "at": "2016-12-31T23:59:60Z" } });
    let input = json!({ "with": [{ "stakeholderId": office }], "when": when });

    let refused = saima.act("logMeeting", "meeting { id }", input).await;

    assert!(
        refused.body.to_string().contains("leap second"),
        "{}",
        refused.body
    );
}

async fn who_is_taken_out_reads_the_words_no_longer(app: Arc<App>) {
    let (desk, saima, rubina) = (
        app.coordinator().await,
        app.member("Saima").await,
        app.member("Rubina").await,
    );
    let office = app.office("ECP", "PEC").await;
    let attendees = json!([
        { "id": made("part", 1), "memberId": saima.member },
        { "id": made("part", 2), "memberId": rubina.member },
    ]);
    let logged = json!({ "said": { "text": "In confidence" }, "attendees": attendees });
    let open = desk.meets(&office, logged.clone()).await;
    let of_those_present = json!({
        "attendees": [{ "memberId": saima.member }, { "memberId": rubina.member }],
        "audience": "PRESENT", "decisions": [{ "text": { "text": "To go on" } }],
    });
    let closed = desk.meets(&office, of_those_present).await;
    let before = shown(&rubina, &open).await;
    let decided = text(&shown(&rubina, &closed).await, "/decisions/0/id");

    let only_saima = json!({ "attendees": [{ "id": made("part", 1) }] });
    change(&desk, &open, only_saima).await.ok();
    let away = json!([{ "memberId": saima.member }, { "memberId": rubina.member, "attendance": "APOLOGIES" }]);
    change(&desk, &closed, json!({ "attendees": away }))
        .await
        .ok();

    assert_eq!(before["said"]["text"], "In confidence");
    let after = shown(&rubina, &open).await;
    assert_eq!(after["said"], Value::Null);
    assert_eq!(after["saidAbsence"], "NOT_SHARED");
    assert_eq!(shown(&saima, &open).await["said"]["text"], "In confidence");
    assert!(!rubina.finds(&closed).await);
    assert!(!rubina.finds(&decided).await);
    assert!(saima.finds(&decided).await);
    let refused = rubina.act(
        "updateMeeting",
        WHOLE,
        json!({
            "id": open, "expectedVersion": rubina.version(&open).await, "mode": "PHONE",
        }),
    );
    assert_eq!(refused.await.user_errors(), ["FORBIDDEN"]);
}

async fn who_is_put_in_reads_the_words(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let logged = json!({ "said": { "text": "In confidence" }, "audience": "PRESENT" });
    let meeting = saima.meets(&office, logged).await;
    let found_before = rubina.finds(&meeting).await;

    let both = json!([{ "memberId": saima.member }, { "memberId": rubina.member, "attendance": "PARTLY" }]);
    change(&saima, &meeting, json!({ "attendees": both }))
        .await
        .ok();

    assert!(!found_before);
    assert_eq!(
        shown(&rubina, &meeting).await["said"]["text"],
        "In confidence"
    );
}

async fn who_recorded_it_or_told_of_it_reads_on(app: Arc<App>) {
    let (desk, saima, rubina) = (
        app.coordinator().await,
        app.member("Saima").await,
        app.member("Rubina").await,
    );
    let office = app.office("ECP", "PEC").await;
    let said = json!({ "text": "In confidence" });
    let recorded = saima.meets(&office, json!({ "said": said })).await;
    let told = json!({
        "said": said, "source": { "kind": "TOLD", "toldById": rubina.member },
        "attendees": [{ "memberId": rubina.member }],
    });
    let told = desk.meets(&office, told).await;

    change(&desk, &recorded, json!({ "attendees": [] }))
        .await
        .ok();
    change(&desk, &told, json!({ "attendees": [] })).await.ok();
    let read_on = shown(&rubina, &told).await["said"]["text"].clone();
    change(&desk, &told, json!({ "source": { "kind": "FIRST_HAND" } }))
        .await
        .ok();

    assert_eq!(
        shown(&saima, &recorded).await["said"]["text"],
        "In confidence"
    );
    assert_eq!(read_on, "In confidence");
    assert_eq!(shown(&rubina, &told).await["said"], Value::Null);
}

async fn who_only_told_of_a_meeting_reads_it_and_changes_nothing(app: Arc<App>) {
    let (desk, rubina) = (app.coordinator().await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let told = json!({
        "said": { "text": "In confidence" }, "attendees": [], "audience": "PRESENT",
        "source": { "kind": "TOLD", "toldById": rubina.member, "channel": "PHONE" },
        "with": [{ "id": made("part", 1), "text": "The DC" }],
        "decisions": [{ "text": { "text": "To go on" } }],
        "commitments": [{ "text": { "text": "A room" }, "direction": "ASKED_BY_CAUCUS" }],
        "followUps": [{ "title": { "text": "Call" } }],
    });
    let came = "id decisions { id } commitments { id } followUps { id }";
    let logged = desk.logs(&office, came, told).await;
    let of = |list: &str| text(&logged, &format!("/meeting/{list}/0/id"));
    let (meeting, task) = (text(&logged, "/meeting/id"), of("followUps"));
    let (decision, commitment) = (of("decisions"), of("commitments"));
    let matched = json!([{ "id": made("part", 1), "stakeholderId": office }]);
    let before = app.rows().await;

    for (act, id, sent) in [
        ("updateMeeting", &meeting, json!({ "mode": "PHONE" })),
        (
            "updateMeeting",
            &meeting,
            json!({ "attendees": [{ "memberId": rubina.member }] }),
        ),
        ("updateMeeting", &meeting, json!({ "match": matched })),
        ("updateMeeting", &meeting, json!({ "audience": "CAUCUS" })),
        ("updateDecision", &decision, json!({ "kind": "APPROVAL" })),
        ("updateCommitment", &commitment, json!({ "dueOn": null })),
        ("updateFollowUp", &task, json!({ "priority": "HIGH" })),
    ] {
        let version = rubina.version(id).await;
        let input = merged(json!({ "id": id, "expectedVersion": version }), sent);
        let refused = rubina.act(act, "__typename", input).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"], "{act}");
    }
    let done = json!({ "id": task });
    let done = rubina.act("completeFollowUp", "__typename", done).await;
    let away = json!({ "ids": [meeting, decision, commitment, task] });
    let shown_of = "results { userErrors { code path message } }";
    let away = rubina.act("archive", shown_of, away).await;
    let after = app.rows().await;

    let words = shown(&rubina, &meeting).await["said"]["text"].clone();
    assert_eq!(words, "In confidence");
    assert_eq!(done.user_errors(), ["FORBIDDEN"]);
    let codes = away.user_errors().into_iter();
    assert_eq!(
        codes.filter(|code| code.starts_with("FORBIDDEN")).count(),
        4
    );
    assert_eq!(changed(&before, &after), ["log_entry", "log_link"]);
    let was_there = json!({ "attendees": [{ "memberId": rubina.member }] });
    change(&desk, &meeting, was_there).await.ok();
    let right = change(&rubina, &meeting, json!({ "mode": "PHONE" })).await;
    assert_eq!(right.user_errors(), [""; 0]);
}

async fn a_name_that_stands_for_a_hidden_office_stays_with_it(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let pec = app.office("ECP", "PEC").await;
    let closed = json!({ "audience": "PRESENT" });
    let hidden = app.office_with("NADRA", "Quiet", closed).await;
    let logged = json!({
        "with": [{ "id": made("part", 1), "text": "The quiet one", "stakeholderId": hidden }],
        "attendees": [{ "memberId": saima.member }],
    });
    let meeting = desk.meets(&pec, logged).await;

    let matched = json!({ "match": [{ "id": made("part", 1), "stakeholderId": pec }] });
    let refused = change(&saima, &meeting, matched).await;

    assert_eq!(refused.user_errors(), ["NOT_FOUND match/0/id"]);
    let with = &shown(&desk, &meeting).await["stakeholders"];
    assert_eq!(texts(with, "/stakeholder/id"), [hidden]);
}

async fn what_she_does_not_see_stays_as_it_is(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let closed = json!({ "audience": "PRESENT" });
    let (pec, quiet) = (
        app.office("ECP", "PEC").await,
        app.office_with("NADRA", "Quiet", closed.clone()).await,
    );
    let line = app.engagement(&pec, "Quiet line", closed.clone()).await;
    let hidden = merged(json!({ "name": { "en": "Guest" } }), closed);
    let hidden = desk.act("createPerson", "person { id }", hidden).await;
    let hidden = text(&hidden.ok(), "/person/id");
    let logged = json!({
        "with": [
            { "id": made("part", 1), "stakeholderId": pec, "engagementId": line },
            { "id": made("part", 2), "stakeholderId": quiet, "attended": false },
            { "id": made("part", 3), "text": "The quiet one" },
        ],
        "attendees": [
            { "id": made("part", 4), "memberId": saima.member },
            { "id": made("part", 5), "personId": hidden, "stakeholderId": quiet, "role": "HOST" },
        ],
        "source": { "kind": "TOLD", "toldById": hidden, "channel": "PHONE" },
    });
    let meeting = desk.meets(&pec, logged).await;
    let before = shown(&desk, &meeting).await;
    let entry = |list: &Value, id: &str| {
        let mut items = list.as_array().unwrap().iter();
        items.find(|item| item["id"] == id).cloned()
    };

    let sent = json!({
        "with": [{ "id": made("part", 1) }], "attendees": [{ "id": made("part", 4) }],
        "source": { "kind": "TOLD", "channel": "MESSAGE" },
    });
    let changed = change(&saima, &meeting, sent).await.ok();
    let lines = shown(&desk, &meeting).await["stakeholders"][0]["engagement"].clone();
    let named = json!({
        "with": [{ "id": made("part", 2), "stakeholderId": pec }],
        "attendees": [{ "id": made("part", 5), "role": "CHAIR" }, { "personId": hidden }],
    });
    let refused = change(&saima, &meeting, named.clone()).await;
    let mut named = named;
    named["attendees"].as_array_mut().unwrap().pop();
    change(&saima, &meeting, named).await.ok();
    let after = shown(&desk, &meeting).await;

    assert_eq!(lines, json!({ "id": line }));
    assert_eq!(
        texts(&changed["meeting"]["stakeholders"], "/id"),
        [made("part", 1), made("part", 2)]
    );
    assert_eq!(changed["meeting"]["source"]["channel"], "MESSAGE");
    assert_eq!(after["source"]["toldBy"], json!({ "id": hidden }));
    let kept = made("part", 2);
    assert_eq!(
        entry(&after["stakeholders"], &kept),
        entry(&before["stakeholders"], &kept)
    );
    assert_eq!(after["attendees"], json!([before["attendees"][1]]));
    assert_eq!(refused.user_errors(), ["NOT_FOUND attendees/1/personId"]);
}

async fn who_has_no_part_in_a_meeting_does_not_set_it_right(app: Arc<App>) {
    let (saima, rubina, admin) = (
        app.member("Saima").await,
        app.member("Rubina").await,
        app.admin().await,
    );
    let office = app.office("ECP", "PEC").await;
    let open = saima.meets(&office, json!({})).await;
    let closed = saima.meets(&office, json!({ "audience": "PRESENT" })).await;
    let before = app.rows().await;
    let input = |meeting: &str| json!({ "id": meeting, "expectedVersion": "any", "mode": "PHONE" });

    let seen = rubina.act("updateMeeting", WHOLE, input(&open)).await;
    let by_admin = admin.act("updateMeeting", WHOLE, input(&open)).await;
    let hidden = rubina.act("updateMeeting", WHOLE, input(&closed)).await;
    let nowhere = rubina
        .act("updateMeeting", WHOLE, input(&absent("meeting")))
        .await;

    assert_eq!(seen.user_errors(), ["FORBIDDEN"]);
    assert_eq!(by_admin.user_errors(), ["FORBIDDEN"]);
    assert_eq!(hidden.body, nowhere.body);
    assert_eq!(nowhere.user_errors(), ["NOT_FOUND id"]);
    assert_eq!(
        changed(&before, &app.rows().await),
        ["log_entry", "log_link"]
    );
}
