//! The people met and the heads counted in coverage, and which counts of them partners are told.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{merged, text, texts};
use crate::support::caller::Caller;

both! {
    somebody_met_twice_counts_once_in_each_group_and_once_in_the_total
    members_and_staff_and_those_who_stayed_away_are_not_people_met
    who_came_to_a_public_event_was_not_met_but_its_heads_count
    she_counts_where_the_office_is_for_which_she_came_that_day
    the_people_behind_a_figure_are_exactly_those_counted
    heads_add_up_and_whose_gender_nobody_counted_is_not_stated
    a_partner_is_told_no_small_count_and_none_by_which_it_would_be_found
    a_partner_is_told_no_gender
    a_partner_is_told_people_of_whole_quarters_alone
    a_small_total_is_withheld_from_a_partner
    two_dimensions_at_once_tell_a_partner_no_small_count
    a_partner_is_told_no_people_where_what_is_counted_is_narrowed
    a_partner_is_told_a_sum_of_heads_where_she_reads_each_of_them
    who_came_for_an_office_out_of_her_scope_is_not_counted_for_a_partner
    a_meeting_is_grouped_by_district_and_division_at_once
    people_cost_as_many_statements_for_many_as_for_few
}

const FIGURE: &str = "value absence records(first: 100) { nodes { ... on Person { id } } }";
const DAY: &str = "2026-01-10";
const QUARTER: [&str; 2] = ["2026-01-01", "2026-03-31"];

fn figures() -> String {
    let columns = ["all", "women", "men", "other", "notStated"];
    let people = columns.map(|column| format!("{column} {{ {FIGURE} }}"));
    let columns = ["all", "women", "men", "notStated"];
    let heads = columns.map(|column| format!("{column} {{ value absence }}"));
    format!(
        "peopleMet {{ {} }} headcount {{ {} counted {{ value records(first: 9) {{ totalCount }} }} }}",
        people.join(" "),
        heads.join(" ")
    )
}

/// The figures of the total, and of each group by the names of its keys.
async fn cover(caller: &Caller, by: &[&str]) -> BTreeMap<String, Value> {
    narrowed(caller, by, "").await
}

async fn narrowed(caller: &Caller, by: &[&str], more: &str) -> BTreeMap<String, Value> {
    over(caller, QUARTER, by, more).await
}

async fn over(
    caller: &Caller,
    [from, to]: [&str; 2],
    by: &[&str],
    more: &str,
) -> BTreeMap<String, Value> {
    let figures = figures();
    let query = format!(
        "query ($by: [CoverageDimension!]) {{
            coverage(period: {{ from: \"{from}\", to: \"{to}\" }}, groupBy: $by{more}) {{
                total {{ {figures} }} groups {{ keys {{ category isProvinceWide stakeholder {{ id }}
                district {{ id name {{ en }} }} division {{ id }} topic {{ id }} programme {{ id }}
                period {{ from }} }} figures {{ {figures} }} }} }} }}"
    );
    let found = caller.run(&query, json!({ "by": by })).await.ok();
    let name = |key: &Value| {
        let district = key["district"]["name"]["en"].as_str().map(str::to_owned);
        district.unwrap_or_else(|| crate::coverage_groups::name(key))
    };
    let groups = found["coverage"]["groups"].as_array().unwrap().iter();
    let groups = groups.map(|group| {
        let keys = group["keys"].as_array().unwrap().iter().map(name);
        let keys: Vec<_> = keys.collect();
        (keys.join(" "), group["figures"].clone())
    });
    let total = ("total".to_owned(), found["coverage"]["total"].clone());
    groups.chain([total]).collect()
}

/// All, women, men, other, not stated; what is withheld is none.
fn met(figures: &Value) -> [Option<i64>; 5] {
    let columns = ["all", "women", "men", "other", "notStated"];
    columns.map(|column| shown(&figures["peopleMet"][column]))
}

/// All, women, men, not stated.
fn heads(figures: &Value) -> [Option<i64>; 4] {
    let columns = ["all", "women", "men", "notStated"];
    columns.map(|column| shown(&figures["headcount"][column]))
}

fn shown(figure: &Value) -> Option<i64> {
    let value = figure["value"].as_i64();
    let absence = if value.is_none() {
        json!("SUPPRESSED")
    } else {
        Value::Null
    };
    assert_eq!(figure["absence"], absence, "{figure}");
    value
}

/// How many were met in each group, where that is told.
fn counts(groups: &BTreeMap<String, Value>) -> BTreeMap<&str, Option<i64>> {
    let groups = groups.iter();
    groups
        .map(|(name, figures)| (name.as_str(), met(figures)[0]))
        .collect()
}

fn women(from: usize, count: usize) -> Vec<Value> {
    people("WOMAN", from, count)
}

