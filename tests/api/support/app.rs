//! The server under test, on real HTTP, with a clock that stands and ids from a seed.

use std::net::SocketAddr;
use std::panic;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use rabta::app::App as Server;
use rabta::concepts::records::recheck::altered;
use rabta::http;
use rabta::kit::clock::Clock;
use rabta::kit::hole::{self, Hole};
use rabta::kit::ids::Ids;
use rabta::kit::secret::Keys;
use tokio::net::TcpListener;
use tokio::sync::{OnceCell, oneshot};

use crate::support::caller::Caller;
use crate::support::database::{self, Engine};

/// The moment at which every test begins: noon of 15 January 2026 in Quetta.
pub const START: &str = "2026-01-15T07:00:00Z";

/// A server with a database of its own.
pub struct App {
    pub server: Server,
    pub address: SocketAddr,
    pub client: reqwest::Client,
    pub(super) desk: OnceCell<Caller>,
    heard: Arc<Mutex<Vec<String>>>,
}

/// Runs a test on a database of its own, which is cleared away however the test ends.
pub async fn with<Body>(engine: Engine, body: impl FnOnce(Arc<App>) -> Body)
where
    Body: Future<Output = ()> + Send + 'static,
{
    make_hole();
    let (mut db, place) = database::make(engine).await;
    let heard = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&heard);
    db.on_statement(move |info| notes.lock().unwrap().push(info.statement.to_string()));
    let server = Server {
        clock: Clock::standing(START.parse().unwrap()),
        ids: Ids::seeded(1),
        ..Server::new(db, Keys::derive(&[7; 32]).unwrap())
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(http::serve(listener, server.clone(), async {
        stopped.await.unwrap_or_default();
    }));
    let app = Arc::new(App {
        server,
        address,
        client: reqwest::Client::builder().no_proxy().build().unwrap(),
        desk: OnceCell::new(),
        heard,
    });

    let db = app.server.db.clone();
    let ended = tokio::spawn(body(app)).await;
    // Whatever a test did, every record is afterwards what the log says of it.
    let altered = altered(db.reader()).await;

    drop(stop);
    serving.abort();
    db.close().await.unwrap();
    database::clear(place).await;
    if let Err(error) = ended {
        panic::resume_unwind(error.into_panic());
    }
    assert_eq!(altered.unwrap(), [], "not as the log says");
}

/// The name of the variable that has a hole made in the rules before anything is asked.
pub const HOLE: &str = "RABTA_TEST_HOLE";

#[expect(
    clippy::disallowed_methods,
    reason = "the test that starts this process says it by the environment"
)]
fn make_hole() {
    let Ok(named) = std::env::var(HOLE) else {
        return;
    };
    let hole = match named.as_str() {
        "facts" => Hole::Facts,
        "words" => Hole::Words,
        "scope" => Hole::Scope,
        "page first" => Hole::PageFirst,
        "count all" => Hole::CountAll,
        _ => panic!("{HOLE} names no hole: {named}"),
    };
    hole::make(hole).unwrap();
}

impl App {
    /// Moves the clock to a moment, such as `2026-02-01T07:00:00Z`.
    pub fn set_time(&self, to: &str) {
        self.server.clock.set(to.parse::<DateTime<Utc>>().unwrap());
    }

    /// Begins the series of ids anew at a far place, the same on every server, however many it gave.
    pub fn draw_anew(&self) {
        if let Ids::Seeded { drawn, .. } = &self.server.ids {
            drawn.store(1_000_000, Ordering::SeqCst);
        }
    }

    /// The statements that ran since this was last asked, sign-ins and transactions apart.
    pub fn statements(&self) -> Vec<String> {
        std::mem::take(&mut *self.heard.lock().unwrap())
    }
}
