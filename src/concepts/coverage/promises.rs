//! The asks and promises with stakeholders that matter to a period, a few statements whatever
//! their number.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use entity::enums::{CommitmentDirection, CommitmentStatus, StepBasis};
use entity::ids::{CommitmentId, DistrictId, DivisionId, ProgrammeId, StakeholderId};
use entity::{
    commitment, commitment_amount, commitment_district, commitment_party, commitment_step,
    district, meeting, meeting_programme, meeting_stakeholder,
};
use sea_orm::sea_query::{CaseStatement, ExprTrait, Func, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, RelationDef, Select,
};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{Field, may_read};
use crate::concepts::commitments::read::visible;
use crate::concepts::commitments::rules::{AS_SAID, at_first};
use crate::concepts::coverage::links::seen_programmes;
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Places, keys_of_places};
use crate::concepts::coverage::rules::promises::{Amount, Promise, Promises};
use crate::concepts::meetings;
use crate::kit::fault::Fault;

#[derive(FromQueryResult)]
struct Row {
    id: CommitmentId,
    direction: CommitmentDirection,
    repeats_id: Option<CommitmentId>,
    status_shared_on: Option<NaiveDate>,
    made_on: Option<NaiveDate>,
}

/// Those made in the period or with amounts of it, as they stand on the day.
///
/// # Errors
/// When the database does not answer.
pub async fn promises(
    reader: &Reader,
    period: &Period,
    dimensions: &[Dimension],
) -> Result<Promises, Fault> {
    let conn = reader.conn();
    let rows: Vec<Row> = of(reader, period).into_model().all(conn).await?;
    let ids = of(reader, period).select_only();
    let ids = ids.column(commitment::Column::Id).into_query();
    let about = about(reader, &ids).await?;
    let judged = stood(reader, period, &ids, StepBasis::Judged).await?;
    let reported = stood(reader, period, &ids, StepBasis::Reported).await?;
    let mut amounts = amounts(reader, period, &ids).await?;
    let mut own = Vec::new();
    for dimension in dimensions {
        own.push(own_keys(reader, &ids, *dimension, dimensions).await?);
    }
    let reads_all = may_read(reader.viewer.role, Field::JudgedStatus);
    let promise = |row: Row| {
        let reads = reads_all || row.status_shared_on.is_some();
        let mut amounts = amounts.remove(&row.id).unwrap_or_default();
        amounts.retain(|amount| reads || AS_SAID.contains(&amount.rung));
        let of_it = |keys: &Option<BTreeMap<CommitmentId, Vec<Key>>>| {
            let keys = keys.as_ref()?.get(&row.id);
            Some(keys.cloned().unwrap_or_else(|| vec![Key::None]))
        };
        let status = judged.get(&row.id).copied();
        let promise = Promise {
            made_on: row.made_on,
            judged: reads.then(|| status.unwrap_or(at_first(row.direction))),
            reported: reported.get(&row.id).copied(),
            repeats: row.repeats_id,
            about: about.get(&row.id).cloned().unwrap_or_default(),
            keys: own.iter().map(of_it).collect(),
            amounts,
        };
        (row.id, promise)
    };
    Ok(rows.into_iter().map(promise).collect())
}

fn of(reader: &Reader, period: &Period) -> Select<commitment::Entity> {
    use commitment::Column;
    let viewer = &reader.viewer;
    let is_in_use = Condition::any()
        .add(Column::ArchivedOn.is_null())
        .add(Column::ArchivedOn.gt(period.as_of));
    let on_ladder = commitment_amount::Entity::find()
        .select_only()
        .column(commitment_amount::Column::CommitmentId)
        .filter(commitment_amount::Column::HappenedOn.between(period.from, period.as_of));
    let is_of = Condition::any()
        .add(made_on(reader).between(period.from, period.as_of))
        .add(Column::Id.in_subquery(on_ladder.into_query()));
    let to_meeting: RelationDef = commitment::Entity::belongs_to(meeting::Entity)
        .from(Column::MeetingId)
        .to(meeting::Column::Id)
        .into();
    commitment::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Direction,
            Column::RepeatsId,
            Column::StatusSharedOn,
        ])
        .expr_as(made_on(reader), "made_on")
        .join(JoinType::LeftJoin, to_meeting)
        .filter(visible(viewer))
        .filter(is_in_use)
        .filter(period.is_recorded(Column::RecordedAt))
        .filter(is_of)
}

/// The day on which it was said, or that of its meeting where the viewer sees that.
fn made_on(reader: &Reader) -> SimpleExpr {
    let seen = meetings::read::visible(&reader.viewer);
    let met: SimpleExpr = CaseStatement::new()
        .case(seen, meeting::Column::FirstDay.into_expr())
        .into();
    Func::coalesce([commitment::Column::SaidOn.into_expr(), met]).into()
}

