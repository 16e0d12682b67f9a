//! A document before it runs: parsed once, measured, and handed on as it was parsed.

use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, OperationDefinition, OperationType,
};
use async_graphql::parser::{Error, parse_query};
use async_graphql::{ErrorExtensionValues, Request, ServerError};

use crate::http::graphql::request::Sent;
use crate::kit::graphql::limits::{check_document, check_text, missing_variable};
use crate::schema::lists::is_list;

/// A request that may run.
#[derive(Debug)]
pub struct Prepared {
    /// For the schema.
    pub request: Request,
    /// The operation's name, if it has one.
    pub name: Option<String>,
    /// Whether it is a mutation.
    pub is_write: bool,
}

/// Makes what was sent ready to run.
///
/// # Errors
/// In words, when the document is too much, is none, or lacks a variable.
pub fn prepare(sent: Sent) -> Result<Prepared, ServerError> {
    check_text(&sent.query).map_err(|refusal| refused(refusal.to_string()))?;
    check_letters(&sent.query)?;
    let document = parse_query(&sent.query).map_err(|error| not_parsed(&error))?;
    check_document(&document, &sent.variables, is_list)
        .map_err(|refusal| refused(refusal.to_string()))?;
    let chosen = chosen(&document, sent.operation_name.as_deref());
    if let Some((_, operation)) = chosen
        && let Some((name, at)) = missing_variable(operation, &sent.variables)
    {
        let mut error = refused(format!(
            "The variable ${name} must be given, and not be null."
        ));
        error.locations = vec![at];
        return Err(error);
    }
    let name = chosen.and_then(|(name, _)| name).map(ToOwned::to_owned);
    let is_write = chosen.is_some_and(|(_, operation)| operation.ty == OperationType::Mutation);
    let mut request = Request::new("").variables(sent.variables);
    request.operation_name = sent.operation_name;
    request.set_parsed_query(document);
    Ok(Prepared {
        request,
        name,
        is_write,
    })
}

/// The operation that is meant. Where none can be told the schema says why.
fn chosen<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Option<(Option<&'a str>, &'a OperationDefinition)> {
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), _) => Some((None, &operation.node)),
        (DocumentOperations::Multiple(operations), Some(name)) => operations
            .iter()
            .find(|(own, _)| own.as_str() == name)
            .map(|(own, operation)| (Some(own.as_str()), &operation.node)),
        (DocumentOperations::Multiple(operations), None) => match operations.iter().next() {
            Some((own, operation)) if operations.len() == 1 => {
                Some((Some(own.as_str()), &operation.node))
            }
            _ => None,
        },
    }
}

/// Refuses escapes of a NUL and of surrogates, at which the parser would give up by a panic.
/// Other letters can be written as themselves, and anything by a variable.
fn check_letters(text: &str) -> Result<(), ServerError> {
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let found = match letter {
            '\0' => Some(0),
            '\\' if letters.next() == Some('u') => {
                let digits: String = letters.clone().take(4).collect();
                u32::from_str_radix(&digits, 16).ok()
            }
            _ => None,
        };
        if let Some(code) = found.filter(|code| *code == 0 || char::from_u32(*code).is_none()) {
            let message = format!("The character U+{code:04X} is not taken in a document.");
            return Err(refused(message));
        }
    }
    Ok(())
}

fn refused(message: impl Into<String>) -> ServerError {
    let mut error = ServerError::new(message, None);
    error
        .extensions
        .get_or_insert_with(ErrorExtensionValues::default)
        .set("code", "BAD_REQUEST");
    error
}

/// The parser draws a picture of several lines; its last one says what was expected.
fn not_parsed(error: &Error) -> ServerError {
    let locations = error.positions().collect::<Vec<_>>();
    let said = error.to_string();
    let mut refused = match (error, locations.first()) {
        (Error::Syntax { .. }, Some(at)) => {
            let expected = said
                .lines()
                .last()
                .and_then(|line| line.trim().strip_prefix("= "));
            let expected = expected
                .map(|line| format!(" ({line})"))
                .unwrap_or_default();
            refused(format!(
                "This is not GraphQL from line {}, column {} on{expected}.",
                at.line, at.column
            ))
        }
        _ => refused(format!("This document cannot be run: {said}.")),
    };
    refused.locations = locations;
    refused
}

#[cfg(test)]
mod tests {
    use super::*;
    use async_graphql::Variables;

    fn prepared(query: &str, name: Option<&str>) -> Result<Prepared, String> {
        let operation_name = name.map(ToOwned::to_owned);
        let sent = Sent {
            query: query.to_owned(),
            operation_name,
            variables: Variables::default(),
        };
        prepare(sent).map_err(|error| error.message)
    }

    #[test]
    fn what_is_not_graphql_is_said_in_one_line() {
        for query in [
            "",
            "{",
            "{ viewer { id }",
            "hello",
            "{ a(b: \"\\q\") }",
            "query A { a } query A { a }",
        ] {
            let message = prepared(query, None).unwrap_err();
            assert!(!message.contains('\n'), "{message}");
        }
    }

    #[test]
    fn letters_that_cannot_be_kept_are_refused() {
        for query in [
            r#"{ a(b: "\u0000") }"#,
            r#"{ a(b: "\ud800") }"#,
            r#"{ a(b: "\uD83D\uDE00") }"#,
            "{ a\0 }",
        ] {
            assert!(prepared(query, None).unwrap_err().contains("U+"), "{query}");
        }
        for query in [r#"{ a(b: "\\u0000") }"#, r#"{ a(b: "ی \u06cc \n 😀") }"#] {
            assert!(prepared(query, None).is_ok(), "{query}");
        }
    }

    #[test]
    fn nested_lists_that_hide_their_depth_in_texts_are_refused() {
        let query = format!("{{ a(b: {}) }}", "[ \"]\" ".repeat(9_000));

        assert!(prepared(&query, None).is_err());
    }

    #[test]
    fn the_operation_that_is_meant_is_found() {
        let query = "query A { a } mutation B { b }";

        assert!(prepared(query, Some("B")).unwrap().is_write);
        assert_eq!(
            prepared(query, Some("A")).unwrap().name.as_deref(),
            Some("A")
        );
        assert_eq!(prepared(query, None).unwrap().name, None);
        assert!(
            prepared("query ($id: ID!) { a(id: $id) }", None)
                .unwrap_err()
                .contains("$id")
        );
    }
}
