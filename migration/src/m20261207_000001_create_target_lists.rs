//! Target lists: the stakeholders to be met in a period.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{day, id, name, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("target_list")
            .columns(thing())
            .columns(name())
            .columns([day("from_day"), day("to_day"), day("approved_on").null()])
            .check("to_day >= from_day")
            .index(&["audience", "sort_en", "id"])
            .index(&["audience", "sort_ur", "id"])
            .index(&["approved_on", "id"])
            .create(manager)
            .await?;
        Table::link(
            "target_list_stakeholder",
            [
                id("target_list_id").of("target_list"),
                id("stakeholder_id").of("stakeholder"),
            ],
        )
        .index(&["stakeholder_id"])
        .create(manager)
        .await
    }
}
