//! The measure of a document before the schema sees it: what it expands to, not what it says.
//!
//! The library's own limits walk every expansion first, so that thirty fragments, each
//! spreading the next twice, would hold a core for hours. Here each fragment is measured once.

use std::collections::HashMap;

use async_graphql::parser::types::{
    ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet,
};
use async_graphql::{Name, Pos, Positioned, Value, Variables};

use crate::kit::page::MOST;

/// The most bytes of a document.
pub const BYTES: usize = 64 * 1024;
/// The most fields that a document may expand to.
pub const FIELDS: u64 = 2_000;
/// The deepest nesting of fields.
pub const DEPTH: u64 = 15;
/// The most fields under one name of their own.
pub const ALIASES: u64 = 100;
/// The most directives.
pub const DIRECTIVES: u64 = 100;
/// The most fields of the root.
pub const ROOT_FIELDS: u64 = 50;
/// The most rows that a document may ask for, page sizes of nested lists multiplied.
pub const NODES: u64 = 100_000;
/// The most items of lists without pages that an answer has in all.
pub const LISTED: usize = 100_000;
/// The most errors that an answer names: what is too much fails alike at each of thousands.
pub const ERRORS: usize = 100;
/// How many rows a page has where the document does not say.
const USUAL_ROWS: u64 = 50;
/// How many rows a list without pages counts for, such as those who took part in a meeting.
const LISTED_ROWS: u64 = 20;
/// How deep brackets may nest in the text; counted before it is parsed.
pub const BRACKETS: usize = 60;

/// Why a document is not run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is too much of something.
    #[error(
        "The document has {found} {what}; at most {limit} are taken. {}",
        advice(what)
    )]
    TooMuch {
        /// Of what.
        what: &'static str,
        /// How much.
        found: u64,
        /// How much is taken.
        limit: u64,
    },
    /// A page is asked for that no number of rows can be.
    #[error("A page has 0 to {MOST} rows, {0} were asked for.")]
    PageSize(String),
    /// A fragment spreads itself.
    #[error("The fragment {0} spreads itself.")]
    Cycle(String),
    /// A spread fragment is not there.
    #[error("There is no fragment {0}.")]
    UnknownFragment(String),
}

/// What to do where a document has too much of something.
fn advice(what: &str) -> &'static str {
    match what {
        "rows" => "Ask for a smaller `first`, or for fewer lists within lists.",
        "levels" | "levels of brackets" => "Nest it less deep.",
        "bytes" => "Send what it is about as variables, or several documents.",
        _ => "Ask for it by several documents.",
    }
}

/// What a selection set expands to.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    fields: u64,
    aliases: u64,
    directives: u64,
    depth: u64,
    nodes: u64,
    /// Whether it has the rows of a page at its own level.
    is_page: bool,
}

impl Size {
    fn beside(self, other: Self) -> Self {
        Self {
            fields: self.fields.saturating_add(other.fields),
            aliases: self.aliases.saturating_add(other.aliases),
            directives: self.directives.saturating_add(other.directives),
            depth: self.depth.max(other.depth),
            nodes: self.nodes.saturating_add(other.nodes),
            is_page: self.is_page || other.is_page,
        }
    }
}

/// Refuses a text that is too long or nests too deep for the parser's stack.
///
/// # Errors
/// Which limit it passes.
pub fn check_text(text: &str) -> Result<(), Refusal> {
    at_most("bytes", to_u64(text.len()), to_u64(BYTES))?;
    let deepest = deepest_bracket(text);
    at_most("levels of brackets", to_u64(deepest), to_u64(BRACKETS))
}

/// How deep brackets nest, those within strings and comments left out.
fn deepest_bracket(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' if rest.starts_with("\"\"\"") => block_string(rest),
            '"' => string(rest),
            '#' => rest.find(['\n', '\r']).unwrap_or(rest.len()),
            other => other.len_utf8(),
        };
        match letter {
            '{' | '[' | '(' => depth += 1,
            '}' | ']' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
        rest = rest.get(length..).unwrap_or_default();
    }
    deepest
}

/// The length of the string with which a text begins; an open one ends with its line.
fn string(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '\n' | '\r' => return at,
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of the block string with which a text begins; an open one runs to the end.
fn block_string(text: &str) -> usize {
    let mut from = 3;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("\"\"\"")) {
        let end = from + at;
        if !text.get(..end).is_some_and(|before| before.ends_with('\\')) {
            return end + 3;
        }
        from = end + 3;
    }
    text.len()
}

/// Refuses a document whose operations expand to more than is taken. `is_list` tells the names of
/// fields that are lists without pages.
///
/// # Errors
/// Which limit it passes.
pub fn check_document(
    document: &ExecutableDocument,
    variables: &Variables,
    is_list: fn(&str) -> bool,
) -> Result<(), Refusal> {
    let mut measure = Measure {
        document,
        variables,
        is_list,
        memo: HashMap::new(),
    };
    let mut total = Size::default();
    for (_, operation) in document.operations.iter() {
        let size = measure.set(&operation.node.selection_set)?;
        // The whole is bounded before the root is walked without a memo.
        at_most("fields", size.fields, FIELDS)?;
        let root = fields_of(document, &operation.node.selection_set.node);
        at_most("root fields", root, ROOT_FIELDS)?;
        total = total
            .beside(size)
            .beside(directives(operation.node.directives.len()));
    }
    at_most("fields", total.fields, FIELDS)?;
    at_most("levels", total.depth, DEPTH)?;
    at_most("aliases", total.aliases, ALIASES)?;
    at_most("directives", total.directives, DIRECTIVES)?;
    at_most("rows", total.nodes, NODES)
}

