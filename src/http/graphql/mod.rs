//! `POST /graphql`, by the GraphQL-over-HTTP specification.
//!
//! A request passes in this order: what it accepts, what it is ([`must_be_json`]), who asks, its
//! body, its document ([`document`]), and then runs; what its errors say is settled in [`edge`].

pub mod document;
pub mod edge;
pub mod media;
pub mod request;

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use async_graphql::{Response as Answer, ServerError};
use axum::Extension;
use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use serde::Serialize;

use crate::concepts::access::Viewer;
use crate::http::credentials::{self, Asking};
use crate::http::graphql::document::Prepared;
use crate::http::graphql::media::Media;
use crate::http::origin::must_be_json;
use crate::http::refusal::Refusal;
use crate::http::session::clear_cookie;
use crate::http::trace::RequestId;
use crate::http::{Site, limits};
use crate::kit::fault::{Fault, FaultKind};
use crate::schema;

/// `POST /graphql`.
pub async fn answer(
    State(site): State<Site>,
    Extension(id): Extension<RequestId>,
    request: Request,
) -> Response {
    let media = match Media::accepted(request.headers()) {
        Ok(media) => media,
        Err(refusal) => return refusal.graphql(Media::Json, id),
    };
    match take(&site, id, media, request).await {
        Ok(response) => response,
        Err(refusal) => refusal.graphql(media, id),
    }
}

/// Every other method of `/graphql`.
pub async fn only_post(Extension(id): Extension<RequestId>) -> Response {
    let message = "Send GraphQL by POST; /graphiql is a page to try it.";
    let refusal = Refusal::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "METHOD_NOT_ALLOWED",
        message,
    );
    let mut response = refusal.graphql(Media::Json, id);
    response
        .headers_mut()
        .insert(ALLOW, HeaderValue::from_static("POST"));
    response
}

async fn take(
    site: &Site,
    id: RequestId,
    media: Media,
    request: Request,
) -> Result<Response, Refusal> {
    must_be_json(request.headers())?;
    let Asking {
        viewer,
        has_dead_cookie,
    } = credentials::of(&site.app, request.headers()).await?;
    let sent = request::Sent::read(&limits::read(request).await?)?;
    let answer = match document::prepare(sent) {
        Ok(prepared) => run(site, viewer, prepared).await?,
        Err(error) => Answer::from_errors(vec![error]),
    };
    let mut response = send(answer, media, id)?;
    if has_dead_cookie {
        clear_cookie(&mut response);
    }
    Ok(response)
}

/// Runs a document, for so long as an answer may take. Where a write was cut short it may have
/// taken hold, and the answer says no more than that.
async fn run(site: &Site, viewer: Option<Viewer>, prepared: Prepared) -> Result<Answer, Refusal> {
    let Prepared {
        request,
        name,
        is_write,
    } = prepared;
    if let Some(name) = &name {
        tracing::Span::current().record("operation", name);
    }
    let running = schema::run(&site.schema, &site.app, viewer, request);
    within(limits::TIME, is_write, running).await
}

/// Waits for an answer, for so long as one may take.
async fn within<T>(
    time: Duration,
    is_write: bool,
    running: impl Future<Output = T>,
) -> Result<T, Refusal> {
    match tokio::time::timeout(time, AssertUnwindSafe(running).catch_unwind()).await {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(_panic)) => Err(cut_short(
            StatusCode::INTERNAL_SERVER_ERROR,
            is_write,
            (FaultKind::Internal.code(), FaultKind::Internal.message()),
        )),
        Err(_) => Err(cut_short(
            StatusCode::SERVICE_UNAVAILABLE,
            is_write,
            (
                "TIMEOUT",
                "This took too long and was cut short. Ask for less at once.",
            ),
        )),
    }
}

fn cut_short(
    status: StatusCode,
    is_write: bool,
    (code, message): (&'static str, &'static str),
) -> Refusal {
    tracing::error!(code, is_write, "a request was cut short");
    let unknown = FaultKind::OutcomeUnknown;
    if is_write {
        Refusal::new(status, unknown.code(), unknown.message())
    } else {
        Refusal::new(status, code, message)
    }
}

#[derive(Serialize)]
struct Sending<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [ServerError],
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<&'a async_graphql::Value>,
}

/// The answer on the wire. One that never ran has no `data`, and where the media type lets the
/// status speak, it says so.
fn send(mut answer: Answer, media: Media, id: RequestId) -> Result<Response, Refusal> {
    let has_run = answer.data != async_graphql::Value::Null
        || answer.errors.iter().any(|error| !error.path.is_empty());
    edge::settle(&mut answer.errors, id);
    let sending = Sending {
        errors: &answer.errors,
        data: has_run.then_some(&answer.data),
    };
    let body = serde_json::to_vec(&sending).map_err(Fault::internal)?;
    let status = match media {
        Media::GraphQl if !has_run => StatusCode::BAD_REQUEST,
        Media::GraphQl | Media::Json => StatusCode::OK,
    };
    Ok((status, [(CONTENT_TYPE, media.header())], body).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_cut_short_says_no_more_than_is_known() {
        for (is_write, on_panic, on_time) in [
            (false, "INTERNAL", "TIMEOUT"),
            (true, "OUTCOME_UNKNOWN", "OUTCOME_UNKNOWN"),
        ] {
            let time = Duration::from_millis(10);
            let panics = async { assert!(time.is_zero(), "a defect") };
            let waits = std::future::pending::<()>();

            assert_eq!(
                within(time, is_write, panics).await.unwrap_err().code,
                on_panic
            );
            assert_eq!(
                within(time, is_write, waits).await.unwrap_err().code,
                on_time
            );
        }
        assert!(
            within(limits::TIME, true, async { 7 })
                .await
                .is_ok_and(|seven| seven == 7)
        );
    }
}
