//! What a meeting has already when it is set right, as far as it bears on what may be changed.

use std::collections::HashSet;

use entity::ids::{MemberId, PersonId};
use entity::{meeting, meeting_attendee, meeting_stakeholder};
use uuid::Uuid;

use crate::concepts::log::Tx;
use crate::concepts::meetings::rows::Rows;
use crate::concepts::members::named::{PersonOrMember, memberships};
use crate::concepts::records::seen_among;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::{Kind, RecordKind};

/// The parts of a meeting with what the viewer sees of all that they name; nothing of a meeting
/// that is new.
#[derive(Debug, Default)]
pub(in crate::concepts::meetings) struct There {
    /// Its parts.
    pub(in crate::concepts::meetings) rows: Rows,
    /// What she sees of what it names.
    pub(super) seen: HashSet<(Kind, Uuid)>,
    members: Vec<(MemberId, PersonId)>,
}

impl There {
    /// What a meeting has.
    pub(in crate::concepts::meetings) async fn of(
        tx: &Tx,
        row: &meeting::Model,
    ) -> Result<Self, Fault> {
        let rows = Rows::of(tx.conn(), row.id).await?;
        let people: Vec<_> = rows
            .attendees
            .iter()
            .map(|row| row.person_id)
            .chain(row.told_by_id)
            .collect();
        let members = memberships(tx, &people).await?;
        let offices = rows.with.iter().filter_map(|row| row.stakeholder_id);
        let for_offices = rows.attendees.iter().filter_map(|row| row.stakeholder_id);
        let lines = rows.with.iter().filter_map(|row| row.engagement_id);
        let named = people.iter().map(|id| id.0);
        let named = named.chain(members.iter().map(|(id, _)| id.0));
        let named = named.chain(offices.chain(for_offices).map(|id| id.0));
        let named = named.chain(lines.map(|id| id.0));
        let named = named.chain(rows.topics.iter().map(|row| row.topic_id.0));
        let named = named.chain(rows.programmes.iter().map(|row| row.programme_id.0));
        let seen = seen_among(tx, named.collect::<HashSet<_>>()).await?;
        Ok(Self {
            rows,
            seen,
            members,
        })
    }

    /// Whether the viewer sees what is named; districts are everybody's.
    pub(super) fn sees<I: RecordKind>(&self, id: I) -> bool {
        I::KIND == Kind::District || self.seen.contains(&(I::KIND, id.uuid()))
    }

    /// Whether she sees somebody, as a person or as a member.
    pub(super) fn sees_person(&self, person: PersonId) -> bool {
        let mut members = self.members.iter();
        self.sees(person) || members.any(|(id, of)| *of == person && self.sees(*id))
    }

    /// Whether she sees an entry of `with`: its office, or a name that stands for none yet.
    pub(super) fn sees_with(&self, row: &meeting_stakeholder::Model) -> bool {
        row.stakeholder_id.is_none_or(|id| self.sees(id))
    }

    /// Whether an entry is one that was there with an office that she does not see.
    pub(super) fn hides(&self, row: &meeting_stakeholder::Model) -> bool {
        let mut had = self.rows.with.iter().filter(|had| had.id == row.id);
        had.any(|had| !self.sees_with(had))
    }

    /// Whether by these entries a text is said to stand for an office, or for another one.
    pub(in crate::concepts::meetings) fn matches_in(
        &self,
        with: &[meeting_stakeholder::Model],
    ) -> bool {
        let texts = self.rows.with.iter().filter(|had| had.text.is_some());
        let mut now =
            texts.filter_map(|had| Some((had, with.iter().find(|row| row.id == had.id)?)));
        now.any(|(had, row)| row.stakeholder_id != had.stakeholder_id)
    }

    /// Whether somebody who is named is she who stands in an entry.
    pub(super) fn is_same(&self, row: &meeting_attendee::Model, named: PersonOrMember) -> bool {
        match named {
            PersonOrMember::Person(id) => row.person_id == id,
            PersonOrMember::Member(id) => self.members.contains(&(id, row.person_id)),
        }
    }
}
