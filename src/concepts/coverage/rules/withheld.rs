//! Which counts of people are so small that they are withheld, and which others with them, so that
//! no adding and subtracting of what is told finds a small one.

use std::collections::{BTreeMap, BTreeSet};

use entity::ids::PersonId;

use crate::concepts::coverage::rules::keys::Keys;
use crate::concepts::coverage::rules::people::{GENDERS, People, of_gender};

/// The least count that points to nobody.
const LEAST: usize = 5;

/// The most people times small counts that are searched through; of more only the total is told.
const MOST: usize = 500_000;

/// A prime, in whose remainders sums are compared.
const PRIME: u64 = 2_147_483_647;

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

/// What is told of each group of some groupings, whose people overlap. What comes first is told
/// first: a group is told if its count is none or not small, if of those that hold it and are told
/// no few are left over, and if no sums and differences of all that is told make a small count.
#[must_use]
pub fn told(groupings: &[Groups<People>]) -> Vec<Groups<Told>> {
    let mut audit = Audit::of(groupings);
    let all = groupings.iter().enumerate();
    all.map(|(at, groups)| audit.tell_all(at, groups)).collect()
}

/// Whose counts are compared: of a grouping, all of a group or those of one gender in it, by its
/// place.
type Line = (usize, Option<usize>);

type Set = BTreeSet<PersonId>;

/// A sum of people, each with a factor.
type Sum = Vec<u64>;

/// A count that was told.
#[derive(Clone)]
struct Known {
    line: Line,
    people: Set,
    /// Who is in no group of a line that is told and lies in this one.
    left: BTreeMap<Line, Set>,
}

/// What is known to who was told some counts.
#[derive(Clone)]
struct Audit {
    people: BTreeMap<PersonId, usize>,
    known: Vec<Known>,
    /// The sums that can be made, each with the place of its first factor, which is one.
    sums: Vec<(usize, Sum)>,
    /// The small counts, less what is known of them: none may become nothing.
    small: Vec<Sum>,
    /// How many groupings can be searched through.
    groupings: usize,
}

impl Audit {
    fn of(groupings: &[Groups<People>]) -> Self {
        let groups = || groupings.iter().flat_map(BTreeMap::values);
        let people: Set = groups().flat_map(BTreeMap::keys).copied().collect();
        let parts = groups().flat_map(|group| {
            let genders = GENDERS.map(|gender| of_gender(group, gender));
            [group.keys().copied().collect()].into_iter().chain(genders)
        });
        let small: BTreeSet<Set> = parts.filter(|part| is_small(part.len())).collect();
        let fits = people.len().saturating_mul(small.len()) <= MOST;
        let people: BTreeMap<_, _> = people.into_iter().zip(0..).collect();
        let mut audit = Self {
            people,
            known: Vec::new(),
            sums: Vec::new(),
            small: Vec::new(),
            groupings: if fits { groupings.len() } else { 1 },
        };
        if fits {
            audit.small = small.iter().map(|set| audit.sum_of(set)).collect();
        }
        audit
    }

    fn tell_all(&mut self, grouping: usize, groups: &Groups<People>) -> Groups<Told> {
        let mut told: Groups<Told> = BTreeMap::new();
        if grouping >= self.groupings {
            told.extend(groups.keys().map(|keys| (keys.clone(), Told::Nothing)));
            return told;
        }
        let mut by_size: Vec<_> = groups.iter().collect();
        by_size.sort_by_key(|(_, people)| std::cmp::Reverse(people.len()));
        for (keys, people) in &by_size {
            let all = people.keys().copied().collect();
            let is_told = self.tell(vec![((grouping, None), all)]);
            let one = if is_told { Told::Count } else { Told::Nothing };
            told.insert((*keys).clone(), one);
        }
        for (keys, people) in &by_size {
            let parts = GENDERS.iter().enumerate();
            let parts = parts.map(|(at, one)| ((grouping, Some(at)), of_gender(people, *one)));
            let counted = told.get_mut(*keys);
            if let Some(counted) = counted.filter(|counted| **counted == Told::Count)
                && self.tell(parts.collect())
            {
                *counted = Told::Genders;
            }
        }
        told
    }

    /// Tells some counts, or none of them where that would tell of a small one.
    fn tell(&mut self, counts: Vec<(Line, Set)>) -> bool {
        if counts.iter().any(|(_, people)| is_small(people.len())) {
            return false;
        }
        let mut next = self.clone();
        for (line, people) in counts {
            let is_safe = next.leaves_none(line, people.clone()) && next.adds(&people);
            if !is_safe {
                return false;
            }
        }
        *self = next;
        true
    }

