//! Which commitments are seen, and what is read of them together.

use chrono::NaiveDate;
use entity::enums::{CommitmentDirection, CommitmentKind, CommitmentStatus, PartySide};
use entity::ids::{CommitmentId, DistrictId, DocumentId, MeetingId, StakeholderId};
use entity::{commitment, commitment_district, commitment_party};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Iterable, QueryFilter, QuerySelect, QueryTrait, Select,
};

use crate::concepts::access::Viewer;
use crate::concepts::commitments::face::Commitment;
use crate::concepts::commitments::inherit::awaits_reconfirmation;
use crate::concepts::commitments::ledger;
use crate::concepts::commitments::ledger::read::Line;
use crate::concepts::commitments::rules::{OPEN, at_first, is_ask};
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, seen_ids};
use crate::concepts::{documents, meetings, stakeholders};

found!(Commitment(commitment) by CommitmentById(CommitmentId), visible);

rows_of! {
    /// Asks which offices owe a commitment, and to which it is owed, as far as they were named.
    PartiesOf(CommitmentId) => commitment_party by CommitmentId, ordered by StakeholderId
}

rows_of! {
    /// Asks for the districts that would benefit from a commitment.
    BenefitingOf(CommitmentId) => commitment_district by CommitmentId, ordered by DistrictId
}

rows_of! {
    /// Asks for the steps of a commitment.
    StepsOf(CommitmentId) => commitment_step by CommitmentId, ordered by Position
}

rows_of! {
    /// Asks for the amounts of a commitment.
    AmountsOf(CommitmentId) => commitment_amount by CommitmentId, ordered by HappenedOn, RecordedAt, Id
}

/// Which commitments a viewer sees: with the people of their meeting or document; a partner, through
/// it.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use commitment::Column;
    let people_of =
        [Column::Id, Column::MeetingId, Column::DocumentId].map(sea_orm::ColumnTrait::into_expr);
    let facts = crate::concepts::access::visible(viewer, Column::Audience, &people_of);
    if !viewer.is_partner() {
        return facts;
    }
    Condition::all()
        .add(facts)
        .add(Column::ArchivedOn.is_null())
        .add(
            Condition::any()
                .add(Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)))
                .add(Column::DocumentId.in_subquery(documents::read::visible_ids(viewer))),
        )
}

/// What a list of commitments is narrowed to. An empty list finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Out of one of these.
    pub meetings: Option<Vec<MeetingId>>,
    /// In one of these.
    pub documents: Option<Vec<DocumentId>>,
    /// Owed by or to one of these, or out of a meeting with one where nobody was named.
    pub stakeholders: Option<Vec<StakeholderId>>,
    /// In one of these.
    pub directions: Option<Vec<CommitmentDirection>>,
    /// Of one of these.
    pub kinds: Option<Vec<CommitmentKind>>,
    /// As judged, in one of these.
    pub statuses: Option<Vec<CommitmentStatus>>,
    /// Benefiting one of these.
    pub districts: Option<Vec<DistrictId>>,
    /// Answering one of these.
    pub answers: Option<Vec<CommitmentId>>,
    /// Naming no thing, sum or day, or not.
    pub is_vague: Option<bool>,
    /// Asks that nothing answers and that still wait, or what is none.
    pub is_unanswered: Option<bool>,
    /// Past their day and open, or not.
    pub awaits_judgement: Option<bool>,
    /// Made by a predecessor and not said again by who holds the office now, or all else.
    pub awaits_reconfirmation: Option<bool>,
    /// Of those that all else lets through, those of this line of their ledger.
    pub on_line: Option<Line>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The commitments that a viewer sees, narrowed, as of a day.
