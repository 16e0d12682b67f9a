//! What the log tells: the log itself to those who keep it, the history of a record, and the feed of
//! changes; each as far as the reader may see what it speaks of, field by field.

pub mod feed;
pub mod fold;
pub mod looked;
pub mod sight;
pub mod told;
