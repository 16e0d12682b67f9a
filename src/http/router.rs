//! Every route, in one chain.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, map_request, map_response};
use axum::routing::{get, post};
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::App;
use crate::http::limits::{BODY, FILE, SIGN_IN_BODY};
use crate::http::{
    Site, assets, attachments, audit, graphiql, graphql, headers, health, linger, refusal, session,
    trace,
};

/// The server as a service.
pub fn router(app: App) -> Router {
    Router::new()
        .route(
            "/graphql",
            post(graphql::answer).fallback(graphql::only_post),
        )
        .route("/graphiql", get(graphiql::page))
        .route("/graphiql/page.js", get(graphiql::script))
        .route("/graphiql/page.css", get(graphiql::style))
        .route(
            "/sign-in",
            post(session::sign_in).layer(DefaultBodyLimit::max(SIGN_IN_BODY)),
        )
        .route(
            "/sign-out",
            post(session::sign_out).layer(DefaultBodyLimit::max(SIGN_IN_BODY)),
        )
        .route(
            "/attachments",
            post(attachments::take).layer(DefaultBodyLimit::max(FILE)),
        )
        .route("/attachments/{id}", get(attachments::give))
        .route("/audit/head", get(audit::head))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/livez", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/", get(assets::index))
        .fallback(assets::file)
        .layer(DefaultBodyLimit::max(BODY))
        .layer(CatchPanicLayer::custom(refusal::of_panic))
        .layer(map_request(async |request| linger::let_come(request)))
        .layer(map_response(headers::add))
        .layer(from_fn(trace::follow))
        .with_state(Site::new(app))
}
