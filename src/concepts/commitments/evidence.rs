//! By what a step or an amount of a commitment is known.

use async_graphql::{Context, Object, Result};
use chrono::NaiveDate;
use entity::enums::SourceKind as Kept;

use crate::concepts::access::{CtxExt, Field, may_read};
use crate::concepts::commitments::input::EvidenceInput;
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
}

impl Source {
    /// Checks what was sent.
    pub fn check(check: &mut Check, path: &Path, raw: Option<&EvidenceInput>) -> Self {
        let Some(raw) = raw else {
            return Self::default();
        };
        let day = raw.day;
        Self {
            kind: Some(raw.kind.into()),
            title: check.optional_line(&path.field("title"), raw.title.as_deref()),
            publisher: check.optional_line(&path.field("publisher"), raw.publisher.as_deref()),
            address: check.web_address(&path.field("address"), raw.address.as_deref()),
            day: day.and_then(|day| check.day(&path.field("day"), day.0)),
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
}
