//! Files on meetings, letters and other papers.

use std::io::{Cursor, Write};
use std::sync::Arc;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::App;
use crate::support::build::{absent, made, merged, text, v7};
use crate::support::caller::Caller;
use crate::support::rows::changed;

const PDF: &[u8] = b"%PDF-1.7\nThe letter of the Commission\n%%EOF\n";
const SHOWN: &str = "query ($id: ID!) { node(id: $id) { ... on Attachment {
    id kind name size url version meeting { id } document { id } wordsWithdrawnAt archivedOn
    recordedBy { id } audience wordsAudience } } }";

both! {
    a_file_reads_back_as_it_was_sent_and_is_never_shown_on_our_pages
    a_file_that_lies_about_its_kind_is_refused_and_both_are_named
    a_file_of_no_bytes_and_one_that_is_too_large_are_refused
    a_hundred_megabytes_are_refused_before_they_come
    who_sends_all_of_a_hundred_megabytes_reads_why_they_are_refused
    what_was_refused_leaves_nothing_behind
    the_same_file_sent_again_is_there_once
    a_photo_is_kept_without_where_it_was_taken
    no_picture_tells_where_it_was_made_or_by_what
    files_of_words_and_sheets_are_told_apart_though_all_are_archives
    a_document_is_taken_in_whatever_order_its_parts_were_written
    a_document_with_macros_is_refused_whatever_it_is_called
    files_on_a_meeting_stay_when_its_words_are_withdrawn_and_can_be_withdrawn_themselves
    a_file_is_for_those_who_read_the_words
    a_text_may_begin_with_the_name_of_the_currency
    a_file_that_is_not_for_her_looks_like_one_that_is_not_there
    only_who_may_change_a_meeting_hangs_a_file_on_it
    partners_get_a_file_where_its_words_are_shared_with_them
    a_file_follows_who_may_see_what_it_hangs_on
    withdrawn_words_take_the_bytes_along
    a_file_goes_with_its_letter_and_comes_back_with_it
    another_sites_page_sends_no_file
}

async fn letter(by: &Caller, more: Value) -> String {
    let input = json!({ "kind": "LETTER_IN", "subject": { "text": "Rolls" }, "day": "2026-01-10" });
    let input = merged(input, more);
    let noted = by.act("recordDocument", "document { id }", input).await;
    text(&noted.ok(), "/document/id")
}

/// A letter with somebody whom it is from.
async fn letter_from(app: &App, by: &Caller, more: Value) -> String {
    let office = app.office("ECP", "PEC").await;
    letter(by, merged(json!({ "partyIds": [office] }), more)).await
}

async fn attached(by: &Caller, on: &str, more: &[(&str, &str)]) -> String {
    let named = [&[("name", "letter.pdf")], more].concat();
    let (status, answer) = by.attaches(on, &named, PDF).await;
    assert_eq!(status, 201, "{answer}");
    text(&answer, "/id")
}

async fn shown(by: &Caller, id: &str) -> Value {
    by.run(SHOWN, json!({ "id": id })).await.ok()["node"].clone()
}

async fn status(by: &Caller, id: &str) -> u16 {
    let found = by.reads("GET", &format!("/attachments/{id}")).await;
    found.status().as_u16()
}

/// What is told of files on a letter.
async fn on_letter(by: &Caller, id: &str) -> Value {
    let query = "query ($id: ID!) { document(id: $id) { attachments { id kind name } } }";
    by.run(query, json!({ "id": id })).await.ok()["document"]["attachments"].clone()
}

async fn a_file_reads_back_as_it_was_sent_and_is_never_shown_on_our_pages(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let own = made("attachment", 1);

    let named = [("name", "خط 1.pdf"), ("id", &own)];
    let (sent, answer) = saima.attaches(&on, &named, PDF).await;

    assert_eq!((sent, text(&answer, "/id")), (201, own.clone()));
    let found = shown(&saima, &own).await;
    assert_eq!(
        (&found["kind"], &found["name"]),
        (&json!("PDF"), &json!("خط 1.pdf"))
    );
    assert_eq!(
        (&found["size"], &found["document"]["id"]),
        (&json!(PDF.len()), &json!(on))
    );
    let got = saima.reads("GET", found["url"].as_str().unwrap()).await;
    let header = |name: &str| got.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(
        header("content-security-policy"),
        "sandbox; default-src 'none'"
    );
    assert_eq!(header("cache-control"), "private, no-store");
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"__ 1.pdf\"; filename*=UTF-8''%D8%AE%D8%B7%201.pdf"
    );
    assert!(got.headers().get("etag").is_none());
    assert_eq!(got.bytes().await.unwrap(), PDF);
}

