//! Indexes for the orders and filters of lists: by name in either language, by the time of
//! recording, by lead, topic and district; for partners by audience before day, so that their
//! pages do not pass what they may not see; and by what a record hangs on.

use sea_orm_migration::sea_orm::DeriveMigrationName;
use sea_orm_migration::{DbErr, MigrationTrait, SchemaManager, async_trait};

use crate::table::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        index(manager, "person", &["sort_en", "id"]).await?;
        index(manager, "person", &["sort_ur", "id"]).await?;
        index(manager, "stakeholder", &["sort_en", "id"]).await?;
        index(manager, "stakeholder", &["sort_ur", "id"]).await?;
        index(manager, "engagement", &["recorded_at", "id"]).await?;
        index(manager, "engagement", &["lead_id"]).await?;
        index(manager, "engagement", &["audience", "opened_on", "id"]).await?;
        index(manager, "engagement_topic", &["topic_id"]).await?;
        index(manager, "meeting", &["audience", "first_day", "id"]).await?;
        index(manager, "meeting", &["held_district_id"]).await?;
        index(manager, "record", &["parent_id"]).await?;
        index(manager, "follow_up_action", &["recorded_at", "id"]).await
    }
}
