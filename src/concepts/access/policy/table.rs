//! The table itself: which role may do what, and reads which fields.

use entity::enums::Role;

/// On which records a role may do a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// On none.
    No,
    /// On those that she recorded herself, or somebody else for her.
    Recorded,
    /// On those whose people she is one of: recorded it, attended, leads, owns, helps, gave.
    OfRecord,
    /// On those that she recorded herself, which is how a task is given, and on tasks that she
    /// owns.
    GaveOrOwns,
    /// On meetings that she recorded or attended, and on what came of these. Who told of a meeting
    /// is one of its people and reads it, but changes nothing of it by that.
    OfMeeting,
    /// On all that she may see.
    Yes,
}

macro_rules! acts {
    ($($(#[doc = $doc:literal])* $act:ident $name:literal
        { coordinator: $coordinator:ident, member: $member:ident, aide: $aide:ident, partner: $partner:ident, admin: $admin:ident },)+) => {
        /// Everything that can be done, by the name of its mutation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Act { $($(#[doc = $doc])* $act,)+ }

        impl Act {
            /// All acts.
            pub const ALL: &'static [Self] = &[$(Self::$act),+];

            /// The name in the schema and in the log.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$act => $name,)+ }
            }

            /// What it is, in a sentence or two.
            #[must_use]
            pub fn meaning(self) -> String {
                match self { $(Self::$act => concat!($($doc),*).trim().to_owned(),)+ }
            }

            /// What the table says.
            #[must_use]
            pub fn rule(self, role: Role) -> Rule {
                match (self, role) {
                    $((Self::$act, Role::Coordinator) => Rule::$coordinator,
                      (Self::$act, Role::Member) => Rule::$member,
                      (Self::$act, Role::Aide) => Rule::$aide,
                      (Self::$act, Role::Partner) => Rule::$partner,
                      (Self::$act, Role::Admin) => Rule::$admin,)+
                }
            }
        }
    };
}

