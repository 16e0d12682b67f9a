//! Programmes and the lines of work in them.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{day, id, json, name, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("programme")
            .columns(thing())
            .columns(name())
            .create(manager)
            .await?;
        Table::new("engagement")
            .columns(thing())
            .columns([
                id("stakeholder_id").of("stakeholder"),
                json("title"),
                json("purpose").null(),
                text("stage"),
                id("lead_id").null().of("member"),
                id("programme_id").null().of("programme"),
                day("opened_on"),
                day("concluded_on").null(),
                json("outcome").null(),
            ])
            .check("concluded_on >= opened_on")
            .index(&["opened_on", "id"])
            .index(&["stakeholder_id"])
            .index(&["programme_id"])
            .create(manager)
            .await?;
        Table::link(
            "engagement_member",
            [
                id("engagement_id").of("engagement"),
                id("member_id").of("member"),
            ],
        )
        .create(manager)
        .await?;
        Table::link(
            "engagement_topic",
            [
                id("engagement_id").of("engagement"),
                id("topic_id").of("topic"),
            ],
        )
        .create(manager)
        .await
    }
}
