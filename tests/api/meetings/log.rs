//! What is logged of a meeting, and how it reads back.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::meetings::{WHOLE, sorted};
use crate::support::App;
use crate::support::build::{absent, made, text, texts};

both! {
    everything_that_is_logged_reads_back
    with_nothing_but_whom_it_was_now_in_person_by_herself
    what_a_member_was_told_does_not_make_her_present
    told_by_nobody_is_refused
    times_are_kept_as_precisely_as_they_are_known
    a_time_that_cannot_be_is_refused_at_its_place
    all_that_is_wrong_comes_at_once_with_its_place
    somebody_must_have_been_met_unless_it_is_internal
    an_internal_meeting_is_with_no_office
    a_line_of_work_is_with_the_office_that_was_met
    programmes_come_from_the_line_of_work_unless_they_are_sent
    a_new_person_holds_the_post_she_was_met_in
}

#[expect(clippy::too_many_lines, reason = "one meeting and every fact of it")]
async fn everything_that_is_logged_reads_back(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "Provincial Election Commission").await;
    let other = app.office("NADRA", "NADRA Regional Office").await;
    let line = app
        .engagement(&office, "Women's registration", json!({}))
        .await;
    let (zhob, topic) = (app.district("Zhob").await, app.topic("Registration").await);
    let (programme, clerk) = (app.programme("PWL").await, app.person("Gul Bibi").await);
    let input = json!({
        "id": made("meeting", 1),
        "kind": "STAKEHOLDER",
        "title": { "text": "Women without cards" },
        "when": { "instant": {
            "at": "2026-01-14T05:00:00Z", "until": "2026-01-14T06:30:00Z", "zone": "Asia/Karachi" } },
        "mode": "VIDEO",
        "isCourtesyCall": true,
        "heldIn": { "districtId": zhob, "place": "DC office" },
        "concernsDistrictIds": [zhob],
        "topicIds": [topic],
        "programmeIds": [programme],
        "with": [
            { "id": made("part", 1), "stakeholderId": office, "engagementId": line },
            { "stakeholderId": other, "attended": false },
            { "text": "DC Zhob" },
        ],
        "attendees": [
            { "memberId": saima.member, "role": "CHAIR" },
            { "personId": clerk, "stakeholderId": office, "role": "MINUTE_TAKER" },
            { "newPerson": { "id": made("person", 2), "name": { "en": "Zarghuna" }, "title": { "en": "Clerk" } } },
            { "memberId": rubina.member, "attendance": "APOLOGIES" },
        ],
        "groups": [{ "label": "students", "headcount": 12, "women": 10, "men": 1, "notStated": 1, "basis": "COUNTED" }],
        "said": { "text": "فہرست جمعہ کو", "translation": "The list on Friday" },
        "source": { "kind": "FIRST_HAND" },
        "audience": "CAUCUS",
        "wordsAudience": "CAUCUS",
        "decisions": [{ "kind": "AGREEMENT", "manner": "CONSENSUS", "text": { "text": "To go on" } }],
        "commitments": [{ "direction": "MADE_TO_CAUCUS", "text": { "text": "A list" }, "dueOn": "2026-02-01" }],
        "followUps": [{
            "title": { "text": "Call again" }, "ownerId": rubina.member, "helperIds": [saima.person],
            "dueOn": "2026-01-16", "priority": "HIGH",
        }],
    });

    let logged = saima.act("logMeeting", WHOLE, input).await.ok();

    let meeting = &logged["meeting"];
    for (field, value) in [
        ("kind", "STAKEHOLDER"),
        ("status", "HELD"),
        ("mode", "VIDEO"),
    ] {
        assert_eq!(meeting[field], value);
    }
    assert_eq!(meeting["isCourtesyCall"], true);
    assert_eq!(meeting["recordedBy"]["id"], saima.person);
    assert_eq!(meeting["recordedAt"], "2026-01-15T07:00:00Z");
    assert_eq!(
        meeting["title"],
        json!({ "text": "Women without cards", "language": "EN" })
    );
    assert_eq!(
        meeting["said"],
        json!({
            "text": "فہرست جمعہ کو", "language": "UR",
            "translation": { "text": "The list on Friday", "isStale": false },
        })
    );
    assert_eq!(meeting["saidAbsence"], Value::Null);
    assert_eq!(
        meeting["time"],
        json!({
            "precision": "INSTANT", "startsAt": "2026-01-14T05:00:00Z", "endsAt": "2026-01-14T06:30:00Z",
            "firstDay": "2026-01-14", "lastDay": "2026-01-14", "zone": "Asia/Karachi",
        })
    );
    assert_eq!(
        meeting["heldIn"],
        json!({ "district": { "id": zhob }, "place": "DC office" })
    );
    assert_eq!(meeting["concerns"], json!([{ "id": zhob }]));
    assert_eq!(meeting["topics"], json!([{ "id": topic }]));
    assert_eq!(meeting["programmes"], json!([{ "id": programme }]));
    let with = meeting["stakeholders"].as_array().unwrap();
    assert_eq!(
        with[0],
        json!({
            "id": made("part", 1), "stakeholder": { "id": office }, "text": null, "attended": true,
            "engagement": { "id": line },
        })
    );
    assert_eq!(with[1]["stakeholder"]["id"], other);
    assert_eq!(with[1]["attended"], false);
    assert_eq!(with[2]["stakeholder"], Value::Null);
    assert_eq!(with[2]["text"], "DC Zhob");
    assert_eq!(
        meeting["attendees"],
        json!([
            { "person": { "id": saima.person, "name": { "en": "Saima" } }, "member": { "id": saima.member },
              "capacity": "MEMBER", "role": "CHAIR", "attendance": "ATTENDED", "stakeholder": null },
            { "person": { "id": clerk, "name": { "en": "Gul Bibi" } }, "member": null,
              "capacity": "STAKEHOLDER", "role": "MINUTE_TAKER", "attendance": "ATTENDED", "stakeholder": { "id": office } },
            { "person": { "id": made("person", 2), "name": { "en": "Zarghuna" } }, "member": null,
              "capacity": "STAKEHOLDER", "role": "PARTICIPANT", "attendance": "ATTENDED", "stakeholder": { "id": office } },
            { "person": { "id": rubina.person, "name": { "en": "Rubina" } }, "member": { "id": rubina.member },
              "capacity": "MEMBER", "role": "PARTICIPANT", "attendance": "APOLOGIES", "stakeholder": null },
        ])
    );
    assert_eq!(
        meeting["groups"],
        json!([{
            "label": "students", "headcount": 12, "women": 10, "men": 1, "notStated": 1, "basis": "COUNTED",
        }])
    );
    assert_eq!(meeting["source"]["kind"], "FIRST_HAND");
    assert_eq!(meeting["decisions"][0]["kind"], "AGREEMENT");
    assert_eq!(meeting["decisions"][0]["manner"], "CONSENSUS");
    assert_eq!(meeting["decisions"][0]["text"]["text"], "To go on");
    assert_eq!(meeting["commitments"][0]["direction"], "MADE_TO_CAUCUS");
    assert_eq!(meeting["commitments"][0]["dueOn"], "2026-02-01");
    let task = &meeting["followUps"][0];
    assert_eq!(task["title"]["text"], "Call again");
    assert_eq!(task["owner"]["id"], rubina.person);
    assert_eq!(task["helpers"], json!([{ "id": saima.person }]));
    for (field, value) in [
        ("priority", "HIGH"),
        ("status", "OPEN"),
        ("openedOn", "2026-01-14"),
    ] {
        assert_eq!(task[field], value);
    }
}

