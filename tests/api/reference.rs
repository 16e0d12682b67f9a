//! Districts, divisions, topics, programmes.

use std::sync::Arc;

use serde_json::json;

use crate::support::App;
use crate::support::build::{text, texts};

both! {
    the_36_districts_lie_in_8_divisions
    districts_are_narrowed_by_division_and_name
    a_topic_is_added_renamed_and_archived
    a_programme_is_for_those_to_whom_it_is_open
}

async fn the_36_districts_lie_in_8_divisions(app: Arc<App>) {
    let desk = app.coordinator().await;
    let query = "{ districts(first: 100) { totalCount nodes { code name { en ur } division { id name { en ur } } } } }";

    let found = desk.ask(query).await.ok();

    let districts = &found["districts"];
    assert_eq!(districts["totalCount"], 36);
    let mut divisions = texts(&districts["nodes"], "/division/id");
    divisions.sort_unstable();
    divisions.dedup();
    assert_eq!(divisions.len(), 8);
    for pointer in ["/name/en", "/name/ur", "/code", "/division/name/ur"] {
        assert!(
            texts(&districts["nodes"], pointer)
                .iter()
                .all(|name| !name.is_empty())
        );
    }
}

async fn districts_are_narrowed_by_division_and_name(app: Arc<App>) {
    let desk = app.coordinator().await;
    let zhob = app.district("Zhob").await;
    let query = "query ($id: ID!) { district(id: $id) { division { id } } }";
    let division = text(
        &desk.run(query, json!({ "id": zhob })).await.ok(),
        "/district/division/id",
    );
    let query = "query ($filter: DistrictFilter) { districts(filter: $filter) { nodes { id division { id } } } }";

    let filter = json!({ "divisionIds": [division] });
    let found = desk.run(query, json!({ "filter": filter })).await.ok();

    let nodes = &found["districts"]["nodes"];
    assert!(texts(nodes, "/id").contains(&zhob));
    assert!(
        texts(nodes, "/division/id")
            .iter()
            .all(|id| *id == division)
    );
    assert!(nodes.as_array().unwrap().len() < 36);
}

async fn a_topic_is_added_renamed_and_archived(app: Arc<App>) {
    let desk = app.coordinator().await;
    let topic = app.topic("Voter registration").await;
    let list = "{ topics { nodes { id name { en ur } } } }";

    let input = json!({
        "id": topic, "expectedVersion": desk.version(&topic).await,
        "name": { "en": "Registration", "ur": "اندراج" },
    });
    let renamed = desk
        .act("updateTopic", "topic { name { en ur } }", input)
        .await
        .ok();
    let listed = desk.ask(list).await.ok();
    desk.act("archive", "results { id }", json!({ "ids": [topic] }))
        .await
        .ok();

    assert_eq!(
        renamed["topic"]["name"],
        json!({ "en": "Registration", "ur": "اندراج" })
    );
    assert_eq!(listed["topics"]["nodes"][0]["id"], topic);
    assert_eq!(desk.ask(list).await.ok()["topics"]["nodes"], json!([]));
}

async fn a_programme_is_for_those_to_whom_it_is_open(app: Arc<App>) {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let input = json!({ "name": { "en": "Quiet" }, "audience": "PRESENT" });
    desk.act("createProgramme", "programme { id }", input)
        .await
        .ok();
    app.programme("PWL").await;

    let found = saima
        .ask("{ programmes { totalCount nodes { name { en } } } }")
        .await
        .ok();

    assert_eq!(texts(&found["programmes"]["nodes"], "/name/en"), ["PWL"]);
    assert_eq!(found["programmes"]["totalCount"], 1);
}
