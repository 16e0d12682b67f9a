//! Files as bytes: `POST /attachments` takes one, `GET /attachments/ID` gives one.

use std::sync::Arc;

use async_graphql::ID;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use entity::enums::Audience;
use entity::ids::AttachmentId;
use serde::Deserialize;
use serde_json::json;

use crate::app::App;
use crate::concepts::access::Viewer;
use crate::concepts::attachments::read::{self, File};
use crate::concepts::attachments::rules::media_type;
use crate::concepts::attachments::write::AttachFile;
use crate::concepts::log::{Done, once};
use crate::http::limits::{self, FILE, FILE_TIME};
use crate::http::refusal::Refusal;
use crate::http::trace::RequestId;
use crate::http::{Site, credentials};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, parse, to_text};
use crate::kit::user_error::{UserError, UserErrorCode};

/// The media type of bytes of which nothing is said.
const BYTES: &str = "application/octet-stream";

/// What stands in the address of a file that is sent.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sent {
    on: String,
    name: String,
    id: Option<String>,
    request_id: Option<String>,
    words_audience: Option<Audience>,
}

/// `POST /attachments?on=ID&name=NAME`, with the bytes as the body. It may have an `id` that the client
/// made, a `requestId` by which it is done once however often it is sent, and the `wordsAudience` that
/// may have its name and its bytes. Answers its id.
pub async fn take(
    State(site): State<Site>,
    Extension(id): Extension<RequestId>,
    request: Request,
) -> Response {
    match try_take(&site.app, request).await {
        Ok(Ok(made)) => (StatusCode::CREATED, Json(json!({ "id": made }))).into_response(),
        Ok(Err(errors)) => {
            let (status, code, message) = of_errors(&errors);
            let body = json!({
                "code": code, "message": message, "userErrors": errors, "requestId": id,
            });
            (status, Json(body)).into_response()
        }
        Err(refusal) => refusal.flat(id),
    }
}

async fn try_take(app: &App, request: Request) -> Result<Result<String, Vec<UserError>>, Refusal> {
    let claimed = claimed(request.headers())?;
    let viewer = signed_in(app, request.headers()).await?;
    let Ok(Query(sent)) = Query::<Sent>::try_from_uri(request.uri()) else {
        let message = "Send the bytes to /attachments?on=ID&name=NAME; id, requestId and \
                       wordsAudience may be beside these.";
        return Err(Refusal::bad_request(message));
    };
    let body = limits::read_within(request, FILE, FILE_TIME).await?;
    let input = AttachFile {
        request_id: sent.request_id.map(ID),
        id: sent.id.map(ID),
        on: ID(sent.on),
        name: sent.name,
        words_audience: sent.words_audience,
        claimed,
        bytes: Arc::new(body.to_vec()),
    };
    let content = input.content();
    Ok(match once(app, Arc::new(viewer), &input, &content).await? {
        Done::Record(id, _) | Done::Again(id, _) => Ok(to_text(Kind::Attachment, id.0)),
        Done::Refused(errors, _) => Err(errors),
    })
}

/// The media type that the sender says the file has. The types that a form on another site's page
/// could send are not taken, as at GraphQL's door.
fn claimed(headers: &HeaderMap) -> Result<Option<String>, Refusal> {
    let said = headers.get(CONTENT_TYPE).map(HeaderValue::to_str);
    let said = said.and_then(Result::ok).unwrap_or_default();
    let said = said.split(';').next().unwrap_or_default();
    let said = said.trim().to_ascii_lowercase();
    let of_form = [
        "",
        "text/plain",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
    ];
    if of_form.contains(&said.as_str()) || headers.contains_key(CONTENT_ENCODING) {
        let message = "Send the bytes of the file as they are, as application/octet-stream.";
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            message,
        ));
    }
    Ok((said != BYTES).then_some(said))
}

async fn signed_in(app: &App, headers: &HeaderMap) -> Result<Viewer, Refusal> {
    let asking = credentials::of(app, headers).await?;
    asking.viewer.ok_or_else(|| {
        let message = "Sign in first: there is nothing to read without it.";
        Refusal::new(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", message)
    })
}

/// The status of the first thing that was wrong.
fn of_errors(errors: &[UserError]) -> (StatusCode, &'static str, &str) {
    let Some(first) = errors.first() else {
        return (StatusCode::UNPROCESSABLE_ENTITY, "INVALID", "");
    };
    let status = match first.code {
        UserErrorCode::Forbidden => StatusCode::FORBIDDEN,
        UserErrorCode::NotFound => StatusCode::NOT_FOUND,
        UserErrorCode::IdConflict => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, first.code.as_str(), &first.message)
}

/// `GET /attachments/ID`: the file, to be kept and not to be shown. What is not for the caller is
/// answered as what is not there.
pub async fn give(
    State(site): State<Site>,
    Extension(id): Extension<RequestId>,
    Path(asked): Path<String>,
    headers: HeaderMap,
) -> Response {
    match try_give(&site.app, &headers, &asked).await {
        Ok(response) => response,
        Err(refusal) => refusal.flat(id),
    }
}

async fn try_give(app: &App, headers: &HeaderMap, asked: &str) -> Result<Response, Refusal> {
    let viewer = signed_in(app, headers).await?;
    let found = match parse::<AttachmentId>(&ID(asked.to_owned())) {
        Ok(id) => read::file(app, &viewer, id).await?,
        Err(_) => None,
    };
    let message = "There is no such file, or none that you may see.";
    let missing = || Refusal::new(StatusCode::NOT_FOUND, "NOT_FOUND", message);
    let File { name, kind, bytes } = found.ok_or_else(missing)?;
    let disposition = HeaderValue::from_str(&disposition(&name)).map_err(Fault::internal)?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(media_type(kind))),
        (CONTENT_DISPOSITION, disposition),
        (
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'"),
        ),
        (CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    Ok((headers, bytes).into_response())
}

/// The name to keep it under, by RFC 6266: for old programs without what they could misread, and in
/// full as RFC 8187 writes it.
fn disposition(name: &str) -> String {
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || " .-_()".contains(*letter);
    let plain: String = name
        .chars()
        .map(|letter| Some(letter).filter(is_plain).unwrap_or('_'))
        .collect();
    let letter_of = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b".-_~".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    let full = name.bytes().map(letter_of).collect::<Vec<_>>().concat();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_says_nothing_but_the_name() {
        assert_eq!(
            disposition("خط \"1\";.pdf"),
            "attachment; filename=\"__ _1__.pdf\"; filename*=UTF-8''%D8%AE%D8%B7%20%221%22%3B.pdf"
        );
    }
}
