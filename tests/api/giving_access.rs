//! Giving people and programs access by the API, and taking it away.

use std::sync::Arc;

use entity::enums::UserState;
use rabta::cli::user::{self, Settled};
use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, text, v7};
use crate::support::caller::Caller;
use crate::support::rows::changed;

both! {
    who_is_let_in_signs_in_with_the_password_that_was_shown
    a_secret_is_shown_once
    no_secret_is_in_the_database
    a_member_who_is_let_in_is_a_member_of_the_caucus
    a_partner_without_a_scope_sees_nothing
    what_will_not_do_is_said_all_at_once_and_changes_nothing
    a_user_who_is_kept_out_is_out_at_once
    who_was_let_in_again_signs_in_anew
    a_token_that_was_revoked_is_refused
    a_changed_scope_is_seen_at_the_next_sign_in
    nobody_gives_herself_another_role
    the_last_administrator_cannot_be_kept_out
    of_two_administrators_who_keep_each_other_out_at_once_one_stays
    of_two_administrators_who_demote_each_other_at_once_one_stays
    of_two_who_change_a_user_at_once_one_is_told
    a_version_of_a_user_is_for_those_who_decide_on_her_and_moves_with_all_of_hers
    tokens_are_for_administrators_alone
    whoever_reads_words_waits_until_a_coordinator_lets_her_in
    an_administrator_comes_to_words_by_no_password_role_or_token
    a_coordinator_lets_in_and_nobody_else
    she_is_not_let_in_by_another_password_than_the_one_she_was_asked_for
    the_log_tells_with_what_a_user_begins_and_in_which_state_she_is_since
    who_is_kept_out_is_not_let_in_by_a_coordinator
    who_is_given_a_wider_role_waits_again
    enabling_who_is_in_changes_nothing
    at_the_shell_nobody_waits
    the_log_names_who_did_it_and_to_whom
}

const CREATED: &str =
    "user { id role email scope { programmes { id } categories } } password wasDoneBefore";

async fn creates(by: &Caller, more: Value) -> Value {
    let input = json!({ "email": "new@caucus.example", "name": { "en": "Nida" } });
    let input = crate::support::build::merged(input, more);
    by.act("createUser", CREATED, input).await.ok()
}

async fn tries(app: &App, email: &str, password: &str) -> reqwest::Response {
    let body = json!({ "email": email, "password": password }).to_string();
    let request = app.client.post(format!("http://{}/sign-in", app.address));
    let request = request
        .header("content-type", "application/json")
        .body(body);
    request.send().await.unwrap()
}

/// The cookie of who signs in with a password; `None` when she is refused.
async fn signs_in(app: &App, email: &str, password: &str) -> Option<String> {
    let answer = tries(app, email, password).await;
    let cookie = answer.headers().get("set-cookie")?;
    Some(cookie.to_str().unwrap().to_owned())
}

/// For what somebody who signs in is refused.
async fn refusal(app: &App, email: &str, password: &str) -> String {
    let body: Value = tries(app, email, password).await.json().await.unwrap();
    text(&body, "/code")
}

/// Whether a token opens something.
async fn opens(app: &App, secret: &str) -> bool {
    let caller = app.anonymous().with_token(secret);
    let answer = caller.ask("{ viewer { id } members { totalCount } }").await;
    answer.errors().is_empty() && answer.body["data"]["viewer"]["id"].is_string()
}

async fn who_is_let_in_signs_in_with_the_password_that_was_shown(app: Arc<App>) {
    let admin = app.admin().await;

    let done = creates(&admin, json!({ "role": "PARTNER" })).await;

    let password = text(&done, "/password");
    assert_eq!(done["wasDoneBefore"], false);
    assert_eq!(done["user"]["role"], "PARTNER");
    assert!(
        signs_in(&app, "new@caucus.example", &password)
            .await
            .is_some()
    );
}

