//! How much a request may bring and how long it may take.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_LENGTH;

use crate::http::refusal::Refusal;

/// The most bytes of a request.
pub const BODY: usize = 1024 * 1024;
/// The most bytes of a sign-in.
pub const SIGN_IN_BODY: usize = 16 * 1024;
/// The most bytes of a file.
pub const FILE: usize = 10 * 1024 * 1024;
/// The most bytes of a request's head.
pub const HEAD: usize = 32 * 1024;
/// How long a head may take to come, and a connection to say nothing between two requests.
pub const HEAD_TIME: Duration = Duration::from_secs(15);
/// How long a body may take to come, and an answer to be made.
pub const TIME: Duration = Duration::from_secs(30);
/// How long a file may take to come: the largest at half a megabit a second.
pub const FILE_TIME: Duration = Duration::from_mins(3);
/// The most bytes that are let come after a request was refused.
pub const LINGER: usize = 128 * 1024 * 1024;
/// How long they are let come.
pub const LINGER_TIME: Duration = Duration::from_secs(10);
/// For how many requests at once.
pub const LINGERING: usize = 32;

/// Reads the body, as far as the route's limit allows.
///
/// # Errors
/// As [`read_within`].
pub async fn read(request: Request) -> Result<Bytes, Refusal> {
    read_within(request, BODY, TIME).await
}

/// Reads a body of so many bytes at most, which the route's limit allows too, and that comes in time.
///
/// # Errors
/// `PAYLOAD_TOO_LARGE` when it is longer, `TIMEOUT` when it does not come, `BAD_REQUEST` when it
/// breaks off.
pub async fn read_within(request: Request, most: usize, time: Duration) -> Result<Bytes, Refusal> {
    let too_long = || {
        let message = format!("The body is too long: at most {most} bytes are taken.");
        Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", message)
    };
    // What says that it is longer is not waited for.
    let said = request.headers().get(CONTENT_LENGTH);
    let said = said.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if said.is_some_and(|length| length > most) {
        return Err(too_long());
    }
    match tokio::time::timeout(time, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(rejected)) if rejected.status() == StatusCode::PAYLOAD_TOO_LARGE => Err(too_long()),
        Ok(Err(_)) => Err(Refusal::bad_request("The body broke off.")),
        Err(_) => {
            let message = format!("The body did not come within {} seconds.", time.as_secs());
            Err(Refusal::new(
                StatusCode::REQUEST_TIMEOUT,
                "TIMEOUT",
                message,
            ))
        }
    }
}
