//! One office with its last twenty meetings: who was there, what was decided, what is to be done
//! and by whom.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::read::Question;
use crate::world::World;

const QUERY: &str = "query Nested($id: ID!) { \
    stakeholder(id: $id) { name { en ur } } \
    meetings(filter: { stakeholderIds: [$id] }, first: 20) { nodes { \
        title { text } \
        time { firstDay } \
        attendees { person { name { en } } } \
        decisions { text { text } } \
        followUps { title { text } owner { name { en } } } } } }";

/// The read, of an office in the midst of all. Of its meetings a member does not see every one.
pub fn question(world: &World) -> Result<Question> {
    let office = world.stakeholders.get(world.stakeholders.len() / 2);
    let office = office.context("no office to ask for")?;
    let variables = json!({ "id": format!("stakeholder_{office}") });
    Ok(Question {
        name: "20 meetings whole",
        by_hand: "/nested",
        body: json!({ "query": QUERY, "variables": variables }).to_string(),
        aims: [0.3, 0.5],
        is_all_hers: false,
        said,
    })
}

/// That it is a read worth its name.
fn said(answer: &Value) -> Result<Value> {
    let nodes = answer.pointer("/data/meetings/nodes");
    let nodes = nodes.and_then(Value::as_array);
    let nodes = nodes.map(Vec::as_slice).unwrap_or_default();
    let all = |of: &str| {
        let lists = nodes.iter().filter_map(|node| node.get(of)?.as_array());
        lists.map(Vec::len).sum::<usize>()
    };
    ensure!(
        nodes.len() == 20 && all("attendees") >= 40 && all("decisions") > 0 && all("followUps") > 0,
        "not the read that was meant: {nodes:?}"
    );
    Ok(answer.clone())
}
