//! Commitments as they are kept: what the log knows of them, and recording one.

use entity::enums::{Audience, CommitmentDirection, Language, PartySide};
use entity::ids::{
    CommitmentId, DistrictId, DocumentId, PartId, PersonId, RecordId, StakeholderId,
};
use entity::text::Text;
use entity::{
    commitment, commitment_amount, commitment_district, commitment_party, commitment_step,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::Serialize;
use serde_json::json;

use crate::concepts::access::Allowed;
use crate::concepts::commitments::evidence::{Source, source_of};
use crate::concepts::commitments::terms::Terms;
use crate::concepts::log::{Logged, Parts, Taken, Tx, Whole, item, part, save};
use crate::kit::fault::Fault;
use crate::kit::graphql::id::Kind;

/// Under which name the log keeps the notes of steps.
const STEP_NOTES: &str = "step_notes";

/// Under which name the log keeps the note of a step.
pub(super) fn note_of(step: PartId) -> String {
    item(STEP_NOTES, step.0)
}

impl Logged for commitment::Model {
    const KIND: Kind = Kind::Commitment;
    const OPEN: &'static [&'static str] = &[
        "meeting_id",
        "position",
        "direction",
        "due_on",
        "kind",
        "status",
        "reported",
        "is_vague",
        "said_on",
        "said_by_id",
        "answers_id",
        "repeats_id",
        "decision_id",
        "document_id",
        "status_shared_on",
        "inherited_on",
        "reconfirm_by",
        "reconfirmed_on",
        "judged_on",
        "owed_by",
        "owed_to",
        "districts",
        "steps",
        "amounts",
    ];
    const WORDS: &'static [&'static str] = &[STEP_NOTES];
    const BY_ITEM: &'static [&'static str] = &[STEP_NOTES];
    const PARTNERS: &'static [&'static str] = &[
        "direction",
        "kind",
        "text",
        "purpose",
        "is_vague",
        "due_on",
        "said_on",
        "reported",
        "districts",
    ];

    fn shared(&self) -> &'static [&'static str] {
        if self.status_shared_on.is_none() {
            return &[];
        }
        &[
            "status",
            "steps",
            "amounts",
            "judged_on",
            "status_shared_on",
        ]
    }

    async fn take_out_words(&mut self, tx: &Tx) -> Result<Taken, Fault> {
        let is_hers = |step: &commitment_step::Model| {
            step.note.is_some()
                && tx
                    .viewer()
                    .recorded(Some(step.recorded_by), step.acting_for)
        };
        let steps = steps(tx.conn(), self.id).await?;
        let hers: Vec<_> = steps.iter().filter(|step| is_hers(step)).collect();
        commitment_step::Entity::update_many()
            .col_expr(commitment_step::Column::Note, Expr::value(None::<Text>))
            .filter(commitment_step::Column::Id.is_in(hers.iter().map(|step| step.id)))
            .exec(tx.conn())
            .await?;
        Ok(Taken {
            had_any: !hers.is_empty(),
            fields: hers.iter().map(|step| note_of(step.id)).collect(),
        })
    }

    async fn parts<C: ConnectionTrait>(&self, conn: &C) -> Result<Parts, Fault> {
        let (owed_by, owed_to) = parties(conn, self.id).await?;
        let mut parts = vec![
            part("owed_by", &owed_by)?,
            part("owed_to", &owed_to)?,
            part("districts", &districts(conn, self.id).await?)?,
        ];
        parts.extend(parts_of_steps(&steps(conn, self.id).await?)?);
        parts.extend(parts_of_amounts(&amounts(conn, self.id).await?)?);
        Ok(parts)
    }
}

/// The offices that owe a commitment, and those to which it is owed, as they were named.
pub(super) async fn parties<C: ConnectionTrait>(
    conn: &C,
    id: CommitmentId,
) -> Result<(Vec<StakeholderId>, Vec<StakeholderId>), Fault> {
    let rows = commitment_party::Entity::find()
        .filter(commitment_party::Column::CommitmentId.eq(id))
        .order_by_asc(commitment_party::Column::StakeholderId)
        .all(conn)
        .await?;
    let on = |side| {
        let rows = rows.iter().filter(move |row| row.side == side);
        rows.map(|row| row.stakeholder_id).collect()
    };
    Ok((on(PartySide::Owes), on(PartySide::Owed)))
}

