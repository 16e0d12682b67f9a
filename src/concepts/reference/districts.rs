//! Districts and divisions: shipped with the product, read by everyone who is signed in.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::ids::DivisionId;
use entity::{district, division};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::concepts::access::{CtxExt, Viewer};
use crate::concepts::records::order::{NameColumns, NameOrder};
use crate::concepts::records::{found, list, matches, one};
use crate::kit::fault::Fault;
use crate::kit::graphql::connection::Connection;
use crate::kit::graphql::id::{optional_ids, to_id};
use crate::kit::graphql::inputs::Name;
use crate::kit::page::Limits;

found!(District(district) by DistrictById(DistrictId), everyone);
found!(Division(division) by DivisionById(DivisionId), everyone);

/// Reference data is for everyone who is signed in.
fn everyone(_viewer: &Viewer) -> Condition {
    Condition::all()
}

/// A district.
#[derive(Clone, Debug)]
pub struct District(pub district::Model);

/// A district of Balochistan.
#[Object]
impl District {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// Its code, which stays when the name changes.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name.
    async fn name(&self) -> Name {
        Name {
            en: self.0.name_en.clone(),
            ur: self.0.name_ur.clone(),
        }
    }

    /// The division in which it lies.
    async fn division(&self, ctx: &Context<'_>) -> Result<Division> {
        let found = ctx
            .loaders()?
            .load_one(DivisionById(self.0.division_id))
            .await?;
        Ok(found
            .map(Division)
            .ok_or_else(|| Fault::internal("a district without a division"))?)
    }
}

/// A division.
#[derive(Clone, Debug)]
pub struct Division(pub division::Model);

/// A division of Balochistan, made of districts.
#[Object]
impl Division {
    /// Its id.
    pub async fn id(&self) -> ID {
        to_id(self.0.id)
    }

    /// Its code, which stays when the name changes.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name.
    async fn name(&self) -> Name {
        Name {
            en: self.0.name_en.clone(),
            ur: self.0.name_ur.clone(),
        }
    }
}

/// What a list of districts is narrowed to; everything given must hold.
#[derive(InputObject, Clone, Debug, Default)]
pub struct DistrictFilter {
    /// Words, each of which begins a word of the name, in either script.
    pub search: Option<String>,
    /// In one of these divisions.
    pub division_ids: Option<Vec<ID>>,
}

/// Reads of districts.
#[derive(Default)]
pub struct DistrictsQuery;

/// Reads of districts.
#[Object]
impl DistrictsQuery {
    /// A district by id; null when there is none.
    async fn district(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Option<Result<District>> {
        one(ctx, &id).await.transpose()
    }

    /// The districts of Balochistan.
    #[expect(clippy::too_many_arguments, reason = "the arguments of a connection")]
    async fn districts(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Narrows the list.")] filter: Option<DistrictFilter>,
        #[graphql(desc = "The order; by name in your language when absent.")] order_by: Option<
            NameOrder,
        >,
        #[graphql(desc = "How many from the start, 0 to 100; 50 when absent.")] first: Option<i32>,
        #[graphql(desc = "Start after this cursor.")] after: Option<String>,
        #[graphql(desc = "How many from the end, 0 to 100.")] last: Option<i32>,
        #[graphql(desc = "End before this cursor.")] before: Option<String>,
    ) -> Result<Connection<District>> {
        let filter = filter.unwrap_or_default();
        let mut select = district::Entity::find();
        if let Some(search) = &filter.search {
            select = select.filter(matches(district::Column::SearchKey, search));
        }
        if let Some(divisions) = optional_ids::<DivisionId>(filter.division_ids.as_ref())? {
            select = select.filter(district::Column::DivisionId.is_in(divisions));
        }
        let order = NameOrder::or_usual(order_by, ctx.viewer()?);
        let limits = Limits::of(first, after, last, before);
        let found = list(
            ctx,
            limits,
            select,
            &order.ordering(&NameColumns::district()),
            |row| order.place(row),
        )
        .await?;
        found
            .ahead(ctx, &["division"], |row| [DivisionById(row.division_id)])
            .await?;
        Ok(found.connection(District))
    }
}
