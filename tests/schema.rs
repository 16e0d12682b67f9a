//! The contract that is checked in: the same as is served, described, and named alike throughout.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it did not expect should stop there"
)]

use std::collections::BTreeSet;
use std::path::Path;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, TypeDefinition, TypeKind, TypeSystemDefinition,
};
use rabta::concepts::access::policy::page::page;
use rabta::concepts::access::policy::{Act, Field};

fn types() -> Vec<TypeDefinition> {
    let parsed = parse_schema(rabta::schema::sdl()).unwrap();
    let of_type = |definition| match definition {
        TypeSystemDefinition::Type(found) => Some(found.node),
        TypeSystemDefinition::Schema(_) | TypeSystemDefinition::Directive(_) => None,
    };
    parsed.definitions.into_iter().filter_map(of_type).collect()
}

fn fields(found: &TypeDefinition) -> Vec<&FieldDefinition> {
    match &found.kind {
        TypeKind::Object(object) => object.fields.iter().map(|field| &field.node).collect(),
        TypeKind::Interface(interface) => {
            interface.fields.iter().map(|field| &field.node).collect()
        }
        _ => Vec::new(),
    }
}

fn inputs(found: &TypeDefinition) -> Vec<&InputValueDefinition> {
    match &found.kind {
        TypeKind::InputObject(input) => input.fields.iter().map(|field| &field.node).collect(),
        _ => Vec::new(),
    }
}

/// The name of a type within its lists.
fn innermost(of: &BaseType) -> &str {
    match of {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(items) => innermost(&items.base),
    }
}

fn is_camel(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric())
}

fn is_pascal(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_uppercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric())
}

fn is_screaming(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_uppercase())
        && name
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_')
}

#[test]
fn the_checked_in_schema_is_the_one_that_is_served() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.graphql");
    let checked_in = std::fs::read_to_string(file).unwrap();

    let is_same = checked_in.trim_end() == rabta::schema::sdl().trim_end();

    assert!(
        is_same,
        "schema.graphql differs from what is served: run `cargo xtask schema`"
    );
}

#[test]
fn the_page_of_rights_is_the_table_that_the_server_asks() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ACCESS.md");
    let checked_in = std::fs::read_to_string(file).unwrap();

    let is_same = checked_in.trim_end() == page().trim_end();

    assert!(
        is_same,
        "docs/ACCESS.md differs from the table: run `cargo xtask schema`"
    );
}

#[test]
fn every_mutation_stands_in_the_table_of_rights() {
    let types = types();
    let mutation = types.iter().find(|found| found.name.node == "Mutation");
    let in_schema: BTreeSet<_> = fields(mutation.unwrap())
        .into_iter()
        .map(|field| field.name.node.to_string())
        .collect();

    // An act within another has a name that no mutation has: `updateMeeting.match`.
    let names = Act::ALL.iter().map(|act| act.name());
    // A file comes as its bytes, to a door of its own.
    let in_table: BTreeSet<_> = names
        .filter(|name| name.chars().all(|letter| letter.is_ascii_alphanumeric()))
        .filter(|name| *name != "attachFile")
        .map(str::to_owned)
        .collect();

    assert_eq!(in_schema, in_table);
}

#[test]
fn every_field_that_the_table_keeps_is_in_the_schema() {
    let types = types();
    let is_there = |guard: &str| {
        let Some((of, name)) = guard.split_once('.') else {
            return guard.starts_with('/');
        };
        types
            .iter()
            .filter(|found| found.name.node == of)
            .any(|found| {
                let has_field = fields(found).iter().any(|field| field.name.node == name);
                has_field || inputs(found).iter().any(|input| input.name.node == name)
            })
    };

    for field in Field::ALL {
        for guard in field.guards() {
            assert!(is_there(guard), "{guard} of {field:?} is not in the schema");
        }
    }
}

#[test]
fn everything_in_the_schema_is_described() {
    let mut bare = Vec::new();
    let mut note = |name: String, description: Option<&String>| {
        let is_sentence = description.is_some_and(|text| text.trim().ends_with('.'));
        if !is_sentence {
            bare.push(name);
        }
    };

    for found in types() {
        let name = &found.name.node;
        if !matches!(found.kind, TypeKind::Scalar) {
            note(
                name.to_string(),
                found.description.as_ref().map(|text| &text.node),
            );
        }
        for field in fields(&found) {
            let at = format!("{name}.{}", field.name.node);
            note(
                at.clone(),
                field.description.as_ref().map(|text| &text.node),
            );
            for argument in &field.arguments {
                let description = argument.node.description.as_ref().map(|text| &text.node);
                note(format!("{at}({})", argument.node.name.node), description);
            }
        }
        for field in inputs(&found) {
            let description = field.description.as_ref().map(|text| &text.node);
            note(format!("{name}.{}", field.name.node), description);
        }
        if let TypeKind::Enum(values) = &found.kind {
            for value in &values.values {
                let description = value.node.description.as_ref().map(|text| &text.node);
                note(format!("{name}.{}", value.node.value.node), description);
            }
        }
    }

    assert_eq!(
        bare,
        Vec::<String>::new(),
        "without a description that ends as a sentence does"
    );
}

