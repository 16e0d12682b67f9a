//! Checking what is known of a commitment beside its words, in whatever act it is sent.

use chrono::NaiveDate;
use entity::commitment;
use entity::enums::PartySide;
use entity::ids::{CommitmentId, DistrictId, StakeholderId};

use crate::concepts::commitments::input::CommitmentTermsInput;
use crate::concepts::commitments::rules::sides;
use crate::concepts::members::named::{PersonOrMember, check_person};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::graphql::id::RecordKind;
use crate::kit::user_error::{Path, UserErrorCode};

/// What of the terms lies beside the row; `None` leaves a list as it is.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Who said it.
    pub said_by: Option<PersonOrMember>,
    /// The offices that owe it.
    pub owed_by: Option<Vec<StakeholderId>>,
    /// The offices to which it is owed.
    pub owed_to: Option<Vec<StakeholderId>>,
    /// The districts that would benefit.
    pub districts: Option<Vec<DistrictId>>,
}

impl CommitmentTermsInput {
    /// Checks the terms and sets those of the row, whose direction stands already. References
    /// still have to be looked up.
    pub fn check(
        &self,
        check: &mut Check,
        references: &mut References,
        path: &Path,
        row: &mut commitment::Model,
        today: NaiveDate,
    ) -> Terms {
        if !self.kind.is_undefined() {
            row.kind = self.kind.value().map(|kind| (*kind).into());
        }
        if let Some(is_vague) = self.is_vague {
            row.is_vague = is_vague.then_some(true);
        }
        if !self.purpose.is_undefined() {
            let purpose = check.optional_text(&path.field("purpose"), self.purpose.value());
            row.purpose = purpose.map(|purpose| purpose.in_place_of(row.purpose.as_ref()));
        }
        if !self.said_on.is_undefined() {
            let said = self.said_on.value();
            let path = path.field("saidOn");
            row.said_on = said.and_then(|day| check.day_come(&path, day.0, today));
        }
        if !self.answers_id.is_undefined() {
            let path = path.field("answersId");
            row.answers_id = check.optional_id::<CommitmentId>(&path, self.answers_id.value());
            references.want(&path, row.answers_id);
        }
        if !self.repeats_id.is_undefined() {
            let path = path.field("repeatsId");
            row.repeats_id = check.optional_id::<CommitmentId>(&path, self.repeats_id.value());
            references.want(&path, row.repeats_id);
        }
        if self.said_by_id.is_null() {
            row.said_by_id = None;
        }
        Terms {
            said_by: self
                .said_by_id
                .value()
                .and_then(|raw| check_person(check, references, &path.field("saidById"), raw)),
            owed_by: self.party(check, references, path, PartySide::Owes, row),
            owed_to: self.party(check, references, path, PartySide::Owed, row),
            districts: list(
                check,
                references,
                &path.field("districtIds"),
                self.district_ids.as_ref(),
            ),
        }
    }

    fn party(
        &self,
        check: &mut Check,
        references: &mut References,
        path: &Path,
        side: PartySide,
        row: &commitment::Model,
    ) -> Option<Vec<StakeholderId>> {
        let (field, raw, message) = match side {
            PartySide::Owes => (
                "owedByIds",
                &self.owed_by_ids,
                "The caucus itself owes this; leave out owedByIds, or choose another direction.",
            ),
            PartySide::Owed => (
                "owedToIds",
                &self.owed_to_ids,
                "It is the caucus to which this is owed; leave out owedToIds, or choose another direction.",
            ),
        };
        let path = path.field(field);
        let named = list(check, references, &path, raw.as_ref())?;
        if !named.is_empty() && !sides(row.direction).contains(&side) {
            check.refuse(UserErrorCode::Invalid, &path, message);
        }
        Some(named)
    }
}

fn list<I: RecordKind + PartialEq>(
    check: &mut Check,
    references: &mut References,
    path: &Path,
    raw: Option<&Vec<async_graphql::ID>>,
) -> Option<Vec<I>> {
    let raw = raw?;
    let ids = check.ids::<I>(path, Some(raw));
    references.want_all(path, &ids);
    Some(ids)
}