async fn a_file_that_lies_about_its_kind_is_refused_and_both_are_named(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let html = b"<!DOCTYPE html><html><script>alert(1)</script></html>";
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";

    for (name, bytes, said) in [
        ("photo.jpg", PDF, ["a PDF", "a JPEG picture"]),
        ("letter.pdf", &html[..], ["text/html", "PDF"]),
        ("drawing.svg", &svg[..], ["SVG", "PDF"]),
        ("letter.exe", PDF, ["a PDF", ".pdf"]),
        ("run.txt", b"MZ\x90\0\x03", ["application/", "PDF"]),
        ("../letter.pdf", PDF, ["folders", "name"]),
    ] {
        let (status, answer) = saima.attaches(&on, &[("name", name)], bytes).await;
        assert_eq!(
            (status, &answer["code"]),
            (422, &json!("INVALID")),
            "{name}: {answer}"
        );
        let message = answer["message"].as_str().unwrap();
        assert!(
            said.iter().all(|word| message.contains(word)),
            "{name}: {message}"
        );
    }
    assert_eq!(on_letter(&saima, &on).await, json!([]));
}

async fn a_file_of_no_bytes_and_one_that_is_too_large_are_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let most = 10 * 1024 * 1024;
    let mut large = PDF.to_vec();
    large.resize(most, b' ');
    let name = [("name", "letter.pdf")];

    let (empty, of_empty) = saima.attaches(&on, &name, b"").await;
    let (whole, _) = saima.attaches(&on, &name, &large).await;
    large.push(b' ');
    let (beyond, of_beyond) = saima.attaches(&on, &name, &large).await;

    assert_eq!((empty, &of_empty["code"]), (422, &json!("REQUIRED")));
    assert!(text(&of_empty, "/message").contains("0 bytes"));
    assert_eq!(whole, 201);
    assert_eq!(
        (beyond, &of_beyond["code"]),
        (413, &json!("PAYLOAD_TOO_LARGE"))
    );
    assert!(text(&of_beyond, "/message").contains(&most.to_string()));
}

async fn a_hundred_megabytes_are_refused_before_they_come(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let head = head_of_a_hundred_megabytes(&saima, &on);

    let mut stream = TcpStream::connect(app.address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();

    assert_eq!(
        first_line(stream).await,
        "HTTP/1.1 413 Payload Too Large\r\n"
    );
}

/// As a browser does it: it reads the answer when all is sent, and says "no network" when it cannot
/// send all.
async fn who_sends_all_of_a_hundred_megabytes_reads_why_they_are_refused(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let head = head_of_a_hundred_megabytes(&saima, &on);

    let mut stream = TcpStream::connect(app.address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let part = vec![b' '; MEGABYTE];
    for _ in 0..100 {
        stream.write_all(&part).await.unwrap();
    }

    assert_eq!(
        first_line(stream).await,
        "HTTP/1.1 413 Payload Too Large\r\n"
    );
}

const MEGABYTE: usize = 1024 * 1024;

fn head_of_a_hundred_megabytes(who: &Caller, on: &str) -> String {
    let token = who.token.as_deref().unwrap();
    let length = 100 * MEGABYTE;
    format!(
        "POST /attachments?on={on}&name=letter.pdf HTTP/1.1\r\nhost: rabta\r\n\
         authorization: Bearer {token}\r\ncontent-type: application/pdf\r\n\
         content-length: {length}\r\n\r\n",
    )
}

async fn first_line(stream: TcpStream) -> String {
    let mut line = String::new();
    let mut answer = BufReader::new(stream);
    answer.read_line(&mut line).await.unwrap();
    line
}

async fn what_was_refused_leaves_nothing_behind(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let before = app.rows().await;

    for (on, name) in [
        (on.as_str(), "photo.jpg"),
        (absent("document").as_str(), "letter.pdf"),
        (app.office("CSO", "Women").await.as_str(), "letter.pdf"),
        ("nothing", "letter.pdf"),
    ] {
        let (status, answer) = saima.attaches(on, &[("name", name)], PDF).await;
        assert!((400..500).contains(&status), "{name} on {on}: {answer}");
    }
    let (unknown, answer) = saima.attaches(&on, &[("nam", "letter.pdf")], PDF).await;

    assert_eq!((unknown, &answer["code"]), (400, &json!("BAD_REQUEST")));
    let moved = changed(&before, &app.rows().await);
    assert!(
        !moved.iter().any(|table| table.starts_with("attachment")),
        "{moved:?}"
    );
}

async fn the_same_file_sent_again_is_there_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let key = v7(1);
    let first = attached(&saima, &on, &[("requestId", &key)]).await;
    let before = app.rows().await;

    let again = attached(&saima, &on, &[("requestId", &key)]).await;
    let keyed = [("name", "letter.pdf"), ("requestId", &key)];
    let (other, answer) = saima.attaches(&on, &keyed, b"%PDF-1.4\nAnother").await;

    assert_eq!(again, first);
    assert_eq!((other, &answer["code"]), (409, &json!("ID_CONFLICT")));
    assert_eq!(changed(&before, &app.rows().await), Vec::<String>::new());
}

/// A JPEG that says how it is turned and where it was taken, with a second one behind it.
fn photo() -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
    block.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    block.extend(b"\x01\x0e\0\x02\0\0\0\x04Zhob\0\0\0\0");
    let length = u8::try_from(block.len() + 2).unwrap();
    let mut photo = vec![0xFF, 0xD8, 0xFF, 0xE1, 0, length];
    photo.extend(block);
    photo.extend(b"\xFF\xFE\0\x09Quetta!");
    photo.extend(b"\xFF\xDA\0\x08\x01\x01\0\0\x3f\0picture\xFF\0\xFF\xD9");
    photo.extend(b"\xFF\xD8\xFF\xE1\0\x0aGwadar!!\xFF\xD9");
    photo
}

