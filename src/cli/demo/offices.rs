//! Adds the offices of the year, and who holds posts there.

use std::collections::HashMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::cli::demo::called::called;
use crate::cli::demo::caucus::Caucus;
use crate::cli::demo::fill::{District, Fill};
use crate::cli::demo::names::{MEN, SECOND, WOMEN};
use crate::cli::demo::organisations::ORGANISATIONS;
use crate::cli::demo::session::Session;
use crate::cli::demo::state::{Group, SERIES, STATE, Series};
use crate::cli::demo::words::{Both, INVENTED, INVENTED_UR, invented_name, name};

/// Whether an office has its head and a phone number on its card from the start: all with a woman as
/// head, and some others.
fn is_known(place: usize) -> bool {
    place.is_multiple_of(3) || place % 10 == 4
}

/// The office whose head says neither woman nor man of herself.
const OF_ANOTHER_GENDER: usize = 54;

/// An office, as the filling knows it.
#[derive(Clone, Debug)]
pub struct Office {
    /// By what the tables refer to it.
    pub key: String,
    /// Its id.
    pub id: String,
    /// Its category.
    pub category: &'static str,
    /// The id of the district in which it works; none where that is the province.
    pub district: Option<String>,
    /// Who is its head: an id once she is known.
    pub head: Head,
    /// Whether she is on its card from the start.
    pub is_known: bool,
}

/// The head of an office.
#[derive(Clone, Debug)]
pub struct Head {
    /// Her id as a person, once she is on record.
    pub id: Option<String>,
    /// Her name.
    pub name: Value,
    /// What she is called there.
    pub post: Both,
    /// Her gender, or his.
    pub gender: &'static str,
}

/// The offices under construction, in order.
pub struct Offices {
    all: Vec<Office>,
    parents: HashMap<String, String>,
}

/// Adds all of them, as the coordinator.
///
/// # Errors
/// When something did not take effect.
pub async fn add(fill: &Fill, caucus: &Caucus, session: &Session) -> Result<Vec<Office>> {
    let mut offices = Offices {
        all: Vec::new(),
        parents: HashMap::new(),
    };
    offices.file("ecp", &session.ecp);
    offices.file("nadra-pakistan", &session.nadra);
    for (place, party) in caucus.parties.iter().enumerate() {
        offices.file(&format!("party-{place}"), party);
    }
    for group in &STATE {
        offices.group(fill, caucus, group, name).await?;
    }
    for group in &ORGANISATIONS {
        offices.group(fill, caucus, group, invented_name).await?;
    }
    for series in &SERIES {
        offices.series(fill, caucus, series).await?;
    }
    for (place, office) in offices.all.iter_mut().enumerate() {
        if is_known(place) {
            introduce(fill, caucus, office, place).await?;
        }
    }
    Ok(offices.all)
}

/// An office before it is added.
struct New<'a> {
    category: &'static str,
    key: String,
    name: Value,
    short: Option<String>,
    aliases: Vec<String>,
    parent: Option<&'a str>,
    district: Option<&'a District>,
    post: Both,
}

impl Offices {
    fn file(&mut self, key: &str, id: &str) {
        self.parents.insert(key.to_owned(), id.to_owned());
    }

    async fn group(
        &mut self,
        fill: &Fill,
        caucus: &Caucus,
        group: &Group,
        named: fn(Both) -> Value,
    ) -> Result<()> {
        for [key, parent, en, ur, district] in group.offices {
            let district = Some(*district).filter(|code| !code.is_empty());
            let called = called(key);
            let aliases = called.map_or(&[][..], |called| called.aliases);
            let new = New {
                category: group.category,
                key: (*key).to_owned(),
                name: named((en, ur)),
                short: called.map(|called| called.short.to_owned()),
                aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
                parent: Some(*parent).filter(|key| !key.is_empty()),
                district: district.map(|code| fill.district(code)).transpose()?,
                post: group.post,
            };
            self.add(fill, caucus, new).await?;
        }
        Ok(())
    }

