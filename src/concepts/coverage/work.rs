//! The lines of work that go on, by group.

use std::collections::{BTreeMap, BTreeSet};

use entity::enums::EngagementStage;
use entity::ids::{EngagementId, ProgrammeId, StakeholderId, TopicId};
use entity::{engagement, engagement_topic, programme};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::links::seen_programmes;
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::rules::Office;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Keys};
use crate::concepts::engagements::read::visible;
use crate::kit::fault::Fault;

/// A line of work that went on, on the day on which states are judged.
#[derive(Clone, Debug)]
pub struct Line {
    id: EngagementId,
    with: StakeholderId,
    programme: Key,
    topics: Vec<Key>,
}

/// The lines of work that the viewer sees and that went on, on the day.
///
/// # Errors
/// When the database does not answer.
pub async fn lines(reader: &Reader, period: &Period) -> Result<Vec<Line>, Fault> {
    use engagement::Column;
    type Row = (EngagementId, StakeholderId, Option<ProgrammeId>);
    let conn = reader.conn();
    let rows: Vec<Row> = engagement::Entity::find()
        .select_only()
        .columns([Column::Id, Column::StakeholderId, Column::ProgrammeId])
        .filter(goes_on(reader, period))
        .into_tuple()
        .all(conn)
        .await?;
    let seen: Vec<ProgrammeId> = programme::Entity::find()
        .select_only()
        .column(programme::Column::Id)
        .filter(programme::Column::Id.in_subquery(seen_programmes(&reader.viewer)))
        .into_tuple()
        .all(conn)
        .await?;
    let of = engagement::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(goes_on(reader, period));
    let links: Vec<(EngagementId, TopicId)> = engagement_topic::Entity::find()
        .select_only()
        .columns([
            engagement_topic::Column::EngagementId,
            engagement_topic::Column::TopicId,
        ])
        .filter(engagement_topic::Column::EngagementId.in_subquery(of.into_query()))
        .into_tuple()
        .all(conn)
        .await?;
    let mut topics: BTreeMap<EngagementId, Vec<Key>> = BTreeMap::new();
    for (id, topic) in links {
        topics.entry(id).or_default().push(Key::Topic(topic));
    }
    let line = |(id, with, programme): Row| Line {
        id,
        with,
        programme: programme
            .filter(|id| seen.contains(id))
            .map_or(Key::None, Key::Programme),
        topics: topics.remove(&id).unwrap_or_else(|| vec![Key::None]),
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Whether a line of work was opened by the day, is active and was in use.
fn goes_on(reader: &Reader, period: &Period) -> Condition {
    use engagement::Column;
    let on = period.as_of;
    let is_in_use = Condition::any()
        .add(Column::ArchivedOn.is_null())
        .add(Column::ArchivedOn.gt(on));
    Condition::all()
        .add(visible(&reader.viewer))
        .add(Column::OpenedOn.lte(on))
        .add(Column::Stage.eq(EngagementStage::Active))
        .add(is_in_use)
        .add(period.is_recorded(Column::RecordedAt))
}

/// The lines of work of each group: under their programme and topics, for the rest where the office
/// is with which they are.
#[must_use]
pub fn grouped(
    lines: &[Line],
    offices: &BTreeMap<StakeholderId, Office>,
    dimensions: &[Dimension],
) -> BTreeMap<Keys, BTreeSet<EngagementId>> {
    let mut groups: BTreeMap<Keys, BTreeSet<EngagementId>> = BTreeMap::new();
    for line in lines {
        let Some(office) = offices.get(&line.with) else {
            continue;
        };
        let key = |dimension: &Dimension| match dimension {
            Dimension::Programme => Some(vec![line.programme]),
            Dimension::Topic => Some(line.topics.clone()),
            _ => None,
        };
        let own: Vec<_> = dimensions.iter().map(key).collect();
        for keys in office.groups_among(dimensions, &own) {
            groups.entry(keys).or_default().insert(line.id);
        }
    }
    groups
}
