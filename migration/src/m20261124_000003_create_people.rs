//! People and their telephone numbers.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{id, int, name, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("person")
            .columns(thing())
            .columns(name())
            .columns([
                text("gender"),
                text("language").null(),
                text("email").null(),
            ])
            .create(manager)
            .await?;
        Table::new("person_phone")
            .columns([
                id("id").key(),
                id("person_id").of("person"),
                int("position"),
                text("number").check("number LIKE '+%'"),
                text("kind"),
            ])
            .index(&["person_id", "position"])
            .create(manager)
            .await
    }
}
