//! Who sees and does what: roles, audiences, words, the scope of a partner.

use std::sync::Arc;

use rabta::concepts::access::Act;
use rabta::concepts::access::policy::Rule;
use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts};
use crate::support::caller::Caller;
use crate::support::rows::changed;

/// What a caller sees of all lists, by their ids.
const ALL: &str = "{
    stakeholders { nodes { id } totalCount } people { nodes { id } totalCount }
    members { nodes { id } totalCount } programmes { nodes { id } totalCount }
    engagements { nodes { id } totalCount } meetings { nodes { id } totalCount }
    decisions { nodes { id } totalCount } commitments { nodes { id } totalCount }
    targetLists { nodes { id } totalCount }
    followUpActions { nodes { id } totalCount } documents { nodes { id } totalCount } }";

/// How many rows each list has, as nodes and as a count, which must agree.
async fn counts(caller: &Caller) -> Value {
    let mut found = caller.ask(ALL).await.ok();
    for (name, list) in found.as_object_mut().unwrap() {
        let nodes = list["nodes"].as_array().unwrap().len();
        assert_eq!(list["totalCount"], nodes, "{name}");
        *list = json!(nodes);
    }
    found
}

/// An input for each act that would do it, were it allowed.
#[expect(clippy::too_many_lines, reason = "a line or two for each act")]
pub fn attempt(act: Act, ids: &Value) -> Option<(&'static str, Value)> {
    let named = json!({ "en": "Anything" });
    let titled = json!({ "text": "Anything" });
    let seen = |kind: &str| json!({ "id": ids[kind], "expectedVersion": "x" });
    Some(match act {
        Act::CreateTopic => ("createTopic", json!({ "name": named })),
        Act::UpdateTopic => (
            "updateTopic",
            json!({ "id": ids["topic"], "expectedVersion": "x", "name": named }),
        ),
        Act::CreatePerson => ("createPerson", json!({ "name": named })),
        Act::UpdatePerson => (
            "updatePerson",
            json!({ "id": ids["person"], "expectedVersion": "x", "name": named }),
        ),
        Act::AddPost => (
            "addPost",
            json!({ "personId": ids["person"], "stakeholderId": ids["office"], "title": named }),
        ),
        Act::EndPost => (
            "endPost",
            json!({ "personId": ids["person"], "postId": ids["post"] }),
        ),
        Act::CreateMember => (
            "createMember",
            json!({ "personId": ids["person"], "joinedOn": "2024-01-01" }),
        ),
        Act::UpdateMember => (
            "updateMember",
            json!({ "id": ids["member"], "expectedVersion": "x", "leftOn": "2025-01-01" }),
        ),
        Act::CreateStakeholder => (
            "createStakeholder",
            json!({ "category": "CSO", "name": named }),
        ),
        Act::UpdateStakeholder => (
            "updateStakeholder",
            json!({ "id": ids["office"], "expectedVersion": "x", "name": named }),
        ),
        Act::AssessStakeholder => (
            "assessStakeholder",
            json!({ "stakeholderId": ids["office"], "influence": 5, "interest": 1, "stance": "OPPOSED" }),
        ),
        Act::SetStandingReason => (
            "setStandingReason",
            json!({ "id": ids["office"], "kind": "REFUSED", "until": "2026-06-30" }),
        ),
        Act::EndStandingReason => ("endStandingReason", json!({ "id": ids["office"] })),
        Act::CreateProgramme => ("createProgramme", json!({ "name": named })),
        Act::CreateTargetList => (
            "createTargetList",
            json!({ "name": named, "from": "2026-01-01", "to": "2026-12-31",
                    "stakeholderIds": [ids["office"]] }),
        ),
        Act::UpdateTargetList => ("updateTargetList", seen("list")),
        Act::ApproveTargetList => ("approveTargetList", json!({ "id": ids["list"] })),
        Act::OpenEngagement => (
            "openEngagement",
            json!({ "stakeholderId": ids["office"], "title": titled }),
        ),
        Act::LogMeeting => (
            "logMeeting",
            json!({ "with": [{ "stakeholderId": ids["office"] }] }),
        ),
        Act::UpdateMeeting => ("updateMeeting", seen("meeting")),
        Act::MatchStakeholder => (
            "updateMeeting",
            json!({
                "id": ids["meeting"], "expectedVersion": "x", "match": [{ "id": ids["part"], "stakeholderId": ids["office"] }],
            }),
        ),
        Act::AssignFollowUp => ("assignFollowUp", json!({ "title": titled })),
        Act::UpdateFollowUp => ("updateFollowUp", seen("task")),
        Act::RecordDecision => (
            "recordDecision",
            json!({ "meetingId": ids["meeting"], "text": titled }),
        ),
        Act::UpdateDecision => ("updateDecision", seen("decision")),
        Act::UpdateCommitment => ("updateCommitment", seen("commitment")),
        Act::RecordDocument => (
            "recordDocument",
            json!({ "kind": "MOU", "subject": titled, "day": "2026-01-10" }),
        ),
        Act::UpdateDocument => ("updateDocument", seen("document")),
        Act::RecordCommitment => (
            "recordCommitment",
            json!({ "direction": "MUTUAL", "text": titled }),
        ),
        Act::RecordCommitmentOfMeeting => (
            "recordCommitment",
            json!({ "direction": "MUTUAL", "text": titled, "meetingId": ids["meeting"] }),
        ),
        Act::AdvanceCommitment => (
            "advanceCommitment",
            json!({ "id": ids["commitment"], "status": "DECLINED" }),
        ),
        Act::ReconfirmCommitment => ("reconfirmCommitment", json!({ "id": ids["commitment"] })),
        Act::ChangeOfficeHolder => (
            "changeOfficeHolder",
            json!({ "changes": [{ "stakeholderId": ids["office"] }] }),
        ),
        Act::RecordAmount => (
            "recordAmount",
            json!({ "id": ids["commitment"], "rung": "SAID", "amount": { "amount": "5" } }),
        ),
        Act::RemoveAmount => (
            "removeAmount",
            json!({ "id": ids["commitment"], "amountId": ids["part"] }),
        ),
        Act::UndoCommitmentStep => (
            "undoCommitmentStep",
            json!({ "id": ids["commitment"], "stepId": ids["part"] }),
        ),
        Act::CompleteFollowUp => ("completeFollowUp", json!({ "id": ids["task"] })),
        Act::ReopenFollowUp => ("reopenFollowUp", json!({ "id": ids["task"] })),
        Act::Archive => ("archive", json!({ "ids": [ids["meeting"]] })),
        Act::Restore => ("restore", json!({ "ids": [ids["meeting"]] })),
        Act::CreateUser => (
            "createUser",
            json!({ "email": "new@caucus.example", "name": named, "role": "ADMIN" }),
        ),
        Act::UpdateUser => (
            "updateUser",
            json!({ "id": ids["user"], "expectedVersion": "x", "role": "ADMIN" }),
        ),
        Act::DisableUser => ("disableUser", json!({ "id": ids["user"] })),
        Act::LetUserIn => (
            "letUserIn",
            json!({ "id": ids["user"], "expectedVersion": "x" }),
        ),
        Act::EnableUser => ("enableUser", json!({ "id": ids["user"] })),
        Act::ResetPassword => ("resetPassword", json!({ "id": ids["user"] })),
        Act::CreateToken => (
            "createToken",
            json!({ "userId": ids["partner"], "name": "mine" }),
        ),
        Act::RevokeToken => ("revokeToken", json!({ "id": ids["token"] })),
        Act::LetActForMe => ("letActForMe", json!({ "userId": ids["user"] })),
        Act::EndActingForMe => ("endActingForMe", json!({ "userId": ids["user"] })),
        Act::Confirm => ("confirm", json!({ "ids": [ids["meeting"]] })),
        Act::WithdrawWords => ("withdrawWords", json!({ "id": ids["meeting"] })),
        Act::WithdrawNotes => ("withdrawWords", json!({ "id": ids["commitment"] })),
        // A part of other acts; it has a test of its own.
        // So has what comes to a door of its own.
        Act::ShareWithPartners | Act::AttachFile => return None,
    })
}

