//! The ladder of amounts: what was asked, said, budgeted and released.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts};
use crate::support::caller::Caller;

const AMOUNTS: &str = "commitment { id amounts { id rung fiscalYear on reference
    amount { amount currency } evidence { kind title } recordedBy { id } } }";
const LEDGER: &str = "query ($filter: CommitmentFilter) { ledger(filter: $filter) {
    commitments asOf lines { rung fiscalYear commitments asks total { amount currency } } } }";
const BEHIND: &str = "query ($filter: CommitmentFilter) { commitments(filter: $filter) {
    totalCount nodes { id direction } } }";

both! {
    an_amount_reads_back_with_its_evidence
    amounts_that_cannot_be_are_refused
    an_amount_is_written_in_digits_and_read_to_the_last_of_them
    the_amounts_of_a_promise_are_in_one_currency
    an_amount_is_taken_off_by_whose_it_was
    the_ledger_adds_within_a_rung_and_a_year_and_a_currency_alone
    behind_a_line_are_the_asks_and_promises_that_it_counts
    the_same_money_announced_twice_counts_once
    what_she_does_not_see_is_in_no_sum
    sums_of_the_largest_amounts_are_exact
    a_partner_reads_the_ladder_of_what_she_sees
    what_came_of_it_is_summed_for_partners_once_that_is_shared
    what_repeats_leads_to_the_first
    what_came_of_money_announced_again_is_counted
    under_which_number_an_amount_stands_is_not_in_the_log_for_ever
}

async fn promise(caller: &Caller, words: &str, more: Value) -> String {
    let input = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": words } });
    let shown = "commitment { id }";
    let made = caller
        .act("recordCommitment", shown, merged(input, more))
        .await
        .ok();
    text(&made, "/commitment/id")
}

fn amount(id: &str, rung: &str, amount: &str, more: Value) -> Value {
    let input = json!({ "id": id, "rung": rung, "amount": { "amount": amount } });
    merged(input, more)
}

async fn put(caller: &Caller, input: Value) -> Value {
    caller.act("recordAmount", AMOUNTS, input).await.ok()["commitment"]["amounts"].clone()
}

/// The lines of the ledger, each as rung, year, sum and number of commitments.
async fn lines(caller: &Caller, filter: Value) -> Vec<String> {
    let found = caller.run(LEDGER, json!({ "filter": filter })).await.ok();
    let lines = found["ledger"]["lines"].as_array().unwrap().iter();
    for line in lines.clone() {
        are_behind(caller, &filter, line).await;
    }
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    lines
        .map(|line| {
            format!(
                "{} {} {} {} of {}",
                word(&line["rung"]),
                word(&line["fiscalYear"]),
                word(&line["total"]["amount"]),
                word(&line["total"]["currency"]),
                line["commitments"],
            )
        })
        .collect()
}

/// Behind a line are as many commitments as it says, and as many of them are asks.
async fn are_behind(caller: &Caller, filter: &Value, line: &Value) {
    let on_line = json!({ "rung": line["rung"], "fiscalYear": line["fiscalYear"],
        "currency": line["total"]["currency"] });
    let filter = merged(filter.clone(), json!({ "onLine": on_line }));
    let found = caller.run(BEHIND, json!({ "filter": filter })).await.ok();
    let directions = texts(&found["commitments"]["nodes"], "/direction");
    let asks = directions.iter().filter(|one| one.starts_with("ASKED"));
    assert_eq!(
        found["commitments"]["totalCount"], line["commitments"],
        "{line}"
    );
    assert_eq!(json!(asks.count()), line["asks"], "{line}");
}

async fn an_amount_reads_back_with_its_evidence(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = promise(&desk, "Two schemes", json!({})).await;
    let more = json!({
        "fiscalYear": "2025-26", "on": "2026-01-10", "reference": "PSDP 1123",
        "evidence": { "kind": "DOCUMENT", "title": "PSDP 2025-26" },
    });

    let said = put(
        &desk,
        amount(&id, "SAID", "50000000", json!({ "on": "2026-01-02" })),
    )
    .await;
    let both = put(&desk, amount(&id, "BUDGETED", "20000000.50", more)).await;

    assert_eq!(said[0]["fiscalYear"], Value::Null);
    assert_eq!(texts(&both, "/rung"), ["SAID", "BUDGETED"]);
    let budgeted = &both[1];
    assert_eq!(budgeted["fiscalYear"], "2025-26");
    assert_eq!(
        budgeted["amount"],
        json!({ "amount": "20000000.50", "currency": "PKR" })
    );
    assert_eq!(budgeted["on"], "2026-01-10");
    assert_eq!(budgeted["reference"], "PSDP 1123");
    assert_eq!(budgeted["evidence"]["title"], "PSDP 2025-26");
    assert_eq!(budgeted["recordedBy"]["id"], desk.person);
}

