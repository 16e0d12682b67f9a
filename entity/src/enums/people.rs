//! What is said of people and members.

worded! {
    /// The two languages of the caucus, by their codes.
    Language { En, Ur, }

    /// How a person is counted in figures by gender.
    Gender { Woman, Man, Other, NotStated, }

    /// Whose telephone a number rings.
    PhoneKind { Own, Office, Assistant, Whatsapp, }

    /// How a member came into the assembly.
    Seat { General, ReservedWomen, ReservedMinority, }
}
