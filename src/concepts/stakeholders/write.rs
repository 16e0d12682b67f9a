//! Adding and changing stakeholders.

use async_graphql::ID;
use entity::enums::Audience;
use entity::ids::{DistrictId, MemberId, PartId, RecordId, StakeholderId, TopicId};
use entity::{stakeholder, stakeholder_alias, stakeholder_district, stakeholder_topic};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::{self, allow, allow_on};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, load, part, save};
use crate::concepts::records::{References, expect_version};
use crate::concepts::stakeholders::input::{CreateStakeholderInput, UpdateStakeholderInput};
use crate::concepts::stakeholders::standing::{STANDING_REASONS, standing_reasons};
use crate::concepts::stakeholders::tree::{self, TREE};
use crate::kit::check::Check;
use crate::kit::db;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::names::Keys;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Logged for stakeholder::Model {
    const KIND: Kind = Kind::Stakeholder;
    const OPEN: &'static [&'static str] = &[
        "name_en",
        "name_ur",
        "short_name",
        "category",
        "parent_id",
        "is_province_wide",
        "owner_id",
        "in_scope_since",
        "cadence_days",
        "aliases",
        "districts",
        "topics",
    ];
    const DERIVED: &'static [&'static str] = &["institution_id"];
    const PARTNERS: &'static [&'static str] = &[
        "name_en",
        "name_ur",
        "short_name",
        "category",
        "is_province_wide",
        "in_scope_since",
        "aliases",
        "districts",
    ];

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        Ok(vec![
            part("aliases", &aliases(conn, self.id).await?)?,
            part("districts", &districts(conn, self.id).await?)?,
            part("topics", &topics(conn, self.id).await?)?,
            part(STANDING_REASONS, &standing_reasons(conn, self.id).await?)?,
        ])
    }
}

async fn aliases<C: ConnectionTrait>(conn: &C, id: StakeholderId) -> Result<Vec<String>, Fault> {
    let rows = stakeholder_alias::Entity::find()
        .filter(stakeholder_alias::Column::StakeholderId.eq(id))
        .order_by_asc(stakeholder_alias::Column::Position)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.alias).collect())
}

async fn districts<C: ConnectionTrait>(
    conn: &C,
    id: StakeholderId,
) -> Result<Vec<DistrictId>, Fault> {
    let rows = stakeholder_district::Entity::find()
        .filter(stakeholder_district::Column::StakeholderId.eq(id))
        .order_by_asc(stakeholder_district::Column::DistrictId)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.district_id).collect())
}

async fn topics<C: ConnectionTrait>(conn: &C, id: StakeholderId) -> Result<Vec<TopicId>, Fault> {
    let rows = stakeholder_topic::Entity::find()
        .filter(stakeholder_topic::Column::StakeholderId.eq(id))
        .order_by_asc(stakeholder_topic::Column::TopicId)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.topic_id).collect())
}

/// The parts of a stakeholder that are to be written anew; `None` leaves one as it is.
#[derive(Default)]
struct NewParts {
    aliases: Option<Vec<String>>,
    districts: Option<Vec<DistrictId>>,
    topics: Option<Vec<TopicId>>,
}

impl NewParts {
    fn check(
        check: &mut Check,
        references: &mut References,
        aliases: Option<&Vec<String>>,
        districts: Option<&Vec<ID>>,
        topics: Option<&Vec<ID>>,
    ) -> Self {
        let root = Path::root();
        let aliases = aliases.map(|raw| check_aliases(check, raw));
        let districts = districts.map(|raw| {
            let path = root.field("districtIds");
            let ids = check.ids::<DistrictId>(&path, Some(raw));
            references.want_all(&path, &ids);
            ids
        });
        let topics = topics.map(|raw| {
            let path = root.field("topicIds");
            let ids = check.ids::<TopicId>(&path, Some(raw));
            references.want_all(&path, &ids);
            ids
        });
        Self {
            aliases,
            districts,
            topics,
        }
    }

    fn set(&self, whole: &mut Whole<stakeholder::Model>) -> Result<(), Fault> {
        if let Some(aliases) = &self.aliases {
            whole.set_part(part("aliases", aliases)?);
        }
        if let Some(districts) = &self.districts {
            whole.set_part(part("districts", districts)?);
        }
        if let Some(topics) = &self.topics {
            whole.set_part(part("topics", topics)?);
        }
        Ok(())
    }