async fn a_secret_is_shown_once(app: Arc<App>) {
    let admin = app.admin().await;
    let user = json!({
        "requestId": v7(1), "id": made("user", 2), "email": "new@caucus.example", "role": "ADMIN",
        "name": { "en": "Nida" },
    });
    let token = json!({ "requestId": v7(3), "userId": made("user", 2), "name": "a program" });
    let reset = json!({ "requestId": v7(4), "id": made("user", 2) });

    for (act, shown, secret, input) in [
        ("createUser", "user { id }", "password", user),
        ("createToken", "token { id }", "secret", token),
        ("resetPassword", "user { id }", "password", reset),
    ] {
        let shown = format!("{shown} {secret} wasDoneBefore");
        let first = admin.act(act, &shown, input.clone()).await.ok();
        let again = admin.act(act, &shown, input).await.ok();

        assert_eq!(first["wasDoneBefore"], false, "{act}");
        assert!(text(&first, &format!("/{secret}")).len() > 20, "{act}");
        assert_eq!(again["wasDoneBefore"], true, "{act}");
        assert_eq!(again[secret], Value::Null, "{act}");
        for what in ["user", "token"] {
            assert_eq!(again[what]["id"], first[what]["id"], "{act}");
        }
    }
}

async fn no_secret_is_in_the_database(app: Arc<App>) {
    let admin = app.admin().await;
    let done = creates(&admin, json!({ "role": "PARTNER" })).await;
    let (user, password) = (text(&done, "/user/id"), text(&done, "/password"));
    let input = json!({ "userId": user, "name": "a program", "requestId": v7(1) });
    let token = admin.act("createToken", "secret", input).await.ok();
    let reset = admin.act("resetPassword", "password", json!({ "id": user }));
    let reset = reset.await.ok();
    let secrets = [password, text(&token, "/secret"), text(&reset, "/password")];

    for (table, rows) in app.rows().await {
        for row in rows {
            let kept = secrets.iter().any(|secret| row.contains(secret));
            assert!(!kept, "{table}: {row}");
        }
    }
}

async fn a_member_who_is_let_in_is_a_member_of_the_caucus(app: Arc<App>) {
    let admin = app.admin().await;
    let gul = app.person("Gul Bibi").await;
    let input = json!({ "email": "gul@caucus.example", "personId": gul, "role": "AIDE" });
    let aide = admin.act("createUser", "user { id }", input).await.ok();
    let members = "{ members { nodes { person { name { en } } joinedOn } } }";
    let before = admin.ask(members).await.ok();

    let new = creates(&admin, json!({ "role": "MEMBER" })).await;
    let (aide, member) = (text(&aide, "/user/id"), json!({ "role": "MEMBER" }));
    let raised = admin.updates_user(&aide, "user { role }", member).await;
    raised.ok();

    let after = admin.ask(members).await.ok();
    let names = crate::support::build::texts(&after["members"]["nodes"], "/person/name/en");
    assert_eq!(before["members"]["nodes"], json!([]));
    assert!(names.contains(&"Nida".to_owned()) && names.contains(&"Gul Bibi".to_owned()));
    assert_eq!(after["members"]["nodes"][0]["joinedOn"], "2026-01-15");
    assert_eq!(new["user"]["scope"], Value::Null);
}

async fn a_partner_without_a_scope_sees_nothing(app: Arc<App>) {
    let admin = app.admin().await;
    let ecp = json!({ "audience": "PARTNERS" });
    app.office_with("ECP", "PEC", ecp).await;
    let partner = creates(&admin, json!({ "role": "PARTNER", "scope": {} })).await;
    let empty = json!({ "userId": partner["user"]["id"], "name": "a sheet" });
    let token = admin.act("createToken", "secret", empty).await.ok();
    let caller = app.anonymous().with_token(&text(&token, "/secret"));

    let seen = caller
        .ask("{ stakeholders { totalCount nodes { id } } people { totalCount } }")
        .await
        .ok();

    let none = json!({ "programmes": [], "categories": [] });
    assert_eq!(partner["user"]["scope"], none);
    assert_eq!(
        seen["stakeholders"],
        json!({ "totalCount": 0, "nodes": [] })
    );
    assert_eq!(seen["people"]["totalCount"], 0);
}

