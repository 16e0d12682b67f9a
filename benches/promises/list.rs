//! The list of fifty lines of work, with whom, led by whom, last met when, and what is open.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::read::Question;

const QUERY: &str = "query List { engagements(first: 50) { nodes { \
    title { text } \
    stakeholder { name { en ur } } \
    lead { person { name { en ur } } } \
    lastMeeting { time { firstDay } } \
    openTasks } } }";

/// The body of the request.
pub fn body() -> String {
    json!({ "query": QUERY }).to_string()
}

/// The list, of which she who asks sees all that is new.
pub fn question() -> Question {
    Question {
        name: "list of 50",
        by_hand: "/list",
        body: body(),
        aims: [0.35, 0.6],
        is_all_hers: true,
        said,
    }
}

/// That it is a list worth its name.
fn said(answer: &Value) -> Result<Value> {
    let nodes = answer.pointer("/data/engagements/nodes");
    let nodes = nodes.and_then(Value::as_array);
    let nodes = nodes.map(Vec::as_slice).unwrap_or_default();
    let has = |way: &str| nodes.iter().filter(|node| is_there(node, way)).count();
    ensure!(
        nodes.len() == 50
            && has("/title/text") == 50
            && has("/stakeholder/name/en") == 50
            && has("/lead/person/name/en") == 45
            && has("/lastMeeting/time/firstDay") == 50
            && has("/openTasks") > 10,
        "not the list that was meant: {nodes:?}"
    );
    Ok(answer.clone())
}

fn is_there(node: &Value, way: &str) -> bool {
    node.pointer(way)
        .is_some_and(|value| !value.is_null() && *value != json!(0))
}
