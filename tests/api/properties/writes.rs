//! Random writes by random people agree with a simple model of who may, what conflicts, what is
//! archived and where a thing stands; what is refused changes nothing, and what is sent again
//! changes nothing either.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::support::App;
use crate::support::build::{merged, text, v7};
use crate::support::caller::Caller;
use crate::twins::chance::Chance;

both! {
    random_writes_by_random_people_agree_with_a_simple_model
}

/// How many things are done from each seed.
const WRITES: u32 = 120;
const SEEDS: [u64; 2] = [20_260_115, 7];

/// Whose it is. Who acts for a member does it as she.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Desk,
    Saima,
    Rubina,
    /// Of somebody who may not write.
    Nobody,
}

struct Hand {
    name: &'static str,
    whose: Whose,
    caller: Caller,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Task,
    Promise,
}

/// A thing as the model has it.
#[derive(Debug)]
struct Thing {
    id: String,
    kind: Kind,
    recorder: Whose,
    owner: Option<Whose>,
    is_closed: bool,
    is_archived: bool,
    status: &'static str,
    due: Option<&'static str>,
}

/// To where a promise can go; written down here again, by hand.
const STEPS: &[(&str, &[&str])] = &[
    (
        "REQUESTED",
        &[
            "UNDER_REVIEW",
            "PROMISED",
            "DECLINED",
            "EXPIRED",
            "WITHDRAWN",
        ],
    ),
    (
        "UNDER_REVIEW",
        &["PROMISED", "DECLINED", "EXPIRED", "WITHDRAWN"],
    ),
    (
        "PROMISED",
        &[
            "PARTLY_FULFILLED",
            "FULFILLED",
            "DECLINED",
            "EXPIRED",
            "WITHDRAWN",
        ],
    ),
    ("PARTLY_FULFILLED", &["FULFILLED", "EXPIRED", "WITHDRAWN"]),
    ("FULFILLED", &[]),
    ("DECLINED", &["UNDER_REVIEW", "PROMISED"]),
    (
        "EXPIRED",
        &["UNDER_REVIEW", "PARTLY_FULFILLED", "FULFILLED"],
    ),
    ("WITHDRAWN", &[]),
];

impl Thing {
    fn is_recorder(&self, whose: Whose) -> bool {
        self.recorder == whose
    }

    fn is_of(&self, whose: Whose) -> bool {
        self.is_recorder(whose) || self.owner == Some(whose)
    }

    fn sees(&self, whose: Whose) -> bool {
        whose == Whose::Desk || !self.is_closed || self.is_of(whose)
    }

    /// What is wrong before it is looked at what is to be done.
    fn refusal(&self, whose: Whose, may: bool) -> Option<&'static str> {
        match () {
            () if whose == Whose::Nobody => Some("FORBIDDEN"),
            () if !self.sees(whose) => Some("NOT_FOUND"),
            () if whose != Whose::Desk && !may => Some("FORBIDDEN"),
            () => None,
        }
    }
}

async fn random_writes_by_random_people_agree_with_a_simple_model(app: Arc<App>) {
    for seed in SEEDS {
        let mut world = World::make(&app, seed).await;
        for number in 0..WRITES {
            world.write(number).await;
        }
        let done = world.done;
        assert!(done > WRITES / 4, "seed {seed}: only {done} took effect");
        assert!(
            WRITES - done > WRITES / 4,
            "seed {seed}: {done} took effect"
        );
        world.look_at_all().await;
    }
}

struct World {
    app: Arc<App>,
    chance: Chance,
    seed: u64,
    hands: Vec<Hand>,
    owners: [(Whose, String); 2],
    things: Vec<Thing>,
    done: u32,
}

/// A write: its act, what is asked of the answer, its input, and what the model says of it.
struct Write {
    act: &'static str,
    shown: &'static str,
    input: Value,
    refusal: Option<&'static str>,
}

impl World {
    async fn make(app: &Arc<App>, seed: u64) -> Self {
        let (saima, rubina) = (app.member("Saima").await, app.member("Rubina").await);
        let akbar = saima.lets(&app.aide().await).await;
        let hand = |name, whose, caller| Hand {
            name,
            whose,
            caller,
        };
        Self {
            owners: [
                (Whose::Saima, saima.member.clone()),
                (Whose::Rubina, rubina.member.clone()),
            ],
            hands: vec![
                hand("the desk", Whose::Desk, app.coordinator().await),
                hand("Saima", Whose::Saima, saima),
                hand("Rubina", Whose::Rubina, rubina),
                hand("Akbar for Saima", Whose::Saima, akbar),
                hand("an administrator", Whose::Nobody, app.admin().await),
            ],
            app: Arc::clone(app),
            chance: Chance::new(seed),
            seed,
            things: Vec::new(),
            done: 0,
        }
    }

