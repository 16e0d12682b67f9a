//! A member lets a user act for her, and ends it.

use async_graphql::{ID, InputObject};
use entity::enums::UserState;
use entity::ids::{MemberId, RecordId, UserId};
use entity::{acting, member, record, user};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set,
};

use crate::concepts::access::acting::read::{MAY_ACT, PART};
use crate::concepts::access::policy::{self, Allowed, allow};
use crate::concepts::log::{Act, Tx, Whole, load, part, save};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// For how many users at once a member can be acted for: whoever acts reads what she may.
const MOST: usize = 10;

/// Who is to act for a member.
#[derive(InputObject, Clone, Debug)]
pub struct LetActForMeInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// The user: an aide or a coordinator.
    pub user_id: ID,
}

/// Who is to act for a member no longer.
#[derive(InputObject, Clone, Debug)]
pub struct EndActingForMeInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// The user.
    pub user_id: ID,
}

impl Act for LetActForMeInput {
    const NAME: &'static str = "letActForMe";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), policy::Act::LetActForMe)?;
        let (member, user) = (hers(tx)?, named(&self.user_id)?);
        may_act(tx, user).await?;
        let before = membership(tx, member).await?;
        let mut grants = grants_of(tx, member).await?;
        let held = grants.iter().filter(|row| row.ended_at.is_none());
        let (known, held) = (
            grants.iter().position(|row| row.user_id == user),
            held.map(|row| row.user_id).collect::<Vec<_>>(),
        );
        if held.contains(&user) {
            return Ok(member.into());
        }
        must_be_few(held.len())?;
        let row = acting::Model {
            member_id: member,
            user_id: user,
            granted_at: tx.now(),
            ended_at: None,
        };
        if let Some(known) = known {
            grants.remove(known);
            let again = row.clone().into_active_model().reset_all();
            again.update(tx.conn()).await.map_err(Fault::from)?;
        } else {
            tx.insert(&row);
        }
        grants.push(row);
        keep(tx, &allowed, before, &grants).await?;
        tx.touch(user);
        Ok(member.into())
    }
}

impl Act for EndActingForMeInput {
    const NAME: &'static str = "endActingForMe";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), policy::Act::EndActingForMe)?;
        let (member, user) = (hers(tx)?, named(&self.user_id)?);
        // What is being written for her at this moment comes to its end first.
        let known = acting::Entity::find_by_id((member, user))
            .filter(acting::Column::EndedAt.is_null())
            .lock_exclusive()
            .one(tx.conn())
            .await
            .map_err(Fault::from)?;
        let Some(known) = known else {
            return Ok(member.into());
        };
        let before = membership(tx, member).await?;
        let mut row = known.into_active_model();
        row.ended_at = Set(Some(tx.now()));
        row.update(tx.conn()).await.map_err(Fault::from)?;
        let grants = grants_of(tx, member).await?;
        keep(tx, &allowed, before, &grants).await?;
        tx.touch(user);
        Ok(member.into())
    }
}

/// Her membership as it stands, locked until the mutation ends: whom she lets act for her is a part
/// of it, and changes one at a time.
async fn membership(tx: &Tx, member: MemberId) -> Result<Whole<member::Model>, Fault> {
    record::Entity::find_by_id(RecordId::from(member))
        .lock_exclusive()
        .one(tx.conn())
        .await?;
    load(tx, member.into()).await
}

async fn grants_of(tx: &Tx, member: MemberId) -> Result<Vec<acting::Model>, Fault> {
    let hers = acting::Entity::find().filter(acting::Column::MemberId.eq(member));
    Ok(hers.all(tx.conn()).await?)
}

/// Saves her membership with those who may act for her now, which others do not see change.
async fn keep(
    tx: &mut Tx,
    allowed: &Allowed,
    before: Whole<member::Model>,
    grants: &[acting::Model],
) -> Result<(), Fault> {
    let mut after = before.clone();
    after.set_part(part(PART, grants)?);
    after.unseen.push(PART);
    save(tx, allowed, Some(&before), &after).await
}

/// The membership of the one who asks.
fn hers(tx: &Tx) -> Result<MemberId, WriteError> {
    tx.viewer().member.ok_or_else(|| {
        let message = "Only a member of the caucus can let somebody act for her.";
        UserError::new(UserErrorCode::Forbidden, &Path::root(), message).into()
    })
}

fn named(raw: &ID) -> Result<UserId, WriteError> {
    let mut check = Check::default();
    let id = check.id(&Path::root().field("userId"), raw);
    check.done_with(id)
}

/// Those whom a member can see among the users are those who may act, and no others.
async fn may_act(tx: &Tx, id: UserId) -> Result<(), WriteError> {
    let found = user::Entity::find_by_id(id)
        .filter(user::Column::Role.is_in(MAY_ACT))
        .filter(user::Column::State.eq(UserState::Active))
        .one(tx.conn())
        .await
        .map_err(Fault::from)?;
    if found.is_some() {
        return Ok(());
    }
    let message = "There is no such aide or coordinator who can sign in.";
    let path = Path::root().field("userId");
    Err(UserError::new(UserErrorCode::NotFound, &path, message).into())
}

fn must_be_few(held: usize) -> Result<(), WriteError> {
    if held < MOST {
        return Ok(());
    }
    let message = format!("At most {MOST} people can act for you at once. End one of them first.");
    let path = Path::root().field("userId");
    Err(UserError::new(UserErrorCode::TooMany, &path, message).into())
}
