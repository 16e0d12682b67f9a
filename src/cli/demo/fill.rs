//! Fills a database through the schema, as each of the demo's users, at the time at which each
//! thing would have been recorded.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use async_graphql::{Request, Variables};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::app::App;
use crate::concepts::access::Viewer;
use crate::kit::clock::Clock;
use crate::kit::ids::Ids;
use crate::kit::zone::CAUCUS;
use crate::schema::{self, Schema};

/// What the ids of the server grow from: the day of the session.
const SEED: u64 = 20_250_603;
/// How long it takes to record a thing.
const PAUSE: TimeDelta = TimeDelta::seconds(20);

/// The server while it is filled: its clock stands where the filling sets it, its ids are the
/// same on every run.
pub struct Fill {
    /// The server.
    pub app: App,
    schema: Schema,
    made: Ids,
    districts: HashMap<String, District>,
}

/// A district as the schema answered it.
#[derive(Clone, Debug)]
pub struct District {
    /// Its id.
    pub id: String,
    /// Its English name.
    pub en: String,
    /// Its Urdu name.
    pub ur: String,
}

impl Fill {
    /// On the database of a server that does not serve yet.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let app = App {
            clock: Clock::standing(app.clock.now()),
            ids: Ids::seeded(SEED),
            ..app.clone()
        };
        Self {
            schema: schema::build(app.clone()),
            app,
            made: Ids::seeded(SEED + 1),
            districts: HashMap::new(),
        }
    }

    /// Has SQLite not wait for the disk after each write.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn hurry(&self) -> Result<()> {
        self.synchronous("OFF").await
    }

    /// Has it wait again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn take_care(&self) -> Result<()> {
        self.synchronous("FULL").await
    }

    async fn synchronous(&self, how: &str) -> Result<()> {
        if self.app.db.is_sqlite() {
            let statement = format!("PRAGMA synchronous = {how}");
            self.app.db.writer().execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    /// Moves the clock.
    pub fn set(&self, at: DateTime<Utc>) {
        self.app.clock.set(at);
    }

    /// An id such as a client makes for a new record of a kind.
    #[must_use]
    pub fn id(&self, kind: &str) -> String {
        format!("{kind}_{}", self.uuid())
    }

    fn uuid(&self) -> Uuid {
        self.made.uuid(self.app.clock.now())
    }

    /// Does one thing, and sees to it that it took effect.
    ///
    /// # Errors
    /// When it did not: the demo must not be half there.
    pub async fn act(&self, who: &Viewer, act: &str, input: Value) -> Result<()> {
        let mut letters = act.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        let sort: String = first.into_iter().chain(letters).collect();
        let document = format!(
            "mutation($input: {sort}Input!) \
             {{ {act}(input: $input) {{ userErrors {{ path message }} }} }}"
        );
        let answer = self.ask(who, &document, json!({ "input": input })).await;
        let answer = answer.with_context(|| format!("{act} with {input}"))?;
        let refused = answer.pointer(&format!("/{act}/userErrors"));
        match refused.and_then(Value::as_array) {
            Some(errors) if errors.is_empty() => {
                // The next thing is recorded a little later, so that lists have an order.
                self.set(self.app.clock.now() + PAUSE);
                Ok(())
            }
            errors => bail!("{act} was refused: {errors:?}, with {input}"),
        }
    }

    /// Reads something.
    ///
    /// # Errors
    /// When the answer has errors.
    pub async fn ask(&self, who: &Viewer, document: &str, variables: Value) -> Result<Value> {
        let request = Request::new(document).variables(Variables::from_json(variables));
        let answer = schema::run(&self.schema, &self.app, Some(who.clone()), request).await;
        if let Some(error) = answer.errors.first() {
            bail!("the schema answered: {error}");
        }
        Ok(answer.data.into_json()?)
    }

    /// Reads the districts, which ship with the product.
    ///
    /// # Errors
    /// When there are none.
    pub async fn learn_districts(&mut self, who: &Viewer) -> Result<()> {
        let document = "{ districts(first: 100) { nodes { id code name { en ur } } } }";
        let answer = self.ask(who, document, json!({})).await?;
        let nodes = answer.pointer("/districts/nodes").and_then(Value::as_array);
        for node in nodes.context("there are no districts")? {
            let word = |way: &str| {
                let found = node.pointer(way).and_then(Value::as_str);
                found
                    .map(str::to_owned)
                    .with_context(|| format!("a district without {way}"))
            };
            let district = District {
                id: word("/id")?,
                en: word("/name/en")?,
                ur: word("/name/ur")?,
            };
            self.districts.insert(word("/code")?, district);
        }
        Ok(())
    }

    /// A district by its code.
    ///
    /// # Errors
    /// When there is none.
    pub fn district(&self, code: &str) -> Result<&District> {
        let found = self.districts.get(code);
        found.with_context(|| format!("there is no district {code}"))
    }
}

/// A time of day in the caucus's zone.
///
/// # Errors
/// When that day has no such time.
pub fn moment(day: NaiveDate, hour: u32, minute: u32) -> Result<DateTime<Utc>> {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).context("not a time of day")?;
    let local = CAUCUS.from_local_datetime(&day.and_time(time)).earliest();
    Ok(local.context("a time that the day has not")?.to_utc())
}

/// So many days later.
///
/// # Errors
/// At the end of time.
pub fn after(day: NaiveDate, days: u64) -> Result<NaiveDate> {
    day.checked_add_days(Days::new(days))
        .context("a day out of range")
}

/// So many days earlier.
///
/// # Errors
/// At the beginning of time.
pub fn before(day: NaiveDate, days: u64) -> Result<NaiveDate> {
    day.checked_sub_days(Days::new(days))
        .context("a day out of range")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::demo::names::COORDINATOR;
    use crate::cli::demo::users::{New, add, stranger};
    use crate::concepts::access::Scope;
    use crate::kit::db::Db;
    use crate::kit::secret::Keys;
    use entity::enums::{Language, Role};
    use migration::{Migrator, MigratorTrait};

    #[tokio::test]
    async fn what_is_refused_stops_the_filling() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::sqlite(&folder.path().join("rabta.db")).await.unwrap();
        Migrator::up(db.writer(), None).await.unwrap();
        let fill = Fill::new(&App::new(db, Keys::derive(&[7; 32]).unwrap()));
        let new = New {
            address: "coordinator",
            who: stranger(COORDINATOR),
            role: Role::Coordinator,
            language: Language::En,
            scope: Scope::default(),
        };
        let who = add(&fill.app, new).await.unwrap().viewer;

        let refused = fill.act(&who, "createTopic", json!({ "name": {} })).await;
        let unknown = fill.act(&who, "createGhost", json!({})).await;

        let refused = format!("{:#}", refused.unwrap_err());
        assert!(refused.contains("createTopic was refused"), "{refused}");
        assert!(format!("{:#}", unknown.unwrap_err()).contains("the schema answered"));
    }
}
