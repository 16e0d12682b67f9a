//! The divisions and districts of the province, in both languages.
//!
//! The keys for sorting and searching stay empty here: they depend on the program's tables of
//! letters, and the program makes them anew when it starts.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::sea_query::{Expr, InsertStatement, Query};
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};
use uuid::{Builder, Uuid};

/// Part of this step, and frozen with it.
const DISTRICTS: &str = include_str!("../../reference/districts.csv");

/// The start of 2025 in milliseconds; the ids count on from it, so they are the same everywhere.
const START: u64 = 1_735_689_600_000;
const DIVISION: [u8; 10] = [0x0d, 0x17, 0x51, 0x0e, 0x6c, 0x3a, 0x92, 0x40, 0xb5, 0x01];
const DISTRICT: [u8; 10] = [0x0d, 0x15, 0x72, 0x1c, 0x84, 0xf6, 0x2b, 0x9e, 0x37, 0x02];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut divisions = insert("division", &[]);
        let mut districts = insert("district", &["division_id"]);
        let mut last_division = None;
        for ((line, number), count) in DISTRICTS.lines().skip(1).zip(1..).zip(START..) {
            let fields: Vec<&str> = line.split(',').collect();
            let &[division, division_en, division_ur, code, en, ur] = fields.as_slice() else {
                return Err(DbErr::Migration(format!(
                    "district {number} has not six fields"
                )));
            };
            let division_id = match last_division {
                Some((last, id)) if last == division => id,
                _ => {
                    let id = id(count, DIVISION);
                    add(
                        &mut divisions,
                        id,
                        [division, division_en, division_ur],
                        None,
                    )?;
                    id
                }
            };
            last_division = Some((division, division_id));
            add(
                &mut districts,
                id(count, DISTRICT),
                [code, en, ur],
                Some(division_id),
            )?;
        }
        manager.execute(divisions).await?;
        manager.execute(districts).await
    }
}

/// An id in the form of a `UUIDv7`, made of a fixed time and fixed bits in place of chance.
fn id(milliseconds: u64, bits: [u8; 10]) -> Uuid {
    Builder::from_unix_timestamp_millis(milliseconds, &bits).into_uuid()
}

/// An insertion without rows yet; `more` are columns beside those that both tables have.
fn insert(table: &'static str, more: &[&'static str]) -> InsertStatement {
    let shared = [
        "id",
        "code",
        "name_en",
        "name_ur",
        "sort_en",
        "sort_ur",
        "search_key",
    ];
    let mut statement = Query::insert();
    statement
        .into_table(table)
        .columns(shared.iter().chain(more).copied());
    statement
}

/// Adds a row of code and names to an insertion.
fn add(
    statement: &mut InsertStatement,
    id: Uuid,
    [code, en, ur]: [&str; 3],
    division_id: Option<Uuid>,
) -> Result<(), DbErr> {
    let shared = [
        Expr::value(id),
        Expr::value(code),
        Expr::value(en),
        Expr::value(ur),
        Expr::value(Vec::<u8>::new()),
        Expr::value(Vec::<u8>::new()),
        Expr::value(""),
    ];
    statement
        .values(shared.into_iter().chain(division_id.map(Expr::value)))
        .map(|_| ())
        .map_err(|error| DbErr::Migration(error.to_string()))
}
