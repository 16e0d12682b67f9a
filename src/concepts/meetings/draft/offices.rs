//! For which of the offices of a meeting those who took part were there.

use std::collections::HashMap;

use entity::ids::StakeholderId;
use entity::meeting_stakeholder;

use crate::concepts::meetings::draft::There;

/// The offices of a meeting, as far as it bears on who was there for one.
#[derive(Debug)]
pub(in crate::concepts::meetings) struct Offices {
    first: Option<StakeholderId>,
    left: HashMap<StakeholderId, Option<StakeholderId>>,
}

impl Offices {
    /// Those that a meeting is with, against those that it was with.
    pub(super) fn of(there: &There, with: &[meeting_stakeholder::Model]) -> Self {
        let mut seen = with.iter().filter(|row| !there.hides(row));
        let first = seen.find_map(|row| row.stakeholder_id);
        let had = &there.rows.with;
        let is_new = |row: &meeting_stakeholder::Model| had.iter().all(|had| had.id != row.id);
        let in_place_of = |had: &meeting_stakeholder::Model| {
            let same = with.iter().find(|row| row.id == had.id);
            let mut new = with.iter().filter(|row| is_new(row));
            same.or_else(|| new.find(|row| row.position == had.position))
        };
        let gone = had
            .iter()
            .filter_map(|had| Some((had, had.stakeholder_id?)));
        let gone = gone.filter(|(_, id)| with.iter().all(|row| row.stakeholder_id != Some(*id)));
        let now = |had| in_place_of(had).map_or(first, |row| row.stakeholder_id);
        Self {
            first,
            left: gone.map(|(had, id)| (id, now(had))).collect(),
        }
    }

    /// The one for which somebody was there of whom nothing else is said: the first that the
    /// viewer sees.
    pub(super) fn usual(&self) -> Option<StakeholderId> {
        self.first
    }

    /// The one for which somebody was there who was there for this one: where the meeting is with
    /// it no longer, what stands in its place, or else the usual one.
    pub(in crate::concepts::meetings) fn now(
        &self,
        office: Option<StakeholderId>,
    ) -> Option<StakeholderId> {
        office.and_then(|id| self.left.get(&id).copied().unwrap_or(Some(id)))
    }
}
