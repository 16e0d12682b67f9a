//! The caucus before the session: topics, the programme, invented members and parties, and the
//! demo's users.

use anyhow::{Context, Result};
use chrono::NaiveDate;
use entity::enums::{Language, Role};
use entity::ids::{PersonId, ProgrammeId};
use serde_json::{Value, json};

use crate::cli::demo::fill::{Fill, moment};
use crate::cli::demo::names::{
    ADMINISTRATOR, AIDE, COORDINATOR, Lawmaker, MEMBERS, PARTIES, PARTNER, Seat,
};
use crate::cli::demo::users::{self, New, User, stranger};
use crate::cli::demo::words::{Both, invented_name, name};
use crate::cli::user::Who;
use crate::concepts::access::acting::on_behalf;
use crate::concepts::access::{Scope, Viewer};
use crate::kit::graphql::id::{RecordKind, parse, to_id};

/// What the caucus works on.
pub const TOPICS: [Both; 8] = [
    ("Women as voters", "خواتین بطور ووٹر"),
    ("Identity cards", "شناختی کارڈ"),
    (
        "Women in parties and councils",
        "جماعتوں اور کونسلوں میں خواتین",
    ),
    ("Girls' education", "لڑکیوں کی تعلیم"),
    ("Safety and justice", "تحفظ اور انصاف"),
    ("Work and livelihood", "روزگار"),
    ("Women in the media", "ذرائع ابلاغ میں خواتین"),
    ("The caucus itself", "کاکس کے اپنے امور"),
];

/// The first day of the assembly, and of the terms in it.
const ASSEMBLY: (i32, &str) = (12, "2024-02-28");

/// A member of the caucus, as the filling knows her.
#[derive(Clone, Debug)]
pub struct Member {
    /// Her id as a member.
    pub id: String,
    person: String,
}

/// What all that follows refers to.
pub struct Caucus {
    /// The staff person who keeps the record.
    pub coordinator: User,
    /// Two members who sign in, the first of [`Caucus::members`].
    pub signed_in: [User; 2],
    /// Who writes for the first of them.
    pub aide: User,
    /// The aide as the server knows him while he acts for her.
    pub aide_for_her: Viewer,
    /// Who reads from outside.
    pub partner: User,
    /// Who keeps the server.
    pub administrator: User,
    /// All members, in the order of [`MEMBERS`].
    pub members: Vec<Member>,
    /// The parties, in the order of [`PARTIES`].
    pub parties: Vec<String>,
    /// The topics, in the order of [`TOPICS`].
    pub topics: Vec<String>,
    /// The programme.
    pub programme: String,
}

impl Caucus {
    /// The coordinator as the server knows her.
    #[must_use]
    pub fn coordinator(&self) -> &Viewer {
        &self.coordinator.viewer
    }

    /// A member by her place.
    ///
    /// # Errors
    /// When there is none.
    pub fn member(&self, place: usize) -> Result<&Member> {
        self.members.get(place).context("there is no such member")
    }

    /// A topic by its place.
    ///
    /// # Errors
    /// When there is none.
    pub fn topic(&self, place: usize) -> Result<&str> {
        let found = self.topics.get(place);
        Ok(found.context("there is no such topic")?)
    }
}

