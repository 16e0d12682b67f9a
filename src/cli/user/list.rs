//! `rabta user list`.

use anyhow::Result;
use sea_orm::ActiveEnum;

use crate::app::App;
use crate::cli::output::{self, aligned, both_names, minute};
use crate::concepts::access::users::{self, Listed};
use crate::kit::graphql::id::to_id;

pub(super) async fn print(app: &App) -> Result<()> {
    let lines = lines(app).await?;
    if lines.is_empty() {
        eprintln!("Nobody can sign in yet: `rabta user add` lets somebody in.");
    }
    for line in lines {
        output::print(&line)?;
    }
    Ok(())
}

/// The users, a line each below a line of headings; what a partner may see stands below her.
///
/// # Errors
/// When the database does not answer.
pub async fn lines(app: &App) -> Result<Vec<String>> {
    let users = users::all(app.db.reader()).await?;
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let headings = ["ADDRESS", "ROLE", "STATE", "LAST SIGN-IN", "NAME"].map(ToOwned::to_owned);
    let rows = users.iter().map(row);
    let mut table = aligned(std::iter::once(headings).chain(rows)).into_iter();
    let mut lines: Vec<String> = table.next().into_iter().collect();
    for (line, user) in table.zip(&users) {
        lines.push(line);
        lines.extend(
            scope(user)
                .into_iter()
                .map(|seen| format!("    sees {seen}")),
        );
    }
    Ok(lines)
}

/// The name stands last, where one that runs from right to left turns nothing else round.
fn row(listed: &Listed) -> [String; 5] {
    let Listed { user, person, .. } = listed;
    [
        user.email.clone(),
        user.role.to_value().to_lowercase(),
        user.state.to_value().to_lowercase(),
        listed
            .signed_in_at
            .map_or_else(|| "never".to_owned(), minute),
        both_names(person.name_en.as_deref(), person.name_ur.as_deref()),
    ]
}

fn scope(listed: &Listed) -> Vec<String> {
    let programmes = listed.scope.programmes.iter().map(|programme| {
        let name = both_names(programme.name_en.as_deref(), programme.name_ur.as_deref());
        format!("{} {name}", to_id(programme.id).0)
    });
    let categories = listed.scope.categories.iter();
    let categories = categories.map(|category| format!("category {}", category.to_value()));
    programmes.chain(categories).collect()
}
