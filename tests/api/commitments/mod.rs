//! Asks and promises, tracked to their end.

mod advance;
mod links;
mod record;
mod search;
mod sight;
mod update;

use serde_json::{Value, json};

use crate::support::build::{merged, text, texts};
use crate::support::caller::Caller;

const WHOLE: &str = "commitment { id direction kind isVague text { text } purpose { text }
    owedBy { id } owedTo { id } saidBy { id } saidOn dueOn districts { id } answers { id }
    answeredBy { nodes { id } } status reportedStatus awaitsJudgement isStatusShared audience
    meeting { id } decision { id } steps { id basis status on note { text } noteAbsence
    evidence { kind title publisher address day } meeting { id } recordedBy { id } } }";
const LIST: &str = "query ($filter: CommitmentFilter) { commitments(filter: $filter) {
    nodes { text { text } } totalCount } }";
const NONE: [&str; 0] = [];

async fn records(caller: &Caller, direction: &str, words: &str, more: Value) -> String {
    let input = json!({ "direction": direction, "text": { "text": words } });
    let made = caller
        .act("recordCommitment", WHOLE, merged(input, more))
        .await
        .ok();
    text(&made, "/commitment/id")
}

async fn advance(caller: &Caller, id: &str, status: &str, more: Value) -> Value {
    let input = json!({ "id": id, "status": status });
    caller
        .act("advanceCommitment", WHOLE, merged(input, more))
        .await
        .ok()["commitment"]
        .clone()
}

async fn found(caller: &Caller, filter: Value) -> Vec<String> {
    let found = caller.run(LIST, json!({ "filter": filter })).await.ok();
    let mut found = texts(&found["commitments"]["nodes"], "/text/text");
    found.sort_unstable();
    found
}

/// Sends changes from the version that she sees, and answers what was wrong with them.
async fn update(caller: &Caller, id: &str, changes: Value) -> Vec<String> {
    let version = caller.version(id).await;
    let input = merged(json!({ "id": id, "expectedVersion": version }), changes);
    let sent = caller.act("updateCommitment", WHOLE, input).await;
    sent.user_errors()
}

/// A commitment as somebody sees it.
async fn shown(caller: &Caller, id: &str) -> Value {
    let query = "query ($id: ID!) { commitment(id: $id) { direction audience owedBy { id }
        answers { id } repeats { id } saidBy { id } } }";
    caller.run(query, json!({ "id": id })).await.ok()["commitment"].clone()
}
