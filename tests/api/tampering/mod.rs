//! Who changes the database behind the server's back is found out, and what he changed is named.

mod access;
mod catalogue;
mod records;

use std::sync::Arc;

use entity::{log_entry, log_link, log_origin};
use rabta::cli::audit::check;
use rabta::concepts::log::chain::Head;
use rabta::concepts::log::chain::finding::{Finding, Kind};
use rabta::concepts::log::chain::link::Place;
use rabta::concepts::log::chain::verify::{Report, Witness};
use sea_orm::{DbBackend, EntityTrait, QueryOrder};
use serde_json::json;

use crate::support::App;
use crate::support::build::text;

both! {
    an_honest_log_has_nothing_to_find
    a_changed_entry_is_named
    an_entry_that_was_linked_anew_is_named_for_want_of_the_key
    entries_that_were_moved_are_named
    a_removed_entry_is_named_by_its_place
    an_entry_beside_the_chain_is_named
    a_forged_entry_in_the_chain_is_named
    a_removed_end_shows_only_against_a_head_that_was_kept
    another_history_shows_against_a_head_that_was_kept
    another_origin_is_named
    a_head_that_was_altered_is_not_taken
    values_beside_the_log_are_held_to_it
    what_finds_an_entry_is_held_to_it_field_by_field
    a_long_log_is_read_in_pages
    a_record_that_was_changed_without_an_entry_is_named
    whatever_was_changed_of_a_promise_is_named
    a_guard_that_was_taken_away_is_named
    the_database_itself_refuses_to_change_the_log
    two_servers_do_not_break_the_chain
    the_head_is_for_those_who_read_the_log
}

/// Some entries, sealed: an office, a member, two meetings.
async fn busy(app: &App) {
    let office = app.office("ECP", "Provincial Election Commission").await;
    let saima = app.member("Saima").await;
    saima
        .meets(&office, json!({ "said": { "text": "Cards" } }))
        .await;
    app.set_time("2026-01-15T08:00:00Z");
    saima.meets(&office, json!({})).await;
    app.sealed().await;
}

/// An entry that touches no record, so that nothing but the log tells of it.
async fn refused(app: &App) {
    let saima = app.member("Zarghuna").await;
    let input = json!({ "name": { "en": "Anything" } });
    let refused = saima.act("createTopic", "topic { id }", input).await;
    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    app.sealed().await;
}

async fn verified(app: &App, head: Option<Head>) -> Report {
    let witness = Witness {
        key: Some(app.server.keys.log.public()),
        head,
    };
    check(app.server.db.reader(), &witness).await.unwrap()
}

/// What was found, as the place in the chain and the kind.
async fn found(app: &App) -> Vec<(Option<i64>, Kind)> {
    of(verified(app, None).await)
}

fn of(report: Report) -> Vec<(Option<i64>, Kind)> {
    let findings = report.findings.into_iter();
    findings
        .map(|finding| (finding.sequence, finding.kind))
        .collect()
}

/// Runs statements as who has the database in his hands: no guard and no reference stops him, and
/// afterwards all guards stand as before.
async fn behind(app: &App, statements: &str) {
    match app.backend() {
        DbBackend::Sqlite => {
            let guards = "SELECT sql FROM sqlite_master WHERE type = 'trigger'";
            let guards = app.texts(guards).await;
            let names = "SELECT name FROM sqlite_master WHERE type = 'trigger'";
            for name in app.texts(names).await {
                app.execute(&format!("DROP TRIGGER {name}")).await;
            }
            app.execute("PRAGMA foreign_keys = OFF").await;
            app.execute(statements).await;
            app.execute("PRAGMA foreign_keys = ON").await;
            for guard in guards {
                app.execute(&guard).await;
            }
        }
        _ => {
            app.execute(&format!(
                "SET session_replication_role = replica; {statements};
                 SET session_replication_role = origin"
            ))
            .await;
        }
    }
}

fn bytes(app: &App, bytes: &[u8]) -> String {
    let digits = rabta::kit::secret::hex(bytes);
    match app.backend() {
        DbBackend::Sqlite => format!("x'{digits}'"),
        _ => format!("'\\x{digits}'::bytea"),
    }
}

