//! Which documents are seen, and what is read of them together.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use chrono::NaiveDate;
use entity::enums::DocumentKind;
use entity::ids::{DocumentId, StakeholderId};
use entity::{document, document_party, stakeholder};
use sea_orm::sea_query::{ExprTrait, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QuerySelect, QueryTrait,
    RelationDef, Select,
};

use crate::concepts::access::Viewer;
use crate::concepts::access::context::Reader;
use crate::concepts::documents::face::Document;
use crate::concepts::records::links::rows_of;
use crate::concepts::records::{found, is_archived, seen_ids};
use crate::concepts::stakeholders;
use crate::concepts::stakeholders::read::visible_beside;
use crate::kit::fault::Fault;

found!(Document(document) by DocumentById(DocumentId), visible);

rows_of! {
    /// Asks with whom a document is.
    PartiesOfDocument(DocumentId) => document_party by DocumentId, ordered by StakeholderId
}

/// Which documents a viewer sees. A partner sees those for partners that are with somebody of her
/// categories. No document is of a programme, so a scope of programmes takes in none.
#[must_use]
pub fn visible(viewer: &Viewer) -> Condition {
    use document::Column;
    let facts =
        crate::concepts::access::visible(viewer, Column::Audience, &[Column::Id.into_expr()]);
    if !viewer.is_partner() {
        return facts;
    }
    let scoped = Condition::all()
        .add(facts)
        .add(Column::ArchivedOn.is_null());
    if !viewer.scope.programmes.is_empty() {
        return scoped.add(SimpleExpr::from(false));
    }
    let with = document_party::Entity::find()
        .select_only()
        .column(document_party::Column::DocumentId)
        .join(JoinType::InnerJoin, to_stakeholder())
        .filter(visible_beside(viewer));
    scoped.add(Column::Id.in_subquery(with.into_query()))
}

/// The ids of the documents that a viewer sees, for what hangs on them.
#[must_use]
pub fn visible_ids(viewer: &Viewer) -> SelectStatement {
    document::Entity::find()
        .select_only()
        .column(document::Column::Id)
        .filter(visible(viewer))
        .into_query()
}

/// Those of some documents that a viewer sees.
#[must_use]
pub fn seen(viewer: &Viewer, ids: impl IntoIterator<Item = DocumentId>) -> SelectStatement {
    seen_ids::<document::Entity>(document::Column::Id, visible(viewer), ids)
}

/// With whom the documents are that a viewer sees.
#[must_use]
pub fn parties_of_visible(viewer: &Viewer) -> SelectStatement {
    document_party::Entity::find()
        .select_only()
        .column(document_party::Column::StakeholderId)
        .join(JoinType::InnerJoin, to_document())
        .filter(visible(viewer))
        .into_query()
}

/// From a party to its document.
#[must_use]
pub fn to_document() -> RelationDef {
    document_party::Entity::belongs_to(document::Entity)
        .from(document_party::Column::DocumentId)
        .to(document::Column::Id)
        .into()
}

fn to_stakeholder() -> RelationDef {
    document_party::Entity::belongs_to(stakeholder::Entity)
        .from(document_party::Column::StakeholderId)
        .to(stakeholder::Column::Id)
        .into()
}

/// What a list of documents is narrowed to. An empty list finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of one of these kinds.
    pub kinds: Option<Vec<DocumentKind>>,
    /// With one of these.
    pub stakeholders: Option<Vec<StakeholderId>>,
    /// Answering one of these.
    pub answers: Option<Vec<DocumentId>>,
    /// From this day.
    pub from: Option<NaiveDate>,
    /// To this day.
    pub to: Option<NaiveDate>,
    /// Waiting for a reply, or not.
    pub awaits_reply: Option<bool>,
    /// Waiting for a reply past its day, or not.
    pub is_overdue: Option<bool>,
    /// Archived ones instead of those in use.
    pub is_archived: bool,
}

/// The documents that a viewer sees, narrowed, as of a day.
#[must_use]
pub fn select(viewer: &Viewer, filter: Filter, today: NaiveDate) -> Select<document::Entity> {
    use document::Column;
    let mut all = Condition::all()
        .add(visible(viewer))
        .add(is_archived(Column::ArchivedOn, filter.is_archived))
        .add_option(filter.kinds.map(|kinds| Column::Kind.is_in(kinds)))
        .add_option(filter.from.map(|from| Column::Day.gte(from)))
        .add_option(filter.to.map(|to| Column::Day.lte(to)));
    if let Some(asked) = filter.stakeholders {
        let with = document_party::Entity::find()
            .select_only()
            .column(document_party::Column::DocumentId)
            .filter(
                document_party::Column::StakeholderId
                    .in_subquery(stakeholders::read::seen(viewer, asked)),
            );
        all = all.add(Column::Id.in_subquery(with.into_query()));
    }
    if let Some(asked) = filter.answers {
        all = all.add(Column::AnswersId.in_subquery(seen(viewer, asked)));
    }
    let awaits = || {
        let answered = answering(viewer)
            .select_only()
            .column(Column::AnswersId)
            .filter(Column::AnswersId.is_not_null());
        Column::ReplyDueOn
            .is_not_null()
            .and(Column::Id.not_in_subquery(answered.into_query()))
    };
    let overdue = || awaits().and(Column::ReplyDueOn.lt(today));
    all = all
        .add_option(filter.awaits_reply.map(|is| either(awaits(), is)))
        .add_option(filter.is_overdue.map(|is| either(overdue(), is)));
    document::Entity::find().filter(all)
}

/// A condition that is never unknown, or its opposite.
fn either(condition: SimpleExpr, is_wanted: bool) -> SimpleExpr {
    if is_wanted {
        condition
    } else {
        condition.not()
    }
}

/// The documents in use that a viewer sees, among which are the answers.
fn answering(viewer: &Viewer) -> Select<document::Entity> {
    document::Entity::find()
        .filter(document::Column::ArchivedOn.is_null())
        .filter(visible(viewer))
}

/// Asks whether something that the viewer sees answers a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IsAnswered(pub DocumentId);

impl Loader<IsAnswered> for Reader {
    type Value = bool;
    type Error = Fault;

    async fn load(&self, keys: &[IsAnswered]) -> Result<HashMap<IsAnswered, bool>, Fault> {
        use document::Column;
        let answered: Vec<DocumentId> = answering(&self.viewer)
            .select_only()
            .column(Column::AnswersId)
            .filter(Column::AnswersId.is_in(keys.iter().map(|key| key.0)))
            .into_tuple()
            .all(self.conn())
            .await?;
        let is_answered = |key: &IsAnswered| (*key, answered.contains(&key.0));
        Ok(keys.iter().map(is_answered).collect())
    }
}
