//! Who asks: each role, and who was let in once and is no more.

use entity::enums::Role;
use rabta::cli::token;
use rabta::concepts::access::Scope;
use serde_json::json;

use crate::matrix::world::World;
use crate::support::App;
use crate::support::caller::Caller;

/// What of the world a caller sees, who is one of the people of none of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All audiences.
    All,
    /// What is for the caucus.
    Caucus,
    /// What is for partners, all of which is in her scope.
    Partners,
    /// None: nothing is in his scope, or he acts for nobody.
    Nothing,
    /// Nobody is signed in.
    Unknown,
}

pub struct Asker {
    pub name: &'static str,
    pub role: Option<Role>,
    pub caller: Caller,
    pub sight: Sight,
    /// What her scope names, and she sees by that whatever else she does not.
    pub named: Option<String>,
}

impl Asker {
    pub fn finds(&self, (audience, id): (&str, &str)) -> bool {
        // Neither is of a programme, by which all partners here are narrowed.
        let is_of_none = id.starts_with("document_") || id.starts_with("target_list_");
        let is_beyond = self.role == Some(Role::Partner) && is_of_none;
        !is_beyond && (self.sees(audience) || self.named.as_deref() == Some(id))
    }

    pub fn sees(&self, audience: &str) -> bool {
        match self.sight {
            Sight::All => true,
            Sight::Caucus => audience != "PRESENT",
            Sight::Partners => audience == "PARTNERS",
            Sight::Nothing | Sight::Unknown => false,
        }
    }
}

/// One of each, the administrator last.
pub async fn askers(app: &App, world: &World) -> Vec<Asker> {
    let saima = app.member("Saima").await;
    let shared = world.of("programme", "PARTNERS");
    let other = app.programme("Another").await;
    let one = |name, role, caller, sight| Asker {
        name,
        role,
        caller,
        sight,
        named: None,
    };
    let acting = saima.lets(&app.aide().await).await;
    let (partner, member, aide) = (Some(Role::Partner), Some(Role::Member), Some(Role::Aide));
    vec![
        one("nobody", None, app.anonymous(), Sight::Unknown),
        one("an idle aide", aide, app.aide().await, Sight::Nothing),
        one(
            "a partner",
            partner,
            app.partner(&[&shared], &[]).await,
            Sight::Partners,
        ),
        one(
            "a partner of another scope",
            partner,
            app.partner(&[&other], &[]).await,
            Sight::Nothing,
        ),
        Asker {
            named: Some(shared.clone()),
            ..one(
                "a partner of another kind",
                partner,
                app.partner(&[&shared], &["NADRA"]).await,
                Sight::Nothing,
            )
        },
        one(
            "a partner of no scope",
            partner,
            app.partner(&[], &[]).await,
            Sight::Nothing,
        ),
        one("a member", member, saima, Sight::Caucus),
        one("an acting aide", aide, acting, Sight::Caucus),
        one(
            "a coordinator",
            Some(Role::Coordinator),
            app.coordinator().await,
            Sight::All,
        ),
        one(
            "an administrator",
            Some(Role::Admin),
            app.admin().await,
            Sight::Caucus,
        ),
    ]
}

/// Those of each role who were kept out, whose token was revoked, and whose token has ended.
pub async fn gone(app: &App, world: &World) -> Vec<(String, Caller)> {
    let admin = app.admin().await;
    let mut gone = Vec::new();
    for how in ["disabled", "revoked", "ended"] {
        for asker in askers(app, world).await {
            let Some(role) = asker.role else { continue };
            // Only the desk's own sign-in is the same at every call.
            let caller = match role {
                Role::Coordinator => app.sign_in("Nida", role, Scope::default()).await,
                _ => asker.caller,
            };
            let mut who = caller.clone();
            who.acting_for = None;
            let user = who.user().await;
            let caller = if how == "disabled" {
                let input = json!({ "id": user });
                admin.act("disableUser", "user { id }", input).await.ok();
                caller
            } else {
                let secret = token::create(&app.server, &caller.email, how, 1).await;
                if how == "revoked" {
                    let hers = "query ($users: [ID!]) { tokens(filter: { userIds: $users }) {
                        nodes { id name } } }";
                    let hers = admin.run(hers, json!({ "users": [user] })).await.ok();
                    let mut hers = hers["tokens"]["nodes"].as_array().unwrap().iter();
                    let made = hers.find(|token| token["name"] == how).unwrap();
                    let input = json!({ "id": made["id"] });
                    admin.act("revokeToken", "token { id }", input).await.ok();
                }
                caller.with_token(&secret.unwrap())
            };
            gone.push((format!("{}, {how}", asker.name), caller));
        }
    }
    app.set_time("2026-01-17T07:00:00Z");
    gone
}
