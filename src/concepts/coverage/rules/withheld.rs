//! Which counts of people are so small that they are withheld, and which others with them, so that
//! what is left of the total is no small one.

use std::collections::{BTreeMap, BTreeSet};

use entity::ids::PersonId;

use crate::concepts::coverage::rules::keys::Keys;
use crate::concepts::coverage::rules::people::People;

/// The least count that points to nobody.
const LEAST: usize = 5;

/// What is told of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// How many there are of each gender.
    #[default]
    Genders,
    /// How many there are.
    Count,
    /// Nothing.
    Nothing,
}

/// The groups of one way of grouping, or of what of them is told.
pub type Groups<T> = BTreeMap<Keys, T>;

/// What is told of some people, and of each group of them: a group, if its count is none or not
/// small, and nothing of the smallest others until those who are in no group that is told are no
/// few. Nothing is told of the groups of a small whole.
#[must_use]
pub fn told(whole: &People, groups: &Groups<People>) -> (Told, Groups<Told>) {
    let mut told: Groups<Told> = groups
        .keys()
        .map(|keys| (keys.clone(), Told::Nothing))
        .collect();
    if is_small(whole.len()) {
        return (Told::Nothing, told);
    }
    let mut by_size: Vec<_> = groups
        .iter()
        .filter(|(_, people)| !is_small(people.len()))
        .collect();
    by_size.sort_by_key(|(_, people)| std::cmp::Reverse(people.len()));
    while is_small(left(whole, by_size.iter().map(|(_, people)| *people))) {
        by_size.pop();
    }
    told.extend(
        by_size
            .iter()
            .map(|(keys, _)| ((*keys).clone(), Told::Count)),
    );
    (Told::Count, told)
}

/// How many are in none of some groups.
fn left<'p>(whole: &People, groups: impl Iterator<Item = &'p People>) -> usize {
    let within: BTreeSet<PersonId> = groups.flat_map(BTreeMap::keys).copied().collect();
    whole.keys().filter(|id| !within.contains(id)).count()
}

/// Nobody is no small number: zero points to no one.
fn is_small(count: usize) -> bool {
    (1..LEAST).contains(&count)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use entity::enums::Gender;
    use uuid::Uuid;

    use super::*;
    use crate::concepts::coverage::rules::keys::Key;

    fn people(from: u128, count: u128) -> People {
        (from..from + count)
            .map(|number| (Uuid::from_u128(number).into(), Gender::Woman))
            .collect()
    }

    /// What is told of the whole and of each of its groups.
    fn told_of(groups: &[People]) -> (bool, Vec<bool>) {
        let whole = groups.iter().flatten().map(|(id, own)| (*id, *own));
        let key = |number| Key::Months(NaiveDate::default(), number);
        let groups = (0..)
            .map(|number| vec![key(number)])
            .zip(groups.iter().cloned());
        let (whole, groups) = told(&whole.collect(), &groups.collect());
        let is_told = |told: &Told| *told == Told::Count;
        (is_told(&whole), groups.values().map(is_told).collect())
    }

    #[test]
    fn what_is_large_enough_is_told_and_nobody_too() {
        let groups = [people(0, 5), people(100, 6), people(0, 0)];

        assert_eq!(told_of(&groups), (true, vec![true; 3]));
    }

    #[test]
    fn of_a_small_whole_nothing_is_told() {
        assert_eq!(told_of(&[people(0, 3)]), (false, vec![false]));
        assert_eq!(
            told_of(&[people(0, 4), people(9, 0)]),
            (false, vec![false; 2])
        );
    }

    #[test]
    fn a_small_group_is_withheld_and_the_smallest_other_with_it() {
        let groups = [people(0, 3), people(100, 9), people(200, 7)];

        assert_eq!(told_of(&groups), (true, vec![false, true, false]));
    }

    #[test]
    fn small_groups_that_are_large_together_need_no_other() {
        let groups = [people(0, 3), people(100, 2), people(200, 7)];

        assert_eq!(told_of(&groups), (true, vec![false, false, true]));
    }

    #[test]
    fn a_small_group_that_lies_in_a_large_one_needs_no_other() {
        let groups = [people(0, 3), people(0, 9), people(200, 7)];

        assert_eq!(told_of(&groups), (true, vec![false, true, true]));
    }
}
