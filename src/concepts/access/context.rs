//! What a resolver takes from its request: the viewer, the readers, the server.

use std::hash::Hash;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use async_graphql::dataloader::{DataLoader, HashMapCache, Loader};
use async_graphql::{Context, Request, Result};
use chrono::NaiveDate;
use sea_orm::DatabaseConnection;

use crate::app::App;
use crate::concepts::access::viewer::Viewer;
use crate::kit::batches::{AtOnce, Batches};
use crate::kit::fault::Fault;
use crate::kit::graphql::limits::LISTED;
use crate::kit::page::Sealer;
use crate::kit::user_error::{Path, UserError, UserErrorCode};
use crate::kit::zone::day_of;

/// What a batch reads with: the database, for whom, and on which day.
#[derive(Clone, Debug)]
pub struct Reader {
    app: App,
    /// For whom.
    pub viewer: Arc<Viewer>,
    /// Today in the caucus's zone.
    pub today: NaiveDate,
}

impl Reader {
    /// The connection to read from.
    #[must_use]
    pub fn conn(&self) -> &DatabaseConnection {
        self.app.db.reader()
    }
}

/// Batches what the resolvers of one request ask for.
pub type Loaders = DataLoader<Reader, HashMapCache>;

/// Who asks, and the batches of her request. In the context of every request that came with a
/// sign-in; a request without one has none.
pub struct Caller {
    reader: Reader,
    batches: Batches,
    loaders: RwLock<Arc<Loaders>>,
    /// How many items of lists without pages were answered so far.
    listed: AtomicUsize,
}

impl Caller {
    /// Gives a request its caller, and answers the batches by which it must be driven: what its
    /// resolvers ask for comes by them alone.
    #[must_use]
    pub fn of(request: Request, app: App, viewer: Viewer) -> (Request, Batches) {
        let caller = Self::new(app, viewer);
        let batches = caller.batches.clone();
        (request.data(caller), batches)
    }

    fn new(app: App, viewer: Viewer) -> Self {
        let today = day_of(app.clock.now());
        let reader = Reader {
            app,
            viewer: Arc::new(viewer),
            today,
        };
        let batches = Batches::default();
        let loaders = RwLock::new(Arc::new(loaders(reader.clone(), batches.clone())));
        Self {
            reader,
            batches,
            loaders,
            listed: AtomicUsize::new(0),
        }
    }
}

fn loaders(reader: Reader, batches: Batches) -> Loaders {
    DataLoader::with_cache(reader, batches, AtOnce, HashMapCache::default()).max_batch_size(1_000)
}

/// Refused because nobody is signed in.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("Sign in first: there is nothing to read without it.")]
pub struct Unauthenticated;

/// What resolvers take from their context.
pub trait CtxExt {
    /// The server.
    ///
    /// # Errors
    /// When the request was made without one, which is a defect.
    fn app(&self) -> Result<&App>;

    /// Who asks.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    fn viewer(&self) -> Result<&Arc<Viewer>>;

    /// What to read with.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    fn reader(&self) -> Result<&Reader>;

    /// The batches of this request.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    fn loaders(&self) -> Result<Arc<Loaders>>;

    /// What hangs on a thing; nothing when there is none of it.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in; as [`CtxExt::listed`]; when the database does
    /// not answer.
    fn parts<K, M>(&self, key: K) -> impl Future<Output = Result<Vec<M>>> + Send
    where
        K: Copy + Eq + Hash + Send + Sync + 'static,
        M: Clone + Send + Sync + 'static,
        Reader: Loader<K, Value = Vec<M>, Error = Fault>;

    /// Counts the items of a list without pages. How many those are that nest in each other is not
    /// known before they are read, so it is bounded here.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in; `TOO_MANY` when this request had as many as it
    /// may.
    fn listed(&self, items: usize) -> Result<()>;

    /// Forgets what was read, after a write.
    fn forget(&self);

