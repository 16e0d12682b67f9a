//! What each query field answers to whom.

use rabta::concepts::access::Field as Guarded;
use serde_json::{Value, json};

use crate::matrix::asked::{Arguments, Field};
use crate::matrix::callers::{Asker, Sight};
use crate::matrix::world::World;
use crate::support::build::texts;
use crate::support::caller::Caller;

/// What a field of the query reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// A list of records of a kind.
    List(&'static str),
    /// A record of a kind by its id.
    One(&'static str),
    /// Records of any kind by their ids.
    Any,
    /// Reference that whoever is signed in reads: a list of it.
    Reference,
    /// The same by an id, of the list of this name.
    ReferenceOne(&'static str),
    /// Users: all for the desk and administrators, those who may act for her for a member.
    Users,
    /// Tokens, for administrators.
    Tokens,
    /// Figures over the meetings that one sees.
    Coverage,
    /// Figures over the commitments that one sees.
    Ledger,
    /// What is the caller's own.
    Own,
    /// The log and the history of records, for those whom the policy names; what of it each sees is
    /// held in `tests/api/audit_log.rs`.
    Log(Guarded),
    /// The feed of changes, which everybody has; what each is told is held in `tests/api/changes.rs`.
    Feed,
    /// Whom we miss, which partners are not told; it is held in `tests/api/gaps.rs`.
    Missed,
}

/// Every field of the query.
const QUERIES: &[(&str, Reads)] = &[
    ("auditEntry", Reads::Log(Guarded::AuditLog)),
    ("auditLog", Reads::Log(Guarded::AuditLog)),
    ("changes", Reads::Feed),
    ("commitment", Reads::One("commitment")),
    ("commitments", Reads::List("commitment")),
    ("coverage", Reads::Coverage),
    ("decision", Reads::One("decision")),
    ("decisions", Reads::List("decision")),
    ("district", Reads::ReferenceOne("districts")),
    ("districts", Reads::Reference),
    ("document", Reads::One("document")),
    ("documents", Reads::List("document")),
    ("engagement", Reads::One("engagement")),
    ("engagements", Reads::List("engagement")),
    ("followUpAction", Reads::One("follow_up_action")),
    ("followUpActions", Reads::List("follow_up_action")),
    ("gaps", Reads::Missed),
    ("history", Reads::Log(Guarded::History)),
    ("ledger", Reads::Ledger),
    ("meeting", Reads::One("meeting")),
    ("meetings", Reads::List("meeting")),
    ("member", Reads::One("member")),
    ("members", Reads::List("member")),
    ("node", Reads::Any),
    ("nodes", Reads::Any),
    ("people", Reads::List("person")),
    ("person", Reads::One("person")),
    ("programme", Reads::One("programme")),
    ("programmes", Reads::List("programme")),
    ("stakeholder", Reads::One("stakeholder")),
    ("stakeholders", Reads::List("stakeholder")),
    ("targetList", Reads::One("target_list")),
    ("targetLists", Reads::List("target_list")),
    ("token", Reads::Tokens),
    ("tokens", Reads::Tokens),
    ("topic", Reads::ReferenceOne("topics")),
    ("topics", Reads::Reference),
    ("user", Reads::Users),
    ("users", Reads::Users),
    ("viewer", Reads::Own),
    ("waitingForMe", Reads::Own),
];

/// Every field of a filter that says the same of a record to all who see it, but for those that the
/// policy keeps from some.
const SAME: &[&str] = &[
    "AuditFilter.actorIds",
    "AuditFilter.acts",
    "AuditFilter.from",
    "AuditFilter.isRefused",
    "AuditFilter.kinds",
    "AuditFilter.recordIds",
    "AuditFilter.to",
    "CommitmentFilter.answersIds",
    "CommitmentFilter.archived",
    "CommitmentFilter.awaitsJudgement",
    "CommitmentFilter.awaitsReconfirmation",
    "CommitmentFilter.directions",
    "CommitmentFilter.documentIds",
    "CommitmentFilter.districtIds",
    "CommitmentFilter.isUnanswered",
    "CommitmentFilter.isVague",
    "CommitmentFilter.kinds",
    "CommitmentFilter.meetingIds",
    "CommitmentFilter.stakeholderIds",
    "CommitmentFilter.statuses",
    "CoverageFilter.categories",
    "DecisionFilter.archived",
    "DecisionFilter.kinds",
    "DecisionFilter.meetingIds",
    "DistrictFilter.divisionIds",
    "DistrictFilter.search",
    "DocumentFilter.answersIds",
    "DocumentFilter.archived",
    "DocumentFilter.awaitsReply",
    "DocumentFilter.isReplyOverdue",
    "DocumentFilter.kinds",
    "DocumentFilter.period",
    "DocumentFilter.stakeholderIds",
    "EngagementFilter.archived",
    "EngagementFilter.leadIds",
    "EngagementFilter.programmeIds",
    "EngagementFilter.stages",
    "EngagementFilter.stakeholderIds",
    "EngagementFilter.topicIds",
    "FollowUpActionFilter.archived",
    "FollowUpActionFilter.completedIn",
    "FollowUpActionFilter.engagementIds",
    "FollowUpActionFilter.isOverdue",
    "FollowUpActionFilter.meetingIds",
    "FollowUpActionFilter.ownerIds",
    "FollowUpActionFilter.stakeholderIds",
    "FollowUpActionFilter.statuses",
    "GapFilter.categories",
    "GapFilter.hasStandingReason",
    "GapFilter.ownerIds",
    "MeetingFilter.archived",
    "MeetingFilter.categories",
    "MeetingFilter.districtIds",
    "MeetingFilter.hasUnmatched",
    "MeetingFilter.kinds",
    "MeetingFilter.memberIds",
    "MeetingFilter.period",
    "MeetingFilter.programmeIds",
    "MeetingFilter.search",
    "MeetingFilter.stakeholderIds",
    "MeetingFilter.topicIds",
    "MemberFilter.archived",
    "MemberFilter.partyIds",
    "MemberFilter.search",
    "PersonFilter.archived",
    "PersonFilter.search",
    "PersonFilter.stakeholderIds",
    "ProgrammeFilter.archived",
    "ProgrammeFilter.search",
    "StakeholderFilter.archived",
    "StakeholderFilter.categories",
    "StakeholderFilter.districtIds",
    "StakeholderFilter.ownerIds",
    "StakeholderFilter.parentIds",
    "StakeholderFilter.search",
    "StakeholderFilter.topicIds",
    "TargetListFilter.archived",
    "TargetListFilter.isApproved",
    "TargetListFilter.search",
    "TokenFilter.holds",
    "TokenFilter.userIds",
    "TopicFilter.archived",
    "TopicFilter.search",
    "UserFilter.roles",
    "UserFilter.states",
];

/// Every field of a filter that depends on who asks.
const OWN: &[&str] = &["CommitmentFilter.onLine", "FollowUpActionFilter.mine"];

pub fn of(name: &str) -> Reads {
    let found = QUERIES.iter().find(|(known, _)| *known == name);
    found
        .unwrap_or_else(|| panic!("Query.{name} is not in the matrix"))
        .1
}

pub fn is_known(filter: &str) {
    let is_known = SAME.contains(&filter) || OWN.contains(&filter);
    assert!(is_known, "{filter} is not in the matrix");
}

/// Whether the policy keeps a field of a filter from a caller.
fn is_kept_from(asker: &Asker, filter: Option<&str>) -> bool {
    let guard = |filter| {
        Guarded::ALL
            .iter()
            .find(|field| field.guards().contains(&filter))
    };
    let (Some(guard), Some(role)) = (filter.and_then(guard), asker.role) else {
        return false;
    };
    !guard.is_read_by(role)
}

/// What is asked of a list.
fn shown_of(reads: Reads) -> Option<&'static str> {
    match reads {
        Reads::List(_) | Reads::Reference => Some("totalCount nodes { id }"),
        Reads::Users => Some("totalCount nodes { id role }"),
        _ => None,
    }
}

/// What the desk, which sees all, is answered to a list.
pub async fn of_desk(desk: &Caller, field: &Field, reads: Reads, arguments: &Arguments) -> Value {
    let Some(shown) = shown_of(reads).filter(|_| field.name() != "user") else {
        return Value::Null;
    };
    let query = query(field, "", arguments, shown);
    desk.ask(&query).await.ok()[field.name()].clone()
}

/// A field with its arguments and further ones, and what is asked of it.
fn query(field: &Field, more: &str, arguments: &Arguments, shown: &str) -> String {
    let arguments = [more, &arguments.text];
    let arguments: Vec<_> = arguments
        .into_iter()
        .filter(|one| !one.is_empty())
        .collect();
    let arguments = match arguments.as_slice() {
        [] => String::new(),
        some => format!("({})", some.join(", ")),
    };
    format!("{{ {}{arguments} {{ {shown} }} }}", field.name())
}

/// Asks a field with some arguments, and holds the answer against the policy.
pub async fn check(
    world: &World,
    asker: &Asker,
    (field, reads, arguments): (&Field, Reads, &Arguments),
    of_desk: &Value,
    desk: &Caller,
) {
    let read = Read {
        world,
        desk,
        of_desk,
        asker,
        field,
        arguments,
    };
    if asker.sight == Sight::Unknown {
        return read.is_refused_to_nobody().await;
    }
    match reads {
        Reads::List(kind) => read.list(kind).await,
        Reads::One(kind) => read.one(&world.of_kind(kind)).await,
        Reads::Any => read.any().await,
        Reads::Reference => read.reference().await,
        Reads::ReferenceOne(list) => read.reference_one(list).await,
        Reads::Users => read.users().await,
        Reads::Tokens => read.tokens().await,
        Reads::Coverage => read.coverage().await,
        Reads::Ledger => read.ledger().await,
        Reads::Own => read.own().await,
        Reads::Log(guard) => read.log(guard).await,
        Reads::Feed => read.feed().await,
        Reads::Missed => read.missed().await,
    }
}

struct Read<'a> {
    world: &'a World,
    desk: &'a Caller,
    of_desk: &'a Value,
    asker: &'a Asker,
    field: &'a Field,
    arguments: &'a Arguments,
}

