//! Saving a thing: the one way in which the record under it, its people and the log are kept.

use entity::enums::{Audience, ChangeReach};
use entity::ids::{PersonId, RecordId};
use entity::{record, record_person};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Value};

use crate::concepts::access::Allowed;
use crate::concepts::log::entry::{Change, whose};
use crate::concepts::log::image::{Image, Logged, Parts};
use crate::concepts::log::tx::Tx;
use crate::kit::fault::Fault;

/// A thing as it is after a write: its row, its parts as the log shows them, its people.
#[derive(Clone, Debug)]
pub struct Whole<T> {
    /// The row of the concept's table.
    pub row: T,
    /// The parts under their names.
    pub parts: Parts,
    /// Who recorded it, attended, leads, owns, helps, gave; each may see it whatever its
    /// audience, and its words. The one who records a thing is always among them.
    pub people: Vec<PersonId>,
    /// What it hangs on, whose people are also its own.
    pub parent: Option<RecordId>,
    /// The parts of which nothing changed but what coordinators alone see.
    pub unseen: Vec<&'static str>,
    /// The words that are withdrawn by this, as [`crate::concepts::log::erase::erase`] named them:
    /// what earlier entries say of them is erased. Empty where none are.
    pub withdrawn: Vec<String>,
}

impl<T: Logged> Whole<T> {
    /// A thing without parts that stands by itself.
    pub fn alone(row: T) -> Self {
        Self {
            row,
            parts: Vec::new(),
            people: Vec::new(),
            parent: None,
            unseen: Vec::new(),
            withdrawn: Vec::new(),
        }
    }

