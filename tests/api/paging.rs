//! Pages by keyset: every row once, whichever way one goes.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

const MEETINGS: &str =
    "query ($first: Int, $after: String, $last: Int, $before: String, $order: MeetingOrder) {
    meetings(first: $first, after: $after, last: $last, before: $before, orderBy: $order) {
        nodes { id } edges { cursor node { id } } totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

/// All ids in pages of three, going one way.
async fn walk(caller: &Caller, is_forwards: bool, order: &Value) -> Vec<String> {
    let (mut ids, mut cursor) = (Vec::new(), Value::Null);
    for _ in 0..10 {
        let variables = if is_forwards {
            json!({ "first": 3, "after": cursor, "order": order })
        } else {
            json!({ "last": 3, "before": cursor, "order": order })
        };
        let found = caller.run(MEETINGS, variables).await.ok();
        let page = &found["meetings"];
        let of_page = texts(&page["nodes"], "/id");
        let info = &page["pageInfo"];
        assert_eq!(texts(&page["edges"], "/node/id"), of_page);
        assert_eq!(info["startCursor"], page["edges"][0]["cursor"]);
        if is_forwards {
            assert_eq!(info["hasPreviousPage"], !cursor.is_null());
            ids.extend(of_page);
        } else {
            assert_eq!(info["hasNextPage"], !cursor.is_null());
            ids.splice(0..0, of_page);
        }
        let (more, end) = if is_forwards {
            ("hasNextPage", "endCursor")
        } else {
            ("hasPreviousPage", "startCursor")
        };
        if info[more] == false {
            return ids;
        }
        cursor = info[end].clone();
    }
    panic!("the pages do not end");
}

both! {
    every_row_comes_once_under_ties_whichever_way_one_goes
    both_databases_give_the_same_order
    a_row_that_comes_meanwhile_shifts_no_page
    a_cursor_opens_for_its_own_viewer_list_filter_and_order_only
    a_cursor_of_one_figure_does_not_open_in_another
    a_size_out_of_range_is_refused
    a_size_beyond_every_number_is_told_the_limit
    an_empty_page_has_no_cursors
    a_page_has_fifty_rows_unless_it_is_said
}

async fn every_row_comes_once_under_ties_whichever_way_one_goes(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let mut logged = Vec::new();
    for number in 0..8 {
        let day = if number < 6 {
            "2025-06-03"
        } else {
            "2025-06-04"
        };
        logged.push(
            saima
                .meets(&office, json!({ "when": { "days": { "from": day } } }))
                .await,
        );
    }
    logged.sort_unstable();

    let mut orders = vec![Value::Null];
    for field in ["HELD_ON", "RECORDED_AT"] {
        for direction in ["ASC", "DESC"] {
            orders.push(json!({ "field": field, "direction": direction }));
        }
    }
    for order in orders {
        let all = saima.run(MEETINGS, json!({ "order": order })).await.ok();
        let all = texts(&all["meetings"]["nodes"], "/id");
        let mut sorted = all.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, logged, "{order}");
        assert_eq!(walk(&saima, true, &order).await, all, "{order}");
        assert_eq!(walk(&saima, false, &order).await, all, "{order}");
    }
}

async fn both_databases_give_the_same_order(app: Arc<App>) {
    let desk = app.coordinator().await;
    let names = [
        "zhob", "Zhob", "ZHOB", "a b", "a-b", "ab", "Ä", "a", "1", "_", "پ", "ب", "ک", "ك",
    ];
    for name in names {
        app.office("CSO", name).await;
    }

    let found = desk
        .ask("{ stakeholders { nodes { name { en } } } }")
        .await
        .ok();

    assert_eq!(
        texts(&found["stakeholders"]["nodes"], "/name/en"),
        [
            "_", "1", "a", "Ä", "a b", "a-b", "ab", "zhob", "Zhob", "ZHOB", "ب", "پ", "ك", "ک",
        ]
    );
}

async fn a_row_that_comes_meanwhile_shifts_no_page(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    for _ in 0..4 {
        saima
            .meets(
                &office,
                json!({ "when": { "days": { "from": "2025-06-03" } } }),
            )
            .await;
    }
    let first = saima.run(MEETINGS, json!({ "first": 2 })).await.ok();
    let end = first["meetings"]["pageInfo"]["endCursor"].clone();

    saima.meets(&office, json!({})).await;

    let second = saima
        .run(MEETINGS, json!({ "first": 2, "after": end }))
        .await
        .ok();
    let mut ids = texts(&first["meetings"]["nodes"], "/id");
    ids.extend(texts(&second["meetings"]["nodes"], "/id"));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 4);
    assert_eq!(second["meetings"]["totalCount"], 5);
}

