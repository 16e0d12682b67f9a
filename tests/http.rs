//! The doors, over real HTTP: a server in this process on a free port, a SQLite file of its own.

#![expect(
    clippy::expect_used,
    reason = "a test that meets what it did not expect should stop"
)]

use std::net::SocketAddr;

use chrono::TimeDelta;
use entity::enums::{Language, Role};
use migration::{Migrator, MigratorTrait};
use rabta::app::App;
use rabta::cli::token;
use rabta::cli::user::{self, NewSignIn, Who};
use rabta::concepts::access::Scope;
use rabta::http;
use rabta::kit::clock::Clock;
use rabta::kit::db::Db;
use rabta::kit::secret::Keys;
use reqwest::header::{HeaderMap, SET_COOKIE};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

const EMAIL: &str = "saima@caucus.example";
const PASSWORD: &str = "correct horse battery staple";
const VIEWER: &str = r#"{"query": "{ viewer { email } }"}"#;
const RESPONSE_JSON: &str = "application/graphql-response+json";
const JSON: &str = "application/json";

/// A server with one user, and a client that never keeps a cookie by itself.
struct Server {
    address: SocketAddr,
    client: Client,
    app: App,
    _stop: oneshot::Sender<()>,
    _folder: tempfile::TempDir,
}

impl Server {
    async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::sqlite(&folder.path().join("rabta.db"))
            .await
            .expect("a database");
        Migrator::up(db.writer(), None).await.expect("the tables");
        let app = App::new(db, Keys::derive(&[7; 32]).expect("keys"));
        let saima = NewSignIn {
            email: EMAIL.to_owned(),
            password: PASSWORD.to_owned(),
            who: Who::New {
                en: Some("Saima".to_owned()),
                ur: None,
            },
            role: Role::Member,
            language: Language::En,
            scope: Scope::default(),
        };
        user::add(&app, saima).await.expect("a user");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = oneshot::channel();
        let serving = http::serve(listener, app.clone(), async {
            stopped.await.unwrap_or_default();
        });
        tokio::spawn(serving);
        let client = Client::builder().no_proxy().build().expect("a client");
        Self {
            address,
            client,
            app,
            _stop: stop,
            _folder: folder,
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("http://{}{path}", self.address))
    }

    fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    fn post(&self, path: &str, body: impl Into<reqwest::Body>) -> RequestBuilder {
        self.request(Method::POST, path)
            .header("content-type", JSON)
            .body(body)
    }

    fn graphql(&self, body: impl Into<reqwest::Body>) -> RequestBuilder {
        self.post("/graphql", body)
    }

    fn query(&self, query: &str) -> RequestBuilder {
        self.graphql(json!({ "query": query }).to_string())
    }

    /// Signs in and answers the cookie as a browser sends it back.
    async fn cookie(&self) -> String {
        let signed_in = send(self.post("/sign-in", credentials(PASSWORD))).await;
        let cookie = text(&signed_in.headers, SET_COOKIE.as_str());
        cookie.split(';').next().expect("a pair").to_owned()
    }
}

fn credentials(password: &str) -> String {
    json!({ "email": EMAIL, "password": password }).to_string()
}

/// An answer, read to its end.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// The code of the first error of GraphQL, or the code of a flat refusal.
    fn code(&self) -> String {
        let body = self.json();
        let code = body
            .pointer("/errors/0/extensions/code")
            .or(body.get("code"));
        code.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    fn email(&self) -> Value {
        self.json()
            .pointer("/data/viewer/email")
            .cloned()
            .unwrap_or_default()
    }
}

async fn send(request: RequestBuilder) -> Answer {
    let response: Response = request.send().await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    Answer {
        status,
        headers,
        body: response.text().await.expect("a body"),
    }
}

