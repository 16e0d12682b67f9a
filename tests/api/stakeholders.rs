//! Offices: what is known of them, how they are found, the tree in which they stand.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, text, texts};
use crate::support::caller::Caller;

const LIST: &str = "query ($filter: StakeholderFilter, $order: NameOrder) {
    stakeholders(filter: $filter, orderBy: $order) { nodes { name { en ur } } totalCount } }";

/// The English names that a list finds, in its order.
async fn found(caller: &Caller, filter: Value) -> Vec<String> {
    let found = caller.run(LIST, json!({ "filter": filter })).await.ok();
    texts(&found["stakeholders"]["nodes"], "/name/en")
}

async fn search(caller: &Caller, words: &str) -> Vec<String> {
    found(caller, json!({ "search": words })).await
}

const WHOLE: &str = "stakeholder {
    id name { en ur } shortName aliases category isProvinceWide inScopeSince audience archivedOn
    districts { code } topics { id } parent { id } institution { id } owner { id } }";

both! {
    a_created_office_reads_back_as_it_was_sent
    an_office_with_nothing_but_a_name_has_the_usual_values
    null_takes_a_value_away_and_absent_leaves_it
    a_variable_that_was_not_sent_leaves_the_value
    all_that_is_wrong_is_said_at_once
    an_office_is_found_by_any_of_its_names_in_either_script
    letters_of_an_arabic_keyboard_find_what_is_written_in_urdu
    an_alias_that_was_taken_away_finds_nothing
    filters_narrow_and_an_empty_list_finds_nothing
    names_are_in_the_order_of_their_language_on_either_database
    offices_fold_into_the_topmost_of_their_category
    an_office_is_never_a_part_of_itself
    an_office_is_archived_and_restored
    of_many_each_is_archived_or_refused_by_itself
    what_is_archived_cannot_be_referred_to
}

async fn a_created_office_reads_back_as_it_was_sent(app: Arc<App>) {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let (zhob, topic) = (
        app.district("Zhob").await,
        app.topic("Voter registration").await,
    );
    let ecp = app.office("ECP", "Election Commission of Pakistan").await;
    let input = json!({
        "id": made("stakeholder", 1),
        "category": "ECP",
        "name": { "en": "District Election Office Zhob", "ur": "ضلعی الیکشن دفتر ژوب" },
        "shortName": "DEO Zhob",
        "aliases": ["Election Zhob"],
        "districtIds": [zhob],
        "topicIds": [topic],
        "parentId": ecp,
        "ownerId": saima.member,
        "isProvinceWide": false,
        "inScopeSince": "2025-03-01",
    });

    let made = desk
        .act("createStakeholder", WHOLE, input.clone())
        .await
        .ok();

    let office = &made["stakeholder"];
    for field in [
        "id",
        "name",
        "shortName",
        "aliases",
        "category",
        "isProvinceWide",
        "inScopeSince",
    ] {
        assert_eq!(office[field], input[field], "{field}");
    }
    assert_eq!(office["topics"], json!([{ "id": topic }]));
    assert_eq!(office["parent"]["id"], ecp);
    assert_eq!(office["institution"]["id"], ecp);
    assert_eq!(office["owner"]["id"], saima.member);
    assert_eq!(office["audience"], "CAUCUS");
    assert_eq!(office["districts"].as_array().map(Vec::len), Some(1));
}

async fn an_office_with_nothing_but_a_name_has_the_usual_values(app: Arc<App>) {
    let desk = app.coordinator().await;
    let input = json!({ "category": "CSO", "name": { "ur": "عورت فاؤنڈیشن" } });

    let made = desk.act("createStakeholder", WHOLE, input).await.ok();

    let office = &made["stakeholder"];
    assert_eq!(office["name"], json!({ "en": null, "ur": "عورت فاؤنڈیشن" }));
    assert_eq!(office["inScopeSince"], "2026-01-15");
    assert_eq!(office["isProvinceWide"], false);
    assert_eq!(office["institution"]["id"], office["id"]);
    assert_eq!(office["parent"], Value::Null);
    assert_eq!(office["aliases"], json!([]));
}

