//! Posts: who holds what office, from when to when.

use async_graphql::ID;
use entity::ids::{PersonId, PostId, RecordId, StakeholderId};
use entity::{person, post};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder,
};

use crate::concepts::access::{self, allow_on};
use crate::concepts::log::{Act, Tx, Whole, load, part, save};
use crate::concepts::people::input::{AddPostInput, EndPostInput};
use crate::concepts::records::{References, expect_version};
use crate::kit::check::{Check, CheckedName};
use crate::kit::fault::Fault;
use crate::kit::user_error::{Path, UserError, UserErrorCode, WriteError};

/// The posts of a person as they stand.
///
/// # Errors
/// When the database does not answer.
pub async fn rows<C: ConnectionTrait>(conn: &C, id: PersonId) -> Result<Vec<post::Model>, Fault> {
    Ok(post::Entity::find()
        .filter(post::Column::PersonId.eq(id))
        .order_by_asc(post::Column::Id)
        .all(conn)
        .await?)
}

/// A post held from an unknown day on, such as that of somebody just met.
#[must_use]
pub fn held(
    id: PostId,
    person_id: PersonId,
    stakeholder_id: StakeholderId,
    title: CheckedName,
) -> post::Model {
    post::Model {
        id,
        person_id,
        stakeholder_id,
        title_en: title.en,
        title_ur: title.ur,
        from_day: None,
        to_day: None,
    }
}

impl Act for AddPostInput {
    const NAME: &'static str = "addPost";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let person = check.id::<PersonId>(&root.field("personId"), &self.person_id);
        let person = check.done_with(person)?;
        let allowed = allow_on(tx, access::Act::AddPost, person).await?;
        expect_version(tx, self.expected_version.as_ref()).await?;
        let mut check = Check::default();
        let mut references = References::default();
        let id = check.client_id(&root.field("id"), self.id.as_ref());
        let place = root.field("stakeholderId");
        let stakeholder = check.id::<StakeholderId>(&place, &self.stakeholder_id);
        references.want(&place, stakeholder);
        let title = check.name(&root.field("title"), &self.title);
        let (from, to) = (self.from.map(|day| day.0), self.to.map(|day| day.0));
        check.span((&root.field("from"), from), (&root.field("to"), to));
        references.look_up(tx, &mut check).await?;
        let (stakeholder, title) = check.done_with(stakeholder.zip(title))?;
        let row = post::Model {
            from_day: from,
            to_day: to,
            ..held(tx.id_or_new(id), person, stakeholder, title)
        };
        let before: Whole<person::Model> = load(tx, person.into()).await?;
        let mut after = before.clone();
        let mut posts = rows(tx.conn(), person).await?;
        posts.push(row.clone());
        after.set_part(part("posts", &posts)?);
        save(tx, &allowed, Some(&before), &after).await?;
        tx.insert(&row);
        Ok(person.into())
    }
}

impl Act for EndPostInput {
    const NAME: &'static str = "endPost";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let person = check.id::<PersonId>(&root.field("personId"), &self.person_id);
        let post = check.id::<PostId>(&root.field("postId"), &self.post_id);
        let (person, post) = check.done_with(person.zip(post))?;
        let allowed = allow_on(tx, access::Act::EndPost, person).await?;
        expect_version(tx, self.expected_version.as_ref()).await?;
        let mut posts = rows(tx.conn(), person).await?;
        let Some(found) = posts.iter_mut().find(|row| row.id == post) else {
            let message = "This person has no such post.";
            return Err(
                UserError::new(UserErrorCode::NotFound, &root.field("postId"), message).into(),
            );
        };
        let to = self.on.map_or(tx.today(), |day| day.0);
        let mut check = Check::default();
        let on = root.field("on");
        check.span((&on, found.from_day), (&on, Some(to)));
        check.done()?;
        found.to_day = Some(to);
        let row = found.clone();
        let before: Whole<person::Model> = load(tx, person.into()).await?;
        let mut after = before.clone();
        after.set_part(part("posts", &posts)?);
        save(tx, &allowed, Some(&before), &after).await?;
        row.into_active_model()
            .reset_all()
            .update(tx.conn())
            .await
            .map_err(Fault::from)?;
        Ok(person.into())
    }
}
