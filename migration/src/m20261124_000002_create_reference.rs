//! What all records may refer to: divisions, districts and topics.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{id, name, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("division")
            .columns([id("id").key(), text("code").unique()])
            .columns(name())
            .create(manager)
            .await?;
        Table::new("district")
            .columns([
                id("id").key(),
                id("division_id").of("division"),
                text("code").unique(),
            ])
            .columns(name())
            .create(manager)
            .await?;
        Table::new("topic")
            .columns(thing())
            .columns(name())
            .create(manager)
            .await
    }
}
