//! Letters and other papers.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts};
use crate::support::caller::Caller;

const WHOLE: &str =
    "document { id kind subject { text } day parties { id } referenceNumber diaryNumber
    answers { id } replyDueOn awaitsReply isReplyOverdue signedOn validUntil audience
    recordedBy { id } }";

both! {
    a_letter_reads_back_as_it_was_noted
    what_is_wrong_with_a_document_is_said_at_once
    a_letter_is_set_right_by_who_noted_it_and_by_no_other_member
    null_takes_back_what_was_known_and_what_is_not_sent_stays
    no_answers_go_round_in_a_circle
    a_reply_due_today_is_not_overdue_and_an_answer_ends_the_waiting
    an_answer_that_one_does_not_see_does_not_end_the_waiting
    filters_narrow_the_list_of_documents
    what_waits_longest_for_its_reply_comes_first
    a_closed_letter_is_nowhere_for_another_member
    a_partner_sees_letters_for_partners_with_her_categories_alone
    a_member_brings_no_letter_that_partners_see_before_further_ones
    what_one_does_not_see_stays_among_the_parties
    an_archived_letter_leaves_the_list_and_comes_back
    a_letter_makes_contacted_only_who_was_not_met
    a_paper_that_is_no_letter_is_no_contact
    a_letter_that_one_does_not_see_is_no_contact
    a_promise_in_a_letter_was_said_on_its_day_and_is_never_wider
    a_promise_is_out_of_a_meeting_or_in_a_letter_and_not_both
    only_who_may_change_a_letter_adds_a_promise_to_it
    a_promise_in_a_letter_follows_who_may_see_it
    a_promise_goes_with_its_letter_and_comes_back_with_it
}

/// Notes a letter to an office and answers its id.
async fn writes(by: &Caller, office: &str, more: Value) -> String {
    let input = json!({
        "kind": "LETTER_OUT", "subject": { "text": "Rolls" }, "day": "2026-01-05",
        "partyIds": [office],
    });
    let input = merged(input, more);
    let noted = by.act("recordDocument", "document { id }", input).await;
    text(&noted.ok(), "/document/id")
}

async fn listed(by: &Caller, filter: Value) -> Vec<String> {
    let query = "query ($filter: DocumentFilter) { documents(filter: $filter) {
        totalCount nodes { id } } }";
    let found = by.run(query, json!({ "filter": filter })).await.ok();
    let ids = texts(&found["documents"]["nodes"], "/id");
    assert_eq!(found["documents"]["totalCount"], ids.len());
    ids
}

/// In scope, met, contacted only, present only, not reached.
async fn reached(by: &Caller) -> [i64; 5] {
    let query = "{ coverage(period: { from: \"2026-01-01\" }) { total { inScope { value } met { value }
        contactedOnly { value records { totalCount } } presentOnly { value } notReached { value } } } }";
    let found = by.ask(query).await.ok();
    let total = &found["coverage"]["total"];
    let contacted = &total["contactedOnly"];
    assert_eq!(contacted["records"]["totalCount"], contacted["value"]);
    [
        "inScope",
        "met",
        "contactedOnly",
        "presentOnly",
        "notReached",
    ]
    .map(|figure| total[figure]["value"].as_i64().unwrap())
}

async fn a_letter_reads_back_as_it_was_noted(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let first = writes(&saima, &office, json!({})).await;
    let input = json!({
        "id": made("document", 1), "kind": "LETTER_IN", "subject": { "text": "ووٹر فہرستیں" },
        "day": "2026-01-10", "partyIds": [office], "referenceNumber": "F.1(2)/2026", "diaryNumber": "114",
        "answersId": first, "replyDueOn": "2026-02-01",
    });

    let noted = saima.act("recordDocument", WHOLE, input).await.ok();

    assert_eq!(
        noted["document"],
        json!({
            "id": made("document", 1), "kind": "LETTER_IN", "subject": { "text": "ووٹر فہرستیں" },
            "day": "2026-01-10", "parties": [{ "id": office }], "referenceNumber": "F.1(2)/2026",
            "diaryNumber": "114", "answers": { "id": first }, "replyDueOn": "2026-02-01",
            "awaitsReply": true, "isReplyOverdue": false, "signedOn": null, "validUntil": null,
            "audience": "CAUCUS", "recordedBy": { "id": saima.person },
        })
    );
}