async fn a_photo_is_kept_without_where_it_was_taken(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;

    let (status, answer) = saima
        .attaches(&on, &[("name", "letter.jpg")], &photo())
        .await;

    assert_eq!(status, 201, "{answer}");
    let place = format!("/attachments/{}", text(&answer, "/id"));
    let kept = saima.reads("GET", &place).await.bytes().await.unwrap();
    let has = |what: &[u8]| kept.windows(what.len()).any(|part| part == what);
    assert!(has(b"picture") && has(b"\x01\x12\0\x03\0\0\0\x01\0\x06"));
    for told in [&b"Zhob"[..], b"Quetta", b"Gwadar"] {
        assert!(!has(told), "{}", String::from_utf8_lossy(told));
    }
}

/// A part of a PNG: its length, kind and content with what checks them.
fn chunk(kind: &[u8], content: &[u8]) -> Vec<u8> {
    let checked = [kind, content].concat();
    let mut rest = u32::MAX;
    for byte in &checked {
        rest ^= u32::from(*byte);
        for _ in 0..8 {
            rest = if rest & 1 == 1 {
                (rest >> 1) ^ 0xEDB8_8320
            } else {
                rest >> 1
            };
        }
    }
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], &checked, &(!rest).to_be_bytes()].concat()
}

fn png() -> Vec<u8> {
    let head = b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0";
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", head));
    png.extend(chunk(b"tEXt", b"Author\0Saima of Zhob"));
    png.extend(chunk(b"zTXt", b"Comment\0\0Quetta"));
    png.extend(chunk(b"iTXt", b"Title\0\0\0\0\0Gwadar"));
    png.extend(chunk(b"eXIf", b"MM\0*Turbat"));
    png.extend(chunk(b"tIME", b"\x07\xE9\x06\x03\0\0\0"));
    png.extend(chunk(b"IDAT", b"picture"));
    png.extend(chunk(b"IEND", b""));
    png
}

fn webp() -> Vec<u8> {
    let part = |kind: &[u8], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [kind, &length, content].concat()
    };
    let inner = [
        b"WEBP".to_vec(),
        part(b"VP8X", b"\x0c\0\0\0\0\0\0\0\0\0"),
        part(b"VP8L", b"/picture"),
        part(b"EXIF", b"MM\0*Zhob"),
        part(b"XMP ", b"<x>Quetta</x>!"),
    ];
    part(b"RIFF", &inner.concat())
}

