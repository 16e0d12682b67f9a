//! How a meeting that was logged is set right: each fact of it, and what is wrong with what is said.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::meetings::{WHOLE, change, shown, sorted};
use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts, v7};

both! {
    each_fact_is_set_right_and_nothing_else_moves
    null_takes_a_title_and_a_place_away_and_nothing_else
    what_is_not_sent_of_an_entry_stays
    entries_left_out_go_and_new_ones_come
    somebody_new_is_there_for_the_first_office_that_the_caller_sees
    who_was_there_for_an_office_follows_the_one_in_its_place
    who_was_there_for_a_name_that_stands_for_another_office_follows_it
    whom_somebody_last_met_follows_the_office_and_the_day
    what_is_archived_stays_and_is_not_chosen_anew
    all_that_is_wrong_comes_at_once_with_its_place
    somebody_is_named_once_in_a_meeting
    a_meeting_with_offices_keeps_one
    what_somebody_else_changed_is_not_written_over
    the_same_change_sent_again_changes_nothing
    a_change_is_one_entry_in_the_log
    setting_right_costs_the_same_for_many_entries_as_for_few
}

const FACTS: &[&str] = &[
    "title",
    "said",
    "time",
    "mode",
    "isCourtesyCall",
    "heldIn",
    "concerns",
    "topics",
    "stakeholders",
    "attendees",
    "groups",
    "source",
];

async fn each_fact_is_set_right_and_nothing_else_moves(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let (zhob, pishin) = (app.district("Zhob").await, app.district("Pishin").await);
    let (cards, votes) = (app.topic("Cards").await, app.topic("Votes").await);
    let logged = json!({
        "title": { "text": "Cards" }, "said": { "text": "Soon" },
        "when": { "days": { "from": "2026-01-10" } }, "heldIn": { "districtId": zhob },
        "concernsDistrictIds": [zhob], "topicIds": [cards],
        "groups": [{ "label": "students", "headcount": 3 }],
    });
    let meeting = saima.meets(&pec, logged).await;

    let title = |text: &str| json!({ "text": text, "language": "EN" });
    let said = json!({ "text": "On Friday", "language": "EN", "translation": null });
    let day = json!({ "precision": "DAY", "startsAt": null, "endsAt": null,
        "firstDay": "2026-01-09", "lastDay": "2026-01-09", "zone": "Asia/Karachi" });
    let group = json!({ "label": "teachers", "headcount": 9, "women": 4, "men": null, "notStated": null, "basis": "COUNTED" });
    let source = json!({ "kind": "TOLD", "toldBy": { "id": rubina.person }, "channel": "PHONE",
        "title": null, "publisher": null, "address": null, "day": null });
    for (sent, field, becomes) in [
        (
            json!({ "title": { "text": "Votes" } }),
            "title",
            title("Votes"),
        ),
        (json!({ "said": { "text": "On Friday" } }), "said", said),
        (
            json!({ "when": { "days": { "from": "2026-01-09" } } }),
            "time",
            day,
        ),
        (json!({ "mode": "PHONE" }), "mode", json!("PHONE")),
        (
            json!({ "isCourtesyCall": true }),
            "isCourtesyCall",
            json!(true),
        ),
        (
            json!({ "heldIn": { "districtId": pishin, "place": "DC office" } }),
            "heldIn",
            json!({ "district": { "id": pishin }, "place": "DC office" }),
        ),
        (
            json!({ "concernsDistrictIds": [pishin] }),
            "concerns",
            json!([{ "id": pishin }]),
        ),
        (
            json!({ "topicIds": [votes] }),
            "topics",
            json!([{ "id": votes }]),
        ),
        (
            json!({ "with": [{ "id": made("part", 1), "stakeholderId": nadra }] }),
            "stakeholders",
            json!([{ "id": made("part", 1), "stakeholder": { "id": nadra }, "text": null, "attended": true, "engagement": null }]),
        ),
        (
            json!({ "attendees": [{ "memberId": rubina.member, "role": "CHAIR" }] }),
            "attendees",
            json!([{ "person": { "id": rubina.person, "name": { "en": "Rubina" } }, "member": { "id": rubina.member },
                "capacity": "MEMBER", "role": "CHAIR", "attendance": "ATTENDED", "stakeholder": null }]),
        ),
        (
            json!({ "groups": [{ "label": "teachers", "headcount": 9, "women": 4, "basis": "COUNTED" }] }),
            "groups",
            json!([group]),
        ),
        (
            json!({ "source": { "kind": "TOLD", "toldById": rubina.member, "channel": "PHONE" } }),
            "source",
            source,
        ),
    ] {
        let before = shown(&saima, &meeting).await;

        let after = change(&saima, &meeting, sent).await.ok()["meeting"].clone();

        assert_eq!(after[field], becomes, "{field}");
        for other in FACTS.iter().filter(|name| **name != field) {
            assert_eq!(
                after[*other], before[*other],
                "{other} when {field} is set right"
            );
        }
    }
}

