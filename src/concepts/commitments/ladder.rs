//! The ladder as the API shows it: the amounts of one commitment, and the ledger over many.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use entity::enums::{Currency, Rung as Kept};
use entity::{commitment, commitment_amount};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Iterable, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};

use crate::concepts::access::context::Reader;
use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::commitments::evidence::{Evidence, source_of};
use crate::concepts::commitments::query::CommitmentFilter;
use crate::concepts::commitments::read;
use crate::concepts::people::face::Person;
use crate::concepts::records::face::person_of;
use crate::kit::fault::Fault;
use crate::kit::graphql::enums::Rung;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Money;
use crate::kit::graphql::scalars::{Day, FiscalYear, Instant};

/// An amount on a rung of a commitment's ladder.
#[derive(Clone, Debug)]
pub struct CommitmentAmount(pub commitment_amount::Model);

/// An amount of an ask or a promise, on a rung of the ladder.
#[Object]
impl CommitmentAmount {
    /// Its id.
    async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// How far it has come.
    async fn rung(&self) -> Rung {
        self.0.rung.into()
    }

    /// How much.
    async fn amount(&self) -> Money {
        Money::of(self.0.amount.into(), self.0.currency)
    }

    /// For which fiscal year; null when none was named.
    async fn fiscal_year(&self) -> Option<FiscalYear> {
        self.0.fiscal_year.map(FiscalYear)
    }

    /// On which day it came there.
    async fn on(&self) -> Day {
        Day(self.0.happened_on)
    }

    /// Under which number it stands in the PSDP book, the PC-I or the release; null when nobody
    /// wrote it, or when that is not for you.
    fn reference(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        Ok(self.0.reference.as_deref().filter(|_| is_shown))
    }

    /// By what it is known; null when nobody said so, or when that is not for you.
    fn evidence(&self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        source_of!(self.0).shown(ctx)
    }

    /// When it was recorded, which is not the day on which it happened; null when that is not for
    /// you.
    fn recorded_at(&self, ctx: &Context<'_>) -> Result<Option<Instant>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        Ok(is_shown.then_some(Instant(self.0.recorded_at)))
    }

    /// Who recorded it; null when that is not for you.
    async fn recorded_by(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        person_of(ctx, Some(self.0.recorded_by)).await.transpose()
    }
}

/// What is on one rung for one fiscal year in one currency.
#[derive(SimpleObject, Clone, Debug)]
pub struct LedgerLine {
    /// The rung.
    pub rung: Rung,
    /// The fiscal year; null for amounts that name none.
    pub fiscal_year: Option<FiscalYear>,
    /// The sum of the amounts.
    pub total: Money,
    /// Of how many commitments.
    pub commitments: i32,
}

/// What was asked, said, written, budgeted and released, as far as the caller sees it.
#[derive(SimpleObject, Clone, Debug)]
pub struct Ledger {
    /// By rung, then by fiscal year, then by currency. Rungs are never added to each other, nor
    /// currencies. What a commitment announces again is not counted where the one that announced
    /// it first is among these, with an amount on the same rung for the same fiscal year (reading
    /// 10 of coverage).
    pub lines: Vec<LedgerLine>,
    /// How many commitments it is about, with and without amounts.
    pub commitments: i32,
    /// As of which day.
    pub as_of: Day,
}

/// Reads of the ledger.
#[derive(Default)]
pub struct LedgerQuery;

/// Reads of the ledger.
#[Object]
impl LedgerQuery {
    /// The amounts of the commitments that you may see, on the ladder.
    async fn ledger(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which commitments; of all when absent.")] filter: Option<
            CommitmentFilter,
        >,
    ) -> Result<Ledger> {
        let reader = ctx.reader()?;
        let filter = filter.unwrap_or_default().checked(ctx.viewer()?)?;
        let of = read::select(ctx.viewer()?, filter, reader.today);
        let commitments = of.clone().count(reader.conn()).await.map_err(Fault::from)?;
        let mut sums = sums(reader, of).await?;
        let place = |rung| Kept::iter().position(|known| known == rung);
        sums.sort_by_key(|sum| (place(sum.rung), sum.fiscal_year.unwrap_or(i32::MAX)));
        Ok(Ledger {
            lines: sums.into_iter().map(Into::into).collect(),
            commitments: i32::try_from(commitments).unwrap_or(i32::MAX),
            as_of: Day(reader.today),
        })
    }
}

/// A line as the database sums it: hundredths in two parts, so that no sum runs over.
#[derive(FromQueryResult)]
struct Sum {
    rung: Kept,
    fiscal_year: Option<i32>,
    currency: Currency,
    high: i64,
    low: i64,
    commitments: i64,
}

impl From<Sum> for LedgerLine {
    fn from(sum: Sum) -> Self {
        let minor = i128::from(sum.high) * i128::from(PART) + i128::from(sum.low);
        Self {
            rung: sum.rung.into(),
            fiscal_year: sum.fiscal_year.map(FiscalYear),
            total: Money::of(minor, sum.currency),
            commitments: i32::try_from(sum.commitments).unwrap_or(i32::MAX),
        }
    }
}

/// What the two parts of a sum are parted by.
const PART: i64 = 1_000_000_000;

/// Whether an amount announces money again: its commitment repeats another of some that has an
/// amount on the same rung for the same fiscal year. What came of it since is counted.
fn is_again(of: SelectStatement) -> SimpleExpr {
    use commitment_amount::Column;
    let this = |column| Expr::col((commitment_amount::Entity, column));
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
        .and_where(first(Column::CommitmentId).in_subquery(of))
        .take();
    Expr::exists(found)
}

/// The sums of the amounts of some commitments, in no order but that of the currency.
async fn sums(reader: &Reader, of: Select<commitment::Entity>) -> Result<Vec<Sum>, Fault> {
    use commitment_amount::Column;
    let ids = of.select_only().column(commitment::Column::Id).into_query();
    let sum = |part: SimpleExpr| SimpleExpr::from(Func::sum(part)).cast_as("BIGINT");
    Ok(commitment_amount::Entity::find()
        .select_only()
        .columns([Column::Rung, Column::FiscalYear, Column::Currency])
        .column_as(sum(Column::Amount.into_expr().div(PART)), "high")
        .column_as(sum(Column::Amount.into_expr().modulo(PART)), "low")
        .column_as(
            SimpleExpr::from(Func::count_distinct(Column::CommitmentId.into_expr())),
            "commitments",
        )
        .filter(Column::CommitmentId.in_subquery(ids.clone()))
        .filter(is_again(ids).not())
        .group_by(Column::Rung)
        .group_by(Column::FiscalYear)
        .group_by(Column::Currency)
        .order_by_asc(Column::Currency)
        .into_model()
        .all(reader.conn())
        .await?)
}
