//! Taking people into the caucus, and keeping their terms and parties.

use std::collections::HashSet;

use async_graphql::ID;
use chrono::NaiveDate;
use entity::enums::{Audience, StakeholderCategory};
use entity::ids::{DistrictId, MemberId, PartId, PersonId, RecordId, StakeholderId};
use entity::{member, member_party, member_term, stakeholder};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::{self, acting, allow, allow_on};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, keep_ids, load, part, save};
use crate::concepts::members::input::{
    CreateMemberInput, PartyMembershipInput, TermInput, UpdateMemberInput,
};
use crate::concepts::members::named::members_among;
use crate::concepts::records::{References, expect_version};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Logged for member::Model {
    const KIND: Kind = Kind::Member;
    const OPEN: &'static [&'static str] = &["person_id", "joined_on", "left_on", acting::PART];
    const PARTNERS: &'static [&'static str] = &["joined_on", "left_on", "terms"];

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        let terms = member_term::Entity::find()
            .filter(member_term::Column::MemberId.eq(self.id))
            .order_by_asc(member_term::Column::Id)
            .all(conn)
            .await?;
        let parties = member_party::Entity::find()
            .filter(member_party::Column::MemberId.eq(self.id))
            .order_by_asc(member_party::Column::Id)
            .all(conn)
            .await?;
        Ok(vec![
            part("terms", &terms)?,
            part("parties", &parties)?,
            acting::part_of(conn, self.id).await?,
        ])
    }
}

fn check_terms(
    check: &mut Check,
    references: &mut References,
    raw: &[TermInput],
    tx: &Tx,
    member_id: MemberId,
) -> Vec<member_term::Model> {
    let path = Path::root().field("terms");
    check.at_most(&path, raw.len());
    let mut rows = Vec::new();
    for (position, term) in raw.iter().enumerate() {
        let here = path.item(position);
        if term.assembly < 1 {
            let message = "Assemblies are numbered from 1.";
            check.refuse(UserErrorCode::OutOfRange, &here.field("assembly"), message);
        }
        let (from, to) = (term.from.0, term.to.map(|day| day.0));
        check.span((&here.field("from"), Some(from)), (&here.field("to"), to));
        let district_id: Option<DistrictId> =
            check.optional_id(&here.field("districtId"), term.district_id.as_ref());
        references.want(&here.field("districtId"), district_id);
        let constituency =
            check.optional_line(&here.field("constituency"), term.constituency.as_deref());
        rows.push(member_term::Model {
            id: tx.new_id::<PartId>(),
            member_id,
            assembly: term.assembly,
            seat: term.seat.into(),
            constituency,
            district_id,
            from_day: from,
            to_day: to,
        });
    }
    rows
}

async fn check_parties(
    check: &mut Check,
    references: &mut References,
    raw: &[PartyMembershipInput],
    tx: &Tx,
    member_id: MemberId,
    joined_on: NaiveDate,
) -> Result<Vec<member_party::Model>, Fault> {
    let path = Path::root().field("parties");
    check.at_most(&path, raw.len());
    let mut rows = Vec::new();
    for (position, party) in raw.iter().enumerate() {
        let here = path.item(position);
        let (from, to) = (
            party.from.map_or(joined_on, |day| day.0),
            party.to.map(|day| day.0),
        );
        check.span((&here.field("from"), Some(from)), (&here.field("to"), to));
        let Some(party_id) = check.id::<StakeholderId>(&here.field("partyId"), &party.party_id)
        else {
            continue;
        };
        references.want(&here.field("partyId"), Some(party_id));
        let found = stakeholder::Entity::find_by_id(party_id)
            .one(tx.conn())
            .await?;
        if found.is_some_and(|row| row.category != StakeholderCategory::PoliticalParty) {
            let message = "This stakeholder is not a political party.";
            check.refuse(UserErrorCode::Invalid, &here.field("partyId"), message);
        }
        rows.push(member_party::Model {
            id: tx.new_id::<PartId>(),
            member_id,
            party_id,
            from_day: from,
            to_day: to,
        });
    }
    Ok(rows)
}

