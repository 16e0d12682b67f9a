//! The figures of a group of coverage, or of the whole.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::NaiveDate;
use entity::ids::{EngagementId, MeetingId, StakeholderId};

use crate::concepts::coverage::company::{CoverageHeadcount, CoveragePeople};
use crate::concepts::coverage::completeness::Only;
use crate::concepts::coverage::figures::{Cell, Counted, Figure};
use crate::concepts::coverage::promised::{
    CommitmentsByStatus, CoverageAmount, amounts, by_status,
};
use crate::concepts::coverage::read::Meetings;
use crate::concepts::coverage::rules::Group;
use crate::concepts::coverage::rules::cadence::Cadences;
use crate::concepts::coverage::rules::people::{Company, Heads};
use crate::concepts::coverage::rules::promises::{Promised, Promises};
use crate::concepts::coverage::tasks::{Tasks, median};
use crate::concepts::meetings::face::Meeting;
use crate::concepts::records::seen;
use crate::kit::graphql::enums::AbsenceReason;
use crate::kit::graphql::scalars::Day;

/// The figures of a group or of the whole.
#[derive(Clone, Debug)]
pub struct CoverageFigures {
    /// The stakeholders.
    pub group: Group,
    /// The tasks.
    pub tasks: Tasks,
    /// How many meetings.
    pub meetings: Meetings,
    /// The lines of work that go on, or why that is not told.
    pub work: Result<BTreeSet<EngagementId>, AbsenceReason>,
    /// The people met.
    pub people: Company,
    /// The heads counted without names.
    pub heads: Heads,
    /// The asks and promises.
    pub promised: Promised,
    /// All of which these are some.
    pub promises: Arc<Promises>,
    /// How cadences stand, or why that is not told.
    pub cadence: Result<Cadences, AbsenceReason>,
    /// The last meeting that one of them attended.
    pub last_meeting: Option<MeetingId>,
    /// Where it was counted.
    pub cell: Cell,
    /// Today.
    pub today: NaiveDate,
}

impl CoverageFigures {
    /// Where nothing was counted.
    #[must_use]
    pub fn none(cell: Cell, today: NaiveDate) -> Self {
        Self {
            group: Group::default(),
            tasks: Tasks::default(),
            meetings: Meetings::default(),
            work: Err(AbsenceReason::NotCollected),
            people: Company::default(),
            heads: Heads::default(),
            promised: Promised::default(),
            promises: Arc::default(),
            cadence: Err(AbsenceReason::NotCollected),
            last_meeting: None,
            cell,
            today,
        }
    }
}

