//! Which fields are lists without pages, for the measure of a document before it runs.

use std::collections::HashSet;
use std::sync::OnceLock;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{BaseType, TypeKind, TypeSystemDefinition};

use crate::schema::sdl;

/// Whether some object has a list under this name. The parts of a page are none: the page itself
/// says how many there are.
#[must_use]
pub fn is_list(name: &str) -> bool {
    static LISTS: OnceLock<HashSet<String>> = OnceLock::new();
    LISTS.get_or_init(lists).contains(name)
}

fn lists() -> HashSet<String> {
    // Our own text is always read; without it nothing would be a list.
    let definitions = parse_schema(sdl())
        .map(|document| document.definitions)
        .unwrap_or_default();
    let objects = definitions
        .into_iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(of) => match of.node.kind {
                TypeKind::Object(object) => Some(object.fields),
                _ => None,
            },
            _ => None,
        });
    objects
        .flatten()
        .filter(|field| matches!(field.node.ty.node.base, BaseType::List(_)))
        .map(|field| field.node.name.node.to_string())
        .filter(|name| !matches!(name.as_str(), "nodes" | "edges"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_list;

    #[test]
    fn those_who_took_part_are_a_list_and_a_page_is_none() {
        assert!(is_list("attendees") && is_list("followUps") && is_list("posts"));
        assert!(!is_list("nodes") && !is_list("title") && !is_list("meetings"));
    }
}