impl Act for CreateMemberInput {
    const NAME: &'static str = "createMember";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::CreateMember)?;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let made = check.client_id::<MemberId>(&root.field("id"), self.id.as_ref());
        let id = tx.id_or_new(made);
        let place = root.field("personId");
        let person_id = check.id::<PersonId>(&place, &self.person_id);
        references.want(&place, person_id);
        let joined_on = self.joined_on.0;
        check.day(&root.field("joinedOn"), joined_on);
        let raw = self.terms.unwrap_or_default();
        let terms = check_terms(&mut check, &mut references, &raw, tx, id);
        let raw = self.parties.unwrap_or_default();
        let parties = check_parties(&mut check, &mut references, &raw, tx, id, joined_on).await?;
        references.look_up(tx, &mut check).await?;
        if let Some(person) = person_id
            && !members_among(tx, &[person]).await?.is_empty()
        {
            let message = "This person is a member already; a membership is one row for ever.";
            check.refuse(UserErrorCode::Duplicate, &place, message);
        }
        let person_id = check.done_with(person_id)?;
        let row = member::Model {
            id,
            audience: self.audience.map_or(Audience::Caucus, Into::into),
            words_audience: Audience::Present,
            recorded_at: tx.now(),
            archived_on: None,
            person_id,
            joined_on,
            left_on: None,
        };
        let parts = vec![part("terms", &terms)?, part("parties", &parties)?];
        let whole = Whole {
            parts,
            people: vec![person_id],
            ..Whole::alone(row)
        };
        save(tx, &allowed, None, &whole).await?;
        tx.insert_all(&terms);
        tx.insert_all(&parties);
        Ok(id.into())
    }
}

impl Act for UpdateMemberInput {
    const NAME: &'static str = "updateMember";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<MemberId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateMember, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<member::Model> = load(tx, id.into()).await?;
        let mut after = before.clone();
        let (mut check, mut references) = (Check::default(), References::default());
        let row = &mut after.row;
        row.joined_on = self.joined_on.map_or(row.joined_on, |day| day.0);
        if !self.left_on.is_undefined() {
            row.left_on = self.left_on.value().map(|day| day.0);
        }
        row.audience = self.audience.map_or(row.audience, Into::into);
        check.span(
            (&root.field("joinedOn"), Some(row.joined_on)),
            (&root.field("leftOn"), row.left_on),
        );
        let joined_on = row.joined_on;
        let mut terms = self
            .terms
            .map(|raw| check_terms(&mut check, &mut references, &raw, tx, id));
        let mut parties = match self.parties {
            Some(raw) => {
                Some(check_parties(&mut check, &mut references, &raw, tx, id, joined_on).await?)
            }
            None => None,
        };
        references.look_up(tx, &mut check).await?;
        check.done()?;
        if let Some(terms) = &mut terms {
            keep_ids(terms_of(tx, id).await?, terms, |row| &mut row.id);
            after.set_part(part("terms", terms)?);
        }
        if let Some(parties) = &mut parties {
            let had = parties_of(tx, id).await?;
            keep_ids(had.clone(), parties, |row| &mut row.id);
            after.set_part(part("parties", parties)?);
            if change_is_hidden(tx, &had, parties).await? {
                after.unseen.push("parties");
            }
        }
        save(tx, &allowed, Some(&before), &after).await?;
        replace(tx, id, terms, parties).await?;
        Ok(id.into())
    }
}

async fn terms_of(tx: &Tx, id: MemberId) -> Result<Vec<member_term::Model>, Fault> {
    let of = member_term::Column::MemberId.eq(id);
    let found = member_term::Entity::find().filter(of);
    Ok(found.all(tx.conn()).await?)
}

async fn parties_of(tx: &Tx, id: MemberId) -> Result<Vec<member_party::Model>, Fault> {
    let of = member_party::Column::MemberId.eq(id);
    let found = member_party::Entity::find().filter(of);
    Ok(found.all(tx.conn()).await?)
}

/// Whether what differs between two lists are memberships of parties that the caucus does not see.
async fn change_is_hidden(
    tx: &Tx,
    had: &[member_party::Model],
    now: &[member_party::Model],
) -> Result<bool, Fault> {
    let gone = had.iter().filter(|row| !now.contains(row));
    let new = now.iter().filter(|row| !had.contains(row));
    let changed: HashSet<_> = gone.chain(new).map(|row| row.party_id).collect();
    let open = stakeholder::Entity::find()
        .filter(stakeholder::Column::Id.is_in(changed))
        .filter(stakeholder::Column::Audience.lte(Audience::Caucus))
        .one(tx.conn())
        .await?;
    Ok(open.is_none())
}

async fn replace(
    tx: &mut Tx,
    id: MemberId,
    terms: Option<Vec<member_term::Model>>,
    parties: Option<Vec<member_party::Model>>,
) -> Result<(), Fault> {
    if let Some(terms) = terms {
        let of = member_term::Column::MemberId.eq(id);
        member_term::Entity::delete_many()
            .filter(of)
            .exec(tx.conn())
            .await?;
        tx.insert_all(&terms);
    }
    if let Some(parties) = parties {
        let of = member_party::Column::MemberId.eq(id);
        member_party::Entity::delete_many()
            .filter(of)
            .exec(tx.conn())
            .await?;
        tx.insert_all(&parties);
    }
    Ok(())
}
