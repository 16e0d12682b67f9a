//! What the demo prints once it serves.

use std::io::Result;

use chrono::NaiveDate;
use entity::enums::Role;
use sea_orm::ActiveEnum;
use serde_json::json;

use crate::cli::demo::users::Login;
use crate::cli::output::print;
use crate::kit::zone::year_before;

/// A query to paste at `/graphiql`.
pub struct Query {
    /// For whom it is good.
    pub role: Role,
    /// What it shows.
    pub shows: &'static str,
    /// The query, in one line.
    pub text: String,
}

/// Three that show something on the demo's data of a day.
#[must_use]
pub fn queries(today: NaiveDate) -> [Query; 3] {
    let from = year_before(today);
    [
        Query {
            role: Role::Coordinator,
            shows: "Whom we met and whom we missed, by category, in the last twelve months",
            text: format!(
                "{{ coverage(period: {{ from: \"{from}\" }}) {{ view groups {{ category figures {{ \
                 inScope {{ value }} met {{ value }} notReached {{ value }} lastMeetingOn \
                 tasksOverdue {{ value }} }} }} }} }}"
            ),
        },
        Query {
            role: Role::Member,
            shows: "The session of 3 June 2025, with what was decided and promised",
            text: "{ meetings(filter: { period: { from: \"2025-06-03\", to: \"2025-06-03\" } }) { \
                   nodes { title { text } heldIn { place district { name { en ur } } } \
                   stakeholders { stakeholder { name { en ur } } } decisions { kind text { text } \
                   } commitments { direction text { text } } said { text } } } }"
                .to_owned(),
        },
        Query {
            role: Role::Partner,
            shows: "Meetings as a partner sees them: of her programme, without their words",
            text: "{ meetings(first: 5) { totalCount nodes { title { text translation { text } } \
                   time { firstDay } stakeholders { stakeholder { name { en } category } } \
                   decisions { text { text } } said { text } saidAbsence } } }"
                .to_owned(),
        },
    ]
}

/// One line of JSON, for scripts.
///
/// # Errors
/// When nobody reads it any more.
pub fn json(url: &str, logins: &[Login]) -> Result<()> {
    print(&json!({ "url": url, "users": logins }).to_string())
}

/// For people.
///
/// # Errors
/// When nobody reads it any more.
pub fn text(url: &str, logins: &[Login], today: NaiveDate) -> Result<()> {
    print(&format!(
        "The demo is at {url}; Ctrl-C ends it, and its data goes with it.\n\
         The session of 3 June 2025 took place. All that is told beside it is invented, and marked so.\n"
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
        "\nQueries to paste at {url}/graphiql, signed in or with a token:"
    ))?;
    queries(today).iter().try_for_each(|query| {
        let role = query.role.to_value();
        print(&format!("\n  {} ({role}):\n  {}", query.shows, query.text))
    })
}
