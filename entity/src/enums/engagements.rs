//! What is said of engagements.

worded! {
    /// How far a line of work has come.
    EngagementStage { Planned, Active, OnHold, Concluded, }
}
