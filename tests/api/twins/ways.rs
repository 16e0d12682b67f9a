//! The ways in which what is hidden could show all the same, each by its number: counts, orders,
//! filters, cursors, refusals, versions, figures, the log. Each is asked of two servers whose
//! databases are equal but for what is hidden, with the same clock, ids and cursors, and answered
//! alike to the byte; to the coordinator, who sees all, each of them tells the servers apart.

use std::sync::Arc;

use sea_orm::DbBackend;
use serde_json::{Value, json};

use crate::support::app::with;
use crate::support::build::{absent, made, text};
use crate::support::caller::Caller;
use crate::support::{App, Engine};
use crate::twins::answer;
use crate::twins::world::{World, done, hidden};

both! {
    no_way_leads_a_member_to_what_is_hidden
    no_way_leads_who_acts_for_a_member_to_what_is_hidden
    no_way_leads_an_administrator_to_what_is_hidden
    no_way_leads_a_partner_to_what_is_hidden
}

async fn no_way_leads_a_member_to_what_is_hidden(app: Arc<App>) {
    on_both(app, Asker::Member).await;
}

async fn no_way_leads_who_acts_for_a_member_to_what_is_hidden(app: Arc<App>) {
    on_both(app, Asker::Aide).await;
}

async fn no_way_leads_an_administrator_to_what_is_hidden(app: Arc<App>) {
    on_both(app, Asker::Admin).await;
}

async fn no_way_leads_a_partner_to_what_is_hidden(app: Arc<App>) {
    on_both(app, Asker::Partner).await;
}

#[derive(Clone, Copy, PartialEq)]
enum Asker {
    Member,
    Aide,
    Admin,
    Partner,
}

/// One of the two servers.
struct Side {
    asker: Caller,
    desk: Caller,
    world: World,
    own: Own,
}

/// What a member recorded herself, to which something hidden is added.
struct Own {
    meeting: String,
    ask: String,
    task: String,
}

impl Side {
    async fn make(app: &App, who: Asker) -> Self {
        let world = World::make(app).await;
        let rubina = app.member("Rubina").await;
        let more = json!({
            "commitments": [{ "direction": "ASKED_BY_CAUCUS", "text": { "text": "A bus" } }],
            "followUps": [{ "title": { "text": "Write to them" } }],
        });
        let shown = "id commitments { id } followUps { id }";
        let logged = rubina.logs(&world.office, shown, more).await;
        let own = Own {
            meeting: text(&logged, "/meeting/id"),
            ask: text(&logged, "/meeting/commitments/0/id"),
            task: text(&logged, "/meeting/followUps/0/id"),
        };
        let asker = match who {
            Asker::Member => rubina,
            Asker::Aide => rubina.lets(&app.aide().await).await,
            Asker::Admin => app.admin().await,
            Asker::Partner => app.partner(&[&world.programme], &[]).await,
        };
        let desk = app.coordinator().await;
        Self {
            asker,
            desk,
            world,
            own,
        }
    }

    /// Adds what is hidden from whoever asks.
    async fn hide(&self, app: &App, who: Asker) {
        self.world.hide_from_members(app).await;
        let answer = json!({ "id": made("commitment", 8), "meetingId": hidden("meeting"),
            "direction": "MADE_TO_CAUCUS", "text": { "text": "A secret bus" },
            "answersId": self.own.ask });
        done(&self.desk, "recordCommitment", answer).await;
        if who == Asker::Partner {
            self.world.hide_from_partners(app).await;
        }
    }
}

/// One way, and all that is asked on it.
struct Way {
    number: &'static str,
    asks: Vec<Ask>,
}

#[derive(Debug)]
enum Ask {
    /// A query.
    Query(String),
    /// A list to its end, one row a page, and the cursor that somebody else was given for its first.
    Pages(&'static str),
    /// A mutation.
    Act(&'static str, &'static str, Value),
}

impl Ask {
    async fn of(&self, caller: &Caller, desk: &Caller) -> Vec<Value> {
        match self {
            Self::Query(query) => vec![answer(caller, query).await],
            Self::Act(act, shown, input) => {
                let answer = caller.act(act, shown, input.clone()).await;
                vec![json!([answer.status, without_request(answer.body)])]
            }
            Self::Pages(list) => {
                let cursor = |answer: &Value| {
                    let end = answer.pointer(&format!("/data/{list}/pageInfo/endCursor"));
                    end.cloned().unwrap_or_default()
                };
                let mut pages = vec![answer(caller, &page(list, &Value::Null)).await];
                while let Some(last) = pages.last()
                    && pages.len() < 40
                    && last["data"][list]["pageInfo"]["hasNextPage"] == true
                {
                    let next = page(list, &cursor(last));
                    pages.push(answer(caller, &next).await);
                }
                let others = cursor(&answer(desk, &page(list, &Value::Null)).await);
                pages.push(answer(caller, &page(list, &others)).await);
                pages
            }
        }
    }