async fn what_is_wrong_with_a_document_is_said_at_once(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let letter = json!({
        "kind": "LETTER_OUT", "subject": { "text": " " }, "day": "2026-02-01",
        "answersId": absent("document"), "signedOn": "2026-03-01",
    });
    let paper = json!({
        "kind": "MOU", "subject": { "text": "Hostels" }, "day": "2026-01-10", "partyIds": [office],
        "replyDueOn": "2026-02-01", "signedOn": "2026-01-12", "validUntil": "2026-01-11",
    });
    let early = json!({
        "kind": "LETTER_IN", "subject": { "text": "Hostels" }, "day": "2026-01-10", "partyIds": [office],
        "replyDueOn": "2026-01-09",
    });

    let letter = saima.act("recordDocument", WHOLE, letter).await;
    let paper = saima.act("recordDocument", WHOLE, paper).await;
    let early = saima.act("recordDocument", WHOLE, early).await;

    let mut errors = letter.user_errors();
    errors.sort_unstable();
    assert_eq!(
        errors,
        [
            "NOT_FOUND answersId",
            "OUT_OF_RANGE day",
            "OUT_OF_RANGE signedOn",
            "REQUIRED partyIds",
            "REQUIRED subject/text",
        ]
    );
    assert_eq!(
        paper.user_errors(),
        ["INVALID replyDueOn", "OUT_OF_RANGE validUntil"]
    );
    assert_eq!(early.user_errors(), ["OUT_OF_RANGE replyDueOn"]);
}

async fn a_letter_is_set_right_by_who_noted_it_and_by_no_other_member(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let letter = writes(&saima, &office, json!({})).await;
    let input = |version: &str| json!({ "id": letter, "expectedVersion": version, "subject": { "text": "Electoral rolls" } });

    let others = rubina
        .act(
            "updateDocument",
            WHOLE,
            input(&rubina.version(&letter).await),
        )
        .await;
    let seen = saima.version(&letter).await;
    let hers = saima.act("updateDocument", WHOLE, input(&seen)).await.ok();
    let again = json!({ "id": letter, "expectedVersion": seen, "day": "2026-01-06" });
    let stale = saima.act("updateDocument", WHOLE, again).await;

    assert!(others.user_errors()[0].starts_with("FORBIDDEN"));
    assert_eq!(hers["document"]["subject"]["text"], "Electoral rolls");
    assert_eq!(stale.user_errors(), ["VERSION_CONFLICT expectedVersion"]);
}

async fn null_takes_back_what_was_known_and_what_is_not_sent_stays(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let known = json!({ "referenceNumber": "12", "diaryNumber": "7", "replyDueOn": "2026-02-01" });
    let letter = writes(&saima, &office, known).await;
    let input = json!({
        "id": letter, "expectedVersion": saima.version(&letter).await,
        "replyDueOn": null, "diaryNumber": null,
    });

    let now = saima.act("updateDocument", WHOLE, input).await.ok();

    let document = &now["document"];
    assert_eq!(document["referenceNumber"], "12");
    assert_eq!(document["diaryNumber"], Value::Null);
    assert_eq!(document["replyDueOn"], Value::Null);
    assert_eq!(texts(&document["parties"], "/id"), [office]);
}

