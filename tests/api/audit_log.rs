//! The log as coordinators and administrators read it, and the history of a record on its page.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

const SHOWN: &str = "totalCount nodes { act isRefused isSealed actor { id } actingFor { id }
    changes { recordId record { id } fields { field
      before { text isWithdrawn record { id } } after { text isWithdrawn record { id } } } } }";

async fn log(caller: &Caller, filter: Value) -> Value {
    let query = format!(
        "query ($filter: AuditFilter) {{ auditLog(first: 30, filter: $filter) {{ {SHOWN} }} }}"
    );
    caller.run(&query, json!({ "filter": filter })).await.ok()["auditLog"].clone()
}

async fn history(caller: &Caller, id: &str) -> Value {
    let query = "query ($id: ID!) { history(id: $id) { totalCount nodes { act at
        by { id } actingFor { id } fields { field
          before { text isWithdrawn record { id } } after { text isWithdrawn record { id } } } } } }";
    caller.run(query, json!({ "id": id })).await.ok()["history"].clone()
}

fn value(text: &str) -> Value {
    json!({ "text": text, "isWithdrawn": false, "record": null })
}

/// What a field became in the newest entry.
fn field<'a>(entry: &'a Value, name: &str) -> Option<&'a Value> {
    let fields = entry["fields"].as_array().unwrap();
    fields.iter().find(|one| one["field"] == name)
}

async fn sets_right(by: &Caller, meeting: &str, change: Value) {
    let version = by.version(meeting).await;
    let input = json!({ "id": meeting, "expectedVersion": version });
    let input = crate::support::build::merged(input, change);
    by.act("updateMeeting", "meeting { id }", input).await.ok();
}

both! {
    an_entry_says_who_did_what_and_for_whom
    a_change_is_told_with_what_stood_there_before
    of_a_list_what_came_and_what_went_is_told
    a_refused_act_is_told_as_refused
    the_log_is_for_coordinators_and_administrators
    an_administrator_learns_nothing_of_words
    what_is_hidden_from_an_administrator_is_not_in_his_log
    no_secret_is_in_the_log
    the_log_is_narrowed
    a_member_reads_the_history_of_what_she_sees
    history_tells_no_words_to_who_does_not_read_them
    a_partner_reads_no_history
    of_what_is_hidden_there_is_no_history
    what_was_written_while_it_was_closed_stays_closed
    what_was_confirmed_or_refused_while_it_was_closed_stays_closed
    words_of_the_time_when_they_were_closed_stay_closed
    words_that_were_withdrawn_are_said_to_be
    what_a_change_leads_to_is_shown_as_far_as_it_is_seen
}

async fn an_entry_says_who_did_what_and_for_whom(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let aide = app.aide().await;
    let akbar = saima.lets(&aide).await;

    let task = akbar.takes_on("Call", json!({})).await;
    app.sealed().await;

    let found = log(&desk, json!({ "acts": ["assignFollowUp"] })).await;
    let entry = &found["nodes"][0];
    assert_eq!(found["totalCount"], 1);
    assert_eq!(entry["actor"]["id"], aide.user().await);
    assert_eq!(entry["actingFor"]["id"], saima.member);
    assert_eq!(
        (&entry["isRefused"], &entry["isSealed"]),
        (&json!(false), &json!(true))
    );
    assert_eq!(entry["changes"][0]["recordId"], task);
    assert_eq!(
        field(&entry["changes"][0], "title").unwrap()["after"],
        value("Call")
    );
}

async fn a_change_is_told_with_what_stood_there_before(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let task = saima
        .takes_on("Call", json!({ "dueOn": "2026-02-01" }))
        .await;
    for (day, due) in [("16", "2026-02-02"), ("17", "2026-02-03")] {
        app.set_time(&format!("2026-01-{day}T07:00:00Z"));
        let version = saima.version(&task).await;
        let input = json!({ "id": task, "expectedVersion": version, "dueOn": due });
        saima
            .act("updateFollowUp", "followUpAction { id }", input)
            .await
            .ok();
    }

    let told = log(&desk, json!({ "acts": ["updateFollowUp"] })).await;

    let of = |entry: usize| told["nodes"][entry]["changes"][0]["fields"].clone();
    let changed = |from: &str, to: &str| json!([{ "field": "dueOn", "before": value(from), "after": value(to) }]);
    assert_eq!(of(0), changed("2026-02-02", "2026-02-03"));
    assert_eq!(of(1), changed("2026-02-01", "2026-02-02"));
}

