//! What can be asked, from what the server says of itself.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::matrix::reads::{self, Reads};
use crate::matrix::world::World;
use crate::support::App;
use crate::support::build::absent;
use crate::twins::schema::{INTROSPECTION, kind_of, list, name_of, named};

pub struct Api {
    types: HashMap<String, Value>,
}

/// A field of the query.
pub struct Field(Value);

/// Arguments as they are written, and the field of a filter that they give.
#[derive(Debug)]
pub struct Arguments {
    pub text: String,
    /// Such as `MeetingFilter.search`.
    pub filter: Option<String>,
}

impl Api {
    pub async fn read(app: &App) -> Self {
        let desk = app.coordinator().await;
        let found = desk.ask(INTROSPECTION).await.ok()["__schema"].clone();
        let types = list(&found["types"]).iter();
        Self {
            types: types
                .map(|one| (name_of(one).to_owned(), one.clone()))
                .collect(),
        }
    }

    pub fn queries(&self) -> Vec<Field> {
        let fields = list(&self.types["Query"]["fields"]).iter();
        fields.cloned().map(Field).collect()
    }

    pub fn mutations(&self) -> Vec<String> {
        let fields = list(&self.types["Mutation"]["fields"]).iter();
        fields.map(|field| name_of(field).to_owned()).collect()
    }

    /// All ways to narrow, order and page a field, one at a time.
    pub fn arguments(&self, field: &Field, reads: Reads, world: &World) -> Vec<Arguments> {
        let mut all = vec![plain("")];
        for argument in list(&field.0["args"]) {
            let of = name_of(argument);
            let kind = named(&argument["type"]);
            match of {
                // What a thing is asked for by, which each read gives itself; and cursors, which are
                // of one list and are tried in `tests/api/paging.rs`.
                "id" | "ids" | "period" | "after" | "before" | "since" => {}
                "recordedBy" => all.push(plain("recordedBy: \"2030-01-01T00:00:00Z\"")),
                "first" | "last" => all.push(plain(&format!("{of}: 100"))),
                "orderBy" => all.extend(self.orders(kind).into_iter().map(|text| plain(&text))),
                "filter" => all.extend(self.filters(kind, world)),
                "groupBy" => all.extend(
                    self.values(kind)
                        .map(|one| plain(&format!("groupBy: [{one}]"))),
                ),
                "districtMeasure" => {
                    let ways = self.values(kind);
                    all.extend(ways.map(|one| plain(&format!("groupBy: [DISTRICT], {of}: {one}"))));
                }
                other => panic!("{}({other}) is not in the matrix: {reads:?}", field.name()),
            }
        }
        all
    }

    fn values(&self, named: &str) -> impl Iterator<Item = String> {
        let values = list(&self.types[named]["enumValues"]).iter();
        values.map(|value| name_of(value).to_owned())
    }

    fn orders(&self, order: &str) -> Vec<String> {
        let mut by = list(&self.types[order]["inputFields"]).iter();
        let by = by.find(|field| name_of(field) == "field").unwrap();
        let fields = self.values(named(&by["type"]));
        fields
            .flat_map(|field| {
                ["ASC", "DESC"]
                    .map(|way| format!("orderBy: {{ field: {field}, direction: {way} }}"))
            })
            .collect()
    }

    fn filters(&self, filter: &str, world: &World) -> Vec<Arguments> {
        let mut all = Vec::new();
        for field in list(&self.types[filter]["inputFields"]) {
            let name = name_of(field);
            let known = format!("{filter}.{name}");
            reads::is_known(&known);
            for value in self.samples(&known, &field["type"], world) {
                all.push(Arguments {
                    text: format!("filter: {{ {name}: {value} }}"),
                    filter: Some(known.clone()),
                });
            }
        }
        all
    }

    fn samples(&self, name: &str, of: &Value, world: &World) -> Vec<String> {
        if of["kind"] == "NON_NULL" {
            return self.samples(name, &of["ofType"], world);
        }
        let is_list = of["kind"] == "LIST";
        let scalar = named(of);
        let samples: Vec<String> = match scalar {
            "Boolean" => vec!["true".to_owned(), "false".to_owned()],
            "String" => vec![json!("Matrix").to_string(), json!("Absent").to_string()],
            "ID" => {
                let kind = kind_asked(name);
                let there = world.of_kind(&kind).into_iter();
                let there = there.map(|(_, id)| id.to_owned());
                there
                    .chain([absent(&kind)])
                    .map(|id| json!(id).to_string())
                    .collect()
            }
            "Day" => vec!["\"2025-01-01\"".to_owned(), "\"2030-01-01\"".to_owned()],
            "LedgerLineInput" => vec!["{ rung: SAID }".to_owned()],
            "PeriodInput" => vec!["{ from: \"2025-01-01\", to: \"2026-12-31\" }".to_owned()],
            other if self.types[other]["kind"] == "ENUM" => self.values(other).collect(),
            other => panic!("{name}: say in the matrix what a {other} looks like"),
        };
        if !is_list {
            return samples;
        }
        // One by one, all at once, and none.
        let all = format!("[{}]", samples.join(", "));
        let each = samples.iter().map(|one| format!("[{one}]"));
        each.chain([all, "[]".to_owned()]).collect()
    }
}

/// Of what kind the ids are that a field of a filter takes.
fn kind_asked(filter: &str) -> String {
    let (of, name) = filter.split_once('.').unwrap();
    match (of, name) {
        ("FollowUpActionFilter", "ownerIds") => "person".to_owned(),
        (_, "partyIds" | "parentIds") => "stakeholder".to_owned(),
        ("DocumentFilter", "answersIds") => "document".to_owned(),
        ("AuditFilter", "recordIds") => "meeting".to_owned(),
        ("AuditFilter", "actorIds") => "user".to_owned(),
        _ => kind_of(name),
    }
}

fn plain(text: &str) -> Arguments {
    Arguments {
        text: text.to_owned(),
        filter: None,
    }
}

impl Field {
    pub fn name(&self) -> &str {
        name_of(&self.0)
    }

    /// The least that can be asked of it.
    pub fn least(&self, world: &World) -> String {
        let name = self.name();
        let id = match name {
            "node" | "nodes" => world.all()[0].1.to_owned(),
            name => absent(&kind_of(name)),
        };
        let arguments: Vec<_> = list(&self.0["args"])
            .iter()
            .filter(|argument| argument["type"]["kind"] == "NON_NULL")
            .map(|argument| match name_of(argument) {
                "id" => format!("id: \"{id}\""),
                "ids" => format!("ids: [\"{id}\"]"),
                "period" => "period: {}".to_owned(),
                other => panic!("{name}({other}) is not in the matrix"),
            })
            .collect();
        let arguments = match arguments.as_slice() {
            [] => String::new(),
            some => format!("({})", some.join(", ")),
        };
        format!("{name}{arguments} {{ __typename }}")
    }
}