    /// Whether no few are left over of what is known when one more is told.
    fn leaves_none(&mut self, line: Line, people: Set) -> bool {
        if people.is_empty() {
            return true;
        }
        for known in &mut self.known {
            if known.line != line && known.people.is_superset(&people) {
                let whole = &known.people;
                let left = known.left.entry(line).or_insert_with(|| whole.clone());
                left.retain(|id| !people.contains(id));
                if is_small(left.len()) {
                    return false;
                }
            }
        }
        let mut left: BTreeMap<Line, Set> = BTreeMap::new();
        for part in &self.known {
            if part.line != line && people.is_superset(&part.people) {
                let left = left.entry(part.line).or_insert_with(|| people.clone());
                left.retain(|id| !part.people.contains(id));
            }
        }
        let leaves_few = left.values().any(|left| is_small(left.len()));
        self.known.push(Known { line, people, left });
        !leaves_few
    }

    /// Whether no small count can be made of all that is known when one more is told.
    fn adds(&mut self, people: &Set) -> bool {
        let mut sum = self.sum_of(people);
        for (at, known) in &self.sums {
            take(&mut sum, *at, known);
        }
        let Some(first) = sum.iter().position(|factor| *factor != 0) else {
            return true;
        };
        let one = inverse(sum.get(first).copied().unwrap_or(1));
        for factor in &mut sum {
            *factor = *factor * one % PRIME;
        }
        for small in &mut self.small {
            take(small, first, &sum);
            if small.iter().all(|factor| *factor == 0) {
                return false;
            }
        }
        self.sums.push((first, sum));
        true
    }

    fn sum_of(&self, people: &Set) -> Sum {
        let all = self.people.keys();
        all.map(|id| u64::from(people.contains(id))).collect()
    }
}

/// Takes as much of another sum from one that nothing is left at a place.
fn take(sum: &mut Sum, at: usize, other: &Sum) {
    let times = sum.get(at).copied().unwrap_or_default();
    if times != 0 {
        for (factor, other) in sum.iter_mut().zip(other) {
            *factor = (*factor + (PRIME - times) * other) % PRIME;
        }
    }
}