async fn links(app: &App) -> Vec<log_link::Model> {
    let all = log_link::Entity::find().order_by_asc(log_link::Column::Sequence);
    all.all(app.server.db.reader()).await.unwrap()
}

async fn entry_of(app: &App, link: &log_link::Model) -> log_entry::Model {
    let found = log_entry::Entity::find_by_id(link.entry_id);
    found.one(app.server.db.reader()).await.unwrap().unwrap()
}

async fn origin(app: &App) -> log_origin::Model {
    let found = log_origin::Entity::find().one(app.server.db.reader());
    found.await.unwrap().unwrap()
}

/// The act of the entry that a finding names.
async fn act_of(app: &App, finding: &Finding) -> String {
    let entry = log_entry::Entity::find_by_id(finding.entry.unwrap());
    let entry = entry.one(app.server.db.reader()).await.unwrap();
    entry.unwrap().act
}

/// The entry at a place, in a condition of SQL.
fn at(sequence: i64) -> String {
    format!("id = (SELECT entry_id FROM log_link WHERE sequence = {sequence})")
}

/// Links all entries from a place on anew, as who knows how it is done but has not the key.
async fn link_anew(app: &App, from: i64) {
    let all = links(app).await;
    let (before, after) = all.split_at(usize::try_from(from - 1).unwrap());
    let mut place = match before.last() {
        Some(link) => Place::at(link),
        None => Place::origin(&origin(app).await),
    };
    for link in after {
        let new = place.next(&entry_of(app, link).await).unwrap();
        place = Place::at(&new);
        let (hash, sequence) = (bytes(app, &new.hash), new.sequence);
        let set = format!("UPDATE log_link SET hash = {hash} WHERE sequence = {sequence}");
        behind(app, &set).await;
    }
}

async fn head(app: &App) -> Head {
    app.sealed().await;
    Head::now(&app.server).await.unwrap().unwrap()
}

async fn last(app: &App) -> i64 {
    app.number("SELECT max(sequence) FROM log_link").await
}

async fn an_honest_log_has_nothing_to_find(app: Arc<App>) {
    busy(&app).await;
    let kept = head(&app).await;
    app.office("NADRA", "The office of today").await;
    app.sealed().await;

    let report = verified(&app, Some(kept)).await;

    assert_eq!(report.findings, []);
    let entries = app.number("SELECT count(*) FROM log_entry").await;
    assert_eq!(i64::try_from(report.linked).unwrap(), entries);
    assert_eq!(report.waiting, 0);
}

async fn a_changed_entry_is_named(app: Arc<App>) {
    busy(&app).await;
    let changes = [
        "act = 'archive'",
        "at = (SELECT min(at) FROM log_entry)",
        "actor_id = NULL",
        "outcome = 'REFUSED'",
        "changes = '[]'",
        "signature = NULL",
    ];
    let sequence = last(&app).await;

    for change in changes {
        let before = entry_of(&app, links(&app).await.last().unwrap()).await;
        behind(
            &app,
            &format!("UPDATE log_entry SET {change} WHERE {}", at(sequence)),
        )
        .await;
        let after = entry_of(&app, links(&app).await.last().unwrap()).await;

        let named = found(&app).await;

        assert_ne!(before, after, "{change}");
        assert!(
            named.contains(&(Some(sequence), Kind::EntryChanged)),
            "{change}: {named:?}"
        );
        put_back(&app, &before).await;
    }
    assert_eq!(found(&app).await, []);
}

/// Puts an entry back as it was.
async fn put_back(app: &App, entry: &log_entry::Model) {
    use sea_orm::{ActiveModelTrait, IntoActiveModel};
    let guards = "SELECT sql FROM sqlite_master WHERE type = 'trigger'";
    let is_sqlite = app.backend() == DbBackend::Sqlite;
    let guards = if is_sqlite {
        let guards = app.texts(guards).await;
        app.execute("DROP TRIGGER log_entry_no_update").await;
        guards
    } else {
        app.execute("ALTER TABLE log_entry DISABLE TRIGGER USER")
            .await;
        Vec::new()
    };
    let row = entry.clone().into_active_model().reset_all();
    row.update(app.server.db.writer()).await.unwrap();
    if is_sqlite {
        let guard = guards
            .iter()
            .find(|sql| sql.contains("log_entry_no_update"));
        app.execute(guard.unwrap()).await;
    } else {
        app.execute("ALTER TABLE log_entry ENABLE TRIGGER USER")
            .await;
    }
}