async fn of_a_list_what_came_and_what_went_is_told(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (rubina, noor) = (app.member("Rubina").await, app.member("Noor").await);
    let zahra = app.member("Zahra").await;
    let helpers = |both: [&Caller; 2]| json!({ "helperIds": both.map(|one| one.person.clone()) });
    let task = saima.takes_on("Call", helpers([&rubina, &noor])).await;
    app.set_time("2026-01-16T07:00:00Z");
    let version = saima.version(&task).await;
    let input = json!({ "id": task, "expectedVersion": version });
    let input = crate::support::build::merged(input, helpers([&noor, &zahra]));
    saima
        .act("updateFollowUp", "followUpAction { id }", input)
        .await
        .ok();

    let told = log(&desk, json!({ "acts": ["updateFollowUp"] })).await;

    let who =
        |person: &str| json!({ "text": null, "isWithdrawn": false, "record": { "id": person } });
    let changed = json!([
        { "field": "helpers", "before": who(&rubina.person), "after": null },
        { "field": "helpers", "before": null, "after": who(&zahra.person) },
    ]);
    assert_eq!(told["nodes"][0]["changes"][0]["fields"], changed);
}

async fn a_refused_act_is_told_as_refused(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let task = desk.takes_on("Call", json!({})).await;
    let input = json!({ "id": task });
    saima
        .act("completeFollowUp", "followUpAction { id }", input)
        .await;

    let refused = log(&desk, json!({ "isRefused": true })).await;

    assert_eq!(refused["totalCount"], 1);
    let entry = &refused["nodes"][0];
    assert_eq!(
        (&entry["act"], &entry["isRefused"]),
        (&json!("completeFollowUp"), &json!(true))
    );
    let named = json!([{ "recordId": task, "record": { "id": task }, "fields": [] }]);
    assert_eq!(entry["changes"], named);
}

async fn the_log_is_for_coordinators_and_administrators(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let akbar = saima.lets(&app.aide().await).await;
    let greta = app.partner(&[], &["ECP"]).await;
    saima.takes_on("Call", json!({})).await;

    for caller in [&saima, &akbar, &greta] {
        let found = log(caller, json!({})).await;
        assert_eq!(found, json!({ "totalCount": 0, "nodes": [] }));
    }
    for caller in [app.coordinator().await, app.admin().await] {
        let found = log(&caller, json!({ "acts": ["assignFollowUp"] })).await;
        assert_eq!(found["totalCount"], 1);
    }
}

