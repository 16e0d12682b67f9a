//! The twenty kinds of tampering that the log must show, each by its number: what is done to the
//! database, and what a verification names. What a chain alone cannot show, since all that is left
//! is as it was written, it shows against a head that was kept elsewhere.

use std::sync::Arc;

use entity::log_entry;
use rabta::concepts::log::chain::Head;
use rabta::concepts::log::chain::finding::Kind;
use rabta::concepts::log::chain::link::{Place, signed};
use rabta::kit::secret::Keys;
use sea_orm::{DbBackend, EntityTrait};
use serde_json::json;
use uuid::Uuid;

use crate::support::App;
use crate::tampering::{
    COPY, at, behind, busy, bytes, bytes_of_id, entry_of, found, head, last, link_anew, links, of,
    refused, verified, without,
};

both! {
    each_kind_of_tampering_is_named
}

/// What each is, from 1 on.
const KINDS: [&str; 20] = [
    "edit a field",
    "edit and fix its own hash",
    "edit and hash all later ones anew",
    "delete in the middle",
    "delete the tail",
    "delete all",
    "swap two",
    "duplicate one",
    "insert one that is dated back",
    "change the actor",
    "change the time",
    "alter the origin",
    "graft another server's chain",
    "put an older copy of all in its place",
    "show two heads to two readers",
    "take a trigger away",
    "edit a record without an entry",
    "take a record's change back and leave its entry",
    "put an erased value back",
    "withhold rows from the verifier",
];

/// What a verification must name.
enum Shown {
    /// Whatever is at hand.
    Always(Option<i64>, Kind),
    /// Only against a head that was kept: without one there is nothing to find.
    AgainstHead(Option<i64>, Kind),
}

async fn each_kind_of_tampering_is_named(app: Arc<App>) {
    let world = World::make(&app).await;

    for (number, what) in (1..).zip(KINDS) {
        let kept = head(&app).await;
        let (kept, shown) = world.tamper(&app, number, kept).await;
        let alone = found(&app).await;
        let against = of(verified(&app, Some(kept)).await);
        world.put_back(&app).await;

        let told = format!("T{number}, {what}: {alone:?}, against a head: {against:?}");
        match shown {
            Shown::Always(place, kind) => {
                let named = (place, kind);
                assert!(alone.contains(&named) && against.contains(&named), "{told}");
            }
            Shown::AgainstHead(place, kind) => {
                assert!(
                    alone.is_empty() && against.contains(&(place, kind)),
                    "{told}"
                );
            }
        }
        assert_eq!(found(&app).await, [], "T{number}: not put back");
    }
}

const GUARDS: &str = "SELECT sql FROM sqlite_master WHERE type = 'trigger'";

/// A log with all that is tampered with, and a copy of all tables.
struct World {
    tables: Vec<String>,
    /// The triggers of SQLite.
    guards: Vec<String>,
    /// The place of an entry in the middle.
    middle: i64,
    last: i64,
    office: String,
    /// Of what was said at it nothing is left.
    met: String,
}

impl World {
    async fn make(app: &App) -> Self {
        busy(app).await;
        let saima = app.member("Rubina").await;
        let office = app.office("CSO", "Women of Zhob").await;
        let met = saima
            .meets(&office, json!({ "said": { "text": "Quiet" } }))
            .await;
        let words = json!({ "id": met });
        saima.act("withdrawWords", "__typename", words).await.ok();
        let version = app.coordinator().await.version(&office).await;
        let input = json!({ "id": office, "expectedVersion": version, "name": { "en": "Other" } });
        let desk = app.coordinator().await;
        desk.act("updateStakeholder", "__typename", input)
            .await
            .ok();
        refused(app).await;
        refused(app).await;

        let tables: Vec<_> = app.columns().await.into_keys().collect();
        for table in &tables {
            let copy = format!("CREATE TABLE kept_{table} AS SELECT * FROM \"{table}\"");
            app.execute(&copy).await;
        }
        let last = last(app).await;
        Self {
            tables,
            guards: match app.backend() {
                DbBackend::Sqlite => app.texts(GUARDS).await,
                _ => Vec::new(),
            },
            middle: last / 2,
            last,
            office,
            met,
        }
    }