async fn an_entry_that_was_linked_anew_is_named_for_want_of_the_key(app: Arc<App>) {
    busy(&app).await;
    let sequence = last(&app).await - 1;
    behind(
        &app,
        &format!(
            "UPDATE log_entry SET act = 'archive' WHERE {}",
            at(sequence)
        ),
    )
    .await;

    link_anew(&app, sequence).await;

    assert_eq!(found(&app).await, [(Some(sequence), Kind::NotSigned)]);
}

async fn entries_that_were_moved_are_named(app: Arc<App>) {
    busy(&app).await;
    let (all, sequence) = (links(&app).await, last(&app).await);
    let [.., one, other] = all.as_slice() else {
        panic!("two links")
    };
    let id = |link: &log_link::Model| bytes_of_id(&app, link.entry_id.0);
    let swap = format!(
        "UPDATE log_link SET entry_id = {spare} WHERE sequence = {sequence};
         UPDATE log_link SET entry_id = {other} WHERE sequence = {before};
         UPDATE log_link SET entry_id = {one} WHERE sequence = {sequence}",
        spare = bytes_of_id(&app, uuid::Uuid::nil()),
        other = id(other),
        one = id(one),
        before = sequence - 1,
    );

    behind(&app, &swap).await;

    let moved = [
        (Some(sequence - 1), Kind::Moved),
        (Some(sequence), Kind::Moved),
    ];
    assert_eq!(found(&app).await, moved);
}

fn bytes_of_id(app: &App, id: uuid::Uuid) -> String {
    match app.backend() {
        DbBackend::Sqlite => format!("x'{}'", id.simple()),
        _ => format!("'{id}'"),
    }
}

async fn a_removed_entry_is_named_by_its_place(app: Arc<App>) {
    busy(&app).await;
    refused(&app).await;
    let sequence = last(&app).await;
    app.office("NADRA", "The office of today").await;
    app.sealed().await;

    behind(
        &app,
        &format!("DELETE FROM log_entry WHERE {}", at(sequence)),
    )
    .await;
    let without_entry = found(&app).await;
    behind(
        &app,
        &format!("DELETE FROM log_link WHERE sequence = {sequence}"),
    )
    .await;
    let without_both = found(&app).await;

    assert!(without_entry.contains(&(Some(sequence), Kind::EntryMissing)));
    assert!(without_both.contains(&(Some(sequence), Kind::LinkMissing)));
}

/// A copy of the last entry under another id and with another act.
const COPY: &str = "INSERT INTO log_entry (id, at, actor_id, acting_for, act, request_key, outcome,
    changes, signature) SELECT {id}, at, actor_id, acting_for, 'signIn', request_key, outcome,
    '[]', signature FROM log_entry WHERE {at}";

async fn an_entry_beside_the_chain_is_named(app: Arc<App>) {
    busy(&app).await;
    let id = bytes_of_id(&app, uuid::Uuid::from_u128(7));
    let copy = COPY
        .replace("{id}", &id)
        .replace("{at}", &at(last(&app).await));

    behind(&app, &copy).await;

    assert_eq!(found(&app).await, [(None, Kind::NotLinked)]);
}

async fn a_forged_entry_in_the_chain_is_named(app: Arc<App>) {
    busy(&app).await;
    let (id, sequence) = (uuid::Uuid::from_u128(7), last(&app).await);
    let copy = COPY
        .replace("{id}", &bytes_of_id(&app, id))
        .replace("{at}", &at(sequence));
    behind(&app, &copy).await;
    let place = Place::at(links(&app).await.last().unwrap());
    let forged = log_entry::Entity::find_by_id(id);
    let forged = forged.one(app.server.db.reader()).await.unwrap().unwrap();

    let link = place.next(&forged).unwrap();
    let (id, hash) = (bytes_of_id(&app, id), bytes(&app, &link.hash));
    let insert = format!(
        "INSERT INTO log_link VALUES ({}, {id}, {hash})",
        link.sequence
    );
    behind(&app, &insert).await;

    assert_eq!(found(&app).await, [(Some(sequence + 1), Kind::NotSigned)]);
}

