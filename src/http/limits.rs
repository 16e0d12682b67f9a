//! How much a request may bring and how long it may take.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;

use crate::http::refusal::Refusal;

/// The most bytes of a request.
pub const BODY: usize = 1024 * 1024;
/// The most bytes of a sign-in.
pub const SIGN_IN_BODY: usize = 16 * 1024;
/// The most bytes of a request's head.
pub const HEAD: usize = 32 * 1024;
/// How long a head may take to come, and a connection to say nothing between two requests.
pub const HEAD_TIME: Duration = Duration::from_secs(15);
/// How long a body may take to come, and an answer to be made.
pub const TIME: Duration = Duration::from_secs(30);

/// Reads the body, as far as the route's limit allows.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE` when it is longer, `TIMEOUT` when it does not come, `BAD_REQUEST` when it
/// breaks off.
pub async fn read(request: Request) -> Result<Bytes, Refusal> {
    match tokio::time::timeout(TIME, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(rejected)) if rejected.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            let message = format!("The body is too long: at most {BODY} bytes are taken.");
            Err(Refusal::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "PAYLOAD_TOO_LARGE",
                message,
            ))
        }
        Ok(Err(_)) => Err(Refusal::bad_request("The body broke off.")),
        Err(_) => {
            let message = format!("The body did not come within {} seconds.", TIME.as_secs());
            Err(Refusal::new(
                StatusCode::REQUEST_TIMEOUT,
                "TIMEOUT",
                message,
            ))
        }
    }
}
