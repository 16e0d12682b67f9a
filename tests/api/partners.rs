//! What a partner sees: what is for partners and in her scope, and nothing through it.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;

/// What the caucus did, of which a partner sees a part.
struct World {
    pwl: String,
    ecp: String,
    party: String,
    saima: Caller,
    clerk: String,
    /// For partners, with ECP and a party, under PWL.
    joint: String,
    /// For the caucus, with ECP, under PWL.
    inner: String,
    /// For partners, with ECP, under another programme.
    elsewhere: String,
    /// For partners, with a party only, under PWL.
    with_party: String,
}

async fn world(app: &Arc<App>) -> World {
    let desk = app.coordinator().await;
    let saima = app.member("Saima").await;
    let (pwl, other) = (app.programme("PWL").await, app.programme("Other").await);
    let ecp = app
        .office_with("ECP", "PEC", json!({ "ownerId": saima.member }))
        .await;
    let party = app.office("POLITICAL_PARTY", "A Party").await;
    let input = json!({
        "name": { "en": "Gul Bibi" }, "email": "gul@example.org", "phones": [{ "number": "+923001234567" }],
    });
    let made = desk.act("createPerson", "person { id }", input).await.ok();
    let clerk = text(&made, "/person/id");
    let input = json!({ "personId": clerk, "stakeholderId": ecp, "title": { "en": "Clerk" } });
    desk.act("addPost", "person { id }", input).await.ok();
    let for_partners = |programme: &str, with: Value| {
        json!({
            "with": with, "programmeIds": [programme], "audience": "PARTNERS",
            "attendees": [{ "memberId": saima.member }, { "personId": clerk }],
            "said": { "text": "In confidence" },
            "decisions": [{ "text": { "text": "To go on" } }],
            "commitments": [{ "direction": "MUTUAL", "text": { "text": "A list" } }],
            "followUps": [{ "title": { "text": "Call" }, "ownerId": saima.member }],
        })
    };
    let one = |id: &str| json!([{ "stakeholderId": id }]);
    let both = json!([{ "stakeholderId": ecp }, { "stakeholderId": party }, { "text": "DC Zhob" }]);
    let joint = desk.meets(&ecp, for_partners(&pwl, both)).await;
    let inner = desk.meets(&ecp, json!({ "programmeIds": [pwl] })).await;
    let elsewhere = desk.meets(&ecp, for_partners(&other, one(&ecp))).await;
    let with_party = desk.meets(&party, for_partners(&pwl, one(&party))).await;
    World {
        pwl,
        ecp,
        party,
        saima,
        clerk,
        joint,
        inner,
        elsewhere,
        with_party,
    }
}

const MEETINGS: &str =
    "query ($filter: MeetingFilter) { meetings(filter: $filter) { totalCount nodes { id } } }";

async fn sees(partner: &Caller) -> Vec<String> {
    let found = partner.run(MEETINGS, json!({})).await.ok();
    assert_eq!(
        found["meetings"]["totalCount"],
        found["meetings"]["nodes"].as_array().unwrap().len()
    );
    let mut ids = texts(&found["meetings"]["nodes"], "/id");
    ids.sort_unstable();
    ids
}

both! {
    she_sees_what_is_for_partners_under_her_programme_and_with_her_categories
    a_scope_that_names_nothing_sees_nothing
    a_joint_meeting_shows_the_stakeholders_in_scope_only
    the_name_under_which_an_office_was_met_is_not_for_partners
    words_that_were_shared_are_hers_to_read
    names_show_only_through_a_record_that_she_sees
    filters_by_what_is_hidden_are_refused
    filters_do_not_tell_what_is_hidden
    coverage_counts_only_what_she_sees
    coverage_of_a_hidden_category_is_empty
    what_is_archived_or_taken_back_is_gone
}

