//! Documents that are archives: Word, Excel and `OpenDocument` files, told apart by what lies in them.
//! Each program writes the parts in an order of its own, so it is their names that tell.

use std::io::{Cursor, Read};

use entity::enums::FileKind;
use zip::ZipArchive;

/// The most parts of a document: each takes memory to be named.
const MOST_PARTS: usize = 10_000;

/// How the entry of a part begins in the list at the end of an archive (APPNOTE 6.3.10, 4.3.12).
const ENTRY: &[u8] = b"PK\x01\x02";

/// The part of an `OpenDocument` file that says what it is (`OpenDocument` 1.3, part 2, 3.3).
const MEDIA_TYPE: &str = "mimetype";
const TEXT: &str = "application/vnd.oasis.opendocument.text";

/// What an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A document of a kind that is taken.
    Document(FileKind),
    /// A document that has macros or scripts.
    Program,
    /// Anything else.
    Other,
}

/// What the bytes of an archive are.
#[must_use]
pub fn content_of(bytes: &[u8]) -> Content {
    let parts = bytes.windows(ENTRY.len()).filter(|part| *part == ENTRY);
    if parts.count() > MOST_PARTS {
        return Content::Other;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Content::Other;
    };
    let names = archive
        .file_names()
        .map(|name| name.map(|name| name.to_lowercase()));
    let Ok(names) = names.collect::<Result<Vec<_>, _>>() else {
        return Content::Other;
    };
    if names.iter().any(|name| is_program(name)) {
        return Content::Program;
    }
    let has = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    let (is_office, is_word, is_excel) = (has("[content_types].xml"), has("word/"), has("xl/"));
    match (is_office, is_word, is_excel) {
        (true, true, false) => Content::Document(FileKind::Docx),
        (true, false, true) => Content::Document(FileKind::Xlsx),
        (false, false, false) if is_text(&mut archive) => Content::Document(FileKind::Odt),
        _ => Content::Other,
    }
}

/// The documents that may bring macros along within another.
const WITH_MACROS: [&str; 5] = [".docm", ".dotm", ".xlsm", ".xlsb", ".pptm"];

/// Where Word and Excel keep macros, and `OpenDocument` Basic and scripts.
fn is_program(name: &str) -> bool {
    WITH_MACROS.iter().any(|end| name.ends_with(end))
        || name.ends_with("vbaproject.bin")
        || name.starts_with("basic/")
        || name.starts_with("scripts/")
}

fn is_text(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let Ok(part) = archive.by_name(MEDIA_TYPE) else {
        return false;
    };
    let mut said = String::new();
    let most = u64::try_from(TEXT.len() + 1).unwrap_or(u64::MAX);
    part.take(most).read_to_string(&mut said).is_ok() && said == TEXT
}
