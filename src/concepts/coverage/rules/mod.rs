//! How stakeholders are counted: the readings of coverage, without a database.

pub mod cadence;
pub mod gaps;
pub mod keys;
pub mod people;
pub mod promises;
pub mod spans;
pub mod withheld;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use entity::enums::{MeetingKind, StakeholderCategory};
use entity::ids::StakeholderId;

use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys, combined, go_together};

/// A stakeholder, as far as counting needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Which.
    pub id: StakeholderId,
    /// Its category.
    pub category: StakeholderCategory,
    /// The institution into which it folds; itself where the viewer does not see that one, which
    /// then does not hide the office.
    pub institution: StakeholderId,
    /// Whether it counts among those to be reached in the period: it is on the list, whatever became
    /// of it since, or without a list is active.
    pub is_in_scope: bool,
    /// Whether it is to be reached on the day on which states are judged, on a list or not: its day
    /// has come, and it is not archived.
    pub is_active: bool,
    /// Since when it is to be reached.
    pub in_scope_since: NaiveDate,
    /// The most days that may lie between two meetings with it.
    pub cadence_days: Option<i32>,
    /// Its keys of the dimensions that go by a list of its own: districts, divisions, topics,
    /// programmes; of others nothing. Months are the same for all, and shared.
    pub lists: Vec<Arc<[Key]>>,
}

impl Office {
    /// The stakeholder that is counted for it.
    fn counted(&self, dimensions: &[Dimension]) -> StakeholderId {
        if dimensions.contains(&Dimension::Stakeholder) {
            self.id
        } else {
            self.institution
        }
    }

    /// In how many groups it is by what it is.
    #[must_use]
    pub fn places(&self, dimensions: &[Dimension]) -> usize {
        let lists = dimensions.iter().zip(&self.lists);
        let sizes = lists.map(|(dimension, keys)| match dimension {
            Dimension::Category | Dimension::Institution | Dimension::Stakeholder => 1,
            _ => keys.len(),
        });
        if go_together(dimensions) {
            return sizes.max().unwrap_or_default();
        }
        sizes.fold(1, usize::saturating_mul)
    }

    /// The groups that it is in by what it is, or by a meeting or task of such keys.
    #[must_use]
    pub fn groups(&self, dimensions: &[Dimension], of: &[Option<Key>]) -> Vec<Keys> {
        let of: Vec<_> = of.iter().map(|key| key.map(|key| vec![key])).collect();
        self.groups_among(dimensions, &of)
    }

    /// The same by what has several keys of its own.
    #[must_use]
    pub fn groups_among(&self, dimensions: &[Dimension], of: &[Option<Vec<Key>>]) -> Vec<Keys> {
        let lists = dimensions.iter().enumerate().map(|(at, dimension)| {
            let given = of.get(at).cloned().flatten();
            match (given, dimension) {
                (Some(keys), _) => keys,
                (None, Dimension::Category) => {
                    vec![Key::Category(StakeholderCategoryKey::of(self.category))]
                }
                (None, Dimension::Institution) => vec![Key::Stakeholder(self.institution)],
                (None, Dimension::Stakeholder) => vec![Key::Stakeholder(self.id)],
                (None, _) => self
                    .lists
                    .get(at)
                    .map_or_else(Vec::new, |keys| keys.to_vec()),
            }
        });
        combined(dimensions, lists.collect())
    }
}

/// In what way somebody was in contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By held meetings of a sort, and whether they came.
    Meeting {
        /// What sort of meetings.
        kind: MeetingKind,
        /// Whether they came.
        attended: bool,
        /// Whether they were courtesy calls.
        is_courtesy: bool,
    },
    /// By letters, whoever wrote them.
    Letter,
}

/// Contacts of one sort with one stakeholder in the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// With whom.
    pub office: StakeholderId,
    /// In what way.
    pub way: Way,
    /// The day of the last one.
    pub last_day: NaiveDate,
    /// Their keys of the dimensions that go by meetings; of others nothing. A letter is under no
    /// programme.
    pub keys: Vec<Option<Key>>,
}

/// How far a stakeholder was reached, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Not at all.
    NotReached,
    /// Present at an event only.
    PresentOnly,
    /// Contacted by letter, or by a meeting to which they sent nobody.
    ContactedOnly,
    /// Met, on courtesy calls only.
    MetOnCourtesy,
    /// Met: a held, two-way meeting that they attended.
    Met,
}