acts! {
    /// Adds a topic.
    CreateTopic "createTopic" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Renames a topic.
    UpdateTopic "updateTopic" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Adds a person.
    CreatePerson "createPerson" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Changes what is known of a person.
    UpdatePerson "updatePerson" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Says that a person holds a post.
    AddPost "addPost" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Says that a person holds a post no longer.
    EndPost "endPost" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Takes a person into the caucus.
    CreateMember "createMember" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Changes a membership, its terms and parties.
    UpdateMember "updateMember" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Adds an office or organisation.
    CreateStakeholder "createStakeholder" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Changes an office or organisation.
    UpdateStakeholder "updateStakeholder" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Judges an office or organisation: how much it counts, how much it cares, where it stands.
    AssessStakeholder "assessStakeholder" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Says why an office need not be met for a time.
    SetStandingReason "setStandingReason" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Says that an office is to be met again before that time is over.
    EndStandingReason "endStandingReason" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Adds a programme.
    CreateProgramme "createProgramme" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Makes a list of the stakeholders to be met in a period.
    CreateTargetList "createTargetList" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Changes a target list; of an approved one, who may see it.
    UpdateTargetList "updateTargetList" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Approves a target list, which freezes it.
    ApproveTargetList "approveTargetList" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Opens a line of work with a stakeholder.
    OpenEngagement "openEngagement" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Logs a meeting that took place, with all that came of it.
    LogMeeting "logMeeting" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Changes what is said of a meeting, who took part and who may see it.
    UpdateMeeting "updateMeeting" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Says which office a text stands for, which is a part of `updateMeeting` and goes with it:
    /// she could have logged the meeting with that office.
    MatchStakeholder "updateMeeting.match" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Records a decision of a meeting that is logged already.
    RecordDecision "recordDecision" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Sets a decision right.
    UpdateDecision "updateDecision" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Notes a letter or another paper.
    RecordDocument "recordDocument" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Sets a letter or another paper right.
    UpdateDocument "updateDocument" { coordinator: Yes, member: Recorded, aide: Recorded, partner: No, admin: No },
    /// Hangs a file on a meeting, a letter or another paper, by `POST /attachments`.
    AttachFile "attachFile" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Sets a commitment right.
    UpdateCommitment "updateCommitment" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Records an ask or a promise.
    RecordCommitment "recordCommitment" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Records an ask or a promise that came out of a meeting or stands in a document, which is a
    /// part of `recordCommitment`: who records it is one of its people and may judge it.
    RecordCommitmentOfMeeting "recordCommitment.meetingId" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Says to where a commitment has come.
    AdvanceCommitment "advanceCommitment" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Says that who holds the office now has said a promise of a predecessor again.
    ReconfirmCommitment "reconfirmCommitment" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Says who holds an office from now on, which leaves its open promises to be said again.
    ChangeOfficeHolder "changeOfficeHolder" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Puts an amount on the ladder of a commitment.
    RecordAmount "recordAmount" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Takes an amount off the ladder; whoever may not on all, her own alone.
    RemoveAmount "removeAmount" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Takes back the last step of a commitment; whoever may not on all, her own step alone.
    UndoCommitmentStep "undoCommitmentStep" { coordinator: Yes, member: OfMeeting, aide: OfMeeting, partner: No, admin: No },
    /// Lets partners see a record or its words, by its audience, by bringing what is open to
    /// partners into their scope, or by writing other words where partners read these. Facts of
    /// what is open, such as a title or what was promised, are set right by whoever may change it:
    /// a figure that partners read must not stay wrong, and the log tells who set it right.
    ShareWithPartners "audience: PARTNERS" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Gives somebody a task.
    AssignFollowUp "assignFollowUp" { coordinator: Yes, member: Yes, aide: Yes, partner: No, admin: No },
    /// Sets a task right, or gives it to somebody else.
    UpdateFollowUp "updateFollowUp" { coordinator: Yes, member: GaveOrOwns, aide: GaveOrOwns, partner: No, admin: No },
    /// Ticks a task.
    CompleteFollowUp "completeFollowUp" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Unticks a task.
    ReopenFollowUp "reopenFollowUp" { coordinator: Yes, member: OfRecord, aide: OfRecord, partner: No, admin: No },
    /// Takes a record out of the lists.
    Archive "archive" { coordinator: Yes, member: Recorded, aide: Recorded, partner: No, admin: No },
    /// Puts an archived record back.
    Restore "restore" { coordinator: Yes, member: Recorded, aide: Recorded, partner: No, admin: No },
    /// Withdraws what she wrote herself: her words go from the record and from the log, for good.
    WithdrawWords "withdrawWords" { coordinator: Recorded, member: Recorded, aide: No, partner: No, admin: No },
    /// Withdraws the notes that she wrote to the steps of a commitment, and no others.
    WithdrawNotes "withdrawWords of a commitment" { coordinator: Yes, member: Yes, aide: No, partner: No, admin: No },
    /// Lets somebody sign in: makes her user, and where the record has her not yet, her person.
    CreateUser "createUser" { coordinator: No, member: No, aide: No, partner: No, admin: Yes },
    /// Changes the address, the role, the language of a user or what a partner may see; nobody
    /// gives herself another role.
    UpdateUser "updateUser" { coordinator: No, member: No, aide: No, partner: No, admin: Yes },
    /// Keeps a user out; not the last administrator.
    DisableUser "disableUser" { coordinator: No, member: No, aide: No, partner: No, admin: Yes },
    /// Lets a user in again.
    EnableUser "enableUser" { coordinator: No, member: No, aide: No, partner: No, admin: Yes },
    /// Lets in who was given a way in by an administrator, and waits.
    LetUserIn "letUserIn" { coordinator: Yes, member: No, aide: No, partner: No, admin: No },
    /// Gives a user another password.
    ResetPassword "resetPassword" { coordinator: No, member: No, aide: No, partner: No, admin: Yes },
    /// Makes a token with which a program acts as a partner or an administrator.
    CreateToken "createToken" { coordinator: No, member: No, aide: No, partner: No, admin: Yes },
    /// Ends a token.
    RevokeToken "revokeToken" { coordinator: No, member: No, aide: No, partner: No, admin: Yes },
    /// Lets a user act for her.
    LetActForMe "letActForMe" { coordinator: No, member: Yes, aide: No, partner: No, admin: No },
    /// Ends that a user acts for her.
    EndActingForMe "endActingForMe" { coordinator: No, member: Yes, aide: No, partner: No, admin: No },
    /// Confirms what somebody else recorded for her.
    Confirm "confirm" { coordinator: No, member: Recorded, aide: No, partner: No, admin: No },
}

macro_rules! fields {
    ($($(#[doc = $doc:literal])* $field:ident [$($guards:literal),+]
        { coordinator: $coordinator:literal, member: $member:literal, aide: $aide:literal, partner: $partner:literal, admin: $admin:literal },)+) => {
        /// Fields that not every role reads, though it may see the record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field { $($(#[doc = $doc])* $field,)+ }

        impl Field {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$field),+];

            /// The fields of the schema that it keeps.
            #[must_use]
            pub fn guards(self) -> &'static [&'static str] {
                match self { $(Self::$field => &[$($guards),+],)+ }
            }

            /// What it is, in a sentence or two.
            #[must_use]
            pub fn meaning(self) -> String {
                match self { $(Self::$field => concat!($($doc),*).trim().to_owned(),)+ }
            }

            /// Whether a role reads it of a record that she may see.
            #[must_use]
            pub fn is_read_by(self, role: Role) -> bool {
                match (self, role) {
                    $((Self::$field, Role::Coordinator) => $coordinator,
                      (Self::$field, Role::Member) => $member,
                      (Self::$field, Role::Aide) => $aide,
                      (Self::$field, Role::Partner) => $partner,
                      (Self::$field, Role::Admin) => $admin,)+
                }
            }
        }
    };
}