async fn null_takes_a_title_and_a_place_away_and_nothing_else(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (office, zhob) = (app.office("ECP", "PEC").await, app.district("Zhob").await);
    let logged = json!({
        "title": { "text": "Cards" }, "heldIn": { "districtId": zhob, "place": "DC office" },
        "topicIds": [app.topic("Cards").await], "mode": "VIDEO",
    });
    let meeting = saima.meets(&office, logged).await;
    let before = shown(&saima, &meeting).await;

    let nothing = json!({ "when": null, "mode": null, "with": null, "attendees": null, "topicIds": null,
        "groups": null, "source": null, "isCourtesyCall": null, "concernsDistrictIds": null });
    let same = change(&saima, &meeting, nothing).await.ok();
    let taken = json!({ "title": null, "heldIn": null });
    let taken = change(&saima, &meeting, taken).await.ok();

    assert_eq!(same["meeting"], before);
    assert_eq!(taken["meeting"]["title"], Value::Null);
    assert_eq!(
        taken["meeting"]["heldIn"],
        json!({ "district": null, "place": null })
    );
    assert_eq!(taken["meeting"]["topics"], before["topics"]);
}

async fn what_is_not_sent_of_an_entry_stays(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let line = app.engagement(&office, "Registration", json!({})).await;
    let clerk = app.person("Gul Bibi").await;
    let with = json!([
        { "id": made("part", 1), "stakeholderId": office, "engagementId": line },
        { "id": made("part", 2), "text": "DC Zhob", "attended": false },
    ]);
    let attendees = json!([
        { "id": made("part", 3), "memberId": saima.member, "role": "CHAIR" },
        { "id": made("part", 4), "personId": clerk, "role": "MINUTE_TAKER", "attendance": "PARTLY" },
    ]);
    let logged = desk.logs(
        &office,
        &WHOLE[10..WHOLE.len() - 1],
        json!({ "with": with, "attendees": attendees }),
    );
    let before = logged.await["meeting"].clone();
    let meeting = text(&before, "/id");

    let named = json!({
        "with": [{ "id": made("part", 1) }, { "id": made("part", 2), "attended": true }],
        "attendees": [{ "id": made("part", 3) }, { "id": made("part", 4), "personId": clerk, "role": "SPEAKER" }],
    });
    let named = change(&desk, &meeting, named).await.ok();
    let no_line = json!({ "with": [{ "id": made("part", 1), "engagementId": null }, { "id": made("part", 2) }] });
    let no_line = change(&desk, &meeting, no_line).await.ok();

    let of = |answer: &Value, pointer: &str| answer["meeting"].pointer(pointer).cloned();
    assert_eq!(
        of(&named, "/stakeholders/0"),
        before.pointer("/stakeholders/0").cloned()
    );
    assert_eq!(of(&named, "/stakeholders/1/text"), Some(json!("DC Zhob")));
    assert_eq!(of(&named, "/stakeholders/1/attended"), Some(json!(true)));
    assert_eq!(
        of(&named, "/attendees/0"),
        before.pointer("/attendees/0").cloned()
    );
    assert_eq!(of(&named, "/attendees/1/role"), Some(json!("SPEAKER")));
    assert_eq!(of(&named, "/attendees/1/attendance"), Some(json!("PARTLY")));
    assert_eq!(
        of(&named, "/attendees/1/stakeholder/id"),
        Some(json!(office))
    );
    assert_eq!(
        of(&no_line, "/stakeholders/0/engagement"),
        Some(Value::Null)
    );
    assert_eq!(
        of(&no_line, "/stakeholders/0/stakeholder/id"),
        Some(json!(office))
    );
}