/// The reach of one contact (reading 2).
#[must_use]
pub fn reach(contact: &Contact) -> Option<Reach> {
    let Way::Meeting {
        kind,
        attended,
        is_courtesy,
    } = contact.way
    else {
        return Some(Reach::ContactedOnly);
    };
    match (kind, attended) {
        (MeetingKind::Stakeholder, true) if is_courtesy => Some(Reach::MetOnCourtesy),
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
    /// Those of them whom only courtesy calls met.
    pub met_on_courtesy: BTreeSet<StakeholderId>,
    /// Those contacted only.
    pub contacted_only: BTreeSet<StakeholderId>,
    /// Those present at an event only.
    pub present_only: BTreeSet<StakeholderId>,
    /// Those not reached.
    pub not_reached: BTreeSet<StakeholderId>,
    /// Those met who are not in scope.
    pub unplanned: BTreeSet<StakeholderId>,
    /// The day of the last meeting that one of them attended.
    pub last_day: Option<NaiveDate>,
    /// Who attended one on that day, with the keys of these meetings.
    pub last_with: Vec<(StakeholderId, Vec<Option<Key>>)>,
}

impl Group {
    fn attended(&mut self, contact: &Contact) {
        let with = (contact.office, contact.keys.clone());
        match self.last_day.cmp(&Some(contact.last_day)) {
            Ordering::Less => {
                self.last_day = Some(contact.last_day);
                self.last_with = vec![with];
            }
            Ordering::Equal => self.last_with.push(with),
            Ordering::Greater => {}
        }
    }

    fn put(&mut self, stakeholder: StakeholderId, reach: Reach) {
        self.in_scope.insert(stakeholder);
        if reach == Reach::MetOnCourtesy {
            self.met_on_courtesy.insert(stakeholder);
        }
        let list = match reach {
            Reach::Met | Reach::MetOnCourtesy => &mut self.met,
            Reach::ContactedOnly => &mut self.contacted_only,
            Reach::PresentOnly => &mut self.present_only,
            Reach::NotReached => &mut self.not_reached,
        };
        list.insert(stakeholder);
    }
}

/// Counts institutions by group. Offices fold into their institution and count once; the meetings
/// of an office make its institution met (reading 3), in the groups that the office is in. Who is
/// grouped by a programme is in scope there by a line of work under it, or by being reached.
#[must_use]
pub fn count(
    offices: &BTreeMap<StakeholderId, Office>,
    contacts: &[Contact],
    dimensions: &[Dimension],
) -> BTreeMap<Keys, Group> {
    let mut reached: BTreeMap<(Keys, StakeholderId), Reach> = BTreeMap::new();
    let mut groups: BTreeMap<Keys, Group> = BTreeMap::new();
    for contact in contacts {
        let (Some(office), Some(reach)) = (offices.get(&contact.office), reach(contact)) else {
            continue;
        };
        for keys in office.groups(dimensions, &contact.keys) {
            if reach >= Reach::MetOnCourtesy {
                groups.entry(keys.clone()).or_default().attended(contact);
            }
            let best = reached
                .entry((keys, office.counted(dimensions)))
                .or_insert(reach);
            *best = reach.max(*best);
        }
    }
    let in_use = || offices.values().filter(|office| office.is_in_scope);
    let mut in_scope: BTreeSet<(Keys, StakeholderId)> = in_use()
        .flat_map(|office| {
            let counted = office.counted(dimensions);
            let groups = office.groups(dimensions, &[]);
            groups.into_iter().map(move |keys| (keys, counted))
        })
        .collect();
    let counted: BTreeSet<_> = in_use().map(|office| office.counted(dimensions)).collect();
    for ((keys, id), reach) in &reached {
        if *reach >= Reach::MetOnCourtesy && !counted.contains(id) {
            let group = groups.entry(keys.clone()).or_default();
            group.unplanned.insert(*id);
        }
    }
    if dimensions.contains(&Dimension::Programme) {
        let more = reached.keys().filter(|(_, id)| counted.contains(id));
        in_scope.extend(more.cloned());
    }
    for place in in_scope {
        let reach = reached.get(&place).copied().unwrap_or(Reach::NotReached);
        let (keys, stakeholder) = place;
        groups.entry(keys).or_default().put(stakeholder, reach);
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
            is_active: true,
            in_scope_since: NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(),
            cadence_days: None,
            lists: Vec::new(),
        }
    }

    fn contact(id: u128, kind: MeetingKind, attended: bool) -> Contact {
        let last_day = NaiveDate::from_ymd_opt(2025, 6, 3).unwrap();
        Contact {
            office: Uuid::from_u128(id).into(),
            way: Way::Meeting {
                kind,
                attended,
                is_courtesy: false,
            },
            last_day,
            keys: Vec::new(),
        }
    }

    fn letter(id: u128) -> Contact {
        Contact {
            way: Way::Letter,
            ..contact(id, MeetingKind::Internal, false)
        }
    }

    fn ecp(offices: &[Office], contacts: &[Contact]) -> Group {
        let offices = offices.iter().map(|office| (office.id, office.clone()));
        let mut groups = count(&offices.collect(), contacts, &[Dimension::Category]);
        let key = Key::Category(StakeholderCategoryKey::of(StakeholderCategory::Ecp));
        groups.remove(&vec![key]).unwrap_or_default()
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
        let offices = [1, 2, 3, 4, 5, 6].map(|id| office(id, id));
        let contacts = [
            contact(1, MeetingKind::PublicEvent, true),
            contact(1, MeetingKind::Stakeholder, false),
            contact(2, MeetingKind::PublicEvent, true),
            contact(6, MeetingKind::PublicEvent, true),
            contact(3, MeetingKind::Stakeholder, true),
            letter(2),
            letter(3),
            letter(5),
        ];

        let group = ecp(&offices, &contacts);

        let sizes = [
            &group.met,
            &group.contacted_only,
            &group.present_only,
            &group.not_reached,
        ];
        assert_eq!(sizes.map(BTreeSet::len), [1, 3, 1, 1]);
    }
}
