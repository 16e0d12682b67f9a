//! What all records share: the fields of every one, references between them, lists of them,
//! taking them out of the lists and putting them back.

pub mod archive;
mod carry;
pub mod confirm;
mod each;
pub mod face;
pub mod found;
pub mod kinds;
pub mod links;
pub mod list;
pub mod narrow;
pub mod order;
pub mod read;
pub mod recheck;
pub mod references;
pub mod version;
pub mod withdraw;

pub use carry::carry_audience;
pub use face::Head;
pub(crate) use found::found;
pub use found::{Found, one, seen, seen_all};
pub use list::{list, list_of, list_with};
pub use narrow::{each_word, is_archived, matches, seen_ids};
pub use references::{References, seen_among};
pub use version::expect_version;
