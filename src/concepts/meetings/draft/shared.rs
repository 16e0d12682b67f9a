//! What of a meeting that is open to partners comes into their sight anew.

use std::collections::HashSet;

use entity::enums::Audience;
use entity::meeting;

use crate::concepts::access::policy::shares_with_partners;
use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::draft::asked::Asked;
use crate::concepts::meetings::draft::parts::Draft;
use crate::kit::graphql::id::{Kind, to_text};
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    /// That only a coordinator brings what is open to partners before further ones, by another
    /// programme or office, or gives them other words. To take words away is everybody's.
    pub(super) fn shared_anew(&mut self, was: &meeting::Model, draft: &Draft, asked: &Asked<'_>) {
        let row = &draft.row;
        let is_open = |row: &meeting::Model| row.audience == Audience::Partners;
        if !is_open(was) || !is_open(row) || shares_with_partners(self.tx.viewer()) {
            return;
        }
        let had = &self.there.rows;
        let known: HashSet<_> = had.programmes.iter().map(|row| row.programme_id).collect();
        let mut programmes = draft.programmes.iter().flatten();
        let is_new_programme = programmes.any(|row| !known.contains(&row.programme_id));
        let known: HashSet<_> = had
            .with
            .iter()
            .filter_map(|row| row.stakeholder_id)
            .collect();
        let matched = asked.matches.unwrap_or_default();
        let matched: HashSet<_> = matched.iter().map(|one| one.id.as_str()).collect();
        let with = draft.with.iter().flatten();
        let (by_match, by_name): (Vec<_>, Vec<_>) = with
            .filter(|row| row.stakeholder_id.is_some_and(|id| !known.contains(&id)))
            .partition(|row| matched.contains(to_text(Kind::Part, row.id.0).as_str()));
        if is_new_programme {
            self.refuse_sharing("programmeIds");
        }
        if !by_name.is_empty() {
            self.refuse_sharing("with");
        }
        if !by_match.is_empty() {
            self.refuse_sharing("match");
        }
        let has_other_words = row.said.is_some() && row.said != was.said;
        if has_other_words && row.words_audience == Audience::Partners {
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
