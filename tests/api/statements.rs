//! A list costs as many statements for thirty rows as for three.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::json;

use crate::support::App;
use crate::support::build::{merged, text};
use crate::support::caller::Caller;

/// Each plural of the schema with all relations that it leads to.
const LISTS: &[(&str, &str)] = &[
    (
        "districts",
        "id code name { en } division { id name { en } }",
    ),
    ("topics", "id version name { en }"),
    (
        "people",
        "id version name { en } email phones { number } member { id currentParty { id } }
        posts { id stakeholder { id name { en } } person { id } }",
    ),
    (
        "members",
        "id version person { id name { en } phones { number } } currentParty { id }
        terms { assembly district { id } } parties { party { id name { en } } }",
    ),
    (
        "stakeholders",
        "id version name { en } aliases districts { id } topics { id } openTasks overdueTasks
        parent { id name { en } } institution { id } owner { id person { id } }
        posts { person { id } } lastMeeting { id time { firstDay } } lastAttended { id }
        cadenceDays standingReason { kind } assessments { id version recordedBy { id } topic { id } stakeholder { id } }",
    ),
    ("programmes", "id version name { en }"),
    (
        "targetLists",
        "id version name { en } approvedOn stakeholders { id name { en } }",
    ),
    (
        "engagements",
        "id version title { text } purpose { text } stakeholder { id name { en } }
        lead { id person { id } } members { id person { id } } topics { id } programme { id }
        lastMeeting { id } openTasks",
    ),
    (
        "meetings",
        "id version recordedBy { id } said { text } saidAbsence heldIn { district { id } }
        concerns { id division { id } } topics { id } programmes { id }
        stakeholders { stakeholder { id name { en } } engagement { id } }
        attendees { person { id name { en } } member { id } stakeholder { id } } groups { label }
        source { toldBy { id } } attachments { id version name } decisions { id version recordedBy { id } }
        commitments { id version recordedBy { id } owedBy { id } status steps { id } }
        followUps { id version recordedBy { id } owner { id } helpers { id } }",
    ),
    (
        "decisions",
        "id version recordedBy { id } text { text } meeting { id }",
    ),
    (
        "documents",
        "id version recordedBy { id } subject { text } parties { id name { en } }
        answers { id subject { text } } awaitsReply isReplyOverdue
        attachments { id version name size url recordedBy { id } meeting { id } document { id } }",
    ),
    (
        "commitments",
        "id version recordedBy { id } text { text } meeting { id stakeholders { stakeholder { id } } }
        owedBy { id } owedTo { id } saidBy { id } saidOn districts { id } status awaitsJudgement
        answers { id } answeredBy { nodes { id } totalCount } decision { id } document { id }
        steps { note { text } meeting { id } recordedBy { id } recordedFor { id }
          evidence { document { id subject { text } } } } repeats { id }
        amounts { amount { amount } recordedBy { id }
          evidence { document { id subject { text } } } }",
    ),
    (
        "followUpActions",
        "id version recordedBy { id } owner { id name { en } } helpers { id }
        stakeholders { id name { en } }
        meeting { id } decision { id } commitment { id } engagement { id stakeholder { id } }",
    ),
];

const ROWS: usize = 30;

/// What is not filled with all the rest: who signs in, and what waits for a member.
const OF_ACCESS: [(&str, &str); 3] = [
    (
        "users",
        "id role state email person { id name { en } } scope { programmes { id } categories }",
    ),
    ("tokens", "id state user { id person { id } }"),
    (
        "waitingForMe",
        "recordedAt recordedBy { id name { en } } record { id ... on FollowUpAction {
        version title { text } confirmedAt recordedFor { id } owner { id } } }",
    ),
];

/// Whom we miss, who are nobody for a partner.
const MISSED: (&str, &str) = (
    "gaps",
    "why lastMetOn overdueBy nextStep
    stakeholder { id version name { en } owner { id person { id } } standingReason { kind } }",
);

async fn list_whom_to_meet(desk: &Caller, offices: [&String; 2]) {
    let list = json!({ "name": { "en": "To meet" }, "from": "2026-01-01", "to": "2026-12-31",
                       "stakeholderIds": offices, "audience": "PARTNERS" });
    let shown = "targetList { id }";
    desk.act("createTargetList", shown, list).await.ok();
}

