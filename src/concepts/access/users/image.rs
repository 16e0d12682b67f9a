//! A user as the log keeps her: her row, what she may see, and the tokens with which programs act as
//! her. An entry commits to all of it, so that who raises a role, widens a scope or puts in a token
//! behind the server's back is found out.

use entity::ids::UserId;
use entity::{token, user};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use crate::concepts::access::users::change::open;
use crate::concepts::access::users::viewer::scope;
use crate::concepts::log::image::{Image, part};
use crate::kit::fault::Fault;
use crate::kit::secret::hex;

/// What a user is after an act, and the version that this gave her.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Who.
    pub id: UserId,
    /// Her version.
    pub version: i64,
    /// All that the log commits to.
    pub image: Image,
}

/// Raises the version of a user who was written, and reads her as she now is.
///
/// # Errors
/// When she is not there, or the database does not answer.
pub async fn keep<C: ConnectionTrait>(conn: &C, id: UserId) -> Result<Kept, Fault> {
    user::Entity::update_many()
        .col_expr(
            user::Column::Version,
            Expr::col(user::Column::Version).add(1),
        )
        .filter(user::Column::Id.eq(id))
        .exec(conn)
        .await?;
    let row = user::Entity::find_by_id(id).one(conn).await?;
    let row = row.ok_or_else(|| Fault::internal("a user who was written is not there"))?;
    Ok(Kept {
        id,
        version: row.version,
        image: of_row(conn, &row).await?,
    })
}

/// A user as she stands; `None` when she is not there.
///
/// # Errors
/// When the database does not answer.
pub async fn of<C: ConnectionTrait>(conn: &C, id: UserId) -> Result<Option<Image>, Fault> {
    match user::Entity::find_by_id(id).one(conn).await? {
        Some(row) => of_row(conn, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn of_row<C: ConnectionTrait>(conn: &C, row: &user::Model) -> Result<Image, Fault> {
    let tokens = token::Entity::find()
        .filter(token::Column::UserId.eq(row.id))
        .all(conn)
        .await?;
    let tokens = tokens
        .iter()
        .map(|token| json!([token, hex(&token.digest)]));
    let (name, tokens) = part("tokens", &tokens.collect::<Vec<_>>())?;
    let mut image = Image::default();
    image.open.extend(open(row, &scope(conn, row.id).await?));
    image.closed.extend([
        (name.to_owned(), tokens),
        (
            "row".to_owned(),
            serde_json::to_value(row).map_err(Fault::internal)?,
        ),
        // The row's own form leaves it out, since it is for nobody's eyes.
        (
            "password_hash".to_owned(),
            Value::from(row.password_hash.clone()),
        ),
    ]);
    Ok(image)
}
