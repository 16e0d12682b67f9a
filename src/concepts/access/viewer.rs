//! The one who asks, as a request found her.

use entity::enums::{Audience, Language, Role, StakeholderCategory};
use entity::ids::{MemberId, PersonId, ProgrammeId, UserId};

/// A signed-in user with her rights, read anew for each request. Where somebody acts for a member,
/// she is the user, with the rights of an aide, and [`Viewer::acting`] is who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// Her sign-in.
    pub user: UserId,
    /// The address that was signed in with.
    pub email: String,
    /// Who she is.
    pub person: PersonId,
    /// Her membership of the caucus, if she has one.
    pub member: Option<MemberId>,
    /// Her role.
    pub role: Role,
    /// What a partner was given to see; means nothing for other roles.
    pub scope: Scope,
    /// The language that is read.
    pub language: Language,
    /// Who acts for her; `None` when she asks herself.
    pub acting: Option<Acting>,
    /// The access epoch of who is signed in, which rises when rights change.
    pub epoch: i64,
}

/// Who acts for a member, with her leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acting {
    /// The sign-in.
    pub user: UserId,
    /// For whom.
    pub member: MemberId,
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
            Role::Member | Role::Aide | Role::Admin => Audience::Caucus,
            Role::Partner => Audience::Partners,
        }
    }

    /// The sign-in by which things are done: hers, or that of who acts for her.
    #[must_use]
    pub fn actor(&self) -> UserId {
        self.acting.map_or(self.user, |acting| acting.user)
    }

    /// The member for whom somebody else acts.
    #[must_use]
    pub fn acting_for(&self) -> Option<MemberId> {
        self.acting.map(|acting| acting.member)
    }

    /// Whether he is an aide who acts for nobody, and has nothing of his own.
    #[must_use]
    pub fn is_idle_aide(&self) -> bool {
        self.role == Role::Aide && self.acting.is_none()
    }

    /// Whether something was recorded by her, or for her by somebody else.
    #[must_use]
    pub fn recorded(&self, by: Option<UserId>, acting_for: Option<MemberId>) -> bool {
        match acting_for {
            Some(member) => self.member == Some(member),
            None => by == Some(self.user),
        }
    }

    /// Whether she reads from outside the caucus.
    #[must_use]
    pub fn is_partner(&self) -> bool {
        self.role == Role::Partner
    }
}
