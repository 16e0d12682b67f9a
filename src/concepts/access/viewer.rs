//! The one who asks, as a request found her.

use entity::enums::{Audience, Language, Role, StakeholderCategory};
use entity::ids::{MemberId, PersonId, ProgrammeId, UserId};

/// A signed-in user with her rights, read anew for each request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// Her sign-in.
    pub user: UserId,
    /// The address she signs in with.
    pub email: String,
    /// Who she is.
    pub person: PersonId,
    /// Her membership of the caucus, if she has one.
    pub member: Option<MemberId>,
    /// Her role.
    pub role: Role,
    /// What a partner was given to see; means nothing for other roles.
    pub scope: Scope,
    /// The language she reads.
    pub language: Language,
}

/// What a partner may see: "or" within a kind, "and" between kinds; a kind not named does not
/// restrict, and no kind at all sees nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Programmes.
    pub programmes: Vec<ProgrammeId>,
    /// Categories of stakeholders.
    pub categories: Vec<StakeholderCategory>,
}

impl Scope {
    /// Whether nothing is named, which sees nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.programmes.is_empty() && self.categories.is_empty()
    }
}

impl Viewer {
    /// The closest audience whose facts she sees without being part of the record.
    #[must_use]
    pub fn clearance(&self) -> Audience {
        match self.role {
            Role::Coordinator => Audience::Present,
            Role::Member | Role::Admin => Audience::Caucus,
            Role::Partner => Audience::Partners,
        }
    }

    /// Whether she reads from outside the caucus.
    #[must_use]
    pub fn is_partner(&self) -> bool {
        self.role == Role::Partner
    }
}
