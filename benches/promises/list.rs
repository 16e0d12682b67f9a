//! The list of fifty lines of work, with whom, led by whom, last met when, and what is open.

use std::net::SocketAddr;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::args::Args;
use crate::client::post;
use crate::load::{Side, compare};
use crate::place::Engine;
use crate::server::Server;
use crate::table::{Comparison, Row};

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

/// Measures the list for a coordinator and for a member.
pub async fn measure(
    args: &Args,
    engine: Engine,
    server: &Server,
    plain: SocketAddr,
) -> Result<Vec<Row>> {
    let coordinator = post("/graphql", Some(&server.coordinator), &body());
    let member = server.members.first().map(String::as_str);
    let member = post("/graphql", member, &body());
    let mut sides = Vec::new();
    for (address, request) in [
        (server.address, coordinator.clone()),
        (server.address, member.clone()),
        (plain, post("/list", None, &body())),
    ] {
        sides.push(side(address, request).await?);
    }
    let mut answers = Vec::new();
    for side in &sides {
        answers.push(serde_json::from_slice::<Value>(&side.ask().await?)?);
    }
    check(&answers)?;
    let mut statements = Vec::new();
    for (name, request) in [("coordinator", coordinator), ("member", member)] {
        let title = format!("{engine}: list for a {name}");
        statements.push(server.statements(args, &title, || request.clone()).await?);
    }
    let measured = compare(args, &sides).await?;
    let [coordinator, member, by_hand] = measured.as_slice() else {
        return Ok(Vec::new());
    };
    let aim = match engine {
        Engine::Sqlite => 0.35,
        Engine::Postgres => 0.6,
    };
    let rows = ["list of 50, coordinator", "list of 50, member"]
        .into_iter()
        .zip([coordinator, member])
        .zip(statements)
        .map(|((question, server), statements)| {
            let comparison = Comparison {
                server,
                by_hand,
                statements,
                aim,
            };
            Row::compared(question, engine, &comparison)
        });
    Ok(rows.collect())
}

/// A side that always gets the same answer, whose length is enough to know it by once it has
/// been looked through.
async fn side(address: SocketAddr, request: Vec<u8>) -> Result<Side> {
    let asked = request.clone();
    let length = Side::new(address, move |_| asked.clone(), |_| true)
        .ask()
        .await?
        .len();
    let is_right = move |answer: &[u8]| answer.len() == length;
    Ok(Side::new(address, move |_| request.clone(), is_right))
}

/// That all answers say the same, and that it is a list worth its name.
fn check(answers: &[Value]) -> Result<()> {
    for answer in answers {
        ensure!(
            answers.first() == Some(answer),
            "the answers differ:\n{answer}\n{answers:?}"
        );
    }
    let nodes = answers
        .first()
        .and_then(|answer| answer.pointer("/data/engagements/nodes")?.as_array());
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
    Ok(())
}

fn is_there(node: &Value, way: &str) -> bool {
    node.pointer(way)
        .is_some_and(|value| !value.is_null() && *value != json!(0))
}
