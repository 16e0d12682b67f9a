//! The schema as text: the contract that is checked in.

use async_graphql::SDLExportOptions;

/// The schema in the schema definition language, sorted, so that it differs only where it does.
#[must_use]
pub fn sdl() -> String {
    let options = SDLExportOptions::new()
        .sorted_fields()
        .sorted_arguments()
        .sorted_enum_items()
        .include_specified_by()
        .use_space_ident()
        .indent_width(2);
    super::builder().finish().sdl_with_options(options)
}