#[test]
fn a_field_that_may_be_null_says_what_null_means() {
    let mut silent = Vec::new();

    for found in types() {
        for field in fields(&found)
            .into_iter()
            .filter(|field| field.ty.node.nullable)
        {
            let text = field
                .description
                .as_ref()
                .map(|text| text.node.to_lowercase());
            if !text.is_some_and(|text| text.contains("null")) {
                silent.push(format!("{}.{}", found.name.node, field.name.node));
            }
        }
    }

    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn names_have_the_form_of_their_kind() {
    let mut odd = Vec::new();

    for found in types() {
        let name = found.name.node.as_str();
        let has_form = match &found.kind {
            TypeKind::InputObject(_) => ["Input", "Filter", "Order"]
                .iter()
                .any(|end| name.ends_with(end)),
            _ => true,
        };
        if !is_pascal(name) || !has_form {
            odd.push(name.to_owned());
        }
        for field in fields(&found) {
            let arguments = field
                .arguments
                .iter()
                .map(|argument| argument.node.name.node.as_str());
            let all = arguments.chain([field.name.node.as_str()]);
            odd.extend(
                all.filter(|name| !is_camel(name) || name.starts_with("get"))
                    .map(|field| format!("{name}.{field}")),
            );
        }
        for field in inputs(&found) {
            let field_name = field.name.node.as_str();
            let is_id = innermost(&field.ty.node.base) == "ID";
            let ends = match field.ty.node.base {
                BaseType::List(_) => field_name == "ids" || field_name.ends_with("Ids"),
                BaseType::Named(_) => field_name == "id" || field_name.ends_with("Id"),
            };
            if !is_camel(field_name) || is_id != ends {
                odd.push(format!("{name}.{field_name}"));
            }
        }
        if let TypeKind::Enum(values) = &found.kind {
            let names = values
                .values
                .iter()
                .map(|value| value.node.value.node.as_str());
            odd.extend(
                names
                    .filter(|value| !is_screaming(value))
                    .map(|value| format!("{name}.{value}")),
            );
        }
    }

    assert_eq!(odd, Vec::<String>::new());
}

#[test]
fn every_mutation_takes_one_input_and_answers_a_payload_with_user_errors() {
    let types = types();
    let by_name = |name: &str| types.iter().find(|found| found.name.node == name).unwrap();

    for act in fields(by_name("Mutation")) {
        let name = act.name.node.as_str();
        let [input] = &act.arguments[..] else {
            panic!("{name} takes one argument");
        };
        assert_eq!(input.node.name.node, "input", "{name}");
        let taken = input.node.ty.node.to_string().to_lowercase();
        assert_eq!(taken, format!("{}input!", name.to_lowercase()), "{name}");
        assert!(!act.ty.node.nullable, "{name}");
        let payload = innermost(&act.ty.node.base);
        assert!(payload.ends_with("Payload"), "{name}");
        let has_errors = |field: &&FieldDefinition| {
            field.name.node == "userErrors" && field.ty.node.to_string() == "[UserError!]!"
        };
        assert!(fields(by_name(payload)).iter().any(has_errors), "{payload}");
        let input = by_name(innermost(&input.node.ty.node.base));
        let is_request = |field: &&InputValueDefinition| field.name.node == "requestId";
        assert!(
            inputs(input).iter().any(is_request),
            "{name} can be sent again"
        );
    }
}

#[test]
fn every_connection_is_paged_and_narrowed_alike() {
    let types = types();
    let query = types
        .iter()
        .find(|found| found.name.node == "Query")
        .unwrap();

    for list in fields(query) {
        let answers = innermost(&list.ty.node.base);
        let Some(one) = answers.strip_suffix("Connection") else {
            continue;
        };
        // What waits for the one who asks is a desk, a history is of one record, and whom we miss is
        // worked out, the worst first: none is a list of the record.
        if ["Waiting", "HistoryEntry", "Gap"].contains(&one) {
            continue;
        }
        let names: Vec<_> = list
            .arguments
            .iter()
            .map(|found| found.node.name.node.as_str())
            .collect();
        assert_eq!(
            names,
            ["after", "before", "filter", "first", "last", "orderBy"],
            "{one}"
        );
        let singular = fields(query)
            .into_iter()
            .find(|field| innermost(&field.ty.node.base) == one);
        assert!(
            singular.is_some_and(|field| field.ty.node.nullable),
            "{one} by its id"
        );
    }
}