/// Removes the newest entry, with all that belongs to it but its records.
async fn cut(app: &App) {
    behind(app, &without(last(app).await)).await;
}

/// What takes an entry out with all that belongs to it but its records.
fn without(sequence: i64) -> String {
    let entry = format!("(SELECT entry_id FROM log_link WHERE sequence = {sequence})");
    format!(
        "DELETE FROM log_private WHERE entry_id = {entry};
         DELETE FROM log_entry WHERE id = {entry};
         DELETE FROM log_link WHERE sequence = {sequence}"
    )
}

async fn a_removed_end_shows_only_against_a_head_that_was_kept(app: Arc<App>) {
    busy(&app).await;
    refused(&app).await;
    let kept = head(&app).await;
    let sequence = kept.sequence;

    cut(&app).await;

    assert_eq!(found(&app).await, []);
    let against = of(verified(&app, Some(kept)).await);
    assert_eq!(against, [(Some(sequence), Kind::CutOff)]);
}

async fn another_history_shows_against_a_head_that_was_kept(app: Arc<App>) {
    busy(&app).await;
    let saima = app.member("Saima").await;
    let input = json!({ "name": { "en": "Anything" } });
    saima
        .act("createTopic", "topic { id }", input.clone())
        .await;
    let kept = head(&app).await;
    cut(&app).await;

    app.set_time("2026-01-15T09:00:00Z");
    saima.act("createTopic", "topic { id }", input).await;
    app.sealed().await;

    let against = of(verified(&app, Some(kept.clone())).await);
    assert_eq!(against, [(Some(kept.sequence), Kind::OtherHistory)]);
}

async fn another_origin_is_named(app: Arc<App>) {
    busy(&app).await;
    let kept = head(&app).await;
    let id = bytes_of_id(&app, uuid::Uuid::from_u128(7));

    behind(&app, &format!("UPDATE log_origin SET id = {id}")).await;
    let other_id = found(&app).await;
    let other_log = of(verified(&app, Some(kept)).await);
    behind(&app, "DELETE FROM log_origin").await;
    let none = found(&app).await;

    assert_eq!(other_id, [(None, Kind::OriginChanged)]);
    assert!(other_log.contains(&(None, Kind::OtherLog)), "{other_log:?}");
    assert_eq!(none, [(None, Kind::OriginChanged)]);
}

async fn a_head_that_was_altered_is_not_taken(app: Arc<App>) {
    busy(&app).await;
    let kept = head(&app).await;
    let altered = Head {
        sequence: kept.sequence - 1,
        ..kept
    };

    let against = of(verified(&app, Some(altered)).await);

    assert!(against.contains(&(None, Kind::HeadForged)), "{against:?}");
}

async fn values_beside_the_log_are_held_to_it(app: Arc<App>) {
    busy(&app).await;
    let sequence = app
        .number(
            "SELECT l.sequence FROM log_link l JOIN log_entry e ON e.id = l.entry_id
             WHERE e.act = 'logMeeting' ORDER BY l.sequence LIMIT 1",
        )
        .await;
    let all = links(&app).await;
    let link = all.iter().find(|link| link.sequence == sequence).unwrap();
    let met = text(&entry_of(&app, link).await.changes, "/0/record");
    let beside = format!("entry_id = (SELECT entry_id FROM log_link WHERE sequence = {sequence})");
    let (changed, emptied) = (
        format!(
            "UPDATE log_private SET content = {} WHERE {beside}",
            "REPLACE(CAST(content AS TEXT), 'Cards', 'Roads')"
        ),
        format!("UPDATE log_private SET content = '{{}}' WHERE {beside}"),
    );
    let changed = match app.backend() {
        DbBackend::Sqlite => changed,
        _ => changed.replace("'Roads')", "'Roads')::jsonb"),
    };

    behind(&app, &changed).await;
    let after_change = found(&app).await;
    behind(&app, &emptied).await;
    let after_emptying = found(&app).await;
    behind(
        &app,
        &format!("UPDATE log_private SET content = '[]' WHERE {beside}"),
    )
    .await;
    let after_nothing = found(&app).await;

    let at = |kind: fn(String) -> Kind| (Some(sequence), kind(format!("said of {met}")));
    assert_eq!(after_change, [at(Kind::ValueChanged)]);
    assert!(after_emptying.contains(&at(Kind::ValueMissing)));
    assert!(after_nothing.contains(&(Some(sequence), Kind::ValueMissing(met.clone()))));
}

