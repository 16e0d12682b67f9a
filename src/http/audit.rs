//! The head of the log, for those who keep it elsewhere.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};

use crate::app::App;
use crate::concepts::access::policy::{Field, may_read};
use crate::concepts::log::chain::Head;
use crate::http::refusal::Refusal;
use crate::http::trace::RequestId;
use crate::http::{Site, credentials};

/// `GET /audit/head`: how far the log goes now, signed. It tells how much is written, so it is for
/// those who read the log; for others there is none.
pub async fn head(
    State(site): State<Site>,
    Extension(id): Extension<RequestId>,
    headers: HeaderMap,
) -> Response {
    match find(&site.app, &headers).await {
        Ok(head) => Json(head).into_response(),
        Err(refusal) => refusal.flat(id),
    }
}

async fn find(app: &App, headers: &HeaderMap) -> Result<Head, Refusal> {
    let asking = credentials::of(app, headers).await?;
    let viewer = asking.viewer.ok_or_else(Refusal::unauthenticated)?;
    let head = if may_read(viewer.role, Field::LogHead) {
        Head::now(app).await?
    } else {
        None
    };
    let message = "There is no head of the log, or none for you.";
    head.ok_or_else(|| Refusal::new(StatusCode::NOT_FOUND, "NOT_FOUND", message))
}
