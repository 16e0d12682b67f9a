//! Whom the caucus met.

use entity::enums::MeetingKind;
use entity::{meeting, meeting_stakeholder};

use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::draft::asked::Asked;
use crate::concepts::meetings::input::{MatchStakeholderInput, MeetingStakeholderInput};
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    /// With whom a meeting was: the entries anew, and which offices texts among them stand for.
    pub(super) fn whom(
        &mut self,
        asked: &Asked<'_>,
        row: &meeting::Model,
    ) -> Option<Vec<meeting_stakeholder::Model>> {
        let with = asked.with.map(|raw| self.with(raw, row));
        let Some(matches) = asked.matches else {
            return with;
        };
        let mut with = with.unwrap_or_else(|| self.there.rows.with.clone());
        self.matched(matches, &mut with);
        Some(with)
    }

    /// With whom a meeting was, anew: of an entry that is there and named by its id, what is not
    /// sent stays; one whose office the viewer does not see stays as it is, named or not.
    fn with(
        &mut self,
        raw: &[MeetingStakeholderInput],
        row: &meeting::Model,
    ) -> Vec<meeting_stakeholder::Model> {
        let path = Path::root().field("with");
        self.check.at_most(&path, raw.len());
        let (mut with, mut named) = (Vec::new(), Vec::new());
        for (position, raw) in (0..).zip(raw) {
            let here = path.item(with.len());
            let id = self.entry_id(&here, raw.id.as_ref(), &mut named);
            let had = self.there.rows.with.iter().find(|had| had.id == id);
            let entry = match had {
                Some(had) if !self.there.sees_with(had) => had.clone(),
                Some(had) => self.entry(&here, raw, had.clone()),
                None => {
                    let new = meeting_stakeholder::Model {
                        id,
                        meeting_id: row.id,
                        position,
                        stakeholder_id: None,
                        text: None,
                        attended: true,
                        engagement_id: None,
                    };
                    self.entry(&here, raw, new)
                }
            };
            with.push(meeting_stakeholder::Model { position, ..entry });
        }
        let had = self.there.rows.with.iter();
        let unseen = had.filter(|had| !self.there.sees_with(had) && !named.contains(&had.id));
        for had in unseen {
            let position = with.last().map_or(0, |last| last.position + 1);
            with.push(meeting_stakeholder::Model {
                position,
                ..had.clone()
            });
        }
        self.check_with(&path, &with, row.kind);
        with
    }

    fn entry(
        &mut self,
        here: &Path,
        raw: &MeetingStakeholderInput,
        mut entry: meeting_stakeholder::Model,
    ) -> meeting_stakeholder::Model {
        let stakeholder = self.one(&here.field("stakeholderId"), raw.stakeholder_id.as_ref());
        let text = self
            .check
            .optional_line(&here.field("text"), raw.text.as_deref());
        if raw.stakeholder_id.is_some() && stakeholder != entry.stakeholder_id {
            // The line of work was with the office before.
            entry.engagement_id = None;
        }
        entry.stakeholder_id = stakeholder.or(entry.stakeholder_id);
        entry.text = text.or(entry.text);
        entry.attended = raw.attended.unwrap_or(entry.attended);
        if let Some(raw) = raw.engagement_id.as_opt_ref() {
            entry.engagement_id = self.one(&here.field("engagementId"), raw);
        }
        if raw.stakeholder_id.is_none() && entry.stakeholder_id.is_none() && entry.text.is_none() {
            let message = "Choose an office, or write its name.";
            self.check.refuse(UserErrorCode::Required, here, message);
        }
        entry
    }

    fn check_with(&mut self, path: &Path, with: &[meeting_stakeholder::Model], kind: MeetingKind) {
        match (kind, with.is_empty()) {
            (MeetingKind::Internal, false) => {
                let message = "A meeting of kind INTERNAL is of the caucus alone. Choose STAKEHOLDER \
                               for one with offices, or name none.";
                self.check.refuse(UserErrorCode::Invalid, path, message);
            }
            (MeetingKind::Internal, true) | (_, false) => {}
            (_, true) => self
                .check
                .refuse(UserErrorCode::Required, path, "Say whom you met."),
        }
    }

    /// Which offices the texts among some entries stand for. One that stands for an office that
    /// the viewer does not see is no such text to her.
    fn matched(
        &mut self,
        asked: &[MatchStakeholderInput],
        with: &mut [meeting_stakeholder::Model],
    ) {
        for (position, one) in asked.iter().enumerate() {
            let here = Path::root().field("match").item(position);
            let entry = self.check.id(&here.field("id"), &one.id);
            let place = here.field("stakeholderId");
            let stakeholder = self.one(&place, Some(&one.stakeholder_id));
            let (Some(entry), Some(stakeholder)) = (entry, stakeholder) else {
                continue;
            };
            let mut others = with
                .iter()
                .filter(|row| row.id != entry && !self.there.hides(row));
            if others.any(|row| row.stakeholder_id == Some(stakeholder)) {
                let message = "This office is in the meeting already.";
                self.check.refuse(UserErrorCode::Duplicate, &place, message);
                continue;
            }
            let is_text =
                |row: &meeting_stakeholder::Model| row.text.is_some() && !self.there.hides(row);
            let mut texts = with.iter_mut().filter(|row| is_text(row));
            let Some(row) = texts.find(|row| row.id == entry) else {
                let message = "This meeting has no such name to be matched.";
                self.check
                    .refuse(UserErrorCode::NotFound, &here.field("id"), message);
                continue;
            };
            let had = self.there.rows.with.iter().find(|had| had.id == entry);
            let had_line = had.and_then(|had| had.engagement_id);
            if row.stakeholder_id != Some(stakeholder) && row.engagement_id == had_line {
                // The line of work was with the office before.
                row.engagement_id = None;
            }
            row.stakeholder_id = Some(stakeholder);
        }
    }
}