async fn she_sees_what_is_for_partners_under_her_programme_and_with_her_categories(app: Arc<App>) {
    let world = world(&app).await;
    let sorted = |ids: &[&String]| {
        let mut ids: Vec<String> = ids.iter().map(|id| (*id).clone()).collect();
        ids.sort_unstable();
        ids
    };

    let by_programme = app.partner(&[&world.pwl], &[]).await;
    let by_category = app.partner(&[], &["ECP"]).await;
    let by_both = app.partner(&[&world.pwl], &["ECP"]).await;

    assert_eq!(
        sees(&by_programme).await,
        sorted(&[&world.joint, &world.with_party])
    );
    assert_eq!(
        sees(&by_category).await,
        sorted(&[&world.joint, &world.elsewhere])
    );
    assert_eq!(sees(&by_both).await, sorted(&[&world.joint]));
    for hidden in [&world.inner, &world.elsewhere, &world.with_party] {
        assert!(!by_both.finds(hidden).await);
    }
}

async fn a_scope_that_names_nothing_sees_nothing(app: Arc<App>) {
    let world = world(&app).await;
    let partner = app.partner(&[], &[]).await;

    let found = partner.ask("{
        stakeholders { totalCount } people { totalCount } members { totalCount } programmes { totalCount }
        engagements { totalCount } meetings { totalCount } decisions { totalCount } commitments { totalCount }
        followUpActions { totalCount } documents { totalCount }
        coverage(period: { from: \"2025-01-01\" }) { recordedSince groups { category } total {
            inScope { value } meetingsHeld { value } tasksOpen { value } } } }").await.ok();

    for list in [
        "stakeholders",
        "people",
        "members",
        "programmes",
        "engagements",
        "meetings",
        "decisions",
        "commitments",
        "followUpActions",
        "documents",
    ] {
        assert_eq!(found[list]["totalCount"], 0, "{list}");
    }
    assert_eq!(
        found["coverage"],
        json!({
            "recordedSince": null, "groups": [],
            "total": { "inScope": { "value": 0 }, "meetingsHeld": { "value": 0 }, "tasksOpen": { "value": 0 } },
        })
    );
    assert!(!partner.finds(&world.joint).await);
}

async fn a_joint_meeting_shows_the_stakeholders_in_scope_only(app: Arc<App>) {
    let world = world(&app).await;
    let partner = app.partner(&[], &["ECP"]).await;
    let query = "query ($id: ID!) { meeting(id: $id) {
        stakeholders { stakeholder { id } text } said { text } saidAbsence source { kind } recordedBy { id }
        attendees { person { id name { en } email phones { number } posts { id } } stakeholder { id } }
        decisions { text { text } } commitments { text { text } } followUps { title { text } stakeholders { id } } } }";

    let found = partner.run(query, json!({ "id": world.joint })).await.ok();

    let meeting = &found["meeting"];
    assert_eq!(
        meeting["stakeholders"],
        json!([{ "stakeholder": { "id": world.ecp }, "text": null }])
    );
    assert_eq!(meeting["said"], Value::Null);
    assert_eq!(meeting["saidAbsence"], "NOT_SHARED");
    assert_eq!(meeting["source"], Value::Null);
    assert_eq!(meeting["recordedBy"], Value::Null);
    for (position, person) in [(0, &world.saima.person), (1, &world.clerk)] {
        let shown = &meeting["attendees"][position]["person"];
        assert_eq!(shown["id"], *person);
        assert_eq!(shown["email"], Value::Null);
        assert_eq!(shown["phones"], json!([]));
        assert_eq!(shown["posts"], json!([]));
    }
    assert_eq!(meeting["decisions"][0]["text"]["text"], "To go on");
    assert_eq!(meeting["commitments"][0]["text"]["text"], "A list");
    assert_eq!(
        meeting["followUps"][0]["stakeholders"],
        json!([{ "id": world.ecp }])
    );
    assert!(!partner.finds(&world.party).await);
}

