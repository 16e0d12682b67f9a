//! Target lists as they are kept: what the log knows of them, making and approving one.

use async_graphql::ID;
use entity::enums::Audience;
use entity::ids::{RecordId, StakeholderId, TargetListId};
use entity::{target_list, target_list_stakeholder};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::policy::audience;
use crate::concepts::access::{self, allow, allow_on};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, load, part, save};
use crate::concepts::records::{References, expect_version};
use crate::concepts::results::input::{ApproveTargetListInput, CreateTargetListInput};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::names::Keys;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

/// The most stakeholders that one list names. All whom a caucus is to meet in a year stand on one:
/// its record has some hundreds of offices, and all districts with a dozen each are fewer than this.
/// An input names no more things than that in any case, since they are looked up together.
pub(super) const LONGEST: usize = 2_000;

impl Logged for target_list::Model {
    const KIND: Kind = Kind::TargetList;
    const OPEN: &'static [&'static str] = &[
        "name_en",
        "name_ur",
        "from_day",
        "to_day",
        "approved_on",
        "stakeholders",
    ];
    const PARTNERS: &'static [&'static str] =
        &["name_en", "name_ur", "from_day", "to_day", "approved_on"];

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        Ok(vec![part("stakeholders", &named(conn, self.id).await?)?])
    }
}

/// Whom a list names.
pub(super) async fn named<C: ConnectionTrait>(
    conn: &C,
    id: TargetListId,
) -> Result<Vec<StakeholderId>, Fault> {
    let rows = target_list_stakeholder::Entity::find()
        .filter(target_list_stakeholder::Column::TargetListId.eq(id))
        .order_by_asc(target_list_stakeholder::Column::StakeholderId)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.stakeholder_id).collect())
}

/// Inserts whom a list names.
pub(super) fn insert_named(tx: &mut Tx, target_list_id: TargetListId, named: &[StakeholderId]) {
    for stakeholder_id in named.iter().copied() {
        tx.insert(&target_list_stakeholder::Model {
            target_list_id,
            stakeholder_id,
        });
    }
}

impl Act for CreateTargetListInput {
    const NAME: &'static str = "createTargetList";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::CreateTargetList)?;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id::<TargetListId>(&root.field("id"), self.id.as_ref());
        let name = check.name(&root.field("name"), &self.name);
        check.span(
            (&root.field("from"), Some(self.from.0)),
            (&root.field("to"), Some(self.to.0)),
        );
        let at = root.field("stakeholderIds");
        let mut named: Vec<StakeholderId> =
            check.ids_up_to(LONGEST, &at, Some(&self.stakeholder_ids));
        references.want_all(&at, &named);
        let wished = audience(
            &mut check,
            tx.viewer(),
            &root.field("audience"),
            self.audience.map(Into::into),
            Audience::Caucus,
        );
        references.look_up(tx, &mut check).await?;
        let name = check.done_with(name)?;
        let keys = Keys::of(name.en.as_deref(), name.ur.as_deref(), &[]);
        let id = tx.id_or_new(id);
        let row = target_list::Model {
            id,
            audience: wished,
            words_audience: wished.max(Audience::Present),
            recorded_at: tx.now(),
            archived_on: None,
            name_en: name.en,
            name_ur: name.ur,
            sort_en: keys.sort_en,
            sort_ur: keys.sort_ur,
            search_key: keys.search,
            from_day: self.from.0,
            to_day: self.to.0,
            approved_on: None,
        };
        named.sort_unstable();
        let mut whole = Whole::alone(row);
        whole.set_part(part("stakeholders", &named)?);
        save(tx, &allowed, None, &whole).await?;
        insert_named(tx, id, &named);
        Ok(id.into())
    }
}

impl Act for ApproveTargetListInput {
    const NAME: &'static str = "approveTargetList";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<TargetListId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::ApproveTargetList, id).await?;
        expect_version(tx, self.expected_version.as_ref()).await?;
        let before: Whole<target_list::Model> = load(tx, id.into()).await?;
        let mut check = Check::default();
        refuse_approved(&mut check, &before.row);
        if named(tx.conn(), id).await?.is_empty() {
            let message = "A list that names nobody is not approved.";
            check.refuse(UserErrorCode::InvalidTransition, &root, message);
        }
        let today = tx.today();
        let on = self.on.map_or(today, |day| day.0);
        let on = check.day_come(&root.field("on"), on, today);
        let on = check.done_with(on)?;
        let mut after = before.clone();
        after.row.approved_on = Some(on);
        save(tx, &allowed, Some(&before), &after).await?;
        Ok(id.into())
    }
}

/// That a list is not approved: in whom it names, and when, an approved one is frozen.
pub(super) fn refuse_approved(check: &mut Check, row: &target_list::Model) {
    if row.approved_on.is_some() {
        let message = "This list is approved and stays as it is, but for who may see it. To end it, archive \
                       it, and make another.";
        check.refuse(UserErrorCode::InvalidTransition, &Path::root(), message);
    }
}