    /// Seals the cursors of one list: its name with filter and order, as they were asked.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    fn sealer(&self) -> Result<Sealer> {
        self.sealer_of("")
    }

    /// Seals the cursors of one of several lists that are asked for alike, told apart by `what`.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    fn sealer_of(&self, what: &str) -> Result<Sealer>;

    /// Whether a field below this one was asked for, by its way down.
    fn asked(&self, way: &[&str]) -> bool;

    /// Whether a field of the nodes of a connection was asked for.
    fn asked_of_nodes(&self, field: &str) -> bool {
        self.asked_below_nodes(&[field])
    }

    /// Whether a field below the nodes of a connection was asked for, by its way down from them.
    fn asked_below_nodes(&self, way: &[&str]) -> bool {
        self.asked(&[&["nodes"], way].concat()) || self.asked(&[&["edges", "node"], way].concat())
    }
}

impl CtxExt for Context<'_> {
    fn app(&self) -> Result<&App> {
        self.data::<App>()
    }

    fn viewer(&self) -> Result<&Arc<Viewer>> {
        Ok(&self.reader()?.viewer)
    }

    fn reader(&self) -> Result<&Reader> {
        match self.data_opt::<Caller>() {
            Some(caller) => Ok(&caller.reader),
            None => Err(Unauthenticated.into()),
        }
    }

    fn loaders(&self) -> Result<Arc<Loaders>> {
        match self.data_opt::<Caller>() {
            Some(caller) => Ok(Arc::clone(
                &caller
                    .loaders
                    .read()
                    .unwrap_or_else(PoisonError::into_inner),
            )),
            None => Err(Unauthenticated.into()),
        }
    }

    async fn parts<K, M>(&self, key: K) -> Result<Vec<M>>
    where
        K: Copy + Eq + Hash + Send + Sync + 'static,
        M: Clone + Send + Sync + 'static,
        Reader: Loader<K, Value = Vec<M>, Error = Fault>,
    {
        let found = self.loaders()?.load_one(key).await?.unwrap_or_default();
        self.listed(found.len())?;
        Ok(found)
    }

    fn listed(&self, items: usize) -> Result<()> {
        let Some(caller) = self.data_opt::<Caller>() else {
            return Err(Unauthenticated.into());
        };
        let before = caller.listed.fetch_add(items, Ordering::Relaxed);
        if before.saturating_add(items) <= LISTED {
            return Ok(());
        }
        let message = format!(
            "The lists in this answer have more than {LISTED} items together. Ask for a smaller \
             `first`, or for fewer lists within lists."
        );
        Err(UserError::new(UserErrorCode::TooMany, &Path::root(), message).into())
    }

    fn forget(&self) {
        if let Some(caller) = self.data_opt::<Caller>() {
            let fresh = loaders(caller.reader.clone(), caller.batches.clone());
            *caller
                .loaders
                .write()
                .unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        }
    }

    fn sealer_of(&self, what: &str) -> Result<Sealer> {
        let paging = ["first", "after", "last", "before"];
        let asked: Vec<_> = self
            .field()
            .arguments()?
            .into_iter()
            .filter(|(name, _)| !paging.contains(&name.as_str()))
            .map(|(name, value)| format!("{name}:{value}"))
            .collect();
        let viewer = self.viewer()?;
        let name = self.field().name();
        // A cursor is for one reader: who acts for her is another one than she.
        let query = format!("{name}({}){what} {}", asked.join(","), viewer.actor());
        Ok(Sealer::new(self.app()?.keys.cursor, viewer.user.0, &query))
    }

    fn asked(&self, way: &[&str]) -> bool {
        way.iter()
            .fold(self.look_ahead(), |here, name| here.field(name))
            .exists()
    }
}

/// Reads what was asked for right after the page that needs it, so that resolvers find it
/// without waiting for a batch to fill.
///
/// # Errors
/// When the database does not answer.
pub async fn prime<K, V>(
    loaders: &Loaders,
    is_asked: bool,
    keys: impl IntoIterator<Item = K> + Send,
) -> Result<(), Fault>
where
    K: Copy + Eq + Hash + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
    Reader: Loader<K, Value = V, Error = Fault>,
{
    if !is_asked {
        return Ok(());
    }
    let mut keys: Vec<K> = keys.into_iter().collect();
    let mut seen = std::collections::HashSet::new();
    keys.retain(|key| seen.insert(*key));
    if keys.is_empty() {
        return Ok(());
    }
    let found = loaders.loader().load(&keys).await?;
    loaders.feed_many(found).await;
    Ok(())
}
