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
}