async fn no_picture_tells_where_it_was_made_or_by_what(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;

    for (name, bytes) in [("scan.png", png()), ("scan.webp", webp())] {
        let (status, answer) = saima.attaches(&on, &[("name", name)], &bytes).await;

        assert_eq!(status, 201, "{name}: {answer}");
        let place = format!("/attachments/{}", text(&answer, "/id"));
        let kept = saima.reads("GET", &place).await.bytes().await.unwrap();
        let has = |what: &[u8]| kept.windows(what.len()).any(|part| part == what);
        assert!(has(b"picture"), "{name}");
        for told in ["Zhob", "Quetta", "Gwadar", "Turbat", "tIME", "Saima"] {
            assert!(!has(told.as_bytes()), "{name}: {told}");
        }
    }
}

/// An archive of files that are not packed.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        archive.start_file(*name, stored).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

async fn a_document_is_taken_in_whatever_order_its_parts_were_written(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let mut parts = [
        ("word/numbering.xml", "<x/>"),
        ("docProps/app.xml", "<x/>"),
        ("_rels/.rels", "<x/>"),
        ("word/document.xml", "<x/>"),
        ("[Content_Types].xml", "<x/>"),
    ];
    for _ in 0..parts.len() {
        parts.rotate_left(1);

        let (status, answer) = saima
            .attaches(&on, &[("name", "a.docx")], &archive(&parts))
            .await;

        assert_eq!(status, 201, "{parts:?}: {answer}");
        assert_eq!(shown(&saima, &text(&answer, "/id")).await["kind"], "DOCX");
    }
}

async fn a_document_with_macros_is_refused_whatever_it_is_called(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let word = [
        ("[Content_Types].xml", "<x/>"),
        ("word/document.xml", "<x/>"),
        ("word/vbaProject.bin", "MZ"),
    ];
    let text_with_basic = [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("Basic/Standard/Module1.xml", "<x/>"),
    ];
    for (name, bytes) in [
        ("a.docx", archive(&word)),
        ("a.odt", archive(&text_with_basic)),
    ] {
        let (status, answer) = saima.attaches(&on, &[("name", name)], &bytes).await;

        assert_eq!(
            (status, &answer["code"]),
            (422, &json!("INVALID")),
            "{name}"
        );
        assert!(text(&answer, "/message").contains("macros"), "{answer}");
    }
}

async fn files_of_words_and_sheets_are_told_apart_though_all_are_archives(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let office = |[part, styles]: [&str; 2]| {
        archive(&[
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", "<Relationships/>"),
            (part, "<x>What stands in it.</x>"),
            (styles, "<x/>"),
        ])
    };
    let odt = archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let files = [
        (
            "a.docx",
            office(["word/document.xml", "word/styles.xml"]),
            "DOCX",
        ),
        (
            "a.xlsx",
            office(["xl/workbook.xml", "xl/styles.xml"]),
            "XLSX",
        ),
        ("a.odt", odt, "ODT"),
        ("a.pdf", PDF.to_vec(), "PDF"),
    ];
    let other = archive(&[("virus.exe", "MZ")]);

    for (named, _, _) in &files {
        for (name, bytes, kind) in &files {
            let (status, answer) = saima.attaches(&on, &[("name", named)], bytes).await;
            if named == name {
                assert_eq!(status, 201, "{name}: {answer}");
                assert_eq!(shown(&saima, &text(&answer, "/id")).await["kind"], *kind);
            } else {
                assert_eq!(
                    (status, &answer["code"]),
                    (422, &json!("INVALID")),
                    "{name} as {named}"
                );
            }
        }
        let (status, _) = saima.attaches(&on, &[("name", named)], &other).await;
        assert_eq!(status, 422, "another archive as {named}");
    }
}

/// What she wrote is hers to take back; a photo of it is a record of its own, perhaps another's.
async fn files_on_a_meeting_stay_when_its_words_are_withdrawn_and_can_be_withdrawn_themselves(
    app: Arc<App>,
) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let said = json!({ "said": { "text": "They were cross" } });
    let met = saima.meets(&office, said).await;
    let file = attached(&saima, &met, &[]).await;

    let query = "record { ... on Meeting { said { text } attachments { id name } } }";
    let input = json!({ "id": met });
    let done = saima.act("withdrawWords", query, input).await.ok();

    let left = json!({ "said": null, "attachments": [{ "id": file, "name": "letter.pdf" }] });
    assert_eq!(done["record"], left, "the answer shows what is still there");
    assert_eq!(status(&saima, &file).await, 200);
    let input = json!({ "id": file });
    saima.act("withdrawWords", "__typename", input).await.ok();
    assert_eq!(status(&saima, &file).await, 404);
}

