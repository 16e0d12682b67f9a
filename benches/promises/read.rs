//! A read, asked as a coordinator and as a member, beside the same answer written by hand.

use std::net::SocketAddr;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::args::Args;
use crate::client::post;
use crate::load::{Side, compare};
use crate::place::Engine;
use crate::server::Server;
use crate::table::{Comparison, Row};

/// What is asked, and by what a right answer is known.
pub struct Question {
    /// What it is called.
    pub name: &'static str,
    /// Where the handler that was written by hand answers it.
    pub by_hand: &'static str,
    /// What is sent to both.
    pub body: String,
    /// The ratio that is aimed at, on SQLite and on PostgreSQL.
    pub aims: [f64; 2],
    /// Whether a member sees all of it, so that her answer is the same.
    pub is_all_hers: bool,
    /// What of an answer is compared: what says the same in another order is made alike.
    pub said: fn(&Value) -> Result<Value>,
}

/// The most that rights may add to a read.
const RIGHTS: f64 = 1.15;

/// Measures a read, and what rights add to it where a member is told the same as a coordinator,
/// whose reads are narrowed by none.
pub async fn measure(
    args: &Args,
    engine: Engine,
    server: &Server,
    plain: SocketAddr,
    question: &Question,
) -> Result<Vec<Row>> {
    let body = &question.body;
    let coordinator = post("/graphql", Some(&server.coordinator), body);
    let member = post("/graphql", server.members.first().map(String::as_str), body);
    let by_hand = post(question.by_hand, None, body);
    let mut sides = Vec::new();
    let mut answers = Vec::new();
    for (address, request) in [
        (server.address, coordinator.clone()),
        (server.address, member.clone()),
        (plain, by_hand),
    ] {
        let side = side(address, request).await?;
        let answer = serde_json::from_slice(&side.ask().await?)?;
        answers.push((question.said)(&answer)?);
        sides.push(side);
    }
    let [to_coordinator, to_member, from_hand] = answers.as_slice() else {
        anyhow::bail!("three sides have three answers");
    };
    let is_same =
        to_coordinator == from_hand && (!question.is_all_hers || to_coordinator == to_member);
    ensure!(is_same, "the answers differ:\n{answers:#?}");
    let mut statements = Vec::new();
    for (name, request) in [("coordinator", coordinator), ("member", member)] {
        let title = format!("{engine}: {} for a {name}", question.name);
        statements.push(server.statements(args, &title, || request.clone()).await?);
    }
    let measured = compare(args, &sides).await?;
    let [coordinator, member, by_hand] = measured.as_slice() else {
        anyhow::bail!("three sides have three results");
    };
    let [sqlite, postgres] = question.aims;
    let aim = match engine {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
    };
    let named = [("coordinator", coordinator), ("member", member)];
    let rows = named
        .into_iter()
        .zip(statements)
        .map(|((name, server), statements)| {
            let comparison = Comparison {
                server,
                by_hand,
                statements,
                aim,
            };
            Row::compared(&format!("{}, {name}", question.name), engine, &comparison)
        });
    let mut rows: Vec<Row> = rows.collect();
    if question.is_all_hers {
        let added = coordinator.rate() / member.rate().max(f64::EPSILON);
        rows.push(Row::alone(
            &format!("{}: a member's time to a coordinator's", question.name),
            &engine.to_string(),
            format!("{added:.2}"),
            &format!("{RIGHTS:.2}"),
        ));
    }
    Ok(rows)
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
