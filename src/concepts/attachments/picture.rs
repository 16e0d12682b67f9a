//! Pictures without what the camera wrote beside them: the place, the day, the owner of the phone.

use entity::enums::FileKind;
use img_parts::Bytes;
use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;

/// How the block begins in which a camera writes.
const EXIF: &[u8] = b"Exif\0\0";
/// How the block begins that says what the colours mean.
const COLOURS: &[u8] = b"ICC_PROFILE\0";
/// The tag of how a picture is turned.
const ORIENTATION: u16 = 0x0112;

/// A file as it is kept: a picture without what was written beside it, but for how it is turned; all
/// else as it came. `None` when a picture is broken.
pub fn cleaned(kind: FileKind, bytes: Vec<u8>) -> Option<Vec<u8>> {
    match kind {
        FileKind::Jpeg => jpeg(bytes),
        FileKind::Png => png(bytes),
        FileKind::Webp => webp(bytes),
        FileKind::Pdf | FileKind::Docx | FileKind::Xlsx | FileKind::Odt | FileKind::Text => {
            Some(bytes)
        }
    }
}

fn jpeg(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    // Telephones hang a second picture or a film behind the first, with a place of its own.
    bytes.truncate(end_of(&bytes)?);
    let mut picture = Jpeg::from_bytes(Bytes::from(bytes)).ok()?;
    let turned = picture
        .segments_by_marker(markers::APP1)
        .find_map(|segment| orientation(segment.contents().strip_prefix(EXIF)?));
    // What colours mean stays; other blocks of programs say where from, and so do comments.
    picture
        .segments_mut()
        .retain(|segment| match segment.marker() {
            markers::COM | markers::APP1 | markers::APP3..=markers::APP13 | markers::APP15 => false,
            markers::APP2 => segment.contents().starts_with(COLOURS),
            _ => true,
        });
    if let Some(turned) = turned {
        let block = [EXIF, &only_orientation(turned)].concat();
        let segment = JpegSegment::new_with_contents(markers::APP1, Bytes::from(block));
        picture.segments_mut().insert(0, segment);
    }
    Some(picture.encoder().bytes().to_vec())
}

/// Where a JPEG ends (ITU-T T.81, annex B); `None` when it does not.
fn end_of(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        match bytes.get(at + 1)? {
            0xD9 => return Some(at + 2),
            0xFF => at += 1,
            0x00 | 0x01 | 0xD0..=0xD8 => at += 2,
            _ => {
                let length = bytes.get(at + 2..at + 4)?.try_into().ok()?;
                at += 2 + usize::from(u16::from_be_bytes(length));
            }
        }
    }
}

fn png(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut picture = Png::from_bytes(Bytes::from(bytes)).ok()?;
    for kind in [b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"] {
        picture.remove_chunks_by_type(*kind);
    }
    Some(picture.encoder().bytes().to_vec())
}

fn webp(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut picture = WebP::from_bytes(Bytes::from(bytes)).ok()?;
    for kind in [b"EXIF", b"XMP "] {
        picture.remove_chunks_by_id(*kind);
    }
    Some(picture.encoder().bytes().to_vec())
}

/// How a picture is turned, from 1 to 8, as a block says (TIFF 6.0, section 2).
fn orientation(block: &[u8]) -> Option<u8> {
    let is_little = match block.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let word = |at: usize| -> Option<u16> {
        let word = block.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little {
            u16::from_le_bytes(word)
        } else {
            u16::from_be_bytes(word)
        })
    };
    let long = |at: usize| -> Option<usize> {
        let long = block.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let long = if is_little {
            u32::from_le_bytes(long)
        } else {
            u32::from_be_bytes(long)
        };
        usize::try_from(long).ok()
    };
    let start = long(4)?;
    let entries =
        (0..usize::from(word(start)?)).map_while(|entry| start.checked_add(2 + 12 * entry));
    let mut found = entries.filter(|at| word(*at) == Some(ORIENTATION));
    let turned = word(found.next()?.checked_add(8)?)?;
    u8::try_from(turned)
        .ok()
        .filter(|turned| (1..=8).contains(turned))
}

/// A block that says how a picture is turned, and nothing else.
fn only_orientation(turned: u8) -> Vec<u8> {
    let mut block = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    block.extend([turned, 0, 0, 0, 0, 0, 0]);
    block
}

#[cfg(test)]
mod tests {
    use super::{cleaned, only_orientation, orientation};
    use entity::enums::FileKind;

    #[test]
    fn how_a_picture_is_turned_reads_back() {
        for turned in 1..=8 {
            assert_eq!(orientation(&only_orientation(turned)), Some(turned));
        }
        assert_eq!(orientation(&only_orientation(9)), None);
        assert_eq!(orientation(b"MM\0*\xff\xff\xff\xff"), None);
        assert_eq!(orientation(b"II*\0\x08\0\0\0\xff\xff"), None);
        assert_eq!(orientation(b""), None);
    }

    #[test]
    fn a_broken_picture_is_none_and_other_files_stay_as_they_are() {
        for kind in [FileKind::Jpeg, FileKind::Png, FileKind::Webp] {
            assert_eq!(cleaned(kind, b"\xff\xd8\xff\xe1\xff".to_vec()), None);
        }
        assert_eq!(
            cleaned(FileKind::Pdf, b"%PDF".to_vec()),
            Some(b"%PDF".to_vec())
        );
    }
}
