//! The doors of the server: what comes in over HTTP, and what goes out.
//!
//! [`router`] has every route in one chain. A request passes the request id and its span, the
//! headers that every answer bears, the net for panics, and then its handler; handlers refuse by
//! a [`refusal::Refusal`].

pub mod assets;
pub mod attachments;
pub mod audit;
pub mod credentials;
pub mod graphiql;
pub mod graphql;
pub mod headers;
pub mod health;
pub mod json;
pub mod limits;
pub mod linger;
pub mod origin;
pub mod refusal;
pub mod router;
pub mod serve;
pub mod session;
pub mod trace;

use std::sync::Arc;

use crate::app::App;
use crate::schema::{self, Schema};

pub use router::router;
pub use serve::serve;

/// What every handler has at hand.
#[derive(Clone)]
pub struct Site {
    /// The server.
    pub app: App,
    /// Its schema.
    pub schema: Schema,
    /// What was last found out about the database.
    pub readiness: Arc<health::Readiness>,
}

impl Site {
    /// The site of a server.
    #[must_use]
    pub fn new(app: App) -> Self {
        Self {
            schema: schema::build(app.clone()),
            app,
            readiness: Arc::default(),
        }
    }
}