struct Measure<'a> {
    document: &'a ExecutableDocument,
    /// Whether a field of this name is a list without pages.
    is_list: fn(&str) -> bool,
    variables: &'a Variables,
    /// `None` while a fragment is being measured: meeting it again is a cycle.
    memo: HashMap<&'a Name, Option<Size>>,
}

impl<'a> Measure<'a> {
    fn set(&mut self, set: &'a Positioned<SelectionSet>) -> Result<Size, Refusal> {
        let mut total = Size::default();
        for selection in &set.node.items {
            let size = match &selection.node {
                Selection::Field(field) => self.field(&field.node)?,
                Selection::FragmentSpread(spread) => self
                    .fragment(&spread.node.fragment_name.node)?
                    .beside(directives(spread.node.directives.len())),
                Selection::InlineFragment(inline) => self
                    .set(&inline.node.selection_set)?
                    .beside(directives(inline.node.directives.len())),
            };
            total = total.beside(size);
        }
        Ok(total)
    }

    fn field(&mut self, field: &'a Field) -> Result<Size, Refusal> {
        let inner = self.set(&field.selection_set)?;
        let rows = self.rows_asked_for(field, inner.is_page)?;
        Ok(Size {
            fields: inner.fields.saturating_add(1),
            aliases: inner
                .aliases
                .saturating_add(u64::from(field.alias.is_some())),
            directives: inner
                .directives
                .saturating_add(to_u64(field.directives.len())),
            depth: inner.depth.saturating_add(1),
            nodes: rows.saturating_mul(inner.nodes.max(1)),
            is_page: matches!(field.name.node.as_str(), "nodes" | "edges"),
        })
    }

    /// The page size of a field, or one.
    fn rows_asked_for(&self, field: &Field, is_page: bool) -> Result<u64, Refusal> {
        let mut asked = None;
        for (name, value) in &field.arguments {
            if !matches!(name.node.as_str(), "first" | "last") {
                continue;
            }
            let variable = |name| Ok::<_, ()>(self.value_of(&name));
            let Ok(value) = value.node.clone().into_const_with(variable) else {
                continue;
            };
            if is_beyond_int(&value) {
                // An Int ends here, and the schema would speak of that instead of pages.
                return Err(Refusal::PageSize(value.to_string()));
            }
            asked = asked.max(number(value));
        }
        let usual = if is_page {
            USUAL_ROWS
        } else if (self.is_list)(field.name.node.as_str()) {
            LISTED_ROWS
        } else {
            1
        };
        Ok(asked.unwrap_or(usual).max(1))
    }

    /// What a variable holds: what was sent, or its default in whichever operation has one.
    fn value_of(&self, name: &Name) -> Value {
        if let Some(sent) = self.variables.get(name) {
            return sent.clone();
        }
        let operations = self.document.operations.iter();
        let definitions =
            operations.flat_map(|(_, operation)| &operation.node.variable_definitions);
        let mut defaults = definitions
            .filter(|definition| definition.node.name.node == *name)
            .filter_map(|definition| definition.node.default_value.as_ref());
        defaults
            .next()
            .map(|value| value.node.clone())
            .unwrap_or_default()
    }

    fn fragment(&mut self, name: &'a Name) -> Result<Size, Refusal> {
        match self.memo.get(name) {
            Some(Some(size)) => return Ok(*size),
            Some(None) => return Err(Refusal::Cycle(name.to_string())),
            None => {}
        }
        let document = self.document;
        let fragment = document
            .fragments
            .get(name)
            .ok_or_else(|| Refusal::UnknownFragment(name.to_string()))?;
        self.memo.insert(name, None);
        let size = self
            .set(&fragment.node.selection_set)?
            .beside(directives(fragment.node.directives.len()));
        self.memo.insert(name, Some(size));
        Ok(size)
    }
}

/// How many fields a set has at its own level, fragments taken in. Called once nothing in the
/// document spreads itself.
fn fields_of(document: &ExecutableDocument, set: &SelectionSet) -> u64 {
    let count = |selection: &Positioned<Selection>| match &selection.node {
        Selection::Field(_) => 1,
        Selection::FragmentSpread(spread) => document
            .fragments
            .get(&spread.node.fragment_name.node)
            .map_or(0, |fragment| {
                fields_of(document, &fragment.node.selection_set.node)
            }),
        Selection::InlineFragment(inline) => fields_of(document, &inline.node.selection_set.node),
    };
    set.items.iter().map(count).fold(0, u64::saturating_add)
}

