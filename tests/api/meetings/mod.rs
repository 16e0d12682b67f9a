//! Meetings: what is logged, how it changes, how they are found.

mod log;
mod search;
mod set_right;
mod sight;
mod update;

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::answer::Answer;
use crate::support::build::{merged, texts};
use crate::support::caller::Caller;

const WHOLE: &str = "meeting {
    id kind status mode isCourtesyCall audience wordsAudience recordedAt recordedBy { id }
    title { text language } said { text language translation { text isStale } } saidAbsence
    time { precision startsAt endsAt firstDay lastDay zone }
    heldIn { district { id } place } concerns { id } topics { id } programmes { id }
    stakeholders { id stakeholder { id } text attended engagement { id } }
    attendees { person { id name { en } } member { id } capacity role attendance stakeholder { id } }
    groups { label headcount women men notStated basis }
    source { kind toldBy { id } channel title publisher address day }
    decisions { id kind manner text { text } audience }
    commitments { id direction dueOn text { text } audience }
    followUps { id title { text } owner { id } helpers { id } dueOn priority status openedOn audience }
}";

/// The list of codes and paths, in a fixed order.
fn sorted(mut errors: Vec<String>) -> Vec<String> {
    errors.sort_unstable();
    errors
}

/// Sends changes of a meeting from the version that she sees.
async fn change(caller: &Caller, meeting: &str, more: Value) -> Answer {
    let version = caller.version(meeting).await;
    let input = merged(json!({ "id": meeting, "expectedVersion": version }), more);
    caller.act("updateMeeting", WHOLE, input).await
}

/// A meeting as she sees it.
async fn shown(caller: &Caller, meeting: &str) -> Value {
    let query = format!(
        "query ($id: ID!) {{ {} }}",
        WHOLE.replacen("meeting", "meeting(id: $id)", 1)
    );
    caller.run(&query, json!({ "id": meeting })).await.ok()["meeting"].clone()
}

both! {
    filters_narrow_the_list_of_meetings
}

async fn filters_narrow_the_list_of_meetings(app: Arc<App>) {
    let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
    let (pec, nadra) = (
        app.office("ECP", "PEC").await,
        app.office("NADRA", "NADRA").await,
    );
    let (zhob, pishin) = (app.district("Zhob").await, app.district("Pishin").await);
    let (topic, programme) = (app.topic("Cards").await, app.programme("PWL").await);
    let one = saima
        .meets(
            &pec,
            json!({
                "when": { "days": { "from": "2025-06-03" } }, "topicIds": [topic],
                "heldIn": { "districtId": zhob }, "programmeIds": [programme],
            }),
        )
        .await;
    let other = rubina.meets(&nadra, json!({
        "when": { "days": { "from": "2025-07-01" } }, "concernsDistrictIds": [pishin], "kind": "PUBLIC_EVENT",
    })).await;
    let query =
        "query ($filter: MeetingFilter) { meetings(filter: $filter) { nodes { id } totalCount } }";

    for (filter, ids) in [
        (json!({ "stakeholderIds": [pec] }), vec![&one]),
        (json!({ "categories": ["NADRA"] }), vec![&other]),
        (json!({ "memberIds": [rubina.member] }), vec![&other]),
        (json!({ "programmeIds": [programme] }), vec![&one]),
        (json!({ "topicIds": [topic] }), vec![&one]),
        (json!({ "districtIds": [zhob] }), vec![&one]),
        (json!({ "districtIds": [pishin] }), vec![&other]),
        (json!({ "kinds": ["PUBLIC_EVENT"] }), vec![&other]),
        (
            json!({ "period": { "from": "2025-06-03", "to": "2025-06-30" } }),
            vec![&one],
        ),
        (json!({ "period": { "from": "2025-06-04" } }), vec![&other]),
        (json!({ "hasUnmatched": false }), vec![&other, &one]),
        (json!({ "stakeholderIds": [] }), vec![]),
        (json!({}), vec![&other, &one]),
    ] {
        let found = saima.run(query, json!({ "filter": filter })).await.ok();
        let found = &found["meetings"];
        assert_eq!(
            texts(&found["nodes"], "/id").iter().collect::<Vec<_>>(),
            ids,
            "{filter}"
        );
        assert_eq!(found["totalCount"], ids.len(), "{filter}");
    }
}