async fn what_will_not_do_is_said_all_at_once_and_changes_nothing(app: Arc<App>) {
    let admin = app.admin().await;
    let saima = app.member("Saima").await;
    let taken = json!({ "email": saima.email, "name": { "en": "x" }, "role": "MEMBER" });
    let narrowed = json!({
        "email": "a@b.c", "name": { "en": "x" }, "role": "MEMBER", "scope": { "categories": ["CSO"] },
    });
    let nobody = json!({ "email": "a@b.c", "role": "PARTNER", "personId": absent("person"),
        "scope": { "programmeIds": [absent("programme")] } });
    let before = app.rows().await;

    for (act, input, said) in [
        ("createUser", taken, vec!["DUPLICATE email"]),
        ("createUser", narrowed, vec!["INVALID scope"]),
        (
            "createUser",
            nobody,
            vec!["NOT_FOUND personId", "NOT_FOUND scope/programmeIds/0"],
        ),
        (
            "createUser",
            json!({ "email": "a@b.c", "role": "ADMIN" }),
            vec!["REQUIRED name"],
        ),
        (
            "createUser",
            json!({ "email": "nonsense", "name": { "en": "x" }, "role": "ADMIN" }),
            vec!["INVALID email"],
        ),
        (
            "disableUser",
            json!({ "id": absent("user") }),
            vec!["NOT_FOUND id"],
        ),
        (
            "revokeToken",
            json!({ "id": absent("token") }),
            vec!["NOT_FOUND id"],
        ),
        (
            "createToken",
            json!({ "userId": absent("user"), "name": "x" }),
            vec!["NOT_FOUND userId"],
        ),
        (
            "createToken",
            json!({ "userId": admin.user().await, "name": " ", "days": 367 }),
            vec!["REQUIRED name", "OUT_OF_RANGE days"],
        ),
    ] {
        let refused = admin.act(act, "__typename", input).await;
        let mut codes = refused.user_errors();
        codes.sort_unstable();
        let mut said = said;
        said.sort_unstable();
        assert_eq!(codes, said, "{act}");
    }

    assert_eq!(app.rows().await, before);
}

async fn a_user_who_is_kept_out_is_out_at_once(app: Arc<App>) {
    let (admin, saima) = (app.admin().await, app.member("Saima").await);
    let cookie = app.cookie(&saima.email).await;
    let user = saima.user().await;
    let input = json!({ "id": user });

    let done = admin.act("disableUser", "user { state }", input.clone());
    let done = done.await.ok();

    let mut by_cookie = app.client.post(format!("http://{}/graphql", app.address));
    by_cookie = by_cookie.header("content-type", "application/json");
    let body = json!({ "query": "{ members { totalCount } }" }).to_string();
    let by_cookie = by_cookie.header("cookie", cookie).body(body).send().await;
    assert_eq!(done["user"]["state"], "DISABLED");
    assert!(!opens(&app, &saima.token.unwrap()).await);
    assert!(
        !by_cookie
            .unwrap()
            .text()
            .await
            .unwrap()
            .contains("totalCount")
    );
    let before = app.rows().await;
    admin.act("disableUser", "user { state }", input).await.ok();
    assert_eq!(app.rows().await, before);
}

async fn who_was_let_in_again_signs_in_anew(app: Arc<App>) {
    let admin = app.admin().await;
    let done = creates(&admin, json!({ "role": "PARTNER" })).await;
    let (user, password) = (text(&done, "/user/id"), text(&done, "/password"));
    let input = json!({ "userId": user, "name": "x" });
    let token = admin.act("createToken", "secret", input).await.ok();

    for act in ["disableUser", "enableUser"] {
        admin
            .act(act, "user { state }", json!({ "id": user }))
            .await
            .ok();
    }

    assert!(!opens(&app, &text(&token, "/secret")).await);
    assert!(
        signs_in(&app, "new@caucus.example", &password)
            .await
            .is_some()
    );
}

async fn a_token_that_was_revoked_is_refused(app: Arc<App>) {
    let (admin, other) = (app.admin().await, app.admin().await);
    let input = json!({ "userId": other.user().await, "name": "phone", "days": 9 });
    let made = admin.act("createToken", "secret token { id state expiresAt }", input);
    let made = made.await.ok();
    let secret = text(&made, "/secret");
    assert!(opens(&app, &secret).await);

    let input = json!({ "id": made["token"]["id"] });
    let done = admin.act("revokeToken", "token { state revokedAt }", input);
    let done = done.await.ok();

    assert_eq!(made["token"]["state"], "HOLDS");
    assert_eq!(made["token"]["expiresAt"], "2026-01-24T07:00:00Z");
    assert_eq!(done["token"]["state"], "REVOKED");
    assert!(!opens(&app, &secret).await);
    assert!(opens(&app, &other.token.unwrap()).await);
}

