//! How whole the record behind the figures is, and what it was at an earlier moment.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{merged, text, texts};
use crate::support::caller::Caller;

both! {
    the_seventh_day_of_the_caucus_is_within_a_week
    what_was_said_is_counted_for_coordinators_alone
    closed_meetings_are_not_counted_for_others
    by_a_moment_only_what_was_recorded_until_then_is_counted
    cadences_and_tasks_by_a_moment_are_those_recorded_until_then
}

const WHOLE: &str =
    "query ($by: Instant) { coverage(period: { from: \"2025-10-01\" }, recordedBy: $by) {
    recordedSince completeness { recordedSince
        loggedWithinWeek { value absence records { totalCount nodes { ... on Meeting { id } } } }
        withWords { value absence records { totalCount nodes { ... on Meeting { id } } } } }
    total { inScope { value } met { value } tasksOpen { value } cadenceKept { value }
        meetingsHeld { value records { totalCount } } } } }";

async fn whole(caller: &Caller, by: Value) -> Value {
    caller.run(WHOLE, json!({ "by": by })).await.ok()["coverage"].clone()
}

/// The meetings behind a figure, of which there are as many as it says.
fn counted(coverage: &Value, figure: &str) -> Vec<String> {
    let figure = &coverage["completeness"][figure];
    let ids = texts(&figure["records"]["nodes"], "/id");
    assert_eq!(figure["value"], ids.len(), "{figure}");
    assert_eq!(figure["records"]["totalCount"], ids.len(), "{figure}");
    ids
}

fn on(day: &str) -> Value {
    json!({ "when": { "days": { "from": day } } })
}

async fn the_seventh_day_of_the_caucus_is_within_a_week(app: Arc<App>) {
    let desk = app.coordinator().await;
    let aurat = app.office("CSO", "Aurat").await;
    app.set_time("2026-01-15T18:59:00Z");
    let within = desk.meets(&aurat, on("2026-01-08")).await;
    app.set_time("2026-01-15T19:00:00Z");
    desk.meets(&aurat, on("2026-01-08")).await;

    let coverage = whole(&desk, Value::Null).await;

    assert_eq!(counted(&coverage, "loggedWithinWeek"), [within]);
    assert_eq!(coverage["total"]["meetingsHeld"]["value"], 2);
    assert_eq!(coverage["completeness"]["recordedSince"], "2026-01-08");
}

async fn what_was_said_is_counted_for_coordinators_alone(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let aurat = app.office("CSO", "Aurat").await;
    let said = json!({ "said": { "text": "They will help" }, "audience": "PARTNERS" });
    let with_words = desk.meets(&aurat, said).await;
    saima.meets(&aurat, json!({})).await;

    assert_eq!(
        counted(&whole(&desk, Value::Null).await, "withWords"),
        [with_words]
    );
    let others = [saima, app.admin().await, app.partner(&[], &["CSO"]).await];
    for other in others {
        let figure = whole(&other, Value::Null).await["completeness"]["withWords"].clone();
        let none = json!({ "value": null, "absence": "NOT_SHARED",
                           "records": { "totalCount": 0, "nodes": [] } });
        assert_eq!(figure, none);
    }
}

async fn closed_meetings_are_not_counted_for_others(app: Arc<App>) {
    let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
    let aurat = app.office("CSO", "Aurat").await;
    let closed = merged(on("2026-01-10"), json!({ "audience": "PRESENT" }));
    desk.meets(&aurat, closed).await;
    let open = desk.meets(&aurat, on("2026-01-11")).await;

    let coverage = whole(&saima, Value::Null).await;

    assert_eq!(counted(&coverage, "loggedWithinWeek"), [open]);
    assert_eq!(coverage["completeness"]["recordedSince"], "2026-01-11");
}

async fn by_a_moment_only_what_was_recorded_until_then_is_counted(app: Arc<App>) {
    let desk = app.coordinator().await;
    app.set_time("2026-01-16T06:00:00Z");
    let aurat = app
        .office_with("CSO", "Aurat", json!({ "inScopeSince": "2025-01-01" }))
        .await;
    desk.meets(&aurat, on("2026-01-10")).await;
    app.set_time("2026-01-17T06:00:00Z");
    let pec = app
        .office_with("ECP", "PEC", json!({ "inScopeSince": "2025-01-01" }))
        .await;
    desk.meets(&pec, on("2025-12-10")).await;

    let figures = async |by: Value| {
        let coverage = whole(&desk, by).await;
        let total = &coverage["total"];
        assert_eq!(
            total["meetingsHeld"]["value"],
            total["meetingsHeld"]["records"]["totalCount"]
        );
        json!([
            total["inScope"]["value"],
            total["met"]["value"],
            total["meetingsHeld"]["value"],
            counted(&coverage, "loggedWithinWeek").len(),
            coverage["recordedSince"],
        ])
    };

    assert_eq!(
        figures(json!("2026-01-16T05:59:59Z")).await,
        json!([0, 0, 0, 0, null])
    );
    assert_eq!(
        figures(json!("2026-01-16T06:00:00Z")).await,
        json!([1, 1, 1, 1, "2026-01-10"])
    );
    assert_eq!(
        figures(Value::Null).await,
        json!([2, 2, 2, 1, "2025-12-10"])
    );
}

async fn cadences_and_tasks_by_a_moment_are_those_recorded_until_then(app: Arc<App>) {
    let desk = app.coordinator().await;
    let more = json!({ "inScopeSince": "2025-01-01", "cadenceDays": 30 });
    let aurat = app.office_with("CSO", "Aurat", more).await;
    app.set_time("2026-01-17T06:00:00Z");
    let task = json!({ "followUps": [{ "title": { "text": "Call" } }] });
    let logged = desk
        .logs(&aurat, "id", merged(on("2026-01-10"), task))
        .await;
    assert!(text(&logged, "/meeting/id").starts_with("meeting_"));

    let figures = async |by: Value| {
        let total = whole(&desk, by).await["total"].clone();
        json!([total["tasksOpen"]["value"], total["cadenceKept"]["value"]])
    };

    assert_eq!(figures(json!("2026-01-16T06:00:00Z")).await, json!([0, 0]));
    assert_eq!(figures(Value::Null).await, json!([1, 1]));
}
