//! What the demo prints once it serves.

use std::io::Result;

use sea_orm::ActiveEnum;
use serde_json::json;

use crate::cli::demo::users::Login;
use crate::cli::output::print;

/// Three queries to paste at `/graphiql`.
const QUERIES: [&str; 3] = [
    "{ viewer { email role } }",
    "{ __schema { queryType { fields { name description } } } }",
    "{ __schema { mutationType { fields { name description } } } }",
];

/// One line of JSON, for scripts.
pub fn json(url: &str, logins: &[Login]) -> Result<()> {
    print(&json!({ "url": url, "users": logins }).to_string())
}

/// For people.
pub fn text(url: &str, logins: &[Login]) -> Result<()> {
    print(&format!(
        "The demo is at {url}; Ctrl-C ends it, and its data goes with it.\n"
    ))?;
    for login in logins {
        let Login {
            role,
            email,
            password,
            token,
        } = login;
        let role = role.to_value();
        print(&format!(
            "{role:<12} {email:<28} password {password}\n{:41} token    {token}",
            ""
        ))?;
    }
    print(&format!(
        "\nQueries to paste at {url}/graphiql, signed in or with a token:\n"
    ))?;
    QUERIES
        .iter()
        .try_for_each(|query| print(&format!("  {query}")))
}