/// What is asked of the answer to an act.
pub fn shown_of(act: Act) -> &'static str {
    match act {
        Act::Archive | Act::Restore | Act::Confirm => {
            "results { id userErrors { code path message } }"
        }
        _ => "__typename",
    }
}

/// A thing for each act to be done to: of somebody, but for what only the desk adds.
pub async fn things(app: &App, of: &Caller, more: Value) -> Value {
    let desk = app.coordinator().await;
    let (person, office) = (app.person("Gul Bibi").await, app.office("ECP", "PEC").await);
    let input = json!({ "personId": person, "stakeholderId": office, "title": { "en": "Clerk" } });
    let held = desk
        .act("addPost", "person { posts { id } }", input)
        .await
        .ok();
    let member = app.member("Nasreen").await.member;
    let input = json!({
        "with": [{ "text": "DC Zhob" }],
        "decisions": [{ "text": { "text": "Approved" } }],
        "commitments": [{ "text": { "text": "A room" }, "direction": "ASKED_BY_CAUCUS" }],
    });
    let shown = "meeting { id stakeholders { id } decisions { id } commitments { id } }";
    let met = of.act("logMeeting", shown, merged(input, more)).await.ok();
    let input = json!({ "kind": "LETTER_IN", "subject": { "text": "Rolls" }, "day": "2026-01-10",
                        "partyIds": [office] });
    let noted = of
        .act("recordDocument", "document { id }", input)
        .await
        .ok();
    let input = json!({ "name": { "en": "Plan" }, "from": "2026-01-01", "to": "2026-12-31",
                        "stakeholderIds": [office] });
    let shown = "targetList { id }";
    let listed = desk.act("createTargetList", shown, input).await.ok();
    json!({
        "list": text(&listed, "/targetList/id"),
        "document": text(&noted, "/document/id"), "person": person, "office": office, "member": member, "topic": app.topic("Cards").await,
        "post": text(&held, "/person/posts/0/id"), "meeting": text(&met, "/meeting/id"),
        "part": text(&met, "/meeting/stakeholders/0/id"), "task": of.takes_on("Call", json!({})).await,
        "decision": text(&met, "/meeting/decisions/0/id"),
        "commitment": text(&met, "/meeting/commitments/0/id"), "user": desk.user().await,
        "partner": app.partner(&[], &[]).await.user().await, "token": a_token(app).await,
    })
}

