//! Batches without a clock: what a request asks for is gathered for as long as it can go on by
//! itself, and fetched when it can do nothing but wait.
//!
//! The library's own way is to wait a millisecond and to fetch what has come by then. A page that
//! takes longer than that to walk through falls into several batches, so that the number of
//! statements would grow with its rows, and each level waits even where nothing more will come.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use async_graphql::runtime::Timer;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, ready};
use futures_util::task::{FutureObj, Spawn, SpawnError};

/// The batches that a request waits for. They run one after the other: a later one gathers what
/// is asked for in the meantime.
#[derive(Clone, Default)]
pub struct Batches(Arc<Mutex<VecDeque<FutureObj<'static, ()>>>>);

impl Batches {
    /// Runs a request, and its batches whenever it cannot go on without them.
    pub async fn drive<T>(&self, running: impl Future<Output = T>) -> T {
        let mut running = pin!(running);
        let mut fetching = None;
        poll_fn(|context| {
            loop {
                if let Poll::Ready(done) = running.as_mut().poll(context) {
                    return Poll::Ready(done);
                }
                let Some(mut batch) = fetching.take().or_else(|| self.take()) else {
                    return Poll::Pending;
                };
                if batch.poll_unpin(context).is_pending() {
                    fetching = Some(batch);
                    return Poll::Pending;
                }
            }
        })
        .await
    }

    fn take(&self) -> Option<FutureObj<'static, ()>> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.pop_front()
    }
}

impl Spawn for Batches {
    fn spawn_obj(&self, batch: FutureObj<'static, ()>) -> Result<(), SpawnError> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.push_back(batch);
        Ok(())
    }
}

/// The clock of batches, which never waits: they are run when nothing else can be.
#[derive(Clone, Copy, Debug, Default)]
pub struct AtOnce;

impl Timer for AtOnce {
    fn delay(&self, _: Duration) -> BoxFuture<'static, ()> {
        ready(()).boxed()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::convert::Infallible;

    use async_graphql::dataloader::{DataLoader, Loader};
    use futures_util::future::join_all;

    use super::*;

    #[derive(Default)]
    struct Doubles(Arc<Mutex<Vec<usize>>>);

    impl Loader<u64> for Doubles {
        type Value = u64;
        type Error = Infallible;

        async fn load(&self, keys: &[u64]) -> Result<HashMap<u64, u64>, Infallible> {
            self.0.lock().unwrap().push(keys.len());
            tokio::task::yield_now().await;
            Ok(keys.iter().map(|key| (*key, key * 2)).collect())
        }
    }

    #[tokio::test]
    async fn however_long_a_page_takes_each_level_is_one_batch() {
        let (batches, sizes) = (Batches::default(), Arc::default());
        let loaders = DataLoader::new(Doubles(Arc::clone(&sizes)), batches.clone(), AtOnce);

        let row = async |key: u64| {
            std::thread::sleep(Duration::from_micros(200));
            let once = loaders.load_one(key).await.unwrap().unwrap();
            loaders.load_one(once + 1_000).await.unwrap().unwrap()
        };
        let found = batches.drive(join_all((0..50).map(row))).await;

        assert_eq!(found.last(), Some(&2_196));
        assert_eq!(*sizes.lock().unwrap(), [50, 50]);
    }
}