#[must_use]
pub fn select(viewer: &Viewer, filter: Filter, today: NaiveDate) -> Select<commitment::Entity> {
    use commitment::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived));
    if let Some(asked) = filter.meetings {
        all = all.add(Column::MeetingId.in_subquery(meetings::read::seen(viewer, asked)));
    }
    if let Some(asked) = filter.documents {
        all = all.add(Column::DocumentId.in_subquery(documents::read::seen(viewer, asked)));
    }
    if let Some(stakeholders) = filter.stakeholders {
        all = all.add(between(viewer, &stakeholders));
    }
    if let Some(directions) = filter.directions {
        all = all.add(Column::Direction.is_in(directions));
    }
    if let Some(kinds) = filter.kinds {
        all = all.add(Column::Kind.is_in(kinds));
    }
    if let Some(statuses) = filter.statuses {
        all = all.add(stands_in(&statuses));
    }
    if let Some(districts) = filter.districts {
        let there = commitment_district::Entity::find()
            .select_only()
            .column(commitment_district::Column::CommitmentId)
            .filter(commitment_district::Column::DistrictId.is_in(districts));
        all = all.add(Column::Id.in_subquery(there.into_query()));
    }
    if let Some(asked) = filter.answers {
        let seen = seen_ids::<commitment::Entity>(Column::Id, visible(viewer), asked);
        all = all.add(Column::AnswersId.in_subquery(seen));
    }
    if let Some(is_vague) = filter.is_vague {
        let vague = Condition::all().add(Column::IsVague.is_not_null());
        all = all.add(if is_vague { vague } else { vague.not() });
    }
    if let Some(is_unanswered) = filter.is_unanswered {
        all = all.add(either(unanswered(viewer), is_unanswered));
    }
    if let Some(awaits) = filter.awaits_judgement {
        all = all.add(either(awaits_judgement(today), awaits));
    }
    if let Some(awaits) = filter.awaits_reconfirmation {
        all = all.add(either(awaits_reconfirmation(), awaits));
    }
    let found = commitment::Entity::find().filter(all);
    match filter.on_line {
        Some(line) => {
            let on = ledger::read::on_line(viewer, found.clone(), line);
            found.filter(Column::Id.in_subquery(on))
        }
        None => found,
    }
}

/// A condition that is never unknown, or its opposite.
fn either(condition: Condition, is_wanted: bool) -> Condition {
    if is_wanted {
        condition
    } else {
        condition.not()
    }
}

/// Whether a commitment is between the caucus and one of some stakeholders, or between others of
/// whom one is among them: as was named, or where nobody was, through the meeting.
fn between(viewer: &Viewer, stakeholders: &[StakeholderId]) -> Condition {
    use commitment::Column;
    let party = |of: &[StakeholderId]| {
        commitment_party::Entity::find()
            .select_only()
            .column(commitment_party::Column::CommitmentId)
            .filter(
                commitment_party::Column::StakeholderId
                    .in_subquery(stakeholders::read::seen(viewer, of.iter().copied())),
            )
            .into_query()
    };
    let named = commitment_party::Entity::find()
        .select_only()
        .column(commitment_party::Column::CommitmentId)
        .into_query();
    let met = meetings::read::with_seen_of(viewer, stakeholders);
    let through_meeting = Condition::all()
        .add(Column::MeetingId.in_subquery(met))
        .add(Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)))
        .add(Column::Id.not_in_subquery(named));
    Condition::any()
        .add(Column::Id.in_subquery(party(stakeholders)))
        .add(through_meeting)
}

/// Whether a commitment stands, as judged, in one of some statuses.
#[must_use]
pub fn stands_in(statuses: &[CommitmentStatus]) -> Condition {
    use commitment::Column;
    let as_made: Vec<_> = CommitmentDirection::iter()
        .filter(|direction| statuses.contains(&at_first(*direction)))
        .collect();
    let as_made = Column::Status
        .is_null()
        .and(Column::Direction.is_in(as_made));
    let judged = Column::Status
        .is_not_null()
        .and(Column::Status.is_in(statuses.iter().copied()));
    Condition::any().add(judged).add(as_made)
}

/// Asks of the caucus or of others that still wait, and that nothing which the viewer sees answers.
fn unanswered(viewer: &Viewer) -> Condition {
    use commitment::Column;
    let waits = [CommitmentStatus::Requested, CommitmentStatus::UnderReview];
    let asks: Vec<_> = CommitmentDirection::iter()
        .filter(|direction| is_ask(*direction))
        .collect();
    let answered = commitment::Entity::find()
        .select_only()
        .column(Column::AnswersId)
        .filter(visible(viewer))
        .filter(Column::ArchivedOn.is_null())
        .filter(Column::AnswersId.is_not_null());
    Condition::all()
        .add(Column::Direction.is_in(asks))
        .add(stands_in(&waits))
        .add(Column::Id.not_in_subquery(answered.into_query()))
}

/// Whether a commitment is past its day, open, and was not judged since.
fn awaits_judgement(today: NaiveDate) -> Condition {
    use commitment::Column;
    let is_past: SimpleExpr = Column::DueOn.is_not_null().and(Column::DueOn.lt(today));
    let was_judged: SimpleExpr = Column::JudgedOn
        .is_not_null()
        .and(Expr::col((commitment::Entity, Column::JudgedOn)).gte(Column::DueOn.into_expr()));
    Condition::all()
        .add(is_past)
        .add(was_judged.not())
        .add(stands_in(&OPEN))
}

/// The offices on a side of a commitment, as they were named.
#[must_use]
pub fn on_side(rows: &[commitment_party::Model], side: PartySide) -> Vec<StakeholderId> {
    let on = rows.iter().filter(|row| row.side == side);
    on.map(|row| row.stakeholder_id).collect()
}