/// The districts that would benefit.
pub(super) async fn districts<C: ConnectionTrait>(
    conn: &C,
    id: CommitmentId,
) -> Result<Vec<DistrictId>, Fault> {
    let rows = commitment_district::Entity::find()
        .filter(commitment_district::Column::CommitmentId.eq(id))
        .order_by_asc(commitment_district::Column::DistrictId)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.district_id).collect())
}

/// The steps of a commitment in their order.
pub(super) async fn steps<C: ConnectionTrait>(
    conn: &C,
    id: CommitmentId,
) -> Result<Vec<commitment_step::Model>, Fault> {
    Ok(commitment_step::Entity::find()
        .filter(commitment_step::Column::CommitmentId.eq(id))
        .order_by_asc(commitment_step::Column::Position)
        .all(conn)
        .await?)
}

/// The amounts of a commitment, in the order in which they came.
pub(super) async fn amounts<C: ConnectionTrait>(
    conn: &C,
    id: CommitmentId,
) -> Result<Vec<commitment_amount::Model>, Fault> {
    Ok(commitment_amount::Entity::find()
        .filter(commitment_amount::Column::CommitmentId.eq(id))
        .order_by_asc(commitment_amount::Column::HappenedOn)
        .order_by_asc(commitment_amount::Column::RecordedAt)
        .order_by_asc(commitment_amount::Column::Id)
        .all(conn)
        .await?)
}

/// The amounts as the log keeps them: what may stay for ever, and what tells of a source.
pub(super) fn parts_of_amounts(amounts: &[commitment_amount::Model]) -> Result<Parts, Fault> {
    let facts: Vec<_> = amounts
        .iter()
        .map(|row| {
            json!({
                "id": row.id, "rung": row.rung, "fiscal_year": row.fiscal_year,
                "amount": row.amount, "currency": row.currency, "happened_on": row.happened_on,
                "source_kind": row.source_kind, "source_day": row.source_day,
                "recorded_at": row.recorded_at, "recorded_by": row.recorded_by,
                "acting_for": row.acting_for,
            })
        })
        .collect();
    let mut sources = told_of_sources(amounts.iter().map(|row| (row.id, source_of!(row))))?;
    let references = amounts.iter().filter_map(|row| {
        let reference = row.reference.as_ref()?;
        Some(json!({ "id": row.id, "reference": reference }))
    });
    sources.extend(references);
    Ok(vec![
        part("amounts", &facts)?,
        part("amount_sources", &sources)?,
    ])
}

/// What a source tells in words and by a document, under the id of what is known by it.
#[derive(Serialize)]
struct SourceTold {
    id: PartId,
    title: Option<String>,
    publisher: Option<String>,
    address: Option<String>,
    // Older entries, which had none, say nothing of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    document_id: Option<DocumentId>,
}

fn told_of_sources(
    sources: impl Iterator<Item = (PartId, Source)>,
) -> Result<Vec<serde_json::Value>, Fault> {
    let tells = |source: &Source| {
        let has_words =
            source.title.is_some() || source.publisher.is_some() || source.address.is_some();
        has_words || source.document.is_some()
    };
    sources
        .filter(|(_, source)| tells(source))
        .map(|(id, source)| {
            let told = SourceTold {
                id,
                title: source.title,
                publisher: source.publisher,
                address: source.address,
                document_id: source.document,
            };
            serde_json::to_value(told).map_err(Fault::internal)
        })
        .collect()
}

/// The steps as the log keeps them: what may stay for ever, what tells of a source, and the words.
pub(super) fn parts_of_steps(steps: &[commitment_step::Model]) -> Result<Parts, Fault> {
    let facts: Vec<_> = steps
        .iter()
        .map(|step| {
            json!({
                "id": step.id, "position": step.position, "basis": step.basis,
                "status": step.status, "happened_on": step.happened_on,
                "meeting_id": step.meeting_id, "source_kind": step.source_kind,
                "source_day": step.source_day, "recorded_at": step.recorded_at,
                "recorded_by": step.recorded_by, "acting_for": step.acting_for,
            })
        })
        .collect();
    let sources = steps.iter().map(|step| (step.id, source_of!(step)));
    let notes: Vec<_> = steps
        .iter()
        .filter_map(|step| Some(json!({ "id": step.id, "note": step.note.as_ref()? })))
        .collect();
    Ok(vec![
        part("steps", &facts)?,
        part("step_sources", &told_of_sources(sources)?)?,
        part(STEP_NOTES, &notes)?,
    ])
}

