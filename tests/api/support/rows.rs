//! What lies in the tables, to tell whether anything changed.

use std::collections::BTreeMap;
use std::time::Duration;

use rabta::concepts::log::chain::seal;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::app::App;

/// All rows of all tables, as text, sorted.
pub type Rows = BTreeMap<String, Vec<String>>;

impl App {
    /// Waits until every entry of the log has its link. On PostgreSQL the writes of other tests,
    /// whatever their database, can hold that up.
    pub async fn sealed(&self) {
        loop {
            seal(&self.server).await.unwrap();
            if self.number("SELECT count(*) FROM log_waiting").await == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// All rows of all tables, once the log is sealed.
    pub async fn rows(&self) -> Rows {
        self.sealed().await;
        let mut rows = Rows::new();
        for (table, columns) in self.columns().await {
            let row = match self.backend() {
                DbBackend::Sqlite => columns
                    .iter()
                    .map(|column| format!("'{column}=' || quote(\"{column}\")"))
                    .collect::<Vec<_>>()
                    .join(" || ' ' || "),
                _ => "to_jsonb(t)::text".to_owned(),
            };
            let found = self
                .texts(&format!("SELECT {row} FROM \"{table}\" t"))
                .await;
            rows.insert(table, found);
        }
        rows
    }

    /// What lies in all tables but the log's, a text for each.
    pub async fn digest(&self) -> Vec<String> {
        self.texts(&self.digest_statement().await).await
    }

    /// The one statement that answers it.
    pub async fn digest_statement(&self) -> String {
        let columns = self.columns().await.into_iter();
        let tables = columns.filter(|(table, _)| !table.starts_with("log_"));
        let each = tables.map(|(table, columns)| match self.backend() {
            DbBackend::Sqlite => {
                let row = columns.iter().map(|column| format!("quote(\"{column}\")"));
                let row = row.collect::<Vec<_>>().join(" || ',' || ");
                format!(
                    "SELECT '{table}: ' || coalesce(group_concat({row}, ';'), '') FROM \"{table}\""
                )
            }
            _ => format!(
                "SELECT '{table}: ' || coalesce(md5(string_agg(t::text, ';' ORDER BY t::text)), '')
                 FROM \"{table}\" t"
            ),
        });
        each.collect::<Vec<_>>().join(" UNION ALL ")
    }

    /// The tables with their columns.
    pub async fn columns(&self) -> BTreeMap<String, Vec<String>> {
        let statement = match self.backend() {
            DbBackend::Sqlite => {
                "SELECT t.name || ' ' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
                 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
            }
            _ => {
                "SELECT table_name || ' ' || column_name FROM information_schema.columns
                 WHERE table_schema = 'public'"
            }
        };
        let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in self.texts(statement).await {
            let (table, column) = pair.split_once(' ').unwrap();
            tables
                .entry(table.to_owned())
                .or_default()
                .push(column.to_owned());
        }
        tables
    }

    /// The number that a statement answers.
    pub async fn number(&self, statement: &str) -> i64 {
        let conn = self.server.db.reader();
        let statement = Statement::from_string(self.backend(), statement);
        let row = conn.query_one_raw(statement).await.unwrap().unwrap();
        row.try_get_by_index(0).unwrap()
    }

    /// The texts that a statement answers, sorted.
    pub async fn texts(&self, statement: &str) -> Vec<String> {
        let conn = self.server.db.reader();
        let statement = Statement::from_string(self.backend(), statement);
        let rows = conn.query_all_raw(statement).await.unwrap();
        let mut texts: Vec<String> = rows
            .iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect();
        texts.sort_unstable();
        texts
    }

    /// Runs a statement as nobody's act.
    pub async fn execute(&self, statement: &str) {
        let conn = self.server.db.writer();
        conn.execute_unprepared(statement).await.unwrap();
    }

    pub fn backend(&self) -> DbBackend {
        self.server.db.reader().get_database_backend()
    }
}

/// The names of the tables that differ. By what entries of the log are found goes with them.
pub fn changed(before: &Rows, after: &Rows) -> Vec<String> {
    let differs =
        |table: &&String| *table != "log_change" && before.get(*table) != after.get(*table);
    after.keys().filter(differs).cloned().collect()
}
