//! What errors say at the edge: a code always, the request id, and nothing of our insides.

use std::collections::HashSet;

use async_graphql::{ErrorExtensionValues, ServerError};

use crate::concepts::access::context::Unauthenticated;
use crate::http::trace::RequestId;
use crate::kit::fault::{Fault, FaultKind};
use crate::kit::user_error::{UserError, WriteError};

/// Gives each error its code and the request id, and logs what is our own doing, once.
pub fn settle(errors: &mut [ServerError], id: RequestId) {
    let mut logged = HashSet::new();
    for error in errors {
        let code = match meaning(error) {
            Meaning::Caller(code) => {
                if error.source.is_none() {
                    error.message = plain(&error.message);
                }
                code
            }
            Meaning::Ours(kind, source) => {
                if logged.insert(source.clone()) {
                    tracing::error!(code = kind.code(), source, "a field failed");
                }
                kind.message().clone_into(&mut error.message);
                Some(kind.code())
            }
        };
        let extensions = error
            .extensions
            .get_or_insert_with(ErrorExtensionValues::default);
        if let Some(code) = code {
            extensions.set("code", code);
        }
        extensions.set("requestId", id.0.to_string());
    }
}

/// The most characters of what the schema says: it repeats the caller's value, which may be long.
const LONGEST: usize = 1_000;

/// What the schema says of a value, without the names of our types along the way to it.
fn plain(message: &str) -> String {
    let mut short: String = message.chars().take(LONGEST).collect();
    if short.len() < message.len() {
        short.push('…');
    }
    let without = |text: String, (from, to): (&str, &str)| {
        let mut text = text;
        while let Some((before, rest)) = text.split_once(from) {
            let Some((_, after)) = rest.split_once(to) else {
                break;
            };
            text = format!("{before}{after}");
        }
        text
    };
    let message = without(short, (" (occurred while parsing \"", "\")"));
    without(message, ("Failed to parse \"", "\": "))
}

enum Meaning {
    /// The caller's doing; `None` where the error has a code already.
    Caller(Option<&'static str>),
    /// Ours, with what the log is told.
    Ours(FaultKind, String),
}

fn meaning(error: &ServerError) -> Meaning {
    let has_code = error
        .extensions
        .as_ref()
        .is_some_and(|known| known.get("code").is_some());
    if let Some(fault) = error.source::<Fault>() {
        Meaning::Ours(fault.kind, format!("{fault:?}"))
    } else if let Some(WriteError::Fault(fault)) = error.source::<WriteError>() {
        Meaning::Ours(fault.kind, format!("{fault:?}"))
    } else if let Some(refused) = error.source::<UserError>() {
        Meaning::Caller(Some(refused.code.as_str()))
    } else if error.source::<Unauthenticated>().is_some() {
        Meaning::Caller(Some("UNAUTHENTICATED"))
    } else if error.source.is_some() {
        // Whatever else a resolver let through was not meant for the caller's eyes.
        Meaning::Ours(FaultKind::Internal, error.message.clone())
    } else {
        // The schema's own errors: they tell what is wrong with the document or a variable.
        Meaning::Caller((!has_code).then_some("BAD_REQUEST"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::user_error::{Path, UserErrorCode};
    use async_graphql::{Error, Pos};
    use uuid::Uuid;

    fn settled(error: Error) -> (String, String) {
        let mut errors = [error.into_server_error(Pos::default())];
        settle(&mut errors, RequestId(Uuid::from_u128(7)));
        let [error] = errors;
        let extensions = error.extensions.unwrap();
        assert_eq!(
            extensions.get("requestId"),
            Some(&Uuid::from_u128(7).to_string().into())
        );
        let code = extensions.get("code").unwrap().clone().into_json().unwrap();
        (code.as_str().unwrap().to_owned(), error.message)
    }

    #[test]
    fn a_wrong_value_is_named_without_our_types() {
        let said = "Invalid value for argument \"input\": Failed to parse \"Day\": \"x\" is not a day \
                    (occurred while parsing \"DaysTimeInput\") (occurred while parsing \"[Day!]\")";

        assert_eq!(
            plain(said),
            "Invalid value for argument \"input\": \"x\" is not a day"
        );
        assert_eq!(plain("Failed to parse \"open"), "Failed to parse \"open");
    }

    #[test]
    fn every_error_has_a_code_and_none_tells_of_our_insides() {
        let refused = UserError::new(UserErrorCode::InvalidCursor, &Path::root(), "not a cursor");
        let away = Fault::new(FaultKind::Unavailable, "SELECT secret");
        for (error, code, says) in [
            (
                Error::from(Fault::internal("SELECT secret")),
                "INTERNAL",
                "our side",
            ),
            (Error::from(away), "UNAVAILABLE", "does not answer"),
            (
                Error::from(WriteError::Fault(Fault::internal("x"))),
                "INTERNAL",
                "our side",
            ),
            (
                Error::from(sea_orm::DbErr::Custom("SELECT secret".to_owned())),
                "INTERNAL",
                "our side",
            ),
            (Error::from(refused), "INVALID_CURSOR", "not a cursor"),
            (Error::from(Unauthenticated), "UNAUTHENTICATED", "Sign in"),
            (Error::new("Unknown field"), "BAD_REQUEST", "Unknown field"),
        ] {
            let (found, message) = settled(error);
            assert_eq!(found, code);
            assert!(
                message.contains(says) && !message.contains("SELECT"),
                "{message}"
            );
        }
    }
}