async fn amounts_that_cannot_be_are_refused(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = promise(&desk, "A fund", json!({})).await;

    for (wrong, errors) in [
        (
            amount(&id, "SAID", "1.001", json!({})),
            "INVALID amount/amount",
        ),
        (
            amount(&id, "SAID", "0", json!({})),
            "OUT_OF_RANGE amount/amount",
        ),
        (
            amount(&id, "SAID", "-5", json!({})),
            "OUT_OF_RANGE amount/amount",
        ),
        (
            amount(&id, "SAID", "-0.00", json!({})),
            "OUT_OF_RANGE amount/amount",
        ),
        (
            amount(&id, "SAID", "1000000000000000.01", json!({})),
            "OUT_OF_RANGE amount/amount",
        ),
        (
            amount(&id, "SAID", "5", json!({ "on": "2026-01-16" })),
            "OUT_OF_RANGE on",
        ),
        (
            amount(&id, "SAID", "5", json!({ "fiscalYear": "2200-01" })),
            "OUT_OF_RANGE fiscalYear",
        ),
        (
            amount(&id, "SAID", "5", json!({ "reference": "a\u{202e}" })),
            "INVALID reference",
        ),
        (
            amount(&absent("commitment"), "SAID", "5", json!({})),
            "NOT_FOUND id",
        ),
        (
            amount(&made("meeting", 1), "SAID", "5", json!({})),
            "INVALID_ID id",
        ),
    ] {
        let refused = desk.act("recordAmount", AMOUNTS, wrong.clone()).await;
        assert_eq!(refused.user_errors(), [errors], "{wrong}");
    }
    for wrong in [
        amount(&id, "SAID", "5", json!({ "fiscalYear": "2025" })),
        amount(&id, "SAID", "5", json!({ "fiscalYear": "2025-27" })),
        amount(&id, "SAID", "5", json!({ "amount": { "amount": 1.5 } })),
    ] {
        let refused = desk.act("recordAmount", AMOUNTS, wrong.clone()).await;
        assert_eq!(refused.errors(), ["BAD_REQUEST"], "{wrong}");
    }
    assert_eq!(lines(&desk, json!({})).await, Vec::<String>::new());
}

async fn an_amount_is_written_in_digits_and_read_to_the_last_of_them(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = promise(&desk, "A fund", json!({})).await;

    for wrong in [
        "",
        "-",
        ".",
        "1e5",
        "+5",
        " 5",
        "5 ",
        "5.",
        ".5",
        "5_000",
        "5,000",
        "٥",
        "--5",
        "5-",
        "1.2.3",
        "NaN",
        "0x10",
        "123456789012345678901234567890",
        "5.000000000000000000000000000001",
    ] {
        let refused = desk
            .act(
                "recordAmount",
                AMOUNTS,
                amount(&id, "SAID", wrong, json!({})),
            )
            .await;
        assert_eq!(refused.errors(), ["BAD_REQUEST"], "{wrong}");
    }
    for (written, read) in [("5", "5.00"), ("007.50", "7.50"), ("0.010", "0.01")] {
        let amounts = put(&desk, amount(&id, "SAID", written, json!({}))).await;
        let found = texts(&amounts, "/amount/amount");
        assert!(
            found.iter().any(|found| found == read),
            "{written}: {found:?}"
        );
    }
    let number = json!({ "amount": { "amount": 12 } });
    let amounts = put(&desk, amount(&id, "SAID", "5", number)).await;
    assert!(texts(&amounts, "/amount/amount").contains(&"12.00".to_owned()));
}

async fn the_amounts_of_a_promise_are_in_one_currency(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = promise(&desk, "A fund", json!({})).await;
    let dollars = json!({ "amount": { "amount": "5", "currency": "USD" } });
    put(&desk, amount(&id, "ASKED", "5", dollars)).await;

    let refused = desk
        .act("recordAmount", AMOUNTS, amount(&id, "SAID", "5", json!({})))
        .await;

    assert_eq!(refused.user_errors(), ["INVALID amount/currency"]);
    assert!(refused.body.to_string().contains("in USD"));
}

