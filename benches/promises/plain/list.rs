//! The list in one statement that makes the whole answer.

use axum::extract::State;
use axum::response::Response;

use super::{Pools, respond};

const SQLITE: &str = "
SELECT json_object('data', json_object('engagements', json_object('nodes',
    json_group_array(json(node)))))
FROM (
    SELECT json_object(
        'title', json_object('text', e.title ->> '$.text'),
        'stakeholder', json_object('name', json_object('en', s.name_en, 'ur', s.name_ur)),
        'lead', CASE WHEN l.id IS NOT NULL THEN
            json_object('person',
                json_object('name', json_object('en', p.name_en, 'ur', p.name_ur))) END,
        'lastMeeting', CASE WHEN m.id IS NOT NULL THEN
            json_object('time', json_object('firstDay', m.first_day)) END,
        'openTasks', (
            SELECT count(*) FROM follow_up_action t
            WHERE t.engagement_id = e.id AND t.archived_on IS NULL
              AND t.status IN ('OPEN', 'IN_PROGRESS')
        ) + (
            SELECT count(*) FROM meeting_stakeholder w
            JOIN follow_up_action t ON t.meeting_id = w.meeting_id
            WHERE w.engagement_id = e.id AND t.archived_on IS NULL
              AND t.status IN ('OPEN', 'IN_PROGRESS')
              AND t.engagement_id IS NOT w.engagement_id
        )
    ) AS node
    FROM engagement e
    JOIN stakeholder s ON s.id = e.stakeholder_id
    LEFT JOIN member l ON l.id = e.lead_id
    LEFT JOIN person p ON p.id = l.person_id
    LEFT JOIN meeting m ON m.id = (
        SELECT held.id FROM meeting_stakeholder w
        JOIN meeting held ON held.id = w.meeting_id
        WHERE w.engagement_id = e.id AND w.attended
          AND held.status = 'HELD' AND held.archived_on IS NULL
        ORDER BY held.first_day DESC, held.id DESC LIMIT 1
    )
    WHERE e.archived_on IS NULL
    ORDER BY e.opened_on DESC, e.id DESC
    LIMIT 50
)";

const POSTGRES: &str = "
SELECT json_build_object('data', json_build_object('engagements', json_build_object('nodes',
    json_agg(node ORDER BY opened_on DESC, id DESC))))::text
FROM (
    SELECT e.opened_on, e.id, json_build_object(
        'title', json_build_object('text', e.title ->> 'text'),
        'stakeholder', json_build_object('name',
            json_build_object('en', s.name_en, 'ur', s.name_ur)),
        'lead', CASE WHEN l.id IS NOT NULL THEN
            json_build_object('person', json_build_object('name',
                json_build_object('en', p.name_en, 'ur', p.name_ur))) END,
        'lastMeeting', CASE WHEN m.id IS NOT NULL THEN
            json_build_object('time', json_build_object('firstDay', m.first_day)) END,
        'openTasks', (
            SELECT count(*) FROM follow_up_action t
            WHERE t.engagement_id = e.id AND t.archived_on IS NULL
              AND t.status IN ('OPEN', 'IN_PROGRESS')
        ) + (
            SELECT count(*) FROM meeting_stakeholder w
            JOIN follow_up_action t ON t.meeting_id = w.meeting_id
            WHERE w.engagement_id = e.id AND t.archived_on IS NULL
              AND t.status IN ('OPEN', 'IN_PROGRESS')
              AND t.engagement_id IS DISTINCT FROM w.engagement_id
        )
    ) AS node
    FROM engagement e
    JOIN stakeholder s ON s.id = e.stakeholder_id
    LEFT JOIN member l ON l.id = e.lead_id
    LEFT JOIN person p ON p.id = l.person_id
    LEFT JOIN LATERAL (
        SELECT held.id, held.first_day FROM meeting_stakeholder w
        JOIN meeting held ON held.id = w.meeting_id
        WHERE w.engagement_id = e.id AND w.attended
          AND held.status = 'HELD' AND held.archived_on IS NULL
        ORDER BY held.first_day DESC, held.id DESC LIMIT 1
    ) m ON true
    WHERE e.archived_on IS NULL
    ORDER BY e.opened_on DESC, e.id DESC
    LIMIT 50
) AS rows";

/// Answers the list.
pub async fn answer(State(pools): State<Pools>) -> Response {
    respond(match &pools {
        Pools::Sqlite { reader, .. } => sqlx::query_scalar(SQLITE).fetch_one(reader).await,
        Pools::Postgres(pool) => sqlx::query_scalar(POSTGRES).fetch_one(pool).await,
    })
}