fn people(gender: &str, from: usize, count: usize) -> Vec<Value> {
    let numbers = from..from + count;
    numbers
        .map(|number| json!({ "gender": gender, "name": format!("Person {number}") }))
        .collect()
}

/// Logs a meeting for partners to which those came for its office.
async fn meets(app: &App, office: &str, guests: Vec<Value>, more: Value) {
    let desk = app.coordinator().await;
    let mut attendees = Vec::new();
    for guest in guests {
        let input = json!({ "name": { "en": guest["name"] }, "gender": guest["gender"] });
        let made = desk.act("createPerson", "person { id }", input).await.ok();
        attendees.push(json!({ "personId": text(&made, "/person/id") }));
    }
    let meeting = json!({ "audience": "PARTNERS", "attendees": attendees,
                          "when": { "days": { "from": DAY } } });
    desk.meets(office, merged(meeting, more)).await;
}

async fn somebody_met_twice_counts_once_in_each_group_and_once_in_the_total(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let torak = json!({ "attendees": [{ "personId": app.person("Torak").await }] });
    for office in [&ecp, &ecp, &nadra] {
        saima.meets(office, torak.clone()).await;
    }

    let found = cover(&saima, &["CATEGORY"]).await;

    let expected = [("ECP", Some(1)), ("NADRA", Some(1)), ("total", Some(1))];
    assert_eq!(counts(&found), BTreeMap::from(expected));
    assert_eq!(
        met(&found["ECP"]),
        [Some(1), Some(0), Some(0), Some(0), Some(1)]
    );
}

async fn members_and_staff_and_those_who_stayed_away_are_not_people_met(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let attendees = json!([
        { "memberId": saima.member },
        { "personId": app.person("Staff").await, "capacity": "STAFF" },
        { "personId": app.person("Invited").await, "attendance": "INVITED" },
        { "personId": app.person("Away").await, "attendance": "APOLOGIES" },
        { "personId": app.person("Late").await, "attendance": "PARTLY" },
        { "personId": app.person("Activist").await, "capacity": "SELF" },
    ]);
    saima
        .meets(&office, json!({ "attendees": attendees }))
        .await;

    let found = cover(&saima, &["CATEGORY"]).await;

    let expected = [("ECP", Some(1)), ("none", Some(1)), ("total", Some(2))];
    assert_eq!(counts(&found), BTreeMap::from(expected));
}

async fn who_came_to_a_public_event_was_not_met_but_its_heads_count(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let more = json!({ "kind": "PUBLIC_EVENT",
        "attendees": [{ "personId": app.person("Torak").await }],
        "groups": [{ "label": "students", "headcount": 40 }] });
    saima.meets(&office, more).await;

    let found = cover(&saima, &["CATEGORY"]).await;

    assert_eq!(met(&found["total"])[0], Some(0));
    assert_eq!(heads(&found["total"])[0], Some(40));
}

async fn she_counts_where_the_office_is_for_which_she_came_that_day(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let torak = app.person("Torak").await;
    let attendees = json!([{ "personId": torak, "stakeholderId": nadra }]);
    let more = json!({ "attendees": attendees,
        "with": [{ "stakeholderId": ecp }, { "stakeholderId": nadra }] });
    saima.meets(&ecp, more).await;

    let found = cover(&saima, &["CATEGORY"]).await;

    let expected = [("ECP", Some(0)), ("NADRA", Some(1)), ("total", Some(1))];
    assert_eq!(counts(&found), BTreeMap::from(expected));
}

async fn the_people_behind_a_figure_are_exactly_those_counted(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let met = [app.person("Torak").await, app.person("Mehnaz").await];
    let attendees = met.clone().map(|id| json!({ "personId": id }));
    let groups = json!([{ "label": "girls", "headcount": 9 }, { "label": "boys", "headcount": 2 }]);
    let more = json!({ "attendees": attendees, "groups": groups });
    saima.meets(&office, more).await;
    saima.meets(&office, json!({})).await;

    let total = &cover(&saima, &["CATEGORY"]).await["total"];

    let mut behind = texts(&total["peopleMet"]["all"]["records"]["nodes"], "/id");
    behind.sort_unstable();
    let mut met = met.to_vec();
    met.sort_unstable();
    assert_eq!(behind, met);
    assert_eq!(total["headcount"]["counted"]["value"], 1);
    assert_eq!(total["headcount"]["counted"]["records"]["totalCount"], 1);
}