async fn an_administrator_learns_nothing_of_words(app: Arc<App>) {
    let (admin, saima) = (app.admin().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let open = json!({ "wordsAudience": "CAUCUS", "said": { "text": "Secretly" } });
    let meeting = saima.meets(&office, open).await;
    let before = log(&admin, json!({ "recordIds": [meeting] })).await;
    app.set_time("2026-01-16T07:00:00Z");

    sets_right(&saima, &meeting, json!({ "said": { "text": "Openly" } })).await;
    let after = log(&admin, json!({ "recordIds": [meeting] })).await;
    let all = log(&admin, json!({})).await;

    assert_eq!(before["totalCount"], 1);
    assert_eq!(after, before);
    assert!(!all.to_string().contains("Secretly") && !all.to_string().contains("Openly"));
    assert!(!all.to_string().contains("\"said\""), "{all}");
    let of_desk = log(&app.coordinator().await, json!({ "recordIds": [meeting] })).await;
    assert_eq!(of_desk["totalCount"], 2);
    let said = field(&of_desk["nodes"][0]["changes"][0], "said").unwrap();
    let both = (&said["before"], &said["after"]);
    assert_eq!(both, (&value("Secretly"), &value("Openly")));
}

async fn what_is_hidden_from_an_administrator_is_not_in_his_log(app: Arc<App>) {
    let (admin, saima) = (app.admin().await, app.member("Saima").await);
    let (rubina, office) = (app.member("Rubina").await, app.office("ECP", "PEC").await);
    let before = log(&admin, json!({})).await;

    let closed = saima.meets(&office, json!({ "audience": "PRESENT" })).await;
    sets_right(&saima, &closed, json!({ "title": { "text": "Quiet" } })).await;
    let input = json!({ "id": closed, "expectedVersion": "x", "title": { "text": "Loud" } });
    rubina.act("updateMeeting", "meeting { id }", input).await;
    let after = log(&admin, json!({})).await;

    assert_eq!(after, before);
    for filter in [
        json!({ "recordIds": [closed] }),
        json!({ "kinds": ["meeting"] }),
        json!({ "acts": ["logMeeting", "updateMeeting"] }),
        json!({ "recordIds": [crate::support::build::absent("meeting")] }),
    ] {
        assert_eq!(log(&admin, filter).await["totalCount"], 0);
    }
}

async fn no_secret_is_in_the_log(app: Arc<App>) {
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    let input =
        json!({ "email": "new@caucus.example", "name": { "en": "Nida" }, "role": "PARTNER" });
    let made = admin
        .act("createUser", "password user { id }", input)
        .await
        .ok();
    let input = json!({ "userId": made["user"]["id"], "name": "x" });
    let token = admin.act("createToken", "secret", input).await.ok();
    let user = text(&made, "/user/id");
    let email = json!({ "email": "nida@caucus.example" });
    admin.updates_user(&user, "user { id }", email).await.ok();

    for caller in [&admin, &desk] {
        let all = log(caller, json!({})).await;
        let said = all.to_string();
        assert!(!said.contains(&text(&made, "/password")));
        assert!(!said.contains(&text(&token, "/secret")));
        let changed = log(caller, json!({ "acts": ["updateUser"] })).await;
        let email = field(&changed["nodes"][0]["changes"][0], "email").unwrap();
        assert_eq!(email["before"], value("new@caucus.example"));
        assert_eq!(email["after"], value("nida@caucus.example"));
    }
}

async fn the_log_is_narrowed(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    app.set_time("2026-01-20T18:59:00Z");
    let task = saima.takes_on("Call", json!({})).await;
    app.set_time("2026-01-20T19:01:00Z");
    let meeting = saima.meets(&office, json!({})).await;

    for (filter, acts) in [
        (
            json!({ "actorIds": [saima.user().await] }),
            vec!["logMeeting", "assignFollowUp"],
        ),
        (json!({ "actorIds": [] }), vec![]),
        (json!({ "recordIds": [task] }), vec!["assignFollowUp"]),
        (
            json!({ "kinds": ["meeting", "follow_up_action"] }),
            vec!["logMeeting", "assignFollowUp"],
        ),
        (json!({ "kinds": ["meeting"], "recordIds": [task] }), vec![]),
        // The day of the caucus ends at seven in the evening of Greenwich.
        (json!({ "from": "2026-01-21" }), vec!["logMeeting"]),
        (
            json!({ "from": "2026-01-20", "to": "2026-01-20" }),
            vec!["assignFollowUp"],
        ),
    ] {
        let found = log(&desk, filter.clone()).await;
        assert_eq!(texts(&found["nodes"], "/act"), acts, "{filter}");
        assert_eq!(found["totalCount"], acts.len(), "{filter}");
    }
    let query = "query ($id: ID!) { auditLog(filter: { recordIds: [$id] }, \
                 orderBy: { field: AT, direction: ASC }, first: 1) { nodes { act } } }";
    let first = desk.run(query, json!({ "id": meeting })).await.ok();
    assert_eq!(first["auditLog"]["nodes"][0]["act"], "logMeeting");
}

async fn a_member_reads_the_history_of_what_she_sees(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima
        .meets(&office, json!({ "title": { "text": "Cards" } }))
        .await;
    app.set_time("2026-01-16T07:00:00Z");
    sets_right(
        &saima,
        &meeting,
        json!({ "title": { "text": "Voter cards" } }),
    )
    .await;

    let told = history(&rubina, &meeting).await;

    assert_eq!(told["totalCount"], 2);
    assert_eq!(
        texts(&told["nodes"], "/act"),
        ["updateMeeting", "logMeeting"]
    );
    assert_eq!(told["nodes"][0]["at"], "2026-01-16T07:00:00Z");
    assert_eq!(told["nodes"][0]["by"]["id"], saima.person);
    let title = json!([{
        "field": "title", "before": value("Cards"), "after": value("Voter cards"),
    }]);
    assert_eq!(told["nodes"][0]["fields"], title);
}

async fn history_tells_no_words_to_who_does_not_read_them(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima
        .meets(&office, json!({ "said": { "text": "Quietly" } }))
        .await;
    app.set_time("2026-01-16T07:00:00Z");
    sets_right(&saima, &meeting, json!({ "said": { "text": "Loudly" } })).await;
    app.set_time("2026-01-17T07:00:00Z");
    let both = json!({ "said": { "text": "Aloud" }, "title": { "text": "Cards" } });
    sets_right(&saima, &meeting, both).await;

    let hers = history(&saima, &meeting).await;
    let others = history(&rubina, &meeting).await;

    assert_eq!(
        (&hers["totalCount"], &others["totalCount"]),
        (&json!(3), &json!(2))
    );
    assert!(field(&hers["nodes"][1], "said").is_some());
    assert!(field(&others["nodes"][0], "said").is_none());
    assert!(field(&others["nodes"][0], "title").is_some());
    assert!(!others.to_string().contains("oud") && !others.to_string().contains("Quiet"));
}

async fn a_partner_reads_no_history(app: Arc<App>) {
    let (desk, greta) = (app.coordinator().await, app.partner(&[], &["ECP"]).await);
    let office = app.office("ECP", "PEC").await;
    let meeting = desk.meets(&office, json!({ "audience": "PARTNERS" })).await;
    assert!(greta.finds(&meeting).await);

    assert_eq!(history(&greta, &meeting).await, Value::Null);
}

async fn of_what_is_hidden_there_is_no_history(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let closed = saima.meets(&office, json!({ "audience": "PRESENT" })).await;

    assert_eq!(history(&rubina, &closed).await, Value::Null);
    let absent = crate::support::build::absent("meeting");
    assert_eq!(history(&rubina, &absent).await, Value::Null);
    assert_eq!(history(&saima, &closed).await["totalCount"], 1);
}

async fn what_was_written_while_it_was_closed_stays_closed(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (rubina, admin) = (app.member("Rubina").await, app.admin().await);
    let office = app.office("ECP", "PEC").await;
    // That she has a meeting of her own, of which something came, opens nobody else's to her.
    let of_her_own = json!({ "decisions": [{ "text": { "text": "Meet again" } }],
                             "followUps": [{ "title": { "text": "Write to them" } }] });
    rubina.meets(&office, of_her_own).await;
    let closed = json!({ "audience": "PRESENT", "title": { "text": "A complaint of Gul" } });
    let meeting = saima.meets(&office, closed).await;
    let day = |day: u32| app.set_time(&format!("2026-01-{day}T07:00:00Z"));
    day(16);
    sets_right(
        &saima,
        &meeting,
        json!({ "title": { "text": "A complaint" } }),
    )
    .await;
    day(17);
    let opened = json!({ "audience": "CAUCUS", "title": { "text": "Voter cards" } });
    sets_right(&saima, &meeting, opened).await;
    day(18);
    sets_right(&saima, &meeting, json!({ "title": { "text": "Cards" } })).await;

    let hers = history(&saima, &meeting).await;
    let others = history(&rubina, &meeting).await;
    let of_admin = log(&admin, json!({ "recordIds": [meeting] })).await;

    assert_eq!(hers["totalCount"], 4);
    assert_eq!(
        (&others["totalCount"], &of_admin["totalCount"]),
        (&json!(2), &json!(2))
    );
    for said in [others.to_string(), of_admin.to_string()] {
        assert!(!said.contains("complaint"), "{said}");
    }
    let newest = field(&others["nodes"][0], "title").unwrap();
    assert_eq!(newest["before"], value("Voter cards"));
    assert!(desk.finds(&meeting).await);
}

async fn what_was_confirmed_or_refused_while_it_was_closed_stays_closed(app: Arc<App>) {
    let (desk, admin, saima) = (
        app.coordinator().await,
        app.admin().await,
        app.member("Saima").await,
    );
    let akbar = saima.lets(&app.aide().await).await;
    let office = app.office("ECP", "PEC").await;
    let open = akbar.meets(&office, json!({})).await;
    let closed = json!({ "audience": "PRESENT" });
    let closed = akbar.meets(&office, closed).await;
    for id in [&open, &closed] {
        let asks = json!({ "ids": [id] });
        let shown = "results { id userErrors { code path message } }";
        let refused = akbar.act("confirm", shown, asks.clone()).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN ids/0"]);
        saima.act("confirm", shown, asks).await.ok();
    }
    app.set_time("2026-01-16T07:00:00Z");
    sets_right(&saima, &closed, json!({ "audience": "CAUCUS" })).await;
    let told = async |caller: &Caller, id: &str| {
        let filter = json!({ "recordIds": [id], "acts": ["confirm"] });
        log(caller, filter).await["totalCount"].clone()
    };

    assert_eq!(told(&admin, &open).await, 2);
    assert_eq!(told(&desk, &closed).await, 2);
    assert_eq!(told(&admin, &closed).await, 0);
    let all = log(&admin, json!({ "acts": ["confirm"] })).await;
    assert!(!all.to_string().contains(&closed), "{all}");
}

async fn words_of_the_time_when_they_were_closed_stay_closed(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima
        .meets(&office, json!({ "said": { "text": "Quietly" } }))
        .await;
    app.set_time("2026-01-16T07:00:00Z");
    let opened = json!({ "wordsAudience": "CAUCUS", "said": { "text": "Aloud" } });
    sets_right(&saima, &meeting, opened).await;
    app.set_time("2026-01-17T07:00:00Z");
    sets_right(&saima, &meeting, json!({ "said": { "text": "Louder" } })).await;

    let told = history(&rubina, &meeting).await;

    assert!(!told.to_string().contains("Quietly"), "{told}");
    let said = |entry: usize| field(&told["nodes"][entry], "said").unwrap().clone();
    assert_eq!(
        (&said(0)["before"], &said(0)["after"]),
        (&value("Aloud"), &value("Louder"))
    );
    assert_eq!(
        (&said(1)["before"], &said(1)["after"]),
        (&Value::Null, &value("Aloud"))
    );
    assert!(
        told["nodes"]
            .get(2)
            .is_none_or(|first| field(first, "said").is_none())
    );
}

async fn words_that_were_withdrawn_are_said_to_be(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima
        .meets(&office, json!({ "said": { "text": "Quietly" } }))
        .await;
    app.set_time("2026-01-16T07:00:00Z");
    sets_right(&saima, &meeting, json!({ "said": { "text": "Loudly" } })).await;
    app.set_time("2026-01-17T07:00:00Z");
    let input = json!({ "id": meeting });
    saima
        .act("withdrawWords", "record { id }", input)
        .await
        .ok();

    let told = history(&desk, &meeting).await;
    let in_log = log(&desk, json!({ "recordIds": [meeting] })).await;

    let withdrawn = json!({ "text": null, "isWithdrawn": true, "record": null });
    let entries = told["nodes"].as_array().unwrap();
    assert_eq!(
        texts(&told["nodes"], "/act"),
        ["withdrawWords", "updateMeeting", "logMeeting"]
    );
    assert_eq!(field(&entries[0], "said").unwrap()["before"], withdrawn);
    for entry in &entries[1..] {
        assert_eq!(field(entry, "said").unwrap()["after"], withdrawn);
    }
    for said in [told.to_string(), in_log.to_string()] {
        assert!(!said.contains("Quietly") && !said.contains("Loudly"));
    }
}

async fn what_a_change_leads_to_is_shown_as_far_as_it_is_seen(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let hidden = json!({ "audience": "PRESENT" });
    let hidden = app.office_with("CSO", "Shelter", hidden).await;
    let office = app.office("ECP", "PEC").await;
    let meeting = desk.meets(&office, json!({})).await;
    app.set_time("2026-01-16T07:00:00Z");
    let both = json!([{ "stakeholderId": office }, { "stakeholderId": hidden }]);
    sets_right(&desk, &meeting, json!({ "with": both })).await;

    let of_desk = history(&desk, &meeting).await;
    let hers = history(&saima, &meeting).await;

    assert!(of_desk["nodes"][0].to_string().contains(&hidden));
    assert!(!hers.to_string().contains(&hidden), "{hers}");
}
