//! The members of the caucus and their terms in the assembly.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{day, id, int, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("member")
            .columns(thing())
            .columns([
                id("person_id").of("person").unique(),
                day("joined_on"),
                day("left_on").null(),
            ])
            .check("left_on >= joined_on")
            .create(manager)
            .await?;
        Table::new("member_term")
            .columns([
                id("id").key(),
                id("member_id").of("member"),
                int("assembly").check("assembly > 0"),
                text("seat"),
                text("constituency").null(),
                id("district_id").null().of("district"),
                day("from_day"),
                day("to_day").null(),
            ])
            .check("to_day >= from_day")
            .index(&["member_id"])
            .create(manager)
            .await
    }
}
