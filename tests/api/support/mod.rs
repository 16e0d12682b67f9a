//! What every test starts from: a server of its own on a database of its own, and its callers.

pub mod answer;
pub mod app;
pub mod build;
pub mod caller;
pub mod database;
pub mod rows;

pub use app::App;
pub use database::Engine;

/// Makes, of each test named, one on SQLite and one on PostgreSQL: `name::sqlite`,
/// `name::postgres`. A test that is not named is never called, which the compiler says.
macro_rules! both {
    ($($name:ident)+) => {
        $(mod $name {
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