async fn entries_left_out_go_and_new_ones_come(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let line = app.engagement(&pec, "Registration", json!({})).await;
    let with = json!([{ "id": made("part", 1), "stakeholderId": pec, "engagementId": line }]);
    let attendees = json!([{ "id": made("part", 2), "memberId": saima.member, "role": "CHAIR" }]);
    let logged = json!({ "with": with, "attendees": attendees });
    let meeting = saima.meets(&pec, logged).await;

    let sent = json!({
        "with": [{ "text": "DC Zhob" }, { "id": made("part", 1), "stakeholderId": nadra }],
        "attendees": [
            { "id": made("part", 2), "memberId": rubina.member },
            { "newPerson": { "name": { "en": "Zarghuna" }, "title": { "en": "Clerk" } } },
        ],
    });
    let changed = change(&saima, &meeting, sent).await.ok();

    let with = &changed["meeting"]["stakeholders"];
    assert_eq!(with[0]["text"], "DC Zhob");
    assert_eq!(with[1]["stakeholder"]["id"], nadra);
    // The line of work was with the office before.
    assert_eq!(with[1]["engagement"], Value::Null);
    let attendees = &changed["meeting"]["attendees"];
    assert_eq!(texts(attendees, "/person/name/en"), ["Rubina", "Zarghuna"]);
    // What was said of the one before is not said of her.
    assert_eq!(texts(attendees, "/role"), ["PARTICIPANT", "PARTICIPANT"]);
    assert_eq!(attendees[1]["stakeholder"]["id"], nadra);
    let query = "query ($id: ID!) { stakeholder(id: $id) { posts { person { name { en } } } } }";
    let found = saima.run(query, json!({ "id": nadra })).await.ok();
    assert_eq!(
        found["stakeholder"]["posts"][0]["person"]["name"]["en"],
        "Zarghuna"
    );
}

async fn somebody_new_is_there_for_the_first_office_that_the_caller_sees(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let pec = app.office("ECP", "PEC").await;
    let closed = json!({ "audience": "PRESENT" });
    let hidden = app.office_with("NADRA", "Quiet", closed).await;
    let new = json!({ "newPerson": { "name": { "en": "Zarghuna" }, "title": { "en": "Clerk" } } });

    for (number, offices, expected) in [
        (1, vec![&hidden, &pec], json!({ "id": pec })),
        (2, vec![&hidden], Value::Null),
    ] {
        let with: Vec<_> = offices
            .iter()
            .map(|id| json!({ "stakeholderId": id }))
            .collect();
        let hers = json!({ "id": made("part", number), "memberId": saima.member });
        let logged = json!({ "with": with, "attendees": [hers] });
        let meeting = desk.meets(&pec, logged).await;

        let sent = json!({ "attendees": [{ "id": made("part", number) }, new] });
        change(&saima, &meeting, sent).await.ok();

        let attendee = shown(&desk, &meeting).await["attendees"][1].clone();
        assert_eq!(attendee["stakeholder"], expected);
        let capacity = if expected.is_null() {
            "SELF"
        } else {
            "STAKEHOLDER"
        };
        assert_eq!(attendee["capacity"], capacity);
    }
    let query = "query ($id: ID!) { stakeholder(id: $id) { posts { id } } }";
    let posts = desk.run(query, json!({ "id": hidden })).await.ok();
    assert_eq!(posts["stakeholder"]["posts"], json!([]));
}

