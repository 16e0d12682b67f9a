//! A meeting logged by four inserts in one transaction: itself, all who took part, what was
//! decided, what is to be done. The tables have keys, references and indexes as the server's own.

use std::str::FromStr;

use anyhow::Result;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use rabta::kit::clock::Clock;
use rabta::kit::db::Db;
use rabta::kit::ids::Ids;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use serde::Deserialize;
use serde_json::json;
use sqlx::{Postgres, QueryBuilder, Sqlite};
use uuid::Uuid;

use super::{Pools, respond};

const TABLES: &str = "
CREATE TABLE plain_meeting (
    id {id} PRIMARY KEY, recorded_at {instant} NOT NULL, first_day {day} NOT NULL,
    title TEXT NOT NULL, said TEXT NOT NULL
);
CREATE INDEX plain_meeting_first_day ON plain_meeting (first_day, id);
CREATE TABLE plain_participant (
    meeting_id {id} NOT NULL REFERENCES plain_meeting (id), position INTEGER NOT NULL,
    who {id} NOT NULL, what TEXT NOT NULL, PRIMARY KEY (meeting_id, position)
);
CREATE INDEX plain_participant_who ON plain_participant (who, meeting_id);
CREATE TABLE plain_decision (
    id {id} PRIMARY KEY, meeting_id {id} NOT NULL REFERENCES plain_meeting (id),
    position INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX plain_decision_meeting ON plain_decision (meeting_id);
CREATE TABLE plain_task (
    id {id} PRIMARY KEY, meeting_id {id} NOT NULL REFERENCES plain_meeting (id),
    position INTEGER NOT NULL, title TEXT NOT NULL, owner {id} NOT NULL, due_on {day} NOT NULL
);
CREATE INDEX plain_task_meeting ON plain_task (meeting_id);
CREATE INDEX plain_task_owner ON plain_task (owner, due_on, id)";

/// Makes the tables.
pub async fn make_tables(db: &Db) -> Result<()> {
    let words = if db.is_sqlite() {
        [("{id}", "BLOB"), ("{day}", "TEXT"), ("{instant}", "TEXT")]
    } else {
        [
            ("{id}", "UUID"),
            ("{day}", "DATE"),
            ("{instant}", "TIMESTAMPTZ"),
        ]
    };
    let tables = words.iter().fold(TABLES.to_owned(), |text, (word, kind)| {
        text.replace(word, kind)
    });
    db.writer().execute_unprepared(&tables).await?;
    Ok(())
}

/// A line for each thing that was kept of the last meeting, to be compared.
pub async fn last(db: &Db) -> Result<Vec<String>> {
    let (backend, hex) = if db.is_sqlite() {
        (DatabaseBackend::Sqlite, "lower(hex(who))")
    } else {
        (DatabaseBackend::Postgres, "replace(who::text, '-', '')")
    };
    let owner = hex.replace("who", "owner");
    let sql = format!(
        "WITH last AS (SELECT * FROM plain_meeting ORDER BY recorded_at DESC, id DESC LIMIT 1)
         SELECT 0, 0, first_day || ' ' || title || ' ' || said AS line FROM last
         UNION ALL SELECT 1, position, {hex} FROM plain_participant
            WHERE meeting_id = (SELECT id FROM last)
         UNION ALL SELECT 2, position, text FROM plain_decision
            WHERE meeting_id = (SELECT id FROM last)
         UNION ALL SELECT 3, position, title || ' ' || {owner} || ' ' || due_on FROM plain_task
            WHERE meeting_id = (SELECT id FROM last)
         ORDER BY 1, 2"
    );
    let rows = db
        .reader()
        .query_all_raw(Statement::from_string(backend, sql))
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get_by_index(2))
        .collect::<Result<_, _>>()?)
}

/// What is sent, the same as to the server.
#[derive(Deserialize)]
pub struct Sent {
    variables: Variables,
}