/// Thirty of everything, each with all that it can lead to and hardly anything shared.
async fn fill(app: &Arc<App>, member: &Caller) {
    let desk = app.coordinator().await;
    let ask = desk
        .ask("{ districts(first: 36) { nodes { id } } }")
        .await
        .ok();
    for number in 0..ROWS {
        let district = text(&ask, &format!("/districts/nodes/{number}/id"));
        let topic = app.topic(&format!("Topic {number}")).await;
        let programme = app.programme(&format!("Programme {number}")).await;
        let party = app
            .office("POLITICAL_PARTY", &format!("Party {number}"))
            .await;
        let input = json!({
            "name": { "en": format!("Person {number}") }, "email": "x@example.org",
            "phones": [{ "number": "+923001234567" }, { "number": "+923001234568" }],
        });
        let made = desk.act("createPerson", "person { id }", input).await.ok();
        let person = text(&made, "/person/id");
        let input = json!({
            "personId": person, "joinedOn": "2024-03-01", "parties": [{ "partyId": party }],
            "terms": [{ "assembly": 12, "seat": "GENERAL", "from": "2024-02-28", "districtId": district }],
        });
        let made = desk.act("createMember", "member { id }", input).await.ok();
        let own = text(&made, "/member/id");
        let office = app
            .office_with("CSO", &format!("Office {number}"), json!({
                "parentId": party, "ownerId": own, "aliases": ["Another"], "districtIds": [district],
                "topicIds": [topic], "audience": "PARTNERS",
            }))
            .await;
        let input =
            json!({ "personId": person, "stakeholderId": office, "title": { "en": "Clerk" } });
        desk.act("addPost", "person { id }", input).await.ok();
        let input = json!({ "stakeholderId": office, "influence": 3, "interest": 3,
                            "stance": "NEUTRAL", "topicId": topic });
        desk.act("assessStakeholder", "assessment { id }", input)
            .await
            .ok();
        let input = json!({ "id": office, "kind": "NOT_NEEDED", "until": "2027-01-01" });
        desk.act("setStandingReason", "stakeholder { id }", input)
            .await
            .ok();
        let line = app
            .engagement(&office, "Work", json!({
                "leadId": own, "memberIds": [member.member], "topicIds": [topic], "programmeId": programme,
                "audience": "PARTNERS", "purpose": { "text": "Why" },
            }))
            .await;
        let input = json!({ "direction": "ASKED_BY_CAUCUS", "text": { "text": "A list" } });
        let shown = "commitment { id }";
        let ask = desk.act("recordCommitment", shown, input).await.ok();
        let ask = text(&ask, "/commitment/id");
        let input = json!({
            "with": [{ "stakeholderId": office, "engagementId": line }, { "stakeholderId": party }],
            "heldIn": { "districtId": district }, "concernsDistrictIds": [district], "topicIds": [topic],
            "programmeIds": [programme], "audience": "PARTNERS", "said": { "text": "Words" },
            "source": { "kind": "TOLD", "toldById": person },
            "attendees": [{ "memberId": own }, { "memberId": member.member }],
            "groups": [{ "label": "students", "headcount": 3 }],
            "decisions": [{ "text": { "text": "To go on" } }],
            "commitments": [{
                "direction": "MADE_TO_CAUCUS", "text": { "text": "A list" }, "owedByIds": [office],
                "saidById": person, "districtIds": [district], "answersId": ask, "repeatsId": ask,
            }],
            "followUps": [{ "title": { "text": "Call" }, "ownerId": own, "helperIds": [member.member] }],
        });
        let shown = "meeting { id decisions { id } commitments { id } }";
        let logged = desk.act("logMeeting", shown, input).await.ok();
        let evidence = json!({ "kind": "DOCUMENT",
            "documentId": write_letters(&desk, [&office, &party]).await });
        let step = json!({
            "evidence": evidence, "id": logged["meeting"]["commitments"][0]["id"], "status": "FULFILLED",
            "note": { "text": "Seen" }, "meetingId": logged["meeting"]["id"],
        });
        desk.act("advanceCommitment", "commitment { id }", step)
            .await
            .ok();
        let amount = json!({
            "id": logged["meeting"]["commitments"][0]["id"], "rung": "SAID",
            "amount": { "amount": "5" }, "evidence": evidence,
        });
        desk.act("recordAmount", "commitment { id }", amount)
            .await
            .ok();
        list_whom_to_meet(&desk, [&office, &party]).await;
        // So that all that the list has lead to as much.
        desk.act("archive", "results { id }", json!({ "ids": [ask] }))
            .await
            .ok();
        for (field, id) in [
            ("decisionId", text(&logged, "/meeting/decisions/0/id")),
            ("commitmentId", text(&logged, "/meeting/commitments/0/id")),
            ("engagementId", line),
        ] {
            // A day each, so that the first three tasks lead to all that tasks can lead to.
            let day = format!("2026-{:02}-{:02}", number / 28 + 2, number % 28 + 1);
            desk.takes_on("More", json!({ field: id, "ownerId": own, "dueOn": day }))
                .await;
        }
    }
}

