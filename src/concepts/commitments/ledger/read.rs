//! The sums of the ledger, in one statement, and the commitments behind a line of it.

use entity::enums::{CommitmentDirection, Currency, Rung};
use entity::{commitment, commitment_amount};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Iterable, JoinType, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, RelationDef, Select,
};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{Field, Viewer, may_read};
use crate::concepts::commitments::rules::{AS_SAID, is_ask};
use crate::kit::fault::Fault;

/// A line as the database sums it: hundredths in two parts, so that no sum runs over.
#[derive(FromQueryResult)]
pub(super) struct Sum {
    pub(super) rung: Rung,
    pub(super) fiscal_year: Option<i32>,
    pub(super) currency: Currency,
    high: i64,
    low: i64,
    pub(super) commitments: i64,
    pub(super) asks: i64,
}

/// A line of the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The rung.
    pub rung: Rung,
    /// The fiscal year, or none.
    pub fiscal_year: Option<i32>,
    /// The currency.
    pub currency: Currency,
}

impl Sum {
    /// The whole, in hundredths.
    pub(super) fn minor(&self) -> i128 {
        i128::from(self.high) * i128::from(PART) + i128::from(self.low)
    }
}

/// What the two parts of a sum are parted by.
const PART: i64 = 1_000_000_000;

/// The sums of the amounts of some commitments that the viewer may see: by rung, then by fiscal
/// year, those without one last, then by currency.
pub(super) async fn sums(
    reader: &Reader,
    of: Select<commitment::Entity>,
) -> Result<Vec<Sum>, Fault> {
    use commitment_amount::Column;
    let asks = Expr::case(
        Expr::col((commitment::Entity, commitment::Column::Direction)).is_in(asks()),
        this(Column::CommitmentId),
    );
    let sum = |part: SimpleExpr| SimpleExpr::from(Func::sum(part)).cast_as("BIGINT");
    let mut sums: Vec<Sum> = counted(&reader.viewer, of)
        .join(JoinType::InnerJoin, to_commitment())
        .columns([Column::Rung, Column::FiscalYear, Column::Currency])
        .column_as(sum(Column::Amount.into_expr().div(PART)), "high")
        .column_as(sum(Column::Amount.into_expr().modulo(PART)), "low")
        .column_as(
            SimpleExpr::from(Func::count_distinct(Column::CommitmentId.into_expr())),
            "commitments",
        )
        .column_as(SimpleExpr::from(Func::count_distinct(asks)), "asks")
        .group_by(Column::Rung)
        .group_by(Column::FiscalYear)
        .group_by(Column::Currency)
        .order_by_asc(Column::Currency)
        .into_model()
        .all(reader.conn())
        .await?;
    let place = |rung| Rung::iter().position(|known| known == rung);
    sums.sort_by_key(|sum| (place(sum.rung), sum.fiscal_year.unwrap_or(i32::MAX)));
    Ok(sums)
}

/// The commitments of which a line is made.
pub(in crate::concepts::commitments) fn on_line(
    viewer: &Viewer,
    of: Select<commitment::Entity>,
    line: Line,
) -> SelectStatement {
    use commitment_amount::Column;
    let of_year = match line.fiscal_year {
        Some(year) => Column::FiscalYear.eq(year),
        None => Column::FiscalYear.is_null(),
    };
    counted(viewer, of)
        .column(Column::CommitmentId)
        .filter(Column::Rung.eq(line.rung))
        .filter(Column::Currency.eq(line.currency))
        .filter(of_year)
        .into_query()
}

/// The amounts of some commitments that the viewer may see, each sum of money once.
fn counted(viewer: &Viewer, of: Select<commitment::Entity>) -> Select<commitment_amount::Entity> {
    let seen = Seen::of(viewer, of);
    commitment_amount::Entity::find()
        .select_only()
        .filter(seen.amounts(&this))
        .filter(is_again(&seen).not())
}

fn to_commitment() -> RelationDef {
    commitment_amount::Entity::belongs_to(commitment::Entity)
        .from(commitment_amount::Column::CommitmentId)
        .to(commitment::Column::Id)
        .into()
}

fn asks() -> impl Iterator<Item = CommitmentDirection> {
    CommitmentDirection::iter().filter(|direction| is_ask(*direction))
}

/// Of which commitments a viewer reads amounts.
struct Seen {
    /// What was asked, said and written.
    as_said: SelectStatement,
    /// What came of it; `None` where it is the same.
    as_judged: Option<SelectStatement>,
}

impl Seen {
    fn of(viewer: &Viewer, of: Select<commitment::Entity>) -> Self {
        use commitment::Column;
        let of = of.select_only().column(Column::Id);
        let shared = || of.clone().filter(Column::StatusSharedOn.is_not_null());
        let reads_all = may_read(viewer.role, Field::JudgedStatus);
        Self {
            as_judged: (!reads_all).then(|| shared().into_query()),
            as_said: of.into_query(),
        }
    }

    /// Whether an amount is one of those; its columns are told by `of`.
    fn amounts(&self, of: &impl Fn(commitment_amount::Column) -> SimpleExpr) -> Condition {
        use commitment_amount::Column;
        let among = of(Column::CommitmentId).in_subquery(self.as_said.clone());
        let all = Condition::all().add(among);
        let Some(shared) = self.as_judged.clone() else {
            return all;
        };
        let is_shared = of(Column::CommitmentId).in_subquery(shared);
        let is_said = of(Column::Rung).is_in(AS_SAID);
        all.add(Condition::any().add(is_said).add(is_shared))
    }
}

/// A column of the amount that is summed.
fn this(column: commitment_amount::Column) -> SimpleExpr {
    Expr::col((commitment_amount::Entity, column))
}

/// Whether an amount announces money again: its commitment repeats another that has an amount on
/// the same rung for the same fiscal year, which is seen. What came of it since is counted.
fn is_again(seen: &Seen) -> SimpleExpr {
    use commitment_amount::Column;
    let first = |column| Expr::col(("first", column));
    let again = |column| Expr::col(("again", column));
    let same_year = Condition::any()
        .add(first(Column::FiscalYear).eq(this(Column::FiscalYear)))
        .add(
            first(Column::FiscalYear)
                .is_null()
                .and(this(Column::FiscalYear).is_null()),
        );
    let found = Query::select()
        .expr(Expr::val(1))
        .from_as(commitment_amount::Entity, "first")
        .join_as(
            JoinType::InnerJoin,
            commitment::Entity,
            "again",
            again(commitment::Column::RepeatsId).eq(first(Column::CommitmentId)),
        )
        .and_where(again(commitment::Column::Id).eq(this(Column::CommitmentId)))
        .and_where(first(Column::Rung).eq(this(Column::Rung)))
        .cond_where(same_year)
        .cond_where(seen.amounts(&first))
        .take();
    Expr::exists(found)
}
