//! The id of each request, and the span in which all that it logs stands.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;
use tracing::Instrument;
use uuid::Uuid;

use crate::kit::clock::Clock;
use crate::kit::ids::Ids;

/// The header that carries the id, both ways.
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, by which the log and the caller speak of the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct RequestId(pub Uuid);

impl RequestId {
    /// The id that the caller gave, if it is a UUID and so no text of hers, or a new one. It does
    /// not come from the server's own series, so that asking shifts no id of a record.
    fn of(request: &Request) -> Self {
        let given = request
            .headers()
            .get(HEADER)
            .and_then(|value| value.to_str().ok());
        let given = given.and_then(|text| Uuid::try_parse(text).ok());
        Self(given.unwrap_or_else(|| Ids::Random.uuid(Clock::System.now())))
    }
}

/// Gives a request its id and its span, and logs how it ended. Neither body nor address nor
/// query goes into it; the route is the pattern and not the path.
pub async fn follow(mut request: Request, next: Next) -> Response {
    let id = RequestId::of(&request);
    request.extensions_mut().insert(id);
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or("*", MatchedPath::as_str);
    let span = tracing::info_span!(
        "request",
        id = %id.0,
        method = %request.method(),
        route,
        operation = tracing::field::Empty,
    );
    let is_probe = matches!(
        route,
        "/health/live" | "/health/ready" | "/livez" | "/readyz"
    );
    let began = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let (status, ms) = (response.status().as_u16(), began.elapsed().as_millis());
    span.in_scope(|| {
        if is_probe {
            tracing::debug!(status, ms, "answered");
        } else {
            tracing::info!(status, ms, "answered");
        }
    });
    if let Ok(value) = HeaderValue::from_str(&id.0.to_string()) {
        response.headers_mut().insert(HEADER, value);
    }
    response
}
