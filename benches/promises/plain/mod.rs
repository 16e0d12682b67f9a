//! What the server is compared with: the same answers from handlers written by hand for nothing
//! else, with no rights, no log and no GraphQL, on pools with the same settings.

pub mod cover;
pub mod list;
pub mod log;
pub mod nested;

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Result;
use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use rabta::kit::db::Db;
use sqlx::{PgPool, SqlitePool};
use tokio::net::TcpListener;

/// The ways into the data.
#[derive(Clone)]
pub enum Pools {
    /// One that writes, and some that read.
    Sqlite {
        writer: SqlitePool,
        reader: SqlitePool,
    },
    /// One for both.
    Postgres(PgPool),
}

impl Pools {
    fn of(db: &Db) -> Self {
        if db.is_sqlite() {
            Self::Sqlite {
                writer: db.writer().get_sqlite_connection_pool().clone(),
                reader: db.reader().get_sqlite_connection_pool().clone(),
            }
        } else {
            Self::Postgres(db.writer().get_postgres_connection_pool().clone())
        }
    }
}

/// Makes the tables that the handlers write to, and serves the handlers.
pub async fn serve(db: &Db) -> Result<SocketAddr> {
    log::make_tables(db).await?;
    let router = Router::new()
        .route("/list", post(list::answer))
        .route("/nested", post(nested::answer))
        .route("/cover", post(cover::answer))
        .route("/log", post(log::answer))
        .with_state(Pools::of(db));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(address)
}

fn respond(answer: Result<String, sqlx::Error>) -> Response {
    match answer {
        Ok(json) => ([(CONTENT_TYPE, "application/json")], json).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}
