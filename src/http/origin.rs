//! From where a request comes that a browser made: with the cookie, only our own pages may.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue};

use crate::http::refusal::Refusal;

/// Refuses what another site's page sent. Browsers say so in `Sec-Fetch-Site` or in `Origin`;
/// programs send neither.
///
/// # Errors
/// `FORBIDDEN` when it comes from elsewhere.
pub fn check(headers: &HeaderMap) -> Result<(), Refusal> {
    let elsewhere = || Refusal::forbidden("This must be sent from a page of this server itself.");
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    if !matches!(site, None | Some(b"same-origin" | b"none")) {
        return Err(elsewhere());
    }
    let Some(origin) = headers.get(ORIGIN) else {
        return Ok(());
    };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let is_own = origin
        .to_str()
        .ok()
        .zip(host)
        .is_some_and(|(origin, host)| is_own(origin, host));
    if is_own { Ok(()) } else { Err(elsewhere()) }
}

/// Whether an origin is the one that the request was sent to. The cookie does not work over
/// plain http but on the machine itself, so no such origin is ours.
fn is_own(origin: &str, host: &str) -> bool {
    let (plain, secure) = (
        origin.strip_prefix("http://"),
        origin.strip_prefix("https://"),
    );
    let (authority, port) = match (plain, secure) {
        (Some(authority), None) if is_loopback(authority) => (authority, ":80"),
        (None, Some(authority)) => (authority, ":443"),
        _ => return false,
    };
    let bare = |name: &str| name.strip_suffix(port).unwrap_or(name).to_ascii_lowercase();
    !authority.is_empty() && bare(authority) == bare(host)
}

fn is_loopback(authority: &str) -> bool {
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => authority,
    };
    let address = name.trim_start_matches('[').trim_end_matches(']').parse();
    name == "localhost"
        || name.ends_with(".localhost")
        || address.is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// Refuses a body that is not plain JSON. A page of another site cannot send it without asking
/// first, which is answered to nobody.
///
/// # Errors
/// `UNSUPPORTED_MEDIA_TYPE`.
pub fn must_be_json(headers: &HeaderMap) -> Result<(), Refusal> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let encoding = headers.get(CONTENT_ENCODING).map(HeaderValue::as_bytes);
    if is_json(kind) && matches!(encoding, None | Some(b"identity")) {
        return Ok(());
    }
    let message = "Send the body as application/json, in UTF-8 and not compressed.";
    Err(Refusal::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "UNSUPPORTED_MEDIA_TYPE",
        message,
    ))
}

fn is_json(kind: &str) -> bool {
    let mut parts = kind.split(';').map(|part| part.trim().to_ascii_lowercase());
    let is_json = parts.next().is_some_and(|kind| kind == "application/json");
    is_json
        && parts.all(|parameter| match parameter.split_once('=') {
            Some(("charset", charset)) => matches!(charset.trim_matches('"'), "utf-8" | "utf8"),
            _ => true,
        })
}

#[cfg(test)]
mod tests {
    use super::{is_json, is_own};

    #[test]
    fn only_the_origin_itself_is_own() {
        for (origin, host) in [
            ("https://crm.example", "crm.example"),
            ("https://crm.example", "crm.example:443"),
            ("https://CRM.example:8443", "crm.example:8443"),
            ("http://127.0.0.1:8080", "127.0.0.1:8080"),
            ("http://localhost:8080", "localhost:8080"),
            ("http://[::1]:8080", "[::1]:8080"),
        ] {
            assert!(is_own(origin, host), "{origin} {host}");
        }
        for (origin, host) in [
            ("null", "crm.example"),
            ("", ""),
            ("https://", ""),
            ("http://crm.example", "crm.example"),
            ("https://a.crm.example", "crm.example"),
            ("https://crm.example.evil.example", "crm.example"),
            ("https://crm.example:8443", "crm.example"),
            ("http://127.0.0.1:9090", "127.0.0.1:8080"),
            ("http://127.0.0.1.evil.example", "127.0.0.1.evil.example"),
        ] {
            assert!(!is_own(origin, host), "{origin} {host}");
        }
    }

    #[test]
    fn json_in_utf_8_is_json() {
        for kind in ["application/json", "Application/JSON; charset=\"UTF-8\""] {
            assert!(is_json(kind), "{kind}");
        }
        for kind in [
            "",
            "text/plain",
            "application/json; charset=utf-16",
            "application/jsonp",
        ] {
            assert!(!is_json(kind), "{kind}");
        }
    }
}
