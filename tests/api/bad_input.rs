//! What is wrong gets a code and a sentence, changes nothing, and shows nothing of the inside.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::answer::Answer;
use crate::support::build::{absent, made, merged, text, texts};

/// That an answer names no statement, table, type or place of the program.
#[track_caller]
fn is_clean(answer: &Answer) {
    let text = answer.body.to_string().to_lowercase();
    for word in [
        "select ",
        "insert ",
        "sqlite",
        "sqlx",
        "postgres",
        "panicked",
        ".rs:",
        "constraint",
        "backtrace",
    ] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

both! {
    a_wrong_value_is_named_and_not_the_types_on_the_way_to_it
    a_long_wrong_value_is_not_repeated_whole
    ids_that_are_none_or_of_another_kind_are_named_so
    an_id_of_another_kind_is_an_error_and_an_absent_one_is_null
    what_fails_is_null_beside_the_others
    letters_that_are_no_text_are_refused
    a_lone_surrogate_is_not_a_request
    days_outside_the_years_that_are_kept_are_refused_wherever_they_stand
    moments_outside_the_years_that_are_kept_are_refused
    a_month_is_written_with_four_digits_and_two
    more_people_than_any_meeting_has_are_refused
    too_long_and_too_many_are_refused
    lists_that_nest_are_bounded_in_all
    an_input_names_two_thousand_things_and_no_more
    request_ids_that_are_none_are_refused
    a_version_that_is_none_is_a_conflict
    a_span_that_ends_before_it_starts_is_refused_in_filters
}

async fn a_long_wrong_value_is_not_repeated_whole(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let category = " (occurred while parsing \"\")".repeat(20_000);
    let query = "query ($category: StakeholderCategory!) {
        stakeholders(filter: { categories: [$category] }) { totalCount } }";

    let answer = saima.run(query, json!({ "category": category })).await;

    let said = answer.body["errors"][0]["message"].as_str().unwrap();
    assert!(said.chars().count() <= 1_001, "{}", said.len());
}

async fn ids_that_are_none_or_of_another_kind_are_named_so(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let before = app.rows().await;
    let uuid = office.strip_prefix("stakeholder_").unwrap();
    let wrong = [
        String::new(),
        "rubbish".to_owned(),
        uuid.to_owned(),
        format!("stakeholder-{uuid}"),
        format!("meeting_{uuid}_"),
        format!("STAKEHOLDER_{uuid}"),
        format!("stakeholder_{}", uuid.to_uppercase()),
        format!("stakeholder_{}", uuid.replace('-', "")),
        format!("stakeholder_{{{uuid}}}"),
        format!("person_{uuid}"),
        format!(" {office}"),
        "1".to_owned(),
    ];

    for id in wrong {
        let input = json!({ "with": [{ "stakeholderId": id }] });
        let refused = saima.act("logMeeting", "meeting { id }", input).await;
        assert_eq!(
            refused.user_errors(),
            ["INVALID_ID with/0/stakeholderId"],
            "{id:?}"
        );
        let query = "query ($id: ID!) { stakeholder(id: $id) { id } }";
        let read = saima.run(query, json!({ "id": id })).await;
        assert_eq!(read.errors(), ["INVALID_ID"], "{id:?}: {}", read.body);
        assert_eq!(read.data()["stakeholder"], Value::Null);
        let query =
            "query ($id: ID!) { meetings(filter: { stakeholderIds: [$id] }) { totalCount } }";
        let filtered = saima.run(query, json!({ "id": id })).await;
        assert_eq!(
            filtered.errors(),
            ["INVALID_ID"],
            "{id:?}: {}",
            filtered.body
        );
        [refused, read, filtered].iter().for_each(is_clean);
    }
    assert_eq!(app.rows().await, before);
}