/// The figures of a group or of the whole. Institutions are counted: the topmost office of the
/// same category, into which the others fold; the meetings of an office make its institution met.
#[Object]
impl CoverageFigures {
    /// The institutions to be reached: those that the approved target list of the period names, since
    /// archived or not, or, without one, those active since their day; `scopeSource` tells which. It is the sum of met,
    /// contacted only, present only and not reached.
    async fn in_scope(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.in_scope.clone()))
    }

    /// Those met: a held, two-way meeting, by phone too, that they attended. Courtesy calls count.
    async fn met(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.met.clone()))
    }

    /// Those of the met whom only courtesy calls met, set apart.
    async fn met_on_courtesy_only(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.met_on_courtesy.clone()))
    }

    /// Those contacted only: a letter came from them or went to them, or a meeting was held to which
    /// they sent nobody.
    async fn contacted_only(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.contacted_only.clone()))
    }

    /// Those present at a public event only.
    async fn present_only(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.present_only.clone()))
    }

    /// Those not reached.
    async fn not_reached(&self) -> Figure {
        Figure(Counted::Stakeholders(self.group.not_reached.clone()))
    }

    /// Those met though the target list does not name them; they are in none of the others. Without
    /// a list nobody was planned, and it is not told.
    async fn unplanned(&self) -> Figure {
        Figure(match &self.cell.grouping.list {
            Some(_) => Counted::Stakeholders(self.group.unplanned.clone()),
            None => Counted::Absent(AbsenceReason::NotCollected),
        })
    }

    /// Meetings held in the period with somebody outside the caucus. A meeting belongs to the day
    /// on which it starts; it counts once in every group that it touches and once in the total,
    /// so groups may add up to more. What was held with stakeholders since archived is counted.
    async fn meetings_held(&self) -> Figure {
        Figure(Counted::Meetings(
            self.cell.clone(),
            self.meetings.held,
            Only::All,
        ))
    }

    /// Those of the meetings held that were courtesy calls, set apart.
    async fn courtesy_calls(&self) -> Figure {
        Figure(Counted::Meetings(
            self.cell.clone(),
            self.meetings.courtesy,
            Only::Courtesy,
        ))
    }

    /// The people met: who came to a held, two-way meeting for an office or for herself, each once in
    /// every group and once in the total, in the capacity of that day. Members and staff are not
    /// people met. By category, institution and office she is where the office is for which she
    /// came, for the rest where the meeting is. Partners are told of whole quarters of a year how many
    /// there were, in all and by category, but no count of 1 to 4 nor one by which it would be left
    /// over; nothing by gender or by another grouping, nor where categories or a moment narrow what
    /// is counted.
    async fn people_met(&self) -> CoveragePeople {
        CoveragePeople::of(&self.people)
    }

    /// Heads that were counted without names at the meetings held, public events too: the counts of
    /// their groups added, so person-times. Partners are told a sum where they read each count in it.
    async fn headcount(&self) -> CoverageHeadcount {
        CoverageHeadcount::of(&self.heads, &self.cell)
    }

    /// Stakeholders whose cadence is kept at the end of the period, or today if that is earlier: the
    /// last meeting that they attended themselves was at most as many days ago as their cadence says.
    /// Every office that is active is for itself, on the target list or not, and what it attends does not keep the cadence of its institution;
    /// without a meeting, and before, the days run from that since which it is to be reached. By
    /// month and quarter it is not told.
    async fn cadence_kept(&self) -> Figure {
        self.cadence(|cadences| &cadences.kept)
    }

    /// Those whose cadence is overdue: day N is kept, day N + 1 overdue.
    async fn cadence_overdue(&self) -> Figure {
        self.cadence(|cadences| &cadences.overdue)
    }

    /// Those whose cadence is long overdue: from 2 × N days on. They are not among the overdue.
    async fn cadence_long_overdue(&self) -> Figure {
        self.cadence(|cadences| &cadences.long_overdue)
    }

    /// Lines of work with them that are active at the end of the period, or today if that is earlier.
    /// By month and quarter it is not told.
    async fn engagements_active(&self) -> Figure {
        Figure(match &self.work {
            Ok(lines) => Counted::Engagements(lines.clone()),
            Err(absence) => Counted::Absent(*absence),
        })
    }

    /// Asks and promises with them that were made in the period: with the offices named in them, or
    /// where nobody is named, those of their meeting.
    async fn commitments_made(&self) -> Figure {
        Figure(Counted::Commitments(self.promised.made.clone()))
    }

    /// The same by where each stands as the caucus judges it, at the end of the period or today. In
    /// the order of the statuses; those of which it is not for you to read come last.
    async fn commitments_judged(&self) -> Vec<CommitmentsByStatus> {
        by_status(&self.promised, &self.promises, |promise| promise.judged)
    }

    /// The same by where each stands as who owes it says; those of which that has said nothing come
    /// last.
    async fn commitments_reported(&self) -> Vec<CommitmentsByStatus> {
        by_status(&self.promised, &self.promises, |promise| promise.reported)
    }

    /// What came on the ladder in the period, by rung, fiscal year and currency, none of which are
    /// added to each other. An amount counts whole in each district that benefits and once in the
    /// total; money announced again counts once, where the first announcement is among these. For
    /// partners amounts above `WRITTEN` are in it once it is shared where their commitment stands.
    async fn amounts(&self) -> Vec<CoverageAmount> {
        amounts(&self.promised, &self.promises)
    }

    /// Tasks about them that were opened in the period.
    async fn tasks_opened(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.opened.clone()))
    }

    /// Tasks about them that were done in the period. Cancelled ones count nowhere.
    async fn tasks_done(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.done.clone()))
    }

    /// Those of the tasks done that were done after their day.
    async fn tasks_late(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.late.clone()))
    }

    /// Tasks about them that are open at the end of the period, or today if that is earlier.
    async fn tasks_open(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.open.clone()))
    }

    /// Tasks of these that are past their day. Due on the day is not overdue.
    async fn tasks_overdue(&self) -> Figure {
        Figure(Counted::Tasks(self.tasks.overdue.clone()))
    }

    /// The median of the days that the tasks done took, from the day of opening to the day of
    /// closing; of an even count the mean of the middle two. Null where fewer than ten were done.
    async fn days_to_close(&self) -> Option<f64> {
        median(&self.tasks.days)
    }

    /// Why there are no days to close; null where there are.
    async fn days_to_close_absence(&self) -> Option<AbsenceReason> {
        let absent = median(&self.tasks.days).is_none();
        absent.then_some(AbsenceReason::NotCollected)
    }

    /// The last meeting of the period that one of them attended; null when there is none.
    async fn last_meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, self.last_meeting).await
    }

    /// The day of the last meeting that one of them attended; null when there is none.
    async fn last_meeting_on(&self) -> Option<Day> {
        self.group.last_day.map(Day)
    }

    /// The days since then, judged at the end of the period or today; null when there is none.
    async fn days_since_last_meeting(&self) -> Option<i32> {
        let until = self.cell.period.to.min(self.today);
        let since = (until - self.group.last_day?).num_days();
        Some(i32::try_from(since).unwrap_or(i32::MAX))
    }
}

impl CoverageFigures {
    fn cadence(&self, of: impl Fn(&Cadences) -> &BTreeSet<StakeholderId>) -> Figure {
        Figure(match &self.cadence {
            Ok(cadences) => Counted::Stakeholders(of(cadences).clone()),
            Err(absence) => Counted::Absent(*absence),
        })
    }
}