    async fn write(&mut self, number: u32) {
        let by = self.chance.below(self.hands.len());
        let whose = self.hands[by].whose;
        let at = match self.things.len() {
            0 => None,
            some if self.chance.percent(75) => Some(self.chance.below(some)),
            _ => None,
        };
        let write = match at {
            None => self.makes(whose),
            Some(at) => self.changes(by, at).await,
        };
        let key = v7(number + u32::try_from(self.seed % 1_000).unwrap() * 1_000);
        let input = merged(write.input, json!({ "requestId": key }));
        let caller = self.hands[by].caller.clone();
        let told = format!(
            "seed {}, {number}: {} does {} {input} to {:?}",
            self.seed,
            self.hands[by].name,
            write.act,
            at.map(|at| &self.things[at])
        );

        let before = self.app.digest().await;
        let answer = caller.act(write.act, write.shown, input.clone()).await;
        let codes: Vec<_> = answer
            .user_errors()
            .iter()
            .map(|error| error.split(' ').next().unwrap().to_owned())
            .collect();

        let wanted: Vec<_> = write
            .refusal
            .iter()
            .map(|code| (*code).to_owned())
            .collect();
        assert_eq!(codes, wanted, "{told}: {}", answer.body);
        if write.refusal.is_some() {
            assert_eq!(self.app.digest().await, before, "{told}");
            return;
        }
        self.done += 1;
        let once = self.app.digest().await;
        let again = caller.act(write.act, write.shown, input).await;
        assert_eq!(again.body, answer.body, "{told}");
        assert_eq!(self.app.digest().await, once, "{told}, again");
        self.took_effect(whose, at, write.act, answer.data());
        if let Some(thing) = at.map(|at| &self.things[at]).or(self.things.last()) {
            self.look_at(thing).await;
        }
    }

    /// Something new.
    fn makes(&mut self, whose: Whose) -> Write {
        let is_closed = self.chance.percent(30);
        let audience = if is_closed { "PRESENT" } else { "CAUCUS" };
        let refusal = (whose == Whose::Nobody).then_some("FORBIDDEN");
        let words = json!({ "text": "Matter" });
        if self.chance.percent(50) {
            let (_, owner) = self.chance.one(&self.owners).clone();
            Write {
                act: "assignFollowUp",
                shown: "followUpAction { id audience owner { id } }",
                input: json!({ "title": words, "audience": audience, "ownerId": owner }),
                refusal,
            }
        } else {
            let direction = *self.chance.one(&["ASKED_BY_CAUCUS", "MADE_TO_CAUCUS"]);
            Write {
                act: "recordCommitment",
                shown: "commitment { id audience status }",
                input: json!({ "text": words, "audience": audience, "direction": direction }),
                refusal,
            }
        }
    }