async fn heads_add_up_and_whose_gender_nobody_counted_is_not_stated(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    for group in [
        json!({ "label": "girls", "headcount": 9, "women": 9 }),
        json!({ "label": "girls", "headcount": 9, "women": 9 }),
        json!({ "label": "all", "headcount": 12, "men": 3, "notStated": 1 }),
    ] {
        saima.meets(&office, json!({ "groups": [group] })).await;
    }

    let found = cover(&saima, &["CATEGORY"]).await;

    let sums = [Some(30), Some(18), Some(3), Some(9)];
    assert_eq!([heads(&found["ECP"]), heads(&found["total"])], [sums; 2]);
}

async fn a_partner_is_told_no_small_count_and_none_by_which_it_would_be_found(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP", "NADRA", "CSO"]).await;
    for (category, count) in [("ECP", 3), ("NADRA", 9), ("CSO", 7)] {
        let office = app.office(category, category).await;
        meets(&app, &office, women(100 * count, count), json!({})).await;
    }

    let told = cover(&greta, &["CATEGORY"]).await;
    let all = cover(&app.coordinator().await, &["CATEGORY"]).await;

    // Without the 7 the 3 would be what is left of 19.
    let expected = [
        ("ECP", None),
        ("NADRA", Some(9)),
        ("CSO", None),
        ("total", Some(19)),
    ];
    assert_eq!(counts(&told), BTreeMap::from(expected));
    let nobody: [Value; 0] = [];
    assert_eq!(
        told["ECP"]["peopleMet"]["all"]["records"]["nodes"],
        json!(nobody)
    );
    let expected = [
        ("ECP", Some(3)),
        ("NADRA", Some(9)),
        ("CSO", Some(7)),
        ("total", Some(19)),
    ];
    assert_eq!(counts(&all), BTreeMap::from(expected));
}

/// Of 8 women and a man she would find him by the names behind the count.
async fn a_partner_is_told_no_gender(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP"]).await;
    let ecp = app.office("ECP", "PEC").await;
    let guests = [women(0, 8), people("MAN", 50, 8)].concat();
    meets(&app, &ecp, guests, json!({})).await;

    let told = cover(&greta, &["CATEGORY"]).await;
    let query = "{ meetings(first: 1) { nodes { attendees { person { name { en } gender } } } } }";
    let read = greta.ask(query).await.ok();

    let count = [Some(16), None, None, None, None];
    assert_eq!([met(&told["ECP"]), met(&told["total"])], [count; 2]);
    let behind = &told["ECP"]["peopleMet"]["all"]["records"]["nodes"];
    assert_eq!(behind.as_array().unwrap().len(), 16);
    let attendees = read["meetings"]["nodes"][0]["attendees"].as_array();
    let person = &attendees.unwrap()[0]["person"];
    assert!(person["name"]["en"].is_string() && person["gender"].is_null());
}

/// Of spans that overlap, the difference would be told.
async fn a_partner_is_told_people_of_whole_quarters_alone(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP"]).await;
    let office = app.office("ECP", "PEC").await;
    meets(&app, &office, women(0, 9), json!({})).await;

    for (period, is_told) in [
        (QUARTER, true),
        (["2026-01-01", "2026-03-30"], false),
        (["2026-01-01", "2026-01-31"], false),
        (["2025-10-01", "2026-03-31"], false),
        (["2026-01-02", "2026-04-01"], false),
    ] {
        let told = over(&greta, period, &["CATEGORY"], "").await;

        let count = is_told.then_some(9);
        let expected = BTreeMap::from([("ECP", count), ("total", count)]);
        assert_eq!(counts(&told), expected, "{period:?}");
    }
}

async fn a_small_total_is_withheld_from_a_partner(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP"]).await;
    let office = app.office("ECP", "PEC").await;
    meets(&app, &office, women(0, 4), json!({})).await;

    let told = cover(&greta, &["CATEGORY"]).await;

    assert_eq!([met(&told["total"]), met(&told["ECP"])], [[None; 5]; 2]);
}

async fn two_dimensions_at_once_tell_a_partner_no_small_count(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP", "NADRA"]).await;
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let (zhob, pishin) = (app.district("Zhob").await, app.district("Pishin").await);
    let cells = [
        (&ecp, &zhob, 6),
        (&ecp, &pishin, 3),
        (&nadra, &zhob, 10),
        (&nadra, &pishin, 8),
    ];
    for (at, (office, district, count)) in cells.into_iter().enumerate() {
        let place = json!({ "heldIn": { "districtId": district } });
        meets(&app, office, women(100 * at, count), place).await;
    }

    let rows = cover(&greta, &["CATEGORY"]).await;
    let columns = cover(&greta, &["DISTRICT"]).await;
    let cells = cover(&greta, &["CATEGORY", "DISTRICT"]).await;
    let turned = cover(&greta, &["DISTRICT", "CATEGORY"]).await;

    assert_eq!(counts(&rows)["ECP"], Some(9));
    assert_eq!(counts(&columns)["Pishin"], None);
    for (cells, names) in [
        (
            &cells,
            ["ECP Zhob", "ECP Pishin", "NADRA Zhob", "NADRA Pishin"],
        ),
        (
            &turned,
            ["Zhob ECP", "Pishin ECP", "Zhob NADRA", "Pishin NADRA"],
        ),
    ] {
        // Any one of the other three would tell of the 3, by its row and its column.
        assert_eq!(names.map(|name| counts(cells)[name]), [None; 4]);
    }
}