async fn a_file_is_for_those_who_read_the_words(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let on = letter_from(&app, &saima, json!({})).await;
    let closed = attached(&saima, &on, &[]).await;
    let open = attached(&saima, &on, &[("wordsAudience", "CAUCUS")]).await;
    let (desk, admin) = (app.coordinator().await, app.admin().await);

    let of_others = shown(&rubina, &closed).await;

    assert_eq!(of_others["kind"], "PDF");
    for word in ["name", "size", "url"] {
        assert_eq!(of_others[word], Value::Null, "{word}");
    }
    assert_eq!(
        (status(&rubina, &closed).await, status(&rubina, &open).await),
        (404, 200)
    );
    assert_eq!(
        (status(&desk, &closed).await, status(&saima, &closed).await),
        (200, 200)
    );
    assert_eq!(
        (status(&admin, &closed).await, status(&admin, &open).await),
        (404, 404)
    );
}

async fn a_text_may_begin_with_the_name_of_the_currency(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let letter = letter_from(&app, &saima, json!({})).await;
    let note = b"PKR 50 million were promised.";

    let (status, answer) = saima.attaches(&letter, &[("name", "note.txt")], note).await;

    assert_eq!(status, 201, "{answer}");
}

async fn a_file_that_is_not_for_her_looks_like_one_that_is_not_there(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let on = letter_from(&app, &saima, json!({ "audience": "PRESENT" })).await;
    let hidden = attached(&saima, &on, &[]).await;
    let said = async |by: &Caller, method: &str, id: &str| {
        let found = by.reads(method, &format!("/attachments/{id}")).await;
        let mut headers = found.headers().clone();
        headers.remove("date");
        headers.remove("x-request-id");
        let status = found.status().as_u16();
        let mut body = found.json::<Value>().await.unwrap_or_default();
        body["requestId"].take();
        (status, headers, body)
    };

    for method in ["GET", "HEAD", "POST", "DELETE"] {
        let of_hidden = said(&rubina, method, &hidden).await;
        assert_eq!(
            of_hidden,
            said(&rubina, method, &absent("attachment")).await,
            "{method}"
        );
        assert!(
            of_hidden.0 == 404 || of_hidden.0 == 405,
            "{method}: {of_hidden:?}"
        );
    }
    assert_eq!(
        said(&rubina, "GET", "rubbish").await,
        said(&rubina, "GET", &hidden).await
    );
    assert_eq!(said(&app.anonymous(), "GET", &hidden).await.0, 401);
    assert_eq!(shown(&rubina, &hidden).await, Value::Null);
    let (on_hidden, _) = rubina.attaches(&on, &[("name", "letter.pdf")], PDF).await;
    assert_eq!(on_hidden, 404);
}

async fn only_who_may_change_a_meeting_hangs_a_file_on_it(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let aide = saima.lets(&app.aide().await).await;
    let office = app.office("ECP", "PEC").await;
    let met = saima.meets(&office, json!({})).await;
    let others = [rubina, app.admin().await, app.partner(&[], &["ECP"]).await];
    let entries = app.rows().await["log_entry"].len();
    let name = [("name", "letter.pdf")];

    for other in &others {
        let (status, answer) = other.attaches(&met, &name, PDF).await;
        assert_eq!(
            (status, &answer["code"]),
            (403, &json!("FORBIDDEN")),
            "{answer}"
        );
    }
    let own = attached(&saima, &met, &[]).await;
    let by_aide = attached(&aide, &met, &[]).await;

    assert_eq!(app.rows().await["log_entry"].len(), entries + 5);
    let query = "query ($id: ID!) { meeting(id: $id) { attachments { id recordedFor { id } } } }";
    let found = saima.run(query, json!({ "id": met })).await.ok();
    let whole = json!([{ "id": own, "recordedFor": null },
                       { "id": by_aide, "recordedFor": { "id": saima.member } }]);
    assert_eq!(found["meeting"]["attachments"], whole);
    assert_eq!(app.anonymous().attaches(&met, &name, PDF).await.0, 401);
}