fn text(headers: &HeaderMap, name: &str) -> String {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

#[tokio::test]
async fn the_media_type_decides_what_a_status_means() {
    let server = Server::start().await;
    for (accept, query, status, kind) in [
        (None, "{ viewer { id } }", 200, RESPONSE_JSON),
        (Some("*/*"), "{ viewer { id } }", 200, RESPONSE_JSON),
        (Some(JSON), "{ viewer { id } }", 200, JSON),
        (Some(RESPONSE_JSON), "{ nothing }", 400, RESPONSE_JSON),
        (Some(JSON), "{ nothing }", 200, JSON),
        (Some(RESPONSE_JSON), "{", 400, RESPONSE_JSON),
        (Some(JSON), "{", 200, JSON),
        (
            Some(RESPONSE_JSON),
            "query A { viewer { id } } query B { viewer { id } }",
            400,
            RESPONSE_JSON,
        ),
        (
            Some(RESPONSE_JSON),
            "query ($a: Boolean!) { viewer { id @skip(if: $a) } }",
            400,
            RESPONSE_JSON,
        ),
    ] {
        let mut request = server.query(query);
        if let Some(accept) = accept {
            request = request.header("accept", accept);
        }

        let answer = send(request).await;

        assert_eq!(answer.status, status, "{accept:?} {query}");
        assert!(
            text(&answer.headers, "content-type").starts_with(kind),
            "{accept:?} {query}"
        );
        let is_run = query == "{ viewer { id } }";
        assert_eq!(
            answer.json().get("data").is_some(),
            is_run,
            "{}",
            answer.body
        );
        assert_eq!(answer.code(), if is_run { "" } else { "BAD_REQUEST" });
        assert!(!answer.body.contains("\\n"), "{}", answer.body);
    }
}

#[tokio::test]
async fn what_is_not_a_request_is_refused_by_its_status() {
    let server = Server::start().await;
    let plain = |kind: &str| {
        server
            .request(Method::POST, "/graphql")
            .header("content-type", kind)
    };
    for (request, status, code) in [
        (
            server.get("/graphql?query={viewer{id}}"),
            405,
            "METHOD_NOT_ALLOWED",
        ),
        (
            server.request(Method::PUT, "/graphql"),
            405,
            "METHOD_NOT_ALLOWED",
        ),
        (
            plain("text/plain").body(VIEWER),
            415,
            "UNSUPPORTED_MEDIA_TYPE",
        ),
        (
            plain("application/x-www-form-urlencoded").body("query=x"),
            415,
            "UNSUPPORTED_MEDIA_TYPE",
        ),
        (
            server.request(Method::POST, "/graphql").body(VIEWER),
            415,
            "UNSUPPORTED_MEDIA_TYPE",
        ),
        (
            server.graphql(VIEWER).header("content-encoding", "gzip"),
            415,
            "UNSUPPORTED_MEDIA_TYPE",
        ),
        (
            server.graphql(VIEWER).header("accept", "text/html"),
            406,
            "NOT_ACCEPTABLE",
        ),
        (
            server.graphql("x".repeat(1024 * 1024 + 1)),
            413,
            "PAYLOAD_TOO_LARGE",
        ),
        (server.graphql(""), 400, "BAD_REQUEST"),
        (server.graphql("{"), 400, "BAD_REQUEST"),
        (server.graphql(format!("[{VIEWER}]")), 400, "BAD_REQUEST"),
        (server.graphql("{}"), 400, "BAD_REQUEST"),
        (server.graphql(r#"{"query": 7}"#), 400, "BAD_REQUEST"),
        (
            server.graphql(r#"{"query": "{a}", "variables": []}"#),
            400,
            "BAD_REQUEST",
        ),
        (
            server.graphql(r#"{"query": "{a}", "query": "{b}"}"#),
            400,
            "BAD_REQUEST",
        ),
        (
            server.graphql(r#"{"query": "{a}", "variables": {"a": "\u0000"}}"#),
            400,
            "BAD_REQUEST",
        ),
        (
            server.graphql(r#"{"query": "{a}", "variables": {"a": "\ud800"}}"#),
            400,
            "BAD_REQUEST",
        ),
        (
            server.graphql(format!("{{\"query\": {}", "[".repeat(100_000))),
            400,
            "BAD_REQUEST",
        ),
    ] {
        let answer = send(request.header("x-request-id", "not-a-uuid")).await;

        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (status, code),
            "{}",
            answer.body
        );
        assert!(answer.json().get("data").is_none());
        let id = text(&answer.headers, "x-request-id");
        assert_eq!(
            answer.json().pointer("/errors/0/extensions/requestId"),
            Some(&json!(id))
        );
        assert_eq!(
            text(&answer.headers, "allow"),
            if status == 405 { "POST" } else { "" }
        );
    }
}

#[tokio::test]
async fn a_head_that_is_too_long_is_refused() {
    let server = Server::start().await;

    let answer = send(server.get("/livez").header("x-long", "x".repeat(100_000))).await;

    assert_eq!(answer.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
}

#[tokio::test]
async fn a_document_that_is_too_much_is_refused_at_once() {
    let server = Server::start().await;
    let bomb = (0..30).fold("{ ...f0 }".to_owned(), |text, turn| {
        format!(
            "{text} fragment f{turn} on Query {{ ...f{0} ...f{0} }}",
            turn + 1
        )
    });
    let aliases = (0..10_000).fold(String::new(), |text, turn| {
        format!("{text} a{turn}: viewer {{ id }}")
    });
    for (query, says) in [
        (
            format!("{bomb} fragment f30 on Query {{ viewer {{ id }} }}"),
            "at most",
        ),
        ("{ ...a } fragment a on Query { ...a }".to_owned(), "itself"),
        (format!("{{ {aliases} }}"), "at most"),
        (
            format!("{{ {} }}", "viewer { id } ".repeat(4_000)),
            "at most",
        ),
        (
            format!(
                "{{ viewer {{ id {} }} }}",
                "@skip(if: false) ".repeat(3_000)
            ),
            "at most",
        ),
        (format!("{{ viewer(x: {}", "[".repeat(10_000)), "at most"),
        (r#"{ viewer(x: "\ud800") { id } }"#.to_owned(), "U+D800"),
        (r#"{ viewer(x: "\u0000") { id } }"#.to_owned(), "U+0000"),
    ] {
        let began = std::time::Instant::now();

        let answer = send(server.query(&query)).await;

        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (400, "BAD_REQUEST")
        );
        assert!(answer.body.contains(says), "{}", answer.body);
        assert!(
            began.elapsed() < std::time::Duration::from_secs(2),
            "{}",
            answer.body
        );
    }
}

#[tokio::test]
async fn without_a_sign_in_there_is_nothing_but_a_null_viewer() {
    let server = Server::start().await;

    let read = send(server.graphql(VIEWER)).await;
    let add = r#"mutation { createTopic(input: { name: { en: "x" } }) { topic { id } } }"#;
    let write = send(server.query(add)).await;

    assert_eq!(read.json(), json!({ "data": { "viewer": null } }));
    assert_eq!(
        (write.status.as_u16(), write.code().as_str()),
        (200, "UNAUTHENTICATED")
    );
    assert_eq!(write.json().get("data"), Some(&Value::Null));
}

#[tokio::test]
async fn a_session_lasts_from_sign_in_to_sign_out() {
    let server = Server::start().await;

    let signed_in = send(server.post("/sign-in", credentials(PASSWORD))).await;
    let flags = text(&signed_in.headers, "set-cookie");
    let cookie = flags.split(';').next().expect("a pair").to_owned();
    let reads = || server.graphql(VIEWER).header("cookie", cookie.as_str());
    let during = send(reads()).await;
    let signed_out = send(
        server
            .post("/sign-out", "{}")
            .header("cookie", cookie.as_str()),
    )
    .await;
    let after = send(reads()).await;

    assert_eq!(
        (signed_in.status.as_u16(), signed_in.json()),
        (200, json!({ "role": "MEMBER" }))
    );
    assert!(
        flags.starts_with("__Host-rabta=")
            && flags.contains("; Path=/; Secure; HttpOnly; SameSite=Lax")
    );
    assert_eq!(during.email(), EMAIL);
    assert!(text(&during.headers, "set-cookie").is_empty());
    assert_eq!(signed_out.status, 204);
    assert!(text(&signed_out.headers, "set-cookie").contains("Max-Age=0"));
    assert_eq!((after.status.as_u16(), after.email()), (200, Value::Null));
    assert!(
        text(&after.headers, "set-cookie").contains("Max-Age=0"),
        "a dead cookie is taken back"
    );
}

#[tokio::test]
async fn signing_in_anew_ends_the_session_before() {
    let server = Server::start().await;
    let first = server.cookie().await;

    let again = server
        .post("/sign-in", credentials(PASSWORD))
        .header("cookie", first.as_str());
    assert_eq!(send(again).await.status, 200);
    let after = send(server.graphql(VIEWER).header("cookie", first.as_str())).await;

    assert_eq!(after.email(), Value::Null);
}

#[tokio::test]
async fn wrong_sign_ins_are_alike_and_then_must_wait() {
    let server = Server::start().await;
    let unknown = json!({ "email": "nobody@caucus.example", "password": PASSWORD }).to_string();

    for body in [
        credentials("wrong"),
        unknown,
        credentials(&"x".repeat(5_000)),
    ] {
        let answer = send(server.post("/sign-in", body)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (401, "INVALID_CREDENTIALS")
        );
        assert!(text(&answer.headers, "set-cookie").is_empty());
    }
    let mut last = send(server.post("/sign-in", credentials("wrong"))).await;
    for _ in 0..5 {
        last = send(server.post("/sign-in", credentials("wrong"))).await;
    }

    assert_eq!(
        (last.status.as_u16(), last.code().as_str()),
        (429, "TOO_MANY_ATTEMPTS")
    );
    let seconds = last
        .json()
        .get("seconds")
        .and_then(Value::as_i64)
        .expect("seconds");
    assert!(seconds >= 1 && text(&last.headers, "retry-after") == seconds.to_string());
}

#[tokio::test]
async fn another_sites_page_gets_nothing_done_with_a_cookie() {
    let server = Server::start().await;
    let cookie = server.cookie().await;
    let own = format!("http://{}", server.address);
    for (name, value, is_taken) in [
        ("origin", own.as_str(), true),
        ("sec-fetch-site", "same-origin", true),
        ("sec-fetch-site", "none", true),
        ("origin", "null", false),
        ("origin", "https://evil.example", false),
        ("origin", "http://127.0.0.1:1", false),
        ("sec-fetch-site", "cross-site", false),
        ("sec-fetch-site", "same-site", false),
    ] {
        let (allowed, refused) = (StatusCode::OK, StatusCode::FORBIDDEN);
        let status = if is_taken { allowed } else { refused };

        let read = server
            .graphql(VIEWER)
            .header("cookie", cookie.as_str())
            .header(name, value);
        assert_eq!(send(read).await.status, status, "{name}: {value}");
        let sign_in = server.post("/sign-in", "{}").header(name, value);
        let refusal = send(sign_in).await.status;
        assert_eq!(
            refusal == StatusCode::FORBIDDEN,
            !is_taken,
            "sign-in, {name}: {value}"
        );
    }
    for path in ["/sign-in", "/sign-out"] {
        let form = server
            .request(Method::POST, path)
            .header("content-type", "text/plain")
            .body("{}");
        assert_eq!(send(form).await.status, 415, "{path}");
        assert_eq!(send(server.get(path)).await.status, 405, "{path}");
    }
    let still = send(server.graphql(VIEWER).header("cookie", cookie.as_str())).await;
    assert_eq!(still.email(), EMAIL);
}

#[tokio::test]
async fn a_token_acts_for_its_user_and_all_bad_ones_are_refused_alike() {
    let server = Server::start().await;
    let secret = token::create(&server.app, EMAIL, "test", 1)
        .await
        .expect("a token");
    let two_days_ago = App {
        clock: Clock::standing(server.app.clock.now() - TimeDelta::days(2)),
        ..server.app.clone()
    };
    let ended = token::create(&two_days_ago, EMAIL, "test", 1)
        .await
        .expect("a token");
    let cookie = server.cookie().await;
    let with = |authorization: &str| {
        server
            .graphql(VIEWER)
            .header("authorization", authorization)
    };

    let good = send(with(&format!("Bearer {secret}"))).await;
    assert_eq!(good.email(), EMAIL);

    let mut alike = Vec::new();
    let cut: String = secret.chars().take(secret.len() - 1).collect();
    for bad in [
        cut,
        format!("{secret}x"),
        ended,
        "rabta_".to_owned(),
        "other".to_owned(),
        String::new(),
    ] {
        let id = "01890a5d-ac96-774b-bcce-b302099a8057";
        let answer = send(with(&format!("Bearer {bad}")).header("x-request-id", id)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (401, "UNAUTHENTICATED"),
            "{bad}"
        );
        assert_eq!(text(&answer.headers, "x-request-id"), id);
        alike.push(answer.body);
    }
    alike.dedup();
    assert_eq!(alike.len(), 1, "{alike:?}");
    assert_eq!(send(with("Basic c2FpbWE6eA==")).await.status, 401);

    for both in [
        with(&format!("Bearer {secret}")).header("cookie", cookie.as_str()),
        with(&format!("Bearer {secret}")).header("authorization", "Bearer rabta_x"),
    ] {
        let answer = send(both).await;
        assert_eq!(
            (answer.status.as_u16(), answer.code().as_str()),
            (400, "CREDENTIALS_CONFLICT")
        );
    }
    let odd = send(server.graphql(VIEWER).header("cookie", "__Host-rabta; =;;")).await;
    assert_eq!((odd.status.as_u16(), odd.email()), (200, Value::Null));
}

#[tokio::test]
async fn health_needs_no_sign_in_and_live_no_database() {
    let server = Server::start().await;
    for path in ["/health/live", "/livez", "/health/ready", "/readyz"] {
        assert_eq!(send(server.get(path)).await.status, 200, "{path}");
    }
    server.app.db.clone().close().await.expect("closed");
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;

    let ready = send(server.get("/readyz")).await;
    let live = send(server.get("/livez")).await;

    assert_eq!((ready.status.as_u16(), live.status.as_u16()), (503, 200));
    assert_eq!(
        ready.json(),
        json!({ "status": "unavailable", "database": "does not answer" })
    );
    let asked = send(
        server
            .graphql(VIEWER)
            .header("authorization", "Bearer rabta_x"),
    )
    .await;
    assert_eq!(
        (asked.status.as_u16(), asked.code().as_str()),
        (503, "UNAVAILABLE")
    );
}

#[tokio::test]
async fn pages_bear_the_policy_and_files_that_are_missing_are_missing() {
    let server = Server::start().await;
    for (path, status, kind) in [
        ("/", 200, "text/html"),
        ("/meetings/of-june", 200, "text/html"),
        ("/graphiql", 200, "text/html"),
        ("/graphiql/page.js", 200, "text/javascript"),
        ("/graphiql/page.css", 200, "text/css"),
        ("/assets/none.js", 404, "text/plain"),
        ("/..%2f..%2fCargo.toml", 404, "text/plain"),
        ("/livez", 200, JSON),
    ] {
        let answer = send(server.get(path)).await;

        assert_eq!(answer.status, status, "{path}");
        assert!(
            text(&answer.headers, "content-type").starts_with(kind),
            "{path}"
        );
        let policy = text(&answer.headers, "content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';"),
            "{path}"
        );
        assert!(policy.contains("worker-src 'self';"), "{path}");
        assert_eq!(
            text(&answer.headers, "x-content-type-options"),
            "nosniff",
            "{path}"
        );
        assert_eq!(
            text(&answer.headers, "referrer-policy"),
            "no-referrer",
            "{path}"
        );
        let keeps = text(&answer.headers, "cache-control");
        assert!(
            matches!(keeps.as_str(), "no-cache" | "no-store"),
            "{path} {keeps}"
        );
    }
    assert_eq!(send(server.post("/meetings", "{}")).await.status, 405);
}