    /// Puts all rows and guards back as they were.
    async fn put_back(&self, app: &App) {
        if app.backend() == DbBackend::Sqlite {
            let there = app.texts(GUARDS).await;
            for guard in self.guards.iter().filter(|guard| !there.contains(guard)) {
                app.execute(guard).await;
            }
        } else {
            app.execute("ALTER TABLE log_entry ENABLE TRIGGER USER")
                .await;
        }
        let back = self.tables.iter().map(|table| {
            format!("DELETE FROM \"{table}\"; INSERT INTO \"{table}\" SELECT * FROM kept_{table}")
        });
        behind(app, &back.collect::<Vec<_>>().join("; ")).await;
    }

    /// Does one kind, and answers the head that was kept before, and what must be named.
    async fn tamper(&self, app: &App, number: usize, kept: Head) -> (Head, Shown) {
        let (middle, last) = (self.middle, self.last);
        let shown = match number {
            1 => {
                self.edit(app, middle, "act = 'archive'").await;
                Shown::Always(Some(middle), Kind::EntryChanged)
            }
            2 => {
                self.edit(app, middle, "act = 'archive'").await;
                let all = links(app).await;
                let before = all.iter().find(|link| link.sequence == middle - 1);
                let own = all.iter().find(|link| link.sequence == middle).unwrap();
                let fixed = Place::at(before.unwrap()).next(&entry_of(app, own).await);
                let hash = bytes(app, &fixed.unwrap().hash);
                let fix = format!("UPDATE log_link SET hash = {hash} WHERE sequence = {middle}");
                behind(app, &fix).await;
                Shown::Always(Some(middle), Kind::NotSigned)
            }
            3 => {
                self.edit(app, middle, "act = 'archive'").await;
                link_anew(app, middle).await;
                Shown::Always(Some(middle), Kind::NotSigned)
            }
            4 => {
                behind(app, &without(middle)).await;
                Shown::Always(Some(middle), Kind::LinkMissing)
            }
            5 => {
                behind(app, &without(last)).await;
                Shown::AgainstHead(Some(last), Kind::CutOff)
            }
            6 => {
                let tables = ["log_private", "log_link", "log_entry", "log_origin"];
                let all = tables.map(|table| format!("DELETE FROM {table}"));
                behind(app, &all.join("; ")).await;
                Shown::Always(None, Kind::RecordChanged(self.office.clone()))
            }
            7 => {
                self.swap(app).await;
                Shown::Always(Some(middle), Kind::Moved)
            }
            8 => {
                self.insert(app, last + 1, "at").await;
                Shown::Always(Some(last + 1), Kind::NotSigned)
            }
            9 => {
                self.make_room(app).await;
                let earlier = "(SELECT min(at) FROM log_entry)";
                self.insert(app, middle, earlier).await;
                link_anew(app, middle).await;
                Shown::Always(Some(middle), Kind::NotSigned)
            }
            10 => {
                self.edit(app, last, "actor_id = NULL").await;
                Shown::Always(Some(last), Kind::EntryChanged)
            }
            11 => {
                let earlier = "at = (SELECT min(at) FROM log_entry)";
                self.edit(app, last, earlier).await;
                Shown::Always(Some(last), Kind::EntryChanged)
            }
            12 => {
                let other = bytes_of_id(app, Uuid::from_u128(7));
                behind(app, &format!("UPDATE log_origin SET id = {other}")).await;
                Shown::Always(None, Kind::OriginChanged)
            }
            13 => {
                self.graft(app).await;
                Shown::Always(None, Kind::OriginChanged)
            }
            14 => {
                app.office("NADRA", "The office of today").await;
                let kept = head(app).await;
                self.put_back(app).await;
                return (
                    kept.clone(),
                    Shown::AgainstHead(Some(kept.sequence), Kind::CutOff),
                );
            }
            15 => {
                app.office("NADRA", "As one reader was shown").await;
                let kept = head(app).await;
                self.put_back(app).await;
                app.office("NADRA", "As the other was shown").await;
                app.sealed().await;
                let differs = Kind::OtherHistory;
                return (kept, Shown::AgainstHead(Some(last + 1), differs));
            }
            _ => self.tamper_beside(app, number).await,
        };
        (kept, shown)
    }

