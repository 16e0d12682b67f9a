//! Who may act for whom, as the API shows it.

use async_graphql::{Context, Object, Result, SimpleObject};
use entity::{acting, user};

use crate::concepts::access::acting::{ActingFor, EndActingForMeInput, LetActForMeInput};
use crate::concepts::access::users::face::User;
use crate::concepts::log::{payload, perform};
use crate::concepts::members::face::Member;
use crate::kit::graphql::id::to_id;
use crate::kit::graphql::inputs::Name;
use crate::kit::graphql::scalars::Instant;

/// A user who may act for a member.
#[derive(SimpleObject, Clone, Debug)]
pub struct ActingGrant {
    /// Who may act.
    user: User,
    /// When she let him.
    granted_at: Instant,
}

impl ActingGrant {
    /// Of a grant that holds.
    #[must_use]
    pub fn of((grant, user): (acting::Model, user::Model)) -> Self {
        Self {
            user: User(user),
            granted_at: Instant(grant.granted_at),
        }
    }
}

/// A member for whom you may act.
#[derive(SimpleObject, Clone, Debug)]
pub struct MayActFor {
    /// Her membership; send it as the header `Rabta-Acting-For` to act for her.
    member_id: async_graphql::ID,
    /// Her name.
    name: Name,
    /// When she let you.
    granted_at: Instant,
}

impl From<ActingFor> for MayActFor {
    fn from(found: ActingFor) -> Self {
        Self {
            member_id: to_id(found.grant.member_id),
            name: Name {
                en: found.person.name_en,
                ur: found.person.name_ur,
            },
            granted_at: Instant(found.grant.granted_at),
        }
    }
}

payload! {
    /// What came of letting somebody act for you.
    LetActForMePayload {
        /// You, with those who may act for you; null when it was refused.
        member: Member
    }
}

payload! {
    /// What came of ending it.
    EndActingForMePayload {
        /// You, with those who may act for you; null when it was refused.
        member: Member
    }
}

/// What a member does about those who act for her.
#[derive(Default)]
pub struct ActingMutation;

/// What a member does about those who act for her.
#[Object]
impl ActingMutation {
    /// Lets an aide or a coordinator act for you: read what you may, and log what you tell him. What
    /// he records carries both names, and waits for you to confirm it. Undone by `endActingForMe`.
    async fn let_act_for_me(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] input: LetActForMeInput,
    ) -> Result<LetActForMePayload> {
        perform(ctx, input).await
    }

    /// Ends that a user acts for you, from the next moment on. What he recorded for you stays.
    async fn end_acting_for_me(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who.")] input: EndActingForMeInput,
    ) -> Result<EndActingForMePayload> {
        perform(ctx, input).await
    }
}