    async fn series(&mut self, fill: &Fill, caucus: &Caucus, series: &Series) -> Result<()> {
        let (en, ur) = series.name;
        for code in series.districts {
            let district = fill.district(code)?;
            let en_aliases = series.aliases.iter();
            let ur_aliases = series.aliases_ur.iter();
            let aliases = en_aliases
                .map(|alias| format!("{alias}, {}", district.en))
                .chain(ur_aliases.map(|alias| format!("{alias}، {}", district.ur)));
            let new = New {
                category: series.category,
                key: format!("{}-{code}", series.key),
                name: json!({
                    "en": format!("{en}, {}", district.en),
                    "ur": format!("{ur}، {}", district.ur),
                }),
                short: Some(format!("{} {}", series.short, district.en)),
                aliases: aliases.collect(),
                parent: series.parent,
                district: Some(district),
                post: series.post,
            };
            self.add(fill, caucus, new).await?;
        }
        Ok(())
    }

    async fn add(&mut self, fill: &Fill, caucus: &Caucus, new: New<'_>) -> Result<()> {
        let id = fill.id("stakeholder");
        let parent = match new.parent {
            Some(key) => Some(
                self.parents
                    .get(key)
                    .context("an office before its parent")?,
            ),
            None => None,
        };
        let place = self.all.len();
        let owner = &caucus.member(place % caucus.members.len())?.id;
        let district = new.district.map(|district| district.id.clone());
        let input = json!({
            "id": id,
            "name": new.name,
            "shortName": new.short,
            "aliases": new.aliases,
            "category": new.category,
            "parentId": parent,
            "isProvinceWide": district.is_none(),
            "districtIds": district.iter().collect::<Vec<_>>(),
            "ownerId": owner,
            "cadenceDays": CADENCES.get(place % CADENCES.len()),
        });
        fill.act(caucus.coordinator(), "createStakeholder", input)
            .await?;
        self.file(&new.key, &id);
        self.all.push(Office {
            key: new.key,
            id,
            category: new.category,
            district,
            head: head(place, new.post)?,
            is_known: false,
        });
        Ok(())
    }
}

/// How often offices are to be met, in days; of most of them nobody said.
const CADENCES: [Option<i32>; 5] = [Some(60), None, Some(120), None, None];

/// Who is the head of the office at a place in the list. Every third is a woman, but no name
/// comes twice.
///
/// # Errors
/// When a table of names is empty.
pub fn head(place: usize, post: Both) -> Result<Head> {
    let is_woman = place.is_multiple_of(3);
    let first = if is_woman {
        WOMEN.get(place / 3 % WOMEN.len())
    } else {
        MEN.get(place % MEN.len())
    };
    let second = SECOND.get(place % SECOND.len());
    let gender = match place {
        OF_ANOTHER_GENDER => "OTHER",
        _ if is_woman => "WOMAN",
        _ => "MAN",
    };
    let ((en, ur), (en2, ur2)) = first.zip(second).context("a table of names is empty")?;
    Ok(Head {
        id: None,
        name: json!({
            "en": format!("{en} {en2} {INVENTED}"),
            "ur": format!("{ur} {ur2} {INVENTED_UR}"),
        }),
        post,
        gender,
    })
}

/// Puts the head of an office on record, with a phone number that leads nowhere: no number of
/// the country goes on with a zero.
async fn introduce(fill: &Fill, caucus: &Caucus, office: &mut Office, place: usize) -> Result<()> {
    let id = fill.id("person");
    let by = caucus.coordinator();
    let mut phones = vec![json!({ "number": format!("+920000000{place:03}"), "kind": "OFFICE" })];
    if place.is_multiple_of(2) {
        phones.push(json!({ "number": format!("+920000001{place:03}"), "kind": "WHATSAPP" }));
    }
    let input = json!({
        "id": id,
        "name": office.head.name,
        "gender": office.head.gender,
        "phones": phones,
        "email": format!("office{place}@demo.example"),
    });
    fill.act(by, "createPerson", input).await?;
    let input = json!({
        "id": fill.id("post"),
        "personId": id,
        "stakeholderId": office.id,
        "title": name(office.head.post),
        "from": "2025-01-01",
    });
    fill.act(by, "addPost", input).await?;
    office.head.id = Some(id);
    office.is_known = true;
    Ok(())
}
