//! What an administrator does at the shell, and what those feel of it who are signed in.

use std::sync::Arc;

use entity::enums::{Language, Role, StakeholderCategory, UserState};
use rabta::cli::audit::check;
use rabta::cli::token;
use rabta::cli::user::{self, Settled};
use rabta::concepts::access::Scope;
use rabta::concepts::access::users::Changes;
use rabta::concepts::log::chain::verify::Witness;
use rabta::kit::graphql::id::parse;
use serde_json::{Value, json};

use crate::support::App;

both! {
    a_disabled_user_is_out_at_her_next_request
    who_is_enabled_again_signs_in_anew
    disabling_twice_is_disabling_once
    the_last_administrator_stays
    a_new_password_ends_the_old_one_and_what_she_was_signed_in_with
    a_new_password_ends_the_wait_after_wrong_ones
    a_password_that_will_not_do_changes_nothing
    a_revoked_token_is_refused_and_others_hold
    a_list_says_who_may_sign_in_and_what_she_sees
    a_list_of_tokens_says_what_has_become_of_each
    the_log_names_the_user_and_the_token
    the_log_says_what_was_changed_of_a_user
    only_what_changes_her_rights_ends_what_she_is_signed_in_with
    who_left_the_caucus_is_in_it_again_when_she_becomes_a_member
}

/// A question that takes a sign-in.
const ASKED: &str = r#"{"query": "{ members { totalCount } }"}"#;

/// The code with which a request with a cookie or a token is refused, or `OK`.
async fn asks(app: &App, header: &str, value: &str) -> String {
    let request = app.client.post(format!("http://{}/graphql", app.address));
    let request = request
        .header("content-type", "application/json")
        .header(header, value)
        .body(ASKED);
    let body: Value = request.send().await.unwrap().json().await.unwrap();
    let code = body.pointer("/errors/0/extensions/code");
    let code = code.or(body.get("code")).and_then(Value::as_str);
    assert!(
        code.is_some() || body["data"]["members"].is_object(),
        "{body}"
    );
    code.unwrap_or("OK").to_owned()
}

async fn by_cookie(app: &App, cookie: &str) -> String {
    asks(app, "cookie", cookie).await
}

async fn by_token(app: &App, secret: &str) -> String {
    asks(app, "authorization", &format!("Bearer {secret}")).await
}

/// The status of a sign-in.
async fn signs_in(app: &App, email: &str, password: &str) -> u16 {
    let body = json!({ "email": email, "password": password }).to_string();
    let request = app.client.post(format!("http://{}/sign-in", app.address));
    let request = request
        .header("content-type", "application/json")
        .body(body);
    request.send().await.unwrap().status().as_u16()
}

const PASSWORD: &str = "correct horse battery staple";
const ANOTHER: &str = "eleven quiet mulberry trees";

const IN: &str = "OK";
const OUT: &str = "UNAUTHENTICATED";

async fn a_disabled_user_is_out_at_her_next_request(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let cookie = app.cookie(&saima.email).await;
    let secret = token::create(&app.server, &saima.email, "phone", 9).await;
    let secret = secret.unwrap();
    assert_eq!(by_cookie(&app, &cookie).await, IN);
    assert_eq!(by_token(&app, &secret).await, IN);

    let shouted = saima.email.to_uppercase();
    let settled = user::set_state(&app.server, &shouted, UserState::Disabled).await;

    assert_eq!(settled.unwrap(), Settled::Done);
    assert_eq!(by_cookie(&app, &cookie).await, OUT);
    assert_eq!(by_token(&app, &secret).await, OUT);
    assert_eq!(signs_in(&app, &saima.email, PASSWORD).await, 401);
    let refused = token::create(&app.server, &saima.email, "another", 9).await;
    assert!(refused.unwrap_err().to_string().contains("is disabled"));
}

async fn who_is_enabled_again_signs_in_anew(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let cookie = app.cookie(&saima.email).await;
    for state in [UserState::Disabled, UserState::Active] {
        let settled = user::set_state(&app.server, &saima.email, state).await;
        assert_eq!(settled.unwrap(), Settled::Done);
    }

    let signed_in = app.cookie(&saima.email).await;

    assert_eq!(by_cookie(&app, &signed_in).await, IN);
    assert_eq!(by_cookie(&app, &cookie).await, OUT);
}

