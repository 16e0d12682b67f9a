//! Tokens: made and revoked.

use entity::ids::TokenId;

use crate::concepts::access::policy::opens_words;
use crate::concepts::access::tokens::{self, NewToken};
use crate::concepts::access::users::Whom;
use crate::concepts::administration::administrators;
use crate::concepts::log::{Changed, Hand};
use crate::kit::graphql::id::to_id;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// Makes a token for a user.
///
/// # Errors
/// When there is no such user, she is disabled, the name or the days will not do, or the database
/// does not answer.
pub async fn create(hand: &mut impl Hand, whom: &Whom, new: NewToken) -> Result<(), WriteError> {
    administrators(hand).await?;
    let user = whom.find(hand.conn()).await?;
    if hand.actor().is_some() && opens_words(user.role) {
        let message = "A token for her would read what was said in confidence. It is made at the \
                       shell: `rabta token create`.";
        let path = Path::root().field("id");
        return Err(UserError::new(UserErrorCode::Forbidden, &path, message).into());
    }
    let made = Changed::named(to_id(new.id).0);
    tokens::create(hand, &user, new).await?;
    Ok(hand.tell("createToken", user.id, made).await?)
}

/// Ends a token. Answers whether it was not revoked already.
///
/// # Errors
/// `NOT_FOUND` when there is none; when the database does not answer.
pub async fn revoke(hand: &mut impl Hand, id: TokenId) -> Result<bool, WriteError> {
    administrators(hand).await?;
    let absent = || {
        let message = "There is no token with this id.";
        UserError::new(UserErrorCode::NotFound, &Path::root().field("id"), message)
    };
    let of = tokens::owner(hand.conn(), id).await?.ok_or_else(absent)?;
    let user = Whom::Id(of).find(hand.conn()).await?;
    let is_news = tokens::revoke(hand.conn(), hand.app(), id).await?;
    if is_news {
        let ended = Changed::named(to_id(id).0);
        hand.tell("revokeToken", user.id, ended).await?;
    }
    Ok(is_news)
}
