//! What the twins have in common, and what one of them has beside it.

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{absent, made, merged, text};
use crate::support::caller::Caller;
use crate::twins::schema::Pool;

pub struct World {
    pub programme: String,
    pub pool: Pool,
    saima: Caller,
    pub office: String,
    pub other_office: String,
    pub met: String,
    pub ask: String,
    pub shared_promise: String,
    pub letter: String,
}

/// Ids that hidden things get later, asked for before and after.
pub fn hidden(kind: &str) -> String {
    made(kind, kind.bytes().map(u32::from).sum())
}

impl World {
    pub async fn make(app: &App) -> Self {
        let (desk, saima) = (app.coordinator().await, app.member("Saima").await);
        let programme = app.programme("PWL").await;
        let topic = app.topic("Cards").await;
        let office = app.office("ECP", "Provincial Election Commission").await;
        let part = json!({ "parentId": office });
        let zhob = app
            .office_with("ECP", "Election Commission Zhob", part)
            .await;
        let other_office = app.office("NADRA", "NADRA Zhob").await;
        app.office("CSO", "Women of Zhob").await;
        let district = app.district("Zhob").await;
        let holder = app.person("Torak").await;
        let post = json!({ "personId": holder, "stakeholderId": other_office,
                           "title": { "en": "Head" }, "from": "2024-01-01" });
        desk.act("addPost", "person { id }", post).await.ok();
        let line = json!({ "programmeId": programme, "audience": "PARTNERS",
                           "purpose": { "text": "Why the desk" } });
        let line = app.engagement(&office, "Cards for women", line).await;
        let more = json!({
            "when": { "days": { "from": "2026-01-10" } }, "topicIds": [topic],
            "heldIn": { "districtId": district }, "concernsDistrictIds": [district],
            "said": { "text": "They asked for our list" },
            "decisions": [{ "kind": "RESOLVED", "text": { "text": "Meet again" } }],
            "commitments": [
                { "direction": "ASKED_BY_CAUCUS", "text": { "text": "A desk for women" } },
                { "direction": "MADE_TO_CAUCUS", "text": { "text": "A van" },
                  "dueOn": "2026-01-12" },
            ],
            "followUps": [{ "title": { "text": "Send the list" }, "dueOn": "2026-01-12" }],
        });
        let shown = "id commitments { id } followUps { id } decisions { id }";
        let logged = saima.logs(&office, shown, more.clone()).await;
        let met = text(&logged, "/meeting/id");
        let ask = text(&logged, "/meeting/commitments/0/id");
        let shared = json!({ "programmeIds": [programme], "audience": "PARTNERS",
            "groups": [{ "label": "Women of Zhob", "headcount": 12, "women": 12 }] });
        let logged_shared = desk.logs(&office, shown, merged(more, shared)).await;
        let shared_promise = text(&logged_shared, "/meeting/commitments/1/id");
        saima.meets(&zhob, json!({ "isCourtesyCall": true })).await;
        let amount = json!({ "id": shared_promise, "rung": "SAID",
                             "amount": { "amount": "1500000" }, "fiscalYear": "2025-26" });
        desk.act("recordAmount", "commitment { id }", amount)
            .await
            .ok();
        let letter = json!({ "kind": "LETTER_OUT", "subject": { "text": "The rolls of Zhob" },
            "day": "2026-01-05", "partyIds": [office, other_office], "replyDueOn": "2026-01-12",
            "audience": "PARTNERS" });
        let noted = desk.act("recordDocument", "document { id }", letter).await;
        let letter = text(&noted.ok(), "/document/id");
        let mut ids = vec![
            letter.clone(),
            programme.clone(),
            topic,
            office.clone(),
            zhob,
            other_office.clone(),
            district,
            holder,
            line,
            met.clone(),
            ask.clone(),
            shared_promise.clone(),
            saima.member.clone(),
            saima.person.clone(),
            text(&logged, "/meeting/followUps/0/id"),
            text(&logged, "/meeting/decisions/0/id"),
            text(&logged_shared, "/meeting/id"),
        ];
        for kind in [
            "meeting",
            "stakeholder",
            "assessment",
            "person",
            "programme",
            "engagement",
            "commitment",
            "follow_up_action",
            "decision",
            "document",
            "attachment",
            "target_list",
        ] {
            ids.extend([hidden(kind), absent(kind)]);
        }
        let words = vec!["", "Zhob", "desk", "PEC", "Election", "secret", "قومی"];
        Self {
            pool: Pool { ids, words },
            programme,
            saima,
            office,
            other_office,
            met,
            ask,
            shared_promise,
            letter,
        }
    }