async fn an_id_of_another_kind_is_an_error_and_an_absent_one_is_null(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let node = "query ($id: ID!) { node(id: $id) { id } }";

    for kind in [
        "stakeholder",
        "person",
        "member",
        "meeting",
        "engagement",
        "follow_up_action",
        "topic",
        "district",
        "division",
        "decision",
        "commitment",
        "programme",
    ] {
        let found = saima.run(node, json!({ "id": absent(kind) })).await.ok();
        assert_eq!(found["node"], Value::Null, "{kind}");
    }
    let query = "query ($id: ID!) { meeting(id: $id) { id } }";
    let absent_one = saima
        .run(query, json!({ "id": absent("meeting") }))
        .await
        .ok();
    assert_eq!(absent_one["meeting"], Value::Null);
    for wrong in ["rubbish", "nothing_019bc074-3580-74e1-a249-f26d04f5a4ed"] {
        assert_eq!(
            saima.run(node, json!({ "id": wrong })).await.errors(),
            ["INVALID_ID"],
            "{wrong}"
        );
    }
}

async fn what_fails_is_null_beside_the_others(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let query = "query ($id: ID!, $wrong: ID!) { viewer { email } bad: meeting(id: $wrong) { id }
        person(id: $id) { id } nodes(ids: [$id, $wrong]) { id } }";

    let answer = saima
        .run(query, json!({ "id": saima.person, "wrong": "rubbish" }))
        .await;

    assert_eq!(answer.data()["viewer"]["email"], saima.email);
    assert_eq!(answer.data()["bad"], Value::Null);
    assert_eq!(answer.data()["person"]["id"], saima.person);
    assert_eq!(
        answer.data()["nodes"],
        json!([{ "id": saima.person }, null])
    );
    assert_eq!(answer.errors(), ["INVALID_ID", "INVALID_ID"]);
    let keys: Vec<_> = answer.data().as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys.len(), 4);
}

async fn letters_that_are_no_text_are_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let before = app.rows().await;

    for letter in ["\u{7}", "\u{1b}", "\u{85}", "\u{202e}", "\n"] {
        let input = json!({ "name": { "en": format!("Gul{letter}Bibi") } });
        let refused = saima.act("createPerson", "person { id }", input).await;
        assert_eq!(refused.user_errors(), ["INVALID name/en"], "{letter:?}");
        is_clean(&refused);
    }
    let input = json!({ "name": { "en": "nul \u{0} inside" } });
    let refused = saima.act("createPerson", "person { id }", input).await;
    assert_eq!(refused.errors(), ["BAD_REQUEST"]);
    is_clean(&refused);
    let literal = "{ people(filter: { search: \"a\\u0000b\" }) { totalCount } }";
    assert_eq!(saima.ask(literal).await.errors(), ["BAD_REQUEST"]);
    assert_eq!(app.rows().await, before);
}

async fn a_lone_surrogate_is_not_a_request(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let before = app.rows().await;
    let body = r#"{"query": "mutation { createPerson(input: { name: { en: \"x\" } }) { person { id } } }",
                   "variables": {"name": "\ud800"}}"#;

    let refused = saima.send(body.to_owned()).await;

    assert_eq!(refused.status, 400);
    is_clean(&refused);
    let literal =
        "mutation { createPerson(input: { name: { en: \"\\ud800\" } }) { person { id } } }";
    let refused = saima.ask(literal).await;
    is_clean(&refused);
    assert_ne!(refused.errors(), Vec::<String>::new());
    assert_eq!(app.rows().await, before);
}