async fn with_nothing_but_whom_it_was_now_in_person_by_herself(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "Provincial Election Commission").await;

    let logged = saima
        .logs(&office, &WHOLE[10..WHOLE.len() - 1], json!({}))
        .await;

    let meeting = &logged["meeting"];
    assert_eq!(meeting["kind"], "STAKEHOLDER");
    assert_eq!(meeting["mode"], "IN_PERSON");
    assert_eq!(meeting["isCourtesyCall"], false);
    assert_eq!(meeting["audience"], "CAUCUS");
    assert_eq!(meeting["wordsAudience"], "PRESENT");
    assert_eq!(meeting["time"]["startsAt"], "2026-01-15T07:00:00Z");
    assert_eq!(meeting["source"]["kind"], "FIRST_HAND");
    assert_eq!(texts(&meeting["attendees"], "/member/id"), [saima.member]);
    assert_eq!(meeting["saidAbsence"], "NOT_COLLECTED");
}

async fn what_a_member_was_told_does_not_make_her_present(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "Provincial Election Commission").await;
    let desk = app.coordinator().await;
    let source = json!({ "kind": "TOLD", "toldById": saima.member, "channel": "PHONE" });

    let shown = "id attendees { id } source { kind toldBy { id } channel } recordedBy { id }";
    let by_member = rubina
        .logs(&office, shown, json!({ "source": source }))
        .await;
    let by_desk = desk.logs(&office, shown, json!({ "source": source })).await;

    assert_eq!(by_member["meeting"]["attendees"], json!([]));
    assert_eq!(by_desk["meeting"]["attendees"], json!([]));
    assert_eq!(
        by_desk["meeting"]["source"],
        json!({
            "kind": "TOLD", "toldBy": { "id": saima.person }, "channel": "PHONE",
        })
    );
    assert_eq!(by_desk["meeting"]["recordedBy"]["id"], desk.person);
}