async fn null_takes_a_value_away_and_absent_leaves_it(app: Arc<App>) {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let ecp = app.office("ECP", "Election Commission of Pakistan").await;
    let more =
        json!({ "shortName": "PEC", "aliases": ["EC"], "parentId": ecp, "ownerId": saima.member });
    let office = app
        .office_with("ECP", "Provincial Election Commission", more)
        .await;
    let version = desk.version(&office).await;
    let input = json!({ "id": office, "expectedVersion": version, "isProvinceWide": true });
    let kept = desk.act("updateStakeholder", WHOLE, input).await.ok();

    let version = desk.version(&office).await;
    let input = json!({
        "id": office, "expectedVersion": version,
        "shortName": null, "parentId": null, "ownerId": null, "aliases": [],
    });
    let taken = desk.act("updateStakeholder", WHOLE, input).await.ok();

    let kept = &kept["stakeholder"];
    assert_eq!(kept["shortName"], "PEC");
    assert_eq!(kept["aliases"], json!(["EC"]));
    assert_eq!(kept["parent"]["id"], ecp);
    assert_eq!(kept["owner"]["id"], saima.member);
    let taken = &taken["stakeholder"];
    for field in ["shortName", "parent", "owner"] {
        assert_eq!(taken[field], Value::Null, "{field}");
    }
    assert_eq!(taken["aliases"], json!([]));
    assert_eq!(taken["isProvinceWide"], true);
    assert_eq!(taken["institution"]["id"], office);
}

async fn a_variable_that_was_not_sent_leaves_the_value(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app
        .office_with(
            "ECP",
            "Provincial Election Commission",
            json!({ "shortName": "PEC" }),
        )
        .await;
    let query = "mutation ($id: ID!, $version: String!, $short: String, $wide: Boolean) {
        updateStakeholder(input: {
            id: $id, expectedVersion: $version, shortName: $short, isProvinceWide: $wide
        }) { stakeholder { shortName isProvinceWide } userErrors { code path message } } }";
    let version = desk.version(&office).await;
    let variables = json!({ "id": office, "version": version, "wide": true });

    let kept = desk.run(query, variables).await.ok();
    let version = desk.version(&office).await;
    let variables = json!({ "id": office, "version": version, "short": null });
    let taken = desk.run(query, variables).await.ok();

    let kept = &kept["updateStakeholder"]["stakeholder"];
    assert_eq!(*kept, json!({ "shortName": "PEC", "isProvinceWide": true }));
    let taken = &taken["updateStakeholder"]["stakeholder"];
    assert_eq!(*taken, json!({ "shortName": null, "isProvinceWide": true }));
}

async fn all_that_is_wrong_is_said_at_once(app: Arc<App>) {
    let desk = app.coordinator().await;
    let input = json!({
        "category": "CSO",
        "name": { "en": " ", "ur": "" },
        "shortName": "x".repeat(201),
        "aliases": ["fine", "bell \u{7} rings"],
        "parentId": absent("stakeholder"),
        "ownerId": absent("person"),
        "districtIds": ["district_rubbish"],
        "inScopeSince": "1899-12-31",
    });

    let refused = desk
        .act("createStakeholder", "stakeholder { id }", input)
        .await;

    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "INVALID aliases/1",
            "INVALID_ID districtIds/0",
            "INVALID_ID ownerId",
            "NOT_FOUND parentId",
            "OUT_OF_RANGE inScopeSince",
            "REQUIRED name",
            "TOO_LONG shortName",
        ]
    );
}

async fn an_office_is_found_by_any_of_its_names_in_either_script(app: Arc<App>) {
    let desk = app.coordinator().await;
    app.office_with("ECP", "Provincial Election Commission", json!({
        "name": { "en": "Provincial Election Commission", "ur": "صوبائی الیکشن کمیشن بلوچستان" },
        "shortName": "PEC",
        "aliases": ["Kamishan e Intikhabat"],
    })).await;
    app.office("NADRA", "NADRA Regional Office").await;

    for words in [
        "election",
        "ELEC prov",
        "pec",
        "intikh",
        "الیکشن",
        "بلوچستان کمیشن",
    ] {
        assert_eq!(
            search(&desk, words).await,
            ["Provincial Election Commission"],
            "{words}"
        );
    }
    for (words, count) in [
        ("lection", 0),
        ("election nadra", 0),
        ("%", 0),
        ("_", 0),
        (" ", 2),
    ] {
        let found = search(&desk, words).await;
        assert_eq!(found.len(), count, "{words}: {found:?}");
    }
}

async fn letters_of_an_arabic_keyboard_find_what_is_written_in_urdu(app: Arc<App>) {
    let desk = app.coordinator().await;
    let name = json!({ "name": { "en": "Women's Commission", "ur": "خواتین کمیشن برائے ہنر" } });
    app.office_with("COMMISSION", "x", name).await;

    // Arabic kaf and yeh, heh with and without its Urdu form, and vowel marks.
    for words in ["كميشن", "خواتين", "هنر", "خَواتین"] {
        assert_eq!(
            search(&desk, words).await,
            ["Women's Commission"],
            "{words}"
        );
    }
}