fields! {
    /// Phone numbers and e-mail of a person.
    PersonContact ["Person.phones", "Person.email"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Of which gender a person is, by which a small count could be found.
    PersonGender ["Person.gender"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Who in the caucus keeps up the relation with a stakeholder.
    StakeholderOwner ["Stakeholder.owner", "StakeholderFilter.ownerIds"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// How coordinators judge a stakeholder, and why they do not meet it for a time.
    StakeholderStanding ["Stakeholder.assessments", "Stakeholder.standingReason", "GapFilter.hasStandingReason"]
        { coordinator: true, member: false, aide: false, partner: false, admin: false },
    /// Whom we miss.
    Gaps ["Query.gaps"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// How often a stakeholder is to be met.
    StakeholderCadence [
        "Stakeholder.cadenceDays", "CoverageFigures.cadenceKept", "CoverageFigures.cadenceOverdue",
        "CoverageFigures.cadenceLongOverdue"
    ]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Who holds posts at a stakeholder.
    StakeholderPosts ["Stakeholder.posts", "Person.posts", "PersonFilter.stakeholderIds"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Since when somebody else holds the office that promised, and whether she said it again.
    Reconfirmation ["Commitment.inheritedOn", "Commitment.reconfirmBy", "Commitment.reconfirmedOn", "CommitmentFilter.awaitsReconfirmation"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Names of offices as they were written, matched or not yet.
    Unmatched ["MeetingStakeholder.text", "MeetingFilter.hasUnmatched"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Who recorded a thing, from whom she has it, and when she recorded a part of it.
    Provenance [
        "Meeting.recordedBy", "Meeting.recordedFor", "Meeting.confirmedAt", "Meeting.source",
        "Decision.recordedBy", "Decision.recordedFor", "Commitment.recordedBy",
        "Commitment.recordedFor", "FollowUpAction.recordedBy", "FollowUpAction.recordedFor",
        "CommitmentStep.recordedAt", "CommitmentStep.recordedBy", "Document.recordedBy",
        "Document.recordedFor", "Attachment.recordedBy", "Attachment.recordedFor"
    ] { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Counts of people so small that they could point to one.
    SmallCounts ["AttendeeGroup.headcount", "CoverageFigures.peopleMet", "CoverageFigures.headcount"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// Where a commitment stands as the caucus judges it, and how much of it was approved,
    /// budgeted, released and spent, until that is shared.
    JudgedStatus [
        "Commitment.status", "Commitment.steps", "Commitment.amounts", "Query.ledger",
        "CoverageFigures.commitmentsJudged", "CoverageFigures.amounts",
        "CommitmentFilter.statuses", "CommitmentFilter.isUnanswered",
        "CommitmentFilter.awaitsJudgement"
    ] { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// How far the log goes, at `/audit/head`.
    LogHead ["/audit/head"]
        { coordinator: true, member: false, aide: false, partner: false, admin: true },
    /// The log of what was done and refused.
    AuditLog ["Query.auditLog", "Query.auditEntry"]
        { coordinator: true, member: false, aide: false, partner: false, admin: true },
    /// What was done to a record, by whom and when.
    History ["Query.history"]
        { coordinator: true, member: true, aide: true, partner: false, admin: true },
    /// The address with which a user signs in.
    UserEmail ["User.email"]
        { coordinator: true, member: false, aide: false, partner: false, admin: true },
    /// What a partner was given to see, as her user says it.
    UserScope ["User.scope"]
        { coordinator: true, member: false, aide: false, partner: false, admin: true },
    /// The version of a user, which moves with her tokens too.
    UserVersion ["User.version"]
        { coordinator: true, member: false, aide: false, partner: false, admin: true },
    /// With which tokens programs act as users.
    Tokens ["Query.tokens", "Query.token"]
        { coordinator: false, member: false, aide: false, partner: false, admin: true },
    /// Who may act for a member, but for the member herself.
    ActingGrants ["Member.actedForBy"]
        { coordinator: true, member: false, aide: false, partner: false, admin: true },
}
