//! A page of any list, for the one who asks.

use std::hash::Hash;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Result};
use sea_orm::{EntityTrait, FromQueryResult, PaginatorTrait, Select};

use crate::concepts::access::CtxExt;
use crate::concepts::access::context::{Reader, prime};
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
#[cfg(debug_assertions)]
use crate::kit::hole::{self, Hole};
use crate::kit::page::{Limits, Ordering, Page, Place, Rows};

/// A page with, if it was asked for, how many rows the whole list has.
pub struct Listed<M> {
    rows: Rows<M>,
    total: u64,
}

impl<M> Listed<M> {
    /// The rows.
    pub fn iter(&self) -> impl Iterator<Item = &M> + Clone {
        self.rows.iter()
    }

    /// Reads what was asked for beside the rows: for each, under the keys that it has, if one of
    /// these fields of the nodes was asked for.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ahead<I, V>(
        &self,
        ctx: &Context<'_>,
        fields: &[&str],
        keys_of: impl Fn(&M) -> I,
    ) -> Result<()>
    where
        I: IntoIterator<Item: Copy + Eq + Hash + Send + Sync + 'static>,
        V: Clone + Send + Sync + 'static,
        Reader: Loader<I::Item, Value = V, Error = Fault>,
    {
        let is_asked = fields.iter().any(|field| ctx.asked_of_nodes(field));
        let keys: Vec<_> = self.iter().flat_map(keys_of).collect();
        Ok(prime(&*ctx.loaders()?, is_asked, keys).await?)
    }

    /// The same page with another row in the place of each.
    ///
    /// # Errors
    /// As `to` does.
    pub fn try_map<N, E>(
        self,
        mut to: impl FnMut(M) -> std::result::Result<N, E>,
    ) -> std::result::Result<Listed<N>, E> {
        let Rows {
            rows,
            has_previous,
            has_next,
        } = self.rows;
        let rows = rows.into_iter().map(|(cursor, row)| Ok((cursor, to(row)?)));
        let rows = rows.collect::<std::result::Result<_, E>>()?;
        Ok(Listed {
            rows: Rows {
                rows,
                has_previous,
                has_next,
            },
            total: self.total,
        })
    }

    /// The page as the API shows it.
    pub fn connection<N>(self, node_of: impl Fn(M) -> N) -> Connection<N> {
        self.rows.connection(self.total, node_of)
    }
}

/// Reads a page of what `select` finds, which is cut to what the viewer may see already.
///
/// # Errors
/// When the arguments ask for what there cannot be, or the database does not answer.
pub async fn list<E, M>(
    ctx: &Context<'_>,
    limits: Limits,
    select: Select<E>,
    ordering: &Ordering,
    place_of: impl Fn(&M) -> Place,
) -> Result<Listed<M>>
where
    E: EntityTrait<Model = M>,
    M: FromQueryResult + Send + Sync,
{
    list_of(ctx, "", limits, select, ordering, place_of).await
}

/// Reads a page of one of several lists that are asked for alike, told apart by `what`.
///
/// # Errors
/// As [`list`].
pub async fn list_of<E, M>(
    ctx: &Context<'_>,
    what: &str,
    limits: Limits,
    select: Select<E>,
    ordering: &Ordering,
    place_of: impl Fn(&M) -> Place,
) -> Result<Listed<M>>
where
    E: EntityTrait<Model = M>,
    M: FromQueryResult + Send + Sync,
{
    let page = Page::new(&limits, ctx.sealer_of(what)?)?;
    let total = total(ctx, &select).await?;
    let conn = ctx.reader()?.conn();
    let rows = page.fetch(conn, select, ordering, place_of).await?;
    Ok(Listed { rows, total })
}

/// Reads a page as [`list`] does, with what `join` adds to each row in the same statement.
///
/// # Errors
/// As [`list`].
pub async fn list_with<E, M>(
    ctx: &Context<'_>,
    limits: Limits,
    select: Select<E>,
    ordering: &Ordering,
    join: impl FnOnce(Select<E>) -> Select<E>,
    place_of: impl Fn(&M) -> Place,
) -> Result<Listed<M>>
where
    E: EntityTrait<Model: Sync>,
    M: FromQueryResult + Send + Sync,
{
    let page = Page::new(&limits, ctx.sealer_of("")?)?;
    let total = total(ctx, &select).await?;
    let conn = ctx.reader()?.conn();
    let rows = page
        .fetch_with(conn, select, ordering, join, place_of)
        .await?;
    Ok(Listed { rows, total })
}

async fn total<E: EntityTrait<Model: Sync>>(ctx: &Context<'_>, select: &Select<E>) -> Result<u64> {
    if !ctx.asked(&["totalCount"]) {
        return Ok(0);
    }
    #[cfg(debug_assertions)]
    if hole::is_made(Hole::CountAll) {
        return Ok(hole::count(select, ctx.reader()?.conn()).await?);
    }
    let count = select.clone().count(ctx.reader()?.conn()).await;
    Ok(count.map_err(Fault::from)?)
}