impl Read<'_> {
    fn told(&self, query: &str, answer: &Value) -> String {
        format!("{} asks {query}: {answer}", self.asker.name)
    }

    fn query(&self, more: &str, shown: &str) -> String {
        query(self.field, more, self.arguments, shown)
    }

    async fn is_refused_to_nobody(&self) {
        let query = format!("{{ {} }}", self.field.least(self.world));
        let answer = self.asker.caller.ask(&query).await;
        if self.field.name() == "viewer" {
            assert_eq!(answer.ok()["viewer"], Value::Null);
        } else {
            let told = self.told(&query, &answer.body);
            assert_eq!(answer.errors(), ["UNAUTHENTICATED"], "{told}");
        }
    }

    /// What somebody is answered, unless the policy keeps the filter from her; then that she is told
    /// so.
    async fn asked(&self, caller: &Caller, query: &str) -> Option<Value> {
        let answer = caller.ask(query).await;
        if is_kept_from(self.asker, self.arguments.filter.as_deref()) {
            let told = self.told(query, &answer.body);
            assert_eq!(answer.errors(), ["FORBIDDEN"], "{told}");
            return None;
        }
        Some(answer.ok()[self.field.name()].clone())
    }

    async fn list(&self, kind: &str) {
        let query = self.query("", "totalCount nodes { id }");
        let Some(found) = self.asked(&self.asker.caller, &query).await else {
            return;
        };
        let told = self.told(&query, &found);
        let all = texts(&found["nodes"], "/id");
        assert_eq!(found["totalCount"], all.len(), "{told}");

        let of_world = |id: &&String| self.world.all().iter().any(|(_, known)| known == id);
        let mut found: Vec<_> = all.iter().filter(of_world).map(String::as_str).collect();
        found.sort_unstable();
        let filter = self.arguments.filter.as_deref();
        if filter.is_some_and(|filter| OWN.contains(&filter)) {
            // What depends on who asks finds nothing at least that she does not see.
            let records = self.world.of_kind(kind).into_iter();
            let seen: Vec<_> = records.filter(|one| self.asker.finds(*one)).collect();
            let is_seen = |id: &&str| seen.iter().any(|(_, known)| known == id);
            assert!(found.iter().all(is_seen), "{told}");
            return;
        }
        let of_desk = texts(&self.of_desk["nodes"], "/id");
        let records = self.world.of_kind(kind).into_iter();
        let is_found = |id: &str| of_desk.iter().any(|found| found == id);
        let wanted =
            records.filter(|(audience, id)| is_found(id) && self.asker.finds((audience, id)));
        let mut wanted: Vec<_> = wanted.map(|(_, id)| id).collect();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{told}");
    }

    async fn one(&self, records: &[(&str, &str)]) {
        for (audience, id) in records {
            let query = self.query(&format!("id: \"{id}\""), "id");
            let found = self.asker.caller.ask(&query).await.ok();
            let is_found = found[self.field.name()]["id"] == *id;
            let told = self.told(&query, &found);
            assert_eq!(is_found, self.asker.finds((audience, id)), "{told}");
        }
    }

    async fn any(&self) {
        if self.field.name() == "node" {
            return self.one(&self.world.all()).await;
        }
        let all = self.world.all();
        let ids: Vec<_> = all.iter().map(|(_, id)| *id).collect();
        let query = self.query(&format!("ids: {}", json!(ids)), "id");
        let found = self.asker.caller.ask(&query).await.ok();
        let seen = all.iter().map(|(audience, id)| {
            let shown = self
                .asker
                .finds((audience, id))
                .then(|| json!({ "id": id }));
            shown.unwrap_or_default()
        });
        assert_eq!(
            found["nodes"],
            seen.collect::<Value>(),
            "{}",
            self.asker.name
        );
    }

    async fn reference(&self) {
        let query = self.query("", "totalCount nodes { id }");
        let Some(found) = self.asked(&self.asker.caller, &query).await else {
            return;
        };
        let told = self.told(&query, &found);
        assert_eq!(found, *self.of_desk, "{told}");
    }

    async fn reference_one(&self, list: &str) {
        let some = format!("{{ {list} {{ nodes {{ id }} }} }}");
        let some = self.desk.ask(&some).await.ok();
        let id = some[list]["nodes"][0]["id"].clone();
        let query = self.query(&format!("id: {id}"), "id");
        let found = self.asker.caller.ask(&query).await.ok();
        assert_eq!(found[self.field.name()]["id"], id, "{}", self.asker.name);
    }

    async fn users(&self) {
        use entity::enums::Role;
        let all = "{ users { nodes { id role } } }";
        let all = self.desk.ask(all).await.ok()["users"]["nodes"].clone();
        let may_act = |role: &Value| role == "AIDE" || role == "COORDINATOR";
        let is_shown = |user: &Value| match self.asker.role {
            Some(Role::Coordinator | Role::Admin) => true,
            Some(Role::Member) => may_act(&user["role"]),
            _ => false,
        };
        let all = all.as_array().unwrap();
        if self.field.name() == "user" {
            for user in all {
                let query = self.query(&format!("id: {}", user["id"]), "id");
                let found = self.asker.caller.ask(&query).await.ok();
                let is_found = found["user"]["id"] == user["id"];
                assert_eq!(is_found, is_shown(user), "{}", self.told(&query, &found));
            }
            return;
        }
        let query = self.query("", "totalCount nodes { id role }");
        let of_desk = &self.of_desk["nodes"];
        let found = self.asker.caller.ask(&query).await.ok()["users"].clone();
        let seen = of_desk
            .as_array()
            .unwrap()
            .iter()
            .filter(|user| is_shown(user));
        let seen: Vec<_> = seen.cloned().collect();
        let told = self.told(&query, &found);
        assert_eq!(found["totalCount"], seen.len(), "{told}");
        assert_eq!(found["nodes"], json!(seen), "{told}");
    }

    async fn tokens(&self) {
        let sees = self
            .asker
            .role
            .is_some_and(|role| Guarded::Tokens.is_read_by(role));
        if self.field.name() == "token" {
            let query = self.query(&format!("id: \"{}\"", self.world.token), "id");
            let found = self.asker.caller.ask(&query).await.ok();
            let is_found = found["token"]["id"] == self.world.token;
            assert_eq!(is_found, sees, "{}", self.told(&query, &found));
            return;
        }
        let query = self.query("", "totalCount nodes { id }");
        let found = self.asker.caller.ask(&query).await.ok()["tokens"].clone();
        let told = self.told(&query, &found);
        let nodes = found["nodes"].as_array().unwrap().len();
        assert_eq!(found["totalCount"], nodes, "{told}");
        assert!(sees || nodes == 0, "{told}");
        let is_all = self.arguments.filter.is_none();
        assert!(!sees || !is_all || nodes > 0, "{told}");
    }

    async fn coverage(&self) {
        let period = "period: { from: \"2025-01-01\", to: \"2026-12-31\" }";
        let shown = "total { meetingsHeld { value records { totalCount } } } groups { key }";
        let query = self.query(period, shown);
        let found = self.asker.caller.ask(&query).await.ok()["coverage"].clone();
        let meetings = self.world.of_kind("meeting").into_iter();
        let seen = meetings
            .filter(|(audience, _)| self.asker.sees(audience))
            .count();
        // The offices of the world are all of one category.
        let is_narrowed = self.arguments.filter.is_some() && !self.arguments.text.contains("CSO");
        let held = json!(if is_narrowed { 0 } else { seen });
        let told = self.told(&query, &found);
        let total = &found["total"]["meetingsHeld"];
        assert_eq!(total["value"], held, "{told}");
        assert_eq!(total["records"]["totalCount"], held, "{told}");
    }

    async fn ledger(&self) {
        let query = self.query("", "commitments");
        let Some(found) = self.asked(&self.asker.caller, &query).await else {
            return;
        };
        let list = query
            .replace("ledger", "commitments")
            .replace("{ commitments }", "{ totalCount }");
        let list = self.asker.caller.ask(&list).await.ok();
        let told = self.told(&query, &found);
        assert_eq!(
            found["commitments"], list["commitments"]["totalCount"],
            "{told}"
        );
    }

    fn is_for(&self, guard: Guarded) -> bool {
        let is_idle = self.asker.name == "an idle aide";
        self.asker.role.is_some_and(|role| guard.is_read_by(role)) && !is_idle
    }

    async fn log(&self, guard: Guarded) {
        let name = self.field.name();
        match name {
            "auditEntry" => {
                let some = "{ auditLog(first: 1) { nodes { id } } }";
                let some = self.desk.ask(some).await.ok()["auditLog"]["nodes"][0]["id"].clone();
                let query = self.query(&format!("id: {some}"), "id");
                let found = self.asker.caller.ask(&query).await.ok();
                let is_found = found[name]["id"] == some;
                assert!(
                    !is_found || self.is_for(guard),
                    "{}",
                    self.told(&query, &found)
                );
            }
            "auditLog" => {
                let query = self.query("", "totalCount nodes { id }");
                let found = self.asker.caller.ask(&query).await.ok()[name].clone();
                let told = self.told(&query, &found);
                let is_any = found["totalCount"] != 0;
                assert!(!is_any || self.is_for(guard), "{told}");
                let is_all = self.arguments.filter.is_none();
                assert!(is_any || !is_all || !self.is_for(guard), "{told}");
            }
            _ => {
                for (audience, id) in self.world.of_kind("meeting") {
                    let query = self.query(&format!("id: \"{id}\""), "totalCount");
                    let found = self.asker.caller.ask(&query).await.ok();
                    let is_shown = self.asker.finds((audience, id)) && self.is_for(guard);
                    let told = self.told(&query, &found);
                    assert_eq!(found[name].is_object(), is_shown, "{told}");
                }
            }
        }
    }

    async fn feed(&self) {
        let query = self.query("", "changes { recordId } cursor");
        let found = self.asker.caller.ask(&query).await.ok();
        let told = self.told(&query, &found);
        assert_eq!(found["changes"]["changes"], json!([]), "{told}");
    }

    async fn missed(&self) {
        let query = self.query("", "totalCount");
        let found = self.asker.caller.ask(&query).await;
        if is_kept_from(self.asker, self.arguments.filter.as_deref()) {
            assert_eq!(found.errors(), ["FORBIDDEN"], "{}", found.body);
            return;
        }
        let found = found.ok()["gaps"]["totalCount"].clone();
        let is_partner = self.asker.role == Some(entity::enums::Role::Partner);
        assert!(!is_partner || found == 0, "{}", self.told(&query, &found));
    }

    async fn own(&self) {
        let shown = match self.field.name() {
            "viewer" => "id",
            _ => "totalCount",
        };
        let query = self.query("", shown);
        let found = self.asker.caller.ask(&query).await.ok();
        let told = self.told(&query, &found);
        match self.field.name() {
            "viewer" => assert!(found["viewer"]["id"].is_string(), "{told}"),
            _ => assert_eq!(found["waitingForMe"]["totalCount"], 0, "{told}"),
        }
    }
}
