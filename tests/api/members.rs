//! Membership of the caucus, with terms and parties.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

const WHOLE: &str = "member { id joinedOn leftOn person { id } currentParty { id }
    terms { assembly seat constituency district { id } from to }
    parties { party { id } from to } }";

both! {
    a_member_reads_back_with_terms_and_parties
    a_party_must_be_a_party
    a_membership_is_one_row_for_ever
    terms_and_parties_are_kept_unless_sent_anew
    a_party_that_she_does_not_see_shows_by_no_row_and_no_version
    a_span_that_ends_before_it_starts_is_refused
    members_are_found_by_name_and_by_party_of_today
}

async fn a_member_reads_back_with_terms_and_parties(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (person, zhob) = (app.person("Rubina").await, app.district("Zhob").await);
    let (old, new) = (
        app.office("POLITICAL_PARTY", "Old Party").await,
        app.office("POLITICAL_PARTY", "New Party").await,
    );
    let terms = json!([
        { "assembly": 11, "seat": "RESERVED_WOMEN", "constituency": null, "districtId": null,
          "from": "2018-08-13", "to": "2023-08-12" },
        { "assembly": 12, "seat": "GENERAL", "constituency": "PB-2", "districtId": zhob,
          "from": "2024-02-28", "to": null },
    ]);
    let input = json!({
        "personId": person, "joinedOn": "2018-09-01", "terms": terms,
        "parties": [{ "partyId": old, "to": "2023-12-31" }, { "partyId": new, "from": "2024-01-01" }],
    });

    let made = desk.act("createMember", WHOLE, input).await.ok();

    let member = &made["member"];
    assert_eq!(member["joinedOn"], "2018-09-01");
    assert_eq!(member["person"]["id"], person);
    assert_eq!(member["currentParty"]["id"], new);
    assert_eq!(
        member["parties"],
        json!([
            { "party": { "id": old }, "from": "2018-09-01", "to": "2023-12-31" },
            { "party": { "id": new }, "from": "2024-01-01", "to": null },
        ])
    );
    assert_eq!(
        member["terms"][1],
        json!({
            "assembly": 12, "seat": "GENERAL", "constituency": "PB-2", "district": { "id": zhob },
            "from": "2024-02-28", "to": null,
        })
    );
    assert_eq!(member["terms"][0]["district"], Value::Null);
}

async fn a_party_must_be_a_party(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (person, office) = (app.person("Rubina").await, app.office("CSO", "Aurat").await);
    let input =
        json!({ "personId": person, "joinedOn": "2024-03-01", "parties": [{ "partyId": office }] });

    let refused = desk.act("createMember", WHOLE, input).await;

    assert_eq!(refused.user_errors(), ["INVALID parties/0/partyId"]);
}

async fn a_membership_is_one_row_for_ever(app: Arc<App>) {
    let desk = app.coordinator().await;
    let person = app.person("Rubina").await;
    let input = json!({ "personId": person, "joinedOn": "2018-09-01" });
    let made = desk.act("createMember", WHOLE, input).await.ok();
    let id = text(&made, "/member/id");
    let input =
        json!({ "id": id, "expectedVersion": desk.version(&id).await, "leftOn": "2023-08-12" });
    let left = desk.act("updateMember", WHOLE, input).await.ok();

    let input = json!({ "personId": person, "joinedOn": "2024-03-01" });
    let refused = desk.act("createMember", WHOLE, input).await;
    let input = json!({ "id": id, "expectedVersion": desk.version(&id).await, "leftOn": null });
    let back = desk.act("updateMember", WHOLE, input).await.ok();

    assert_eq!(left["member"]["leftOn"], "2023-08-12");
    assert_eq!(refused.user_errors(), ["DUPLICATE personId"]);
    assert_eq!(back["member"]["leftOn"], Value::Null);
    assert_eq!(back["member"]["joinedOn"], "2018-09-01");
}