async fn a_changed_scope_is_seen_at_the_next_sign_in(app: Arc<App>) {
    let (admin, greta) = (app.admin().await, app.partner(&[], &["ECP"]).await);
    let programme = app.programme("Voice").await;
    let users = admin.ask("{ users(filter: { roles: [PARTNER] }) { nodes { id } } }");
    let user = text(&users.await.ok(), "/users/nodes/0/id");
    let scope = json!({ "programmeIds": [programme], "categories": [] });

    let shown = "user { scope { programmes { name { en } } categories } }";
    let scope = json!({ "scope": scope });
    let done = admin.updates_user(&user, shown, scope).await.ok();

    let now = json!({ "programmes": [{ "name": { "en": "Voice" } }], "categories": [] });
    assert_eq!(done["user"]["scope"], now);
    assert!(!opens(&app, &greta.token.unwrap()).await);
}

async fn nobody_gives_herself_another_role(app: Arc<App>) {
    let (admin, _other) = (app.admin().await, app.admin().await);
    let desk = app.coordinator().await;
    let hers = admin.user().await;
    let before = app.rows().await;

    let other = json!({ "role": "COORDINATOR" });
    let raised = admin.updates_user(&hers, "user { role }", other).await;
    let input = json!({ "id": desk.user().await, "expectedVersion": "x", "role": "ADMIN" });
    let by_desk = desk.act("updateUser", "user { role }", input).await;

    assert_eq!(raised.user_errors(), ["FORBIDDEN role"]);
    assert_eq!(by_desk.user_errors(), ["FORBIDDEN"]);
    assert_eq!(by_desk.data()["user"], Value::Null);
    let after = app.rows().await;
    let moved = changed(&before, &after);
    assert!(
        moved.iter().all(|table| table.starts_with("log_")),
        "{moved:?}"
    );
    assert_eq!(after["log_entry"].len(), before["log_entry"].len() + 2);
    let said = after["log_entry"].concat();
    assert!(said.contains(&hers), "{said}");
}

async fn the_last_administrator_cannot_be_kept_out(app: Arc<App>) {
    let admin = app.admin().await;
    let input = json!({ "id": admin.user().await });

    let refused = admin
        .act("disableUser", "user { state }", input.clone())
        .await;
    let other = app.admin().await;
    let done = admin.act("disableUser", "user { state }", input).await;

    assert_eq!(refused.user_errors(), ["INVALID_TRANSITION"]);
    assert_eq!(done.ok()["user"]["state"], "DISABLED");
    assert!(opens(&app, &other.token.unwrap()).await);
}

/// Has two administrators do the same to each other at once, ten times, and answers how many of
/// both could do it each time.
async fn at_once(app: &App, act: &str, more: Value) -> Vec<usize> {
    let mut done = Vec::new();
    let mut stays = app.admin().await;
    for _ in 0..10 {
        let other = app.admin().await;
        let of = async |caller: &Caller| {
            let mut input = json!({ "id": caller.user().await });
            if act == "updateUser" {
                input["expectedVersion"] = other.version_of_user(&caller.user().await).await;
            }
            crate::support::build::merged(input, more.clone())
        };
        let (at_stays, at_other) = (of(&stays).await, of(&other).await);
        let (one, two) = tokio::join!(
            stays.act(act, "user { id }", at_other),
            other.act(act, "user { id }", at_stays),
        );
        // Who was kept out before her request began is refused for that.
        let is_done = |answer: &crate::support::answer::Answer| {
            answer.errors().is_empty() && answer.user_errors().is_empty()
        };
        let both = [is_done(&one), is_done(&two)];
        done.push(both.iter().filter(|one| **one).count());
        if both[1] {
            stays = other;
        }
    }
    done
}

async fn of_two_administrators_who_keep_each_other_out_at_once_one_stays(app: Arc<App>) {
    let done = at_once(&app, "disableUser", json!({})).await;

    assert_eq!(done, [1; 10]);
    let left = "SELECT count(*) FROM \"user\" WHERE role = 'ADMIN' AND state = 'ACTIVE'";
    assert_eq!(app.number(left).await, 1);
}

async fn of_two_administrators_who_demote_each_other_at_once_one_stays(app: Arc<App>) {
    let done = at_once(&app, "updateUser", json!({ "role": "AIDE" })).await;

    assert_eq!(done, [1; 10]);
    let left = "SELECT count(*) FROM \"user\" WHERE role = 'ADMIN' AND state = 'ACTIVE'";
    assert_eq!(app.number(left).await, 1);
}

