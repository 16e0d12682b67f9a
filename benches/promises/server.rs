//! The server, in this process, on a port of its own.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Result;
use entity::enums::{Language, Role};
use rabta::app::App;
use rabta::cli::user::{NewSignIn, Who, new_password};
use rabta::cli::{token, user};
use rabta::concepts::access::Scope;
use rabta::http;
use tokio::net::TcpListener;

use crate::args::Args;
use crate::client::Client;
use crate::table::print_statements;
use crate::world::World;

/// How many requests go before the one whose statements are counted.
const WARM_UPS: u32 = 20;

/// How many members have a token.
const MEMBERS: usize = 8;

/// A statement as it was sent, and how long it took.
pub type Heard = (String, Duration);

/// A running server, and the same once more with an ear on its statements.
pub struct Server {
    /// Where it answers.
    pub address: SocketAddr,
    /// A coordinator's token.
    pub coordinator: String,
    /// The tokens of some members, of whom the first sees all that is new.
    pub members: Vec<String>,
    with_ear: SocketAddr,
    heard: Arc<Mutex<Vec<Heard>>>,
}

impl Server {
    /// Makes its users and starts it.
    pub async fn start(app: &App, world: &World) -> Result<Self> {
        let someone = Who::New {
            en: Some("Coordinator".to_owned()),
            ur: None,
        };
        let coordinator = login(app, Role::Coordinator, "coordinator", someone).await?;
        let mut members = Vec::new();
        for (_, person) in world.members.iter().take(MEMBERS) {
            let email = format!("member{}", members.len());
            members.push(login(app, Role::Member, &email, Who::Known(*person)).await?);
        }
        let heard: Arc<Mutex<Vec<Heard>>> = Arc::default();
        let mut listened = app.clone();
        let ear = Arc::clone(&heard);
        listened.db.on_statement(move |info| {
            let mut heard = ear.lock().unwrap_or_else(PoisonError::into_inner);
            heard.push((info.statement.sql.clone(), info.elapsed));
        });
        Ok(Self {
            address: serve(app.clone()).await?,
            with_ear: serve(listened).await?,
            coordinator,
            members,
            heard,
        })
    }

    /// How many statements a request sends, begin and commit aside.
    pub async fn statements(
        &self,
        args: &Args,
        title: &str,
        request: impl Fn() -> Vec<u8>,
    ) -> Result<usize> {
        let mut client = Client::connect(self.with_ear).await?;
        // The first times statements are prepared too, by one connection or another.
        for _ in 0..WARM_UPS {
            client.send(&request()).await?;
        }
        self.take();
        client.send(&request()).await?;
        let heard = self.take();
        if args.statements {
            print_statements(title, &heard);
        }
        Ok(heard.len())
    }

    fn take(&self) -> Vec<Heard> {
        std::mem::take(&mut *self.heard.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn serve(app: App) -> Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(http::serve(listener, app, std::future::pending()));
    Ok(address)
}

async fn login(app: &App, role: Role, name: &str, who: Who) -> Result<String> {
    let email = format!("{name}@promises.example");
    let new = NewSignIn {
        email: email.clone(),
        password: new_password(),
        who,
        role,
        language: Language::En,
        scope: Scope::default(),
    };
    user::add(app, new).await?;
    token::create(app, &email, "promises", 1).await
}
