//! What is said of meetings and of those who took part.

worded! {
    /// Who met whom.
    MeetingKind { Stakeholder, Internal, PublicEvent, }

    /// Whether a meeting is to come, took place, or did not.
    MeetingStatus {
        Scheduled,
        Held,
        /// Called off before its day.
        Cancelled,
        /// Its day passed and it did not take place.
        Missed,
    }

    /// How those present were together.
    MeetingMode { InPerson, Phone, Video, }

    /// How exactly the time of a meeting is known.
    TimePrecision { Instant, Day, Month, }

    /// What an attendee did at a meeting.
    AttendeeRole { Chair, Host, Speaker, Facilitator, MinuteTaker, DelegationLead, Participant, }

    /// Whether an attendee came.
    Attendance { Invited, Attended, Partly, Apologies, Absent, }

    /// Whether a head count is a count or a guess.
    HeadcountBasis { Counted, Estimated, }

    /// Where the knowledge of a meeting comes from.
    SourceKind { FirstHand, Told, Document, Press, }

    /// How someone told of a meeting.
    ToldChannel { Phone, Message, InPerson, }
}

impl Attendance {
    /// What is said of those who were there, for a part of it at least.
    pub const CAME: [Self; 2] = [Self::Attended, Self::Partly];
}