async fn an_amount_is_taken_off_by_whose_it_was(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let office = app.office("ECP", "PEC").await;
    let meeting = saima.meets(&office, json!({})).await;
    let id = promise(&saima, "A fund", json!({ "meetingId": meeting })).await;
    let hers = put(&saima, amount(&id, "ASKED", "5", json!({}))).await;
    let both = put(&desk, amount(&id, "SAID", "3", json!({}))).await;
    let remove = |caller: &Caller, amount: &Value| {
        let input = json!({ "id": id, "amountId": amount });
        let caller = caller.clone();
        async move { caller.act("removeAmount", AMOUNTS, input).await }
    };

    // Both are of one moment, so either may come first.
    let mut said = both.as_array().unwrap().iter();
    let said = said.find(|amount| amount["rung"] == "SAID").unwrap();

    let not_hers = remove(&saima, &said["id"]).await;
    let left = remove(&saima, &hers[0]["id"]).await.ok();
    let again = remove(&saima, &hers[0]["id"]).await;
    let none = remove(&desk, &said["id"]).await.ok();

    assert_eq!(not_hers.user_errors(), ["FORBIDDEN"]);
    assert_eq!(texts(&left["commitment"]["amounts"], "/rung"), ["SAID"]);
    assert_eq!(again.user_errors(), ["NOT_FOUND amountId"]);
    assert_eq!(none["commitment"]["amounts"], json!([]));
}

async fn the_ledger_adds_within_a_rung_and_a_year_and_a_currency_alone(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (one, other) = (
        promise(&desk, "One", json!({ "kind": "FUND" })).await,
        promise(&desk, "Other", json!({})).await,
    );
    let third = promise(&desk, "In dollars", json!({})).await;
    let (year, next) = (
        json!({ "fiscalYear": "2025-26" }),
        json!({ "fiscalYear": "2026-27" }),
    );
    let dollars =
        json!({ "fiscalYear": "2025-26", "amount": { "amount": "1", "currency": "USD" } });
    for input in [
        amount(&one, "RELEASED", "1.25", year.clone()),
        amount(&one, "RELEASED", "2.50", year.clone()),
        amount(&one, "ASKED", "100", json!({})),
        amount(&other, "RELEASED", "4", year.clone()),
        amount(&other, "RELEASED", "8", next),
        amount(&other, "BUDGETED", "16", year),
        amount(&third, "RELEASED", "1", dollars),
    ] {
        put(&desk, input).await;
    }

    let all = lines(&desk, json!({})).await;
    let of_kind = lines(&desk, json!({ "kinds": ["FUND"] })).await;

    assert_eq!(
        all,
        [
            "ASKED - 100.00 PKR of 1",
            "BUDGETED 2025-26 16.00 PKR of 1",
            "RELEASED 2025-26 7.75 PKR of 2",
            "RELEASED 2025-26 1.00 USD of 1",
            "RELEASED 2026-27 8.00 PKR of 1",
        ]
    );
    assert_eq!(
        of_kind,
        ["ASKED - 100.00 PKR of 1", "RELEASED 2025-26 3.75 PKR of 1"]
    );
    let found = desk.run(LEDGER, json!({ "filter": {} })).await.ok();
    assert_eq!(found["ledger"]["commitments"], 3);
    assert_eq!(found["ledger"]["asOf"], "2026-01-15");
}

async fn behind_a_line_are_the_asks_and_promises_that_it_counts(app: Arc<App>) {
    let desk = app.coordinator().await;
    let promised = promise(&desk, "Promised", json!({})).await;
    let asked = json!({ "direction": "ASKED_BY_CAUCUS" });
    let asked = promise(&desk, "Asked", asked).await;
    let of_no_year = promise(&desk, "Of no year", json!({})).await;
    let year = json!({ "fiscalYear": "2025-26" });
    for id in [&promised, &asked] {
        put(&desk, amount(id, "SAID", "5", year.clone())).await;
    }
    put(&desk, amount(&of_no_year, "SAID", "7", json!({}))).await;

    let on = json!({ "onLine": { "rung": "SAID", "fiscalYear": "2025-26" } });
    let of_year = desk.run(BEHIND, json!({ "filter": on })).await.ok();
    let on = json!({ "onLine": { "rung": "SAID" } });
    let of_none = desk.run(BEHIND, json!({ "filter": on })).await.ok();
    let on = json!({ "onLine": { "rung": "SAID", "currency": "USD" } });
    let in_dollars = desk.run(BEHIND, json!({ "filter": on })).await.ok();

    let all = lines(&desk, json!({})).await;
    assert_eq!(all, ["SAID 2025-26 10.00 PKR of 2", "SAID - 7.00 PKR of 1"]);
    let ids = texts(&of_year["commitments"]["nodes"], "/id");
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&promised) && ids.contains(&asked));
    assert_eq!(texts(&of_none["commitments"]["nodes"], "/id"), [of_no_year]);
    assert_eq!(in_dollars["commitments"]["totalCount"], 0);
}

