//! Meetings, with whom they are, and what they are about.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{boolean, day, id, instant, int, json, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("meeting")
            .columns(thing())
            .columns([
                text("kind"),
                text("status"),
                json("title").null(),
                text("precision").check("precision <> 'INSTANT' OR starts_at IS NOT NULL"),
                instant("starts_at").null(),
                instant("ends_at").null(),
                day("first_day"),
                day("last_day"),
                text("zone"),
                text("mode"),
                boolean("is_courtesy_call"),
                id("held_district_id").null().of("district"),
                text("held_place").null(),
                json("said").null(),
                text("source_kind"),
                id("told_by_id").null().of("person"),
                text("told_channel").null(),
                text("source_title").null(),
                text("source_publisher").null(),
                text("source_address").null(),
                day("source_day").null(),
            ])
            .check("ends_at >= starts_at")
            .check("last_day >= first_day")
            .index(&["first_day", "id"])
            .index(&["recorded_at", "id"])
            .create(manager)
            .await?;
        Table::new("meeting_stakeholder")
            .columns([
                id("id").key(),
                id("meeting_id").of("meeting"),
                int("position"),
                id("stakeholder_id").null().of("stakeholder"),
                text("text").null(),
                boolean("attended"),
                id("engagement_id").null().of("engagement"),
            ])
            .check("stakeholder_id IS NOT NULL OR text IS NOT NULL")
            .unique(&["meeting_id", "stakeholder_id"])
            .index(&["stakeholder_id", "meeting_id"])
            .index(&["engagement_id"])
            .create(manager)
            .await?;
        Table::link(
            "meeting_district",
            [
                id("meeting_id").of("meeting"),
                id("district_id").of("district"),
            ],
        )
        .index(&["district_id"])
        .create(manager)
        .await?;
        Table::link(
            "meeting_topic",
            [id("meeting_id").of("meeting"), id("topic_id").of("topic")],
        )
        .index(&["topic_id"])
        .create(manager)
        .await?;
        Table::link(
            "meeting_programme",
            [
                id("meeting_id").of("meeting"),
                id("programme_id").of("programme"),
            ],
        )
        .index(&["programme_id"])
        .create(manager)
        .await
    }
}
