//! Which groups a meeting touches, as the database finds them.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::enums::StakeholderCategory;
use entity::ids::StakeholderId;
use entity::{
    district, meeting, meeting_district, meeting_programme, meeting_stakeholder, meeting_topic,
    programme, stakeholder,
};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryResult, QuerySelect, QueryTrait,
};

use crate::concepts::access::Viewer;
use crate::concepts::coverage::rules::StakeholderCategoryKey;
use crate::concepts::coverage::rules::keys::{Dimension, Key, Measure};
use crate::concepts::coverage::scope::Listed;
use crate::concepts::stakeholders;
use crate::concepts::stakeholders::read::visible_beside;
use crate::kit::fault::Fault;

/// By what is grouped, and for whom.
#[derive(Clone, Debug)]
pub struct Grouping {
    /// One or two; none is the whole.
    pub dimensions: Vec<Dimension>,
    /// Which district of a meeting is meant.
    pub measure: Measure,
    /// Only these; all when absent.
    pub categories: Option<Vec<StakeholderCategory>>,
    /// By which list it is said who was to be met; by none whoever is active.
    pub list: Option<Arc<Listed>>,
}

/// The name under which a key is selected.
#[must_use]
pub fn name_of(at: usize) -> String {
    format!("key_{at}")
}

/// Joins to a statement over meetings what some dimensions need, and answers the key of each with
/// its place among them. The district is joined once for all, so that district and division of a
/// group are of one place.
pub fn join_keys(
    select: &mut SelectStatement,
    viewer: &Viewer,
    dimensions: impl Iterator<Item = (usize, Dimension)>,
    measure: Measure,
) -> Vec<(usize, SimpleExpr)> {
    let mut district = None;
    let keys = dimensions.map(|(at, dimension)| {
        let key = join_key(select, viewer, dimension, measure, &mut district);
        (at, key)
    });
    keys.collect()
}

fn join_key(
    select: &mut SelectStatement,
    viewer: &Viewer,
    dimension: Dimension,
    measure: Measure,
    district: &mut Option<SimpleExpr>,
) -> SimpleExpr {
    let mut district = |select: &mut SelectStatement| {
        let joined = district.get_or_insert_with(|| district_of(select, measure));
        joined.clone()
    };
    match dimension {
        Dimension::Category => stakeholder::Column::Category.into_expr(),
        Dimension::Stakeholder => stakeholder::Column::Id.into_expr(),
        Dimension::Institution => institution(viewer),
        Dimension::District => district(select),
        Dimension::Division => {
            let here = district::Column::Id.into_expr().eq(district(select));
            select.left_join(district::Entity, here);
            district::Column::DivisionId.into_expr()
        }
        Dimension::Topic => {
            let on = meeting_topic::Column::MeetingId.into_expr();
            select.left_join(meeting_topic::Entity, on.eq(own()));
            meeting_topic::Column::TopicId.into_expr()
        }
        Dimension::Programme => {
            // What is not seen is not joined at all: a meeting under it and another is of the other.
            let under = Condition::all()
                .add(meeting_programme::Column::MeetingId.into_expr().eq(own()))
                .add(meeting_programme::Column::ProgrammeId.in_subquery(seen_programmes(viewer)));
            select.left_join(meeting_programme::Entity, under);
            meeting_programme::Column::ProgrammeId.into_expr()
        }
        Dimension::Month | Dimension::Quarter => month_of(meeting::Column::FirstDay.into_expr()),
    }
}

fn own() -> SimpleExpr {
    meeting::Column::Id.into_expr()
}

/// The programmes that the viewer sees.
#[must_use]
pub fn seen_programmes(viewer: &Viewer) -> SelectStatement {
    programme::Entity::find()
        .select_only()
        .column(programme::Column::Id)
        .filter(crate::concepts::programme::read::visible(viewer))
        .into_query()
}

/// The district of a meeting.
fn district_of(select: &mut SelectStatement, measure: Measure) -> SimpleExpr {
    use meeting_district::Column;
    let held_in = meeting::Column::HeldDistrictId.into_expr();
    if measure == Measure::HeldIn {
        return held_in;
    }
    let of = Column::MeetingId.into_expr().eq(own());
    select.left_join(meeting_district::Entity, of);
    let concerns = Column::DistrictId.into_expr();
    if measure == Measure::Concerns {
        return concerns;
    }
    Func::coalesce([concerns, held_in]).into()
}

/// The institution of an office, or the office where the viewer does not see that one.
fn institution(viewer: &Viewer) -> SimpleExpr {
    use stakeholder::Column;
    let seen: SelectStatement = stakeholder::Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(stakeholders::read::visible(viewer))
        .into_query();
    CaseStatement::new()
        .case(
            Column::InstitutionId.in_subquery(seen),
            Column::InstitutionId.into_expr(),
        )
        .finally(Column::Id.into_expr())
        .into()
}

