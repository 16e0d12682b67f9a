//! The meetings of a year by kind of office and district, in one statement that makes the whole
//! answer.

use axum::extract::State;
use axum::response::Response;

use super::{Pools, respond};

const GROUPS: &str = "
    SELECT s.category AS category, d.name_en AS district, count(DISTINCT m.id) AS held
    FROM meeting m
    JOIN meeting_stakeholder w ON w.meeting_id = m.id
    JOIN stakeholder s ON s.id = w.stakeholder_id
    JOIN district d ON d.id = m.held_district_id
    WHERE m.first_day BETWEEN '2025-01-01' AND '2025-12-30'
      AND m.status = 'HELD' AND m.archived_on IS NULL
    GROUP BY s.category, d.name_en";

/// Answers the figures.
pub async fn answer(State(pools): State<Pools>) -> Response {
    respond(match &pools {
        Pools::Sqlite { reader, .. } => {
            let statement = format!(
                "SELECT json_object('data', json_object('coverage', json_object('groups',
                    json_group_array(json_object('keys', json_array(
                        json_object('category', category, 'district', NULL),
                        json_object('category', NULL, 'district',
                            json_object('name', json_object('en', district)))),
                    'figures', json_object('meetingsHeld', json_object('value', held)))))))
                 FROM ({GROUPS})"
            );
            sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
                .fetch_one(reader)
                .await
        }
        Pools::Postgres(pool) => {
            let statement = format!(
                "SELECT json_build_object('data', json_build_object('coverage',
                    json_build_object('groups', json_agg(json_build_object('keys',
                        json_build_array(
                            json_build_object('category', category, 'district', NULL),
                            json_build_object('category', NULL, 'district',
                                json_build_object('name', json_build_object('en', district)))),
                    'figures', json_build_object('meetingsHeld',
                        json_build_object('value', held)))))))::text
                 FROM ({GROUPS}) AS counted"
            );
            sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
                .fetch_one(pool)
                .await
        }
    })
}
