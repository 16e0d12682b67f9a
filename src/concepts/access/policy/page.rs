//! The table as a page for people: `docs/ACCESS.md`, which `rabta access` prints.

use entity::enums::Role;
use sea_orm::{ActiveEnum, Iterable};

use crate::concepts::access::policy::{Act, Field, Rule};

const HEAD: &str = "# Who may see and do what

Printed by `rabta access` from the one table that the server asks; a test holds this page to it.

## What is seen

Every record has two audiences: one for its *facts* (that it was, who, where, when, on what) and one
for its *words* (what was said, why, notes). `PARTNERS` is wider than `CAUCUS`, which is wider than
`PRESENT`, the people of the record: who recorded it, attended, leads, owns, helps, gave.

| role | facts | words |
| --- | --- | --- |
| coordinator | of all records | of all records |
| member | for `CAUCUS`, and of what she is one of the people of | for `CAUCUS`, and of what she is one of the people of |
| aide | nothing of his own; acting for a member, hers | acting for a member, hers |
| partner | for `PARTNERS`, and in her scope | for `PARTNERS`, and in her scope |
| administrator | for `CAUCUS`, and of what he is one of the people of | none |

A partner's scope names programmes and categories: \"or\" within a kind, \"and\" between kinds, and no
kind at all sees nothing. What may not be seen looks the same as what does not exist.

## A way in that another gave

An administrator gives and takes access, and reads no words. So that he does not read them by a
password that he made himself, a coordinator, member or aide whom he gave a way in (a new user,
another password, another role, let in again) is `WAITING` until a coordinator lets her in, and a
token for her is made at the shell alone. Where no coordinator is left, `rabta user enable` lets in:
whoever has the shell has the database, and what he does there is in the log.
";

/// The page, in Markdown.
#[must_use]
pub fn page() -> String {
    let mut page = HEAD.to_owned();
    page.push_str(
        "\n## Fields that not every role reads\n\nAll other fields of a record are read by whoever sees \
         its facts, or its words where they are words.\n\n",
    );
    head(&mut page, &["what", "where"]);
    for field in Field::ALL {
        let guards = field.guards().iter().map(|guard| format!("`{guard}`"));
        let guards: Vec<_> = guards.collect();
        let may = Role::iter().map(|role| said(field.is_read_by(role)));
        row(&mut page, &[field.meaning(), guards.join(", ")], may);
    }
    page.push_str(
        "\n## What is done\n\nA refused act changes nothing and leaves an entry in the log. An aide has \
         these rights for the member who lets him, as long as she does, and none without.\n\n",
    );
    head(&mut page, &["act", "what"]);
    for act in Act::ALL {
        let may = Role::iter().map(|role| reach(act.rule(role)));
        let name = format!("`{}`", act.name());
        row(&mut page, &[name, act.meaning()], may);
    }
    page
}

fn head(page: &mut String, of: &[&str]) {
    let roles = Role::iter().map(|role| role.to_value().to_lowercase());
    let names: Vec<_> = of
        .iter()
        .map(|one| (*one).to_owned())
        .chain(roles)
        .collect();
    page.push_str(&line(&names));
    page.push_str(&line(&vec!["---".to_owned(); names.len()]));
}

fn row(page: &mut String, of: &[String], may: impl Iterator<Item = &'static str>) {
    let cells: Vec<_> = of.iter().cloned().chain(may.map(str::to_owned)).collect();
    page.push_str(&line(&cells));
}

fn line(cells: &[String]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn said(reads: bool) -> &'static str {
    if reads { "yes" } else { "–" }
}

fn reach(rule: Rule) -> &'static str {
    match rule {
        Rule::No => "–",
        Rule::Recorded => "what she recorded",
        Rule::OfRecord => "what she is one of the people of",
        Rule::GaveOrOwns => "what she gave or owns",
        Rule::OfMeeting => "of meetings that she recorded or attended",
        Rule::Yes => "yes",
    }
}