async fn of_two_who_change_a_user_at_once_one_is_told(app: Arc<App>) {
    let (one, other) = (app.admin().await, app.admin().await);
    let saima = app.member("Saima").await.user().await;
    let version = one.version_of_user(&saima).await;
    let input = |role: &str| json!({ "id": saima, "expectedVersion": version, "role": role });

    let shown = "user { role version }";
    let (first, second) = tokio::join!(
        one.act("updateUser", shown, input("COORDINATOR")),
        other.act("updateUser", shown, input("AIDE")),
    );

    let mut both = [first, second];
    both.sort_by_key(|answer| answer.user_errors().len());
    let [done, told] = both;
    assert_eq!(told.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
    let shown = told.data()["user"].clone();
    assert_eq!(done.ok()["user"], shown, "she is shown as she now is");
    assert_ne!(shown["version"], version);
}

async fn a_version_of_a_user_is_for_those_who_decide_on_her_and_moves_with_all_of_hers(
    app: Arc<App>,
) {
    let admin = app.admin().await;
    let made = creates(&admin, json!({ "role": "PARTNER" })).await;
    let user = text(&made, "/user/id");
    let mut versions = vec![admin.version_of_user(&user).await];

    let input = json!({ "userId": user, "name": "a program" });
    let made = admin.act("createToken", "token { id }", input).await.ok();
    versions.push(admin.version_of_user(&user).await);
    let input = json!({ "id": made["token"]["id"] });
    admin.act("revokeToken", "token { id }", input).await.ok();
    versions.push(admin.version_of_user(&user).await);
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);

    assert_eq!(desk.version_of_user(&user).await, versions[2]);
    assert_eq!(saima.version_of_user(&user).await, Value::Null);
    versions.dedup();
    assert_eq!(versions.len(), 3);
}

async fn tokens_are_for_administrators_alone(app: Arc<App>) {
    let (admin, saima) = (app.admin().await, app.member("Saima").await);
    let desk = app.coordinator().await;
    let list = "query ($users: [ID!]) { tokens(filter: { userIds: $users, holds: true }) {
        totalCount nodes { name user { id } state } } }";
    let user = saima.user().await;

    let all = admin.run(list, json!({ "users": [user] })).await.ok();
    let hers = saima.run(list, json!({ "users": [user] })).await.ok();
    let of_desk = desk.run(list, json!({})).await.ok();

    let named = json!([{ "name": "test", "user": { "id": user }, "state": "HOLDS" }]);
    assert_eq!(all["tokens"], json!({ "totalCount": 1, "nodes": named }));
    for none in [hers, of_desk] {
        assert_eq!(none["tokens"], json!({ "totalCount": 0, "nodes": [] }));
    }
}

async fn the_log_names_who_did_it_and_to_whom(app: Arc<App>) {
    let admin = app.admin().await;

    let done = creates(&admin, json!({ "role": "MEMBER" })).await;
    let user = text(&done, "/user/id");
    let address = json!({ "email": "nida@caucus.example" });
    let changed = admin.updates_user(&user, "user { id }", address).await;
    changed.ok();

    let said = app.rows().await["log_entry"].clone();
    let of = |act: &str| {
        let found = said
            .iter()
            .filter(|row| row.contains(act) && row.contains(&user));
        found.cloned().collect::<Vec<_>>()
    };
    assert_eq!((of("createUser").len(), of("updateUser").len()), (1, 1));
    // One mutation is one entry: her person and her membership stand in the same.
    assert!(of("createUser")[0].contains("person_") && of("createUser")[0].contains("member_"));
    assert!(!of("updateUser")[0].contains("nida@"), "{said:?}");
}

async fn whoever_reads_words_waits_until_a_coordinator_lets_her_in(app: Arc<App>) {
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    for role in ["COORDINATOR", "MEMBER", "AIDE"] {
        let email = format!("{role}@caucus.example").to_lowercase();
        let done = creates(&admin, json!({ "role": role, "email": email })).await;
        let (user, password) = (text(&done, "/user/id"), text(&done, "/password"));
        let before = refusal(&app, &email, &password).await;
        let wrong = refusal(&app, &email, "a password that is not hers").await;
        let waiting = desk.ask("{ users(filter: { states: [WAITING] }) { nodes { id } } }");
        let waiting = waiting.await.ok();

        let input = json!({ "id": user, "expectedVersion": desk.version_of_user(&user).await });
        let let_in = desk.act("letUserIn", "user { state }", input).await.ok();

        assert_eq!(
            [before, wrong],
            ["WAITING", "INVALID_CREDENTIALS"],
            "{role}"
        );
        assert_eq!(waiting["users"]["nodes"], json!([{ "id": user }]), "{role}");
        assert_eq!(let_in["user"]["state"], "ACTIVE", "{role}");
        assert!(signs_in(&app, &email, &password).await.is_some(), "{role}");
    }
}

