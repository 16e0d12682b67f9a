//! What the oracle counts: random offices, meetings, letters, lines of work and promises.

use std::collections::BTreeSet;

use serde_json::json;

use super::people;
use crate::support::App;
use crate::support::build::merged;
use crate::support::caller::Caller;

/// Numbers that are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    pub fn some(&mut self, of: &[String]) -> Vec<String> {
        let count = self.below(3);
        let picked = (0..count).map(|_| of[self.below(of.len())].clone());
        picked.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// Offices, some in others, and meetings with some of them.
pub async fn fill(app: &App, desk: &Caller, dice: &mut Dice) -> [Vec<String>; 2] {
    let districts = [
        app.district("Zhob").await,
        app.district("Pishin").await,
        app.district("Gwadar").await,
    ];
    let topics = [app.topic("Registration").await, app.topic("Hostels").await];
    let programmes = [app.programme("Voices").await, app.programme("Rights").await];
    let mut offices: Vec<String> = Vec::new();
    for number in 0..9 {
        let category = ["CSO", "ECP", "NADRA"][number % 3];
        let parent = (number > 5).then(|| offices[number - 3].clone());
        let more = json!({
            "parentId": parent, "districtIds": dice.some(&districts), "topicIds": dice.some(&topics),
            "isProvinceWide": dice.below(4) == 0,
            "inScopeSince": (["2025-01-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
            "cadenceDays": ([json!(null), json!(40), json!(75), json!(130)][dice.below(4)]),
        });
        offices.push(
            app.office_with(category, &format!("Office {number}"), more)
                .await,
        );
    }
    let people = people::people(app).await;
    let mut company = Dice(20_260_115);
    let mut early = Vec::new();
    for _ in 0..24 {
        let with: Vec<_> = dice
            .some(&offices)
            .into_iter()
            .map(|id| json!({ "stakeholderId": id, "attended": dice.below(3) > 0 }))
            .collect();
        let with = if with.is_empty() {
            vec![json!({ "text": "DC" })]
        } else {
            with
        };
        let day = format!(
            "2025-{:02}-{:02}",
            8 + dice.below(5),
            [1, 10, 20, 21][dice.below(4)]
        );
        let held = [json!({}), json!({ "districtId": districts[dice.below(3)] })];
        let meeting = json!({
            "with": with, "when": { "days": { "from": day } },
            "kind": (["STAKEHOLDER", "STAKEHOLDER", "PUBLIC_EVENT"][dice.below(3)]),
            "audience": (["PARTNERS", "CAUCUS", "PRESENT"][dice.below(3)]),
            "heldIn": (held[dice.below(2)]), "concernsDistrictIds": dice.some(&districts),
            "topicIds": dice.some(&topics), "programmeIds": dice.some(&programmes),
        });
        let meeting = merged(meeting, people::company(&mut company, &people, &offices));
        let id = desk.meets(&offices[0], meeting).await;
        if day.as_str() < "2025-11-01" {
            early.push(id);
        }
    }
    for _ in 0..14 {
        let day = format!(
            "2025-{:02}-{:02}",
            7 + dice.below(6),
            [9, 10, 20, 21][dice.below(4)]
        );
        let mut with = dice.some(&offices);
        with.push(offices[dice.below(9)].clone());
        with.sort_unstable();
        with.dedup();
        let letter = json!({
            "kind": (["LETTER_IN", "LETTER_OUT", "MOU"][dice.below(3)]), "day": day,
            "subject": { "text": "Rolls" },
            "partyIds": with,
            "audience": (["PARTNERS", "CAUCUS", "PRESENT"][dice.below(3)]),
        });
        let shown = "document { id }";
        desk.act("recordDocument", shown, letter).await.ok();
    }
    for office in &offices {
        let more = json!({
            "openedOn": (["2025-03-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
            "stage": (["ACTIVE", "ACTIVE", "PLANNED"][dice.below(3)]),
            "programmeId": ([json!(null), json!(programmes[0]), json!(programmes[1])][dice.below(3)]),
            "topicIds": dice.some(&topics),
            "audience": (["PARTNERS", "CAUCUS", "PRESENT"][dice.below(3)]),
        });
        app.engagement(office, "Rolls", more).await;
    }
    promise(desk, dice, &early, &offices, &districts).await;
    [offices, programmes.to_vec()]
}

/// Promises, some out of a meeting, some of money that was announced before.
async fn promise(
    desk: &Caller,
    dice: &mut Dice,
    meetings: &[String],
    offices: &[String],
    districts: &[String],
) {
    let mut firsts: Vec<String> = Vec::new();
    for number in 0..24 {
        let is_met = dice.below(2) == 0;
        let audience = ["PARTNERS", "PARTNERS", "CAUCUS", "PRESENT"][dice.below(4)];
        let mut input = json!({
            "direction": "MADE_TO_CAUCUS", "text": { "text": "A scheme" },
            "owedByIds": dice.some(offices), "districtIds": dice.some(districts),
            "audience": if is_met { audience } else { "CAUCUS" },
        });
        if is_met {
            input["meetingId"] = json!(meetings[dice.below(meetings.len())]);
        } else {
            input["saidOn"] = json!(["2025-09-30", "2025-10-01", "2025-10-05"][dice.below(3)]);
        }
        // What announced the money first repeats nothing.
        let is_again = number > 4 && dice.below(3) > 0;
        if is_again {
            input["repeatsId"] = json!(firsts[dice.below(firsts.len())]);
        }
        let made = desk
            .act("recordCommitment", "commitment { id }", input)
            .await
            .ok();
        let id = made["commitment"]["id"].as_str().unwrap().to_owned();
        for _ in 0..dice.below(4) {
            let amount = json!({
                "id": id, "amount": { "amount": format!("{}", 10 + dice.below(90)) },
                "rung": (["SAID", "RELEASED"][dice.below(2)]),
                "fiscalYear": ([json!(null), json!("2025-26")][dice.below(2)]),
                "on": (["2025-11-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
            });
            desk.act("recordAmount", "commitment { id }", amount)
                .await
                .ok();
        }
        for basis in ["JUDGED", "REPORTED"] {
            if dice.below(2) == 0 {
                let step = json!({
                    "id": id, "status": "PARTLY_FULFILLED", "basis": basis,
                    "on": (["2025-11-01", "2025-12-31", "2026-01-01"][dice.below(3)]),
                });
                desk.act("advanceCommitment", "commitment { id }", step)
                    .await
                    .ok();
            }
        }
        if !is_again {
            firsts.push(id);
        }
    }
}
