//! What was decided, promised and is to be done.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::column::{any_day, day, id, int, json, text, thing};
use crate::table::Table;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new("decision")
            .columns(thing())
            .columns([
                id("meeting_id").of("meeting"),
                int("position"),
                text("kind"),
                json("text"),
                text("manner").null(),
            ])
            .index(&["meeting_id"])
            .index(&["recorded_at", "id"])
            .create(manager)
            .await?;
        Table::new("commitment")
            .columns(thing())
            .columns([
                id("meeting_id").null().of("meeting"),
                int("position"),
                text("direction"),
                json("text"),
                day("due_on").null(),
            ])
            .index(&["meeting_id"])
            .index(&["recorded_at", "id"])
            .create(manager)
            .await?;
        Table::new("follow_up_action")
            .columns(thing())
            .columns([
                json("title"),
                id("owner_id").of("person"),
                day("due_on").null(),
                any_day("due_order"),
                text("priority"),
                text("status").check("(status = 'DONE') = (completed_on IS NOT NULL)"),
                day("opened_on"),
                day("completed_on").null(),
                int("position"),
                id("meeting_id").null().of("meeting"),
                id("decision_id").null().of("decision"),
                id("commitment_id").null().of("commitment"),
                id("engagement_id").null().of("engagement"),
            ])
            .index(&["owner_id", "due_order", "id"])
            .index(&["due_order", "id"])
            .index(&["meeting_id"])
            .index(&["engagement_id"])
            .create(manager)
            .await?;
        Table::link(
            "follow_up_helper",
            [
                id("follow_up_action_id").of("follow_up_action"),
                id("person_id").of("person"),
            ],
        )
        .create(manager)
        .await
    }
}