async fn a_cursor_opens_for_its_own_viewer_list_filter_and_order_only(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    saima.meets(&office, json!({})).await;
    let found = saima.run(MEETINGS, json!({})).await.ok();
    let cursor = text(&found, "/meetings/pageInfo/endCursor");

    let again = saima
        .run(MEETINGS, json!({ "first": 9, "after": cursor }))
        .await
        .ok();
    assert_eq!(again["meetings"]["nodes"], json!([]));
    let by_another = rubina.run(MEETINGS, json!({ "after": cursor })).await;
    assert_eq!(by_another.errors(), ["INVALID_CURSOR"]);
    let order = json!({ "field": "HELD_ON", "direction": "ASC" });
    let in_another_order = saima
        .run(MEETINGS, json!({ "after": cursor, "order": order }))
        .await;
    assert_eq!(in_another_order.errors(), ["INVALID_CURSOR"]);
    for query in [
        format!(
            "{{ meetings(after: \"{cursor}\", filter: {{ kinds: [INTERNAL] }}) {{ totalCount }} }}"
        ),
        format!("{{ stakeholders(after: \"{cursor}\") {{ totalCount }} }}"),
        format!("{{ meetings(before: \"{cursor}x\") {{ totalCount }} }}"),
        "{ meetings(before: \"rubbish\") { totalCount } }".to_owned(),
        "{ meetings(after: \"\") { totalCount } }".to_owned(),
    ] {
        let refused = saima.ask(&query).await;
        assert_eq!(refused.errors(), ["INVALID_CURSOR"], "{query}");
    }
}

async fn a_size_out_of_range_is_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;

    for (arguments, code) in [
        ("first: -1", "OUT_OF_RANGE"),
        ("last: -1", "OUT_OF_RANGE"),
        ("first: 101", "OUT_OF_RANGE"),
        ("last: 101", "OUT_OF_RANGE"),
        ("first: -2147483648", "OUT_OF_RANGE"),
        ("first: 1, last: 1", "INVALID"),
        ("first: 99999999999", "BAD_REQUEST"),
        ("first: 1.5", "BAD_REQUEST"),
    ] {
        let refused = saima
            .ask(&format!("{{ meetings({arguments}) {{ totalCount }} }}"))
            .await;
        assert_eq!(refused.errors(), [code], "{arguments}: {}", refused.body);
    }
}

async fn a_size_beyond_every_number_is_told_the_limit(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let query = "query ($size: Int) { meetings(first: $size) { totalCount } }";

    for size in ["101", "2147483648", "-2147483649", "18446744073709551615"] {
        let in_document = saima
            .ask(&format!("{{ meetings(last: {size}) {{ totalCount }} }}"))
            .await;
        let variables = serde_json::from_str(&format!("{{ \"size\": {size} }}")).unwrap();
        let in_variable = saima.run(query, variables).await;
        for refused in [in_document, in_variable] {
            let message = text(&refused.body, "/errors/0/message");
            assert_eq!(
                message,
                format!("A page has 0 to 100 rows, {size} were asked for.")
            );
        }
    }
}

async fn an_empty_page_has_no_cursors(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    saima.meets(&office, json!({})).await;

    let found = saima.run(MEETINGS, json!({ "first": 0 })).await.ok();

    assert_eq!(
        found["meetings"],
        json!({
            "nodes": [], "edges": [], "totalCount": 1,
            "pageInfo": { "hasNextPage": true, "hasPreviousPage": false, "startCursor": null, "endCursor": null },
        })
    );
}

async fn a_page_has_fifty_rows_unless_it_is_said(app: Arc<App>) {
    let saima = app.member("Saima").await;
    for number in 0..51 {
        saima.takes_on(&format!("Task {number}"), json!({})).await;
    }

    let found = saima
        .ask("{ followUpActions { nodes { id } totalCount pageInfo { hasNextPage } } }")
        .await
        .ok();

    assert_eq!(
        found["followUpActions"]["nodes"].as_array().unwrap().len(),
        50
    );
    assert_eq!(found["followUpActions"]["totalCount"], 51);
    assert_eq!(found["followUpActions"]["pageInfo"]["hasNextPage"], true);
}

async fn a_cursor_of_one_figure_does_not_open_in_another(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    saima.meets(&office, json!({})).await;
    let figures = "query ($cursor: String) { coverage(period: { from: \"2025-01-01\" }) { total {
        met { records { pageInfo { endCursor } } }
        meetingsHeld { records(after: $cursor) { nodes { __typename } } } } } }";
    let found = saima.run(figures, json!({})).await.ok();
    let cursor = text(&found, "/coverage/total/met/records/pageInfo/endCursor");

    let refused = saima.run(figures, json!({ "cursor": cursor })).await;

    assert_eq!(refused.errors(), ["INVALID_CURSOR"]);
}