/// By `log_change` the lists of the log, histories and the feed find entries and know who sees them.
#[expect(clippy::too_many_lines, reason = "one table of every field")]
async fn what_finds_an_entry_is_held_to_it_field_by_field(app: Arc<App>) {
    busy(&app).await;
    let saima = app.member("Rubina").await;
    let office = app.office("CSO", "Women of Zhob").await;
    let met = saima.meets(&office, json!({ "audience": "PRESENT" })).await;
    let asks = json!({ "ids": [met] });
    let zarghuna = app.coordinator().await;
    zarghuna
        .act("archive", "__typename", asks.clone())
        .await
        .ok();
    let input = json!({ "id": office, "expectedVersion": saima.version(&office).await });
    let refused = saima.act("updateStakeholder", "__typename", input).await;
    assert_eq!(refused.user_errors(), ["FORBIDDEN"]);
    app.sealed().await;
    let place = |act: &str| {
        let query = format!(
            "SELECT l.sequence FROM log_link l JOIN log_entry e ON e.id = l.entry_id
             WHERE e.act = '{act}' ORDER BY l.sequence DESC LIMIT 1"
        );
        let app = Arc::clone(&app);
        async move { app.number(&query).await }
    };
    let (made, named) = (place("logMeeting").await, place("updateStakeholder").await);
    assert_eq!(found(&app).await, []);
    app.execute("CREATE TABLE kept AS SELECT * FROM log_change")
        .await;
    let at = |sequence: i64| {
        format!("entry_id = (SELECT entry_id FROM log_link WHERE sequence = {sequence})")
    };
    let is_true = match app.backend() {
        DbBackend::Sqlite => "1",
        _ => "true",
    };
    let set = |column: &str, value: &str| format!("UPDATE log_change SET {column} = {value}");
    let changed = |column: &str, of: &str| Kind::LookupChanged(format!("{column} of {of}"));
    let missing = Kind::LookupMissing;

    for (sequence, tamper, kind) in [
        (made, set("kind", "'decision'"), changed("kind", &met)),
        (made, set("version", "7"), changed("version", &met)),
        (made, set("reach", "'DESK'"), changed("reach", &met)),
        (
            made,
            set("has_words", "NOT has_words"),
            changed("has_words", &met),
        ),
        (
            made,
            set("was_audience", "0"),
            changed("was_audience", &met),
        ),
        (made, set("is_audience", "0"), changed("is_audience", &met)),
        (
            made,
            set("is_words_audience", "0"),
            changed("is_words_audience", &met),
        ),
        (
            made,
            set("was_archived", is_true),
            changed("was_archived", &met),
        ),
        (
            made,
            set("is_archived", is_true),
            changed("is_archived", &met),
        ),
        (
            made,
            "DELETE FROM log_change".to_owned(),
            missing(met.clone()),
        ),
        (
            named,
            set("is_audience", "0"),
            changed("is_audience", &office),
        ),
        (named, set("reach", "'FACTS'"), changed("reach", &office)),
        (
            named,
            "DELETE FROM log_change".to_owned(),
            missing(office.clone()),
        ),
    ] {
        behind(&app, &format!("{tamper} WHERE {}", at(sequence))).await;
        let named = found(&app).await;
        let back = "DELETE FROM log_change; INSERT INTO log_change SELECT * FROM kept";
        behind(&app, back).await;

        assert_eq!(named, [(Some(sequence), kind)], "{tamper}");
    }
    let other = bytes_of_id(&app, uuid::Uuid::from_u128(7));
    let copy = "kind, version, reach, has_words, was_audience, is_audience, is_words_audience,
                was_archived, is_archived";
    for (entry, record, place) in [
        ("entry_id", other.as_str(), Some(made)),
        (other.as_str(), "record_id", None),
    ] {
        let add = format!(
            "INSERT INTO log_change (entry_id, record_id, {copy})
             SELECT {entry}, {record}, {copy} FROM kept WHERE {} ",
            at(made)
        );
        behind(&app, &add).await;
        let named = found(&app).await;
        let back = "DELETE FROM log_change; INSERT INTO log_change SELECT * FROM kept";
        behind(&app, back).await;

        assert!(
            named
                .iter()
                .any(|(at, kind)| *at == place && matches!(kind, Kind::LookupAdded(_))),
            "{add}: {named:?}"
        );
    }
    assert_eq!(found(&app).await, []);
}

