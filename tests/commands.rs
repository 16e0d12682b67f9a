//! The program as it is run at a shell: what it says, what it leaves behind, how it ends.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect should stop there"
)]

use std::path::Path;
use std::process::{Command, Output};

use sea_orm::{ConnectionTrait, Database};
use sqlx::ConnectOptions;
use sqlx::postgres::PgConnectOptions;

/// Runs a command on a data directory, without what the environment says.
fn run(directory: &Path, words: &[&str]) -> Output {
    command(directory, words).output().unwrap()
}

fn command(directory: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rabta"));
    command
        .env_remove("DATABASE_URL")
        .env_remove("DATABASE_URL_FILE")
        .env_remove("RABTA_SECRET")
        .env_remove("RABTA_SECRET_FILE")
        .arg("--data-dir")
        .arg(directory)
        .args(words);
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

const PARTNER: [&str; 8] = [
    "user",
    "add",
    "--email",
    "greta@donor.example",
    "--name-en",
    "Greta",
    "--role",
    "partner",
];

#[test]
fn a_short_command_makes_no_database_and_says_what_does() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("mistyped");

    for words in [
        &PARTNER[..],
        &["user", "list"],
        &["token", "list", "--email", "greta@donor.example"],
        &["migrate", "status"],
    ] {
        let output = run(&directory, words);

        assert_eq!(output.status.code(), Some(1), "{words:?}");
        let said = said(&output);
        assert!(said.contains(&directory.display().to_string()), "{said}");
        assert!(said.contains("rabta serve"), "{said}");
        assert!(!directory.exists(), "{words:?}");
    }
}

#[test]
fn a_new_machine_gets_its_first_user_and_lists_her() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), &["migrate", "up"]).status.success());
    let nobody = run(folder.path(), &["user", "list"]);
    assert_eq!(printed(&nobody), "");
    assert!(said(&nobody).contains("rabta user add"));
    let words = [
        "user",
        "add",
        "--email",
        "saima@caucus.example",
        "--name-ur",
        "صائمہ",
        "--role",
        "admin",
    ];

    let password = printed(&run(folder.path(), &words));
    let list = printed(&run(folder.path(), &["user", "list"]));

    assert_eq!(password.trim().len(), 24);
    assert_eq!(list.lines().count(), 2);
    assert!(list.contains("saima@caucus.example  admin  active  never         صائمہ"));
}

#[test]
fn a_programme_that_is_not_there_is_named_in_words() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["migrate", "up"]);
    let absent = "programme_0192f0c1-7e1a-7c3e-9f0a-3b1d2c4e5f60";

    let output = run(
        folder.path(),
        &[&PARTNER[..], &["--programme", absent]].concat(),
    );

    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(
        said.contains(absent) && said.contains("no programme yet"),
        "{said}"
    );
    assert!(!said.contains("787"), "{said}");
}

#[test]
fn a_role_that_is_not_narrowed_takes_no_scope() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["migrate", "up"]);
    let words: Vec<_> = PARTNER
        .iter()
        .map(|word| if *word == "partner" { "member" } else { word })
        .chain(["--category", "CSO"])
        .collect();

    let output = run(folder.path(), &words);

    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("--role partner"),
        "{}",
        said(&output)
    );
    assert_eq!(printed(&run(folder.path(), &["user", "list"])), "");
}

#[test]
fn a_scope_that_is_named_twice_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["migrate", "up"]);
    let twice = ["--category", "CSO", "--category", "cso"];

    let output = run(folder.path(), &[&PARTNER[..], &twice].concat());

    assert!(output.status.success(), "{}", said(&output));
    let list = printed(&run(folder.path(), &["user", "list"]));
    assert_eq!(list.matches("CSO").count(), 1, "{list}");
}

