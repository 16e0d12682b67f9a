//! Random queries that the schema allows: every field and argument of it takes part, also what is
//! added later. A scalar for which there is no sample stops the test and says so.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::support::caller::Caller;
use crate::twins::chance::Chance;

pub const INTROSPECTION: &str = "{ __schema { queryType { name } types { kind name
    fields { name args { name type { ...T } } type { ...T } }
    inputFields { name type { ...T } } enumValues { name } possibleTypes { name } } } }
    fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// How deep a query goes.
const DEPTH: usize = 4;

pub struct Schema {
    types: HashMap<String, Value>,
    query: String,
}

/// What queries ask about.
pub struct Pool {
    /// Ids of what is there, of what will be hidden, and of what never is.
    pub ids: Vec<String>,
    /// Words that stand in it.
    pub words: Vec<&'static str>,
}

impl Schema {
    pub async fn read(caller: &Caller) -> Self {
        let found = caller.ask(INTROSPECTION).await.ok()["__schema"].clone();
        let types = found["types"].as_array().unwrap().iter();
        let types = types.map(|one| (one["name"].as_str().unwrap().to_owned(), one.clone()));
        Self {
            types: types.collect(),
            query: found["queryType"]["name"].as_str().unwrap().to_owned(),
        }
    }

    pub fn query(&self, chance: &mut Chance, pool: &Pool) -> String {
        let fields = list(&self.types[&self.query]["fields"]);
        let field = chance.one(fields);
        format!("{{ {} }}", self.field(field, chance, pool, 0))
    }

    fn field(&self, field: &Value, chance: &mut Chance, pool: &Pool, depth: usize) -> String {
        let name = field["name"].as_str().unwrap();
        let mut arguments = Vec::new();
        let mut paged = false;
        for argument in list(&field["args"]) {
            let of = argument["name"].as_str().unwrap();
            let is_needed = argument["type"]["kind"] == "NON_NULL";
            // One way of paging at a time, and small pages where they are nested.
            let wanted = match of {
                "first" | "last" => !paged && (depth > 0 || chance.percent(50)),
                "after" | "before" => false,
                _ => is_needed || chance.percent(60),
            };
            if wanted {
                paged |= of == "first" || of == "last";
                let about = if of == "id" || of == "ids" { name } else { of };
                let value = match of {
                    "first" | "last" => (1 + chance.below(3)).to_string(),
                    _ => self.value(about, &argument["type"], chance, pool, 0),
                };
                arguments.push(format!("{of}: {value}"));
            }
        }
        let arguments = match arguments.as_slice() {
            [] => String::new(),
            some => format!("({})", some.join(", ")),
        };
        format!(
            "{name}{arguments}{}",
            self.selection(&field["type"], chance, pool, depth)
        )
    }

    fn selection(&self, of: &Value, chance: &mut Chance, pool: &Pool, depth: usize) -> String {
        let named = &self.types[named(of)];
        match named["kind"].as_str().unwrap() {
            "SCALAR" | "ENUM" => String::new(),
            "OBJECT" => self.fields(named, chance, pool, depth),
            _ => {
                let possible = list(&named["possibleTypes"]);
                let some = (0..2).map(|_| {
                    let one = chance.one(possible)["name"].as_str().unwrap();
                    let fields = self.fields(&self.types[one], chance, pool, depth);
                    format!("... on {one} {fields}")
                });
                // Two of the same would have fields with other arguments under one name.
                let some: std::collections::BTreeMap<_, _> = some
                    .map(|text| (text.split_whitespace().nth(2).map(str::to_owned), text))
                    .collect();
                let some: Vec<_> = some.into_values().collect();
                format!(" {{ __typename {} }}", some.join(" "))
            }
        }
    }