async fn no_answers_go_round_in_a_circle(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let first = writes(&saima, &office, json!({})).await;
    let second = writes(&saima, &office, json!({ "answersId": first })).await;
    let third = writes(&saima, &office, json!({ "answersId": second })).await;
    let version = saima.version(&first).await;
    let answering =
        |id: &String| json!({ "id": first, "expectedVersion": version, "answersId": id });

    let itself = saima.act("updateDocument", WHOLE, answering(&first)).await;
    let round = saima.act("updateDocument", WHOLE, answering(&third)).await;

    assert_eq!(itself.user_errors(), ["INVALID answersId"]);
    assert_eq!(round.user_errors(), ["INVALID answersId"]);
    assert_eq!(saima.version(&first).await, version);
}

async fn a_reply_due_today_is_not_overdue_and_an_answer_ends_the_waiting(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    app.set_time("2026-01-16T06:00:00Z");
    let due = json!({ "replyDueOn": "2026-01-16" });
    let letter = writes(&saima, &office, due).await;
    let overdue = json!({ "isReplyOverdue": true });
    let waiting = json!({ "awaitsReply": true });

    let today = listed(&saima, overdue.clone()).await;
    app.set_time("2026-01-17T06:00:00Z");
    let tomorrow = listed(&saima, overdue.clone()).await;
    let waits = listed(&saima, waiting.clone()).await;
    let answer = json!({ "kind": "LETTER_IN", "answersId": letter });
    let answer = writes(&saima, &office, answer).await;

    assert_eq!(today, Vec::<String>::new());
    assert_eq!(
        (&tomorrow, &waits),
        (&vec![letter.clone()], &vec![letter.clone()])
    );
    assert_eq!(listed(&saima, overdue).await, Vec::<String>::new());
    assert_eq!(listed(&saima, waiting).await, Vec::<String>::new());
    let not_waiting = json!({ "awaitsReply": false });
    let mut rest = listed(&saima, not_waiting).await;
    rest.sort_unstable();
    let mut both = [letter, answer];
    both.sort_unstable();
    assert_eq!(rest, both);
}

async fn an_answer_that_one_does_not_see_does_not_end_the_waiting(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let letter = writes(&saima, &office, json!({ "replyDueOn": "2026-01-06" })).await;
    let closed = json!({ "kind": "LETTER_IN", "answersId": letter, "audience": "PRESENT" });
    writes(&saima, &office, closed).await;
    let query = "query ($id: ID!) { document(id: $id) { awaitsReply isReplyOverdue } }";

    let hers = saima.run(query, json!({ "id": letter })).await.ok();
    let others = rubina.run(query, json!({ "id": letter })).await.ok();

    assert_eq!(
        hers["document"],
        json!({ "awaitsReply": false, "isReplyOverdue": false })
    );
    assert_eq!(
        others["document"],
        json!({ "awaitsReply": true, "isReplyOverdue": true })
    );
    assert_eq!(
        listed(&rubina, json!({ "isReplyOverdue": true })).await,
        [letter]
    );
}

async fn what_waits_longest_for_its_reply_comes_first(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let second = writes(&saima, &office, json!({ "replyDueOn": "2026-01-20" })).await;
    let without = writes(&saima, &office, json!({ "day": "2026-01-01" })).await;
    let first = writes(&saima, &office, json!({ "replyDueOn": "2026-01-10" })).await;
    let list = async |way: &str| {
        let order = format!("orderBy: {{ field: REPLY_DUE_ON, direction: {way} }}");
        let query = format!("{{ documents({order}) {{ nodes {{ id }} }} }}");
        texts(&saima.ask(&query).await.ok()["documents"]["nodes"], "/id")
    };

    let (longest_first, last_first) = (list("ASC").await, list("DESC").await);

    assert_eq!(
        longest_first,
        [first.clone(), second.clone(), without.clone()]
    );
    assert_eq!(last_first, [without, second, first]);
}