async fn disabling_twice_is_disabling_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let disable = || user::set_state(&app.server, &saima.email, UserState::Disabled);
    disable().await.unwrap();
    let before = app.rows().await;

    let again = disable().await.unwrap();

    assert_eq!(again, Settled::Already);
    assert_eq!(app.rows().await, before);
    let unknown = user::set_state(&app.server, "nobody@caucus.example", UserState::Disabled);
    let said = unknown.await.unwrap_err().to_string();
    assert!(said.contains("nobody@caucus.example"), "{said}");
}

async fn the_last_administrator_stays(app: Arc<App>) {
    let (first, second) = (app.admin().await, app.admin().await);
    let disable = |email: String| {
        let server = app.server.clone();
        async move { user::set_state(&server, &email, UserState::Disabled).await }
    };
    let to_member = Changes {
        role: Some(Role::Member),
        ..Changes::default()
    };

    assert_eq!(disable(first.email).await.unwrap(), Settled::Done);
    let disabled = disable(second.email.clone()).await.unwrap_err();
    let changed = user::change(&app.server, &second.email, to_member).await;

    for said in [disabled, changed.unwrap_err()] {
        assert!(
            said.to_string().contains("the last administrator"),
            "{said}"
        );
    }
    assert_eq!(by_token(&app, &second.token.unwrap()).await, IN);
}

async fn a_new_password_ends_the_old_one_and_what_she_was_signed_in_with(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let cookie = app.cookie(&saima.email).await;
    let secret = token::create(&app.server, &saima.email, "phone", 9).await;
    let secret = secret.unwrap();

    let reset = user::reset_password(&app.server, &saima.email, ANOTHER.to_owned()).await;

    assert_eq!(reset.unwrap(), UserState::Active);
    assert_eq!(by_cookie(&app, &cookie).await, OUT);
    assert_eq!(by_token(&app, &secret).await, OUT);
    assert_eq!(signs_in(&app, &saima.email, PASSWORD).await, 401);
    assert_eq!(signs_in(&app, &saima.email, ANOTHER).await, 200);
}

async fn a_new_password_ends_the_wait_after_wrong_ones(app: Arc<App>) {
    let saima = app.member("Saima").await;
    for _ in 0..5 {
        signs_in(&app, &saima.email, "wrong").await;
    }
    assert_eq!(signs_in(&app, &saima.email, PASSWORD).await, 429);

    let reset = user::reset_password(&app.server, &saima.email, ANOTHER.to_owned()).await;

    reset.unwrap();
    assert_eq!(signs_in(&app, &saima.email, ANOTHER).await, 200);
}

async fn a_password_that_will_not_do_changes_nothing(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let before = app.rows().await;

    let reset = user::reset_password(&app.server, &saima.email, "short".to_owned()).await;

    let said = reset.unwrap_err().to_string();
    assert!(said.contains("15 letters"), "{said}");
    assert_eq!(app.rows().await, before);
}

/// The line of a list that has something in it.
#[track_caller]
fn line<'a>(lines: &'a [String], with: &str) -> &'a str {
    let found = lines.iter().find(|line| line.contains(with));
    found.unwrap_or_else(|| panic!("no {with} in {lines:#?}"))
}

async fn a_revoked_token_is_refused_and_others_hold(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let mut secrets = Vec::new();
    for name in ["lost", "kept"] {
        let made = token::create(&app.server, &saima.email, name, 9).await;
        secrets.push(made.unwrap());
    }
    let lines = token::lines(&app.server, &saima.email).await.unwrap();
    let id = line(&lines, "lost").split(' ').next().unwrap();

    assert!(token::revoke(&app.server, id).await.unwrap());

    assert_eq!(by_token(&app, &secrets[0]).await, OUT);
    assert_eq!(by_token(&app, &secrets[1]).await, IN);
    assert!(!token::revoke(&app.server, id).await.unwrap(), "twice");
    for wrong in ["token_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60", &saima.member] {
        let said = token::revoke(&app.server, wrong).await.unwrap_err();
        assert!(said.to_string().contains("rabta token list"), "{said}");
    }
}

