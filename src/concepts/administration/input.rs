//! What is sent to give access and to take it away.

use async_graphql::{ID, InputObject};

use crate::kit::graphql::enums::{Language, Role, StakeholderCategory};
use crate::kit::graphql::inputs::NameInput;

/// What a partner may see: "or" within a kind, "and" between kinds; a kind that is not named does
/// not narrow, and nothing named at all sees nothing.
#[derive(InputObject, Clone, Debug, Default)]
pub struct UserScopeInput {
    /// Programmes.
    pub programme_ids: Option<Vec<ID>>,
    /// Categories of stakeholders.
    pub categories: Option<Vec<StakeholderCategory>>,
}

/// Who is to sign in.
#[derive(InputObject, Clone, Debug)]
pub struct CreateUserInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `user_` and a UUIDv7.
    pub id: Option<ID>,
    /// The address that she signs in with.
    pub email: String,
    /// Who she is, where the record has her already. Give this or `name`.
    pub person_id: Option<ID>,
    /// Her name, where the record has her not yet. Give this or `personId`.
    pub name: Option<NameInput>,
    /// What she may do. Who signs in as a member is taken into the caucus.
    pub role: Role,
    /// The language she reads; English when absent.
    pub language: Option<Language>,
    /// What a partner may see; nothing when absent. Other roles are not narrowed.
    pub scope: Option<UserScopeInput>,
}

/// Changes to a user. What is not sent stays.
#[derive(InputObject, Clone, Debug)]
pub struct UpdateUserInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which user.
    pub id: ID,
    /// Her version as it was read; when she is no longer at it, nothing is changed.
    pub expected_version: String,
    /// Another address to sign in with.
    pub email: Option<String>,
    /// Another role. Who becomes a member is taken into the caucus.
    pub role: Option<Role>,
    /// Another language to read.
    pub language: Option<Language>,
    /// All that a partner may see, anew.
    pub scope: Option<UserScopeInput>,
}

/// Whom to keep out.
#[derive(InputObject, Clone, Debug)]
pub struct DisableUserInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which user.
    pub id: ID,
}

/// Whom to let in again.
#[derive(InputObject, Clone, Debug)]
pub struct EnableUserInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which user.
    pub id: ID,
}

/// Whom to let in who waits.
#[derive(InputObject, Clone, Debug)]
pub struct LetUserInInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which user.
    pub id: ID,
    /// Her version as it was read when you asked her whether it is she; when she was given another
    /// password since, nothing is changed.
    pub expected_version: String,
}

/// Whose password is to be another one.
#[derive(InputObject, Clone, Debug)]
pub struct ResetPasswordInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which user.
    pub id: ID,
}

/// A token to be made.
#[derive(InputObject, Clone, Debug)]
pub struct CreateTokenInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// An id made by the client: `token_` and a UUIDv7.
    pub id: Option<ID>,
    /// The user as whom a program acts with it.
    pub user_id: ID,
    /// What it is for, at most 200 letters.
    pub name: String,
    /// In how many days it ends, 1 to 366; 90 when absent.
    pub days: Option<i32>,
}

/// A token to be ended.
#[derive(InputObject, Clone, Debug)]
pub struct RevokeTokenInput {
    /// A UUIDv7 made by the client; the same request sent again changes nothing.
    pub request_id: Option<ID>,
    /// Which token.
    pub id: ID,
}