#[test]
fn what_a_partner_sees_is_set_anew_and_a_role_is_changed() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["migrate", "up"]);
    run(folder.path(), &PARTNER);
    let list = || printed(&run(folder.path(), &["user", "list"]));
    let change = |more: &[&str]| {
        let words = ["user", "change", "--email", "greta@donor.example"];
        run(folder.path(), &[&words[..], more].concat())
    };

    let none = change(&[]);
    let first = change(&["--category", "CSO", "--category", "MEDIA"]);
    let after_first = list();
    let second = change(&["--category", "ECP"]);
    let after_second = list();
    let member = change(&["--role", "member", "--new-email", "Greta@caucus.example"]);
    let after_all = list();
    let scope = [
        "user",
        "change",
        "--email",
        "greta@caucus.example",
        "--category",
        "ECP",
    ];
    let scope = run(folder.path(), &scope);
    let words = ["user", "change", "--email", "greta@caucus.example"];
    let bare = run(
        folder.path(),
        &[&words[..], &["--role", "partner"]].concat(),
    );

    assert!(said(&bare).contains("sees nothing"), "{}", said(&bare));
    assert!(!said(&second).contains("sees nothing"), "{}", said(&second));
    assert_eq!(none.status.code(), Some(1));
    assert!(said(&none).contains("--new-email"), "{}", said(&none));
    for done in [&first, &second, &member] {
        assert!(done.status.success(), "{}", said(done));
    }
    assert!(
        after_first.contains("CSO") && after_first.contains("MEDIA"),
        "{after_first}"
    );
    assert!(
        after_second.contains("ECP") && !after_second.contains("CSO"),
        "{after_second}"
    );
    assert!(
        after_all.contains("greta@caucus.example  member"),
        "{after_all}"
    );
    assert!(!after_all.contains("ECP"), "{after_all}");
    assert_eq!(scope.status.code(), Some(1));
    assert!(said(&scope).contains("is none"), "{}", said(&scope));
}

#[test]
fn who_is_named_in_urdu_alone_reads_urdu() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["migrate", "up"]);
    let words = [
        "user",
        "add",
        "--role",
        "admin",
        "--email",
        "a@b.example",
        "--name-ur",
        "صائمہ",
    ];
    run(folder.path(), &words);

    let to_urdu = [
        "user",
        "change",
        "--email",
        "a@b.example",
        "--language",
        "ur",
    ];
    let to_urdu = run(folder.path(), &to_urdu);

    assert!(
        said(&to_urdu).contains("is so already"),
        "{}",
        said(&to_urdu)
    );
}

#[test]
fn addresses_and_names_of_tokens_take_no_character_that_turns_or_hides_what_follows() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["migrate", "up"]);
    run(folder.path(), &PARTNER);
    let token = [
        "token",
        "create",
        "--email",
        "greta@donor.example",
        "--name",
    ];

    for (words, refused) in [
        (
            PARTNER
                .map(|word| {
                    if word.contains('@') {
                        "g\u{202e}a@b.example"
                    } else {
                        word
                    }
                })
                .to_vec(),
            "U+202E",
        ),
        ([&token[..], &["\u{1b}[2Jdashboard"]].concat(), "U+001B"),
        ([&token[..], &[" "]].concat(), "must not be empty"),
    ] {
        let output = run(folder.path(), &words);

        assert_eq!(output.status.code(), Some(1), "{words:?}");
        assert!(said(&output).contains(refused), "{}", said(&output));
    }
    assert_eq!(
        printed(&run(folder.path(), &["user", "list"]))
            .lines()
            .count(),
        2
    );
}

#[tokio::test]
async fn a_short_command_changes_no_tables_on_either_database() {
    let server = postgres_url();
    let name = format!("rabta_commands_{:016x}", getrandom::u64().unwrap());
    let admin = Database::connect(&server).await.unwrap();
    let make = format!("CREATE DATABASE {name}");
    admin.execute_unprepared(&make).await.unwrap();
    let options = server.parse::<PgConnectOptions>().unwrap().database(&name);
    let url = options.to_url_lossy().to_string();
    let folder = tempfile::tempdir().unwrap();
    let on_server = |words: &[&str]| {
        let mut command = command(folder.path(), words);
        command
            .env("DATABASE_URL", &url)
            .env("RABTA_SECRET", "s".repeat(32));
        command.output().unwrap()
    };

    let empty = on_server(&["user", "list"]);
    let up = on_server(&["migrate", "up"]);
    let older = "DELETE FROM seaql_migrations WHERE version = \
                 (SELECT max(version) FROM seaql_migrations)";
    let there = Database::connect(&url).await.unwrap();
    there.execute_unprepared(older).await.unwrap();
    let behind = on_server(&["user", "list"]);
    let drop = format!("DROP DATABASE {name} WITH (FORCE)");
    admin.execute_unprepared(&drop).await.unwrap();

    assert!(
        said(&empty).contains("has no data of Rabta yet"),
        "{}",
        said(&empty)
    );
    assert!(said(&empty).contains(&name), "{}", said(&empty));
    assert!(up.status.success(), "{}", said(&up));
    assert!(
        said(&behind).contains("made by an older rabta"),
        "{}",
        said(&behind)
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "the server under test is told by the environment"
)]
fn postgres_url() -> String {
    std::env::var("RABTA_TEST_POSTGRES_URL").unwrap()
}