async fn a_list_says_who_may_sign_in_and_what_she_sees(app: Arc<App>) {
    assert_eq!(user::lines(&app.server).await.unwrap(), [""; 0]);
    let programme = app.programme("Pakistan Women Leaders").await;
    let saima = app.member("Saima").await;
    let greta = app.partner(&[&programme], &["CSO"]).await;
    app.cookie(&saima.email).await;
    let disabled = user::set_state(&app.server, &greta.email, UserState::Disabled).await;
    disabled.unwrap();

    app.statements();
    let lines = user::lines(&app.server).await.unwrap();
    let statements = app.statements().len();

    assert_eq!(statements, 4);
    let words: Vec<_> = line(&lines, &saima.email).split_whitespace().collect();
    let signed_in = ["member", "active", "2026-01-15", "12:00", "Saima"];
    assert_eq!(words[1..], signed_in);
    let at = lines.iter().position(|line| line.contains(&greta.email));
    let at = at.unwrap();
    let words: Vec<_> = lines[at].split_whitespace().collect();
    assert_eq!(words[1..], ["partner", "disabled", "never", "Greta"]);
    let seen = [
        format!("    sees {programme} Pakistan Women Leaders"),
        "    sees category CSO".to_owned(),
    ];
    assert_eq!(lines[at + 1..at + 3], seen);
    let column = |line: &str, word: &str| line.find(word).unwrap();
    assert_eq!(
        column(&lines[0], "STATE"),
        column(&lines[at], "disabled"),
        "{lines:#?}"
    );
}

async fn a_list_of_tokens_says_what_has_become_of_each(app: Arc<App>) {
    let desk = app.coordinator().await;
    for (name, days) in [("short-lived", 1), ("lost", 9), ("forgotten", 9)] {
        token::create(&app.server, &desk.email, name, days)
            .await
            .unwrap();
    }
    let lines = token::lines(&app.server, &desk.email).await.unwrap();
    let lost = line(&lines, "lost").split(' ').next().unwrap();
    token::revoke(&app.server, lost).await.unwrap();
    user::reset_password(&app.server, &desk.email, ANOTHER.to_owned())
        .await
        .unwrap();
    token::create(&app.server, &desk.email, "new", 9)
        .await
        .unwrap();
    app.set_time("2026-01-17T07:00:00Z");

    let lines = token::lines(&app.server, &desk.email).await.unwrap();

    for (name, state) in [
        ("short-lived", "ended"),
        ("lost", "revoked"),
        ("forgotten", "void"),
        ("new", "holds"),
    ] {
        let words: Vec<_> = line(&lines, name).split_whitespace().collect();
        assert_eq!(words[5..], [state, name], "{lines:#?}");
    }
}

async fn the_log_names_the_user_and_the_token(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let made = token::create(&app.server, &saima.email, "phone", 9).await;
    made.unwrap();
    let lines = token::lines(&app.server, &saima.email).await.unwrap();
    let token = line(&lines, "phone").split(' ').next().unwrap();
    let hers = saima.user().await;

    token::revoke(&app.server, token).await.unwrap();
    user::set_state(&app.server, &saima.email, UserState::Disabled)
        .await
        .unwrap();
    user::set_state(&app.server, &saima.email, UserState::Active)
        .await
        .unwrap();
    user::reset_password(&app.server, &saima.email, ANOTHER.to_owned())
        .await
        .unwrap();

    for act in ["disableUser", "enableUser", "resetPassword"] {
        let entry = format!(
            "SELECT CAST(changes AS TEXT) FROM log_entry WHERE act = '{act}' AND actor_id IS NULL"
        );
        let entry = app.texts(&entry).await;
        assert_eq!(entry.len(), 1, "{act}");
        let entry: Value = serde_json::from_str(&entry[0]).unwrap();
        assert_eq!(entry[0]["record"], hers, "{act}");
    }
    let entry = "SELECT CAST(changes AS TEXT) FROM log_entry WHERE act = 'revokeToken'";
    let entry: Value = serde_json::from_str(&app.texts(entry).await[0]).unwrap();
    assert_eq!(entry[0]["record"], hers);
    assert_eq!(entry[1], json!({ "record": token }));
}

