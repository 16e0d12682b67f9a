//! Acting for a member: she lets somebody, what he records is hers, she confirms it, she ends it.

use std::sync::Arc;

use rabta::concepts::access::{Viewer, acting, users};
use rabta::kit::graphql::id::parse;
use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, merged, text, texts};
use crate::support::caller::Caller;
use crate::support::rows::changed;

/// What waits for a caller to be confirmed, by its ids.
async fn waiting(caller: &Caller) -> Vec<String> {
    let query = "{ waitingForMe { totalCount nodes { record { id } } } }";
    let found = caller.ask(query).await.ok()["waitingForMe"].clone();
    let ids = texts(&found["nodes"], "/record/id");
    assert_eq!(found["totalCount"], ids.len());
    ids
}

async fn confirms(caller: &Caller, id: &str) -> crate::support::answer::Answer {
    let shown = "results { id userErrors { code path message } }";
    caller.act("confirm", shown, json!({ "ids": [id] })).await
}

both! {
    an_aide_has_nothing_of_his_own
    an_aide_reads_and_logs_what_she_may
    what_an_aide_logs_carries_both_names
    she_confirms_what_was_logged_for_her_once_with_all_that_came_of_it
    what_she_sets_right_herself_is_confirmed_by_that
    he_may_not_grant_confirm_or_share
    nobody_acts_for_her_whom_she_did_not_let
    what_she_ends_holds_from_the_next_moment
    nothing_is_written_for_her_once_she_ended_it_in_the_middle_of_a_request
    nothing_is_written_by_who_was_kept_out_in_the_middle_of_a_request
    she_ends_it_only_when_what_is_written_for_her_has_ended
    however_many_she_lets_at_once_ten_may_act_for_her
    what_he_logged_for_her_is_his_no_longer_once_she_ends_it
    a_step_that_he_took_for_her_is_hers_to_take_back
    a_coordinator_acting_for_her_has_her_rights_and_no_more
    he_acts_for_none_who_may_not_sign_in_herself
    the_same_request_for_another_is_another_request
    his_cursors_are_not_hers
    she_alone_sees_who_acts_for_her
    letting_the_wrong_ones_act_is_refused
    the_log_tells_who_acted_for_whom
}

