//! Coverage by district and division at once: a place is a district in its own division, and what is
//! in two places is in two pairs and not in four.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::coverage_groups::name;
use crate::support::App;
use crate::support::build::{merged, text};
use crate::support::caller::Caller;

both! {
    what_is_in_two_places_is_in_these_two_pairs_alone
    where_it_was_held_is_one_place
    what_is_of_the_whole_province_or_of_no_place_is_a_pair_of_its_own
}

const FIGURES: [&str; 9] = [
    "inScope",
    "met",
    "contactedOnly",
    "notReached",
    "cadenceKept",
    "engagementsActive",
    "meetingsHeld",
    "tasksOpen",
    "commitmentsMade",
];

/// Each figure that is not nought, by pair of district and division, whichever of them was asked for
/// first; of each it is checked that as many records lie behind it.
async fn pairs(caller: &Caller, by: [&str; 2], measure: Option<&str>) -> BTreeMap<String, Value> {
    let figure = "value records(first: 9) { totalCount }";
    let figures = FIGURES.map(|name| format!("{name} {{ {figure} }}"));
    let query = format!(
        "query ($by: [CoverageDimension!], $measure: DistrictMeasure) {{
            coverage(period: {{ from: \"2026-01-01\", to: \"2026-03-31\" }}, groupBy: $by, districtMeasure: $measure) {{
                groups {{ keys {{ by isProvinceWide category stakeholder {{ id }} district {{ id }} division {{ id }}
                    topic {{ id }} programme {{ id }} period {{ from }} }}
                    figures {{ {} peopleMet {{ all {{ {figure} }} }} headcount {{ all {{ value }} counted {{ {figure} }} }} }} }} }} }}",
        figures.join(" ")
    );
    let variables = json!({ "by": by, "measure": measure });
    let found = caller.run(&query, variables).await.ok();
    let groups = found["coverage"]["groups"].as_array().unwrap();
    let pair = |group: &Value| {
        let key = |by: &str| {
            let keys = group["keys"].as_array().unwrap();
            name(keys.iter().find(|key| key["by"] == by).unwrap())
        };
        let figures = &group["figures"];
        let mut counts = serde_json::Map::new();
        let own = FIGURES.map(|name| (name, &figures[name]));
        let company = [
            ("people", &figures["peopleMet"]["all"]),
            ("heads at", &figures["headcount"]["counted"]),
        ];
        for (name, figure) in own.into_iter().chain(company) {
            assert_eq!(
                figure["value"], figure["records"]["totalCount"],
                "{name} {group}"
            );
            if figure["value"] != 0 {
                counts.insert(name.to_owned(), figure["value"].clone());
            }
        }
        if figures["headcount"]["all"]["value"] != 0 {
            counts.insert(
                "heads".to_owned(),
                figures["headcount"]["all"]["value"].clone(),
            );
        }
        (
            format!("{} {}", key("DISTRICT"), key("DIVISION")),
            Value::Object(counts),
        )
    };
    groups.iter().map(pair).collect()
}

/// A district with its division, as the pairs name them.
async fn place(app: &App, district: &str) -> [String; 2] {
    let id = app.district(district).await;
    let query = "query ($id: ID!) { district(id: $id) { division { id } } }";
    let found = app
        .coordinator()
        .await
        .run(query, json!({ "id": id }))
        .await
        .ok();
    let division = text(&found, "/district/division/id");
    [id.clone(), format!("{id} {division}")]
}