async fn the_name_under_which_an_office_was_met_is_not_for_partners(app: Arc<App>) {
    let world = world(&app).await;
    let (desk, partner) = (app.coordinator().await, app.partner(&[], &["ECP"]).await);
    let with =
        "query ($id: ID!) { meeting(id: $id) { stakeholders { id stakeholder { id } text } } }";
    let id = json!({ "id": world.joint });
    let unmatched = desk.run(with, id.clone()).await.ok();
    let matched = json!({
        "id": world.joint, "expectedVersion": desk.version(&world.joint).await,
        "match": [{
            "id": text(&unmatched, "/meeting/stakeholders/2/id"),
            "stakeholderId": app.office("ECP", "Zhob office").await,
        }],
    });
    desk.act("updateMeeting", "meeting { id }", matched)
        .await
        .ok();

    let by_desk = desk.run(with, id.clone()).await.ok();
    let by_member = world.saima.run(with, id.clone()).await.ok();
    let by_partner = partner.run(with, id).await.ok();

    for found in [by_desk, by_member] {
        assert_eq!(found["meeting"]["stakeholders"][2]["text"], "DC Zhob");
    }
    let shown = by_partner["meeting"]["stakeholders"].as_array().unwrap();
    assert_eq!(shown.len(), 2);
    assert!(shown.iter().all(|with| with["text"].is_null()));
}

async fn words_that_were_shared_are_hers_to_read(app: Arc<App>) {
    let world = world(&app).await;
    let desk = app.coordinator().await;
    let partner = app.partner(&[], &["ECP"]).await;
    let version = desk.version(&world.joint).await;
    let input =
        json!({ "id": world.joint, "expectedVersion": version, "wordsAudience": "PARTNERS" });
    desk.act("updateMeeting", "meeting { id }", input)
        .await
        .ok();

    let query = "query ($id: ID!) { meeting(id: $id) { said { text } saidAbsence } }";
    let found = partner.run(query, json!({ "id": world.joint })).await.ok();

    assert_eq!(
        found["meeting"],
        json!({ "said": { "text": "In confidence" }, "saidAbsence": null })
    );
}

async fn names_show_only_through_a_record_that_she_sees(app: Arc<App>) {
    let world = world(&app).await;
    let stranger = app.person("Nobody She Met").await;
    let hidden = app.office("ECP", "District office that was not met").await;
    let partner = app.partner(&[&world.pwl], &["ECP"]).await;

    let found = partner
        .ask(
            "{ people { nodes { id } } members { nodes { id } } stakeholders { nodes { id
        owner { id } posts { id } } } programmes { nodes { id } } }",
        )
        .await
        .ok();

    let mut people = texts(&found["people"]["nodes"], "/id");
    people.sort_unstable();
    let mut known = vec![world.saima.person.clone(), world.clerk.clone()];
    known.sort_unstable();
    assert_eq!(people, known);
    assert_eq!(
        texts(&found["members"]["nodes"], "/id"),
        [world.saima.member.as_str()]
    );
    assert_eq!(
        found["stakeholders"]["nodes"],
        json!([{ "id": world.ecp, "owner": null, "posts": [] }])
    );
    assert_eq!(
        texts(&found["programmes"]["nodes"], "/id"),
        [world.pwl.as_str()]
    );
    assert!(!partner.finds(&stranger).await && !partner.finds(&hidden).await);
}

async fn filters_by_what_is_hidden_are_refused(app: Arc<App>) {
    let world = world(&app).await;
    let partner = app.partner(&[&world.pwl], &["ECP"]).await;

    for query in [
        format!(
            "{{ stakeholders(filter: {{ ownerIds: [\"{}\"] }}) {{ totalCount }} }}",
            world.saima.member
        ),
        format!(
            "{{ people(filter: {{ stakeholderIds: [\"{}\"] }}) {{ totalCount }} }}",
            world.ecp
        ),
        "{ meetings(filter: { hasUnmatched: true }) { totalCount } }".to_owned(),
    ] {
        let refused = partner.ask(&query).await;
        assert_eq!(refused.errors(), ["FORBIDDEN"], "{query}");
    }
}