async fn an_aide_has_nothing_of_his_own(app: Arc<App>) {
    let akbar = app.aide().await;
    let office = app.office("ECP", "PEC").await;
    app.member("Saima").await.meets(&office, json!({})).await;

    let found = akbar
        .ask(
            "{ viewer { role member { id } mayActFor { memberId } }
               meetings { totalCount nodes { id } } stakeholders { totalCount }
               people { totalCount } waitingForMe { totalCount } users { totalCount }
               coverage(period: { from: \"2025-01-01\" }) { total { met { value } } } }",
        )
        .await
        .ok();
    let logged = akbar
        .act(
            "logMeeting",
            "meeting { id }",
            json!({ "with": [{ "text": "DC Zhob" }] }),
        )
        .await;

    assert_eq!(
        found,
        json!({
            "viewer": { "role": "AIDE", "member": null, "mayActFor": [] },
            "meetings": { "totalCount": 0, "nodes": [] }, "stakeholders": { "totalCount": 0 },
            "people": { "totalCount": 0 }, "waitingForMe": { "totalCount": 0 },
            "users": { "totalCount": 0 },
            "coverage": { "total": { "met": { "value": 0 } } },
        })
    );
    assert_eq!(logged.user_errors(), ["FORBIDDEN"]);
}

async fn an_aide_reads_and_logs_what_she_may(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let closed = json!({ "audience": "PRESENT", "said": { "text": "In confidence" } });
    let hers = saima.meets(&office, closed.clone()).await;
    let not_hers = rubina.meets(&office, closed).await;
    let akbar = saima.lets(&app.aide().await).await;

    let query = "query ($id: ID!) { meeting(id: $id) { said { text } } }";
    let read = akbar.run(query, json!({ "id": hers })).await.ok();
    let viewer =
        "{ viewer { id role actingFor member { id } mayActFor { memberId name { en } } } }";
    let viewer = akbar.ask(viewer).await.ok()["viewer"].clone();

    assert_eq!(read["meeting"]["said"]["text"], "In confidence");
    assert!(!akbar.finds(&not_hers).await);
    assert_eq!(viewer["role"], "AIDE");
    assert_eq!(viewer["actingFor"], saima.member);
    assert_eq!(viewer["member"]["id"], saima.member);
    assert_eq!(
        viewer["mayActFor"],
        json!([{ "memberId": saima.member, "name": { "en": "Saima" } }])
    );
    assert_ne!(text(&viewer, "/id"), saima.user().await);
}

async fn what_an_aide_logs_carries_both_names(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let akbar = saima.lets(&app.aide().await).await;

    let shown = "id confirmedAt recordedBy { name { en } } recordedFor { id }
                 attendees { member { id } person { name { en } } }
                 followUps { owner { name { en } } recordedFor { id } }";
    let more = json!({ "followUps": [{ "title": { "text": "Send the list" } }] });
    let met = akbar.logs(&office, shown, more).await["meeting"].clone();

    assert_eq!(met["recordedBy"]["name"]["en"], "Akbar");
    assert_eq!(met["recordedFor"]["id"], saima.member);
    assert_eq!(met["confirmedAt"], Value::Null);
    assert_eq!(met["attendees"][0]["member"]["id"], saima.member);
    assert_eq!(met["attendees"].as_array().unwrap().len(), 1);
    assert_eq!(met["followUps"][0]["owner"]["name"]["en"], "Saima");
    assert_eq!(met["followUps"][0]["recordedFor"]["id"], saima.member);
}

async fn she_confirms_what_was_logged_for_her_once_with_all_that_came_of_it(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let akbar = saima.lets(&app.aide().await).await;
    let more = json!({ "followUps": [{ "title": { "text": "Send the list" } }] });
    let met = akbar.meets(&office, more).await;
    app.set_time("2026-01-15T08:00:00Z");
    let task = akbar.takes_on("Call the office", json!({})).await;
    let waited = waiting(&saima).await;
    let version = saima.version(&met).await;

    let of_another = confirms(&rubina, &met).await;
    confirms(&saima, &met).await.ok();
    let again = confirms(&saima, &met).await;
    let query = "query ($id: ID!) { meeting(id: $id) { confirmedAt
                 followUps { confirmedAt } } }";
    let found = saima.run(query, json!({ "id": met })).await.ok()["meeting"].clone();

    assert_eq!(waited, [task.clone(), met.clone()]);
    assert_eq!(of_another.user_errors(), ["FORBIDDEN ids/0"]);
    assert_eq!(again.user_errors(), Vec::<String>::new());
    assert_eq!(waiting(&saima).await, [task]);
    assert_eq!(found["confirmedAt"], "2026-01-15T08:00:00Z");
    assert_eq!(found["followUps"][0]["confirmedAt"], found["confirmedAt"]);
    assert_eq!(saima.version(&met).await, version);
}

async fn what_she_sets_right_herself_is_confirmed_by_that(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let akbar = saima.lets(&app.aide().await).await;
    let task = akbar.takes_on("Call", json!({})).await;
    let title = |title: &str, version: String| json!({ "id": task, "expectedVersion": version, "title": { "text": title } });

    let by_him = title("Call them", akbar.version(&task).await);
    akbar.act("updateFollowUp", "__typename", by_him).await.ok();
    let after_him = waiting(&saima).await;
    let by_her = title("Call the clerk", saima.version(&task).await);
    saima.act("updateFollowUp", "__typename", by_her).await.ok();

    assert_eq!(after_him, std::slice::from_ref(&task));
    assert_eq!(waiting(&saima).await, Vec::<String>::new());
}

async fn he_may_not_grant_confirm_or_share(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let (aide, other) = (app.aide().await, app.aide().await);
    let akbar = saima.lets(&aide).await;
    let met = akbar.meets(&office, json!({})).await;
    let before = app.rows().await;

    let user = json!({ "userId": other.user().await });
    for name in ["letActForMe", "endActingForMe"] {
        let refused = akbar.act(name, "member { id }", user.clone()).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"], "{name}");
    }
    assert_eq!(
        confirms(&akbar, &met).await.user_errors(),
        ["FORBIDDEN ids/0"]
    );
    let wide = json!({ "with": [{ "stakeholderId": office }], "audience": "PARTNERS" });
    let refused = akbar.act("logMeeting", "meeting { id }", wide).await;
    assert_eq!(refused.user_errors(), ["FORBIDDEN audience"]);

    assert_eq!(
        changed(&before, &app.rows().await),
        ["log_entry", "log_link"]
    );
}

