//! What a change of holder comes to: which post ends, which begins, and until when what was promised
//! is to be said again.

use chrono::{Days, NaiveDate};
use entity::ids::{PersonId, PostId, StakeholderId};
use entity::post;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::handover::input::{HolderChangeInput, NewHolderInput};
use crate::concepts::log::Tx;
use crate::concepts::people::posts::held;
use crate::concepts::people::write::NewPerson;
use crate::concepts::records::References;
use crate::kit::check::{Check, CheckedName};
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

/// In how many days what was promised before her is to be said again, where no day is given.
const RECONFIRM_IN: Days = Days::new(90);

/// A change that was found right.
pub(super) struct Plan {
    pub(super) office: StakeholderId,
    pub(super) on: NaiveDate,
    pub(super) reconfirm_by: NaiveDate,
    /// The post that ends, with its last day.
    pub(super) ends: Option<post::Model>,
    /// Who comes, where she is new on record.
    pub(super) comes: Option<NewPerson>,
    /// The post that begins.
    pub(super) begins: Option<post::Model>,
}

impl Plan {
    /// Whether both say who comes after the same holder, or to the same office where nobody was.
    pub(super) fn is_of_same_post(&self, other: &Self) -> bool {
        let ends = |plan: &Self| plan.ends.as_ref().map(|row| row.id);
        self.office == other.office && ends(self) == ends(other)
    }

    /// Checks one change, at its place in the input.
    ///
    /// # Errors
    /// What is wrong with it; or the database does not answer.
    pub(super) async fn check(
        tx: &mut Tx,
        path: &Path,
        input: &HolderChangeInput,
    ) -> Result<Self, WriteError> {
        let (mut check, mut references) = (Check::default(), References::default());
        let place = path.field("stakeholderId");
        let office = check.id::<StakeholderId>(&place, &input.stakeholder_id);
        references.want(&place, office);
        let next = path.field("nextId");
        let next_id: Option<PersonId> = check.optional_id(&next, input.next_id.as_ref());
        references.want(&next, next_id);
        let ended: Option<PostId> =
            check.optional_id(&path.field("endPostId"), input.end_post_id.as_ref());
        let post_id = check.client_id(&path.field("postId"), input.post_id.as_ref());
        let title = input.title.as_ref();
        let title = title.and_then(|title| check.name(&path.field("title"), title));
        let on = input.on.map_or(tx.today(), |day| day.0);
        check.day_come(&path.field("on"), on, tx.today());
        let by = input.reconfirm_by.map(|day| day.0);
        let by = by.or(on.checked_add_days(RECONFIRM_IN)).unwrap_or(on);
        check.span(
            (&path.field("on"), Some(on)),
            (&path.field("reconfirmBy"), Some(by)),
        );
        let comes = new_holder(&mut check, tx, path, input);
        references.look_up(tx, &mut check).await?;
        let office = check.done_with(office)?;

        let mut check = Check::default();
        let posts = held_at(tx, office).await?;
        let ends = ending(&mut check, path, posts, ended);
        if let Some(row) = &ends {
            check.span(
                (&path.field("on"), row.from_day),
                (&path.field("on"), Some(on)),
            );
        }
        let person = comes.as_ref().map(|new| new.id).or(next_id);
        let stays = ends
            .as_ref()
            .is_some_and(|row| Some(row.person_id) == person);
        if stays {
            let message = "She holds this post already.";
            check.refuse(UserErrorCode::Duplicate, &next, message);
        }
        let title = title.or(ends.as_ref().map(|row| CheckedName {
            en: row.title_en.clone(),
            ur: row.title_ur.clone(),
        }));
        if person.is_some() && title.is_none() && check.is_clean() {
            let message = "Nobody held a post there: say what she is there.";
            check.refuse(UserErrorCode::Required, &path.field("title"), message);
        }
        if person.is_none() && ends.is_none() && check.is_clean() {
            let message = "Nobody held a post there, and nobody comes: say who holds it now.";
            check.refuse(UserErrorCode::Required, &next, message);
        }
        check.done()?;
        let begins = person.zip(title).map(|(person, title)| post::Model {
            from_day: Some(on),
            ..held(tx.id_or_new(post_id), person, office, title)
        });
        Ok(Self {
            office,
            on,
            reconfirm_by: by,
            ends: ends.map(|row| ended_before(row, on)),
            comes,
            begins,
        })
    }
}

fn new_holder(
    check: &mut Check,
    tx: &Tx,
    path: &Path,
    input: &HolderChangeInput,
) -> Option<NewPerson> {
    let new: &NewHolderInput = input.next.as_ref()?;
    let path = path.field("next");
    if input.next_id.is_some() {
        let message = "She is on record or she is new: give nextId or next, not both.";
        check.refuse(UserErrorCode::Invalid, &path, message);
    }
    let id = check.client_id(&path.field("id"), new.id.as_ref());
    let name = check.name(&path.field("name"), &new.name)?;
    let mut person = NewPerson::named(tx.id_or_new(id), name);
    if let Some(gender) = new.gender {
        person.gender = gender.into();
    }
    Some(person)
}

/// The posts that are held at an office.
async fn held_at(tx: &Tx, office: StakeholderId) -> Result<Vec<post::Model>, Fault> {
    Ok(post::Entity::find()
        .filter(post::Column::StakeholderId.eq(office))
        .filter(post::Column::ToDay.is_null())
        .order_by_asc(post::Column::Id)
        .all(tx.conn())
        .await?)
}

/// The post that ends: the one that is named, or the only one; none where none is held.
fn ending(
    check: &mut Check,
    path: &Path,
    posts: Vec<post::Model>,
    named: Option<PostId>,
) -> Option<post::Model> {
    let path = path.field("endPostId");
    if let Some(named) = named {
        let found = posts.into_iter().find(|row| row.id == named);
        if found.is_none() {
            let message = "Nobody holds this post there now.";
            check.refuse(UserErrorCode::NotFound, &path, message);
        }
        return found;
    }
    if posts.len() > 1 {
        let message = "Several people hold posts there: say which of them ended.";
        check.refuse(UserErrorCode::Required, &path, message);
        return None;
    }
    posts.into_iter().next()
}

/// A post that was held until the day before another holds it, or on the day on which it began.
fn ended_before(mut row: post::Model, on: NaiveDate) -> post::Model {
    let last = on.pred_opt().unwrap_or(on);
    row.to_day = Some(row.from_day.map_or(last, |from| from.max(last)));
    row
}
