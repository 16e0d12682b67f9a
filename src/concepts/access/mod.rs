//! Who asks, and what she may see and do.
//!
//! A request is turned into a [`Viewer`] once. Reads start from [`visible`], which answers what
//! she may see as a part of an SQL statement; a write takes an [`Allowed`], which only
//! [`allow`] and [`allow_on`] make, from the one table in [`policy`].

pub mod acting;
pub mod context;
pub mod face;
pub mod password;
pub mod policy;
pub mod sessions;
pub mod throttle;
pub mod tokens;
pub mod users;
pub mod viewer;
pub mod visible;
pub mod words;

pub use context::CtxExt;
pub use policy::{Act, Allowed, Field, allow, allow_on, may_filter, may_read};
pub use viewer::{Scope, Viewer};
pub use visible::visible;