async fn days_outside_the_years_that_are_kept_are_refused_wherever_they_stand(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (office, person) = (app.office("ECP", "PEC").await, app.person("Gul Bibi").await);
    let task = desk.takes_on("Call", json!({})).await;
    let before = app.rows().await;

    for day in ["1899-12-31", "2200-01-02"] {
        for (name, input, path) in [
            (
                "createStakeholder",
                json!({ "category": "CSO", "name": { "en": "x" }, "inScopeSince": day }),
                "inScopeSince",
            ),
            (
                "createMember",
                json!({ "personId": person, "joinedOn": day }),
                "joinedOn",
            ),
            (
                "addPost",
                json!({ "personId": person, "stakeholderId": office, "title": { "en": "x" }, "from": day }),
                "from",
            ),
            (
                "openEngagement",
                json!({ "stakeholderId": office, "title": { "text": "x" }, "openedOn": day }),
                "openedOn",
            ),
            (
                "assignFollowUp",
                json!({ "title": { "text": "x" }, "dueOn": day }),
                "dueOn",
            ),
            ("completeFollowUp", json!({ "id": task, "on": day }), "on"),
            ("archive", json!({ "ids": [office], "on": day }), "on"),
        ] {
            let shown = if name == "archive" {
                "results { id }"
            } else {
                "__typename"
            };
            let refused = desk.act(name, shown, input).await;
            let errors = refused.user_errors();
            let is_named = errors
                .iter()
                .any(|error| error.starts_with("OUT_OF_RANGE") && error.contains(path));
            assert!(is_named, "{name} {day}: {errors:?}");
        }
    }
    assert_eq!(app.rows().await, before);
    for day in [
        "2025-02-29",
        "2025-13-01",
        "25-01-01",
        "+2025-01-01",
        "2025-1-1",
        "20250101",
        "today",
        "",
        "2025-06-03T00:00:00Z",
    ] {
        let input = json!({ "title": { "text": "x" }, "dueOn": day });
        let refused = saima.act("assignFollowUp", "__typename", input).await;
        assert_eq!(
            refused.errors(),
            ["BAD_REQUEST"],
            "{day:?}: {}",
            refused.body
        );
        is_clean(&refused);
    }
    assert_eq!(app.rows().await, before);
}

async fn moments_outside_the_years_that_are_kept_are_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;

    for (at, is_day) in [
        ("1899-12-31T18:59:59Z", true),
        ("0001-01-01T00:00:00Z", true),
        ("0000-01-01T00:00:00Z", true),
        ("99999-01-01T00:00:00Z", false),
        ("2025-06-03", false),
        ("2025-06-03T06:00:00", false),
        ("now", false),
        ("", false),
    ] {
        let input =
            json!({ "with": [{ "stakeholderId": office }], "when": { "instant": { "at": at } } });
        let refused = saima.act("logMeeting", "meeting { id }", input).await;
        is_clean(&refused);
        if is_day {
            assert_eq!(
                refused.user_errors(),
                ["OUT_OF_RANGE when/instant/at"],
                "{at}"
            );
        } else {
            assert_eq!(refused.errors(), ["BAD_REQUEST"], "{at}: {}", refused.body);
        }
    }
}

async fn a_month_is_written_with_four_digits_and_two(app: Arc<App>) {
    let (saima, office) = (app.member("Saima").await, app.office("ECP", "PEC").await);

    for month in [
        "+2025-1", "-2025-1", " 2025-1", "2025-+1", "2025- 1", "02025-1", "2025/01", "2025-1",
    ] {
        let input = json!({ "with": [{ "stakeholderId": office }], "when": { "month": month } });
        let refused = saima.act("logMeeting", "meeting { id }", input).await;
        assert_eq!(refused.user_errors(), ["INVALID when/month"], "{month:?}");
        is_clean(&refused);
    }
    saima
        .meets(&office, json!({ "when": { "month": "2025-01" } }))
        .await;
}

async fn more_people_than_any_meeting_has_are_refused(app: Arc<App>) {
    let (saima, office) = (app.member("Saima").await, app.office("ECP", "PEC").await);
    let group =
        |headcount: i32| json!({ "groups": [{ "label": "a crowd", "headcount": headcount }] });

    for headcount in [100_001, i32::MAX] {
        let input = merged(
            group(headcount),
            json!({ "with": [{ "stakeholderId": office }] }),
        );
        let refused = saima.act("logMeeting", "meeting { id }", input).await;
        assert_eq!(refused.user_errors(), ["OUT_OF_RANGE groups/0/headcount"]);
        let said = &refused.data()["userErrors"][0]["message"];
        assert!(said.as_str().unwrap().contains("100000"), "{said}");
    }
    saima.meets(&office, group(100_000)).await;
}

