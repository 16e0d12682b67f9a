//! Both engines are brought from nothing to the tables that `entity` describes, and agree with it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that meets what it did not expect stops there"
)]

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;
use std::{fs, panic};

use migration::{Migrator, MigratorTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, EntityTrait,
    IdenStatic, IntoActiveModel, Iterable, ModelTrait, SqlErr, SqlxPostgresConnector, Statement,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use uuid::Uuid;

#[path = "migrations/rows.rs"]
mod rows;

/// Makes, of one list, all that must be done for every table.
macro_rules! tables {
    ($($table:ident)+) => {
        const TABLES: &[&str] = &[$(stringify!($table)),+];

        /// Table, column, and whether it may be null, as the entities say.
        fn columns_of_entities() -> BTreeSet<(String, String, bool)> {
            let mut columns = BTreeSet::new();
            $(columns.extend(entity::$table::Column::iter().map(|column| {
                let may_be_null = column.def().is_null();
                (stringify!($table).to_owned(), column.as_str().to_owned(), may_be_null)
            }));)+
            columns
        }

        async fn select_everything(db: &DatabaseConnection) {
            $(entity::$table::Entity::find().all(db).await.unwrap();)+
        }
    };
}

tables! {
    acting assessment attachment attachment_content commitment commitment_amount commitment_district commitment_party commitment_step decision district division document document_party engagement engagement_member engagement_topic
    follow_up_action follow_up_helper log_change log_entry log_link log_origin log_private log_sight log_waiting meeting
    meeting_attendee
    meeting_district meeting_group meeting_programme meeting_stakeholder meeting_topic member
    member_party member_term person person_phone post programme record record_person request
    session sign_in_throttle stakeholder stakeholder_alias stakeholder_district stakeholder_topic
    standing_reason target_list target_list_stakeholder
    token topic user user_scope_category user_scope_programme
}

/// Makes a test on each engine of every function named.
macro_rules! on_both {
    ($($name:ident)+) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::on_sqlite(super::$name).await;
            })+
        }

        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                super::on_postgres(super::$name).await;
            })+
        }
    };
}

on_both! {
    every_column_is_there_and_no_other
    rows_come_back_as_they_went_in
    what_no_row_may_say_is_refused
    references_to_nothing_are_refused
    migrating_again_changes_nothing
    the_districts_of_the_province_are_there
}

async fn on_sqlite<Body: Future>(body: impl FnOnce(DatabaseConnection) -> Body) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!(
        "sqlite://{}?mode=rwc",
        folder.path().join("rabta.db").display()
    );
    let db = Database::connect(url).await.unwrap();
    Migrator::up(&db, None).await.unwrap();
    body(db).await;
}

async fn on_postgres<Body>(body: impl FnOnce(DatabaseConnection) -> Body + Send + 'static)
where
    Body: Future<Output = ()> + Send + 'static,
{
    let Some(server) = postgres_url() else {
        panic!("RABTA_TEST_POSTGRES_URL is not set: run `cargo xtask test`, which sets it");
    };
    let name = format!("rabta_migrations_{:016x}", getrandom::u64().unwrap());
    let admin = Database::connect(&server).await.unwrap();
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .unwrap();
    let options = server.parse::<PgConnectOptions>().unwrap().database(&name);
    let pool = PgPoolOptions::new()
        .max_connections(2)
        .connect_with(options)
        .await
        .unwrap();
    let db = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);

    // A failing body must not leave its database behind, so it fails only after the clearing up.
    let body = async move {
        Migrator::up(&db, None).await.unwrap();
        body(db).await;
    };
    let ended = tokio::spawn(body).await;
    admin
        .execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)"))
        .await
        .unwrap();
    if let Err(error) = ended {
        panic::resume_unwind(error.into_panic());
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the server under test is told by the environment"
)]
fn postgres_url() -> Option<String> {
    std::env::var("RABTA_TEST_POSTGRES_URL").ok()
}

#[test]
fn the_list_of_tables_is_complete() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("entity/src");
    let declared: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .filter(|path| {
            fs::read_to_string(path)
                .unwrap()
                .contains("DeriveEntityModel")
        })
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();

    assert_eq!(
        declared,
        TABLES.iter().map(|&table| table.to_owned()).collect()
    );
}

#[tokio::test]
async fn every_table_on_sqlite_is_strict() {
    on_sqlite(|db| async move {
        let lax = "SELECT name FROM pragma_table_list WHERE NOT strict AND type = 'table'
                   AND name NOT LIKE 'sqlite_%' AND name <> 'seaql_migrations'";

        assert_eq!(words(&db, lax).await, Vec::<String>::new());
    })
    .await;
}

async fn every_column_is_there_and_no_other(db: DatabaseConnection) {
    let columns = match db.get_database_backend() {
        DbBackend::Sqlite => {
            "SELECT t.name, c.name, 1 - c.\"notnull\" FROM sqlite_master t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name <> 'seaql_migrations'"
        }
        _ => {
            "SELECT table_name::text, column_name::text, (is_nullable = 'YES')::int
             FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name <> 'seaql_migrations'"
        }
    };

    let statement = Statement::from_string(db.get_database_backend(), columns);
    let found = db.query_all_raw(statement).await.unwrap();

    let found: BTreeSet<(String, String, i32)> = found
        .iter()
        .map(|row| row.try_get_many_by_index().unwrap())
        .collect();
    let found: BTreeSet<_> = found
        .into_iter()
        .map(|(t, c, null)| (t, c, null == 1))
        .collect();
    let described = columns_of_entities();
    assert_eq!(
        found.difference(&described).collect::<Vec<_>>(),
        Vec::<&_>::new()
    );
    assert_eq!(
        described.difference(&found).collect::<Vec<_>>(),
        Vec::<&_>::new()
    );
    select_everything(&db).await;
}

