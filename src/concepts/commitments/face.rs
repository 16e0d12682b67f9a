//! Commitments as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::commitment;
use entity::enums::PartySide;

use crate::concepts::access::CtxExt;
use crate::concepts::commitments::answers;
use crate::concepts::commitments::inherit::of_holder;
use crate::concepts::commitments::input::{
    AdvanceCommitmentInput, ReconfirmCommitmentInput, RecordAmountInput, RecordCommitmentInput,
    RemoveAmountInput, UndoCommitmentStepInput, UpdateCommitmentInput,
};
use crate::concepts::commitments::ladder::{self, CommitmentAmount};
use crate::concepts::commitments::read::{BenefitingOf, PartiesOf, on_side};
use crate::concepts::commitments::rules::{is_overdue, side_of_the_met, status};
use crate::concepts::commitments::steps::{self, CommitmentStep, reads_judgement};
use crate::concepts::documents::face::Document;
use crate::concepts::log::{payload, perform};
use crate::concepts::meetings::decisions::Decision;
use crate::concepts::meetings::face::Meeting;
use crate::concepts::meetings::read::{MeetingById, WithOf};
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::{recorded_for, recorder};
use crate::concepts::records::{Head, seen, seen_all};
use crate::concepts::reference::districts::District;
use crate::concepts::stakeholders::face::Stakeholder;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::enums::{CommitmentDirection, CommitmentKind, CommitmentStatus};
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Text;
use crate::kit::graphql::scalars::Day;
use crate::kit::page::Limits;

/// An ask or a promise.
#[derive(Clone, Debug)]
pub struct Commitment(pub commitment::Model);

/// An ask or a promise, tracked to its end.
#[Object]
impl Commitment {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Who recorded it; null when the program did, or when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        recorder(ctx, self.0.id.into()).await.transpose()
    }

    /// The member for whom somebody else recorded it; null when the one who recorded it did so for
    /// herself, or when that is not for you.
    async fn recorded_for(&self, ctx: &Context<'_>) -> Option<Result<Member>> {
        recorded_for(ctx, self.0.id.into()).await.transpose()
    }

    /// Who asks or promises whom.
    async fn direction(&self) -> CommitmentDirection {
        self.0.direction.into()
    }

    /// What sort of thing it is; null until somebody says so.
    async fn kind(&self) -> Option<CommitmentKind> {
        self.0.kind.map(Into::into)
    }

    /// What is asked or promised.
    async fn text(&self) -> Text {
        self.0.text.clone().into()
    }

    /// What it is for; null when nobody wrote it.
    async fn purpose(&self) -> Option<Text> {
        self.0.purpose.clone().map(Into::into)
    }

    /// Whether it names no thing, sum or day.
    async fn is_vague(&self) -> bool {
        self.0.is_vague.unwrap_or_default()
    }

    /// The offices that owe it, as far as you may see them: those that were named, or else those
    /// of its meeting. Empty where the caucus owes it.
    async fn owed_by(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        self.on(ctx, PartySide::Owes).await
    }

    /// The offices to which it is owed, as far as you may see them: those that were named, or else
    /// those of its meeting. Empty where it is owed to the caucus.
    async fn owed_to(&self, ctx: &Context<'_>) -> Result<Vec<Stakeholder>> {
        self.on(ctx, PartySide::Owed).await
    }

    /// Who said it; null when it is not known, or when you may not see her.
    async fn said_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        seen(ctx, self.0.said_by_id).await
    }

    /// The day on which it was said: its own, or that of its meeting; null when it has neither
    /// for you.
    async fn said_on(&self, ctx: &Context<'_>) -> Option<Result<Day>> {
        let day = async {
            if let Some(day) = self.0.said_on {
                return Ok(Some(Day(day)));
            }
            let Some(id) = self.0.meeting_id else {
                return Ok(None);
            };
            let found = ctx.loaders()?.load_one(MeetingById(id)).await?;
            Ok(found.map(|row| Day(row.first_day)))
        };
        day.await.transpose()
    }

    /// By when; null when no day was named.
    async fn due_on(&self) -> Option<Day> {
        self.0.due_on.map(Day)
    }

    /// The districts that would benefit.
    async fn districts(&self, ctx: &Context<'_>) -> Result<Vec<District>> {
        let links = ctx.parts(BenefitingOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.district_id)).await
    }

    /// The ask that this promise answers; null when none, or when you may not see it.
    async fn answers(&self, ctx: &Context<'_>) -> Option<Result<Commitment>> {
        seen(ctx, self.0.answers_id).await
    }

    /// The promises that answer this ask, as far as you may see them, in the order in which they
    /// were recorded.
    async fn answered_by(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Commitment>> {
        answers::page_of(ctx, self.0.id, &Limits::of(first, after, last, before)).await
    }

    /// Where it stands as the caucus judges it by evidence; null when that is not for you.
    fn status(&self, ctx: &Context<'_>) -> Result<Option<CommitmentStatus>> {
        let reads = reads_judgement(ctx, &self.0)?;
        Ok(reads.then(|| status(&self.0).into()))
    }

    /// Where it stands as who owes it says; null when that has said nothing.
    async fn reported_status(&self) -> Option<CommitmentStatus> {
        self.0.reported.map(Into::into)
    }

    /// Whether it is past its day and waits to be judged; null when where it stands is not for you.
    fn awaits_judgement(&self, ctx: &Context<'_>) -> Result<Option<bool>> {
        let reads = reads_judgement(ctx, &self.0)?;
        let today = ctx.reader()?.today;
        Ok(reads.then(|| is_overdue(&self.0, today)))
    }

    /// Since when somebody else holds the office than when it was promised; null where nobody does,
    /// or when that is not for you. The office owes it still.
    fn inherited_on(&self, ctx: &Context<'_>) -> Result<Option<Day>> {
        of_holder(ctx, self.0.inherited_on)
    }

    /// By when who holds the office now is to say it again; null where nobody has to, or when that
    /// is not for you.
    fn reconfirm_by(&self, ctx: &Context<'_>) -> Result<Option<Day>> {
        of_holder(ctx, self.0.reconfirm_by)
    }

    /// When who holds the office now said it again; null until then, or when that is not for you.
    fn reconfirmed_on(&self, ctx: &Context<'_>) -> Result<Option<Day>> {
        of_holder(ctx, self.0.reconfirmed_on)
    }

    /// Whether partners who see it read where it stands as the caucus judges it; null when that is
    /// not for you.
    fn is_status_shared(&self, ctx: &Context<'_>) -> Result<Option<bool>> {
        let is_shown = !ctx.viewer()?.is_partner();
        Ok(is_shown.then(|| self.0.status_shared_on.is_some()))
    }

    /// The steps by which it came to where it stands, in their order, as far as they are for you.
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<CommitmentStep>> {
        steps::seen_of(ctx, &self.0).await
    }

    /// The commitment that announced the same money before; null when none, or when you may not
    /// see it.
    async fn repeats(&self, ctx: &Context<'_>) -> Option<Result<Commitment>> {
        seen(ctx, self.0.repeats_id).await
    }

    /// Its ladder of amounts, in the order in which they came, as far as they are for you.
    async fn amounts(&self, ctx: &Context<'_>) -> Result<Vec<CommitmentAmount>> {
        ladder::seen_of(ctx, &self.0).await
    }

    /// The meeting out of which it came; null when none, or when you may not see it.
    async fn meeting(&self, ctx: &Context<'_>) -> Option<Result<Meeting>> {
        seen(ctx, self.0.meeting_id).await
    }

    /// The letter or paper in which it stands; null when in none, or when you may not see it.
    async fn document(&self, ctx: &Context<'_>) -> Option<Result<Document>> {
        seen(ctx, self.0.document_id).await
    }

    /// The decision out of which it came; null when none, or when you may not see it.
    async fn decision(&self, ctx: &Context<'_>) -> Option<Result<Decision>> {
        seen(ctx, self.0.decision_id).await
    }
}

