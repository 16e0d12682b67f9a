//! What is said of decisions, commitments and follow-up actions.

worded! {
    /// What a decision does.
    DecisionKind {
        Approval,
        Resolved,
        Agreement,
        Nomination,
        ConstitutesBody,
        Directive,
        Recommendation,
        Deferral,
    }

    /// How a decision was taken.
    DecisionManner { Unanimous, Consensus, Majority, }

    /// Who promised, or asked, whom.
    CommitmentDirection {
        AskedByCaucus,
        AskedOfCaucus,
        MadeToCaucus,
        MadeByCaucus,
        Mutual,
        BetweenOthers,
    }

    /// How far a follow-up action has come.
    FollowUpStatus { Open, InProgress, Done, Cancelled, }

    /// How much a follow-up action presses.
    Priority { Low, Normal, High, }
}
