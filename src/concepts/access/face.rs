//! The viewer as the API shows her.