    /// Removes what is written anew.
    async fn clear(&self, tx: &Tx, id: StakeholderId) -> Result<(), Fault> {
        if self.aliases.is_some() {
            let of = stakeholder_alias::Column::StakeholderId.eq(id);
            stakeholder_alias::Entity::delete_many()
                .filter(of)
                .exec(tx.conn())
                .await?;
        }
        if self.districts.is_some() {
            let of = stakeholder_district::Column::StakeholderId.eq(id);
            stakeholder_district::Entity::delete_many()
                .filter(of)
                .exec(tx.conn())
                .await?;
        }
        if self.topics.is_some() {
            let of = stakeholder_topic::Column::StakeholderId.eq(id);
            stakeholder_topic::Entity::delete_many()
                .filter(of)
                .exec(tx.conn())
                .await?;
        }
        Ok(())
    }

    fn insert(self, tx: &mut Tx, stakeholder_id: StakeholderId) {
        for (position, alias) in (0..).zip(self.aliases.into_iter().flatten()) {
            let id = tx.new_id::<PartId>();
            tx.insert(&stakeholder_alias::Model {
                id,
                stakeholder_id,
                position,
                alias,
            });
        }
        for district_id in self.districts.into_iter().flatten() {
            tx.insert(&stakeholder_district::Model {
                stakeholder_id,
                district_id,
            });
        }
        for topic_id in self.topics.into_iter().flatten() {
            tx.insert(&stakeholder_topic::Model {
                stakeholder_id,
                topic_id,
            });
        }
    }
}

fn check_aliases(check: &mut Check, raw: &[String]) -> Vec<String> {
    let path = Path::root().field("aliases");
    check.at_most(&path, raw.len());
    let lines = raw.iter().enumerate();
    lines
        .filter_map(|(position, alias)| check.line(&path.item(position), alias))
        .collect()
}

/// The longest time between two meetings that is still a cadence: ten years.
const LONGEST_CADENCE: i32 = 3_650;

fn check_cadence(check: &mut Check, days: Option<i32>) {
    if days.is_some_and(|days| !(1..=LONGEST_CADENCE).contains(&days)) {
        let message = format!("Between two meetings lie 1 to {LONGEST_CADENCE} days.");
        let path = Path::root().field("cadenceDays");
        check.refuse(UserErrorCode::OutOfRange, &path, message);
    }
}

fn set_keys(row: &mut stakeholder::Model, aliases: &[String]) {
    let further: Vec<&str> = row
        .short_name
        .as_deref()
        .into_iter()
        .chain(aliases.iter().map(String::as_str))
        .collect();
    let keys = Keys::of(row.name_en.as_deref(), row.name_ur.as_deref(), &further);
    (row.sort_en, row.sort_ur, row.search_key) = (keys.sort_en, keys.sort_ur, keys.search);
}

async fn parent_row(
    tx: &Tx,
    id: Option<StakeholderId>,
) -> Result<Option<stakeholder::Model>, Fault> {
    match id {
        Some(id) => Ok(stakeholder::Entity::find_by_id(id).one(tx.conn()).await?),
        None => Ok(None),
    }
}

