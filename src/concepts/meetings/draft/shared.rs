//! What of a meeting that is open to partners comes into their sight anew.

use entity::enums::Audience;

use crate::concepts::access::policy::shares_with_partners;
use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::draft::asked::Asked;
use crate::concepts::meetings::draft::parts::Draft;
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    /// That only a coordinator brings what is open to partners before further ones, by another
    /// programme or office, or gives them other words.
    pub(super) fn shared_anew(&mut self, asked: &Asked<'_>, draft: &Draft) {
        let row = &draft.row;
        if row.audience != Audience::Partners || shares_with_partners(self.tx.viewer()) {
            return;
        }
        let had = &self.there.rows;
        let programmes = draft.programmes.iter().flatten();
        if programmes.into_iter().any(|new| {
            let mut had = had.programmes.iter();
            !had.any(|had| had.programme_id == new.programme_id)
        }) {
            self.refuse_sharing("programmeIds");
        }
        let offices = draft.with.iter().flatten();
        let mut offices = offices.filter(|with| with.stakeholder_id.is_some());
        if offices.any(|new| {
            let mut had = had.with.iter();
            !had.any(|had| had.stakeholder_id == new.stakeholder_id)
        }) {
            self.refuse_sharing("with");
        }
        if row.words_audience == Audience::Partners && !asked.said.is_undefined() {
            self.refuse_sharing("said");
        }
    }

    fn refuse_sharing(&mut self, field: &str) {
        let message = "This meeting is open to partners, and only a coordinator changes what they \
                       see by this. Ask her, or let the caucus alone see it.";
        let path = Path::root().field(field);
        self.check.refuse(UserErrorCode::Forbidden, &path, message);
    }
}