async fn a_partner_is_told_no_people_where_what_is_counted_is_narrowed(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP", "NADRA"]).await;
    for (category, count) in [("ECP", 6), ("NADRA", 9)] {
        let office = app.office(category, category).await;
        meets(&app, &office, women(100 * count, count), json!({})).await;
    }

    let whole = cover(&greta, &["CATEGORY"]).await;
    let by_category = narrowed(&greta, &["CATEGORY"], ", filter: { categories: [ECP] }").await;
    let by_moment = narrowed(
        &greta,
        &["CATEGORY"],
        ", recordedBy: \"2027-01-01T00:00:00Z\"",
    )
    .await;

    assert_eq!(counts(&whole)["total"], Some(15));
    assert_eq!(
        [counts(&by_category)["ECP"], counts(&by_category)["total"]],
        [None; 2]
    );
    assert_eq!(
        [counts(&by_moment)["ECP"], counts(&by_moment)["total"]],
        [None; 2]
    );
}

async fn a_partner_is_told_a_sum_of_heads_where_she_reads_each_of_them(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP", "NADRA"]).await;
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    for (office, group) in [
        (
            &ecp,
            json!({ "label": "girls", "headcount": 12, "women": 12 }),
        ),
        (
            &ecp,
            json!({ "label": "all", "headcount": 20, "women": 18, "men": 2 }),
        ),
        (
            &nadra,
            json!({ "label": "girls", "headcount": 30, "women": 30 }),
        ),
        (
            &nadra,
            json!({ "label": "girls", "headcount": 3, "women": 3 }),
        ),
    ] {
        meets(&app, office, Vec::new(), json!({ "groups": [group] })).await;
    }

    let told = cover(&greta, &["CATEGORY"]).await;

    assert_eq!(heads(&told["ECP"]), [Some(32), None, None, None]);
    // Less the 30, which she reads, it would tell of the 3.
    assert_eq!(
        [heads(&told["NADRA"]), heads(&told["total"])],
        [[None; 4]; 2]
    );
}

async fn who_came_for_an_office_out_of_her_scope_is_not_counted_for_a_partner(app: Arc<App>) {
    let greta = app.partner(&[], &["ECP"]).await;
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    meets(&app, &ecp, women(0, 6), json!({})).await;
    let hers = json!([{ "personId": app.person("Torak").await, "stakeholderId": nadra }]);
    let more = json!({ "audience": "PARTNERS", "attendees": hers,
        "with": [{ "stakeholderId": ecp }, { "stakeholderId": nadra }] });
    app.coordinator().await.meets(&ecp, more).await;

    let told = cover(&greta, &["CATEGORY"]).await;

    assert_eq!(
        counts(&told),
        BTreeMap::from([("ECP", Some(6)), ("total", Some(6))])
    );
}

async fn a_meeting_is_grouped_by_district_and_division_at_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let districts = json!([app.district("Zhob").await]);
    let groups = json!([{ "label": "girls", "headcount": 9 }]);
    let more = json!({ "concernsDistrictIds": districts, "groups": groups });
    saima.meets(&office, more).await;

    let found = cover(&saima, &["DISTRICT", "DIVISION"]).await;

    let of_zhob: Vec<_> = found
        .iter()
        .filter(|(name, _)| name.starts_with("Zhob "))
        .collect();
    assert_eq!(of_zhob.len(), 1);
    assert_eq!(heads(of_zhob[0].1)[0], Some(9));
}

async fn people_cost_as_many_statements_for_many_as_for_few(app: Arc<App>) {
    let (desk, greta) = (app.coordinator().await, app.partner(&[], &["ECP"]).await);
    let mut costs = Vec::new();
    for number in 0..4 {
        let office = app.office("ECP", &format!("Office {number}")).await;
        let groups = json!({ "groups": [{ "label": "girls", "headcount": 9 }] });
        meets(&app, &office, women(number * 10, 6), groups).await;
        let query =
            "{ coverage(period: { from: \"2025-01-01\" }, groupBy: [STAKEHOLDER, DISTRICT]) {
            groups { figures { peopleMet { all { value } } headcount { all { value } } } } } }";
        for caller in [&desk, &greta] {
            app.statements();
            caller.ask(query).await.ok();
            costs.push(app.statements().len());
        }
    }

    assert_eq!(costs[2..4], costs[6..8]);
}
