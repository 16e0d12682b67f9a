//! Who asks: by the page's cookie or by a program's token, never by both.

use async_graphql::ID;
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum_extra::extract::CookieJar;
use entity::ids::MemberId;

use crate::app::App;
use crate::concepts::access::{Viewer, acting, sessions, tokens};
use crate::http::origin;
use crate::http::refusal::Refusal;
use crate::kit::graphql::id::parse;

/// The name of the cookie. The prefix makes browsers refuse it unless it is for this host alone.
pub const COOKIE: &str = "__Host-rabta";

/// The header that names the member for whom somebody acts in a request.
pub const ACTING_FOR: &str = "rabta-acting-for";

/// Who asks.
#[derive(Debug)]
pub struct Asking {
    /// The one who is signed in, if anyone is.
    pub viewer: Option<Viewer>,
    /// Whether a cookie came whose session is over, so that it should be taken back.
    pub has_dead_cookie: bool,
}

/// Finds out who asks.
///
/// # Errors
/// `MAY_NOT_ACT_FOR` when a member is named who does not let her, `CREDENTIALS_CONFLICT` when she says it twice, `UNAUTHENTICATED` when a token is not good,
/// `FORBIDDEN` when another site's page sent the cookie; faults of the database.
pub async fn of(app: &App, headers: &HeaderMap) -> Result<Asking, Refusal> {
    let mut authorizations = headers.get_all(AUTHORIZATION).iter();
    match (
        cookie(headers),
        authorizations.next(),
        authorizations.next(),
    ) {
        (None, None, None) => Ok(Asking {
            viewer: None,
            has_dead_cookie: false,
        }),
        (Some(secret), None, None) => {
            origin::check(headers)?;
            let viewer = sessions::viewer(app, &secret).await?;
            Ok(Asking {
                has_dead_cookie: viewer.is_none(),
                viewer: on_behalf(app, headers, viewer).await?,
            })
        }
        (None, Some(authorization), None) => {
            let secret = authorization.to_str().ok().and_then(bearer);
            let viewer = match secret {
                Some(secret) => tokens::viewer(app, secret).await?,
                None => None,
            };
            let viewer = Some(viewer.ok_or_else(Refusal::unauthenticated)?);
            Ok(Asking {
                viewer: on_behalf(app, headers, viewer).await?,
                has_dead_cookie: false,
            })
        }
        _ => {
            let message = "Sign in by the cookie or by one token, not by several things at once.";
            Err(Refusal::new(
                StatusCode::BAD_REQUEST,
                "CREDENTIALS_CONFLICT",
                message,
            ))
        }
    }
}

/// The viewer that somebody is for this request: himself, or the member for whom he says he acts.
async fn on_behalf(
    app: &App,
    headers: &HeaderMap,
    viewer: Option<Viewer>,
) -> Result<Option<Viewer>, Refusal> {
    let mut named = headers.get_all(ACTING_FOR).iter();
    let (Some(viewer), Some(id)) = (&viewer, named.next()) else {
        return Ok(viewer);
    };
    let id = id.to_str().map_or(String::new(), str::to_owned);
    let member = match named.next() {
        None => parse::<MemberId>(&ID(id)).ok(),
        Some(_) => None,
    };
    let acting = match member {
        Some(member) => acting::on_behalf(app.db.reader(), viewer, member).await?,
        None => None,
    };
    // The same answer whether there is no such member or she does not let him.
    let acting = acting.ok_or_else(|| {
        let message =
            "You may not act for this member, or may so no longer. She lets you, and ends it.";
        Refusal::new(StatusCode::FORBIDDEN, "MAY_NOT_ACT_FOR", message)
    })?;
    Ok(Some(acting))
}

/// The secret in the cookie, if there is one.
#[must_use]
pub fn cookie(headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers)
        .get(COOKIE)
        .map(|cookie| cookie.value().to_owned())
}

fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, secret) = authorization.split_once(' ')?;
    let secret = secret.trim();
    (scheme.eq_ignore_ascii_case("bearer") && secret.starts_with(tokens::PREFIX)).then_some(secret)
}
