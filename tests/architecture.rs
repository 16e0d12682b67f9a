//! Which room may use which, and what every concept with records must have, read from the source.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect should stop there"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Acts call acts only to the left.
const ORDER: &[&str] = &[
    "log",
    "records",
    "reference",
    "access",
    "people",
    "members",
    "administration",
    "bodies",
    "stakeholders",
    "legislation",
    "programme",
    "engagements",
    "documents",
    "commitments",
    "follow_ups",
    "meetings",
    "attachments",
    "results",
    "handover",
    "merging",
    "coverage",
    "search",
    "changes",
    "integrations",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The Rust files below a folder, with what is in them.
fn files(folder: &str) -> BTreeMap<PathBuf, String> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![root().join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.insert(path.strip_prefix(root()).unwrap().to_owned(), text);
            }
        }
    }
    found
}

/// The code of a file: without comments and without the tests at its foot.
fn code(text: &str) -> String {
    let body = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    body.lines().filter(is_code).collect::<Vec<_>>().join("\n")
}

/// All paths that a file uses, those in braces written out.
fn paths(text: &str) -> BTreeSet<String> {
    let code = code(text);
    let mut found = BTreeSet::new();
    for start in ["use ", "pub use ", "pub(crate) use "] {
        for (at, _) in code
            .match_indices(&format!("\n{start}"))
            .chain(code.match_indices(&format!("\n    {start}")))
        {
            let rest = code.get(at..).unwrap().trim_start();
            let tree = rest.get(start.len()..).unwrap().split(';').next().unwrap();
            spread("", tree, &mut found);
        }
    }
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':');
    for name in ["crate::", "rabta::", "entity::", "migration::"] {
        for (at, _) in code.match_indices(name) {
            let path: String = code
                .get(at..)
                .unwrap()
                .chars()
                .take_while(|letter| is_part(*letter))
                .collect();
            found.insert(path.trim_end_matches(':').to_owned());
        }
    }
    found
}