/// An office of two places that is met about both, one that only wrote, and a line of work.
async fn fill(app: &App, districts: &[&String; 2]) {
    let saima = app.member("Saima").await;
    let desk = app.coordinator().await;
    let of_both = json!({ "districtIds": districts, "inScopeSince": "2026-01-01" });
    let cadence = merged(of_both.clone(), json!({ "cadenceDays": 30 }));
    let met = app.office_with("CSO", "Aurat", cadence).await;
    let wrote = app.office_with("ECP", "DEO", of_both).await;
    app.engagement(&met, "Hostels", json!({ "openedOn": "2026-01-02" }))
        .await;
    let letter = json!({ "kind": "LETTER_IN", "day": "2026-01-08", "partyIds": [wrote],
                         "subject": { "text": "Rolls" } });
    desk.act("recordDocument", "document { id }", letter)
        .await
        .ok();
    let guest = app.person("Torak").await;
    let about = json!({
        "when": { "days": { "from": "2026-01-10" } },
        "heldIn": { "districtId": districts[0] }, "concernsDistrictIds": districts,
        "attendees": [{ "personId": guest, "stakeholderId": met }],
        "groups": [{ "label": "women", "headcount": 12, "women": 12 }],
        "followUps": [{ "title": { "text": "Call" } }],
        "commitments": [{ "direction": "MADE_TO_CAUCUS", "text": { "text": "A van" },
                          "owedByIds": [met], "districtIds": districts }],
    });
    saima.meets(&met, about).await;
}

async fn what_is_in_two_places_is_in_these_two_pairs_alone(app: Arc<App>) {
    let [(zhob, first), (gwadar, second)] =
        [place(&app, "Zhob").await, place(&app, "Gwadar").await].map(|[id, pair]| (id, pair));
    fill(&app, &[&zhob, &gwadar]).await;
    let desk = app.coordinator().await;
    let all = json!({ "inScope": 2, "met": 1, "contactedOnly": 1, "cadenceKept": 1,
        "engagementsActive": 1, "meetingsHeld": 1, "tasksOpen": 1, "commitmentsMade": 1,
        "people": 1, "heads at": 1, "heads": 12 });

    for by in [["DISTRICT", "DIVISION"], ["DIVISION", "DISTRICT"]] {
        for measure in [None, Some("CONCERNS_ELSE_HELD_IN"), Some("CONCERNS")] {
            let found = pairs(&desk, by, measure).await;

            let expected = [(first.clone(), all.clone()), (second.clone(), all.clone())];
            assert_eq!(found, BTreeMap::from(expected), "{by:?} {measure:?}");
        }
    }
}

async fn where_it_was_held_is_one_place(app: Arc<App>) {
    let [(zhob, first), (gwadar, second)] =
        [place(&app, "Zhob").await, place(&app, "Gwadar").await].map(|[id, pair]| (id, pair));
    fill(&app, &[&zhob, &gwadar]).await;
    let desk = app.coordinator().await;
    let of_offices = json!({ "inScope": 2, "met": 1, "contactedOnly": 1, "cadenceKept": 1,
        "engagementsActive": 1, "tasksOpen": 1, "commitmentsMade": 1 });
    let held = json!({ "meetingsHeld": 1, "people": 1, "heads at": 1, "heads": 12 });

    for by in [["DISTRICT", "DIVISION"], ["DIVISION", "DISTRICT"]] {
        let found = pairs(&desk, by, Some("HELD_IN")).await;

        let there = merged(of_offices.clone(), held.clone());
        let expected = [(first.clone(), there), (second.clone(), of_offices.clone())];
        assert_eq!(found, BTreeMap::from(expected), "{by:?}");
    }
}

async fn what_is_of_the_whole_province_or_of_no_place_is_a_pair_of_its_own(app: Arc<App>) {
    let [zhob, pair] = place(&app, "Zhob").await;
    let since = json!({ "inScopeSince": "2026-01-01" });
    let wide = merged(
        json!({ "isProvinceWide": true, "districtIds": [zhob] }),
        since.clone(),
    );
    app.office_with("CSO", "Aurat", wide).await;
    let nowhere = app.office_with("ECP", "PEC", since).await;
    let desk = app.coordinator().await;
    desk.meets(
        &nowhere,
        json!({ "when": { "days": { "from": "2026-01-10" } } }),
    )
    .await;

    for by in [["DISTRICT", "DIVISION"], ["DIVISION", "DISTRICT"]] {
        let found = pairs(&desk, by, None).await;

        let missed = json!({ "inScope": 1, "notReached": 1 });
        let met = json!({ "inScope": 1, "met": 1, "meetingsHeld": 1 });
        let expected = [
            (pair.clone(), missed.clone()),
            ("all all".to_owned(), missed),
            ("none none".to_owned(), met),
        ];
        assert_eq!(found, BTreeMap::from(expected), "{by:?}");
    }
}