async fn nobody_acts_for_her_whom_she_did_not_let(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let aide = app.aide().await;
    saima.lets(&aide).await;

    let mut answers = Vec::new();
    for header in [
        rubina.member.clone(),
        absent("member"),
        "member_7".to_owned(),
        saima.person.clone(),
        String::new(),
    ] {
        let mut caller = aide.clone();
        caller.acting_for = Some(header);
        answers.push(caller.ask("{ viewer { id } }").await);
    }
    // Whatever she let: a member acts for nobody, a partner and an administrator neither.
    for other in [rubina, app.partner(&[], &["ECP"]).await, app.admin().await] {
        answers.push(other.acting_for(&saima).ask("{ viewer { id } }").await);
    }

    for answer in &answers {
        assert_eq!(
            (answer.status, answer.errors()),
            (403, vec!["MAY_NOT_ACT_FOR".to_owned()])
        );
        assert_eq!(
            answer.body["errors"][0]["message"],
            answers[0].body["errors"][0]["message"]
        );
    }
}

async fn what_she_ends_holds_from_the_next_moment(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let aide = app.aide().await;
    let akbar = saima.lets(&aide).await;
    let user = json!({ "userId": aide.user().await });

    let shown = "member { actedForBy { user { id } } }";
    let ended = saima.act("endActingForMe", shown, user.clone()).await.ok();
    let refused = akbar.ask("{ viewer { id } }").await;
    let again = saima.act("endActingForMe", shown, user.clone()).await.ok();
    let granted = saima.act("letActForMe", shown, user.clone()).await.ok();

    assert_eq!(ended["member"]["actedForBy"], json!([]));
    assert_eq!(refused.errors(), ["MAY_NOT_ACT_FOR"]);
    assert_eq!(again["member"]["actedForBy"], json!([]));
    assert_eq!(
        granted["member"]["actedForBy"][0]["user"]["id"],
        user["userId"]
    );
    assert!(akbar.ask("{ viewer { id } }").await.errors().is_empty());
}

/// A caller as a request of hers finds her when it is let in.
async fn let_in(app: &App, caller: &Caller) -> Viewer {
    let conn = app.server.db.reader();
    let user = parse(&caller.user().await.into()).unwrap();
    let viewer = users::viewer(conn, user, 1).await.unwrap().unwrap();
    let Some(member) = &caller.acting_for else {
        return viewer;
    };
    let member = parse(&member.clone().into()).unwrap();
    let acting = acting::on_behalf(conn, &viewer, member).await.unwrap();
    acting.unwrap()
}

/// What a request comes to that was let in as a viewer and writes now.
async fn writes_now(app: &App, viewer: Viewer) -> Value {
    let query = "mutation { assignFollowUp(input: { title: { text: \"Call\" } }) {
                 followUpAction { id } userErrors { code } } }";
    let schema = rabta::schema::build(app.server.clone());
    let request = async_graphql::Request::new(query);
    let answer = rabta::schema::run(&schema, &app.server, Some(viewer), request).await;
    serde_json::to_value(&answer.data).unwrap()["assignFollowUp"]["userErrors"].clone()
}

async fn nothing_is_written_for_her_once_she_ended_it_in_the_middle_of_a_request(app: Arc<App>) {
    let (saima, aide) = (app.member("Saima").await, app.aide().await);
    let user = aide.user().await;
    let asked = let_in(&app, &saima.lets(&aide).await).await;

    let ended = saima.act("endActingForMe", "member { id }", json!({ "userId": user }));
    ended.await.ok();
    let before = app.rows().await;
    let refused = writes_now(&app, asked).await;

    assert_eq!(refused, json!([{ "code": "FORBIDDEN" }]));
    let moved = changed(&before, &app.rows().await);
    assert_eq!(moved, ["log_entry", "log_link"]);
}

async fn nothing_is_written_by_who_was_kept_out_in_the_middle_of_a_request(app: Arc<App>) {
    let (admin, saima, rubina) = (
        app.admin().await,
        app.member("Saima").await,
        app.member("Rubina").await,
    );
    let asked = [let_in(&app, &saima).await, let_in(&app, &rubina).await];

    let input = json!({ "id": saima.user().await });
    admin.act("disableUser", "user { id }", input).await.ok();
    let (user, other) = (rubina.user().await, json!({ "role": "AIDE" }));
    let lowered = admin.updates_user(&user, "user { id }", other).await;
    lowered.ok();
    let before = app.rows().await;

    for viewer in asked {
        let refused = writes_now(&app, viewer).await;
        assert_eq!(refused, json!([{ "code": "FORBIDDEN" }]));
    }
    let moved = changed(&before, &app.rows().await);
    assert_eq!(moved, ["log_entry", "log_link"]);
}

