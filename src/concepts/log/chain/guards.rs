//! Whether the tables of the log still refuse to be changed.

use std::collections::HashSet;

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::concepts::log::chain::finding::{Finding, Kind};
use crate::kit::fault::Fault;

const ON_SQLITE: [&str; 11] = [
    "log_entry_no_update",
    "log_entry_no_delete",
    "log_link_no_update",
    "log_link_no_delete",
    "log_origin_no_update",
    "log_origin_no_delete",
    "log_private_no_delete",
    "log_change_no_update",
    "log_change_no_delete",
    "log_sight_no_update",
    "log_sight_no_delete",
];

const ON_POSTGRES: [&str; 7] = [
    "log_entry_only_added",
    "log_link_only_added",
    "log_origin_only_added",
    "log_private_only_added",
    "log_change_only_added",
    "log_sight_only_added",
    "log_entry_waits",
];

/// The guards that are not there, or are switched off.
pub(super) async fn missing<C: ConnectionTrait>(conn: &C) -> Result<Vec<Finding>, Fault> {
    let backend = conn.get_database_backend();
    let (wanted, ask) = match backend {
        DbBackend::Sqlite => (
            &ON_SQLITE[..],
            "SELECT name FROM sqlite_master WHERE type = 'trigger'
             AND (sql LIKE '%RAISE(ABORT, ''the log is only added to'')%')",
        ),
        _ => (
            &ON_POSTGRES[..],
            "SELECT tgname::text FROM pg_trigger WHERE tgenabled IN ('O', 'A')",
        ),
    };
    let rows = conn
        .query_all_raw(Statement::from_string(backend, ask))
        .await?;
    let there = rows.iter().map(|row| row.try_get_by_index(0));
    let there: HashSet<String> = there.collect::<Result<_, _>>()?;
    let missing = wanted.iter().filter(|name| !there.contains(**name));
    Ok(missing
        .map(|name| Finding {
            sequence: None,
            entry: None,
            kind: Kind::GuardMissing((*name).to_owned()),
        })
        .collect())
}