/// The variables that must be there and are not, so that a request without them is refused
/// before it runs. The library finds them only while running.
#[must_use]
pub fn missing_variable(
    operation: &OperationDefinition,
    variables: &Variables,
) -> Option<(String, Pos)> {
    operation
        .variable_definitions
        .iter()
        .find_map(|definition| {
            let name = &definition.node.name.node;
            let is_required =
                !definition.node.var_type.node.nullable && definition.node.default_value.is_none();
            let is_there = !matches!(variables.get(name), None | Some(Value::Null));
            (is_required && !is_there).then(|| (name.to_string(), definition.pos))
        })
}

/// Whether a value is a whole number that a GraphQL Int does not hold.
fn is_beyond_int(value: &Value) -> bool {
    let Value::Number(number) = value else {
        return false;
    };
    let is_whole = number.is_i64() || number.is_u64();
    let is_held = number
        .as_i64()
        .is_some_and(|number| i32::try_from(number).is_ok());
    is_whole && !is_held
}

fn number(value: Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        _ => None,
    }
}

fn directives(count: usize) -> Size {
    Size {
        directives: to_u64(count),
        ..Size::default()
    }
}

fn at_most(what: &'static str, found: u64, limit: u64) -> Result<(), Refusal> {
    if found > limit {
        Err(Refusal::TooMuch { what, found, limit })
    } else {
        Ok(())
    }
}

fn to_u64(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use async_graphql::parser::parse_query;

    fn check(text: &str) -> Result<(), Refusal> {
        let is_list = |name: &str| name == "list";
        check_document(&parse_query(text).unwrap(), &Variables::default(), is_list)
    }

    #[test]
    fn fragments_that_double_are_refused_at_once() {
        let fragments: Vec<_> = (0..30)
            .map(|turn| format!("fragment f{turn} on Query {{ ...f{0} ...f{0} }}", turn + 1))
            .collect();
        let last = "fragment f30 on Query { viewer { id } }";
        let text = format!("{{ ...f0 }} {} {last}", fragments.join(" "));

        assert!(matches!(check(&text), Err(Refusal::TooMuch { .. })));
    }

    #[test]
    fn a_fragment_that_spreads_itself_is_named() {
        let text = "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }";

        assert_eq!(check(text), Err(Refusal::Cycle("a".to_owned())));
    }

    #[test]
    fn nested_pages_multiply() {
        let text = "{ a(first: 100) { b(first: 100) { c(first: 100) { id } } } }";

        assert_eq!(
            check(text),
            Err(Refusal::TooMuch {
                what: "rows",
                found: 1_000_000,
                limit: NODES
            })
        );
    }

    #[test]
    fn lists_without_pages_multiply_too() {
        let once = "{ a(first: 100) { list { list { id } } } }";
        let thrice = "{ a(first: 100) { list { b { list { b { list { id } } } } } } }";

        assert_eq!(check(once), Ok(()));
        assert!(matches!(
            check(thrice),
            Err(Refusal::TooMuch { what: "rows", .. })
        ));
    }

    #[test]
    fn a_page_without_a_size_counts_as_the_usual_one() {
        let nested = "{ a { nodes { b(first: 100) { nodes { c(first: 100) { id } } } } } }";
        let by_default =
            "query($n: Int = 100) { a(first: $n) { b(first: $n) { c(first: $n) { id } } } }";

        for text in [nested, by_default] {
            assert!(
                matches!(check(text), Err(Refusal::TooMuch { what: "rows", .. })),
                "{text}"
            );
        }
    }

    #[test]
    fn a_page_whose_rows_stand_in_fragments_is_a_page() {
        let page = |inner: &str, last: &str| {
            let fragments = "fragment F on AConnection { ...G } fragment G on AConnection ";
            format!("{{ a {{ {inner} }} }} {fragments} {{ nodes {{ {last} }} }}")
        };
        let thrice = "b { ... { nodes { c { edges { node { d(first: 100) { id } } } } } } }";

        assert_eq!(check(&page("...F", "id")), Ok(()));
        assert_eq!(
            check(&page("...F", thrice)),
            Err(Refusal::TooMuch {
                what: "rows",
                found: 50 * 50 * 50 * 100,
                limit: NODES
            })
        );
    }

    #[test]
    fn a_fragment_on_the_root_counts_its_own_fields_there() {
        let inner = (0..60)
            .map(|turn| format!("a{turn}: id"))
            .collect::<Vec<_>>()
            .join(" ");
        let text = format!("{{ ...P }} fragment P on Query {{ viewer {{ {inner} }} }}");

        assert_eq!(check(&text), Ok(()));
    }

    #[test]
    fn ten_thousand_brackets_never_reach_the_parser() {
        assert!(check_text(&"[".repeat(10_000)).is_err());
        assert!(check_text("{ viewer { id } }").is_ok());
        assert!(check_text(&format!("{{ a(b: \"{}\") }}", "[".repeat(10_000))).is_ok());
        assert!(check_text(&format!("{{ a(b: \"\\\"\") {} }}", "[".repeat(100))).is_err());
        assert!(check_text(&format!("{{ a }} # {}", "[".repeat(100))).is_ok());
    }
}
