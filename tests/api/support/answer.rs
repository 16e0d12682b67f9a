//! What the server answered.

use serde_json::Value;

/// An answer of GraphQL.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
}

impl Answer {
    /// What was asked for; fails when anything was wrong.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert_eq!(self.body.get("errors"), None, "{}", self.body);
        assert_eq!(self.user_errors(), Vec::<String>::new(), "{}", self.body);
        self.body["data"].clone()
    }

    /// What was wrong with the input, each as `CODE at/path`, wherever it stands.
    #[track_caller]
    pub fn user_errors(&self) -> Vec<String> {
        let mut found = Vec::new();
        collect(&self.body["data"], &mut found);
        found
    }

    /// The codes of what could not be run.
    pub fn errors(&self) -> Vec<String> {
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        let code = |error: &Value| {
            error["extensions"]["code"]
                .as_str()
                .unwrap_or("(none)")
                .to_owned()
        };
        errors.iter().map(code).collect()
    }

    /// The data, whatever was wrong beside it.
    pub fn data(&self) -> &Value {
        &self.body["data"]
    }
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if name == "userErrors" {
                    found.extend(value.as_array().into_iter().flatten().map(in_short));
                } else {
                    collect(value, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

fn in_short(error: &Value) -> String {
    let message = error["message"].as_str().unwrap_or_default();
    assert!(!message.is_empty(), "an error without a message: {error}");
    let path = error["path"].as_array().into_iter().flatten();
    let path: Vec<_> = path.filter_map(Value::as_str).collect();
    let code = error["code"].as_str().unwrap_or_default();
    format!("{code} {}", path.join("/")).trim_end().to_owned()
}
