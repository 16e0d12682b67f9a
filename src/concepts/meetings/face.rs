//! Meetings as the API shows them.

use async_graphql::{Context, ID, Object, Result};
use entity::meeting;

use crate::concepts::access::words::may_read_words;
use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::attachments::face::Attachment;
use crate::concepts::attachments::read::FilesOfMeeting;
use crate::concepts::commitments::face::Commitment;
use crate::concepts::follow_ups::face::FollowUpAction;
use crate::concepts::log::{payload, perform};
use crate::concepts::meetings::decisions::Decision;
use crate::concepts::meetings::groups::AttendeeGroup;
use crate::concepts::meetings::input::{LogMeetingInput, UpdateMeetingInput};
use crate::concepts::meetings::outcome::{CommitmentsOf, DecisionsOf, FollowUpsOf};
use crate::concepts::meetings::parts::{Attendee, MeetingStakeholder, Place, Source, Time};
use crate::concepts::meetings::read::{
    AttendeesOf, ConcernsOf, GroupsOf, ProgrammesOf, TopicsOf, WithOf,
};
use crate::concepts::members::face::Member;
use crate::concepts::people::face::Person;
use crate::concepts::programme::face::Programme;
use crate::concepts::records::face::{recorded_for, recorder, withdrawn_or_unwritten};
use crate::concepts::records::{Head, seen_all};
use crate::concepts::reference::districts::District;
use crate::concepts::reference::topics::Topic;
use crate::concepts::stakeholders::read::StakeholderById;
use crate::kit::graphql::enums::{AbsenceReason, MeetingKind, MeetingMode, MeetingStatus};
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Text;

/// A meeting.
#[derive(Clone, Debug)]
pub struct Meeting(pub meeting::Model);

/// A meeting: with whom, who of us, when, where, what was said and what came of it.
#[Object]
impl Meeting {
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

    /// What sort of meeting it is.
    async fn kind(&self) -> MeetingKind {
        self.0.kind.into()
    }

    /// Whether it took place.
    async fn status(&self) -> MeetingStatus {
        self.0.status.into()
    }

    /// What it was about; null when nobody wrote it.
    async fn title(&self) -> Option<Text> {
        self.0.title.clone().map(Into::into)
    }

    /// When it was.
    async fn time(&self) -> Time {
        Time::of(&self.0)
    }

    /// How they met.
    async fn mode(&self) -> MeetingMode {
        self.0.mode.into()
    }

    /// Whether it was a courtesy call.
    async fn is_courtesy_call(&self) -> bool {
        self.0.is_courtesy_call
    }

    /// Where it was.
    async fn held_in(&self) -> Place {
        Place(self.0.clone())
    }