async fn the_log_says_what_was_changed_of_a_user(app: Arc<App>) {
    let programme = app.programme("Pakistan Women Leaders").await;
    let greta = app.partner(&[&programme], &["CSO"]).await;
    let changes = Changes {
        email: Some("greta@donor.example".to_owned()),
        role: Some(Role::Admin),
        ..Changes::default()
    };

    user::change(&app.server, &greta.email, changes)
        .await
        .unwrap();

    let of_act = "FROM log_entry WHERE act = 'updateUser'";
    let entry = app
        .texts(&format!("SELECT CAST(changes AS TEXT) {of_act}"))
        .await;
    let beside = format!(
        "SELECT CAST(content AS TEXT) FROM log_private WHERE entry_id = (SELECT id {of_act})"
    );
    let beside: Value = serde_json::from_str(&app.texts(&beside).await[0]).unwrap();
    let said: Value = serde_json::from_str(&entry[0]).unwrap();
    assert_eq!(
        said[0]["fields"],
        json!({
            "role": { "before": "PARTNER", "after": "ADMIN" },
            "programmes": { "before": [programme], "after": [] },
            "categories": { "before": ["CSO"], "after": [] },
        })
    );
    let address = json!({ "before": greta.email, "after": "greta@donor.example" });
    assert_eq!(beside["email"][1], address);
    assert!(!entry[0].contains("donor.example"), "{}", entry[0]);
    app.sealed().await;
    let witness = Witness {
        key: Some(app.server.keys.log.public()),
        head: None,
    };
    let report = check(app.server.db.reader(), &witness).await.unwrap();
    assert_eq!(report.findings, []);
}

async fn only_what_changes_her_rights_ends_what_she_is_signed_in_with(app: Arc<App>) {
    let programme = app.programme("Pakistan Women Leaders").await;
    let greta = app.partner(&[&programme], &["CSO", "ECP"]).await;
    let scope = |categories: &[StakeholderCategory]| Scope {
        programmes: vec![parse(&programme.as_str().into()).unwrap()],
        categories: categories.to_vec(),
    };
    let same = scope(&[StakeholderCategory::Ecp, StakeholderCategory::Cso]);
    let change = async |language: Option<Language>, scope: Scope| {
        let changes = Changes {
            language,
            scope: Some(scope),
            ..Changes::default()
        };
        user::change(&app.server, &greta.email, changes)
            .await
            .unwrap()
    };
    let secret = greta.token.clone().unwrap();

    let nothing = change(None, same.clone()).await;
    let language = change(Some(Language::Ur), same).await;
    let after_language = by_token(&app, &secret).await;
    change(None, scope(&[StakeholderCategory::Ecp])).await;
    let after_rights = by_token(&app, &secret).await;

    assert_eq!((nothing, language), (Settled::Already, Settled::Done));
    assert_eq!((after_language.as_str(), after_rights.as_str()), (IN, OUT));
}

async fn who_left_the_caucus_is_in_it_again_when_she_becomes_a_member(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let version = desk.version(&saima.member).await;
    let left = json!({ "id": saima.member, "expectedVersion": version, "leftOn": "2026-01-10" });
    let left = desk.act("updateMember", "member { leftOn }", left).await;
    assert_eq!(left.ok()["member"]["leftOn"], "2026-01-10");
    let before = desk.version(&saima.member).await;

    for role in [Role::Coordinator, Role::Member] {
        let changes = Changes {
            role: Some(role),
            ..Changes::default()
        };
        user::change(&app.server, &saima.email, changes)
            .await
            .unwrap();
    }

    let query = "query ($id: ID!) { member(id: $id) { leftOn joinedOn version } }";
    let now = desk.run(query, json!({ "id": saima.member })).await.ok();
    assert_eq!(now["member"]["leftOn"], Value::Null);
    assert_ne!(now["member"]["version"], before);
    let rows = app.rows().await;
    assert!(rows["log_entry"].concat().contains("updateMember"));
}
