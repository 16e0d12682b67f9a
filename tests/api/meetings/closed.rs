//! Setting a meeting right opens nothing that somebody else closed, to partners or to members.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::answer::Answer;
use crate::support::build::{absent, made, merged};
use crate::support::caller::Caller;

both! {
    a_member_brings_no_meeting_into_the_sight_of_partners
    a_member_says_again_that_partners_see_it
    a_hidden_office_of_the_meeting_is_no_duplicate
    a_task_that_was_closed_stays_so_when_the_meeting_is_opened_again
    a_task_given_while_its_meeting_is_closed_is_closed_with_it
    a_leap_second_is_refused
}

async fn change(caller: &Caller, meeting: &str, change: Value) -> Answer {
    let known = json!({ "id": meeting, "expectedVersion": caller.version(meeting).await });
    let shown = "meeting { id audience }";
    caller
        .act("updateMeeting", shown, merged(known, change))
        .await
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

    let refused = change(&saima, &meeting, sent.clone()).await;
    let taken_away = change(&saima, &meeting, json!({ "said": null })).await;
    let closed = merged(sent, json!({ "audience": "CAUCUS" }));
    let for_members = change(&saima, &meeting, closed).await;

    assert_eq!(
        refused.user_errors(),
        ["FORBIDDEN programmeIds", "FORBIDDEN with", "FORBIDDEN said"]
    );
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

    assert_eq!(of_meeting.body, of_none.body);
    assert_eq!(of_none.user_errors(), ["NOT_FOUND with/1/stakeholderId"]);
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