async fn terms_and_parties_are_kept_unless_sent_anew(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (person, party) = (
        app.person("Rubina").await,
        app.office("POLITICAL_PARTY", "A Party").await,
    );
    let input = json!({
        "personId": person, "joinedOn": "2018-09-01", "parties": [{ "partyId": party }],
        "terms": [{ "assembly": 12, "seat": "GENERAL", "from": "2024-02-28" }],
    });
    let made = desk.act("createMember", WHOLE, input).await.ok();
    let id = text(&made, "/member/id");

    let input =
        json!({ "id": id, "expectedVersion": desk.version(&id).await, "joinedOn": "2018-10-01" });
    let kept = desk.act("updateMember", WHOLE, input).await.ok();
    let input = json!({ "id": id, "expectedVersion": desk.version(&id).await, "parties": [] });
    let taken = desk.act("updateMember", WHOLE, input).await.ok();

    assert_eq!(kept["member"]["terms"], made["member"]["terms"]);
    assert_eq!(kept["member"]["parties"], made["member"]["parties"]);
    assert_eq!(taken["member"]["parties"], json!([]));
    assert_eq!(taken["member"]["terms"], made["member"]["terms"]);
}

async fn a_span_that_ends_before_it_starts_is_refused(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (person, party) = (
        app.person("Rubina").await,
        app.office("POLITICAL_PARTY", "A Party").await,
    );
    let input = json!({
        "personId": person, "joinedOn": "2024-03-01",
        "parties": [{ "partyId": party, "from": "2024-01-01", "to": "2023-12-31" }],
        "terms": [{ "assembly": 12, "seat": "GENERAL", "from": "2024-02-28", "to": "2024-02-27" }],
    });

    let refused = desk.act("createMember", WHOLE, input).await;

    let mut errors = refused.user_errors();
    errors.sort_unstable();
    assert_eq!(errors, ["INVALID parties/0/to", "INVALID terms/0/to"]);
}

async fn members_are_found_by_name_and_by_party_of_today(app: Arc<App>) {
    let desk = app.coordinator().await;
    let party = app.office("POLITICAL_PARTY", "A Party").await;
    for (name, to) in [
        ("Rubina Khan", Value::Null),
        ("Shahida Khan", json!("2025-12-31")),
    ] {
        let person = app.person(name).await;
        let parties = json!([{ "partyId": party, "to": to }]);
        let input = json!({ "personId": person, "joinedOn": "2024-03-01", "parties": parties });
        desk.act("createMember", WHOLE, input).await.ok();
    }
    let query = "query ($filter: MemberFilter) { members(filter: $filter) { nodes { person { name { en } } } } }";

    for (filter, names) in [
        (
            json!({ "search": "khan" }),
            vec!["Rubina Khan", "Shahida Khan"],
        ),
        (json!({ "partyIds": [party] }), vec!["Rubina Khan"]),
    ] {
        let found = desk.run(query, json!({ "filter": filter })).await.ok();
        assert_eq!(
            texts(&found["members"]["nodes"], "/person/name/en"),
            names,
            "{filter}"
        );
    }
}

async fn a_party_that_she_does_not_see_shows_by_no_row_and_no_version(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let (rubina, admin) = (app.member("Rubina").await, app.admin().await);
    let open = app.office("POLITICAL_PARTY", "Open").await;
    let closed = json!({ "audience": "PRESENT" });
    let closed = app.office_with("POLITICAL_PARTY", "Closed", closed).await;
    let version = async |caller: &Caller| caller.version(&saima.member).await;
    let joins = async |parties: Value| {
        let input = json!({ "id": saima.member, "expectedVersion": version(&desk).await,
            "parties": parties });
        desk.act("updateMember", "member { id }", input).await.ok();
    };
    let to_open = json!({ "partyId": open, "from": "2024-01-01" });
    joins(json!([to_open])).await;
    let mut before = Vec::new();
    for caller in [&saima, &rubina, &admin] {
        before.push(version(caller).await);
    }
    let of_desk = version(&desk).await;

    joins(json!([to_open, { "partyId": closed, "from": "2025-01-01" }])).await;

    let query = "query ($id: ID!) { member(id: $id) { parties { party { id } } } }";
    for (caller, before) in [&saima, &rubina, &admin].into_iter().zip(&before) {
        assert_eq!(version(caller).await, *before, "{}", caller.email);
        let seen = caller.run(query, json!({ "id": saima.member })).await.ok();
        assert_eq!(
            seen["member"]["parties"],
            json!([{ "party": { "id": open } }])
        );
    }
    assert_ne!(version(&desk).await, of_desk);
    joins(json!([])).await;
    assert_ne!(version(&saima).await, before[0]);
    assert_ne!(version(&rubina).await, before[1]);
}