async fn who_was_there_for_an_office_follows_the_one_in_its_place(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let (dc, party) = (
        app.office("LOCAL_GOVERNMENT", "DC Zhob").await,
        app.office("POLITICAL_PARTY", "A Party").await,
    );
    let (gul, zarin) = (app.person("Gul Bibi").await, app.person("Zarin").await);
    let logged = json!({
        "with": [{ "id": made("part", 1), "stakeholderId": pec }, { "id": made("part", 2), "stakeholderId": nadra }],
        "attendees": [
            { "id": made("part", 3), "personId": gul },
            { "id": made("part", 4), "personId": zarin, "stakeholderId": nadra },
        ],
    });
    let meeting = saima.meets(&pec, logged).await;
    let offices = |answer: &Value| {
        let attendees = answer["meeting"]["attendees"].as_array().unwrap().iter();
        attendees
            .map(|row| row["stakeholder"]["id"].clone())
            .collect::<Vec<_>>()
    };

    let by_id = json!({ "with": [{ "id": made("part", 1), "stakeholderId": dc }, { "id": made("part", 2) }] });
    let by_id = change(&saima, &meeting, by_id).await.ok();
    let named = json!([{ "id": made("part", 3) }, { "id": made("part", 4), "role": "HOST" }]);
    let by_place = json!({ "with": [{ "stakeholderId": party }], "attendees": named });
    let by_place = change(&saima, &meeting, by_place).await.ok();

    assert_eq!(offices(&by_id), [json!(dc), json!(nadra)]);
    assert_eq!(offices(&by_place), [json!(party), json!(party)]);
    let name = json!({ "with": [{ "text": "The DC" }] });
    let by_name = change(&saima, &meeting, name).await.ok();
    assert_eq!(offices(&by_name), [Value::Null, Value::Null]);
}

async fn who_was_there_for_a_name_that_stands_for_another_office_follows_it(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let gul = app.person("Gul Bibi").await;
    let logged = json!({
        "with": [{ "id": made("part", 1), "text": "The centre", "stakeholderId": pec }],
        "attendees": [{ "memberId": saima.member }, { "personId": gul }],
    });
    let meeting = saima.meets(&pec, logged).await;

    let matched = json!({ "match": [{ "id": made("part", 1), "stakeholderId": nadra }] });
    let changed = change(&saima, &meeting, matched).await.ok();

    assert_eq!(
        changed["meeting"]["attendees"][1]["stakeholder"]["id"],
        nadra
    );
}

async fn whom_somebody_last_met_follows_the_office_and_the_day(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let meeting = saima.meets(&pec, json!({})).await;

    let sent = json!({ "with": [{ "stakeholderId": nadra }], "when": { "days": { "from": "2025-12-30" } } });
    change(&saima, &meeting, sent).await.ok();

    let query =
        "query ($id: ID!) { stakeholder(id: $id) { lastMeeting { id time { firstDay } } } }";
    let last = async |id: &str| {
        let found = saima.run(query, json!({ "id": id })).await.ok();
        found["stakeholder"]["lastMeeting"].clone()
    };
    assert_eq!(last(&pec).await, Value::Null);
    assert_eq!(
        last(&nadra).await,
        json!({ "id": meeting, "time": { "firstDay": "2025-12-30" } })
    );
    let coverage = "query ($from: Day, $to: Day) {
        coverage(period: { from: $from, to: $to }) { total { meetingsHeld { value } } } }";
    let held = async |from: &str, to: &str| {
        let found = saima
            .run(coverage, json!({ "from": from, "to": to }))
            .await
            .ok();
        found["coverage"]["total"]["meetingsHeld"]["value"].clone()
    };
    assert_eq!(held("2025-12-01", "2025-12-31").await, 1);
    assert_eq!(held("2026-01-01", "2026-01-31").await, 0);
}

