//! By record what the entries of the log say: a list of the log, the history of a record and the feed
//! of changes are found by it, and cut to what the reader may see. It follows from the log, and is no
//! part of what is signed.

use sea_orm_migration::sea_orm::{ConnectionTrait, DeriveMigrationName};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{Engine, audience, boolean, id, long, text};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("log_change")
            .columns([
                id("entry_id").key().of("log_entry"),
                id("record_id").key(),
                text("kind"),
                long("version").null(),
                text("reach"),
                boolean("has_words"),
                audience("was_audience").null(),
                audience("is_audience").null(),
                audience("is_words_audience").null(),
                boolean("was_archived"),
                boolean("is_archived"),
            ])
            .index(&["record_id", "entry_id"])
            .create(manager)
            .await?;
        Table::new("log_sight")
            .columns([
                id("entry_id").key().of("log_entry"),
                id("record_id").key(),
                id("person_id").key(),
                boolean("is_joined"),
            ])
            .index(&["person_id"])
            .create(manager)
            .await?;
        let fill = match Engine::of(manager)? {
            Engine::Sqlite => ON_SQLITE,
            Engine::Postgres => ON_POSTGRES,
        };
        manager.get_connection().execute_unprepared(fill).await?;
        Ok(())
    }
}

/// What was written before. Who saw a record then is said by its first entry and by those that changed
/// it; of the others it is not known here, so that of those who see it now its people and coordinators
/// alone read them. Which of its facts partners read is not told either: they are told of none of these.
const ON_SQLITE: &str = "
    INSERT OR IGNORE INTO log_change
    SELECT e.id, unhex(replace(substr(c.value ->> 'record', -36), '-', '')),
        substr(c.value ->> 'record', 1, length(c.value ->> 'record') - 37),
        c.value ->> 'version',
        CASE
            WHEN e.outcome = 'REFUSED' THEN 'REFUSED'
            WHEN c.value ->> 'version' IS NULL THEN 'NAMED'
            WHEN c.value ->> 'version' = 1
                OR (SELECT 1 FROM json_each(c.value -> 'fields')) IS NOT NULL
                OR (SELECT 1 FROM json_each(c.value -> 'closed') f
                    WHERE f.key NOT IN ('said', 'purpose', 'outcome', 'step_notes')) IS NOT NULL
                THEN 'CAUCUS'
            ELSE 'DESK'
        END,
        (SELECT 1 FROM json_each(c.value -> 'closed') f
            WHERE f.key IN ('said', 'purpose', 'outcome', 'step_notes')) IS NOT NULL,
        NULL,
        CASE c.value -> 'fields' ->> 'audience'
            WHEN 'PARTNERS' THEN 0 WHEN 'CAUCUS' THEN 1 WHEN 'PRESENT' THEN 2 END,
        CASE c.value -> 'fields' ->> 'words_audience'
            WHEN 'PARTNERS' THEN 0 WHEN 'CAUCUS' THEN 1 WHEN 'PRESENT' THEN 2 END,
        0, 0
    FROM log_entry e, json_each(e.changes) c
    WHERE length(c.value ->> 'record') > 37
        AND unhex(replace(substr(c.value ->> 'record', -36), '-', '')) IS NOT NULL";

const ON_POSTGRES: &str = "
    INSERT INTO log_change
    SELECT e.id, right(c.value ->> 'record', 36)::uuid,
        left(c.value ->> 'record', -37),
        (c.value ->> 'version')::bigint,
        CASE
            WHEN e.outcome = 'REFUSED' THEN 'REFUSED'
            WHEN c.value ->> 'version' IS NULL THEN 'NAMED'
            WHEN c.value ->> 'version' = '1' OR c.value::jsonb -> 'fields' <> '{}'::jsonb
                OR (SELECT true FROM jsonb_object_keys(c.value::jsonb -> 'closed') f
                    WHERE f NOT IN ('said', 'purpose', 'outcome', 'step_notes') LIMIT 1)
                THEN 'CAUCUS'
            ELSE 'DESK'
        END,
        (SELECT true FROM jsonb_object_keys(c.value::jsonb -> 'closed') f
            WHERE f IN ('said', 'purpose', 'outcome', 'step_notes') LIMIT 1) IS NOT NULL,
        NULL::smallint,
        (CASE c.value -> 'fields' ->> 'audience'
            WHEN 'PARTNERS' THEN 0 WHEN 'CAUCUS' THEN 1 WHEN 'PRESENT' THEN 2 END)::smallint,
        (CASE c.value -> 'fields' ->> 'words_audience'
            WHEN 'PARTNERS' THEN 0 WHEN 'CAUCUS' THEN 1 WHEN 'PRESENT' THEN 2 END)::smallint,
        false, false
    FROM log_entry e, jsonb_array_elements(e.changes::jsonb) c
    WHERE c.value ->> 'record' ~ '_[0-9a-f-]{36}$'
    ON CONFLICT DO NOTHING";
