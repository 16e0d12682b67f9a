//! Confirming what somebody else recorded for a member.

use async_graphql::{ID, InputObject};
use entity::ids::{MemberId, RecordId};
use entity::record;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

use crate::concepts::access;
use crate::concepts::access::policy::allow_on_any;
use crate::concepts::log::{Act, Tx};
use crate::concepts::records::each::Each;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::parse_any;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// Records that are as she would have recorded them.
#[derive(InputObject, Clone, Debug)]
pub struct ConfirmInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which records, of whatever kind; what was recorded for you of a meeting goes with it.
    pub ids: Vec<ID>,
}

impl Act for ConfirmInput {
    const NAME: &'static str = "confirm";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let mut each = Each::of(&self.ids)?;
        for (position, raw) in self.ids.iter().enumerate() {
            each.take(position, one(tx, raw).await)?;
        }
        each.end(tx)
    }
}

async fn one(tx: &mut Tx, raw: &ID) -> Result<RecordId, WriteError> {
    let root = Path::root();
    let (kind, uuid) = parse_any(raw)
        .map_err(|message| UserError::new(UserErrorCode::InvalidId, &root, message))?;
    let id = RecordId(uuid);
    allow_on_any(tx, access::Act::Confirm, kind, id).await?;
    let record = tx.subject().ok_or_else(access::policy::not_found)?;
    let Some(member) = record.acting_for else {
        let message = "You recorded this yourself: there is nothing to confirm.";
        return Err(UserError::new(UserErrorCode::InvalidTransition, &root, message).into());
    };
    let is_it = Condition::any()
        .add(record::Column::Id.eq(id))
        .add(record::Column::ParentId.eq(id));
    let now = Expr::value(tx.now());
    record::Entity::update_many()
        .col_expr(record::Column::ConfirmedAt, now)
        .filter(is_it)
        .filter(record::Column::ActingFor.eq(member))
        .filter(record::Column::ConfirmedAt.is_null())
        .exec(tx.conn())
        .await
        .map_err(Fault::from)?;
    tx.touch_any(kind, id);
    Ok(id)
}

/// Which records wait for a member to confirm them. What hangs on one that waits is confirmed with
/// it and is not named beside it.
#[must_use]
pub fn waits_for(member: MemberId) -> Condition {
    let waits = |of: &'static str| {
        Condition::all()
            .add(Expr::col((of, record::Column::ActingFor)).eq(member))
            .add(Expr::col((of, record::Column::ConfirmedAt)).is_null())
            .add(Expr::col((of, record::Column::ArchivedOn)).is_null())
    };
    let under = Query::select()
        .expr(Expr::value(1))
        .from_as(record::Entity, "under")
        .and_where(
            Expr::col(("under", record::Column::Id))
                .equals((record::Entity, record::Column::ParentId)),
        )
        .cond_where(waits("under"))
        .to_owned();
    waits("record").add(SimpleExpr::from(under).is_null())
}