async fn partners_get_a_file_where_its_words_are_shared_with_them(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let greta = app.partner(&[], &["ECP"]).await;
    let on = letter_from(&app, &desk, json!({ "audience": "PARTNERS" })).await;
    let closed = attached(&desk, &on, &[]).await;
    let shared = attached(&desk, &on, &[("wordsAudience", "PARTNERS")]).await;
    let hers = letter_from(&app, &saima, json!({})).await;
    let wished = [("name", "letter.pdf"), ("wordsAudience", "PARTNERS")];

    let (refused, answer) = saima.attaches(&hers, &wished, PDF).await;

    assert_eq!((refused, &answer["code"]), (403, &json!("FORBIDDEN")));
    assert_eq!(
        (status(&greta, &closed).await, status(&greta, &shared).await),
        (404, 200)
    );
    let told = json!([{ "id": closed, "kind": "PDF", "name": null },
                      { "id": shared, "kind": "PDF", "name": "letter.pdf" }]);
    assert_eq!(on_letter(&greta, &on).await, told);
    let other = app.partner(&[], &["CSO"]).await;
    assert_eq!(status(&other, &shared).await, 404);
}

async fn a_file_follows_who_may_see_what_it_hangs_on(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let on = letter_from(&app, &saima, json!({})).await;
    let open = attached(&saima, &on, &[("wordsAudience", "CAUCUS")]).await;
    assert_eq!(status(&rubina, &open).await, 200);

    let version = saima.version(&on).await;
    let input = json!({ "id": on, "expectedVersion": version, "audience": "PRESENT" });
    saima
        .act("updateDocument", "document { id }", input)
        .await
        .ok();

    assert_eq!(
        (status(&rubina, &open).await, status(&saima, &open).await),
        (404, 200)
    );
    assert_eq!(shown(&saima, &open).await["audience"], "PRESENT");
}

async fn withdrawn_words_take_the_bytes_along(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let (first, second) = (
        attached(&saima, &on, &[]).await,
        attached(&saima, &on, &[]).await,
    );

    saima
        .act("withdrawWords", "__typename", json!({ "id": first }))
        .await
        .ok();

    let found = shown(&saima, &first).await;
    assert_eq!(
        (&found["name"], &found["url"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(found["wordsWithdrawnAt"], "2026-01-15T07:00:00Z");
    assert_eq!(
        (status(&saima, &first).await, status(&saima, &second).await),
        (404, 200)
    );
    let rows = app.rows().await;
    assert_eq!(rows["attachment_content"].len(), 1);
    let told = rows["log_private"].join(" ");
    assert_eq!(told.matches("letter.pdf").count(), 1, "{told}");
}

async fn a_file_goes_with_its_letter_and_comes_back_with_it(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let file = attached(&saima, &on, &[]).await;
    let done = "results { userErrors { code } }";

    saima
        .act("archive", done, json!({ "ids": [on] }))
        .await
        .ok();
    let archived = shown(&saima, &file).await["archivedOn"].clone();
    let name = [("name", "letter.pdf")];
    let (on_archived, answer) = saima.attaches(&on, &name, PDF).await;
    saima
        .act("restore", done, json!({ "ids": [on] }))
        .await
        .ok();

    assert_eq!(archived, "2026-01-15");
    assert_eq!(
        (on_archived, &answer["code"]),
        (422, &json!("INVALID_TRANSITION"))
    );
    assert_eq!(on_letter(&saima, &on).await[0]["id"], file);
    saima
        .act("archive", done, json!({ "ids": [file] }))
        .await
        .ok();
    assert_eq!(on_letter(&saima, &on).await, json!([]));
}

async fn another_sites_page_sends_no_file(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let on = letter_from(&app, &saima, json!({})).await;
    let cookie = app.cookie(&saima.email).await;
    let place = format!("http://{}/attachments?on={on}&name=letter.pdf", app.address);
    let sends = async |more: &[(&str, &str)]| {
        let mut request = app.client.post(&place).header("cookie", &cookie).body(PDF);
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap().status().as_u16()
    };
    let bytes = ("content-type", "application/octet-stream");

    assert_eq!(sends(&[bytes, ("sec-fetch-site", "cross-site")]).await, 403);
    assert_eq!(
        sends(&[bytes, ("origin", "https://elsewhere.example")]).await,
        403
    );
    for of_form in ["text/plain", "multipart/form-data; boundary=x"] {
        assert_eq!(sends(&[("content-type", of_form)]).await, 415, "{of_form}");
    }
    assert_eq!(on_letter(&saima, &on).await, json!([]));
    assert_eq!(
        sends(&[bytes, ("sec-fetch-site", "same-origin")]).await,
        201
    );
    assert_eq!(sends(&[("content-type", "application/pdf")]).await, 201);
}
