//! Offices change hands, many at once, each answered by itself: one post ends, the next begins, and
//! the open promises of the office wait to be said again.

use std::collections::BTreeMap;

use async_graphql::ID;
use chrono::NaiveDate;
use entity::ids::{CommitmentId, PersonId, RecordId, StakeholderId};
use entity::{person, post, record};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::concepts::access::{self, Allowed, allow, allow_on};
use crate::concepts::commitments::inherit::{inherit, promised_before};
use crate::concepts::handover::input::ChangeOfficeHolderInput;
use crate::concepts::handover::plan::Plan;
use crate::concepts::log::{Act, Tx, Whole, load, part, save};
use crate::concepts::people::posts;
use crate::concepts::people::write::add;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::parse;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

const ACT: access::Act = access::Act::ChangeOfficeHolder;

/// How many offices change hands in one request.
const MOST: usize = 100;

impl Act for ChangeOfficeHolderInput {
    const NAME: &'static str = "changeOfficeHolder";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), ACT)?;
        let path = Path::root().field("changes");
        check_number(&path, self.changes.len())?;
        lock_offices(tx, &self).await?;
        let (mut plans, mut refused) = (Vec::<Plan>::new(), Vec::new());
        for (position, change) in self.changes.iter().enumerate() {
            let path = path.item(position);
            match Plan::check(tx, &path, change).await {
                Ok(plan) if plans.iter().any(|other| other.is_of_same_post(&plan)) => {
                    let message = "Somebody else comes to this post in the same request: keep one.";
                    let path = path.field("stakeholderId");
                    refused.push(UserError::new(UserErrorCode::Duplicate, &path, message));
                }
                Ok(plan) => plans.push(plan),
                Err(WriteError::Refused(errors)) => refused.extend(errors),
                Err(fault) => return Err(fault),
            }
        }
        let Some(first) = plans.first().map(|plan| plan.office) else {
            return Err(WriteError::Refused(refused));
        };
        carry_out(tx, &allowed, plans).await?;
        tx.refuse_items(refused);
        Ok(first.into())
    }
}

fn check_number(path: &Path, number: usize) -> Result<(), WriteError> {
    let mut check = Check::default();
    if number == 0 {
        check.refuse(UserErrorCode::Required, path, "Name at least one office.");
    }
    if number > MOST {
        let message = format!("At most {MOST} offices in one request; these are {number}.");
        check.refuse(UserErrorCode::TooMany, path, message);
    }
    check.done()
}

/// Locks the offices, in the order of their ids, so that of two who say at once who came the second
/// finds whom the first one named.
async fn lock_offices(tx: &Tx, input: &ChangeOfficeHolderInput) -> Result<(), Fault> {
    let offices = input.changes.iter();
    let offices = offices.filter_map(|change| parse::<StakeholderId>(&change.stakeholder_id).ok());
    record::Entity::find()
        .filter(record::Column::Id.is_in(offices.map(RecordId::from)))
        .order_by_asc(record::Column::Id)
        .lock_exclusive()
        .all(tx.conn())
        .await?;
    Ok(())
}

/// Carries out what was found right. A person who leaves one office for another, and a promise that
/// two of the offices made, are saved once; in the order of their ids, so that two requests at once
/// do not wait for each other.
async fn carry_out(tx: &mut Tx, allowed: &Allowed, plans: Vec<Plan>) -> Result<(), WriteError> {
    let mut people: BTreeMap<PersonId, Vec<post::Model>> = BTreeMap::new();
    let mut promises: BTreeMap<CommitmentId, (NaiveDate, NaiveDate)> = BTreeMap::new();
    for plan in plans {
        for id in promised_before(tx, plan.office, plan.on).await? {
            promises.insert(id, (plan.on, plan.reconfirm_by));
        }
        if let Some(row) = plan.ends {
            people.entry(row.person_id).or_default().push(row);
        }
        match (plan.comes, plan.begins) {
            (Some(mut new), Some(row)) => {
                new.posts.push(row);
                add(tx, allowed, new).await?;
            }
            (None, Some(row)) => people.entry(row.person_id).or_default().push(row),
            (_, None) => {}
        }
    }
    for (person, changed) in people {
        set_posts(tx, person, changed).await?;
    }
    for (promise, days) in promises {
        inherit(tx, ACT, promise, days).await?;
    }
    Ok(())
}

/// Puts posts of a person in the place of those with their ids, or adds them.
async fn set_posts(
    tx: &mut Tx,
    person: PersonId,
    changed: Vec<post::Model>,
) -> Result<(), WriteError> {
    let allowed = allow_on(tx, ACT, person).await?;
    let before: Whole<person::Model> = load(tx, person.into()).await?;
    let mut all = posts::rows(tx.conn(), person).await?;
    for row in changed {
        if let Some(known) = all.iter_mut().find(|known| known.id == row.id) {
            *known = row.clone();
            let changed = row.into_active_model().reset_all();
            changed.update(tx.conn()).await.map_err(Fault::from)?;
        } else {
            all.push(row.clone());
            tx.insert(&row);
        }
    }
    let mut after = before.clone();
    after.set_part(part("posts", &all)?);
    Ok(save(tx, &allowed, Some(&before), &after).await?)
}