/// The row of a commitment of which nothing is known but its direction.
#[must_use]
pub fn blank(
    tx: &Tx,
    id: CommitmentId,
    direction: CommitmentDirection,
    audience: Audience,
) -> commitment::Model {
    commitment::Model {
        id,
        audience,
        words_audience: audience.max(Audience::Present),
        recorded_at: tx.now(),
        archived_on: None,
        meeting_id: None,
        position: 0,
        direction,
        text: Text {
            text: String::new(),
            language: Language::En,
            translation: None,
        },
        due_on: None,
        kind: None,
        status: None,
        reported: None,
        is_vague: None,
        purpose: None,
        said_on: None,
        said_by_id: None,
        answers_id: None,
        repeats_id: None,
        decision_id: None,
        status_shared_on: None,
        inherited_on: None,
        reconfirm_by: None,
        reconfirmed_on: None,
        judged_on: None,
        document_id: None,
    }
}

/// Records a commitment, after checking. It hangs on its meeting or document, if it has one.
///
/// # Errors
/// When the database does not answer.
pub async fn add(
    tx: &mut Tx,
    allowed: &Allowed,
    mut row: commitment::Model,
    terms: &Terms,
) -> Result<(), Fault> {
    row.said_by_id = said_by(tx, terms).await?;
    let id = row.id;
    let mut whole = Whole {
        parent: row
            .meeting_id
            .map(RecordId::from)
            .or(row.document_id.map(RecordId::from)),
        ..Whole::alone(row)
    };
    set_parts(&mut whole, terms)?;
    save(tx, allowed, None, &whole).await?;
    insert_parts(tx, id, terms);
    Ok(())
}

/// Who said it, if somebody was named.
pub(super) async fn said_by(tx: &Tx, terms: &Terms) -> Result<Option<PersonId>, Fault> {
    match terms.said_by {
        Some(named) => named.person(tx).await,
        None => Ok(None),
    }
}

/// Puts the lists that are written anew in their places.
pub(super) fn set_parts(whole: &mut Whole<commitment::Model>, terms: &Terms) -> Result<(), Fault> {
    if let Some(owed_by) = &terms.owed_by {
        whole.set_part(part("owed_by", owed_by)?);
    }
    if let Some(owed_to) = &terms.owed_to {
        whole.set_part(part("owed_to", owed_to)?);
    }
    if let Some(districts) = &terms.districts {
        whole.set_part(part("districts", districts)?);
    }
    Ok(())
}

/// Inserts the rows of the lists that are written anew.
pub(super) fn insert_parts(tx: &mut Tx, commitment_id: CommitmentId, terms: &Terms) {
    let sides = [
        (PartySide::Owes, &terms.owed_by),
        (PartySide::Owed, &terms.owed_to),
    ];
    for (side, named) in sides {
        for stakeholder_id in named.iter().flatten().copied() {
            tx.insert(&commitment_party::Model {
                commitment_id,
                side,
                stakeholder_id,
            });
        }
    }
    for district_id in terms.districts.iter().flatten().copied() {
        tx.insert(&commitment_district::Model {
            commitment_id,
            district_id,
        });
    }
}

/// Removes the rows of the lists that are written anew.
pub(super) async fn clear_parts(tx: &Tx, id: CommitmentId, terms: &Terms) -> Result<(), Fault> {
    let sides = [
        (PartySide::Owes, &terms.owed_by),
        (PartySide::Owed, &terms.owed_to),
    ];
    for (side, _) in sides.iter().filter(|(_, named)| named.is_some()) {
        commitment_party::Entity::delete_many()
            .filter(commitment_party::Column::CommitmentId.eq(id))
            .filter(commitment_party::Column::Side.eq(*side))
            .exec(tx.conn())
            .await?;
    }
    if terms.districts.is_some() {
        commitment_district::Entity::delete_many()
            .filter(commitment_district::Column::CommitmentId.eq(id))
            .exec(tx.conn())
            .await?;
    }
    Ok(())
}