async fn too_long_and_too_many_are_refused(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let before = app.rows().await;
    let name = |letters: usize| json!({ "name": { "en": "ب".repeat(letters) } });

    let long = desk.act("createTopic", "topic { id }", name(201)).await;
    let fine = desk
        .act("createTopic", "topic { name { en } }", name(200))
        .await
        .ok();
    let many: Vec<_> = (0..201).map(|number| made("person", number + 10)).collect();
    let helped = saima
        .act(
            "assignFollowUp",
            "__typename",
            json!({ "title": { "text": "x" }, "helperIds": many }),
        )
        .await;
    let with: Vec<_> = (0..201).map(|_| json!({ "text": "somebody" })).collect();
    let met = saima
        .act("logMeeting", "__typename", json!({ "with": with }))
        .await;
    let ids: Vec<_> = (0..201).map(|_| absent("meeting")).collect();
    let archived = saima
        .act("archive", "results { id }", json!({ "ids": ids }))
        .await;
    let none = saima
        .act("archive", "results { id }", json!({ "ids": [] }))
        .await;
    let query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    let nodes = saima.run(query, json!({ "ids": ids })).await;

    assert_eq!(long.user_errors(), ["TOO_LONG name/en"]);
    assert_eq!(
        fine["topic"]["name"]["en"]
            .as_str()
            .unwrap()
            .chars()
            .count(),
        200
    );
    assert!(
        helped
            .user_errors()
            .contains(&"TOO_MANY helperIds".to_owned()),
        "{:?}",
        helped.user_errors()
    );
    assert_eq!(met.user_errors(), ["TOO_MANY with"]);
    assert_eq!(archived.user_errors(), ["TOO_MANY ids"]);
    assert_eq!(none.user_errors(), ["REQUIRED ids"]);
    assert_eq!(nodes.errors(), ["TOO_MANY"]);
    assert_eq!(app.rows().await["meeting"], before["meeting"]);
}

async fn request_ids_that_are_none_are_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;

    for id in [
        "",
        "rubbish",
        "0192f0c1-7e1a-4c3e-9f0a-3b1d2c4e5f60",
        "00000000-0000-0000-0000-000000000000",
    ] {
        let input = json!({ "requestId": id, "title": { "text": "x" } });
        let refused = saima.act("assignFollowUp", "__typename", input).await;
        assert_eq!(refused.user_errors(), ["INVALID_ID requestId"], "{id:?}");
    }
}

async fn a_version_that_is_none_is_a_conflict(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("ECP", "PEC").await;

    for version in ["", "rubbish", "1"] {
        let input = json!({ "id": office, "expectedVersion": version, "shortName": "x" });
        let refused = desk
            .act("updateStakeholder", "stakeholder { shortName }", input)
            .await;
        assert_eq!(
            refused.user_errors(),
            ["VERSION_CONFLICT expectedVersion"],
            "{version:?}"
        );
        assert_eq!(refused.data()["stakeholder"]["shortName"], Value::Null);
    }
}

async fn a_span_that_ends_before_it_starts_is_refused_in_filters(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let query = "{ meetings(filter: { period: { from: \"2025-06-03\", to: \"2025-06-02\" } }) { totalCount } }";

    let refused = saima.ask(query).await;

    assert_eq!(refused.errors(), ["INVALID"]);
}