    /// The districts that it concerned.
    async fn concerns(&self, ctx: &Context<'_>) -> Result<Vec<District>> {
        let links = ctx.parts(ConcernsOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.district_id)).await
    }

    /// Its topics.
    async fn topics(&self, ctx: &Context<'_>) -> Result<Vec<Topic>> {
        let links = ctx.parts(TopicsOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.topic_id)).await
    }

    /// Its programmes, as far as you may see them.
    async fn programmes(&self, ctx: &Context<'_>) -> Result<Vec<Programme>> {
        let links = ctx.parts(ProgrammesOf(self.0.id)).await?;
        seen_all(ctx, links.into_iter().map(|link| link.programme_id)).await
    }

    /// Whom the caucus met. A partner sees the offices in her scope only.
    async fn stakeholders(&self, ctx: &Context<'_>) -> Result<Vec<MeetingStakeholder>> {
        let loaders = ctx.loaders()?;
        let mut with = loaders
            .load_one(WithOf(self.0.id))
            .await?
            .unwrap_or_default();
        if ctx.viewer()?.is_partner() {
            let keys = with
                .iter()
                .filter_map(|row| row.stakeholder_id.map(StakeholderById));
            let seen = loaders.load_many(keys).await?;
            with.retain(|row| {
                row.stakeholder_id
                    .is_some_and(|id| seen.contains_key(&StakeholderById(id)))
            });
        }
        ctx.listed(with.len())?;
        Ok(with.into_iter().map(MeetingStakeholder).collect())
    }

    /// Who took part.
    async fn attendees(&self, ctx: &Context<'_>) -> Result<Vec<Attendee>> {
        let found = ctx.parts(AttendeesOf(self.0.id)).await?;
        Ok(found.into_iter().map(Attendee).collect())
    }

    /// Who took part without being named.
    async fn groups(&self, ctx: &Context<'_>) -> Result<Vec<AttendeeGroup>> {
        let found = ctx.parts(GroupsOf(self.0.id)).await?;
        Ok(found.into_iter().map(AttendeeGroup).collect())
    }

    /// How the one who recorded it knows of it; null when that is not for you.
    fn source(&self, ctx: &Context<'_>) -> Result<Option<Source>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        Ok(is_shown.then(|| Source(self.0.clone())))
    }

    /// What was said; null when nobody wrote it, or when it is not for you: `saidAbsence` tells
    /// which.
    async fn said(&self, ctx: &Context<'_>) -> Option<Result<Text>> {
        let said = async {
            let reads = may_read_words(ctx, [self.0.id.into()], self.0.words_audience).await?;
            Ok(self.0.said.clone().filter(|_| reads).map(Into::into))
        };
        said.await.transpose()
    }

    /// Why `said` is null; null when it is not. `NOT_SHARED` says nothing of whether there is
    /// something.
    async fn said_absence(&self, ctx: &Context<'_>) -> Option<Result<AbsenceReason>> {
        let absence = async {
            let reads = may_read_words(ctx, [self.0.id.into()], self.0.words_audience).await?;
            let absence = AbsenceReason::of(reads, self.0.said.is_some());
            match absence {
                Some(AbsenceReason::NotCollected) => withdrawn_or_unwritten(ctx, self.0.id.into())
                    .await
                    .map(Some),
                other => Ok(other),
            }
        };
        absence.await.transpose()
    }

    /// What was decided, as far as you may see it.
    async fn decisions(&self, ctx: &Context<'_>) -> Result<Vec<Decision>> {
        let found = ctx.parts(DecisionsOf(self.0.id)).await?;
        Ok(found.into_iter().map(Decision).collect())
    }

    /// What was asked and promised, as far as you may see it.
    async fn commitments(&self, ctx: &Context<'_>) -> Result<Vec<Commitment>> {
        let found = ctx.parts(CommitmentsOf(self.0.id)).await?;
        Ok(found.into_iter().map(Commitment).collect())
    }

    /// The files that were hung on it, as far as you may see them, the first first.
    async fn attachments(&self, ctx: &Context<'_>) -> Result<Vec<Attachment>> {
        let found = ctx.parts(FilesOfMeeting(self.0.id)).await?;
        Ok(found.into_iter().map(Attachment).collect())
    }

    /// The tasks that came of it, as far as you may see them.
    async fn follow_ups(&self, ctx: &Context<'_>) -> Result<Vec<FollowUpAction>> {
        let found = ctx.parts(FollowUpsOf(self.0.id)).await?;
        Ok(found.into_iter().map(FollowUpAction).collect())
    }
}

payload! {
    /// What came of logging or changing a meeting.
    MeetingPayload {
        /// The meeting as it now is; null when nothing was done, or when it was and you see the
        /// meeting no longer, having taken yourself out: `userErrors` tells the one from the other.
        meeting: Meeting
    }
}

/// Acts on meetings.
#[derive(Default)]
pub struct MeetingsMutation;

/// Acts on meetings.
#[Object]
impl MeetingsMutation {
    /// Logs a meeting that took place, with all that came of it: all of it or nothing.
    async fn log_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting.")] input: LogMeetingInput,
    ) -> Result<MeetingPayload> {
        perform(ctx, input).await
    }

    /// Sets a meeting right: what is said of it, who took part, who may see it, and which offices
    /// its texts stand for. What came of it is changed by itself.
    async fn update_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The changes.")] input: UpdateMeetingInput,
    ) -> Result<MeetingPayload> {
        perform(ctx, input).await
    }
}
