//! What the doors say when they do not let a request in.

use std::any::Any;
use std::borrow::Cow;

use axum::Json;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use crate::http::graphql::media::Media;
use crate::http::trace::RequestId;
use crate::kit::fault::{Fault, FaultKind};

/// Why a request was not let in, or not finished.
#[derive(Debug)]
pub struct Refusal {
    /// The status of the answer.
    pub status: StatusCode,
    /// For programs.
    pub code: &'static str,
    /// For people.
    pub message: Cow<'static, str>,
    /// After how many seconds to ask again, if that helps.
    pub retry_after: Option<i64>,
}

impl Refusal {
    /// A refusal in full.
    pub fn new(
        status: StatusCode,
        code: &'static str,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            retry_after: None,
        }
    }

    /// The request is not of the form that is taken here.
    pub fn bad_request(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BAD_REQUEST", message)
    }

    /// The request comes from where it may not.
    pub fn forbidden(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "FORBIDDEN", message)
    }

    /// The credentials are not good, whatever is wrong with them.
    #[must_use]
    pub fn unauthenticated() -> Self {
        let message = "This token is not good, or is so no longer. Make a new one.";
        Self::new(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", message)
    }

    /// Asks to come again later.
    #[must_use]
    pub fn after(self, seconds: i64) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }

    /// The refusal as a flat object, for all doors but GraphQL's.
    #[must_use]
    pub fn flat(self, id: RequestId) -> Response {
        let mut body = json!({ "code": self.code, "message": self.message, "requestId": id });
        if let (Some(seconds), Some(body)) = (self.retry_after, body.as_object_mut()) {
            body.insert("seconds".to_owned(), seconds.into());
        }
        self.with_headers((self.status, Json(body)).into_response())
    }

    /// The refusal as GraphQL's list of errors.
    #[must_use]
    pub fn graphql(self, media: Media, id: RequestId) -> Response {
        let body = errors(self.code, &self.message, Some(id));
        let mut response = (self.status, Json(body)).into_response();
        response.headers_mut().insert(CONTENT_TYPE, media.header());
        self.with_headers(response)
    }

    fn with_headers(&self, mut response: Response) -> Response {
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if self.status == StatusCode::UNAUTHORIZED && self.code == "UNAUTHENTICATED" {
            response
                .headers_mut()
                .insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<Fault> for Refusal {
    /// Logs what happened, which the client does not learn.
    fn from(fault: Fault) -> Self {
        tracing::error!(source = ?fault, "a request failed at the door");
        let (code, message) = (fault.kind.code(), fault.kind.message());
        match fault.kind {
            FaultKind::Unavailable => {
                Self::new(StatusCode::SERVICE_UNAVAILABLE, code, message).after(1)
            }
            FaultKind::Internal | FaultKind::OutcomeUnknown => {
                Self::new(StatusCode::INTERNAL_SERVER_ERROR, code, message)
            }
        }
    }
}

fn errors(code: &str, message: &str, id: Option<RequestId>) -> Value {
    json!({ "errors": [{ "message": message, "extensions": { "code": code, "requestId": id } }] })
}

/// The answer where a handler panicked. The panic itself is reported by the program's hook; what
/// it says may hold values and goes nowhere.
#[must_use]
pub fn of_panic(_said: Box<dyn Any + Send>) -> Response {
    let kind = FaultKind::Internal;
    let body = errors(kind.code(), kind.message(), None);
    (StatusCode::INTERNAL_SERVER_ERROR, Json(body)).into_response()
}