/// A token that an administrator made.
async fn a_token(app: &App) -> String {
    let admin = app.admin().await;
    let input = json!({ "userId": admin.user().await, "name": "test" });
    let made = admin.act("createToken", "token { id }", input).await.ok();
    text(&made, "/token/id")
}

both! {
    nothing_is_read_or_done_without_a_sign_in
    what_a_role_may_not_do_is_forbidden_and_changes_nothing
    what_she_is_not_part_of_a_member_may_not_change
    a_member_cannot_release_to_partners
    words_are_for_those_present_and_for_coordinators
    an_administrator_sees_no_words_even_of_the_caucus
    owning_a_task_opens_no_words
    a_closed_meeting_is_nowhere_for_another_member
    what_may_not_be_seen_looks_like_what_is_not_there
    the_people_of_a_closed_record_see_it
    raised_rights_end_a_token_and_a_session_at_the_next_request
    a_user_who_is_disabled_reads_nothing_more
    a_token_ends_on_its_day
    a_task_does_not_tell_with_whom_a_closed_meeting_was
    a_person_who_is_closed_shows_no_name_to_others
    rights_and_conflicts_are_not_told_of_what_is_hidden
    a_client_cannot_make_the_id_of_another_kind_its_own
    who_is_not_signed_in_is_told_so_before_anything_else
}

