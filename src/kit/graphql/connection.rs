//! Connections as the Relay specification has them, for any object.

use std::borrow::Cow;

use async_graphql::{Object, OutputType, SimpleObject, TypeName};

use crate::kit::page::Rows;

/// A page of a list.
pub struct Connection<N> {
    edges: Vec<Edge<N>>,
    page_info: PageInfo,
    total_count: i32,
}

/// A row of a list with its place in it.
pub struct Edge<N> {
    cursor: String,
    node: N,
}

/// What lies before and after a page.
#[derive(SimpleObject, Clone, Debug)]
pub struct PageInfo {
    /// Whether there are rows after this page.
    pub has_next_page: bool,
    /// Whether there are rows before this page.
    pub has_previous_page: bool,
    /// The cursor of the first row; null on an empty page.
    pub start_cursor: Option<String>,
    /// The cursor of the last row; null on an empty page.
    pub end_cursor: Option<String>,
}

impl<M> Rows<M> {
    /// The page as the API shows it. `total` is asked for only where `totalCount` is selected.
    pub fn connection<N>(self, total: u64, node_of: impl Fn(M) -> N) -> Connection<N> {
        let page_info = PageInfo {
            has_next_page: self.has_next,
            has_previous_page: self.has_previous,
            start_cursor: self.rows.first().map(|(cursor, _)| cursor.clone()),
            end_cursor: self.rows.last().map(|(cursor, _)| cursor.clone()),
        };
        let edges = self
            .rows
            .into_iter()
            .map(|(cursor, row)| Edge {
                cursor,
                node: node_of(row),
            })
            .collect();
        Connection {
            edges,
            page_info,
            total_count: i32::try_from(total).unwrap_or(i32::MAX),
        }
    }
}

impl<N: OutputType> TypeName for Connection<N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", N::type_name()).into()
    }
}

impl<N: OutputType> TypeName for Edge<N> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", N::type_name()).into()
    }
}

/// A page of a list, by the Relay cursor connections specification.
#[Object(name_type)]
impl<N: OutputType> Connection<N> {
    /// The rows with their cursors.
    async fn edges(&self) -> &[Edge<N>] {
        &self.edges
    }

    /// The rows without their cursors.
    async fn nodes(&self) -> Vec<&N> {
        self.edges.iter().map(|edge| &edge.node).collect()
    }

    /// What lies before and after this page.
    async fn page_info(&self) -> &PageInfo {
        &self.page_info
    }

    /// How many rows the whole list has, as far as you may see them. Costs a count; ask only
    /// when it is needed.
    async fn total_count(&self) -> i32 {
        self.total_count
    }
}

/// A row of a list with its place in it.
#[Object(name_type)]
impl<N: OutputType> Edge<N> {
    /// The row.
    async fn node(&self) -> &N {
        &self.node
    }

    /// Its place in this list with this filter and order, for you only. Opaque.
    async fn cursor(&self) -> &str {
        &self.cursor
    }
}