    /// What a member who was not there, an aide of hers and an administrator do not see.
    pub async fn hide_from_members(&self, app: &App) {
        let (desk, saima) = (app.coordinator().await, &self.saima);
        let office = json!({ "id": hidden("stakeholder"), "category": "ECP",
            "name": { "en": "Secret Election Office Zhob" }, "parentId": self.office,
            "audience": "PRESENT" });
        done(&desk, "createStakeholder", office).await;
        let person = json!({ "id": hidden("person"), "name": { "en": "Secret Zhob Desk" },
            "phones": [{ "number": "+923001234567" }], "audience": "PRESENT" });
        done(&desk, "createPerson", person).await;
        let programme = json!({ "id": hidden("programme"), "name": { "en": "Secret" },
                                "audience": "PRESENT" });
        done(&desk, "createProgramme", programme).await;
        let judged = json!({ "id": hidden("assessment"), "stakeholderId": self.office,
                             "influence": 5, "interest": 1, "stance": "OPPOSED" });
        done(&desk, "assessStakeholder", judged).await;
        let reason = json!({ "id": self.office, "kind": "REFUSED", "until": "2027-01-01",
                             "why": { "text": "They will not see us" } });
        done(&desk, "setStandingReason", reason).await;
        let line = json!({ "id": hidden("engagement"), "stakeholderId": self.office,
            "title": { "text": "Secret desk" }, "audience": "PRESENT", "leadId": saima.member });
        done(&desk, "openEngagement", line).await;
        let meeting = json!({
            "id": hidden("meeting"), "audience": "PRESENT",
            "with": [{ "stakeholderId": self.office, "engagementId": hidden("engagement") },
                     { "stakeholderId": self.other_office }],
            "said": { "text": "The secret of Zhob" },
            "decisions": [{ "id": hidden("decision"), "kind": "RESOLVED",
                            "text": { "text": "Secret desk" } }],
            "commitments": [{ "id": hidden("commitment"), "direction": "MADE_TO_CAUCUS",
                "text": { "text": "Secret desk" }, "answersId": self.ask,
                "dueOn": "2026-01-11" }],
            "followUps": [{ "id": hidden("follow_up_action"),
                            "title": { "text": "Secret desk" }, "dueOn": "2026-01-11" }],
            "groups": [{ "label": "Secret women", "headcount": 3, "women": 3 }],
        });
        done(&desk, "logMeeting", meeting).await;
        let list = json!({ "id": hidden("target_list"), "name": { "en": "Secret" },
            "from": "1900-01-01", "to": "2199-12-31", "stakeholderIds": [self.office],
            "audience": "PRESENT" });
        done(&desk, "createTargetList", list).await;
        let id = hidden("target_list");
        done(&desk, "approveTargetList", json!({ "id": id })).await;
        let own = hidden("attachment");
        attached(&desk, &hidden("meeting"), &[("id", &own)]).await;
        let letter = json!({ "id": hidden("document"), "kind": "LETTER_IN", "audience": "PRESENT",
            "subject": { "text": "Secret desk" }, "day": "2026-01-11", "answersId": self.letter,
            "partyIds": [self.office, self.other_office] });
        done(&desk, "recordDocument", letter).await;
        let amount = json!({ "id": hidden("commitment"), "rung": "SAID",
                             "amount": { "amount": "900000" }, "fiscalYear": "2025-26" });
        done(&desk, "recordAmount", amount).await;
        let version = saima.version(&self.met).await;
        let words = json!({ "id": self.met, "expectedVersion": version,
                            "said": { "text": "Another secret of Zhob" } });
        done(saima, "updateMeeting", words).await;
        done(saima, "withdrawWords", json!({ "id": self.met })).await;
    }

