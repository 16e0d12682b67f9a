//! Who changes a user, what she may see, a token or a grant behind the server's back is found out as
//! with any record: the user or the membership is named, with the entry that spoke of it last.

use std::sync::Arc;

use rabta::concepts::log::chain::finding::Kind;
use serde_json::json;

use crate::support::App;
use crate::support::build::text;
use crate::tampering::{act_of, behind, bytes_of_id, found, verified};

both! {
    whatever_was_changed_of_a_user_is_named
    a_user_who_was_put_in_is_named
    a_scope_that_was_widened_or_narrowed_is_named
    a_token_that_was_changed_or_put_in_is_named
    a_grant_that_was_changed_or_put_in_is_named
}

/// That each change of a table is named as one of `record`, which `act` wrote last.
async fn each_is_named(app: &App, table: &str, changes: &[String], (record, act): (&str, &str)) {
    let kind = Kind::RecordChanged(record.to_owned());
    each_is_named_as(app, table, changes, (&kind, Some(act))).await;
}

/// That each change of a table is named in such a way, with the act of the entry that speaks against
/// it; afterwards the table is as it was.
pub async fn each_is_named_as(
    app: &App,
    table: &str,
    changes: &[String],
    (kind, act): (&Kind, Option<&str>),
) {
    app.sealed().await;
    for change in changes {
        let keep = format!("CREATE TABLE kept AS SELECT * FROM \"{table}\"");
        app.execute(&keep).await;

        behind(app, change).await;
        let named = verified(app, None).await.findings;
        let back = format!(
            "DELETE FROM \"{table}\"; INSERT INTO \"{table}\" SELECT * FROM kept; DROP TABLE kept"
        );
        behind(app, &back).await;

        let [finding] = named.as_slice() else {
            panic!("{change}: {named:?}")
        };
        assert_eq!(finding.kind, *kind, "{change}");
        match act {
            Some(act) => assert_eq!(act_of(app, finding).await, act, "{change}"),
            None => assert_eq!(finding.entry, None, "{change}"),
        }
        assert_eq!(found(app).await, [], "{change}");
    }
}

/// An id as a value of SQL.
pub fn sql(app: &App, id: &str) -> String {
    let (_, uuid) = id.rsplit_once('_').unwrap();
    bytes_of_id(app, uuid.parse().unwrap())
}

async fn whatever_was_changed_of_a_user_is_named(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (user, admin) = (saima.user().await, app.admin().await);
    let input = json!({ "id": user });
    admin.act("disableUser", "user { id }", input).await.ok();

    let set = [
        "role = 'ADMIN'",
        "state = 'ACTIVE'",
        "email = 'another@caucus.example'",
        "password_hash = '$argon2id$another'",
        "password_hash = NULL",
        "access_epoch = access_epoch - 1",
        "language = 'UR'",
        "version = version + 1",
    ];
    let whose = format!("WHERE id = {}", sql(&app, &user));
    let mut changes: Vec<_> = set
        .iter()
        .map(|set| format!("UPDATE \"user\" SET {set} {whose}"))
        .collect();
    changes.push(format!("DELETE FROM \"user\" {whose}"));
    each_is_named(&app, "user", &changes, (&user, "disableUser")).await;
}

async fn a_user_who_was_put_in_is_named(app: Arc<App>) {
    let saima = app.member("Saima").await;
    app.sealed().await;
    let (there, id) = (saima.user().await, uuid::Uuid::from_u128(7));
    let columns = "access_epoch, language, created_at, version";
    let copy = format!(
        "INSERT INTO \"user\" (id, person_id, email, role, state, {columns})
         SELECT {new}, {new}, 'new@caucus.example', 'ADMIN', state, {columns} FROM \"user\"
         WHERE id = {there}",
        new = bytes_of_id(&app, id),
        there = sql(&app, &there),
    );

    behind(&app, &copy).await;
    let named = verified(&app, None).await.findings;
    let gone = format!("DELETE FROM \"user\" WHERE id = {}", bytes_of_id(&app, id));
    behind(&app, &gone).await;

    let [finding] = named.as_slice() else {
        panic!("{named:?}")
    };
    assert_eq!(finding.kind, Kind::RecordChanged(format!("user_{id}")));
    assert_eq!(finding.entry, None, "no entry speaks of her");
}

async fn a_scope_that_was_widened_or_narrowed_is_named(app: Arc<App>) {
    let (one, other) = (app.programme("One").await, app.programme("Other").await);
    let partner = app.partner(&[&one], &["ECP"]).await.user().await;
    let (id, other) = (sql(&app, &partner), sql(&app, &other));

    for (table, column, value) in [
        ("user_scope_programme", "programme_id", other),
        ("user_scope_category", "category", "'CSO'".to_owned()),
    ] {
        let changes = [
            format!("INSERT INTO {table} (user_id, {column}) VALUES ({id}, {value})"),
            format!("UPDATE {table} SET {column} = {value} WHERE user_id = {id}"),
            format!("DELETE FROM {table} WHERE user_id = {id}"),
        ];
        each_is_named(&app, table, &changes, (&partner, "createToken")).await;
    }
}

async fn a_token_that_was_changed_or_put_in_is_named(app: Arc<App>) {
    let (partner, admin) = (app.partner(&[], &[]).await, app.admin().await);
    let user = partner.user().await;
    let input = json!({ "userId": user, "name": "another" });
    let made = admin.act("createToken", "token { id }", input).await.ok();
    let token = text(&made, "/token/id");
    let input = json!({ "id": token });
    admin.act("revokeToken", "token { id }", input).await.ok();

    let (id, copy) = (
        sql(&app, &token),
        bytes_of_id(&app, uuid::Uuid::from_u128(7)),
    );
    let other = super::bytes(&app, &[7; 32]);
    let columns = "user_id, name, access_epoch, created_at, expires_at";
    let set = [
        format!("digest = {other}"),
        "expires_at = created_at".to_owned(),
        "revoked_at = NULL".to_owned(),
        "access_epoch = access_epoch + 1".to_owned(),
        "name = 'nothing'".to_owned(),
    ];
    let mut changes: Vec<_> = set
        .iter()
        .map(|set| format!("UPDATE token SET {set} WHERE id = {id}"))
        .collect();
    changes.push(format!("DELETE FROM token WHERE id = {id}"));
    changes.push(format!(
        "INSERT INTO token (id, digest, {columns})
         SELECT {copy}, {other}, {columns} FROM token WHERE id = {id}"
    ));
    each_is_named(&app, "token", &changes, (&user, "revokeToken")).await;
}

async fn a_grant_that_was_changed_or_put_in_is_named(app: Arc<App>) {
    let (saima, akbar) = (app.member("Saima").await, app.aide().await);
    saima.lets(&akbar).await;
    let input = json!({ "userId": akbar.user().await });
    let ended = saima.act("endActingForMe", "member { id }", input);
    ended.await.ok();

    let (hers, other) = (
        sql(&app, &saima.member),
        sql(&app, &app.aide().await.user().await),
    );
    let changes = [
        "UPDATE acting SET ended_at = NULL".to_owned(),
        format!("UPDATE acting SET user_id = {other}"),
        "DELETE FROM acting".to_owned(),
        format!(
            "INSERT INTO acting (member_id, user_id, granted_at)
             SELECT {hers}, {other}, granted_at FROM acting"
        ),
    ];
    let named = (saima.member.as_str(), "endActingForMe");
    each_is_named(&app, "acting", &changes, named).await;
}
