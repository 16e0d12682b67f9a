//! Setting a task right: what, who, by when.

use std::collections::HashSet;

use async_graphql::ID;
use entity::ids::{PersonId, RecordId};
use entity::{follow_up_action, follow_up_helper};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::concepts::access;
use crate::concepts::follow_ups::input::UpdateFollowUpInput;
use crate::concepts::follow_ups::write::{begin, insert_helpers};
use crate::concepts::log::{Act, Tx, Whole, part, save};
use crate::concepts::members::named::{check_people, check_person, memberships, people};
use crate::concepts::records::{References, seen_among};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, WriteError};
use crate::kit::zone::no_day;

impl Act for UpdateFollowUpInput {
    const NAME: &'static str = "updateFollowUp";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let act = access::Act::UpdateFollowUp;
        let (allowed, before) = begin(tx, act, &self.id, Some(&self.expected_version)).await?;
        let mut after = before.clone();
        let root = Path::root();
        let had = helpers_of(tx, &before.row).await?;
        let seen = seen_of(tx, &before.row, &had).await?;
        let mut check = Check::default();
        let mut references = References::keeping(seen.clone());
        self.set_fields(&mut check, &mut after.row);
        let owner = self
            .owner_id
            .as_ref()
            .and_then(|raw| check_person(&mut check, &mut references, &root.field("ownerId"), raw));
        let helpers = self
            .helper_ids
            .as_ref()
            .map(|raw| check_people(&mut check, &mut references, &root.field("helperIds"), raw));
        references.look_up(tx, &mut check).await?;
        check.done()?;
        if let Some(owner) = owner {
            after.row.owner_id = owner.person(tx).await?.unwrap_or(before.row.owner_id);
        }
        let helpers = match helpers {
            Some(named) => anew(&seen, &had, people(tx, &named).await?),
            None => had.clone(),
        };
        after.set_part(part("helpers", &helpers)?);
        after.people = people_after(tx, &before, &had, &after.row, &helpers).await?;
        save(tx, &allowed, Some(&before), &after).await?;
        replace_helpers(tx, &after.row, helpers).await?;
        Ok(before.row.id.into())
    }
}

impl UpdateFollowUpInput {
    fn set_fields(&self, check: &mut Check, row: &mut follow_up_action::Model) {
        let root = Path::root();
        let title = self.title.as_ref();
        if let Some(title) = title.and_then(|raw| check.text(&root.field("title"), raw)) {
            row.title = title.in_place_of(Some(&row.title));
        }
        if !self.due_on.is_undefined() {
            let due = self.due_on.value();
            row.due_on = due.and_then(|day| check.day(&root.field("dueOn"), day.0));
            row.due_order = row.due_on.unwrap_or_else(no_day);
        }
        row.priority = self.priority.map_or(row.priority, Into::into);
    }
}

async fn helpers_of(tx: &Tx, task: &follow_up_action::Model) -> Result<Vec<PersonId>, Fault> {
    let rows = follow_up_helper::Entity::find()
        .filter(follow_up_helper::Column::FollowUpActionId.eq(task.id))
        .all(tx.conn())
        .await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// What the viewer sees of those whom a task names, as people and as members.
async fn seen_of(
    tx: &Tx,
    task: &follow_up_action::Model,
    helpers: &[PersonId],
) -> Result<HashSet<(Kind, Uuid)>, Fault> {
    let people: Vec<_> = helpers.iter().copied().chain([task.owner_id]).collect();
    let members = memberships(tx, &people).await?;
    let members = members.iter().map(|(member, _)| member.0);
    seen_among(tx, people.iter().map(|person| person.0).chain(members)).await
}

/// The helpers named anew. Those who are not shown to the viewer stay, as she cannot have meant
/// them; helpers are shown as people, so a membership that she sees does not count.
fn anew(seen: &HashSet<(Kind, Uuid)>, had: &[PersonId], named: Vec<PersonId>) -> Vec<PersonId> {
    let is_hidden = |one: &PersonId| !seen.contains(&(Kind::Person, one.0));
    let hidden = had.iter().copied().filter(is_hidden);
    let mut helpers: Vec<_> = named.into_iter().chain(hidden).collect();
    helpers.sort_unstable();
    helpers.dedup();
    helpers
}

/// The people of the task: who owned it or helped and does so no longer is none of them, unless
/// she gave it.
async fn people_after(
    tx: &Tx,
    before: &Whole<follow_up_action::Model>,
    had: &[PersonId],
    row: &follow_up_action::Model,
    helpers: &[PersonId],
) -> Result<Vec<PersonId>, Fault> {
    let giver = tx.recorder().await?;
    let stays = |one: &PersonId| *one != before.row.owner_id && !had.contains(one);
    let others = before.people.iter().copied().filter(stays);
    Ok(others
        .chain(giver)
        .chain([row.owner_id])
        .chain(helpers.iter().copied())
        .collect())
}

async fn replace_helpers(
    tx: &mut Tx,
    task: &follow_up_action::Model,
    helpers: Vec<PersonId>,
) -> Result<(), Fault> {
    follow_up_helper::Entity::delete_many()
        .filter(follow_up_helper::Column::FollowUpActionId.eq(task.id))
        .exec(tx.conn())
        .await?;
    insert_helpers(tx, task.id, helpers);
    Ok(())
}