impl Commitment {
    async fn on(&self, ctx: &Context<'_>, side: PartySide) -> Result<Vec<Stakeholder>> {
        let named = ctx.parts(PartiesOf(self.0.id)).await?;
        let loaders = ctx.loaders()?;
        let through_meeting = self
            .0
            .meeting_id
            .filter(|_| named.is_empty() && side_of_the_met(self.0.direction) == Some(side));
        let ids = match through_meeting {
            None => on_side(&named, side),
            Some(id) if loaders.load_one(MeetingById(id)).await?.is_none() => Vec::new(),
            Some(id) => {
                let with = loaders.load_one(WithOf(id)).await?.unwrap_or_default();
                with.iter().filter_map(|row| row.stakeholder_id).collect()
            }
        };
        ctx.listed(ids.len())?;
        seen_all(ctx, ids).await
    }
}

payload! {
    /// What came of an act on a commitment.
    CommitmentPayload {
        /// The commitment as it now is; null when nothing was done.
        commitment: Commitment
    }
}

/// Acts on commitments.
#[derive(Default)]
pub struct CommitmentsMutation;

/// Acts on commitments.
#[Object]
impl CommitmentsMutation {
    /// Records an ask or a promise that was made outside a meeting, or at one that is logged; this
    /// for whoever may change the meeting.
    async fn record_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The ask or promise.")] input: RecordCommitmentInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }

    /// Sets a commitment right: its words, its direction, its day, what else is known of it. For
    /// whoever may change its meeting.
    async fn update_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateCommitmentInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }

    /// Says to where a commitment has come, on which day, by what evidence. By the caucus's
    /// judgement it goes only where the table of steps leads; `INVALID_TRANSITION` names where that
    /// is. For whoever may change its meeting.
    async fn advance_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The step.")] input: AdvanceCommitmentInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }

    /// Says that who holds the office now has said a promise of a predecessor again. It stands among
    /// the steps, as what who owes it says. For whoever may change its meeting.
    async fn reconfirm_commitment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which promise.")] input: ReconfirmCommitmentInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }

    /// Puts an amount on the ladder of a commitment: what was asked, said, written, budgeted,
    /// released, for which fiscal year, by what evidence. For whoever may change its meeting.
    async fn record_amount(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The amount.")] input: RecordAmountInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }

    /// Takes an amount off the ladder that was put there by slip: a member her own, a coordinator
    /// any.
    async fn remove_amount(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which amount.")] input: RemoveAmountInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }

    /// Takes back the last step of a commitment, which was a slip: a member her own, a coordinator
    /// any.
    async fn undo_commitment_step(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The step.")] input: UndoCommitmentStepInput,
    ) -> Result<CommitmentPayload> {
        perform(ctx, input).await
    }
}
