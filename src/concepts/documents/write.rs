//! Documents as they are kept: what the log knows of them, and noting one.

use async_graphql::ID;
use entity::enums::{Audience, Language};
use entity::ids::{DocumentId, RecordId, StakeholderId};
use entity::text::Text;
use entity::{document, document_party};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::concepts::access::policy::audience;
use crate::concepts::access::{self, allow};
use crate::concepts::documents::answers::check_answer;
use crate::concepts::documents::input::RecordDocumentInput;
use crate::concepts::documents::terms::{check_days, check_parties};
use crate::concepts::log::{Act, Logged, Parts, Tx, Whole, part, save};
use crate::concepts::records::References;
use crate::kit::check::Check;
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;
use crate::kit::user_error::{Path, WriteError};

impl Logged for document::Model {
    const KIND: Kind = Kind::Document;
    const OPEN: &'static [&'static str] = &[
        "kind",
        "day",
        "answers_id",
        "reply_due_on",
        "signed_on",
        "valid_until",
        "parties",
    ];
    const PARTNERS: &'static [&'static str] =
        &["kind", "day", "subject", "signed_on", "valid_until"];

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        Ok(vec![part("parties", &parties(conn, self.id).await?)?])
    }
}

/// With whom a document is.
pub(super) async fn parties<C: ConnectionTrait>(
    conn: &C,
    id: DocumentId,
) -> Result<Vec<StakeholderId>, Fault> {
    let rows = document_party::Entity::find()
        .filter(document_party::Column::DocumentId.eq(id))
        .order_by_asc(document_party::Column::StakeholderId)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.stakeholder_id).collect())
}

/// Inserts with whom a document is.
pub(super) fn insert_parties(tx: &mut Tx, document_id: DocumentId, parties: &[StakeholderId]) {
    for stakeholder_id in parties.iter().copied() {
        tx.insert(&document_party::Model {
            document_id,
            stakeholder_id,
        });
    }
}

impl Act for RecordDocumentInput {
    const NAME: &'static str = "recordDocument";

    fn request_id(&self) -> Option<&ID> {
        self.request_id.as_ref()
    }

    fn client_id(&self) -> Option<&ID> {
        self.id.as_ref()
    }

    async fn run(self, tx: &mut Tx) -> Result<RecordId, WriteError> {
        let allowed = allow(tx.viewer(), access::Act::RecordDocument)?;
        let root = Path::root();
        let (mut check, mut references) = (Check::default(), References::default());
        let id = check.client_id::<DocumentId>(&root.field("id"), self.id.as_ref());
        let subject = check.text(&root.field("subject"), &self.subject);
        let parties: Vec<StakeholderId> =
            check.ids(&root.field("partyIds"), self.party_ids.as_ref());
        references.want_all(&root.field("partyIds"), &parties);
        let wished = audience(
            &mut check,
            tx.viewer(),
            &root.field("audience"),
            self.audience.map(Into::into),
            Audience::Caucus,
        );
        let mut row = self.blank(tx, tx.id_or_new(id), wished);
        self.terms.set(&mut check, &mut references, &mut row);
        check_days(&mut check, &row, tx.today());
        // What stands there and is wrong was named already.
        let has_parties = self.party_ids.as_ref().is_some_and(|raw| !raw.is_empty());
        check_parties(&mut check, &row, has_parties);
        let seen = references.look_up(tx, &mut check).await?;
        check_answer(tx, &mut check, &seen, None, &row).await?;
        row.subject = check.done_with(subject)?;
        let id = row.id;
        let mut whole = Whole::alone(row);
        whole.set_part(part("parties", &parties)?);
        save(tx, &allowed, None, &whole).await?;
        insert_parties(tx, id, &parties);
        Ok(id.into())
    }
}

impl RecordDocumentInput {
    /// The row before anything of it was checked.
    fn blank(&self, tx: &Tx, id: DocumentId, audience: Audience) -> document::Model {
        document::Model {
            id,
            audience,
            words_audience: audience.max(Audience::Present),
            recorded_at: tx.now(),
            archived_on: None,
            kind: self.kind.into(),
            day: self.day.0,
            subject: Text {
                text: String::new(),
                language: Language::En,
                translation: None,
            },
            reference_number: None,
            diary_number: None,
            answers_id: None,
            reply_due_on: None,
            signed_on: None,
            valid_until: None,
        }
    }
}