/// The month of a day as both databases write it: its first seven signs.
#[must_use]
pub fn month_of(day: SimpleExpr) -> SimpleExpr {
    let day = day.cast_as("text");
    Func::cust("substr").args([day, 1.into(), 7.into()]).into()
}

/// A statement over the meetings that hold a condition, once for each group that they touch, and
/// the key of each dimension.
#[must_use]
pub fn touching(
    viewer: &Viewer,
    meetings: Condition,
    grouping: &Grouping,
) -> (SelectStatement, Vec<SimpleExpr>) {
    let mut select = meeting::Entity::find()
        .select_only()
        .filter(meetings)
        .into_query();
    let mut dimensions = grouping.dimensions.iter();
    let goes_by_offices = dimensions.any(|dimension| dimension.is_of_offices());
    if goes_by_offices {
        let with = meeting_stakeholder::Column::MeetingId.into_expr();
        select.inner_join(meeting_stakeholder::Entity, with.eq(own()));
        let of = meeting_stakeholder::Column::StakeholderId.into_expr();
        let id = stakeholder::Column::Id.into_expr();
        select.inner_join(stakeholder::Entity, of.eq(id));
        select.cond_where(visible_beside(viewer));
        if let Some(categories) = &grouping.categories {
            let of = stakeholder::Column::Category.is_in(categories.iter().copied());
            select.and_where(of);
        }
    }
    let dimensions = grouping.dimensions.iter().copied().enumerate();
    let keys = join_keys(&mut select, viewer, dimensions, grouping.measure);
    (select, keys.into_iter().map(|(_, key)| key).collect())
}

/// The ids of the meetings that hold a condition and touch one group.
#[must_use]
pub fn of_group(
    viewer: &Viewer,
    meetings: Condition,
    grouping: &Grouping,
    keys: &[Key],
) -> SelectStatement {
    let (mut select, exprs) = touching(viewer, meetings, grouping);
    select.column((meeting::Entity, meeting::Column::Id));
    for (expr, key) in exprs.into_iter().zip(keys) {
        select.and_where(is(expr, *key));
    }
    select
}

fn is(expr: SimpleExpr, key: Key) -> SimpleExpr {
    match key {
        Key::Category(key) => expr.eq(key.category()),
        Key::Stakeholder(id) => expr.eq(id),
        Key::District(id) => expr.eq(id),
        Key::Division(id) => expr.eq(id),
        Key::Topic(id) => expr.eq(id),
        Key::Programme(id) => expr.eq(id),
        Key::Months(first, count) => {
            let further = chrono::Months::new(count.saturating_sub(1));
            let Some(last) = first.checked_add_months(further) else {
                // Nobody met after the end of time.
                return Expr::value(false);
            };
            let months = super::rules::spans::months(first, last, 1);
            expr.is_in(months.map(|day| day.format("%Y-%m").to_string()))
        }
        Key::None => expr.is_null(),
        // No meeting says that it concerns the whole province.
        Key::ProvinceWide => Expr::value(false),
    }
}

/// The key of a dimension in a row.
///
/// # Errors
/// When the row does not have it.
pub fn key_in(row: &QueryResult, at: usize, dimension: Dimension) -> Result<Key, Fault> {
    let name = name_of(at);
    let key = match dimension {
        Dimension::Category => {
            let category: StakeholderCategory = row.try_get("", &name)?;
            Some(Key::Category(StakeholderCategoryKey::of(category)))
        }
        Dimension::Institution | Dimension::Stakeholder => row
            .try_get::<Option<StakeholderId>>("", &name)?
            .map(Key::Stakeholder),
        Dimension::District => row.try_get::<Option<_>>("", &name)?.map(Key::District),
        Dimension::Division => row.try_get::<Option<_>>("", &name)?.map(Key::Division),
        Dimension::Topic => row.try_get::<Option<_>>("", &name)?.map(Key::Topic),
        Dimension::Programme => row.try_get::<Option<_>>("", &name)?.map(Key::Programme),
        Dimension::Month | Dimension::Quarter => {
            let month: String = row.try_get("", &name)?;
            let day: NaiveDate = format!("{month}-01").parse().map_err(|error| {
                Fault::internal(format!("a month that is none, {month}: {error}"))
            })?;
            Some(if dimension == Dimension::Month {
                Key::month(day)
            } else {
                Key::quarter(day)
            })
        }
    };
    Ok(key.unwrap_or(Key::None))
}
