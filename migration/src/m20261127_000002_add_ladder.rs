//! The ladder of amounts of an ask or a promise: what was asked, said, written, budgeted, released,
//! by fiscal year, each with its evidence; and which promise announces the same money again.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{day, id, instant, int, long, text};
use crate::table::{Table, add, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        add(
            manager,
            "commitment",
            id("repeats_id").of("commitment").null(),
        )
        .await?;
        index(manager, "commitment", &["repeats_id"]).await?;
        Table::new("commitment_amount")
            .columns([
                id("id").key(),
                id("commitment_id").of("commitment"),
                text("rung"),
                int("fiscal_year")
                    .null()
                    .check("fiscal_year BETWEEN 1900 AND 2199"),
                long("amount").check("amount BETWEEN 1 AND 100000000000000000"),
                text("currency"),
                day("happened_on"),
                text("reference").null(),
                text("source_kind").null(),
                text("source_title").null(),
                text("source_publisher").null(),
                text("source_address").null(),
                day("source_day").null(),
                instant("recorded_at"),
                id("recorded_by").of("user"),
            ])
            .index(&["commitment_id"])
            .create(manager)
            .await
    }
}
