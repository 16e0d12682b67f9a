//! What is said of stakeholders.

worded! {
    /// What sort of body a stakeholder is.
    StakeholderCategory {
        PoliticalParty,
        /// The Election Commission of Pakistan.
        Ecp,
        /// The National Database and Registration Authority.
        Nadra,
        /// A civil-society organisation.
        Cso,
        Academia,
        LocalGovernment,
        Legislature,
        ProvincialGovernment,
        FederalGovernment,
        Commission,
        Justice,
        ReligiousBody,
        Business,
        DevelopmentPartner,
        Media,
        Other,
    }

    /// Where a stakeholder stands towards what the caucus wants.
    Stance { Champion, Supportive, Neutral, Critical, Opposed, }

    /// Why a stakeholder need not be met for a time.
    StandingReasonKind {
        NotNeeded,
        Refused,
        AwaitingReply,
    }
}
