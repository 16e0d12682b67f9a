//! The lists of values as the API shows them, each value with its meaning. The tables keep the
//! same words; see `entity::enums`. More values may come, so clients keep a default.

use async_graphql::Enum;

macro_rules! shown {
    ($($(#[$doc:meta])* $name:ident { $($(#[$meaning:meta])* $value:ident,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$meaning])* $value,)+ }

        impl From<$name> for entity::enums::$name {
            fn from(shown: $name) -> Self {
                match shown { $($name::$value => Self::$value,)+ }
            }
        }

        impl From<entity::enums::$name> for $name {
            fn from(kept: entity::enums::$name) -> Self {
                match kept { $(entity::enums::$name::$value => Self::$value,)+ }
            }
        }
    )+};
}

shown! {
    /// Who may see a thing.
    Audience {
        /// The caucus, and partners in whose scope it is.
        Partners,
        /// All members of the caucus.
        Caucus,
        /// The people of the record, and coordinators.
        Present,
    }

    /// The language of a text or a person.
    Language {
        /// English.
        En,
        /// Urdu.
        Ur,
    }

    /// What a user may do, in short.
    Role {
        /// Keeps the record: sees all records and words.
        Coordinator,
        /// A caucus member: sees the facts for the caucus, and the words of what she is part of.
        Member,
        /// Writes for a member who lets him: does what she may, and has nothing of his own.
        Aide,
        /// A donor or another caucus: reads what is for partners and in scope.
        Partner,
        /// Gives and takes access; never sees words.
        Admin,
    }

    /// Whether a user may sign in.
    UserState {
        /// She may.
        Active,
        /// An administrator gave her access, and no coordinator has let her in yet.
        Waiting,
        /// An administrator keeps her out.
        Disabled,
    }

    /// A person's gender.
    Gender {
        /// A woman.
        Woman,
        /// A man.
        Man,
        /// Another gender.
        Other,
        /// Not known or not told.
        NotStated,
    }

    /// Whose a phone number is.
    PhoneKind {
        /// Her own.
        Own,
        /// The office's.
        Office,
        /// An assistant's.
        Assistant,
        /// For WhatsApp.
        Whatsapp,
    }

    /// What sort of office or organisation a stakeholder is.
    StakeholderCategory {
        /// A political party.
        PoliticalParty,
        /// The Election Commission of Pakistan and its offices.
        Ecp,
        /// The National Database and Registration Authority and its offices.
        Nadra,
        /// A civil society organisation, or several together.
        Cso,
        /// A university, a college, a research body.
        Academia,
        /// A local council or a district administration.
        LocalGovernment,
        /// An assembly, its officers and committees.
        Legislature,
        /// A department or office of the province.
        ProvincialGovernment,
        /// A ministry or office of the federation.
        FederalGovernment,
        /// A statutory commission.
        Commission,
        /// A court, the police, a prosecutor.
        Justice,
        /// A religious body.
        ReligiousBody,
        /// A business or its chamber.
        Business,
        /// A donor or an agency of the United Nations.
        DevelopmentPartner,
        /// Press, radio, television.
        Media,
        /// None of these.
        Other,
    }

    /// Where a stakeholder stands towards what the caucus wants.
    Stance {
        /// Works for it with others.
        Champion,
        /// Is for it.
        Supportive,
        /// Is neither for it nor against it, or has not said.
        Neutral,
        /// Has doubts or conditions.
        Critical,
        /// Is against it.
        Opposed,
    }

    /// Why a stakeholder need not be met for a time.
    StandingReasonKind {
        /// There is nothing to meet about.
        NotNeeded,
        /// They do not want to meet.
        Refused,
        /// They were asked and have not answered.
        AwaitingReply,
    }

    /// The kind of seat in the assembly.
    Seat {
        /// A general seat, won in a constituency.
        General,
        /// A seat reserved for women.
        ReservedWomen,
        /// A seat reserved for minorities.
        ReservedMinority,
    }

    /// How far a line of work has come.
    EngagementStage {
        /// It has not begun.
        Planned,
        /// Work is under way.
        Active,
        /// It rests for now.
        OnHold,
        /// It is over.
        Concluded,
    }

    /// What sort of paper a document is.
    DocumentKind {
        /// A letter that came in.
        LetterIn,
        /// A letter that went out.
        LetterOut,
        /// A memorandum of understanding.
        Mou,
        /// What several said together.
        Communique,
        /// What a body gave itself as its rules or aims.
        Charter,
        /// A report.
        Report,
    }

    /// What sort of file it is, by its content.
    FileKind {
        /// A PDF.
        Pdf,
        /// A photo or picture, as JPEG.
        Jpeg,
        /// A picture, as PNG.
        Png,
        /// A picture, as WebP.
        Webp,
        /// A text of a word processor, as Office Open XML.
        Docx,
        /// A spreadsheet, as Office Open XML.
        Xlsx,
        /// A text of a word processor, as Open Document.
        Odt,
        /// Plain text in UTF-8.
        Text,
    }

    /// What sort of meeting it is.
    MeetingKind {
        /// With one or more offices or organisations.
        Stakeholder,
        /// Of the caucus or one of its bodies.
        Internal,
        /// An event open to many.
        PublicEvent,
    }

    /// Whether a meeting took place.
    MeetingStatus {
        /// It is to come, or its day has passed and nobody said what became of it.
        Scheduled,
        /// It took place.
        Held,
        /// It was called off.
        Cancelled,
        /// The other side did not come.
        Missed,
    }

    /// How they met.
    MeetingMode {
        /// In one place.
        InPerson,
        /// By phone.
        Phone,
        /// By video.
        Video,
    }

    /// How precisely a time is known.
    TimePrecision {
        /// To the minute.
        Instant,
        /// To the day.
        Day,
        /// To the month.
        Month,
    }

    /// In what capacity somebody took part that day.
    Capacity {
        /// As a caucus member.
        Member,
        /// For a stakeholder.
        Stakeholder,
        /// As staff of the caucus.
        Staff,
        /// For herself.
        #[graphql(name = "SELF")]
        Oneself,
    }

    /// What somebody did in a meeting.
    AttendeeRole {
        /// Chaired it.
        Chair,
        /// Hosted it.
        Host,
        /// Spoke.
        Speaker,
        /// Facilitated it.
        Facilitator,
        /// Wrote the minutes.
        MinuteTaker,
        /// Led a delegation.
        DelegationLead,
        /// Took part.
        Participant,
    }

    /// Whether somebody came.
    Attendance {
        /// Was invited; what came of it is not known.
        Invited,
        /// Was there.
        Attended,
        /// Was there for a part.
        Partly,
        /// Sent apologies.
        Apologies,
        /// Did not come.
        Absent,
    }

    /// How a headcount was made.
    HeadcountBasis {
        /// Counted.
        Counted,
        /// Estimated.
        Estimated,
    }

    /// How the one who recorded something knows it.
    SourceKind {
        /// She was there.
        FirstHand,
        /// Somebody told her.
        Told,
        /// A document says so.
        Document,
        /// The press reported it.
        Press,
    }

    /// By what way something was told.
    ToldChannel {
        /// By phone.
        Phone,
        /// By message.
        Message,
        /// Face to face.
        InPerson,
    }

    /// What sort of decision it is.
    DecisionKind {
        /// Something was approved.
        Approval,
        /// Something was resolved.
        Resolved,
        /// Something was agreed with others.
        Agreement,
        /// Somebody was nominated.
        Nomination,
        /// A body was set up.
        ConstitutesBody,
        /// Somebody was told to do something.
        Directive,
        /// Something was recommended.
        Recommendation,
        /// The matter was put off.
        Deferral,
    }

    /// How a decision was taken.
    DecisionManner {
        /// By all, each voting for it.
        Unanimous,
        /// Without a vote, nobody objecting.
        Consensus,
        /// By a majority.
        Majority,
    }

    /// Who asks or promises whom.
    CommitmentDirection {
        /// The caucus asks for something.
        AskedByCaucus,
        /// Something is asked of the caucus.
        AskedOfCaucus,
        /// Somebody promises something to the caucus.
        MadeToCaucus,
        /// The caucus promises something.
        MadeByCaucus,
        /// Both sides promise.
        Mutual,
        /// Others promise each other something that concerns the caucus.
        BetweenOthers,
    }

    /// What sort of thing is asked for or promised.
    CommitmentKind {
        /// A scheme of the Public Sector Development Programme.
        PsdpScheme,
        /// A fund or an endowment.
        Fund,
        /// Rooms to work in.
        OfficeSpace,
        /// Advice, training, design and the like.
        TechnicalAssistance,
        /// A policy or a notification.
        Policy,
        /// A law or a change of one.
        Legislation,
        /// Staff, or money to keep something running.
        StaffOrRunningCosts,
        /// Equipment.
        Equipment,
        /// Data, or access to it.
        DataOrAccess,
        /// A place for an event.
        Venue,
        /// That they coordinate or meet.
        Coordination,
        /// None of these.
        Other,
    }

    /// Where an ask or a promise stands.
    CommitmentStatus {
        /// It was asked for.
        Requested,
        /// They look into it.
        UnderReview,
        /// It was promised.
        Promised,
        /// A part of it was done.
        PartlyFulfilled,
        /// It was done.
        Fulfilled,
        /// They said no.
        Declined,
        /// Its time ran out.
        Expired,
        /// Who asked or promised took it back.
        Withdrawn,
    }

    /// How far an amount has come, from what was asked to what was spent. Rungs are never added to
    /// each other.
    Rung {
        /// The caucus or another asked for it.
        Asked,
        /// It was said.
        Said,
        /// It was written in a letter or a minute.
        Written,
        /// It was approved (PC-I).
        Approved,
        /// It stands in the budget, with its number in the PSDP book.
        Budgeted,
        /// It may be spent.
        Authorised,
        /// It was released.
        Released,
        /// It was spent.
        Spent,
    }

    /// A currency.
    Currency {
        /// Pakistani rupee.
        Pkr,
        /// United States dollar.
        Usd,
        /// Euro.
        Eur,
        /// Pound sterling.
        Gbp,
        /// UAE dirham.
        Aed,
        /// Saudi riyal.
        Sar,
        /// Renminbi.
        Cny,
        /// Canadian dollar.
        Cad,
        /// Australian dollar.
        Aud,
        /// Swiss franc.
        Chf,
        /// Norwegian krone.
        Nok,
        /// Swedish krona.
        Sek,
        /// Danish krone.
        Dkk,
    }

    /// By whose word a commitment came to where it stands.
    StepBasis {
        /// As the caucus judges it by evidence.
        Judged,
        /// As who owes it says.
        Reported,
    }

    /// How far a task has come.
    FollowUpStatus {
        /// Nobody has begun.
        Open,
        /// Somebody works on it.
        InProgress,
        /// It is done.
        Done,
        /// It is not needed any more.
        Cancelled,
    }

    /// How much a task presses.
    Priority {
        /// It can wait.
        Low,
        /// As usual.
        Normal,
        /// Before others.
        High,
    }
}

/// Why something that could be there is not.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceReason {
    /// Nobody recorded it.
    NotCollected,
    /// It is not for you, whether or not there is something.
    NotShared,
    /// It is withheld because so small a number could point to a person.
    Suppressed,
    /// Who wrote it withdrew it.
    Withdrawn,
}

impl AbsenceReason {
    /// Why words are not there: of what a viewer does not read it is not said whether it is there.
    #[must_use]
    pub fn of(reads: bool, is_there: bool) -> Option<Self> {
        match (reads, is_there) {
            (false, _) => Some(Self::NotShared),
            (true, false) => Some(Self::NotCollected),
            (true, true) => None,
        }
    }
}

/// Which way a list runs.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum OrderDirection {
    /// The least first.
    #[default]
    Asc,
    /// The greatest first.
    Desc,
}
