//! Letters as contact: whoever wrote them, with whom they are from or to.

use entity::enums::DocumentKind;
use entity::{document, document_party};
use sea_orm::sea_query::{Expr, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect,
    QueryTrait,
};

use crate::concepts::access::context::Reader;
use crate::concepts::coverage::links::{Grouping, key_in, month_of, name_of};
use crate::concepts::coverage::period::Period;
use crate::concepts::coverage::rules::keys::{Dimension, Key};
use crate::concepts::coverage::rules::{Contact, Way};
use crate::concepts::documents::read::{to_document, visible};
use crate::kit::fault::Fault;

/// The contacts by letter of the period, one for each stakeholder and month.
///
/// # Errors
/// When the database does not answer.
pub async fn letters(
    reader: &Reader,
    period: &Period,
    grouping: &Grouping,
) -> Result<Vec<Contact>, Fault> {
    use document::Column;
    let is_in_use = Condition::any()
        .add(Column::ArchivedOn.is_null())
        .add(Column::ArchivedOn.gt(period.as_of));
    let mut select = document_party::Entity::find()
        .select_only()
        .column(document_party::Column::StakeholderId)
        .join(JoinType::InnerJoin, to_document())
        .filter(visible(&reader.viewer))
        .filter(is_in_use)
        .filter(period.is_recorded(Column::RecordedAt))
        .filter(Column::Kind.is_in(DocumentKind::LETTERS))
        .filter(Column::Day.between(period.from, period.to))
        .into_query();
    select
        .expr_as(Func::max(Column::Day.into_expr()), "last_day")
        .add_group_by([document_party::Column::StakeholderId.into_expr()]);
    let is_by_month =
        |dimension: Dimension| matches!(dimension, Dimension::Month | Dimension::Quarter);
    for (at, dimension) in grouping.dimensions.iter().enumerate() {
        if is_by_month(*dimension) {
            select.expr_as(month_of(Column::Day.into_expr()), name_of(at));
            select.add_group_by([Expr::col(name_of(at))]);
        }
    }
    let rows = reader.conn().query_all(&select).await?;
    let mut contacts = Vec::new();
    for row in rows {
        let dimensions = grouping.dimensions.iter().enumerate();
        let keys = dimensions.map(|(at, dimension)| match dimension {
            Dimension::Programme => Ok(Some(Key::None)),
            dimension if is_by_month(*dimension) => key_in(&row, at, *dimension).map(Some),
            _ => Ok(None),
        });
        contacts.push(Contact {
            office: row.try_get("", "stakeholder_id")?,
            way: Way::Letter,
            last_day: row.try_get("", "last_day")?,
            keys: keys.collect::<Result<_, Fault>>()?,
        });
    }
    Ok(contacts)
}
