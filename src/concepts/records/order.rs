//! Orders that lists share: by name in either language, and by the time of recording.

use async_graphql::{Enum, InputObject};
use entity::enums::Language;
use entity::thing::Thing;
use entity::{district, person, programme, stakeholder, target_list, topic};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use crate::concepts::access::Viewer;
use crate::kit::graphql::enums::OrderDirection;
use crate::kit::page::{Key, Ordering, Place};

/// By what a list of named things is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameOrderField {
    /// The English name, or the Urdu one where there is no English.
    NameEn,
    /// The Urdu name, or the English one where there is no Urdu.
    NameUr,
}

/// The order of a list of named things. Without one: by name in the reader's language.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct NameOrder {
    /// By what.
    pub field: NameOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

/// By what a list of records without a name or a day is ordered.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordOrderField {
    /// When it was recorded.
    RecordedAt,
}

/// The order of a list of records. Without one: the newest first.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct RecordOrder {
    /// By what.
    pub field: RecordOrderField,
    /// Which way; ascending when absent.
    pub direction: Option<OrderDirection>,
}

/// The columns by which named things are ordered.
pub struct NameColumns<C> {
    /// The English key.
    pub en: C,
    /// The Urdu key.
    pub ur: C,
    /// The id.
    pub id: C,
}

impl NameOrder {
    /// The order asked for, or the usual one for a reader.
    #[must_use]
    pub fn or_usual(order: Option<Self>, viewer: &Viewer) -> Self {
        let field = match viewer.language {
            Language::En => NameOrderField::NameEn,
            Language::Ur => NameOrderField::NameUr,
        };
        order.unwrap_or(Self {
            field,
            direction: None,
        })
    }

    /// As the statement has it.
    pub fn ordering<C: ColumnTrait>(self, columns: &NameColumns<C>) -> Ordering {
        let key = match self.field {
            NameOrderField::NameEn => columns.en,
            NameOrderField::NameUr => columns.ur,
        };
        Ordering {
            key: key.into_expr(),
            id: columns.id.into_expr(),
            is_descending: self.direction == Some(OrderDirection::Desc),
        }
    }

    /// Where a row stands in this order.
    pub fn place<M: Named>(self, row: &M) -> Place {
        let key = match self.field {
            NameOrderField::NameEn => Key::Bytes(row.sort_en().to_vec()),
            NameOrderField::NameUr => Key::Bytes(row.sort_ur().to_vec()),
        };
        Place {
            key,
            id: row.uuid(),
        }
    }
}

impl RecordOrder {
    /// As they were recorded.
    pub const FIRST_TO_LAST: Self = Self {
        field: RecordOrderField::RecordedAt,
        direction: None,
    };

    /// The order asked for, or the newest first.
    #[must_use]
    pub fn or_usual(order: Option<Self>) -> Self {
        let field = RecordOrderField::RecordedAt;
        order.unwrap_or(Self {
            field,
            direction: Some(OrderDirection::Desc),
        })
    }

    /// As the statement has it.
    pub fn ordering<C: ColumnTrait>(self, recorded_at: C, id: C) -> Ordering {
        Ordering {
            key: recorded_at.into_expr(),
            id: id.into_expr(),
            is_descending: self.direction == Some(OrderDirection::Desc),
        }
    }

    /// Where a row stands in this order.
    pub fn place<T: Thing>(self, row: &T) -> Place {
        Place {
            key: Key::Instant(row.recorded_at()),
            id: row.record_id().0,
        }
    }
}

/// A row with a name and its keys.
pub trait Named {
    /// The key of the English name.
    fn sort_en(&self) -> &[u8];
    /// The key of the Urdu name.
    fn sort_ur(&self) -> &[u8];
    /// The bare id.
    fn uuid(&self) -> Uuid;
}

macro_rules! named {
    ($($table:ident),+) => {$(
        impl Named for $table::Model {
            fn sort_en(&self) -> &[u8] { &self.sort_en }
            fn sort_ur(&self) -> &[u8] { &self.sort_ur }
            fn uuid(&self) -> Uuid { self.id.into() }
        }

        impl NameColumns<$table::Column> {
            /// The columns of the table.
            #[must_use]
            pub fn $table() -> Self {
                Self {
                    en: $table::Column::SortEn,
                    ur: $table::Column::SortUr,
                    id: $table::Column::Id,
                }
            }
        }
    )+};
}

named!(district, topic, person, stakeholder, programme, target_list);
