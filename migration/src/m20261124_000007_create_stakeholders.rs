//! The stakeholders, who holds which post at them, and which parties members belong to.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{boolean, day, id, int, name, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("stakeholder")
            .columns(thing())
            .columns(name())
            .columns([
                text("short_name").null(),
                text("category"),
                id("parent_id")
                    .null()
                    .of("stakeholder")
                    .check("parent_id <> id"),
                id("institution_id").of("stakeholder"),
                boolean("is_province_wide"),
                id("owner_id").null().of("member"),
                day("in_scope_since"),
            ])
            .create(manager)
            .await?;
        Table::new("stakeholder_alias")
            .columns([
                id("id").key(),
                id("stakeholder_id").of("stakeholder"),
                int("position"),
                text("alias"),
            ])
            .index(&["stakeholder_id", "position"])
            .create(manager)
            .await?;
        Table::link(
            "stakeholder_district",
            [
                id("stakeholder_id").of("stakeholder"),
                id("district_id").of("district"),
            ],
        )
        .index(&["district_id"])
        .create(manager)
        .await?;
        Table::link(
            "stakeholder_topic",
            [
                id("stakeholder_id").of("stakeholder"),
                id("topic_id").of("topic"),
            ],
        )
        .index(&["topic_id"])
        .create(manager)
        .await?;
        Table::new("post")
            .columns([
                id("id").key(),
                id("person_id").of("person"),
                id("stakeholder_id").of("stakeholder"),
                text("title_en").null(),
                text("title_ur").null(),
                day("from_day").null(),
                day("to_day").null(),
            ])
            .check("title_en IS NOT NULL OR title_ur IS NOT NULL")
            .check("to_day >= from_day")
            .index(&["stakeholder_id"])
            .index(&["person_id"])
            .create(manager)
            .await?;
        Table::new("member_party")
            .columns([
                id("id").key(),
                id("member_id").of("member"),
                id("party_id").of("stakeholder"),
                day("from_day"),
                day("to_day").null(),
            ])
            .check("to_day >= from_day")
            .index(&["member_id"])
            .create(manager)
            .await
    }
}
