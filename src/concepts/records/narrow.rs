//! What lists of any kind are narrowed by: words of a search, being archived, ids of other things.

use sea_orm::sea_query::{ExprTrait, SelectStatement, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Value};

use crate::kit::names::words;

/// How many letters of a search are looked at.
const LONGEST_SEARCH: usize = 200;

/// Whether a search key has, for each word of a search, a word that begins with it.
/// What has no letter and no digit finds nothing; what is blank does not narrow.
pub fn matches<C: ColumnTrait>(search_key: C, search: &str) -> Condition {
    each_word(search, |word| Condition::all().add(search_key.like(word)))
}

/// Whether each word of a search is found by `found`, which is given what a search key is like
/// that has a word beginning with it. What has no word is as in [`matches`].
pub fn each_word(search: &str, found: impl Fn(&str) -> Condition) -> Condition {
    let search: String = search.chars().take(LONGEST_SEARCH).collect();
    let words = words(&search);
    if words.is_empty() && !search.trim().is_empty() {
        return Condition::all().add(SimpleExpr::from(false));
    }
    words.iter().take(8).fold(Condition::all(), |all, word| {
        // The words of a key are letters and digits, so nothing in them is a wildcard.
        all.add(found(&format!("% {word}%")))
    })
}

/// Whether a row is archived, or is not.
pub fn is_archived<C: ColumnTrait>(archived_on: C, is_archived: bool) -> Condition {
    let column = archived_on.into_expr();
    Condition::all().add(if is_archived {
        column.is_not_null()
    } else {
        column.is_null()
    })
}

/// Those of some ids that the viewer sees, to narrow a list of other things by: what she does not
/// see must not show by what it leads to.
pub fn seen_ids<E: EntityTrait>(
    id: E::Column,
    visible: Condition,
    ids: impl IntoIterator<Item = impl Into<Value>>,
) -> SelectStatement {
    E::find()
        .select_only()
        .column(id)
        .filter(id.is_in(ids))
        .filter(visible)
        .into_query()
}