async fn she_ends_it_only_when_what_is_written_for_her_has_ended(app: Arc<App>) {
    let (saima, aide) = (app.member("Saima").await, app.aide().await);
    let (akbar, user) = (saima.lets(&aide).await, aide.user().await);

    for round in 0..10 {
        let input = json!({ "userId": user });
        let writes = (0..5).map(|_| {
            let input = json!({ "title": { "text": "Call" } });
            akbar.act("assignFollowUp", "followUpAction { id }", input)
        });
        let ends = async {
            let ended = saima.act("endActingForMe", "member { id }", input.clone());
            ended.await.ok();
            app.number("SELECT count(*) FROM follow_up_action").await
        };
        let (_, when_ended) = tokio::join!(futures_util::future::join_all(writes), ends);

        let after = app.number("SELECT count(*) FROM follow_up_action").await;
        assert_eq!(after, when_ended, "in round {round}");
        let again = saima.act("letActForMe", "member { id }", input);
        again.await.ok();
    }
}

async fn however_many_she_lets_at_once_ten_may_act_for_her(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let mut aides = Vec::new();
    for _ in 0..14 {
        aides.push(app.aide().await.user().await);
    }

    let lets = aides.iter().map(|user| {
        let input = json!({ "userId": user });
        saima.act("letActForMe", "member { id }", input)
    });
    let answers = futures_util::future::join_all(lets).await;

    let refused = answers.iter().filter(|answer| {
        let errors = answer.user_errors();
        assert!(
            errors.is_empty() || errors == ["TOO_MANY userId"],
            "{errors:?}"
        );
        !errors.is_empty()
    });
    assert_eq!(refused.count(), 4);
    let held = "SELECT count(*) FROM acting WHERE ended_at IS NULL";
    assert_eq!(app.number(held).await, 10);
}

async fn what_he_logged_for_her_is_his_no_longer_once_she_ends_it(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let rubina = app.member("Rubina").await;
    let office = app.office("ECP", "PEC").await;
    let aide = app.aide().await;
    let met = saima
        .lets(&aide)
        .await
        .meets(&office, json!({ "audience": "PRESENT" }))
        .await;
    let input = json!({ "userId": aide.user().await });
    saima
        .act("endActingForMe", "member { id }", input)
        .await
        .ok();
    let for_another = rubina.lets(&aide).await;

    assert!(saima.finds(&met).await);
    assert!(!aide.finds(&met).await);
    assert!(!for_another.finds(&met).await);
    let mend = json!({ "id": met, "expectedVersion": saima.version(&met).await,
        "said": { "text": "As it was" } });
    saima
        .act("updateMeeting", "meeting { id }", mend)
        .await
        .ok();
}

async fn a_step_that_he_took_for_her_is_hers_to_take_back(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let aide = app.aide().await;
    let akbar = saima.lets(&aide).await;
    let input = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": "A room" } });
    let made = akbar
        .act("recordCommitment", "commitment { id }", input)
        .await
        .ok();
    let id = text(&made, "/commitment/id");
    let shown = "commitment { steps { id recordedBy { name { en } } recordedFor { id } } }";
    let step = json!({ "id": id, "status": "PARTLY_FULFILLED" });
    let advanced = akbar.act("advanceCommitment", shown, step).await.ok();
    let step = advanced["commitment"]["steps"][0].clone();
    let undo = json!({ "id": id, "stepId": step["id"] });

    let by_another = rubina.lets(&aide).await;
    let by_another = by_another
        .act("undoCommitmentStep", shown, undo.clone())
        .await;
    let by_her = saima.act("undoCommitmentStep", shown, undo).await.ok();

    assert_eq!(step["recordedBy"]["name"]["en"], "Akbar");
    assert_eq!(step["recordedFor"]["id"], saima.member);
    assert_eq!(by_another.user_errors(), ["FORBIDDEN"]);
    assert_eq!(by_her["commitment"]["steps"], json!([]));
}

async fn a_coordinator_acting_for_her_has_her_rights_and_no_more(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let closed = rubina
        .meets(&office, json!({ "audience": "PRESENT" }))
        .await;
    let desk = app.coordinator().await;
    let for_her = saima.lets(&desk).await;

    let met = for_her.meets(&office, json!({})).await;
    let topic = json!({ "name": { "en": "Cards" } });
    let refused = for_her.act("createTopic", "topic { id }", topic).await;

    assert!(desk.finds(&closed).await);
    assert!(!for_her.finds(&closed).await);
    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    assert_eq!(waiting(&saima).await, [met]);
}

async fn he_acts_for_none_who_may_not_sign_in_herself(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let akbar = saima.lets(&app.aide().await).await;

    rabta::cli::user::set_state(
        &app.server,
        &saima.email,
        entity::enums::UserState::Disabled,
    )
    .await
    .unwrap();

    assert_eq!(
        akbar.ask("{ viewer { id } }").await.errors(),
        ["MAY_NOT_ACT_FOR"]
    );
}