    /// Those kinds that leave the chain as it is, or what is read of it.
    async fn tamper_beside(&self, app: &App, number: usize) -> Shown {
        match number {
            16 => {
                let (name, take) = match app.backend() {
                    DbBackend::Sqlite => (
                        "log_entry_no_delete",
                        "DROP TRIGGER log_entry_no_delete".to_owned(),
                    ),
                    _ => (
                        "log_entry_only_added",
                        "ALTER TABLE log_entry DISABLE TRIGGER log_entry_only_added".to_owned(),
                    ),
                };
                app.execute(&take).await;
                Shown::Always(None, Kind::GuardMissing(name.to_owned()))
            }
            17 => {
                let edit = "UPDATE stakeholder SET category = 'NADRA'";
                app.execute(edit).await;
                Shown::Always(None, Kind::RecordChanged(self.office.clone()))
            }
            18 => {
                let back = "UPDATE stakeholder SET name_en = 'Women of Zhob'
                    WHERE name_en = 'Other'; UPDATE record SET version = 1, facts_version = 1 WHERE version = 2
                    AND kind = 'stakeholder'";
                behind(app, back).await;
                Shown::Always(None, Kind::RecordChanged(self.office.clone()))
            }
            19 => {
                let erased = "SELECT l.sequence FROM log_link l JOIN log_private p
                    ON p.entry_id = l.entry_id JOIN log_entry e ON e.id = l.entry_id
                    WHERE e.act = 'logMeeting' AND length(p.salt) = 0 ORDER BY 1 LIMIT 1";
                let place = app.number(erased).await;
                let salt = bytes(app, &[7; 16]);
                let back = format!("UPDATE log_private SET salt = {salt} WHERE length(salt) = 0");
                behind(app, &back).await;
                Shown::Always(Some(place), Kind::PutBack(self.met.clone()))
            }
            20 => {
                let (from, to) = (self.middle, self.last);
                let held_back =
                    format!("DELETE FROM log_link WHERE sequence >= {from} AND sequence < {to}");
                behind(app, &held_back).await;
                Shown::Always(Some(from), Kind::LinkMissing)
            }
            other => panic!("nothing is done for T{other}"),
        }
    }

    async fn edit(&self, app: &App, sequence: i64, set: &str) {
        let edit = format!("UPDATE log_entry SET {set} WHERE {}", at(sequence));
        behind(app, &edit).await;
    }

    /// The middle one and the next change places.
    async fn swap(&self, app: &App) {
        let all = links(app).await;
        let id = |sequence: i64| {
            let link = all.iter().find(|link| link.sequence == sequence).unwrap();
            bytes_of_id(app, link.entry_id.0)
        };
        let (one, other) = (self.middle, self.middle + 1);
        let put = |id: String, sequence: i64| {
            format!("UPDATE log_link SET entry_id = {id} WHERE sequence = {sequence}")
        };
        let spare = bytes_of_id(app, Uuid::nil());
        let swap = [put(spare, other), put(id(other), one), put(id(one), other)];
        behind(app, &swap.join("; ")).await;
    }

    /// Moves what comes from the middle on one place further.
    async fn make_room(&self, app: &App) {
        let middle = self.middle;
        let further = format!(
            "UPDATE log_link SET sequence = sequence + 1000 WHERE sequence >= {middle};
             UPDATE log_link SET sequence = sequence - 999 WHERE sequence > 1000"
        );
        behind(app, &further).await;
    }

    /// Puts a copy of the last entry in at a place, with a moment of its own.
    async fn insert(&self, app: &App, sequence: i64, moment: &str) {
        let id = Uuid::from_u128(7);
        let new = bytes_of_id(app, id);
        let copy = COPY
            .replace("{id}, at,", &format!("{new}, {moment},"))
            .replace("{at}", &at(last(app).await));
        behind(app, &copy).await;
        let all = links(app).await;
        let before = all
            .iter()
            .find(|link| link.sequence == sequence - 1)
            .unwrap();
        let entry = log_entry::Entity::find_by_id(id);
        let entry = entry.one(app.server.db.reader()).await.unwrap().unwrap();
        let link = Place::at(before).next(&entry).unwrap();
        let insert = format!(
            "INSERT INTO log_link VALUES ({sequence}, {new}, {})",
            bytes(app, &link.hash)
        );
        behind(app, &insert).await;
    }

    /// Puts in the place of the chain one that another server signed, from its origin on.
    async fn graft(&self, app: &App) {
        let others = Keys::derive(&[8; 32]).unwrap();
        let key = bytes(app, &others.log.public());
        behind(app, &format!("UPDATE log_origin SET public_key = {key}")).await;
        for link in links(app).await {
            let entry = entry_of(app, &link).await;
            let signature = bytes(app, &others.log.sign(&signed(&entry).unwrap()));
            let set = format!("signature = {signature}");
            self.edit(app, link.sequence, &set).await;
        }
        link_anew(app, 1).await;
    }
}