async fn nothing_is_read_or_done_without_a_sign_in(app: Arc<App>) {
    let office = app.office("ECP", "PEC").await;
    let nobody = app.anonymous();
    let before = app.rows().await;

    let viewer = nobody.ask("{ viewer { id } }").await.ok();
    let read = nobody
        .ask("{ stakeholders { nodes { id } } districts { nodes { id } } }")
        .await;
    let node = nobody
        .run(
            "query ($id: ID!) { node(id: $id) { id } }",
            json!({ "id": office }),
        )
        .await;
    let done = nobody
        .act(
            "createTopic",
            "topic { id }",
            json!({ "name": { "en": "x" } }),
        )
        .await;

    assert_eq!(viewer["viewer"], Value::Null);
    assert!(
        read.errors().iter().all(|code| code == "UNAUTHENTICATED") && !read.errors().is_empty()
    );
    assert_eq!(node.errors(), ["UNAUTHENTICATED"]);
    assert_eq!(done.errors(), ["UNAUTHENTICATED"]);
    assert_eq!(app.rows().await, before);
}

async fn what_a_role_may_not_do_is_forbidden_and_changes_nothing(app: Arc<App>) {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let ids = things(&app, &desk, json!({ "audience": "PARTNERS" })).await;
    let callers = [
        (entity::enums::Role::Member, saima.clone()),
        (
            entity::enums::Role::Partner,
            app.partner(&[], &["ECP"]).await,
        ),
        (entity::enums::Role::Admin, app.admin().await),
        (
            entity::enums::Role::Aide,
            saima.lets(&app.aide().await).await,
        ),
    ];
    let before = app.rows().await;
    let mut tried = 0;

    for act in Act::ALL {
        for (role, caller) in &callers {
            let Some((name, input)) = attempt(*act, &ids).filter(|_| act.rule(*role) == Rule::No)
            else {
                continue;
            };
            // An hour apart, so that every refusal is logged.
            let hour = format!("2026-01-{:02}T{:02}:00:00Z", 16 + tried / 24, tried % 24);
            app.set_time(&hour);
            let refused = caller.act(name, shown_of(*act), input).await;
            let codes: Vec<_> = refused
                .user_errors()
                .iter()
                .map(|e| e.split(' ').next().unwrap().to_owned())
                .collect();
            assert_eq!(
                codes,
                ["FORBIDDEN"],
                "{} by {role:?}: {}",
                act.name(),
                refused.body
            );
            tried += 1;
        }
    }

    assert!(tried > 40, "{tried}");
    let after = app.rows().await;
    assert_eq!(changed(&before, &after), ["log_entry", "log_link"]);
    assert_eq!(after["log_entry"].len(), before["log_entry"].len() + tried);
}

async fn what_she_is_not_part_of_a_member_may_not_change(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let ids = things(&app, &rubina, json!({})).await;
    let before = app.rows().await;
    let mut tried = 0;

    for act in Act::ALL {
        let rule = act.rule(entity::enums::Role::Member);
        let is_of_some = !matches!(rule, Rule::No | Rule::Yes);
        let Some((name, input)) = attempt(*act, &ids).filter(|_| is_of_some) else {
            continue;
        };
        // An hour apart, so that every refusal is logged.
        app.set_time(&format!("2026-01-16T{tried:02}:00:00Z"));
        let refused = saima.act(name, shown_of(*act), input).await;
        let codes = refused.user_errors();
        assert!(
            codes.len() == 1 && codes[0].starts_with("FORBIDDEN"),
            "{}: {}",
            act.name(),
            refused.body
        );
        tried += 1;
    }

    assert!(tried > 10, "{tried}");
    assert_eq!(
        changed(&before, &app.rows().await),
        ["log_entry", "log_link"]
    );
}