async fn filters_narrow_the_list_of_documents(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let first = writes(&saima, &ecp, json!({})).await;
    let second = json!({ "kind": "LETTER_IN", "day": "2026-01-09", "answersId": first });
    let second = writes(&saima, &nadra, second).await;
    let both = json!({ "kind": "MOU", "day": "2026-01-12", "partyIds": [ecp, nadra] });
    let both = writes(&saima, &ecp, both).await;

    let all = [both.clone(), second.clone(), first.clone()];
    assert_eq!(listed(&saima, json!({})).await, all);
    for (filter, found) in [
        (json!({ "kinds": ["MOU"] }), vec![both.clone()]),
        (json!({ "kinds": [] }), vec![]),
        (
            json!({ "stakeholderIds": [ecp] }),
            vec![both.clone(), first.clone()],
        ),
        (
            json!({ "period": { "from": "2026-01-09", "to": "2026-01-11" } }),
            vec![second.clone()],
        ),
        (json!({ "answersIds": [first] }), vec![second]),
        (json!({ "archived": true }), vec![]),
    ] {
        assert_eq!(listed(&saima, filter.clone()).await, found, "{filter}");
    }
}

async fn a_closed_letter_is_nowhere_for_another_member(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let closed = writes(&saima, &office, json!({ "audience": "PRESENT" })).await;
    let answer = json!({ "kind": "LETTER_IN", "answersId": closed });
    let answer = writes(&saima, &office, answer).await;
    let query = "query ($id: ID!) { document(id: $id) { answers { id } } }";

    let others = rubina.run(query, json!({ "id": answer })).await.ok();
    let input = json!({
        "kind": "LETTER_IN", "subject": { "text": "x" }, "day": "2026-01-06", "partyIds": [office],
        "answersId": closed,
    });
    let refused = rubina.act("recordDocument", WHOLE, input).await;

    assert!(saima.finds(&closed).await && !rubina.finds(&closed).await);
    assert_eq!(listed(&rubina, json!({})).await, [answer]);
    assert_eq!(
        listed(&rubina, json!({ "answersIds": [closed] })).await,
        Vec::<String>::new()
    );
    assert_eq!(others["document"]["answers"], Value::Null);
    assert_eq!(refused.user_errors(), ["NOT_FOUND answersId"]);
}

async fn a_partner_sees_letters_for_partners_with_her_categories_alone(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let programme = app.programme("PWL").await;
    let open = json!({ "audience": "PARTNERS", "partyIds": [ecp, nadra] });
    let open = writes(&desk, &ecp, open).await;
    writes(&desk, &ecp, json!({})).await;
    writes(&desk, &nadra, json!({ "audience": "PARTNERS" })).await;
    let query = "{ documents { nodes { id parties { id } recordedBy { id } } } stakeholders { nodes { id } } }";

    let hers = app.partner(&[], &["ECP"]).await.ask(query).await.ok();
    let of_programme = app.partner(&[&programme], &["ECP"]).await;
    let of_nothing = app.partner(&[], &[]).await;

    let shown = json!([{ "id": open, "parties": [{ "id": ecp }], "recordedBy": null }]);
    assert_eq!(hers["documents"]["nodes"], shown);
    assert_eq!(texts(&hers["stakeholders"]["nodes"], "/id"), [ecp]);
    assert_eq!(listed(&of_programme, json!({})).await, Vec::<String>::new());
    assert_eq!(listed(&of_nothing, json!({})).await, Vec::<String>::new());
}

async fn a_member_brings_no_letter_that_partners_see_before_further_ones(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let letter = writes(&saima, &ecp, json!({})).await;
    let open = json!({
        "id": letter, "expectedVersion": desk.version(&letter).await, "audience": "PARTNERS",
    });
    let hers = json!({
        "id": letter, "expectedVersion": saima.version(&letter).await, "audience": "PARTNERS",
    });

    let refused = saima.act("updateDocument", WHOLE, hers).await;
    desk.act("updateDocument", WHOLE, open).await.ok();
    let further = json!({
        "id": letter, "expectedVersion": saima.version(&letter).await, "partyIds": [ecp, nadra],
    });
    let further = saima.act("updateDocument", WHOLE, further).await;

    assert_eq!(refused.user_errors(), ["FORBIDDEN audience"]);
    assert_eq!(further.user_errors(), ["FORBIDDEN partyIds"]);
}

