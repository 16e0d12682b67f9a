//! What sort of file some bytes are, and whether their name says the same.

use entity::enums::FileKind;

use crate::concepts::attachments::archive::{self, Content};

/// The kinds that are taken, in words.
pub const TAKEN: &str = "PDF, JPEG, PNG or WebP pictures, Word (.docx), Excel (.xlsx) and OpenDocument (.odt) files, and plain text (.txt)";

/// A kind with its media type, the endings of its names, and what it is called.
struct Form {
    kind: FileKind,
    media_type: &'static str,
    endings: &'static [&'static str],
    called: &'static str,
}

const fn form(
    kind: FileKind,
    media_type: &'static str,
    endings: &'static [&'static str],
    called: &'static str,
) -> Form {
    Form {
        kind,
        media_type,
        endings,
        called,
    }
}

const FORMS: &[Form] = &[
    form(FileKind::Pdf, "application/pdf", &["pdf"], "a PDF"),
    form(
        FileKind::Jpeg,
        "image/jpeg",
        &["jpg", "jpeg"],
        "a JPEG picture",
    ),
    form(FileKind::Png, "image/png", &["png"], "a PNG picture"),
    form(FileKind::Webp, "image/webp", &["webp"], "a WebP picture"),
    form(
        FileKind::Docx,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        &["docx"],
        "a Word file",
    ),
    form(
        FileKind::Xlsx,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        &["xlsx"],
        "an Excel file",
    ),
    form(
        FileKind::Odt,
        "application/vnd.oasis.opendocument.text",
        &["odt"],
        "an OpenDocument text",
    ),
    form(FileKind::Text, "text/plain", &["txt"], "plain text"),
];

fn form_of(kind: FileKind) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.kind == kind)
}

/// The media type under which a kind is served.
#[must_use]
pub fn media_type(kind: FileKind) -> &'static str {
    form_of(kind).map_or("application/octet-stream", |form| form.media_type)
}

/// What some bytes are, by themselves.
///
/// # Errors
/// In words, when that is nothing that is taken, or is not what the name or the media type says.
pub fn kind_of(bytes: &[u8], name: &str, claimed: Option<&str>) -> Result<FileKind, String> {
    let found = sniff(bytes)?;
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let said = |form: &&Form| {
        ending
            .as_deref()
            .is_some_and(|ending| form.endings.contains(&ending))
    };
    let Some(said) = FORMS.iter().find(said) else {
        return Err(format!(
            "The name must end as the names of its kind do, this one is {}: {}.",
            found.called,
            found
                .endings
                .iter()
                .map(|ending| format!(".{ending}"))
                .collect::<Vec<_>>()
                .join(" or ")
        ));
    };
    if said.kind != found.kind {
        return Err(lies("the name says that it is", said.called, found.called));
    }
    match claimed {
        Some(claimed) if claimed != found.media_type => {
            Err(lies("it was sent as", claimed, found.called))
        }
        _ => Ok(found.kind),
    }
}

fn lies(by: &str, said: &str, found: &str) -> String {
    format!("This file is {found}, but {by} {said}. Send it under the name of its own kind.")
}

/// How an archive begins: with a file, with none, or split (APPNOTE 6.3.10, 4.3.7, 4.3.16, 8.5.3). A
/// text may begin with "PKR".
const ARCHIVES: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];

fn sniff(bytes: &[u8]) -> Result<&'static Form, String> {
    let refuse = |what: &str| Err(format!("{what} is not taken here. Send {TAKEN}."));
    if ARCHIVES.iter().any(|start| bytes.starts_with(start)) {
        return match archive::content_of(bytes) {
            Content::Document(kind) => form_of(kind).map_or_else(|| refuse("An archive"), Ok),
            Content::Program => {
                refuse("A document that brings a program along, such as one with macros,")
            }
            Content::Other => refuse("An archive that is none of these, such as a ZIP file,"),
        };
    }
    if let Some(found) = infer::get(bytes) {
        let form = FORMS
            .iter()
            .find(|form| form.media_type == found.mime_type());
        return form.map_or_else(
            || refuse(&format!("A file of the kind {}", found.mime_type())),
            Ok,
        );
    }
    match std::str::from_utf8(bytes) {
        // What begins like this is a page or a drawing, which may bring a program along.
        Ok(text)
            if text
                .trim_start_matches('\u{feff}')
                .trim_start()
                .starts_with('<') =>
        {
            refuse("A page or drawing of tags, such as HTML or SVG,")
        }
        Ok(text) if !text.contains(is_refused) => {
            form_of(FileKind::Text).map_or_else(|| refuse("Plain text"), Ok)
        }
        _ => refuse("A file whose kind cannot be told from its content"),
    }
}

fn is_refused(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::kind_of;
    use entity::enums::FileKind;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn a_file_is_what_its_bytes_are() {
        for (bytes, name, kind) in [
            (&b"%PDF-1.7\n"[..], "letter.PDF", FileKind::Pdf),
            (b"\xff\xd8\xff\xe0", "photo.jpeg", FileKind::Jpeg),
            (PNG, "scan.png", FileKind::Png),
            ("خط\n".as_bytes(), "خط.txt", FileKind::Text),
        ] {
            assert_eq!(kind_of(bytes, name, None), Ok(kind), "{name}");
        }
    }

    #[test]
    fn what_lies_is_told_both_what_it_says_and_what_it_is() {
        let by_name = kind_of(PNG, "letter.pdf", None).unwrap_err();
        let by_type = kind_of(PNG, "scan.png", Some("image/jpeg")).unwrap_err();

        assert!(by_name.contains("a PDF") && by_name.contains("a PNG picture"));
        assert!(by_type.contains("image/jpeg") && by_type.contains("a PNG picture"));
    }

    #[test]
    fn what_could_run_is_never_taken() {
        for (bytes, name) in [
            (&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], "a.txt"),
            (b"\xef\xbb\xbf <script>1</script>", "a.txt"),
            (b"<!DOCTYPE html><html></html>", "a.txt"),
            (b"<?xml version='1.0'?><svg/>", "a.png"),
            (b"MZ\x90\0", "a.pdf"),
            (b"#!/bin/sh\nrm x\n", "a.txt"),
            (b"\x7fELF\x02\x01\x01", "a.txt"),
            (b"\0\x01\x02", "a.txt"),
            (PNG, "scan"),
        ] {
            assert!(kind_of(bytes, name, None).is_err(), "{name}: {bytes:?}");
        }
    }
}
