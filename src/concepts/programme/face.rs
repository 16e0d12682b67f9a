//! Programmes as the API shows them.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::programme;
use sea_orm::{EntityTrait, QueryFilter};

use crate::concepts::access::CtxExt;
use crate::concepts::log::{payload, perform};
use crate::concepts::programme::read;
use crate::concepts::programme::write::CreateProgrammeInput;
use crate::concepts::records::order::{NameColumns, NameOrder};
use crate::concepts::records::read::RecordById;
use crate::concepts::records::{Head, is_archived, list, matches, one};
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Name;
use crate::kit::page::Limits;

/// A programme.
#[derive(Clone, Debug)]
pub struct Programme(pub programme::Model);

/// A programme under which the caucus works.
#[Object]
impl Programme {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    #[graphql(flatten)]
    fn head(&self) -> Head {
        Head::of(&self.0)
    }

    /// Its name.
    async fn name(&self) -> Name {
        Name {
            en: self.0.name_en.clone(),
            ur: self.0.name_ur.clone(),
        }
    }
}

/// What a list of programmes is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct ProgrammeFilter {
    /// Words, each of which begins a word of the name, in either script.
    pub search: Option<String>,
    /// True: archived programmes only. False or absent: those in use only.
    pub archived: Option<bool>,
}

/// Reads of programmes.
#[derive(Default)]
pub struct ProgrammeQuery;

/// Reads of programmes.
#[Object]
impl ProgrammeQuery {
    /// A programme by id; null when there is none, or none that you may see.
    async fn programme(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<Programme>> {
        one(ctx, &id).await.transpose()
    }

    /// The programmes that you may see.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn programmes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<ProgrammeFilter>,
        #[graphql(desc = "The order; by name in your language when absent.")] order_by: Option<
            NameOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<Programme>> {
        let viewer = ctx.viewer()?;
        let filter = filter.unwrap_or_default();
        let is_asked_archived = filter.archived.unwrap_or_default();
        let mut select = programme::Entity::find()
            .filter(read::visible(viewer))
            .filter(is_archived(
                programme::Column::ArchivedOn,
                is_asked_archived,
            ));
        if let Some(search) = &filter.search {
            select = select.filter(matches(programme::Column::SearchKey, search));
        }
        let order = NameOrder::or_usual(order_by, viewer);
        let limits = Limits::of(first, after, last, before);
        let ordering = order.ordering(&NameColumns::programme());
        let found = list(ctx, limits, select, &ordering, |row| order.place(row)).await?;
        found
            .ahead(ctx, &["version"], |row| [RecordById(row.id.into())])
            .await?;
        Ok(found.connection(Programme))
    }
}

payload! {
    /// What came of adding a programme.
    ProgrammePayload {
        /// The programme as it now is; null when nothing was done.
        programme: Programme
    }
}

/// Acts on programmes.
#[derive(Default)]
pub struct ProgrammeMutation;

/// Acts on programmes.
#[Object]
impl ProgrammeMutation {
    /// Adds a programme.
    async fn create_programme(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The programme.")] input: CreateProgrammeInput,
    ) -> Result<ProgrammePayload> {
        perform(ctx, input).await
    }
}
