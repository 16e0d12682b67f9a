//! Members, stakeholders and those who speak for them.

use anyhow::Result;
use chrono::{DateTime, Utc};
use entity::enums::{Audience, Gender, StakeholderCategory};
use entity::ids::{MemberId, PersonId, StakeholderId};
use entity::{member, person, stakeholder};
use rabta::kit::graphql::id::Kind;
use rabta::kit::names::Keys;

use super::{Filling, MEMBERS, World, day, moment, of};

const CATEGORIES: [StakeholderCategory; 6] = [
    StakeholderCategory::PoliticalParty,
    StakeholderCategory::Ecp,
    StakeholderCategory::Nadra,
    StakeholderCategory::Cso,
    StakeholderCategory::Academia,
    StakeholderCategory::LocalGovernment,
];

/// One stakeholder for fifty meetings, a person at each, and the members.
pub async fn fill(filling: &mut Filling, world: &mut World) -> Result<()> {
    let start = moment(0, 1);
    let (mut people, mut members, mut stakeholders) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..MEMBERS {
        let person = person(filling, start, format!("Member {number:02}"));
        let id = filling.record(Kind::Member, start, Audience::Caucus, &[person.id], None);
        world.members.push((MemberId(id), person.id));
        members.push(member::Model {
            id: MemberId(id),
            audience: Audience::Caucus,
            words_audience: Audience::Present,
            recorded_at: start,
            archived_on: None,
            person_id: person.id,
            joined_on: day(start),
            left_on: None,
        });
        people.push(person);
    }
    for number in 0..(filling.meetings / 50).max(60) {
        let person = person(filling, start, format!("Officer {number:05}"));
        world.officers.push(person.id);
        people.push(person);
        let row = office(filling, start, number);
        world.stakeholders.push(row.id);
        stakeholders.push(row);
    }
    filling.records().await?;
    filling.insert(people).await?;
    filling.people().await?;
    filling.insert(members).await?;
    filling.insert(stakeholders).await
}

fn person(filling: &mut Filling, at: DateTime<Utc>, name: String) -> person::Model {
    let id = filling.record(Kind::Person, at, Audience::Caucus, &[], None);
    let keys = Keys::of(Some(&name), None, &[]);
    person::Model {
        id: PersonId(id),
        audience: Audience::Caucus,
        words_audience: Audience::Present,
        recorded_at: at,
        archived_on: None,
        name_en: Some(name),
        name_ur: None,
        sort_en: keys.sort_en,
        sort_ur: keys.sort_ur,
        search_key: keys.search,
        gender: Gender::Woman,
        language: None,
        email: None,
    }
}

fn office(filling: &mut Filling, at: DateTime<Utc>, number: u32) -> stakeholder::Model {
    let id = filling.record(Kind::Stakeholder, at, Audience::Caucus, &[], None);
    let (en, ur) = (format!("Office {number:05}"), format!("دفتر {number:05}"));
    let keys = Keys::of(Some(&en), Some(&ur), &[]);
    stakeholder::Model {
        id: StakeholderId(id),
        audience: Audience::Caucus,
        words_audience: Audience::Present,
        recorded_at: at,
        archived_on: None,
        name_en: Some(en),
        name_ur: Some(ur),
        sort_en: keys.sort_en,
        sort_ur: keys.sort_ur,
        search_key: keys.search,
        short_name: None,
        category: of(&CATEGORIES, number),
        parent_id: None,
        institution_id: StakeholderId(id),
        is_province_wide: true,
        owner_id: None,
        in_scope_since: day(at),
        cadence_days: None,
    }
}