    /// A list of whom to meet that partners see, of offices that a partner of their category sees.
    pub async fn share_list(&self, app: &App) -> String {
        let desk = app.coordinator().await;
        let list = json!({ "name": { "en": "Plan of Zhob" }, "from": "2025-01-01",
            "to": "2026-12-31", "stakeholderIds": [self.office], "audience": "PARTNERS" });
        let made = desk
            .act("createTargetList", "targetList { id }", list)
            .await;
        text(&made.ok(), "/targetList/id")
    }

    /// It names an office of another category as well, and one that is closed.
    pub async fn lengthen_list(&self, app: &App, list: &str) {
        let desk = app.coordinator().await;
        let named = [&self.office, &self.other_office, &hidden("stakeholder")];
        let input = json!({ "id": list, "expectedVersion": desk.version(list).await,
                            "stakeholderIds": named });
        done(&desk, "updateTargetList", input).await;
    }

    /// What is for the caucus alone, and out of a partner's scope.
    pub async fn hide_from_partners(&self, app: &App) {
        let desk = app.coordinator().await;
        let met = self
            .saima
            .meets(&self.office, json!({ "said": { "text": "Desk" } }))
            .await;
        attached(&self.saima, &met, &[("wordsAudience", "CAUCUS")]).await;
        let other = json!({ "audience": "PARTNERS",
            "commitments": [{ "direction": "MADE_TO_CAUCUS", "text": { "text": "A desk" } }] });
        desk.meets(&self.other_office, other).await;
        for (office, audience) in [(&self.office, "CAUCUS"), (&self.other_office, "PARTNERS")] {
            let letter = json!({ "kind": "LETTER_IN", "subject": { "text": "Desk" },
                "day": "2026-01-11", "answersId": self.letter, "partyIds": [office],
                "audience": audience });
            done(&desk, "recordDocument", letter).await;
        }
        let list = json!({ "name": { "en": "Zhob" }, "from": "1900-01-01", "to": "2199-12-31",
            "stakeholderIds": [self.office] });
        let listed = desk
            .act("createTargetList", "targetList { id }", list)
            .await;
        let id = text(&listed.ok(), "/targetList/id");
        done(&desk, "approveTargetList", json!({ "id": id })).await;
        let judged = json!({ "id": self.shared_promise, "status": "FULFILLED" });
        done(&desk, "advanceCommitment", judged).await;
        let released = json!({ "id": self.shared_promise, "rung": "RELEASED",
                               "amount": { "amount": "700000" }, "fiscalYear": "2025-26" });
        done(&desk, "recordAmount", released).await;
        let changes = json!([{ "stakeholderId": self.other_office, "on": "2026-01-14",
                               "next": { "name": { "en": "Mehnaz" } } }]);
        let input = json!({ "changes": changes });
        let shown = "results { userErrors { code path message } }";
        desk.act("changeOfficeHolder", shown, input).await.ok();
        self.saima
            .takes_on("Call the desk in Zhob", json!({}))
            .await;
    }
}

pub async fn done(by: &Caller, act: &str, input: Value) {
    by.act(act, "__typename", input).await.ok();
}

async fn attached(by: &Caller, on: &str, more: &[(&str, &str)]) {
    let named = [&[("name", "Secret desk.pdf")], more].concat();
    let (status, answer) = by.attaches(on, &named, b"%PDF-1.7\nZhob").await;
    assert_eq!(status, 201, "{answer}");
}
