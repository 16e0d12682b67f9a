//! How coordinators judge stakeholders, why they do not meet one for a time, and how often one is to
//! be met: what they see of it, and that nobody else sees anything.

use std::sync::Arc;

use rabta::cli::token;
use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, merged, text, texts};
use crate::support::caller::Caller;

both! {
    an_assessment_reads_back_as_it_was_sent
    assessments_come_the_last_day_first_and_a_slip_is_taken_out
    all_that_is_wrong_with_an_assessment_is_said_at_once
    for_all_but_coordinators_there_are_no_assessments_and_no_reasons
    who_assessed_as_a_coordinator_and_is_none_any_more_sees_it_no_longer
    a_standing_reason_stands_from_its_first_day_to_its_last
    a_new_reason_ends_the_one_before
    a_reason_is_ended_before_it_runs_out_and_only_once
    a_reason_raises_the_version_for_coordinators_alone
    a_cadence_is_set_changed_and_taken_away_and_is_not_for_partners
}

const STANDING: &str = "cadenceDays standingReason { kind why { text } from until }
    assessments { id influence interest stance assessedOn topic { id } stakeholder { id } }";

async fn office(caller: &Caller, id: &str) -> Value {
    let query = format!("query ($id: ID!) {{ stakeholder(id: $id) {{ id version {STANDING} }} }}");
    caller.run(&query, json!({ "id": id })).await.ok()["stakeholder"].clone()
}

async fn assesses(desk: &Caller, office: &str, more: Value) -> String {
    let input = json!({ "stakeholderId": office, "influence": 4, "interest": 2,
                        "stance": "SUPPORTIVE" });
    let made = desk
        .act(
            "assessStakeholder",
            "assessment { id }",
            merged(input, more),
        )
        .await
        .ok();
    text(&made, "/assessment/id")
}

async fn stands(desk: &Caller, office: &str, more: Value) -> Value {
    let input = json!({ "id": office, "kind": "REFUSED", "until": "2026-03-31" });
    let shown = format!("stakeholder {{ {STANDING} }}");
    let set = desk.act("setStandingReason", &shown, merged(input, more));
    set.await.ok()["stakeholder"].clone()
}

async fn an_assessment_reads_back_as_it_was_sent(app: Arc<App>) {
    let desk = app.coordinator().await;
    let (pec, topic) = (app.office("ECP", "PEC").await, app.topic("Cards").await);
    let input = json!({ "id": made("assessment", 1), "stakeholderId": pec, "on": "2025-11-03",
        "influence": 5, "interest": 1, "stance": "OPPOSED", "topicId": topic });

    let shown = "assessment { id audience influence interest stance assessedOn topic { id } stakeholder { id } recordedBy { id } }";
    let made = desk
        .act("assessStakeholder", shown, input.clone())
        .await
        .ok();

    let found = &made["assessment"];
    for field in ["id", "influence", "interest", "stance"] {
        assert_eq!(found[field], input[field], "{field}");
    }
    assert_eq!(found["assessedOn"], "2025-11-03");
    assert_eq!(found["topic"]["id"], topic);
    assert_eq!(found["stakeholder"]["id"], pec);
    assert_eq!(found["recordedBy"]["id"], desk.person);
    assert_eq!(found["audience"], "PRESENT");
    assert!(desk.finds(&text(&made, "/assessment/id")).await);
}

async fn assessments_come_the_last_day_first_and_a_slip_is_taken_out(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office("ECP", "PEC").await;
    let first = assesses(&desk, &pec, json!({ "on": "2025-06-01" })).await;
    let last = assesses(&desk, &pec, json!({ "stance": "CHAMPION" })).await;
    let slip = assesses(&desk, &pec, json!({ "on": "2025-09-01" })).await;
    let shown = "results { userErrors { code } }";
    desk.act("archive", shown, json!({ "ids": [slip] }))
        .await
        .ok();

    let found = office(&desk, &pec).await;

    assert_eq!(texts(&found["assessments"], "/id"), [last, first]);
}

async fn all_that_is_wrong_with_an_assessment_is_said_at_once(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office("ECP", "PEC").await;
    let input = json!({ "stakeholderId": pec, "on": "2026-01-16", "influence": 0,
        "interest": 6, "stance": "NEUTRAL", "topicId": absent("topic") });

    let refused = desk.act("assessStakeholder", "__typename", input).await;
    let nothing = json!({ "stakeholderId": absent("stakeholder"), "influence": 1, "interest": 1,
                          "stance": "NEUTRAL" });
    let of_nobody = desk.act("assessStakeholder", "__typename", nothing).await;

    let mut errors = refused.user_errors();
    errors.sort();
    assert_eq!(
        errors,
        [
            "NOT_FOUND topicId",
            "OUT_OF_RANGE influence",
            "OUT_OF_RANGE interest",
            "OUT_OF_RANGE on",
        ]
    );
    assert_eq!(of_nobody.user_errors(), ["NOT_FOUND stakeholderId"]);
}

async fn for_all_but_coordinators_there_are_no_assessments_and_no_reasons(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let pec = app
        .office_with("ECP", "PEC", json!({ "ownerId": saima.member }))
        .await;
    desk.meets(&pec, json!({ "audience": "PARTNERS" })).await;
    let assessment = assesses(&desk, &pec, json!({})).await;
    stands(&desk, &pec, json!({})).await;
    let others = [
        saima.clone(),
        saima.lets(&app.aide().await).await,
        app.admin().await,
        app.partner(&[], &["ECP"]).await,
    ];

    for other in others {
        let found = office(&other, &pec).await;

        assert_eq!(found["id"], pec);
        assert_eq!(found["assessments"], Value::Null);
        assert_eq!(found["standingReason"], Value::Null);
        assert!(!other.finds(&assessment).await);
    }
    assert_eq!(
        office(&desk, &pec).await["assessments"][0]["id"],
        assessment
    );
}

