//! The row under everything that can be asked for by its id.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{audience, day, id, instant, long, text};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("record")
            .columns([
                id("id").key(),
                text("kind"),
                long("version").check("version >= 1"),
                long("facts_version").check("facts_version between 1 and version"),
                audience("audience"),
                audience("words_audience"),
                instant("recorded_at"),
                id("recorded_by").null().of_later("user"),
                id("acting_for").null().of_later("member"),
                day("archived_on").null(),
                id("parent_id").null().of("record"),
            ])
            .create(manager)
            .await
    }
}
