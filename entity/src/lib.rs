//! The tables as Rust types: one module a table, and the types of ids, values and words they share.
//!
//! A model is a row and nothing more; what a row means and who may see it lies in the concepts.
//! Serialising a model gives its facts for the log. It leaves out what is derived from other
//! columns (keys for sorting and searching) and what nobody is to read (digests of secrets).

#![expect(
    missing_docs,
    reason = "the doc of a table says what its rows are; most columns and values would only \
              repeat their names, and the derives add items that cannot be documented"
)]

pub mod acting;
pub mod assessment;
pub mod attachment;
pub mod attachment_content;
pub mod commitment;
pub mod commitment_amount;
pub mod commitment_district;
pub mod commitment_party;
pub mod commitment_step;
pub mod decision;
pub mod district;
pub mod division;
pub mod document;
pub mod document_party;
pub mod engagement;
pub mod engagement_member;
pub mod engagement_topic;
pub mod enums;
pub mod follow_up_action;
pub mod follow_up_helper;
pub mod ids;
pub mod log_change;
pub mod log_entry;
pub mod log_link;
pub mod log_origin;
pub mod log_private;
pub mod log_sight;
pub mod log_waiting;
pub mod meeting;
pub mod meeting_attendee;
pub mod meeting_district;
pub mod meeting_group;
pub mod meeting_programme;
pub mod meeting_stakeholder;
pub mod meeting_topic;
pub mod member;
pub mod member_party;
pub mod member_term;
pub mod person;
pub mod person_phone;
pub mod post;
pub mod programme;
pub mod record;
pub mod record_person;
pub mod request;
pub mod session;
pub mod sign_in_throttle;
pub mod stakeholder;
pub mod stakeholder_alias;
pub mod stakeholder_district;
pub mod stakeholder_topic;
pub mod standing_reason;
pub mod target_list;
pub mod target_list_stakeholder;
pub mod text;
pub mod thing;
pub mod token;
pub mod topic;
pub mod user;
pub mod user_scope_category;
pub mod user_scope_programme;
