//! What every table that stands on a record has in common.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ModelTrait;
use serde::Serialize;

use crate::enums::Audience;
use crate::ids::RecordId;

/// A row of a concept under which lies a record with the same id.
///
/// Audiences, time of recording and archiving are repeated from the record, because every list
/// filters or orders by them. Only saving sets them, on both.
pub trait Thing: ModelTrait + Serialize {
    /// The id of the record under the row.
    fn record_id(&self) -> RecordId;
    /// Who may see its facts.
    fn audience(&self) -> Audience;
    /// Who may see its words.
    fn words_audience(&self) -> Audience;
    /// The day from which it is kept out of lists; `None` while it is in use.
    fn archived_on(&self) -> Option<NaiveDate>;
    /// When it was first saved.
    fn recorded_at(&self) -> DateTime<Utc>;
    /// Archives it on a day, or takes it back into use.
    fn set_archived_on(&mut self, day: Option<NaiveDate>);
    /// Says who may see its facts and who its words.
    fn set_audiences(&mut self, facts: Audience, words: Audience);
}

/// Implements [`Thing`] for the models of the named tables.
macro_rules! things {
    ($($table:ident,)+) => {$(
        impl Thing for crate::$table::Model {
            fn record_id(&self) -> RecordId {
                self.id.into()
            }

            fn audience(&self) -> Audience {
                self.audience
            }

            fn words_audience(&self) -> Audience {
                self.words_audience
            }

            fn archived_on(&self) -> Option<NaiveDate> {
                self.archived_on
            }

            fn recorded_at(&self) -> DateTime<Utc> {
                self.recorded_at
            }

            fn set_archived_on(&mut self, day: Option<NaiveDate>) {
                self.archived_on = day;
            }

            fn set_audiences(&mut self, facts: Audience, words: Audience) {
                self.audience = facts;
                self.words_audience = words;
            }
        }
    )+};
}

things! {
    topic, person, member, stakeholder, assessment, programme, engagement, meeting, decision,
    commitment, follow_up_action, document, attachment,
    target_list,
}
