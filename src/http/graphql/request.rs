//! A GraphQL request as it comes in the body.

use async_graphql::Variables;
use serde_json::{Map, Value};

use crate::http::json;
use crate::http::refusal::Refusal;

/// What was sent.
#[derive(Debug)]
pub struct Sent {
    /// The document.
    pub query: String,
    /// Which of its operations is meant; `None` when it has one only.
    pub operation_name: Option<String>,
    /// The values of its variables.
    pub variables: Variables,
}

impl Sent {
    /// Reads the body. Other keys are left alone, as the specification keeps them for itself.
    ///
    /// # Errors
    /// `BAD_REQUEST`, with what is wrong.
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let Value::Object(mut body) = json::read(body)? else {
            let message = "Send one request as a JSON object; several at once are not taken.";
            return Err(Refusal::bad_request(message));
        };
        let Some(Value::String(query)) = body.remove("query") else {
            return Err(Refusal::bad_request(
                "\"query\" must be there, and be the document as a text.",
            ));
        };
        let operation_name = match body.remove("operationName") {
            None | Some(Value::Null) => None,
            Some(Value::String(name)) => Some(name),
            Some(_) => {
                return Err(Refusal::bad_request(
                    "\"operationName\" must be a text or null.",
                ));
            }
        };
        let variables = Value::Object(object(&mut body, "variables")?);
        object(&mut body, "extensions")?;
        Ok(Self {
            query,
            operation_name,
            variables: Variables::from_json(variables),
        })
    }
}

fn object(body: &mut Map<String, Value>, name: &str) -> Result<Map<String, Value>, Refusal> {
    match body.remove(name) {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(map)) => Ok(map),
        Some(_) => Err(Refusal::bad_request(format!(
            "\"{name}\" must be an object or null."
        ))),
    }
}
