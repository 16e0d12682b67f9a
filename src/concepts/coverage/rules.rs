//! How stakeholders are counted: the readings of coverage, without a database.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::enums::{MeetingKind, StakeholderCategory};
use entity::ids::StakeholderId;

/// A stakeholder, as far as counting needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// Which.
    pub id: StakeholderId,
    /// Its category.
    pub category: StakeholderCategory,
    /// The institution into which it folds.
    pub institution: StakeholderId,
    /// Whether it was to be reached on the day on which states are judged.
    pub is_in_scope: bool,
}

/// Held meetings of one sort with one stakeholder in the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// With whom.
    pub office: StakeholderId,
    /// What sort of meetings.
    pub kind: MeetingKind,
    /// Whether they came.
    pub attended: bool,
    /// The day of the last one.
    pub last_day: NaiveDate,
}

/// How far a stakeholder was reached, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    NotReached,
    /// Present at an event only.
    PresentOnly,
    /// Contacted, without a meeting that they attended.
    ContactedOnly,
    /// Met: a held, two-way meeting that they attended.
    Met,
}

/// The reach of one contact (reading 2).
#[must_use]
pub fn reach(contact: &Contact) -> Option<Reach> {
    match (contact.kind, contact.attended) {
        (MeetingKind::Stakeholder, true) => Some(Reach::Met),
        (MeetingKind::Stakeholder, false) => Some(Reach::ContactedOnly),
        (MeetingKind::PublicEvent, true) => Some(Reach::PresentOnly),
        (MeetingKind::PublicEvent, false) | (MeetingKind::Internal, _) => None,
    }
}

/// The institutions of one category, by how far they were reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Those in scope.
    pub in_scope: BTreeSet<StakeholderId>,
    /// Those met.
    pub met: BTreeSet<StakeholderId>,
    /// Those contacted only.
    pub contacted_only: BTreeSet<StakeholderId>,
    /// Those present at an event only.
    pub present_only: BTreeSet<StakeholderId>,
    /// Those not reached.
    pub not_reached: BTreeSet<StakeholderId>,
    /// The day of the last meeting that one of them attended.
    pub last_day: Option<NaiveDate>,
}

/// Counts institutions by category. Offices fold into their institution and count once; the
/// meetings of an office make its institution met (reading 3). An institution that the viewer
/// does not see does not hide the office: then the office stands for itself.
#[must_use]
pub fn count(offices: &[Office], contacts: &[Contact]) -> BTreeMap<StakeholderCategoryKey, Group> {
    let seen: BTreeSet<_> = offices.iter().map(|office| office.id).collect();
    let fold = |office: &Office| {
        if seen.contains(&office.institution) {
            office.institution
        } else {
            office.id
        }
    };
    let by_id: BTreeMap<_, _> = offices.iter().map(|office| (office.id, office)).collect();
    let mut reached: BTreeMap<StakeholderId, Reach> = BTreeMap::new();
    let mut groups: BTreeMap<StakeholderCategoryKey, Group> = BTreeMap::new();
    for contact in contacts {
        let Some(office) = by_id.get(&contact.office) else {
            continue;
        };
        let Some(reach) = reach(contact) else {
            continue;
        };
        let best = reached.entry(fold(office)).or_insert(reach);
        *best = reach.max(*best);
        if reach == Reach::Met {
            let group = groups
                .entry(StakeholderCategoryKey::of(office.category))
                .or_default();
            group.last_day = group.last_day.max(Some(contact.last_day));
        }
    }
    for office in offices.iter().filter(|office| office.is_in_scope) {
        let group = groups
            .entry(StakeholderCategoryKey::of(office.category))
            .or_default();
        let institution = fold(office);
        group.in_scope.insert(institution);
        let list = match reached
            .get(&institution)
            .copied()
            .unwrap_or(Reach::NotReached)
        {
            Reach::Met => &mut group.met,
            Reach::ContactedOnly => &mut group.contacted_only,
            Reach::PresentOnly => &mut group.present_only,
            Reach::NotReached => &mut group.not_reached,
        };
        list.insert(institution);
    }
    groups
}

/// A category in the order in which the schema lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StakeholderCategoryKey(usize);

impl StakeholderCategoryKey {
    /// Of a category.
    #[must_use]
    pub fn of(category: StakeholderCategory) -> Self {
        use sea_orm::Iterable;
        Self(
            StakeholderCategory::iter()
                .position(|one| one == category)
                .unwrap_or(usize::MAX),
        )
    }

    /// The category again.
    #[must_use]
    pub fn category(self) -> StakeholderCategory {
        use sea_orm::Iterable;
        StakeholderCategory::iter()
            .nth(self.0)
            .unwrap_or(StakeholderCategory::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn office(id: u128, institution: u128) -> Office {
        Office {
            id: Uuid::from_u128(id).into(),
            category: StakeholderCategory::Ecp,
            institution: Uuid::from_u128(institution).into(),
            is_in_scope: true,
        }
    }

    fn contact(id: u128, kind: MeetingKind, attended: bool) -> Contact {
        let last_day = NaiveDate::from_ymd_opt(2025, 6, 3).unwrap();
        Contact {
            office: Uuid::from_u128(id).into(),
            kind,
            attended,
            last_day,
        }
    }

    fn ecp(offices: &[Office], contacts: &[Contact]) -> Group {
        let key = StakeholderCategoryKey::of(StakeholderCategory::Ecp);
        count(offices, contacts).remove(&key).unwrap_or_default()
    }

    #[test]
    fn an_office_makes_its_institution_met_and_counts_once() {
        let offices = [office(1, 1), office(2, 1), office(3, 1)];

        let group = ecp(&offices, &[contact(3, MeetingKind::Stakeholder, true)]);

        assert_eq!(
            (
                group.in_scope.len(),
                group.met.len(),
                group.not_reached.len()
            ),
            (1, 1, 0)
        );
    }

    #[test]
    fn the_closest_contact_counts() {
        let offices = [office(1, 1), office(2, 2), office(3, 3), office(4, 4)];
        let contacts = [
            contact(1, MeetingKind::PublicEvent, true),
            contact(1, MeetingKind::Stakeholder, false),
            contact(2, MeetingKind::PublicEvent, true),
            contact(3, MeetingKind::Stakeholder, true),
        ];

        let group = ecp(&offices, &contacts);

        let sizes = [
            &group.met,
            &group.contacted_only,
            &group.present_only,
            &group.not_reached,
        ];
        assert_eq!(sizes.map(BTreeSet::len), [1, 1, 1, 1]);
    }

    #[test]
    fn an_institution_that_is_not_seen_does_not_hide_its_office() {
        let group = ecp(
            &[office(2, 1)],
            &[contact(2, MeetingKind::Stakeholder, true)],
        );

        assert_eq!(group.met, BTreeSet::from([Uuid::from_u128(2).into()]));
    }
}
