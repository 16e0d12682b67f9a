//! Which counts of people are shown: one so small that it could point to a person is withheld
//! from those outside, and with it all from which it could be worked out.

use entity::meeting_group;

/// The least count that points to nobody.
const LEAST: i64 = 5;

/// The most people of whom a group is believed; more is a slip of the finger.
pub const MOST: i32 = 100_000;

/// Why a count is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// Nobody counted.
    NotCollected,
    /// It is withheld.
    Suppressed,
}

/// The counts of a group, each with the reason where it is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub headcount: Result<i32, Absence>,
    /// The women.
    pub women: Result<i32, Absence>,
    /// The men.
    pub men: Result<i32, Absence>,
    /// Those of whom it is not known.
    pub not_stated: Result<i32, Absence>,
}

/// The counts of a group, small ones too or not.
#[must_use]
pub fn of(group: &meeting_group::Model, with_small: bool) -> Counts {
    let parts = [group.women, group.men, group.not_stated];
    let total = i64::from(group.headcount);
    let named: i64 = parts.iter().flatten().map(|part| i64::from(*part)).sum();
    let hides_total = !with_small && is_small(total);
    // What the parts leave over is a part as well, known by subtracting.
    let has_small_part = parts
        .iter()
        .flatten()
        .any(|part| is_small(i64::from(*part)))
        || (named > 0 && is_small(total - named));
    let hides_parts = hides_total || (!with_small && has_small_part);
    let part = |count: Option<i32>| {
        // All or none: which of them nobody counted would tell of the others.
        if hides_parts {
            Err(Absence::Suppressed)
        } else {
            count.ok_or(Absence::NotCollected)
        }
    };
    Counts {
        headcount: if hides_total {
            Err(Absence::Suppressed)
        } else {
            Ok(group.headcount)
        },
        women: part(group.women),
        men: part(group.men),
        not_stated: part(group.not_stated),
    }
}

/// Nobody is no small number: zero points to no one.
fn is_small(count: i64) -> bool {
    (1..LEAST).contains(&count)
}

#[cfg(test)]
mod tests {
    use entity::enums::HeadcountBasis;
    use entity::ids::{MeetingId, PartId};
    use uuid::Uuid;

    use super::*;

    const HIDDEN: Result<i32, Absence> = Err(Absence::Suppressed);
    const NOBODY_COUNTED: Result<i32, Absence> = Err(Absence::NotCollected);

    fn counts(
        headcount: i32,
        parts: [Option<i32>; 3],
        with_small: bool,
    ) -> [Result<i32, Absence>; 4] {
        let [women, men, not_stated] = parts;
        let group = meeting_group::Model {
            id: PartId::from(Uuid::nil()),
            meeting_id: MeetingId::from(Uuid::nil()),
            position: 0,
            label: "students".to_owned(),
            headcount,
            women,
            men,
            not_stated,
            basis: HeadcountBasis::Counted,
        };
        let counts = of(&group, with_small);
        [
            counts.headcount,
            counts.women,
            counts.men,
            counts.not_stated,
        ]
    }

    #[test]
    fn a_small_total_hides_all() {
        for total in 1..=4 {
            assert_eq!(counts(total, [Some(total), None, None], false), [HIDDEN; 4]);
            assert_eq!(counts(total, [None; 3], false), [HIDDEN; 4]);
        }
    }

    #[test]
    fn a_small_part_hides_all_parts_and_the_total_stays() {
        let all_but_total = [Ok(12), HIDDEN, HIDDEN, HIDDEN];

        assert_eq!(counts(12, [Some(8), Some(4), None], false), all_but_total);
        assert_eq!(
            counts(12, [Some(11), Some(0), Some(1)], false),
            all_but_total
        );
    }

    #[test]
    fn what_the_parts_leave_over_is_a_part() {
        assert_eq!(
            counts(12, [Some(10), None, None], false),
            [Ok(12), HIDDEN, HIDDEN, HIDDEN]
        );
    }

    #[test]
    fn large_counts_and_none_at_all_are_shown() {
        assert_eq!(
            counts(5, [Some(5), Some(0), None], false),
            [Ok(5), Ok(5), Ok(0), NOBODY_COUNTED]
        );
        assert_eq!(
            counts(40, [None; 3], false),
            [Ok(40), NOBODY_COUNTED, NOBODY_COUNTED, NOBODY_COUNTED]
        );
        assert_eq!(counts(30, [Some(20), None, None], false)[1], Ok(20));
    }

    #[test]
    fn who_may_read_small_counts_reads_all() {
        assert_eq!(
            counts(3, [Some(2), Some(1), None], true),
            [Ok(3), Ok(2), Ok(1), NOBODY_COUNTED]
        );
    }
}