/// With which offices they are: those named, or where nobody was, those of the meeting.
async fn about(
    reader: &Reader,
    ids: &SelectStatement,
) -> Result<BTreeMap<CommitmentId, BTreeSet<StakeholderId>>, Fault> {
    use commitment_party::Column;
    let named: Vec<(CommitmentId, StakeholderId)> = commitment_party::Entity::find()
        .select_only()
        .columns([Column::CommitmentId, Column::StakeholderId])
        .filter(Column::CommitmentId.in_subquery(ids.clone()))
        .into_tuple()
        .all(reader.conn())
        .await?;
    let is_named: BTreeSet<_> = named.iter().map(|(id, _)| *id).collect();
    let to_with: RelationDef = commitment::Entity::belongs_to(meeting_stakeholder::Entity)
        .from(commitment::Column::MeetingId)
        .to(meeting_stakeholder::Column::MeetingId)
        .into();
    let seen = meetings::read::visible_ids(&reader.viewer);
    let met: Vec<(CommitmentId, StakeholderId)> = commitment::Entity::find()
        .select_only()
        .column(commitment::Column::Id)
        .column(meeting_stakeholder::Column::StakeholderId)
        .join(JoinType::InnerJoin, to_with)
        .filter(commitment::Column::Id.in_subquery(ids.clone()))
        .filter(commitment::Column::MeetingId.in_subquery(seen))
        .filter(meeting_stakeholder::Column::StakeholderId.is_not_null())
        .into_tuple()
        .all(reader.conn())
        .await?;
    let met = met.into_iter().filter(|(id, _)| !is_named.contains(id));
    let mut about: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (id, office) in named.iter().copied().chain(met) {
        about.entry(id).or_default().insert(office);
    }
    Ok(about)
}

/// Where they stood on the day, by one's word: at the last step that was taken by then.
async fn stood(
    reader: &Reader,
    period: &Period,
    ids: &SelectStatement,
    by: StepBasis,
) -> Result<BTreeMap<CommitmentId, CommitmentStatus>, Fault> {
    use commitment_step::Column;
    let steps: Vec<(CommitmentId, CommitmentStatus)> = commitment_step::Entity::find()
        .select_only()
        .columns([Column::CommitmentId, Column::Status])
        .filter(Column::CommitmentId.in_subquery(ids.clone()))
        .filter(Column::Basis.eq(by))
        .filter(Column::HappenedOn.lte(period.as_of))
        .order_by_asc(Column::Position)
        .into_tuple()
        .all(reader.conn())
        .await?;
    Ok(steps.into_iter().collect())
}

async fn amounts(
    reader: &Reader,
    period: &Period,
    ids: &SelectStatement,
) -> Result<BTreeMap<CommitmentId, Vec<Amount>>, Fault> {
    use commitment_amount::Column;
    let rows = commitment_amount::Entity::find()
        .filter(Column::CommitmentId.in_subquery(ids.clone()))
        .filter(Column::HappenedOn.between(period.from, period.as_of))
        .order_by_asc(Column::Id)
        .all(reader.conn())
        .await?;
    let mut amounts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows {
        amounts.entry(row.commitment_id).or_default().push(Amount {
            rung: row.rung,
            fiscal_year: row.fiscal_year,
            currency: row.currency,
            minor: row.amount,
            on: row.happened_on,
        });
    }
    Ok(amounts)
}

/// The keys that promises have of their own in a dimension, one of some; `None` where it does not
/// go by these.
async fn own_keys(
    reader: &Reader,
    ids: &SelectStatement,
    dimension: Dimension,
    dimensions: &[Dimension],
) -> Result<Option<BTreeMap<CommitmentId, Vec<Key>>>, Fault> {
    match dimension {
        Dimension::District | Dimension::Division => {
            let places = places(reader, ids).await?.into_iter();
            let keys = places.map(|(id, of)| (id, keys_of_places(&of, dimension, dimensions)));
            Ok(Some(keys.collect()))
        }
        Dimension::Programme => {
            let mut own: BTreeMap<CommitmentId, Vec<Key>> = BTreeMap::new();
            let under: BTreeSet<_> = programmes(reader, ids).await?.into_iter().collect();
            for (id, programme) in under {
                own.entry(id).or_default().push(Key::Programme(programme));
            }
            Ok(Some(own))
        }
        _ => Ok(None),
    }
}

/// The places that benefit.
async fn places(
    reader: &Reader,
    ids: &SelectStatement,
) -> Result<BTreeMap<CommitmentId, Places>, Fault> {
    use commitment_district::Column;
    let to_district: RelationDef = commitment_district::Entity::belongs_to(district::Entity)
        .from(Column::DistrictId)
        .to(district::Column::Id)
        .into();
    let rows: Vec<(CommitmentId, DistrictId, DivisionId)> = commitment_district::Entity::find()
        .select_only()
        .columns([Column::CommitmentId, Column::DistrictId])
        .column(district::Column::DivisionId)
        .join(JoinType::InnerJoin, to_district)
        .filter(Column::CommitmentId.in_subquery(ids.clone()))
        .into_tuple()
        .all(reader.conn())
        .await?;
    let mut places: BTreeMap<_, Places> = BTreeMap::new();
    for (id, district, division) in rows {
        places.entry(id).or_default().insert((district, division));
    }
    Ok(places)
}

/// The programmes of their meetings, as far as the viewer sees both.
async fn programmes(
    reader: &Reader,
    ids: &SelectStatement,
) -> Result<Vec<(CommitmentId, ProgrammeId)>, Fault> {
    let to_programme: RelationDef = commitment::Entity::belongs_to(meeting_programme::Entity)
        .from(commitment::Column::MeetingId)
        .to(meeting_programme::Column::MeetingId)
        .into();
    let viewer = &reader.viewer;
    Ok(commitment::Entity::find()
        .select_only()
        .column(commitment::Column::Id)
        .column(meeting_programme::Column::ProgrammeId)
        .join(JoinType::InnerJoin, to_programme)
        .filter(commitment::Column::Id.in_subquery(ids.clone()))
        .filter(commitment::Column::MeetingId.in_subquery(meetings::read::visible_ids(viewer)))
        .filter(meeting_programme::Column::ProgrammeId.in_subquery(seen_programmes(viewer)))
        .into_tuple()
        .all(reader.conn())
        .await?)
}
