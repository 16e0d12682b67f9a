//! The web app, embedded from `web/dist`; without a build of it, a page that says so.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::kit::secret::hex;

/// The build of the web app. A debug build of the server reads it from the folder at each
/// request, so that a new one shows at once.
#[derive(RustEmbed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Build;

const INDEX: &str = "index.html";

/// What stands at `/` where the web app was not built.
const MISSING: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Rabta</title>\
    <p>The web app is not in this build: run <code>cargo xtask web</code>, then build and start \
    the server again. The API works without it: <a href=\"/graphiql\">ask a query</a>.</p></html>\n";

/// `GET /`: the web app.
pub async fn index(headers: HeaderMap) -> Response {
    page(&headers)
}

/// All other paths: a file of the web app, or the web app itself where the path is one of its
/// pages. A path with a dot names a file, and one that is missing is missing.
pub async fn file(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allow = [(ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    match Build::get(path) {
        Some(file) => send(path, file, request.headers()),
        None if path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.contains('.')) =>
        {
            (StatusCode::NOT_FOUND, "There is no such file.\n").into_response()
        }
        None => page(request.headers()),
    }
}

fn page(headers: &HeaderMap) -> Response {
    match Build::get(INDEX) {
        Some(file) => send(INDEX, file, headers),
        None => Html(MISSING).into_response(),
    }
}

fn send(path: &str, file: EmbeddedFile, headers: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", hex(&file.metadata.sha256_hash()));
    // The names under assets/ change with their content; all others keep theirs.
    let keep = if path.starts_with("assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let is_known = headers
        .get(IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::from(file.data.into_owned()).into_response()
    };
    let answer = response.headers_mut();
    answer.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    answer.extend(HeaderValue::from_str(&tag).map(|tag| (ETAG, tag)));
    answer.extend(kind(&file.metadata).map(|kind| (CONTENT_TYPE, kind)));
    response
}

fn kind(metadata: &rust_embed::Metadata) -> Option<HeaderValue> {
    let kind = metadata.mimetype();
    let is_text = kind.starts_with("text/") || kind == "application/json";
    HeaderValue::from_str(&if is_text {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_owned()
    })
    .ok()
}
