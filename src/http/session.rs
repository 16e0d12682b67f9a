//! Signing in and out by password and cookie, for the page.

use axum::extract::{Request, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use chrono::TimeDelta;
use entity::enums::Role;
use serde_json::{Value, json};

use crate::app::App;
use crate::concepts::access::sessions::{self, DAYS, SignIn};
use crate::http::credentials::{COOKIE, cookie};
use crate::http::refusal::Refusal;
use crate::http::trace::RequestId;
use crate::http::{Site, json as body, limits, origin};

/// `POST /sign-in` with `{"email", "password"}`: the role, and the cookie.
pub async fn sign_in(
    State(site): State<Site>,
    Extension(id): Extension<RequestId>,
    request: Request,
) -> Response {
    match try_sign_in(&site.app, request).await {
        Ok((secret, role)) => {
            let mut response = Json(json!({ "role": role })).into_response();
            set_cookie(&mut response, &secret, TimeDelta::days(DAYS));
            response
        }
        Err(refusal) => refusal.flat(id),
    }
}

async fn try_sign_in(app: &App, request: Request) -> Result<(String, Role), Refusal> {
    origin::must_be_json(request.headers())?;
    // A page elsewhere must not sign its reader in as somebody whom it chose.
    origin::check(request.headers())?;
    let earlier = cookie(request.headers());
    let body = body::read(&limits::read(request).await?)?;
    let word = |name| body.get(name).and_then(Value::as_str);
    let (Some(email), Some(password)) = (word("email"), word("password")) else {
        return Err(Refusal::bad_request(
            "Send {\"email\": \"…\", \"password\": \"…\"}.",
        ));
    };
    match sessions::sign_in(app, email, password.to_owned()).await? {
        SignIn::Done { secret, role } => {
            // The browser forgets the old cookie, so nobody could end that session any more.
            if let Some(earlier) = earlier {
                sessions::sign_out(app, &earlier).await?;
            }
            Ok((secret, role))
        }
        SignIn::Wrong => {
            let message = "This address and this password do not belong together.";
            Err(Refusal::new(
                StatusCode::UNAUTHORIZED,
                "INVALID_CREDENTIALS",
                message,
            ))
        }
        SignIn::Waiting => {
            let message = "You are not let in yet: your access is new, or your password is. Ask a \
                           coordinator to let you in.";
            Err(Refusal::new(StatusCode::FORBIDDEN, "WAITING", message))
        }
        SignIn::Busy => {
            let message = "Too many sign in at once. Try again in a moment.";
            Err(Refusal::new(StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE", message).after(1))
        }
        SignIn::TooMany(seconds) => {
            let message = format!("Too many wrong attempts. Try again in {seconds} seconds.");
            Err(
                Refusal::new(StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS", message)
                    .after(seconds),
            )
        }
    }
}

/// `POST /sign-out`: ends the session, if there is one, and takes the cookie back.
pub async fn sign_out(
    State(site): State<Site>,
    Extension(id): Extension<RequestId>,
    headers: HeaderMap,
) -> Response {
    match try_sign_out(&site.app, &headers).await {
        Ok(()) => {
            let mut response = StatusCode::NO_CONTENT.into_response();
            clear_cookie(&mut response);
            response
        }
        Err(refusal) => refusal.flat(id),
    }
}

async fn try_sign_out(app: &App, headers: &HeaderMap) -> Result<(), Refusal> {
    origin::must_be_json(headers)?;
    origin::check(headers)?;
    if let Some(secret) = cookie(headers) {
        sessions::sign_out(app, &secret).await?;
    }
    Ok(())
}

/// Takes the cookie back from the browser.
pub fn clear_cookie(response: &mut Response) {
    set_cookie(response, "", TimeDelta::zero());
}

fn set_cookie(response: &mut Response, secret: &str, lasts: TimeDelta) {
    let seconds = lasts.num_seconds();
    let cookie =
        format!("{COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    // The secret is written in letters, digits, - and _, so this is always a header.
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}