async fn what_is_archived_stays_and_is_not_chosen_anew(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let topic = app.topic("Cards").await;
    let had =
        json!({ "with": [{ "id": made("part", 1), "stakeholderId": pec }], "topicIds": [topic] });
    let had = saima.meets(&pec, had).await;
    let other = saima.meets(&nadra, json!({})).await;
    let ids = json!({ "ids": [pec, topic] });
    desk.act("archive", "results { id }", ids).await.ok();

    let same =
        json!({ "with": [{ "id": made("part", 1), "stakeholderId": pec }], "topicIds": [topic] });
    let stays = change(&saima, &had, same).await.ok();
    let anew = json!({ "with": [{ "stakeholderId": pec }], "topicIds": [topic] });
    let refused = change(&saima, &other, anew).await;

    assert_eq!(texts(&stays["meeting"]["topics"], "/id"), [topic]);
    assert_eq!(
        sorted(refused.user_errors()),
        ["INVALID topicIds/0", "INVALID with/0/stakeholderId"]
    );
}

async fn all_that_is_wrong_comes_at_once_with_its_place(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (office, party) = (
        app.office("ECP", "PEC").await,
        app.office("POLITICAL_PARTY", "A Party").await,
    );
    let line = app.engagement(&party, "Tickets", json!({})).await;
    let outsider = app.person("Gul Bibi").await;
    let with = json!([{ "id": made("part", 1), "stakeholderId": office }]);
    let meeting = saima.meets(&office, json!({ "with": with })).await;
    let before = app.rows().await;

    let wrong = json!({
        "title": { "text": "x".repeat(20_001) },
        "when": { "days": { "from": "2030-01-01" } },
        "heldIn": { "districtId": absent("district") },
        "concernsDistrictIds": [absent("district")],
        "topicIds": [office],
        "audience": "PRESENT",
        "wordsAudience": "CAUCUS",
        "source": { "kind": "TOLD" },
        "with": [
            { "id": made("part", 1), "engagementId": line },
            { "stakeholderId": office },
            {},
            { "id": "part_0192f0c1-7e1a-4c3e-9f0a-3b1d2c4e5f60", "text": "DC" },
            { "id": made("part", 1), "text": "DC" },
        ],
        "attendees": [
            { "personId": outsider, "capacity": "MEMBER" },
            { "id": made("part", 9) },
        ],
        "groups": [{ "label": "many", "headcount": 3, "women": 3, "men": 1 }],
    });
    let refused = change(&saima, &meeting, wrong).await;

    assert_eq!(
        sorted(refused.user_errors()),
        [
            "DUPLICATE with/1",
            "DUPLICATE with/4",
            "DUPLICATE with/4/id",
            "INVALID attendees/0/capacity",
            "INVALID attendees/1",
            "INVALID groups/0/headcount",
            "INVALID with/0/engagementId",
            "INVALID wordsAudience",
            "INVALID_ID topicIds/0",
            "INVALID_ID with/3/id",
            "NOT_FOUND concernsDistrictIds/0",
            "NOT_FOUND heldIn/districtId",
            "OUT_OF_RANGE when",
            "REQUIRED source/toldById",
            "REQUIRED with/2",
            "TOO_LONG title/text",
        ]
    );
    assert_eq!(app.rows().await, before);
}

async fn somebody_is_named_once_in_a_meeting(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let attendees = json!([{ "id": made("part", 1), "memberId": saima.member }]);
    let meeting = saima
        .meets(&office, json!({ "attendees": attendees }))
        .await;

    let twice = json!([{ "id": made("part", 1) }, { "personId": saima.person }]);
    let twice = change(&saima, &meeting, json!({ "attendees": twice })).await;
    let under_another_id = json!([{ "id": made("part", 2), "memberId": saima.member }]);
    let anew = change(&saima, &meeting, json!({ "attendees": under_another_id }))
        .await
        .ok();

    assert_eq!(twice.user_errors(), ["DUPLICATE attendees/1"]);
    assert_eq!(
        texts(&anew["meeting"]["attendees"], "/member/id"),
        [saima.member]
    );
}

