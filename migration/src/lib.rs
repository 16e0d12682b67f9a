//! The steps that bring a database, of either engine, to the form this program expects.
//!
//! Steps only go forward, each in a transaction of its own, and none is edited once it has been
//! released: what it names is written out in it, and nothing of the program is used by it.

mod column;
mod table;

mod m20261124_000001_create_record;
mod m20261124_000002_create_reference;
mod m20261124_000003_create_people;
mod m20261124_000004_create_access;
mod m20261124_000005_create_log;
mod m20261124_000006_create_members;
mod m20261124_000007_create_stakeholders;
mod m20261124_000008_create_engagements;
mod m20261124_000009_create_meetings;
mod m20261124_000010_create_attendees;
mod m20261124_000011_create_promises;
mod m20261124_000012_create_scopes;
mod m20261124_000013_join_record_to_people;
mod m20261124_000014_fill_districts;
mod m20261125_000001_index_lists;
mod m20261125_000002_keep_refused_items;
mod m20261125_000003_index_attempts;
mod m20261125_000004_search_meetings;
mod m20261126_000001_chain_log;
mod m20261127_000001_follow_promises;
mod m20261127_000002_add_ladder;
mod m20261128_000001_act_for_members;
mod m20261129_000001_withdraw_words;
mod m20261130_000001_find_changes;
mod m20261201_000001_change_holders;
mod m20261202_000001_create_documents;
mod m20261202_000002_promises_in_documents;
mod m20261203_000001_assess_stakeholders;
mod m20261204_000001_version_users;
mod m20261205_000001_attach_files;
mod m20261207_000001_create_target_lists;
mod m20261208_000001_evidence_in_documents;
mod m20261209_000001_guard_lookup;
mod m20261210_000001_went_with_parent;

use sea_orm_migration::{MigrationTrait, async_trait};

pub use sea_orm_migration::MigratorTrait;

/// All steps, in the order in which they are taken.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261124_000001_create_record::Migration),
            Box::new(m20261124_000002_create_reference::Migration),
            Box::new(m20261124_000003_create_people::Migration),
            Box::new(m20261124_000004_create_access::Migration),
            Box::new(m20261124_000005_create_log::Migration),
            Box::new(m20261124_000006_create_members::Migration),
            Box::new(m20261124_000007_create_stakeholders::Migration),
            Box::new(m20261124_000008_create_engagements::Migration),
            Box::new(m20261124_000009_create_meetings::Migration),
            Box::new(m20261124_000010_create_attendees::Migration),
            Box::new(m20261124_000011_create_promises::Migration),
            Box::new(m20261124_000012_create_scopes::Migration),
            Box::new(m20261124_000013_join_record_to_people::Migration),
            Box::new(m20261124_000014_fill_districts::Migration),
            Box::new(m20261125_000001_index_lists::Migration),
            Box::new(m20261125_000002_keep_refused_items::Migration),
            Box::new(m20261125_000003_index_attempts::Migration),
            Box::new(m20261125_000004_search_meetings::Migration),
            Box::new(m20261126_000001_chain_log::Migration),
            Box::new(m20261127_000001_follow_promises::Migration),
            Box::new(m20261127_000002_add_ladder::Migration),
            Box::new(m20261128_000001_act_for_members::Migration),
            Box::new(m20261129_000001_withdraw_words::Migration),
            Box::new(m20261201_000001_change_holders::Migration),
            Box::new(m20261203_000001_assess_stakeholders::Migration),
            Box::new(m20261130_000001_find_changes::Migration),
            Box::new(m20261204_000001_version_users::Migration),
            Box::new(m20261202_000001_create_documents::Migration),
            Box::new(m20261202_000002_promises_in_documents::Migration),
            Box::new(m20261205_000001_attach_files::Migration),
            Box::new(m20261208_000001_evidence_in_documents::Migration),
            Box::new(m20261207_000001_create_target_lists::Migration),
            Box::new(m20261209_000001_guard_lookup::Migration),
            Box::new(m20261210_000001_went_with_parent::Migration),
        ]
    }
}