async fn a_member_cannot_release_to_partners(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let made = saima
        .act(
            "createPerson",
            "person { id }",
            json!({ "name": { "en": "Gul Bibi" } }),
        )
        .await
        .ok();
    let person = text(&made, "/person/id");
    let before = app.rows().await;

    for (name, path, input) in [
        (
            "logMeeting",
            "audience",
            json!({ "with": [{ "stakeholderId": office }], "audience": "PARTNERS" }),
        ),
        (
            "logMeeting",
            "wordsAudience",
            json!({ "with": [{ "stakeholderId": office }], "wordsAudience": "PARTNERS" }),
        ),
        (
            "updateMeeting",
            "audience",
            json!({
            "id": meeting, "expectedVersion": saima.version(&meeting).await, "audience": "PARTNERS" }),
        ),
        (
            "updateMeeting",
            "wordsAudience",
            json!({
            "id": meeting, "expectedVersion": saima.version(&meeting).await, "wordsAudience": "PARTNERS" }),
        ),
        (
            "assignFollowUp",
            "audience",
            json!({ "title": { "text": "Call" }, "audience": "PARTNERS" }),
        ),
        (
            "createPerson",
            "audience",
            json!({ "name": { "en": "Zarghuna" }, "audience": "PARTNERS" }),
        ),
        (
            "updatePerson",
            "audience",
            json!({
            "id": person, "expectedVersion": saima.version(&person).await, "audience": "PARTNERS" }),
        ),
    ] {
        let refused = saima.act(name, "__typename", input).await;
        assert_eq!(
            refused.user_errors(),
            [format!("FORBIDDEN {path}")],
            "{name}"
        );
    }
    assert_eq!(
        changed(&before, &app.rows().await),
        ["log_entry", "log_link"]
    );
}

async fn words_are_for_those_present_and_for_coordinators(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (desk, admin) = (app.coordinator().await, app.admin().await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({
        "said": { "text": "In confidence" },
        "attendees": [{ "memberId": saima.member }, { "memberId": rubina.member, "attendance": "APOLOGIES" }],
    })).await;
    let query = "query ($id: ID!) { meeting(id: $id) { said { text } saidAbsence } }";
    let read = |caller: Caller| {
        let id = json!({ "id": meeting });
        async move { caller.run(query, id).await.ok()["meeting"].clone() }
    };

    let open = json!({ "said": { "text": "In confidence" }, "saidAbsence": null });
    let closed = json!({ "said": null, "saidAbsence": "NOT_SHARED" });
    assert_eq!(read(saima).await, open);
    assert_eq!(read(desk).await, open);
    assert_eq!(
        read(rubina).await,
        closed,
        "who sent apologies was not there"
    );
    assert_eq!(read(admin).await, closed);
}

