//! Whether the server lives, and whether it can do its work.

use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::sync::Mutex;

use crate::http::Site;
use crate::kit::db::Db;

/// How long an answer of the database is taken for the present one, so that a flood of questions
/// costs no more than one.
const FRESH: Duration = Duration::from_secs(1);
/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// What was last found out about the database, and when.
#[derive(Debug, Default)]
pub struct Readiness(Mutex<Option<(Instant, Found)>>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    Answers,
    Fails,
    Silent,
}

impl Readiness {
    async fn look(&self, db: &Db) -> Found {
        let mut last = self.0.lock().await;
        match *last {
            Some((at, found)) if at.elapsed() < FRESH => found,
            _ => {
                let found = ask(db).await;
                *last = Some((Instant::now(), found));
                found
            }
        }
    }
}

async fn ask(db: &Db) -> Found {
    match tokio::time::timeout(PATIENCE, db.ping()).await {
        Ok(Ok(())) => Found::Answers,
        Ok(Err(fault)) => {
            tracing::warn!(source = ?fault, "the database does not answer");
            Found::Fails
        }
        Err(_) => {
            tracing::warn!("the database takes too long to answer");
            Found::Silent
        }
    }
}

/// `GET /health/live`: the program runs. It never asks the database, since starting the program
/// anew would not mend one that is away.
pub async fn live() -> Response {
    Json(json!({ "status": "live" })).into_response()
}

/// `GET /health/ready`: the program can do its work, or what is wrong.
pub async fn ready(State(site): State<Site>) -> Response {
    let (status, word, database) = match site.readiness.look(&site.app.db).await {
        Found::Answers => (StatusCode::OK, "ready", "answers"),
        Found::Fails => (
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "does not answer",
        ),
        Found::Silent => (
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            "takes too long to answer",
        ),
    };
    (
        status,
        Json(json!({ "status": word, "database": database })),
    )
        .into_response()
}