/// More entries, records and erasures than are read at once.
async fn a_long_log_is_read_in_pages(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let first = saima.takes_on("First", json!({})).await;
    let lanes = (0..8).map(|_| async {
        for _ in 0..128 {
            saima.takes_on("Call", json!({})).await;
        }
    });
    futures_util::future::join_all(lanes).await;
    app.sealed().await;
    let honest = verified(&app, None).await;

    let (_, id) = first.rsplit_once('_').unwrap();
    let id = bytes_of_id(&app, id.parse().unwrap());
    let set = async |day: &str| {
        let set = format!("UPDATE follow_up_action SET due_on = {day} WHERE id = {id}");
        app.execute(&set).await;
    };
    set("'2026-02-02'").await;
    let named = found(&app).await;
    set("NULL").await;

    assert_eq!(honest.findings, []);
    assert!(honest.linked > 1_024);
    assert_eq!(named, [(None, Kind::RecordChanged(first))]);
}

async fn a_record_that_was_changed_without_an_entry_is_named(app: Arc<App>) {
    busy(&app).await;
    let before = app.texts("SELECT name_en FROM stakeholder").await;

    app.execute("UPDATE stakeholder SET name_en = 'Another'")
        .await;
    let named = verified(&app, None).await.findings;
    let back = format!("UPDATE stakeholder SET name_en = '{}'", before[0]);
    app.execute(&back).await;

    let [finding] = named.as_slice() else {
        panic!("{named:?}")
    };
    let Kind::RecordChanged(record) = &finding.kind else {
        panic!("{finding}")
    };
    assert!(record.starts_with("stakeholder_"), "{record}");
    assert_eq!(act_of(&app, finding).await, "createStakeholder");
    assert_eq!(found(&app).await, []);
}

async fn whatever_was_changed_of_a_promise_is_named(app: Arc<App>) {
    let (desk, office) = (app.coordinator().await, app.office("ECP", "PEC").await);
    let district = app.district("Zhob").await;
    let input = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": "A fund" },
        "owedByIds": [office], "districtIds": [district] });
    let made = desk.act("recordCommitment", "commitment { id }", input);
    let id = text(&made.await.ok(), "/commitment/id");
    let source = json!({ "kind": "PRESS", "title": "The Daily" });
    let step = json!({ "id": id, "status": "FULFILLED", "note": { "text": "Seen" },
        "evidence": source });
    desk.act("advanceCommitment", "__typename", step).await.ok();
    let amount = json!({ "id": id, "rung": "SAID", "amount": { "amount": "5" },
        "reference": "PSDP 1123" });
    desk.act("recordAmount", "__typename", amount).await.ok();
    app.sealed().await;
    let named = [Kind::RecordChanged(id)];

    for (table, change) in [
        (
            "commitment_step",
            "UPDATE commitment_step SET status = 'DECLINED'",
        ),
        ("commitment_step", "UPDATE commitment_step SET note = NULL"),
        (
            "commitment_step",
            "UPDATE commitment_step SET source_title = 'Another'",
        ),
        ("commitment_step", "DELETE FROM commitment_step"),
        (
            "commitment_amount",
            "UPDATE commitment_amount SET amount = amount + 1",
        ),
        (
            "commitment_amount",
            "UPDATE commitment_amount SET rung = 'SPENT'",
        ),
        (
            "commitment_amount",
            "UPDATE commitment_amount SET reference = 'Another'",
        ),
        ("commitment_amount", "DELETE FROM commitment_amount"),
        (
            "commitment_party",
            "UPDATE commitment_party SET side = 'OWED'",
        ),
        ("commitment_party", "DELETE FROM commitment_party"),
        ("commitment_district", "DELETE FROM commitment_district"),
    ] {
        app.execute(&format!("CREATE TABLE kept AS SELECT * FROM {table}"))
            .await;

        app.execute(change).await;
        let after_change = found(&app).await.into_iter().map(|(_, kind)| kind);
        let after_change: Vec<_> = after_change.collect();
        for back in [
            format!("DELETE FROM {table}"),
            format!("INSERT INTO {table} SELECT * FROM kept"),
            "DROP TABLE kept".to_owned(),
        ] {
            app.execute(&back).await;
        }

        assert_eq!(after_change, named, "{change}");
        assert_eq!(found(&app).await, [], "{change}");
    }
}

