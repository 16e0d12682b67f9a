//! Logging a meeting: in one transaction all that a member does after it.

mod blank;
mod outcome;

use async_graphql::ID;
use entity::enums::SourceKind;
use entity::ids::RecordId;
use entity::{engagement, meeting, meeting_programme};

use crate::concepts::access::{self, allow};
use crate::concepts::log::{Act, Tx, Whole, save};
use crate::concepts::meetings::draft::{Checking, There, settle};
use crate::concepts::meetings::input::LogMeetingInput;
use crate::concepts::meetings::log_meeting::blank::{blank, present_herself};
use crate::concepts::meetings::log_meeting::outcome::Outcome;
use crate::concepts::meetings::programmes::programmes_of;
use crate::concepts::meetings::rows::Rows;
use crate::concepts::meetings::write::kept;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, WriteError};

impl Act for LogMeetingInput {
    const NAME: &'static str = "logMeeting";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::LogMeeting)?;
        let nothing = There::default();
        let mut checking = Checking::new(tx, &nothing);
        let id = Path::root().field("id");
        let id = checking.check.client_id(&id, self.id.as_ref());
        let mut new = blank(tx, tx.id_or_new(id));
        new.kind = self.kind.map_or(new.kind, Into::into);
        let draft = checking.meeting(&self.asked(), new);
        let outcomes = checking.outcomes(&self);
        let Checking {
            check, references, ..
        } = checking;
        let lines = settle(tx, check, references, &draft, &outcomes.commitments).await?;
        let usual = usual(tx, &draft.row, &lines).await?;
        let (row, rows) = kept(tx, &allowed, draft, usual).await?;
        let whole = Whole {
            parts: rows.parts()?,
            people: rows.present().chain(row.told_by_id).collect(),
            ..Whole::alone(row.clone())
        };
        save(tx, &allowed, None, &whole).await?;
        rows.put(tx, row.id, &Rows::default()).await?;
        let outcome = Outcome {
            meeting: row.id,
            audience: row.audience,
            // A fast clock may lie in tomorrow; a task can be done today.
            opened_on: row.first_day.min(tx.today()),
        };
        outcome.write(tx, &allowed, outcomes).await?;
        Ok(row.id.into())
    }
}

/// The parts that a meeting has when nothing is said of them: a member who was there herself, and
/// the programmes of its lines of work.
async fn usual(tx: &Tx, row: &meeting::Model, lines: &[engagement::Model]) -> Result<Rows, Fault> {
    let viewer = tx.viewer();
    let was_there = viewer.member.is_some() && row.source_kind == SourceKind::FirstHand;
    let programmes = programmes_of(tx, lines).await?;
    let programmes = programmes
        .into_iter()
        .map(|programme_id| meeting_programme::Model {
            meeting_id: row.id,
            programme_id,
        });
    Ok(Rows {
        attendees: was_there
            .then(|| present_herself(tx, row.id))
            .into_iter()
            .collect(),
        programmes: programmes.collect(),
        ..Rows::default()
    })
}