async fn what_one_does_not_see_stays_among_the_parties(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (ecp, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let closed = app
        .office_with("CSO", "Shelter", json!({ "audience": "PRESENT" }))
        .await;
    let letter = writes(&saima, &ecp, json!({})).await;
    let with = json!({
        "id": letter, "expectedVersion": desk.version(&letter).await, "partyIds": [ecp, closed],
    });
    desk.act("updateDocument", WHOLE, with).await.ok();
    let anew = json!({
        "id": letter, "expectedVersion": saima.version(&letter).await, "partyIds": [nadra],
    });

    let hers = saima.act("updateDocument", WHOLE, anew).await.ok();

    assert_eq!(
        texts(&hers["document"]["parties"], "/id"),
        std::slice::from_ref(&nadra)
    );
    let query = "query ($id: ID!) { document(id: $id) { parties { id } } }";
    let all = desk.run(query, json!({ "id": letter })).await.ok();
    let mut all = texts(&all["document"]["parties"], "/id");
    all.sort_unstable();
    let mut both = [closed, nadra];
    both.sort_unstable();
    assert_eq!(all, both);
}

async fn an_archived_letter_leaves_the_list_and_comes_back(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let letter = writes(&saima, &office, json!({})).await;
    let ids = json!({ "ids": [letter] });
    let shown = "results { userErrors { code path message } }";

    saima.act("archive", shown, ids.clone()).await.ok();
    let gone = listed(&saima, json!({})).await;
    let kept = listed(&saima, json!({ "archived": true })).await;
    let reached_then = reached(&saima).await;
    saima.act("restore", shown, ids).await.ok();

    assert_eq!(gone, Vec::<String>::new());
    assert_eq!(kept, std::slice::from_ref(&letter));
    assert_eq!(reached_then, [1, 0, 0, 0, 1]);
    assert_eq!(listed(&saima, json!({})).await, [letter]);
    assert_eq!(reached(&saima).await, [1, 0, 1, 0, 0]);
}

async fn a_letter_makes_contacted_only_who_was_not_met(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let (met, event) = (
        app.office("ECP", "PEC").await,
        app.office("CSO", "Aurat").await,
    );
    let (written, never) = (
        app.office("NADRA", "NADRA").await,
        app.office("MEDIA", "Mashriq").await,
    );
    saima.meets(&met, json!({})).await;
    saima.meets(&event, json!({ "kind": "PUBLIC_EVENT" })).await;
    assert_eq!(reached(&saima).await, [4, 1, 0, 1, 2]);

    writes(&saima, &met, json!({})).await;
    writes(&saima, &event, json!({ "kind": "LETTER_IN" })).await;
    writes(&saima, &written, json!({})).await;
    writes(&saima, &never, json!({ "day": "2025-12-31" })).await;

    assert_eq!(reached(&saima).await, [4, 1, 2, 0, 1]);
}

async fn a_paper_that_is_no_letter_is_no_contact(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;

    for kind in ["MOU", "COMMUNIQUE", "CHARTER", "REPORT"] {
        writes(&saima, &office, json!({ "kind": kind })).await;
    }

    assert_eq!(reached(&saima).await, [1, 0, 0, 0, 1]);
}

async fn a_letter_that_one_does_not_see_is_no_contact(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;

    writes(&saima, &office, json!({ "audience": "PRESENT" })).await;

    assert_eq!(reached(&saima).await, [1, 0, 1, 0, 0]);
    assert_eq!(reached(&rubina).await, [1, 0, 0, 0, 1]);
}

const PROMISE: &str = "commitment { id saidOn audience document { id } }";

async fn promised(by: &Caller, letter: &str, more: Value) -> Value {
    let input = json!({
        "direction": "MADE_TO_CAUCUS", "text": { "text": "A room" }, "documentId": letter,
    });
    let made = by
        .act("recordCommitment", PROMISE, merged(input, more))
        .await;
    made.ok()["commitment"].clone()
}

async fn a_promise_in_a_letter_was_said_on_its_day_and_is_never_wider(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let letter = json!({ "kind": "LETTER_IN", "audience": "PRESENT" });
    let letter = writes(&saima, &office, letter).await;

    let promise = promised(&saima, &letter, json!({ "audience": "CAUCUS" })).await;

    assert_eq!(promise["saidOn"], "2026-01-05");
    assert_eq!(promise["audience"], "PRESENT");
    assert_eq!(promise["document"]["id"], letter);
    let id = text(&promise, "/id");
    assert!(saima.finds(&id).await && !rubina.finds(&id).await);
    let query = "query ($id: ID!) { commitments(filter: { documentIds: [$id] }) { nodes { id } } }";
    let hers = saima.run(query, json!({ "id": letter })).await.ok();
    let others = rubina.run(query, json!({ "id": letter })).await.ok();
    assert_eq!(texts(&hers["commitments"]["nodes"], "/id"), [id]);
    assert_eq!(others["commitments"]["nodes"], json!([]));
}

async fn a_promise_is_out_of_a_meeting_or_in_a_letter_and_not_both(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let letter = writes(&saima, &office, json!({})).await;
    let meeting = saima.meets(&office, json!({})).await;
    let input = json!({
        "direction": "MADE_TO_CAUCUS", "text": { "text": "A room" }, "documentId": letter,
        "meetingId": meeting,
    });

    let refused = saima.act("recordCommitment", PROMISE, input).await;

    assert_eq!(refused.user_errors(), ["INVALID documentId"]);
}

async fn only_who_may_change_a_letter_adds_a_promise_to_it(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let office = app.office("ECP", "PEC").await;
    let letter = writes(&saima, &office, json!({})).await;
    let input = json!({
        "direction": "MADE_TO_CAUCUS", "text": { "text": "A room" }, "documentId": letter,
    });

    let refused = rubina.act("recordCommitment", PROMISE, input).await;

    assert_eq!(refused.user_errors(), ["FORBIDDEN documentId"]);
}

async fn a_promise_in_a_letter_follows_who_may_see_it(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let partner = app.partner(&[], &["ECP"]).await;
    let letter = writes(&saima, &office, json!({})).await;
    let promise = text(&promised(&saima, &letter, json!({})).await, "/id");
    let seen_by = async |audience: &str| {
        let input = json!({
            "id": letter, "expectedVersion": desk.version(&letter).await, "audience": audience,
        });
        desk.act("updateDocument", WHOLE, input).await.ok();
        let rubina = app.member("Rubina").await;
        (partner.finds(&promise).await, rubina.finds(&promise).await)
    };

    assert_eq!(seen_by("PARTNERS").await, (true, true));
    assert_eq!(seen_by("PRESENT").await, (false, false));
    assert_eq!(seen_by("CAUCUS").await, (false, true));
}

async fn a_promise_goes_with_its_letter_and_comes_back_with_it(app: Arc<App>) {
    let saima = app.member("Saima").await;
    let office = app.office("ECP", "PEC").await;
    let letter = writes(&saima, &office, json!({})).await;
    promised(&saima, &letter, json!({})).await;
    let shown = "results { userErrors { code path message } }";
    let query = "{ commitments { totalCount } }";

    let ids = json!({ "ids": [letter] });
    saima.act("archive", shown, ids.clone()).await.ok();
    let gone = saima.ask(query).await.ok();
    saima.act("restore", shown, ids).await.ok();
    let back = saima.ask(query).await.ok();

    assert_eq!(gone["commitments"]["totalCount"], 0);
    assert_eq!(back["commitments"]["totalCount"], 1);
}
