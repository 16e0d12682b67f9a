//! Payloads: the record as it now is, or what was wrong with the input.

/// Declares the payload of a mutation: its type, the field of the record, the record's object.
macro_rules! payload {
    ($(#[$doc:meta])* $name:ident { $(#[$field_doc:meta])* $field:ident: $object:ty }) => {
        $(#[$doc])*
        #[derive(async_graphql::SimpleObject)]
        pub struct $name {
            $(#[$field_doc])*
            pub $field: Option<$object>,
            /// What was wrong with the input; empty when it took effect. Nothing is half done:
            /// with an error here nothing was changed.
            pub user_errors: Vec<$crate::kit::user_error::UserError>,
        }

        impl $crate::concepts::log::act::Payload for $name {
            type Record = $object;

            fn new(
                record: Option<$object>,
                user_errors: Vec<$crate::kit::user_error::UserError>,
            ) -> Self {
                Self { $field: record, user_errors }
            }
        }
    };
}
pub(crate) use payload;
