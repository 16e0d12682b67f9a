//! Which programmes and which categories of stakeholders a partner may see.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{id, text};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::link(
            "user_scope_programme",
            [id("user_id").of("user"), id("programme_id").of("programme")],
        )
        .create(manager)
        .await?;
        Table::link(
            "user_scope_category",
            [id("user_id").of("user"), text("category")],
        )
        .create(manager)
        .await
    }
}