async fn told_by_nobody_is_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "Provincial Election Commission").await;

    let input = json!({ "with": [{ "stakeholderId": office }], "source": { "kind": "TOLD" } });
    let refused = saima.act("logMeeting", WHOLE, input).await;

    assert_eq!(refused.user_errors(), ["REQUIRED source/toldById"]);
}

async fn times_are_kept_as_precisely_as_they_are_known(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "Provincial Election Commission").await;
    let shown = "time { precision startsAt endsAt firstDay lastDay zone }";

    for (when, time) in [
        (
            json!({ "days": { "from": "2025-12-30", "to": "2026-01-02" } }),
            json!({ "precision": "DAY", "startsAt": null, "endsAt": null,
                    "firstDay": "2025-12-30", "lastDay": "2026-01-02", "zone": "Asia/Karachi" }),
        ),
        (
            json!({ "days": { "from": "2025-12-30" } }),
            json!({ "precision": "DAY", "startsAt": null, "endsAt": null,
                    "firstDay": "2025-12-30", "lastDay": "2025-12-30", "zone": "Asia/Karachi" }),
        ),
        (
            json!({ "month": "2024-02" }),
            json!({ "precision": "MONTH", "startsAt": null, "endsAt": null,
                    "firstDay": "2024-02-01", "lastDay": "2024-02-29", "zone": "Asia/Karachi" }),
        ),
        // Late in the evening in New York it is the next day in Quetta.
        (
            json!({ "instant": { "at": "2026-01-10T22:00:00-05:00", "zone": "America/New_York" } }),
            json!({ "precision": "INSTANT", "startsAt": "2026-01-11T03:00:00Z", "endsAt": null,
                    "firstDay": "2026-01-11", "lastDay": "2026-01-11", "zone": "America/New_York" }),
        ),
        (
            json!({ "instant": { "at": "2026-01-10T20:00:00.123456789Z" } }),
            json!({ "precision": "INSTANT", "startsAt": "2026-01-10T20:00:00.123456Z", "endsAt": null,
                    "firstDay": "2026-01-11", "lastDay": "2026-01-11", "zone": "Asia/Karachi" }),
        ),
    ] {
        let logged = saima.logs(&office, shown, json!({ "when": when })).await;
        assert_eq!(logged["meeting"]["time"], time, "{when}");
    }
}

