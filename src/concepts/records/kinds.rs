//! From the kind of a record to the table on which it stands.

/// Does the same with the rows of whatever kind a record is: `$Row` stands for their type in
/// `$with`, and `$without` is for kinds that are no records.
macro_rules! of_kind {
    ($kind:expr, $Row:ident => $with:expr, _ => $without:expr) => {{
        use $crate::kit::graphql::id::Kind;
        macro_rules! with {
            ($table:ident) => {{
                type $Row = entity::$table::Model;
                $with
            }};
        }
        match $kind {
            Kind::Topic => with!(topic),
            Kind::Person => with!(person),
            Kind::Member => with!(member),
            Kind::Stakeholder => with!(stakeholder),
            Kind::Assessment => with!(assessment),
            Kind::Programme => with!(programme),
            Kind::Engagement => with!(engagement),
            Kind::Meeting => with!(meeting),
            Kind::Decision => with!(decision),
            Kind::Document => with!(document),
            Kind::Attachment => with!(attachment),
            Kind::Commitment => with!(commitment),
            Kind::FollowUpAction => with!(follow_up_action),
            Kind::TargetList => with!(target_list),
            Kind::District
            | Kind::Division
            | Kind::Post
            | Kind::Part
            | Kind::User
            | Kind::Token
            | Kind::Entry => $without,
        }
    }};
}

pub(crate) use of_kind;
