//! A connection that waits for a slow reader, but not for ever.

use std::io::{self, ErrorKind, IoSlice};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

use super::limits::Limits;

/// A stream whose writes may stand still for a while in all; what is written makes up for it.
///
/// So one who takes nothing is given up after that while, and so is one who takes a byte now and then.
#[derive(Debug)]
pub(super) struct Patient<S> {
    stream: S,
    most: Duration,
    rate: u32,
    /// How long it may still stand.
    left: Duration,
    /// Since when it stands.
    since: Option<Instant>,
    alarm: Pin<Box<Sleep>>,
}

impl<S> Patient<S> {
    /// The stream with the limits of a server.
    pub(super) fn new(stream: S, limits: &Limits) -> Self {
        let most = limits.stall;
        Self { stream, most, rate: limits.rate, left: most, since: None, alarm: Box::pin(sleep(most)) }
    }

    fn watch(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<usize>>,
    ) -> Poll<io::Result<usize>> {
        if let Poll::Ready(result) = written {
            self.moved(*result.as_ref().unwrap_or(&0));
            return Poll::Ready(result);
        }
        if self.since.is_none() {
            let now = Instant::now();
            self.since = Some(now);
            self.alarm.as_mut().reset(now + self.left);
        }
        self.alarm.as_mut().poll(context).map(|()| Err(ErrorKind::TimedOut.into()))
    }

    fn moved(&mut self, bytes: usize) {
        let stood = self.since.take().map_or(Duration::ZERO, |since| since.elapsed());
        let made_up = Duration::from_secs_f64(bytes as f64 / f64::from(self.rate));
        self.left = (self.left.saturating_sub(stood) + made_up).min(self.most);
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.watch(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.watch(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}
