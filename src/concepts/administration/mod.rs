//! Giving people and programs access, and taking it away: the same by the API and at the shell, for
//! whoever's [`crate::concepts::log::Hand`] it is. It stands to the right of people and members,
//! since who signs in is a person and who signs in as a member is taken into the caucus.

pub mod act;
pub mod face;
pub mod input;
pub mod query;
pub mod tokens;
pub mod users;

use crate::concepts::access::users::Administrators;
use crate::concepts::log::Hand;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// Locks those who administer, and refuses what one of them asked who is none any more: she was
/// kept out while she asked.
///
/// # Errors
/// `FORBIDDEN`; when the database does not answer.
pub async fn administrators(hand: &impl Hand) -> Result<Administrators, WriteError> {
    let found = Administrators::lock(hand.conn()).await?;
    if hand.actor().is_none_or(|actor| found.has(actor)) {
        return Ok(found);
    }
    let message = "You are no administrator any more. Nothing was written.";
    Err(UserError::new(UserErrorCode::Forbidden, &Path::root(), message).into())
}
