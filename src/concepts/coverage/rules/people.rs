//! How people are counted (reading 7), without a database.

use std::collections::{BTreeMap, BTreeSet};

use entity::enums::Gender;
use entity::ids::{MeetingId, PersonId};
use entity::meeting_group;

use crate::concepts::coverage::rules::keys::{Key, Keys};
use crate::concepts::coverage::rules::withheld::Told;
use crate::concepts::meetings::rules::headcount;

/// The people of a group: each once, with her gender.
pub type People = BTreeMap<PersonId, Gender>;

/// Somebody who was met, once for each way in which she counts.
#[derive(Clone, Debug)]
pub struct Met {
    /// Who.
    pub person: PersonId,
    /// Her gender.
    pub gender: Gender,
    /// Her key in each dimension.
    pub keys: Keys,
}

/// The people of a group, and what of them is told.
#[derive(Clone, Debug, Default)]
pub struct Company {
    /// Who.
    pub people: People,
    /// What is told.
    pub told: Told,
}

/// The people of each group by some of the dimensions; by none of them all are one group.
#[must_use]
pub fn grouped(met: &[Met], by: &[usize]) -> BTreeMap<Keys, People> {
    let mut groups: BTreeMap<Keys, People> = BTreeMap::new();
    for one in met {
        let key = |at: &usize| one.keys.get(*at).copied().unwrap_or(Key::None);
        let group = groups.entry(by.iter().map(key).collect()).or_default();
        group.insert(one.person, one.gender);
    }
    groups
}

/// Those of one gender.
#[must_use]
pub fn of_gender(people: &People, gender: Gender) -> BTreeSet<PersonId> {
    let of = people.iter().filter(|(_, own)| **own == gender);
    of.map(|(id, _)| *id).collect()
}

/// Heads that were counted without names: person-times, `None` where some of them are withheld.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heads {
    /// All.
    pub all: Option<i64>,
    /// The women.
    pub women: Option<i64>,
    /// The men.
    pub men: Option<i64>,
    /// Of whom it is not known.
    pub not_stated: Option<i64>,
    /// At which meetings.
    pub meetings: BTreeSet<MeetingId>,
}

impl Default for Heads {
    fn default() -> Self {
        Self {
            all: Some(0),
            women: Some(0),
            men: Some(0),
            not_stated: Some(0),
            meetings: BTreeSet::new(),
        }
    }
}

impl Heads {
    /// Adds a group. One that is withheld takes the sum with it: what is read of the others would
    /// else tell of it.
    pub fn add(&mut self, group: &meeting_group::Model, with_small: bool) {
        use headcount::Absence;
        let counts = headcount::of(group, with_small);
        let known = |count: Result<i32, Absence>| match count {
            Ok(count) => Some(i64::from(count)),
            // What nobody counted is in the column of the unknown.
            Err(Absence::NotCollected) => Some(0),
            Err(Absence::Suppressed) => None,
        };
        let sum = |sum: &mut Option<i64>, more: Option<i64>| {
            *sum = sum.zip(more).map(|(sum, more)| sum + more);
        };
        let (all, women, men) = (
            known(counts.headcount),
            known(counts.women),
            known(counts.men),
        );
        let named = women.zip(men).map(|(women, men)| women + men);
        sum(&mut self.all, all);
        sum(&mut self.women, women);
        sum(&mut self.men, men);
        sum(
            &mut self.not_stated,
            all.zip(named).map(|(all, named)| all - named),
        );
        self.meetings.insert(group.meeting_id);
    }
}

#[cfg(test)]
mod tests {
    use entity::enums::HeadcountBasis;
    use entity::ids::PartId;
    use uuid::Uuid;

    use super::*;

    fn group(headcount: i32, [women, men, not_stated]: [Option<i32>; 3]) -> meeting_group::Model {
        meeting_group::Model {
            id: PartId::from(Uuid::nil()),
            meeting_id: MeetingId::from(Uuid::nil()),
            position: 0,
            label: "students".to_owned(),
            headcount,
            women,
            men,
            not_stated,
            basis: HeadcountBasis::Counted,
        }
    }

    fn heads(groups: &[meeting_group::Model], with_small: bool) -> [Option<i64>; 4] {
        let mut heads = Heads::default();
        for one in groups {
            heads.add(one, with_small);
        }
        [heads.all, heads.women, heads.men, heads.not_stated]
    }

    #[test]
    fn whose_gender_nobody_counted_is_not_stated() {
        let groups = [
            group(40, [None; 3]),
            group(12, [Some(6), None, Some(1)]),
            group(2, [Some(1), Some(1), None]),
        ];

        assert_eq!(heads(&groups, true), [Some(54), Some(7), Some(1), Some(46)]);
    }

    #[test]
    fn a_small_part_withholds_the_genders_and_a_small_group_the_sum() {
        let large = group(40, [Some(20), Some(20), None]);

        let with_small_part = [large.clone(), group(12, [Some(10), Some(2), None])];
        assert_eq!(heads(&with_small_part, false), [Some(52), None, None, None]);
        assert_eq!(heads(&[large, group(3, [None; 3])], false), [None; 4]);
    }
}