async fn the_same_money_announced_twice_counts_once(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let first = promise(&desk, "First", json!({ "audience": "PRESENT" })).await;
    let again = promise(&desk, "Again", json!({ "repeatsId": first })).await;
    put(&desk, amount(&first, "SAID", "5", json!({}))).await;
    put(&desk, amount(&again, "SAID", "7", json!({}))).await;

    assert_eq!(lines(&desk, json!({})).await, ["SAID - 5.00 PKR of 1"]);
    let hers = lines(&saima, json!({})).await;
    assert_eq!(
        hers,
        ["SAID - 7.00 PKR of 1"],
        "who sees the second alone counts it"
    );
    let archive = json!({ "ids": [first] });
    desk.act("archive", "results { id }", archive).await.ok();
    assert_eq!(lines(&desk, json!({})).await, ["SAID - 7.00 PKR of 1"]);
}

async fn what_she_does_not_see_is_in_no_sum(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let closed = promise(&saima, "Closed", json!({ "audience": "PRESENT" })).await;
    put(&saima, amount(&closed, "SAID", "5", json!({}))).await;

    assert_eq!(lines(&saima, json!({})).await, ["SAID - 5.00 PKR of 1"]);
    assert_eq!(lines(&rubina, json!({})).await, Vec::<String>::new());
    let found = rubina.run(LEDGER, json!({ "filter": {} })).await.ok();
    assert_eq!(found["ledger"]["commitments"], 0);
    let refused = rubina
        .act(
            "recordAmount",
            AMOUNTS,
            amount(&closed, "SAID", "5", json!({})),
        )
        .await;
    assert_eq!(refused.user_errors(), ["NOT_FOUND id"]);
}

async fn sums_of_the_largest_amounts_are_exact(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = promise(&desk, "All there is", json!({})).await;
    let largest = "999999999999999.99";

    // A hundred of them are more hundredths than 64 bits hold.
    for _ in 0..100 {
        put(&desk, amount(&id, "ASKED", largest, json!({}))).await;
    }

    let sum = lines(&desk, json!({})).await;
    assert_eq!(sum, ["ASKED - 99999999999999999.00 PKR of 1"]);
}

async fn a_partner_reads_the_ladder_of_what_she_sees(app: Arc<App>) {
    let (desk, office) = (app.coordinator().await, app.office("ECP", "PEC").await);
    let greta = app.partner(&[], &["ECP"]).await;
    let shared = json!({ "audience": "PARTNERS", "commitments": [
        { "direction": "MADE_TO_CAUCUS", "text": { "text": "A list" } }] });
    let logged = desk.logs(&office, "commitments { id }", shared).await;
    let id = text(&logged, "/meeting/commitments/0/id");
    let other = promise(&desk, "Not hers", json!({})).await;
    let evidence = json!({ "evidence": { "kind": "PRESS" }, "reference": "PSDP 1123" });
    put(&desk, amount(&id, "SAID", "5", evidence)).await;
    put(&desk, amount(&other, "SAID", "7", json!({}))).await;

    assert_eq!(lines(&greta, json!({})).await, ["SAID - 5.00 PKR of 1"]);
    let query =
        "query ($id: ID!) { commitment(id: $id) { amounts { amount { amount } evidence { kind }
        reference recordedAt recordedBy { id } } } }";
    let seen = greta.run(query, json!({ "id": id })).await.ok();
    assert_eq!(
        seen["commitment"]["amounts"],
        json!([{ "amount": { "amount": "5.00" }, "evidence": null, "reference": null,
            "recordedAt": null, "recordedBy": null }])
    );
    let refused = greta
        .run(LEDGER, json!({ "filter": { "isUnanswered": true } }))
        .await;
    assert_eq!(refused.errors(), ["FORBIDDEN"]);
}

