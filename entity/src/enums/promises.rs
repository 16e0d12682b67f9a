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

    /// What sort of thing is asked for or promised.
    CommitmentKind {
        PsdpScheme,
        Fund,
        OfficeSpace,
        TechnicalAssistance,
        Policy,
        Legislation,
        StaffOrRunningCosts,
        Equipment,
        DataOrAccess,
        Venue,
        Coordination,
        Other,
    }

    /// Where a commitment stands.
    CommitmentStatus {
        Requested,
        UnderReview,
        Promised,
        PartlyFulfilled,
        Fulfilled,
        Declined,
        Expired,
        Withdrawn,
    }

    /// How far an amount of a commitment has come, from what was asked to what was spent.
    Rung { Asked, Said, Written, Approved, Budgeted, Authorised, Released, Spent, }

    /// A currency of which one hundredth is the smallest part.
    Currency { Pkr, Usd, Eur, Gbp, Aed, Sar, Cny, Cad, Aud, Chf, Nok, Sek, Dkk, }

    /// On which side of a commitment a stakeholder is.
    PartySide { Owes, Owed, }

    /// By whose word a commitment came to a status.
    StepBasis { Judged, Reported, }

    /// How far a follow-up action has come.
    FollowUpStatus { Open, InProgress, Done, Cancelled, }

    /// How much a follow-up action presses.
    Priority { Low, Normal, High, }
}
