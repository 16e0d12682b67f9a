//! Pages of every list of the schema that has an order: whichever way one goes, under ties and while
//! rows are added, each row that was there comes once, in one order.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{text, texts};
use crate::support::caller::Caller;
use crate::twins::chance::Chance;
use crate::twins::schema::{INTROSPECTION, list, name_of, named};

both! {
    each_row_of_each_list_comes_once_while_others_are_added
}

const SEED: u64 = 20_260_115;

async fn each_row_of_each_list_comes_once_while_others_are_added(app: Arc<App>) {
    let admin = app.admin().await;
    for number in 0..7 {
        add_to_all(&app, &admin, number).await;
    }
    let mut chance = Chance::new(SEED);
    let (mut number, mut lists) = (7, 0);

    for (field, order) in orders(&admin).await {
        // Tokens are for administrators, and she sees what these made open.
        let caller = if field == "tokens" {
            admin.clone()
        } else {
            app.coordinator().await
        };
        let list = List {
            field: &field,
            order: &order,
            caller: &caller,
        };
        for is_forwards in [true, false] {
            let there = list.all().await;
            assert!(there.len() > 3, "{field} has too few rows to page");
            let (mut found, mut cursor) = (Vec::new(), Value::Null);
            loop {
                let size = 1 + chance.below(there.len() / 3);
                let (page, next) = list.page(is_forwards, size, &cursor).await;
                if is_forwards {
                    found.extend(page);
                } else {
                    found.splice(0..0, page);
                }
                let Some(next) = next else { break };
                cursor = next;
                if chance.percent(12) {
                    add_to_all(&app, &admin, number).await;
                    number += 1;
                }
            }

            let told = format!("seed {SEED}: {field}({order}), forwards: {is_forwards}");
            let once: Vec<_> = found.iter().filter(|id| there.contains(id)).collect();
            assert_eq!(once, there.iter().collect::<Vec<_>>(), "{told}");
            let mut each = found.clone();
            each.sort_unstable();
            each.dedup();
            assert_eq!(each.len(), found.len(), "{told}: a row came twice");
        }
        lists += 1;
    }
    assert!(lists > 30, "{lists}");
}

struct List<'a> {
    field: &'a str,
    order: &'a str,
    caller: &'a Caller,
}

impl List<'_> {
    async fn ask(&self, arguments: &str) -> Value {
        let (field, order) = (self.field, self.order);
        // The whole log is soon longer than a page.
        let filter = if field == "auditLog" {
            "filter: { acts: [\"createTopic\", \"createPerson\"] },"
        } else {
            ""
        };
        let query = format!(
            "{{ {field}({filter} {arguments}, {order}) {{ nodes {{ id }} pageInfo {{
                hasNextPage hasPreviousPage startCursor endCursor }} }} }}"
        );
        self.caller.ask(&query).await.ok()[field].clone()
    }

    /// All ids, in one page.
    async fn all(&self) -> Vec<String> {
        let found = self.ask("first: 100").await;
        assert_eq!(found["pageInfo"]["hasNextPage"], false, "{}", self.field);
        texts(&found["nodes"], "/id")
    }

    /// The ids of a page, and from where the next one goes on.
    async fn page(
        &self,
        is_forwards: bool,
        size: usize,
        cursor: &Value,
    ) -> (Vec<String>, Option<Value>) {
        let (many, from, more, end) = if is_forwards {
            ("first", "after", "hasNextPage", "endCursor")
        } else {
            ("last", "before", "hasPreviousPage", "startCursor")
        };
        let found = self.ask(&format!("{many}: {size}, {from}: {cursor}")).await;
        let info = &found["pageInfo"];
        let next = (info[more] == true).then(|| info[end].clone());
        (texts(&found["nodes"], "/id"), next)
    }
}

/// Every list with every order that the schema has, both ways.
async fn orders(caller: &Caller) -> Vec<(String, String)> {
    let found = caller.ask(INTROSPECTION).await.ok()["__schema"].clone();
    let types = list(&found["types"]);
    let of = |name: &str| types.iter().find(|one| name_of(one) == name).unwrap();
    let mut orders = Vec::new();
    for field in list(&of("Query")["fields"]) {
        let arguments = list(&field["args"]).iter();
        let Some(order) = arguments.into_iter().find(|one| name_of(one) == "orderBy") else {
            continue;
        };
        let inputs = list(&of(named(&order["type"]))["inputFields"]).iter();
        let by = inputs
            .into_iter()
            .find(|one| name_of(one) == "field")
            .unwrap();
        for value in list(&of(named(&by["type"]))["enumValues"]) {
            for way in ["ASC", "DESC"] {
                let order = format!("orderBy: {{ field: {}, direction: {way} }}", name_of(value));
                orders.push((name_of(field).to_owned(), order));
            }
        }
    }
    orders
}

/// One more row in each list, with names and days that others have too.
async fn add_to_all(app: &App, admin: &Caller, number: u32) {
    let desk = app.coordinator().await;
    let name = json!({ "en": if number.is_multiple_of(3) { "Same" } else { "Alike" } });
    let create = async |act: &str, kind: &str, input: Value| {
        let made = desk.act(act, &format!("{kind} {{ id }}"), input).await.ok();
        text(&made, &format!("/{kind}/id"))
    };
    create(
        "createTopic",
        "topic",
        json!({ "name": { "en": format!("Topic {number}") } }),
    )
    .await;
    create("createProgramme", "programme", json!({ "name": name })).await;
    let office = json!({ "name": name, "category": "CSO" });
    let office = create("createStakeholder", "stakeholder", office).await;
    let person = create("createPerson", "person", json!({ "name": name })).await;
    let member = json!({ "personId": person, "joinedOn": "2024-01-01" });
    create("createMember", "member", member).await;
    let line = json!({ "stakeholderId": office, "title": { "text": "Same" } });
    create("openEngagement", "engagement", line).await;
    // Some have no day.
    let due = (!number.is_multiple_of(3)).then_some("2026-02-01");
    let met = json!({
        "title": { "text": "Same" }, "with": [{ "stakeholderId": office }],
        "when": { "days": { "from": "2026-01-10" } },
        "decisions": [{ "text": { "text": "Same" } }],
        "commitments": [{ "text": { "text": "Same" }, "direction": "MUTUAL", "dueOn": due }],
        "followUps": [{ "title": { "text": "Same" }, "dueOn": "2026-02-01" }],
    });
    create("logMeeting", "meeting", met).await;
    let letter = json!({ "kind": "LETTER_IN", "subject": { "text": "Same" }, "day": "2026-01-10",
                         "partyIds": [office], "replyDueOn": due });
    create("recordDocument", "document", letter).await;
    let list = json!({ "name": name, "from": "2026-01-01", "to": "2026-12-31",
                       "stakeholderIds": [office] });
    create("createTargetList", "targetList", list).await;
    let user = json!({ "personId": person, "email": format!("new{number}@caucus.example"),
                       "role": "PARTNER" });
    let made = admin.act("createUser", "user { id }", user).await.ok();
    let token = json!({ "userId": made["user"]["id"], "name": "Same" });
    admin.act("createToken", "token { id }", token).await.ok();
}