async fn an_alias_that_was_taken_away_finds_nothing(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app
        .office_with(
            "ECP",
            "Provincial Election Commission",
            json!({ "aliases": ["Zebra"] }),
        )
        .await;
    let version = desk.version(&office).await;

    let input = json!({ "id": office, "expectedVersion": version, "aliases": ["Giraffe"] });
    desk.act("updateStakeholder", "stakeholder { id }", input)
        .await
        .ok();

    assert_eq!(search(&desk, "zebra").await, Vec::<String>::new());
    assert_eq!(
        search(&desk, "giraffe").await,
        ["Provincial Election Commission"]
    );
    assert_eq!(
        search(&desk, "election").await,
        ["Provincial Election Commission"]
    );
}

async fn filters_narrow_and_an_empty_list_finds_nothing(app: Arc<App>) {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let (zhob, topic) = (
        app.district("Zhob").await,
        app.topic("Voter registration").await,
    );
    let ecp = app.office("ECP", "ECP").await;
    app.office_with(
        "ECP",
        "Zhob office",
        json!({ "parentId": ecp, "districtIds": [zhob] }),
    )
    .await;
    app.office_with(
        "CSO",
        "Aurat",
        json!({ "topicIds": [topic], "ownerId": saima.member }),
    )
    .await;

    for (filter, names) in [
        (json!({ "categories": ["ECP"] }), vec!["ECP", "Zhob office"]),
        (
            json!({ "categories": ["ECP", "CSO"] }),
            vec!["Aurat", "ECP", "Zhob office"],
        ),
        (json!({ "districtIds": [zhob] }), vec!["Zhob office"]),
        (json!({ "topicIds": [topic] }), vec!["Aurat"]),
        (json!({ "parentIds": [ecp] }), vec!["Zhob office"]),
        (json!({ "ownerIds": [saima.member] }), vec!["Aurat"]),
        (
            json!({ "categories": ["ECP"], "topicIds": [topic] }),
            vec![],
        ),
        (json!({ "categories": [] }), vec![]),
        (json!({ "parentIds": [] }), vec![]),
        (json!({ "archived": true }), vec![]),
        (json!({}), vec!["Aurat", "ECP", "Zhob office"]),
    ] {
        assert_eq!(found(&desk, filter.clone()).await, names, "{filter}");
    }
}

async fn names_are_in_the_order_of_their_language_on_either_database(app: Arc<App>) {
    let desk = app.coordinator().await;
    for (en, ur) in [
        (Some("éclair"), None),
        (Some("Zebra"), Some("ژوب")),
        (Some("apple"), Some("چمن")),
        (Some("Apple"), Some("پشین")),
        (Some("eclair"), Some("آواران")),
        (None, Some("ٹوبہ")),
    ] {
        let input = json!({ "category": "CSO", "name": { "en": en, "ur": ur } });
        desk.act("createStakeholder", "stakeholder { id }", input)
            .await
            .ok();
    }
    let list = |field: &str, direction: &str| {
        let order = json!({ "order": { "field": field, "direction": direction } });
        let desk = desk.clone();
        async move {
            let found = desk.run(LIST, order).await.ok();
            let names = found["stakeholders"]["nodes"].as_array().unwrap().clone();
            let name = |node: Value| {
                let (en, ur) = (node["name"]["en"].clone(), node["name"]["ur"].clone());
                if en.is_null() { ur } else { en }
                    .as_str()
                    .unwrap()
                    .to_owned()
            };
            names.into_iter().map(name).collect::<Vec<_>>()
        }
    };

    let (en, ur) = (list("NAME_EN", "ASC").await, list("NAME_UR", "ASC").await);

    assert_eq!(en, ["apple", "Apple", "eclair", "éclair", "Zebra", "ٹوبہ"]);
    // آواران، پشین، ٹوبہ، چمن، ژوب, then what has no Urdu name.
    assert_eq!(ur, ["eclair", "Apple", "ٹوبہ", "apple", "Zebra", "éclair"]);
    let mut reversed = en;
    reversed.reverse();
    assert_eq!(list("NAME_EN", "DESC").await, reversed);
}

