//! The consultative session of 3 June 2025, entered and read back fact by fact.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};

both! {
    each_fact_of_the_session_reads_back
}

#[expect(clippy::too_many_lines, reason = "one meeting and every fact of it")]
async fn each_fact_of_the_session_reads_back(app: Arc<App>) {
    app.set_time("2025-06-04T06:00:00Z");
    let desk = app.coordinator().await;
    let mps = app.member("Zubaida").await;
    let deputy = app
        .office_with("LEGISLATURE", "Office of the Deputy Speaker", json!({}))
        .await;
    let speaker = app.office("LEGISLATURE", "Office of the Speaker").await;
    let women = app
        .office_with(
            "DEVELOPMENT_PARTNER",
            "UN Women",
            json!({ "isProvinceWide": true }),
        )
        .await;
    let programme = app.programme("Pakistan Women Leaders (PWL)").await;
    let quetta = app.district("Quetta").await;
    let input = json!({
        "title": { "text": "Consultative session with the Women Parliamentary Caucus" },
        "when": { "days": { "from": "2025-06-03" } },
        "heldIn": { "districtId": quetta, "place": "Office of the Deputy Speaker, Provincial Assembly" },
        "with": [{ "stakeholderId": women }],
        "attendees": [{ "memberId": mps.member }],
        "programmeIds": [programme],
        "audience": "PARTNERS",
        "wordsAudience": "CAUCUS",
        "said": { "text": "Feedback on the scope, structure and impact of the mentorship programme" },
        "source": { "kind": "DOCUMENT", "title": "Record of the consultative session", "publisher": "UN Women" },
        "decisions": [
            { "kind": "APPROVAL", "text": { "text": "The PWL work plan is approved" } },
            { "kind": "RESOLVED", "text": { "text": "To engage the Speaker for a separate office space" } },
            { "kind": "AGREEMENT", "text": { "text": "Capacity building, rules of procedure and leadership training in Quetta" } },
        ],
        "commitments": [
            { "direction": "ASKED_BY_CAUCUS", "text": { "text": "Two dedicated PSDP schemes" } },
            { "direction": "MADE_TO_CAUCUS", "text": { "text": "An endowment fund for the caucus" } },
            { "direction": "MADE_TO_CAUCUS", "text": { "text": "Technical assistance for logo and letterhead" } },
            { "direction": "MADE_BY_CAUCUS", "text": { "text": "To facilitate coordination with key stakeholders" } },
        ],
        "followUps": [{ "title": { "text": "Ask the Speaker for the office space" }, "ownerId": mps.member }],
    });
    let logged = desk.act("logMeeting", "meeting { id }", input).await.ok();
    let meeting = text(&logged, "/meeting/id");
    for (category, name) in [
        ("POLITICAL_PARTY", "Political party representatives"),
        ("ECP", "Election Commission of Pakistan"),
        ("NADRA", "National Database and Registration Authority"),
        ("CSO", "Civil society organisations"),
        ("ACADEMIA", "Academia"),
        ("LOCAL_GOVERNMENT", "Local government institutions"),
    ] {
        let office = app.office(category, name).await;
        let more = json!({ "programmeId": programme, "audience": "PARTNERS" });
        let line = app
            .engagement(&office, "Coordination under PWL", more)
            .await;
        desk.takes_on("Arrange a first meeting", json!({ "engagementId": line }))
            .await;
    }

    let query = "query ($id: ID!) { meeting(id: $id) {
        status kind time { firstDay precision } heldIn { district { name { en } } place }
        stakeholders { stakeholder { name { en } } } programmes { name { en } }
        attendees { member { id } capacity } said { text } source { kind title publisher }
        decisions { kind text { text } } commitments { direction text { text } }
        followUps { title { text } owner { id } status } } }";
    let found = mps.run(query, json!({ "id": meeting })).await.ok();

    let session = &found["meeting"];
    assert_eq!(session["status"], "HELD");
    assert_eq!(
        session["time"],
        json!({ "firstDay": "2025-06-03", "precision": "DAY" })
    );
    assert_eq!(session["heldIn"]["district"]["name"]["en"], "Quetta");
    assert_eq!(
        session["heldIn"]["place"],
        "Office of the Deputy Speaker, Provincial Assembly"
    );
    assert_eq!(
        texts(&session["stakeholders"], "/stakeholder/name/en"),
        ["UN Women"]
    );
    assert_eq!(
        texts(&session["programmes"], "/name/en"),
        ["Pakistan Women Leaders (PWL)"]
    );
    assert_eq!(
        session["attendees"],
        json!([{ "member": { "id": mps.member }, "capacity": "MEMBER" }])
    );
    assert_eq!(session["source"]["publisher"], "UN Women");
    assert_eq!(
        texts(&session["decisions"], "/kind"),
        ["APPROVAL", "RESOLVED", "AGREEMENT"]
    );
    assert_eq!(
        texts(&session["commitments"], "/direction"),
        [
            "ASKED_BY_CAUCUS",
            "MADE_TO_CAUCUS",
            "MADE_TO_CAUCUS",
            "MADE_BY_CAUCUS",
        ]
    );
    assert_eq!(
        session["followUps"],
        json!([{
            "title": { "text": "Ask the Speaker for the office space" },
            "owner": { "id": mps.person }, "status": "OPEN",
        }])
    );
    assert_ne!(session["said"], Value::Null);
    let query = "query ($ids: [ID!]) { engagements(filter: { programmeIds: $ids }) {
        totalCount nodes { stage openTasks stakeholder { category } } } }";
    let lines = mps.run(query, json!({ "ids": [programme] })).await.ok();
    let lines = &lines["engagements"];
    assert_eq!(lines["totalCount"], 6);
    let mut categories = texts(&lines["nodes"], "/stakeholder/category");
    categories.sort_unstable();
    assert_eq!(
        categories,
        [
            "ACADEMIA",
            "CSO",
            "ECP",
            "LOCAL_GOVERNMENT",
            "NADRA",
            "POLITICAL_PARTY"
        ]
    );
    assert!(
        lines["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .all(|line| line["openTasks"] == 1)
    );
    let period = "{ coverage(period: { from: \"2025-06-01\", to: \"2025-06-30\" }) {
        recordedSince total { meetingsHeld { value } met { value } } } }";
    let covered = mps.ask(period).await.ok();
    assert_eq!(covered["coverage"]["recordedSince"], "2025-06-03");
    assert_eq!(covered["coverage"]["total"]["meetingsHeld"]["value"], 1);
    assert_eq!(covered["coverage"]["total"]["met"]["value"], 1);
    let partner = app.partner(&[&programme], &[]).await;
    assert!(partner.finds(&meeting).await);
    for hidden in [&deputy, &speaker] {
        assert!(!partner.finds(hidden).await);
    }
}
