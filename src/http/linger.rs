//! What is refused before all of it has come is read to its end and thrown away. A connection that is
//! closed under a sender takes the answer with it: she would read of a broken network and not of what
//! was wrong.

use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll};

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
    request.map(|body| Body::new(Coming(body)))
}

/// For how many at once.
static PLACES: Semaphore = Semaphore::const_new(LINGERING);

/// A body of which the rest is read when it is dropped.
struct Coming(Body);

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
        if let Ok(place) = PLACES.try_acquire() {
            let body = mem::take(&mut self.0);
            tokio::spawn(async move {
                let reading = tokio::time::timeout(LINGER_TIME, read_off(body, LINGER));
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
