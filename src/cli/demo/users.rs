//! The demo's users, one of each role. Their names are invented, their passwords and tokens new
//! each time.

use anyhow::Result;
use entity::enums::{Language, Role, StakeholderCategory};
use serde::Serialize;

use crate::app::App;
use crate::cli::token;
use crate::cli::user::{self, NewSignIn, Who, new_password};
use crate::concepts::access::Scope;

/// How one signs in.
#[derive(Clone, Debug, Serialize)]
pub struct Login {
    /// What she may do.
    pub role: Role,
    /// Her address.
    pub email: String,
    /// Her password.
    pub password: String,
    /// A token for programs.
    pub token: String,
}

/// Makes the users.
///
/// # Errors
/// When the database does not answer.
pub async fn add(app: &App) -> Result<Vec<Login>> {
    let mut logins = Vec::new();
    for (role, name) in [
        (Role::Coordinator, "Demo Coordinator"),
        (Role::Member, "Demo Member"),
        (Role::Partner, "Demo Partner"),
        (Role::Admin, "Demo Administrator"),
    ] {
        let login = login(app, role, name).await?;
        logins.push(login);
    }
    Ok(logins)
}

async fn login(app: &App, role: Role, name: &str) -> Result<Login> {
    let email = format!(
        "{}@demo.example",
        name.trim_start_matches("Demo ").to_lowercase()
    );
    let password = new_password();
    let categories = match role {
        Role::Partner => vec![StakeholderCategory::Ecp, StakeholderCategory::Cso],
        Role::Coordinator | Role::Member | Role::Admin => Vec::new(),
    };
    let new = NewSignIn {
        email: email.clone(),
        password: password.clone(),
        who: Who::New {
            en: Some(name.to_owned()),
            ur: None,
        },
        role,
        language: Language::En,
        scope: Scope {
            programmes: Vec::new(),
            categories,
        },
    };
    user::add(app, new).await?;
    let token = token::create(app, &email, "demo", 30).await?;
    Ok(Login {
        role,
        email,
        password,
        token,
    })
}