#[derive(Deserialize)]
struct Variables {
    input: Input,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    title: Text,
    said: Text,
    when: When,
    with: Vec<With>,
    attendees: Vec<Attendee>,
    decisions: Vec<Decision>,
    follow_ups: Vec<Task>,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

#[derive(Deserialize)]
struct When {
    days: Days,
}

#[derive(Deserialize)]
struct Days {
    from: NaiveDate,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct With {
    stakeholder_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Attendee {
    member_id: Option<String>,
    person_id: Option<String>,
}

#[derive(Deserialize)]
struct Decision {
    text: Text,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Task {
    title: Text,
    owner_id: String,
    due_on: NaiveDate,
}

impl Input {
    fn participants(&self) -> impl Iterator<Item = (Uuid, &'static str)> {
        let with = self.with.iter().map(|with| (&with.stakeholder_id, "WITH"));
        let present = self.attendees.iter().flat_map(|one| {
            let member = one.member_id.iter().map(|id| (id, "MEMBER"));
            member.chain(one.person_id.iter().map(|id| (id, "PERSON")))
        });
        with.chain(present).map(|(id, what)| (bare(id), what))
    }
}

/// Logs a meeting.
pub async fn answer(State(pools): State<Pools>, Json(sent): Json<Sent>) -> Response {
    let input = sent.variables.input;
    let now = Clock::System.now();
    let id = Ids::Random.uuid(now);
    let logged = match &pools {
        Pools::Sqlite { writer, .. } => on_sqlite(writer, id, now, &input).await,
        Pools::Postgres(pool) => on_postgres(pool, id, now, &input).await,
    };
    respond(logged.map(|()| {
        let id = format!("meeting_{id}");
        json!({"data": {"logMeeting": {"meeting": {"id": id}, "userErrors": []}}}).to_string()
    }))
}

/// The same statements for either engine, whose types differ.
macro_rules! logging {
    ($name:ident on $engine:ident by $pool:ty, $begin:literal) => {
        async fn $name(
            pool: &$pool,
            id: Uuid,
            now: DateTime<Utc>,
            input: &Input,
        ) -> Result<(), sqlx::Error> {
            let mut tx = pool.begin_with($begin).await?;
            let mut meeting = QueryBuilder::<$engine>::new(MEETING);
            meeting.push_values([input], |mut row, input| {
                row.push_bind(id)
                    .push_bind(now)
                    .push_bind(input.when.days.from)
                    .push_bind(&input.title.text)
                    .push_bind(&input.said.text);
            });
            meeting.build().execute(&mut *tx).await?;
            let mut participants = QueryBuilder::<$engine>::new(PARTICIPANT);
            participants.push_values((0_i32..).zip(input.participants()), |mut row, (at, one)| {
                row.push_bind(id)
                    .push_bind(at)
                    .push_bind(one.0)
                    .push_bind(one.1);
            });
            participants.build().execute(&mut *tx).await?;
            let mut decisions = QueryBuilder::<$engine>::new(DECISION);
            decisions.push_values((0_i32..).zip(&input.decisions), |mut row, (at, one)| {
                row.push_bind(Ids::Random.uuid(now))
                    .push_bind(id)
                    .push_bind(at)
                    .push_bind(&one.text.text);
            });
            decisions.build().execute(&mut *tx).await?;
            let mut tasks = QueryBuilder::<$engine>::new(TASK);
            tasks.push_values((0_i32..).zip(&input.follow_ups), |mut row, (at, one)| {
                row.push_bind(Ids::Random.uuid(now))
                    .push_bind(id)
                    .push_bind(at)
                    .push_bind(&one.title.text)
                    .push_bind(bare(&one.owner_id))
                    .push_bind(one.due_on);
            });
            tasks.build().execute(&mut *tx).await?;
            tx.commit().await
        }
    };
}

const MEETING: &str = "INSERT INTO plain_meeting (id, recorded_at, first_day, title, said) ";
const PARTICIPANT: &str = "INSERT INTO plain_participant (meeting_id, position, who, what) ";
const DECISION: &str = "INSERT INTO plain_decision (id, meeting_id, position, text) ";
const TASK: &str = "INSERT INTO plain_task (id, meeting_id, position, title, owner, due_on) ";

logging!(on_sqlite on Sqlite by sqlx::SqlitePool, "BEGIN IMMEDIATE");
logging!(on_postgres on Postgres by sqlx::PgPool, "BEGIN");

fn bare(id: &str) -> Uuid {
    let digits = id.rsplit_once('_').map_or(id, |(_, digits)| digits);
    Uuid::from_str(digits).unwrap_or_default()
}