async fn who_assessed_as_a_coordinator_and_is_none_any_more_sees_it_no_longer(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office("ECP", "PEC").await;
    let assessment = assesses(&desk, &pec, json!({})).await;
    let admin = app.admin().await;
    let (user, raised) = (desk.user().await, json!({ "role": "ADMIN" }));
    let raised = admin.updates_user(&user, "user { id }", raised).await;
    raised.ok();
    let secret = token::create(&app.server, &desk.email, "again", 9)
        .await
        .unwrap();
    let former = desk.with_token(&secret);

    let found = office(&former, &pec).await;
    let shown = "results { userErrors { code path message } }";
    let archive = |id: String| former.act("archive", shown, json!({ "ids": [id] }));

    assert_eq!(found["assessments"], Value::Null);
    assert!(!former.finds(&assessment).await);
    let (hidden, nothing) = (
        archive(assessment).await,
        archive(absent("assessment")).await,
    );
    assert_eq!(hidden.body, nothing.body);
}

async fn a_standing_reason_stands_from_its_first_day_to_its_last(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office("ECP", "PEC").await;
    let more = json!({ "kind": "AWAITING_REPLY", "why": { "text": "Asked in May" },
                       "from": "2026-01-20", "until": "2026-01-31" });

    stands(&desk, &pec, more).await;

    let sent = json!({ "kind": "AWAITING_REPLY", "why": { "text": "Asked in May" },
                       "from": "2026-01-20", "until": "2026-01-31" });
    for (day, expected) in [
        ("2026-01-19", Value::Null),
        ("2026-01-20", sent.clone()),
        ("2026-01-31", sent),
        ("2026-02-01", Value::Null),
    ] {
        app.set_time(&format!("{day}T06:00:00Z"));
        assert_eq!(
            office(&desk, &pec).await["standingReason"],
            expected,
            "{day}"
        );
    }
    let backwards =
        json!({ "id": pec, "kind": "REFUSED", "from": "2026-03-02", "until": "2026-03-01" });
    let refused = desk.act("setStandingReason", "__typename", backwards).await;
    assert_eq!(refused.user_errors(), ["INVALID until"]);
}

async fn a_new_reason_ends_the_one_before(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office("ECP", "PEC").await;
    stands(&desk, &pec, json!({})).await;

    let more = json!({ "kind": "NOT_NEEDED", "until": "2026-01-16" });
    let found = stands(&desk, &pec, more).await;

    assert_eq!(found["standingReason"]["kind"], "NOT_NEEDED");
    app.set_time("2026-01-17T06:00:00Z");
    assert_eq!(office(&desk, &pec).await["standingReason"], Value::Null);
}

async fn a_reason_is_ended_before_it_runs_out_and_only_once(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app.office("ECP", "PEC").await;
    stands(&desk, &pec, json!({})).await;
    let end = || {
        desk.act(
            "endStandingReason",
            "stakeholder { standingReason { kind } }",
            json!({ "id": pec }),
        )
    };

    let ended = end().await.ok();
    let again = end().await;

    assert_eq!(ended["stakeholder"]["standingReason"], Value::Null);
    assert_eq!(again.user_errors(), ["INVALID_TRANSITION on"]);
}

async fn a_reason_raises_the_version_for_coordinators_alone(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let pec = app.office("ECP", "PEC").await;
    let before = (desk.version(&pec).await, saima.version(&pec).await);

    stands(
        &desk,
        &pec,
        json!({ "why": { "text": "They will not see us" } }),
    )
    .await;
    assesses(&desk, &pec, json!({})).await;

    assert_ne!(desk.version(&pec).await, before.0);
    assert_eq!(saima.version(&pec).await, before.1);
}

async fn a_cadence_is_set_changed_and_taken_away_and_is_not_for_partners(app: Arc<App>) {
    let desk = app.coordinator().await;
    let pec = app
        .office_with("ECP", "PEC", json!({ "cadenceDays": 90 }))
        .await;
    desk.meets(&pec, json!({ "audience": "PARTNERS" })).await;
    let partner = app.partner(&[], &["ECP"]).await;
    let update = async |days: Value| {
        let version = desk.version(&pec).await;
        let input = json!({ "id": pec, "expectedVersion": version, "cadenceDays": days });
        desk.act("updateStakeholder", "stakeholder { cadenceDays }", input)
            .await
    };

    assert_eq!(office(&desk, &pec).await["cadenceDays"], 90);
    assert_eq!(office(&partner, &pec).await["cadenceDays"], Value::Null);
    assert_eq!(
        update(json!(30)).await.ok()["stakeholder"]["cadenceDays"],
        30
    );
    for wrong in [0, -1, 3_651] {
        let refused = update(json!(wrong)).await;
        assert_eq!(
            refused.user_errors(),
            ["OUT_OF_RANGE cadenceDays"],
            "{wrong}"
        );
    }
    let taken = update(Value::Null).await.ok();
    assert_eq!(taken["stakeholder"]["cadenceDays"], Value::Null);
}
