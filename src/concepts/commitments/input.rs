//! What is sent to record a commitment, to set it right, to say how far it has come and
//! with how much.

use async_graphql::{ID, InputObject, MaybeUndefined};

use crate::kit::graphql::enums::{
    Audience, CommitmentDirection, CommitmentKind, CommitmentStatus, Rung, SourceKind, StepBasis,
};
use crate::kit::graphql::inputs::{MoneyInput, TextInput};
use crate::kit::graphql::scalars::{Day, FiscalYear};

/// What can be known of an ask or a promise beside its words. What is not sent of one that is
/// there stays; null takes it back.
#[derive(InputObject, Clone, Debug)]
pub struct CommitmentTermsInput {
    /// What sort of thing it is.
    pub kind: MaybeUndefined<CommitmentKind>,
    /// Whether it names no thing, sum or day.
    pub is_vague: Option<bool>,
    /// What it is for.
    pub purpose: MaybeUndefined<TextInput>,
    /// The offices that owe it, all anew; those of the meeting where none is named. The caucus
    /// itself is not named.
    pub owed_by_ids: Option<Vec<ID>>,
    /// The offices to which it is owed, all anew; those of the meeting where none is named. The
    /// caucus itself is not named.
    pub owed_to_ids: Option<Vec<ID>>,
    /// Who said it, a person or a member.
    pub said_by_id: MaybeUndefined<ID>,
    /// The day on which it was said; the day of its meeting without one.
    pub said_on: MaybeUndefined<Day>,
    /// The ask that this promise answers.
    pub answers_id: MaybeUndefined<ID>,
    /// The commitment that announced the same money before.
    pub repeats_id: MaybeUndefined<ID>,
    /// The districts that would benefit, all anew.
    pub district_ids: Option<Vec<ID>>,
}

/// An ask or a promise, made outside a meeting or at one that is logged already.
#[derive(InputObject, Clone, Debug)]
pub struct RecordCommitmentInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `commitment_` and a UUIDv7.
    pub id: Option<ID>,
    /// Who asks or promises whom.
    pub direction: CommitmentDirection,
    /// What is asked or promised.
    pub text: TextInput,
    /// By when.
    pub due_on: Option<Day>,
    /// What else is known of it. Where `saidOn` is absent, it was said on the day of its meeting or
    /// document; without one, today.
    #[graphql(flatten)]
    pub terms: CommitmentTermsInput,
    /// The meeting out of which it came.
    pub meeting_id: Option<ID>,
    /// The decision out of which it came; its meeting need not be named.
    pub decision_id: Option<ID>,
    /// The letter or paper in which it stands; only without a meeting and a decision.
    pub document_id: Option<ID>,
    /// Who may see it, never more than may see its meeting or document; the caucus when absent.
    pub audience: Option<Audience>,
}

/// Changes to a commitment. What is not sent stays. Of a list that is sent whole, what you may not
/// see stays too.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateCommitmentInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which commitment.
    pub id: ID,
    /// The version that you saw.
    pub expected_version: String,
    /// What is asked or promised.
    pub text: Option<TextInput>,
    /// Who asks or promises whom. Once it has come further than it was made, an ask stays an ask
    /// and a promise a promise.
    pub direction: Option<CommitmentDirection>,
    /// By when; null when no day was named.
    pub due_on: MaybeUndefined<Day>,
    /// What else is known of it.
    #[graphql(flatten)]
    pub terms: CommitmentTermsInput,
    /// Whether partners who see it read where it stands as the caucus judges it; coordinators only.
    pub is_status_shared: Option<bool>,
}

/// By what it is known: a letter, an article, somebody's word.
#[derive(InputObject, Clone, Debug)]
pub struct EvidenceInput {
    /// You saw it, somebody told you, a document says so, the press reported it.
    pub kind: SourceKind,
    /// The title of the document or article.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// Its day.
    pub day: Option<Day>,
    /// The letter or paper that says so, if it was noted here.
    pub document_id: Option<ID>,
}

/// That who holds the office now has said a promise of a predecessor again.
#[derive(InputObject, Clone, Debug)]
pub struct ReconfirmCommitmentInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which commitment.
    pub id: ID,
    /// The version that you saw; without one, whatever it is now.
    pub expected_version: Option<String>,
    /// On which day it was said again; today when absent.
    pub on: Option<Day>,
    /// How it was said; words, for those present.
    pub note: Option<TextInput>,
    /// By what it is known.
    pub evidence: Option<EvidenceInput>,
    /// The meeting at which it was said.
    pub meeting_id: Option<ID>,
}

/// A step of a commitment: to where, on which day, by what evidence.
#[derive(InputObject, Clone, Debug)]
pub struct AdvanceCommitmentInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which commitment.
    pub id: ID,
    /// The version that you saw; without one, whatever it is now.
    pub expected_version: Option<String>,
    /// To where it has come.
    pub status: CommitmentStatus,
    /// By whose word; as the caucus judges it when absent.
    pub basis: Option<StepBasis>,
    /// On which day it came there; today when absent.
    pub on: Option<Day>,
    /// Why you think so; words, for those present.
    pub note: Option<TextInput>,
    /// By what it is known.
    pub evidence: Option<EvidenceInput>,
    /// The meeting at which it was said or seen.
    pub meeting_id: Option<ID>,
}

/// The last step of a commitment, taken by slip.
#[derive(InputObject, Clone, Debug)]
pub struct UndoCommitmentStepInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which commitment.
    pub id: ID,
    /// The step, which must be the last; so one that was taken meanwhile is not taken back.
    pub step_id: ID,
}

/// An amount of an ask or a promise, on a rung of the ladder.
#[derive(InputObject, Clone, Debug)]
pub struct RecordAmountInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which commitment.
    pub id: ID,
    /// The version that you saw; without one, whatever it is now.
    pub expected_version: Option<String>,
    /// How far it has come.
    pub rung: Rung,
    /// How much. All amounts of a commitment are in one currency.
    pub amount: MoneyInput,
    /// For which fiscal year, if one was named.
    pub fiscal_year: Option<FiscalYear>,
    /// On which day it came there; today when absent.
    pub on: Option<Day>,
    /// Under which number it stands in the PSDP book, the PC-I or the release.
    pub reference: Option<String>,
    /// By what it is known.
    pub evidence: Option<EvidenceInput>,
}

/// An amount that was recorded by slip.
#[derive(InputObject, Clone, Debug)]
pub struct RemoveAmountInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which commitment.
    pub id: ID,
    /// Which of its amounts.
    pub amount_id: ID,
}