async fn a_time_that_cannot_be_is_refused_at_its_place(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "Provincial Election Commission").await;
    let before = app.rows().await;

    for (when, error) in [
        (
            json!({ "instant": { "at": "2026-01-16T07:00:00Z" } }),
            "OUT_OF_RANGE when",
        ),
        (
            json!({ "days": { "from": "2026-01-16" } }),
            "OUT_OF_RANGE when",
        ),
        (json!({ "month": "2026-02" }), "OUT_OF_RANGE when"),
        (
            json!({ "instant": { "at": "2026-01-14T07:00:00Z", "until": "2026-01-14T06:00:00Z" } }),
            "INVALID when/instant/until",
        ),
        (
            json!({ "instant": { "at": "2026-01-14T07:00:00Z", "zone": "Asia/Zhob" } }),
            "INVALID when/instant/zone",
        ),
        (
            json!({ "days": { "from": "2026-01-14", "to": "2026-01-13" } }),
            "INVALID when/days/to",
        ),
        (
            json!({ "days": { "from": "1899-12-31" } }),
            "OUT_OF_RANGE when/days/from",
        ),
        (
            json!({ "days": { "from": "2026-01-14", "to": "2200-01-02" } }),
            "OUT_OF_RANGE when/days/to",
        ),
        (json!({ "month": "2025-13" }), "INVALID when/month"),
        (json!({ "month": "2025-6" }), "INVALID when/month"),
        (json!({ "month": "1899-12" }), "OUT_OF_RANGE when/month"),
    ] {
        let input = json!({ "with": [{ "stakeholderId": office }], "when": when });
        let refused = saima.act("logMeeting", "meeting { id }", input).await;
        assert_eq!(refused.user_errors(), [error], "{when}");
    }
    assert_eq!(app.rows().await, before);
}

async fn all_that_is_wrong_comes_at_once_with_its_place(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (office, party) = (
        app.office("ECP", "PEC").await,
        app.office("POLITICAL_PARTY", "A Party").await,
    );
    let line = app.engagement(&party, "Tickets", json!({})).await;
    let outsider = app.person("Gul Bibi").await;
    let input = json!({
        "id": "meeting_0192f0c1-7e1a-4c3e-9f0a-3b1d2c4e5f60",
        "when": { "days": { "from": "2030-01-01" } },
        "heldIn": { "districtId": absent("district") },
        "topicIds": [absent("topic")],
        "audience": "PARTNERS",
        "said": { "text": "x".repeat(20_001) },
        "with": [
            { "stakeholderId": office },
            { "stakeholderId": office },
            {},
            { "stakeholderId": made("person", 1) },
            { "stakeholderId": absent("stakeholder") },
        ],
        "attendees": [
            { "memberId": saima.member },
            { "personId": saima.person },
            { "personId": outsider, "capacity": "MEMBER" },
            {},
            { "newPerson": { "name": {} } },
        ],
        "groups": [
            { "label": "", "headcount": 3 },
            { "label": "few", "headcount": 0 },
            { "label": "many", "headcount": 3, "women": 3, "men": 1 },
        ],
        "decisions": [{ "text": { "text": "" } }],
        "commitments": [{ "direction": "MUTUAL", "text": { "text": "Fine" }, "dueOn": "2200-01-02" }],
        "followUps": [{ "title": { "text": "Fine" }, "ownerId": line, "helperIds": [absent("person")] }],
    });

    let refused = saima.act("logMeeting", "meeting { id }", input).await;

    assert_eq!(
        sorted(refused.user_errors()),
        [
            "DUPLICATE attendees/1",
            "DUPLICATE with/1",
            "FORBIDDEN audience",
            "INVALID attendees/2/capacity",
            "INVALID attendees/3",
            "INVALID groups/2/headcount",
            "INVALID_ID followUps/0/ownerId",
            "INVALID_ID id",
            "INVALID_ID with/3/stakeholderId",
            "NOT_FOUND followUps/0/helperIds/0",
            "NOT_FOUND heldIn/districtId",
            "NOT_FOUND topicIds/0",
            "NOT_FOUND with/4/stakeholderId",
            "OUT_OF_RANGE commitments/0/dueOn",
            "OUT_OF_RANGE groups/1/headcount",
            "OUT_OF_RANGE when",
            "REQUIRED attendees/4/newPerson/name",
            "REQUIRED decisions/0/text/text",
            "REQUIRED groups/0/label",
            "REQUIRED with/2",
            "TOO_LONG said/text",
        ]
    );
}