    /// Puts a part in the place of the one with its name.
    pub fn set_part(&mut self, part: (&'static str, serde_json::Value)) {
        self.parts.retain(|(name, _)| *name != part.0);
        self.parts.push(part);
    }

    fn image(&self) -> Result<Image, Fault> {
        Image::of(&self.row, &self.parts)
    }
}

/// A thing as it stands, to be changed. Its record was locked by
/// [`crate::concepts::access::allow_on`] before.
///
/// # Errors
/// When the database does not answer, or the record has no row of this kind.
pub async fn load<T: Logged>(tx: &Tx, id: RecordId) -> Result<Whole<T>, Fault> {
    let found = T::Entity::find()
        .filter(Expr::col("id").eq(id))
        .one(&tx.conn)
        .await?;
    let row: T = found.ok_or_else(|| Fault::internal("a record without its row"))?;
    let parent = tx
        .subject()
        .filter(|record| record.id == id)
        .and_then(|record| record.parent_id);
    let parts = row.parts(&tx.conn).await?;
    Ok(Whole {
        parts,
        people: tx.people_of(id).await?,
        parent,
        row,
        unseen: Vec::new(),
        withdrawn: Vec::new(),
    })
}

/// Saves a thing, new or changed. The row and the record are written here; rows of parts are
/// the caller's, by [`Tx::insert`] after this. What is as it was keeps its version, and no change
/// is noted of it.
///
/// # Errors
/// When the database does not answer, or a row does not become JSON.
pub async fn save<T>(
    tx: &mut Tx,
    allowed: &Allowed,
    before: Option<&Whole<T>>,
    after: &Whole<T>,
) -> Result<(), Fault>
where
    T: Logged,
{
    tracing::debug!(act = allowed.act().name(), kind = T::KIND.prefix(), "saved");
    let image = after.image()?;
    let (kept, image_before, reach) = match before {
        None => (insert(tx, after), Image::default(), ChangeReach::Facts),
        Some(before) => {
            let image_before = before.image()?;
            let is_same = image == image_before && same_people(&before.people, &after.people);
            if is_same && after.withdrawn.is_empty() {
                return Ok(());
            }
            let has_other_facts = image.has_other_facts::<T>(&image_before, &after.unseen);
            let mut shared = [before.row.shared(), after.row.shared()].concat();
            if [&before.row, &after.row]
                .map(T::words_audience)
                .contains(&Audience::Partners)
            {
                shared.push("words_audience");
            }
            let reach = if image.is_told_to_partners::<T>(&image_before, &shared) {
                ChangeReach::Facts
            } else if has_other_facts {
                ChangeReach::Caucus
            } else {
                ChangeReach::Desk
            };
            let kept = update(tx, before, after, has_other_facts).await?;
            (kept, image_before, reach)
        }
    };
    let saved = (T::KIND, after.row.record_id(), kept.version);
    let before = before.map(|before| &before.row);
    let has_words = !after.withdrawn.is_empty() || image.has_other_words::<T>(&image_before);
    let mut change = Change::new(saved, &image_before, &image, &tx.app().ids)
        .reaching(reach, has_words)
        .of(&kept.whose)
        .seen(before, &after.row);
    change.erases(after.withdrawn.clone());
    tx.changes.push(change);
    Ok(())
}

/// What a save made of the record under a thing.
struct Kept {
    version: i64,
    whose: serde_json::Value,
}

fn same_people(before: &[PersonId], after: &[PersonId]) -> bool {
    before.iter().all(|one| after.contains(one)) && after.iter().all(|one| before.contains(one))
}

fn insert<T: Logged>(tx: &mut Tx, after: &Whole<T>) -> Kept {
    let row = &after.row;
    let record = record::Model {
        id: row.record_id(),
        kind: T::KIND.prefix().to_owned(),
        version: 1,
        facts_version: 1,
        audience: row.audience(),
        words_audience: row.words_audience(),
        recorded_at: row.recorded_at(),
        recorded_by: Some(tx.viewer().actor()),
        acting_for: tx.viewer().acting_for(),
        confirmed_at: None,
        went_with_parent: false,
        words_withdrawn_at: None,
        archived_on: row.archived_on(),
        parent_id: after.parent,
    };
    tx.batch.insert(&record);
    tx.batch.insert(row);
    let recorder = tx.viewer().person;
    let mut people = vec![recorder];
    people.extend(
        after
            .people
            .iter()
            .copied()
            .filter(|person| *person != recorder),
    );
    let whose = whose(&record, &people);
    add_people(tx, row.record_id(), people);
    Kept { version: 1, whose }
}

fn add_people(tx: &mut Tx, record_id: RecordId, people: Vec<PersonId>) {
    let mut seen = std::collections::HashSet::new();
    for person_id in people.into_iter().filter(|person| seen.insert(*person)) {
        tx.batch.insert(&record_person::Model {
            record_id,
            person_id,
        });
    }
}

async fn update<T>(
    tx: &mut Tx,
    before: &Whole<T>,
    after: &Whole<T>,
    has_other_facts: bool,
) -> Result<Kept, Fault>
where
    T: Logged,
{
    let row = &after.row;
    let id = row.record_id();
    record::Entity::update_many()
        .col_expr(
            record::Column::Version,
            Expr::col(record::Column::Version).add(1),
        )
        .col_expr(
            record::Column::FactsVersion,
            Expr::col(record::Column::FactsVersion).add(i64::from(has_other_facts)),
        )
        .col_expr(record::Column::Audience, audience(row.audience()))
        .col_expr(
            record::Column::WordsAudience,
            audience(row.words_audience()),
        )
        .col_expr(record::Column::ArchivedOn, Expr::value(row.archived_on()))
        .col_expr(record::Column::ConfirmedAt, confirmed(tx))
        .col_expr(record::Column::WordsWithdrawnAt, withdrawn(tx, after))
        .filter(record::Column::Id.eq(id))
        .exec(&tx.conn)
        .await?;
    T::Entity::update_many()
        .set(row.clone().into_active_model().reset_all())
        .filter(Expr::col("id").eq(id))
        .exec(&tx.conn)
        .await?;
    let known = tx.people_of(id).await?;
    let joined: Vec<_> = after
        .people
        .iter()
        .copied()
        .filter(|person| !known.contains(person))
        .collect();
    tell_sight(tx, row, &joined, true).await?;
    let mut people = [known, joined.clone()].concat();
    add_people(tx, id, joined);
    let left: Vec<_> = before
        .people
        .iter()
        .copied()
        .filter(|person| !after.people.contains(person))
        .collect();
    tell_sight(tx, row, &left, false).await?;
    people.retain(|person| !left.contains(person));
    if !left.is_empty() {
        record_person::Entity::delete_many()
            .filter(record_person::Column::RecordId.eq(id))
            .filter(record_person::Column::PersonId.is_in(left))
            .exec(&tx.conn)
            .await?;
    }
    let record = record::Entity::find_by_id(id).one(&tx.conn).await?;
    let record = record.ok_or_else(|| Fault::internal("a record that was saved is not there"))?;
    Ok(Kept {
        version: record.version,
        whose: whose(&record, &people),
    })
}

/// Notes whose sight of a closed record, and of what is closed and hangs on it, began or ended: to
/// them alone it is told.
async fn tell_sight<T: Logged>(
    tx: &mut Tx,
    row: &T,
    people: &[PersonId],
    is_joined: bool,
) -> Result<(), Fault> {
    if people.is_empty() {
        return Ok(());
    }
    let id = row.record_id();
    let is_closed = record::Column::Audience.eq(Audience::Present);
    let mut closed: Vec<RecordId> = record::Entity::find()
        .select_only()
        .column(record::Column::Id)
        .filter(record::Column::ParentId.eq(id))
        .filter(is_closed)
        .into_tuple()
        .all(&tx.conn)
        .await?;
    if row.audience() == Audience::Present {
        closed.push(id);
    }
    for record in closed {
        let told = people.iter().map(|person| (record, *person, is_joined));
        tx.sights.extend(told);
    }
    Ok(())
}

/// What somebody recorded for her and she sets right herself, she has confirmed by that.
fn confirmed(tx: &Tx) -> SimpleExpr {
    let column = record::Column::ConfirmedAt.into_expr();
    let viewer = tx.viewer();
    let Some(member) = viewer.member.filter(|_| viewer.acting.is_none()) else {
        return column;
    };
    let is_waiting = record::Column::ActingFor
        .eq(member)
        .and(record::Column::ConfirmedAt.is_null());
    Expr::case(is_waiting, Expr::value(tx.now()))
        .finally(column)
        .into()
}

fn withdrawn<T>(tx: &Tx, after: &Whole<T>) -> SimpleExpr {
    if after.withdrawn.is_empty() {
        record::Column::WordsWithdrawnAt.into_expr()
    } else {
        Expr::value(tx.now())
    }
}

fn audience(audience: Audience) -> SimpleExpr {
    Expr::value(Value::from(audience))
}