    fn is_read(&self) -> bool {
        !matches!(self, Self::Act(..))
    }
}

fn page(list: &str, after: &Value) -> String {
    format!(
        "{{ {list}(first: 1, after: {after}) {{ totalCount nodes {{ id }} edges {{ cursor }} \
         pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"
    )
}

fn without_request(mut body: Value) -> Value {
    for error in body["errors"].as_array_mut().into_iter().flatten() {
        if let Some(extensions) = error["extensions"].as_object_mut() {
            extensions.remove("requestId");
        }
    }
    body
}

async fn on_both(plain: Arc<App>, who: Asker) {
    let engine = match plain.backend() {
        DbBackend::Sqlite => Engine::Sqlite,
        _ => Engine::Postgres,
    };
    let compare = move |full: Arc<App>| async move {
        let (without, with) = (Side::make(&plain, who).await, Side::make(&full, who).await);
        assert_eq!(without.world.pool.ids, with.world.pool.ids);
        with.hide(&full, who).await;
        // What follows is later than that, under the same ids on both.
        for app in [&plain, &full] {
            app.set_time("2026-01-15T08:00:00Z");
            app.draw_anew();
        }
        let mut found = Vec::new();
        for Way { number, asks } in ways(&with) {
            let mut told = Vec::new();
            for ask in asks.iter().filter(|ask| ask.is_read()) {
                let here = ask.of(&without.desk, &without.desk).await;
                let there = ask.of(&with.desk, &with.desk).await;
                told.push((here, there));
            }
            if told.iter().all(|(here, there)| here == there) {
                found.push(format!("{number} tells the coordinator nothing: {told:?}"));
            }
            for ask in &asks {
                let before = ask.of(&without.asker, &without.desk).await;
                let after = ask.of(&with.asker, &with.desk).await;
                if before != after {
                    found.push(format!("{number}: {ask:?}\n{before:?}\n{after:?}"));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    };
    with(engine, compare).await;
}

/// Every list of records.
const LISTS: [&str; 9] = [
    "meetings",
    "stakeholders",
    "people",
    "commitments",
    "followUpActions",
    "decisions",
    "documents",
    "engagements",
    "programmes",
];

fn query(text: &str) -> Ask {
    Ask::Query(format!("{{ {text} }}"))
}

fn ways(side: &Side) -> Vec<Way> {
    let mut ways = lists(&side.world);
    ways.extend(records(side));
    ways.extend(refusals(side));
    ways.extend(figures(&side.world));
    ways.extend(past(side));
    ways
}

/// Counts, orders, filters, cursors and empty lists.
fn lists(world: &World) -> Vec<Way> {
    let (office, other, ask) = (&world.office, &world.other_office, &world.ask);
    let counted = LISTS.map(|list| {
        query(&format!(
            "{list}(first: 2) {{ totalCount pageInfo {{ hasNextPage }} nodes {{ id }} }}"
        ))
    });
    let ordered = [
        ("meetings", "HELD_ON"),
        ("meetings", "RECORDED_AT"),
        ("engagements", "OPENED_ON"),
        ("documents", "DAY"),
    ]
    .into_iter()
    .flat_map(|(list, field)| {
        ["ASC", "DESC"].map(|direction| {
            let order = format!("orderBy: {{ field: {field}, direction: {direction} }}");
            query(&format!("{list}({order}) {{ nodes {{ id }} }}"))
        })
    });
    let of_fields = [
        "meetings(filter: { search: \"secret\" }) { totalCount nodes { id } }".to_owned(),
        "people(filter: { search: \"Secret\" }) { totalCount }".to_owned(),
        "stakeholders(filter: { search: \"Secret\" }) { totalCount }".to_owned(),
        "commitments(filter: { statuses: [FULFILLED] }) { totalCount }".to_owned(),
        "commitments(filter: { awaitsJudgement: true }) { totalCount }".to_owned(),
        "commitments(filter: { awaitsReconfirmation: true }) { totalCount }".to_owned(),
        "gaps(filter: { hasStandingReason: true }) { totalCount }".to_owned(),
        "followUpActions(filter: { isOverdue: true }) { totalCount }".to_owned(),
    ];
    let of_relations = [
        "commitments(filter: { isUnanswered: true }) { totalCount nodes { id } }".to_owned(),
        "documents(filter: { awaitsReply: true }) { totalCount nodes { id } }".to_owned(),
        "documents(filter: { isReplyOverdue: true }) { totalCount }".to_owned(),
        format!("commitments(filter: {{ answersIds: [\"{ask}\"] }}) {{ totalCount }}"),
        format!("meetings(filter: {{ stakeholderIds: [\"{other}\"] }}) {{ totalCount }}"),
        format!("stakeholders(filter: {{ parentIds: [\"{office}\"] }}) {{ totalCount }}"),
        format!(
            "followUpActions(filter: {{ engagementIds: [\"{}\"] }}) {{ totalCount }}",
            hidden("engagement")
        ),
        format!(
            "commitments(filter: {{ meetingIds: [\"{}\", \"{}\"] }}) {{ totalCount }}",
            hidden("meeting"),
            absent("meeting")
        ),
    ];
    let empty = [
        "meetings(filter: { stakeholderIds: [] }) { totalCount }",
        "meetings(filter: { categories: [] }) { totalCount }",
        "commitments(filter: { answersIds: [] }) { totalCount }",
        "nodes(ids: []) { id }",
        // Without an empty list, that it tells the coordinator something.
        "meetings(filter: { archived: false }) { totalCount }",
    ];
    vec![
        way("O1", counted),
        way("O2", ordered),
        way("O3", of_fields.iter().map(|text| query(text))),
        way("O4", of_relations.iter().map(|text| query(text))),
        way("O6", LISTS.map(Ask::Pages)),
        way("O34", empty.map(query)),
    ]
}

fn way(number: &'static str, asks: impl IntoIterator<Item = Ask>) -> Way {
    Way {
        number,
        asks: asks.into_iter().collect(),
    }
}

/// What hangs on records that are seen: relations, ids, versions, and what others recorded there.
fn records(side: &Side) -> Vec<Way> {
    let world = &side.world;
    let (office, met, ask) = (&world.office, &world.met, &world.ask);
    let ids = ["meeting", "stakeholder", "commitment", "document", "person"];
    let ids = ids.map(|kind| format!("\"{}\", \"{}\"", hidden(kind), absent(kind)));
    let nodes = format!("nodes(ids: [\"{met}\", {}]) {{ id }}", ids.join(", "));
    let related = [
        nodes,
        format!("node(id: \"{}\") {{ id }}", hidden("meeting")),
        format!(
            "stakeholder(id: \"{office}\") {{ openTasks overdueTasks lastMeeting {{ id }} \
             lastAttended {{ id }} assessments {{ id }} standingReason {{ kind }} }}"
        ),
        format!(
            "commitment(id: \"{ask}\") {{ answeredBy {{ totalCount nodes {{ id }} }} \
             answers {{ id }} meeting {{ id }} decision {{ id }} }}"
        ),
        "engagements { nodes { openTasks lastMeeting { id } } }".to_owned(),
    ];
    let moved = [
        format!(
            "meeting(id: \"{met}\") {{ version said {{ text }} saidAbsence wordsWithdrawnAt }}"
        ),
        format!("stakeholder(id: \"{office}\") {{ version confirmedAt }}"),
        format!("commitment(id: \"{ask}\") {{ version awaitsJudgement }}"),
        format!("history(id: \"{met}\") {{ totalCount nodes {{ act at }} }}"),
    ];
    // No number is shown that is counted on over what is hidden, but places in the log and the feed.
    let numbered = [
        "auditLog(last: 1) { totalCount nodes { id } }",
        "changes(first: 100) { cursor hasMore changes { isGone recordId } }",
        "decisions { nodes { id } edges { cursor } }",
    ];
    vec![
        way("O5", related.iter().map(|text| query(text))),
        way("O9", moved.iter().map(|text| query(text))),
        way("O10", numbered.map(query)),
    ]
}

/// What is refused, or done, in sight of something hidden.
fn refusals(side: &Side) -> Vec<Way> {
    let Own { meeting, ask, task } = &side.own;
    let met = &side.world.met;
    let shown = "meeting { id version said { text } commitments { id answeredBy { totalCount } } \
                 followUps { id } }";
    let conflict = |id: &str| {
        let input = json!({ "id": id, "expectedVersion": "0", "title": { "text": "Other" } });
        Ask::Act("updateMeeting", shown, input)
    };
    let is_there = query(&format!(
        "node(id: \"{}\") {{ ... on Meeting {{ version }} }}",
        hidden("meeting")
    ));
    let shown_conflicts = [
        conflict(met),
        conflict(meeting),
        conflict(&hidden("meeting")),
        conflict(&absent("meeting")),
        is_there,
    ];
    let orders = ["commitment", "follow_up_action", "document"]
        .into_iter()
        .flat_map(|kind| [hidden(kind), absent(kind)])
        .flat_map(|id| wrong(&id));
    let status = format!(
        "commitment(id: \"{}\") {{ status dueOn }}",
        hidden("commitment")
    );
    let archive = |ids: Value| {
        Ask::Act(
            "archive",
            "results { userErrors { code path message } }",
            json!({ "ids": ids }),
        )
    };
    let restore = |ids: Value| {
        Ask::Act(
            "restore",
            "results { userErrors { code path message } }",
            json!({ "ids": ids }),
        )
    };
    let hanging = format!(
        "commitment(id: \"{ask}\") {{ answeredBy {{ totalCount }} }} \
         meeting(id: \"{meeting}\") {{ followUps {{ id }} }}"
    );
    let archived = [
        query(&hanging),
        archive(json!([hidden("meeting")])),
        archive(json!([absent("meeting")])),
        archive(json!([task, hidden("follow_up_action")])),
        restore(json!([task])),
        archive(json!([ask])),
        archive(json!([meeting])),
        restore(json!([meeting])),
        restore(json!([ask])),
    ];
    vec![
        way("O8", shown_conflicts),
        way("O12", orders.chain([query(&status)])),
        way("O13", archived),
    ]
}

/// Acts on a thing that ask for what cannot be, by which it could show that it is there.
fn wrong(id: &str) -> Vec<Ask> {
    let advanced = json!({ "id": id, "status": "PROPOSED" });
    let amount = json!({ "id": id, "rung": "SAID", "amount": { "amount": "1.234" } });
    let task = json!({ "id": id, "expectedVersion": "0", "dueOn": "1800-01-01" });
    let letter = json!({ "id": id, "expectedVersion": "0", "answersId": id });
    vec![
        Ask::Act("advanceCommitment", "commitment { id status }", advanced),
        Ask::Act("recordAmount", "commitment { id }", amount),
        Ask::Act("updateFollowUp", "followUpAction { id }", task),
        Ask::Act("updateDocument", "document { id }", letter.clone()),
        Ask::Act(
            "confirm",
            "results { userErrors { code path message } }",
            json!({ "ids": [letter["id"]] }),
        ),
        Ask::Act(
            "withdrawWords",
            "record { __typename }",
            json!({ "id": letter["id"] }),
        ),
    ]
}

/// Coverage, gaps and the ledger.
fn figures(world: &World) -> Vec<Way> {
    let year = "period: { from: \"2025-02-01\", to: \"2026-01-15\" }";
    let quarter = "period: { from: \"2026-01-01\", to: \"2026-03-31\" }";
    let counted = "meetingsHeld { value } met { value } notReached { value } \
                   contactedOnly { value } tasksOpen { value } tasksOverdue { value } \
                   commitmentsMade { value } daysSinceLastMeeting lastMeeting { id } \
                   unplanned { value } inScope { value }";
    let group = |by: &str| {
        query(&format!(
            "coverage({year}, groupBy: [{by}]) {{ groups {{ figures {{ {counted} }} }} \
             total {{ {counted} }} scopeSource targetList {{ id }} }}"
        ))
    };
    let people = "peopleMet { all { value absence } women { value absence } men { value } } \
                  headcount { counted { value } all { value absence } women { value } }";
    let of_people = |period: &str, by: &str| {
        query(&format!(
            "coverage({period}, groupBy: [{by}]) {{ groups {{ figures {{ {people} }} }} \
             total {{ {people} }} }}"
        ))
    };
    let office = &world.office;
    vec![
        way(
            "O17",
            [
                group("CATEGORY"),
                group("CATEGORY, DISTRICT"),
                group("PROGRAMME"),
                group("MONTH, TOPIC"),
                query("gaps { totalCount nodes { lastMetOn overdueBy why stakeholder { id } } }"),
                query("ledger { asOf commitments lines { __typename } }"),
                query(&format!(
                    "stakeholder(id: \"{office}\") {{ openTasks overdueTasks }}"
                )),
            ],
        ),
        way(
            "O18",
            [
                of_people(quarter, "CATEGORY"),
                of_people(year, "CATEGORY"),
                of_people(year, "DISTRICT"),
                of_people(quarter, "STAKEHOLDER"),
                of_people(year, "MONTH"),
            ],
        ),
    ]
}

/// The log and the history.
fn past(side: &Side) -> Vec<Way> {
    let (met, ask) = (&side.world.met, &side.world.ask);
    let entry = "act at isRefused changes { __typename }";
    let of = |id: &str| format!("history(id: \"{id}\") {{ totalCount nodes {{ act at }} }}");
    let ids = [
        met.clone(),
        ask.clone(),
        side.world.shared_promise.clone(),
        side.world.letter.clone(),
        side.own.meeting.clone(),
        side.world.office.clone(),
        hidden("meeting"),
        absent("meeting"),
    ];
    let log = [
        format!("auditLog(first: 100) {{ totalCount nodes {{ {entry} }} }}"),
        format!(
            "auditLog(filter: {{ recordIds: [\"{met}\", \"{}\"] }}) {{ totalCount nodes {{ {entry} }} }}",
            hidden("meeting")
        ),
    ];
    vec![
        way("O27", log.iter().map(|text| query(text))),
        way("O28", ids.iter().map(|id| query(&of(id)))),
    ]
}