async fn somebody_must_have_been_met_unless_it_is_internal(app: Arc<App>) {
    let saima = app.member("Saima").await;

    let nobody = saima.act("logMeeting", WHOLE, json!({ "with": [] })).await;
    let internal = saima
        .act(
            "logMeeting",
            WHOLE,
            json!({ "kind": "INTERNAL", "with": [] }),
        )
        .await
        .ok();

    assert_eq!(nobody.user_errors(), ["REQUIRED with"]);
    assert_eq!(internal["meeting"]["kind"], "INTERNAL");
}

async fn an_internal_meeting_is_with_no_office(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let internal = json!({ "kind": "INTERNAL", "with": [] });
    let logged = saima.act("logMeeting", WHOLE, internal).await.ok();
    let meeting = text(&logged, "/meeting/id");

    for with in [
        json!([{ "stakeholderId": office }]),
        json!([{ "text": "DC Zhob" }]),
    ] {
        let input = json!({ "kind": "INTERNAL", "with": with });
        let refused = saima.act("logMeeting", WHOLE, input).await;
        assert_eq!(refused.user_errors(), ["INVALID with"]);
        let message = &refused.data()["userErrors"][0]["message"];
        assert!(
            message.as_str().unwrap().contains("STAKEHOLDER"),
            "{message}"
        );
    }
    let version = desk.version(&meeting).await;
    let matched = json!({
        "id": meeting, "expectedVersion": version,
        "match": [{ "id": made("part", 9), "stakeholderId": office }],
    });
    let refused = desk.act("updateMeeting", WHOLE, matched).await;
    assert_eq!(refused.user_errors(), ["NOT_FOUND match/0/id"]);
}

async fn a_line_of_work_is_with_the_office_that_was_met(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (office, other) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let line = app.engagement(&other, "Cards", json!({})).await;

    let input = json!({ "with": [{ "stakeholderId": office, "engagementId": line }] });
    let refused = saima.act("logMeeting", WHOLE, input).await;

    assert_eq!(refused.user_errors(), ["INVALID with/0/engagementId"]);
}

async fn programmes_come_from_the_line_of_work_unless_they_are_sent(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let programme = app.programme("PWL").await;
    let line = app
        .engagement(&office, "Cards", json!({ "programmeId": programme }))
        .await;
    let with = json!([{ "stakeholderId": office, "engagementId": line }]);

    let usual = saima
        .logs(&office, "programmes { id }", json!({ "with": with }))
        .await;
    let none = saima
        .logs(
            &office,
            "programmes { id }",
            json!({ "with": with, "programmeIds": [] }),
        )
        .await;

    assert_eq!(usual["meeting"]["programmes"], json!([{ "id": programme }]));
    assert_eq!(none["meeting"]["programmes"], json!([]));
}

async fn a_new_person_holds_the_post_she_was_met_in(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let attendees =
        json!([{ "newPerson": { "name": { "en": "Zarghuna" }, "title": { "en": "Clerk" } } }]);

    saima
        .meets(&office, json!({ "attendees": attendees }))
        .await;

    let query = "query ($id: ID!) { stakeholder(id: $id) { posts { title { en } isCurrent person { name { en } } } } }";
    let found = saima.run(query, json!({ "id": office })).await.ok();
    assert_eq!(
        found["stakeholder"]["posts"],
        json!([
            { "title": { "en": "Clerk" }, "isCurrent": true, "person": { "name": { "en": "Zarghuna" } } },
        ])
    );
}
