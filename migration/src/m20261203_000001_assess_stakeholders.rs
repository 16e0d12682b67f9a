//! How a stakeholder is judged, why it need not be met for a time, and how often it is to be met.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{day, id, int, json, text, thing};
use crate::table::{Table, add};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let cadence = int("cadence_days").check("cadence_days BETWEEN 1 AND 3650");
        add(manager, "stakeholder", cadence.null()).await?;
        Table::new("assessment")
            .columns(thing())
            .columns([
                id("stakeholder_id").of("stakeholder"),
                day("assessed_on"),
                int("influence").check("influence BETWEEN 1 AND 5"),
                int("interest").check("interest BETWEEN 1 AND 5"),
                text("stance"),
                id("topic_id").null().of("topic"),
            ])
            .index(&["stakeholder_id"])
            .create(manager)
            .await?;
        Table::new("standing_reason")
            .columns([
                id("id").key(),
                id("stakeholder_id").of("stakeholder"),
                text("kind"),
                json("why").null(),
                day("from_day"),
                day("until_day"),
                day("ended_on").null(),
            ])
            .check("from_day <= until_day")
            .index(&["stakeholder_id"])
            .create(manager)
            .await
    }
}
