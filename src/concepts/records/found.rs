//! Objects that are found by their id, as far as the viewer may see them.

use std::future::Future;

use async_graphql::{Context, ID, ObjectType, Result};
use futures_util::future::try_join_all;

use crate::concepts::access::CtxExt;
use crate::kit::graphql::id::{RecordKind, parse};
use crate::kit::user_error::{Path, UserError, UserErrorCode};

/// An object that is found by its id.
pub trait Found: ObjectType + Sized {
    /// Its id.
    type Id: RecordKind;

    /// Reads it; `None` when it is not there or may not be seen, which look alike.
    fn find(ctx: &Context<'_>, id: Self::Id) -> impl Future<Output = Result<Option<Self>>> + Send;
}

/// Answers a query by id.
///
/// # Errors
/// When nobody is signed in, which is said before anything else; `INVALID_ID` when the id is
/// malformed or of another kind; as [`Found::find`].
pub async fn one<N: Found>(ctx: &Context<'_>, raw: &ID) -> Result<Option<N>> {
    ctx.viewer()?;
    let id = parse::<N::Id>(raw).map_err(|message| {
        UserError::new(UserErrorCode::InvalidId, &Path::root().field("id"), message)
    })?;
    N::find(ctx, id).await
}

/// Answers a field that leads to one other thing, if there is one.
pub async fn seen<N: Found>(ctx: &Context<'_>, id: Option<N::Id>) -> Option<Result<N>> {
    N::find(ctx, id?).await.transpose()
}

/// Answers a field that leads to several other things: those that the viewer may see, in order.
///
/// # Errors
/// As [`Found::find`].
pub async fn seen_all<N: Found>(
    ctx: &Context<'_>,
    ids: impl IntoIterator<Item = N::Id>,
) -> Result<Vec<N>> {
    let found = ids.into_iter().map(|id| N::find(ctx, id));
    Ok(try_join_all(found).await?.into_iter().flatten().collect())
}

/// Declares the batch that reads rows of a table by id, cut to what the viewer may see, and
/// that an object over such a row is found through it.
macro_rules! found {
    ($object:ident($table:ident) by $key:ident($id:ident), $visible:path) => {
        /// Asks for the row with this id, if the viewer may see it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $key(pub entity::ids::$id);

        impl async_graphql::dataloader::Loader<$key> for $crate::concepts::access::context::Reader {
            type Value = entity::$table::Model;
            type Error = $crate::kit::fault::Fault;

            async fn load(
                &self,
                keys: &[$key],
            ) -> Result<std::collections::HashMap<$key, Self::Value>, Self::Error> {
                use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
                let rows = entity::$table::Entity::find()
                    .filter(entity::$table::Column::Id.is_in(keys.iter().map(|key| key.0)))
                    .filter($visible(&self.viewer))
                    .all(self.conn())
                    .await?;
                Ok(rows.into_iter().map(|row| ($key(row.id), row)).collect())
            }
        }

        impl $crate::concepts::records::Found for $object {
            type Id = entity::ids::$id;

            async fn find(
                ctx: &async_graphql::Context<'_>,
                id: Self::Id,
            ) -> async_graphql::Result<Option<Self>> {
                use $crate::concepts::access::CtxExt as _;
                Ok(ctx.loaders()?.load_one($key(id)).await?.map($object))
            }
        }
    };
}
pub(crate) use found;
