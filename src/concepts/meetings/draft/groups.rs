//! Who took part without being named.

use entity::enums::HeadcountBasis;
use entity::ids::MeetingId;
use entity::meeting_group;

use crate::concepts::meetings::draft::Checking;
use crate::concepts::meetings::input::AttendeeGroupInput;
use crate::concepts::meetings::rules::headcount::MOST;
use crate::kit::user_error::{Path, UserErrorCode};

impl Checking<'_> {
    pub(super) fn groups(
        &mut self,
        raw: &[AttendeeGroupInput],
        meeting_id: MeetingId,
    ) -> Vec<meeting_group::Model> {
        let path = Path::root().field("groups");
        self.check.at_most(&path, raw.len());
        let (mut groups, mut named) = (Vec::new(), Vec::new());
        for (position, raw) in raw.iter().enumerate() {
            let here = path.item(position);
            self.check_counts(&here.field("headcount"), raw);
            let id = self.entry_id(&here, raw.id.as_ref(), &mut named);
            let Some(label) = self.check.line(&here.field("label"), &raw.label) else {
                continue;
            };
            groups.push((id, label, raw));
        }
        let rows = (0..).zip(groups).map(|(position, (id, label, raw))| {
            let basis = raw.basis.map_or(HeadcountBasis::Estimated, Into::into);
            meeting_group::Model {
                id,
                meeting_id,
                position,
                label,
                headcount: raw.headcount,
                women: raw.women,
                men: raw.men,
                not_stated: raw.not_stated,
                basis,
            }
        });
        rows.collect()
    }

    fn check_counts(&mut self, path: &Path, raw: &AttendeeGroupInput) {
        let parts = [raw.women, raw.men, raw.not_stated];
        let known: i64 = parts.iter().flatten().map(|count| i64::from(*count)).sum();
        if raw.headcount < 1 || parts.iter().flatten().any(|count| *count < 0) {
            let message = "A headcount is 1 or more, its parts are 0 or more.";
            self.check.refuse(UserErrorCode::OutOfRange, path, message);
        } else if raw.headcount > MOST {
            let message = format!("A headcount is {MOST} or less.");
            self.check.refuse(UserErrorCode::OutOfRange, path, message);
        } else if known > i64::from(raw.headcount) {
            let all = raw.headcount;
            let message =
                format!("Women, men and not stated are {known} together, more than {all}.");
            self.check.refuse(UserErrorCode::Invalid, path, message);
        }
    }
}