async fn a_wrong_value_is_named_and_not_the_types_on_the_way_to_it(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let log =
        "mutation ($input: LogMeetingInput!) { logMeeting(input: $input) { userErrors { code } } }";
    let when = |when: Value| json!({ "input": { "with": [], "when": when } });
    let in_document = "{ coverage(period: { from: \"2025-13-01\" }) { asOf } }";

    for (query, variables, says) in [
        (
            log,
            when(json!({ "days": { "from": "2025-02-30" } })),
            "\"2025-02-30\" is not a day; a day is written 2025-06-03",
        ),
        (
            log,
            when(json!({ "instant": { "at": "noon" } })),
            "\"noon\" is not a moment; a moment is written 2025-06-03T06:00:00Z",
        ),
        (
            in_document,
            json!({}),
            "\"2025-13-01\" is not a day; a day is written 2025-06-03",
        ),
    ] {
        let refused = saima.run(query, variables).await;
        assert_eq!(refused.errors(), ["BAD_REQUEST"]);
        assert_eq!(refused.body["errors"][0]["message"], says);
    }
}

async fn lists_that_nest_are_bounded_in_all(app: Arc<App>) {
    let (saima, office) = (app.member("Saima").await, app.office("ECP", "PEC").await);
    let row = json!({ "direction": "ASKED_BY_CAUCUS", "text": { "text": "A room" } });
    let meeting = saima
        .meets(&office, json!({ "commitments": vec![row; 50] }))
        .await;
    let list = |inner: &str| format!("commitments {{ meeting {{ {inner} }} }}");
    let ask = |lists: String| {
        let (saima, id) = (saima.clone(), json!({ "id": meeting }));
        let query = format!("query ($id: ID!) {{ meeting(id: $id) {{ {lists} }} }}");
        async move { saima.run(&query, id).await }
    };

    let twice = ask(list(&list("id"))).await;
    let thrice = ask(list(&list(&list("id")))).await;

    twice.ok();
    let errors = thrice.errors();
    assert!((1..=100).contains(&errors.len()), "{}", errors.len());
    assert!(errors.iter().all(|code| code == "TOO_MANY"), "{errors:?}");
    let said = text(&thrice.body, "/errors/0/message");
    assert!(said.contains("100000 items"), "{said}");
}

async fn an_input_names_two_thousand_things_and_no_more(app: Arc<App>) {
    let (saima, office) = (app.member("Saima").await, app.office("ECP", "PEC").await);
    let all = saima
        .ask("{ districts(first: 36) { nodes { id } } }")
        .await
        .ok();
    let districts = texts(&all["districts"]["nodes"], "/id");
    let row = |more: Value| {
        let row = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": "A fund" },
            "districtIds": districts });
        merged(row, more)
    };
    // With the office that was met: 55 * 36 + 19 + 1.
    let mut rows = vec![row(json!({ "owedByIds": [office] })); 19];
    rows.resize(55, row(json!({})));
    let logs = |rows: &[Value]| {
        let input = json!({ "with": [{ "stakeholderId": office }], "commitments": rows });
        let saima = saima.clone();
        async move {
            saima
                .act("logMeeting", "meeting { commitments { id } }", input)
                .await
        }
    };

    let all = logs(&rows).await.ok();
    rows.push(row(json!({ "districtIds": [], "owedByIds": [office] })));
    let one_more = logs(&rows).await;
    let by_variable = vec![
        "{ direction: BETWEEN_OTHERS, text: { text: \"A fund\" }, owedByIds: $ids, owedToIds: $ids }";
        100
    ];
    let query = format!(
        "mutation ($ids: [ID!]) {{ logMeeting(input: {{ kind: INTERNAL, with: [], \
         commitments: [{}] }}) {{ userErrors {{ code path message }} }} }}",
        by_variable.join(" ")
    );
    let ids: Vec<_> = (0..200).map(|number| made("stakeholder", number)).collect();
    let forty_thousand = saima.run(&query, json!({ "ids": ids })).await;

    assert_eq!(all["meeting"]["commitments"].as_array().unwrap().len(), 55);
    for refused in [one_more, forty_thousand] {
        assert_eq!(refused.user_errors(), ["TOO_MANY"]);
        assert!(refused.body.to_string().contains("At most 2000 things"));
    }
}