    fn fields(&self, object: &Value, chance: &mut Chance, pool: &Pool, depth: usize) -> String {
        let all = list(&object["fields"]);
        let is_leaf = |field: &&Value| {
            let kind = &self.types[named(&field["type"])]["kind"];
            kind == "SCALAR" || kind == "ENUM"
        };
        let mut chosen = Vec::new();
        for field in all {
            let share = match (is_leaf(&field), depth < DEPTH) {
                (true, _) => 60,
                // What holds a list is nothing without it.
                (false, true) if ["nodes", "edges", "node"].contains(&name_of(field)) => 90,
                (false, true) => 30,
                (false, false) => 0,
            };
            if chosen.len() < 9 && chance.percent(share) {
                chosen.push(self.field(field, chance, pool, depth + 1));
            }
        }
        if chosen.is_empty() {
            chosen.push("__typename".to_owned());
        }
        format!(" {{ {} }}", chosen.join(" "))
    }

    fn value(
        &self,
        about: &str,
        of: &Value,
        chance: &mut Chance,
        pool: &Pool,
        depth: usize,
    ) -> String {
        match of["kind"].as_str().unwrap() {
            "NON_NULL" => return self.value(about, &of["ofType"], chance, pool, depth),
            "LIST" => {
                let items = (0..chance.below(3))
                    .map(|_| self.value(about, &of["ofType"], chance, pool, depth));
                return format!("[{}]", items.collect::<Vec<_>>().join(", "));
            }
            _ => {}
        }
        let named = &self.types[of["name"].as_str().unwrap()];
        match named["kind"].as_str().unwrap() {
            "ENUM" => name_of(chance.one(list(&named["enumValues"]))).to_owned(),
            "INPUT_OBJECT" => {
                let mut fields = Vec::new();
                for field in list(&named["inputFields"]) {
                    let is_needed = field["type"]["kind"] == "NON_NULL";
                    if is_needed || chance.percent(if depth == 0 { 15 } else { 50 }) {
                        let name = name_of(field);
                        let value = self.value(name, &field["type"], chance, pool, depth + 1);
                        fields.push(format!("{name}: {value}"));
                    }
                }
                format!("{{ {} }}", fields.join(", "))
            }
            _ => scalar(about, name_of(named), chance, pool),
        }
    }
}

/// A sample of a scalar. The kind of an id follows from what it is asked for by.
fn scalar(about: &str, name: &str, chance: &mut Chance, pool: &Pool) -> String {
    let days = [
        "2025-06-01",
        "2025-12-01",
        "2026-01-10",
        "2026-01-15",
        "2026-06-30",
    ];
    match name {
        "ID" => {
            let kind = kind_of(about);
            let of_kind = |id: &&String| id.rsplit_once('_').is_some_and(|(of, _)| of == kind);
            let fitting: Vec<_> = pool.ids.iter().filter(of_kind).collect();
            let id = match fitting.as_slice() {
                [] => chance.one(&pool.ids),
                some => *chance.one(some),
            };
            json!(id).to_string()
        }
        "String" => json!(chance.one(&pool.words)).to_string(),
        "Boolean" => chance.percent(50).to_string(),
        "Int" => chance.below(4).to_string(),
        "Day" => json!(chance.one(&days)).to_string(),
        "Instant" => json!("2026-01-15T07:00:00Z").to_string(),
        "Month" => json!("2026-01").to_string(),
        "FiscalYear" => json!("2025-26").to_string(),
        other => panic!("{about}: say in tests/api/twins/schema.rs what a {other} looks like"),
    }
}

/// `stakeholderIds`, `stakeholders` and `ownerIds` ask for ids of a stakeholder and of a person.
pub fn kind_of(about: &str) -> String {
    let one = about
        .strip_suffix("Ids")
        .or(about.strip_suffix("Id"))
        .unwrap_or(about);
    let snake: String = one
        .chars()
        .flat_map(|letter| {
            let apart = letter.is_uppercase().then_some('_');
            apart.into_iter().chain(letter.to_lowercase())
        })
        .collect();
    match snake.as_str() {
        "owner" | "lead" => "member".to_owned(),
        "answers" => "commitment".to_owned(),
        _ => snake,
    }
}

pub fn named(of: &Value) -> &str {
    match of["name"].as_str() {
        Some(name) => name,
        None => named(&of["ofType"]),
    }
}

pub fn name_of(value: &Value) -> &str {
    value["name"].as_str().unwrap()
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
