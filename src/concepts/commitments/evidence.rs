//! By what a step or an amount of a commitment is known.

use async_graphql::{Context, Object, Result};
use chrono::NaiveDate;
use entity::enums::SourceKind as Kept;
use entity::ids::DocumentId;

use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::commitments::input::EvidenceInput;
use crate::concepts::documents::face::Document;
use crate::concepts::records::references::References;
use crate::concepts::records::seen;
use crate::kit::check::Check;
use crate::kit::graphql::enums::SourceKind;
use crate::kit::graphql::scalars::Day;
use crate::kit::user_error::Path;

/// By what something is known; all `None` where nobody said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// In what way.
    pub kind: Option<Kept>,
    /// The title of the document or article.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// The letter or paper that says so.
    pub document: Option<DocumentId>,
}

impl Source {
    /// Checks what was sent; the document is to be looked up with what else is referred to.
    pub fn check(
        check: &mut Check,
        references: &mut References,
        path: &Path,
        raw: Option<&EvidenceInput>,
    ) -> Self {
        let Some(raw) = raw else {
            return Self::default();
        };
        let place = path.field("documentId");
        let document = check.optional_id(&place, raw.document_id.as_ref());
        references.want(&place, document);
        let day = raw.day;
        Self {
            kind: Some(raw.kind.into()),
            title: check.optional_line(&path.field("title"), raw.title.as_deref()),
            publisher: check.optional_line(&path.field("publisher"), raw.publisher.as_deref()),
            address: check.web_address(&path.field("address"), raw.address.as_deref()),
            day: day.and_then(|day| check.day(&path.field("day"), day.0)),
            document,
        }
    }

    /// As the API shows it; `None` where nobody said so, or where that is not for the viewer.
    ///
    /// # Errors
    /// When nobody is signed in.
    pub fn shown(self, ctx: &Context<'_>) -> Result<Option<Evidence>> {
        let is_shown = may_read(ctx.viewer()?.role, Field::Provenance);
        let kind = self.kind.filter(|_| is_shown);
        Ok(kind.map(|kind| Evidence { kind, source: self }))
    }
}

/// Takes the columns of a source out of a row.
macro_rules! source_of {
    ($row:expr) => {
        $crate::concepts::commitments::evidence::Source {
            kind: $row.source_kind,
            title: $row.source_title.clone(),
            publisher: $row.source_publisher.clone(),
            address: $row.source_address.clone(),
            day: $row.source_day,
            document: $row.source_document_id,
        }
    };
}
pub(super) use source_of;

/// By what something is known.
#[derive(Clone, Debug)]
pub struct Evidence {
    kind: Kept,
    source: Source,
}

/// By what something is known: a letter, an article, somebody's word.
#[Object]
impl Evidence {
    /// In what way.
    async fn kind(&self) -> SourceKind {
        self.kind.into()
    }

    /// The title of the document or article; null when there is none.
    async fn title(&self) -> Option<&str> {
        self.source.title.as_deref()
    }

    /// Who published it; null when it is not known.
    async fn publisher(&self) -> Option<&str> {
        self.source.publisher.as_deref()
    }

    /// Its address; null when it is not known.
    async fn address(&self) -> Option<&str> {
        self.source.address.as_deref()
    }

    /// Its day; null when it is not known.
    async fn day(&self) -> Option<Day> {
        self.source.day.map(Day)
    }

    /// The letter or paper that says so, with its files; null when none was named, or when you may
    /// not see it.
    async fn document(&self, ctx: &Context<'_>) -> Option<Result<Document>> {
        seen(ctx, self.source.document).await
    }
}