/// Writes out one tree of a `use` line.
fn spread(before: &str, tree: &str, found: &mut BTreeSet<String>) {
    let Some((head, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap().trim();
        found.insert(
            format!("{before}{path}")
                .trim_end_matches("::self")
                .to_owned(),
        );
        return;
    };
    let before = format!("{before}{}", head.trim());
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let (mut depth, mut part) = (0_i32, String::new());
    for letter in inner.chars().chain([',']) {
        match letter {
            ',' if depth == 0 => {
                if !part.trim().is_empty() {
                    spread(&before, part.trim(), found);
                }
                part.clear();
                continue;
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        part.push(letter);
    }
}

/// Files of a folder that use one of some paths.
fn users_of(folder: &str, forbidden: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in files(folder) {
        for path in paths(&text) {
            if forbidden
                .iter()
                .any(|name| path == *name || path.starts_with(&format!("{name}::")))
            {
                found.push(format!("{} uses {path}", file.display()));
            }
        }
    }
    found
}

const NOBODY: [String; 0] = [];

#[test]
fn braces_of_a_use_line_are_written_out() {
    let text = "\nuse crate::concepts::{access::{self, Act}, log};\nuse crate::kit::db as d;\nfn f() { crate::app::g(); }";

    let found: Vec<_> = paths(text)
        .into_iter()
        .filter(|path| path != "crate::concepts")
        .collect();

    let all = [
        "crate::app::g",
        "crate::concepts::access",
        "crate::concepts::access::Act",
        "crate::concepts::log",
        "crate::kit::db",
    ];
    assert_eq!(found, all);
}

#[test]
fn the_kit_knows_nobody() {
    let others = [
        "crate::concepts",
        "crate::http",
        "crate::cli",
        "crate::schema",
        "crate::app",
    ];

    assert_eq!(users_of("src/kit", &others), NOBODY);
}

#[test]
fn rooms_use_only_those_below_them() {
    assert_eq!(users_of("src/http", &["crate::cli"]), NOBODY);
    assert_eq!(
        users_of(
            "src/concepts",
            &["crate::cli", "crate::http", "crate::schema"]
        ),
        NOBODY
    );
    assert_eq!(
        users_of("src/schema", &["crate::cli", "crate::http"]),
        NOBODY
    );
}

#[test]
fn migrations_are_frozen_and_entities_stand_alone() {
    assert_eq!(users_of("migration/src", &["entity", "rabta"]), NOBODY);
    assert_eq!(
        users_of("entity/src", &["rabta", "migration", "async_graphql"]),
        NOBODY
    );
    for (manifest, forbidden) in [
        ("migration/Cargo.toml", vec!["entity", "rabta"]),
        (
            "entity/Cargo.toml",
            vec!["rabta", "migration", "async-graphql"],
        ),
    ] {
        let text = read(manifest);
        let is_named = |name: &&str| {
            text.lines().any(|line| {
                line.starts_with(&format!("{name}.")) || line.starts_with(&format!("{name} "))
            })
        };
        assert_eq!(
            forbidden.into_iter().filter(is_named).collect::<Vec<_>>(),
            Vec::<&str>::new(),
            "{manifest}"
        );
    }
}

#[test]
fn rules_are_pure() {
    let impure = [
        "sea_orm::DatabaseConnection",
        "sea_orm::ConnectionTrait",
        "async_graphql",
        "crate::app",
        "crate::kit::db",
        "crate::kit::clock",
    ];
    let rules: Vec<_> = users_of("src/concepts", &impure)
        .into_iter()
        .filter(|used| used.contains("rules.rs") || used.contains("/rules/"))
        .collect();

    assert_eq!(rules, NOBODY);
}

/// The concept of a file below `src/concepts`, and the module within it.
fn place(file: &Path) -> Option<(String, String)> {
    let mut parts = file.strip_prefix("src/concepts").ok()?.components();
    let concept = parts.next()?.as_os_str().to_str()?.to_owned();
    let module = parts
        .next()?
        .as_os_str()
        .to_str()?
        .trim_end_matches(".rs")
        .to_owned();
    Some((concept, module))
}

/// Whether acts stand in a file: it saves things.
fn writes(text: &str) -> bool {
    let code = code(text);
    code.contains("impl Act for") || code.contains("save(tx") || code.contains("save(\n")
}

#[test]
fn every_concept_has_its_place_in_the_order() {
    let concepts: BTreeSet<_> = files("src/concepts")
        .keys()
        .filter_map(|file| place(file))
        .map(|(concept, _)| concept)
        .collect();

    for concept in concepts {
        assert!(
            ORDER.contains(&concept.as_str()),
            "{concept} has no place in the order of acts"
        );
    }
}

#[test]
fn acts_call_acts_only_to_the_left() {
    let all = files("src/concepts");
    let acts: BTreeSet<(String, String)> = all
        .iter()
        .filter(|(_, text)| writes(text))
        .filter_map(|(file, _)| place(file))
        .collect();
    assert!(
        acts.contains(&("meetings".to_owned(), "log_meeting".to_owned())),
        "{acts:?}"
    );
    let rank = |concept: &str| ORDER.iter().position(|one| *one == concept);
    let mut wrong = Vec::new();

    for (file, text) in all.iter().filter(|(_, text)| writes(text)) {
        let Some((own, _)) = place(file) else {
            continue;
        };
        for path in paths(text) {
            let mut parts = path.split("::").skip(2);
            let (Some(other), Some(module)) = (parts.next(), parts.next()) else {
                continue;
            };
            let is_act = path.starts_with("crate::concepts::")
                && acts.contains(&(other.to_owned(), module.to_owned()));
            if is_act && other != own && rank(other) >= rank(&own) {
                wrong.push(format!("{} uses {path}", file.display()));
            }
        }
    }

    assert_eq!(wrong, NOBODY);
}

/// The tables of things: those that repeat the audiences of the record under them.
fn things() -> Vec<String> {
    let is_thing = |text: &&String| {
        text.contains("pub words_audience: Audience") && text.contains("pub archived_on")
    };
    let all = files("entity/src");
    let found = all
        .iter()
        .filter(|(file, text)| is_thing(text) && !file.ends_with("record.rs"));
    found
        .map(|(file, _)| file.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

fn pascal(table: &str) -> String {
    let upper = |word: &str| {
        word.chars()
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .chain(word.chars().skip(1))
            .collect::<String>()
    };
    table.split('_').map(upper).collect()
}

#[test]
fn every_table_of_things_has_all_that_a_record_needs() {
    let concepts = files("src/concepts")
        .into_values()
        .map(|text| code(&text))
        .collect::<Vec<_>>()
        .concat();
    let (ids, node) = (
        code(&read("src/kit/graphql/id.rs")),
        code(&read("src/schema/node.rs")),
    );
    let kinds = code(&read("src/concepts/records/kinds.rs"));
    let thing = code(&read("entity/src/thing.rs"));
    let sight = code(&read("src/concepts/changes/sight.rs"));
    let tests = fs::read_dir(root().join("tests/api")).unwrap().count();
    assert!(tests > 10 && things().len() >= 10, "{:?}", things());

    for table in things() {
        let kind = pascal(&table);
        for (what, is_there) in [
            (
                "an id newtype",
                read("entity/src/ids.rs").contains(&format!("{kind}Id")),
            ),
            ("its audiences as a Thing", thing.contains(&table)),
            (
                "a Kind",
                ids.contains(&format!("{kind}({kind}Id) = \"{table}\"")),
            ),
            (
                "a member of Node",
                node.contains(&format!("{kind}({kind})")),
            ),
            (
                "an arm of find",
                node.contains(&format!("Kind::{kind} => ")),
            ),
            (
                "a Logged impl",
                concepts.contains(&format!("impl Logged for {table}::Model")),
            ),
            ("found!", concepts.contains(&format!("({table}) by "))),
            (
                "an arm of of_kind!",
                kinds.contains(&format!("Kind::{kind} => with!({table})")),
            ),
            (
                "a line in sight.rs, without which nobody is told of its changes",
                sight.contains(&format!("{kind}: {table} by ")),
            ),
        ] {
            assert!(
                is_there,
                "{table} lacks {what}: see docs/ADDING-A-CONCEPT.md"
            );
        }
    }
}

#[test]
fn what_may_have_to_be_erased_stays_out_of_the_log() {
    // Texts that say nothing of anybody, and names of what is no person.
    let harmless = ["zone", "name_en", "name_ur", "short_name"];
    let mut named = 0;

    for (file, text) in files("src/concepts") {
        let text = code(&text);
        for (at, start) in text.match_indices("impl Logged for ") {
            let rest = text.get(at + start.len()..).unwrap();
            let table = rest.split("::").next().unwrap();
            let rest = rest.split_once("const OPEN:").unwrap().1;
            let rest = rest.split_once('=').unwrap().1;
            let open: Vec<_> = rest
                .split(']')
                .next()
                .unwrap()
                .split('"')
                .skip(1)
                .step_by(2)
                .collect();
            let entity = read(&format!("entity/src/{table}.rs"));
            for field in open {
                let is_part = text.contains(&format!("part(\"{field}\""));
                let column = entity
                    .lines()
                    .find_map(|line| line.trim().strip_prefix(&format!("pub {field}: ")));
                let of_words =
                    column.is_some_and(|kind| kind.contains("String") || kind.contains("Text"));
                let place = file.display();
                assert!(
                    is_part || column.is_some(),
                    "{place}: {table} has no {field}"
                );
                assert!(
                    !of_words || harmless.contains(&field) && table != "person",
                    "{place}: {field} of {table} may say who or what"
                );
                named += 1;
            }
        }
    }

    assert!(named > 40, "{named}");
}

#[test]
fn every_act_has_a_row_in_the_policy_and_every_row_an_act() {
    let policy = read("src/concepts/access/policy/table.rs");
    let concepts = files("src/concepts")
        .into_values()
        .map(|text| code(&text))
        .collect::<Vec<_>>()
        .concat();
    let named: BTreeSet<String> = concepts
        .match_indices("const NAME: &'static str = \"")
        .map(|(at, start)| {
            concepts
                .get(at + start.len()..)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned()
        })
        .collect();
    let mut rows = BTreeSet::new();

    for act in rabta::concepts::access::Act::ALL {
        assert!(policy.contains(&format!("\"{}\"", act.name())));
        // A part of a mutation has a dot or a colon in its name.
        if act.name().chars().all(char::is_alphanumeric) {
            rows.insert(act.name().to_owned());
        }
    }

    assert_eq!(named, rows);
}

#[test]
fn every_concept_is_tested_through_the_api() {
    let main = read("tests/api/main.rs");
    let tested: BTreeSet<_> = main
        .lines()
        .filter_map(|line| line.strip_prefix("mod "))
        .map(|name| name.trim_end_matches(';'))
        .collect();
    let concepts: BTreeSet<_> = files("src/concepts")
        .keys()
        .filter_map(|file| place(file))
        .map(|(concept, _)| concept)
        .collect();

    for concept in concepts {
        // Commitments are made by logging a meeting and tested there, records with those they lie under.
        let is_elsewhere = matches!(concept.as_str(), "commitments" | "records" | "programme");
        assert!(
            is_elsewhere || tested.contains(concept.as_str()),
            "{concept} has no module in tests/api"
        );
    }
}

#[test]
fn the_checklist_names_files_that_are_there() {
    let page = read("docs/ADDING-A-CONCEPT.md");
    let is_path = |word: &&str| word.contains('/') && !word.contains(['<', '{', ' ', '*']);
    let named: Vec<_> = page.split('`').skip(1).step_by(2).filter(is_path).collect();

    assert!(named.len() > 8, "{named:?}");
    for path in named {
        assert!(root().join(path).exists(), "{path}");
    }
}
