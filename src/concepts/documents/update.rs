//! Setting a document right.

use async_graphql::ID;
use entity::enums::Audience;
use entity::ids::{DocumentId, RecordId, StakeholderId};
use entity::{document, document_party};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::concepts::access::policy::{audience, shares_with_partners};
use crate::concepts::access::{self, allow_on};
use crate::concepts::documents::answers::check_answer;
use crate::concepts::documents::input::UpdateDocumentInput;
use crate::concepts::documents::terms::{check_days, check_parties};
use crate::concepts::documents::write::{insert_parties, parties};
use crate::concepts::log::{Act, Tx, Whole, load, part, save};
use crate::concepts::records::{References, carry_audience, expect_version, seen_among};
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, UserErrorCode, WriteError};

impl Act for UpdateDocumentInput {
    const NAME: &'static str = "updateDocument";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let root = Path::root();
        let mut check = Check::default();
        let id = check.id::<DocumentId>(&root.field("id"), &self.id);
        let id = check.done_with(id)?;
        let allowed = allow_on(tx, access::Act::UpdateDocument, id).await?;
        expect_version(tx, Some(&self.expected_version)).await?;
        let before: Whole<document::Model> = load(tx, id.into()).await?;
        let had = parties(tx.conn(), id).await?;
        let ids = had.iter().map(|id| id.0);
        let seen = seen_among(tx, ids.chain(before.row.answers_id.map(|id| id.0))).await?;
        let mut check = Check::default();
        let mut references = References::keeping(seen.clone());
        let mut after = before.clone();
        self.set_fields(tx, &mut check, &mut references, &mut after.row);
        let answered = before.row.answers_id;
        // What she took away without seeing it she cannot have meant.
        let hidden = answered.filter(|id| !seen.contains(&(Kind::Document, id.0)));
        after.row.answers_id = after.row.answers_id.or(hidden);
        let now = self.party_ids.as_ref().map(|raw| {
            let mut now: Vec<StakeholderId> = check.ids(&root.field("partyIds"), Some(raw));
            references.want_all(&root.field("partyIds"), &now);
            let is_hidden = |id: &StakeholderId| {
                !seen.contains(&(Kind::Stakeholder, id.0)) && !now.contains(id)
            };
            let hidden: Vec<_> = had.iter().copied().filter(is_hidden).collect();
            now.extend(hidden);
            now.sort_unstable();
            now
        });
        let now = now.unwrap_or_else(|| had.clone());
        check_days(&mut check, &after.row, tx.today());
        check_parties(&mut check, &after.row, !now.is_empty());
        shared_anew(tx, &mut check, (&before.row, &had), (&after.row, &now));
        let seen = references.look_up(tx, &mut check).await?;
        check_answer(tx, &mut check, &seen, answered, &after.row).await?;
        check.done()?;
        after.set_part(part("parties", &now)?);
        save(tx, &allowed, Some(&before), &after).await?;
        replace_parties(tx, id, &now).await?;
        let audiences = (before.row.audience, after.row.audience);
        carry_audience(tx, &allowed, id.into(), audiences).await?;
        Ok(id.into())
    }
}

impl UpdateDocumentInput {
    fn set_fields(
        &self,
        tx: &Tx,
        check: &mut Check,
        references: &mut References,
        row: &mut document::Model,
    ) {
        let root = Path::root();
        let subject = self.subject.as_ref();
        if let Some(subject) = subject.and_then(|raw| check.text(&root.field("subject"), raw)) {
            row.subject = subject.in_place_of(Some(&row.subject));
        }
        row.kind = self.kind.map_or(row.kind, Into::into);
        row.day = self.day.map_or(row.day, |day| day.0);
        self.terms.set(check, references, row);
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

/// That only a coordinator brings what is open to partners before further ones, by another party.
fn shared_anew(
    tx: &Tx,
    check: &mut Check,
    (was, had): (&document::Model, &[StakeholderId]),
    (row, now): (&document::Model, &[StakeholderId]),
) {
    let is_open = |row: &document::Model| row.audience == Audience::Partners;
    let is_wider = now.iter().any(|id| !had.contains(id));
    if is_open(was) && is_open(row) && is_wider && !shares_with_partners(tx.viewer()) {
        let message = "Partners see this; only a coordinator adds to whom it is shown by others.";
        let path = Path::root().field("partyIds");
        check.refuse(UserErrorCode::Forbidden, &path, message);
    }
}

async fn replace_parties(
    tx: &mut Tx,
    id: DocumentId,
    parties: &[StakeholderId],
) -> Result<(), Fault> {
    document_party::Entity::delete_many()
        .filter(document_party::Column::DocumentId.eq(id))
        .exec(tx.conn())
        .await?;
    insert_parties(tx, id, parties);
    Ok(())
}