async fn an_administrator_comes_to_words_by_no_password_role_or_token(app: Arc<App>) {
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    let hers = desk.user().await;
    let partner = creates(&admin, json!({ "role": "PARTNER" })).await;
    let raised = json!({ "role": "COORDINATOR" });

    let token = json!({ "userId": hers, "name": "mine" });
    let token = admin.act("createToken", "secret", token).await;
    let partner_id = text(&partner, "/user/id");
    let of_raised = admin.updates_user(&partner_id, "user { state }", raised);
    let of_raised = of_raised.await.ok();
    for act in ["disableUser", "enableUser"] {
        let input = json!({ "id": hers });
        admin.act(act, "user { id }", input).await.ok();
    }
    let reset = json!({ "id": hers });
    let reset = admin.act("resetPassword", "password user { state }", reset);
    let reset = reset.await.ok();

    assert_eq!(token.user_errors(), ["FORBIDDEN userId"]);
    assert_eq!(of_raised["user"]["state"], "WAITING");
    assert_eq!(reset["user"]["state"], "WAITING");
    for (email, password) in [
        ("new@caucus.example", text(&partner, "/password")),
        (&desk.email, text(&reset, "/password")),
    ] {
        assert_eq!(refusal(&app, email, &password).await, "WAITING");
    }
}

async fn a_coordinator_lets_in_and_nobody_else(app: Arc<App>) {
    let (admin, saima) = (app.admin().await, app.member("Saima").await);
    let done = creates(&admin, json!({ "role": "MEMBER" })).await;
    let user = text(&done, "/user/id");
    let desk = app.coordinator().await;
    let input = json!({ "id": user, "expectedVersion": desk.version_of_user(&user).await });

    for caller in [&admin, &saima] {
        let refused = caller.act("letUserIn", "user { id }", input.clone()).await;
        assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    }
    let enabled = admin
        .act("enableUser", "user { state }", json!({ "id": user }))
        .await;

    assert_eq!(enabled.ok()["user"]["state"], "WAITING");
    desk.act("letUserIn", "user { id }", input.clone())
        .await
        .ok();
    let before = app.rows().await;
    desk.act("letUserIn", "user { id }", input).await.ok();
    assert_eq!(app.rows().await, before);
    let entry = "SELECT CAST(changes AS TEXT) FROM log_entry WHERE act = 'letUserIn' AND \
                 outcome = 'DONE'";
    let said = app.texts(entry).await;
    assert_eq!(said.len(), 1);
    assert!(said[0].contains(&text(&done, "/user/id")), "{said:?}");
}

