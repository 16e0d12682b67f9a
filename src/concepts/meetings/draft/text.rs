//! Texts of a meeting that are written anew.

use async_graphql::MaybeUndefined;
use entity::text::Text;

use crate::concepts::meetings::draft::Checking;
use crate::kit::graphql::inputs::TextInput;
use crate::kit::user_error::Path;

impl Checking<'_> {
    pub(super) fn text(
        &mut self,
        path: &Path,
        asked: MaybeUndefined<&TextInput>,
        text: &mut Option<Text>,
    ) {
        if asked.is_undefined() {
            return;
        }
        let raw = asked.value().copied();
        let had = text.take();
        *text = self
            .check
            .optional_text(path, raw)
            .map(|text| text.in_place_of(had.as_ref()));
    }
}