    /// Something done to what is there.
    async fn changes(&mut self, by: usize, at: usize) -> Write {
        let hand = &self.hands[by];
        let thing = &self.things[at];
        let whose = hand.whose;
        if self.chance.percent(25) {
            let (act, is_archiving) = if self.chance.percent(50) {
                ("archive", true)
            } else {
                ("restore", false)
            };
            let refusal = thing.refusal(whose, thing.is_recorder(whose));
            let is_so = thing.is_archived == is_archiving;
            return Write {
                act,
                shown: "results { userErrors { code path message } }",
                input: json!({ "ids": [thing.id] }),
                refusal: refusal.or(is_so.then_some("INVALID_TRANSITION")),
            };
        }
        let archived = thing.is_archived.then_some("INVALID_TRANSITION");
        match thing.kind {
            Kind::Promise => {
                let to = STEPS[self.chance.below(STEPS.len())].0;
                let (_, may) = STEPS
                    .iter()
                    .find(|(from, _)| *from == thing.status)
                    .unwrap();
                let step = (!may.contains(&to)).then_some("INVALID_TRANSITION");
                let refusal = thing.refusal(whose, thing.is_recorder(whose));
                Write {
                    act: "advanceCommitment",
                    shown: "commitment { id status }",
                    input: json!({ "id": thing.id, "status": to }),
                    refusal: refusal.or(archived).or(step),
                }
            }
            Kind::Task if self.chance.percent(60) => {
                let (act, from) = *self
                    .chance
                    .one(&[("completeFollowUp", "OPEN"), ("reopenFollowUp", "DONE")]);
                let refusal = thing.refusal(whose, thing.is_of(whose));
                let step = (thing.status != from).then_some("INVALID_TRANSITION");
                Write {
                    act,
                    shown: "followUpAction { id status }",
                    input: json!({ "id": thing.id }),
                    refusal: refusal.or(archived).or(step),
                }
            }
            Kind::Task => {
                let is_stale = self.chance.percent(30);
                let due = *self.chance.one(&["2026-02-01", "2026-03-01", "2026-04-01"]);
                let sees = thing.sees(whose) && !is_stale && whose != Whose::Nobody;
                let version = if sees {
                    hand.caller.version(&thing.id).await
                } else {
                    "stale".to_owned()
                };
                let refusal = thing.refusal(whose, thing.is_of(whose));
                Write {
                    act: "updateFollowUp",
                    shown: "followUpAction { id dueOn }",
                    input: json!({ "id": thing.id, "expectedVersion": version, "dueOn": due }),
                    refusal: refusal
                        .or(archived)
                        .or(is_stale.then_some("VERSION_CONFLICT")),
                }
            }
        }
    }

    /// Does in the model what took effect.
    fn took_effect(&mut self, whose: Whose, at: Option<usize>, act: &str, answer: &Value) {
        let of = |at: &str| answer.pointer(at).and_then(Value::as_str);
        let Some(thing) = at.map(|at| &mut self.things[at]) else {
            let (kind, key) = match act {
                "assignFollowUp" => (Kind::Task, "followUpAction"),
                _ => (Kind::Promise, "commitment"),
            };
            let owner = of("/followUpAction/owner/id");
            let owner = owner.map(|id| {
                let hands = self.hands.iter().find(|hand| hand.caller.person == id);
                hands.unwrap().whose
            });
            let status = of("/commitment/status").unwrap_or("OPEN");
            let known = STEPS
                .iter()
                .map(|(from, _)| *from)
                .find(|from| *from == status);
            self.things.push(Thing {
                id: text(answer, &format!("/{key}/id")),
                kind,
                recorder: whose,
                owner,
                is_closed: answer[key]["audience"] == "PRESENT",
                is_archived: false,
                status: known.unwrap_or("OPEN"),
                due: None,
            });
            return;
        };
        match act {
            "archive" => thing.is_archived = true,
            "restore" => thing.is_archived = false,
            "completeFollowUp" => thing.status = "DONE",
            "reopenFollowUp" => thing.status = "OPEN",
            "advanceCommitment" => {
                let to = of("/commitment/status").unwrap();
                thing.status = STEPS
                    .iter()
                    .map(|(from, _)| *from)
                    .find(|from| *from == to)
                    .unwrap();
            }
            _ => {
                let days = ["2026-02-01", "2026-03-01", "2026-04-01"];
                let due = of("/followUpAction/dueOn").unwrap();
                thing.due = days.into_iter().find(|day| *day == due);
            }
        }
    }

    /// That a thing is what the model has, and is seen by whom the model says.
    async fn look_at(&self, thing: &Thing) {
        let query = "query ($id: ID!) { node(id: $id) { id
            ... on FollowUpAction { taskStatus: status dueOn archivedOn }
            ... on Commitment { status archivedOn } } }";
        for hand in &self.hands {
            let answer = hand.caller.run(query, json!({ "id": thing.id })).await.ok();
            let found = &answer["node"];
            let told = format!("seed {}: {} sees {thing:?}: {found}", self.seed, hand.name);
            assert_eq!(found["id"] == thing.id, thing.sees(hand.whose), "{told}");
            if found.is_null() {
                continue;
            }
            assert_eq!(found["archivedOn"].is_string(), thing.is_archived, "{told}");
            match thing.kind {
                Kind::Task => {
                    assert_eq!(found["taskStatus"], thing.status, "{told}");
                    assert_eq!(found["dueOn"], json!(thing.due), "{told}");
                }
                Kind::Promise => assert_eq!(found["status"], thing.status, "{told}"),
            }
        }
    }

    async fn look_at_all(&self) {
        for thing in &self.things {
            self.look_at(thing).await;
        }
    }
}
