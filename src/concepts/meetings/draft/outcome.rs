//! What came of a meeting.

use entity::commitment;
use entity::enums as kept;

use crate::concepts::commitments::write::blank;
use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::draft::parts::{Commitment, Decision, FollowUp, Outcomes};
use crate::concepts::meetings::input::{
    CommitmentInput, DecisionInput, FollowUpInput, LogMeetingInput,
};
use crate::concepts::members::named::{check_people, check_person};
use crate::kit::user_error::Path;

impl Checking<'_> {
    /// Checks what came of a meeting.
    pub(in crate::concepts::meetings) fn outcomes(&mut self, input: &LogMeetingInput) -> Outcomes {
        Outcomes {
            decisions: self.decisions(input.decisions.as_deref().unwrap_or_default()),
            commitments: self.commitments(input.commitments.as_deref().unwrap_or_default()),
            follow_ups: self.follow_ups(input.follow_ups.as_deref().unwrap_or_default()),
        }
    }

    fn decisions(&mut self, raw: &[DecisionInput]) -> Vec<Decision> {
        let path = Path::root().field("decisions");
        self.check.at_most(&path, raw.len());
        let mut decisions = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let Some(text) = self.check.text(&here.field("text"), &raw.text) else {
                continue;
            };
            decisions.push(Decision {
                id,
                kind: raw.kind.map_or(kept::DecisionKind::Resolved, Into::into),
                text,
                manner: raw.manner.map(Into::into),
            });
        }
        decisions
    }

    fn commitments(&mut self, raw: &[CommitmentInput]) -> Vec<Commitment> {
        let path = Path::root().field("commitments");
        self.check.at_most(&path, raw.len());
        let mut commitments = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let due_on = raw
                .due_on
                .and_then(|day| self.check.day(&here.field("dueOn"), day.0));
            let text = self.check.text(&here.field("text"), &raw.text);
            // Its audience is that of the meeting, which is not known yet.
            let (id, direction) = (self.tx.id_or_new(id), raw.direction.into());
            let mut row = commitment::Model {
                due_on,
                ..blank(self.tx, id, direction, kept::Audience::Present)
            };
            let today = self.tx.today();
            let (check, references) = (&mut self.check, &mut self.references);
            let terms = raw.terms.check(check, references, &here, &mut row, today);
            if let Some(text) = text {
                row.text = text;
                commitments.push(Commitment {
                    path: here,
                    row,
                    terms,
                });
            }
        }
        commitments
    }

    fn follow_ups(&mut self, raw: &[FollowUpInput]) -> Vec<FollowUp> {
        let path = Path::root().field("followUps");
        self.check.at_most(&path, raw.len());
        let mut follow_ups = Vec::new();
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            let id = self.check.client_id(&here.field("id"), raw.id.as_ref());
            let due_on = raw
                .due_on
                .and_then(|day| self.check.day(&here.field("dueOn"), day.0));
            let owner = raw.owner_id.as_ref().and_then(|id| {
                let path = here.field("ownerId");
                check_person(&mut self.check, &mut self.references, &path, id)
            });
            let helpers = check_people(
                &mut self.check,
                &mut self.references,
                &here.field("helperIds"),
                raw.helper_ids.as_deref().unwrap_or_default(),
            );
            let Some(title) = self.check.text(&here.field("title"), &raw.title) else {
                continue;
            };
            follow_ups.push(FollowUp {
                id,
                title,
                owner,
                helpers,
                due_on,
                priority: raw.priority.map_or(kept::Priority::Normal, Into::into),
            });
        }
        follow_ups
    }
}