/// Makes all of it, on a day.
///
/// # Errors
/// When something did not take effect.
pub async fn gather(fill: &mut Fill, day: NaiveDate) -> Result<Caucus> {
    fill.set(moment(day, 9, 0)?);
    let user = |address, who, role, language| New {
        address,
        who,
        role,
        language,
        scope: Scope::default(),
    };
    let new = user(
        "coordinator",
        stranger(COORDINATOR),
        Role::Coordinator,
        Language::En,
    );
    let coordinator = users::add(&fill.app, new).await?;
    let new = user("admin", stranger(ADMINISTRATOR), Role::Admin, Language::En);
    let administrator = users::add(&fill.app, new).await?;
    let by = &coordinator.viewer;
    fill.learn_districts(by).await?;
    let topics = topics(fill, by).await?;
    let programme = programme(fill, by).await?;
    let parties = parties(fill, by).await?;
    let mut members = Vec::new();
    for woman in &MEMBERS {
        members.push(member(fill, by, &parties, woman).await?);
    }
    let sign_in = async |place: usize, address, language| {
        let person = &members.get(place).context("too few members")?.person;
        let who = Who::Known(bare::<PersonId>(person)?);
        users::add(&fill.app, user(address, who, Role::Member, language)).await
    };
    let signed_in = [
        sign_in(0, "member", Language::Ur).await?,
        sign_in(1, "member2", Language::En).await?,
    ];
    let aide = user("aide", stranger(AIDE), Role::Aide, Language::Ur);
    let aide = users::add(&fill.app, aide).await?;
    let aide_for_her = lets_act(fill, &signed_in[0], &aide).await?;
    let scope = Scope {
        programmes: vec![bare::<ProgrammeId>(&programme)?],
        categories: Vec::new(),
    };
    let new = New {
        scope,
        ..user("partner", stranger(PARTNER), Role::Partner, Language::En)
    };
    Ok(Caucus {
        partner: users::add(&fill.app, new).await?,
        coordinator,
        signed_in,
        aide,
        aide_for_her,
        administrator,
        members,
        parties,
        topics,
        programme,
    })
}

/// A member lets her aide act for her.
async fn lets_act(fill: &Fill, her: &User, aide: &User) -> Result<Viewer> {
    let input = json!({ "userId": to_id(aide.viewer.user) });
    fill.act(&her.viewer, "letActForMe", input).await?;
    let member = her.viewer.member.context("a member without a membership")?;
    let acting = on_behalf(fill.app.db.writer(), &aide.viewer, member).await?;
    acting.context("an aide who may not act")
}

async fn topics(fill: &Fill, by: &Viewer) -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for topic in TOPICS {
        let id = fill.id("topic");
        fill.act(by, "createTopic", json!({ "id": id, "name": name(topic) }))
            .await?;
        ids.push(id);
    }
    Ok(ids)
}

async fn programme(fill: &Fill, by: &Viewer) -> Result<String> {
    let id = fill.id("programme");
    let called = name(("Pakistan Women Leaders (PWL)", "پاکستان ویمن لیڈرز (PWL)"));
    let input = json!({ "id": id, "name": called, "audience": "PARTNERS" });
    fill.act(by, "createProgramme", input).await?;
    Ok(id)
}

async fn parties(fill: &Fill, by: &Viewer) -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for party in PARTIES {
        let id = fill.id("stakeholder");
        let input = json!({
            "id": id,
            "name": invented_name(party),
            "category": "POLITICAL_PARTY",
            "isProvinceWide": true,
        });
        fill.act(by, "createStakeholder", input).await?;
        ids.push(id);
    }
    Ok(ids)
}

async fn member(fill: &Fill, by: &Viewer, parties: &[String], woman: &Lawmaker) -> Result<Member> {
    let (id, person) = (fill.id("member"), fill.id("person"));
    let input = json!({
        "id": person,
        "name": invented_name(woman.name),
        "gender": "WOMAN",
        "language": "UR",
    });
    fill.act(by, "createPerson", input).await?;
    let (seat, constituency) = match woman.seat {
        Seat::General(constituency) => ("GENERAL", Some(constituency)),
        Seat::Women => ("RESERVED_WOMEN", None),
        Seat::Minority => ("RESERVED_MINORITY", None),
    };
    let (assembly, from) = ASSEMBLY;
    let term: Value = json!({
        "assembly": assembly,
        "seat": seat,
        "constituency": constituency,
        "districtId": fill.district(woman.district)?.id,
        "from": from,
    });
    let party = parties.get(woman.party).context("there is no such party")?;
    let input = json!({
        "id": id,
        "personId": person,
        "joinedOn": from,
        "terms": [term],
        "parties": [{ "partyId": party }],
    });
    fill.act(by, "createMember", input).await?;
    Ok(Member { id, person })
}

fn bare<I: RecordKind>(id: &str) -> Result<I> {
    parse(&id.into()).map_err(anyhow::Error::msg)
}