/// By what a factor is to be multiplied to make one, by Fermat.
fn inverse(factor: u64) -> u64 {
    let (mut result, mut base, mut exponent) = (1, factor, PRIME - 2);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent /= 2;
    }
    result
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

    fn people(from: u128, women: u128, men: u128) -> People {
        let gender = |number| {
            if number < women {
                Gender::Woman
            } else {
                Gender::Man
            }
        };
        (0..women + men)
            .map(|number| (Uuid::from_u128(from + number).into(), gender(number)))
            .collect()
    }

    fn key(number: u32) -> Key {
        Key::Months(NaiveDate::default(), number)
    }

    fn all(groups: &[&Groups<People>]) -> Groups<People> {
        let groups = groups.iter().flat_map(|groups| groups.values());
        let people = groups.flatten().map(|(id, own)| (*id, *own));
        Groups::from([(Keys::new(), people.collect())])
    }

    /// What is told of the total and of the groups of one grouping.
    fn told_of(groups: &[People]) -> (Told, Vec<Told>) {
        let groups: Groups<People> = (0..)
            .map(|number| vec![key(number)])
            .zip(groups.iter().cloned())
            .collect();
        let told = told(&[all(&[&groups]), groups]);
        let mut each = told.iter().flat_map(BTreeMap::values).copied();
        (each.next().unwrap(), each.collect())
    }

    #[test]
    fn what_is_large_enough_is_told() {
        let groups = [people(0, 5, 6), people(100, 0, 5)];

        assert_eq!(told_of(&groups), (Told::Genders, vec![Told::Genders; 2]));
    }

    #[test]
    fn a_small_total_is_withheld_with_all_of_its_groups() {
        let groups = [people(0, 3, 0)];

        assert_eq!(told_of(&groups), (Told::Nothing, vec![Told::Nothing]));
    }

    #[test]
    fn a_small_group_is_withheld_and_the_smallest_other_with_it() {
        let groups = [people(0, 3, 0), people(100, 9, 0), people(200, 7, 0)];

        let expected = vec![Told::Nothing, Told::Genders, Told::Nothing];
        assert_eq!(told_of(&groups), (Told::Genders, expected));
    }

    #[test]
    fn small_groups_that_are_large_together_need_no_other() {
        let groups = [people(0, 3, 0), people(100, 2, 0), people(200, 7, 0)];

        let expected = vec![Told::Nothing, Told::Nothing, Told::Genders];
        assert_eq!(told_of(&groups), (Told::Genders, expected));
    }

    #[test]
    fn a_small_gender_withholds_the_genders_and_those_by_which_it_would_be_found() {
        let groups = [people(0, 9, 1), people(100, 9, 9), people(200, 8, 8)];

        let expected = vec![Told::Count, Told::Genders, Told::Count];
        assert_eq!(told_of(&groups), (Told::Genders, expected));
    }

    /// Rows, columns and cells, the cell of row and column by its people.
    fn table(cells: &[(u32, u32, People)]) -> [Groups<People>; 4] {
        let mut tables = [const { Groups::new() }; 3];
        for (row, column, people) in cells {
            let keys = [
                vec![key(*row)],
                vec![key(*column)],
                vec![key(*row), key(*column)],
            ];
            for (table, keys) in tables.iter_mut().zip(keys) {
                table.entry(keys).or_insert_with(People::new).extend(people);
            }
        }
        let [rows, columns, cells] = tables;
        [all(&[&rows]), rows, columns, cells]
    }

    fn told_table(cells: &[(u32, u32, People)]) -> [Groups<Told>; 4] {
        told(&table(cells)).try_into().unwrap()
    }

    #[test]
    fn a_small_cell_is_not_found_by_its_row_nor_by_its_column_nor_by_both() {
        // Were the cell of 10 told, its column would tell that of 6, and this by its row that of 3.
        let cells = [
            (0, 0, people(0, 6, 0)),
            (0, 1, people(100, 3, 0)),
            (1, 0, people(200, 10, 0)),
            (1, 1, people(300, 8, 0)),
            (2, 2, people(400, 30, 0)),
        ];

        let [total, rows, columns, cells] = told_table(&cells);
        let margins = [total, rows, columns];
        let mut margins = margins.iter().flat_map(BTreeMap::values);
        assert!(margins.all(|one| *one != Told::Nothing));
        let of = |row, column| cells.get(&vec![key(row), key(column)]).copied().unwrap();
        assert_eq!(
            [of(0, 0), of(0, 1), of(1, 0), of(1, 1), of(2, 2)],
            [
                Told::Nothing,
                Told::Nothing,
                Told::Nothing,
                Told::Nothing,
                Told::Genders
            ]
        );
    }

    #[test]
    fn a_row_that_lies_in_a_column_is_withheld_where_few_of_that_are_left() {
        let cells = [
            (0, 0, people(0, 7, 0)),
            (1, 0, people(100, 3, 0)),
            (1, 1, people(200, 9, 0)),
        ];

        let [_, rows, columns, _] = told_table(&cells);

        let [rows, columns] =
            [rows, columns].map(|groups| groups.into_values().collect::<Vec<_>>());
        assert_eq!(rows, [Told::Genders, Told::Genders]);
        assert_eq!(columns, [Told::Nothing, Told::Nothing]);
    }

    #[test]
    fn of_more_than_can_be_searched_through_only_the_total_is_told() {
        let mut groups: Vec<_> = (0..600).map(|at| people(at * 10, 2, 0)).collect();
        groups.push(people(10_000, 50, 0));

        let (total, each) = told_of(&groups);

        assert_eq!(total, Told::Genders);
        assert!(each.iter().all(|one| *one == Told::Nothing));
    }

    /// Nobody finds a small count by what is left of a total, whatever the groups.
    #[test]
    fn no_few_are_left_of_any_total() {
        let mut dice: u64 = 7;
        let mut below = |count: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (dice >> 33) % count
        };
        for _ in 0..200 {
            let sizes: Vec<_> = (0..6).map(|_| u128::from(below(12))).collect();
            let groups: Vec<_> = sizes
                .iter()
                .zip(0..)
                .map(|(size, at)| people(at * 100, *size, 0))
                .collect();

            let (total, each) = told_of(&groups);

            let hidden = each
                .iter()
                .zip(&sizes)
                .filter(|(told, _)| **told == Told::Nothing);
            let left: u128 = hidden.map(|(_, size)| *size).sum();
            assert!(
                total == Told::Nothing || left == 0 || left >= 5,
                "{sizes:?} {each:?}"
            );
        }
    }
}
