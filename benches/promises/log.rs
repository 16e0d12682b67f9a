//! A meeting logged whole: two stakeholders, six who took part, three decisions, four tasks.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Result, ensure};
use chrono::NaiveDate;
use entity::{decision, follow_up_action, meeting, meeting_attendee, meeting_stakeholder};
use rabta::kit::clock::Clock;
use rabta::kit::db::Db;
use rabta::kit::ids::Ids;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::args::Args;
use crate::client::post;
use crate::load::{Side, compare};
use crate::place::Engine;
use crate::plain;
use crate::server::Server;
use crate::table::{Comparison, Row};
use crate::unlogged;
use crate::world::World;

const MUTATION: &str = "mutation Log($input: LogMeetingInput!) { logMeeting(input: $input) { \
    meeting { id } userErrors { code path message } } }";
/// How the answer to a meeting that was logged begins.
const LOGGED: &[u8] = br#"{"data":{"logMeeting":{"meeting":{"id":"meeting_"#;
/// How many meetings are logged in turn, each with others.
const VARIETY: usize = 64;

/// Measures the logging of meetings, by several members in turn.
pub async fn measure(
    args: &Args,
    engine: Engine,
    (server, plain): (&Server, SocketAddr),
    (db, world): (&Db, &World),
) -> Result<Vec<Row>> {
    let inputs: Arc<Vec<Value>> = Arc::new((0..VARIETY).map(|turn| input(world, turn)).collect());
    let request = |path: &'static str, tokens: Vec<String>| {
        let inputs = Arc::clone(&inputs);
        move |number: u64| {
            let turn = usize::try_from(number).unwrap_or_default();
            let token = tokens.get(turn % tokens.len().max(1));
            post(path, token.map(String::as_str), &body(&inputs, turn))
        }
    };
    let ours = request("/graphql", server.members.clone());
    let sides = [
        Side::new(server.address, ours.clone(), is_logged),
        Side::new(plain, request("/log", Vec::new()), |answer| {
            answer.starts_with(br#"{"data":{"logMeeting":{"#)
        }),
    ];
    for side in &sides {
        side.ask().await?;
    }
    let kept = last(db).await?;
    let kept_by_hand = with_people(world, plain::log::last(db).await?);
    ensure!(
        kept.len() == 16 && kept == kept_by_hand,
        "not the same was kept:\n{kept:#?}\n{kept_by_hand:#?}"
    );
    let title = format!("{engine}: logMeeting");
    let statements = server.statements(args, &title, || ours(0)).await?;
    let measured = compare(args, &sides).await?;
    let [server, by_hand] = measured.as_slice() else {
        anyhow::bail!("two sides have two results");
    };
    unlogged::forget(db).await?;
    let without = compare(args, &sides).await?;
    let [server_without, by_hand_without] = without.as_slice() else {
        anyhow::bail!("two sides have two results");
    };
    // Each beside what was written by hand in the same minutes, as the machine may have slowed down.
    let with = by_hand.rate() / server.rate().max(f64::EPSILON);
    let without = by_hand_without.rate() / server_without.rate().max(f64::EPSILON);
    let by_log = with / without.max(f64::EPSILON) - 1.0;
    let aim = match engine {
        Engine::Sqlite => 0.4,
        Engine::Postgres => 0.35,
    };
    let comparison = Comparison {
        server,
        by_hand,
        statements,
        aim,
    };
    Ok(vec![
        Row::compared("logMeeting whole", engine, &comparison),
        Row::alone(
            "logMeeting: what the log's tables add to its time",
            &engine.to_string(),
            format!("{by_log:.2}"),
            "0.25",
        ),
    ])
}