async fn filters_do_not_tell_what_is_hidden(app: Arc<App>) {
    let world = world(&app).await;
    let partner = app.partner(&[&world.pwl], &["ECP"]).await;
    let count = |query: String, name: &'static str| {
        let partner = partner.clone();
        async move { partner.ask(&query).await.ok()[name]["totalCount"].clone() }
    };

    for (list, filter) in [
        ("meetings", format!("stakeholderIds: [\"{}\"]", world.party)),
        ("meetings", "categories: [POLITICAL_PARTY]".to_owned()),
        (
            "followUpActions",
            format!("stakeholderIds: [\"{}\"]", world.party),
        ),
        (
            "commitments",
            format!("stakeholderIds: [\"{}\"]", world.party),
        ),
    ] {
        let query = format!("{{ {list}(filter: {{ {filter} }}) {{ totalCount }} }}");
        assert_eq!(count(query.clone(), list).await, 0, "{query}");
    }
    for (list, filter) in [
        ("meetings", format!("stakeholderIds: [\"{}\"]", world.ecp)),
        ("meetings", "categories: [ECP]".to_owned()),
        (
            "followUpActions",
            format!("stakeholderIds: [\"{}\"]", world.ecp),
        ),
        (
            "commitments",
            format!("stakeholderIds: [\"{}\"]", world.ecp),
        ),
    ] {
        let query = format!("{{ {list}(filter: {{ {filter} }}) {{ totalCount }} }}");
        assert_eq!(count(query.clone(), list).await, 1, "{query}");
    }
}

async fn coverage_counts_only_what_she_sees(app: Arc<App>) {
    let world = world(&app).await;
    app.office("ECP", "Not met").await;
    let partner = app.partner(&[&world.pwl], &["ECP"]).await;

    let found = partner.ask("{ coverage(period: { from: \"2025-01-01\" }) { view groups { category figures {
        inScope { value } met { value } meetingsHeld { value records { totalCount } } tasksOpen { value } } }
        total { inScope { value } met { value } meetingsHeld { value } tasksOpen { value } } } }").await.ok();

    let one = json!({ "value": 1 });
    let coverage = &found["coverage"];
    assert_eq!(
        coverage["groups"],
        json!([{ "category": "ECP", "figures": {
        "inScope": one, "met": one, "meetingsHeld": { "value": 1, "records": { "totalCount": 1 } }, "tasksOpen": one,
    } }]),
        "a hidden category does not show through a joint meeting"
    );
    assert_eq!(
        coverage["total"],
        json!({ "inScope": one, "met": one, "meetingsHeld": one, "tasksOpen": one })
    );
    assert!(text(coverage, "/view").contains("partner"));
}

async fn coverage_of_a_hidden_category_is_empty(app: Arc<App>) {
    let world = world(&app).await;
    let partner = app.partner(&[&world.pwl], &["ECP"]).await;

    let found = partner.ask("{ coverage(period: { from: \"2025-01-01\" }, filter: { categories: [POLITICAL_PARTY] }) {
        groups { category } total { meetingsHeld { value } met { value } tasksOpen { value } } } }").await.ok();

    let none = json!({ "value": 0 });
    assert_eq!(
        found["coverage"],
        json!({
            "groups": [], "total": { "meetingsHeld": none, "met": none, "tasksOpen": none },
        })
    );
}

async fn what_is_archived_or_taken_back_is_gone(app: Arc<App>) {
    let world = world(&app).await;
    let desk = app.coordinator().await;
    let partner = app.partner(&[&world.pwl], &["ECP"]).await;
    assert!(partner.finds(&world.joint).await);

    let version = desk.version(&world.joint).await;
    let input = json!({ "id": world.joint, "expectedVersion": version, "audience": "CAUCUS" });
    desk.act("updateMeeting", "meeting { id }", input)
        .await
        .ok();

    assert!(!partner.finds(&world.joint).await);
    assert!(!partner.finds(&world.ecp).await && !partner.finds(&world.clerk).await);
    assert_eq!(sees(&partner).await, Vec::<String>::new());
}
