//! The letter or paper by which a step or an amount is known.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::id;
use crate::table::add;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["commitment_step", "commitment_amount"] {
            let column = id("source_document_id").of("document").null();
            add(manager, table, column).await?;
        }
        Ok(())
    }
}
