//! Short ways to what many tests need, each through the API.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::app::App;
use crate::support::caller::Caller;

/// A UUIDv7 that a client would make, the same for the same number.
pub fn v7(number: u32) -> String {
    let bytes: Vec<u8> = number.to_be_bytes().repeat(3);
    let random: [u8; 10] = bytes[..10].try_into().unwrap();
    uuid::Builder::from_unix_timestamp_millis(1_768_460_400_000, &random)
        .into_uuid()
        .to_string()
}

/// The id that a client would make for a new thing of a kind.
pub fn made(kind: &str, number: u32) -> String {
    format!("{kind}_{}", v7(number))
}

/// An id of a kind that nothing has.
pub fn absent(kind: &str) -> String {
    format!(
        "{kind}_{}",
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_dead)
    )
}

/// The text at a place of an answer.
#[track_caller]
pub fn text(value: &Value, pointer: &str) -> String {
    let found = value.pointer(pointer).and_then(Value::as_str);
    found
        .unwrap_or_else(|| panic!("no text at {pointer} of {value}"))
        .to_owned()
}

/// The texts at one place of each item of a list.
#[track_caller]
pub fn texts(list: &Value, pointer: &str) -> Vec<String> {
    let items = list.as_array().unwrap_or_else(|| panic!("no list: {list}"));
    items.iter().map(|item| text(item, pointer)).collect()
}

impl App {
    /// An office of a category, by its English name.
    pub async fn office(&self, category: &str, name: &str) -> String {
        self.office_with(category, name, json!({})).await
    }

    /// An office with more than a name.
    pub async fn office_with(&self, category: &str, name: &str, more: Value) -> String {
        let input = merged(
            json!({ "category": category, "name": { "en": name } }),
            more,
        );
        let desk = self.coordinator().await;
        let made = desk
            .act("createStakeholder", "stakeholder { id }", input)
            .await
            .ok();
        text(&made, "/stakeholder/id")
    }

    /// A programme that partners may see.
    pub async fn programme(&self, name: &str) -> String {
        let input = json!({ "name": { "en": name }, "audience": "PARTNERS" });
        let desk = self.coordinator().await;
        let made = desk
            .act("createProgramme", "programme { id }", input)
            .await
            .ok();
        text(&made, "/programme/id")
    }

    /// A topic.
    pub async fn topic(&self, name: &str) -> String {
        let desk = self.coordinator().await;
        let input = json!({ "name": { "en": name } });
        let made = desk.act("createTopic", "topic { id }", input).await.ok();
        text(&made, "/topic/id")
    }

    /// A person outside the caucus.
    pub async fn person(&self, name: &str) -> String {
        let desk = self.coordinator().await;
        let input = json!({ "name": { "en": name } });
        let made = desk.act("createPerson", "person { id }", input).await.ok();
        text(&made, "/person/id")
    }

    /// A line of work with an office.
    pub async fn engagement(&self, office: &str, title: &str, more: Value) -> String {
        let input = merged(
            json!({ "stakeholderId": office, "title": { "text": title } }),
            more,
        );
        let desk = self.coordinator().await;
        let made = desk
            .act("openEngagement", "engagement { id }", input)
            .await
            .ok();
        text(&made, "/engagement/id")
    }

    /// The id of a district, by its English name.
    pub async fn district(&self, name: &str) -> String {
        let desk = self.coordinator().await;
        let query =
            "query ($name: String) { districts(filter: { search: $name }) { nodes { id } } }";
        let found = desk.run(query, json!({ "name": name })).await.ok();
        text(&found, "/districts/nodes/0/id")
    }
}

impl Caller {
    /// Logs a meeting with an office and answers its id.
    pub async fn meets(&self, office: &str, more: Value) -> String {
        let made = self.logs(office, "id", more).await;
        text(&made, "/meeting/id")
    }

    /// Logs a meeting with an office and answers what is shown of it.
    pub async fn logs(&self, office: &str, shown: &str, more: Value) -> Value {
        let input = merged(json!({ "with": [{ "stakeholderId": office }] }), more);
        let shown = format!("meeting {{ {shown} }}");
        self.act("logMeeting", &shown, input).await.ok()
    }

    /// Gives herself a task and answers its id.
    pub async fn takes_on(&self, title: &str, more: Value) -> String {
        let input = merged(json!({ "title": { "text": title } }), more);
        let made = self
            .act("assignFollowUp", "followUpAction { id }", input)
            .await
            .ok();
        text(&made, "/followUpAction/id")
    }

    /// The version of a record as she sees it.
    pub async fn version(&self, id: &str) -> String {
        let kind = id.rsplit_once('_').unwrap().0;
        let words = kind
            .split('_')
            .map(|word| word[..1].to_uppercase() + &word[1..]);
        let kind = words.collect::<String>();
        let query =
            format!("query ($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ version }} }} }}");
        let found = self.run(&query, json!({ "id": id })).await.ok();
        text(&found, "/node/version")
    }

    /// Whether she finds a record by its id.
    pub async fn finds(&self, id: &str) -> bool {
        let query = "query ($id: ID!) { node(id: $id) { id } }";
        !self.run(query, json!({ "id": id })).await.ok()["node"].is_null()
    }
}

/// An input with further fields.
pub fn merged(mut input: Value, more: Value) -> Value {
    let (Value::Object(fields), Value::Object(more)) = (&mut input, more) else {
        panic!("an input is an object");
    };
    fields.extend(more);
    input
}