/// A letter that answers another which is archived.
async fn write_letters(desk: &Caller, parties: [&str; 2]) -> String {
    let letter = json!({ "kind": "LETTER_OUT", "subject": { "text": "Rolls" }, "day": "2026-01-05",
        "partyIds": parties, "replyDueOn": "2026-01-10", "audience": "PARTNERS" });
    let shown = "document { id }";
    let first = desk.act("recordDocument", shown, letter.clone()).await.ok();
    let answers = json!({ "answersId": first["document"]["id"] });
    let second = desk
        .act("recordDocument", shown, merged(letter, answers))
        .await;
    let on = text(&second.ok(), "/document/id");
    let (status, _) = desk
        .attaches(&on, &[("name", "rolls.pdf")], b"%PDF-1.7\nRolls")
        .await;
    assert_eq!(status, 201);
    let first = json!({ "ids": [first["document"]["id"]] });
    desk.act("archive", "results { id }", first).await.ok();
    on
}

async fn statements(
    app: &App,
    caller: &Caller,
    list: &str,
    fields: &str,
    first: usize,
) -> (usize, usize) {
    app.statements();
    let query = format!("{{ {list}(first: {first}) {{ totalCount nodes {{ {fields} }} }} }}");
    let found = caller.ask(&query).await.ok();
    let rows = found[list]["nodes"].as_array().unwrap().len();
    (rows, app.statements().len())
}

both! {
    a_list_costs_as_many_statements_for_thirty_rows_as_for_three
    coverage_costs_as_many_statements_for_many_rows_as_for_few
    those_missed_cost_as_many_statements_for_thirty_as_for_three
    users_and_what_waits_cost_as_many_statements_for_nine_as_for_three
    every_plural_of_the_schema_is_counted
    the_log_and_a_history_cost_as_many_statements_for_nine_entries_as_for_three
}

async fn a_list_costs_as_many_statements_for_thirty_rows_as_for_three(app: Arc<App>) {
    let saima = app.member("Saima").await;
    fill(&app, &saima).await;
    let partner = app.partner(&[], &["CSO", "POLITICAL_PARTY"]).await;
    let callers = [
        ("coordinator", app.coordinator().await),
        ("member", saima),
        ("partner", partner),
    ];
    let mut grown = Vec::new();

    for (role, caller) in &callers {
        for (list, fields) in LISTS {
            let (few, for_few) = statements(&app, caller, list, fields, 3).await;
            let (many, for_many) = statements(&app, caller, list, fields, ROWS).await;
            assert_eq!((few, many), (3, ROWS), "{list} of a {role}");
            if for_few != for_many {
                grown.push(format!(
                    "{list} of a {role}: {for_few} for {few} rows, {for_many} for {many}"
                ));
            }
        }
    }

    assert_eq!(grown, Vec::<String>::new());
}

async fn users_and_what_waits_cost_as_many_statements_for_nine_as_for_three(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let akbar = saima.lets(&app.aide().await).await;
    let admin = app.admin().await;
    for number in 0..9 {
        app.aide().await;
        akbar.takes_on(&format!("Call {number}"), json!({})).await;
    }

    for (list, fields) in OF_ACCESS {
        let caller = if list == "waitingForMe" {
            &saima
        } else {
            &admin
        };
        let (few, for_few) = statements(&app, caller, list, fields, 3).await;
        let (many, for_many) = statements(&app, caller, list, fields, 9).await;

        assert_eq!((few, many), (3, 9), "{list}");
        assert_eq!(for_few, for_many, "{list}");
    }
}

