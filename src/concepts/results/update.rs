//! Changing a target list until it is approved, and who may see it afterwards too.

use async_graphql::ID;
use entity::ids::{RecordId, StakeholderId, TargetListId};
use entity::{target_list, target_list_stakeholder};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::policy::audience;
use crate::concepts::access::{self, allow_on};
use crate::concepts::log::{Act, Tx, Whole, load, part, save};
use crate::concepts::records::{References, carry_audience, expect_version, seen_among};
use crate::concepts::results::input::UpdateTargetListInput;
use crate::concepts::results::write::{LONGEST, insert_named, named, refuse_approved};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::names::Keys;
use crate::kit::user_error::{Path, WriteError};

impl Act for UpdateTargetListInput {
    const NAME: &'static str = "updateTargetList";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<TargetListId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateTargetList, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<target_list::Model> = load(tx, id.into()).await?;
        let had = named(tx.conn(), id).await?;
        let seen = seen_among(tx, had.iter().map(|id| id.0)).await?;
        let (mut check, mut references) = (Check::default(), References::keeping(seen.clone()));
        if self.is_of_more_than_audience() {
            refuse_approved(&mut check, &before.row);
        }
        let mut after = before.clone();
        self.set_fields(tx, &mut check, &mut after.row);
        let now = self.stakeholder_ids.as_ref().map(|raw| {
            let at = root.field("stakeholderIds");
            let mut now: Vec<StakeholderId> = check.ids_up_to(LONGEST, &at, Some(raw));
            references.want_all(&at, &now);
            // What she took away without seeing it she cannot have meant.
            let is_hidden = |id: &StakeholderId| {
                !seen.contains(&(Kind::Stakeholder, id.0)) && !now.contains(id)
            };
            let hidden: Vec<_> = had.iter().copied().filter(is_hidden).collect();
            now.extend(hidden);
            now.sort_unstable();
            now
        });
        references.look_up(tx, &mut check).await?;
        check.done()?;
        let now = now.unwrap_or(had);
        after.set_part(part("stakeholders", &now)?);
        save(tx, &allowed, Some(&before), &after).await?;
        replace_named(tx, id, &now).await?;
        let audiences = (before.row.audience, after.row.audience);
        carry_audience(tx, &allowed, id.into(), audiences).await?;
        Ok(id.into())
    }
}

async fn replace_named(tx: &mut Tx, id: TargetListId, now: &[StakeholderId]) -> Result<(), Fault> {
    target_list_stakeholder::Entity::delete_many()
        .filter(target_list_stakeholder::Column::TargetListId.eq(id))
        .exec(tx.conn())
        .await?;
    insert_named(tx, id, now);
    Ok(())
}

impl UpdateTargetListInput {
    /// Whether it changes what an approval froze.
    fn is_of_more_than_audience(&self) -> bool {
        let is_of_period = self.from.is_some() || self.to.is_some();
        is_of_period || self.name.is_some() || self.stakeholder_ids.is_some()
    }

    fn set_fields(&self, tx: &Tx, check: &mut Check, row: &mut target_list::Model) {
        let root = Path::root();
        let name = self.name.as_ref();
        if let Some(name) = name.and_then(|raw| check.name(&root.field("name"), raw)) {
            let keys = Keys::of(name.en.as_deref(), name.ur.as_deref(), &[]);
            (row.name_en, row.name_ur) = (name.en, name.ur);
            (row.sort_en, row.sort_ur) = (keys.sort_en, keys.sort_ur);
            row.search_key = keys.search;
        }
        row.from_day = self.from.map_or(row.from_day, |day| day.0);
        row.to_day = self.to.map_or(row.to_day, |day| day.0);
        check.span(
            (&root.field("from"), Some(row.from_day)),
            (&root.field("to"), Some(row.to_day)),
        );
        row.audience = audience(
            check,
            tx.viewer(),
            &root.field("audience"),
            self.audience.map(Into::into),
            row.audience,
        );
        row.words_audience = row.words_audience.max(row.audience);
    }
}