async fn a_meeting_with_offices_keeps_one(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let internal = json!({ "kind": "INTERNAL", "with": [] });
    let internal = saima.act("logMeeting", WHOLE, internal).await.ok();
    let internal = text(&internal, "/meeting/id");

    let nobody = change(&saima, &meeting, json!({ "with": [] })).await;
    let somebody = json!({ "with": [{ "stakeholderId": office }] });
    let somebody = change(&saima, &internal, somebody).await;

    assert_eq!(nobody.user_errors(), ["REQUIRED with"]);
    assert_eq!(somebody.user_errors(), ["INVALID with"]);
}

async fn what_somebody_else_changed_is_not_written_over(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let seen = saima.version(&meeting).await;

    change(&desk, &meeting, json!({ "mode": "PHONE" }))
        .await
        .ok();
    let stale = json!({ "id": meeting, "expectedVersion": seen, "mode": "VIDEO" });
    let stale = saima.act("updateMeeting", WHOLE, stale).await;

    assert_eq!(stale.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
    assert_eq!(stale.data()["meeting"]["mode"], "PHONE");
}

async fn the_same_change_sent_again_changes_nothing(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let input = json!({
        "requestId": v7(7), "id": meeting, "expectedVersion": saima.version(&meeting).await,
        "with": [{ "text": "DC Zhob" }],
        "attendees": [{ "newPerson": { "name": { "en": "Zarghuna" } } }],
    });

    let first = saima.act("updateMeeting", WHOLE, input.clone()).await.ok();
    let (rows, version) = (app.rows().await, saima.version(&meeting).await);
    let again = saima.act("updateMeeting", WHOLE, input.clone()).await.ok();
    let other = merged(input, json!({ "mode": "PHONE" }));
    let other = saima.act("updateMeeting", WHOLE, other).await;

    assert_eq!(again, first);
    assert_eq!(app.rows().await, rows);
    assert_eq!(saima.version(&meeting).await, version);
    assert_eq!(other.user_errors(), ["ID_CONFLICT"]);
}

async fn a_change_is_one_entry_in_the_log(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;

    let sent = json!({
        "mode": "PHONE", "title": { "text": "Cards" },
        "attendees": [{ "memberId": rubina.member }, { "newPerson": { "name": { "en": "Zarghuna" } } }],
    });
    change(&saima, &meeting, sent).await.ok();

    let query = "SELECT CAST(changes AS text) FROM log_entry WHERE act = 'updateMeeting'";
    let entries = app.texts(query).await;
    assert_eq!(entries.len(), 1);
    let entry: Value = serde_json::from_str(&entries[0]).unwrap();
    let changed = entry.as_array().unwrap().iter();
    let of_meeting = changed
        .clone()
        .find(|one| one["record"] == *meeting)
        .unwrap();
    assert_eq!(changed.count(), 2);
    assert_eq!(of_meeting["fields"]["mode"], "PHONE");
    assert_eq!(
        of_meeting["fields"]["attendees"].as_array().map(Vec::len),
        Some(2)
    );
    assert_eq!(of_meeting["fields"]["topics"], Value::Null);
}

async fn setting_right_costs_the_same_for_many_entries_as_for_few(app: Arc<App>) {
    let (desk, office) = (app.coordinator().await, app.office("ECP", "PEC").await);
    let mut people = Vec::new();
    for number in 0..12 {
        people.push(app.member(&format!("Member{number}")).await.member);
    }
    let entries = |count: usize| {
        let of = |id: &String| json!({ "memberId": id });
        let groups =
            (0..count).map(|number| json!({ "label": format!("{number}"), "headcount": 3 }));
        let groups: Vec<_> = groups.collect();
        json!({ "attendees": people.iter().take(count).map(of).collect::<Vec<_>>(), "groups": groups })
    };
    let meeting = desk.meets(&office, entries(2)).await;
    let cost = async |count: usize| {
        let version = desk.version(&meeting).await;
        let input = merged(
            json!({ "id": meeting, "expectedVersion": version }),
            entries(count),
        );
        app.statements();
        desk.act("updateMeeting", "meeting { id }", input)
            .await
            .ok();
        app.statements().len()
    };

    let few = cost(3).await;
    let many = cost(12).await;

    assert_eq!(few, many);
}