async fn what_came_of_it_is_summed_for_partners_once_that_is_shared(app: Arc<App>) {
    let (desk, office) = (app.coordinator().await, app.office("ECP", "PEC").await);
    let greta = app.partner(&[], &["ECP"]).await;
    let row = json!({ "direction": "MADE_TO_CAUCUS", "text": { "text": "A fund" } });
    let two = json!({ "audience": "PARTNERS", "commitments": [row, row] });
    let logged = desk.logs(&office, "commitments { id }", two).await;
    let ids = texts(&logged["meeting"]["commitments"], "/id");
    let (first, again) = (&ids[0], &ids[1]);
    let update = |id: &str, more: Value| {
        let (desk, id) = (desk.clone(), id.to_owned());
        async move {
            let input = json!({ "id": id, "expectedVersion": desk.version(&id).await });
            desk.act("updateCommitment", "__typename", merged(input, more))
                .await
                .ok();
        }
    };
    update(again, json!({ "repeatsId": first })).await;
    for rung in ["WRITTEN", "APPROVED", "SPENT"] {
        put(&desk, amount(first, rung, "5", json!({}))).await;
        put(&desk, amount(again, rung, "7", json!({}))).await;
    }
    let query = "query ($id: ID!) { commitment(id: $id) { amounts { rung } } }";
    let rungs = async |id: &str| {
        let seen = greta.run(query, json!({ "id": id })).await.ok();
        texts(&seen["commitment"]["amounts"], "/rung")
    };

    let before = (rungs(again).await, lines(&greta, json!({})).await);
    update(again, json!({ "isStatusShared": true })).await;
    let one_shared = (rungs(again).await, lines(&greta, json!({})).await);
    update(first, json!({ "isStatusShared": true })).await;
    let both_shared = lines(&greta, json!({})).await;

    let said = "WRITTEN - 5.00 PKR of 1";
    assert_eq!(before.0, ["WRITTEN"]);
    assert_eq!(before.1, [said]);
    assert_eq!(one_shared.0.len(), 3);
    assert_eq!(
        one_shared.1,
        [said, "APPROVED - 7.00 PKR of 1", "SPENT - 7.00 PKR of 1"],
        "of the first she reads nothing on these rungs"
    );
    assert_eq!(
        both_shared,
        [said, "APPROVED - 5.00 PKR of 1", "SPENT - 5.00 PKR of 1"]
    );
    assert_eq!(lines(&desk, json!({})).await, both_shared);
}

async fn what_repeats_leads_to_the_first(app: Arc<App>) {
    let desk = app.coordinator().await;
    let first = promise(&desk, "First", json!({})).await;
    let again = promise(&desk, "Again", json!({ "repeatsId": first })).await;

    for (id, repeated) in [(&first, &first), (&first, &again)] {
        let version = desk.version(id).await;
        let input = json!({ "id": id, "expectedVersion": version, "repeatsId": repeated });
        let refused = desk.act("updateCommitment", AMOUNTS, input).await;
        assert_eq!(
            refused.user_errors(),
            ["INVALID repeatsId"],
            "{id} {repeated}"
        );
    }
    let query = "query ($id: ID!) { commitment(id: $id) { repeats { id } } }";
    let seen = desk.run(query, json!({ "id": again })).await.ok();
    assert_eq!(seen["commitment"]["repeats"]["id"], first);
}

async fn what_came_of_money_announced_again_is_counted(app: Arc<App>) {
    let desk = app.coordinator().await;
    let first = promise(&desk, "First", json!({})).await;
    let more = json!({ "repeatsId": first, "kind": "FUND" });
    let again = promise(&desk, "Again", more).await;
    let other_year = json!({ "fiscalYear": "2025-26" });
    put(&desk, amount(&first, "SAID", "100", json!({}))).await;
    put(&desk, amount(&again, "SAID", "100", json!({}))).await;
    put(&desk, amount(&again, "BUDGETED", "60", json!({}))).await;

    let both = ["SAID - 100.00 PKR of 1", "BUDGETED - 60.00 PKR of 1"];
    assert_eq!(lines(&desk, json!({})).await, both);
    let of_again = lines(&desk, json!({ "kinds": ["FUND"] })).await;
    assert_eq!(of_again, both, "the first is not among these");
    put(&desk, amount(&again, "SAID", "7", other_year)).await;
    let with_year = lines(&desk, json!({})).await;
    assert_eq!(
        with_year,
        [
            "SAID 2025-26 7.00 PKR of 1",
            "SAID - 100.00 PKR of 1",
            "BUDGETED - 60.00 PKR of 1",
        ]
    );
}

async fn under_which_number_an_amount_stands_is_not_in_the_log_for_ever(app: Arc<App>) {
    let desk = app.coordinator().await;
    let id = promise(&desk, "A fund", json!({})).await;
    let named = json!({ "reference": "Secretnumber" });

    let amounts = put(&desk, amount(&id, "SAID", "5", named)).await;

    assert_eq!(amounts[0]["reference"], "Secretnumber");
    let rows = app.rows().await;
    let (entries, beside) = (rows["log_entry"].concat(), rows["log_private"].concat());
    assert!(!entries.contains("Secretnumber"), "{entries}");
    assert!(beside.contains("Secretnumber"), "{beside}");
}
