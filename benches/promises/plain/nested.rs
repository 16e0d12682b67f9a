//! The office with its meetings in one statement that makes the whole answer.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;

use super::{Pools, respond};

const SQLITE: &str = "
SELECT json_object('data', json_object(
    'stakeholder', json_object('name', json_object('en', s.name_en, 'ur', s.name_ur)),
    'meetings', json_object('nodes', (
        SELECT json_group_array(json(node)) FROM (
            SELECT json_object(
                'title', json_object('text', m.title ->> '$.text'),
                'time', json_object('firstDay', m.first_day),
                'attendees', (
                    SELECT json_group_array(
                        json_object('person', json_object('name', json_object('en', en))))
                    FROM (
                        SELECT p.name_en AS en FROM meeting_attendee a
                        JOIN person p ON p.id = a.person_id
                        WHERE a.meeting_id = m.id ORDER BY a.position
                    )),
                'decisions', (
                    SELECT json_group_array(
                        json_object('text', json_object('text', d.text ->> '$.text')))
                    FROM decision d
                    WHERE d.meeting_id = m.id AND d.archived_on IS NULL),
                'followUps', (
                    SELECT json_group_array(json_object(
                        'title', json_object('text', t.title ->> '$.text'),
                        'owner', json_object('name', json_object('en', o.name_en))))
                    FROM follow_up_action t JOIN person o ON o.id = t.owner_id
                    WHERE t.meeting_id = m.id AND t.archived_on IS NULL)
            ) AS node
            FROM meeting m
            WHERE m.id IN (SELECT meeting_id FROM meeting_stakeholder WHERE stakeholder_id = s.id)
              AND m.archived_on IS NULL
            ORDER BY m.first_day DESC, m.id DESC LIMIT 20
        )))))
FROM stakeholder s WHERE s.id = $1";

const POSTGRES: &str = "
SELECT json_build_object('data', json_build_object(
    'stakeholder', json_build_object('name', json_build_object('en', s.name_en, 'ur', s.name_ur)),
    'meetings', json_build_object('nodes', (
        SELECT json_agg(node ORDER BY first_day DESC, id DESC) FROM (
            SELECT m.first_day, m.id, json_build_object(
                'title', json_build_object('text', m.title ->> 'text'),
                'time', json_build_object('firstDay', m.first_day),
                'attendees', (
                    SELECT coalesce(json_agg(json_build_object('person', json_build_object('name',
                        json_build_object('en', p.name_en))) ORDER BY a.position), '[]')
                    FROM meeting_attendee a JOIN person p ON p.id = a.person_id
                    WHERE a.meeting_id = m.id),
                'decisions', (
                    SELECT coalesce(json_agg(json_build_object('text',
                        json_build_object('text', d.text ->> 'text'))), '[]')
                    FROM decision d
                    WHERE d.meeting_id = m.id AND d.archived_on IS NULL),
                'followUps', (
                    SELECT coalesce(json_agg(json_build_object(
                        'title', json_build_object('text', t.title ->> 'text'),
                        'owner', json_build_object('name',
                            json_build_object('en', o.name_en)))), '[]')
                    FROM follow_up_action t JOIN person o ON o.id = t.owner_id
                    WHERE t.meeting_id = m.id AND t.archived_on IS NULL)
            ) AS node
            FROM meeting m
            WHERE m.id IN (SELECT meeting_id FROM meeting_stakeholder WHERE stakeholder_id = s.id)
              AND m.archived_on IS NULL
            ORDER BY m.first_day DESC, m.id DESC LIMIT 20
        ) AS rows))))::text
FROM stakeholder s WHERE s.id = $1";

/// What of a request is read.
#[derive(Deserialize)]
pub struct Asked {
    variables: Variables,
}

#[derive(Deserialize)]
struct Variables {
    id: String,
}

/// Answers the read.
pub async fn answer(State(pools): State<Pools>, Json(asked): Json<Asked>) -> Response {
    let id = asked.variables.id;
    let id = id.rsplit('_').next().unwrap_or_default();
    let id = Uuid::parse_str(id).map_err(|error| sqlx::Error::Decode(error.into()));
    respond(match (id, &pools) {
        (Err(error), _) => Err(error),
        (Ok(id), Pools::Sqlite { reader, .. }) => {
            sqlx::query_scalar(SQLITE).bind(id).fetch_one(reader).await
        }
        (Ok(id), Pools::Postgres(pool)) => {
            sqlx::query_scalar(POSTGRES).bind(id).fetch_one(pool).await
        }
    })
}
