//! What is refused before all of it has come is read to its end and thrown away. A connection that is
//! closed under a sender takes the answer with it: she would read of a broken network and not of what
//! was wrong.

use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::header::EXPECT;
use futures_util::StreamExt;
use http_body::{Frame, SizeHint};
use tokio::sync::Semaphore;

use crate::http::limits::{LINGER, LINGER_TIME, LINGERING};

/// Lets the rest of a request's body come, whatever becomes of the request. Who asks first whether
/// to send it (`Expect`) has the answer before she sends and is not waited for.
pub fn let_come(request: Request) -> Request {
    if request.headers().contains_key(EXPECT) {
        return request;
    }
    request.map(|body| Body::new(Coming(body, &AT_MOST)))
}

/// How much of how many requests is let come, and for how long.
struct Bounds {
    places: Semaphore,
    bytes: usize,
    time: Duration,
}

static AT_MOST: Bounds = Bounds {
    places: Semaphore::const_new(LINGERING),
    bytes: LINGER,
    time: LINGER_TIME,
};

/// A body of which the rest is read when it is dropped.
struct Coming(Body, &'static Bounds);

impl HttpBody for Coming {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.get_mut().0).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        if self.0.is_end_stream() {
            return;
        }
        // Where many linger already, this one is closed as it is.
        let bounds = self.1;
        if let Ok(place) = bounds.places.try_acquire() {
            let body = mem::take(&mut self.0);
            tokio::spawn(async move {
                let reading = tokio::time::timeout(bounds.time, read_off(body, bounds.bytes));
                reading.await.unwrap_or_default();
                drop(place);
            });
        }
    }
}

/// Reads a body to its end, or until so many bytes have come.
async fn read_off(body: Body, most: usize) {
    let mut come = 0;
    let mut parts = body.into_data_stream();
    while let Some(Ok(part)) = parts.next().await {
        come += part.len();
        if come > most {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use futures_util::stream;

    use super::*;

    /// A body of ten bytes at a time without end, how many of them were read, and what is held as long
    /// as it is there.
    fn endless(pause: Duration) -> (Body, Arc<AtomicUsize>) {
        let read = Arc::new(AtomicUsize::new(0));
        let kept = Arc::clone(&read);
        let parts = stream::unfold(kept, move |kept| async move {
            tokio::time::sleep(pause).await;
            kept.fetch_add(10, Ordering::SeqCst);
            Some((Ok::<_, axum::Error>(Bytes::from_static(&[0; 10])), kept))
        });
        (Body::from_stream(parts), read)
    }

    /// Bounds of a test's own.
    fn bounds(places: usize, bytes: usize, time: Duration) -> &'static Bounds {
        Box::leak(Box::new(Bounds {
            places: Semaphore::new(places),
            bytes,
            time,
        }))
    }

    /// Waits until nothing holds on to a body any more.
    async fn let_go(read: &Arc<AtomicUsize>) {
        let gone = async {
            while Arc::strong_count(read) > 1 {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), gone)
            .await
            .unwrap();
    }

    #[tokio::test]
    async fn no_more_comes_than_is_let() {
        let (body, read) = endless(Duration::ZERO);

        drop(Coming(body, bounds(1, 95, Duration::from_mins(1))));
        let_go(&read).await;

        assert_eq!(read.load(Ordering::SeqCst), 100);
    }

    #[tokio::test]
    async fn it_comes_no_longer_than_is_let() {
        let (body, read) = endless(Duration::from_millis(5));

        drop(Coming(
            body,
            bounds(1, usize::MAX, Duration::from_millis(60)),
        ));
        let_go(&read).await;

        let came = read.load(Ordering::SeqCst);
        assert!((10..=120).contains(&came), "{came}");
    }

    #[tokio::test]
    async fn of_one_more_than_there_are_places_nothing_comes() {
        let bounds = bounds(2, usize::MAX, Duration::from_mins(1));
        let all = [(); 3].map(|()| endless(Duration::from_millis(1)));
        let read: Vec<_> = all.iter().map(|(_, read)| Arc::clone(read)).collect();

        for (body, _) in all {
            drop(Coming(body, bounds));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;

        let came: Vec<_> = read
            .iter()
            .map(|read| read.load(Ordering::SeqCst) > 0)
            .collect();
        assert_eq!(came, [true, true, false]);
        assert_eq!(bounds.places.available_permits(), 0);
    }

    #[test]
    fn the_bounds_are_those_that_are_told() {
        assert_eq!(AT_MOST.places.available_permits(), 32);
        assert_eq!(AT_MOST.bytes, 128 * 1024 * 1024);
        assert_eq!(AT_MOST.time, Duration::from_secs(10));
    }
}