async fn the_same_request_for_another_is_another_request(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let aide = app.aide().await;
    let (for_saima, for_rubina) = (saima.lets(&aide).await, rubina.lets(&aide).await);
    let input = json!({ "requestId": crate::support::build::v7(1), "title": { "text": "Call" } });

    let shown = "followUpAction { id }";
    let first = for_saima
        .act("assignFollowUp", shown, input.clone())
        .await
        .ok();
    let again = for_saima
        .act("assignFollowUp", shown, input.clone())
        .await
        .ok();
    let other = for_rubina.act("assignFollowUp", shown, input).await;

    assert_eq!(first, again);
    assert_eq!(other.user_errors(), ["ID_CONFLICT"]);
}

async fn his_cursors_are_not_hers(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let akbar = saima.lets(&app.aide().await).await;
    for title in ["One", "Two"] {
        saima.takes_on(title, json!({})).await;
    }
    let query = "query ($after: String) { followUpActions(first: 1, after: $after) {
                 pageInfo { endCursor } } }";

    let page = akbar.run(query, json!({})).await.ok();
    let after = json!({ "after": text(&page, "/followUpActions/pageInfo/endCursor") });

    assert!(akbar.run(query, after.clone()).await.errors().is_empty());
    assert!(!saima.run(query, after).await.errors().is_empty());
}

async fn she_alone_sees_who_acts_for_her(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let akbar = saima.lets(&app.aide().await).await;
    let query = "query ($id: ID!) { member(id: $id) { actedForBy {
                 grantedAt user { role state email person { name { en } } } } } }";
    let id = json!({ "id": saima.member });
    let seen = async |caller: &Caller| {
        let found = caller.run(query, id.clone()).await.ok();
        found["member"]["actedForBy"].clone()
    };

    let hers = seen(&saima).await;
    assert_eq!(hers[0]["user"]["person"]["name"]["en"], "Akbar");
    assert_eq!(hers[0]["user"]["email"], Value::Null);
    assert_eq!(seen(&rubina).await, json!([]));
    assert_eq!(seen(&akbar).await, json!([]));
    assert_eq!(
        seen(&app.coordinator().await).await[0]["user"]["email"],
        akbar.email
    );
    let users = "{ users { nodes { role email person { name { en } } } } }";
    let users = rubina.ask(users).await.ok()["users"]["nodes"].clone();
    let mut roles = texts(&users, "/role");
    roles.sort();
    assert_eq!(roles, ["AIDE", "COORDINATOR"]);
}

async fn letting_the_wrong_ones_act_is_refused(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let partner = app.partner(&[], &["ECP"]).await;
    let before = app.rows().await;

    for id in [
        rubina.user().await,
        saima.user().await,
        partner.user().await,
        absent("user"),
    ] {
        let input = json!({ "userId": id });
        let refused = saima.act("letActForMe", "member { id }", input).await;
        assert_eq!(refused.user_errors(), ["NOT_FOUND userId"]);
    }
    let input = json!({ "userId": saima.member });
    let refused = saima.act("letActForMe", "member { id }", input).await;
    assert_eq!(refused.user_errors(), ["INVALID_ID userId"]);
    assert_eq!(app.rows().await, before);

    for _ in 0..10 {
        saima.lets(&app.aide().await).await;
    }
    let input = json!({ "userId": app.aide().await.user().await });
    let refused = saima.act("letActForMe", "member { id }", input).await;
    assert_eq!(refused.user_errors(), ["TOO_MANY userId"]);
}

async fn the_log_tells_who_acted_for_whom(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let aide = app.aide().await;
    let akbar = saima.lets(&aide).await;
    let task = akbar.takes_on("Call", merged(json!({}), json!({}))).await;
    confirms(&saima, &task).await.ok();

    let entries = app
        .texts("SELECT act || ' ' || (acting_for IS NOT NULL) || ' ' || CAST(changes AS TEXT) FROM log_entry")
        .await;
    let of = |act: &str| {
        let found: Vec<_> = entries.iter().filter(|one| one.starts_with(act)).collect();
        assert_eq!(found.len(), 1, "{act}");
        found[0].clone()
    };

    let (granted, given, confirmed) = (of("letActForMe"), of("assignFollowUp"), of("confirm"));
    let is_true = |entry: &str| {
        entry
            .split(' ')
            .nth(1)
            .is_some_and(|word| matches!(word, "1" | "true"))
    };
    assert!(granted.contains(&saima.member) && granted.contains(&aide.user().await));
    assert!(!is_true(&granted) && is_true(&given) && !is_true(&confirmed));
    assert!(confirmed.contains(&task));
}
