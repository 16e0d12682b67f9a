//! What becomes of an ask or a promise: of what kind it is, who owes it and to whom, who said it
//! and when, what it answers, and each step by which it came to where it stands.
//!
//! What an older row does not know is null: of no kind that was named, said on the day of its
//! meeting, standing as it was made.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{boolean, day, id, instant, int, json, text};
use crate::table::{Table, add, index};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            text("kind"),
            text("status"),
            text("reported"),
            boolean("is_vague"),
            json("purpose"),
            day("said_on"),
            id("said_by_id").of("person"),
            id("answers_id").of("commitment"),
            id("decision_id").of("decision"),
            day("status_shared_on"),
        ] {
            add(manager, "commitment", column.null()).await?;
        }
        index(manager, "commitment", &["answers_id"]).await?;
        Table::new("commitment_party")
            .columns([
                id("commitment_id").of("commitment").key(),
                text("side").key(),
                id("stakeholder_id").of("stakeholder").key(),
            ])
            .index(&["stakeholder_id"])
            .create(manager)
            .await?;
        Table::link(
            "commitment_district",
            [
                id("commitment_id").of("commitment"),
                id("district_id").of("district"),
            ],
        )
        .index(&["district_id"])
        .create(manager)
        .await?;
        Table::new("commitment_step")
            .columns([
                id("id").key(),
                id("commitment_id").of("commitment"),
                int("position"),
                text("basis"),
                text("status"),
                day("happened_on"),
                json("note").null(),
                id("meeting_id").null().of("meeting"),
                text("source_kind").null(),
                text("source_title").null(),
                text("source_publisher").null(),
                text("source_address").null(),
                day("source_day").null(),
                instant("recorded_at"),
                id("recorded_by").of("user"),
            ])
            .unique(&["commitment_id", "position"])
            .create(manager)
            .await
    }
}
