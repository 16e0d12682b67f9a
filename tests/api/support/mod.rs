//! What every test starts from: a server of its own on a database of its own, and its callers.

pub mod answer;
pub mod app;
pub mod build;
pub mod caller;
pub mod database;
pub mod rows;

pub use app::App;
pub use database::Engine;

/// Makes, of each test, one on SQLite and one on PostgreSQL: `name::sqlite`, `name::postgres`.
macro_rules! both {
    ($($(#[$doc:meta])* async fn $name:ident($app:ident) $body:block)+) => {
        $($(#[$doc])*
        async fn $name($app: std::sync::Arc<$crate::support::App>) $body

        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::support::app::with($crate::support::Engine::Sqlite, super::$name).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::support::app::with($crate::support::Engine::Postgres, super::$name).await;
            }
        })+
    };
}
