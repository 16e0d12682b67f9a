//! Which rows of a list are asked for, in SQL.

use sea_orm::sea_query::{Expr, ExprTrait, IntoColumnRef, SimpleExpr, WindowStatement};
use sea_orm::{EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select};

use crate::kit::page::{Ordering, Place};

/// Which rows of a list are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    pub(super) size: u64,
    pub(super) after: Option<Place>,
    pub(super) before: Option<Place>,
    pub(super) is_from_end: bool,
}

impl Span {
    /// These rows of one list, in order, with one more to know whether there are others.
    #[must_use]
    pub fn cut<E: EntityTrait>(&self, select: Select<E>, ordering: &Ordering) -> Select<E> {
        self.order(self.narrow(select, ordering), ordering)
    }

    /// These rows of the list of each owner, as [`Span::cut`], in one statement with a window.
    pub fn cut_each<E: EntityTrait>(
        &self,
        select: Select<E>,
        owner: E::Column,
        ordering: &Ordering,
    ) -> Select<E> {
        let direction = self.direction(ordering);
        let of_owner = WindowStatement::partition_by((E::default(), owner).into_column_ref())
            .order_by_expr(ordering.key.clone(), direction.clone())
            .order_by_expr(ordering.id.clone(), direction.clone())
            .to_owned();
        let mut numbered = self.narrow(select, ordering);
        QueryTrait::query(&mut numbered).expr_window_as(
            Expr::cust("row_number()"),
            of_owner,
            "place",
        );
        let mut rows = E::find();
        QueryTrait::query(&mut rows)
            .from_clear()
            .from_subquery(numbered.into_query(), E::default().table_name());
        let most = i64::try_from(self.size + 1).unwrap_or(i64::MAX);
        rows.filter(Expr::col("place").lte(most))
            .order_by(ordering.key.clone(), direction.clone())
            .order_by(ordering.id.clone(), direction)
    }

    /// Between the cursors.
    fn narrow<E: EntityTrait>(&self, mut select: Select<E>, ordering: &Ordering) -> Select<E> {
        for (place, is_after) in self
            .after
            .iter()
            .map(|place| (place, true))
            .chain(self.before.iter().map(|place| (place, false)))
        {
            let row = tuple([ordering.key.clone(), ordering.id.clone()]);
            let bound = tuple([place.key.to_expr(), Expr::value(place.id)]);
            let is_greater = is_after != ordering.is_descending;
            select = select.filter(if is_greater {
                row.gt(bound)
            } else {
                row.lt(bound)
            });
        }
        select
    }

    /// In order, as many as are needed.
    pub(super) fn order<E: EntityTrait>(
        &self,
        select: Select<E>,
        ordering: &Ordering,
    ) -> Select<E> {
        let direction = self.direction(ordering);
        select
            .order_by(ordering.key.clone(), direction.clone())
            .order_by(ordering.id.clone(), direction)
            .limit(self.size + 1)
    }

    fn direction(&self, ordering: &Ordering) -> Order {
        if ordering.is_descending == self.is_from_end {
            Order::Asc
        } else {
            Order::Desc
        }
    }
}

fn tuple(parts: [SimpleExpr; 2]) -> SimpleExpr {
    Expr::tuple(parts)
}