async fn offices_fold_into_the_topmost_of_their_category(app: Arc<App>) {
    let desk = app.coordinator().await;
    let ecp = app.office("ECP", "ECP").await;
    let pec = app
        .office_with("ECP", "PEC", json!({ "parentId": ecp }))
        .await;
    let deo = app
        .office_with("ECP", "DEO", json!({ "parentId": pec }))
        .await;
    let cell = app
        .office_with("CSO", "Cell", json!({ "parentId": deo }))
        .await;
    let institution = |id: String| {
        let desk = desk.clone();
        async move {
            let query = "query ($id: ID!) { stakeholder(id: $id) { institution { id } } }";
            let found = desk.run(query, json!({ "id": id })).await.ok();
            text(&found, "/stakeholder/institution/id")
        }
    };
    assert_eq!(institution(deo.clone()).await, ecp);
    assert_eq!(institution(cell.clone()).await, cell);

    let input = json!({ "id": pec, "expectedVersion": desk.version(&pec).await, "parentId": null });
    desk.act("updateStakeholder", "stakeholder { id }", input)
        .await
        .ok();
    let after_moving = (
        institution(pec.clone()).await,
        institution(deo.clone()).await,
    );
    let input =
        json!({ "id": deo, "expectedVersion": desk.version(&deo).await, "category": "CSO" });
    desk.act("updateStakeholder", "stakeholder { id }", input)
        .await
        .ok();
    let after_changing = (institution(deo.clone()).await, institution(cell).await);

    assert_eq!(after_moving, (pec.clone(), pec));
    assert_eq!(after_changing, (deo.clone(), deo));
}

async fn an_office_is_never_a_part_of_itself(app: Arc<App>) {
    let desk = app.coordinator().await;
    let ecp = app.office("ECP", "ECP").await;
    let pec = app
        .office_with("ECP", "PEC", json!({ "parentId": ecp }))
        .await;
    let deo = app
        .office_with("ECP", "DEO", json!({ "parentId": pec }))
        .await;
    let before = app.rows().await;

    for below in [&ecp, &pec, &deo] {
        let input =
            json!({ "id": ecp, "expectedVersion": desk.version(&ecp).await, "parentId": below });
        let refused = desk
            .act("updateStakeholder", "stakeholder { id }", input)
            .await;
        assert_eq!(refused.user_errors(), ["INVALID parentId"]);
    }

    assert_eq!(before, app.rows().await);
}

async fn an_office_is_archived_and_restored(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("CSO", "Aurat").await;
    let shown = "results { id record { ... on Stakeholder { archivedOn } } userErrors { code path message } }";

    let archived = desk
        .act(
            "archive",
            shown,
            json!({ "ids": [office], "on": "2026-01-10" }),
        )
        .await
        .ok();
    let hidden = (
        found(&desk, json!({})).await,
        found(&desk, json!({ "archived": true })).await,
    );
    let restored = desk
        .act("restore", shown, json!({ "ids": [office] }))
        .await
        .ok();

    assert_eq!(archived["results"][0]["record"]["archivedOn"], "2026-01-10");
    assert_eq!(hidden, (vec![], vec!["Aurat".to_owned()]));
    assert_eq!(restored["results"][0]["record"]["archivedOn"], Value::Null);
    assert_eq!(found(&desk, json!({})).await, ["Aurat"]);
}

async fn of_many_each_is_archived_or_refused_by_itself(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (aurat, shirkat) = (
        app.office("CSO", "Aurat").await,
        app.office("CSO", "Shirkat").await,
    );
    let shown = "results { id userErrors { code path message } }";
    desk.act("archive", shown, json!({ "ids": [shirkat] }))
        .await
        .ok();

    let ids = json!([
        absent("stakeholder"),
        aurat,
        "rubbish",
        shirkat,
        absent("token")
    ]);
    let answer = desk.act("archive", shown, json!({ "ids": ids })).await;

    assert_eq!(
        answer.user_errors(),
        [
            "NOT_FOUND ids/0",
            "INVALID_ID ids/2",
            "INVALID_TRANSITION ids/3",
            "NOT_FOUND ids/4",
        ]
    );
    assert_eq!(answer.data()["results"][1]["userErrors"], json!([]));
    assert_eq!(found(&desk, json!({})).await, Vec::<String>::new());
}

async fn what_is_archived_cannot_be_referred_to(app: Arc<App>) {
    let desk = app.coordinator().await;
    let office = app.office("CSO", "Aurat").await;
    desk.act("archive", "results { id }", json!({ "ids": [office] }))
        .await
        .ok();

    let input = json!({ "with": [{ "stakeholderId": office }] });
    let refused = desk.act("logMeeting", "meeting { id }", input).await;

    assert_eq!(refused.user_errors(), ["INVALID with/0/stakeholderId"]);
}
