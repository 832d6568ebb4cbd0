//! What an answer consists of: bytes that are there, or bytes that come as long as somebody reads them.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Bytes, Frame, SizeHint};
use tokio::sync::mpsc::Receiver;
use tokio::time::{Interval, MissedTickBehavior, interval};

/// So often an idle stream says something, so that a reader who has gone is noticed.
const ALIVE: Duration = Duration::from_secs(15);

/// The body of an answer.
pub(super) enum Body {
    /// Bytes that are there.
    Whole(Option<Bytes>),
    /// So many bytes, as they come from the disk. Should fewer come, the connection breaks off.
    Pieces { pieces: Receiver<Bytes>, left: u64 },
    /// Events, until the page goes away.
    Events { events: Receiver<Bytes>, alive: Interval, _open: Box<dyn Send + Sync> },
}

impl Body {
    /// Nothing.
    pub(super) fn empty() -> Body {
        Body::Whole(None)
    }

    /// A stream of events. What is handed over is dropped when nobody reads it any more.
    pub(super) fn events(events: Receiver<Bytes>, open: Box<dyn Send + Sync>) -> Body {
        let mut alive = interval(ALIVE);
        alive.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Body::Events { events, alive, _open: open }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Body {
        Body::Whole(Some(bytes))
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Body::Whole(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Body::Pieces { pieces, left } => pieces.poll_recv(context).map(|piece| {
                let piece = piece?;
                *left = left.saturating_sub(piece.len() as u64);
                Some(Ok(Frame::data(piece)))
            }),
            Body::Events { events, alive, .. } => match events.poll_recv(context) {
                Poll::Ready(event) => Poll::Ready(event.map(|event| Ok(Frame::data(event)))),
                Poll::Pending => alive.poll_tick(context).map(|_| Some(Ok(Frame::data(Bytes::from_static(b":\n\n"))))),
            },
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Body::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Body::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64)),
            Body::Pieces { left, .. } => SizeHint::with_exact(*left),
            Body::Events { .. } => SizeHint::default(),
        }
    }
}
