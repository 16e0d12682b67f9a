//! What is asked for: of each kind one record of each audience, all of it made at the desk.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::text;

pub const AUDIENCES: [&str; 3] = ["PARTNERS", "CAUCUS", "PRESENT"];

pub struct World {
    /// By kind and audience, the id.
    records: BTreeMap<(String, &'static str), String>,
    /// A token of somebody.
    pub token: String,
}

impl World {
    pub async fn make(app: &App) -> Self {
        let input = json!({ "userId": app.admin().await.user().await, "name": "matrix" });
        let token = app
            .admin()
            .await
            .act("createToken", "token { id }", input)
            .await;
        app.topic("Matrix").await;
        let mut world = Self {
            records: BTreeMap::new(),
            token: text(&token.ok(), "/token/id"),
        };
        for audience in AUDIENCES {
            world.add(app, audience).await;
        }
        world
    }

    /// The id of a kind and an audience.
    pub fn of(&self, kind: &str, audience: &'static str) -> String {
        self.records[&(kind.to_owned(), audience)].clone()
    }

    /// The records of a kind, each with its audience.
    pub fn of_kind(&self, kind: &str) -> Vec<(&'static str, &str)> {
        let of_kind = self.records.iter().filter(|((of, _), _)| of == kind);
        of_kind
            .map(|((_, audience), id)| (*audience, id.as_str()))
            .collect()
    }

    /// All records, each with its audience.
    pub fn all(&self) -> Vec<(&'static str, &str)> {
        let all = self.records.iter();
        all.map(|((_, audience), id)| (*audience, id.as_str()))
            .collect()
    }

    async fn add(&mut self, app: &App, audience: &'static str) {
        let desk = app.coordinator().await;
        let mut made = |kind: &str, id: String| {
            self.records.insert((kind.to_owned(), audience), id.clone());
            id
        };
        let name = json!({ "en": format!("Matrix {audience}") });
        let create = async |act: &str, kind: &str, input: Value| {
            let shown = format!("{kind} {{ id }}");
            text(
                &desk.act(act, &shown, input).await.ok(),
                &format!("/{kind}/id"),
            )
        };

        let named = json!({ "name": name, "audience": audience });
        let programme = made(
            "programme",
            create("createProgramme", "programme", named.clone()).await,
        );
        let input = json!({ "name": name, "audience": audience, "category": "CSO" });
        let office = made(
            "stakeholder",
            create("createStakeholder", "stakeholder", input).await,
        );
        let person = made("person", create("createPerson", "person", named).await);
        let input = json!({ "personId": person, "joinedOn": "2024-01-01", "audience": audience });
        made("member", create("createMember", "member", input).await);
        let input = json!({
            "stakeholderId": office, "title": { "text": "Matrix" }, "audience": audience,
            "programmeId": programme,
        });
        let line = made(
            "engagement",
            create("openEngagement", "engagement", input).await,
        );
        let input = json!({
            "audience": audience, "title": { "text": "Matrix" }, "programmeIds": [programme],
            "with": [{ "stakeholderId": office, "engagementId": line }],
            "attendees": [{ "personId": person }],
            "decisions": [{ "text": { "text": "Matrix" } }],
            "commitments": [{ "text": { "text": "Matrix" }, "direction": "MADE_TO_CAUCUS" }],
            "followUps": [{ "title": { "text": "Matrix" } }],
        });
        let letter = json!({
            "kind": "LETTER_IN", "day": "2026-01-02", "subject": { "text": "Matrix" },
            "partyIds": [office], "audience": audience,
        });
        made(
            "document",
            create("recordDocument", "document", letter).await,
        );
        let list = json!({
            "name": name, "from": "2026-01-01", "to": "2026-12-31", "stakeholderIds": [office],
            "audience": audience,
        });
        let shown = "targetList { id }";
        let listed = desk.act("createTargetList", shown, list).await.ok();
        made("target_list", text(&listed, "/targetList/id"));
        let shown = "meeting { id decisions { id } commitments { id } followUps { id } }";
        let met = desk.act("logMeeting", shown, input).await.ok();
        for (kind, at) in [
            ("meeting", "/meeting/id"),
            ("decision", "/meeting/decisions/0/id"),
            ("commitment", "/meeting/commitments/0/id"),
            ("follow_up_action", "/meeting/followUps/0/id"),
        ] {
            made(kind, text(&met, at));
        }
        let named = [("name", "Matrix.pdf")];
        let on = text(&met, "/meeting/id");
        let (status, file) = desk.attaches(&on, &named, b"%PDF-1.7\nMatrix").await;
        assert_eq!(status, 201, "{file}");
        made("attachment", text(&file, "/id"));
    }
}