impl Act for CreateStakeholderInput {
    const NAME: &'static str = "createStakeholder";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::CreateStakeholder)?;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id(&root.field("id"), self.id.as_ref());
        let name = check.name(&root.field("name"), &self.name);
        let short_name = check.optional_line(&root.field("shortName"), self.short_name.as_deref());
        let parent_id: Option<StakeholderId> =
            check.optional_id(&root.field("parentId"), self.parent_id.as_ref());
        references.want(&root.field("parentId"), parent_id);
        let owner_id: Option<MemberId> =
            check.optional_id(&root.field("ownerId"), self.owner_id.as_ref());
        references.want(&root.field("ownerId"), owner_id);
        let since = self.in_scope_since.map_or(tx.today(), |day| day.0);
        check.day(&root.field("inScopeSince"), since);
        check_cadence(&mut check, self.cadence_days);
        let parts = NewParts::check(
            &mut check,
            &mut references,
            Some(&self.aliases.unwrap_or_default()),
            Some(&self.district_ids.unwrap_or_default()),
            Some(&self.topic_ids.unwrap_or_default()),
        );
        references.look_up(tx, &mut check).await?;
        let name = check.done_with(name)?;
        let id = tx.id_or_new(id);
        let category = self.category.into();
        db::hold(tx.conn(), TREE).await?;
        let parent = parent_row(tx, parent_id).await?;
        let mut row = stakeholder::Model {
            id,
            audience: self.audience.map_or(Audience::Caucus, Into::into),
            words_audience: Audience::Present,
            recorded_at: tx.now(),
            archived_on: None,
            name_en: name.en,
            name_ur: name.ur,
            sort_en: Vec::new(),
            sort_ur: Vec::new(),
            search_key: String::new(),
            short_name,
            category,
            parent_id,
            institution_id: tree::institution(id, category, parent.as_ref()),
            is_province_wide: self.is_province_wide.unwrap_or_default(),
            owner_id,
            in_scope_since: since,
            cadence_days: self.cadence_days,
        };
        set_keys(&mut row, parts.aliases.as_deref().unwrap_or_default());
        let mut whole = Whole::alone(row);
        parts.set(&mut whole)?;
        save(tx, &allowed, None, &whole).await?;
        parts.insert(tx, id);
        Ok(id.into())
    }
}

impl Act for UpdateStakeholderInput {
    const NAME: &'static str = "updateStakeholder";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<StakeholderId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateStakeholder, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<stakeholder::Model> = load(tx, id.into()).await?;
        let mut after = before.clone();
        let (mut check, mut references) = (Check::default(), References::default());
        let parts = NewParts::check(
            &mut check,
            &mut references,
            self.aliases.as_ref(),
            self.district_ids.as_ref(),
            self.topic_ids.as_ref(),
        );
        self.set_fields(&mut check, &mut references, &mut after.row);
        references.look_up(tx, &mut check).await?;
        db::hold(tx.conn(), TREE).await?;
        let below = tree::below(tx.conn(), id).await?;
        let parent = parent_row(tx, after.row.parent_id).await?;
        let is_circle = after.row.parent_id == Some(id)
            || below.iter().any(|row| Some(row.id) == after.row.parent_id);
        if is_circle {
            let message = "An office cannot be a part of itself or of what is below it.";
            check.refuse(UserErrorCode::Invalid, &root.field("parentId"), message);
        }
        check.done()?;
        after.row.institution_id = tree::institution(id, after.row.category, parent.as_ref());
        parts.set(&mut after)?;
        let aliases = match &parts.aliases {
            Some(aliases) => aliases.clone(),
            None => aliases(tx.conn(), id).await?,
        };
        set_keys(&mut after.row, &aliases);
        save(tx, &allowed, Some(&before), &after).await?;
        tree::settle_below(tx.conn(), &after.row, below).await?;
        parts.clear(tx, id).await?;
        parts.insert(tx, id);
        Ok(id.into())
    }
}

impl UpdateStakeholderInput {
    fn set_fields(
        &self,
        check: &mut Check,
        references: &mut References,
        row: &mut stakeholder::Model,
    ) {
        let root = Path::root();
        if let Some(name) = self
            .name
            .as_ref()
            .and_then(|name| check.name(&root.field("name"), name))
        {
            (row.name_en, row.name_ur) = (name.en, name.ur);
        }
        if !self.short_name.is_undefined() {
            let raw = self.short_name.value().map(String::as_str);
            row.short_name = check.optional_line(&root.field("shortName"), raw);
        }
        if !self.parent_id.is_undefined() {
            let path = root.field("parentId");
            row.parent_id = check.optional_id(&path, self.parent_id.value());
            references.want(&path, row.parent_id);
        }
        if !self.owner_id.is_undefined() {
            let path = root.field("ownerId");
            row.owner_id = check.optional_id(&path, self.owner_id.value());
            references.want(&path, row.owner_id);
        }
        if let Some(since) = self.in_scope_since {
            check.day(&root.field("inScopeSince"), since.0);
            row.in_scope_since = since.0;
        }
        if !self.cadence_days.is_undefined() {
            row.cadence_days = self.cadence_days.value().copied();
            check_cadence(check, row.cadence_days);
        }
        row.category = self.category.map_or(row.category, Into::into);
        row.is_province_wide = self.is_province_wide.unwrap_or(row.is_province_wide);
        row.audience = self.audience.map_or(row.audience, Into::into);
    }
}
