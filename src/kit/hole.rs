//! Holes that tests make in the rules of who sees what, to see that they find each. A build for use
//! has no way to make one: what asks for it is a constant there.

/// What is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hole {
    /// The audience of facts.
    Facts,
    /// The audience of words.
    Words,
    /// A partner's scope.
    Scope,
    /// A list is cut into pages first, and what is not hers is taken out of the page.
    PageFirst,
    /// A list is counted with what is not hers.
    CountAll,
}

#[cfg(not(debug_assertions))]
mod made {
    use sea_orm::Condition;

    use super::Hole;

    /// Nothing is left out.
    pub const fn is_made(_: Hole) -> bool {
        false
    }

    /// A rule, whole.
    pub fn around(rule: Condition) -> Condition {
        rule
    }
}

#[cfg(debug_assertions)]
mod made {
    use std::collections::HashSet;
    use std::sync::OnceLock;

    use sea_orm::sea_query::{Expr, ExprTrait};
    use sea_orm::{
        Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryTrait, Select,
        Statement,
    };
    use uuid::Uuid;

    use super::Hole;
    use crate::kit::fault::Fault;
    use crate::kit::page::{Ordering, Place};

    static MADE: OnceLock<Hole> = OnceLock::new();

    /// Stands beside a rule and lets nothing through, until it is exchanged for [`OPEN`].
    const CLOSED: &str = "'a hole' = ''";
    const OPEN: &str = "'a hole' <> ''";

    /// Makes a hole in this process, for good.
    ///
    /// # Errors
    /// When there is another one already.
    pub fn make(hole: Hole) -> Result<(), Hole> {
        MADE.set(hole)
    }

    /// Whether this is left out.
    pub fn is_made(hole: Hole) -> bool {
        MADE.get() == Some(&hole)
    }

    /// A rule, with what is left out of it.
    pub fn around(rule: Condition) -> Condition {
        match MADE.get() {
            Some(Hole::Facts) => Condition::all(),
            Some(Hole::PageFirst | Hole::CountAll) => {
                Condition::any().add(rule).add(Expr::cust(CLOSED))
            }
            _ => rule,
        }
    }

    fn through<E: EntityTrait>(select: &Select<E>, conn: &impl ConnectionTrait) -> Statement {
        let mut statement = select.build(conn.get_database_backend());
        statement.sql = statement.sql.replace(CLOSED, OPEN);
        statement
    }

    /// How many rows there are with those that are not hers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count<E: EntityTrait>(
        select: &Select<E>,
        conn: &impl ConnectionTrait,
    ) -> Result<u64, Fault> {
        let mut statement = through(select, conn);
        statement.sql = format!(
            "SELECT COUNT(*) AS \"n\" FROM ({}) AS \"all\"",
            statement.sql
        );
        let found = conn.query_one_raw(statement).await?;
        let count: i64 = found.map_or(Ok(0), |row| row.try_get("", "n"))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }

    /// Some rows of all, without those that are not hers.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn page<E, M>(
        page: Select<E>,
        whole: Select<E>,
        ordering: &Ordering,
        place_of: impl Fn(&M) -> Place,
        conn: &impl ConnectionTrait,
    ) -> Result<Vec<M>, Fault>
    where
        E: EntityTrait<Model = M>,
        M: FromQueryResult + Send + Sync,
    {
        let statement = through(&page, conn);
        let rows = M::find_by_statement(statement).all(conn).await?;
        let ids = rows.iter().map(|row| place_of(row).id);
        let hers = whole.filter(ordering.id.clone().is_in(ids));
        let hers: HashSet<Uuid> = hers
            .all(conn)
            .await?
            .iter()
            .map(|row| place_of(row).id)
            .collect();
        Ok(rows
            .into_iter()
            .filter(|row| hers.contains(&place_of(row).id))
            .collect())
    }
}

pub use made::*;