fn is_logged(answer: &[u8]) -> bool {
    answer.starts_with(LOGGED) && answer.ends_with(br#""userErrors":[]}}}"#)
}

/// The body of a request, under a key of its own.
fn body(inputs: &[Value], turn: usize) -> String {
    let input = inputs.get(turn % inputs.len().max(1));
    let mut input = input.cloned().unwrap_or_default();
    if let Some(input) = input.as_object_mut() {
        let key = Ids::Random.uuid(Clock::System.now());
        input.insert("requestId".to_owned(), json!(key.to_string()));
    }
    json!({ "query": MUTATION, "variables": { "input": input } }).to_string()
}

fn input(world: &World, turn: usize) -> Value {
    let day = "2026-01-05";
    let (line, office) = nth(&world.engagements, turn);
    // Far from the first, so that it is another.
    let further = nth(&world.stakeholders, turn + world.stakeholders.len() / 2);
    let member = |position| format!("member_{}", nth(&world.members, position).0);
    let members = (0..4).map(|step| {
        // She who logs it is there.
        let position = if step == 0 { 0 } else { turn % 16 + 3 + step };
        json!({ "memberId": member(position) })
    });
    let officers = (0..2).map(|step| {
        let id = nth(&world.officers, turn * 2 + step);
        json!({ "personId": format!("person_{id}") })
    });
    let attendees: Vec<_> = members.chain(officers).collect();
    let decisions: Vec<_> = (1..=3)
        .map(|step| {
            json!({ "text": { "text": format!("Resolved, point {step}: lists of women without \
                cards are exchanged each month") } })
        })
        .collect();
    let tasks: Vec<_> = (0..4)
        .map(|step| {
            json!({
                "title": { "text": format!("Send the list of district {step} to the office") },
                "ownerId": member(turn + step),
                "dueOn": "2026-01-19",
            })
        })
        .collect();
    json!({
        "title": { "text": "On cards for women in the outer districts" },
        "said": { "text": "They have the lists and will send them once they are asked in writing. \
                           The mobile unit comes in March." },
        "when": { "days": { "from": day } },
        "with": [
            { "stakeholderId": format!("stakeholder_{office}"),
              "engagementId": format!("engagement_{line}") },
            { "stakeholderId": format!("stakeholder_{further}") },
        ],
        "attendees": attendees,
        "decisions": decisions,
        "followUps": tasks,
    })
}

fn nth<T: Copy>(list: &[T], position: usize) -> T {
    *list
        .get(position % list.len().max(1))
        .unwrap_or_else(|| unreachable!("nothing to choose from"))
}

/// What was kept by hand names members, where the server names the people they are.
fn with_people(world: &World, lines: Vec<String>) -> Vec<String> {
    let name = |line: String| {
        world.members.iter().fold(line, |line, (member, person)| {
            line.replace(
                &member.0.simple().to_string(),
                &person.0.simple().to_string(),
            )
        })
    };
    lines.into_iter().map(name).collect()
}

/// A line for each thing that was kept of the last meeting, to be compared.
async fn last(db: &Db) -> Result<Vec<String>> {
    let conn = db.reader();
    let newest = meeting::Entity::find().order_by_desc(meeting::Column::RecordedAt);
    let Some(row) = newest.one(conn).await? else {
        return Ok(Vec::new());
    };
    let words = |text: Option<entity::text::Text>| text.map(|text| text.text).unwrap_or_default();
    let bare = |id: Uuid| id.simple().to_string();
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let (title, said) = (words(row.title), words(row.said));
    let mut lines = vec![format!("{} {title} {said}", row.first_day)];
    let with = meeting_stakeholder::Entity::find()
        .filter(meeting_stakeholder::Column::MeetingId.eq(row.id))
        .order_by_asc(meeting_stakeholder::Column::Position);
    for row in with.all(conn).await? {
        lines.extend(row.stakeholder_id.map(|id| bare(id.0)));
    }
    let present = meeting_attendee::Entity::find()
        .filter(meeting_attendee::Column::MeetingId.eq(row.id))
        .order_by_asc(meeting_attendee::Column::Position);
    for row in present.all(conn).await? {
        lines.push(bare(row.person_id.0));
    }
    let decisions = decision::Entity::find()
        .filter(decision::Column::MeetingId.eq(row.id))
        .order_by_asc(decision::Column::Position);
    for row in decisions.all(conn).await? {
        lines.push(row.text.text);
    }
    let tasks = follow_up_action::Entity::find()
        .filter(follow_up_action::Column::MeetingId.eq(row.id))
        .order_by_asc(follow_up_action::Column::Position);
    for row in tasks.all(conn).await? {
        let (owner, due) = (bare(row.owner_id.0), day(row.due_on));
        lines.push(format!("{} {owner} {due}", row.title.text));
    }
    Ok(lines)
}