async fn a_guard_that_was_taken_away_is_named(app: Arc<App>) {
    busy(&app).await;
    let (name, take) = match app.backend() {
        DbBackend::Sqlite => ("log_link_no_update", "DROP TRIGGER log_link_no_update"),
        _ => (
            "log_link_only_added",
            "ALTER TABLE log_link DISABLE TRIGGER log_link_only_added",
        ),
    };

    app.execute(take).await;

    let missing = Kind::GuardMissing(name.to_owned());
    assert_eq!(found(&app).await, [(None, missing)]);
}

async fn the_database_itself_refuses_to_change_the_log(app: Arc<App>) {
    use sea_orm::ConnectionTrait;
    busy(&app).await;
    let conn = app.server.db.writer();

    for statement in [
        "UPDATE log_entry SET act = 'archive'",
        "DELETE FROM log_entry",
        "UPDATE log_link SET sequence = sequence + 100",
        "DELETE FROM log_link",
        "DELETE FROM log_private",
        "UPDATE log_origin SET public_key = public_key",
        "UPDATE log_change SET is_audience = 0",
        "DELETE FROM log_change",
    ] {
        let refused = conn.execute_unprepared(statement).await.unwrap_err();

        let said = refused.to_string();
        assert!(
            said.contains("the log is only added to"),
            "{statement}: {said}"
        );
    }
}

async fn two_servers_do_not_break_the_chain(app: Arc<App>) {
    let (one, other) = (app.member("Saima").await, app.member("Zarghuna").await);
    let office = app.office("ECP", "Provincial Election Commission").await;

    let logs = (0..6).map(|_| async {
        futures_util::join!(
            one.meets(&office, json!({})),
            other.meets(&office, json!({})),
            rabta::concepts::log::chain::seal(&app.server),
            rabta::concepts::log::chain::seal(&app.server),
        )
    });
    futures_util::future::join_all(logs).await;
    app.sealed().await;

    assert_eq!(found(&app).await, []);
    assert_eq!(
        last(&app).await,
        app.number("SELECT count(*) FROM log_entry").await
    );
}

async fn the_head_is_for_those_who_read_the_log(app: Arc<App>) {
    busy(&app).await;
    let address = format!("http://{}/audit/head", app.address);
    let ask = async |caller: Option<&crate::support::caller::Caller>| {
        let request = app.client.get(&address);
        let request = match caller.and_then(|caller| caller.token.as_ref()) {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };

    let (status, said) = ask(Some(&app.coordinator().await)).await;
    let (of_member, _) = ask(Some(&app.member("Nasreen").await)).await;
    let (of_nobody, _) = ask(None).await;

    assert_eq!(status, 200, "{said}");
    let head: Head = serde_json::from_str(&said).unwrap();
    assert!(head.is_genuine());
    assert_eq!((of_member, of_nobody), (404, 401));
}
