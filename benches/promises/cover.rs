//! How many meetings were held over a year, by kind of office and district at once.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::read::Question;

const QUERY: &str = "query Cover { coverage( \
    period: { from: \"2025-01-01\", to: \"2025-12-30\" }, \
    groupBy: [CATEGORY, DISTRICT], districtMeasure: HELD_IN) { groups { \
    keys { category district { name { en } } } \
    figures { meetingsHeld { value } } } } }";

/// The figures. A member's count what she sees.
pub fn question() -> Question {
    Question {
        name: "coverage of a year",
        by_hand: "/cover",
        body: json!({ "query": QUERY }).to_string(),
        aims: [3.0, 3.0],
        is_all_hers: false,
        said,
    }
}

/// The groups in which there was a meeting; they come in no order that says anything.
fn said(answer: &Value) -> Result<Value> {
    let groups = answer.pointer("/data/coverage/groups");
    let groups = groups.and_then(Value::as_array);
    let held = groups.into_iter().flatten().filter(|group| {
        let value = group.pointer("/figures/meetingsHeld/value");
        value.and_then(Value::as_i64).is_some_and(|value| value > 0)
    });
    let held: BTreeSet<String> = held.map(Value::to_string).collect();
    ensure!(
        held.len() > 100,
        "not the figures that were meant: {answer}"
    );
    Ok(json!(held))
}
