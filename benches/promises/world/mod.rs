//! The data of a run: the same each time, in proportion to the number of meetings, inserted many
//! rows at a time. It is put in beside the acts, so it has no entries in the log.

mod people;
mod work;

use anyhow::Result;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use entity::enums::Audience;
use entity::ids::{DistrictId, EngagementId, MemberId, PersonId, RecordId, StakeholderId};
use entity::{district, record, record_person};
use rabta::kit::db::Db;
use rabta::kit::graphql::id::Kind;
use rabta::kit::ids::Ids;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, ModelTrait, QueryOrder,
    TransactionTrait,
};
use uuid::Uuid;

/// How many members the caucus has.
const MEMBERS: usize = 24;
/// Over how many days the work is spread.
const DAYS: u32 = 730;
/// The tables that are filled.
const FILLED: [&str; 11] = [
    "record",
    "record_person",
    "person",
    "member",
    "stakeholder",
    "engagement",
    "meeting",
    "meeting_stakeholder",
    "meeting_attendee",
    "decision",
    "follow_up_action",
];
/// As many rows as one statement may carry on both engines, whatever the table.
const ROWS: usize = 500;

/// What requests are made from.
pub struct World {
    /// The members with the people they are. The first is the one who asks.
    pub members: Vec<(MemberId, PersonId)>,
    /// Somebody at each stakeholder.
    pub officers: Vec<PersonId>,
    /// Whom the caucus deals with.
    pub stakeholders: Vec<StakeholderId>,
    /// The lines of work, with whom each is.
    pub engagements: Vec<(EngagementId, StakeholderId)>,
    /// Where meetings are held.
    pub districts: Vec<DistrictId>,
}

impl World {
    /// Fills an empty database.
    pub async fn fill(db: &Db, meetings: u32) -> Result<Self> {
        let mut filling = Filling {
            tx: db.writer().begin().await?,
            ids: Ids::seeded(7),
            meetings,
            records: Vec::new(),
            people: Vec::new(),
        };
        let mut world = Self {
            members: Vec::new(),
            officers: Vec::new(),
            stakeholders: Vec::new(),
            engagements: Vec::new(),
            districts: districts(&filling).await?,
        };
        people::fill(&mut filling, &mut world).await?;
        work::engagements(&mut filling, &mut world).await?;
        work::meetings(&mut filling, &world).await?;
        filling.tx.commit().await?;
        if !db.is_sqlite() {
            // The server's own sweep would do this some time later, in the midst of a turn. It
            // leaves empty tables alone, and so does this: told that they are, PostgreSQL would
            // read them from end to end also when they are not any more.
            let filled = format!("VACUUM ANALYZE {}", FILLED.join(", "));
            db.writer().execute_unprepared(&filled).await?;
        }
        Ok(world)
    }
}

async fn districts(filling: &Filling) -> Result<Vec<DistrictId>> {
    let rows = district::Entity::find().order_by_asc(district::Column::Id);
    let rows = rows.all(&filling.tx).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// A filling under way.
struct Filling {
    tx: DatabaseTransaction,
    ids: Ids,
    meetings: u32,
    records: Vec<record::Model>,
    people: Vec<record_person::Model>,
}

impl Filling {
    /// Notes the record under a thing, to be inserted by the next [`Filling::records`].
    fn record(
        &mut self,
        kind: Kind,
        at: DateTime<Utc>,
        audience: Audience,
        people: &[PersonId],
        parent: Option<RecordId>,
    ) -> Uuid {
        let id = self.ids.uuid(at);
        self.records.push(record::Model {
            id: RecordId(id),
            kind: kind.prefix().to_owned(),
            version: 1,
            facts_version: 1,
            audience,
            words_audience: Audience::Present,
            recorded_at: at,
            recorded_by: None,
            acting_for: None,
            confirmed_at: None,
            went_with_parent: false,
            words_withdrawn_at: None,
            archived_on: None,
            parent_id: parent,
        });
        let mut people = people.to_vec();
        people.sort_unstable();
        people.dedup();
        self.people
            .extend(people.into_iter().map(|person_id| record_person::Model {
                record_id: RecordId(id),
                person_id,
            }));
        id
    }

    /// Inserts the records noted.
    async fn records(&mut self) -> Result<()> {
        let records = std::mem::take(&mut self.records);
        self.insert(records).await
    }

    /// Inserts the people of the records noted; they must be there themselves.
    async fn people(&mut self) -> Result<()> {
        let people = std::mem::take(&mut self.people);
        self.insert(people).await
    }

    async fn insert<M>(&self, rows: Vec<M>) -> Result<()>
    where
        M: ModelTrait<Entity: EntityTrait<Model = M, ActiveModel: Send>>
            + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    {
        for rows in rows.chunks(ROWS) {
            let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
            M::Entity::insert_many(rows)
                .exec_without_returning(&self.tx)
                .await?;
        }
        Ok(())
    }
}

/// Who sees the `number`th thing: two in ten only its people, one in ten the partners too.
fn audience(number: u32) -> Audience {
    match dice(number, 10) {
        0 => Audience::Partners,
        1 | 2 => Audience::Present,
        _ => Audience::Caucus,
    }
}

/// A throw of a die with so many sides for the `number`th thing, the same on every run. (Knuth's
/// multiplicative hash.)
fn dice(number: u32, sides: u32) -> u32 {
    (number.wrapping_mul(2_654_435_761) >> 12) % sides
}

/// One of a list, round and round.
fn of<T: Copy>(list: &[T], number: u32) -> T {
    let number = usize::try_from(number).unwrap_or_default();
    *list
        .get(number % list.len().max(1))
        .unwrap_or_else(|| unreachable!("an empty list"))
}

/// The moment of the `number`th of `count` things that are spread over the days.
fn moment(number: u32, count: u32) -> DateTime<Utc> {
    let minutes = i64::from(number) * i64::from(DAYS) * 1_440 / i64::from(count.max(1));
    let start = DateTime::from_timestamp(1_704_067_200, 0).unwrap_or_default();
    start + TimeDelta::minutes(minutes)
}

fn day(at: DateTime<Utc>) -> NaiveDate {
    at.date_naive()
}