async fn she_is_not_let_in_by_another_password_than_the_one_she_was_asked_for(app: Arc<App>) {
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    let done = creates(&admin, json!({ "role": "MEMBER" })).await;
    let user = text(&done, "/user/id");
    let input = json!({ "id": user, "expectedVersion": desk.version_of_user(&user).await });

    let reset = json!({ "id": user });
    let reset = admin.act("resetPassword", "password", reset).await.ok();
    let shown = "user { id state version }";
    let refused = desk.act("letUserIn", shown, input).await;

    assert_eq!(refused.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
    let now = refused.data()["user"].clone();
    assert_eq!(
        (&now["id"], &now["state"]),
        (&json!(user), &json!("WAITING"))
    );
    let password = text(&reset, "/password");
    assert_eq!(
        refusal(&app, "new@caucus.example", &password).await,
        "WAITING"
    );
    let again = json!({ "id": user, "expectedVersion": now["version"] });
    desk.act("letUserIn", shown, again).await.ok();
    assert!(
        signs_in(&app, "new@caucus.example", &password)
            .await
            .is_some()
    );
}

async fn the_log_tells_with_what_a_user_begins_and_in_which_state_she_is_since(app: Arc<App>) {
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    let done = creates(&admin, json!({ "role": "MEMBER" })).await;
    let user = text(&done, "/user/id");
    let input = json!({ "id": user, "expectedVersion": desk.version_of_user(&user).await });
    desk.act("letUserIn", "user { id }", input).await.ok();
    admin
        .act("disableUser", "user { id }", json!({ "id": user }))
        .await
        .ok();
    admin
        .act("enableUser", "user { id }", json!({ "id": user }))
        .await
        .ok();

    let query = "query ($id: ID!) { auditLog(filter: { recordIds: [$id] },
        orderBy: { field: AT, direction: ASC }) { nodes { act changes { recordId fields {
        field before { text } after { text } } } } } }";
    let told = admin.run(query, json!({ "id": user })).await.ok();

    let nodes = told["auditLog"]["nodes"].as_array().unwrap();
    let of = |act: &str| {
        let entry = nodes.iter().find(|entry| entry["act"] == act).unwrap();
        let changes = entry["changes"].as_array().unwrap();
        let hers = changes.iter().find(|change| change["recordId"] == user);
        hers.unwrap()["fields"].clone()
    };
    let field = |name: &str, before: Value, after: &str| {
        let text = |text: Value| {
            if text.is_null() {
                text
            } else {
                json!({ "text": text })
            }
        };
        json!({ "field": name, "before": text(before), "after": { "text": after } })
    };
    assert_eq!(
        of("createUser"),
        json!([
            field("role", Value::Null, "MEMBER"),
            field("state", Value::Null, "WAITING"),
            field("language", Value::Null, "EN"),
        ])
    );
    for (act, before, after) in [
        ("letUserIn", "WAITING", "ACTIVE"),
        ("disableUser", "ACTIVE", "DISABLED"),
        ("enableUser", "DISABLED", "WAITING"),
    ] {
        assert_eq!(
            of(act),
            json!([field("state", json!(before), after)]),
            "{act}"
        );
    }
}

async fn who_is_kept_out_is_not_let_in_by_a_coordinator(app: Arc<App>) {
    let (admin, saima) = (app.admin().await, app.member("Saima").await);
    let (desk, user) = (app.coordinator().await, saima.user().await);
    let input = json!({ "id": user });
    admin
        .act("disableUser", "user { id }", input.clone())
        .await
        .ok();

    let version = desk.version_of_user(&user).await;
    let input = crate::support::build::merged(input, json!({ "expectedVersion": version }));
    let refused = desk.act("letUserIn", "user { state }", input).await;

    assert_eq!(refused.user_errors(), ["INVALID_TRANSITION id"]);
    assert!(!opens(&app, &saima.token.unwrap()).await);
}

async fn at_the_shell_nobody_waits(app: Arc<App>) {
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    let reset = json!({ "id": desk.user().await });
    let reset = admin.act("resetPassword", "password", reset).await.ok();
    let password = text(&reset, "/password");
    let waits = refusal(&app, &desk.email, &password).await;

    let settled = user::set_state(&app.server, &desk.email, UserState::Active).await;

    assert_eq!(waits, "WAITING");
    assert_eq!(settled.unwrap(), Settled::Done);
    assert!(signs_in(&app, &desk.email, &password).await.is_some());
}

async fn who_is_given_a_wider_role_waits_again(app: Arc<App>) {
    let (admin, desk) = (app.admin().await, app.coordinator().await);
    let done = creates(&admin, json!({ "role": "AIDE" })).await;
    let user = text(&done, "/user/id");
    let id = json!({ "id": user, "expectedVersion": desk.version_of_user(&user).await });
    desk.act("letUserIn", "user { id }", id).await.ok();

    let raised = json!({ "role": "COORDINATOR" });
    let raised = admin.updates_user(&user, "user { state }", raised).await;

    assert_eq!(raised.ok()["user"]["state"], "WAITING");
    let password = text(&done, "/password");
    assert_eq!(
        refusal(&app, "new@caucus.example", &password).await,
        "WAITING"
    );
}

async fn enabling_who_is_in_changes_nothing(app: Arc<App>) {
    let (admin, saima) = (app.admin().await, app.member("Saima").await);
    let input = json!({ "id": saima.user().await });
    let before = app.rows().await;

    let done = admin.act("enableUser", "user { state }", input).await.ok();

    assert_eq!(done["user"]["state"], "ACTIVE");
    assert_eq!(app.rows().await, before);
    assert!(opens(&app, &saima.token.unwrap()).await);
}