async fn rows_come_back_as_they_went_in(db: DatabaseConnection) {
    rows::write(&db).await;
}

async fn what_no_row_may_say_is_refused(db: DatabaseConnection) {
    rows::write(&db).await;

    for wrong in [
        "UPDATE record SET version = 0",
        "UPDATE record SET facts_version = version + 1",
        "UPDATE record SET audience = 3",
        "UPDATE record SET archived_on = '2201-01-01'",
        "UPDATE person SET words_audience = -1",
        "UPDATE person SET name_en = NULL, name_ur = NULL",
        "UPDATE person_phone SET number = '0300 1234567'",
        "UPDATE member SET left_on = '2020-01-01'",
        "UPDATE member SET joined_on = '1899-12-31'",
        "UPDATE stakeholder SET parent_id = id",
        "UPDATE meeting SET starts_at = NULL",
        "UPDATE meeting SET ends_at = '2026-11-24T10:00:00.123455+00:00'",
        "UPDATE meeting SET last_day = '2026-11-23'",
        "UPDATE meeting_stakeholder SET text = NULL, stakeholder_id = NULL",
        "UPDATE meeting_group SET headcount = 0",
        "UPDATE meeting_group SET women = -1",
        "UPDATE follow_up_action SET completed_on = '2026-11-25'",
        "UPDATE follow_up_action SET status = 'DONE'",
    ] {
        let error = db.execute_unprepared(wrong).await.expect_err(wrong);
        assert!(
            error
                .to_string()
                .to_lowercase()
                .contains("check constraint"),
            "{wrong}: {error}"
        );
    }
}

async fn references_to_nothing_are_refused(db: DatabaseConnection) {
    rows::write(&db).await;

    for wrong in [
        "UPDATE record SET recorded_by = id",
        "UPDATE record SET acting_for = recorded_by",
        "UPDATE person_phone SET person_id = id",
        "UPDATE member SET person_id = id",
        "UPDATE stakeholder SET institution_id = owner_id",
        "UPDATE meeting_attendee SET meeting_id = id",
        "UPDATE record_person SET person_id = record_id",
        "UPDATE session SET user_id = (SELECT id FROM meeting)",
        "DELETE FROM person",
        "DELETE FROM division",
    ] {
        let error = db.execute_unprepared(wrong).await.expect_err(wrong);
        let kind = error.sql_err();
        assert!(
            matches!(kind, Some(SqlErr::ForeignKeyConstraintViolation(_))),
            "{wrong}: {error}"
        );
    }
}

async fn migrating_again_changes_nothing(db: DatabaseConnection) {
    let form = match db.get_database_backend() {
        DbBackend::Sqlite => "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql",
        _ => {
            "SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS line
             FROM pg_constraint UNION ALL SELECT indexdef FROM pg_indexes ORDER BY line"
        }
    };
    let taken = "SELECT version || ' ' || applied_at FROM seaql_migrations ORDER BY version";
    let before = (words(&db, form).await, words(&db, taken).await);
    let districts = entity::district::Entity::find().all(&db).await.unwrap();

    Migrator::up(&db, None).await.unwrap();

    assert_eq!((words(&db, form).await, words(&db, taken).await), before);
    assert_eq!(
        entity::district::Entity::find().all(&db).await.unwrap(),
        districts
    );
    assert_eq!(before.1.len(), Migrator::migrations().len());
}

async fn the_districts_of_the_province_are_there(db: DatabaseConnection) {
    let divisions = entity::division::Entity::find().all(&db).await.unwrap();
    let districts = entity::district::Entity::find().all(&db).await.unwrap();

    assert_eq!((divisions.len(), districts.len()), (8, 36));
    let quetta = districts
        .iter()
        .find(|district| district.code == "quetta")
        .unwrap();
    assert_eq!(quetta.name_ur.as_deref(), Some("کوئٹہ"));
    assert_eq!(
        quetta.id.to_string(),
        "01941f29-7c00-7d15-b21c-84f62b9e3702"
    );
    let versions = districts
        .iter()
        .map(|district| Uuid::from(district.id).get_version_num());
    assert!(versions.eq([7; 36]));
}

/// The first column of what a query finds.
async fn words(db: &DatabaseConnection, query: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), query);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}

/// Writes a row and reads it back.
async fn keep<Row>(db: &DatabaseConnection, row: Row)
where
    Row: ModelTrait + PartialEq + Debug,
    Row: IntoActiveModel<<Row::Entity as EntityTrait>::ActiveModel>,
    Row::Entity: EntityTrait<Model = Row>,
{
    let written: Result<_, DbErr> = Row::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(db)
        .await;

    assert!(written.is_ok(), "{row:?}: {written:?}");
    let rows = Row::Entity::find().all(db).await.unwrap();
    assert!(rows.contains(&row), "{row:?} is not among {rows:?}");
}