async fn an_administrator_sees_no_words_even_of_the_caucus(app: Arc<App>) {
    let (saima, admin) = (app.member("Saima").await, app.admin().await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima
        .meets(
            &office,
            json!({ "said": { "text": "For us" }, "wordsAudience": "CAUCUS" }),
        )
        .await;
    let query =
        "query ($id: ID!) { meeting(id: $id) { said { text } saidAbsence time { firstDay } } }";

    let found = admin.run(query, json!({ "id": meeting })).await.ok();

    assert_eq!(found["meeting"]["said"], Value::Null);
    assert_eq!(found["meeting"]["saidAbsence"], "NOT_SHARED");
    assert_eq!(found["meeting"]["time"]["firstDay"], "2026-01-15");
}

async fn owning_a_task_opens_no_words(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima
        .meets(
            &office,
            json!({
                "said": { "text": "In confidence" },
                "followUps": [{ "title": { "text": "Call" }, "ownerId": rubina.member }],
            }),
        )
        .await;
    let query = "query ($id: ID!) { meeting(id: $id) { said { text } saidAbsence followUps { owner { id } } } }";

    let found = rubina.run(query, json!({ "id": meeting })).await.ok();

    assert_eq!(
        found["meeting"]["followUps"][0]["owner"]["id"],
        rubina.person
    );
    assert_eq!(found["meeting"]["said"], Value::Null);
    assert_eq!(found["meeting"]["saidAbsence"], "NOT_SHARED");
}

async fn a_closed_meeting_is_nowhere_for_another_member(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let line = app.engagement(&office, "Rolls", json!({})).await;
    let before = counts(&rubina).await;
    let meeting = saima
        .meets(
            &office,
            json!({
                "with": [{ "stakeholderId": office, "engagementId": line }],
                "audience": "PRESENT",
                "decisions": [{ "text": { "text": "Quiet" } }],
                "commitments": [{ "direction": "MUTUAL", "text": { "text": "Quiet" } }],
                "followUps": [{ "title": { "text": "Quiet" }, "dueOn": "2026-01-01" }],
            }),
        )
        .await;

    assert_eq!(counts(&rubina).await, before);
    assert!(!rubina.finds(&meeting).await);
    let query = "query ($office: ID!, $line: ID!) {
        stakeholder(id: $office) { lastMeeting { id } openTasks overdueTasks }
        engagement(id: $line) { lastMeeting { id } openTasks }
        coverage(period: { from: \"2025-01-01\", to: \"2026-12-31\" }) {
            recordedSince total { met { value } meetingsHeld { value records { totalCount } } lastMeetingOn
                tasksOpen { value } tasksOverdue { value } } } }";
    let found = rubina
        .run(query, json!({ "office": office, "line": line }))
        .await
        .ok();
    let none = json!({
        "stakeholder": { "lastMeeting": null, "openTasks": 0, "overdueTasks": 0 },
        "engagement": { "lastMeeting": null, "openTasks": 0 },
        "coverage": { "recordedSince": null, "total": {
            "met": { "value": 0 }, "meetingsHeld": { "value": 0, "records": { "totalCount": 0 } },
            "lastMeetingOn": null, "tasksOpen": { "value": 0 }, "tasksOverdue": { "value": 0 },
        } },
    });
    assert_eq!(found, none);
    let hers = saima
        .run(query, json!({ "office": office, "line": line }))
        .await
        .ok();
    assert_eq!(
        hers["stakeholder"],
        json!({ "lastMeeting": { "id": meeting }, "openTasks": 1, "overdueTasks": 1 })
    );
    assert_eq!(hers["coverage"]["total"]["met"]["value"], 1);
}

async fn what_may_not_be_seen_looks_like_what_is_not_there(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let hidden = saima.meets(&office, json!({ "audience": "PRESENT" })).await;
    let missing = absent("meeting");

    for (name, key) in [
        ("assignFollowUp", "meetingId"),
        ("updateMeeting", "id"),
        ("archive", "ids"),
    ] {
        let mut answers = Vec::new();
        for id in [&hidden, &missing] {
            let id = if key == "ids" { json!([id]) } else { json!(id) };
            let input = match name {
                "assignFollowUp" => json!({ "title": { "text": "Call" }, key: id }),
                "updateMeeting" => json!({ key: id, "expectedVersion": "x" }),
                _ => json!({ key: id }),
            };
            let shown = if name == "archive" {
                "results { record { id } userErrors { code path message } }"
            } else {
                "__typename"
            };
            answers.push(rubina.act(name, shown, input).await.body);
        }
        let [hidden, missing] = &answers[..] else {
            panic!()
        };
        assert_eq!(hidden, missing, "{name}");
        assert!(hidden.to_string().contains("NOT_FOUND"), "{hidden}");
    }
}

async fn the_people_of_a_closed_record_see_it(app: Arc<App>) {
    let (saima, rubina, shahida) = (
        app.member("Saima").await,
        app.member("Rubina").await,
        app.member("Shahida").await,
    );
    let office = app.office("ECP", "PEC").await;
    let desk = app.coordinator().await;
    let meeting = desk.meets(&office, json!({
        "audience": "PRESENT",
        "attendees": [{ "memberId": saima.member }, { "memberId": shahida.member, "attendance": "ABSENT" }],
        "followUps": [{ "title": { "text": "Call" }, "ownerId": rubina.member }],
    })).await;

    assert!(saima.finds(&meeting).await && desk.finds(&meeting).await);
    assert!(!rubina.finds(&meeting).await && !shahida.finds(&meeting).await);
    let tasks = "{ followUpActions { nodes { title { text } meeting { id } } } }";
    let of_owner = rubina.ask(tasks).await.ok();
    assert_eq!(
        of_owner["followUpActions"]["nodes"],
        json!([{ "title": { "text": "Call" }, "meeting": null }])
    );
    let of_present = saima.ask(tasks).await.ok();
    assert_eq!(
        of_present["followUpActions"]["nodes"],
        json!([{ "title": { "text": "Call" }, "meeting": { "id": meeting } }])
    );
    assert_eq!(
        shahida.ask(tasks).await.ok()["followUpActions"]["nodes"],
        json!([])
    );
}

async fn raised_rights_end_a_token_and_a_session_at_the_next_request(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let cookie = app.cookie(&saima.email).await;
    let viewer = r#"{"query": "{ viewer { email } }"}"#;
    let ask = || {
        app.client
            .post(format!("http://{}/graphql", app.address))
            .header("content-type", "application/json")
            .header("cookie", &cookie)
            .body(viewer)
            .send()
    };
    let before: Value = serde_json::from_str(&ask().await.unwrap().text().await.unwrap()).unwrap();

    let (admin, user) = (app.admin().await, saima.user().await);
    let other = json!({ "role": "COORDINATOR" });
    let raised = admin.updates_user(&user, "user { id }", other).await;
    raised.ok();

    let by_token = saima.ask("{ viewer { email } }").await;
    let after: Value = serde_json::from_str(&ask().await.unwrap().text().await.unwrap()).unwrap();
    assert_eq!(before["data"]["viewer"]["email"], saima.email);
    assert_eq!(after["data"]["viewer"], Value::Null);
    assert_eq!(by_token.status, 401);
    assert_eq!(by_token.body["data"], Value::Null);
}

async fn a_user_who_is_disabled_reads_nothing_more(app: Arc<App>) {
    let saima = app.member("Saima").await;

    let input = json!({ "id": saima.user().await });
    let admin = app.admin().await;
    admin.act("disableUser", "user { id }", input).await.ok();

    assert_eq!(saima.ask("{ viewer { email } }").await.status, 401);
}

async fn a_token_ends_on_its_day(app: Arc<App>) {
    let saima = app.member("Saima").await;

    app.set_time("2026-12-01T07:00:00Z");

    assert_eq!(saima.ask("{ viewer { email } }").await.status, 401);
}

async fn a_client_cannot_make_the_id_of_another_kind_its_own(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;

    let input = json!({ "id": made("person", 1), "with": [{ "stakeholderId": office }] });
    let refused = saima.act("logMeeting", "meeting { id }", input).await;

    assert_eq!(refused.user_errors(), ["INVALID_ID id"]);
    assert_eq!(
        texts(
            &saima.ask("{ meetings { nodes { id } } }").await.ok()["meetings"]["nodes"],
            "/id"
        ),
        Vec::<String>::new()
    );
}

async fn a_task_does_not_tell_with_whom_a_closed_meeting_was(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let tasks = json!([{ "title": { "text": "Call" }, "ownerId": rubina.member }]);
    saima
        .meets(
            &office,
            json!({ "audience": "PRESENT", "followUps": tasks }),
        )
        .await;
    let query = "query ($office: ID!) {
        followUpActions { nodes { title { text } meeting { id } stakeholders { id } } }
        about: followUpActions(filter: { stakeholderIds: [$office] }) { totalCount }
        stakeholder(id: $office) { openTasks }
        coverage(period: { from: \"2025-01-01\" }) { total { tasksOpen { value } } } }";

    let found = rubina.run(query, json!({ "office": office })).await.ok();

    let own = json!([{ "title": { "text": "Call" }, "meeting": null, "stakeholders": [] }]);
    assert_eq!(found["followUpActions"]["nodes"], own);
    assert_eq!(found["about"]["totalCount"], 0);
    assert_eq!(found["stakeholder"]["openTasks"], 0);
    assert_eq!(found["coverage"]["total"]["tasksOpen"]["value"], 0);
}

async fn a_person_who_is_closed_shows_no_name_to_others(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let input = json!({ "name": { "en": "Zarghuna" }, "audience": "PRESENT" });
    let made = saima.act("createPerson", "person { id }", input).await.ok();
    let person = text(&made, "/person/id");
    let attendees = json!([{ "memberId": saima.member }, { "personId": person }]);
    let meeting = saima
        .meets(&office, json!({ "attendees": attendees }))
        .await;
    let query = "query ($id: ID!) { meeting(id: $id) { attendees { person { name { en } } } }
        people(filter: { search: \"Zarghuna\" }) { totalCount } }";

    let hers = saima.run(query, json!({ "id": meeting })).await.ok();
    let others = rubina.run(query, json!({ "id": meeting })).await.ok();

    assert_eq!(hers["people"]["totalCount"], 1);
    assert_eq!(others["people"]["totalCount"], 0);
    assert_eq!(others["meeting"]["attendees"][1]["person"], Value::Null);
    assert!(!rubina.finds(&person).await);
}

async fn rights_and_conflicts_are_not_told_of_what_is_hidden(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let hidden = saima
        .meets(
            &office,
            json!({ "audience": "PRESENT", "decisions": [{ "text": { "text": "Quiet" } }] }),
        )
        .await;
    let query = "query ($id: ID!) { meeting(id: $id) { decisions { id } } }";
    let found = saima.run(query, json!({ "id": hidden })).await.ok();
    let decision = text(&found, "/meeting/decisions/0/id");

    for (key, id) in [("meetingId", &hidden), ("decisionId", &decision)] {
        let input = json!({ "title": { "text": "Call" }, key: id });
        let refused = rubina.act("assignFollowUp", "__typename", input).await;
        assert_eq!(refused.user_errors(), [format!("NOT_FOUND {key}")]);
    }
    let input = json!({ "id": hidden, "with": [{ "stakeholderId": office }] });
    let clash = rubina.act("logMeeting", "meeting { id }", input).await;
    assert_eq!(clash.user_errors(), ["ID_CONFLICT"]);
    assert_eq!(clash.data()["meeting"], Value::Null);
}

/// Whatever is wrong beside it: no id is looked at, no number and no cursor.
async fn who_is_not_signed_in_is_told_so_before_anything_else(app: Arc<App>) {
    let query = "{ __type(name: \"Query\") { fields { name
        args { name type { kind name ofType { kind name ofType { name } } } }
        type { kind name ofType { kind name ofType { kind ofType { kind } } } } } } }";
    let nobody = app.anonymous();
    let schema = nobody.ask(query).await.ok();
    let mut asked = 0;

    for field in schema["__type"]["fields"].as_array().unwrap() {
        let name = field["name"].as_str().unwrap();
        if name == "viewer" {
            continue;
        }
        let args: Vec<_> = field["args"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|arg| {
                let value = match arg["name"].as_str().unwrap() {
                    "id" | "after" | "since" => "\"nonsense\"".to_owned(),
                    "ids" => format!("[{}]", "\"nonsense\",".repeat(101)),
                    "first" => "-1".to_owned(),
                    "period" => "{ from: \"2026-02-01\", to: \"2026-01-01\" }".to_owned(),
                    _ => return None,
                };
                Some(format!("{}: {value}", arg["name"].as_str().unwrap()))
            })
            .collect();
        let args = if args.is_empty() {
            String::new()
        } else {
            format!("({})", args.join(", "))
        };
        let has_fields = !field["type"].to_string().contains("SCALAR");
        let shown = if has_fields { "{ __typename }" } else { "" };

        let answer = nobody.ask(&format!("{{ {name}{args} {shown} }}")).await;

        assert_eq!(answer.errors(), ["UNAUTHENTICATED"], "{name}{args}");
        asked += 1;
    }
    assert!(asked > 30, "{asked}");
}
