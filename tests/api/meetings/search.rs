//! Meetings found by words: of their title, and of the names of those they were with.

use std::sync::Arc;

use rabta::cli::migrate;
use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::texts;
use crate::support::caller::Caller;

both! {
    a_meeting_is_found_by_its_title_and_by_the_names_of_its_offices
    words_may_stand_in_the_title_and_in_a_name
    a_name_that_no_office_was_matched_to_is_found_as_it_was_written
    what_was_said_is_not_searched
    a_hidden_office_finds_no_meeting
    a_closed_meeting_is_found_by_those_who_were_there
    a_partner_finds_by_the_title_and_by_offices_of_her_scope_only
    a_search_costs_no_statement_more
    meetings_from_before_there_were_keys_are_found_after_a_start
}

/// The ids of the meetings that she finds by some words, the last held first.
async fn found(caller: &Caller, words: &str) -> Vec<String> {
    let query = "query ($words: String) { meetings(filter: { search: $words }) {
        nodes { id } totalCount } }";
    let found = caller.run(query, json!({ "words": words })).await.ok();
    let ids = texts(&found["meetings"]["nodes"], "/id");
    assert_eq!(found["meetings"]["totalCount"], ids.len(), "{words}");
    ids
}

fn titled(text: &str, day: &str) -> Value {
    json!({ "title": { "text": text }, "when": { "days": { "from": day } } })
}

/// The office of the deputy commissioner, as people call it.
async fn commissioner(app: &App) -> String {
    let called = json!({
        "name": { "en": "District administration, Khuzdar", "ur": "ضلعی انتظامیہ، خضدار" },
        "shortName": "DC Khuzdar", "aliases": ["ڈی سی خضدار"],
    });
    app.office_with("LOCAL_GOVERNMENT", "", called).await
}

async fn a_meeting_is_found_by_its_title_and_by_the_names_of_its_offices(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (dc, nadra) = (commissioner(&app).await, app.office("NADRA", "NADRA").await);
    let title = json!({
        "title": { "text": "شناختی کارڈ", "translation": "Identity cards" },
        "when": { "days": { "from": "2025-07-01" } },
    });
    let cards = saima.meets(&nadra, title).await;
    let rooms = saima.meets(&dc, titled("Rooms", "2025-07-02")).await;
    let none = Vec::<String>::new();

    for (words, ids) in [
        ("identity", vec![&cards]),
        ("CARDS ident", vec![&cards]),
        ("كارڈ", vec![&cards]),
        ("room", vec![&rooms]),
        ("dc khuzdar", vec![&rooms]),
        ("خضدار ڈی سی", vec![&rooms]),
        ("administration", vec![&rooms]),
        ("nadra", vec![&cards]),
        ("ooms", none.iter().collect()),
        ("rooms nadra", none.iter().collect()),
        ("%", none.iter().collect()),
        (" ", vec![&rooms, &cards]),
    ] {
        let found = found(&saima, words).await;
        assert_eq!(found.iter().collect::<Vec<_>>(), ids, "{words}");
    }
}

async fn words_may_stand_in_the_title_and_in_a_name(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (dc, nadra) = (commissioner(&app).await, app.office("NADRA", "NADRA").await);
    saima.meets(&nadra, titled("Cards", "2025-07-01")).await;
    let meeting = saima.meets(&dc, titled("Cards", "2025-07-02")).await;

    assert_eq!(found(&saima, "cards DC Khuzdar").await, [meeting]);
}

async fn a_name_that_no_office_was_matched_to_is_found_as_it_was_written(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let with = json!({ "with": [{ "text": "the DC in Zhob" }] });
    let meeting = saima.meets("", with).await;

    assert_eq!(found(&saima, "dc zhob").await, [meeting]);
}

async fn what_was_said_is_not_searched(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("NADRA", "NADRA").await;
    let said = json!({ "said": { "text": "In confidence" }, "wordsAudience": "CAUCUS" });
    saima.meets(&office, said).await;

    for caller in [&saima, &desk] {
        assert_eq!(found(caller, "confidence").await, [""; 0]);
    }
}

async fn a_hidden_office_finds_no_meeting(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let quiet = json!({ "audience": "PRESENT", "shortName": "Hush" });
    let quiet = app.office_with("CSO", "Quiet circle", quiet).await;
    let meeting = desk.meets(&quiet, titled("Cards", "2025-07-01")).await;

    for words in ["quiet", "hush", "cards quiet"] {
        assert_eq!(found(&saima, words).await, [""; 0], "{words}");
        assert_eq!(found(&desk, words).await, [meeting.as_str()], "{words}");
    }
    assert_eq!(found(&saima, "cards").await, [meeting]);
}

async fn a_closed_meeting_is_found_by_those_who_were_there(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("NADRA", "NADRA").await;
    let closed = json!({ "title": { "text": "Cards" }, "audience": "PRESENT" });
    let meeting = saima.meets(&office, closed).await;

    for words in ["cards", "nadra"] {
        assert_eq!(found(&saima, words).await, [meeting.as_str()], "{words}");
        assert_eq!(found(&rubina, words).await, [""; 0], "{words}");
    }
}

async fn a_partner_finds_by_the_title_and_by_offices_of_her_scope_only(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (pec, party) = (
        app.office("ECP", "PEC").await,
        app.office("POLITICAL_PARTY", "Chinar").await,
    );
    let joint = json!({
        "with": [{ "stakeholderId": pec }, { "stakeholderId": party }, { "text": "DC Zhob" }],
        "title": { "text": "Voters" }, "audience": "PARTNERS",
    });
    let joint = desk.meets("", joint).await;
    desk.meets(&pec, titled("Inner circle", "2025-07-01")).await;
    let partner = app.partner(&[], &["ECP"]).await;

    for words in ["voters", "pec", "voters pec"] {
        assert_eq!(found(&partner, words).await, [joint.as_str()], "{words}");
    }
    for words in ["chinar", "dc zhob", "voters chinar", "inner", "nothing"] {
        assert_eq!(found(&partner, words).await, [""; 0], "{words}");
    }
}

async fn a_search_costs_no_statement_more(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let dc = commissioner(&app).await;
    saima.meets(&dc, titled("Cards", "2025-07-02")).await;
    let list = async |filter: &str| {
        app.statements();
        let query = format!("{{ meetings(filter: {filter}) {{ nodes {{ id }} totalCount }} }}");
        saima.ask(&query).await.ok();
        app.statements().len()
    };

    let without = list("{}").await;
    let with = list("{ search: \"cards dc khuzdar\" }").await;

    assert_eq!(with, without);
}

async fn meetings_from_before_there_were_keys_are_found_after_a_start(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let dc = commissioner(&app).await;
    let titled = saima.meets(&dc, titled("Cards", "2025-07-02")).await;
    let with = json!({ "with": [{ "text": "DC Zhob" }, { "text": "his clerk" }] });
    let written = saima.meets("", with).await;
    app.execute("UPDATE meeting SET title_key = NULL, texts_key = NULL")
        .await;
    assert_eq!(found(&saima, "cards").await, [""; 0]);

    migrate::up(&app.server.db).await.unwrap();

    assert_eq!(found(&saima, "cards").await, [titled]);
    assert_eq!(found(&saima, "zhob clerk").await, [written]);
}