async fn coverage_costs_as_many_statements_for_many_rows_as_for_few(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let query = "{ coverage(period: { from: \"2025-01-01\" }) { recordedSince
        total { inScope { value } met { value } meetingsHeld { value } tasksOpen { value } lastMeeting { id } }
        groups { category figures { met { value } meetingsHeld { value } } } } }";
    let office = app.office("CSO", "Aurat").await;
    saima
        .meets(
            &office,
            json!({ "followUps": [{ "title": { "text": "Call" } }] }),
        )
        .await;
    app.statements();
    saima.ask(query).await.ok();
    let for_few = app.statements().len();

    for number in 0..10 {
        let office = app.office("ECP", &format!("Office {number}")).await;
        saima
            .meets(
                &office,
                json!({ "followUps": [{ "title": { "text": "Call" } }] }),
            )
            .await;
    }
    app.statements();
    saima.ask(query).await.ok();

    assert_eq!(app.statements().len(), for_few);
}

async fn those_missed_cost_as_many_statements_for_thirty_as_for_three(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    for number in 0..ROWS {
        let more =
            json!({ "ownerId": saima.member, "cadenceDays": 30, "inScopeSince": "2025-06-01" });
        app.office_with("CSO", &format!("Office {number}"), more)
            .await;
    }
    let (list, fields) = MISSED;

    for caller in [desk, saima] {
        let (few, for_few) = statements(&app, &caller, list, fields, 3).await;
        let (many, for_many) = statements(&app, &caller, list, fields, ROWS).await;

        assert_eq!((few, many), (3, ROWS));
        assert_eq!(for_few, for_many);
    }
}

async fn every_plural_of_the_schema_is_counted(app: Arc<App>) {
    let query = "{ __type(name: \"Query\") { fields { name type { name ofType { name } } } } }";

    let found = app.coordinator().await.ask(query).await.ok();

    let fields = found["__type"]["fields"].as_array().unwrap();
    let plurals: BTreeSet<_> = fields
        .iter()
        .filter(|field| {
            field["type"]["ofType"]["name"]
                .as_str()
                .is_some_and(|name| name.ends_with("Connection"))
        })
        .map(|field| field["name"].as_str().unwrap())
        .collect();
    let counted = LISTS.iter().chain(&OF_ACCESS).chain([&MISSED]);
    let counted = counted.map(|(name, _)| *name).chain(["auditLog"]);
    assert_eq!(plurals, counted.collect());
}

/// All that an entry of the log and a change of a record lead to.
const CHANGED: &str = "fields { field before { text record { id } } after { text record { id } } }";

async fn the_log_and_a_history_cost_as_many_statements_for_nine_entries_as_for_three(
    app: Arc<App>,
) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let task = saima.takes_on("Call", json!({})).await;
    for number in 0..9 {
        app.set_time(&format!("2026-01-16T{number:02}:00:00Z"));
        let helper = app.member(&format!("Helper{number}")).await;
        let version = saima.version(&task).await;
        let input = json!({
            "id": task, "expectedVersion": version, "helperIds": [helper.member],
        });
        saima
            .act("updateFollowUp", "followUpAction { id }", input)
            .await
            .ok();
    }
    let asked = |first: usize| {
        let log = format!(
            "{{ auditLog(first: {first}, filter: {{ acts: [\"updateFollowUp\"] }}) {{ totalCount
               nodes {{ id act isSealed actor {{ id person {{ id }} }} actingFor {{ id }}
               changes {{ recordId record {{ id }} {CHANGED} }} }} }} }}"
        );
        let history = format!(
            "{{ history(first: {first}, id: \"{task}\") {{ totalCount
               nodes {{ at act by {{ id name {{ en }} }} actingFor {{ id }} {CHANGED} }} }} }}"
        );
        [log, history]
    };

    for (few, many) in asked(3).iter().zip(asked(9)) {
        let mut counts = Vec::new();
        for query in [few, &many] {
            app.statements();
            desk.ask(query).await.ok();
            counts.push(app.statements().len());
        }
        assert_eq!(counts[0], counts[1], "{few}");
    }
}
