//! People and the posts that they hold.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, text, texts};

const WHOLE: &str = "person { id name { en ur } gender language email phones { number kind }
    posts { id title { en } from to isCurrent stakeholder { id } } }";

both! {
    a_person_reads_back_with_phones_as_they_are_dialled
    a_number_or_address_that_is_none_is_refused
    null_takes_away_and_absent_leaves
    a_member_changes_those_whom_she_added_only
    a_post_is_held_and_ends
    a_post_that_is_wrong_is_refused
    people_are_found_by_name_and_by_office
}

async fn a_person_reads_back_with_phones_as_they_are_dialled(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let input = json!({
        "name": { "en": "Zarghuna", "ur": "زرغونہ" },
        "gender": "WOMAN",
        "language": "UR",
        "email": "zarghuna@example.org",
        "phones": [{ "number": "0300 123-4567" }, { "number": "0092 81 9201234", "kind": "OFFICE" }],
    });

    let made = saima.act("createPerson", WHOLE, input.clone()).await.ok();

    let person = &made["person"];
    for field in ["name", "gender", "language", "email"] {
        assert_eq!(person[field], input[field], "{field}");
    }
    let phones = json!([
        { "number": "+923001234567", "kind": "OWN" },
        { "number": "+92819201234", "kind": "OFFICE" },
    ]);
    assert_eq!(person["phones"], phones);
}

async fn a_number_or_address_that_is_none_is_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let input = json!({
        "name": { "en": "Zarghuna" },
        "email": "zarghuna at example",
        "phones": [{ "number": "+923001234567" }, { "number": "12" }],
    });

    let refused = saima.act("createPerson", WHOLE, input).await;

    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(errors, ["INVALID email", "INVALID phones/1/number"]);
}

async fn null_takes_away_and_absent_leaves(app: Arc<App>) {
    let desk = app.coordinator().await;
    let input = json!({
        "name": { "en": "Zarghuna" }, "email": "z@example.org", "language": "UR",
        "phones": [{ "number": "+923001234567" }],
    });
    let made = desk.act("createPerson", WHOLE, input).await.ok();
    let id = text(&made, "/person/id");

    let input = json!({ "id": id, "expectedVersion": desk.version(&id).await, "gender": "WOMAN" });
    let kept = desk.act("updatePerson", WHOLE, input).await.ok();
    let input = json!({
        "id": id, "expectedVersion": desk.version(&id).await,
        "email": null, "language": null, "phones": [],
    });
    let taken = desk.act("updatePerson", WHOLE, input).await.ok();

    assert_eq!(kept["person"]["email"], "z@example.org");
    assert_eq!(kept["person"]["phones"][0]["number"], "+923001234567");
    assert_eq!(taken["person"]["email"], Value::Null);
    assert_eq!(taken["person"]["language"], Value::Null);
    assert_eq!(taken["person"]["phones"], json!([]));
    assert_eq!(taken["person"]["gender"], "WOMAN");
}

async fn a_member_changes_those_whom_she_added_only(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let made = saima
        .act(
            "createPerson",
            WHOLE,
            json!({ "name": { "en": "Zarghuna" } }),
        )
        .await
        .ok();
    let id = text(&made, "/person/id");

    let input =
        json!({ "id": id, "expectedVersion": rubina.version(&id).await, "gender": "WOMAN" });
    let refused = rubina.act("updatePerson", WHOLE, input).await;
    let input = json!({ "id": id, "expectedVersion": saima.version(&id).await, "gender": "WOMAN" });
    let taken = saima.act("updatePerson", WHOLE, input).await.ok();

    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    assert_eq!(taken["person"]["gender"], "WOMAN");
}

async fn a_post_is_held_and_ends(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (person, office) = (app.person("Zarghuna").await, app.office("ECP", "PEC").await);
    let title = json!({ "en": "Commissioner" });
    let input = json!({
        "personId": person, "stakeholderId": office, "title": title, "from": "2025-01-01",
    });

    let begun = desk.act("addPost", WHOLE, input).await.ok();
    let post = text(&begun, "/person/posts/0/id");
    let input = json!({ "personId": person, "postId": post, "on": "2026-01-10" });
    let ended = desk.act("endPost", WHOLE, input).await.ok();

    assert_eq!(
        begun["person"]["posts"][0],
        json!({
            "id": post, "title": title, "from": "2025-01-01", "to": null, "isCurrent": true,
            "stakeholder": { "id": office },
        })
    );
    assert_eq!(ended["person"]["posts"][0]["to"], "2026-01-10");
    assert_eq!(ended["person"]["posts"][0]["isCurrent"], false);
}

async fn a_post_that_is_wrong_is_refused(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (person, office) = (app.person("Zarghuna").await, app.office("ECP", "PEC").await);
    let input = json!({
        "personId": person, "stakeholderId": absent("stakeholder"), "title": {},
        "from": "2025-01-02", "to": "2025-01-01",
    });

    let wrong = desk.act("addPost", WHOLE, input).await;
    let input = json!({ "personId": person, "postId": absent("post") });
    let unknown = desk.act("endPost", WHOLE, input).await;
    let input = json!({
        "personId": person, "stakeholderId": office, "title": { "en": "Clerk" }, "from": "2025-06-01",
    });
    let held = desk.act("addPost", WHOLE, input).await.ok();
    let post = text(&held, "/person/posts/0/id");
    let input = json!({ "personId": person, "postId": post, "on": "2025-05-01" });
    let early = desk.act("endPost", WHOLE, input).await;

    let mut errors = wrong.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        ["INVALID to", "NOT_FOUND stakeholderId", "REQUIRED title"]
    );
    assert_eq!(unknown.user_errors(), ["NOT_FOUND postId"]);
    assert_eq!(early.user_errors(), ["INVALID on"]);
}

async fn people_are_found_by_name_and_by_office(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (person, office) = (
        app.person("Zarghuna Tareen").await,
        app.office("ECP", "PEC").await,
    );
    app.person("Palwasha").await;
    let input = json!({ "personId": person, "stakeholderId": office, "title": { "en": "Clerk" } });
    desk.act("addPost", "person { id }", input).await.ok();
    let query =
        "query ($filter: PersonFilter) { people(filter: $filter) { nodes { name { en } } } }";

    for filter in [
        json!({ "search": "tar zar" }),
        json!({ "stakeholderIds": [office] }),
    ] {
        let found = desk.run(query, json!({ "filter": filter })).await.ok();
        assert_eq!(
            texts(&found["people"]["nodes"], "/name/en"),
            ["Zarghuna Tareen"],
            "{filter}"
        );
    }
}
